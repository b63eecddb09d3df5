"""Brings the settings of configuration files to a command, as defaults of its options."""

import os
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from briefing.cli.options import HINTS, LENGTH
from briefing.cli.values import rule_of

# Where a click context keeps the paths of the files that its defaults come from.
CONFIG_FILES = "briefing.config_files"


def config_files() -> tuple[Path, ...]:
    """The configuration files that are there, weakest first."""
    from briefing.config import config_paths

    try:
        directory = Path.cwd()
    except OSError:  # the working directory was removed
        directory = Path(os.devnull)
    return tuple(path for path in config_paths(os.environ, directory) if is_there(path))


def config_defaults(paths: Sequence[Path], params: Iterable[Any]) -> dict[str, Any]:
    """The defaults that some files give to some options, by parameter name.

    Raises: ConfigError when a file holds something wrong.
    """
    settings = read_layers(paths) if paths else {}
    return {
        param.name: settings[name] for param in params if (name := key_name(param.name)) in settings
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
    return dict(merge_configs(layers, rivals=frozenset(LENGTH)))


def key_name(parameter: str) -> str:
    """The key of a parameter: its long option without dashes.

    >>> key_name("min_confidence"), key_name("show_all")
    ('min-confidence', 'all')
    """
    return "all" if parameter == "show_all" else parameter.replace("_", "-")


def known_keys() -> dict[str, Any]:
    """What a configuration file may hold: every option that the environment may set too."""
    from briefing.config import Key

    keys = {}
    for name, hint in HINTS.items():
        if hint.__metadata__[0].envvar is None:
            continue
        rule = rule_of(name)
        choices = tuple(rule.kind) if issubclass(rule.kind, StrEnum) else ()
        kind = str if choices else rule.kind
        keys[key_name(name)] = Key(kind, choices, rule.low, rule.high, many=name == "only")
    return keys
