"""Matches the entries of a watch list: names, terms, phrases."""

from collections.abc import Iterable, Sequence

from briefing.terms import split_words, stem

SHORT = 5  # letters up to which an entry in capitals is an acronym: `WHO` is not “who”


def read_watch_list(text: str) -> tuple[str, ...]:
    """The entries of a watch list, one a line, each once; empty lines and `#` lines are skipped.

    >>> read_watch_list("# people\\nLena Orve\\n\\nfighter jets\\nLena Orve\\n")
    ('Lena Orve', 'fighter jets')
    """
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def find_watched(texts: Iterable[str], watch: Sequence[str]) -> tuple[str, ...]:
    """The entries that stand in any of the texts, in the order of the list.

    Words match in any inflection that the light stems join and in any case, but whole words
    only and side by side; short entries in capitals match in capitals alone.

    >>> find_watched(["Two fighter jet crews left, he said."], ["Fighter jets", "WHO", "he sa"])
    ('Fighter jets',)
    """
    entries = {entry: _fold(entry) for entry in watch}
    waiting = dict.fromkeys(entry for entry, folded in entries.items() if folded.strip())
    for text in texts:
        if not waiting:
            break
        folded, exact = _fold(text), f" {' '.join(split_words(text))} "
        for entry in list(waiting):
            found = (
                entry in exact and f" {entry} " in exact
                if _is_acronym(entry)
                else (entries[entry] in folded)
            )
            if found:
                del waiting[entry]
    return tuple(entry for entry in entries if entries[entry].strip() and entry not in waiting)


def _fold(text: str) -> str:
    return f" {' '.join(stem(word) for word in split_words(text))} "


def _is_acronym(entry: str) -> bool:
    return len(entry) <= SHORT and entry.isupper()
