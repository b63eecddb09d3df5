"""The country that a minister, a ministry or another body of state belongs to."""

import re
from collections import Counter

from briefing.domain import Status
from briefing.speakers.entities import Entity, Post
from briefing.speakers.lexicons import Country, countries, mapping, word_list, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sides import country_beside, country_set_in, named_country, side_before

OFFICES = word_set("countries offices")
# Heads of the names of bodies that a country has one of.
STATE_BODIES = word_set("countries state bodies")
# Heads of names that tell a country in them, and heads that make a body its members' own.
AGENCIES = word_set("countries agencies")
OWN_BODIES = word_set("countries own bodies")
ARMS = word_set("countries arms")  # of which a country has one
STAFF = word_set("countries staff")
HEADS = frozenset({"prime", "premier", "chancellor"})  # whose country stays theirs
HOLDERS = frozenset({"chancellor", "minister", "premier", "president"})
SETTLEMENTS = word_set("names settlements")
# Words that tell that a body is not one country's.
ABROAD = word_set("countries abroad")
DATELINE = re.compile(r"^([A-Z][A-Z .'’-]+[A-Z])(?:, [^\n]{1,40})? ?(?:\([^)\n]*\) ?)?[—–-]", re.M)
DATELINE_STATE = re.compile(
    r"^[A-Z][A-Z .'’-]+[A-Z], ([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b[^\n]{0,20}[—–-]", re.M
)
UNIONS = frozenset({"European Union", "EU", "E.U.", "United Nations", "UN", "U.N."})
MONEY = frozenset("$£€¥")  # `US$40` names no country
ELSEWHERE = word_set("countries elsewhere")  # `British Columbia`, `Indian Ocean`
LEAST = 2  # votes below which a country that is named far down is not the home country
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
    if votes[best] < max(LEAST, LEAD * max(others, default=0)):
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
        after = words[number + 1] if number + 1 < len(words) else None
        if after is not None and (after.text[0] in MONEY or after.low in ELSEWHERE):
            continue
        pair = f"{word.text} {after.text}" if after is not None else ""
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
            return _town(scene, entity) or dateline_town(scene)
        if not (OFFICES & office or (ARMS & office and STAFF & office)):
            return ""
        if post.status is Status.FORMER and not HEADS & office:
            return ""
        return country_at(scene, entity, home)
    if entity.kind is NameKind.PLACE:
        return entity.name if entity.name in countries() else ""
    words = {word.replace(".", "") for word in entity.name.lower().split()}
    if not entity.named and "office" in words and HOLDERS & {word[:-2] for word in words}:
        return home or country_at(scene, entity, home)  # `the president's office`
    if ABROAD & words or OWN_BODIES & words or not STATE_BODIES & words:
        return _country_in(scene, entity.name) if AGENCIES & words and not ABROAD & words else ""
    inside = _country_in(scene, entity.name)
    if inside:
        return inside
    place = next((w for w in entity.name.split() if w.lower() in word_list("places")), "")
    return place or home


def country_at(scene: Scene, entity: Entity, home: str) -> str:
    """The country that somebody of state speaks for, by what stands near them; else ''."""
    near = (
        country_beside(scene, entity) or country_set_in(scene, entity) or side_before(scene, entity)
    )
    return near or (_not_visited(scene, entity, home) if home else "")


def _country_in(scene: Scene, name: str) -> str:
    """The country that the name of a body has in it: `Tide Authority of Norway`; else ''."""
    for word in name.split():
        bare = word.removesuffix("’s").removesuffix("'s")
        if bare in countries() and countries()[bare].name not in UNIONS:
            return named_country(scene, bare)
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


def dateline_state(scene: Scene) -> str:
    """The state in the dateline of an article: `SKARVIK, Ohio —`; else ''."""
    found = DATELINE_STATE.search(scene.reading.text)
    return found[1] if found and found[1].lower() in mapping("states") else ""


def dateline_town(scene: Scene) -> str:
    """The city in the dateline of an article: `LIMA, March 3 —`; else ''."""
    found = DATELINE.search(scene.reading.text)
    return found[1].title() if found else ""
