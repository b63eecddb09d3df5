"""Data files say what they are, and reading them fails where they do not."""

import pytest

from briefing.errors import DataError
from briefing.lexicon import parse_header, parse_rows

HEADER = "# format: table/1\n# version: 1\n# provenance: invented\n# licence: MIT\n"


@pytest.mark.parametrize("key", ["format", "version", "provenance", "licence"])
def test_header_without_a_key_names_it(key):
    kept = "".join(f"{line}\n" for line in HEADER.splitlines() if not line.startswith(f"# {key}:"))
    with pytest.raises(DataError, match=rf"its header lacks {key}\b"):
        parse_header("boats.tsv", f"{kept}ferry\n")


def test_unknown_format_is_an_error():
    with pytest.raises(DataError, match="unknown format tree/9"):
        parse_header("boats.tsv", HEADER.replace("table/1", "tree/9"))


def test_file_of_a_header_alone_has_no_rows():
    assert parse_rows("boats.tsv", HEADER) == ()


def test_comment_without_a_colon_is_no_key():
    assert "ferries first" not in parse_header("boats.tsv", f"{HEADER}# ferries first\n")


def test_rows_are_their_fields_without_comments_and_empty_lines():
    text = f"{HEADER}ferry\tslow\n\n# tugs\ntug\tstrong\n"
    assert parse_rows("boats.tsv", text) == (("ferry", "slow"), ("tug", "strong"))
