"""Read the fixtures of CSL processors: the CSL test suite, citeproc-js, citeproc (Haskell) and citeproc-lua.

A fixture has a MODE (citation or bibliography), a style, items and an expected RESULT, each in a section of its name.
Optional sections say what is cited: CITATION-ITEMS (lists of cites, each rendered by itself), CITATIONS (a document
that is written citation by citation), or neither (one citation of all items in the order of the bibliography).
BIBENTRIES lists the uncited items, and BIBSECTION selects entries. citeproc (Haskell) reads CITATION-ITEMS as a
document, too, and gives CITATIONS without the citations before and after each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SECTION = re.compile(r">>=+ ([A-Z0-9-]+) =+>>(.*?)<<=+ \1 =+<<", re.DOTALL)
DATA = "INPUT CITATION-ITEMS CITATIONS BIBENTRIES BIBSECTION OPTIONS ABBREVIATIONS".split()
DOCUMENT_ONLY = "citeproc-hs."

Record = Mapping[str, object]
Places = list[tuple[str, int]]


@dataclass(slots=True, frozen=True)
class Step:
    """An edit of a document: the citation `name` is set, between the others with their notes.

    `properties` are those of the citation, such as its note and its mode.
    """

    name: str
    cites: list[Record]
    properties: Record
    before: Places
    after: Places

    @property
    def order(self) -> Places:
        """The citations of the document after the edit, with their notes."""
        return [*self.before, (self.name, number(self.properties.get("noteIndex"))), *self.after]


@dataclass(slots=True, frozen=True)
class Fixture:
    """One parsed fixture; `lists` and `document` are None without their sections.

    `submodes` are the words after the mode, such as "nosort" or "rtf". `is_numbered` is whether the result shows the
    position of each citation of the document, and whether the last edit changed it.
    """

    name: str
    mode: str
    submodes: frozenset[str]
    style: str
    items: list[Record]
    expected: str
    lists: list[list[Record]] | None
    document: list[Step] | None
    entries: list[str] | None
    selection: Mapping[str, list[Record]]
    options: Record
    abbreviations: Mapping[str, Mapping[str, Mapping[str, str]]]

    @property
    def is_numbered(self) -> bool:
        """Whether the expected result marks the citations of a document."""
        return re.match(r"(?:>>|\.\.)\[\d+\]", self.expected) is not None


def read_fixture(path: Path) -> Fixture:
    """Read a fixture's sections."""
    parts = {
        name: body.strip() for name, body in SECTION.findall(path.read_text(encoding="utf-8-sig"))
    }

    data = {name: json.loads(parts[name]) for name in DATA if parts.get(name)}
    mode, *submodes = parts["MODE"].split("-")
    items, lists = data.get("INPUT", []), data.get("CITATION-ITEMS")
    citations, entries = data.get("CITATIONS"), data.get("BIBENTRIES")
    if path.stem.startswith(DOCUMENT_ONLY) and citations is None:
        citations, lists = lists, [[{"id": item["id"]} for item in items]]
    items = [*items, *cited_records(lists or []), *cited_records(citations or [])]
    return Fixture(
        path.stem,
        mode,
        frozenset(submodes),
        parts["CSL"],
        items,
        parts["RESULT"],
        lists,
        None if citations is None else document(citations),
        None if not entries else [str(one) for one in entries[-1]],
        data.get("BIBSECTION", {}),
        data.get("OPTIONS", {}),
        data.get("ABBREVIATIONS", {}),
    )


def cited_records(value: object) -> list[Record]:
    """Return the items that cites contain themselves, in citeproc (Haskell)."""
    if isinstance(value, list):
        return [record for one in value for record in cited_records(one)]
    if not isinstance(value, dict):
        return []
    own = [value["itemData"]] if "itemData" in value else []
    return [*own, *cited_records(value.get("citationItems", []))]


def document(citations: object) -> list[Step]:
    """Return the edits of a document; a citation without its neighbors comes after all before it."""
    assert isinstance(citations, list)
    steps: list[Step] = []
    for at, given in enumerate(citations):
        citation, *neighbors = members(given)
        steps.append(step(citation, neighbors, at, steps))
    return steps


def members(given: object) -> list[object]:
    """Return a citation and the lists of citations before and after it, as far as they are given.

    citation = {"citationItems": [...]} | [cite, ...] | [citation] | [citation, before] | [citation, before, after]
    """
    if not isinstance(given, list):
        return [given]
    is_citation = given and isinstance(given[0], dict) and "citationItems" in given[0]
    return given if is_citation else [{"citationItems": given}]


def step(given: object, neighbors: list[object], at: int, earlier: list[Step]) -> Step:
    assert isinstance(given, dict)
    properties = {**given, **given.get("properties", {})}
    if "citationNoteNumber" in given:
        properties["noteIndex"] = given["citationNoteNumber"]
    before, after = [*map(pairs, neighbors), None, None][:2]
    if before is None:
        before = earlier[-1].order if earlier else []
    name = str(given.get("citationID", f"citation {at}"))
    return Step(name, given["citationItems"], properties, before, after or [])


def pairs(listing: object) -> Places:
    """Return the citations before or after the edited one, with their notes."""
    assert isinstance(listing, list)
    return [(str(name), int(note)) for name, note in listing]


def number(value: object) -> int:
    """Return a number of a fixture, which may be missing or a string."""
    return int(str(value)) if value else 0
