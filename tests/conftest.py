"""The fixtures that several test files ask for by name."""

from collections.abc import Iterator

import pytest
from browser import Browser, browser
from cli_runs import BRIDGE, TRAM


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working directory with two articles in a directory, and a place for state."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("TZ", "UTC")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "bridge.txt").write_text(BRIDGE)
    (tmp_path / "news" / "tram.txt").write_text(TRAM)
    return tmp_path


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser for the tests of a module."""
    with browser(tmp_path_factory.mktemp("profile")) as running:
        yield running
