"""Configuration files: what they may hold, and what a wrong one is answered with."""

from pathlib import Path

import pytest

from briefing.config import Key, config_paths, merge_configs, parse_config, read_config
from briefing.errors import ConfigError

KEYS = {
    "length": Key(int, low=1),
    "words": Key(int, low=1),
    "min-confidence": Key(float, low=0, high=1),
    "format": Key(str, ("plain", "json")),
    "color": Key(bool),
    "only": Key(str, many=True),
}


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("", {}),
        ("length = 4\ncolor = false", {"length": 4, "color": False}),
        ("min-confidence = 1", {"min-confidence": 1.0}),
        ('only = ["official", "expert"]', {"only": "official,expert"}),
        ('only = "official"\nformat = "json"', {"only": "official", "format": "json"}),
    ],
)
def test_settings_are_read_by_the_names_of_the_options(text, settings):
    assert parse_config("briefing.toml", text, KEYS) == settings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lenght = 4", ["unknown key `lenght`", "did you mean `length`?"]),
        ("min_confidence = 0.5", ["`min_confidence`", "did you mean `min-confidence`?"]),
        ("zzz = 4", ["unknown key `zzz`", "known are: color, format"]),
        ("length = 'four'", ["`length` is 'four'", "give a whole number of at least 1"]),
        ("length = true", ["`length` is true", "whole number"]),
        ("length = 0", ["`length` is 0", "at least 1"]),
        ("length = 2.5", ["`length` is 2.5", "whole number"]),
        ("min-confidence = 1.5", ["a number from 0 to 1"]),
        ("min-confidence = nan", ["a number from 0 to 1"]),
        ("color = 'yes'", ["true or false"]),
        ("format = 'jsn'", ["`format` is 'jsn'", "did you mean `json`?"]),
        ("only = [1]", ["`only` is [1]", "a text"]),
        ("[length]\nx = 1", ["`length` is {'x': 1}"]),
        ("length = =", ["not valid TOML", "line 1", "correct that line"]),
    ],
)
def test_a_wrong_setting_is_told_with_its_file_its_key_and_a_remedy(text, words):
    with pytest.raises(ConfigError) as caught:
        parse_config("/news/briefing.toml", text, KEYS)
    message = str(caught.value)
    assert message.startswith("/news/briefing.toml: ")
    for word in words:
        assert word in message


def test_a_missing_file_holds_no_settings(tmp_path):
    assert read_config(tmp_path / "briefing.toml", KEYS) == {}
    (tmp_path / "file").write_text("")
    assert read_config(tmp_path / "file" / "briefing.toml", KEYS) == {}


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "briefing.toml"
    path.write_bytes(b"\xef\xbb\xbflength = 2")
    assert read_config(path, KEYS) == {"length": 2}


def test_a_file_that_is_no_text_is_named(tmp_path):
    path = tmp_path / "briefing.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="is not UTF-8 text; save it as UTF-8"):
        read_config(path, KEYS)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"cannot be read \(Is a directory\)"):
        read_config(tmp_path, KEYS)


@pytest.mark.parametrize(
    ("environment", "paths"),
    [
        ({}, ["/p/briefing.toml"]),
        ({"HOME": "/h"}, ["/h/.config/briefing/config.toml", "/p/briefing.toml"]),
        ({"HOME": ""}, ["/p/briefing.toml"]),
        (
            {"HOME": "/h", "XDG_CONFIG_HOME": "/x"},
            ["/x/briefing/config.toml", "/p/briefing.toml"],
        ),
        ({"XDG_CONFIG_HOME": "/x"}, ["/x/briefing/config.toml", "/p/briefing.toml"]),
        (
            {"HOME": "/h", "XDG_CONFIG_HOME": "relative"},
            ["/h/.config/briefing/config.toml", "/p/briefing.toml"],
        ),
    ],
)
def test_files_are_sought_where_the_xdg_specification_says(environment, paths):
    assert [str(path) for path in config_paths(environment, Path("/p"))] == paths


def test_a_later_layer_wins_and_replaces_the_rivals_of_an_earlier():
    layers = [{"length": 3, "format": "json"}, {"words": 50, "color": True}]
    merged = merge_configs(layers, rivals=[frozenset({"length", "words"})])
    assert merged == {"words": 50, "format": "json", "color": True}
