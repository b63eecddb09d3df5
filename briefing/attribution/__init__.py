"""Finds who said what in an article: source, cue and content of each attribution."""

from collections.abc import Callable, Sequence

from briefing.domain import Attribution, Sentence

Engine = Callable[[str, Sequence[Sentence]], tuple[Attribution, ...]]


# The engines are imported where they are used: the network loads while the rules are imported.


def find_by_rules(text: str, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions that the rules find."""
    from .rules import find_by_rules as find

    return find(text, sentences)


def find_by_network(text: str, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions that the network finds, with the rules where they are stronger."""
    from .learned.model import load_in_background

    loading = load_in_background()
    ruled = find_by_rules(text, sentences)
    loading.join()
    from .learned.engine import find_by_model  # only now: it loads numpy, as the thread does

    return find_by_model(text, sentences, ruled)


ENGINES: dict[str, Engine] = {"rules": find_by_rules, "model": find_by_network}
DEFAULT_ENGINE = "model"


def prepare_engine(engine: str = DEFAULT_ENGINE) -> None:
    """Starts loading what an engine needs, while something else is done; returns at once."""
    if engine == "model":
        from .learned.model import load_in_background

        load_in_background()


def find_attributions(
    text: str, sentences: Sequence[Sentence], *, engine: str = DEFAULT_ENGINE
) -> tuple[Attribution, ...]:
    """The attributions of an article in text order, found by one of the engines.

    Positions are in the text; statements that stand inside the content of another belong to
    it and are left out.

    Raises: KeyError for an engine that does not exist.

    >>> from briefing.domain import Span
    >>> said = "The dam is safe, the engineer said."
    >>> (found,) = find_attributions(said, [Sentence(Span(0, len(said)), 1)], engine="rules")
    >>> [span.of(said) for span in (*found.source, *found.cue, *found.content)]
    ['the engineer', 'said', 'The dam is safe']
    """
    return ENGINES[engine](text, sentences)
