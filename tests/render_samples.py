"""Invented briefings for the tests of rendering; spans are found, never counted by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from briefing.domain import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Briefing,
    Form,
    Grade,
    Keyword,
    Kind,
    Role,
    RoleDecision,
    Span,
    Speaker,
    Statement,
    Status,
    SummarySentence,
)

HARBOUR = """Harbour at Tornholm to close for dredging

The harbour of Tornholm will close for six weeks from Monday so that its channel can be dredged.

"We have waited eleven years for this," Transport Minister Ingrid Vass told reporters, "and the \
boats can wait six weeks." She denied that the contract had been awarded without a tender.

A senior customs official said the closure would cost the treasury nothing. The ministry's \
spokesman, Pål Ekren, confirmed that ferries would be diverted to Lysvik.

Dr Mara Quint, a senior fellow at the Institute for Coastal Studies, called the plan “a gamble on \
the weather”, pointing out that autumn storms had undone two earlier attempts.

The fishing cooperative and the port union warned that crews would lose a third of their yearly \
income. "Nobody asked us," said Olaf Brandt, who owns two trawlers.

A report by the Maritime Audit Office found that the channel had silted up faster than planned. \
Critics want the minister to resign.
"""

WIDE = """東京で会議 — talks in Tokyo

Foreign Minister 山田太郎 said 「両国は安全保障分野での協力をさらに強化し、\
共同訓練や次世代戦闘機の共同開発を進めることで一致した」 on Tuesday. Café owner Zoe\u0308 Ångström \
was cheerful: "Great 👩‍👩‍👧 news 🇯🇵 for us!" Analyst דנה לוי said \
"ההסכם חשוב מאוד לביטחון האזורי" and analyst ليلى حداد said \
the pact was overdue.
"""

HOSTILE = """Evil \x1b]8;;http://evil.example\x07title\x1b]8;;\x07 <script>alert(1)</script>

Minister [red]Bob[/red] *Star* said "\x1b[31mred\x1b[0m | pipe _under_ `code` \u202eesrever \ud800 \
<b>bold</b> [link](http://evil.example) & \x9b31m\x00 done". # Heading ![img](x) said a \
Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsmitgliedschaft \
official.
"""


def spans(text: str, *pieces: str) -> tuple[Span, ...]:
    """Where the pieces stand in the text, each after the one before it."""
    found = []
    at = 0
    for piece in pieces:
        start = text.index(piece, at)
        at = start + len(piece)
        found.append(Span(start, at))
    return tuple(found)


def statement(
    text: str,
    speaker: Speaker,
    content: Sequence[str],
    *,
    cue: Sequence[str] = (),
    role: Role = Role.OFFICIAL,
    form: Form = Form.INDIRECT,
    kind: Kind = Kind.STATEMENT,
    confidence: float = 0.9,
    evidence: tuple[str, ...] = (),
) -> Statement:
    """A statement of the pieces of a text, whose paragraph is told by its blank lines."""
    where = spans(text, *content)
    said = Attribution(
        source=(),
        cue=spans(text, *cue),
        content=where,
        kind=kind,
        form=form,
        confidence=confidence,
        evidence=("cue verb",),
    )
    paragraph = text.count("\n\n", 0, where[0].start) + 1
    return Statement(said, speaker, RoleDecision(role, evidence, 0.95), paragraph, confidence)


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text, the first of which is its title."""
    found = []
    at = 0
    for number, words in enumerate(text.rstrip().split("\n\n"), start=1):
        kind = BlockKind.TITLE if number == 1 else BlockKind.PARAGRAPH
        found.append(Block(Span(at, at + len(words)), kind, number))
        at += len(words) + 2
    return tuple(found)


def _sentence(text: str, words: str, score: float, reasons: tuple[str, ...]) -> SummarySentence:
    return SummarySentence(words, spans(text, words)[0], score, reasons)


def harbour() -> Briefing:
    """Every kind of source: named, unnamed, spokesman, joint, document, and an attitude."""
    text = HARBOUR
    vass = Speaker("Ingrid Vass", "Transport Minister", evidence=("title before the name",))
    quint = Speaker("Mara Quint", "senior fellow", "Institute for Coastal Studies")
    joint = Speaker(
        "fishing cooperative + port union",
        grade=Grade.COLLECTIVE,
        members=("fishing cooperative", "port union"),
    )
    ekren = Speaker("Pål Ekren", "spokesman", "ministry", principal="Ingrid Vass")
    audit = Speaker("report", affiliation="Maritime Audit Office", grade=Grade.DOCUMENT)
    official = Speaker("senior customs official", grade=Grade.UNNAMED)
    direct, mixed = Form.DIRECT, Form.MIXED
    return Briefing(
        Article(
            "h1",
            "articles/harbour.txt",
            text,
            blocks(text),
            title="Harbour at Tornholm to close for dredging",
            published=datetime(2026, 9, 7, 5, 30, tzinfo=UTC),
            publisher="Northern Courier",
        ),
        summary=(
            _sentence(text, text.split("\n\n")[1], 0.41234567, ("first paragraph", "title words")),
            _sentence(
                text,
                "She denied that the contract had been awarded without a tender.",
                0.2,
                ("official statement",),
            ),
        ),
        keywords=(
            Keyword("harbour of Tornholm", 0.91236, ("in the title",)),
            Keyword("channel", 0.5),
            Keyword("Institute for Coastal Studies", 0.25),
        ),
        statements=(
            statement(
                text,
                vass,
                ["We have waited eleven years for this,", "and the boats can wait six weeks."],
                cue=["told"],
                form=direct,
                confidence=0.97,
                evidence=("title: Minister",),
            ),
            statement(
                text,
                Speaker("Ingrid Vass"),
                ["the contract had been awarded without a tender"],
                cue=["denied"],
            ),
            statement(
                text, official, ["the closure would cost the treasury nothing"], cue=["said"]
            ),
            statement(text, ekren, ["ferries would be diverted to Lysvik"], cue=["confirmed"]),
            statement(
                text,
                quint,
                ["the plan “a gamble on the weather”"],
                cue=["called"],
                role=Role.EXPERT,
                form=mixed,
            ),
            statement(
                text,
                quint,
                ["autumn storms had undone two earlier attempts"],
                cue=["pointing out"],
                role=Role.EXPERT,
                confidence=0.42,
            ),
            statement(
                text,
                joint,
                ["crews would lose a third of their yearly income"],
                cue=["warned"],
                role=Role.BUSINESS,
            ),
            statement(
                text,
                Speaker("Olaf Brandt", "who owns two trawlers"),
                ["Nobody asked us,"],
                cue=["said"],
                role=Role.PUBLIC,
                form=direct,
            ),
            statement(
                text, audit, ["the channel had silted up faster than planned"], cue=["found"]
            ),
            statement(
                text,
                Speaker("critics", grade=Grade.COLLECTIVE),
                ["the minister to resign"],
                cue=["want"],
                role=Role.UNKNOWN,
                kind=Kind.ATTITUDE,
            ),
        ),
        words=187,
        notes=("The contractor declined to comment (paragraph 5).",),
    )


