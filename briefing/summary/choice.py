"""Chooses the summary of an article: rates the eligible sentences and takes the best that fit."""

from collections.abc import Sequence
from itertools import groupby

from briefing.domain import Attribution, Sentence, SummarySentence
from briefing.errors import BriefingError
from briefing.summary import peers
from briefing.summary.eligible import find_eligible
from briefing.summary.length import Length, count_words, take_ranked

METHODS = ("briefing", "lead", *peers.MAKERS)


def choose_summary(
    text: str,
    sentences: Sequence[Sentence],
    *,
    length: Length,
    method: str = "briefing",
    title: str | None = None,
    attributions: Sequence[Attribution] = (),
) -> tuple[SummarySentence, ...]:
    """The sentences that summarise the article, verbatim, in document order.

    Raises: BriefingError for an unknown method, or an article too long for the one asked for.
    """
    if method not in METHODS:
        raise BriefingError(f"method {method}", "is unknown", f"choose {', '.join(METHODS)}")
    found = [sentences[i] for i in find_eligible(text, sentences)]
    wordings = [sentence.span.of(text) for sentence in found]
    if not found:
        return ()
    if method in ("lead", "briefing"):
        ratings = [1.0 - i / len(found) for i in range(len(found))]
    else:
        grouped = groupby(zip(found, wordings, strict=True), key=lambda pair: pair[0].paragraph)
        paragraphs = [[wording for _, wording in group] for _, group in grouped]
        ratings = peers.rate(paragraphs, method=method, title=title)
    ranked = sorted(range(len(found)), key=lambda i: -ratings[i])
    chosen = take_ranked(ranked, [count_words(wording) for wording in wordings], length)
    return tuple(
        SummarySentence(wordings[i], found[i].span, ratings[i], (f"{method} {ratings[i]:.3g}",))
        for i in chosen
    )
