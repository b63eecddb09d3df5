"""Makes the learned summariser one of sumy's: same interface, same documents."""

from typing import Any

from sumy.summarizers._summarizer import AbstractSummarizer

from briefing.summary.choice import find_needs
from briefing.summary.features import cosine, describe
from briefing.summary.length import Length
from briefing.summary.scoring import score_sentences
from briefing.summary.selection import select


class BriefingSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """The learned summariser for a sumy document of any tokenizer.

    The stemmer that sumy hands to a summariser is accepted and not used: the scores were learned
    on words of our own. All sentences but headings count as whole and as neighbours.

    >>> from briefing.summary.peers import build_document
    >>> document = build_document([["Rain fell on Oslo on Monday.", "It stopped.", "Fog came."]])
    >>> [str(sentence) for sentence in BriefingSummarizer()(document, 1)]
    ['Rain fell on Oslo on Monday.']
    """

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """The best sentences in document order; the count is a number or sumy's `"20%"`."""
        sentences = document.sentences
        if not sentences:
            return ()
        paragraphs = [i for i, p in enumerate(document.paragraphs) for _ in p.sentences]
        wordings = [str(sentence) for sentence in sentences]
        described = [describe(wording) for wording in wordings]
        scores, _ = score_sentences(described, paragraphs)
        chosen = select(
            scores,
            needs=find_needs(wordings, range(len(wordings))),
            likeness=lambda one, other: cosine(described[one], described[other]),
            sizes=[len(one.words) for one in described],
            length=_read_count(sentences_count),
        )
        return tuple(sentences[i] for i in chosen)


def _read_count(count: Any) -> Length:
    if isinstance(count, str) and count.endswith("%"):
        return Length(percent=float(count[:-1]))
    return Length(sentences=int(count))
