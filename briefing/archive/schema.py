"""Make the tables of an archive, and bring those of an older version up to date."""

import sqlite3
from collections.abc import Sequence

from briefing.errors import ArchiveError

# Marks the file as ours: `Brf1` in ASCII.
APPLICATION = 0x42726631

ARTICLES = (
    # An article's id is the beginning of its text's hash, in hexadecimal: no index of its own.
    "CREATE TABLE texts (key INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, data BLOB NOT NULL)",
    # One row for each text and source that it came from; `data` is the article but its text.
    # `state` is what digests know of it (kept, waiting, used, seen), `digest` the one that
    # took it first; `read` is when it was added last, `briefed` the version of the briefing
    # whose statements are indexed.
    """CREATE TABLE articles (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        source TEXT NOT NULL,
        text INTEGER NOT NULL REFERENCES texts,
        content BLOB NOT NULL,
        title TEXT,
        publisher TEXT,
        published TEXT,
        added TEXT NOT NULL,
        read TEXT NOT NULL,
        state TEXT NOT NULL,
        digest INTEGER,
        briefed TEXT,
        data BLOB NOT NULL,
        UNIQUE (source, text))""",
    "CREATE INDEX articles_by_text ON articles (text)",
    "CREATE INDEX articles_by_added ON articles (added)",
    "CREATE INDEX articles_waiting ON articles (key) WHERE state = 'waiting'",
    # The briefings of a text by the version of the models and options that made them;
    # `content` is the hash of what else they were made of.
    """CREATE TABLE briefings (
        key INTEGER PRIMARY KEY,
        text INTEGER NOT NULL REFERENCES texts,
        content BLOB NOT NULL,
        version TEXT NOT NULL,
        data BLOB NOT NULL,
        UNIQUE (text, version, content))""",
    """CREATE TABLE statements (
        key INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles,
        paragraph INTEGER NOT NULL,
        text TEXT NOT NULL,
        speaker TEXT,
        position TEXT,
        affiliation TEXT,
        role TEXT NOT NULL,
        kind TEXT NOT NULL,
        form TEXT NOT NULL,
        confidence REAL NOT NULL,
        time TEXT NOT NULL)""",
    "CREATE INDEX statements_by_article ON statements (article)",
    # Speakers are found by the full-text index: an index of their own would make every
    # statement touch a page of its own, and adding twice as slow in a large archive.
    """CREATE VIRTUAL TABLE statement_words USING fts5 (
        text, speaker, position, affiliation,
        content = 'statements', content_rowid = 'key',
        tokenize = 'porter unicode61 remove_diacritics 2')""",
    # Parts of the index are joined when there is time (`Upkeep.join`), not while adding, unless
    # there are 64 of a size: so adding is as fast in a large archive as in an empty one.
    "INSERT INTO statement_words (statement_words, rank) VALUES ('automerge', 0)",
    "INSERT INTO statement_words (statement_words, rank) VALUES ('crisismerge', 64)",
)

DIGESTS = (
    # `data` is the digest without its briefings, which `story_articles` lists.
    """CREATE TABLE digests (
        key INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        prepared TEXT NOT NULL,
        version TEXT NOT NULL,
        message_id TEXT NOT NULL UNIQUE,
        committed TEXT,
        data BLOB NOT NULL)""",
    "CREATE INDEX digests_by_day ON digests (day)",
    """CREATE TABLE deliveries (
        digest INTEGER NOT NULL REFERENCES digests ON DELETE CASCADE,
        target TEXT NOT NULL,
        started TEXT,
        finished TEXT,
        PRIMARY KEY (digest, target))""",
    """CREATE TABLE stories (
        key INTEGER PRIMARY KEY,
        digest INTEGER NOT NULL REFERENCES digests ON DELETE CASCADE,
        place INTEGER NOT NULL,
        id TEXT NOT NULL,
        headline TEXT NOT NULL,
        update_of TEXT,
        last TEXT NOT NULL)""",
    "CREATE INDEX stories_by_digest ON stories (digest)",
    "CREATE INDEX stories_by_id ON stories (id)",
    "CREATE INDEX stories_by_update ON stories (update_of)",
    "CREATE INDEX stories_by_last ON stories (last)",
    """CREATE TABLE story_articles (
        story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
        place INTEGER NOT NULL,
        article INTEGER REFERENCES articles ON DELETE SET NULL,
        PRIMARY KEY (story, place))""",
    "CREATE INDEX story_articles_by_article ON story_articles (article)",
)

INPUTS = (
    """CREATE TABLE fetches (
        url TEXT PRIMARY KEY,
        etag TEXT,
        modified TEXT,
        status INTEGER NOT NULL,
        fetched TEXT NOT NULL)""",
    """CREATE TABLE inputs (
        source TEXT PRIMARY KEY,
        failures INTEGER NOT NULL DEFAULT 0,
        reason TEXT,
        failed TEXT,
        read TEXT,
        renewed TEXT,
        first TEXT NOT NULL)""",
)

CONTENTS = (
    # What a delivery that began and did not end sends, so that it can go out again as it was.
    "ALTER TABLE deliveries ADD COLUMN content BLOB",
)

GONE = (
    # The sources of used and seen articles that were pruned: feeds go on listing them.
    "CREATE TABLE gone (source TEXT PRIMARY KEY, read TEXT NOT NULL) WITHOUT ROWID",
)

CARRIED = (
    # The ids of the stories that a story carries on: its `update_of`, and those it joins to it.
    """CREATE TABLE story_carried (
        story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
        id TEXT NOT NULL,
        PRIMARY KEY (story, id)) WITHOUT ROWID""",
    "CREATE INDEX story_carried_by_id ON story_carried (id)",
    """INSERT INTO story_carried SELECT key, update_of FROM stories
        WHERE update_of IS NOT NULL""",
    "DROP INDEX stories_by_update",
)

# Version n of the schema is what the first n steps make. Steps are only ever appended.
STEPS: tuple[tuple[str, ...], ...] = (ARTICLES, DIGESTS, INPUTS, CONTENTS, GONE, CARRIED)


def migrate(connection: sqlite3.Connection, *, steps: Sequence[Sequence[str]] = STEPS) -> None:
    """Bring the tables to the version of the last step; each step is one transaction."""
    while read_version(connection) < len(steps):
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = read_version(connection)  # another process may have been quicker
            if version < len(steps):
                for statement in steps[version]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def read_version(connection: sqlite3.Connection) -> int:
    """The version of the schema in a file; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_ours(connection: sqlite3.Connection, *, name: str, known: int = len(STEPS)) -> None:
    """Leave files alone that are not ours.

    Raises: ArchiveError when the file is another program's or of a later version.
    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    filled = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and (application or filled):
        raise ArchiveError(name, "is the database of another program", "name another --archive")
    version = read_version(connection)
    if version > known:
        problem = f"is of version {version}, and this program knows up to {known}"
        raise ArchiveError(name, problem, "install a later briefing")
