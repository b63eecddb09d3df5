"""Finds in the archive what a digest is made of, and checks it against its sources."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from briefing.cli.messages import tell
from briefing.errors import ArchiveError, OutputError

if TYPE_CHECKING:
    from briefing.archive import Archive, KeptDigest, KeptStory
    from briefing.domain import Briefing, Digest, Failure
    from briefing.stories import KnownStory

STORY = re.compile(r"stories\[(\d+)\]")  # where a problem of a digest is
HELD = "is held back: its story does not say what its sources say"
LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def choose_latest(briefings: "Iterable[Briefing]") -> "list[Briefing]":
    """Of each source its latest briefing: a page that was rewritten stands in a digest once."""
    return list({briefing.article.source: briefing for briefing in briefings}.values())


def find_left_out(
    digest: "Digest", briefings: "Iterable[Briefing]", *, held: "Iterable[Failure]"
) -> "list[Briefing]":
    """The briefings that a digest had no room for, or has a later one of; what is `held` back is
    none of them."""
    used = {(b.article.source, b.article.text) for s in digest.stories for b in s.briefings}
    waiting = {failure.source for failure in held}
    return [
        each
        for each in briefings
        if (each.article.source, each.article.text) not in used
        and each.article.source not in waiting
    ]


def find_known(archive: "Archive", *, since: datetime) -> "list[KnownStory]":
    """The stories of earlier digests that new articles may join."""
    return [know(story) for story in archive.digests.stories(since=since)]


def know(story: "KeptStory") -> "KnownStory":
    """A story as the clustering knows it, its articles newest last.

    An article has one id in all the stories that hold it, and none that one of today may have.
    """
    from briefing.stories import KnownStory, StoryDocument

    documents = [
        StoryDocument(f"known:{a.id}:{a.source}", a.text, a.title, published=a.published)
        for a in story.articles
    ]
    documents.sort(key=lambda document: (document.published or LONG_AGO, document.id))
    return KnownStory(story.id, tuple(documents), story.last)


def make_sound(
    make: "Callable[[list[Briefing], list[Failure]], Digest]", briefings: "list[Briefing]"
) -> "tuple[Digest, list[Failure]]":
    """The digest that `make` makes of some briefings, and what is held back of them: stories in
    which a word is not what stands in its article. They must not keep the others from the reader.

    Raises: OutputError when nothing sound is left.
    """
    from briefing.domain import Failure

    made = make(briefings, [])
    wrong = find_wrong(made)
    if not wrong:
        return made, []
    sources = {b.article.source for at in wrong for b in made.stories[at].briefings}
    sound = [briefing for briefing in briefings if briefing.article.source not in sources]
    held = [Failure(source, HELD) for source in sorted(sources)]
    made = make(sound, held)
    left = [*find_wrong(made).values(), *([] if sound else wrong.values())]
    if left:
        raise OutputError("the digest", left[0], "nothing was written; please report it")
    for what in wrong.values():
        tell(f"the digest {what}; please report it")
    return made, held


def find_wrong(digest: "Digest") -> dict[int, str]:
    """The stories, by their place, in which a word is not what stands in its article, and what."""
    from briefing.render.digest.records import digest_record
    from briefing.render.layout import Layout
    from briefing.verify import verify

    texts = {b.article.source: b.article.text for s in digest.stories for b in s.briefings}
    wrong: dict[int, str] = {}
    for problem in verify(digest_record(digest, Layout()), texts.__getitem__):
        place = STORY.match(problem.where)
        if place is None:
            remedy = "nothing was written; please report it"
            raise OutputError("the digest", f"is not what its sources say: {problem}", remedy)
        wrong.setdefault(int(place[1]), f"is not what its sources say: {problem}")
    return wrong


def find_digest(archive: "Archive", text: str, *, now: datetime, zone: tzinfo) -> "KeptDigest":
    """The last digest of a day, or of it until a time.

    Raises: BriefingError when the text is no time or there is no digest.
    """
    from briefing.cli.digesting import parse_moment

    moment = parse_moment(text, option="--as-of", now=now, zone=zone)
    day = moment.astimezone(zone).date()
    whole = text.strip() == day.isoformat()
    found = [kept for kept in archive.digests.of_day(day.isoformat()) if is_done(kept)]
    found = [kept for kept in found if whole or kept.prepared <= moment]
    if not found:
        raise ArchiveError(text, "has no digest in the archive", "name a day that has one")
    return found[-1]


def is_done(kept: "KeptDigest") -> bool:
    """Whether a digest was delivered."""
    return kept.committed is not None
