"""What stands before a name and tells of its bearer: appositions, agencies, principals."""

from briefing.speakers.clauses import SHORT, STOPS, opens_with_noun
from briefing.speakers.lexicons import is_body, is_position, mapping, word_set
from briefing.speakers.names import Name, NameKind
from briefing.speakers.scene import Scene

CLOSING = frozenset(",–—-(")
OWN = frozenset({"his", "her", "their"})
OPENERS = word_set("facts openers")
KINDS = word_set("prefaces kinds")  # that stand before a name of one word
SPEAKING = word_set("prefaces speaking")


def kind_before(scene: Scene, name: Name) -> tuple[int, int] | None:
    """The noun right before a name that tells what body it is: `the charity Clear Weir`."""
    at = name.first - 1
    if at < 0 or name.kind is not NameKind.UNKNOWN:
        return None
    words = scene.reading.words
    if words[at].sentence != words[name.first].sentence:
        return None
    noun = words[at].text
    alone = name.end - name.start == 1 and noun not in KINDS
    return (at, name.first) if is_body(noun) and not alone else None


def agency_before(scene: Scene, name: Name) -> tuple[int, int] | None:
    """The agency before a name in its style: `Tide Press = Ana Ruiz`."""
    words = scene.reading.words
    comma = name.first - 1
    if comma < 1 or words[comma].text != "=":
        return None
    begin = comma
    while begin > 0 and words[begin - 1].sentence == words[comma].sentence and begin > comma - 12:
        begin -= 1
    return (begin, comma) if begin < comma else None


def spoken_for(scene: Scene, name: Name) -> tuple[int, int] | None:
    """Whom somebody speaks for: `Appearing for the Lock Council, Ana Ruiz said`.

    From the preposition to the comma before the name.
    """
    words = scene.reading.words
    comma = name.first - 1
    if comma < 3 or words[comma].text != "," or name.kind in (NameKind.PLACE, NameKind.BODY):
        return None
    begin = comma
    while begin > 0 and words[begin - 1].sentence == words[comma].sentence and begin > comma - 9:
        begin -= 1
    opening = [word.low for word in words[begin : begin + 3]]
    if opening[0] in SPEAKING and opening[1] == "for":
        return begin + 1, comma
    return (begin + 2, comma) if opening == ["on", "behalf", "of"] else None


def apposition_before(scene: Scene, name: Name, source: int) -> tuple[int, int] | None:
    """The apposition before a name: `the tuner, Ana Ruiz`, `its leader, Bo Lind`."""
    words = scene.reading.words
    comma = name.first - 1
    if comma < 1:
        return None
    if words[comma].text != "," or words[comma].sentence != words[name.start].sentence:
        return None
    begin = comma
    while (
        begin > 0
        and words[begin - 1].sentence == words[comma].sentence
        and (words[begin - 1].text not in STOPS)
    ):
        begin -= 1
    if source > comma:
        opened = _opened_whole(scene, name, begin)
    else:
        opened = max(begin, source)
        # `Counsel to the inquiry, Ana Ruiz,` but not `Bo Lind, warden of the lock, Ana Ruiz,`
        behind = opened > 1 and words[opened - 1].text == "," and words[opened - 2].capital
        bare = is_position(words[opened].low) and not behind
        while opened < comma and not (
            bare or words[opened].low in OPENERS or words[opened].possessive
        ):
            opened += 1
    if opened >= comma or comma - opened > SHORT:
        return None
    if words[comma - 2].low in OWN and mapping("gendered_nouns").get(words[comma - 1].low):
        opened = comma - 2
    elif opened > begin and not -1 < source <= opened:
        return None
    head = opens_with_noun(words, opened, comma)
    return (opened, comma) if head and name.kind is not NameKind.PLACE else None


def _opened_whole(scene: Scene, name: Name, begin: int) -> int:
    """Where an apposition begins that is all of its clause: `The chief of police, Col. Ruiz, …`.

    The comma before the name where it is none: `The chief of police, Ruiz said, was late.`
    """
    words = scene.reading.words
    comma = name.first - 1
    closed = name.end < len(words) and words[name.end].text in CLOSING
    owned = next((n for n in range(begin, comma) if not words[n].capital), comma)
    possessed = owned > begin and words[owned - 1].possessive
    opens = words[begin].low in OPENERS or is_position(words[begin].low) or possessed
    return begin if closed and opens else comma
