"""Digests in two phases: nothing is lost, nothing used twice, whatever happens in between."""

from dataclasses import replace
from datetime import date

import pytest
from archive_samples import (
    BRIDGE,
    DAY,
    NOW,
    TRAM,
    VERSION,
    make_briefing,
    make_digest,
    make_story,
)

from briefing.archive import Archive, Delivery, State
from briefing.domain import Occurrence, Span, StorySentence, StoryStatement
from briefing.errors import ArchiveError

FILE, MAIL = "file:today.html", "mail:desk@example.org"


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "archive.db") as archive:
        archive.articles.add([BRIDGE, TRAM], version=VERSION, now=NOW, waiting=True)
        yield archive


def prepare(archive, digest, *targets, message_id="<1@briefing>", now=NOW):
    return archive.digests.prepare(
        digest, message_id=message_id, targets=targets, version=VERSION, now=now
    )


def test_a_digest_comes_back_as_it_was_prepared(archive):
    story = replace(
        make_story("s1", BRIDGE, TRAM, update_of="s0"),
        summary=(StorySentence(BRIDGE.summary[0], "news/a.txt"),),
        statements=(
            StoryStatement(
                BRIDGE.statements[0],
                "news/a.txt",
                "words",
                (Occurrence("b.txt", (Span(0, 3),), "wor", "shorter"),),
                date(2026, 11, 21),
            ),
        ),
    )
    digest = make_digest(story)
    key = prepare(archive, digest, FILE)
    assert archive.digests.read(key) == digest


def test_articles_of_a_prepared_digest_no_longer_wait(archive):
    prepare(archive, make_digest(make_story("s1", BRIDGE)), FILE)
    assert archive.articles.is_done(BRIDGE.article.source)
    (left,) = archive.articles.waiting()
    assert next(archive.articles.read([left])) == TRAM.article


def test_a_digest_is_unfinished_until_all_its_deliveries_are(archive):
    key = prepare(archive, make_digest(make_story("s1", BRIDGE)), FILE, MAIL, FILE)
    archive.digests.start(key, FILE, now=NOW)
    archive.digests.finish(key, FILE, now=NOW)
    (kept,) = archive.digests.unfinished()
    assert kept.deliveries == (Delivery(FILE, NOW, NOW), Delivery(MAIL))
    with pytest.raises(ArchiveError, match="was not delivered to mail:desk"):
        archive.digests.commit(key, now=NOW)
    archive.digests.start(key, MAIL, now=NOW)
    archive.digests.finish(key, MAIL, now=NOW)
    archive.digests.commit(key, now=NOW + DAY)
    assert archive.digests.unfinished() == ()
    assert archive.digests.kept(key).committed == NOW + DAY
    assert archive.upkeep.check() == ()


def test_what_began_keeps_what_it_sends_until_it_is_finished(archive):
    key = prepare(archive, make_digest(make_story("s1", BRIDGE)), MAIL)
    assert archive.digests.content(key, MAIL) is None
    assert archive.digests.start(key, MAIL, now=NOW, content=b"a letter")
    assert archive.digests.content(key, MAIL) == b"a letter"
    assert not archive.digests.start(key, MAIL, now=NOW + DAY, content=b"a letter")
    archive.digests.finish(key, MAIL, now=NOW)
    assert archive.digests.content(key, MAIL) is None


def test_what_is_left_of_a_delivery_is_one_of_its_own(archive):
    key = prepare(archive, make_digest(make_story("s1", BRIDGE)), MAIL)
    archive.digests.start(key, MAIL, now=NOW, content=b"a letter")
    archive.digests.finish(key, MAIL, now=NOW, left="mail:bo@example.org")
    with pytest.raises(ArchiveError, match="was not delivered to mail:bo"):
        archive.digests.commit(key, now=NOW)
    assert archive.digests.content(key, "mail:bo@example.org") == b"a letter"
    archive.digests.finish(key, "mail:bo@example.org", now=NOW)
    archive.digests.commit(key, now=NOW)


def test_what_certainly_did_not_arrive_never_began(archive):
    key = prepare(archive, make_digest(make_story("s1", BRIDGE)), MAIL)
    archive.digests.start(key, MAIL, now=NOW, content=b"a letter")
    archive.digests.withdraw(key, MAIL)
    assert archive.digests.kept(key).deliveries == (Delivery(MAIL),)
    archive.digests.redirect(key, MAIL, "mail:bo@example.org")
    assert archive.digests.kept(key).deliveries == (Delivery("mail:bo@example.org"),)
    archive.digests.discard(key)
    assert len(archive.articles.waiting()) == 2


def test_the_message_id_is_fixed_before_anything_is_sent(archive):
    key = prepare(archive, make_digest(make_story("s1", BRIDGE)), MAIL)
    (kept,) = archive.digests.unfinished()
    assert (kept.key, kept.message_id, kept.version) == (key, "<1@briefing>", VERSION)
    with pytest.raises(ArchiveError, match="is the Message-ID of another digest"):
        prepare(archive, make_digest(make_story("s2", TRAM)), MAIL)
    assert len(archive.articles.waiting()) == 1  # the second one left nothing behind


def test_a_digest_given_up_lets_its_articles_wait_again(archive):
    key = prepare(archive, make_digest(make_story("s1", BRIDGE, TRAM)), FILE)
    archive.digests.discard(key)
    assert len(archive.articles.waiting()) == 2
    assert archive.digests.unfinished() == ()
    assert archive.digests.stories(since=NOW - 30 * DAY) == ()
    assert archive.upkeep.check() == ()