def wide() -> Briefing:
    """Chinese characters, combining marks, emoji sequences and right-to-left scripts."""
    text = WIDE
    expert, direct = Role.EXPERT, Form.DIRECT
    return Briefing(
        Article(
            "w1",
            "articles/会議.txt",
            text,
            blocks(text),
            title="東京で会議 — talks in Tokyo",
            language="ja",
        ),
        summary=(_sentence(text, text.split("\n\n")[1].split(" on ")[0], 0.5, ()),),
        keywords=(Keyword("安全保障分野", 0.8), Keyword("Zoe\u0308 Ångström", 0.4)),
        statements=(
            statement(
                text,
                Speaker("山田太郎", "Foreign Minister", "日本"),
                [text[text.index("「") : text.index("」") + 1]],
                cue=["said"],
                form=direct,
            ),
            statement(
                text,
                Speaker("Zoe\u0308 Ångström", "Café owner"),
                ["Great 👩‍👩‍👧 news 🇯🇵 for us!"],
                form=direct,
                role=Role.PUBLIC,
            ),
            statement(
                text,
                Speaker("דנה לוי"),
                ["ההסכם חשוב מאוד לביטחון האזורי"],
                form=direct,
                role=expert,
            ),
            statement(
                text,
                Speaker("ليلى حداد", status=Status.FORMER),
                ["the pact was overdue"],
                role=expert,
            ),
        ),
        words=60,
    )


def hostile() -> Briefing:
    """Escapes, overrides, markup of all kinds, a very long word, a lone surrogate."""
    text = HOSTILE
    body = text.split("\n\n")[1]
    return Briefing(
        Article(
            "x1",
            "evil\x1b[2J.txt",
            text,
            blocks(text),
            title=text.split("\n")[0],
            publisher="<i>Bad</i>\nPress",
        ),
        summary=(_sentence(text, body.strip(), float("nan"), ("# reason",)),),
        keywords=(Keyword("[bold]x[/bold]", float("inf")), Keyword("- item | cell", -0.0)),
        statements=(
            statement(
                text,
                Speaker("[red]Bob[/red] *Star*", "Minister\tof\nThings", "\u202eevil"),
                [text[text.index("\x1b[31m") : text.index('"', text.index("\x1b[31m"))]],
                cue=["said"],
                form=Form.DIRECT,
            ),
            statement(
                text,
                Speaker(None, evidence=("<b>nobody</b>",)),
                [text[text.index("a Donau") :].strip()],
                cue=["said"],
                role=Role.UNKNOWN,
                confidence=0.1,
            ),
        ),
        words=2500,
        notes=("\x1b[31mnote",),
    )


def empty() -> Briefing:
    """Nothing known and nothing found."""
    return Briefing(Article("e1", "-", ""))


def lone() -> Briefing:
    """One expert, twice; no official."""
    text = "Rates will rise, said Una Poe. They will stay high, she added.\n"
    poe = Speaker("Una Poe", "economist", "Bank of Ferrol", Status.FORMER)
    return Briefing(
        Article("l1", "rates.txt", text, title="Rates", publisher="Ledger"),
        statements=(
            statement(text, poe, ["Rates will rise,"], cue=["said"], role=Role.EXPERT),
            statement(text, poe, ["They will stay high,"], cue=["added"], role=Role.EXPERT),
        ),
        words=12,
    )


SAMPLES = {
    "harbour": harbour,
    "wide": wide,
    "hostile": hostile,
    "empty": empty,
    "lone": lone,
}


def shortened(briefing):
    """The briefing with all but the first statement of each speaker and role set aside."""
    seen = set()
    statements = []
    for each in briefing.statements:
        key = (each.speaker.name, each.decision.role)
        spoken = each.attribution.kind is Kind.STATEMENT
        statements.append(replace(each, aside=spoken and key in seen))
        if spoken:
            seen.add(key)
    return replace(briefing, statements=tuple(statements))
