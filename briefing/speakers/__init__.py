"""Speakers: who a source refers to, with position and affiliation in the article's words."""

from briefing.speakers.resolve import resolve_speakers

__all__ = ["resolve_speakers"]
