"""The named body or place that a noun takes up again: `the company`, `the state`, `the article`."""

from briefing.speakers.entities import Entity
from briefing.speakers.lexicons import countries, is_body, mapping, word_list, word_set
from briefing.speakers.names import NameKind
from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase

COURTS = ("court", "tribunal")
RULINGS = word_set("described rulings")
ARTICLES = word_set("anaphors articles")


def latest(entities: list[Entity], offset: int) -> Entity | None:
    """The entity whose last mention before an offset is the latest, or None."""
    seen = [(entity.seen_at(offset), n) for n, entity in enumerate(entities)]
    where, number = max(seen, default=(-1, 0))
    return entities[number] if where >= 0 else None


def latest_body(scene: Scene, noun: str, offset: int) -> Entity | None:
    """The named body mentioned last before an offset that a noun such as `firm` can mean."""
    return latest(_bodies(scene, noun), offset)


def latest_place(scene: Scene, noun: str, offset: int) -> Entity | None:
    """The state or country mentioned last before an offset that the noun can mean; else None."""
    if noun not in ("state", "country"):
        return None
    states = mapping("states")
    places = [
        entity
        for entity in scene.entities
        if entity.kind is NameKind.PLACE
        and (entity.name.lower() in states if noun == "state" else entity.name in countries())
    ]
    return latest(places, offset)


def find_press(scene: Scene, phrase: Phrase, head: str) -> Entity | None:
    """The newspaper or broadcaster whose article a phrase names: `a Weir Times story`."""
    if head not in ARTICLES:
        return None
    press = mapping("anaphors")["newspaper"].split(",")
    for number, name in scene.names_between(phrase.first, phrase.head):
        entity = scene.owner[number]
        inside = {word for form in entity.forms for word in form}
        if name.end == phrase.head and inside & set(press) and entity.kind is NameKind.BODY:
            return entity
    return None


def _bodies(scene: Scene, head: str) -> list[Entity]:
    """The bodies that a noun such as `company` or `ministry` can take up again."""
    allowed = mapping("anaphors").get(head, "").split(",") if head not in RULINGS else list(COURTS)
    found = []
    for entity in scene.entities:
        if entity.kind is not NameKind.BODY or not entity.named:
            continue
        inside = {word for form in entity.forms for word in form}
        if any(word in inside for word in allowed) or (
            "*" in allowed and (inside & word_list("businesses") or not any(map(is_body, inside)))
        ):
            found.append(entity)
    return found
