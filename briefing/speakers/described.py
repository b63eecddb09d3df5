"""Sources that are described, not named: the entity a description goes back to, or a new one."""

from briefing.domain import Span
from briefing.speakers.anaphors import RULINGS, find_press, latest, latest_body, latest_place
from briefing.speakers.bearers import find_kindred, later_bearer
from briefing.speakers.entities import Entity
from briefing.speakers.epithets import (
    find_epithet,
    find_titled,
    introduced_before,
    known_words,
    narrow,
    office_before,
)
from briefing.speakers.facts import Fact, FactKind
from briefing.speakers.foretold import find_foretold, find_foretold_body
from briefing.speakers.genitives import can_own, owned
from briefing.speakers.givers import WORDS_OF
from briefing.speakers.lexicons import (
    countries,
    is_body,
    mapping,
    singular,
    word_list,
    word_set,
)
from briefing.speakers.names import NameKind
from briefing.speakers.owned import find_campaign, find_own, find_owned
from briefing.speakers.positions import read_posts
from briefing.speakers.scene import Scene
from briefing.speakers.sources import OWNERS, Phrase, noun_class
from briefing.speakers.wordings import description_of
from briefing.speakers.words import Word

DEFINITE = word_set("described definite")
RANKED = word_set("described ranked")


def resolve_description(scene: Scene, phrase: Phrase, owner: Entity | None) -> Entity:
    """The entity that a description refers to, made anew where it is the first of its kind."""
    words = scene.reading.words
    head = words[phrase.head].low
    found = find_press(scene, phrase, head) or find_campaign(scene, phrase, head, owner)
    if found is not None:
        pass
    elif owner is not None:
        found = find_owned(scene, phrase, head, owner)
    elif phrase.determiner in ("my", "our"):
        found = find_own(scene, phrase, head)
    elif phrase.determiner in DEFINITE or _bare_title(scene, phrase, head):
        found = _earlier(scene, phrase, head)
    kind, offset = noun_class(head), words[phrase.first].start
    if found is None and kind == "position" and phrase.determiner not in OWNERS:
        if owner is None or owner.named:
            found = find_foretold(scene, phrase, head, offset)
    elif found is None and kind == "body":
        found = find_foretold_body(scene, phrase, head, offset)
    if found is None:
        return _introduce(scene, phrase, head, owner)
    scene.mention(found, _span(scene, phrase))
    _note_country(scene, phrase, found)
    return found


def _note_country(scene: Scene, phrase: Phrase, entity: Entity) -> None:
    """Keeps whose officer somebody is, where a description tells: `the Chilean minister`,
    `the candidate of the Lock Alliance`.
    """
    words = scene.reading.words
    adjective = words[phrase.first].text in countries() and phrase.head > phrase.first
    object_ = phrase.last > phrase.head + 1 and words[phrase.head + 1].low in ("of", "for")
    person = entity.named and noun_class(words[phrase.head].low) == "position"
    if person and (adjective or object_):
        fact = Fact(FactKind.COPULA, phrase.first, phrase.last)
        entity.posts.extend(post for post in read_posts(scene, fact) if post not in entity.posts)


def _span(scene: Scene, phrase: Phrase) -> Span:
    words = scene.reading.words
    return Span(words[phrase.first].start, words[phrase.last - 1].end)


def _bare_title(scene: Scene, phrase: Phrase, head: str) -> bool:
    """Whether a noun of standing is used without article, as in headlines: `Senator from Weir`."""
    if phrase.determiner or noun_class(head) != "position":
        return False
    words = scene.reading.words
    tied = (
        phrase.head == phrase.first and words[phrase.first].capital and phrase.last > phrase.first
    )
    return phrase.last - phrase.first < 3 or (tied and words[phrase.first + 1].low == "from")


