"""Writing to a file: whole or not at all, with the permissions that were there."""

import os
import stat
import threading
from pathlib import Path

import pytest

from briefing import output
from briefing.errors import OutputError
from briefing.output import check_target, write_atomically


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_gets_the_permissions_of_the_umask(tmp_path):
    path = tmp_path / "new.txt"
    before = os.umask(0o027)
    try:
        write_atomically(str(path), b"text")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"text"
    assert mode_of(path) == 0o640


def test_an_existing_file_keeps_its_permissions(tmp_path):
    path = tmp_path / "old.txt"
    path.write_text("old")
    path.chmod(0o604)
    write_atomically(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert mode_of(path) == 0o604


def test_a_reader_of_the_old_file_keeps_the_old_one(tmp_path):
    path = tmp_path / "old.txt"
    path.write_text("old")
    with path.open() as reader:
        write_atomically(str(path), b"new")
        assert reader.read() == "old"


def test_a_link_is_followed(tmp_path):
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    write_atomically(str(link), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_atomically(str(pipe), b"through")
    reader.join(10)
    assert got == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("step", ["fsync", "fchmod"])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "old.txt"
    path.write_text("old")

    def fail(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output.os, step, fail)
    with pytest.raises(OutputError, match=r"old.txt: cannot be written \(No space left"):
        write_atomically(str(path), b"new")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["old.txt"]


def test_an_interruption_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupt(_descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(output.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(str(tmp_path / "new.txt"), b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_directory_is_told(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(str(tmp_path / "none" / "new.txt"), b"new")


@pytest.mark.parametrize("name", ["n" * 250, "橋" * 80])
def test_a_very_long_name_still_gets_its_temporary_file(tmp_path, name):
    path = tmp_path / name
    write_atomically(str(path), b"new")
    assert path.read_bytes() == b"new"


def test_a_file_system_that_cannot_sync_directories_is_no_failure(tmp_path, monkeypatch):
    real = os.open

    def refuse(path, flags, *mode):
        if Path(path).is_dir():
            raise OSError(22, "Invalid argument")
        return real(path, flags, *mode)

    monkeypatch.setattr(output.os, "open", refuse)
    write_atomically(str(tmp_path / "new.txt"), b"new")
    assert (tmp_path / "new.txt").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["", "none/new.txt", "old.txt/new.txt"])
def test_a_hopeless_target_is_refused_before_the_work(tmp_path, name):
    (tmp_path / "old.txt").write_text("old")
    with pytest.raises(OutputError, match="directory"):
        check_target(str(tmp_path / name))


def test_a_directory_that_may_not_be_written_to_is_told_before_the_work(tmp_path, monkeypatch):
    monkeypatch.setattr(output.os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="may not be written to"):
        check_target(str(tmp_path / "new.txt"))
    check_target("/dev/null")
