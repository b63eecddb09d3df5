"""Runs the command line in processes that tell which phase they are in, to be killed there.

Started as a program, it loads the libraries and then forks a process for each line of its
input (JSON: arguments, directory, and perhaps a point), so that a run starts at once. A process
writes a byte, the number of the phase, whenever its phase changes, and its parent one when it
has ended; each line is answered with the process's id and, at its end, with the exit code.
"""

import functools
import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

PHASES = (
    "start",
    "recover",
    "fetch",
    "analyse",
    "archive",
    "compose",
    "write",
    "mail: dialogue",
    "mail: message",
    "record",
)
END = 255  # the number that tells the end of a run
# What is called when a phase begins; when it returns, that before goes on.
ENTRANCES = {
    "briefing.cli.digesting_recovery:recover": "recover",
    "briefing.cli.digesting_reading:Reading.read": "fetch",
    "briefing.brief:brief": "analyse",
    "briefing.archive.articles:Articles.add": "archive",
    "briefing.archive.inputs:Marks.keep": "archive",
    "briefing.cli.digesting_reading:Reading.remember": "archive",
    "briefing.digest:make_digest": "compose",
    "briefing.cli.digesting_stories:make_sound": "compose",
    "briefing.cli.digesting_delivery:pack_parcels": "compose",
    "briefing.archive.digests:Digests.prepare": "archive",
    "briefing.output:write_atomically": "write",
    "briefing.mail.sending:send_message": "mail: dialogue",
    "smtplib:SMTP.data": "mail: message",
    "briefing.archive.digests:Digests.start": "record",
    "briefing.archive.digests:Digests.finish": "record",
    "briefing.archive.digests:Digests.commit": "record",
}
LOADED = (
    *(entrance.partition(":")[0] for entrance in ENTRANCES),
    "feedparser",
    "trafilatura",
    "briefing.cli.commands.digest",
    "briefing.cli.work",
    "briefing.mail.message",
    "briefing.render.digest.html",
    "briefing.sources.collect",
    "briefing.verify",
)


def mark_phases(told: int) -> None:
    """Write the phases of this process to a descriptor."""
    stack = [PHASES.index("start")]
    os.write(told, bytes(stack))
    for entrance, phase in ENTRANCES.items():
        wrap(entrance, functools.partial(marked, phase=PHASES.index(phase), stack=stack, told=told))


def wrap(place: str, change: Callable[[Callable[..., Any]], Any]) -> None:
    """Put another function into a place (`module:Class.method`)."""
    module, _, path = place.partition(":")
    *outer, name = path.split(".")
    holder: Any = importlib.import_module(module)
    for part in outer:
        holder = getattr(holder, part)
    setattr(holder, name, change(getattr(holder, name)))


def die_at(place: str, when: str, count: int) -> None:
    """Kill this process before or after the n-th call of a function."""
    left = [count]

    def change(function: Callable[..., Any]) -> Any:
        @functools.wraps(function)
        def run(*args: Any, **options: Any) -> Any:
            left[0] -= 1
            if left[0] == 0 and when == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            result = function(*args, **options)
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return run

    wrap(place, change)


def marked(function: Callable[..., Any], phase: int, stack: list[int], told: int) -> Any:
    @functools.wraps(function)
    def run(*args: Any, **options: Any) -> Any:
        stack.append(phase)
        os.write(told, bytes([phase]))
        try:
            return function(*args, **options)
        finally:
            stack.pop()
            os.write(told, bytes(stack[-1:]))

    return run


def hurry() -> None:
    """Ask hosts without pauses: here they are all this machine."""
    import briefing.sources

    briefing.sources.Limits = functools.partial(  # type: ignore[misc]
        briefing.sources.Limits, delay=0.0
    )


def run_once(args: list[str], directory: str, told: int, point: list[Any] | None) -> None:
    """Run the command line in this process, and end it."""
    os.chdir(directory)
    for descriptor, name in ((0, os.devnull), (1, "out.txt"), (2, "err.txt")):
        flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC
        os.dup2(os.open(name, flags), descriptor)
    from briefing.cli import main

    sys.argv = ["briefing", *args]
    mark_phases(told)
    hurry()
    if point:
        die_at(*point)
    code: Any = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    os._exit(code if isinstance(code, int) else 1)


def serve(told: int) -> None:
    """Fork a run for each line of the input, and say how it ended."""
    for module in LOADED:
        importlib.import_module(module)
    print("ready", flush=True)
    for line in sys.stdin:
        job = json.loads(line)
        process = os.fork()
        if not process:
            run_once(job["args"], job["directory"], told, job.get("point"))
        print(process, flush=True)
        status = os.waitpid(process, 0)[1]
        os.write(told, bytes([END]))
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
