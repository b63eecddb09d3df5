"""Finds the phrases that tell what an article is about."""

from briefing.keywords.extraction import extract_keywords
from briefing.keywords.stories import extract_story_keywords

__all__ = ["extract_keywords", "extract_story_keywords"]
