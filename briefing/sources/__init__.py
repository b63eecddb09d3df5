"""Expand what the user names into articles: files, feeds, pages, mail, archives."""

from briefing.sources.answers import Limits, Marks
from briefing.sources.collect import collect
from briefing.sources.fetch import Fetcher

__all__ = ["Fetcher", "Limits", "Marks", "collect"]
