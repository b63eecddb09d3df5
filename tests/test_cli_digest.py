"""The digest of a day: once for each article, in every format, with a code for every end."""

import hashlib
import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from cli_runs import BRIDGE, ROOT, TRAM, environment, quick, run, spawn  # noqa: F401 - a fixture
from jsonschema import Draft202012Validator

from briefing.archive import Archive
from briefing.cli.exits import ExitCode
from briefing.lock import hold_lock
from briefing.output import name_temporary

pytestmark = pytest.mark.usefixtures("quick", "folder")
SCHEMA = json.loads((ROOT / "briefing/data/schema/briefing-digest-1.json").read_text("utf-8"))
DAY = f"{datetime.now(UTC):%Y-%m-%d}"
BRIDGE_LATER = BRIDGE.replace("Bridge at Elmford to close", "Elmford bridge closes").replace(
    "She added", "On the day after, she added"
)


def digest(*args, code=ExitCode.OK):
    result = run("digest", *args)
    assert result.exit_code == code, result.output
    return result


def record(*args, code=ExitCode.OK):
    return json.loads(digest("--format", "json", *args, code=code).stdout)


def sources(told):
    return sorted(name for story in told["stories"] for name in story["articles"])


def archived(folder):
    return folder / "state" / "briefing" / "archive.db"


def test_a_digest_holds_every_article_and_is_valid_and_verified(folder):
    digest("--format", "json", "-o", "today.json", "news")
    told = json.loads((folder / "today.json").read_text("utf-8"))
    Draft202012Validator(SCHEMA).validate(told)
    assert sources(told) == ["news/bridge.txt", "news/tram.txt"]
    assert run("verify", "today.json").exit_code == ExitCode.OK


def test_a_second_run_says_nothing_new_and_changes_nothing(folder):
    digest("-o", "today.txt", "news")
    before = archived(folder).read_bytes(), (folder / "today.txt").read_bytes()
    result = digest("-o", "today.txt", "news")
    assert (result.stdout, result.stderr) == ("", "briefing: nothing new\n")
    assert (archived(folder).read_bytes(), (folder / "today.txt").read_bytes()) == before
    quiet = digest("--quiet", "--fail-empty", "news", code=ExitCode.EMPTY)
    assert quiet.output == ""


def test_a_quiet_run_that_goes_well_is_silent():
    assert digest("--quiet", "-o", "today.html", "--format", "html", "news").output == ""


def test_what_comes_later_is_the_only_news_and_an_update_of_its_story(folder):
    first = record("news")
    (folder / "news" / "later.txt").write_text(BRIDGE_LATER)
    second = record("news")
    assert sources(second) == ["news/later.txt"]
    (story,) = second["stories"]
    (old,) = (told for told in first["stories"] if "news/bridge.txt" in told["articles"])
    assert story["update_of"] == old["id"]
    assert second["period"][0] == first["prepared"]


def test_a_file_that_was_rewritten_is_news_again(folder):
    digest("news")
    (folder / "news" / "tram.txt").write_text(TRAM + "\nThe town agreed.\n")
    assert sources(record("news")) == ["news/tram.txt"]


@pytest.mark.parametrize("name", ["terminal", "plain", "markdown", "html", "atom", "json"])
def test_every_format_is_written_and_replayed_byte_for_byte(folder, name):
    args = ("--format", name, "--handling", "Internal")
    digest(*args, "-o", "first", "news")
    written = (folder / "first").read_bytes()
    assert b"Ada Moreau" in written
    assert b"Internal" in written
    digest(*args, "--as-of", DAY, "-o", "again")
    assert (folder / "again").read_bytes() == written
    assert digest(*args, "--as-of", DAY).stdout.encode() == written


def test_a_replay_is_written_beside_what_a_kill_left_of_another(folder):
    digest("-o", "first", "news")
    written = (folder / "first").read_bytes()
    known = hashlib.sha256(written).hexdigest()
    name_temporary(folder / "again", known).write_bytes(b"half")
    digest("--as-of", DAY, "-o", "again")
    assert (folder / "again").read_bytes() == written


def test_a_day_without_a_digest_cannot_be_replayed():
    digest("news")
    assert "has no digest" in digest("--as-of", "1999-01-01", code=ExitCode.FAILURE).stderr
    early = digest("--as-of", f"{DAY}T00:00:00", code=ExitCode.FAILURE)
    assert "has no digest" in early.stderr
    assert "is no time" in digest("--as-of", "soon", code=ExitCode.USAGE).stderr


