"""Whether an age behind a name tells that somebody bears it: `Zebrin, 19,`, `Zebrin (34)`."""

from briefing.speakers.words import Word

OLDEST = 110
CLOSING = {",": (",", ".", "of", "from", "and", "who"), "(": (")",)}


def has_age(words: tuple[Word, ...], end: int) -> bool:
    """Whether an age follows what ends before a word: `, 19,`, `, a 19-year-old clerk`, `(34)`."""
    near = [word.text for word in words[end : end + 3]]
    if len(near) < 3 or near[0] not in CLOSING:
        return False
    if near[0] == "," and near[1] in ("a", "an") and near[2].endswith("-year-old"):
        return True
    if near[0] == "," and near[1] == "aged" and near[2].isdigit():
        return True
    return near[1].isdigit() and 0 < int(near[1]) < OLDEST and near[2] in CLOSING[near[0]]
