"""What a reader sees: who said what, in which capacity, in whose words."""

from dataclasses import replace

import pytest
from render_samples import SAMPLES, empty, harbour, hostile, lone, shortened, statement

from briefing.domain import Article, Briefing, Form, Grade, Role, Speaker, Status
from briefing.render import FORMATS, Layout

TEXT_FORMATS = ["plain", "terminal", "markdown"]


def plain(briefing: Briefing, **options: object) -> str:
    return FORMATS["plain"](briefing, Layout(**options))


def of_one(speaker: Speaker, **options: object) -> Briefing:
    text = 'It will rain, she said. "It will pour."\n'
    content = options.pop("content", ["It will rain,"])
    return Briefing(
        Article("1", "a.txt", text), statements=(statement(text, speaker, content, **options),)
    )


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_sections_come_in_order_with_their_own_statements(form):
    page = FORMATS[form](harbour(), Layout()).casefold()
    places = [
        page.index(words)
        for words in (
            "summary",
            "keywords",
            "official statements",
            "we have waited eleven years",
            "expert commentary",
            "a gamble on the weather",
            "other voices",
            "nobody asked us",
            "notes",
            "source balance",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_attitudes_are_not_printed(form):
    assert "to resign" not in FORMATS[form](harbour(), Layout())


def test_header_tells_publisher_date_and_length():
    assert plain(harbour()).splitlines()[:3] == [
        "Harbour at Tornholm to close for dredging",
        "Northern Courier · 7 September 2026, 05:30 UTC · 187 words · 1 min read",
        "articles/harbour.txt",
    ]


def test_midnight_is_taken_for_a_date_without_time():
    article = harbour().article
    day = replace(article, published=article.published.replace(hour=0, minute=0))
    assert "7 September 2026 · " in plain(Briefing(day))


def test_an_article_without_anything_still_gives_a_page():
    page = plain(empty())
    assert page.startswith("Untitled\n0 words\n-\n")
    assert page.count("none found") == 2
    assert "in the speaker's words" not in page


def test_direct_speech_stands_in_quotation_marks_piece_by_piece():
    assert "“We have waited eleven years for this,” … “and the boats can wait six weeks.”" in plain(
        harbour()
    )


def test_reported_speech_stands_behind_a_dash_and_its_telling_cue():
    page = plain(harbour())
    assert "¶3  – denied: the contract had been awarded without a tender" in page
    assert "¶4  – the closure would cost the treasury nothing" in page


def test_quotation_marks_of_the_article_are_not_doubled():
    page = plain(of_one(Speaker("Ann"), content=['"It will pour."'], form=Form.DIRECT))
    assert '¶1  "It will pour."' in page


def test_a_quotation_that_only_begins_and_ends_with_quotations_is_quoted():
    text = "“Yes” and “no”\n"
    said = statement(text, Speaker("Ann"), ["“Yes” and “no”"], form=Form.DIRECT)
    assert "““Yes” and “no””" in plain(Briefing(Article("1", "a", text), statements=(said,)))


def test_mixed_speech_that_is_all_quoted_shows_so():
    page = plain(of_one(Speaker("Ann"), content=["It will pour."], form=Form.MIXED))
    assert "¶1  – “It will pour.”" in page
    page = plain(of_one(Speaker("Ann"), content=["It will rain,"], form=Form.MIXED))
    assert "¶1  – It will rain," in page


def test_speakers_are_grouped_and_keep_their_fullest_office():
    page = plain(harbour())
    assert page.count("Ingrid Vass – Transport Minister") == 1
    assert "Pål Ekren – spokesman, ministry [for Ingrid Vass]" in page


@pytest.mark.parametrize(
    ("speaker", "role", "line"),
    [
        (Speaker("aide", grade=Grade.UNNAMED), Role.OFFICIAL, "aide [unnamed source]"),
        (Speaker("study", grade=Grade.DOCUMENT), Role.EXPERT, "study [document]"),
        (Speaker("miners", grade=Grade.COLLECTIVE), Role.CIVIL, "miners [civil, group]"),
        (Speaker(None), Role.UNKNOWN, "Speaker not identified [role unclear]"),
        (
            Speaker("Al", "mayor", status=Status.FORMER),
            Role.POLITICAL,
            "Al – mayor (former) [political]",
        ),
        (Speaker("Al", "former mayor", status=Status.FORMER), Role.EXPERT, "Al – former mayor"),
        (Speaker("Al", None, "Ore", status=Status.ACTING), Role.OFFICIAL, "Al – acting, Ore"),
        (Speaker("Al", "mayor of Ore", "Ore"), Role.OFFICIAL, "Al – mayor of Ore"),
        (Speaker("Ore", "ore", "Ore"), Role.OFFICIAL, "Ore"),
        (Speaker("Al", None, "Ore"), Role.OFFICIAL, "Al – Ore"),
    ],
)
def test_speaker_line(speaker, role, line):
    assert f"\n  {line}\n" in plain(of_one(speaker, role=role))


def test_unidentified_speakers_of_different_office_are_kept_apart():
    text = "It will rain, said the clerk. It will pour, said the guard.\n"
    said = (
        statement(text, Speaker(None, "clerk"), ["It will rain,"]),
        statement(text, Speaker(None, "guard"), ["It will pour,"]),
    )
    page = plain(Briefing(Article("1", "a", text), statements=said))
    assert page.count("Speaker not identified") == 2


def test_doubtful_statements_are_marked():
    assert "two earlier attempts [uncertain]" in plain(harbour())
    assert "uncertain" not in plain(lone())


def test_a_doubtful_role_has_a_question_mark():
    briefing = of_one(Speaker("Al"), role=Role.EXPERT)
    (said,) = briefing.statements
    unsure = replace(said, decision=replace(said.decision, confidence=0.3), confidence=0.27)
    page = plain(replace(briefing, statements=(unsure,)))
    assert "\n  Al [expert?]\n" in page
    assert "uncertain" not in page


def test_only_leaves_other_sections_out():
    page = plain(harbour(), only=frozenset({"expert"}))
    assert "EXPERT COMMENTARY" in page
    assert "OFFICIAL" not in page
    assert "No official" not in page


def test_only_a_role_shows_its_section_with_that_role_alone():
    page = plain(harbour(), only=frozenset({"business"}))
    assert "crews would lose" in page
    assert "Nobody asked us" not in page


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_statements_beyond_the_limit_are_counted(form):
    page = FORMATS[form](shortened(harbour()), Layout())
    assert page.count("and 1 more statement") == 2
    assert "more statement" not in FORMATS[form](shortened(harbour()), Layout(show_all=True))


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_explain_tells_evidence_confidence_and_scores(form):
    page = FORMATS[form](harbour(), Layout(explain=True))
    for words in ("first paragraph", "title: Minister", "title before the name", "0.97", "0.912"):
        assert words in page


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_ascii_layout_writes_ascii(form):
    for make in SAMPLES.values():
        assert FORMATS[form](make(), Layout(unicode=False, width=70, explain=True)).isascii()


def test_plain_has_no_escapes_and_no_boxes():
    for make in SAMPLES.values():
        page = plain(make(), colour=True, width=60)
        assert not set("\x1b─│═║") & set(page)


def test_terminal_without_colour_has_no_escapes():
    for make in SAMPLES.values():
        assert "\x1b" not in FORMATS["terminal"](make(), Layout())


def test_terminal_obeys_no_escape_of_the_article():
    page = FORMATS["terminal"](hostile(), Layout(colour=True))
    sequences = page.split("\x1b")[1:]
    assert all(
        part[0] == "[" and part.split("m")[0][1:].replace(";", "").isdigit() for part in sequences
    )
    assert "\x07" not in page
    assert "[red]Bob[/red]" in page


def test_colours_say_nothing_that_words_do_not():
    coloured = FORMATS["terminal"](harbour(), Layout(colour=True))
    stripped = "".join(
        part.partition("m")[2] if i else part for i, part in enumerate(coloured.split("\x1b["))
    )
    assert stripped == FORMATS["terminal"](harbour(), Layout())


@pytest.mark.parametrize("width", [20, 60, 80, 200])
@pytest.mark.parametrize("form", ["plain", "terminal"])
def test_lines_fit_the_width(form, width):
    from rich.cells import cell_len

    for make in SAMPLES.values():
        lines = FORMATS[form](make(), Layout(width=width, explain=True)).splitlines()
        assert max(map(cell_len, lines)) <= min(width, 100)
