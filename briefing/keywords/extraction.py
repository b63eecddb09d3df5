"""Chooses the key phrases of an article by learned scores."""

from collections.abc import Collection, Mapping, Sequence

from briefing import lexicon
from briefing.domain import BlockKind, Keyword, Sentence
from briefing.forest import load_forest
from briefing.keywords.acronyms import find_acronyms
from briefing.keywords.candidates import Candidate, Key, find_candidates
from briefing.keywords.features import FEATURES, measure
from briefing.terms import content_terms

# How much more a phrase of several words counts than the share of annotators who would pick it.
# Crowd workers mark single words above all, editors mark phrases: at 1 the lists hold words
# alone (22 F1@10 on KPCrowd, cross-validated), at 4 hardly any (12). 2.3 gives four phrases of
# several words in ten.
PHRASE_BONUS = 2.3
LEAST_NOUN = 0.2  # noun share below which a single word outside the title is left out


def extract_keywords(
    text: str,
    sentences: Sequence[Sentence],
    *,
    count: int = 10,
    title: str | None = None,
    names: Sequence[str] = (),
) -> tuple[Keyword, ...]:
    """The `count` best phrases of one to four words, best first, none inside another.

    `names` are people known from the article: a surname alone gives way to the full name. An
    acronym and its expansion are one phrase: the better one is listed, the other a reason.
    Scores (0-1) are learned and comparable between articles.

    >>> from briefing.domain import Span
    >>> said = "The harbour strike grew. Dockers back the harbour strike."
    >>> places = [Sentence(Span(0, 24), 1), Sentence(Span(25, 57), 1)]
    >>> [keyword.phrase for keyword in extract_keywords(said, places, count=1)]
    ['harbour strike']
    """
    found = find_candidates(text, sentences)
    headings = [s.span.of(text) for s in sentences if s.kind is BlockKind.TITLE]
    title_terms = frozenset(content_terms(" ".join([title or "", *headings])))
    known = [key for key in (tuple(content_terms(name)) for name in names) if key]
    scores = score_candidates(found, measure(found, title=title_terms, names=known))
    _prefer_full_names(scores, found, known)
    acronyms = find_acronyms(text)
    other_form = {**acronyms, **{long: short for short, long in acronyms.items()}}
    chosen: list[Key] = []
    for key in sorted(scores, key=lambda key: (-scores[key], found[key].first, key)):
        if len(chosen) >= count:
            break
        if not any(_repeats(key, other, other_form) for other in chosen):
            chosen.append(key)
    return tuple(
        Keyword(
            found[key].form, round(scores[key], 4), _explain(found[key], key, other_form, found)
        )
        for key in chosen
    )


def score_candidates(
    found: Mapping[Key, Candidate], rows: Mapping[Key, tuple[float, ...]]
) -> dict[Key, float]:
    """The learned score (0-1) of every candidate that may be listed."""
    words = load_forest("keywords/words.txt", FEATURES)
    phrases = load_forest("keywords/phrases.txt", FEATURES)
    lone = lexicon.words("keywords/lone.txt")
    scores = {}
    for key, row in rows.items():
        if len(key) > 1:
            value = PHRASE_BONUS * phrases.predict(row)
        elif key[0] not in lone and (found[key].words[0].noun >= LEAST_NOUN or found[key].in_title):
            value = words.predict(row)
        else:
            continue
        scores[key] = min(1.0, max(0.0, value))
    return scores


def _prefer_full_names(
    scores: dict[Key, float], found: Mapping[Key, Candidate], known: Collection[Key]
) -> None:
    """Gives the score of a part of a name to the full name, and drops the part.

    A surname belongs to the most frequent full name that ends in it; several words to a longer
    name in which they always stand, unless they are a known person's or all that is added is a
    title (Minister Ona Reed).
    """
    names = [key for key in scores if len(key) > 1 and found[key].named == found[key].count]
    titles = lexicon.words("keywords/titles.txt")
    for key in names:
        bare = _without_title(key, titles)
        if bare != key and bare in scores:
            scores[bare] = max(scores[bare], scores.pop(key))
    names = [key for key in names if key in scores]
    for key in sorted(scores, key=len):
        if key in known or 2 * found[key].named < found[key].count:
            continue
        longer = [name for name in names if _extends(key, name, found, titles)]
        if longer:
            best = max(longer, key=lambda name: (found[name].count, -len(name)))
            scores[best] = max(scores[best], scores.pop(key))
            names = [name for name in names if name != key]


def _without_title(key: Key, titles: Collection[str]) -> Key:
    """A name of two words or more without the title before it (Minister Ona Reed)."""
    for start in range(len(key) - 2, 0, -1):
        if key[start - 1] in titles:
            return key[start:]
    return key


def _extends(key: Key, name: Key, found: Mapping[Key, Candidate], titles: Collection[str]) -> bool:
    if len(name) <= len(key) or name[0] in titles:
        return False
    if len(key) == 1:
        return len(name) < 4 and name[-1] == key[0]
    return _inside(key, name) and found[name].count >= found[key].named


def _repeats(key: Key, other: Key, other_form: Mapping[Key, Key]) -> bool:
    return _inside(key, other) or _inside(other, key) or other_form.get(key) == other


def _inside(short: Key, long: Key) -> bool:
    size = len(short)
    return any(long[i : i + size] == short for i in range(len(long) - size + 1))


def _explain(
    candidate: Candidate, key: Key, other_form: Mapping[Key, Key], found: Mapping[Key, Candidate]
) -> tuple[str, ...]:
    often = "once" if candidate.count == 1 else f"{candidate.count} times"
    reasons = [often, f"first in sentence {candidate.first + 1}"]
    if candidate.in_title:
        reasons.append("in the title")
    if 2 * candidate.named >= candidate.count:
        reasons.append("a name")
    twin = found.get(other_form.get(key, ()))
    if twin:
        reasons.append(f"also {twin.form}")
    return tuple(reasons)
