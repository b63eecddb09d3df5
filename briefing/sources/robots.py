"""Read robots.txt and decide what a reader may fetch (RFC 9309)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

# The reader's name in robots.txt: what stands before the version in its User-Agent.
PRODUCT = "briefing"
# A robots.txt must be read to this size, in bytes; what comes after may be left.
MAX_SIZE = 512_000
MAX_RULES = 5_000


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one reader: pairs of whether to allow and of the pattern of a path.

    `delay` is the pause that a host asks for between two requests, in seconds.
    """

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched: the longest rule that fits decides.

        >>> Robots(((False, "/private"), (True, "/private/news"))).allows("/private/news/1")
        True
        """
        path = unquote(path)
        fitting = [(len(rule), allow) for allow, rule in self.rules if _fits(rule, path)]
        return max(fitting, default=(0, True))[1]


def _fits(rule: str, path: str) -> bool:
    """Whether a rule with `*` for anything, and `$` for the end, fits the start of a path.

    >>> _fits("/*.pdf$", "/a/b.pdf"), _fits("/*.pdf$", "/a/b.pdf?x")
    (True, False)
    """
    ends = rule.endswith("$")
    first, *others = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not ends or path == first
    position = len(first)
    for part in others[:-1]:
        found = path.find(part, position)
        if found < 0:
            return False
        position = found + len(part)
    last = others[-1]
    if ends:
        return path.endswith(last) and len(path) - len(last) >= position
    return path.find(last, position) >= 0


def parse_robots(data: bytes, *, product: str = PRODUCT) -> Robots:
    """The rules for a product: those of all groups that name it, else those for `*`.

    >>> parse_robots(b"User-agent: *\\nDisallow: /x\\nCrawl-delay: 2").delay
    2.0
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    begun = True
    for name, value in _read_lines(data[:MAX_SIZE]):
        if name == "user-agent":
            agents = [] if begun else agents
            begun = False
            agents.append(re.split(r"[/\s]", value.lower(), maxsplit=1)[0])
            groups.setdefault(agents[-1], [])
        elif name in {"allow", "disallow", "crawl-delay"}:
            begun = True
            for agent in agents:
                groups[agent].append((name, value))
    return _build(groups.get(product, groups.get("*", [])))


def _read_lines(data: bytes) -> list[tuple[str, str]]:
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    pairs = (line.partition("#")[0].partition(":") for line in text.splitlines())
    return [(name.strip().lower(), value.strip()) for name, colon, value in pairs if colon]


def _build(lines: Sequence[tuple[str, str]]) -> Robots:
    rules = tuple((name == "allow", unquote(value)) for name, value in lines if value[:1] in "/*")
    rules = tuple((allow, rule) for allow, rule in rules if rule)[:MAX_RULES]
    delays = [float(value) for name, value in lines if name == "crawl-delay" and _is_number(value)]
    return Robots(rules, max(delays, default=0.0))


def _is_number(value: str) -> bool:
    return bool(re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", value))
