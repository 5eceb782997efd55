"""Lists of references on pages in the layouts of papers, which `find` and `split` must undo."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Sequence

PAGE = 40
Lines = list[str]


def wrapped(text: str, width: int, chance: random.Random) -> Lines:
    """Return a text in lines of about a given width, with some long words hyphenated at line ends."""
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=True)
    for at in range(1, len(lines)):
        first, _, rest = lines[at].partition(" ")
        room = width - len(lines[at - 1]) - 2
        if (
            len(first) > 8
            and first.isalpha()
            and 2 < room < len(first) - 3
            and rest
            and chance.random() < 0.6
        ):
            lines[at - 1] += f" {first[:room]}-"
            lines[at] = f"{first[room:]} {rest}"
    return lines


def hanging(lines: Lines, number: int) -> Lines:
    return [lines[0], *(f"     {line}" for line in lines[1:])]


def first_indented(lines: Lines, number: int) -> Lines:
    return [f"    {lines[0]}", *lines[1:]]


def flat(lines: Lines, number: int) -> Lines:
    return lines


def blank_between(lines: Lines, number: int) -> Lines:
    return [*lines, ""]


def double_spaced(lines: Lines, number: int) -> Lines:
    return [part for line in hanging(lines, number) for part in (line, "")]


def in_brackets(lines: Lines, number: int) -> Lines:
    mark = f"[{number}]"
    return [f"{mark:5} {lines[0]}", *(f"      {line}" for line in lines[1:])]


def with_full_stop(lines: Lines, number: int) -> Lines:
    return [f"{number}. {lines[0]}", *lines[1:]]


LAYOUTS: dict[str, Callable[[Lines, int], Lines]] = {
    layout.__name__: layout
    for layout in (
        hanging, first_indented, flat, blank_between, double_spaced, in_brackets, with_full_stop,
    )
}  # fmt: skip


def listed(texts: Sequence[str], layout: str, width: int, chance: random.Random) -> Lines:
    """Return references as the lines of a list."""
    numbered = enumerate(texts, 1)
    return [
        line for at, text in numbered for line in LAYOUTS[layout](wrapped(text, width, chance), at)
    ]


def on_pages(lines: Lines, width: int) -> Lines:
    """Return lines with page numbers, form feeds and running heads between them."""
    found: Lines = []
    for page, at in enumerate(range(0, len(lines), PAGE), 1):
        head = [f"\f{'Nests on the northern coast':>{width}}", ""] if page > 1 else []
        found += [*head, *lines[at : at + PAGE], "", f"{page:>{width // 2}}"]
    return found
