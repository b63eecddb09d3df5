"""Reads claims by the topic of an article: what a word means in sports, novels and in court."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from briefing.domain import Role
from briefing.lexicon import table
from briefing.roles.claims import Claim
from briefing.roles.groups import groups
from briefing.roles.passages import Field

FICTION = re.compile(r"\b(?:novels?|novelists?|fiction|poems?|poets?|thrillers?)\b", re.IGNORECASE)
SPORTS = re.compile(
    r"\b(?:coach(?:es|ed)?|quarterbacks?|play-?offs?|touchdowns?|innings?|pitchers?|goalkeepers?|"
    r"midfielders?|strikers?|defenders|free agents?|free agency|super bowl|world series|"
    r"home runs?|rosters?|shortstops?|first basem[ae]n|rookies?|linebackers?|halftime|"
    r"grand prix|podium|pole position|midfield|champions league|world cup|"
    r"penalty kicks?|league title|transfer window|all-stars?|batters?|wickets?|batsm[ae]n)\b",
    re.IGNORECASE,
)
DOCTOR_SHOW = re.compile(r"\bDoctor Who\b")
CASE = re.compile(
    r"\b(?:(?:his|her|their|my|our|your|whose)\sclients?|defendants?|plead(?:ed|s)?|pled|"
    r"charged\s(?:with|in)|suspects?|arrested|arraigned|acquitted|convicted|jailed|custody|"
    r"imprisoned|in\sprison|sued|lawsuits?|jurors?|inmates?|detained)\b",
    re.IGNORECASE,
)
STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|research(?:ers?)?|scientists?|institutes?|think tanks?|universit(?:y|ies)|"
    r"authors?|findings|analysts?|economists?|journal|scholars?|published)\b",
    re.IGNORECASE,
)
TRIALS = frozenset({"trial", "trials"})
RULES = frozenset({"rule", "rules"})
BARE = frozenset({"report", "reports", "paper", "papers"})
LEAST = 2  # how many words make an article about novels, one of sports or one of a case
LAWYER_OF_CASE = 0.8  # logits: less than words that tell whose lawyer somebody is
LAWYERS = frozenset({"lawyer", "attorney", "barrister", "solicitor", "lawyers", "attorneys"})
PLACES = frozenset({"capital", "state", "area"})
GOVERNED = re.compile(r"\b(?:ministers?|ministry|governments?|embass(?:y|ies)|parliament)\b", re.I)


@lru_cache(maxsize=32)
def _tells_of(topic: re.Pattern[str], text: str) -> bool:
    found = [word.lower() for word in topic.findall(text)]
    if topic is SPORTS:  # not strikers and coaches of other kinds, nor what states say of a game
        found = [] if GOVERNED.search(text) else sorted(set(found))
    return len(found) >= LEAST


def read_by_topic(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims as meant in an article on its topic.

    Authors of novels are celebrities, "Boston" in a story on baseball is a team, the Doctor of
    a television series heals nobody, and a lawyer in a story on a case speaks for a client.
    """
    readings: tuple[tuple[re.Pattern[str], Callable[[Claim], Claim]], ...] = (
        (FICTION, _author),
        (SPORTS, _team),
        (DOCTOR_SHOW, _doctor),
        (CASE, _lawyer),
    )
    for topic, read in readings:
        if _tells_of(topic, text):
            claims = [read(claim) for claim in claims]
    claims = [claim for claim in claims if not _is_foreign(text, claim)]
    issued = any(groups()[c.group].kind in ("body", "state body", "office") for c in claims)
    if text and not issued and not _tells_of(STUDY, text):
        claims = [_report(claim) for claim in claims]
    return claims


@cache
def _places() -> tuple[re.Pattern[str], dict[str, str]]:
    """How countries, their capitals and peoples are found, and the country of each."""
    rows = table("roles/countries.tsv")
    country = {row[0]: row[3] if len(row) > 3 else row[0] for row in rows}
    longest_first = sorted(country, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), country


@lru_cache(maxsize=8)
def _countries(text: str) -> frozenset[str]:
    """The countries that an article names, by their capitals and peoples too."""
    pattern, country = _places()
    return frozenset(country[name] for name in pattern.findall(text))


@cache
def _home() -> dict[str, str]:
    """The country of each body of a single state that has initials for a name."""
    rows = table("roles/nations.tsv")
    return {row[0]: row[3] for row in rows if row[0].isupper() and len(row) > 3}


def _is_foreign(text: str, claim: Claim) -> bool:
    """Whether initials are those of a body abroad: "DPS", a party, where Arizona is told of."""
    home = _home().get(claim.words)
    if home is None or claim.group not in ("national", "party"):
        return False
    named = _countries(text)
    return bool(named) and home not in named


def _report(claim: Claim) -> Claim:
    """Reports of nobody named, in an article that tells of no study, may be anybody's."""
    if claim.group != "study" or claim.words.lower() not in BARE:
        return claim
    return replace(claim, group="unnamed", role=Role.UNKNOWN)


def _author(claim: Claim) -> Claim:
    return replace(claim, role=Role.PUBLIC) if claim.group == "author" else claim


def _team(claim: Claim) -> Claim:
    """A place that speaks is its team ("Boston signed the pitcher"), a rule one of the game."""
    if claim.group == "state-paper" and claim.words.lower() in RULES:
        return replace(claim, group="unnamed", role=Role.UNKNOWN)
    if claim.words.lower() == "city manager":
        return replace(claim, group="celebrity", role=Role.PUBLIC)
    if claim.field is not Field.NAME or claim.group not in PLACES:
        return claim
    return replace(claim, group="team", role=Role.BUSINESS, weight=groups()["team"].weight)


def _doctor(claim: Claim) -> Claim:
    if claim.group != "doctor" or "doctor" not in claim.words.lower():
        return claim
    return replace(claim, group="celebrity", role=Role.PUBLIC)


def _lawyer(claim: Claim) -> Claim:
    """A lawyer of a case speaks for a client, and a trial is no study."""
    if claim.group == "study" and claim.words.lower() in TRIALS:
        return replace(claim, group="unnamed", role=Role.UNKNOWN)
    if claim.group != "generic" or claim.words.split()[-1].lower() not in LAWYERS:
        return claim
    return replace(claim, group="relative", role=Role.PUBLIC, weight=LAWYER_OF_CASE)
