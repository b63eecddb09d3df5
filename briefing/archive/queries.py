"""Turn what a user types into queries of the full-text index, quoted so that nothing fails."""

import re
import unicodedata

from briefing.errors import ArchiveError

# A phrase in double quotes, closed or not, or a word; a star behind it asks for a beginning:
# `"fighter jet"`, `exerc*`, `“joint drills”`.
TERM = re.compile(r'["“”„](?P<phrase>[^"“”„]*)(?:["“”„]|$)(?P<open>\*?)|(?P<word>[^\s"“”„]+)')


def match_words(text: str) -> str:
    """The query for statements that hold all words and phrases of a text, in any form.

    `word*` stands for all words that begin so; a phrase in double quotes for these words in
    this order. Nothing else has a meaning.

    Raises: ArchiveError when the text holds no word.

    >>> match_words('fighter "joint drill*" NOT')
    '"fighter" AND "joint drill" * AND "NOT"'
    """
    terms = [quote(*parts) for parts in split_terms(text)]
    if not terms:
        raise ArchiveError(repr(text), "holds no word to search for", "give a word or a phrase")
    return " AND ".join(terms)


def match_name(name: str) -> str:
    """The query for statements whose speaker's name holds all words of a name.

    Raises: ArchiveError when the name holds no word.

    >>> match_name("Moreau")
    'speaker : ("Moreau")'
    """
    return f"speaker : ({match_words(name)})"


def split_terms(text: str) -> list[tuple[str, bool]]:
    """The words and phrases of a text, and whether each only begins the last word it means.

    >>> split_terms('jets "joint drills" exerc* - *')
    [('jets', False), ('joint drills', False), ('exerc', True)]
    """
    found = []
    for match in TERM.finditer(text):
        words = match["word"] if match["phrase"] is None else match["phrase"].strip()
        starred = words.endswith("*") or bool(match["open"])
        if any(is_in_word(char) for char in words):
            found.append((words, starred and is_in_word(words.rstrip("*")[-1])))
    return [(words.rstrip("*"), starred) for words, starred in found]


def is_in_word(char: str) -> bool:
    """Whether the index takes a character for a part of a word: letters and numbers."""
    return unicodedata.category(char)[0] in "LN"


def quote(words: str, begins: bool) -> str:
    """A term of a query; inside the quotes nothing has a meaning."""
    plain = words.encode("utf-8", "replace").decode().replace('"', " ").replace("\0", " ")
    return f'"{plain}" *' if begins else f'"{plain}"'
