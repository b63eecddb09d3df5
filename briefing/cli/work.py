"""Briefs every input, writes the results, reports the failures, and says how it ended."""

import logging
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefing.attribution import ENGINES
from briefing.brief import Options, brief
from briefing.cli.configuration import home_path
from briefing.cli.exits import ExitCode, exit_code_of
from briefing.cli.inputs import STDIN, choose_inputs, identity
from briefing.cli.messages import tell, tell_bug
from briefing.cli.options import Format, Settings, split_kinds
from briefing.cli.results import ARRAY, LINES, Frame, Results
from briefing.cli.terminal import choose_format, choose_layout, is_terminal
from briefing.corrections import read_corrections, read_register
from briefing.domain import Briefing
from briefing.errors import BriefingError, ConfigError, LoadError
from briefing.load import load
from briefing.render import Layout, Renderer
from briefing.summary import Length

STDIN_NAME = "standard input"


def no_separator(chosen: Format, layout: Layout) -> str:  # noqa: ARG001 - one signature for all
    """Nothing between two articles: every line stands for itself."""
    return ""


@dataclass(frozen=True, slots=True)
class View:
    """What a command shows of a briefing, by format, and what it puts between two of them."""

    renderers: Mapping[str, Renderer]
    separate: Callable[[Format, Layout], str] = no_separator

    def frame(self, chosen: Format, layout: Layout, *, several: bool) -> Frame:
        """What stands around and between the results."""
        if chosen is Format.JSON:
            return ARRAY if several else LINES
        return LINES if chosen is Format.NDJSON else ("", self.separate(chosen, layout), "")


def brief_inputs(settings: Settings, view: View, *, default: Format | None = None) -> ExitCode:
    """Brief all inputs and write what the view shows of them, each as soon as it is ready.

    An input that fails is reported and left out; the others still get their briefing.

    Raises: BriefingError when the result cannot be written.
    """
    silence_libraries(debug=settings.debug)
    inputs = choose_inputs(settings.inputs or [])
    known = filter(None, (settings.corrections, settings.register))
    refuse_overwriting(settings.output, [*inputs.sources, *known])
    for failure in inputs.failures:
        tell(f"{failure.source}: {failure.reason}")
    for source in () if settings.quiet else inputs.repeated:
        tell(f"{source}: was given already; it is briefed once")
    chosen = settings.format or default or choose_format(settings)
    layout, options = choose_layout(settings), choose_options(settings)
    results = Results(settings.output, view.frame(chosen, layout, several=inputs.several))
    for source in inputs.sources:
        text = try_source(source, settings, options, layout, view.renderers[chosen])
        if text is not None:
            results.add(text)
    results.finish()
    failed = len(inputs.failures) + len(inputs.sources) - results.count
    return exit_code_of(succeeded=results.count, failed=failed)


def try_source(
    source: str, settings: Settings, options: Options, layout: Layout, render: Renderer
) -> str | None:
    """The rendered briefing of one input, or None after saying on standard error why not."""
    started = time.perf_counter()
    name = STDIN_NAME if source == STDIN else source
    try:
        briefing = brief(load_source(source), options)
        text = render(briefing, layout)
    except BriefingError as error:
        tell(str(error) if error.source == name else f"{name}: {error}")
        return None
    except Exception as error:  # a bug met in one article must not stop a batch
        tell_bug(error, source=name, debug=settings.debug)
        return None
    if not settings.quiet:
        for note in briefing.notes:
            tell(f"{name}: {note}")
    if settings.verbose or settings.debug:
        tell(f"{name}: {describe(briefing)}, {time.perf_counter() - started:.2f} s")
    return text


def load_source(source: str) -> Any:
    """The article of a file or of standard input.

    Raises: LoadError when there is none.
    """
    if source != STDIN:
        return load(source)
    if sys.stdin is None:
        raise LoadError(STDIN_NAME, "is closed", "name a file or pipe an article in")
    if is_terminal(sys.stdin):
        tell("reading the terminal; end the article with Ctrl-D on a line of its own")
    try:
        return load(STDIN, stdin=sys.stdin.buffer)
    except LoadError as error:
        raise LoadError(STDIN_NAME, error.problem, error.remedy) from error


def describe(briefing: Briefing) -> str:
    """The size of a briefing in words."""
    return (
        f"{briefing.words} words, {len(briefing.summary)} sentences of summary, "
        f"{len(briefing.statements)} statements"
    )


def choose_options(settings: Settings) -> Options:
    """What the library is asked for; what the user left open keeps the library's default.

    Raises: ConfigError when the engine asked for is not there, or the file of corrections or
        the register cannot be used.
    """
    options = Options(only=split_kinds(settings.only))
    if any(value is not None for value in (settings.length, settings.words, settings.percent)):
        length = Length(settings.length, settings.words, settings.percent)
        options = replace(options, length=length)
    if settings.method is not None:
        options = replace(options, method=settings.method.value)
    if settings.keywords is not None:
        options = replace(options, keywords=settings.keywords)
    if settings.min_confidence is not None:
        options = replace(options, min_confidence=settings.min_confidence)
    if settings.engine is not None:
        options = replace(options, engine=settings.engine.value)
    if options.engine not in ENGINES:
        known = ", ".join(ENGINES)
        raise ConfigError(f"--engine {options.engine}", "is not there", f"choose {known}")
    return add_knowledge(options, settings)


def add_knowledge(options: Options, settings: Settings) -> Options:
    """The options with what the user knows of speakers.

    Raises: ConfigError when a file cannot be read or holds something wrong.
    """
    if settings.corrections:
        corrections = read_corrections(home_path(settings.corrections))
        options = replace(options, corrections=corrections)
    if settings.register:
        options = replace(options, register=read_register(home_path(settings.register)))
    return options


def refuse_overwriting(output: str | None, sources: Iterable[str]) -> None:
    """Protect the articles.

    Raises: ConfigError when the output is one of the inputs.
    """
    if output and output != STDIN and identity(output) in map(identity, sources):
        raise ConfigError(output, "is both an input and the --output", "name another --output")


def silence_libraries(*, debug: bool) -> None:
    """Keep the libraries' log and warnings off standard error, unless debugging."""
    if debug:
        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")
    else:
        logging.getLogger().addHandler(logging.NullHandler())
        if not sys.warnoptions:
            warnings.simplefilter("ignore")
