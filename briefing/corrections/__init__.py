"""The user's last word: corrections of speakers, and a register of office-holders."""

from briefing.corrections.application import apply_corrections, correct_name
from briefing.corrections.entries import Correction, Corrections
from briefing.corrections.reading import parse_corrections, read_corrections
from briefing.corrections.register import Register, Tenure, parse_register, read_register

__all__ = [
    "Correction",
    "Corrections",
    "Register",
    "Tenure",
    "apply_corrections",
    "correct_name",
    "parse_corrections",
    "parse_register",
    "read_corrections",
    "read_register",
]
