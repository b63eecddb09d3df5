"""Turn digests into text: terminal, plain, Markdown, JSON, HTML, Atom, a house style."""

from collections.abc import Callable, Mapping
from importlib import import_module

from briefing.domain import Digest
from briefing.render.layout import Layout

DigestRenderer = Callable[[Digest, Layout], str]


def _lazy(module: str, function: str) -> DigestRenderer:
    """A renderer whose module is imported when it is first called: each run needs only one."""

    def render(digest: Digest, layout: Layout) -> str:
        found = import_module(f"briefing.render.digest.{module}")
        renderer: DigestRenderer = getattr(found, function)
        return renderer(digest, layout)

    return render


DIGEST_FORMATS: Mapping[str, DigestRenderer] = {
    "terminal": _lazy("page", "render_terminal"),
    "plain": _lazy("page", "render_plain"),
    "markdown": _lazy("markdown", "render_markdown"),
    "html": _lazy("html", "render_html"),
    "json": _lazy("records", "render_json"),
    "atom": _lazy("atom", "render_atom"),
}

# As `html`, but for mail: without the texts of the articles and without filters.
render_letter = _lazy("html", "render_letter")


def render_template(digest: Digest, template_text: str, layout: Layout | None = None) -> str:
    """The digest in a house style: see `briefing.render.digest.template`.

    Raises: BriefingError when the template is wrong.
    """
    from briefing.render.digest import template

    return template.render_template(digest, template_text, layout or Layout())


__all__ = ["DIGEST_FORMATS", "DigestRenderer", "render_letter", "render_template"]
