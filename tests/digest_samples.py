"""Invented digests for the tests of rendering, mail and verification."""

from dataclasses import replace
from datetime import UTC, date, datetime

from render_samples import blocks, harbour, hostile, spans, statement, wide

from briefing.domain import (
    Article,
    Briefing,
    Digest,
    Failure,
    Form,
    Grade,
    InputCount,
    Keyword,
    Occurrence,
    Role,
    Silence,
    Silent,
    Speaker,
    Story,
    StorySentence,
    StoryStatement,
    SummarySentence,
)

PREPARED = datetime(2026, 9, 8, 4, 15, tzinfo=UTC)
PERIOD = (datetime(2026, 9, 7, 4, 0, tzinfo=UTC), PREPARED)

LEDGER = """Six weeks without a harbour

Tornholm will close its harbour for dredging, the government said on Monday.

“We have waited eleven years for this, and the boats can wait,” said Ingrid Vass, the transport \
minister. The contractor, Dredge & Sons, did not answer calls.

On Friday, Vass told parliament that "no jobs are at risk".
"""

WIRE = """Harbour at Tornholm to close

The harbour of Tornholm will close for six weeks from Monday so that its channel can be dredged.

A senior customs official said the closure would cost the treasury nothing.
"""

RATES = """Bank holds its rate

The central bank of Ferrol left its main rate at 3 per cent. Governor Nuno Salt said inflation \
would fall by spring.

Una Poe, an economist at Lark Capital, doubted that: "Spring is a long way off."
"""


def make_briefing(text, source, *, publisher=None, published=None, statements=(), language="en"):
    """The briefing of a text whose first paragraph is its title and second its lead."""
    title, lead = text.split("\n\n")[:2]
    chosen = SummarySentence(lead.strip(), spans(text, lead.strip())[0], 0.5)
    article = Article(
        source, source, text, blocks(text), title.strip(), published, publisher, language
    )
    return Briefing(article, (chosen,), (), tuple(statements), words=len(text.split()))


def told(briefing, number, **more):
    """A statement of a briefing as a story holds it."""
    found = briefing.statements[number]
    text = found.text_in(briefing.article.text)
    return StoryStatement(found, briefing.article.source, text, **more)


def occurrence(briefing, *pieces, difference=""):
    """The pieces of a briefing's text as the same statement elsewhere."""
    text = briefing.article.text
    content = spans(text, *pieces)
    return Occurrence(briefing.article.source, content, " … ".join(pieces), difference)


def silent(briefing, name, reason, words):
    """Somebody who has not spoken, as these words of a briefing's text say."""
    return Silent(name, reason, briefing.article.source, spans(briefing.article.text, words)[0])


def summary_of(*briefings):
    """The first summary sentence of each."""
    return tuple(StorySentence(b.summary[0], b.article.source) for b in briefings)


def ledger():
    """Another outlet on the harbour, with a shortened quotation and one of its own."""
    vass = Speaker("Ingrid Vass", "transport minister")
    direct = Form.DIRECT
    said = (
        statement(
            LEDGER,
            vass,
            ["We have waited eleven years for this, and the boats can wait,"],
            cue=["said"],
            form=direct,
        ),
        statement(LEDGER, vass, ["no jobs are at risk"], cue=["told"], form=direct),
    )
    return make_briefing(
        LEDGER,
        "https://ledger.example/news/harbour?id=7&lang=en",
        publisher="The Ledger",
        published=datetime(2026, 9, 7, 18, 5, tzinfo=UTC),
        statements=said,
    )


def wire():
    """A near-duplicate of the harbour article."""
    official = Speaker("senior customs official", grade=Grade.UNNAMED)
    said = statement(WIRE, official, ["the closure would cost the treasury nothing"], cue=["said"])
    return make_briefing(WIRE, "wire/harbour.txt", statements=[said])


def rates():
    """A small article on something else."""
    salt = Speaker("Nuno Salt", "Governor", "central bank of Ferrol")
    poe = Speaker("Una Poe", "economist", "Lark Capital")
    said = (
        statement(RATES, salt, ["inflation would fall by spring"], cue=["said"]),
        statement(RATES, poe, ["Spring is a long way off."], role=Role.EXPERT, form=Form.DIRECT),
    )
    return make_briefing(
        RATES, "https://www.bell.example/rates", publisher="The Bell", statements=said
    )


