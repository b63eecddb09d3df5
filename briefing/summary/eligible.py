"""Tells which sentences of an article may stand in a summary: whole sentences of its prose."""

import re
from collections.abc import Sequence
from functools import cache

from briefing import lexicon
from briefing.domain import PROSE, Sentence
from briefing.terms import split_words

MIN_WORDS = 4
# Whole sentences end in a mark, quotation marks and brackets after it: …over.” / …(again.)
_CLOSED = re.compile(r"[.!?…][\"”’'»)\]*]*$")
# A sentence begins with a capital, a figure or an opening mark, not with a torn-off word.
_OPENED = re.compile(r"[\"“‘'«„(\[–—-]*\s*[^\Wa-z_]|[\"“‘'«„]*[$£€¥]")


@cache
def _boilerplate() -> re.Pattern[str]:
    start: list[str] = []
    inside: list[str] = []
    for phrase in sorted(lexicon.words("summary/boilerplate.txt")):
        (start if phrase.startswith("^") else inside).append(re.escape(phrase.lstrip("^")))
    return re.compile(rf"^\W*(?:{'|'.join(start)})|\b(?:{'|'.join(inside)})\b")


def is_boilerplate(wording: str) -> bool:
    """Whether a sentence is about the publication: credits, links, invitations to readers.

    >>> is_boilerplate("Read more: the port in pictures."), is_boilerplate("He read more books.")
    (True, False)
    """
    return bool(_boilerplate().search(wording.lower().replace("’", "'")))


def is_whole(wording: str) -> bool:
    """Whether the wording reads as a whole sentence by its ends and its length.

    >>> [is_whole(s) for s in ("The port closed on Monday.", "and the port", "Photo: Reuters.")]
    [True, False, False]
    """
    return (
        bool(_CLOSED.search(wording))
        and bool(_OPENED.match(wording))
        and len(split_words(wording)) >= MIN_WORDS
    )


def find_eligible(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """The positions, in order, of the sentences that may stand in a summary.

    Headings, bylines, captions and the like never; of the prose, whole sentences that are not
    boilerplate; where there are none of these, any prose at all.
    """
    prose = [i for i, sentence in enumerate(sentences) if sentence.kind in PROSE]
    whole = [i for i in prose if is_whole(sentences[i].span.of(text))]
    good = [i for i in whole if not is_boilerplate(sentences[i].span.of(text))]
    return good or whole or [i for i in prose if split_words(sentences[i].span.of(text))]
