"""Says how long a summary is to be, and which ranked sentences fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.errors import BriefingError

DEFAULT_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Length:
    """The length of a summary: a number of sentences, at most so many words, or a percentage.

    `percent` is of the article's sentences that can stand in a summary, rounded down, at least
    one. Of several given ones the strictest counts; of none, three sentences.

    Raises: BriefingError for a length below 1 or a percentage above 100.

    >>> Length(percent=10).limit_sentences(45), Length().limit_sentences(45)
    (4, 3)
    """

    sentences: int | None = None
    words: int | None = None
    percent: float | None = None

    def __post_init__(self) -> None:
        """Refuse lengths that nothing can have."""
        for name in ("sentences", "words", "percent"):
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise BriefingError(f"length {value} {name}", "is not above 0", "give more")
        if self.percent is not None and self.percent > 100:
            raise BriefingError(f"length {self.percent} percent", "is above 100", "give less")

    def limit_sentences(self, available: int) -> int:
        """How many of the available sentences may be chosen."""
        limits = [available]
        if self.sentences is not None:
            limits.append(self.sentences)
        if self.percent is not None:
            limits.append(max(1, int(available * self.percent / 100)))
        if self.sentences is None and self.percent is None and self.words is None:
            limits.append(DEFAULT_SENTENCES)
        return min(limits)

    def fits(self, words: int) -> bool:
        """Whether a summary of so many words is short enough."""
        return self.words is None or words <= self.words


def take_ranked(ranked: Sequence[int], sizes: Sequence[int], length: Length) -> list[int]:
    """The best-ranked sentences that fit, in document order.

    `ranked` are positions, best first; `sizes` the words of every sentence by position. Where
    words are limited, a sentence that does not fit any more is passed over; the shortest stands
    alone where none fits.

    >>> take_ranked([4, 0, 2], [10, 9, 30, 9, 12], Length(words=25))
    [0, 4]
    """
    chosen: list[int] = []
    total = 0
    limit = length.limit_sentences(len(ranked))
    for position in ranked:
        if len(chosen) < limit and length.fits(total + sizes[position]):
            chosen.append(position)
            total += sizes[position]
    if not chosen and ranked:
        chosen = [min(ranked, key=lambda position: sizes[position])]
    return sorted(chosen)
