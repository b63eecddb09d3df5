"""The learned engine: what it finds, what it leaves out, how it is loaded."""

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from briefing.attribution import find_attributions
from briefing.attribution.learned.engine import clip_source, drop_marks, form_of, without_agency
from briefing.attribution.learned.inference import Candidate, find_candidates
from briefing.attribution.learned.kinds import (
    is_doubtful,
    is_inside_name,
    is_naming,
    is_obliged,
    is_question,
    is_refusal,
    is_title,
    kind_of,
)
from briefing.attribution.learned.leanings import cue_leaning
from briefing.attribution.learned.mending import mend_contents, without_told
from briefing.attribution.learned.model import FORMAT, load_in_background, load_model, read_header
from briefing.attribution.learned.pairing import (
    Pairing,
    chance_of_pairing,
    features_of,
    keep_likeliest,
    pair_findings,
)
from briefing.attribution.learned.windows import make_windows
from briefing.domain import Attribution, Form, Kind, Sentence, Span
from briefing.errors import DataError
from briefing.load import load_text
from briefing.segment import split_sentences

load_in_background().join()  # before anything here imports numpy

ARTICLE = """Harbour to close

The harbour of Vellmar will close in May, Transport Minister Ada Brandt said on Monday. “We will \
not pay twice for one pier,” she told reporters. “The first bill was high enough.”

According to a study by the Institute for Coastal Research, one pile in four is hollow. The port \
authority denied the charge and promised a report by June. Ferry owners hope to stay.

The builder, Holm & Sons, declined to comment.
"""


def find(text: str) -> tuple[str, tuple[Attribution, ...]]:
    article = load_text(text, source="test")
    sentences = split_sentences(article.text, article.blocks)
    return article.text, find_attributions(article.text, sentences, engine="model")


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " / ".join(span.of(text) for span in spans)


def test_the_network_finds_who_said_what() -> None:
    text, found = find(ARTICLE)
    said = {words(text, a.source): words(text, a.content) for a in found if a.kind == "statement"}
    assert "The harbour of Vellmar will close in May" in said["Transport Minister Ada Brandt"]
    assert said["she"].startswith("“We will not pay twice for one pier,”")
    assert "The first bill was high enough." in said["she"]
    assert "one pile in four is hollow" in said["a study by the Institute for Coastal Research"]
    assert any("port authority" in source for source in said)


def test_hopes_and_refusals_are_no_statements() -> None:
    text, found = find(ARTICLE)
    statements = [words(text, a.content) for a in found if a.kind is Kind.STATEMENT]
    assert not any("comment" in content or "to stay" in content for content in statements)


def test_findings_are_in_text_order_and_say_why() -> None:
    _, found = find(ARTICLE)
    starts = [a.content[0].start for a in found]
    assert starts == sorted(starts)
    assert all(a.evidence and 0 < a.confidence < 1 for a in found)


def test_what_stands_before_or_behind_an_article_changes_nothing_in_it() -> None:
    _, alone = find(ARTICLE)
    _, again = find(ARTICLE)
    assert alone == again


def test_a_transcript_is_read_as_its_format_shows() -> None:
    text, found = find(
        "TOM REYES: It was safe. We tested it.\n\nANNA BELL: By whom?\n\nTOM REYES: Us.\n"
    )
    assert [words(text, a.source) for a in found] == ["TOM REYES", "ANNA BELL", "TOM REYES"]


def test_text_without_statements_has_none() -> None:
    assert find_attributions("", ()) == ()
    assert find("The pier is long. It is made of wood.\n")[1] == ()


def test_a_piece_that_another_cue_introduces_is_not_taken_along() -> None:
    text, found = find(
        "“We cannot pay for this pier,” Orr said, adding later, “The pier costs us a fortune, and "
        "yes, we keep it open for the islanders, but we spend a lot of money on it.”\n"
    )
    contents = [words(text, a.content) for a in found if a.kind is Kind.STATEMENT]
    assert "“We cannot pay for this pier,”" in contents
    assert sum("costs us" in content for content in contents) == 1


