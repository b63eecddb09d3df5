"""Reads corrections files: TOML text in, checked entries out.

Each entry is a `[[correction]]` table that says whom it is about and what is right of them:

```toml
[[correction]]                      # one person under several names
name = "Philippa Shetler-Jones"
aliases = ["Shetler Jones", "Pip Shetler-Jones"]
position = "senior research fellow"
affiliation = "Institute for Coastal Studies"
role = "expert"

[[correction]]                      # everybody whose name matches; * stands for anything
glob = "* Harbour Authority"
role = "official"

[[correction]]                      # the same with a regular expression, in one newspaper
regex = "(senior|former) customs (official|officer)s?"
publisher = "Northern *"
role = "official"
```

`name`, `glob` and `regex` are compared with the whole name, letter case aside; `name` and
`aliases` also without accents and hyphens. `role` is one of the eight roles, `status` one of
current, former, acting, designate, candidate. An empty `position` or `affiliation` takes away
what was found. Later entries go before earlier ones.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.corrections.entries import Correction, Corrections
from briefing.corrections.names import name_key
from briefing.corrections.patterns import PatternError, compile_regex
from briefing.domain import Role, Status
from briefing.errors import ConfigError, suggest

TABLE = "correction"
WHOM = ("name", "aliases", "glob", "regex", "publisher")
WHAT = ("position", "affiliation", "role", "status")
MAY_BE_EMPTY = frozenset({"position", "affiliation"})
CHOICES = {"role": Role, "status": Status}


def read_corrections(path: Path) -> Corrections:
    """The corrections in a file.

    Raises: ConfigError when the file cannot be read or holds something wrong.
    """
    return parse_corrections(str(path), read_text(path))


def read_text(path: Path) -> str:
    """The text of a file that the user wrote, without byte order mark.

    Raises: ConfigError when there is none, or it is not UTF-8.
    """
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(str(path), "is not UTF-8 text", "save it as UTF-8") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(str(path), f"cannot be read ({reason})", "name another file") from error


def parse_corrections(source: str, text: str) -> Corrections:
    """The corrections in TOML text.

    Raises: ConfigError that names the file, the entry and the remedy.

    >>> parse_corrections("c.toml", '[[correction]]\\nname = "Ada Moor"\\nrole = "expert"').entries
    (Correction(place='c.toml, entry 1', name='Ada Moor', aliases=(), glob=None, regex=None, \
publisher=None, position=None, affiliation=None, role=<Role.EXPERT: 'expert'>, status=None),)
    """
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(source, f"is not valid TOML: {error}", "correct that line") from error
    for key in found:
        if key != TABLE:
            raise ConfigError(source, f"unknown key `{key}`", "write entries as [[correction]]")
    tables = found.get(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigError(source, f"`{TABLE}` is no table", "write entries as [[correction]]")
    entries = tuple(_entry(source, number, table) for number, table in enumerate(tables, start=1))
    _refuse_shared_aliases(source, entries)
    return Corrections(entries)


def _entry(source: str, number: int, table: Mapping[str, Any]) -> Correction:
    where = f"{source}, entry {number}"
    for key in table:
        if key not in (*WHOM, *WHAT):
            raise ConfigError(where, f"unknown key `{key}`", suggest(key, (*WHOM, *WHAT)))
    values = {key: _value(where, key, value) for key, value in table.items()}
    if not any(key in values for key in WHOM):
        remedy = f"say whom it is about by {', '.join(WHOM)}"
        raise ConfigError(where, "is about nobody", remedy)
    if "aliases" in values and "name" not in values:
        raise ConfigError(where, "has `aliases` without `name`", "give the name they stand for")
    renames = "name" in values and any(key in values for key in ("aliases", "glob", "regex"))
    if not renames and not any(key in values for key in WHAT):
        raise ConfigError(where, "changes nothing", f"give {', '.join(WHAT)}, or name and aliases")
    return Correction(f"{Path(source).name}, entry {number}", **values)


def _value(where: str, key: str, value: object) -> Any:
    """The value of a key, checked.

    Raises: ConfigError that says what it may be.
    """
    if key == "aliases":
        if not isinstance(value, list) or not value:
            raise ConfigError(where, f"`aliases` is {value!r}", "give a list of names")
        return tuple(_text(where, key, item) for item in value)
    text = _text(where, key, value)
    if key in CHOICES:
        known = [choice.value for choice in CHOICES[key]]
        if text not in known:
            raise ConfigError(where, f"`{key}` is {value!r}", suggest(text, known))
        return CHOICES[key](text)
    if key == "regex":
        try:
            compile_regex(text)
        except PatternError as error:
            raise ConfigError(where, f"`regex` {error}", "correct it, or use `glob`") from error
    return text


def _text(where: str, key: str, value: object) -> str:
    if not isinstance(value, str) or not (value.strip() or key in MAY_BE_EMPTY):
        raise ConfigError(where, f"`{key}` is {value!r}", "give a text in quotation marks")
    return " ".join(value.split())


def _refuse_shared_aliases(source: str, entries: tuple[Correction, ...]) -> None:
    """Two names for one alias: nobody could tell which one is meant.

    Raises: ConfigError that names the entries.
    """
    known: dict[object, Correction] = {}
    for entry in entries:
        for alias in entry.aliases:
            other = known.setdefault((name_key(alias), entry.publisher), entry)
            if name_key(other.name or "") != name_key(entry.name or ""):
                problem = f"`{alias}` stands for {other.name} ({other.place}) and {entry.name}"
                raise ConfigError(
                    f"{source}, {entry.place.rpartition(', ')[2]}", problem, "keep one"
                )
