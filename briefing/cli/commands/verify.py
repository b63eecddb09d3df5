"""`briefing verify`: is every word of a briefing or a digest what its source says?"""

import json
import sys
from pathlib import Path
from typing import Any

from briefing.cli.command import takes
from briefing.cli.exits import ExitCode
from briefing.cli.options import TELLING, Settings
from briefing.errors import LoadError

STDIN = "-"
REMEDY = "give what --format json or ndjson wrote"


@takes("document", "archive", *TELLING)
def verify(settings: Settings) -> ExitCode:
    """Check a briefing or a digest, word by word, against the articles that it names.

    Articles that are no files are looked for in the archive.
    """
    from briefing.cli.messages import tell
    from briefing.cli.work import silence_libraries
    from briefing.verify import verify as check

    silence_libraries(debug=settings.debug)
    documents = parse_documents(read_document(settings.document), source=settings.document)
    texts: dict[str, str] = {}

    def read_text(source: str) -> str:
        if source not in texts:
            texts[source] = find_text(source, settings)
        return texts[source]

    problems = [problem for document in documents for problem in check(document, read_text)]
    for problem in problems:
        tell(str(problem))
    if not problems and not settings.quiet:
        tell(f"{settings.document}: every word is as in its source")
    return ExitCode.FAILURE if problems else ExitCode.OK


def read_document(source: str) -> str:
    """The text of a file, or of standard input.

    Raises: LoadError when it cannot be read.
    """
    try:
        if source != STDIN:
            return Path(source).read_text("utf-8")
        if sys.stdin is None:
            raise LoadError("standard input", "is closed", "name a file")
        return sys.stdin.buffer.read().decode("utf-8")
    except OSError as error:
        raise LoadError(source, f"cannot be read ({error.strerror})", "name another") from error
    except ValueError as error:
        raise LoadError(source, "is not text in UTF-8", REMEDY) from error


def parse_documents(text: str, *, source: str) -> list[Any]:
    """The briefings or digests in a text: one, a list of them, or one on each line.

    Raises: LoadError when there is none.
    """
    try:
        try:
            found = json.loads(text)
        except ValueError:
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise LoadError(source, f"is no JSON ({error})", REMEDY) from error
    documents = found if isinstance(found, list) else [found]
    if not documents:
        raise LoadError(source, "holds nothing to verify", REMEDY)
    return documents


def find_text(source: str, settings: Settings) -> str:
    """The text of the article in this file; if it is none, of the latest one in the archive.

    Raises: BriefingError when there is neither.
    """
    from briefing.cli.archiving import find_entries, open_archive
    from briefing.errors import ArchiveError
    from briefing.load import load

    try:
        if source != STDIN:
            return load(source).text
        unread = LoadError(source, "was standard input", REMEDY)
    except LoadError as error:
        unread = error
    try:
        with open_archive(settings) as archive:
            latest = find_entries(archive, [source])[-1]
            (article,) = archive.articles.read([latest.key])
    except ArchiveError as error:
        raise unread from error
    return article.text
