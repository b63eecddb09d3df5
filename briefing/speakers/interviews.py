"""Interviews printed as questions and answers: who asks and who answers."""

import re

from briefing.speakers.entities import Entity
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene

# A paragraph that a question or an answer opens: `Q: Why now?`, `A. Because.`
TURN = re.compile(r"^\s*(Q|A)[:.]\s", re.MULTILINE)
ENOUGH = 3  # questions and answers each from which an article is an interview


def find_interviewee(scene: Scene) -> Entity | None:
    """The person who answers in an interview: named most up to the first question; else None."""
    turns = list(TURN.finditer(scene.reading.text))
    asked = sum(turn[1] == "Q" for turn in turns)
    if asked < ENOUGH or len(turns) - asked < ENOUGH:
        return None
    start = turns[0].start()
    people = [
        entity for entity in scene.entities if entity.kind is NameKind.PERSON and entity.named
    ]

    def weight(entity: Entity) -> tuple[int, int]:
        early = sum(mention.start < start for mention in entity.mentions)
        return early, len(entity.mentions)

    best = max(people, key=weight, default=None)
    return best if best is not None and weight(best)[0] else None


def answers(scene: Scene, offset: int) -> bool:
    """Whether an offset lies in an answer."""
    last = None
    for turn in TURN.finditer(scene.reading.text, 0, offset + 3):
        last = turn
    return last is not None and last[1] == "A"
