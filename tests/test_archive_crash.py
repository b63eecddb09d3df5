"""Killed at any moment, an archive is sound and holds each write whole or not at all."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.archive import Archive

TESTS = Path(__file__).parent
# Adds three articles at a time, makes a digest of them, delivers it into a file, commits; then
# again. An unfinished digest is delivered first, unless its delivery had begun.
WORK = """
import sys
from pathlib import Path
from archive_samples import NOW, VERSION, make_briefing, make_digest, make_story
from briefing.archive import Archive
folder = Path(sys.argv[1])

def deliver(archive, kept):
    target = kept.deliveries[0].target
    if kept.deliveries[0].finished is None:
        archive.digests.start(kept.key, target, now=NOW)
        sources = [b.article.source for s in archive.digests.read(kept.key).stories
                   for b in s.briefings]
        (folder / kept.message_id).write_text(" ".join(sources))  # the same bytes each time
        archive.digests.finish(kept.key, target, now=NOW)
    archive.digests.commit(kept.key, now=NOW)

with Archive.open(folder / "archive.db") as archive:
    print("open", flush=True)
    for kept in archive.digests.unfinished():
        deliver(archive, kept)
    while True:
        number = len(archive.articles.entries())
        words = {"words": "rain is coming"}
        archive.articles.add(
            [make_briefing(f"{n}: rain is coming", words, source=f"{n}.txt")
             for n in range(number, number + 3)],
            version=VERSION, now=NOW, waiting=True)
        waiting = list(archive.articles.briefings(archive.articles.waiting()))
        key = archive.digests.prepare(
            make_digest(make_story(f"s{number}", *waiting)), message_id=f"m{number}",
            targets=["file"], version=VERSION, now=NOW)
        deliver(archive, archive.digests.kept(key))
"""


def run_and_kill(folder, seconds):
    """Let the work run for some time, then kill it."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORK, str(folder)],
        stdout=subprocess.PIPE,
        cwd=TESTS.parent,
        env={"PYTHONPATH": f"{TESTS}:{TESTS.parent}"},
    )
    assert process.stdout.readline() == b"open\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


@pytest.mark.parametrize("seed", range(6))
def test_after_a_kill_every_article_is_in_one_digest_or_waits(tmp_path, seed):
    moments = random.Random(seed)
    for _ in range(2):
        run_and_kill(tmp_path, moments.uniform(0, 0.4))
    with Archive.open(tmp_path / "archive.db") as archive:
        assert archive.upkeep.check() == ()
        entries = archive.articles.entries()
        assert len(entries) % 3 == 0
        assert archive.database.value("SELECT count(*) FROM statements") == len(entries)
        delivered = [source for path in tmp_path.glob("m*") for source in path.read_text().split()]
        assert len(delivered) == len(set(delivered))
        left = [b.article.source for b in archive.articles.briefings(archive.articles.waiting())]
        undelivered = [
            briefing.article.source
            for kept in archive.digests.unfinished()
            for story in archive.digests.read(kept.key).stories
            for briefing in story.briefings
        ]
        everywhere = {*delivered, *left, *undelivered}
        assert everywhere == {entry.source for entry in entries}
        assert not set(left) & {*delivered, *undelivered}
