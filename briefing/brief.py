"""One article in, one briefing out: the stages in their order, and nothing else."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from briefing.attribution import DEFAULT_ENGINE, find_attributions, prepare_engine
from briefing.attribution.refusals import find_refusals
from briefing.corrections import Corrections, Register, apply_corrections, correct_name
from briefing.domain import (
    Article,
    Attribution,
    Briefing,
    Kind,
    Refusal,
    RoleDecision,
    Section,
    Sentence,
    Speaker,
    Statement,
)
from briefing.keywords import extract_keywords
from briefing.roles import classify_role
from briefing.segment import split_sentences
from briefing.speakers import resolve_speakers
from briefing.summary import Length, choose_section, choose_summary
from briefing.tokens import count_words


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen about a briefing; `keywords` is a number of phrases.

    `only` keeps the statements of these roles or sections (empty: all of them);
    `min_confidence` (0-1) leaves out statements that are less sure than it; a short view shows
    `per_speaker` statements of a speaker. `corrections` and `register` are the user's own
    knowledge of speakers.
    """

    length: Length = field(default_factory=lambda: Length(sentences=3))
    method: str = "briefing"
    keywords: int = 10
    engine: str = DEFAULT_ENGINE
    min_confidence: float = 0.0
    only: frozenset[str] = frozenset()
    per_speaker: int = 6
    corrections: Corrections | None = None
    register: Register | None = None


def brief(article: Article, options: Options | None = None) -> Briefing:
    """What happened, who said what about it and in which capacity.

    Raises: BriefingError when an option cannot be applied to this article.
    """
    chosen = options or Options()
    prepare_engine(chosen.engine)
    text = article.text
    sentences = split_sentences(text, article.blocks)
    statements = find_statements(text, sentences, engine=chosen.engine, published=article.published)
    attributions = tuple(statement.attribution for statement in statements)
    summary = choose_summary(
        text,
        sentences,
        length=chosen.length,
        method=chosen.method,
        title=article.title,
        attributions=attributions,
    )
    keywords = extract_keywords(
        text, sentences, count=chosen.keywords, title=article.title, names=names_of(statements)
    )
    statements, notes = apply_corrections(
        statements,
        chosen.corrections,
        chosen.register,
        published=article.published,
        publisher=article.publisher,
    )
    kept = [statement for statement in statements if is_wanted(statement, chosen)]
    shown = set_aside(text, kept, most=chosen.per_speaker)
    declined = tuple(
        replace(
            refusal,
            speaker=correct_name(refusal.speaker, chosen.corrections, publisher=article.publisher),
        )
        for refusal in find_declined(text, sentences, attributions)
    )
    return Briefing(article, summary, keywords, shown, count_words(text), notes, declined)


def find_statements(
    text: str,
    sentences: Sequence[Sentence],
    *,
    engine: str = DEFAULT_ENGINE,
    published: datetime | None = None,
) -> tuple[Statement, ...]:
    """Every attribution of a text with its speaker and role, in the order of the text."""
    attributions = find_attributions(text, sentences, engine=engine)
    speakers = resolve_speakers(text, sentences, attributions)
    decisions = (
        classify_role(
            text,
            speaker,
            cues=[cue.of(text) for cue in attribution.cue],
            source=" ".join(span.of(text) for span in attribution.source),
            published=published,
        )
        for attribution, speaker in zip(attributions, speakers, strict=True)
    )
    return tuple(
        join_statement(sentences, attribution, speaker, decision)
        for attribution, speaker, decision in zip(attributions, speakers, decisions, strict=True)
    )


def find_declined(
    text: str, sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> tuple[Refusal, ...]:
    """Who declined to comment or could not be reached, resolved among who speaks around it."""
    refusals = find_refusals(text, sentences)
    if not refusals:
        return ()
    told = {Attribution(refusal.source, (), (refusal.span,)): refusal for refusal in refusals}
    turns = sorted((*attributions, *told), key=lambda turn: turn.content[0])
    speakers = zip(turns, resolve_speakers(text, sentences, turns), strict=True)
    return tuple(
        replace(told[turn], speaker=speaker.name if turn.source else None)
        for turn, speaker in speakers
        if turn in told
    )


def join_statement(
    sentences: Sequence[Sentence],
    attribution: Attribution,
    speaker: Speaker,
    decision: RoleDecision,
) -> Statement:
    """The findings of the stages about one statement.

    Its confidence is the chance that it was made and stands in the right section: that of the
    attribution times that of the role. (The role's already counts speakers taken for others;
    the speaker's own chance, of the name, stands beside it in the reasons.)
    """
    return Statement(
        attribution,
        speaker,
        decision,
        paragraph=paragraph_at(sentences, attribution.content[0].start),
        confidence=attribution.confidence * decision.confidence,
    )


def set_aside(text: str, statements: Sequence[Statement], *, most: int) -> tuple[Statement, ...]:
    """The statements, those marked that a short view leaves out because their speaker says more."""
    said: dict[tuple[str | None, Section], list[Statement]] = {}
    for statement in statements:
        if statement.attribution.kind is Kind.STATEMENT:
            said.setdefault((statement.speaker.name, statement.section), []).append(statement)
    shown = {
        id(statement)
        for group in said.values()
        for statement in choose_section(text, group, most=most)[0]
    }
    return tuple(
        replace(s, aside=s.attribution.kind is Kind.STATEMENT and id(s) not in shown)
        for s in statements
    )


def paragraph_at(sentences: Sequence[Sentence], position: int) -> int:
    """The number of the paragraph that holds a position; 1 before the first."""
    number = bisect_right(sentences, position, key=lambda sentence: sentence.span.start)
    return sentences[number - 1].paragraph if number else 1


def names_of(statements: Iterable[Statement]) -> tuple[str, ...]:
    """The names of the speakers, each once, in the order of their first statement."""
    return tuple(dict.fromkeys(s.speaker.name for s in statements if s.speaker.name))


def is_wanted(statement: Statement, options: Options) -> bool:
    """Whether the options let a statement into the briefing."""
    wanted = {statement.decision.role.value, statement.section.value}
    return statement.confidence >= options.min_confidence and (
        not options.only or bool(wanted & options.only)
    )
