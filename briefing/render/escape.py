"""Make text from articles safe to show: controls become visible, nothing is obeyed."""

import re
import unicodedata

# Line feeds, tabs and the like, which wrapping turns into one space. No-break spaces stay.
SPACES = re.compile(r"[ \t\n\r\v\f\x85\u2028\u2029]+")

# What a terminal or browser would obey or could not show: C0 and C1 controls, DEL,
# embeddings, overrides and isolates of the bidirectional algorithm, annotation marks,
# tag characters (hidden text), surrogates and non-characters. Not: joiners and the marks
# LRM, RLM and ALM, without which emoji, Persian and Hebrew would come out wrong.
OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u206f\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)

# Soft hyphens: only hints for hyphenation, drawn by some terminals as hyphens.
SOFT_HYPHEN = "\xad"

# Typographic signs and what they become where only ASCII can be printed.
ASCII = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛‹›", "'"),
        **dict.fromkeys("\u2010\u2011\u2012–—―−", "-"),
        **dict.fromkeys("\xa0\u202f\u2007\u2009\u200a", " "),
        **dict.fromkeys("•·", "*"),
        **dict.fromkeys("\u200b\u200e\u200f\ufeff", ""),
        "…": "...",
    }
)

# What Markdown may take for markup anywhere in a line: emphasis, code, links, html, tables …
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$^&!])")

# … and what it takes for markup at the beginning of a block: lists `- `, `+ `, `1.`, `2)`,
# rules `---` and headings underlined by `===`.
MARKDOWN_START = re.compile(r"^(\s*)(?:([-+=])|(\d{1,9})([.)]))")

# Bare addresses, which many renderers turn into links: `https://`, `www.`, `name@host`.
MARKDOWN_LINK = re.compile(r"(://|@)(?=\w)|\b(www)\.(?=\w)", re.IGNORECASE)


def show_controls(text: str, *, unicode: bool = True) -> str:
    r"""The text on one line, with every character that would be obeyed made visible.

    White space of any length becomes one space. With `unicode` false the result is ASCII:
    accents are dropped, all else that ASCII lacks is escaped.

    >>> print(show_controls("a\x1b[31m\nb\u202ec\ud800"))
    a␛[31m b\u202ec\ud800
    >>> print(show_controls("“Zoë”\x07 安", unicode=False))
    "Zoe"\x07 \u5b89
    """
    if unicode:
        return replace_controls(text).strip(" ")
    folded = unicodedata.normalize("NFD", _on_one_line(text).strip(" ").translate(ASCII))
    kept = "".join(
        letter
        for before, letter in zip(" " + folded, folded, strict=False)
        if not (unicodedata.combining(letter) and before.isascii())
    )
    shown = OBEYED.sub(lambda match: _code(match[0]), kept)
    return unicodedata.normalize("NFC", shown).encode("ascii", "backslashreplace").decode("ascii")


def replace_controls(text: str) -> str:
    """As `show_controls`, but with the spaces at both ends: for pieces of a text."""
    return OBEYED.sub(lambda match: _picture(match[0]), _on_one_line(text))


def _on_one_line(text: str) -> str:
    return SPACES.sub(" ", text.replace(SOFT_HYPHEN, ""))


def _picture(char: str) -> str:
    number = ord(char)
    if number < 0x20:
        return chr(0x2400 + number)
    return "\N{SYMBOL FOR DELETE}" if number == 0x7F else _code(char)


def _code(char: str) -> str:
    number = ord(char)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def escape_markdown(text: str) -> str:
    r"""One line of text as Markdown that shows exactly this text.

    >>> print(escape_markdown("1. *Not* a <b>list</b> [x](http://y.org)"))
    1\. \*Not\* a \<b\>list\</b\> \[x\](http\://y.org)
    """
    escaped = MARKDOWN.sub(r"\\\1", text)
    escaped = MARKDOWN_LINK.sub(lambda m: f"{m[2]}\\." if m[2] else "\\" + m[1], escaped)
    return MARKDOWN_START.sub(
        lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", escaped
    )


def escape_html(text: str) -> str:
    """One line of text as HTML, safe in elements and in quoted attributes.

    >>> escape_html('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    for char, entity in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#39")):
        text = text.replace(char, f"&{entity};")
    return text
