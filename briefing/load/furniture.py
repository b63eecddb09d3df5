"""Recognise the pieces of an article that are no part of its story: bylines, captions, links."""

import re
from functools import cache

from briefing.domain import BlockKind
from briefing.lexicon import table, words
from briefing.load.dates import is_date_line

# Longer than this, a piece is prose, however it begins (measured in characters).
LONGEST = 600
LONGEST_LINE = 250
# `Correction:`, `CORRECTION (May 6):`, `Clarification —`, `CORRECTION APPENDED`
CORRECTION = re.compile(
    r"[*(\[]*\s*(?:(?:corrections?|clarifications?|errat(?:um|a)|corrigendum|update)\b[^:.—–]{0,40}(?::|\s[—–-]+\s)"
    r"|corrections? (?:appended|and clarifications?)|for the record:)",
    re.I,
)
# `This story has been updated to …`, `An earlier version of this article misstated …`
AMENDED = re.compile(
    r"[*(\[]*\s*(?:this|the|an?) (?:(?:earlier|previous|original|prior) versions? of this |(?:news )?)"
    r"(?:article|story|report|post|piece|column|headline|page|version)\b"
    r".{0,120}?\b(?:(?:has|have|had) been (?:\w+ )?(?:updated|corrected|amended|revised|changed|clarified)"
    r"|(?:was|were) (?:updated|corrected|amended|revised) |misstated|misidentified|incorrectly|misspelled"
    r"|erroneously|wrongly|gave the wrong)",
    re.I | re.S,
)
# `Editor's note:`, `Copyright 2011 …`, `The views expressed …`, `Disclosure:`
NOTE = re.compile(
    r"[*(\[_]*\s*(?:(?:editor['’]?s['’]?|author['’]?s|publisher['’]?s|reader) note\b|note to (?:editors|readers)\b|eds?\.?:"
    r"|(?:copyright\b|\(c\)|©)\s*(?:\(c\)|©|the |[\d,–-]+|[A-Z]|$)|all rights reserved\b|disclaimer:|disclosure:"
    r"|(?:the )?(?:views|opinions?) (?:and opinions )?expressed (?:in|by|here|are)\b"
    r"|this (?:material|article|story) (?:may not|was originally|originally|first|is republished|was first|was produced|was provided)\b"
    r"|originally published\b|advertisement\b\W*$|sponsored\b\W*$|\W*ends?\W*$|-+ ?30 ?-+$|source: |sources: |\(?h/t )",
    re.I,
)
RIGHTS = re.compile(
    r"all rights reserved\.?|(?:published|broadcast), (?:re)?written or redistributed", re.I
)
# `Photo: …`, `(Photograph by …)`, `Image credit: …`, `FILE - In this …`
CAPTION = re.compile(
    r"[(\[]?\s*(?:(?:file |handout |stock |cover |main |lead )?(?:photo(?:graph)?s?|images?|pictures?|pic|illustration|graphic|video|map|chart|credit)"
    r"(?: (?:credit|caption|source|illustration|courtesy|by|from|via|copyright|©)\b.{0,40}?)?\s?(?::|©|\bby [A-Z]|\bcourtesy|\b[A-Z][\w.]+(?: [A-Z][\w.]+)*\s?/|/)"
    r"|image(?: source| caption|s)?\b.{0,60}(?:getty|reuters|afp|\bap\b)|caption:|FILE\s?[-–—]+ )",
    re.I,
)
# A caption ends with its credit: `(AP Photo/…)`, `(Reuters)`, `| Getty Images`, `/ AFP`
CREDIT_END = re.compile(
    r"\((?:[^()]{0,40}(?:photo|image|getty|file)[^()]{0,60})\)\.?$"
    r"|(?:/|via|\||—|–|-|:|©|^)\s?(?:getty(?: images)?|shutterstock|ap|ap photo|ap images|reuters|afp|epa|istock|flickr|wikimedia commons)\.?$",
    re.I,
)
# `Read more: …`, `RELATED:`, `Follow us on …`, `Sign up for …`, `Watch the interview below:`
LABELLED_LINK = re.compile(
    r"[\[(>»→*-]*\s*(?:read (?:more|also|next|this|the full|our|all|on)|more (?:on this|from|about|in|stories|coverage|news)|related(?: (?:stories|articles|content|coverage|links?|news|topics?|reading))?"
    r"|see (?:also|more)|also (?:read|see|on|watch|from)|recommended|don['’]t miss|must read|trending|you (?:may|might) (?:also )?like|(?:full|continue) (?:story|reading|coverage|transcript)|previously|up next|watch(?: (?:more|now|live|next))?|listen(?: (?:now|live))?|in pictures|most read|top stories|further reading|tags?|topics?|filed under|share(?: this)?|comments?)\s?(?::|»|>|→|\W*$)",
    re.I,
)
ASKING_LINK = re.compile(
    r"[\[(>»→*-]*\s*(?:(?:like|follow|find|join|add|friend) (?:us|me|him|her|the page|[\w .’'-]{2,40}) on (?:the )?(?:\w+ and )?(?:facebook|twitter|x\b|instagram|tiktok|linkedin|youtube|telegram|whatsapp|meerkat|google|mastodon|bluesky|threads|snapchat)"
    r"|follow (?:on )?(?:twitter|meerkat|@|#)[\s:@\w]*|follow @\w+|(?:on )?(?:twitter|facebook|instagram): ?@|(?:\w+ ){0,3}?like the page:"
    r"|(?:for more,? )?(?:sign up|subscribe|register|log in|sign in|tune in)\b.{0,80}\b(?:newsletters?|e-?mails?|updates|alerts|podcasts?|here|channel|today|free|account|in|news)\b"
    r"|subscribe (?:to|now|today)\b|click (?:here|on|to|through)\b|tap here\b|(?:watch|listen to|view|see|read|check out|download|hear) .{0,120}?\b(?:here|below|above)\W*$"
    r"|watch .{0,60}? weekdays\b|(?:watch|see|view|read) (?:the |a )?(?:full |complete )?(?:video|clip|transcript|interview|gallery|results?|story|article|report|statement)\b.{0,60}$"
    r"|view full results|share your (?:thoughts|story|views|opinions?)|tell us what you think|have your say|e-?mail(?: us)?: ?\S+@|contact (?:the )?(?:us|author|reporter|writer|editor|desk)\b"
    r"|do you have (?:a story|information|any|more|an? \w+ tip)|got a (?:story|tip)|write to us|send (?:us|your)|full transcript\b|support (?:our|us|independent) "
    r"|read more (?:of|about|at|on|from|in) )",
    re.I,
)
# `https://…`, `www.…`, `name@paper.example`, `@handle.`, `pic.twitter.com/…`
ADDRESS = re.compile(
    r"\W*(?:https?://\S+|www\.\S+|pic\.twitter\.com/\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+)[\s.,;)]*",
    re.I,
)
# `<tweet …>`, `width:100px;`, `}`
MARKUP = re.compile(r"<[/!]?\w[^<>]*>?.*>?\.?|[\w-]+:\s?[\w#%., -]+;|[{}]\.?", re.S)
BY = re.compile(
    r"(?:by|text by|words by|story by|written by|report by|posted by|author|from)\b:?\s+(?=\S)",
    re.I,
)
# `Reporting by …; editing by …`, `(Additional reporting by …)`, `Contributing: …`
CREDITS = re.compile(
    r"[-–—(\[*\s]*(?:(?:additional |extra |further )?(?:reporting|research|writing|editing|translation|production|photography) (?:by|from|in)\b(?=\s*:?\s*[A-Z])"
    r"|(?:compiled|edited|translated|produced|reported|written|photographed) by\b(?=\s*:?\s*[A-Z])|contribut(?:ing|ors?|ed)(?: (?:writers?|reporters?))?\s?:|with (?:reporting|files) (?:by|from)\b)",
    re.I,
)
# `J. Doe and K. Roe contributed to this report.`, `Roe reported from Oslo.`
CONTRIBUTED = re.compile(
    r"[-–—(\[*\s]*(?=[A-Z])[^!?\"“”]{3,300}?\b(?:(?:also )?contributed (?:\w+ ){0,2}?(?:to|for) this (?:report|story|article|post|piece)\b|contributed reporting\b|contributed(?: from [A-Z][\w ,.]+)?\.?\)?$"
    r"|(?:wrote|reported)(?: and (?:wrote|reported))?(?: this (?:story|article))? from [A-Z][\w .,-]{2,60}(?:[.)]*$|[;,] ))[^\"“”]{0,300}$",
    re.S,
)
SAID = re.compile(r"\b(?:said|says|told|that|who|which|will|would|was|were|has|had|is|are)\b")
NAME_WORD = re.compile(r"[^\W\d_][\w.’'-]*[,;|.]?|&|\||,|[-–—/]")
ROLE = re.compile(
    r"\b(?:staff writer|correspondent|reporter|columnist|editor|bureau chief|contributor|news service|press|staff)\b",
    re.I,
)


