"""Prints what lets the system make a digest every morning: systemd units, a line for crontab."""

import shlex
import sys
from pathlib import Path

from briefing.cli.options import DEFAULTS, Settings, flag_of

TIMER = """\
# ~/.config/systemd/user/briefing-digest.service
[Unit]
Description=Digest of the news
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={place}
ExecStart={service}
SuccessExitStatus=3 4 6

# ~/.config/systemd/user/briefing-digest.timer
[Unit]
Description=Digest of the news, every morning

[Timer]
OnCalendar=*-*-* 06:30:00
Persistent=true

[Install]
WantedBy=timers.target

# Then: systemctl --user enable --now briefing-digest.timer

# Or in a crontab (crontab -e):
30 6 * * * cd {directory} && {cron}
"""


def write_timer(settings: Settings, names: tuple[str, ...], *, place: Path) -> str:
    """Units and a crontab line that run the digest with these settings, in this directory."""
    words = [*program(), "digest", *arguments(settings, names)]
    service = " ".join(map(quote_unit, words))
    return TIMER.format(
        place=str(place).replace("%", "%%"),
        service=service,
        directory=shlex.quote(str(place)).replace("%", r"\%"),
        cron=shlex.join(words).replace("%", r"\%"),
    )


def program() -> list[str]:
    """What starts the program, by its whole path: timers have a `PATH` of their own."""
    script = Path(sys.executable).with_name("briefing")
    return [str(script)] if script.is_file() else [sys.executable, "-m", "briefing"]


def arguments(settings: Settings, names: tuple[str, ...]) -> list[str]:
    """The settings that are not left open as arguments."""
    words = []
    for name in names:
        value = getattr(settings, name)
        if name == "install_timer" or value == DEFAULTS[name]:
            continue
        flag, _, opposite = flag_of(name).partition("/")
        if isinstance(value, bool):
            words.append(flag if value else opposite)
        else:
            words += [flag, str(value)]
    sources = settings.sources or []
    return [*words, "--", *sources] if any(s.startswith("-") for s in sources) else words + sources


def quote_unit(word: str) -> str:
    """A word as systemd reads it in ExecStart.

    >>> quote_unit("100% of $HOME")
    '"100%% of $$HOME"'
    """
    safe = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{safe}"' if safe != word or any(c.isspace() or c in "';" for c in word) else word
