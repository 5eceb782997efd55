"""Options of MyST's directives and of executable cells; the values of some are Markdown, such as captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refkit.data.markdown import CAPTION_OPTIONS
from refkit.patterns import lazy_pattern

TextRange = tuple[int, int]

_OPTION = lazy_pattern(r"[ \t]*+:([\w-]++):[ \t]*+")
_CELL_OPTION = lazy_pattern(r"[ \t]*+(?:\#|//|--|%%?+)\|[ \t]*+([\w.-]++)[ \t]*+:[ \t]*+")
_CELL_CONTINUED = lazy_pattern(r"[ \t]*+(?:\#|//|--|%%?+)\|[ \t]++")
_HEADER_OPTION = lazy_pattern(
    r"([\w.]++)[ \t]*+=[ \t]*+(\"(?>(?:[^\"\\]|\\.)*)\"|'(?>(?:[^'\\]|\\.)*)')"
)


class DirectiveOption(NamedTuple):
    """An option of a directive: the offset of its value, and what the value is."""

    start: int
    is_prose: bool
    is_label: bool


def directive_options(
    text: str, lines: Sequence[TextRange], index: int
) -> Iterator[DirectiveOption]:
    """Yield the options `:name: value` of a directive, which are on the lines from number `index`."""
    while index < len(lines):
        option = _OPTION.match(text, *lines[index])
        if option is None:
            break
        is_label = option[1] in ("name", "label")
        yield DirectiveOption(option.end(), option[1] in CAPTION_OPTIONS, is_label)
        index += 1


def cell_captions(text: str, header: int, lines: Sequence[TextRange]) -> Iterator[TextRange]:
    """Yield the captions of a cell: `fig.cap="..."` after `header` in the first line, and `#| fig-cap: ...`."""
    for option in _HEADER_OPTION.finditer(text, header, lines[0][1]):
        if option[1] in CAPTION_OPTIONS:
            yield option.start(2) + 1, option.end() - 1
    is_caption = False
    for start, end in lines[1:]:
        option_line = _CELL_OPTION.match(text, start, end)
        line = option_line or _CELL_CONTINUED.match(text, start, end)
        if line is None:
            break
        is_caption = option_line[1] in CAPTION_OPTIONS if option_line else is_caption
        if is_caption:
            yield line.end(), end
