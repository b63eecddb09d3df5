"""Who speaks where a statement has no source of its own: the subject it shares."""

from briefing.domain import Attribution
from briefing.speakers.entities import Entity
from briefing.speakers.scene import Scene

AND = frozenset({"and", "but", "or", "then", "also"})


def last_speaker(scene: Scene, attribution: Attribution) -> Entity | None:
    """The last speaker of the same sentence, where the cue is joined to that one's; else None.

    `Ana Ruiz left early and said …`, `…, adding that`.
    """
    if not attribution.cue:
        return None
    words = scene.reading.words
    cue = min(scene.reading.at(attribution.cue[0].start), len(words) - 1)
    before = cue - 1
    while before > 0 and words[before].low.endswith("ly"):
        before -= 1
    joined = words[before].low in AND or (
        words[before].text == "," and words[cue].low.endswith("ing")
    )
    where, who = scene.turns.last(words[cue].start)
    same = where >= 0 and words[scene.reading.at(where)].sentence == words[cue].sentence
    return who if joined and same else None
