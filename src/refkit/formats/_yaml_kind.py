"""Recognition of other formats in YAML, by marks that CSL-YAML never has."""

from __future__ import annotations

import re

from refkit.data.hayagriva import HAYAGRIVA_TYPES
from refkit.patterns import lazy_pattern

PROGRAMS = {
    "cff": "in the Citation File Format",
    "hayagriva": "a library of Hayagriva",
}
_SEARCHED = 20_000  # characters
_LINE_END = r"(?:\r\n|\r|\n)"
# The lines of a mapping below a key: indented, empty, or comments.
_LINES_BELOW = rf"(?>{_LINE_END}(?:[ ]+[^\r\n]*|[ \t]*(?:#[^\r\n]*)?)(?=[\r\n]|\Z))*?"
_TYPES = "|".join(HAYAGRIVA_TYPES)
_MARKS = {
    "cff": lazy_pattern(r"(?<![^\r\n])[\"']?cff-version[\"']?[ \t]*:"),
    "hayagriva": lazy_pattern(
        rf"(?<![^\r\n])(?![ #-]|references[ \t]*:)[^\r\n]{{1,200}}:[ \t]*{_LINES_BELOW}"
        rf"{_LINE_END}[ ]+type:[ \t]*[\"']?(?:{_TYPES})[\"']?[ \t]*(?=[\r\n#]|\Z)",
        re.IGNORECASE,
    ),
}


def yaml_kind(text: str) -> str:
    """Return the name of the other format that a text in YAML has, or the empty string."""
    return next((name for name, mark in _MARKS.items() if mark.search(text, 0, _SEARCHED)), "")
