"""Reads configuration files: TOML text in, checked settings out."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import ConfigError, suggest

Value = str | int | float | bool
PROJECT_FILE = "briefing.toml"


@dataclass(frozen=True, slots=True)
class Key:
    """What a setting may be: its kind, for text its choices, for numbers their bounds.

    `many` lets an array of texts stand for a comma-separated text.
    """

    kind: type
    choices: tuple[str, ...] = ()
    low: float = -math.inf
    high: float = math.inf
    many: bool = False


def config_paths(environment: Mapping[str, str], directory: Path) -> tuple[Path, ...]:
    """Where configuration may stand, weakest first: the user's file, then the project's.

    Without HOME and XDG_CONFIG_HOME there is no user's file; a relative XDG_CONFIG_HOME is
    ignored, as the XDG base directory specification (0.8) asks.

    >>> [path.as_posix() for path in config_paths({"HOME": "/home/ada"}, Path("/news"))]
    ['/home/ada/.config/briefing/config.toml', '/news/briefing.toml']
    """
    base = environment.get("XDG_CONFIG_HOME", "")
    home = environment.get("HOME", "")
    if not Path(base).is_absolute():
        base = f"{home}/.config" if home else ""
    user = (Path(base) / "briefing" / "config.toml",) if base else ()
    return (*user, directory / PROJECT_FILE)


def read_config(path: Path, keys: Mapping[str, Key]) -> dict[str, Value]:
    """The settings of a file, empty where there is none.

    Raises: ConfigError when the file cannot be read or holds something wrong.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except UnicodeDecodeError as error:
        raise ConfigError(str(path), "is not UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise ConfigError(str(path), problem, "make it readable or remove it") from error
    return parse_config(str(path), text, keys)


def parse_config(source: str, text: str, keys: Mapping[str, Key]) -> dict[str, Value]:
    """The settings in TOML text, each of the kind that its key asks for. The keys of a table
    are named `table.key`.

    Raises: ConfigError that names the file, the key and the remedy.

    >>> parse_config("briefing.toml", "length = 4", {"length": Key(int)})
    {'length': 4}
    """
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(source, f"is not valid TOML: {error}", "correct that line") from error
    told = flatten(found, keys)
    for name in told:
        if name not in keys:
            raise ConfigError(source, f"unknown key `{name}`", suggest(name, keys))
    return {name: check_value(source, name, value, keys[name]) for name, value in told.items()}


def flatten(found: Mapping[str, object], keys: Iterable[str]) -> dict[str, object]:
    """The settings in tables that there may be, under the names of table and key.

    >>> flatten({"length": 3, "digest": {"words": 90}}, ["length", "digest.words"])
    {'length': 3, 'digest.words': 90}
    """
    tables = {key.partition(".")[0] for key in keys if "." in key}
    told: dict[str, object] = {}
    for name, value in found.items():
        if name in tables and isinstance(value, dict):
            told |= {f"{name}.{inner}": each for inner, each in value.items()}
        else:
            told[name] = value
    return told


def check_value(source: str, name: str, value: object, key: Key) -> Value:
    """The value, when it is what the key asks for.

    Raises: ConfigError that says what the key may be.
    """
    if key.many and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ",".join(value)
    if key.kind is float and type(value) is int:
        value = float(value)
    if not isinstance(value, str | int | float) or type(value) is not key.kind:
        raise ConfigError(source, f"`{name}` is {show(value)}", f"give {describe(key)}")
    if key.choices and value not in key.choices:
        remedy = suggest(str(value), key.choices)
        raise ConfigError(source, f"`{name}` is {show(value)}", remedy)
    if not isinstance(value, str) and not key.low <= value <= key.high:
        raise ConfigError(source, f"`{name}` is {show(value)}", f"give {describe(key)}")
    return value


def show(value: object) -> str:
    """A value as a user wrote it in TOML, or nearly so.

    >>> show(True), show("x")
    ('true', "'x'")
    """
    return str(value).lower() if isinstance(value, bool) else repr(value)


def describe(key: Key) -> str:
    """What a key may be, in words.

    >>> describe(Key(int, low=1))
    'a whole number of at least 1'
    """
    kinds = {int: "a whole number", float: "a number", bool: "true or false", str: "a text"}
    words = kinds[key.kind]
    if key.high < math.inf:
        return f"{words} from {key.low:g} to {key.high:g}"
    return f"{words} of at least {key.low:g}" if key.low > -math.inf else words


def merge_configs(
    layers: Iterable[Mapping[str, Value]], *, rivals: Sequence[frozenset[str]]
) -> dict[str, Value]:
    """The settings of all layers, a later one over an earlier.

    Of each group of `rivals` only those of one layer count, as they exclude each other.

    >>> merge_configs([{"length": 3}, {"words": 90}], rivals=[frozenset({"length", "words"})])
    {'words': 90}
    """
    merged: dict[str, Value] = {}
    for layer in layers:
        replaced = {name for group in rivals if group & layer.keys() for name in group}
        merged = {name: value for name, value in merged.items() if name not in replaced}
        merged.update(layer)
    return merged
