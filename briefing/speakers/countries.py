"""The country that a minister, a ministry or another body of state belongs to."""

import re
from collections import Counter

from briefing.domain import Status
from briefing.speakers.entities import Entity, Post
from briefing.speakers.lexicons import Country, countries, word_list, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene

OFFICES = word_set("countries offices")
# Heads of the names of bodies that a country has one of.
STATE_BODIES = word_set("countries state bodies")
# Heads of names that tell a country in them, and heads that make a body its members' own.
AGENCIES = word_set("countries agencies")
OWN_BODIES = word_set("countries own bodies")
STAFF = word_set("countries staff")
HEADS = frozenset({"prime", "premier", "chancellor"})  # whose country stays theirs
SIDES = frozenset({"side", "delegation", "government"})
SETTLEMENTS = word_set("names settlements")
# Words that tell that a body is not one country's.
ABROAD = word_set("countries abroad")
LOCAL = word_set("countries local")
DATELINE = re.compile(r"^([A-Z][A-Z .'’-]+[A-Z])(?:, [^\n]{1,40})? ?(?:\([^)\n]*\) ?)?[—–-]", re.M)
UNIONS = frozenset({"European Union", "EU", "E.U.", "United Nations", "UN", "U.N."})
LEAD = 1.5  # times the mentions of any other country that the home country must have
HEADLINE = 30  # words at the beginning of an article whose countries count three times


def home_country(scene: Scene) -> str:
    """The country an article is set in: the one it names most, by itself or its seat; else ''."""
    votes: Counter[Country] = Counter()
    forms: dict[Country, Counter[str]] = {}
    for number, form, country in _mentions(scene):
        dateline = scene.reading.words[number].text.isupper()  # `LIMA`, and `U.S.` in its papers
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
        loud = _is_loud(word.text)
        form = pair if pair in known else word.text.title() if loud else word.text
        if form in known and known[form].name not in UNIONS:
            found.append((number, form, known[form]))
    return found


def _is_loud(text: str) -> bool:
    """Whether a word stands in capitals as datelines do: `LIMA`, no `U.S.`."""
    return text.isupper() and len(text) > 3 and "." not in text


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
            return _town(scene, entity) or _dateline(scene)
        if not (OFFICES & office or ("presidential" in office and STAFF & office)):
            return ""
        if post.status is Status.FORMER and not HEADS & office:
            return ""
        beside = _beside(scene, entity) or _side_before(scene, entity)
        return beside or (_not_visited(scene, entity, home) if home else "")
    if entity.kind is NameKind.PLACE:
        return entity.name if entity.name in countries() else ""
    words = {word.replace(".", "") for word in entity.name.lower().split()}
    if ABROAD & words or OWN_BODIES & words or not STATE_BODIES & words:
        return _country_in(scene, entity.name) if AGENCIES & words and not ABROAD & words else ""
    inside = _country_in(scene, entity.name)
    if inside:
        return inside
    place = next((w for w in entity.name.split() if w.lower() in word_list("places")), "")
    return place or home


def _country_in(scene: Scene, name: str) -> str:
    """The country that the name of a body has in it: `Tide Authority of Norway`; else ''."""
    for word in name.split():
        bare = word.removesuffix("’s").removesuffix("'s")
        if bare in countries() and countries()[bare].name not in UNIONS:
            return _named(scene, bare)
    return ""


def _town(scene: Scene, entity: Entity) -> str:
    """The town in which the sentence of the first mention or the one before it is set; else ''.

    `In the town of Skarvik, Bo Lind, who was elected mayor`, in the same paragraph.
    """
    if not entity.mentions:
        return ""
    words = scene.reading.words
    first = scene.reading.at(entity.mentions[0].start)
    sentence, place = words[first].sentence, scene.paragraph(words[first].start)
    begin = first
    while begin and words[begin - 1].sentence >= sentence - 1:
        begin -= 1
    towns = [
        scene.reading.between(name.start, name.end)
        for _, name in scene.names_between(max(begin, 2), first)
        if words[name.start - 1].low == "of"
        and words[name.start - 2].low in SETTLEMENTS
        and scene.paragraph(words[name.start].start) == place
    ]
    return towns[-1] if len(set(towns)) == 1 else ""


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
    """A country by its own name where that is printed or only its adjective, else as printed."""
    country = countries()[form]
    own = country.name in scene.reading.text or form in country.adjectives
    return country.name if own else form


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


def _side_before(scene: Scene, entity: Entity) -> str:
    """The country whose side the paragraph has spoken of last: `The Tajik side was cooler.`"""
    if not entity.mentions:
        return ""
    words = scene.reading.words
    at = scene.reading.at(entity.mentions[0].start)
    place = scene.paragraph(entity.mentions[0].start)
    while at > 1 and scene.paragraph(words[at - 1].start) == place:
        at -= 1
        if words[at].low in SIDES and words[at - 1].text in countries():
            return _named(scene, words[at - 1].text)
    return ""


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
