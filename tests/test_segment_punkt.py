"""The decision at a full stop is that of NLTK's Punkt with the same parameters, without NLTK."""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.segment.punkt import load_punkt, read_parameters

LISTED = read_parameters()


@pytest.fixture(scope="module")
def nltk_ends() -> Callable[[str], bool]:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(LISTED.abbreviations)
    parameters.collocations = set(LISTED.collocations)
    parameters.sent_starters = set(LISTED.starters)
    parameters.ortho_context = defaultdict(int, LISTED.contexts)
    ends: Callable[[str], bool] = PunktSentenceTokenizer(parameters).text_contains_sentbreak
    return ends


KNOWN = sorted(
    {*LISTED.abbreviations, *LISTED.starters, *LISTED.contexts}
    | {word for pair in LISTED.collocations for word in pair}
)
WORDS = st.sampled_from(KNOWN).flatmap(
    lambda word: st.sampled_from([word, word.capitalize(), word.upper(), f"co-{word}"])
) | st.text("aZé19.,;:!?-('\"/ ", max_size=8)
AFTER = WORDS | st.sampled_from(["...", "--", "No.", "J.", "12", "3.5.", "?", "'Tis", "(The", "é."])


@settings(max_examples=1500, deadline=None)
@given(WORDS, AFTER, st.sampled_from(["", ".", "..", ",", '"', "?"]))
def test_decision_is_that_of_nltk(
    nltk_ends: Callable[[str], bool], word: str, after: str, end: str
) -> None:
    text = f"{word}. {after}{end}"
    assert load_punkt()(text) is nltk_ends(text)


def test_decision_is_that_of_nltk_for_every_word_it_knows(
    nltk_ends: Callable[[str], bool],
) -> None:
    ours = load_punkt()
    texts = [
        f"{word}. {after}" for word in sorted(LISTED.abbreviations) for after in ("The", "Roe")
    ]
    texts += [f"Inc. {word.capitalize()}" for word in KNOWN] + [f"J. {word}" for word in KNOWN]
    texts += [f"{first}. {second}" for first, second in LISTED.collocations]
    assert [text for text in texts if ours(text) is not nltk_ends(text)] == []


def test_nltk_is_not_imported() -> None:
    code = (
        "import sys\n"
        "from briefing.segment.punkt import load_punkt\n"
        "print(load_punkt()('rose. Tanaka'), 'nltk' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]