def test_a_replay_is_written_and_sends_nothing():
    shown = digest("news").stdout
    assert digest("--as-of", DAY, "--mail-to", "a@example.org").stdout == shown


def test_the_last_digest_until_a_time_is_replayed(folder):
    first = digest("news").stdout
    (folder / "news" / "later.txt").write_text(BRIDGE_LATER)
    second = digest("news").stdout
    assert digest("--as-of", DAY).stdout == second
    with Archive.open(archived(folder)) as archive:
        moment = archive.digests.of_day(DAY)[0].prepared.isoformat()
    assert digest("--as-of", moment).stdout == first


def test_a_message_is_written_complete():
    args = ("--format", "mail", "--mail-to", "ada@example.org, bo@example.org")
    result = run("digest", *args, "--mail-from", "Desk <desk@news.example>", "news")
    message = message_from_bytes(result.stdout_bytes, policy=policy.default)
    assert message["To"] == "ada@example.org, bo@example.org"
    assert message["From"] == "Desk <desk@news.example>"
    assert message["List-Id"] == "<digest.news.example>"
    assert message["Message-ID"].endswith("@news.example>")
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def test_a_house_style_replaces_the_format(folder):
    (folder / "style").write_text(
        "{% for story in digest.stories %}* {{ story.headline }}\n{% endfor %}"
    )
    assert digest("--template", "style", "news").stdout.count("*") == 2
    args = ("--template", "style", "--format", "html", "news")
    assert "exclude each other" in digest(*args, code=ExitCode.USAGE).stderr


def test_a_hit_of_the_watch_list_has_its_own_code(folder):
    (folder / "watch.txt").write_text("# people\nOle Brand\n\nglacier\n")
    told = record("--watch", "watch.txt", "news", code=ExitCode.WATCHED)
    assert [story["watched"] for story in told["stories"] if story["watched"]] == [["Ole Brand"]]
    (folder / "watch.txt").write_text("glacier\n")
    (folder / "news" / "later.txt").write_text(BRIDGE_LATER)
    digest("--watch", "watch.txt", "news")


def test_an_input_that_fails_is_one_line_and_a_code():
    result = digest("news", "missing.txt", code=ExitCode.SOME_FAILED)
    assert [line for line in result.stderr.splitlines() if "missing.txt" in line] == [
        "briefing: missing.txt: does not exist; check the name"
    ]
    assert "missing.txt" in result.stdout
    failed = digest("missing.txt", code=ExitCode.FAILURE)
    assert failed.stdout == ""
    assert "nothing new" not in failed.stderr
    assert digest("news", "missing.txt", code=ExitCode.SOME_FAILED).stdout == ""


def test_an_input_is_told_after_some_failures_in_a_row(folder):
    args = ("--quiet", "--failures-after", "3", "news", "feed.txt")
    digest(*args)
    assert digest(*args).output == ""
    assert "feed.txt" in digest(*args, code=ExitCode.SOME_FAILED).stderr
    (folder / "feed.txt").write_text(BRIDGE_LATER)
    digest(*args)
    (folder / "feed.txt").unlink()
    assert digest(*args).output == ""


def test_a_bug_in_one_article_does_not_stop_the_others(monkeypatch):
    from briefing.brief import brief

    def stumble(article, options):
        if "tram" in article.source:
            raise RuntimeError("oops")
        return brief(article, options)

    monkeypatch.setattr("briefing.brief.brief", stumble)
    result = digest("--format", "json", "news", code=ExitCode.SOME_FAILED)
    assert sources(json.loads(result.stdout)) == ["news/bridge.txt"]
    assert "internal error: RuntimeError: oops" in result.stderr
    monkeypatch.undo()


def test_a_story_with_a_word_that_no_source_has_is_held_back_alone(monkeypatch):
    from briefing.brief import brief

    def invent(article, options):
        made = brief(article, options)
        wrong = replace(made.summary[0], text="Trams are free.")
        return replace(made, summary=(wrong,)) if "tram" in article.source else made

    monkeypatch.setattr("briefing.brief.brief", invent)
    result = digest("--format", "json", "news", code=ExitCode.SOME_FAILED)
    told = json.loads(result.stdout)
    assert sources(told) == ["news/bridge.txt"]
    assert [failure["source"] for failure in told["failures"]] == ["news/tram.txt"]
    assert "news/tram.txt: is held back" in result.stderr
    assert "is not what its sources say: news/tram.txt" in result.stderr
    assert "Trams are free" not in result.stdout
    alone = digest("news", code=ExitCode.FAILURE)
    assert alone.stdout == ""
    assert "nothing was written" in alone.stderr


