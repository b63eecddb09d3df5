"""The words by which a described source is printed: without article, clauses and when it was."""

import re

from briefing.speakers.scene import Scene
from briefing.speakers.sources import Phrase

# Where a description ends: before a bracket, a dash, or a comma and a clause or apposition.
CUT = re.compile(
    r"\s*(?:\(| [–—-] |--|,$|(?<!\d), (?=\d+\b)|, "
    r"(?=(?:who|whose|which|where|when|a|an|the|both|all|according|one|led|as|due|out"
    r"|(?:paid|funded|commissioned|financed|controlled|owned|backed|based|run|published|released"
    r"|presented|prepared|written|produced|carried out|conducted|issued) (?:for|by|in|on|at|from)"
    r"|speaking|talking|asking|requesting|insisting|wishing|citing|declining|preferring)\b)"
    r"|, (?=by\b|[“‘\"'«]))"
)
CAME_OUT = re.compile(r" (?:released|conducted|published|taken|issued|unveiled)\b.*$")
# What a description does without: when a poll came out, that an official would not be named.
LOOSE = re.compile(
    r"(?<! in)(?<! of)(?<! at) which\b.*$"
    r"| this (?:week|month|year)$"
    r"| (?:released|published|issued|unveiled)(?: (?:on )?[A-Z][a-z]+day)?$"
    r"| (?:who|and) (?:spoke|asked|requested|insisted|declined|was not auth|were not auth"
    r"|is not auth|are not auth|wasn['’]t auth)\w*\b.*$"
    r"| (?:themselves|himself|herself|itself|here)$"
    r"|(?<! and)(?<! or) present(?: (?:at|on|in|there|during) .*| there)?$"
    r"| (?:wishing|asking|requesting|insisting|preferring|declining) (?:not |on |to )?\w.*$"
)
# `the results of the latest poll`: the poll speaks.
RESULTS = re.compile(r"^(?:early |latest |new )*(?:results?|findings?) (?:of|from) (?:the |an? )?")
NOT_ASKED = ("respondents", "candidates", "contenders")  # no group of those asked
PERCENT = re.compile(r"[\d.]+ (?:percent|per cent)|[\d.]+%")
# `46 percent of likely voters`, `Among likely voters, 46 percent`
OF_WHOM = re.compile(r"(?:(?:percent|per cent|%) of|\b[Aa]mong) ((?:[\w-]+ ){0,3}[a-z]+s\b)")


def description_of(scene: Scene, phrase: Phrase) -> str:
    """The words of a description without article, up to the first comma, dash or bracket."""
    words = scene.reading.words
    text = scene.reading.text[words[phrase.first].start : words[phrase.last - 1].end]
    if phrase.determiner == "no" and text == "one":
        return "no one"
    text = RESULTS.sub("", text)
    text = LOOSE.sub("", CUT.split(" ".join(text.split()), maxsplit=1)[0])
    cut = CAME_OUT.search(text)
    if cut and any(word[:1].isupper() for word in text[: cut.start()].split()[1:]):
        text = text[: cut.start()]
    first = words[phrase.first]
    named = any(
        name.first <= phrase.first < name.end
        for _, name in scene.names_between(max(0, phrase.first - 4), phrase.last)
    )
    text = _share(scene, phrase, text)
    before = words[phrase.first - 1] if phrase.first else first
    inside = before.sentence == first.sentence and before.text[0].isalpha() and before is not first
    keep = (
        named
        or inside
        or first.text[1:2].isupper()
        or first.text[:1] == "@"
        or "-based" in first.text
    )
    keep = keep or not text.startswith(first.text)
    return text if keep else text[:1].lower() + text[1:]


def _share(scene: Scene, phrase: Phrase, text: str) -> str:
    """A share with whose it is, where that was said before: `7 percent` of likely voters."""
    if not PERCENT.fullmatch(text):
        return text
    before = scene.reading.text[: scene.reading.words[phrase.first].start][-1500:]
    groups = [group for group in OF_WHOM.findall(before) if not group.endswith(NOT_ASKED)]
    return f"{text} of {groups[-1]}" if groups else text
