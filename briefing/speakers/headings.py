"""Whom a heading announces that only says `Expert` or `Analyst`."""

from briefing.speakers.entities import Entity
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene

REACH = 150  # words after a heading within which an agency names who speaks
EXPERTS = frozenset({"expert", "analyst", "experts", "commentary"})


def announced(scene: Scene, first: int, last: int) -> Entity | None:
    """Whom `Expert: "…"` in a heading announces: the first person named after it."""
    words = scene.reading.words
    if (
        last - first > 2
        or words[first].low not in EXPERTS
        or last >= len(words)
        or (words[last].text != ":")
    ):
        return None
    sentence = words[first].sentence
    for number, name in scene.names_between(last, min(last + REACH, len(words))):
        if words[name.first - 1].text == "=" and scene.owner[number].kind is NameKind.PERSON:
            return scene.owner[number]
    after = [
        n
        for n, name in scene.names_between(last, min(last + 80, len(words)))
        if words[name.start].sentence > sentence and name.kind is NameKind.PERSON
    ]
    return scene.owner[after[0]] if after else None
