"""Keeps who is mentioned or speaks where, so that what is near is found without reading all."""

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.speakers.entities import Entity


class Trail:
    """Entities by the offsets at which they occur, in text order; None for an unknown one."""

    def __init__(self) -> None:
        """Begins empty."""
        self._starts: list[int] = []
        self._entities: list[Entity | None] = []
        self._by_entity: dict[Entity | None, list[int]] = {}

    def add(self, start: int, entity: "Entity | None") -> None:
        """Notes that an entity occurs at an offset."""
        at = bisect_left(self._starts, start + 1)
        self._starts.insert(at, start)
        self._entities.insert(at, entity)
        own = self._by_entity.setdefault(entity, [])
        own.insert(bisect_left(own, start), start)

    def last(self, offset: int, back: int = 1) -> "tuple[int, Entity | None]":
        """Where and who the last but `back - 1` before an offset is; (-1, None) for none."""
        at = bisect_left(self._starts, offset) - back
        return (self._starts[at], self._entities[at]) if at >= 0 else (-1, None)

    def count(self, entity: "Entity", offset: int) -> int:
        """How often an entity occurs before an offset."""
        return bisect_left(self._by_entity.get(entity, ()), offset)

    def between(self, first: int, last: int) -> "list[Entity]":
        """The entities that occur in `[first, last)`, each once, in the order of their first."""
        near = self._entities[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
        return [entity for entity in dict.fromkeys(near) if entity is not None]
