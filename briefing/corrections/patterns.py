"""Matches names with patterns of a user, in time that grows slowly whatever the pattern.

A glob is matched by `fnmatch`, whose expressions do not backtrack into their stars. A regular
expression is matched by following all its readings at once, as sets of positions (Thompson
1968, Communications of the ACM 11(6)), so that no name makes one like `(a+)+b` take long.
"""

import re
from collections.abc import Callable, Iterable
from fnmatch import translate
from functools import lru_cache, reduce

LONGEST_NAME = 500  # characters; nothing longer is a name, and nothing longer matches
LONGEST_PATTERN = 500  # characters
MEMORY = 4096  # patterns kept ready
DEEPEST = 2  # repeats within each other: `(\w+ )+` has two
MOST = 100  # the largest number in braces

# Positions in a text before a piece of a pattern, to those behind it.
Step = Callable[[str, frozenset[int]], frozenset[int]]

# A set of letters `[a-z\]]`, an escape `\w`, or any one sign.
CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\\\]])*\]", re.DOTALL)
ESCAPE = re.compile(r"\\(?:[wWdDsS]|[^\w\s])")
REPEAT = re.compile(r"(?:[*+?]|\{(\d+)(,?)(\d*)\})\??")


class PatternError(ValueError):
    """What is wrong with a pattern, in words."""


def matches_glob(glob: str, text: str) -> bool:
    """Whether a glob matches a whole text, letter case aside.

    >>> matches_glob("the * ministry", "The Fisheries Ministry")
    True
    """
    return len(text) <= LONGEST_NAME and bool(_glob(glob).match(text))


@lru_cache(MEMORY)
def _glob(glob: str) -> re.Pattern[str]:
    return re.compile(translate(glob), re.IGNORECASE)


def matches_regex(regex: str, text: str) -> bool:
    r"""Whether a regular expression matches a whole text, letter case aside.

    Raises: PatternError when it is none, or has what is not supported.

    >>> matches_regex(r"(deputy )?spokes(man|woman)", "Deputy spokeswoman")
    True
    """
    if len(text) > LONGEST_NAME:
        return False
    return len(text) in compile_regex(regex)(text, frozenset([0]))


@lru_cache(MEMORY)
def compile_regex(regex: str) -> Step:
    r"""What a regular expression does to the positions where it may begin.

    Letters, `.`, `[...]`, `\w \d \s \b`, groups, `|`, `* + ? {m,n}` and `^ $` are supported;
    references back and looking around are not.

    Raises: PatternError that says what is wrong.
    """
    if len(regex) > LONGEST_PATTERN:
        raise PatternError(f"is longer than {LONGEST_PATTERN} characters")
    parser = _Parser(regex)
    step, _ = parser.alternatives()
    if parser.at < len(regex):
        raise PatternError(f"has a bracket too many at {parser.at + 1}")
    return step


class _Parser:
    """A regular expression while it is read, and how far."""

    def __init__(self, regex: str) -> None:
        self.regex = regex
        self.at = 0

    def alternatives(self) -> tuple[Step, int]:
        """The pieces up to a closing bracket, and how deep repeats stand in each other."""
        branches, depth = [], 0
        while True:
            step, inner = self._sequence()
            branches.append(step)
            depth = max(depth, inner)
            if not self._take("|"):
                return _any_of(branches), depth

    def _sequence(self) -> tuple[Step, int]:
        steps, depth = [], 0
        while self.at < len(self.regex) and self.regex[self.at] not in "|)":
            step, inner = self._repeated()
            steps.append(step)
            depth = max(depth, inner)
        return _one_after_another(steps), depth

    def _repeated(self) -> tuple[Step, int]:
        step, depth = self._piece()
        repeat = REPEAT.match(self.regex, self.at)
        if repeat is None:
            return step, depth
        self.at = repeat.end()
        if self.regex[self.at : self.at + 1] in ("*", "+", "?"):
            raise PatternError(f"repeats a repeat at {self.at + 1}")
        low, high = _bounds(repeat)
        deeper = depth if high == 1 else depth + 1
        if deeper > DEEPEST:
            raise PatternError(f"has more than {DEEPEST} repeats within each other")
        return _repeat(step, low, high), deeper

    def _piece(self) -> tuple[Step, int]:
        if self._take("("):
            return self._group()
        for anchor, step in ANCHORS.items():
            if self._take(anchor):
                return step, 0
        return self._sign(), 0

    def _group(self) -> tuple[Step, int]:
        start = self.at
        if self._take("?") and not self._take(":"):
            raise PatternError(f"has `(?{self.regex[self.at : self.at + 1]}`, which is unsupported")
        found = self.alternatives()
        if not self._take(")"):
            raise PatternError(f"lacks the bracket that closes the one at {start}")
        return found

    def _sign(self) -> Step:
        begin, char = self.at, self.regex[self.at]
        if char in "*+?" or REPEAT.match(self.regex, begin):
            raise PatternError(f"repeats nothing at {begin + 1}")
        form = {"[": CLASS, "\\": ESCAPE}.get(char)
        found = form.match(self.regex, begin) if form else None
        if form and not found:
            raise PatternError(f"has `{self.regex[begin : begin + 2]}`, which is unsupported")
        self.at = found.end() if found else begin + 1
        piece = found[0] if found else char if char == "." else re.escape(char)
        try:
            one = re.compile(piece, re.IGNORECASE | re.DOTALL)
        except (re.error, FutureWarning) as error:
            raise PatternError(f"has the wrong set `{piece}` ({error})") from error
        return lambda text, at: frozenset(
            i + 1 for i in at if i < len(text) and one.fullmatch(text[i])
        )

    def _take(self, words: str) -> bool:
        taken = self.regex.startswith(words, self.at)
        self.at += len(words) if taken else 0
        return taken


def _word_edge(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at] if at else "", text[at : at + 1]
    return bool(re.match(r"\w", before)) != bool(re.match(r"\w", behind))


ANCHORS: dict[str, Step] = {
    "^": lambda _, at: at & {0},
    "$": lambda text, at: at & {len(text)},
    "\\b": lambda text, at: frozenset(i for i in at if _word_edge(text, i)),
}


def _bounds(repeat: re.Match[str]) -> tuple[int, int | None]:
    """How often at least and at most; None for no limit."""
    sign = repeat[0][0]
    if sign != "{":
        return int(sign == "+"), 1 if sign == "?" else None
    low = int(repeat[1])
    high = int(repeat[3]) if repeat[3] else None if repeat[2] else low
    if max(low, high or 0) > MOST or (high is not None and high < low):
        raise PatternError(f"has `{repeat[0]}`; give rising numbers up to {MOST}")
    return low, high


def _any_of(branches: Iterable[Step]) -> Step:
    steps = tuple(branches)
    if len(steps) == 1:
        return steps[0]
    return lambda text, at: frozenset[int]().union(*(step(text, at) for step in steps))


def _one_after_another(pieces: Iterable[Step]) -> Step:
    steps = tuple(pieces)
    return lambda text, at: reduce(lambda found, step: step(text, found), steps, at)


def _repeat(step: Step, low: int, high: int | None) -> Step:
    def repeat(text: str, at: frozenset[int]) -> frozenset[int]:
        for _ in range(low):
            at = step(text, at)
        found, fresh, done = at, at, low
        while fresh and (high is None or done < high):
            fresh = step(text, fresh) - found
            found, done = found | fresh, done + 1
        return found

    return repeat
