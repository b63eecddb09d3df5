"""Corrections files and registers are read whole, or refused with the place and the remedy."""

import pytest

from briefing.corrections import (
    Tenure,
    parse_corrections,
    parse_register,
    read_corrections,
    read_register,
    reading,
)
from briefing.domain import Role, Status
from briefing.errors import ConfigError

ONE = '[[correction]]\nname = "Ada Moor"\n'


def test_the_documented_file_is_read():
    example = reading.__doc__.split("```toml\n")[1].split("```")[0]
    first, second, third = parse_corrections("mine/c.toml", example).entries
    assert first.place == "c.toml, entry 1"
    assert first.aliases == ("Shetler Jones", "Pip Shetler-Jones")
    assert (second.glob, second.role) == ("* Harbour Authority", Role.OFFICIAL)
    assert third.is_about("Former customs officers")
    assert third.is_from("Northern Courier")
    assert not third.is_from("Southern Courier")
    assert not third.is_from(None)


def test_every_field_is_read():
    text = ONE + 'position = "ferry  pilot"\naffiliation = ""\nrole = "civil"\nstatus = "acting"'
    (entry,) = parse_corrections("c.toml", text).entries
    assert (entry.position, entry.affiliation) == ("ferry pilot", "")
    assert (entry.role, entry.status) == (Role.CIVIL, Status.ACTING)


@pytest.mark.parametrize("text", ["", "correction = []"])
def test_a_file_without_entries_corrects_nothing(text):
    assert parse_corrections("c.toml", text).entries == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x = ", "c.toml: is not valid TOML"),
        ("[[corection]]", "c.toml: unknown key `corection`; write entries as [[correction]]"),
        ("[correction]\nname = 'x'", "`correction` is no table"),
        ("correction = [1]", "`correction` is no table"),
        (ONE + "rolle = 'x'", "c.toml, entry 1: unknown key `rolle`; did you mean `role`?"),
        (ONE + "role = 'exprt'", "entry 1: `role` is 'exprt'; did you mean `expert`?"),
        (ONE + "role = 7", "entry 1: `role` is 7; give a text"),
        (ONE + "role = ''", "`role` is ''; give a text"),
        (ONE + "status = 'past'", "`status` is 'past'; known are: acting, candidate"),
        (ONE + "glob = ' '", "`glob` is ' '; give a text"),
        (ONE + "aliases = 'A. Moor'", "`aliases` is 'A. Moor'; give a list of names"),
        (ONE + "aliases = []", "`aliases` is []; give a list of names"),
        (ONE + "aliases = [3]", "`aliases` is 3; give a text"),
        (ONE, "entry 1: changes nothing"),
        (ONE + "publisher = 'x'", "entry 1: changes nothing"),
        (ONE + "role = 'expert'\n[[correction]]\nrole = 'civil'", "entry 2: is about nobody"),
        ("[[correction]]\naliases = ['x']\nrole = 'civil'", "has `aliases` without `name`"),
        ("[[correction]]\nregex = '(a'\nrole = 'civil'", "entry 1: `regex` lacks the bracket"),
        ("[[correction]]\nregex = '(?=a)'\nrole = 'civil'", "unsupported; correct it, or use"),
        (
            ONE + "aliases = ['AM']\n[[correction]]\nname = 'Al Mott'\naliases = ['a.m', 'am']",
            "c.toml, entry 2: `am` stands for Ada Moor (c.toml, entry 1) and Al Mott; keep one",
        ),
    ],
)
def test_what_is_wrong_in_corrections_is_named_with_its_entry(text, words):
    with pytest.raises(ConfigError) as caught:
        parse_corrections("c.toml", text)
    assert words in str(caught.value)


COMMAS = "name,position,affiliation,role,from,until\n"


@pytest.mark.parametrize(
    "text",
    [
        COMMAS + "Ada Moor,Mayor,Lund,official,2023-09-13,\n",
        "\ufeff" + COMMAS + "Ada Moor,Mayor,Lund,official,2023-09-13,\n",
        "\n" + COMMAS.replace(",", ";") + '"Ada Moor";Mayor; Lund ;Official;2023-09-13;\r\n;;;;;\n',
        "Position,NAME,until,from,role,affiliation\nMayor,Ada  Moor,,2023-09-13,official,Lund",
    ],
)
def test_a_register_is_read_however_it_was_saved(text):
    (tenure,) = parse_register("r.csv", text).tenures
    assert (tenure.name, tenure.position, tenure.affiliation) == ("Ada Moor", "Mayor", "Lund")
    assert tenure.role is Role.OFFICIAL
    assert str(tenure) == "register: Mayor, Lund (2023-09-13–)"


def test_a_register_needs_names_and_positions_only():
    (tenure,) = parse_register("r.csv", "name,position\nAda Moor,Mayor\n").tenures
    assert tenure == Tenure("Ada Moor", "Mayor")
    assert str(tenure) == "register: Mayor"
    assert not tenure.is_dated


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "r.csv: lacks the column `name`; name the columns: name, position"),
        ("name\nx", "r.csv: lacks the column `position`"),
        ("name,positon\nx,y", "r.csv: unknown column `positon`; did you mean `position`?"),
        ("name,position,name\nx,y,z", "r.csv: has two columns `name`"),
        (COMMAS + "Ada Moor,Mayor\n", "r.csv, line 2: has 2 fields, the first line 6"),
        (COMMAS + ",Mayor,,,,\n", "r.csv, line 2: has no name"),
        (COMMAS + "\nAda Moor,,,,,\n", "r.csv, line 3: has no position"),
        (COMMAS + "A,M,,offical,,\n", "line 2: `role` is 'offical'; did you mean `official`?"),
        (COMMAS + "A,M,,,13.9.2023,\n", "`from` is '13.9.2023'; write days as 2023-09-13"),
        (COMMAS + "A,M,,,,20230913\n", "`until` is '20230913'; write days"),
        (COMMAS + "A,M,,,2023-09-13,2022-09-13\n", "ends (2022-09-13) before it begins"),
        (COMMAS + '"A"x,M,,,,\n', "r.csv, line 2: is not valid CSV"),
    ],
)
def test_what_is_wrong_in_a_register_is_named_with_its_line(text, words):
    with pytest.raises(ConfigError) as caught:
        parse_register("r.csv", text)
    assert words in str(caught.value)


@pytest.mark.parametrize("read", [read_corrections, read_register])
def test_a_file_that_cannot_be_read_is_named(read, tmp_path):
    with pytest.raises(ConfigError, match="No such file"):
        read(tmp_path / "none")
    (tmp_path / "latin").write_bytes(b"name,position\nZo\xeb,x")
    with pytest.raises(ConfigError, match="is not UTF-8 text; save it as UTF-8"):
        read(tmp_path / "latin")


def test_files_are_read_with_and_without_byte_order_mark(tmp_path):
    path = tmp_path / "c.toml"
    path.write_text(ONE + "role = 'expert'", "utf-8-sig")
    assert read_corrections(path).entries[0].role is Role.EXPERT
    path = tmp_path / "r.csv"
    path.write_bytes("\ufeffname,position\r\nZoë,Mayor\r\n".encode())
    assert read_register(path).of("Zoe")[0].position == "Mayor"
