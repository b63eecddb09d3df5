"""Verification finds every word that is not in the source, and nothing else."""

import json
from copy import deepcopy

import pytest
from cli_runs import run
from digest_samples import full
from hypothesis import given
from hypothesis import strategies as st
from render_samples import harbour

from briefing.cli.exits import ExitCode
from briefing.errors import LoadError
from briefing.render import FORMATS, Layout
from briefing.render.digest import DIGEST_FORMATS
from briefing.verify import Problem, verify

DIGEST = json.loads(DIGEST_FORMATS["json"](full(), Layout()))
BRIEFING = json.loads(FORMATS["json"](harbour(), Layout()))
TEXTS = {b.article.source: b.article.text for s in full().stories for b in s.briefings}
read = TEXTS.__getitem__


def changed(record, *path, value):
    """The record with another value in one place; `...` removes it."""
    copy = deepcopy(record)
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return copy


def test_what_is_verbatim_passes():
    assert verify(DIGEST, read) == ()
    assert verify(BRIEFING, read) == ()


STORY = ("stories", 0)
SAID = (*STORY, "statements", 0)


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ((*STORY, "summary", 0, "text"), "the harbour", "stories[0].summary[0]"),
        ((*STORY, "summary", 1, "span"), [0, 5], "stories[0].summary[1]"),
        ((*SAID, "text"), DIGEST["stories"][0]["statements"][0]["text"] + " ", SAID),
        ((*SAID, "content"), [[0, 5]], SAID),
        ((*SAID, "content"), [[0, 99999]], SAID),
        ((*SAID, "content"), [[5, 5]], SAID),
        ((*SAID, "cue"), [[9, 3]], "stories[0].statements[0].cue"),
        ((*SAID, "source"), [[9, 99999]], "stories[0].statements[0].source"),
        ((*SAID, "also_in", 0, "text"), "other", "stories[0].statements[0].also_in[0]"),
        ((*SAID, "also_in", 0, "content"), [[0, 9999]], "stories[0].statements[0].also_in[0]"),
        ((*STORY, "silent", 0, "text"), "hung up", "stories[0].silent[0]"),
        ((*STORY, "reports", 0, "characters"), 7, "the source"),
    ],
)
def test_any_change_is_found(path, value, where):
    (problem,) = verify(changed(DIGEST, *path, value=value), read)
    assert problem.where == ("stories[0].statements[0]" if where is SAID else where)
    assert problem.source in TEXTS


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("summary", 0, "text"), "x", "summary[0]"),
        (("statements", 1, "text"), "x", "statements[1]"),
        (("article", "characters"), 1, "the source"),
    ],
)
def test_any_change_of_a_briefing_is_found(path, value, where):
    (problem,) = verify(changed(BRIEFING, *path, value=value), read)
    assert (problem.source, problem.where) == ("articles/harbour.txt", where)


def test_who_declined_is_checked_too():
    declined = [{"speaker": None, "text": "Critics", "span": [0, 7], "paragraph": 1}]
    (problem,) = verify(BRIEFING | {"declined": declined}, read)
    assert problem.where == "declined[0]"


def test_one_character_of_the_source_is_enough():
    for source, text in TEXTS.items():
        altered = {**TEXTS, source: text.replace("e", "\N{CYRILLIC SMALL LETTER IE}")}
        assert {problem.source for problem in verify(DIGEST, altered.__getitem__)} == {source}


def test_a_source_that_cannot_be_read_is_one_problem():
    def fail(source):
        raise LoadError(source, "is gone", "look for it")

    problems = verify(DIGEST, fail)
    assert [problem.source for problem in problems] == list(TEXTS)
    assert str(problems[0]) == "articles/harbour.txt: the source cannot be read: is gone"


def test_each_source_is_read_once():
    asked = []
    verify(DIGEST, lambda source: asked.append(source) or TEXTS[source])
    assert sorted(asked) == sorted(TEXTS)


