"""Decides in which capacity an article presents a source."""

from briefing.roles.classification import classify_role

__all__ = ["classify_role"]
