"""Every sample is briefed as reviewed, and every error left in a briefing is known.

- `golden/briefings/NAME.json` is what the rule engine prints for a sample, all of it.
- `golden/said/NAME.tsv` is what a reader finds in the sample: role, speaker, words.
- `golden/known.tsv` lists where the first differs from the second. Each is a strict
  expected failure, so that an improvement must take its line away.

`python tests/test_samples.py --write` writes the first and the last anew, and the picture of the
README; look at the difference before committing it. What a reader found no program writes.
"""

import functools
import json
import sys
from pathlib import Path

import picture
import pytest

from briefing.brief import Options, brief
from briefing.load import load
from briefing.render import FORMATS, Layout

TESTS = Path(__file__).parent
SAMPLES = TESTS.parent / "samples"
GOLDEN = TESTS / "golden"
KNOWN = GOLDEN / "known.tsv"
NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md", ".html"})
ENGINE = "rules"
NEAR = 0.02  # how far scores may lie apart, as processors round differently


@functools.cache
def brief_sample(name):
    """The briefing of a sample in the terms of the contract; its source is its bare name."""
    printed = FORMATS["json"](
        brief(load(str(SAMPLES / name)), Options(engine=ENGINE)), Layout(width=80)
    )
    record = json.loads(printed)
    record["article"]["source"] = f"samples/{name}"
    del record["article"]["id"]
    return record


def read_rows(path):
    """The lines of a tab-separated file, without its comments."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def golden_path(name):
    return GOLDEN / "briefings" / f"{Path(name).stem}.json"


def known_rows():
    return read_rows(KNOWN)


def differences(name, record):
    """Where a briefing differs from what a reader found: sample, error, words, found, right.

    Words are compared without regard to white space and closing punctuation.
    """
    text = tidy(load(str(SAMPLES / name)).text)
    right = {tidy(words): (role, who) for role, who, words in said(name)}
    for words in right:
        assert all(piece in text for piece in words.split(" … ")), words
    found = {
        tidy(row["text"]): (row["role"], row["speaker"] or "-")
        for row in record["statements"]
        if row["kind"] == "statement"
    }
    rows = []
    for words in right.keys() | found.keys():
        wanted, given = right.get(words), found.get(words)
        if not given:
            rows.append((name, "misses", words, "", show(wanted)))
        elif not wanted:
            rows.append((name, "adds", words, show(given), ""))
        elif wanted[0] != given[0] or given[1] not in wanted[1].split(" / "):
            rows.append((name, "mistakes", words, show(given), show(wanted)))
    return sorted(rows, key=lambda row: (text.find(row[2].split(" … ")[0]), row))


def said(name):
    """What a reader found in a sample: role, speaker (or one / another name), words."""
    return read_rows(GOLDEN / "said" / f"{Path(name).stem}.tsv")


def show(finding):
    return ", ".join(finding)


def tidy(words):
    """Words on one line, without the punctuation that closes each piece.

    >>> tidy("It is late, …  I go.")
    'It is late … I go'
    """
    pieces = " ".join(words.split()).split(" … ")
    return " … ".join(piece.strip(" ,.;:?!") for piece in pieces)


def approximate(value):
    """A value whose scores may be a little off."""
    if isinstance(value, float):
        return pytest.approx(value, abs=NEAR)
    if isinstance(value, dict):
        return {key: approximate(item) for key, item in value.items()}
    return [approximate(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", NAMES)
def test_briefing_equals_the_reviewed_one(name):
    assert brief_sample(name) == approximate(json.loads(golden_path(name).read_text("utf-8")))


@pytest.mark.parametrize("name", NAMES)
def test_no_error_is_unknown(name):
    assert set(differences(name, brief_sample(name))) <= set(known_rows())


@pytest.mark.xfail(strict=True, reason="a known error of the rules")
@pytest.mark.parametrize("row", known_rows(), ids=str)
def test_known_error_is_gone(row):
    assert row not in differences(row[0], brief_sample(row[0]))


@pytest.mark.parametrize("name", NAMES)
def test_reader_has_read_every_sample(name):
    assert len(said(name)) >= 10


def test_no_reviewed_file_is_left_over():
    stems = {Path(name).stem for name in NAMES}
    assert {path.stem for path in (GOLDEN / "briefings").iterdir()} == stems
    assert {path.stem for path in (GOLDEN / "said").iterdir()} == stems


def write():
    """Write the briefings, the list of their errors and the picture of the README anew."""
    picture.PICTURE.write_text(picture.draw(picture.terminal_view()), "utf-8")
    rows = []
    for name in NAMES:
        record = brief_sample(name)
        printed = json.dumps(record, ensure_ascii=False, indent=1)
        golden_path(name).write_text(printed + "\n", "utf-8")
        rows += differences(name, record)
    head = "# Errors of the rules: sample, error, words, role and speaker found, right ones.\n"
    KNOWN.write_text(head + "".join("\t".join(row) + "\n" for row in rows), "utf-8")
    total = sum(len(said(name)) for name in NAMES)
    for error in ("misses", "adds", "mistakes"):
        print(f"{error}: {sum(row[1] == error for row in rows)} of {total}")


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/test_samples.py --write")
    write()
