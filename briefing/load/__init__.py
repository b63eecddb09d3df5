"""Load articles: files, standard input and pages become `Article` values.

>>> load_text("Rain is coming.\\n", source="note").text
'Rain is coming.\\n'
"""

from briefing.load.files import find_inputs
from briefing.load.sources import load, load_bytes, load_text

__all__ = ["find_inputs", "load", "load_bytes", "load_text"]
