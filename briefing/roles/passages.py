"""Words about a speaker, and where an article has them."""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """Where a word about a speaker was found; the value is what evidence calls it."""

    POSITION = "title"
    AFFILIATION = "affiliation"
    DESCRIPTION = "description"
    LINKED = "description elsewhere"
    PRINCIPAL = "speaks for"
    NAME = "name"
    BEFORE = "before the name"
    BEHIND = "after the name"
    LABEL = "party and state"
    PRINCIPAL_TITLE = "title of the principal"
    BODY = "what the body is"
    HOME = "age or home"
    CONTEXT = "the article speaks of"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words about a speaker, and where they stand."""

    field: Field
    words: str
