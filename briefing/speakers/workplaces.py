"""Where somebody works by a clause behind the body: `the Weir Institute, where she studies ice`."""

from dataclasses import replace

from briefing.speakers.clauses import STOPS, fact_end
from briefing.speakers.entities import Entity
from briefing.speakers.facts import Fact, FactKind
from briefing.speakers.lexicons import is_position, word_list
from briefing.speakers.names import Name, NameKind
from briefing.speakers.positions import read_posts
from briefing.speakers.pronouns import choose_antecedent
from briefing.speakers.scene import Scene
from briefing.speakers.sources import PRONOUNS

REACH = 5  # words that may stand between a body and `where`: `in Lima,`


def note_workplaces(scene: Scene) -> None:
    """Adds to persons what they do at a body by the clauses that begin with `where` behind it."""
    words = scene.reading.words
    for number in range(1, len(words) - 2):
        pronoun = PRONOUNS.get(words[number + 1].low, "")
        if words[number].low != "where" or pronoun not in ("m", "f"):
            continue
        body = _body_before(scene, number)
        person = choose_antecedent(scene, words[number].start, pronoun, None)
        if body is not None and person is not None and person.kind is NameKind.PERSON:
            _note_work(scene, number + 2, person, body)


def _note_work(scene: Scene, begin: int, person: Entity, body: Name) -> None:
    """Keeps the post that a clause tells of a person at a body."""
    words = scene.reading.words
    office = words[begin].low in ("is", "works") and any(
        is_position(word.low) for word in words[begin : begin + 5]
    )
    if not office and words[begin].low not in word_list("work_verbs"):
        return
    last = fact_end(words, begin)
    if last <= begin + 1:
        return
    name = scene.reading.between(body.start, body.end)
    posts = read_posts(scene, Fact(FactKind.RELATIVE, begin, last))
    person.posts.extend(replace(post, affiliation=name) for post in posts)
    for word in words[begin:last]:
        if is_position(word.low):
            scene.add(person, word.low)


def _body_before(scene: Scene, number: int) -> Name | None:
    """The body named right before `where`, its place in between; else None."""
    words = scene.reading.words
    first = number - 1 - (words[number - 1].text == ",")
    found = None
    for _, name in scene.names_between(max(0, first - 3 * REACH), first + 1):
        gap = words[name.end : first + 1]
        near = len(gap) <= REACH and not any(word.text in STOPS for word in gap)
        if (
            near
            and name.kind is NameKind.BODY
            and words[name.start].sentence == words[number].sentence
        ):
            found = name
    return found
