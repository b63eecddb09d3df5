"""Reading marked articles and standoff annotations for training."""

from pathlib import Path

import pytest

from briefing.domain import Span
from briefing.training.attribution.corpus import read_marked, read_polnear, strip_marks

MARKED = """Dam to close

{s1|{s2|The mayor}} {q1|said} {c1|that the dam is safe} and {q2|hopes} {c2|to sleep}.
#attitudes 2
"""


def test_marks_become_spans_of_the_text_without_them(tmp_path: Path) -> None:
    path = tmp_path / "a01-dam.txt"
    path.write_text(MARKED, "utf-8")
    document = read_marked(path, weight=2.0)
    first, second = document.gold
    assert document.text.endswith("The mayor said that the dam is safe and hopes to sleep.")
    assert [span.of(document.text) for span in first.content] == ["that the dam is safe"]
    assert first.source == second.source
    assert (first.kind, second.kind) == ("S", "M")
    assert document.weight == 2.0


def test_a_mark_left_open_is_refused() -> None:
    with pytest.raises(ValueError, match="c1 is not closed"):
        strip_marks("{c1|no end")


def test_the_first_annotator_counts_and_discarded_text_is_kept_apart(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    text = "Ann said no. Follow us."
    (tmp_path / "text" / "a.txt").write_text(text, "utf-8")
    (tmp_path / "attributions" / "a_1111.ann").write_text(
        "T1\tSource 0 3\tAnn\nT2\tCue 4 8\tsaid\nT3\tContent 9 11\tno\n"
        "T4\tAttribution 4 8\tsaid\nT5\tDiscard 13 23\tFollow us.\n"
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nnot a line of annotation\n",
        "utf-8",
    )
    (tmp_path / "attributions" / "a_2222.ann").write_text("", "utf-8")
    labels = tmp_path / "roles.jsonl"
    labels.write_text('{"doc": "a", "id": "E1", "roles": ["public"], "kind": "S"}\n', "utf-8")
    (document,) = read_polnear(tmp_path, labels)
    (gold,) = document.gold
    assert (gold.source, gold.cue, gold.content) == ((Span(0, 3),), (Span(4, 8),), (Span(9, 11),))
    assert (gold.kind, gold.role) == ("S", "public")
    assert document.discarded == (Span(13, 23),)
