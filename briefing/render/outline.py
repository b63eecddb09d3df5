"""Order a briefing for readers: header, summary, sections, speakers, statements, notes.

Every text format prints this outline, so they cannot differ in what they say. All strings in
it are single lines that are safe to show, but not yet escaped for Markdown or HTML.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from briefing.balance import Weight, weigh_sources
from briefing.domain import Briefing, Refusal, Section
from briefing.render.escape import show_controls
from briefing.render.layout import Layout
from briefing.render.voices import Voice, group_voices

DECLINED = "Not on record"
HEADINGS = {
    Section.OFFICIAL: "Official statements",
    Section.EXPERT: "Expert commentary",
    Section.OTHER: "Other voices",
}
MONTHS = (
    # not by strftime, which would follow the locale
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# Silent reading of English non-fiction by adults: 238 words a minute on average over 190
# studies (Brysbaert 2019, Journal of Memory and Language 109, 104047).
WORDS_PER_MINUTE = 238


@dataclass(frozen=True, slots=True)
class Point:
    """A line of text with the reasons for it (empty unless explained)."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section with its voices in the order of their first statement."""

    section: Section
    heading: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole briefing as text formats print it, from top to bottom."""

    title: str
    facts: tuple[str, ...]
    source: str
    summary: tuple[Point, ...]
    keywords: tuple[Point, ...]
    chapters: tuple[Chapter, ...]
    declined: tuple[str, ...]
    notes: tuple[str, ...]
    balance: tuple[str, ...]
    warnings: tuple[str, ...]


def outline(briefing: Briefing, layout: Layout) -> Outline:
    """The briefing in the order of printing; sections without statements stay, but empty."""
    article, text = briefing.article, briefing.article.text
    show = partial(show_controls, unicode=layout.unicode)
    printed = [statement for statement in briefing.statements if layout.prints(statement)]
    balance = weigh_sources(printed, sections=layout.sections)
    return Outline(
        title=show(article.title or "") or "Untitled",
        facts=tuple(map(show, _facts(briefing))),
        source=show(article.source),
        summary=tuple(
            Point(show(s.text), show(_score(s.score, s.reasons)) if layout.explain else "")
            for s in briefing.summary
        ),
        keywords=tuple(
            Point(show(k.phrase), show(_score(k.score, k.reasons)) if layout.explain else "")
            for k in briefing.keywords
        ),
        chapters=tuple(
            Chapter(section, HEADINGS[section], tuple(group_voices(section, printed, layout, text)))
            for section in layout.sections
        ),
        declined=tuple(show(tell_refusal(one, text, layout)) for one in briefing.declined),
        notes=tuple(map(show, briefing.notes)),
        balance=tuple(map(describe_weight, balance.weights)),
        warnings=tuple(map(show, balance.warnings)),
    )


def tell_refusal(refusal: Refusal, text: str, layout: Layout) -> str:
    """Who is not on record, in the article's words, with the name if they lack it.

    >>> from briefing.domain import Silence, Span
    >>> she = Refusal((), Span(0, 23), Silence.DECLINED, 4, "Ada Moor")
    >>> tell_refusal(she, "She declined to comment.", Layout())
    'Ada Moor: She declined to comment (¶4)'
    """
    words, name = refusal.span.of(text), refusal.speaker
    if name and name.casefold() not in " ".join(words.split()).casefold():
        words = f"{name}: {words}"
    return f"{words} ({layout.signs.paragraph}{refusal.paragraph})"


def _facts(briefing: Briefing) -> list[str]:
    """Publisher, date, length: what is known of them.

    >>> from briefing.domain import Article
    >>> _facts(Briefing(Article("1", "a.txt", "", publisher="The Bell"), words=300))
    ['The Bell', '300 words', '2 min read']
    """
    article = briefing.article
    minutes = -(-briefing.words // WORDS_PER_MINUTE)
    facts = [article.publisher or "", describe_moment(article.published)]
    if article.language != "en":
        facts.append(f"language: {article.language}")
    facts += [count(briefing.words, "word"), f"{minutes} min read" if minutes else ""]
    return [fact for fact in facts if fact]


def describe_moment(moment: datetime | None) -> str:
    """The date in words, with the time unless it is midnight; empty for None.

    >>> from datetime import UTC
    >>> describe_moment(datetime(2026, 11, 22, 6, 5, tzinfo=UTC))
    '22 November 2026, 06:05 UTC'
    """
    if moment is None:
        return ""
    if not moment.hour and not moment.minute:
        return describe_day(moment)
    return f"{describe_day(moment)}, {moment:%H:%M} {moment.tzname()}"


def describe_day(day: date) -> str:
    """The date in words, such as `22 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _score(score: float, reasons: Sequence[str]) -> str:
    return "; ".join([f"score {score:.3f}", *reasons])


def describe_weight(weight: Weight) -> str:
    """One section's share of the statements in words.

    >>> describe_weight(Weight(Section.EXPERT, 3, 2, named=1, unnamed=1))
    'Expert: 3 statements, 2 sources (1 named, 1 unnamed)'
    """
    name = weight.section.capitalize()
    if not weight.statements:
        return f"{name}: none"
    kinds = [f"{weight.named} named", f"{weight.unnamed} unnamed"]
    kinds.append(count(weight.documents, "document"))
    told = ", ".join(kind for kind in kinds if not kind.startswith("0"))
    statements, sources = count(weight.statements, "statement"), count(weight.speakers, "source")
    return f"{name}: {statements}, {sources} ({told})"


def count(number: int, noun: str) -> str:
    """The number with its noun.

    >>> count(1, "word"), count(1200, "word")
    ('1 word', '1,200 words')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
