"""Turn the bytes of an article into text, whatever their encoding."""

import codecs
import re
import unicodedata

from briefing.errors import LoadError
from briefing.load.binary import is_garbled

# Byte order marks; the four-byte ones first, because UTF-16's begins UTF-32's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# `<meta charset="iso-8859-2">`, `content="text/html; charset=koi8-r"`, `<?xml encoding="…"?>`
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w:.-]+)""", re.I
)
# What a page may declare in its head; browsers look at the first 1,024 bytes, pages put it later.
HEAD = 4096
# How much of a long file the guess looks at: more makes it slower, not better.
SAMPLE = 1 << 16
# Declared names that browsers read as Windows-1252 (WHATWG Encoding Standard, section 4.2).
WESTERN = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"})
# Encodings in which nearly any bytes are letters of some script; files in them have a mark.
NO_GUESS = ("utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le")
# A sign in the middle of a word, where another encoding has a letter: `po³¹czenie`
SIGN_INSIDE = re.compile(r"[^\W\d_][¡-¬®-¶¸-¿×÷][^\W\d_]")
SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes, *, source: str) -> str:
    """The text of some bytes: by byte order mark, as UTF-16 or UTF-8, as declared, or guessed.

    A stray byte that does not fit becomes U+FFFD. A text in UTF-8 is returned as it is,
    newlines included; a byte order mark is left out.

    Raises: LoadError when no encoding fits.

    >>> decode("caf\\u00e9".encode("utf-16"), source="x")
    'café'
    >>> decode(b"\\x93Yes,\\x94 he said.", source="x")
    '“Yes,” he said.'
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _find_wide(data[:SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, source)


def replace_surrogates(text: str) -> str:
    """The text with each lone surrogate, which no file can hold, as U+FFFD; no offset moves.

    >>> replace_surrogates("a\\ud800b")
    'a\ufffdb'
    """
    return SURROGATE.sub("\ufffd", text)


def _find_wide(data: bytes) -> str | None:
    """Which UTF-16 some bytes without a mark are in.

    Latin text has a NUL in nearly every pair of bytes, any other one at least in its spaces.
    """
    pairs = len(data) // 2
    if pairs < 2 or b"\0" not in data:
        return None
    garbled = is_garbled(data.decode("latin-1"))
    even, odd = data[0::2], data[1::2]
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        nul = high.count(0)
        spaces = sum(a == 0 and b == 0x20 for a, b in zip(high, low, strict=False))
        if low.count(0) < 0.1 * pairs and (
            nul > 0.6 * pairs or (garbled and spaces > 0.05 * pairs)
        ):
            return encoding
    return None


def _decode_legacy(data: bytes, source: str) -> str:
    declared = DECLARED.search(data[:HEAD])
    if declared:
        text = _decode_declared(data, declared[1].decode("ascii").lower())
        if text is not None:
            return text
    if is_garbled(data[:SAMPLE].decode("latin-1")):
        raise LoadError(source, "is binary data, not text", "give plain text, Markdown or HTML")
    damaged = data.decode("utf-8", "replace")
    lost = damaged.count("\ufffd")
    if lost * 4 <= sum(character > "\x7f" for character in damaged) - lost:
        return damaged
    western = data.decode("cp1252", "replace")
    if looks_western(western):
        return western
    return _guess(data, source)


def _decode_declared(data: bytes, name: str) -> str | None:
    name = "cp1252" if name in WESTERN else name
    try:
        if not codecs.lookup(name)._is_text_encoding:
            return None
        return replace_surrogates(data.decode(name, "replace"))
    except (LookupError, UnicodeError):
        return None


def looks_western(text: str) -> bool:
    """Whether text decoded as Windows-1252 reads like a Western language.

    Its characters beyond ASCII must be few, and letters or the marks that print uses; another
    encoding read as this one has rows of them, or signs inside words. Wrong on a short text in
    another single-byte encoding with one or two accents.

    >>> looks_western("“naïve”, he said"), looks_western("Ïðèâåò, ìèð")
    (True, False)
    """
    if len(SIGN_INSIDE.findall(text)) > 1:
        return False
    beyond = [character for character in text if character > "\x7f"]
    letters = sum(character.isalpha() for character in text)
    strange = sum(unicodedata.category(c) in {"Cc", "Sm", "Sk", "So", "Cn"} for c in beyond)
    accents = sum(character.isalpha() for character in beyond)
    return accents <= 0.2 * letters and strange <= 0.2 * len(beyond)


def _guess(data: bytes, source: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_exclusion=list(NO_GUESS)).best()
    if best is None:
        raise LoadError(
            source, "is in no encoding that can be told", "save it as UTF-8 and try again"
        )
    return replace_surrogates(data.decode(best.encoding, "replace"))
