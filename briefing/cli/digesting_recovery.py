"""Finishes or gives up the digests of runs that were cut off."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.archiving import now
from briefing.cli.digesting import Plan
from briefing.cli.digesting_delivery import FILE, MAIL, STREAM, Parcel, deliver, mail_target
from briefing.cli.messages import tell
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.archive import Archive, KeptDigest


@dataclass(slots=True)
class Recovery:
    """What came of it: whether a stream was written to, and whether something is still left."""

    written: bool = False
    failed: bool = False


def recover(archive: "Archive", plan: Plan) -> Recovery:
    """Finish or give up the digests that were cut off; tell what cannot be delivered now.

    What no reader can have seen is given up: its articles wait for the next digest.
    """
    found = Recovery()
    for kept in archive.digests.unfinished():
        try:
            found.written |= finish(archive, kept, plan)
        except BriefingError as error:
            tell(str(error))
            found.failed = True
    return found


def finish(archive: "Archive", kept: "KeptDigest", plan: Plan) -> bool:
    """Finish or give up a digest; whether a stream was written to.

    Raises: BriefingError when it cannot be delivered.
    """
    for delivery in kept.deliveries:
        if delivery.target.startswith(FILE) and delivery.finished is None:
            settle_file(archive, kept.key, Parcel(delivery.target, b""))
    kept = archive.digests.kept(kept.key)
    if not any(delivery.started for delivery in kept.deliveries):
        archive.digests.discard(kept.key)
        return False
    parcels = list(pack_again(archive, kept, plan))
    deliver(archive, kept.key, parcels, plan)
    return any(parcel.kind == STREAM for parcel in parcels)


def settle_file(archive: "Archive", key: int, parcel: Parcel) -> None:
    """Say that a file was written if it was, and remove what a kill left beside it.

    Raises: OutputError when that cannot be removed.
    """
    from briefing.output import remove_remnant

    remove_remnant(parcel.where, parcel.known)
    try:
        found = hashlib.sha256(Path(parcel.where).read_bytes()).hexdigest()
    except OSError:
        return
    if found == parcel.known:
        archive.digests.start(key, parcel.target, now=now())
        archive.digests.finish(key, parcel.target, now=now())


def pack_again(archive: "Archive", kept: "KeptDigest", plan: Plan) -> Iterator[Parcel]:
    """What is left of a digest. What may have arrived is as it was, to whom it was; what never
    left is made anew, and goes by mail to whom the options say now."""
    for delivery in kept.deliveries:
        target = delivery.target
        if delivery.finished is not None:
            continue
        content = archive.digests.content(kept.key, target)
        if content is not None:
            yield Parcel(target, content)
            continue
        digest = archive.digests.read(kept.key)
        if plan.post is not None and target.startswith(MAIL):
            other = mail_target(plan.post.recipients)
            archive.digests.redirect(kept.key, target, other)
            yield Parcel(other, plan.post.write(digest, kept.message_id, plan.layout))
        else:
            yield Parcel(target, plan.render(digest, kept.message_id))
