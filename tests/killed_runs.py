"""Starts runs of the command line, and kills them in the phase and at the moment that is asked."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from crash_runs import END, PHASES

TESTS = Path(__file__).parent


@dataclass(frozen=True)
class Outcome:
    """How a run ended: killed in a phase, else with a code."""

    phase: str
    code: int
    printed: bytes
    told: str

    @property
    def killed(self) -> bool:
        return self.code == -signal.SIGKILL


class Runs:
    """Runs of the command line, each a process of its own; `spent` are seconds by phase."""

    def __init__(self) -> None:
        self.told, given = os.pipe()
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", str(TESTS / "crash_runs.py"), str(given)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            pass_fds=[given],
            env=os.environ | {"PYTHONPATH": str(TESTS.parent), "TZ": "UTC"},
        )
        os.close(given)
        assert self.hear() == "ready"

    def hear(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def run(
        self,
        args: Sequence[str],
        directory: Path,
        *,
        phase: str = "",
        seconds: float = 0.0,
        point: tuple[str, str, int] | None = None,
    ) -> Outcome:
        """Run to the end, or until the run was in the phase for so many seconds, or until the
        point before or after the n-th call of a function (`module:Class.method`)."""
        assert self.process.stdin
        job = json.dumps({"args": args, "directory": str(directory), "point": point})
        print(job, file=self.process.stdin, flush=True)
        process = int(self.hear())
        self.phase, self.since, self.spent = PHASES[0], time.monotonic(), Counter[str]()
        if self.comes(phase, seconds):
            with suppress(ProcessLookupError):  # it has just ended by itself; its code tells
                os.kill(process, signal.SIGKILL)
            self.comes("", 0.0)
        code, printed = int(self.hear()), (directory / "out.txt").read_bytes()
        return Outcome(self.phase, code, printed, (directory / "err.txt").read_text())

    def comes(self, wanted: str, seconds: float) -> bool:
        """Wait for a moment in a phase; whether it comes before the run ends."""
        while True:
            left = None
            if self.phase == wanted:
                left = seconds - self.spent[wanted] - (time.monotonic() - self.since)
            if left is not None and not select.select([self.told], [], [], max(0.0, left))[0]:
                return True
            for number in os.read(self.told, 4096):
                self.spent[self.phase] += time.monotonic() - self.since
                self.since = time.monotonic()
                if number == END:
                    return False
                self.phase = PHASES[number]

    def close(self) -> None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()
        os.close(self.told)


@contextmanager
def running() -> Iterator[Runs]:
    runs = Runs()
    try:
        yield runs
    finally:
        runs.close()