def told(text: str) -> list[str]:
    """Source and content of each statement."""
    text, found = find(text)
    return [
        f"{words(text, a.source)}: {words(text, a.content).rstrip(',')}"
        for a in found
        if a.kind is Kind.STATEMENT
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The figures, the operator concedes, are old.", ["the operator: The figures / are old"]),
        (
            "The vaccine, the agency warned, was never meant for infants.",
            ["the agency: The vaccine / was never meant for infants"],
        ),
        (
            "Such an index, according to Orr, could be running by May.",
            ["Orr: Such an index / could be running by May"],
        ),
        (
            "What nobody has, admits the trial’s statistician, Omar Sall of the Dakar School of "
            "Health, is a figure for how often such attacks happen without any vaccine.",
            [
                "the trial’s statistician, Omar Sall of the Dakar School of Health: What nobody "
                "has / is a figure for how often such attacks happen without any vaccine"
            ],
        ),
        (
            "Two men have been held, police said; a third is being sought, they added.",
            ["police: Two men have been held", "they: a third is being sought"],
        ),
        (
            "The bridge is closed, the mayor said; it may open in May, she added.",
            ["the mayor: The bridge is closed", "she: it may open in May"],
        ),
    ],
)
def test_clauses_are_whole_and_go_to_their_own_cues(text: str, expected: list[str]) -> None:
    assert told(f"{text}\n") == expected


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("The guild, Mayor Bo Lind scoffed, “was handed a timetable in May”.", "Mayor Bo Lind"),
        ("His client, objected Ana Ruiz, “runs a nursery and owns a spade”.", "Ana Ruiz"),
        ("Locks, said Bo Lind of the guild, “leak and nobody cares”.", "Bo Lind of the guild"),
    ],
)
def test_what_an_interrupted_clause_is_about_does_not_speak(said: str, source: str) -> None:
    (found,) = find_attributions(said, [Sentence(Span(0, len(said)), 1)])
    assert [span.of(said) for span in found.source] == [source]


def test_pieces_of_a_source_inside_what_it_says_are_left_out() -> None:
    assert without_told((Span(0, 9), Span(11, 18)), (Span(0, 9), Span(30, 40))) == (Span(11, 18),)


def test_only_a_part_of_an_interrupted_clause_is_made_whole() -> None:
    text = "The figures that we have, say they, are old and in need of care, of course"
    cue = (26, 29)
    front = replace(ruled(0, 24, "fronted"), cue=(Span(*cue),), content=(Span(0, 24), Span(36, 63)))
    for start, end in (36, 63), (0, 24):
        (whole,) = mend_contents(text, [candidate(start, end, cue=cue)], [front])
        assert whole.spans["content"] == front.content
    for other in (
        replace(front, evidence=("that",)),
        replace(front, cue=(Span(70, 74),)),
        replace(front, content=(Span(0, 24),)),
        replace(front, content=(Span(0, 24), Span(40, 63))),  # `old`: no clause goes on so
    ):
        (left,) = mend_contents(text, [candidate(0, 24, cue=cue)], [other])
        assert left.spans["content"] == (Span(0, 24),)


# ------------------------------------------------------------------ combination
def candidate(
    start: int, end: int, *, cue: tuple[int, int] = (0, 4), score: float = 0.9
) -> Candidate:
    spans = {"source": (), "cue": (Span(*cue),), "content": (Span(start, end),)}
    return Candidate(spans, score, 0.95, 0.9)


def ruled(start: int, end: int, rule: str = "that", kind: Kind = Kind.STATEMENT) -> Attribution:
    return Attribution(
        (), (Span(0, 4),), (Span(start, end),), kind, confidence=0.8, evidence=(rule,)
    )


WEIGHTS = {"cue": 4.0, "rule": 1.0}


