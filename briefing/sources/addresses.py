"""Decide which URLs and network addresses may be contacted."""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

from briefing.sources.answers import FetchError

# Gives the addresses of a host and port, the best first; raises OSError when there are none.
Resolve = Callable[[str, int], Sequence[str]]

PORTS = {"http": 80, "https": 443}
# Addresses that look public and answer with the secrets of a cloud machine (Azure's host).
METADATA = frozenset({IPv4Address("168.63.129.16")})
# IPv6 addresses that carry an IPv4 one in their last four bytes (RFC 6052, RFC 8215).
TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
NAME_PUBLIC = "name a public address, or allow private addresses"
# Characters that stay as they are in the path and query of a request.
KEPT = "/:@!$&'()*+,;=~%?[]"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a URL leads: scheme, host in ASCII, port, and the path with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """The part of a URL that names the server.

        >>> Target("https", "a.example", 443, "/x").origin
        'https://a.example:443'
        """
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def split_url(url: str) -> Target:
    """Where a URL leads.

    Raises: FetchError for another scheme than http or https, for a password in it, or when it
    is no URL.

    >>> split_url("http://a.example/b c?d#e")
    Target(scheme='http', host='a.example', port=80, path='/b%20c?d')
    """
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except ValueError as error:
        raise FetchError(url, f"is no URL ({error})", "check the address") from error
    if scheme not in PORTS:
        raise FetchError(url, "is no web address", "use http or https")
    if not host or any(character <= " " for character in host):
        raise FetchError(url, "names no host", "check the address")
    if parts.username is not None or parts.password is not None:
        raise FetchError(url, "holds a user name or password", "leave it out of the address")
    path = quote(parts.path or "/", safe=KEPT)
    query = f"?{quote(parts.query, safe=KEPT)}" if parts.query else ""
    return Target(scheme, host, PORTS[scheme] if port is None else port, path + query)


def find_addresses(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's resolver gives for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def check_addresses(
    target: Target, *, url: str, resolve: Resolve, allow_private: bool
) -> Sequence[str]:
    """The addresses of a target, to be used as they are: a second look-up could differ.

    Raises: FetchError when the host has none, or one of them is not public.
    """
    try:
        addresses = resolve(target.host, target.port)
    except (OSError, UnicodeError) as error:
        raise _unknown(url, target.host) from error
    if not addresses:
        raise _unknown(url, target.host)
    for address in addresses:
        if not allow_private and not is_public(address):
            raise FetchError(
                url, f"leads to {target.host}, a private address ({address})", NAME_PUBLIC
            )
    return addresses


def _unknown(url: str, host: str) -> FetchError:
    return FetchError(
        url,
        f"its host {host} is not known",
        "check the address and the connection",
        passing=True,
        silent=True,
    )


def is_public(address: str) -> bool:
    """Whether an address is one of the public Internet, also one wrapped in an IPv6 address.

    >>> is_public("93.184.216.34"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    for inner in _unwrap(ip):
        if not inner.is_global or inner.is_multicast or inner.is_reserved or inner in METADATA:
            return False
    return True


def _unwrap(ip: IPv4Address | IPv6Address) -> tuple[IPv4Address | IPv6Address, ...]:
    """The address, or those that are wrapped in it."""
    if isinstance(ip, IPv4Address):
        return (ip,)
    if ip.ipv4_mapped:
        return (ip.ipv4_mapped,)
    if ip.sixtofour:
        return (ip.sixtofour,)
    if ip.teredo:
        return ip.teredo
    if any(ip in network for network in TRANSLATED):
        return (IPv4Address(ip.packed[-4:]),)
    return (ip,)
