"""The country that the words around somebody tell: `from Chile`, `the Chilean side`."""

from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import (
    countries,
    is_body,
    is_plural_position,
    is_position,
    word_set,
)
from briefing.speakers.scene import Scene

LOCAL = word_set("countries local")
SIDES = frozenset({"side", "delegation", "government"})


def named_country(scene: Scene, form: str) -> str:
    """A country by its own name where that is printed or only its adjective, else as printed."""
    country = countries()[form]
    own = country.name in scene.reading.text or form in country.adjectives
    return country.name if own else form


def country_beside(scene: Scene, entity: Entity) -> str:
    """The country that the sentence of the first mention tells: `from Y`, `the Y side`, `Y's`."""
    if not entity.mentions:
        return ""
    reading = scene.reading
    first = reading.at(entity.mentions[0].start)
    near = _near(scene, reading.words[first].sentence)
    after = [n for n in near if n > first and _joined(scene, first, n)]
    side = [n for n in near if n < first and reading.words[n + 1].low == "side"]
    before = [n for n in near if n < first and _stands_free(scene, n) and _acts(scene, n)]
    at = after[0] if after else side[-1] if side else before[-1] if before else None
    return "" if at is None else named_country(scene, _form(scene, at))


def country_set_in(scene: Scene, entity: Entity) -> str:
    """The country with which the sentence of the first mention begins: `In Malawi, …`; else ''."""
    if not entity.mentions:
        return ""
    words = scene.reading.words
    at = _first(scene, entity)
    while at and words[at - 1].sentence == words[at].sentence:
        at -= 1
    form = _form(scene, at + 1) if at + 2 < len(words) and words[at].low == "in" else ""
    behind = words[at + 2 + form.count(" ") :][:1]
    comma = form in countries() and bool(behind) and behind[0].text == ","
    return named_country(scene, form) if comma else ""


def side_before(scene: Scene, entity: Entity) -> str:
    """The country whose side the paragraph has spoken of last: `The Tajik side was cooler.`

    Also one that a paragraph begins with, that one or the one before: `Chad gave another version.`
    """
    if not entity.mentions:
        return ""
    words = scene.reading.words
    at = scene.reading.at(entity.mentions[0].start)
    place = scene.paragraph(entity.mentions[0].start)
    while at > 1 and scene.paragraph(words[at - 1].start) == place:
        at -= 1
        if words[at].low in SIDES and words[at - 1].text in countries():
            return named_country(scene, words[at - 1].text)
    begin = at
    while at and scene.paragraph(words[at - 1].start) == place - 1:
        at -= 1
    subject = _opened_by(scene, begin)
    between = any(_form(scene, n) in countries() for n in range(begin, _first(scene, entity)))
    return subject or ("" if between else _opened_by(scene, at))


def _opened_by(scene: Scene, begin: int) -> str:
    """The country that a paragraph begins with as who acts: `Chad rejected this.`; else ''."""
    words = scene.reading.words
    form = _form(scene, begin)
    after = begin + form.count(" ") + 1
    if form not in countries() or form in countries()[form].adjectives or after >= len(words):
        return ""
    acts = words[after].text.islower() and words[after].low not in ("and", "or")
    return named_country(scene, form) if acts and not words[after - 1].possessive else ""


def _first(scene: Scene, entity: Entity) -> int:
    return scene.reading.at(entity.mentions[0].start)


def _acts(scene: Scene, number: int) -> bool:
    """Whether an adjective tells of who acts, and not of a thing: no `Chilean vessel`."""
    words = scene.reading.words
    form = words[number].text
    if form not in countries() or form not in countries()[form].adjectives:
        return True
    near = [word.low for word in words[number + 1 : number + 4]]
    return any(low in SIDES or is_body(low) or _is_person(low) for low in near)


def _is_person(low: str) -> bool:
    return is_position(low) or is_plural_position(low)


def _stands_free(scene: Scene, number: int) -> bool:
    """Whether a country is no place where something happens and nothing that is quoted."""
    words = scene.reading.words
    behind = words[number - 1].low if number else ""
    if behind == "the" and number > 1:
        behind = words[number - 2].low
    return behind not in LOCAL and not scene.is_quoted(words[number].start)


def _near(scene: Scene, sentence: int) -> list[int]:
    span = scene.reading.sentences[sentence].span
    first, last = scene.reading.at(span.start), scene.reading.before(span.end)
    return [n for n in range(first, last) if _form(scene, n) in countries()]


def _form(scene: Scene, number: int) -> str:
    words = scene.reading.words
    pair = f"{words[number].text} {words[number + 1].text}" if number + 1 < len(words) else ""
    return pair if pair in countries() else words[number].text


def _joined(scene: Scene, first: int, number: int) -> bool:
    """Whether `from` and a country stand behind a name with only names in between."""
    words = scene.reading.words[first : number - 1]
    if scene.reading.words[number - 1].low != "from" and (
        [word.low for word in scene.reading.words[number - 2 : number]] != ["from", "the"]
    ):
        return False
    return all(word.capital or word.low in ("and", "the", ",", "of", "from") for word in words)
