"""The command line: options in, one call of the library, one rendering, an exit code."""

# Allocations between two searches for unreachable cycles. With Python's 700 a short run spends
# a tenth of its time on them and finds nothing: modules, patterns and word lists all stay.
GARBAGE_THRESHOLD = 100_000


def main() -> None:
    """Run the program with the arguments of the process, and exit."""
    import gc

    gc.set_threshold(GARBAGE_THRESHOLD)
    from briefing.cli.app import app

    app(prog_name="briefing")
