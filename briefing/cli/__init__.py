"""The command line: options in, one call of the library, one rendering, an exit code."""

from typing import NoReturn

# Allocations between two searches for unreachable cycles. With Python's 700 a short run spends
# a tenth of its time on them and finds nothing: modules, patterns and word lists all stay.
GARBAGE_THRESHOLD = 250_000
INTERRUPTED = 130  # as `ExitCode` has it, which is not imported yet


def main() -> None:
    """Run the program with the arguments of the process, and exit."""
    import gc
    import os
    import signal

    gc.set_threshold(GARBAGE_THRESHOLD)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until a command begins there is nothing to tidy up: see `takes`, which hands it back.
        signal.signal(signal.SIGINT, lambda *_: leave())
    # One article needs no threads for linear algebra; starting them takes 15 ms of each run.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from briefing.cli.app import app

        app(prog_name="briefing")
    except KeyboardInterrupt:  # while the program itself was imported
        leave()
    except SystemExit as end:
        if end.code == INTERRUPTED:
            leave()
        raise
    finally:
        gc.freeze()  # else the interpreter searches all that is left before it ends: 80 ms


def leave() -> NoReturn:
    """End at once after an interruption.

    One that hits an import can leave the lock of a module taken, for which the thread that loads
    the network then waits for ever; an ordinary end would wait for that thread.
    """
    import contextlib
    import os
    import sys

    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
    os._exit(INTERRUPTED)
