"""NLTK's Punkt is imported alone, and in no other program's way."""

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.segment import nltk_punkt
from briefing.segment.punkt import always_ends, load_punkt


def run_python(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_punkt_comes_without_the_rest_of_nltk():
    code = (
        "import sys\n"
        "from briefing.segment.punkt import load_punkt\n"
        "print(load_punkt()('rose. Tanaka'), 'nltk' in sys.modules, 'numpy' in sys.modules)\n"
    )
    assert run_python(code) == ["True", "False", "False"]


def test_nltk_is_whole_for_who_imports_it_later():
    code = (
        "from briefing.segment.punkt import load_punkt\n"
        "load_punkt()\n"
        "import nltk\n"
        "print(hasattr(nltk, 'FreqDist'), load_punkt()('Gen. Tanaka'))\n"
    )
    assert run_python(code) == ["True", "False"]


def test_nltk_that_is_there_is_used(monkeypatch):
    import nltk.tokenize.punkt

    monkeypatch.setitem(sys.modules, "nltk", nltk)
    assert nltk_punkt.import_punkt() is nltk.tokenize.punkt


def test_nltk_is_imported_whole_where_punkt_needs_that(monkeypatch):
    known = {name for name in sys.modules if name.partition(".")[0] == "nltk"}
    for name in known:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(nltk_punkt, "PACKAGES", ("nltk", "nltk.absent"))
    assert nltk_punkt.import_punkt().PunktParameters
    assert "nltk" in sys.modules
    for name in [name for name in sys.modules if name.partition(".")[0] == "nltk"]:
        monkeypatch.delitem(sys.modules, name)


def test_ordinary_words_need_no_nltk():
    code = (
        "import sys\n"
        "from briefing.load import load_text\n"
        "from briefing.segment import split_sentences\n"
        "article = load_text('The pier is old. It leaks. An inn shut in 2016. So?', source='x')\n"
        "print(len(split_sentences(article.text, article.blocks)))\n"
        "print('nltk.tokenize.punkt' in sys.modules or 'regex' in sys.modules)\n"
    )
    assert run_python(code) == ["4", "False"]


SHORT = st.text("aeéKt-", max_size=6)
AFTER = st.text("aeT1.,'\"", max_size=6)


@settings(max_examples=500, deadline=None)
@given(SHORT | st.sampled_from(["co-op", "vice-gov", "u", "Inc", "naïve", "2016", "5"]), AFTER)
def test_punkt_says_the_same_of_ordinary_words(word, after):
    if always_ends(word, after):
        assert load_punkt()(f"{word}. {after}")
