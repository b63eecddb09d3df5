"""`briefing digest`: many articles in, one page out, only what is new since the last one."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.command import takes
from briefing.cli.exits import ExitCode
from briefing.cli.messages import tell
from briefing.cli.options import DIGESTING, Settings
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.archive import Archive
    from briefing.cli.digesting import Plan
    from briefing.cli.digesting_reading import Intake, Reading
    from briefing.domain import Briefing, Digest, Failure

MEMORY = timedelta(days=3)  # how long a story may be carried on
OPTIONS = (
    "newest",
    "mark_seen",
    "private",
    "patience",
    "stories",
    "budget",
    "watch",
    "handling",
    "zone",
    "as_of",
    "digest_format",
    "template",
    "output",
    "mail_to",
    "mail_from",
    "list_id",
    "smtp",
    "mail_security",
    "mail_user",
    "mail_password",
    "wait",
    "fail_empty",
    "keep",
    *DIGESTING,
    "install_timer",
)


@takes("sources", *OPTIONS)
def digest(settings: Settings) -> ExitCode:
    """Make one page of all that is new since the last digest: stories, and who said what.

    Items count as used only when the digest is safely written or sent. Of two runs at a time
    with one archive the second ends at once, unless it may wait.
    """
    from briefing.cli.digesting import make_plan
    from briefing.cli.work import silence_libraries

    silence_libraries(debug=settings.debug)
    if not settings.sources and not settings.as_of:
        raise ConfigError("SOURCE", "is missing", "name a file, a directory or a URL")
    plan = make_plan(settings)
    if settings.install_timer:
        from briefing.cli.digesting_delivery import print_bytes
        from briefing.cli.digesting_timer import write_timer

        print_bytes(write_timer(settings, OPTIONS, place=Path.cwd()).encode())
        return ExitCode.OK
    return replay(settings, plan) if settings.as_of else run(settings, plan)


def run(settings: Settings, plan: "Plan") -> ExitCode:
    """Make a digest while no other run does.

    Raises: BriefingError when it cannot be made or delivered.
    """
    import os

    from briefing.cli.archiving import archive_path, open_archive
    from briefing.cli.digesting_recovery import recover
    from briefing.errors import LockedError
    from briefing.lock import hold_lock

    path = archive_path(settings.archive, os.environ)
    lock = path.with_name(f"{path.name}.lock")
    try:
        with (
            hold_lock(lock, wait=settings.wait or 0.0),
            open_archive(settings, create=True) as kept,
        ):
            found = recover(kept, plan)
            if found.written and not settings.quiet:
                tell("the digest that was cut off is written; run again for what is new")
            code = ExitCode.OK if found.written else make(settings, plan, kept)
            return ExitCode.FAILURE if found.failed else code
    except LockedError as error:
        tell(str(error))
        return ExitCode.LOCKED


def make(settings: Settings, plan: "Plan", archive: "Archive") -> ExitCode:
    """Read what is new, and deliver a digest of it, if there is any.

    Raises: BriefingError when it cannot be delivered.
    """
    from briefing.archive import State
    from briefing.cli.archiving import now
    from briefing.cli.digesting import parse_moment
    from briefing.cli.digesting_content import choose_briefing, read_watch
    from briefing.cli.digesting_reading import Reading

    began = now()
    since = settings.newest and parse_moment(
        settings.newest, option="--since", now=began, zone=plan.layout.zone
    )
    watch = read_watch(settings)
    options = choose_briefing(settings)
    reading = Reading(archive, options, now=began, since=since or None, debug=settings.debug)
    intake = reading.read(settings)
    for failure in intake.told:
        tell(f"{failure.source}: {failure.reason}")
    keys = archive.articles.waiting()
    if settings.mark_seen:
        archive.articles.mark(keys, State.SEEN)
        if not settings.quiet:
            tell(f"{len(keys)} articles are marked as seen")
        return tell_end(settings, intake, empty=False)
    if not keys:
        if not settings.quiet and (intake.succeeded or not intake.failures):
            tell("nothing new")
        return tell_end(settings, intake, empty=True)
    made = compose(settings, plan, reading, watch, archive, keys)
    if settings.keep:
        archive.upkeep.prune(before=began - timedelta(days=settings.keep))
    watched = any(story.watched for story in made.stories)
    return ExitCode.WATCHED if watched else tell_end(settings, intake, empty=False)


def compose(
    settings: Settings,
    plan: "Plan",
    reading: "Reading",
    watch: tuple[str, ...],
    archive: "Archive",
    keys: tuple[int, ...],
) -> "Digest":
    """Make, verify and deliver the digest of some waiting articles; those of a story whose words
    are not those of its sources go on waiting.

    Raises: BriefingError when nothing of it can be shown, or it is not delivered.
    """
    from briefing.cli import digesting_stories as stories
    from briefing.cli.digesting_delivery import deliver, pack_parcels
    from briefing.mail import make_message_id

    waiting = list(archive.articles.briefings(keys))
    make = choose_make(settings, plan, reading, watch, archive)
    made, held = stories.make_sound(make, stories.choose_latest(waiting))
    reading.intake.hold(held)
    message_id = make_message_id(made, domain=plan.domain)
    parcels = pack_parcels(made, message_id, plan)
    key = archive.digests.prepare(
        made,
        message_id=message_id,
        targets=[parcel.target for parcel in parcels],
        version=reading.version,
        now=reading.now,
        left_out=stories.find_left_out(made, waiting, held=held),
    )
    deliver(archive, key, parcels, plan)
    return made


def choose_make(
    settings: Settings,
    plan: "Plan",
    reading: "Reading",
    watch: tuple[str, ...],
    archive: "Archive",
) -> "Callable[[list[Briefing], list[Failure]], Digest]":
    """What makes the digest of some briefings, where others are held back."""
    from briefing.cli.digesting_content import choose_content
    from briefing.cli.digesting_stories import find_known
    from briefing.digest import make_digest

    intake = reading.intake
    known = find_known(archive, since=reading.now - MEMORY)
    options = choose_content(settings, reading, watch, archive.digests.latest())

    def make(briefings: "list[Briefing]", held: "list[Failure]") -> "Digest":
        return make_digest(
            briefings,
            [*intake.failures, *held],
            now=reading.now,
            zone=plan.layout.zone,
            known_stories=known,
            options=options,
            inputs=intake.total(used=len(briefings), held=len(held)),
        )

    return make


def tell_end(settings: Settings, intake: "Intake", *, empty: bool) -> ExitCode:
    """How a run without a hit of the watch list ends."""
    if intake.told:
        nothing = empty and not intake.succeeded
        return ExitCode.FAILURE if nothing else ExitCode.SOME_FAILED
    return ExitCode.EMPTY if empty and settings.fail_empty else ExitCode.OK


def replay(settings: Settings, plan: "Plan") -> ExitCode:
    """Write a digest of the archive once more, as it was; nothing is sent.

    Raises: BriefingError when there is none, or it cannot be written.
    """
    from briefing.cli.archiving import now, open_archive
    from briefing.cli.digesting_delivery import pack_parcels, put
    from briefing.cli.digesting_stories import find_digest

    with open_archive(settings) as archive:
        kept = find_digest(archive, str(settings.as_of), now=now(), zone=plan.layout.zone)
        made = archive.digests.read(kept.key)
    for parcel in pack_parcels(made, kept.message_id, plan):
        put(parcel)
    return ExitCode.OK
