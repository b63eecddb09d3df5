"""The lock: one run at a time, named to the others, free when its holder is gone."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.errors import LockError
from briefing.lock import hold_lock, read_holder

ROOT = Path(__file__).parents[1]
HOLD = """
import sys, time
from pathlib import Path
from briefing.lock import hold_lock
with hold_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "lock"


@pytest.fixture
def holder(path):
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


class Clock:
    """A clock that only sleeping moves; `wake` is called after the third sleep."""

    def __init__(self, wake=lambda: None):
        self.time, self.sleeps, self.wake = 0.0, 0, wake

    def read(self):
        return self.time

    def sleep(self, seconds):
        self.time += seconds
        self.sleeps += 1
        if self.sleeps == 3:
            self.wake()


def test_the_file_names_the_holder_while_it_holds(path):
    with hold_lock(path) as died:
        assert died is None
        assert read_holder(path) == os.getpid()
    assert read_holder(path) is None


def test_a_second_run_is_told_at_once_who_holds_the_lock(path, holder):
    with pytest.raises(LockError, match=f"is locked by process {holder.pid}"), hold_lock(path):
        pass
    assert read_holder(path) == holder.pid


def test_a_lock_is_free_again_after_use_and_after_an_error(path):
    with pytest.raises(RuntimeError), hold_lock(path):
        raise RuntimeError
    with hold_lock(path) as died:
        assert died is None


def test_the_lock_of_a_killed_process_is_free_and_its_death_told(path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with hold_lock(path) as died:
        assert died == holder.pid
        assert read_holder(path) == os.getpid()


def test_waiting_ends_when_the_lock_becomes_free(path, holder):
    def end():
        holder.kill()
        holder.wait()

    clock = Clock(wake=end)
    with hold_lock(path, wait=10, clock=clock.read, sleep=clock.sleep):
        assert clock.sleeps == 3


def test_waiting_ends_after_the_seconds_asked_for(path, holder):
    clock = Clock()
    with (
        pytest.raises(LockError, match=f"process {holder.pid}"),
        hold_lock(path, wait=2.05, clock=clock.read, sleep=clock.sleep),
    ):
        pass
    assert clock.time == pytest.approx(2.05)


def test_a_lock_held_twice_in_one_process_is_refused_too(path):
    with hold_lock(path), pytest.raises(LockError), hold_lock(path):
        pass


def test_a_holder_that_cannot_be_read_is_called_another_run(path):
    with hold_lock(path):
        path.write_text("no number")
        with pytest.raises(LockError, match="is locked by another run"), hold_lock(path):
            pass


@pytest.mark.parametrize("name", ["file/lock", "folder"])
def test_a_place_where_no_lock_can_be_is_told(tmp_path, name):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(LockError, match="cannot be used as a lock"), hold_lock(tmp_path / name):
        pass


def test_a_file_system_without_locks_is_told(path, monkeypatch):
    def refuse(*_):
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(LockError, match="cannot be locked"), hold_lock(path):
        pass
