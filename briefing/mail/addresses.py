"""Read the mail addresses that a user gives."""

from collections.abc import Iterable
from email.errors import MessageError
from email.headerregistry import Address
from email.utils import parseaddr

from briefing.errors import ConfigError
from briefing.render.escape import OBEYED, show_controls

FORM = "give one like name@example.org or Name <name@example.org>"


def parse_address(text: str) -> Address:
    """The address in a text; the domain may be in any script.

    Raises: ConfigError when there is none, or more than one.

    >>> str(parse_address("Ada Moreau <ada@exämple.org>"))
    'Ada Moreau <ada@xn--exmple-cua.org>'
    """
    name, spec = parseaddr(text.strip())
    local, at, domain = spec.rpartition("@")
    if not (local and at and domain) or OBEYED.search(text):
        raise ConfigError(show_controls(text), "is no mail address", FORM)
    if not local.isascii():
        problem = "has letters before the @ that many servers refuse"
        raise ConfigError(text, problem, "give an address whose first part is ASCII")
    try:
        host = domain.encode("idna").decode("ascii")
        return Address(name, addr_spec=f"{local}@{host}")
    except (MessageError, UnicodeError, ValueError, IndexError) as error:
        raise ConfigError(show_controls(text), "is no mail address", FORM) from error


def parse_addresses(texts: Iterable[str]) -> tuple[Address, ...]:
    """The addresses in some texts, each once.

    Raises: ConfigError when one of them is none, or there are none at all.
    """
    found = {address.addr_spec: address for address in reversed([*map(parse_address, texts)])}
    if not found:
        raise ConfigError("the message", "has no recipient", FORM)
    return tuple(reversed(found.values()))
