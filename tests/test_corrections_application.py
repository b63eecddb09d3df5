"""What the user knows is applied, told in the evidence, and set against the article's words."""

from datetime import UTC, datetime

import pytest

from briefing.corrections import (
    apply_corrections,
    correct_name,
    parse_corrections,
    parse_register,
)
from briefing.domain import (
    Attribution,
    Grade,
    Role,
    RoleDecision,
    Section,
    Span,
    Speaker,
    Statement,
    Status,
)

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
FOUND = RoleDecision(Role.PUBLIC, ("name: skipper",), 0.8)
UNKNOWN = RoleDecision(Role.UNKNOWN, ("no words tell who speaks",), 0.5)


def said(speaker, decision=FOUND, at=0):
    attribution = Attribution((), (), (Span(at, at + 5),), confidence=0.5)
    confidence = 0.5 * speaker.confidence * decision.confidence
    return Statement(attribution, speaker, decision, 1, confidence)


def corrected(speakers, toml, decisions=(), publisher="Northern Courier"):
    decisions = list(decisions) or [FOUND] * len(speakers)
    statements = [said(*pair) for pair in zip(speakers, decisions, strict=True)]
    corrections = parse_corrections("c.toml", toml)
    return apply_corrections(statements, corrections, None, published=NOON, publisher=publisher)


def entry(*lines):
    return "\n".join(("[[correction]]", *lines, ""))


def test_without_corrections_nothing_changes():
    statements = (said(Speaker("Ada Moor")),)
    for nothing in (None, parse_corrections("c.toml", "")):
        done = apply_corrections(statements, nothing, None, published=None, publisher=None)
        assert done == (statements, ())


@pytest.mark.parametrize(
    ("lines", "applies"),
    [
        (['name = "ada moor"'], True),
        (['name = "Ada Moor-Lind"', 'aliases = ["Ada Moor"]'], True),
        (['glob = "Ada *"'], True),
        (['regex = "(Ada|Ida) Moor"'], True),
        (['publisher = "Northern *"'], True),
        (['name = "Ada Moor"', 'publisher = "northern courier"'], True),
        (['name = "Ada Moor"', 'publisher = "Southern *"'], False),
        (['name = "Moor"'], False),
        (['glob = "Ada"'], False),
        (['regex = "Moor"'], False),
    ],
)
def test_an_entry_is_about_those_whom_it_names(lines, applies):
    (one,), _ = corrected([Speaker("Ada Moor")], entry(*lines, 'role = "expert"'))
    assert (one.decision.role is Role.EXPERT) is applies
    told = "correction: role set to expert (c.toml, entry 1)"
    assert (told in one.decision.evidence) is (told in one.speaker.evidence) is applies


def test_a_corrected_role_is_sure_and_moves_the_statement_to_its_section():
    (one,), notes = corrected([Speaker("Ada Moor")], entry('name = "Ada Moor"', 'role = "expert"'))
    assert one.section is Section.EXPERT
    assert one.decision.confidence == 1.0
    assert one.confidence == pytest.approx(0.5)
    assert one.decision.evidence[0] == "name: skipper"
    assert notes == ()


def test_facts_are_replaced_and_a_contradiction_noted():
    toml = entry('name = "Ada Moor"', 'position = "harbour master"', 'affiliation = "Lund"')
    speaker = Speaker("Ada Moor", "skipper", status=Status.FORMER)
    (one,), notes = corrected([speaker], toml)
    assert (one.speaker.position, one.speaker.affiliation) == ("harbour master", "Lund")
    assert one.speaker.status is Status.CURRENT
    assert one.speaker.evidence == (
        "correction: position set to harbour master (c.toml, entry 1)",
        "correction: affiliation set to Lund (c.toml, entry 1)",
    )
    article = "Ada Moor: the article has the position “skipper”, the correction “harbour master”"
    assert notes == (f"{article} (c.toml, entry 1)",)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (['position = "former mayor"'], Status.FORMER),
        (['position = "mayor"', 'status = "acting"'], Status.ACTING),
        (['status = "designate"'], Status.DESIGNATE),
        (['affiliation = "Lund"'], Status.CURRENT),
    ],
)
def test_status_is_that_of_the_position_unless_given(lines, status):
    (one,), _ = corrected([Speaker("Ada Moor", "mayor")], entry('name = "Ada Moor"', *lines))
    assert one.speaker.status is status


def test_an_empty_position_takes_a_wrong_one_away():
    toml = entry('name = "Ada Moor"', 'position = ""')
    (one,), notes = corrected([Speaker("Ada Moor", "skipper")], toml)
    assert one.speaker.position is None
    assert one.speaker.evidence == ("correction: position left out (c.toml, entry 1)",)
    assert notes == ()


