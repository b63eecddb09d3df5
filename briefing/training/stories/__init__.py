"""Learns from grouped articles how alike two of one story are, and measures what was learned."""
