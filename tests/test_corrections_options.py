"""Corrections and register on the command line, and what `explain` and every format tell."""

import json
from importlib.resources import files

import pytest
from cli_runs import run
from jsonschema import Draft202012Validator

from briefing.brief import Options, brief
from briefing.cli.exits import ExitCode
from briefing.load import load_text
from briefing.render import FORMATS, Layout

ARTICLE = """Ferries to stop at Tornholm

Ferries will stop on Monday, Transport Minister Ingrid Vass told reporters. "We have waited \
eleven years for this," Vass said. She declined to comment on the price.

Philippa Quint-Moor, a skipper, said the boats could wait. Ola Brenk said nobody had asked him. \
The old lighthouse of Lysvik will stay lit.

The contractor, Lysvik Marine, did not respond to requests for comment.
"""
CORRECTIONS = """
[[correction]]
name = "Philippa Quint-Moor"
aliases = ["Pip Quint"]
role = "expert"
"""
REGISTER = "name;position;role;from;until\nOla Brenk;Harbour Master;official;;\n"

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working directory with an article, corrections and a register."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("BRIEFING_ENGINE", "rules")
    (tmp_path / "ferries.txt").write_text(ARTICLE)
    (tmp_path / "c.toml").write_text(CORRECTIONS)
    (tmp_path / "r.csv").write_text(REGISTER)
    return tmp_path


def roles(*args, **variables):
    lines = run("quotes", *args, "ferries.txt", env=variables).stdout.splitlines()
    return {line.split("\t")[0]: line.split("\t")[1] for line in lines}


def test_files_change_roles_wherever_they_are_named(folder):
    plain = roles()
    assert (plain["Philippa Quint-Moor"], plain["Ola Brenk"]) != ("expert", "official")
    given = roles("--corrections", "c.toml", "--register", "~/r.csv")
    assert (given["Philippa Quint-Moor"], given["Ola Brenk"]) == ("expert", "official")
    assert given["Ingrid Vass"] == plain["Ingrid Vass"] == "official"
    assert roles(BRIEFING_CORRECTIONS="c.toml", BRIEFING_REGISTER="r.csv") == given
    (folder / "briefing.toml").write_text('corrections = "~/c.toml"\nregister = "r.csv"\n')
    assert roles() == given


def test_what_was_applied_is_told_in_json_without_being_asked():
    done = run("--corrections", "c.toml", "--format", "json", "ferries.txt")
    told = [one["evidence"] for one in json.loads(done.stdout)["statements"]]
    assert any("correction: role set to expert (c.toml, entry 1)" in lines for lines in told)


@pytest.mark.parametrize("name", ["none.toml", "~no-such-user/c.toml", "r.csv"])
def test_a_wrong_file_ends_the_run_before_any_article(name):
    done = run("--corrections", name, "ferries.txt")
    assert (done.exit_code, done.stdout) == (ExitCode.USAGE, "")
    assert done.stderr.startswith(f"briefing: {name}: ")


@pytest.mark.parametrize("option", ["--corrections", "--register"])
def test_the_users_own_files_are_never_overwritten(option, folder):
    before = (folder / "c.toml").read_bytes()
    done = run(option, "c.toml", "--output", "c.toml", "ferries.txt")
    assert done.exit_code == ExitCode.USAGE
    assert (folder / "c.toml").read_bytes() == before


def test_a_contradiction_is_a_note_of_the_briefing(folder):
    (folder / "r.csv").write_text("name,position\nIngrid Vass,Finance Minister\n")
    note = "Ingrid Vass: the article has “Transport Minister”, the register Finance Minister"
    done = run("--register", "r.csv", "--format", "plain", "ferries.txt")
    assert note in " ".join(done.stdout.split())
    assert f"ferries.txt: {note}" in done.stderr


@pytest.mark.parametrize("form", FORMATS)
def test_who_is_not_on_record_is_told_in_every_format(form):
    briefing = brief(load_text(ARTICLE, source="ferries.txt"), Options(engine="rules"))
    told = " ".join(FORMATS[form](briefing, Layout(width=200)).split())
    if "json" not in form:
        assert "not on record" in told.casefold()
        assert "Ingrid Vass: She declined to comment on the price (¶2)" in told
        assert "The contractor, Lysvik Marine, did not respond to requests for comment" in told


