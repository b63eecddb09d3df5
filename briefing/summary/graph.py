"""sumy's LexRank and TextRank with sparse vector arithmetic: the same choices in a fraction of
the time, in memory that grows with the number of sentence pairs that share words."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from briefing.summary.pairs import Floats, Terms, Whole, index_terms, iterate_pairs

DENSE = 512  # sentences up to which a dense matrix is used (2 MiB at most)


def _find_terms(summarizer: Any, sentences: Sequence[Any]) -> list[list[str]]:
    """sumy's `_to_words_set` for all sentences, each word form normalised and stemmed once."""
    known: dict[str, str | None] = {}
    found = []
    for sentence in sentences:
        terms = []
        for word in sentence.words:
            if word not in known:
                plain = summarizer.normalize_word(word)
                stopped = plain in summarizer.stop_words
                known[word] = None if stopped else summarizer.stem_word(plain)
            term = known[word]
            if term is not None:
                terms.append(term)
        found.append(terms)
    return found


class FastLexRank(LexRankSummarizer):  # type: ignore[misc]
    """LexRank (Erkan and Radev, JAIR 22, 2004) as sumy computes it.

    Where no two sentences share a weighty word, sumy divides by zero; here all rate alike.
    """

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """The best sentences of a sumy document, in its order."""
        sentences = document.sentences
        if not sentences:
            return ()
        scores = self._rate(index_terms(_find_terms(self, sentences)), len(sentences))
        ratings = dict(zip(sentences, scores.tolist(), strict=True))
        best: tuple[Any, ...] = self._get_best_sentences(sentences, sentences_count, ratings)
        return best

    def _rate(self, terms: Terms, total: int) -> Floats:
        rows, columns = self._find_links(terms, total)
        degrees = np.maximum(np.bincount(rows, minlength=total), 1)
        spread = _spreader(rows, columns, 1.0 / degrees[rows], total)

        def step(ranks: Floats) -> Floats:
            moved = spread(ranks)
            size = float(np.linalg.norm(moved))
            return moved / size if size else ranks

        return _settle(step, total, self.epsilon)

    def _find_links(self, terms: Terms, total: int) -> tuple[Whole, Whole]:
        held = np.bincount(terms.term, minlength=terms.distinct)
        rarity = np.log(total / (1 + held))
        most = np.zeros(total)
        np.maximum.at(most, terms.row, terms.count)
        weight = terms.count / most[terms.row] * rarity[terms.term]
        norms = np.sqrt(np.bincount(terms.row, weights=weight**2, minlength=total))
        norms[norms == 0] = np.inf
        kept = []
        for rows, columns, dots in iterate_pairs(terms, weight):
            linked = dots / (norms[rows] * norms[columns]) > self.threshold
            kept.append((rows[linked], columns[linked]))
        return np.concatenate([r for r, _ in kept]), np.concatenate([c for _, c in kept])


class FastTextRank(TextRankSummarizer):  # type: ignore[misc]
    """TextRank (Mihalcea and Tarau, EMNLP 2004) as sumy computes it."""

    def rate_sentences(self, document: Any) -> dict[Any, float]:
        """The rank of every sentence of a sumy document."""
        found = _find_terms(self, document.sentences)
        total = len(found)
        lengths = np.array([len(terms) for terms in found], dtype=np.float64)
        logs = np.log(np.maximum(lengths, 1.0))
        terms = index_terms(found)
        kept = []
        for rows, columns, dots in iterate_pairs(terms, terms.count):
            norm = logs[rows] + logs[columns]
            kept.append((rows, columns, dots / np.where(norm > 0.0, norm, 1.0)))
        rows, columns, weights = (np.concatenate(part) for part in zip(*kept, strict=True))
        sums = np.bincount(rows, weights=weights, minlength=total) + self._ZERO_DIVISION_PREVENTION
        spread = _spreader(rows, columns, weights / sums[rows], total)

        def step(ranks: Floats) -> Floats:
            stays: Floats = (1.0 - self.damping) / total * ranks.sum() + self.damping * spread(
                ranks
            )
            return stays

        scores = _settle(step, total, self.epsilon).tolist()
        return dict(zip(document.sentences, scores, strict=True))


def _spreader(
    rows: Whole, columns: Whole, shares: Floats, total: int
) -> Callable[[Floats], Floats]:
    """A function that hands the ranks on along the pairs: the sum at j of share(i, j) * rank(i).

    Short articles go through a dense matrix, as in sumy: many sentences of an article have equal
    LexRanks but for the last bit, and which of them comes first is decided by that bit.
    """
    if total <= DENSE:
        matrix = np.zeros((total, total))
        matrix[rows, columns] = shares
        transposed = matrix.T

        def spread_densely(ranks: Floats) -> Floats:
            return np.asarray(np.dot(transposed, ranks), dtype=np.float64)

        return spread_densely

    def spread_sparsely(ranks: Floats) -> Floats:
        moved = np.bincount(columns, weights=shares * ranks[rows], minlength=total)
        return moved.astype(np.float64)

    return spread_sparsely


def _settle(step: Callable[[Floats], Floats], total: int, epsilon: float) -> Floats:
    """Repeats a step of the power method until the ranks move by no more than epsilon."""
    ranks = np.full(total, 1.0 / total)
    moved = np.inf
    while moved > epsilon:
        following = step(ranks)
        moved = float(np.linalg.norm(following - ranks))
        ranks = following
    return ranks
