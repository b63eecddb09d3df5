"""What the archive stores comes back as it was, to the last field."""

import math
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest
from archive_samples import BRIDGE, make_digest, make_story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.archive.codec import from_json, pack, to_json, unpack
from briefing.domain import Article, Briefing, Digest, InputCount, Keyword, Span, StoryStatement

# All code points, lone surrogates too, as names of files may hold them.
TEXTS = st.text(st.characters(), max_size=12)
ATOMS = {
    str: TEXTS,
    int: st.integers(),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    datetime: st.datetimes(timezones=st.just(UTC)).map(lambda time: time.replace(fold=0)),
    date: st.dates(),
    NoneType: st.none(),
}


def values(kind):
    """All values of a type of the vocabulary, with every field chosen."""
    origin = get_origin(kind)
    if kind in ATOMS:
        return ATOMS[kind]
    if origin in (Union, UnionType):
        return st.one_of(*map(values, get_args(kind)))
    if origin is tuple and get_args(kind)[1:] == (...,):
        return st.lists(values(get_args(kind)[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, get_args(kind)))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: values(hints[field.name]) for field in fields(kind)})
    assert issubclass(kind, Enum)
    return st.sampled_from(kind)


ROUGH = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@ROUGH
@given(values(Briefing))
def test_every_briefing_comes_back_exactly(briefing):
    back = unpack(Briefing, pack(briefing))
    assert back == briefing
    assert repr(back) == repr(briefing)  # also what compares equal: 0 and 0.0, 0.0 and -0.0


@ROUGH
@given(values(StoryStatement) | values(InputCount) | values(Article))
def test_every_part_of_a_digest_comes_back_exactly(value):
    assert repr(from_json(type(value), to_json(value))) == repr(value)


def test_a_digest_comes_back_exactly():
    digest = make_digest(make_story("s1", BRIDGE))
    assert unpack(Digest, pack(digest)) == digest


def test_two_surrogates_stay_two():
    keyword = Keyword("\ud83d\ude00 \udce9", 0.5)
    assert unpack(Keyword, pack(keyword)) == keyword


def test_infinity_comes_back():
    assert from_json(float, to_json(math.inf)) == math.inf


def test_numbers_of_numpy_are_stored_as_numbers():
    from numpy import float64

    assert unpack(Keyword, pack(Keyword("rain", float64(0.1)))) == Keyword("rain", 0.1)


def test_the_same_value_gives_the_same_bytes():
    assert pack(BRIDGE) == pack(BRIDGE)


def test_a_field_at_its_default_is_left_out_and_an_unknown_one_ignored():
    assert to_json(Keyword("rain", 1.0)) == b'{"phrase":"rain","score":1.0}'
    assert from_json(Span, b'{"start":1,"end":2,"later":3}') == Span(1, 2)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Span, b'{"start":"1","end":2}'),
        (Span, b'{"start":true,"end":2}'),
        (Span, b'{"start":1}'),
        (Keyword, b'{"phrase":1,"score":1}'),
        (Span, b"[1,2]"),
        (Digest, b"{}"),
    ],
)
def test_what_holds_no_such_value_is_refused(kind, data):
    with pytest.raises((TypeError, ValueError, KeyError)):
        from_json(kind, data)


@pytest.mark.parametrize("value", [object(), [1], {"a": 1}, b"x", {1}])
def test_only_the_vocabulary_has_a_place(value):
    with pytest.raises(TypeError, match="has no place in the archive"):
        to_json(value)


class Odd(StrEnum):
    ONE = "one"


@dataclass(frozen=True)
class Strange:
    table: dict[str, int]


def test_a_field_of_another_type_is_refused_before_anything_is_read():
    assert from_json(Odd, b'"one"') is Odd.ONE
    with pytest.raises(TypeError):
        from_json(Strange, b'{"table":{}}')
