"""`briefing man`: the manual page, from the same source as the help."""

import typer


def man(context: typer.Context) -> None:
    """Print the manual page, in roff: `briefing man | man -l -`."""
    from briefing import __version__
    from briefing.cli.manual import manual_page
    from briefing.cli.results import write_stdout

    root = context.find_root()
    write_stdout(manual_page(root.command, root, version=__version__).encode())