def test_a_quotation_that_goes_on_at_length_is_one_with_its_beginning() -> None:
    long = replace(ruled(10, 50), content=(Span(10, 50), Span(80, 300)), form=Form.DIRECT)
    (pairing,) = pair_findings([(candidate(10, 50), Form.DIRECT)], [long])
    assert pairing.ruled is long
    other_cue = replace(long, cue=(Span(60, 65),))
    assert len(pair_findings([(candidate(10, 50), Form.DIRECT)], [other_cue])) == 2
    reported = replace(long, form=Form.INDIRECT)
    assert len(pair_findings([(candidate(10, 50), Form.DIRECT)], [reported])) == 2


def test_like_findings_are_one_and_others_stand_alone() -> None:
    both, alone = pair_findings(
        [(candidate(10, 50), Form.INDIRECT)], [ruled(12, 52), ruled(80, 99)]
    )
    assert both.ruled is not None and both.candidate is not None
    assert alone.candidate is None
    assert features_of(both)["both"] == 1.0
    assert "rule alone" in features_of(alone)


def test_what_a_format_shows_is_taken_at_its_word() -> None:
    shown = ruled(10, 50, "transcript")
    (pairing,) = pair_findings([(candidate(12, 40), Form.INDIRECT)], [shown])
    assert pairing.candidate is None
    assert chance_of_pairing({}, pairing) == shown.confidence


def test_one_statement_is_kept_once_and_inner_ones_belong_to_the_outer() -> None:
    outer = Pairing(candidate(10, 90), None, Form.INDIRECT)
    twin = Pairing(candidate(12, 90), None, Form.INDIRECT)
    inner = Pairing(candidate(40, 60, cue=(30, 34)), None, Form.INDIRECT)
    kept = keep_likeliest([(0.9, outer), (0.8, twin), (0.7, inner), (0.1, twin)], 0.4)
    assert [pairing for _, pairing in kept] == [outer]


def test_a_piece_belongs_to_the_likelier_statement() -> None:
    spans = {"source": (), "cue": (Span(30, 34),), "content": (Span(0, 28), Span(60, 90))}
    early = Pairing(Candidate(spans, 0.9, 0.95, 0.9), None, Form.INDIRECT)
    late = Pairing(candidate(60, 90, cue=(50, 54)), None, Form.DIRECT)
    kept = keep_likeliest([(0.95, late), (0.9, early)], 0.4)
    assert [pairing.content for _, pairing in kept] == [(Span(60, 90),), (Span(0, 28),)]


def test_two_statements_side_by_side_are_both_kept() -> None:
    one = Pairing(candidate(10, 40), None, Form.INDIRECT)
    other = Pairing(candidate(60, 90, cue=(50, 54)), None, Form.INDIRECT)
    assert len(keep_likeliest([(0.9, one), (0.8, other)], 0.4)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank declined to comment", True),
        ("The bank would not immediately say", True),
        ("The bank did not respond to", True),
        ("The memo doesn't say", True),
        ("The envoy did not repeat", True),
        ("The bank does pay and says", False),
        ("The bank said it would not pay", False),
        ("The bank said", False),
        ("He could not be happier and said", False),
        ("The mayor would not be drawn", True),
        ("The office neither confirmed nor denied", True),
        ("The office denied", False),
    ],
)
def test_refusals(text: str, expected: bool) -> None:
    assert is_refusal(text, Span(text.rindex(" ") + 1, len(text))) is expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("The manager offered no excuse", "offered", True),
        ("The manager gave no date for it", "gave", True),
        ("The manager offered north pier as a refuge", "offered", False),
        ("The ministry referred all questions to the port", "referred", True),
        ("The ministry referred to questions of the port", "referred", False),
        ("Her lawyer left two calls unanswered", "left two calls", True),
        ("Her lawyer calls unanswered mail a scandal", "calls", False),
    ],
)
def test_what_is_withheld(text: str, cue: str, expected: bool) -> None:
    start = text.index(cue)
    assert is_refusal(text, Span(start, start + len(cue))) is expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("She was asked whether it rained", "asked", True),
        ("Asked about the fee, she left", "Asked", True),
        ("When asked whether it rained, she left", "asked", True),
        ("‘No.’\n\nAsked whether it rained, she left", "Asked", True),
        ("She asked whether it rained", "asked", False),
        ("When she asked whether it rained", "asked", False),
    ],
)
def test_questions_put_to_a_speaker(text: str, cue: str, expected: bool) -> None:
    start = text.index(cue)
    assert is_question(text, Span(start, start + len(cue))) is expected


