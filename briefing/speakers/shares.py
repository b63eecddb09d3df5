"""What `one of them` and `a second official there` share with whom was told of before."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.speakers.descriptions import find_descriptions
from briefing.speakers.entities import Entity, Post
from briefing.speakers.facts import Fact, FactKind
from briefing.speakers.lexicons import is_position, singular
from briefing.speakers.positions import read_posts
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase, noun_class

# Sources that name nobody's standing: `one of them`, `another`, `a third`.
PARTS = re.compile(
    r"(?:(?:one|two|three|four|some|several|both|others?) of (?:them|those|these|the \w+)"
    r"|one|another|second|third|fourth|fifth)$",
    re.IGNORECASE,
)
ONE = re.compile(r"(?:one|another|second|third|fourth|fifth)\b", re.IGNORECASE)
# `second official there`, `another engineer`
MORE = re.compile(r"(?:another|second|third|fourth|other|fellow)\s", re.IGNORECASE)
REACH = 120  # words before it in which those it is one of are told of


def shared_posts(scene: Scene, entity: Entity) -> list[Post]:
    """The posts that an unnamed source takes over from whom it is one of; [] for none.

    `Central bank officials met. One of them said …`: an official of the central bank.
    """
    if entity.named or not entity.mentions:
        return []
    at = scene.reading.at(entity.mentions[0].start)
    if PARTS.match(entity.name):
        groups = [phrase for phrase in _before(scene, at) if _is_group(scene, phrase)]
        posts = _posts(scene, groups[-1]) if groups else []
        return [_of_one(post) for post in posts] if ONE.match(entity.name) else posts
    if not MORE.match(entity.name):
        return []
    nouns = set(entity.name.lower().split())
    alike = [phrase for phrase in _before(scene, at) if _head(scene, phrase) in nouns]
    told = [post for phrase in alike for post in _posts(scene, phrase) if post.affiliation]
    return told[-1:]


def _of_one(post: Post) -> Post:
    """A post of a group as that of one of them: `officials`, an `official`."""
    before, _, last = post.position.rpartition(" ")
    return replace(post, position=f"{before} {singular(last)}".strip())


def _before(scene: Scene, at: int) -> Iterator[Phrase]:
    """The descriptions of persons shortly before a word, of that paragraph or the last."""
    place = scene.paragraph(scene.reading.words[at].start)
    for phrase in find_descriptions(scene, max(0, at - REACH), at):
        near = scene.paragraph(scene.reading.words[phrase.first].start) >= place - 1
        if near and phrase.last <= at and noun_class(_head(scene, phrase)) in ("position", "group"):
            yield phrase


def _head(scene: Scene, phrase: Phrase) -> str:
    return singular(scene.reading.words[phrase.head].low)


def _is_group(scene: Scene, phrase: Phrase) -> bool:
    low = scene.reading.words[phrase.head].low
    return low != singular(low) and is_position(singular(low))


def _posts(scene: Scene, phrase: Phrase) -> list[Post]:
    return read_posts(scene, Fact(FactKind.APPOSITIVE, phrase.first, phrase.last))
