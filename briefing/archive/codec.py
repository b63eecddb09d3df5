"""Write the values of the vocabulary as JSON and read them back, exactly.

A dataclass becomes an object of its fields, those at their default left out, so that a field
added later takes its default in what was stored before. Tuples become lists, enumerations
their values, times ISO 8601. Surrogates survive, as they may occur in names of files.
"""

import json
import zlib
from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]

ATOMS = frozenset({str, int, float, bool, NoneType})
# Types whose equal values are the same: a tuple is a default only where it is empty.
EXACT = frozenset({str, int, bool, NoneType, tuple})
LEVEL = 6  # of zlib: a quarter of the size; higher levels gain 1 % more on briefings


def to_json(value: object) -> bytes:
    """A value of the vocabulary as compact JSON in UTF-8.

    >>> from briefing.domain import Span
    >>> to_json((Span(0, 5),))
    b'[{"start":0,"end":5}]'
    """
    text = json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def from_json(kind: type[T], data: bytes) -> T:
    """The value of this type in some JSON that `to_json` wrote.

    Raises: ValueError, TypeError or KeyError when the JSON holds no such value.

    >>> from briefing.domain import Span
    >>> from_json(Span, b'{"start":0,"end":5}')
    Span(start=0, end=5)
    """
    value: T = reader(cast(Any, kind))(json.loads(data.decode("utf-8", "surrogatepass")))
    return value


def pack(value: object) -> bytes:
    """A value as compressed JSON."""
    return zlib.compress(to_json(value), LEVEL)


def unpack(kind: type[T], data: bytes) -> T:
    """The value of this type that `pack` compressed."""
    return from_json(kind, zlib.decompress(data))


def plain(value: Any) -> Any:
    """A value as JSON knows it.

    Raises: TypeError for what the vocabulary does not hold.
    """
    kind = type(value)
    if kind in ATOMS:
        return value
    if kind is tuple:
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        told = ((field, getattr(value, field.name)) for field in shape(cast(Any, kind)))
        return {field.name: plain(item) for field, item in told if not is_default(field, item)}
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if isinstance(value, float):  # such as those of numpy
        return float(value)
    raise TypeError(f"{kind.__name__} has no place in the archive")


@cache
def shape(kind: type) -> tuple[Field[Any], ...]:
    """The fields of a dataclass."""
    return fields(kind)


def is_default(field: Field[Any], value: object) -> bool:
    """Whether a field has its default value, to the sign of a zero."""
    default, kind = field.default, type(value)
    if value is default:
        return True
    if kind is not type(default) or value != default:
        return False
    return kind in EXACT or repr(value) == repr(default)


@cache
def reader(kind: Any) -> Reader:
    """The function that makes a value of this type of what JSON holds."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return optional_reader(kind)
    if origin is tuple:
        return tuple_reader(get_args(kind))
    if kind in (str, int, float, bool):
        return checked(kind)
    if issubclass(kind, Enum):
        return cast(Reader, kind)
    if issubclass(kind, date):
        return cast(Reader, kind.fromisoformat)
    if is_dataclass(kind):
        return dataclass_reader(kind)
    raise TypeError(f"{kind} has no place in the archive")


def checked(kind: type) -> Reader:
    """Reads a text, a number or a truth value, and nothing else; a float may be whole."""
    accepted = (int, float) if kind is float else (kind,)

    def read(value: Any) -> Any:
        if type(value) not in accepted:
            raise TypeError(f"{value!r} is not {kind.__name__}")
        return value

    return read


def optional_reader(kind: Any) -> Reader:
    """Reads null, or a value of the one other type of a union."""
    (other,) = (option for option in get_args(kind) if option is not NoneType)
    inner = reader(other)
    return lambda value: None if value is None else inner(value)


def tuple_reader(kinds: tuple[Any, ...]) -> Reader:
    """Reads a tuple of one type and any length, or of as many values as there are types."""
    if kinds[-1] is ...:
        inner = reader(kinds[0])
        return lambda value: tuple(inner(item) for item in value)
    inners = tuple(reader(kind) for kind in kinds)
    return lambda value: tuple(inner(item) for inner, item in zip(inners, value, strict=True))


def dataclass_reader(kind: Any) -> Reader:
    """Reads a dataclass; fields that are missing take their defaults, unknown ones fall away."""
    hints = get_type_hints(kind)
    inners = {field.name: reader(hints[field.name]) for field in fields(kind)}

    def read(value: Any) -> Any:
        found = {name: inner(value[name]) for name, inner in inners.items() if name in value}
        return kind(**found)

    return read