def test_what_was_seen_is_no_news(folder):
    assert "2 articles are marked as seen" in digest("--mark-seen", "news").stderr
    assert "nothing new" in digest("news").stderr
    (folder / "news" / "later.txt").write_text(BRIDGE_LATER)
    assert sources(record("news")) == ["news/later.txt"]


def test_articles_older_than_since_are_seen(folder):
    old = BRIDGE.replace("The bridge", "ELMFORD, 3 March 2020 - The bridge", 1)
    items = [
        {
            "title": "Old",
            "text": old,
            "published": "2020-03-03T10:00:00Z",
            "url": "https://a.example/1",
        },
        {
            "title": "New",
            "text": TRAM,
            "published": f"{DAY}T00:00:00Z",
            "url": "https://a.example/2",
        },
    ]
    (folder / "items.json").write_text(json.dumps(items))
    told = record("--since", "2d", "items.json")
    assert len(sources(told)) == 1
    assert told["stories"][0]["headline"] == "New"
    assert "nothing new" in digest("items.json").stderr


def test_the_budget_leaves_stories_out_for_good():
    told = record("--stories", "1", "news")
    assert len(told["stories"]) == 1
    assert "nothing new" in digest("news").stderr


def test_a_run_beside_another_ends_at_once(folder):
    lock = archived(folder).with_name("archive.db.lock")
    with hold_lock(lock):
        result = digest("news", code=ExitCode.LOCKED)
        assert "is locked by process" in result.stderr
        digest("--wait", "0.2", "news", code=ExitCode.LOCKED)
    digest("news")


def test_what_cannot_be_written_stays_new():
    digest("-o", "nowhere/today.txt", "news", code=ExitCode.FAILURE)
    assert sources(record("news")) == ["news/bridge.txt", "news/tram.txt"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ([], "SOURCE: is missing"),
        (["--zone", "Europe/Atlantis", "news"], "is no time zone"),
        (["--watch", "none.txt", "news"], "cannot be read"),
        (["--template", "none.txt", "news"], "cannot be read"),
        (["--format", "mail", "news"], "has no recipient"),
        (["--mail-to", "nobody", "news"], "is no mail address"),
        (["--mail-to", "a@example.org", "--smtp", "host:x", "news"], "has no port"),
        (["--since", "soon", "news"], "is no time"),
        (["--since", "0001-01-01", "--zone", "Etc/GMT-5", "news"], "is no time"),
        (["--keep", "999999", "news"], "from 7 to 36500"),
    ],
)
def test_wrong_options_are_usage_errors(args, words):
    result = digest(*args, code=ExitCode.USAGE)
    assert words in result.stderr
    assert result.stdout == ""


def test_the_zone_decides_the_day_and_the_times():
    assert "+02" in digest("--zone", "Etc/GMT-2", "news").stdout


def test_a_timer_runs_the_same_digest(folder):
    shown = digest("--install-timer", "--handling", "100% 'secret'", "--quiet", "news").stdout
    assert "OnCalendar=" in shown
    assert "digest --handling \"100%% 'secret'\" --quiet news" in shown
    assert r"100\% " in shown
    assert f"WorkingDirectory={folder}" in shown
    assert not archived(folder).exists()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_understands_the_units(folder):
    args = ("--mail-to", "Ada <ada@example.org>", "--handling", "100% $HOME; 'x'", "--quiet")
    shown = digest("--install-timer", *args, "news").stdout
    units = re.findall(
        r"^# \S*/(briefing-digest\.\w+)\n(.*?)(?=^# )", shown, re.DOTALL | re.MULTILINE
    )
    assert [name for name, _ in units] == ["briefing-digest.service", "briefing-digest.timer"]
    for name, body in units:
        (folder / name).write_text(body)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", *(str(folder / name) for name, _ in units)],
        env=environment(XDG_RUNTIME_DIR=str(folder)),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_it_works_without_a_home_a_locale_or_a_path(folder):
    (folder / "news" / "café.txt").write_text(TRAM.replace("Lindby", "Mörby"), "utf-8")
    done = spawn(
        *("digest", "--archive", "a.db", "--engine", "rules", "--quiet", "-o", "today.txt", "news"),
        **{"cwd": folder, "LANG": "C", "PATH": "/usr/bin:/bin", "HOME": None},
        XDG_STATE_HOME=None,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Mörby" in Path("today.txt").read_text("utf-8")
