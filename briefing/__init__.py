"""News articles in, a briefing out: what happened, what officials said, what experts make of it."""

__version__ = "0.1.0"
