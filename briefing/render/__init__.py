"""Turn briefings into text: terminal, plain, Markdown, HTML, JSON; computes nothing but layout."""

from collections.abc import Callable, Mapping

from briefing.domain import Briefing
from briefing.render.html import render_html
from briefing.render.layout import Layout
from briefing.render.markdown import render_markdown
from briefing.render.plain import render_plain
from briefing.render.records import render_json, render_ndjson
from briefing.render.terminal import render_terminal

Renderer = Callable[[Briefing, Layout], str]

FORMATS: Mapping[str, Renderer] = {
    "terminal": render_terminal,
    "plain": render_plain,
    "markdown": render_markdown,
    "html": render_html,
    "json": render_json,
    "ndjson": render_ndjson,
}

__all__ = ["FORMATS", "Layout", "Renderer"]
