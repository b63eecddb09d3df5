"""Read what lies in a ZIP archive, within limits; Word documents are such archives too."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from briefing.domain import Failure
from briefing.errors import LoadError
from briefing.sources.articles import make_article
from briefing.sources.context import Context, fail
from briefing.sources.docx import MAIN, read_docx_text
from briefing.sources.kinds import SUFFIXES
from briefing.sources.material import Material
from briefing.sources.steps import Steps

MAX_MEMBERS = 20_000
# Bytes of one member and of all read of one archive, uncompressed.
MAX_MEMBER, MAX_TOTAL = 50_000_000, 500_000_000
# Text shrinks to a tenth; a member that grows more than this beyond the first million is a bomb.
MAX_RATIO, RATIO_FROM = 200, 1_000_000
# Archives in archives, messages in messages, at most.
MAX_WITHIN = 3
BOMB = "unpack it yourself and give the files, if you trust it"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def read_zip(material: Material, context: Context) -> Steps:
    """The articles of the files in an archive, in the order of its list; or a Word document's.

    Other files than those with the suffix of a kind that can be read are passed over.
    """
    try:
        archive = zipfile.ZipFile(material.stream)
    except (*BROKEN, RecursionError) as error:
        raise LoadError(material.source, "is a broken ZIP archive", "pack it again") from error
    with archive:
        members = archive.infolist()
        if any(member.filename == MAIN for member in members):
            yield from _read_docx(archive, material, context)
            return
        if material.within >= MAX_WITHIN:
            raise LoadError(material.source, "lies too deep in other archives", BOMB)
        if len(members) > MAX_MEMBERS:
            raise LoadError(material.source, f"holds more than {MAX_MEMBERS:,} files", BOMB)
        yield from _read_members(archive, material, context)


def _read_docx(archive: zipfile.ZipFile, material: Material, context: Context) -> Steps:
    if context.wants(material.source, material.changed):
        data = unpack(archive, archive.getinfo(MAIN), material.source, MAX_MEMBER)
        text = read_docx_text(data, source=material.source)
        yield context.give(make_article(text, source=material.source))


def _read_members(archive: zipfile.ZipFile, material: Material, context: Context) -> Steps:
    from briefing.sources.reading import read_material

    left = MAX_TOTAL
    found = False
    for member in choose_members(archive):
        found = True
        source = f"{material.source}!{member.filename}"
        if is_outside(member.filename):
            yield Failure(source, f"has a name that leads out of its archive; {BOMB}")
            continue
        try:
            data = unpack(archive, member, source, min(left, MAX_MEMBER))
        except LoadError as error:
            yield fail(error)
            continue
        left -= len(data)
        yield from read_material(
            Material(
                source,
                member.filename,
                BytesIO(data),
                changed=material.changed,
                within=material.within + 1,
            ),
            context,
        )
    if not found:
        yield Failure(material.source, "holds no articles; name the files")


def choose_members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """The members that may be read: not directories, nor hidden, and of a known suffix."""
    for member in archive.infolist():
        path = PurePosixPath(member.filename.replace("\\", "/"))
        hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts)
        if not member.is_dir() and not hidden and path.suffix.lower() in SUFFIXES:
            yield member


def is_outside(name: str) -> bool:
    """Whether the name of a member leads out of its archive, or hides what it is.

    >>> is_outside("a/b.txt"), is_outside("../b.txt"), is_outside("C:\\\\b.txt")
    (False, True, True)
    """
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":" or not name.isprintable()


def unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str, limit: int) -> bytes:
    """The bytes of a member; what its header says of its size is not believed.

    Raises: LoadError when it is locked, broken or too large.
    """
    if member.flag_bits & 1:
        raise LoadError(source, "is locked by a password", "pack it without a password")
    bound = min(limit, max(RATIO_FROM, member.compress_size * MAX_RATIO))
    try:
        with archive.open(member) as stream:
            data = stream.read(bound + 1)
    except (*BROKEN, RuntimeError) as error:
        raise LoadError(source, "is broken in its archive", "pack it again") from error
    if len(data) > bound:
        raise LoadError(source, f"unpacks to more than {bound:,} bytes", BOMB)
    return data
