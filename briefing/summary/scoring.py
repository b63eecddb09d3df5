"""Scores sentences by the trees learned from news summaries, and says what counted."""

from collections.abc import Sequence

from briefing.forest import load_forest
from briefing.summary.features import COLUMNS, Described, measure

MODEL = "summary/sentences.txt"
_PLACE = {name: place for place, name in enumerate(COLUMNS)}


def score_sentences(
    described: Sequence[Described], paragraphs: Sequence[int]
) -> tuple[list[float], list[tuple[str, ...]]]:
    """The score of every sentence, and the reasons to print beside it.

    Scores are in standard deviations from the mean sentence of an article.
    """
    rows = measure(described, paragraphs)
    forest = load_forest(MODEL, COLUMNS)
    return [forest.predict(row) for row in rows], [_reasons(row) for row in rows]


def _reasons(row: tuple[float, ...]) -> tuple[str, ...]:
    """What speaks for a sentence, in words; the score itself weighs many small things."""
    reasons = [f"sentence {int(row[_PLACE['order']]) + 1} of {int(row[_PLACE['sentences']])}"]
    if row[_PLACE["centrality_rank"]] <= 0.2:
        reasons.append("central")
    held = round(10 * row[_PLACE["frequency_top"]])
    if held:
        reasons.append(f"{held} of the 10 weightiest words")
    for name, told in (("said", "attributed"), ("figures", "figures"), ("new_names", "new names")):
        if row[_PLACE[name]]:
            reasons.append(told)
    return tuple(reasons)