def test_who_is_not_on_record_is_a_field_of_the_contract():
    record = json.loads(run("--format", "json", "ferries.txt").stdout)
    schema = json.loads(files("briefing").joinpath("data/schema/briefing-1.json").read_text())
    Draft202012Validator(schema).validate(record)
    first, second = record["declined"]
    assert (first["speaker"], first["reason"], first["paragraph"]) == ("Ingrid Vass", "declined", 2)
    assert (second["speaker"], second["reason"]) == ("Lysvik Marine", "unreachable")
    for one in (first, second):
        assert one["text"] == ARTICLE[slice(*one["span"])]


def test_an_alias_counts_for_those_not_on_record_too(folder):
    text = '[[correction]]\nname = "Lysvik Marine Ltd"\naliases = ["Lysvik Marine"]\n'
    (folder / "c.toml").write_text(text)
    done = run("--corrections", "c.toml", "--format", "json", "ferries.txt")
    assert json.loads(done.stdout)["declined"][1]["speaker"] == "Lysvik Marine Ltd"


def explained(name, *args):
    done = run("explain", "ferries.txt", name, "--format", "json", *args)
    assert done.exit_code == ExitCode.OK, done.stderr
    return json.loads(done.stdout)["speakers"]


def test_explain_tells_mentions_decisions_statements_and_silences():
    (vass,) = explained("ingrid vass")
    assert vass["facts"] == [
        {"position": "Transport Minister", "status": "current", "grade": "named"}
    ]
    assert vass["roles"][0]["role"] == "official"
    assert 0 < vass["roles"][0]["confidence"] <= 1
    assert {"Vass", "She"} <= {mention["text"] for mention in vass["mentions"]}
    for mention in (*vass["mentions"], *vass["descriptions"]):
        assert mention["text"] == ARTICLE[slice(*mention["span"])]
        assert mention["before"] + mention["text"] + mention["after"] in ARTICLE
        assert mention["paragraph"] == 2
    assert all(said["text"] in ARTICLE and said["why"] for said in vass["statements"])
    assert [one["text"] for one in vass["declined"]] == ["She declined to comment on the price"]
    assert vass["corrections"] == []


def test_explain_tells_what_the_user_changed():
    (quint,) = explained("quint moor", "--corrections", "c.toml")
    assert quint["corrections"] == ["correction: role set to expert (c.toml, entry 1)"]
    done = run("explain", "ferries.txt", "brenk", "--register", "r.csv").stdout
    assert "from your corrections and register:\n    register: Harbour Master\n" in done
    assert "because of register: role set to official" in done


@pytest.mark.parametrize("name", ["Vass", "VASS", "transport minister ingrid vass", "Ingrid"])
def test_explain_takes_any_name_that_the_article_uses(name):
    assert [one["name"] for one in explained(name)] == ["Ingrid Vass"]


def test_explain_shows_mentions_of_those_who_say_nothing():
    (lighthouse,) = explained("old  LIGHTHOUSE")
    assert [mention["text"] for mention in lighthouse["mentions"]] == ["old lighthouse"]
    assert lighthouse["statements"] == []
    assert "said: nothing" in run("explain", "ferries.txt", "lighthouse").stdout
    assert explained("lysvik marine")[0]["declined"]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Ingird Vas", "did you mean Ingrid Vass?"),
        ("Brenck", "did you mean Ola Brenk?"),
        ("Zorro", "its speakers are Ingrid Vass, "),
        ("", "its speakers are Ingrid Vass, "),
    ],
)
def test_explain_proposes_the_nearest_names(name, remedy):
    done = run("explain", "ferries.txt", name)
    assert done.exit_code == ExitCode.FAILURE
    assert f"ferries.txt: has no speaker {name}; {remedy}" in done.stderr


def test_explain_says_where_there_is_no_speaker_at_all(folder):
    (folder / "ferries.txt").write_text("Ferries stopped on Monday. The sea was high.\n")
    assert "no speaker was found in it" in run("explain", "ferries.txt", "Vass").stderr


def test_explain_writes_markdown_and_lines():
    lines = run("explain", "ferries.txt", "vass", "--format", "markdown").stdout.splitlines()
    assert lines[:2] == ["- Ingrid Vass", "  - position: Transport Minister"]
    done = run("explain", "ferries.txt", "vass", "--format", "ndjson").stdout
    assert len(done.splitlines()) == 1
