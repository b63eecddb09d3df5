"""The country that a minister, a ministry or another body of state belongs to."""

from collections import Counter

from briefing.speakers.entities import Entity, Post
from briefing.speakers.lexicons import Country, countries
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene

OFFICES = frozenset("minister ministers ministry premier chancellor cabinet".split())
# Heads of the names of bodies that a country has one of.
STATE_BODIES = frozenset(
    "ministry parliament army navy cabinet department service court treasury bureau".split()
)
SHARE = 0.5  # of all mentions of countries that the home country must have
HEADLINE = 30  # words at the beginning of an article whose countries count three times


def home_country(scene: Scene) -> str:
    """The country an article is set in: the one it names most, by itself or its seat; else ''."""
    votes: Counter[Country] = Counter()
    forms: dict[Country, Counter[str]] = {}
    for number, form, country in _mentions(scene):
        votes[country] += 3 if number < HEADLINE else 1
        forms.setdefault(country, Counter())[form] += 1
    if not votes:
        return ""
    best = max(votes, key=lambda country: votes[country])
    if votes[best] < SHARE * sum(votes.values()):
        return ""
    return _printed(scene, best, forms[best])


def _mentions(scene: Scene) -> list[tuple[int, str, Country]]:
    known = countries()
    words = scene.reading.words
    found = []
    for number, word in enumerate(words):
        if not word.capital:
            continue
        pair = f"{word.text} {words[number + 1].text}" if number + 1 < len(words) else ""
        loud = word.text.isupper() and len(word.text) > 4
        form = pair if pair in known else word.text.title() if loud else word.text
        if form in known:
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
        if not OFFICES & set(post.position.lower().split()):
            return ""
        return _beside(scene, entity) or home
    words = entity.name.lower().replace("’", "'").split()
    inside = [word for word in entity.name.split() if word.removesuffix("’s").removesuffix("'s")
              in countries()]
    if inside:
        return inside[0].removesuffix("’s").removesuffix("'s") if STATE_BODIES & set(words) else ""
    return home if STATE_BODIES & set(words) else ""


def _beside(scene: Scene, entity: Entity) -> str:
    """The country that the sentence of the first mention names: `X from Y`, `from the Y side`."""
    if not entity.mentions:
        return ""
    reading = scene.reading
    first = reading.at(entity.mentions[0].start)
    sentence = reading.words[first].sentence
    sides = [n for n, _, _ in _near(scene, sentence) if _tells_side(scene, n)]
    after = [n for n in sides if n > first and _joined(scene, first, n)]
    before = [n for n in sides if n < first and reading.words[n + 1].low == "side"]
    at = after[0] if after else before[-1] if before else None
    if at is None:
        return ""
    country = countries()[_form(scene, at)]
    return country.name if country.name in reading.text else _form(scene, at)


def _near(scene: Scene, sentence: int) -> list[tuple[int, str, Country]]:
    span = scene.reading.sentences[sentence].span
    first, last = scene.reading.at(span.start), scene.reading.before(span.end)
    return [(n, _form(scene, n), countries()[_form(scene, n)]) for n in range(first, last)
            if _form(scene, n) in countries()]


def _form(scene: Scene, number: int) -> str:
    words = scene.reading.words
    pair = f"{words[number].text} {words[number + 1].text}" if number + 1 < len(words) else ""
    return pair if pair in countries() else words[number].text


def _tells_side(scene: Scene, number: int) -> bool:
    """Whether a country stands as in `from Japan` or `from the Japanese side`."""
    words = scene.reading.words
    before = number - 1
    if words[before].low == "the":
        before -= 1
    return before >= 0 and words[before].low in ("from", "for", "of")


def _joined(scene: Scene, first: int, number: int) -> bool:
    """Whether only names and small words stand between a name and the country behind it."""
    words = scene.reading.words[first : number - 1]
    return all(word.capital or word.low in ("and", "the", ",", "of", "from") for word in words)
