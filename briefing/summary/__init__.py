"""Chooses the sentences of an article that stand for it, by learned scores or by sumy's methods."""

from briefing.summary.choice import METHODS, choose_summary
from briefing.summary.length import Length
from briefing.summary.statements import choose_section

__all__ = ["METHODS", "Length", "choose_section", "choose_summary"]
