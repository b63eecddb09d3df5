"""Rebuilds what is in `briefing/data`; imported by nothing else."""
