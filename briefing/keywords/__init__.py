"""Finds the phrases that tell what an article is about."""

from briefing.keywords.extraction import extract_keywords

__all__ = ["extract_keywords"]
