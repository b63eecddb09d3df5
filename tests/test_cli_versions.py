"""What a cached briefing is known by: another version for all that would change it."""

from dataclasses import replace

import pytest

from briefing.brief import Options
from briefing.cli import versions
from briefing.cli.versions import find_versions, version_of
from briefing.corrections import parse_corrections, parse_register
from briefing.summary import Length

OWN = parse_corrections("own.toml", "[[correction]]\nname = 'Ada Moreau'\nrole = 'expert'\n")
OTHER = parse_corrections("own.toml", "[[correction]]\nname = 'Ada Moreau'\nrole = 'official'\n")
REGISTER = parse_register("r.csv", "name;position;from\nAda Moreau;Mayor;2023-09-13")


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Data of its own, which a test may change; `forget` lets it be read anew."""
    (tmp_path / "attribution" / "model").mkdir(parents=True)
    (tmp_path / "attribution" / "model" / "weights.bin").write_bytes(b"1")
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "posts.txt").write_text("mayor")
    monkeypatch.setattr(versions, "DATA", tmp_path)
    forget()
    yield tmp_path
    forget()


def forget():
    versions.model_version.cache_clear()
    versions.lexicon_version.cache_clear()


@pytest.mark.parametrize(
    "other",
    [
        {"engine": "rules"},
        {"method": "lead"},
        {"keywords": 3},
        {"length": Length(words=90)},
        {"only": frozenset({"expert"})},
        {"min_confidence": 0.5},
        {"corrections": OWN},
        {"corrections": OTHER},
        {"register": REGISTER},
    ],
)
def test_other_options_are_another_version(other):
    options = Options(corrections=parse_corrections("own.toml", ""))
    assert version_of(replace(options, **other)) != version_of(options)
    assert version_of(replace(options)) == version_of(options)


@pytest.mark.parametrize("name", ["attribution/model/weights.bin", "roles/posts.txt"])
def test_other_weights_and_word_lists_are_another_version(data, name):
    before = version_of(Options())
    assert version_of(Options()) == before
    (data / name).write_text("other")
    forget()
    assert version_of(Options()) != before


def test_the_users_own_knowledge_is_told_where_there_is_any():
    assert [name for name, _ in find_versions(Options())] == [
        "briefing",
        "engine",
        "model",
        "lexicons",
    ]
    known = dict(find_versions(Options(corrections=OWN, register=REGISTER)))
    assert known["corrections"] != known["register"]
