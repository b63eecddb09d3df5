"""The command line: options in, one call of the library, one rendering, an exit code."""


def main() -> None:
    """Run the program with the arguments of the process, and exit."""
    from briefing.cli.app import app

    app(prog_name="briefing")