def name_furniture(piece: str) -> BlockKind | None:
    """The kind of a piece that is no prose, judged by its own words; None for anything else.

    >>> name_furniture("Read more: how it began"), name_furniture("By Ada Roe in Oslo")
    (<BlockKind.LINK: 'link'>, <BlockKind.BYLINE: 'byline'>)
    >>> name_furniture("Rain is coming, the minister said.")
    """
    if not any(character.isalpha() for character in piece) or MARKUP.fullmatch(piece):
        return BlockKind.DATE if is_date_line(piece) else BlockKind.NOTE
    if len(piece) > LONGEST and not RIGHTS.search(piece[-100:]):
        return None
    if CORRECTION.match(piece) or AMENDED.match(piece):
        return BlockKind.CORRECTION
    if NOTE.match(piece) or (RIGHTS.search(piece) and len(piece) < LONGEST_LINE):
        return BlockKind.NOTE
    if is_date_line(piece):
        return BlockKind.DATE
    if is_byline(piece):
        return BlockKind.BYLINE
    if len(piece) > LONGEST_LINE:
        return None
    if CAPTION.match(piece) or CREDIT_END.search(piece):
        return BlockKind.CAPTION
    if LABELLED_LINK.match(piece) or ASKING_LINK.match(piece) or ADDRESS.fullmatch(piece):
        return BlockKind.LINK
    return None