def test_a_digest_that_may_have_been_sent_is_not_given_up(archive):
    key = prepare(archive, make_digest(make_story("s1", BRIDGE)), MAIL)
    archive.digests.start(key, MAIL, now=NOW)
    with pytest.raises(ArchiveError, match="was delivered, or may have been"):
        archive.digests.discard(key)
    assert len(archive.digests.unfinished()) == 1


def test_a_digest_without_deliveries_that_is_done_stays(archive):
    key = prepare(archive, make_digest())
    archive.digests.commit(key, now=NOW)
    with pytest.raises(ArchiveError, match="was delivered"):
        archive.digests.discard(key)


def test_unknown_digests_and_targets_are_refused(archive):
    key = prepare(archive, make_digest(), FILE)
    with pytest.raises(ArchiveError, match="is not for mail"):
        archive.digests.start(key, MAIL, now=NOW)
    with pytest.raises(ArchiveError, match="is not in the archive"):
        archive.digests.read(key + 1)
    with pytest.raises(ArchiveError, match="is not in the archive"):
        archive.digests.discard(key + 1)


def test_articles_that_were_not_added_before_are_added_with_the_digest(archive):
    other = make_briefing("A third text.", source="c.txt")
    prepare(archive, make_digest(make_story("s1", other)), FILE)
    (entry,) = archive.articles.find("c.txt")
    assert entry.state is State.USED


def test_a_digest_whose_articles_were_removed_is_not_told_by_halves(archive):
    key = prepare(archive, make_digest(make_story("s1", BRIDGE, TRAM)), FILE)
    archive.articles.remove([entry.key for entry in archive.articles.find(TRAM.article.source)])
    with pytest.raises(ArchiveError, match="articles of it were removed"):
        archive.digests.read(key)
    assert archive.upkeep.check() == ()


def test_digests_are_found_by_their_day(archive):
    first = prepare(archive, make_digest(make_story("s1", BRIDGE)), FILE)
    second = prepare(archive, make_digest(make_story("s2", TRAM)), FILE, message_id="<2@b>")
    assert [kept.key for kept in archive.digests.of_day("2026-11-22")] == [first, second]
    assert archive.digests.of_day("2026-11-21") == ()


def test_stories_come_with_all_that_they_carry_on(archive):
    later = make_briefing("Bridge opened again, Ada Moreau said.", source="later.txt")
    prepare(archive, make_digest(make_story("s1", BRIDGE), make_story("s2", TRAM)), FILE)
    digest = make_digest(make_story("s3", later, update_of="s1"), prepared=NOW + DAY)
    prepare(archive, digest, FILE, message_id="<2@b>", now=NOW + DAY)
    tram, bridge = archive.digests.stories(since=NOW - 7 * DAY)
    assert (tram.id, tram.articles, tram.last) == ("s2", (TRAM.article,), NOW)
    assert (bridge.id, bridge.headline) == ("s3", "Headline of s3")
    assert bridge.articles == (BRIDGE.article, later.article)
    assert bridge.last == NOW + DAY


def test_story_that_joins_two_comes_with_the_articles_of_both(archive):
    later = make_briefing("Bridge and trams, Ada Moreau said.", source="later.txt")
    prepare(archive, make_digest(make_story("s1", BRIDGE), make_story("s2", TRAM)), FILE)
    story = replace(make_story("s3", later, update_of="s1"), joined=("s2",))
    digest = make_digest(story, prepared=NOW + DAY)
    prepare(archive, digest, FILE, message_id="<2@b>", now=NOW + DAY)
    (found,) = archive.digests.stories(since=NOW - 7 * DAY)
    assert (found.id, len(found.articles)) == ("s3", 3)
    earlier = archive.digests.stories(since=NOW - 7 * DAY, until=NOW + DAY)
    assert [each.id for each in earlier] == ["s1", "s2"]


def test_stories_are_told_as_they_were_known_at_a_time(archive):
    prepare(archive, make_digest(make_story("s1", BRIDGE)), FILE)
    digest = make_digest(make_story("s2", TRAM, update_of="s1"), prepared=NOW + DAY)
    prepare(archive, digest, FILE, message_id="<2@b>", now=NOW + DAY)
    ids = [s.id for s in archive.digests.stories(since=NOW - 7 * DAY, until=NOW + DAY)]
    assert ids == ["s1"]
    assert archive.digests.stories(since=NOW - 7 * DAY, until=NOW) == ()


def test_stories_that_are_old_are_left_alone(archive):
    prepare(archive, make_digest(make_story("s1", BRIDGE)), FILE)
    assert archive.digests.stories(since=NOW) == ()
    assert len(archive.digests.stories(since=NOW - DAY)) == 1


def test_a_story_that_names_itself_as_carried_on_ends(archive):
    prepare(archive, make_digest(make_story("s1", BRIDGE, update_of="s1")), FILE)
    (story,) = archive.digests.stories(since=NOW - 7 * DAY)
    assert story.articles == (BRIDGE.article,)


def test_what_the_budget_left_out_is_not_taken_by_the_next_digest(archive):
    archive.digests.prepare(
        make_digest(make_story("s1", BRIDGE)),
        message_id="<1@b>",
        targets=[FILE],
        version=VERSION,
        now=NOW,
        left_out=[TRAM],
    )
    assert archive.articles.waiting() == ()
    archive.digests.discard(archive.digests.unfinished()[0].key)
    assert len(archive.articles.waiting()) == 2


def test_a_digest_given_up_keeps_what_an_earlier_one_used(archive):
    prepare(archive, make_digest(make_story("s1", BRIDGE)), FILE)
    digest = make_digest(make_story("s2", TRAM, BRIDGE, update_of="s1"))
    archive.digests.discard(prepare(archive, digest, FILE, message_id="<2@b>"))
    (left,) = archive.articles.waiting()
    assert next(archive.articles.read([left])) == TRAM.article
