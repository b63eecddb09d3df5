"""Brings the settings of configuration files to a command, as defaults of its options."""

import os
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from briefing.cli.declaring import DIGEST, key_of, variable_of
from briefing.cli.options import DIGESTING, HINTS, RIVALS, flag_of
from briefing.cli.values import rule_of

# Where a click context keeps the paths of the files that its defaults come from.
CONFIG_FILES = "briefing.config_files"
# Fields whose values may be arrays of texts.
MANY = ("only", "mail_to")


def config_files() -> tuple[Path, ...]:
    """The configuration files that are there, weakest first."""
    from briefing.config import config_paths

    try:
        directory = Path.cwd()
    except OSError:  # the working directory was removed
        directory = Path(os.devnull)
    return tuple(path for path in config_paths(os.environ, directory) if is_there(path))


def config_defaults(paths: Sequence[Path], params: Iterable[Any], command: str) -> dict[str, Any]:
    """The defaults that some files give to some options of a command, by parameter name.

    What stands in the table of the command goes before what stands above all tables.

    Raises: ConfigError when a file holds something wrong.
    """
    settings = read_layers(paths) if paths else {}
    return {
        param.name: settings[key]
        for param in params
        for key in keys_of(param.name)
        if key in settings and key.rpartition(".")[0] in ("", command)
    }


def is_there(path: Path) -> bool:
    """Whether there is such a file, or something that forbids to tell."""
    try:
        return path.exists()
    except PermissionError:
        return False


def read_layers(paths: Iterable[Path]) -> dict[str, Any]:
    """The settings of all files, a later one over an earlier."""
    from briefing.config import merge_configs, read_config

    keys = known_keys()
    layers = [read_config(path, keys) for path in paths]
    rivals = [frozenset(keys_of(name)[-1] for name in group) for group in RIVALS]
    return dict(merge_configs(layers, rivals=rivals))


def keys_of(name: str) -> tuple[str, ...]:
    """The keys that set a field of `Settings`, that of a table last.

    >>> keys_of("min_confidence"), keys_of("budget"), keys_of("output")
    (('min-confidence', 'digest.min-confidence'), ('digest.words',), ())
    """
    if name not in HINTS:
        return ()
    variable, key = HINTS[name].__metadata__[0].envvar, key_of(flag_of(name))
    keys = [key] if variable == variable_of(key) else []
    if name in DIGESTING or variable == variable_of(key, DIGEST):
        keys.append(f"{DIGEST}.{key}")
    return tuple(keys)


def known_keys() -> dict[str, Any]:
    """What a configuration file may hold: every option that the environment may set too."""
    from briefing.config import Key

    keys = {}
    for name in HINTS:
        for key in keys_of(name):
            rule = rule_of(name)
            choices = tuple(rule.kind) if issubclass(rule.kind, StrEnum) else ()
            kind = str if choices else rule.kind
            keys[key] = Key(kind, choices, rule.low, rule.high, many=name in MANY)
    return keys


def home_path(value: str) -> Path:
    """The path, `~` at its beginning as the home directory: configuration files have no shell
    to do that."""
    try:
        return Path(value).expanduser()
    except RuntimeError:  # there is no home directory
        return Path(value)
