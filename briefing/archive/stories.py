"""Find the stories of earlier digests, each with all the articles that tell it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from briefing.archive.articles import Articles
from briefing.archive.database import Database
from briefing.archive.records import KeptStory
from briefing.archive.values import stamp, time_of

# A story with those it carries on, as pairs of the latest part and each part.
PARTS = """WITH RECURSIVE parts (head, part) AS (
        SELECT key, key FROM stories WHERE key IN ({marks})
        UNION
        SELECT parts.head, s.key FROM parts
        JOIN story_carried c ON c.story = parts.part
        JOIN stories s ON s.id = c.id AND s.key < parts.part)
    SELECT head, article FROM parts JOIN story_articles ON story = part
    WHERE article IS NOT NULL GROUP BY head, article ORDER BY head, article"""
BATCH = 500  # stories asked for at once; SQLite allows 32,766 values in a query
STORIES = """SELECT s.key, s.id, s.headline, s.last FROM stories s
    JOIN digests d ON d.key = s.digest
    WHERE s.last >= ?1 AND d.prepared < ?2 AND NOT EXISTS (
        SELECT 1 FROM story_carried c JOIN stories n ON n.key = c.story
        JOIN digests e ON e.key = n.digest
        WHERE c.id = s.id AND n.key > s.key AND e.prepared < ?2)
    ORDER BY s.key"""
EVER = "9"  # later than the stamp of any time


def find_stories(
    database: Database, articles: Articles, *, since: datetime, until: datetime | None
) -> Iterator[KeptStory]:
    """The stories whose last article is not older than `since`, oldest first, each with all
    articles of the parts that it carries on; of digests prepared before `until`."""
    rows = database.rows(STORIES, (stamp(since), EVER if until is None else stamp(until)))
    parts = find_parts(database, [row[0] for row in rows])
    for key, id_, headline, last in rows:
        told = tuple(articles.read(parts.get(key, [])))
        yield KeptStory(id_, headline, time_of(last), told)


def find_parts(database: Database, heads: Sequence[int]) -> dict[int, list[int]]:
    """The articles of these stories and of those that they carry on."""
    parts: dict[int, list[int]] = {}
    for start in range(0, len(heads), BATCH):
        batch = heads[start : start + BATCH]
        sql = PARTS.format(marks=", ".join("?" * len(batch)))
        for head, article in database.rows(sql, batch):
            parts.setdefault(head, []).append(article)
    return parts
