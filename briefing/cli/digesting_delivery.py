"""Delivers digests so that a kill at any moment neither loses one nor sends it anew.

A target says where a part of a digest goes: `file SHA256 PATH`, `stream PATH` (standard output
is `-`), or `mail ADDRESSES`. Files appear whole or not at all, so their contents tell later
whether they were written. For streams and mail the archive keeps, from before the delivery
begins, what it sends: after a kill the same bytes go out once more, with the same Message-ID.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from briefing.cli.archiving import now
from briefing.cli.digest_options import DigestFormat
from briefing.cli.digesting import STDOUT, Plan
from briefing.cli.messages import tell
from briefing.errors import ConfigError, OutputError

if TYPE_CHECKING:
    from briefing.archive import Archive
    from briefing.domain import Digest
    from briefing.mail import Refused

FILE, STREAM, MAIL = "file", "stream", "mail"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A part of a digest, and where it goes."""

    target: str
    data: bytes

    @property
    def kind(self) -> str:
        """What its target is."""
        return self.target.partition(" ")[0]

    @property
    def where(self) -> str:
        """The path or the addresses of its target."""
        return self.target.split(" ", 2 if self.kind == FILE else 1)[-1]

    @property
    def known(self) -> str:
        """What the contents of a file are known by."""
        return self.target.split(" ", 2)[1]


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
        data = plan.post.write(digest, message_id, plan.layout)
        parcels.append(Parcel(mail_target(plan.post.recipients), data))
    return parcels


def mail_target(recipients: Sequence[str]) -> str:
    """The target of a message to them."""
    return f"{MAIL} {', '.join(recipients)}"


def deliver(archive: "Archive", key: int, parcels: Sequence[Parcel], plan: Plan) -> None:
    """Write and send all parts of a prepared digest, then say that it is done.

    Raises: BriefingError when one cannot be delivered; the digest stays unfinished.
    """
    for parcel in parcels:
        if parcel.kind == MAIL:
            send(archive, key, parcel, plan)
            continue
        if parcel.kind == STREAM:
            archive.digests.start(key, parcel.target, now=now(), content=parcel.data)
        put(parcel, mark=parcel.known if parcel.kind == FILE else None)
        if parcel.kind == FILE:
            archive.digests.start(key, parcel.target, now=now())
        archive.digests.finish(key, parcel.target, now=now())
    archive.digests.commit(key, now=now())


def put(parcel: Parcel, *, mark: str | None = None) -> None:
    """Write a part to its file or stream, with a `mark` for what a kill leaves of a file.

    Raises: OutputError when it cannot be written.
    """
    from briefing.output import write_atomically

    if parcel.kind == STREAM and parcel.where == STDOUT:
        print_bytes(parcel.data)
    else:
        write_atomically(parcel.where, parcel.data, mark=mark)


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


def send(archive: "Archive", key: int, parcel: Parcel, plan: Plan) -> None:
    """Mail a part. It is noted as taken at once: only a kill between the server's answer and
    that note makes it go out again.

    What may have gone out already and is refused for good now is given up.

    Raises: MailError when somebody does not get it now; ConfigError without a mail server.
    """
    from briefing.mail import MailError

    if plan.post is None:
        remedy = f"give --mail-to '{parcel.where}'"
        raise ConfigError(parcel.where, "still waits for a digest", remedy)
    first = archive.digests.start(key, parcel.target, now=now(), content=parcel.data)
    taken = partial(note_taken, archive, key, parcel)
    try:
        refused = plan.post.send(parcel.data, parcel.where.split(", "), taken)
    except MailError as error:
        if first and not error.uncertain:
            archive.digests.withdraw(key, parcel.target)
        if first or not error.final:
            raise
        tell(str(error))
        archive.digests.finish(key, parcel.target, now=now())
        return
    for each in refused:
        remedy = "a later run sends it again" if each.passing else "check the address"
        tell(f"{each.address}: the mail server refuses it ({each.code} {each.answer}); {remedy}")
    later = [each.address for each in refused if each.passing]
    if later:
        raise MailError(plan.post.server.name, f"does not take mail for {', '.join(later)} now")


def note_taken(
    archive: "Archive", key: int, parcel: Parcel, refused: "tuple[Refused, ...]"
) -> None:
    """Say that a message is the server's; to whom it was refused for now, it is still to go."""
    later = [each.address for each in refused if each.passing]
    left = mail_target(later) if later else None
    archive.digests.finish(key, parcel.target, now=now(), left=left)