def test_naming_needs_the_rules_or_a_sure_network() -> None:
    unsure = Pairing(candidate(10, 20), None, Form.DIRECT)
    assert is_naming(unsure, 0.5, "call")
    assert not is_naming(unsure, 0.9, "call")
    assert not is_naming(unsure, 0.5, "said")
    assert not is_naming(Pairing(candidate(10, 20), ruled(10, 20), Form.DIRECT), 0.5, "call")


def titled(words: str, form: Form = Form.DIRECT) -> bool:
    return is_title(words, Pairing(candidate(0, len(words)), None, form))


@pytest.mark.parametrize(
    "words", ["“The River Runs Dry”", "'Rain, Rain, Go Away'", "“War and Peace”"]
)
def test_words_written_like_a_title_are_one(words: str) -> None:
    assert titled(words)
    assert not titled(words, Form.MIXED)
    found_by_both = Pairing(candidate(0, len(words)), ruled(0, len(words)), Form.DIRECT)
    assert not is_title(words, found_by_both)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("released a novel titled “Dry Wells”", True),
        ("published an essay headed 'Not Yet.'", True),
        ("praised a novel titled “Dry Wells”", False),
        ("released a plan called “timid” by its critics", False),
        ("released a man named in “The Dry Wells”", False),
    ],
)
def test_a_work_published_with_its_title_is_no_statement(text: str, expected: bool) -> None:
    start = text.index(" ") + 1
    found = candidate(start, len(text), cue=(0, start - 1))
    pairing = Pairing(found, ruled(start, len(text)), Form.MIXED)
    assert is_title(text, pairing) is expected


def test_words_that_introduce_speech_nowhere_else_need_a_sure_network() -> None:
    alone = Pairing(candidate(10, 40), None, Form.INDIRECT)
    both = Pairing(candidate(10, 40), ruled(10, 40), Form.INDIRECT)
    assert is_doubtful(alone, 0.5, 0.0)
    assert not is_doubtful(alone, 0.7, 0.0)
    assert not is_doubtful(alone, 0.5, 1.2)
    assert not is_doubtful(both, 0.5, 0.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The firm has to ask", True), ("Ministers must explain", True), ("The firm asks", False)],
)
def test_who_has_to_say_something_has_not_said_it(text: str, expected: bool) -> None:
    cue = (text.rindex(" ") + 1, len(text))
    assert is_obliged(text, Pairing(candidate(0, 9, cue=cue), None, Form.INDIRECT), 0.6) is expected
    both = Pairing(candidate(0, 9, cue=cue), ruled(0, 9), Form.INDIRECT)
    assert not is_obliged(text, both, 0.6)


@pytest.mark.parametrize("words", ["“We are tired”", "“Nonsense”", "“Never again in Lisbon”"])
def test_words_of_a_sentence_are_no_title(words: str) -> None:
    assert not titled(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Amal Ben-Said", True),
        ("Minister Amal Said", False),
        ("no – Said", False),
        ("Said", False),
    ],
)
def test_a_part_of_a_name_is_no_cue(text: str, expected: bool) -> None:
    assert is_inside_name(text, Span(len(text) - 4, len(text))) is expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [("RIVER INSTITUTE = ", 1), ("RIVER INSTITUTE= ", 1), ("RIVER INSTITUTE's ", 2)],
)
def test_the_label_of_agency_style_is_no_source(label: str, expected: int) -> None:
    text = f"{label}Ms Ane Lund explains that it rains"
    name = Span(len(label), len(label) + 11)
    found = candidate(len(text) - 13, len(text))
    found = replace(found, spans={**found.spans, "source": (Span(0, 15), name)})
    assert len(without_agency(text, found)) == expected


