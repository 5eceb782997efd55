"""Documents that cite the items of real libraries: runs of the same item, locators, affixes and long citations."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path

from tests.csl.random_items import Record

from refkit import api
from refkit.csl.catalogue import style_names
from refkit.errors import RefkitError
from refkit.model.csl_json import record_from_item

LOCALES = ("en-US", "de-DE", "fr-FR", "es-ES", "pt-BR", "it-IT", "ru-RU", "zh-CN", "en-GB")
LABELS = (
    "appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page "
    "paragraph part rule scene section sub-verbo supplement table timestamp title-locator verse version volume"
).split()
LOCATORS = ("12", "12-14", "5, 7", "iv", "33–35", "3 & 9", "A2", "14f.", "112-118", "xii-xv")
PREFIXES = ("see ", "See also ", "e.g., ", "cf. ", "vgl. ", "for example, ", "compare ")
SUFFIXES = (", emphasis added", " and elsewhere", ", passim", " (in print)", " et passim")
_FORMAT = re.compile(r'citation-format="([^"]*)"')
_LOCALE = re.compile(r'<style[^>]*default-locale="([^"]*)"')


def half_of(name: str) -> str:
    """Return the half of a library, "look" or "count", by the SHA-256 of its name."""
    return "count" if sha256(name.encode()).digest()[0] % 2 else "look"


def libraries(folders: Sequence[Path], half: str) -> list[Path]:
    """Return the files of the libraries in a half."""
    files = sorted(path for folder in folders for path in folder.glob("*.bib"))
    return [path for path in files if half_of(path.name) == half]


def records(path: Path, count: int) -> list[Record]:
    """Return some items of a library as CSL-JSON, the same ones each time."""
    try:
        items = {item.id: item for item in reversed(api.load(path).items) if item.id}
    except RefkitError:
        return []
    found = sorted(items.values(), key=lambda item: item.id)
    chosen = random.Random(path.name).sample(found, min(count, len(found)))
    return [record_from_item(item) for item in chosen]


def documents(ids: Sequence[str], seed: str) -> list[list[Record]]:
    """Return clusters of cites: each item by itself, repeated items, and several items together."""
    chance = random.Random(seed)
    singles = [[_cite(chance, id_)] for id_ in ids]
    together = [
        [_cite(chance, id_) for id_ in chance.sample(ids, min(chance.randint(2, 5), len(ids)))]
        for _ in range(len(ids) // 3 + 1)
    ]
    runs = [list(_run(chance, chance.choice(ids))) for _ in range(4)]
    return [*singles, *together, *(cluster for run in runs for cluster in run)]


def _run(chance: random.Random, id_: str) -> Iterator[list[Record]]:
    """Yield cites of one item in a row: as it is, with a locator, with the same one and with another one."""
    located = _located(chance, {"id": id_})
    yield [{"id": id_}]
    yield [dict(located)]
    yield [dict(located)]
    yield [_located(chance, {"id": id_})]
    yield [{"id": id_}]


def _located(chance: random.Random, cite: Record) -> Record:
    return cite | {"locator": chance.choice(LOCATORS), "label": chance.choice([*LABELS, "page"])}


def _cite(chance: random.Random, id_: str) -> Record:
    cite: Record = {"id": id_}
    if chance.random() < 0.3:
        cite = _located(chance, cite)
    if chance.random() < 0.1:
        cite["prefix"] = chance.choice(PREFIXES)
    if chance.random() < 0.1:
        cite["suffix"] = chance.choice(SUFFIXES)
    return cite


def styles(names: Sequence[str], seed: int, count: int) -> list[tuple[str, str]]:
    """Return styles of all citation formats, half of them with a locale of their own, and a locale for each.

    A style with a locale of its own keeps it: the locale is the empty string.
    """
    kinds: dict[tuple[str, bool], list[str]] = {}
    chance = random.Random(seed)
    for name in chance.sample(list(names), len(names)):
        head = style_names()[name].read_text(encoding="utf-8")
        kind, own = _FORMAT.search(head), _LOCALE.search(head)
        foreign = own is not None and not own[1].startswith("en")
        kinds.setdefault((kind[1] if kind else "", foreign), []).append(name)
    groups = [iter(group) for _, group in sorted(kinds.items())]
    drawn = list(islice(_in_turn(groups), count))
    foreign_names = {name for (_, foreign), group in kinds.items() if foreign for name in group}
    locales = cycle(LOCALES)
    return [(name, "" if name in foreign_names else next(locales)) for name in drawn]


def _in_turn(groups: list[Iterator[str]]) -> Iterator[str]:
    while groups:
        for group in list(groups):
            name = next(group, None)
            if name is None:
                groups.remove(group)
            else:
                yield name
