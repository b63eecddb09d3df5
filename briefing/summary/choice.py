"""Chooses the summary of an article: rates the eligible sentences and takes the best that fit."""

from collections.abc import Sequence
from itertools import groupby

from briefing.domain import Attribution, Form, Sentence, Span, SummarySentence
from briefing.errors import BriefingError
from briefing.summary import peers
from briefing.summary.eligible import find_eligible
from briefing.summary.features import cosine, describe
from briefing.summary.length import Length, take_ranked
from briefing.summary.openings import points_back, points_by_noun
from briefing.summary.scoring import score_sentences
from briefing.summary.selection import select
from briefing.tokens import count_words

# What a sentence loses, in standard deviations, when it is nothing but a direct quotation: the
# briefing prints those below the summary with their speakers, and they read badly alone.
QUOTATION_COST = 0.3

# What the first sentence gains, in standard deviations: it tells what happened, also where its
# length speaks against it. On CNN/DM, whose leads are short, it costs 0.1 ROUGE-1
# (cross-validated); in news with strong leads it guards against leaving the news out.
LEAD_BONUS = 0.4

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

    `briefing` scores sentences by learned trees and takes no sentence that opens with a pronoun,
    a connective or a bare `The minister` unless the sentence before it is taken as well; `lead`
    takes the first ones; the others are sumy's, and choose what sumy chooses.

    Raises: BriefingError for an unknown method, or an article too long for the one asked for.
    """
    if method not in METHODS:
        raise BriefingError(f"method {method}", "is unknown", f"choose {', '.join(METHODS)}")
    places = find_eligible(text, sentences)
    if not places:
        return ()
    found = [sentences[i] for i in places]
    if method == "briefing":
        return _choose_by_scores(text, found, places, length, title, attributions)
    wordings = [sentence.span.of(text) for sentence in found]
    ratings = [-float(i) for i in range(len(found))]
    if method != "lead":
        grouped = groupby(zip(found, wordings, strict=True), key=lambda pair: pair[0].paragraph)
        paragraphs = [[wording for _, wording in group] for _, group in grouped]
        ratings = peers.rate(paragraphs, method=method, title=title)
    ranked = sorted(range(len(found)), key=lambda i: -ratings[i])
    chosen = take_ranked(ranked, [count_words(wording) for wording in wordings], length)
    return tuple(
        SummarySentence(wordings[i], found[i].span, ratings[i], (f"{method} {ratings[i]:.3g}",))
        for i in chosen
    )


def _choose_by_scores(
    text: str,
    found: Sequence[Sentence],
    places: Sequence[int],
    length: Length,
    title: str | None,
    attributions: Sequence[Attribution],
) -> tuple[SummarySentence, ...]:
    wordings = [sentence.span.of(text) for sentence in found]
    described = [describe(wording) for wording in wordings]
    scores, reasons = score_sentences(described, [sentence.paragraph for sentence in found])
    quoted = [s for a in attributions if a.form is Form.DIRECT for s in a.content]
    scores = [
        score - QUOTATION_COST * _share_within(sentence.span, quoted) + LEAD_BONUS * (place == 0)
        for place, (score, sentence) in enumerate(zip(scores, found, strict=True))
    ]
    needs = find_needs(wordings, places, title=title)
    chosen = select(
        scores,
        needs=needs,
        likeness=lambda one, other: cosine(described[one], described[other]),
        sizes=[count_words(wording) for wording in wordings],
        length=length,
    )
    carried = {needs[i] for i in chosen}
    return tuple(
        SummarySentence(
            wordings[i],
            found[i].span,
            round(scores[i], 4),
            (*reasons[i], *(("the next sentence refers to it",) if i in carried else ())),
        )
        for i in chosen
    )


def _share_within(span: Span, others: Sequence[Span]) -> float:
    """The share of a span that the others, which do not overlap, cover."""
    covered = sum(max(0, min(span.end, o.end) - max(span.start, o.start)) for o in others)
    return min(1.0, covered / (span.end - span.start))


def find_needs(
    wordings: Sequence[str], places: Sequence[int], *, title: str | None = None
) -> list[int | None]:
    """For each sentence the position of the one it points back to, None where it stands alone.

    Where the sentence before it is not eligible, it is its own need: it can never be chosen. So
    with a first sentence that keeps its subject back (`She knew something had happened.`) where
    no title names it above.
    `places` are the sentences' places among all of the article's, which tell neighbours.
    """
    needs: list[int | None] = []
    for i, wording in enumerate(wordings):
        points = points_back(wording) or (i > 0 and points_by_noun(wording))
        if not points or (i == 0 and title):
            needs.append(None)
        else:
            needs.append(i - 1 if i and places[i] - places[i - 1] == 1 else i)
    return needs
