"""Finds in the archive what a digest is made of, and checks it against its sources."""

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from briefing.errors import ArchiveError, OutputError

if TYPE_CHECKING:
    from briefing.archive import Archive, KeptDigest, KeptStory
    from briefing.domain import Briefing, Digest
    from briefing.stories import KnownStory

LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def choose_latest(briefings: "Iterable[Briefing]") -> "list[Briefing]":
    """Of each source its latest briefing: a page that was rewritten stands in a digest once."""
    return list({briefing.article.source: briefing for briefing in briefings}.values())


def find_left_out(digest: "Digest", briefings: "Iterable[Briefing]") -> "list[Briefing]":
    """The briefings that a digest had no room for, or has a later one of."""
    used = {(b.article.source, b.article.text) for s in digest.stories for b in s.briefings}
    return [each for each in briefings if (each.article.source, each.article.text) not in used]


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


def verify_words(digest: "Digest") -> None:
    """Check every word of a digest against its articles.

    Raises: OutputError when one is not what stands there.
    """
    from briefing.render.digest.records import digest_record
    from briefing.render.layout import Layout
    from briefing.verify import verify

    texts = {b.article.source: b.article.text for s in digest.stories for b in s.briefings}
    problems = verify(digest_record(digest, Layout()), texts.__getitem__)
    if problems:
        remedy = "nothing was written; please report it"
        raise OutputError("the digest", f"is not what its sources say: {problems[0]}", remedy)


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
