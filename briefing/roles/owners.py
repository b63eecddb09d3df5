"""Finds whom an aide, spokesperson or circle speaks for, in the words that tell of them."""

import re
from collections.abc import Iterable

STAFF = (
    r"press secretary|spokes\w+|chief of staff|aides?|advis[eo]rs?|office|lawyers?|deputy|"
    r"communications director|staff\w*|entourage|inner circle|circle|cabinet|camp"
)
# "Ms. Moor's press secretary", "Moor spokesman": whom somebody works for.
BEFORE = re.compile(
    rf"((?:[A-Z][\w.’'-]*\s)*[A-Z][\w-]+)(?:[’']s?)?\s(?:[a-z]+\s){{0,2}}(?:{STAFF})\b"
)
# "the entourage of Ms. Moor", "an aide to Ada Moor", not "the office of Trade".
BEHIND = re.compile(
    r"\b(?:aides?|advis[eo]rs?|entourage|(?:inner )?circle|spokes\w+|chief of staff|people close|"
    r"sources? close|somebody close|someone close|officials? close)\s(?:of|to|for)\s"
    r"((?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|M|Mme)\.?\s)?(?:[A-Z][\w’'-]+\s)*[A-Z][\w’'-]+)$"
)


def find_owner(passages: Iterable[str]) -> str | None:
    """Whom an aide or spokesperson works for, where the words about them name that person.

    >>> find_owner(["the entourage of Mr Moor"]), find_owner(["Moor's aides"])
    ('Mr Moor', 'Moor')
    """
    for words in passages:
        match = BEFORE.search(words) or BEHIND.search(words)
        if match is not None:
            return match.group(1)
    return None
