"""Tells what an article says of a speaker, and what was decided from it."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.domain import Briefing, Span, Speaker, Statement
from briefing.render.escape import show_controls

CONTEXT = 30  # characters shown before and after a mention
INDENT = "  "


def names_matching(statements: Iterable[Statement], wanted: str) -> tuple[str, ...]:
    """The speakers that a user may mean, in the order of their first statement: those of
    exactly this name, else those whose name holds all its words.

    Letter case does not count.
    """
    names = tuple(dict.fromkeys(s.speaker.name for s in statements if s.speaker.name))
    exact = tuple(name for name in names if name.casefold() == wanted.casefold())
    words = set(wanted.casefold().split())
    return exact or tuple(name for name in names if words <= set(name.casefold().split()))


def describe_speaker(briefing: Briefing, name: str) -> str:
    """All about one speaker as lines of text, two spaces deeper for what lies below another."""
    text = briefing.article.text
    own = [statement for statement in briefing.statements if statement.speaker.name == name]
    lines = [(0, name), *decisions(own)]
    for title, spans in (
        ("described as", gather(statement.speaker.descriptions for statement in own)),
        ("mentioned as", gather(statement.speaker.mentions for statement in own)),
    ):
        lines += [(1, f"{title}:")] if spans else []
        lines += [(2, f"{span.start}: {in_context(text, span)}") for span in spans]
    lines.append((1, "said:"))
    for statement in own:
        said = statement.attribution
        lines.append((2, f"paragraph {statement.paragraph}, {said.form.value}: "))
        lines.append((3, statement.text_in(text)))
        lines += [(3, reason) for reason in reasons(said.confidence, said.evidence)]
    return "".join(f"{INDENT * depth}{show_controls(line)}\n" for depth, line in lines)


def decisions(own: Sequence[Statement]) -> tuple[tuple[int, str], ...]:
    """What was decided of the speaker, each decision once, with its reasons below."""
    lines: list[tuple[int, str]] = []
    for statement in own:
        speaker, decision = statement.speaker, statement.decision
        lines += [(1, fact) for fact in speaker_facts(speaker)]
        lines += [(2, reason) for reason in reasons(speaker.confidence, speaker.evidence)]
        lines.append((1, f"role: {decision.role.value}"))
        lines += [(2, reason) for reason in reasons(decision.confidence, decision.evidence)]
    return tuple(dict.fromkeys(lines))


def speaker_facts(speaker: Speaker) -> Iterator[str]:
    """What is known of the speaker."""
    for title, value in (
        ("position", speaker.position),
        ("affiliation", speaker.affiliation),
        ("speaks for", speaker.principal),
        ("members", ", ".join(speaker.members)),
        ("status", speaker.status.value),
        ("grade", speaker.grade.value),
    ):
        if value:
            yield f"{title}: {value}"


def reasons(confidence: float, evidence: Iterable[str]) -> list[str]:
    """How sure a finding is, and why."""
    return [f"confidence {confidence:.2f}", *(f"because of {why}" for why in evidence)]


def gather(groups: Iterable[Iterable[Span]]) -> list[Span]:
    """All spans of the groups, each once, in the order of the text."""
    return sorted({span for group in groups for span in group})


def in_context(text: str, span: Span) -> str:
    """The words at a span in brackets, between what stands around them.

    >>> in_context("Later she said no.", Span(6, 9))
    'Later [she] said no.'
    """
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    return f"{before}[{span.of(text)}]{after}"
