"""Write a digest in a house style: a Jinja2 template over the values of `briefing-digest/1`.

The template sees `digest`, the object that `--format json` prints, with all text safe to
show. Output is escaped for HTML unless the template says otherwise; templates run in a sandbox
and can neither reach files nor change what they are given. Filters besides those of Jinja2:
`day` (`22 November 2026`), `moment` (with the time, in the zone of the digest) and `link`
(the address of a source on the web, empty for all that must not be linked to).
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from briefing.domain import Digest
from briefing.errors import BriefingError
from briefing.render.digest.places import shower, web_address
from briefing.render.digest.records import digest_record
from briefing.render.layout import Layout
from briefing.render.outline import describe_day, describe_moment

NAME = "template"


def render_template(digest: Digest, template_text: str, layout: Layout, *, name: str = NAME) -> str:
    """What the template makes of the digest; `name` is what errors call the template.

    Raises: BriefingError telling the line that is wrong.

    >>> from datetime import UTC
    >>> now = datetime(2026, 11, 22, 6, tzinfo=UTC)
    >>> render_template(Digest(now.date(), now, (now, now)), "{{ digest.day | day }}", Layout())
    '22 November 2026'
    """
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["day"] = lambda text: describe_day(date.fromisoformat(text))
    environment.filters["moment"] = lambda text: describe_moment(
        datetime.fromisoformat(text).astimezone(layout.zone)
    )
    environment.filters["link"] = web_address
    show = shower(layout)
    try:
        template = environment.from_string(template_text)
        return template.render(digest=_shown(digest_record(digest, layout), show))
    except TemplateError as error:
        line = getattr(error, "lineno", None) or line_of(error)
        where = f"is wrong in line {line}" if line else "is wrong"
        raise BriefingError(name, f"{where} ({error})", "correct the template") from error
    except (TypeError, ValueError, ArithmeticError, LookupError, OverflowError) as error:
        where = f"fails in line {line_of(error)} ({error})"
        raise BriefingError(name, where, "correct the template") from error


def line_of(error: BaseException) -> int | None:
    """The line of the template that an error comes from; None if it cannot be told."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _shown(value: Any, show: "partial[str]") -> Any:
    if isinstance(value, str):
        return show(value)
    if isinstance(value, Mapping):
        return {key: _shown(inner, show) for key, inner in value.items()}
    if isinstance(value, list):
        return [_shown(inner, show) for inner in value]
    return value
