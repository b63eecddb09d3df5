"""Read the password of a mail server from a file or from the keyring of the system."""

import stat
from importlib import import_module
from pathlib import Path
from typing import Any

from briefing.errors import ConfigError

SERVICE = "briefing"


def read_password(path: Path) -> str:
    """The first line of a file that only its owner, or its group, may read.

    Raises: ConfigError when the file cannot be read, is empty, or everybody may read it.
    """
    try:
        with path.open(encoding="utf-8") as file:
            mode = stat.S_IMODE(path.stat().st_mode)
            line = file.readline().rstrip("\r\n")
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "is not text in UTF-8"
        raise ConfigError(str(path), f"cannot be read ({reason})", "name another file") from error
    if mode & (stat.S_IROTH | stat.S_IWOTH):
        raise ConfigError(str(path), "may be read by everybody", f"run: chmod 600 {path}")
    if not line:
        raise ConfigError(str(path), "has no password in its first line", "write it there")
    return line


def read_keyring(user: str, *, service: str = SERVICE, backend: Any = None) -> str:
    """The password that the keyring of the system keeps for a user.

    Raises: ConfigError when the library is missing, or there is no such password.
    """
    keyring = backend or _load_keyring()
    try:
        password = keyring.get_password(service, user)
    except Exception as error:  # each of its many backends has its own errors
        problem = f"does not answer ({type(error).__name__}: {error})"
        raise ConfigError("the keyring", problem, "give the password in a file") from error
    if not password:
        problem = f"has no password for {user}"
        raise ConfigError("the keyring", problem, f"run: keyring set {service} {user}")
    return str(password)


def _load_keyring() -> Any:
    try:
        return import_module("keyring")
    except ImportError as error:
        problem, remedy = "needs the library keyring", "run: pip install 'briefing[keyring]'"
        raise ConfigError("the keyring", problem, remedy) from error