def _earlier(scene: Scene, phrase: Phrase, head: str) -> Entity | None:
    """The entity mentioned last before a short definite description that fits it."""
    words = scene.reading.words
    offset = words[phrase.first].start
    if phrase.last > phrase.head + 1:
        found = _longer(scene, phrase, head)
        if found is not None or not _goes_on(words, phrase, head):
            return found
    core = [words[n].low for n in range(phrase.first, phrase.head)]
    fitting = [e for e in scene.by_head.get(head, ()) if _agrees(scene, e, core)]
    fitting = narrow(scene, phrase, fitting)
    said = not core and (head in WORDS_OF or singular(head) in WORDS_OF)
    if said and not any(scene.turns.count(e, offset) for e in fitting):
        paper = latest_body(scene, "newspaper", offset) if singular(head) == "editorial" else None
        giver = paper or scene.turns.last(offset)[1]
        if giver is not None:
            return giver
    telling = [e for e in fitting if e.named or e.name.casefold() != head]
    found = latest(telling, offset)
    if found is not None:
        return later_bearer(scene, phrase, found)
    kind = noun_class(head)
    if head in mapping("anaphors") or head in RULINGS:
        found = latest_body(scene, head, offset)
        found = found or latest_place(scene, head, offset)
        office = office_before(scene, phrase, found)
        if office is not None:
            return _introduce(scene, office, head, None)
    found = found or latest(fitting, offset)
    if found is not None:
        return found
    recent = _last_speaker(scene, offset, kind) or find_kindred(scene, phrase, head, offset)
    recent = recent or (introduced_before(scene, phrase) if kind == "position" else None)
    if recent is not None:
        return recent
    return find_epithet(scene, phrase, head, offset)


def _goes_on(words: tuple[Word, ...], phrase: Phrase, head: str) -> bool:
    """Whether a short description is only commented on: `the firm, owned by …`."""
    after = [word.low for word in words[phrase.head + 1 : phrase.head + 3]]
    if phrase.head > phrase.first or after[:1] != [","] or len(after) < 2:
        return False
    person = noun_class(head) == "position" and after[1] in ("who", "whose")
    return person or (noun_class(head) == "body" and after[1].endswith("ed"))


def _longer(scene: Scene, phrase: Phrase, head: str) -> Entity | None:
    """The entity of whom all of a longer description is said, or that it takes up again."""
    words = scene.reading.words
    offset = words[phrase.first].start
    found = find_titled(scene, phrase, head, offset)
    if words[phrase.head + 1].low in (",", "who") and noun_class(head) == "position":
        found = found or introduced_before(scene, phrase)
    return found or find_epithet(scene, phrase, head, offset)


def _last_speaker(scene: Scene, offset: int, kind: str) -> Entity | None:
    """Whoever spoke last in the same paragraph, if nothing is known yet of the office."""
    where, who = scene.turns.last(offset)
    if kind != "position":
        return None
    fits = who is not None and who.named and who.kind is NameKind.PERSON and not who.heads
    return who if fits and scene.paragraph(where) == scene.paragraph(offset) else None


def _agrees(scene: Scene, entity: Entity, core: list[str]) -> bool:
    """Whether the words before the head do not tell another office or country than the entity's."""
    if not core:
        return True
    known = known_words(scene, entity)
    if not entity.named:
        return all(word in known for word in core)
    telling = [
        w
        for w in core
        if w in RANKED
        or w in mapping("parties")
        or w in word_list("portfolios")
        or is_body(w)
        or w.title() in countries()
    ]
    return all(word in known for word in telling)


def _introduce(scene: Scene, phrase: Phrase, head: str, owner: Entity | None) -> Entity:
    """A new entity for a description, or the one already described in the same words."""
    text = description_of(scene, phrase)
    if owner and can_own(owner, pronoun=phrase.determiner in OWNERS):
        text = owned(owner, text)
    kind = noun_class(head)
    alike = {text.casefold()}
    if kind == "group" and phrase.first and scene.reading.words[phrase.first - 1].low == "both":
        alike = {f"both {text}".casefold(), f"two {text}".casefold()}
        text = f"both {text}"
    span = _span(scene, phrase)
    for entity in scene.by_head.get(head, ()):
        kept = not entity.named and entity.principal in (owner, None)
        if kept and entity.name.casefold() in alike:
            scene.mention(entity, span)
            return entity
    entity = Entity(text, NameKind.PERSON if kind in ("position", "group") else NameKind.UNKNOWN)
    if kind == "body" or (is_body(head) and kind != "position"):
        entity.kind = NameKind.BODY
    entity.named = False
    entity.plural = kind == "group"
    entity.principal = owner
    entity.forms.append(tuple(w.low for w in scene.reading.words[phrase.first : phrase.last]))
    entity.phrase = phrase.first, phrase.last
    sex = mapping("gendered_nouns").get(singular(head), "")
    if sex:
        entity.gender[sex] += 3
    entity.facts.append(span)
    scene.add(entity, head)
    scene.mention(entity, span)
    return entity
