"""Make mail of digests and hand it to a server.

Importing the room loads neither the mail library nor that of the network.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.mail.message import make_message, make_message_id
    from briefing.mail.passwords import read_keyring, read_password
    from briefing.mail.sending import MailError, Refused, Security, Server, send_message

ROOMS = {
    "make_message": "message",
    "make_message_id": "message",
    "read_keyring": "passwords",
    "read_password": "passwords",
    "MailError": "sending",
    "Refused": "sending",
    "Security": "sending",
    "Server": "sending",
    "send_message": "sending",
}


def __getattr__(name: str) -> Any:
    """What the room offers, imported when it is first asked for."""
    from importlib import import_module

    if name not in ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{ROOMS[name]}"), name)


__all__ = [
    "MailError",
    "Refused",
    "Security",
    "Server",
    "make_message",
    "make_message_id",
    "read_keyring",
    "read_password",
    "send_message",
]
