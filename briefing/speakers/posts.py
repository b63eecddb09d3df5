"""Posts as they can be printed: unsound words dropped, the best chosen, the office parted."""

from dataclasses import replace

from briefing.domain import Status
from briefing.speakers.entities import Entity, Post, name_form
from briefing.speakers.lexicons import is_position, mapping, word_list
from briefing.speakers.memberships import sound_employer
from briefing.speakers.names import NameKind
from briefing.speakers.offices import own_name, part_office
from briefing.speakers.scene import Scene
from briefing.speakers.soundness import sound_affiliation, sound_position

# Verbs that tell less of somebody than a noun does: `an astronomer who teaches at Lund`.
WEAK = frozenset({"advises", "lectures", "represents", "serves", "sits", "teaches", "writes"})
RANKS = frozenset({"Ambassador", "Captain", "Colonel", "Dr", "General", "Prof", "Professor"})
AUTHORS = frozenset({"author", "authors", "co-author", "editor", "writer"})


def sound_posts(entity: Entity) -> list[Post]:
    """The posts of an entity that tell a position or an affiliation that can be printed."""
    single = entity.named and not entity.plural and entity.kind is NameKind.PERSON
    found = []
    for post in entity.posts:
        if not (post.position or post.affiliation):
            continue
        position = sound_position(post.position, named=entity.named, single=single)
        position = _without_name(entity, position)
        crowd = not entity.named and post.position.endswith("people")  # `two people at the trust`
        if post.position and not position and not crowd:
            continue  # what is no position tells no affiliation either
        affiliation = post.affiliation  # `the study` is taken up later
        affiliation = affiliation if affiliation.islower() else sound_affiliation(affiliation)
        if affiliation and entity.named and _is_own_name(entity, affiliation):
            affiliation = ""
        if (position, affiliation) == (post.position, post.affiliation):
            found.append(post)
        elif position or affiliation:
            found.append(replace(post, position=position, affiliation=affiliation))
    return found


def _is_rank(position: str) -> bool:
    """Whether a position is a form of address alone: `Col`, `Ambassador`."""
    return position.lower().strip(".") in mapping("titles") or position in RANKS


def _is_own_name(entity: Entity, words: str) -> bool:
    """Whether words are an entity's name, or end with it: `NGO Clear Weir` of Clear Weir."""
    form = name_form(words)
    return any(form[-len(own) :] == own for own in entity.forms if len(own) > 1 or own == form)


def tells_work(position: str) -> bool:
    """Whether a position is a verb and what is done, and no noun: `heads the harbour office`."""
    first = position.partition(" ")[0].lower()
    return first in word_list("work_verbs") and not is_position(first)


def team_body(scene: Scene, entity: Entity) -> str:
    """The body of the one person of whom a team was said before: `leader of the survey team`."""
    text, before = scene.reading.text, entity.mentions[0].start if entity.mentions else 0
    found = {
        affiliation
        for other in scene.entities
        if other is not entity and other.kind is NameKind.PERSON and other.seen_at(before) >= 0
        if any("team" in fact.of(text).lower().split() for fact in other.facts)
        for affiliation in (post.affiliation for post in sound_posts(other))
        if affiliation and not affiliation.islower()
    }
    return found.pop() if len(found) == 1 else ""


def _without_name(entity: Entity, position: str) -> str:
    """A position without the name of its bearer: nothing for `Clear Weir Guide` of itself."""
    parts = position.split()
    if not entity.named:
        titled = len(parts) > 1 and all(part[:1].isupper() for part in parts)
        return "" if titled and position == entity.name else position
    for count in range(len(parts)):
        if name_form(" ".join(parts[count:])) in entity.forms:
            return sound_position(" ".join(parts[:count]), named=True, single=True)
    return position


def finish_post(scene: Scene, post: Post) -> Post:
    """A settled post with its office parted; what has no position is affiliated to no person."""
    affiliation = sound_affiliation(post.affiliation)
    if affiliation and not post.position and _names_person(scene, affiliation):
        affiliation = ""
    position, affiliation = part_office(scene.reading.text, post.position, affiliation)
    affiliation = sound_employer(affiliation, position)
    named = own_name(scene.reading.text, affiliation) if position else affiliation
    return replace(post, position=position, affiliation=named)


def _names_person(scene: Scene, words: str) -> bool:
    """Whether words name a person of the article by a form of the name."""
    form = name_form(words.removesuffix("'s").removesuffix("’s"))
    return any(
        entity.named and entity.kind is NameKind.PERSON and form in entity.forms
        for entity in scene.entities
    )


def choose_post(entity: Entity) -> Post:
    """Position, affiliation and status: the surest current post, its gaps filled from others."""
    posts = sound_posts(entity)
    current = [post for post in posts if post.status is not Status.FORMER]

    def weight(post: Post) -> tuple[int, int, int]:
        tied = post.affiliation.islower() or is_author(post)  # `the lab` is taken up later
        tied = tied or bool(sound_employer(post.affiliation, post.position))
        return (tied + bool(post.position), post.rank, -posts.index(post))

    pool = current or posts
    if not pool:
        return Post("", "", Status.CURRENT)
    best = max(pool, key=weight)
    position = best.position or next((p.position for p in pool if p.position), "")
    weak = position.split()[0] in WEAK or " " not in position if position else False
    if tells_work(position) and (not entity.named or weak):
        nouns = (p.position for p in pool if not tells_work(p.position))
        position = next((noun for noun in nouns if noun and not _is_rank(noun)), "") or position
    affiliation = best.affiliation
    if not is_author(best):
        affiliation = affiliation or next((p.affiliation for p in pool if p.affiliation), "")
    if not position:
        position = next((p.position for p in posts if p.position), "")
        if position:
            former = next(p for p in posts if p.position)
            return Post(former.position, affiliation, best.status)
    return Post(position, affiliation, best.status, owner=best.owner)


def is_author(post: Post) -> bool:
    """Whether a post is that of the author of a work: `its author`."""
    return post.owner >= 0 and bool(AUTHORS & set(post.position.lower().split()))
