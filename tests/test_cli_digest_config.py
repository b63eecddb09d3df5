"""The options of the digest from configuration files and the environment, and what they change."""

import json
import socket
from datetime import UTC, datetime, timedelta

import pytest
from cli_runs import TRAM, quick, run  # noqa: F401 - a fixture

from briefing.archive import Archive
from briefing.brief import brief
from briefing.cli.exits import ExitCode

pytestmark = pytest.mark.usefixtures("quick", "folder")


def digest(*args, code=ExitCode.OK, **variables):
    result = run("digest", *args, env=variables)
    assert result.exit_code == code, result.output
    return result


def again(folder, *args, **more):
    """The digest of both articles, as if there had been none before."""
    (folder / "a.db").unlink(missing_ok=True)
    return digest("--archive", "a.db", *args, "news", **more)


def speakers(told):
    statements = (s for story in told["stories"] for s in story["statements"])
    return {statement["speaker"] for statement in statements}


def test_the_table_of_the_digest_sets_its_options(folder):
    (folder / "briefing.toml").write_text(
        'keywords = 9\nwords = 5\n[digest]\nformat = "json"\nhandling = "Internal"\nkeywords = 1\n'
        'mail-from = "desk@example.org"\n'
    )
    told = json.loads(again(folder).stdout)
    assert told["handling"] == "Internal"
    assert {len(story["keywords"]) for story in told["stories"]} == {1}
    assert len(told["stories"]) == 2


def test_what_stands_above_the_tables_concerns_the_digest_too(folder):
    (folder / "briefing.toml").write_text("keywords = 2\n[digest]\nformat = 'json'\n")
    told = json.loads(again(folder).stdout)
    assert {len(story["keywords"]) for story in told["stories"]} == {2}


def test_the_table_of_the_digest_leaves_other_commands_alone(folder):
    (folder / "briefing.toml").write_text("[digest]\nkeywords = 1\n")
    assert len(run("keywords", "news/bridge.txt").stdout.splitlines()) > 1


def test_the_nearest_setting_of_the_digest_wins(folder):
    (folder / "config" / "briefing").mkdir(parents=True)
    (folder / "config" / "briefing" / "config.toml").write_text("[digest]\nhandling = 'User'\n")
    assert "User" in again(folder).stdout
    (folder / "briefing.toml").write_text("[digest]\nhandling = 'Project'\n")
    assert "Project" in again(folder).stdout
    assert "Variable" in again(folder, BRIEFING_DIGEST_HANDLING="Variable").stdout
    shown = again(folder, "--handling", "Option", BRIEFING_DIGEST_HANDLING="Variable").stdout
    assert "Option" in shown


def test_a_template_replaces_the_format_of_a_file(folder):
    (folder / "briefing.toml").write_text("[digest]\nformat = 'html'\n")
    (folder / "style").write_text("{{ digest.stories | length }} stories")
    assert again(folder, "--template", "style").stdout == "2 stories"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[digest]\nhandeling = 'x'", "unknown key `digest.handeling`"),
        ("[digest]\nstories = 0", "`digest.stories` is 0; give a whole number of at least 1"),
        ("[digest]\nmark-seen = true", "unknown key `digest.mark-seen`"),
        ("digest = 3", "unknown key `digest`"),
        ("stories = 3", "unknown key `stories`; did you mean `digest.stories`?"),
    ],
)
def test_a_wrong_table_is_named_with_its_key(folder, text, words):
    (folder / "briefing.toml").write_text(text)
    assert words in digest("news", code=ExitCode.USAGE).stderr


def test_paths_of_a_file_begin_at_the_home_directory(folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder / "home"))
    (folder / "home").mkdir()
    (folder / "home" / "watch.txt").write_text("Ole Brand\n")
    (folder / "briefing.toml").write_text("archive = '~/a.db'\n[digest]\nwatch = '~/watch.txt'\n")
    digest("news", code=ExitCode.WATCHED)
    assert (folder / "home" / "a.db").exists()


def test_recipients_may_be_an_array(folder):
    (folder / "briefing.toml").write_text(
        "[digest]\nmail-to = ['ada@example.org', 'bo@example.org']\nformat = 'mail'\n"
    )
    assert "To: ada@example.org, bo@example.org" in again(folder).stdout


def test_only_statements_that_are_asked_for_stand_in_the_digest_and_all_in_the_archive(folder):
    told = json.loads(again(folder, "--format", "json", "--only", "expert").stdout)
    assert speakers(told) == {"Karl Venn"}
    assert "Ada Moreau" in run("search", "--archive", "a.db", "buses").stdout
    sure = json.loads(again(folder, "--format", "json", "--min-confidence", "0.85").stdout)
    assert speakers(sure) == {"Ada Moreau", "Ole Brand"}


def test_a_digest_tells_of_the_corrections_it_is_made_with(folder):
    (folder / "own.toml").write_text("[[correction]]\nname = 'Ada Moreau'\nrole = 'expert'\n")
    told = json.loads(again(folder, "--format", "json", "--corrections", "own.toml").stdout)
    assert "corrections" in json.dumps(told["versions"])
    plain = json.loads(again(folder, "--format", "json").stdout)
    assert "corrections" not in json.dumps(plain["versions"])


def test_what_waits_is_briefed_anew_with_other_corrections(folder, monkeypatch):
    monkeypatch.setattr("briefing.brief.brief", brief)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        away = f"127.0.0.1:{closed.getsockname()[1]}"
    args = ("--engine", "rules", "news")
    digest("--mail-to", "ada@example.org", "--smtp", away, *args, code=ExitCode.FAILURE)
    (folder / "own.toml").write_text("[[correction]]\nname = 'Ada Moreau'\nrole = 'expert'\n")
    told = json.loads(digest("--format", "json", "--corrections", "own.toml", *args).stdout)
    roles = {s["speaker"]: s["role"] for story in told["stories"] for s in story["statements"]}
    assert roles["Ada Moreau"] == "expert"


def test_what_is_older_than_it_is_to_be_kept_is_pruned_and_stays_known(folder):
    digest("--archive", "a.db", "--quiet", "-o", "today.txt", "news")
    old = (datetime.now(UTC) - timedelta(days=40)).isoformat(timespec="microseconds")
    with Archive.open(folder / "a.db") as archive, archive.writing():
        archive.database.run("UPDATE articles SET added = ?", (old,))
        archive.database.run("UPDATE digests SET committed = ?", (old,))
    digest("--archive", "a.db", "--keep", "30", "news")
    (folder / "news" / "later.txt").write_text(TRAM.replace("Lindby", "Osterby"))
    told = json.loads(
        digest("--archive", "a.db", "--keep", "30", "--format", "json", "news").stdout
    )
    assert [name for s in told["stories"] for name in s["articles"]] == ["news/later.txt"]
    with Archive.open(folder / "a.db") as archive:
        assert [entry.source for entry in archive.articles.entries()] == ["news/later.txt"]
        assert archive.upkeep.check() == ()
    assert "nothing new" in digest("--archive", "a.db", "news").stderr
