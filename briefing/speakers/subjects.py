"""Whether a mention is the subject of its clause, or hangs on those before it."""

from briefing.domain import Span
from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import word_set
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import noun_class
from briefing.speakers.words import Word

VERBS = word_set("soundness finite") | word_set("names verbs") - {"by"}
BEFORE = word_set("positions objects") | word_set("sources prepositions")
APPOSED = 14  # words that an apposition may have at most
LONGEST = 5  # capitalised words that the name of a place or body may have here
ANYBODY = frozenset({"another", "each", "either", "neither", "one", "somebody", "someone"})
OPENERS = frozenset({"“", '"', "but", "and", "yet"})
PLAIN = frozenset({"he", "him", "his", "she", "her", "it", "its", "they", "them", "their"})
BETWEEN = frozenset({"also", "then", "himself", "herself", "itself", "and", "who"})


def is_subject(scene: Scene, mention: Span) -> bool:
    """Whether a verb follows a mention that hangs on no preposition: `Ana Ruiz left the hall`."""
    words = scene.reading.words
    first, after = scene.reading.at(mention.start), scene.reading.before(mention.end)
    if after >= len(words) or words[after - 1].possessive:
        return False
    if first and words[first - 1].low in BEFORE:
        return False
    after = _past_apposition(words, _past_place(words, after))
    while after + 1 < len(words) and (
        words[after].low in BETWEEN or words[after].low.endswith("ly")
    ):
        after += 1
    word = words[after]
    if word.sentence != words[first].sentence or word.capital or not word.text[0].isalpha():
        return False
    return word.low in VERBS or word.low.endswith("ed")


def _past_place(words: tuple[Word, ...], after: int) -> int:
    """Past the place or body that somebody is of: `Ana Ruiz of the Dyke Trust`."""
    if words[after].low not in ("of", "from"):
        return after
    end = after + 1 + (words[min(after + 1, len(words) - 1)].low == "the")
    stop = min(end + LONGEST, len(words) - 1)
    while end < stop and words[end].capital:
        end += 1
    return end if end < len(words) and words[end - 1].capital else after


def _past_apposition(words: tuple[Word, ...], after: int) -> int:
    """Past an apposition between commas or dashes behind a name: `Ana Ruiz, the mayor, left`."""
    if words[after].text not in (",", "–", "—", "(", "-"):
        return after
    closing = ")" if words[after].text == "(" else words[after].text
    stop = min(after + APPOSED, len(words) - 1)
    return next((n + 1 for n in range(after + 1, stop) if words[n].text == closing), after)


def hangs_on_people(scene: Scene, entity: Entity, number: int) -> bool:
    """Whether the last mention before a word hangs on people: `editors of The Pilot, who came`."""
    words = scene.reading.words
    at = scene.reading.at(entity.seen_at(words[number].start))
    at -= at > 0 and words[at - 1].low == "the"
    people = at > 1 and noun_class(words[at - 2].low) in ("position", "group")
    return people and words[at - 1].low in ("at", "from", "of")


def is_led_by_nobody(scene: Scene, number: int) -> bool:
    """Whether nobody in particular is the subject of a pronoun's sentence: `One said he left`."""
    words = scene.reading.words
    first = number
    while first and words[first - 1].sentence == words[number].sentence:
        first -= 1
    while first < number and words[first].low in OPENERS:
        first += 1
    verb = words[first + 1] if first + 1 < number else None
    return verb is not None and words[first].low in ANYBODY and verb.low in VERBS


def _opens(scene: Scene, first: int, at: int) -> bool:
    """Whether a word opens its sentence, or stands there behind a quotation alone."""
    before = scene.reading.words[first:at]
    return all(scene.is_quoted(word.start) or not word.text[0].isalnum() for word in before)


def only_before(scene: Scene, offset: int, sort: str) -> Entity | None:
    """The one person in the sentence before a pronoun that opens its own; None for any doubt.

    `Just look at Ana Ruiz. She …`: the sentence stands in the same paragraph and has no other
    person, no pronoun and no quotation, and the article tells her gender.
    """
    reading, words = scene.reading, scene.reading.words
    at = reading.at(offset)
    here = words[at].sentence
    if not here or not _opens(scene, reading.at(reading.sentences[here].span.start), at):
        return None
    before = reading.sentences[here - 1]
    if before.paragraph != reading.sentences[here].paragraph:
        return None
    first, last = reading.at(before.span.start), reading.before(before.span.end)
    if any(word.low in PLAIN or scene.is_quoted(word.start) for word in words[first:last]):
        return None
    named = (scene.owner[number] for number, _ in scene.names_between(first, last))
    people = {entity for entity in named if entity.kind is NameKind.PERSON}
    if len(people) != 1:
        return None
    person = people.pop()
    return person if person.sex() == sort else None
