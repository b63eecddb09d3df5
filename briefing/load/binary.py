"""Name the kind of file that some bytes are when they are no text."""

# The first bytes of files that hold no article text, longest first where one begins another.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "an executable (ELF)"),
    (b"\xfe\xed\xfa", "an executable (Mach-O)"),
    (b"\xcf\xfa\xed\xfe", "an executable (Mach-O)"),
    (b"\xca\xfe\xba\xbe", "an executable (Java or Mach-O)"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"ID3\x02", "an MP3 recording"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"OggS\0", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
)
# Kinds told by bytes further in: (start, position, bytes there, name).
DEEPER: tuple[tuple[bytes, int, bytes, str], ...] = (
    (b"RIFF", 8, b"WEBP", "a WebP image"),
    (b"RIFF", 8, b"WAVE", "a WAV recording"),
    (b"RIFF", 8, b"AVI ", "an AVI film"),
    (b"BM", 6, b"\0\0\0\0", "a BMP image"),
    (b"", 4, b"ftyp", "an MP4 film or HEIC image"),
    (b"", 257, b"ustar", "a tar archive"),
)
# Control characters beyond this share of a text mean that it is none.
CONTROL_SHARE = 0.05
CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\r\f\v\b\x1b") | {"\x7f"}


def name_binary(data: bytes) -> str | None:
    """What kind of file some bytes begin like, or None where they may be text.

    >>> name_binary(b"%PDF-1.7"), name_binary(b"Rain is coming.")
    ('a PDF document', None)
    """
    for start, name in SIGNATURES:
        if data.startswith(start):
            return name
    for start, position, inside, name in DEEPER:
        if data.startswith(start) and data[position : position + len(inside)] == inside:
            return name
    if data.startswith(b"MZ") and b"\0" in data[:64]:
        return "an executable (Windows)"
    return None


def is_garbled(text: str) -> bool:
    """Whether too many control characters stand in a text for it to be one.

    >>> is_garbled("a\\x01\\x02\\x03"), is_garbled("one stray \\0 in a line of text")
    (True, False)
    """
    sample = text[: 1 << 16]
    return sum(character in CONTROLS for character in sample) > CONTROL_SHARE * len(sample)
