"""The country that a minister, a ministry or another body of state belongs to."""

import re
from collections import Counter

from briefing.speakers.entities import Entity, Post
from briefing.speakers.lexicons import Country, countries, word_list, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene

OFFICES = word_set("countries offices")
# Heads of the names of bodies that a country has one of.
STATE_BODIES = word_set("countries state bodies")
# Words that tell that a body is not one country's.
ABROAD = word_set("countries abroad")
LOCAL = word_set("countries local")
DATELINE = re.compile(r"^([A-Z][A-Z .'’-]+[A-Z])(?:, [^\n]{1,40})? ?(?:\([^)\n]*\) ?)?[—–-]", re.M)
UNION = "European Union"
LEAD = 1.5  # times the mentions of any other country that the home country must have
HEADLINE = 30  # words at the beginning of an article whose countries count three times


def home_country(scene: Scene) -> str:
    """The country an article is set in: the one it names most, by itself or its seat; else ''."""
    votes: Counter[Country] = Counter()
    forms: dict[Country, Counter[str]] = {}
    for number, form, country in _mentions(scene):
        dateline = scene.reading.words[number].text.isupper()
        votes[country] += 6 if dateline else 3 if number < HEADLINE else 1
        forms.setdefault(country, Counter())[form] += 1
    if not votes:
        return ""
    best = max(votes, key=lambda country: votes[country])
    others = [count for country, count in votes.items() if country is not best]
    if votes[best] < LEAD * max(others, default=0):
        return ""
    return _printed(scene, best, forms[best])


def _mentions(scene: Scene) -> list[tuple[int, str, Country]]:
    known = countries()
    words = scene.reading.words
    found = []
    people = {
        number
        for at, name in enumerate(scene.names)
        if name.end - name.start > 1 and scene.owner[at].kind is NameKind.PERSON
        for number in range(name.start, name.end)
    }
    for number, word in enumerate(words):
        if not word.capital or number in people:
            continue
        pair = f"{word.text} {words[number + 1].text}" if number + 1 < len(words) else ""
        loud = word.text.isupper() and len(word.text) > 3
        form = pair if pair in known else word.text.title() if loud else word.text
        if form in known and known[form].name != UNION:
            found.append((number, form, known[form]))
    return found


def _printed(scene: Scene, country: Country, forms: Counter[str]) -> str:
    """The country in a form that the article prints: its name, else its adjective."""
    if country.name in scene.reading.text:
        return country.name
    return next((form for form, _ in forms.most_common() if form in country.adjectives), "")


def country_of(scene: Scene, entity: Entity, post: Post, home: str) -> str:
    """The country of an office or body of state that does not say whose it is; else ''."""
    if entity.kind is NameKind.PERSON:
        office = set(post.position.lower().split())
        if "mayor" in office:
            return _dateline(scene)
        if not OFFICES & office:
            return ""
        beside = _beside(scene, entity)
        return beside or (_not_visited(scene, entity, home) if home else "")
    if entity.kind is NameKind.PLACE:
        return entity.name if entity.name in countries() else ""
    words = {word.replace(".", "") for word in entity.name.lower().split()}
    if not STATE_BODIES & words or ABROAD & words:
        return ""
    for word in entity.name.split():
        bare = word.removesuffix("’s").removesuffix("'s")
        if bare in countries():
            return _named(scene, bare)
    place = next((w for w in entity.name.split() if w.lower() in word_list("places")), "")
    return place or home


def _not_visited(scene: Scene, entity: Entity, home: str) -> str:
    """The home country, or where somebody is said to visit it the one other country told; or ''."""
    words = scene.reading.words
    visited = countries()[home]
    guest = any(
        words[n + 1].low == "visiting" and countries().get(words[n + 2].text) is visited
        for mention in entity.mentions
        for n in range(scene.reading.before(mention.end), scene.reading.before(mention.end) + 4)
        if n + 2 < len(words)
    )
    if not guest:
        return home
    others = [(form, country) for _, form, country in _mentions(scene) if country is not visited]
    first, *rest = Counter(country for _, country in others).most_common(2) or [(visited, 0)]
    if not others or (rest and first[1] < LEAD * rest[0][1]):
        return ""
    return _printed(scene, first[0], Counter(form for form, one in others if one is first[0]))


def _dateline(scene: Scene) -> str:
    """The city in the dateline of an article: `LIMA, March 3 —`; else ''."""
    found = DATELINE.search(scene.reading.text)
    return found[1].title() if found else ""


def _named(scene: Scene, form: str) -> str:
    """A country by its own name where the article prints that, else as it is printed."""
    name = countries()[form].name
    return name if name in scene.reading.text else form


def _beside(scene: Scene, entity: Entity) -> str:
    """The country that the sentence of the first mention tells: `from Y`, `the Y side`, `Y's`."""
    if not entity.mentions:
        return ""
    reading = scene.reading
    first = reading.at(entity.mentions[0].start)
    near = _near(scene, reading.words[first].sentence)
    after = [n for n in near if n > first and _joined(scene, first, n)]
    side = [n for n in near if n < first and reading.words[n + 1].low == "side"]
    before = [n for n in near if n < first and _stands_free(scene, n)]
    at = after[0] if after else side[-1] if side else before[-1] if before else None
    return "" if at is None else _named(scene, _form(scene, at))


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