def test_later_entries_go_before_earlier_ones():
    toml = entry('glob = "*"', 'role = "civil"', 'position = "clerk"')
    toml += entry('name = "Ada Moor"', 'role = "expert"')
    (one,), _ = corrected([Speaker("Ada Moor")], toml)
    assert (one.decision.role, one.speaker.position) == (Role.EXPERT, "clerk")
    assert not [line for line in one.decision.evidence if "civil" in line]


def test_an_alias_makes_one_speaker_of_two():
    toml = entry('name = "Ada Moor"', 'aliases = ["A. Moor", "Mrs Lind"]')
    full = Speaker("Ada Moor", "geologist", "Lund", mentions=(Span(0, 8),))
    short = Speaker("Mrs Lind", mentions=(Span(20, 28),), descriptions=(Span(30, 40),))
    expert = RoleDecision(Role.EXPERT, ("title: geologist",), 0.9)
    done, _ = corrected([full, short], toml, [expert, UNKNOWN])
    for one in done:
        assert (one.speaker.name, one.speaker.position) == ("Ada Moor", "geologist")
        assert one.speaker.affiliation == "Lund"
        assert one.speaker.mentions == (Span(0, 8), Span(20, 28))
        assert one.speaker.descriptions == (Span(30, 40),)
        assert one.decision.role is Role.EXPERT
    told = "correction: name set to Ada Moor, article has Mrs Lind (c.toml, entry 1)"
    assert told in done[1].speaker.evidence
    assert told in done[1].decision.evidence
    assert told not in done[0].speaker.evidence
    assert done[1].confidence == pytest.approx(0.5 * 0.9)


def test_an_entry_finds_those_whom_an_earlier_one_renamed():
    toml = entry('name = "Ada Moor"', 'aliases = ["Mrs Lind"]')
    toml += entry('name = "Ada Moor"', 'role = "expert"')
    (one,), _ = corrected([Speaker("Mrs Lind")], toml)
    assert one.decision.role is Role.EXPERT


def test_members_of_a_joint_source_are_renamed_one_by_one():
    toml = entry('name = "Ada Moor"', 'aliases = ["Moor"]', 'role = "expert"', 'position = "x"')
    toml += entry('name = "Bo Lind"', 'role = "civil"')
    joint = Speaker("Moor + Bo Lind", members=("Moor", "Bo Lind"))
    turned = Speaker("Bo Lind + Moor", members=("Bo Lind", "Moor"))
    one, other = corrected([joint, turned], toml)[0]
    assert (one.speaker.name, one.speaker.members) == (
        "Ada Moor + Bo Lind",
        ("Ada Moor", "Bo Lind"),
    )
    assert (one.decision.role, other.decision.role) == (Role.EXPERT, Role.CIVIL)
    assert one.speaker.position is None


def test_members_who_are_one_are_no_joint_source():
    toml = entry('name = "Ada Moor"', 'aliases = ["Moor"]')
    joint = Speaker("Moor + Ada Moor", members=("Moor", "Ada Moor"))
    (one,), _ = corrected([joint], toml)
    assert (one.speaker.name, one.speaker.members) == ("Ada Moor", ())


def test_a_principal_is_renamed():
    toml = entry('name = "Ada Moor"', 'aliases = ["Moor"]')
    (one,), _ = corrected([Speaker("spokesman", principal="Moor")], toml)
    assert one.speaker.principal == "Ada Moor"
    told = "correction: speaks for Ada Moor, article has Moor (c.toml, entry 1)"
    assert told in one.speaker.evidence


def test_who_cannot_be_told_is_left_so():
    (one,), _ = corrected([Speaker(None)], entry('glob = "*"', 'role = "expert"'))
    assert one == said(Speaker(None))


def test_a_name_alone_is_corrected_too():
    corrections = parse_corrections("c.toml", entry('name = "Ada Moor"', 'aliases = ["Moor"]'))
    assert correct_name("moor", corrections, publisher=None) == "Ada Moor"
    assert correct_name("moor", None, publisher=None) == "moor"
    assert correct_name(None, corrections, publisher=None) is None


REGISTER = """name;position;affiliation;role;from;until
Ada Moor;Foreign Minister;Lund;official;2023-09-13;
Ada Moor;Deputy Minister of Ports;Lund;official;2020-01-01;2023-09-12
Bo Lind;Mayor;Elm;official;2019-01-01;2024-05-05
Cy Rask;Mayor;Elm;;;
Di Falk;Mayor;Elm;official;2030-01-01;
Eva Holt;Judge;;official;2020-01-01;
Eva Holt;Dean;;expert;2020-01-01;
"""


def consulted(speaker, decision=UNKNOWN, published=NOON):
    register = parse_register("r.csv", REGISTER)
    (one,), notes = apply_corrections(
        [said(speaker, decision)], None, register, published=published, publisher=None
    )
    return one, notes


