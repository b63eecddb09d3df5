"""How a briefing is to be laid out: width, colour, what to show."""

from dataclasses import dataclass
from datetime import UTC, tzinfo

from briefing.domain import Kind, Role, Section, Statement, section_of


@dataclass(frozen=True, slots=True)
class Signs:
    """The typographic signs that a page is set with."""

    dot: str = " · "
    dash: str = "–"
    bullet: str = "•"
    paragraph: str = "¶"
    gap: str = " … "
    opening: str = "“"
    closing: str = "”"
    rule: str = "─"


TYPOGRAPHIC = Signs()
ASCII = Signs(" | ", "--", "*", "p", " ... ", '"', '"', "-")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the caller decides about a rendering; every format takes what concerns it.

    `width` counts terminal cells, None leaves lines unwrapped (80 in `terminal`).
    `unicode` false keeps to ASCII; `explain` adds reasons, scores and confidence.
    `only` names sections and roles (`official`, `expert`, `other`, `business` …), empty
    means all. `show_all` prints the statements too that a short view sets aside. Digests tell
    times in the `zone`.
    """

    width: int | None = None
    colour: bool = False
    unicode: bool = True
    explain: bool = False
    only: frozenset[str] = frozenset()
    show_all: bool = False
    zone: tzinfo = UTC

    @property
    def signs(self) -> Signs:
        """The signs that the output can hold."""
        return TYPOGRAPHIC if self.unicode else ASCII

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that `only` leaves, in the order of printing."""
        roles = {section_of(role) for role in Role if role in self.only}
        return tuple(s for s in Section if not self.only or s in self.only or s in roles)

    def selects(self, statement: Statement) -> bool:
        """Whether `only` lets a statement through, by its section or its role."""
        wanted = {statement.section.value, statement.decision.role.value}
        return not self.only or bool(wanted & self.only)

    def prints(self, statement: Statement) -> bool:
        """Whether a statement is printed for a reader: selected, and not a mere attitude."""
        return statement.attribution.kind is Kind.STATEMENT and self.selects(statement)
