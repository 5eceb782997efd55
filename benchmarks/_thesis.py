"""A synthetic thesis: LaTeX files that cite a list by key, some of them by keys that the list lacks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from refkit.records import dataclass

_ONSETS = "b br c d dr f g gr h k kl l m n p r s st t th tr v w z".split()
_VOWELS = "a e i o u ai ei".split()
_CODAS = "ck ld lm n nd ng nn r rg rk s ss st t tt".split()
_NOUNS = (
    "deltas rivers glaciers moraines tides currents sediments harbors meadows lagoons estuaries reefs dunes cliffs "
    "marshes springs basins valleys terraces islands"
).split()
_KINDS = "ancient coastal shallow northern buried frozen narrow drifting silent braided".split()
_COMMANDS = (
    r"\citep{%s}", r"\citet{%s}", r"\cite[p.~3]{%s}", r"\citep[see][chap.~2]{%s}", r"\parencite{%s}", r"\textcite{%s}",
    r"\citealp{%s}", r"\footcite[12]{%s}", r"\citeyearpar{%s}", r"\Citet{%s}",
)  # fmt: skip
_WORDS = (
    "the water of a river slows down where it meets the sea and the sand that it carries sinks to the ground so that "
    "new land grows from year to year while the ice above it melts"
).split()


@dataclass(slots=True)
class Thesis:
    """The main document, the keys that are cited but not listed, and for typos the key that was meant."""

    main: Path
    undefined: frozenset[str]
    meant: dict[str, str]


def write_thesis(
    folder: Path,
    files: int = 60,
    citations: int = 3000,
    entries: int = 5000,
    undefined: int = 40,
    typos: int = 12,
) -> Thesis:
    """Write a thesis and its list to a folder; the same numbers give the same thesis."""
    choose = random.Random(17)
    keys = _keys(choose, entries + undefined - typos)
    listed, unlisted = keys[:entries], keys[entries:]
    meant = _typos(choose, listed, typos)
    missing = [*unlisted, *meant]
    cited = [*missing, *(choose.choice(listed) for _ in range(citations - len(missing)))]
    choose.shuffle(cited)
    (folder / "chapters").mkdir()
    names = [f"chapters/chapter{number:02}" for number in range(1, files)]
    for at, name in enumerate(names):
        part = cited[at :: len(names)]
        (folder / f"{name}.tex").write_text("\n".join(_chapter(choose, at, part)), "utf-8")
    included = "\n".join(rf"\include{{{name}}}" for name in names)
    main = folder / "thesis.tex"
    main.write_text(
        "\\documentclass{book}\n\\usepackage{natbib}\n\\begin{document}\n"
        f"{included}\n\\bibliographystyle{{plainnat}}\n\\bibliography{{lists/library}}\n\\end{{document}}\n",
        "utf-8",
    )
    (folder / "lists").mkdir()
    text = "\n\n".join(_entry(choose, key) for key in listed)
    (folder / "lists" / "library.bib").write_text(text + "\n", "utf-8")
    return Thesis(main, frozenset(missing), meant)


def _keys(choose: random.Random, count: int) -> list[str]:
    """Return different keys that are more than one typo apart: a family name, a year and a noun."""
    families: dict[str, None] = {}
    rests: set[str] = set()
    while len(families) < count:
        family = _family(choose)
        around = {family[:at] + family[at + 1 :] for at in range(len(family))} | {family}
        if rests.isdisjoint(around):
            families[family] = None
            rests |= around
    return [f"{family}{choose.randint(1950, 2019)}{choose.choice(_NOUNS)}" for family in families]


def _family(choose: random.Random) -> str:
    syllables = "".join(choose.choice(_ONSETS) + choose.choice(_VOWELS) for _ in range(3))
    return syllables + choose.choice(_CODAS)


def _typos(choose: random.Random, listed: list[str], count: int) -> dict[str, str]:
    """Return mistyped keys with those that are meant: a letter is missing, doubled, wrong, or swapped with the next."""
    found: dict[str, str] = {}
    for number, key in enumerate(choose.sample(listed, count)):
        at = choose.randrange(1, 4)
        before, letter, after = key[:at], key[at], key[at + 1 :]
        wrong = "x" if letter != "x" else "q"
        swapped = after[0] + letter + after[1:] if after[0] != letter else wrong + after
        found[before + (after, letter + letter + after, wrong + after, swapped)[number % 4]] = key
    return found


def _chapter(choose: random.Random, number: int, keys: list[str]) -> Iterator[str]:
    yield rf"\chapter{{Part {number + 1}}}\label{{cha:{number}}}"
    for at, key in enumerate(keys):
        words = " ".join(choose.choice(_WORDS) for _ in range(60))
        yield f"{words.capitalize()} {choose.choice(_COMMANDS) % key}. % a note about \\cite{{nothing}}"
        if at % 10 == 9:
            yield rf"See Figure~\ref{{fig:{number}-{at}}} and \verb|\cite{{{key}x}}|." + "\n"


def _entry(choose: random.Random, key: str) -> str:
    family = key[: next(at for at, char in enumerate(key) if char.isdigit())]
    year = key[len(family) : len(family) + 4]
    noun = key[len(family) + 4 :]
    start = choose.randint(1, 900)
    return (
        f"@article{{{key},\n  author = {{{family.capitalize()}, {choose.choice(('Ann', 'Ben', 'Carla', 'Dan'))}}},\n"
        f"  title = {{{choose.choice(_KINDS).capitalize()} {noun} of the {family.capitalize()} coast}},\n"
        f"  journal = {{Journal of {choose.choice(_NOUNS).capitalize()}}},\n  year = {{{year}}},\n"
        f"  volume = {{{int(year) - 1940}}},\n  pages = {{{start}--{start + choose.randint(4, 40)}}},\n}}"
    )
