"""Runs the command line for its tests: in this process, or as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from briefing.cli.app import app

ROOT = Path(__file__).parent.parent

BRIDGE = """Bridge at Elmford to close

The bridge at Elmford will close on Monday for repairs, the town said.

"It is no longer safe," Mayor Ada Moreau said. She added that buses would run along the river.

Karl Venn, a professor of civil engineering at Elmford University, said the steel had been \
neglected for years.
"""
TRAM = """Trams return to Lindby

Trams will return to Lindby in spring, Transport Minister Ole Brand said on Friday.

"Nobody asked the shopkeepers," said Mia Holt, who owns a bakery.
"""


def run(*args, stdin=None, env=None):
    """The result of the command line in this process."""
    return CliRunner().invoke(app, list(map(str, args)), input=stdin, env=env, prog_name="briefing")


def command(*args):
    """The arguments that start a process with the command line."""
    return [sys.executable, "-m", "briefing", *map(str, args)]


def environment(**changes):
    """The environment of this process, changed; None takes a variable away."""
    changed = os.environ | {"PYTHONPATH": str(ROOT)} | changes
    return {name: value for name, value in changed.items() if value is not None}


def spawn(*args, stdin=b"", cwd=None, **changes):
    """The result of the command line as a process, its streams as bytes."""
    return subprocess.run(
        command(*args),
        input=stdin,
        capture_output=True,
        timeout=60,
        cwd=cwd,
        env=environment(**changes),
        check=False,
    )
