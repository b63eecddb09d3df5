"""Rates sentences with sumy's summarisers, through sumy's own interface and with our words."""

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from briefing import lexicon
from briefing.errors import BriefingError
from briefing.terms import split_words, stem, stop_words

# Sentences above which a method takes minutes: KL rescans every sentence for each one that it
# takes (5 s of processor time at 200), LSA fills a dense matrix cell by cell in Python.
LIMITS = {"kl": 200, "lsa": 500, "reduction": 500, "sum-basic": 3000, "luhn": 3000}


class _Words:
    """What sumy's sentences ask for their words: our word splitter, no downloaded data."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(split_words(text))

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return (text,)


def build_document(paragraphs: Iterable[Sequence[str]], *, title: str | None = None) -> Any:
    """A sumy document of paragraphs of sentences, the title as its heading."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence

    words = _Words()
    built = [Paragraph([SumySentence(s, words) for s in wordings]) for wordings in paragraphs]
    if title:
        built.insert(0, Paragraph([SumySentence(title, words, is_heading=True)]))
    return ObjectDocumentModel(built)


def _plain(module: str, name: str) -> Callable[[], Any]:
    def make() -> Any:
        from importlib import import_module

        summarizer = getattr(import_module(module), name)(stem)
        if hasattr(summarizer, "stop_words"):
            summarizer.stop_words = stop_words()
        return summarizer

    return make


def _edmundson() -> Any:
    from sumy.summarizers.edmundson import EdmundsonSummarizer

    summarizer = EdmundsonSummarizer(stem)
    summarizer.bonus_words = lexicon.words("summary/bonus.txt")
    summarizer.stigma_words = lexicon.words("summary/stigma.txt")
    summarizer.null_words = stop_words()
    return summarizer


MAKERS: dict[str, Callable[[], Any]] = {
    "lex-rank": _plain("briefing.summary.graph", "FastLexRank"),
    "text-rank": _plain("briefing.summary.graph", "FastTextRank"),
    "luhn": _plain("sumy.summarizers.luhn", "LuhnSummarizer"),
    "lsa": _plain("sumy.summarizers.lsa", "LsaSummarizer"),
    "kl": _plain("sumy.summarizers.kl", "KLSummarizer"),
    "sum-basic": _plain("sumy.summarizers.sum_basic", "SumBasicSummarizer"),
    "reduction": _plain("sumy.summarizers.reduction", "ReductionSummarizer"),
    "edmundson": _edmundson,
    "random": _plain("sumy.summarizers.random", "RandomSummarizer"),
}


def rate(paragraphs: Sequence[Sequence[str]], *, method: str, title: str | None) -> list[float]:
    """The rating that a method gives each sentence, in document order; higher is better.

    The same input gives the same ratings (`random` is seeded).

    Raises: BriefingError when there are more sentences than the method can rate in good time.
    """
    count = sum(map(len, paragraphs))
    if count > LIMITS.get(method, count):
        raise BriefingError(
            f"an article of {count} sentences",
            f"is too long for {method}, which is limited to {LIMITS[method]}",
            "choose another --method",
        )
    ratings = [0.0] * count

    def note(infos: Iterable[Any]) -> list[Any]:
        listed = list(infos)
        for info in listed:
            ratings[info.order] = float(info.rating)
        return listed

    state = random.getstate()
    random.seed(0)
    try:
        MAKERS[method]()(build_document(paragraphs, title=title), note)
    finally:
        random.setstate(state)
    return ratings
