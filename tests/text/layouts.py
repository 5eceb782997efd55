"""Lists of references on pages in the layouts of papers, which `find` and `split` must undo."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Sequence

PAGE = 40
PROSE = {
    "en": "The results of the third survey show that the number of nests had fallen since the first one was made, "
    "although it is not clear whether this was due to the weather (Baker 2012) or to the growing number of visitors. "
    "We therefore compared both sites with those that had been closed to the public before 2009. ",
    "de": "Die Ergebnisse der dritten Befragung zeigen, dass die Zahl der Nester seit der ersten gesunken ist, "
    "obwohl nicht klar wird, ob dies am Wetter (Becker 2012) oder an der wachsenden Zahl der Besucher lag. "
    "Wir haben deshalb beide Orte mit solchen verglichen, die schon vor dem Jahr 2009 gesperrt worden waren. ",
    "fr": "Les résultats de la troisième enquête montrent que le nombre de nids a diminué depuis la première, "
    "sans que l’on sache si cela est dû au temps (Boulanger 2012) ou au nombre croissant de visiteurs. "
    "Nous avons donc comparé les deux sites avec ceux qui étaient déjà fermés au public avant 2009. ",
}
HEADING = {"en": "References", "de": "Literaturverzeichnis", "fr": "Bibliographie"}
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


def paper(
    texts: Sequence[str],
    layout: str,
    width: int,
    language: str = "en",
    seed: int = 1,
    paged: bool = True,
) -> str:
    """Return a paper that ends in a list of references; with pages, running heads and numbers if `paged`."""
    chance = random.Random(seed)
    prose = [line for _ in range(12) for line in [*wrapped(PROSE[language] * 2, width, chance), ""]]
    lines = [*prose, HEADING[language], "", *listed(texts, layout, width, chance)]
    return "\n".join(on_pages(lines, width) if paged else lines)


def on_pages(lines: Lines, width: int) -> Lines:
    """Return lines with page numbers, form feeds and running heads between them."""
    found: Lines = []
    for page, at in enumerate(range(0, len(lines), PAGE), 1):
        head = [f"\f{'Nests on the northern coast':>{width}}", ""] if page > 1 else []
        found += [*head, *lines[at : at + PAGE], "", f"{page:>{width // 2}}"]
    return found