def test_kind_weighs_cue_network_and_rules() -> None:
    weights = {"cue": 1.0, "rule": 2.0}
    alone = Pairing(candidate(10, 20), None, Form.INDIRECT)
    assert kind_of(alone, cue_leaning("hopes", {"hopes": -3.0}), weights) is Kind.ATTITUDE
    assert kind_of(alone, 2.0, weights) is Kind.STATEMENT
    wish = Pairing(None, ruled(1, 2, kind=Kind.ATTITUDE), Form.INDIRECT)
    assert kind_of(wish, 9.0, weights) is Kind.ATTITUDE


def test_form_follows_the_quotation_marks() -> None:
    text = "He said “no way” and left."
    assert form_of(text, [Span(9, 15)], [Span(8, 16)]) is Form.DIRECT
    assert form_of(text, [Span(9, 15)], [Span(3, 25)]) is Form.MIXED
    assert form_of(text, [Span(9, 15)], [Span(17, 25)]) is Form.INDIRECT


def test_the_number_of_threads_changes_nothing() -> None:
    model = load_model()
    article = load_text("\n\n".join([ARTICLE] * 6), source="test")
    sentences = split_sentences(article.text, article.blocks)
    windows = make_windows(article.text, sentences, model.encode)
    assert len(windows) > 3
    alone = [find_candidates(model, [window], threads=1) for window in windows]
    for threads in (1, 2, 5):
        found = find_candidates(model, windows, threads=threads)
        assert found == [candidate for candidates in alone for candidate in candidates]


def test_other_articles_change_nothing() -> None:
    other = "The ferry sank. “It was old,” said Ann Roe, the captain.\n\n" * 3
    first = find(ARTICLE)
    find(other)
    assert find(ARTICLE) == first


def test_a_piece_without_a_word_is_no_content() -> None:
    text = "“Yes,” she said. “"
    spans = {"source": (), "cue": (Span(11, 15),), "content": (Span(0, 6), Span(17, 18))}
    kept = drop_marks(Candidate(spans, 0.9, 0.95, 0.9), text)
    assert kept.spans["content"] == (Span(0, 6),)


def test_a_source_stays_in_the_sentence_of_its_cue() -> None:
    text = "The farmer was tired. The ministry said it was over."
    sentences = [Sentence(Span(0, 21), 1), Sentence(Span(22, len(text)), 1)]
    spans = {"source": (Span(4, 34),), "cue": (Span(35, 39),), "content": (Span(40, 51),)}
    clipped = clip_source(Candidate(spans, 0.9, 0.95, 0.9), sentences)
    assert words(text, clipped.spans["source"]) == "The ministry"


# ------------------------------------------------------------------ loading
def test_the_shipped_files_are_those_of_the_header() -> None:
    model = load_model()
    assert model.version
    assert 0 < model.threshold < 1


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text('{"format": "other/9"}', "utf-8")
    with pytest.raises(DataError, match=FORMAT):
        read_header(tmp_path)
    with pytest.raises(DataError, match="cannot be read"):
        read_header(tmp_path / "missing")


def test_a_damaged_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data" / "attribution" / "model"
    folder.mkdir(parents=True)
    header = {"format": FORMAT, "sha256": {"encoder.onnx": "0" * 64}}
    (folder / "model.json").write_text(json.dumps(header), "utf-8")
    (folder / "encoder.onnx").write_bytes(b"not a network")
    monkeypatch.setattr("briefing.attribution.learned.model.files", lambda _: tmp_path)
    with pytest.raises(DataError, match="damaged"):
        load_model.__wrapped__()
    (folder / "encoder.onnx").unlink()
    with pytest.raises(DataError, match="cannot be read"):
        load_model.__wrapped__()


def test_the_model_card_ships_with_the_weights() -> None:
    card = files("briefing").joinpath("data", "attribution", "model", "MODEL_CARD.md")
    assert "PolNeAR" in card.read_text("utf-8")