def harbour_story():
    """An update with everything: three outlets, a copy, differences, days, silence, watch."""
    first, second, third = harbour(), ledger(), wire()
    days = {0: date(2026, 9, 7), 4: date(2026, 9, 6)}
    also = {
        0: (
            occurrence(
                second,
                "We have waited eleven years for this, and the boats can wait,",
                difference="shortened",
            ),
        ),
        2: (occurrence(third, "the closure would cost the treasury nothing"),),
    }
    said = [
        told(first, number, said=days.get(number), also_in=also.get(number, ()))
        for number in range(len(first.statements))
    ]
    said.append(told(second, 1, said=date(2026, 9, 4)))
    return Story(
        "story-harbour-2",
        "Harbour at Tornholm to close for dredging",
        (first, second, third),
        summary=summary_of(first, second),
        keywords=(*first.keywords, Keyword("Dredge & Sons", 0.2)),
        statements=tuple(said),
        copies=((third.article.source, first.article.source),),
        update_of="story-harbour-1",
        new=(second.article.source,),
        silent=(
            silent(second, "Dredge & Sons", Silence.UNREACHABLE, "did not answer calls"),
            silent(first, "Critics", Silence.ABSENT, "Critics"),
        ),
        watched=("dredging", "Ingrid Vass"),
        score=2.5,
    )


def rates_story():
    """A story of one article."""
    found = rates()
    return Story(
        "story-rates",
        "Bank holds its rate",
        (found,),
        summary=summary_of(found),
        keywords=(Keyword("rate", 0.5),),
        statements=(told(found, 0), told(found, 1)),
        watched=("dredging",),
    )


def story_of(found, name):
    """A story of one briefing with all that it holds."""
    return Story(
        name,
        found.article.title or "",
        (found,),
        summary=tuple(StorySentence(s, found.article.source) for s in found.summary),
        keywords=found.keywords,
        statements=tuple(told(found, number) for number in range(len(found.statements))),
    )


def full():
    """A day with stories, failures, stale inputs and stories left out."""
    return Digest(
        day=date(2026, 9, 8),
        prepared=PREPARED,
        period=PERIOD,
        stories=(harbour_story(), rates_story()),
        failures=(
            Failure("https://down.example/feed", "does not answer (timeout after 20 s)"),
            Failure("inbox/broken.pdf", "is encrypted"),
        ),
        inputs=InputCount(read=40, new=5, skipped=33, failed=2),
        handling="Internal – not for distribution",
        stale=("https://quiet.example/rss",),
        omitted=3,
        versions=(("briefing", "1.0"), ("model", "7"), ("lexicons", "12")),
    )


def scripts():
    """Scripts of all kinds."""
    return Digest(
        day=date(2026, 9, 8),
        prepared=PREPARED,
        period=PERIOD,
        stories=(story_of(wide(), "wide 東京"),),
        inputs=InputCount(1, 1, 0, 0),
        handling="内部 – סודי",
        versions=(("briefing", "1.0"),),
    )


def evil():
    """Escapes, markup, line ends in titles, sources that must not be linked to."""
    found = hostile()
    article = replace(
        found.article,
        title="Evil\r\nBcc: all@evil.example\r\n\r\n<script>alert(1)</script>",
        source="javascript:alert(1)//\x1b[2J",
        blocks=blocks(found.article.text),
    )
    found = replace(found, article=article)
    linked = make_briefing(
        'Title "><img src=x>\n\nSome words.\n', 'https://evil.example/"><script>x</script>?a\n'
    )
    story = replace(
        story_of(found, "x\x00<&"),
        briefings=(found, linked),
        headline=article.title,
        watched=("<b>watch</b>\n",),
        copies=((linked.article.source, article.source),),
    )
    return Digest(
        day=date(2026, 9, 8),
        prepared=PREPARED,
        period=PERIOD,
        stories=(story,),
        failures=(Failure("a\r\nX: y", "<i>bad</i>\x1b"),),
        handling="Secret\r\nX-Evil: 1",
        stale=("\x9b31m",),
        versions=(("a\nb", "\ud800"),),
    )


def nothing():
    """A day without news."""
    return Digest(date(2026, 9, 8), PREPARED, PERIOD, inputs=InputCount(12, 0, 12, 0))


DIGESTS = {"full": full, "scripts": scripts, "evil": evil, "nothing": nothing}
