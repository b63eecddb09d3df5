"""Delivers digests so that a kill at any moment neither loses one nor sends it anew.

A target says where a part of a digest goes: `file SHA256 PATH`, `stream PATH` (standard output
is `-`), or `mail ADDRESSES`. Files appear whole or not at all, so their contents tell later
whether they were written. For streams and mail the archive keeps that the delivery began: what
is cut off then goes out once more as it is, with the same Message-ID.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from briefing.cli.archiving import now
from briefing.cli.digest_options import DigestFormat
from briefing.cli.digesting import STDOUT, Plan
from briefing.cli.messages import tell
from briefing.errors import ConfigError, OutputError

if TYPE_CHECKING:
    from briefing.archive import Archive, KeptDigest
    from briefing.domain import Digest

FILE, STREAM, MAIL = "file", "stream", "mail"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A part of a digest, and where it goes."""

    target: str
    data: bytes


def pack_parcels(digest: "Digest", message_id: str, plan: Plan) -> list[Parcel]:
    """What goes where; the mail last, so that it leaves only when the file is there."""
    from briefing.output import is_special

    parcels = []
    if plan.output is not None:
        data = plan.render(digest, message_id)
        path = plan.output
        if path == STDOUT or is_special(Path(path)):
            parcels.append(Parcel(f"{STREAM} {path}", data))
        else:
            known = hashlib.sha256(data).hexdigest()
            parcels.append(Parcel(f"{FILE} {known} {Path(path).resolve()}", data))
    if plan.post is not None and plan.format is not DigestFormat.MAIL:
        target = f"{MAIL} {', '.join(plan.post.recipients)}"
        parcels.append(Parcel(target, plan.post.write(digest, message_id, plan.layout)))
    return parcels


def deliver(archive: "Archive", key: int, parcels: Sequence[Parcel], plan: Plan) -> None:
    """Write and send all parts of a prepared digest, then say that it is done.

    Raises: BriefingError when one cannot be delivered; the digest stays unfinished.
    """
    for parcel in parcels:
        kind, where = parcel.target.split(" ", 1)
        if kind != FILE:
            archive.digests.start(key, parcel.target, now=now())
        hand_over(kind, where, parcel.data, plan)
        if kind == FILE:
            archive.digests.start(key, parcel.target, now=now())
        archive.digests.finish(key, parcel.target, now=now())
    archive.digests.commit(key, now=now())


def hand_over(kind: str, where: str, data: bytes, plan: Plan) -> None:
    """Deliver one part.

    Raises: BriefingError when that fails.
    """
    from briefing.output import write_atomically

    if kind == MAIL:
        if plan.post is None:
            raise ConfigError(where, "still waits for a digest", f"give --mail-to '{where}'")
        for refused in plan.post.send(data):
            tell(f"{refused}: the mail server refuses this recipient; check the address")
    elif kind == STREAM and where == STDOUT:
        print_bytes(data)
    else:
        write_atomically(where if kind == STREAM else where.split(" ", 1)[1], data)


def print_bytes(data: bytes) -> None:
    """Write to standard output.

    Raises: OutputError when it is closed or its reader has gone.
    """
    from briefing.cli.results import STDOUT as NAME
    from briefing.cli.results import write_stdout

    try:
        write_stdout(data)
    except typer.Exit:
        raise OutputError(NAME, "was closed by its reader", "run again") from None


def recover(archive: "Archive", plan: Plan) -> bool:
    """Finish or give up the digests of runs that were cut off; whether one was written anew.

    What no reader can have seen is given up: its articles wait for the next digest.

    Raises: BriefingError when one cannot be delivered.
    """
    written = False
    for kept in archive.digests.unfinished():
        for delivery in kept.deliveries:
            if delivery.finished is None and was_written(delivery.target):
                archive.digests.start(kept.key, delivery.target, now=now())
                archive.digests.finish(kept.key, delivery.target, now=now())
        again = archive.digests.kept(kept.key)
        if any(delivery.started for delivery in again.deliveries):
            written |= redeliver(archive, again, plan)
        else:
            archive.digests.discard(kept.key)
    return written


def was_written(target: str) -> bool:
    """Whether a file holds what was to be written to it."""
    kind, where = target.split(" ", 1)
    if kind != FILE:
        return False
    known, path = where.split(" ", 1)
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest() == known
    except OSError:
        return False


def redeliver(archive: "Archive", kept: "KeptDigest", plan: Plan) -> bool:
    """Deliver what is left of a digest as it is; whether a stream was written to.

    Raises: BriefingError when it cannot be delivered.
    """
    digest = archive.digests.read(kept.key)
    left = [delivery.target for delivery in kept.deliveries if delivery.finished is None]
    parcels = [Parcel(target, write_again(target, digest, kept, plan)) for target in left]
    deliver(archive, kept.key, parcels, plan)
    return any(target.startswith(STREAM) for target in left)


def write_again(target: str, digest: "Digest", kept: "KeptDigest", plan: Plan) -> bytes:
    """What goes to a target, made anew of the digest that is kept."""
    if target.startswith(MAIL) and plan.post is not None:
        return plan.post.write(digest, kept.message_id, plan.layout)
    return plan.render(digest, kept.message_id)
