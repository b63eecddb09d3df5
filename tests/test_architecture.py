"""The rooms of the package: who may import whom, how large they grow, what they leave alone."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "briefing"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_MODULE, MAX_FUNCTION = 250, 40  # lines

GROUND = frozenset({"errors", "domain"})
# Rooms without a stage's knowledge, open to every stage.
SHARED = frozenset({"lexicon", "quotation", "tokens", "terms", "forest"})
STAGES = frozenset(
    {"load", "segment", "attribution", "speakers", "roles", "summary", "keywords", "stories"}
)
BELOW_STAGES = GROUND | SHARED
COMPOSE = frozenset({"brief", "digest"})
MAY_IMPORT: dict[str, frozenset[str]] = {
    "": frozenset(),  # briefing/__init__.py
    "errors": frozenset(),
    "domain": frozenset({"errors"}),
    "lexicon": GROUND,
    **dict.fromkeys(SHARED - {"lexicon"}, GROUND | {"lexicon"}),
    **dict.fromkeys(STAGES, BELOW_STAGES),
    "balance": GROUND,
    "config": GROUND,
    "output": GROUND,
    "archive": GROUND,
    "corrections": GROUND,
    "lock": GROUND,
    "sources": GROUND | {"lexicon", "load"},
    **dict.fromkeys(COMPOSE, BELOW_STAGES | STAGES | {"corrections"}),
    "batch": GROUND | COMPOSE,
    "render": GROUND | {"lexicon", "balance"},
    "mail": GROUND | {"render"},
    "verify": GROUND,
}
ABOVE_ALL = frozenset({"cli", "training", "__main__"})  # may import every room but training

FORBIDDEN_NAMES = ("util", "helper", "manager", "misc", "common")
HEAVY = frozenset(
    {
        "nltk",
        "sumy",
        "numpy",
        "trafilatura",
        "feedparser",
        "onnxruntime",
        "tokenizers",
        "lxml",
        "jinja2",
    }
)
# What reads the clock, the environment or the terminal; only the command line may.
OUTSIDE = frozenset(
    {
        "os.environ",
        "os.getenv",
        "datetime.now",
        "datetime.utcnow",
        "date.today",
        "time.time",
        "sys.stdout",
        "sys.stderr",
        "shutil.get_terminal_size",
        "os.get_terminal_size",
    }
)


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported_modules(path: Path, *, top: bool = False) -> Iterator[str]:
    """The full names a module imports, of members too (`briefing.domain.Span`); `top`: only
    those that are imported with it."""
    tree = parse(path)
    package = [PACKAGE.name, *path.relative_to(PACKAGE).parts[:-1]]
    for node in tree.body if top else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            for alias in node.names:
                yield ".".join([*start, *filter(None, [node.module]), alias.name])


def imported_rooms(path: Path) -> set[str]:
    parts = (name.split(".") for name in imported_modules(path))
    return {part[1] for part in parts if part[0] == PACKAGE.name and part[1][0] != "_"}


def dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def ids(paths: list[Path]) -> list[str]:
    return [name_of(path) for path in paths]


@pytest.mark.parametrize("path", MODULES, ids=ids(MODULES))
def test_module_imports_only_rooms_below_its_own(path: Path) -> None:
    room = room_of(path)
    rooms = imported_rooms(path) - {room}
    assert room in MAY_IMPORT or room in ABOVE_ALL, f"{room} has no place in MAY_IMPORT"
    allowed = MAY_IMPORT.get(room, frozenset(MAY_IMPORT) | {"cli"})
    assert rooms <= allowed, f"{name_of(path)} may not import {sorted(rooms - allowed)}"


def libraries(path: Path, *, top: bool = False) -> set[str]:
    return {name.split(".")[0] for name in imported_modules(path, top=top)}


def test_models_are_never_pickles() -> None:
    assert not [name_of(path) for path in MODULES if libraries(path) & {"pickle", "marshal"}]


def test_only_the_archive_knows_its_database() -> None:
    users = {room_of(path) for path in MODULES if "sqlite3" in libraries(path)}
    assert users <= {"archive"}


@pytest.mark.parametrize("path", MODULES, ids=ids(MODULES))
def test_module_is_small_enough_to_read_at_once(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= MAX_MODULE, f"{name_of(path)} has {lines} lines: make it a package"


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


@pytest.mark.parametrize("path", MODULES, ids=ids(MODULES))
def test_functions_are_under_forty_lines(path: Path) -> None:
    functions = (
        node
        for node in ast.walk(parse(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = {function.name: length(function) for function in functions}
    assert not {name: lines for name, lines in long.items() if lines >= MAX_FUNCTION}


@pytest.mark.parametrize("path", MODULES, ids=ids(MODULES))
def test_names_say_what_a_thing_does(path: Path) -> None:
    classes = [node.name for node in ast.walk(parse(path)) if isinstance(node, ast.ClassDef)]
    names = [*path.relative_to(PACKAGE).with_suffix("").parts, *classes]
    vague = [name for name in names for word in FORBIDDEN_NAMES if word in name.lower()]
    assert not vague


BELOW_CLI = [path for path in MODULES if room_of(path) not in ABOVE_ALL]


@pytest.mark.parametrize("path", BELOW_CLI, ids=ids(BELOW_CLI))
def test_nothing_below_the_command_line_reads_clock_environment_or_terminal(path: Path) -> None:
    used = {dotted(node) for node in ast.walk(parse(path)) if isinstance(node, ast.Attribute)}
    assert not {name for name in used if ".".join(name.split(".")[-2:]) in OUTSIDE}


CLI = [path for path in MODULES if room_of(path) in {"cli", "__main__"}]


@pytest.mark.parametrize("path", CLI, ids=ids(CLI))
def test_command_line_modules_import_nothing_heavy_at_their_top(path: Path) -> None:
    assert not libraries(path, top=True) & HEAVY


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_asking_for_help_loads_no_heavy_library(argument: str) -> None:
    program = (
        "import sys\n"
        "from briefing.cli import main\n"
        f"sys.argv = ['briefing', {argument!r}]\n"
        "try:\n    main()\n"
        "except SystemExit as left:\n    assert not left.code, left.code\n"
        f"heavy = {sorted(HEAVY | {'briefing.brief', 'asyncio'})!r}\n"
        "print('LOADED', *[name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=PACKAGE.parent,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines()[-1].split() == ["LOADED"]
