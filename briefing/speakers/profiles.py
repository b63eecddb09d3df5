"""Gathers what an article says about each entity and chooses its position and affiliation."""

from collections import Counter

from briefing.domain import Speaker, Status
from briefing.speakers.entities import Entity, Post, gender_weight
from briefing.speakers.facts import Fact, FactKind, find_facts
from briefing.speakers.lexicons import (
    Country,
    countries,
    is_body,
    is_plural_position,
    is_position,
    mapping,
)
from briefing.speakers.names import NameKind
from briefing.speakers.positions import OBJECTS, read_posts
from briefing.speakers.scene import Scene

NATIONAL = frozenset("minister ministry premier chancellor cabinet".split())
PROFESSORS = frozenset({"prof", "professor"})


def gather_facts(scene: Scene, sources: frozenset[int]) -> None:
    """Adds to every named entity what stands around its mentions.

    `sources` are the numbers of the names that stand inside a source.
    """
    for entity in scene.entities:
        scene.add(entity, *entity.heads)
    for number, name in enumerate(scene.names):
        if name.kind is NameKind.PLACE:
            continue
        entity = scene.owner[number]
        for fact in find_facts(scene, name, is_source=number in sources):
            note_fact(scene, entity, fact)


def note_fact(scene: Scene, entity: Entity, fact: Fact) -> None:
    """Keeps the words of a fact, its nouns of standing, the gender and the posts it tells."""
    span = fact.span(scene)
    if span not in entity.facts:
        entity.facts.append(span)
    entity.posts.extend(read_posts(scene, fact))
    if fact.kind in (FactKind.OF, FactKind.AGENCY):
        return
    if fact.kind is FactKind.RELATIVE:
        scene.relatives[fact.first] = entity
    else:
        scene.told.update(range(fact.first, fact.last))
        scene.relatives.update((n, entity) for n in range(fact.first, fact.last)
                               if scene.reading.words[n].low in ("who", "whom"))
    person = False
    for word in scene.reading.words[fact.first : fact.last]:
        if word.low in OBJECTS:
            break
        low = mapping("titles").get(word.low, word.low)
        if word.possessive or not (is_position(low) or is_plural_position(low) or is_body(low)):
            continue
        scene.add(entity, low)
        person = person or is_position(low) or bool(fact.kind is FactKind.RELATIVE)
        sex = mapping("gendered_nouns").get(low, "")
        if sex:
            entity.gender[sex] += gender_weight(low)
    if entity.kind is NameKind.UNKNOWN and person:
        entity.kind = NameKind.PERSON


def choose_post(entity: Entity) -> Post:
    """Position, affiliation and status: the surest current post, its gaps filled from others."""
    posts = [post for post in entity.posts if post.position or post.affiliation]
    current = [post for post in posts if post.status is not Status.FORMER]

    def weight(post: Post) -> tuple[int, int, int]:
        return (bool(post.affiliation) + bool(post.position), post.rank, -posts.index(post))

    pool = current or posts
    if not pool:
        return Post("", "", Status.CURRENT)
    best = max(pool, key=weight)
    position = best.position or next((p.position for p in pool if p.position), "")
    affiliation = best.affiliation or next((p.affiliation for p in pool if p.affiliation), "")
    if not position:
        position = next((p.position for p in posts if p.position), "")
        if position:
            former = next(p for p in posts if p.position)
            return Post(former.position, affiliation, best.status)
    return Post(position, affiliation, best.status)


def home_country(scene: Scene) -> str:
    """The country an article is set in: the one it names most, by itself or its seat."""
    votes: Counter[Country] = Counter()
    known = countries()
    words = scene.reading.words
    forms: dict[Country, Counter[str]] = {}
    for number, word in enumerate(words):
        if not word.capital:
            continue
        pair = f"{word.text} {words[number + 1].text}" if number + 1 < len(words) else ""
        form = pair if pair in known else word.text.title() if word.text.isupper() and len(
            word.text) > 4 else word.text
        country = known.get(form)
        if country is None:
            continue
        votes[country] += 3 if number < 30 else 1
        forms.setdefault(country, Counter())[form] += 1
    if not votes:
        return ""
    best = max(votes, key=lambda country: votes[country])
    if best.name in scene.reading.text:
        return best.name
    return next((form for form, _ in forms[best].most_common() if form in best.adjectives), "")


def is_national(entity: Entity, post: Post) -> bool:
    """Whether a position or body is one of a country without saying which."""
    words = f"{post.position} {'' if entity.kind is NameKind.PERSON else entity.name}".lower().split()
    return bool(NATIONAL & set(words))


NOBODY = Speaker(name=None, confidence=0.0, evidence=("no source",))


def describe_speaker(scene: Scene, entity: Entity | None, home: str) -> Speaker:
    """The speaker that an entity is printed as; `home` is the country of the article."""
    if entity is None:
        return NOBODY
    if entity.phrase[1] and not entity.posts:
        entity.posts.extend(read_posts(scene, Fact(FactKind.APPOSITIVE, *entity.phrase)))
    post = choose_post(entity)
    affiliation = post.affiliation or (home if is_national(entity, post) else "")
    return Speaker(
        name=entity.name,
        position=post.position or None,
        affiliation=affiliation or None,
        status=post.status,
        mentions=tuple(sorted(set(entity.mentions))),
        descriptions=tuple(dict.fromkeys(entity.facts)),
        members=tuple(member.name for member in entity.members),
        principal=entity.principal.name if entity.principal else None,
    )
