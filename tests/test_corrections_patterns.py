"""Patterns match whole names, in little time whatever they are."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.corrections.names import may_be_one_person, same_name
from briefing.corrections.patterns import PatternError, compile_regex, matches_glob, matches_regex

MATCHES = [
    (r"ada moor", "Ada Moor"),
    (r"(?:Dr )?Ada( B\.)? Moor", "Ada B. Moor"),
    (r"senior .* official", "senior customs official"),
    (r"spokes(man|woman|person)s?", "spokeswoman"),
    (r"\w+ [^\s]{2,4} ?", "Ada Moor"),
    (r"Ada.\bMoor", "Ada Moor"),
    (r"^[a-d-]+\s+M[\w]{3}$", "ada moor"),
    (r"(\w+ ?)+", "Ada Moor of Lund"),
    (r"A{0}da|A{2}B{1,}", "AABBB"),
    (r"(?:)|x", ""),
    (r"[]]\[", "]["),
    (r"a|b|", ""),
]
MISSES = [
    (r"Moor", "Ada Moor"),
    (r"Ada", "Ada Moor"),
    (r"a{2,3}", "aaaa"),
    (r"\bda Moor", "Ada Moor"),
    (r"Ada\bMoor", "AdaMoor"),
    (r"[^a]da", "Ada"),
    (r".*", "x" * 501),
]
WRONG = [
    ("(", "lacks the bracket"),
    ("a)", "bracket too many"),
    ("*a", "repeats nothing"),
    ("a**", "repeats a repeat"),
    ("{2}", "repeats nothing"),
    (r"(a)\1", "unsupported"),
    ("(?=a)b", "unsupported"),
    ("(?<!a)b", "unsupported"),
    ("[b-a]", "wrong set"),
    ("[a", "unsupported"),
    ("a{3,2}", "rising numbers"),
    ("a{999}", "rising numbers"),
    ("(((a*)*)*)*", "within each other"),
    ("a" * 501, "longer than"),
    ("\\", "unsupported"),
]


@pytest.mark.parametrize(("regex", "name"), MATCHES)
def test_expression_matches_a_whole_name_whatever_its_letter_case(regex, name):
    assert matches_regex(regex, name)


@pytest.mark.parametrize(("regex", "name"), MISSES)
def test_expression_matches_no_part_of_a_name(regex, name):
    assert not matches_regex(regex, name)


@pytest.mark.parametrize(("regex", "words"), WRONG)
def test_what_is_unsupported_or_wrong_is_told(regex, words):
    with pytest.raises(PatternError, match=words):
        compile_regex(regex)


@pytest.mark.parametrize(
    "regex", ["(a+)+b", "(a|aa)+b", "(a*)*b", "(.*)(.*)(.*)(.*)b", "a?" * 100 + "b", "(a?){100}b"]
)
def test_no_expression_takes_long(regex):
    started = time.process_time()
    assert not matches_regex(regex, "a" * 200)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("glob", ["*a" * 60 + "b", "?" * 100 + "*b", "[ab]*" * 50 + "c"])
def test_no_glob_takes_long(glob):
    started = time.process_time()
    assert not matches_glob(glob, "a" * 400)
    assert time.process_time() - started < 2


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["a", "b", ".", "[ab]", "(a|b)", "(ab)", r"\w", r"\b"]), max_size=4),
    st.lists(st.sampled_from(["", "*", "+", "?", "{2}", "{1,2}"]), min_size=4, max_size=4),
    st.text("ab", max_size=6),
)
def test_expression_says_what_that_of_python_says(pieces, repeats, name):
    regex = "".join(p + ("" if p == r"\b" else r) for p, r in zip(pieces, repeats, strict=False))
    assert matches_regex(regex, name) == bool(re.fullmatch(regex, name, re.IGNORECASE))


@given(st.text(max_size=30), st.text(max_size=20))
def test_any_text_is_an_expression_or_refused(regex, name):
    try:
        assert matches_regex(regex, name) in (True, False)
    except PatternError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("one", "other", "same", "maybe"),
    [
        ("Ada Moor", "ADA MOOR", True, True),
        ("Zoë O’Dea", "Zoe O'Dea", True, True),
        ("Pip Shetler-Jones", "Pip Shetler Jones", True, True),
        ("Ada B. Moor", "Ada Moor", False, True),
        ("Ada B. Moor", "Ada C. Moor", False, False),
        ("Moor", "Ada Moor", False, False),
        ("Moor", "A. Moor", False, False),
        ("Ada Moor", "Moor Ada", False, False),
        ("Ada Bo Moor", "Ada Moor", False, False),
    ],
)
def test_names_are_one_but_for_signs_and_initials(one, other, same, maybe):
    assert same_name(one, other) is same
    assert may_be_one_person(one, other) is may_be_one_person(other, one) is maybe
