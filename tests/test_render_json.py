"""JSON keeps to the contract and is safe to print, whatever an article holds."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator
from render_samples import SAMPLES, harbour, hostile, lone

from briefing.domain import Briefing, Keyword
from briefing.render import FORMATS, Layout

CONTRACT = [
    "speaker",
    "position",
    "affiliation",
    "role",
    "section",
    "kind",
    "form",
    "source",
    "cue",
    "content",
    "text",
    "continues",
    "confidence",
    "evidence",
]


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    text = files("briefing").joinpath("data/schema/briefing-1.json").read_text("utf-8")
    loaded = json.loads(text)
    Draft202012Validator.check_schema(loaded)
    return Draft202012Validator(loaded)


def written(briefing: Briefing, form: str = "json", layout: Layout | None = None) -> dict:
    return json.loads(FORMATS[form](briefing, layout or Layout()))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", ["json", "ndjson"])
@pytest.mark.parametrize("explain", [False, True])
def test_every_sample_is_valid_by_the_shipped_schema(schema, name, form, explain):
    schema.validate(written(SAMPLES[name](), form, Layout(explain=explain)))


def test_schema_refuses_what_the_contract_does_not_know(schema):
    record = written(harbour())
    for field, value in [("role", "expert"), ("form", "verbatim"), ("content", []), ("text", None)]:
        broken = json.loads(json.dumps(record))
        broken["statements"][0][field] = value
        assert not schema.is_valid(broken), field
    del record["summary"]
    assert not schema.is_valid(record)


def test_fields_stand_in_the_order_of_the_contract():
    record = written(harbour())
    assert list(record)[:5] == ["schema", "article", "summary", "keywords", "statements"]
    assert list(record["article"]) == (
        ["id", "source", "title", "published", "publisher", "language", "characters", "words"]
    )
    for statement in record["statements"]:
        assert list(statement)[: len(CONTRACT)] == CONTRACT


def test_text_is_what_stands_at_its_spans():
    for make in SAMPLES.values():
        briefing = make()
        text, record = briefing.article.text, written(briefing)
        for statement in record["statements"]:
            assert statement["text"] == " … ".join(text[a:b] for a, b in statement["content"])
        for sentence in record["summary"]:
            assert sentence["text"] == text[slice(*sentence["span"])]


def test_attitudes_are_in_json():
    kinds = [statement["kind"] for statement in written(harbour())["statements"]]
    assert kinds.count("attitude") == 1


def test_published_is_a_utc_time_or_null():
    assert written(harbour())["article"]["published"] == "2026-09-07T05:30:00+00:00"
    assert written(lone())["article"]["published"] is None


def test_scores_are_rounded_and_always_numbers():
    scores = [keyword["score"] for keyword in written(harbour())["keywords"]]
    assert scores == [0.9124, 0.5, 0.25]
    odd = replace(hostile(), keywords=tuple(Keyword("x", s) for s in (float("nan"), -0.0, -1e-9)))
    assert FORMATS["json"](odd, Layout()).count('"score": 0.0') == 3


def test_letters_stay_but_what_is_unsafe_to_print_is_escaped():
    text = FORMATS["ndjson"](SAMPLES["wide"](), Layout())
    assert "山田太郎" in text
    text = FORMATS["ndjson"](hostile(), Layout())
    assert text.encode("utf-8").isascii() is False
    assert not set("\x1b\x9b\x07\u202e\ud800") & set(text)
    assert written(hostile())["statements"][0]["text"] == (
        "\x1b[31mred\x1b[0m | pipe _under_ `code` \u202eesrever \ud800 <b>bold</b> "
        "[link](http://evil.example) & \x9b31m\x00 done"
    )


def test_ascii_layout_writes_ascii():
    text = FORMATS["json"](SAMPLES["wide"](), Layout(unicode=False))
    assert text.isascii()
    assert json.loads(text) == written(SAMPLES["wide"]())


def test_ndjson_is_one_line():
    for make in SAMPLES.values():
        text = FORMATS["ndjson"](make(), Layout())
        assert text.splitlines() == [text[:-1]]


def test_only_chooses_statements_and_their_balance():
    record = written(harbour(), layout=Layout(only=frozenset({"expert", "business"})))
    assert {s["role"] for s in record["statements"]} == {"expert", "business"}
    assert set(record["balance"]) == {"expert", "other", "warnings"}


def test_reasons_are_added_on_request_alone():
    plain, explained = written(harbour()), written(harbour(), layout=Layout(explain=True))
    assert "why" not in plain["statements"][0]
    assert "score" not in plain["summary"][0]
    assert explained["statements"][0]["why"]["role"] == {
        "confidence": 0.95,
        "evidence": ["title: Minister"],
    }
    assert explained["summary"][0]["score"] == 0.4123
    assert explained["keywords"][0]["reasons"] == ["in the title"]