def is_byline(piece: str) -> bool:
    """Whether a piece names the authors and nothing else.

    >>> is_byline("By our political staff"), is_byline("By Monday the snow had gone.")
    (True, False)
    """
    if CREDITS.match(piece):
        return True
    if CONTRIBUTED.match(piece):
        return True
    start = BY.match(piece)
    if start:
        return _holds_names(piece[start.end() :])
    bare = piece.rstrip(".")
    if bare in _agencies():
        return True
    return len(piece) <= 80 and bool(ROLE.search(piece)) and _holds_names(piece, bare=True)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name for row in table("load/agencies.txt") for name in row[:2])


def _holds_names(phrase: str, *, bare: bool = False) -> bool:
    """Whether a phrase is made of names and of words that bylines use."""
    tokens = phrase.split()
    if not 1 <= len(tokens) <= 16 or any(not NAME_WORD.fullmatch(token) for token in tokens):
        return False
    known = words("load/byline_words.txt")
    names = 0
    for token in tokens:
        word = token.strip(",;|.")
        if word.lower() in known:
            continue
        if not word or not word[0].isalpha():
            continue
        if not word[0].isupper():
            return False
        names += 1
    if bare:
        return 2 <= names <= 6 and "," in phrase or "|" in phrase
    return names != 1 or tokens[0].isupper() or len(tokens) > 1
