"""Starts loading the engine before the stages are imported and the article is read."""

from briefing.cli.options import Settings


def load_ahead(settings: Settings) -> None:
    """Let the engine that the user chose load meanwhile; returns at once."""
    from briefing.attribution import DEFAULT_ENGINE, prepare_engine

    prepare_engine(settings.engine.value if settings.engine else DEFAULT_ENGINE)
