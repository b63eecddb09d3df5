"""One entity per person or body of an article, built from the names that mention it."""

import unicodedata
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from briefing.domain import Span, Status
from briefing.speakers.bynames import without_byname
from briefing.speakers.lexicons import MEMORY, word_list
from briefing.speakers.names import NameKind
from briefing.speakers.words import SUFFIXES


@dataclass(frozen=True, slots=True)
class Post:
    """A position with its affiliation and status, in the article's words; `rank` is the
    weight of where it was read (higher is surer), `owner` the number of a possessive pronoun
    that stands for the affiliation, -1 for none."""

    position: str
    affiliation: str
    status: Status
    rank: int = 0
    owner: int = -1


@dataclass(slots=True, eq=False)
class Entity:
    """A person, body, place or described source while it is being gathered.

    `spellings` counts its names as printed, `forms` are the token forms of its names, `heads`
    the nouns that name it by its office, `phrase` the words of a description, `facts` the spans
    of what is said about it, `gender` votes for m and f, `posts` what the facts tell of
    positions, `asides` where mentions hang on a preposition.
    """

    name: str
    kind: NameKind
    forms: list[tuple[str, ...]] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    facts: list[Span] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    honorifics: set[str] = field(default_factory=set)
    gender: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    posts: list[Post] = field(default_factory=list)
    plural: bool = False
    named: bool = True
    principal: "Entity | None" = None
    members: tuple["Entity", ...] = ()
    phrase: tuple[int, int] = (0, 0)
    asides: set[int] = field(default_factory=set)

    @property
    def surname(self) -> str:
        """The last part of the longest form."""
        longest = max(self.forms, key=len, default=("",))
        return longest[-1] if longest else ""

    def sex(self) -> str:
        """`m` or `f` where the votes decide, else empty."""
        return "" if self.lean() == 0 else "m" if self.lean() > 0 else "f"

    def attested(self) -> bool:
        """Whether the article or a given name shows that this is a person."""
        return bool(self.gender["m"] or self.gender["f"] or self.honorifics or self.heads)

    def seen_at(self, offset: int) -> int:
        """Where the last mention before an offset starts, -1 for none."""
        before = bisect_left(self.mentions, Span(offset, 0))
        return self.mentions[before - 1].start if before else -1

    def lean(self) -> int:
        """How far the votes go for m (above 0) or f (below 0)."""
        return self.gender["m"] - self.gender["f"]


@lru_cache(MEMORY)
def plain(text: str) -> str:
    """A word without accents, case and full stops."""
    bare = unicodedata.normalize("NFKD", text)
    return "".join(ch for ch in bare if not unicodedata.combining(ch)).casefold().replace(".", "")


@lru_cache(MEMORY)
def name_form(text: str) -> tuple[str, ...]:
    """The comparable parts of a name: hyphens part words, suffixes and nicknames are dropped.

    >>> name_form("Philip Shetler-Jones Jr.")
    ('philip', 'shetler', 'jones')
    """
    parts = plain(without_byname(text).replace("-", " ").replace("‑", " ")).split()
    bare = tuple(part.strip(",’'") for part in parts if part.strip(",’'") not in SUFFIXES)
    return tuple(part for part in bare if part) or (plain(text),)


def opens_surname(word: str, form: tuple[str, ...]) -> bool:
    """Whether a word is a surname before a particle: `ruiz` of `ana ruiz de la weir`."""
    at = form.index(word) if word in form[1:-1] else 0
    return at > 0 and form[at + 1] in word_list("particles")


def gender_weight(low: str) -> int:
    """How much a noun tells of gender: `spokesman` is said of women too, `mother` of no man."""
    return (
        1
        if low.endswith("man") and low not in ("woman", "man") and not low.endswith("woman")
        else 3
    )