def test_the_register_tells_of_somebody_whom_the_article_only_names():
    one, notes = consulted(Speaker("Ada Moor"))
    told = "register: Foreign Minister, Lund (2023-09-13–)"
    assert told in one.speaker.evidence
    assert one.speaker.position is None
    assert (one.decision.role, notes) == (Role.OFFICIAL, ())
    assert one.decision.evidence[-2:] == (told, "register: role set to official")


@pytest.mark.parametrize(
    ("speaker", "published", "evidence"),
    [
        (Speaker("Moor"), NOON, ()),
        (Speaker("Ida Moor"), NOON, ()),
        (Speaker("Ada Moor", grade=Grade.UNNAMED), NOON, ()),
        (Speaker(None), NOON, ()),
        (Speaker("Di Falk"), NOON, ()),
        (Speaker("Bo Lind"), NOON, ("register: Mayor, Elm (2019-01-01–2024-05-05)",)),
        (Speaker("Cy Rask"), None, ("register: Mayor, Elm",)),
        (Speaker("Bo Lind"), None, ("register: Mayor, Elm (2019-01-01–2024-05-05)",)),
        (
            Speaker("Eva Holt"),
            NOON,
            ("register: Judge (2020-01-01–)", "register: Dean (2020-01-01–)"),
        ),
    ],
)
def test_the_register_decides_no_role_where_it_is_not_sure(speaker, published, evidence):
    one, notes = consulted(speaker, published=published)
    assert one.decision.role is Role.UNKNOWN
    assert one.speaker.evidence == evidence
    assert notes == ()


def test_a_role_that_the_article_tells_stands_and_is_noted():
    one, notes = consulted(Speaker("Ada Moor"), FOUND)
    assert one.decision.role is Role.PUBLIC
    office = "Foreign Minister, Lund (2023-09-13–)"
    assert notes == (f"Ada Moor: found as public, in the register as official: {office}",)
    one, notes = consulted(Speaker("Ada Moor"), RoleDecision(Role.OFFICIAL))
    assert notes == ()
    assert f"register: {office}" in one.decision.evidence


@pytest.mark.parametrize(
    "speaker",
    [
        Speaker("Ada Moor", "minister"),
        Speaker("Ada Moor", "Minister of Foreign Affairs"),
        Speaker("Ada Moor", "Lund's foreign minister"),
        Speaker("Ada Moor", "foreign minister", "Lund"),
        Speaker("Ada Moor", "deputy ports minister", status=Status.FORMER),
        Speaker("Ada Moor", "presidential candidate", status=Status.CANDIDATE),
        Speaker("Bo Lind", "former mayor", status=Status.FORMER),
        Speaker("Bo Lind", "acting coach", status=Status.ACTING),
        Speaker("Di Falk", "teacher"),
        Speaker("Nobody Else", "mayor"),
    ],
)
def test_the_register_does_not_contradict(speaker):
    one, notes = consulted(speaker)
    assert notes == ()
    assert one.speaker == speaker


@pytest.mark.parametrize(
    ("speaker", "note"),
    [
        (
            Speaker("Ada Moor", "foreign minister", status=Status.FORMER),
            "the article has former “foreign minister”, the register Foreign Minister, Lund "
            "(2023-09-13–)",
        ),
        (
            Speaker("Ada Moor", "former teacher", status=Status.FORMER),
            "the article has “former teacher”, the register Foreign Minister, Lund (2023-09-13–)",
        ),
        (
            Speaker("Ada Moor", "prime minister"),
            "the article has “prime minister”, the register Foreign Minister, Lund (2023-09-13–)",
        ),
        (
            Speaker("Bo Lind", "mayor"),
            "the article has “mayor”, the register Mayor, Elm (2019-01-01–2024-05-05)",
        ),
        (
            Speaker("Ada Moor", "foreign minister", status=Status.DESIGNATE),
            "the article has designate “foreign minister”, the register Foreign Minister, Lund "
            "(2023-09-13–)",
        ),
    ],
)
def test_a_contradiction_is_noted_and_the_article_stands(speaker, note):
    one, notes = consulted(speaker, FOUND)
    assert notes == (f"{speaker.name}: {note}",)
    assert (one.speaker.position, one.speaker.status) == (speaker.position, speaker.status)
    assert one.decision.role is FOUND.role
    office, article = one.decision.evidence[-1].split("; ")
    assert office.startswith("register: ")
    assert article in note


def test_the_register_knows_the_corrected_name():
    corrections = parse_corrections("c.toml", entry('name = "Ada Moor"', 'aliases = ["Moor"]'))
    register = parse_register("r.csv", REGISTER)
    (one,), _ = apply_corrections(
        [said(Speaker("Moor"), UNKNOWN)], corrections, register, published=NOON, publisher=None
    )
    assert one.decision.role is Role.OFFICIAL
