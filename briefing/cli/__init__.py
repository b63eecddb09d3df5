"""The command line: options in, one call of the library, one rendering, an exit code."""

# Allocations between two searches for unreachable cycles. With Python's 700 a short run spends
# a tenth of its time on them and finds nothing: modules, patterns and word lists all stay.
GARBAGE_THRESHOLD = 250_000


def main() -> None:
    """Run the program with the arguments of the process, and exit."""
    import gc
    import os
    import sys

    gc.set_threshold(GARBAGE_THRESHOLD)
    # One article needs no threads for linear algebra; starting them takes 15 ms of each run.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from briefing.cli.app import app

        app(prog_name="briefing")
    except KeyboardInterrupt:  # while the program itself was imported
        from briefing.cli.exits import ExitCode

        sys.exit(ExitCode.INTERRUPTED)
    finally:
        gc.freeze()  # else the interpreter searches all that is left before it ends: 80 ms
