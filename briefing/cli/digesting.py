"""Plans a digest: checks, before any work, all that the options say of it."""

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefing.cli.configuration import home_path
from briefing.cli.digest_options import DigestFormat
from briefing.cli.digesting_mail import Post, plan_post
from briefing.cli.options import Settings
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.domain import Digest
    from briefing.render import Layout

STDOUT = "-"
LOCAL_ZONE = Path("/etc/localtime")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is written, how, and where to: `output` a file or `-`, None where it is only sent."""

    format: DigestFormat
    layout: "Layout"
    output: str | None
    template: str | None = None
    post: Post | None = None

    def render(self, digest: "Digest", message_id: str) -> bytes:
        """What is written of a digest.

        Raises: BriefingError when the template is wrong.
        """
        from briefing.render.digest import DIGEST_FORMATS, render_template

        if self.format is DigestFormat.MAIL and self.post is not None:
            return self.post.write(digest, message_id, self.layout)
        if self.template is not None:
            text = render_template(digest, self.template, self.layout)
        else:
            text = DIGEST_FORMATS[self.format.value](digest, self.layout)
        return text.encode("utf-8", "backslashreplace")

    @property
    def domain(self) -> str:
        """The domain of the digest's Message-ID."""
        return self.post.domain if self.post else "briefing.invalid"


def make_plan(settings: Settings) -> Plan:
    """What the options say of the result.

    Raises: BriefingError when an option is wrong or a file that it names cannot be read.
    """
    from briefing.cli.terminal import choose_layout, shows_on_terminal
    from briefing.output import check_target

    chosen = settings.digest_format
    shown = chosen is DigestFormat.MAIL
    post = plan_post(settings) if shown or not settings.as_of else None
    sent = post is not None and not shown
    if shown and post is None:
        raise ConfigError("--format mail", "has no recipient", "give --mail-to")
    output = settings.output or (None if sent else STDOUT)
    if output not in (None, STDOUT):
        check_target(str(output))
    if chosen is None:
        terminal = shows_on_terminal(settings)
        chosen = DigestFormat.TERMINAL if terminal else DigestFormat.PLAIN
    layout = replace(choose_layout(settings), zone=choose_zone(settings.zone))
    template = read_named(settings.template) if settings.template else None
    return Plan(chosen, layout, output, template, post)


def choose_zone(name: str | None) -> tzinfo:
    """The time zone of this name, else that of the environment or the system, else UTC.

    Raises: ConfigError when there is none of this name.
    """
    named = name or os.environ.get("TZ", "").lstrip(":")
    try:
        if named:
            return ZoneInfo(named)
        with LOCAL_ZONE.open("rb") as file:
            return ZoneInfo.from_file(file, key="local")
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        if name:
            remedy = "give one like Europe/Tallinn, or UTC"
            raise ConfigError(f"--zone {name}", "is no time zone", remedy) from error
        return UTC


def read_named(name: str) -> str:
    """The text of a file that an option names.

    Raises: ConfigError when it cannot be read.
    """
    try:
        return home_path(name).read_text("utf-8-sig")
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise ConfigError(name, problem, "name another file") from error
    except UnicodeDecodeError as error:
        raise ConfigError(name, "is not UTF-8 text", "save it as UTF-8") from error


def parse_moment(text: str, *, option: str, now: datetime, zone: tzinfo) -> datetime:
    """The time that a text names, in the zone of the digest where it names none.

    Raises: ConfigError when it names none.
    """
    from briefing.cli.archiving import FORMS, parse_time

    try:
        told = datetime.fromisoformat(text.strip())
    except ValueError:
        return parse_time(text, option=option, now=now)
    try:
        return (told if told.tzinfo else told.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError as error:
        raise ConfigError(f"{option} {text}", "is no time", FORMS) from error
