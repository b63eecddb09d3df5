"""What a user corrects: whom an entry is about, and what it says of them."""

from dataclasses import dataclass

from briefing.corrections.names import same_name
from briefing.corrections.patterns import matches_glob, matches_regex
from briefing.domain import Role, Status


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of a corrections file; `place` says which (`corrections.toml, entry 3`).

    It is about speakers called `name` or one of the `aliases`, or whose name `glob` or `regex`
    matches whole; about every speaker if it has none of them. With a `publisher` (a glob) it
    concerns the articles of that one only. Everybody it is about is called `name` from then
    on. Of position, affiliation, role and status, None leaves what was found; an empty
    position or affiliation takes it away.
    """

    place: str
    name: str | None = None
    aliases: tuple[str, ...] = ()
    glob: str | None = None
    regex: str | None = None
    publisher: str | None = None
    position: str | None = None
    affiliation: str | None = None
    role: Role | None = None
    status: Status | None = None

    def is_from(self, publisher: str | None) -> bool:
        """Whether the entry concerns the articles of a publisher."""
        return self.publisher is None or matches_glob(self.publisher, publisher or "")

    def is_about(self, name: str) -> bool:
        """Whether the entry is about a speaker of this name.

        >>> Correction("c.toml, entry 1", "Ada Moor", ("A. Moor",)).is_about("a moor")
        True
        """
        known = (self.name, *self.aliases) if self.name else self.aliases
        if not known and self.glob is None and self.regex is None:
            return True
        return (
            any(same_name(name, other) for other in known)
            or (self.glob is not None and matches_glob(self.glob, name))
            or (self.regex is not None and matches_regex(self.regex, name))
        )


@dataclass(frozen=True, slots=True)
class Corrections:
    """The entries of a corrections file, in its order; of two that say different things about
    one speaker, the later one counts."""

    entries: tuple[Correction, ...] = ()
