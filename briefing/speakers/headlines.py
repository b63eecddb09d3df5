"""Headlines in title case or capitals, where capitals tell nothing, and the persons in them."""

from briefing.domain import BlockKind
from briefing.speakers.lexicons import is_body, is_position, mapping
from briefing.speakers.words import Reading, Word, is_function

HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
TITLE_CASE = 0.75  # share of capitals from which a sentence is taken for a headline


def find_headlines(reading: Reading) -> frozenset[int]:
    """The sentences in title case or capitals, where capitals tell nothing."""
    capitals: dict[int, int] = {}
    total: dict[int, int] = {}
    for word in reading.words:
        if word.text[0].isalpha() and len(word.text) > 2 and not is_function(word):
            total[word.sentence] = total.get(word.sentence, 0) + 1
            capitals[word.sentence] = capitals.get(word.sentence, 0) + word.capital
    return frozenset(
        number
        for number, count in total.items()
        if count >= 4
        and (
            capitals[number] >= TITLE_CASE * count
            if reading.sentences[number].kind in HEADS
            else capitals[number] >= 0.95 * count
            and count >= 5
            and not reading.sentences[number].span.of(reading.text).endswith(".")
        )
    )


def names_person(words: tuple[Word, ...], number: int, people: frozenset[str]) -> bool:
    """Whether a headline names a person: a given name and a name that the article prints too."""
    if number + 1 >= len(words) or words[number].low not in mapping("given_names"):
        return False
    surname = words[number + 1]
    return (
        surname.text in people
        and surname.sentence == words[number].sentence
        and not (is_function(surname) or is_position(surname.low) or is_body(surname.low))
    )