@pytest.mark.parametrize(
    ("document", "where"),
    [
        ([], "the document"),
        (None, "the document"),
        ({}, "schema"),
        ({"schema": "briefing/2"}, "schema"),
        (changed(BRIEFING, "article", value=...), "article"),
        (changed(BRIEFING, "article", "source", value=3), "article.source"),
        (changed(BRIEFING, "article", "characters", value=True), "article.characters"),
        (changed(BRIEFING, "summary", value={}), "summary"),
        (changed(BRIEFING, "summary", 0, value="x"), "summary[0]"),
        (changed(BRIEFING, "summary", 0, "span", value=[1]), "summary[0].span"),
        (changed(BRIEFING, "summary", 0, "span", value=[-1, 4]), "summary[0].span"),
        (changed(BRIEFING, "summary", 0, "span", value=[True, 4]), "summary[0].span"),
        (changed(BRIEFING, "statements", 0, "content", value=[]), "statements[0].content"),
        (changed(BRIEFING, "statements", 0, "cue", value=...), "statements[0].cue"),
        (changed(DIGEST, "stories", value=...), "stories"),
        (changed(DIGEST, "stories", 0, value=[]), "stories[0]"),
        (changed(DIGEST, *STORY, "articles", 0, value=1), "stories[0].articles"),
        (changed(DIGEST, *STORY, "reports", value=1), "stories[0].reports"),
        (changed(DIGEST, *SAID, "article", value=...), "stories[0].statements[0].article"),
    ],
)
def test_what_is_not_the_contract_is_a_problem_not_an_accident(document, where):
    (problem,) = verify(document, read)
    assert problem.source == "the document"
    assert problem.where == where


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
PLACES = [
    *[(name,) for name in BRIEFING],
    *[("article", name) for name in BRIEFING["article"]],
    *[("summary", 0, name) for name in BRIEFING["summary"][0]],
    *[("statements", 0, name) for name in BRIEFING["statements"][0]],
]


@given(st.sampled_from(PLACES), JSON)
def test_no_value_makes_it_fail(path, value):
    problems = verify(changed(BRIEFING, *path, value=value), lambda _: harbour().article.text)
    assert all(isinstance(problem, Problem) for problem in problems)


ARTICLE = 'Rain in Tornholm\n\nMinister Ada Vass said: "Rain is good for the fields."\n'


def written(tmp_path, monkeypatch, form="json"):
    """An article and its briefing in files of the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    assert run("a.txt", "--format", form, "-o", "b.json").exit_code == ExitCode.OK
    return tmp_path / "b.json"


@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_command_passes_what_the_program_wrote(tmp_path, monkeypatch, form):
    path = written(tmp_path, monkeypatch, form)
    path.write_text(path.read_text("utf-8") * (2 if form == "ndjson" else 1), "utf-8")
    done = run("verify", "b.json")
    assert (done.exit_code, done.stdout) == (ExitCode.OK, "")
    assert "every word is as in its source" in done.stderr
    assert run("verify", "--quiet", "b.json").stderr == ""


def test_command_tells_what_is_wrong_and_fails(tmp_path, monkeypatch):
    path = written(tmp_path, monkeypatch)
    path.write_text(path.read_text("utf-8").replace("good", "bad"), "utf-8")
    done = run("verify", "b.json", "--quiet")
    assert done.exit_code == ExitCode.FAILURE
    assert "a.txt: " in done.stderr
    assert "is not what stands there" in done.stderr


def test_command_finds_articles_that_are_gone_in_the_archive(tmp_path, monkeypatch):
    written(tmp_path, monkeypatch)
    archive = ("--archive", "archive.db")
    assert run("archive", "add", "a.txt", *archive).exit_code == ExitCode.OK
    (tmp_path / "a.txt").unlink()
    assert run("verify", "b.json", "--archive", "none.db").exit_code == ExitCode.FAILURE
    assert run("verify", "b.json", *archive).exit_code == ExitCode.OK


@pytest.mark.parametrize("data", [b"{", b"[]", b"\xff", b"", b"[" * 100_000])
def test_command_refuses_what_is_no_json(tmp_path, monkeypatch, data):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.json").write_bytes(data)
    done = run("verify", "b.json")
    assert done.exit_code == ExitCode.FAILURE
    assert "give what --format json or ndjson wrote" in done.stderr


def test_command_tells_a_missing_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "missing.json: cannot be read" in run("verify", "missing.json").stderr
