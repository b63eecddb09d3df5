"""Turn briefings into text: terminal, plain, Markdown, HTML, JSON; computes nothing but layout."""

from collections.abc import Callable, Mapping
from importlib import import_module

from briefing.domain import Briefing
from briefing.render.layout import Layout

Renderer = Callable[[Briefing, Layout], str]


def _lazy(module: str, function: str) -> Renderer:
    """A renderer whose module is imported when it is first called: each run needs only one."""

    def render(briefing: Briefing, layout: Layout) -> str:
        renderer: Renderer = getattr(import_module(f"briefing.render.{module}"), function)
        return renderer(briefing, layout)

    return render


FORMATS: Mapping[str, Renderer] = {
    "terminal": _lazy("terminal", "render_terminal"),
    "plain": _lazy("plain", "render_plain"),
    "markdown": _lazy("markdown", "render_markdown"),
    "html": _lazy("html", "render_html"),
    "json": _lazy("records", "render_json"),
    "ndjson": _lazy("records", "render_ndjson"),
}

__all__ = ["FORMATS", "Layout", "Renderer"]
