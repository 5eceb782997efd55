"""Three-way merge of .bib files, entry by entry and field by field."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from refkit.formats.bibtex.database import scan_in_dialect
from refkit.formats.bibtex.edit import Document
from refkit.formats.bibtex.merge_entry import KEY, TYPE, Clash, Parts, merge_entry
from refkit.formats.bibtex.merge_lines import Markers, merge_lines, one_sided
from refkit.formats.bibtex.scan import ScanResult, scan
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

# Identifies a block: its kind, its key or name, and its number among those with the same name.
BlockId = tuple[str, str, int]
END: BlockId = ("end", "", 0)
# An entry with another key is a renamed one if they share at least this part of their fields.
LEAST_COMMON = 0.5
# Number of entries that are compared because they share a field.
MOST_ALIKE = 20


@dataclass(slots=True, frozen=True)
class Conflict:
    """Changes of both sides that exclude each other.

    `key` is that of the entry, or "" outside of entries; `part` is the name of the field, "type" or "key", or "" for
    the whole. `message` says what the sides did.
    """

    key: str
    part: str
    message: str


@dataclass(slots=True)
class Merged:
    """A merged text, with markers around conflicts."""

    text: str
    conflicts: list[Conflict] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """An entry, @string or @preamble with the text before it, and its key or name.

    The end of the file is a block without text.
    """

    gap: str
    text: str
    name: str = ""


Blocks = dict[BlockId, Block]


def merge_texts(base: str, ours: str, theirs: str, *, markers: Markers | None = None) -> Merged:
    """Merge the changes that two sides made to a .bib text.

    Changes of different fields are combined. The layout, the order of entries and the line ends are ours, except where
    only the other side changed them. A malformed entry is merged as a whole.
    """
    markers = markers or Markers()
    newline = "\r\n" if "\r\n" in (ours or theirs or base) else "\n"
    base, theirs = (_with_line_ends(text, newline) for text in (base, theirs))
    decided = one_sided(base, ours, theirs)
    if decided is not None:
        return Merged(decided)
    dialect = scan_in_dialect(ours, None)[1]
    versions = [_blocks(text, dialect) for text in (base, ours, theirs)]
    old, *sides = versions
    mine, yours = (with_base_keys(old, side, dialect) for side in sides)
    work = _Merge(old, mine, yours, dialect, markers)
    merged = work.run()
    if (mine.keys() != old.keys() or yours.keys() != old.keys()) and work.keep_used(merged.text):
        merged = work.run()
    merged.text = _with_new_keys(merged.text, dialect, old, (mine, yours))
    return merged if merged.conflicts else _verified(merged, dialect, versions)


def _with_new_keys(text: str, dialect: str, old: Blocks, sides: Sequence[Blocks]) -> str:
    """Return a text in which fields refer to renamed entries by their new keys."""
    new_keys = {
        old[block_id].name: block.name
        for side in sides
        for block_id, block in side.items()
        if block_id in old and block.name != old[block_id].name
    }
    if not new_keys:
        return text
    document = Document(text, dialect)
    taken = set(document.keys)
    gone = {key: new for key, new in new_keys.items() if key not in taken and new in taken}
    return document.text if document.rename_mentions(gone) else text


def _verified(merged: Merged, dialect: str, versions: Sequence[Blocks]) -> Merged:
    """Return the merged text with a conflict for each key that two entries have now."""
    known = set().union(*versions)
    merged.conflicts = [
        Conflict(block.name, "key", "two different entries have this key now")
        for (kind, name, number), block in _blocks(merged.text, dialect).items()
        if number and (kind, name, number) not in known
    ]
    return merged


def _with_line_ends(text: str, newline: str) -> str:
    unified = text.replace("\r\n", "\n")
    return unified.replace("\n", newline) if newline != "\n" else unified


def _blocks(text: str, dialect: str) -> Blocks:
    """Split a text at its entries, @strings and @preambles."""
    result = scan(text, dialect)
    found = sorted(
        [*_entries(text, result), *_strings(text, result), *_preambles(result)], key=lambda b: b[0]
    )
    blocks: Blocks = {}
    count: Counter[tuple[str, str]] = Counter()
    end = 0
    for start, stop, kind, written in found:
        # BibTeX compares keys without case
        name = written.lower() if dialect == "bibtex" else written
        block = Block(text[end:start], text[start:stop], written)
        blocks[kind, name, count[kind, name]] = block
        count[kind, name] += 1
        end = stop
    blocks[END] = Block(text[end:], "")
    return blocks


def _entries(text: str, result: ScanResult) -> Iterable[tuple[int, int, str, str]]:
    for number in range(len(result)):
        start, end = result.bounds(number)
        yield start, end, "entry", text[slice(*result.key_bounds(number))]


def _strings(text: str, result: ScanResult) -> Iterable[tuple[int, int, str, str]]:
    names = {one.span.start: text[slice(*one.name_span)] for one in result.definitions}
    starts = sorted(names)
    for span in result.strings:
        first = bisect_left(starts, span.start)
        is_known = first < len(starts) and starts[first] < span.end
        yield *span, "string", names[starts[first]].lower() if is_known else ""


def _preambles(result: ScanResult) -> Iterable[tuple[int, int, str, str]]:
    return ((*span, "preamble", "") for span in result.preambles)


class _Merge:
    """One merge of three versions; blocks with the same id are versions of one block."""

    def __init__(
        self, base: Blocks, ours: Blocks, theirs: Blocks, dialect: str, markers: Markers
    ) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.dialect = dialect
        self.markers = markers
        self.newline = "\r\n" if any("\r\n" in block.gap for block in ours.values()) else "\n"
        self.conflicts: list[Conflict] = []
        self.kept: set[BlockId] = set()

    def keep_used(self, text: str) -> bool:
        """Keep the blocks that one side removed and the merged text needs; return whether there are any.

        A macro is kept as it was, and an entry that others inherit from is a conflict.
        """
        removed = {
            block_id
            for block_id in self.base
            if (block_id in self.ours) != (block_id in self.theirs)
        }
        used = _used_names(text, {self.base[i].name for i in removed if i[0] == "string"})
        self.kept = {i for i in removed if (i[0], self.base[i].name.lower()) in used}
        return bool(self.kept)

    def run(self) -> Merged:
        """Return the merged text."""
        self.conflicts = []
        parts: list[str] = []
        for block_id in self._order():
            gap, text = self._gap(block_id), self._text(block_id)
            if block_id != END and not text:
                gap = gap.rstrip() if self._has_new_comment(block_id, gap) else ""
            elif parts:
                gap = self._separated(gap, parts[-1], text)
            parts += (gap, text)
        return Merged("".join(parts), self.conflicts)

    def _separated(self, gap: str, before: str, text: str) -> str:
        """Return the text between two blocks, so that markers are on lines of their own."""
        if text and not gap:
            return self.newline * 2
        if before.rpartition("\n")[2].startswith(">" * self.markers.size) and gap[:1] not in "\r\n":
            gap = self.newline + gap
        if text.startswith("<" * self.markers.size) and not gap.endswith("\n"):
            gap += self.newline
        return gap

    def _order(self) -> list[BlockId]:
        """Return the blocks in our order, or in theirs if they alone moved blocks.

        A new block follows the one that precedes it in its file.
        """
        common = self.base.keys() & self.ours.keys() & self.theirs.keys()
        orders = [[i for i in side if i in common] for side in (self.base, self.ours, self.theirs)]
        first, second = self.ours, self.theirs
        if orders[1] == orders[0] != orders[2]:
            first, second = second, first
        added: dict[BlockId | None, list[BlockId]] = {}
        previous: BlockId | None = None
        for block_id in second:
            if block_id in first:
                previous = block_id
            else:
                added.setdefault(previous, []).append(block_id)
        order: list[BlockId] = []
        waiting = added.get(None, [])
        for block_id in first:
            if block_id in second:
                order += waiting
                waiting = added.get(block_id, [])
            order.append(block_id)
        return order

    def _gap(self, block_id: BlockId) -> str:
        """Return the text before a block."""
        base, ours, theirs = (side.get(block_id) for side in (self.base, self.ours, self.theirs))
        if ours is None or theirs is None:
            only = ours or theirs
            return only.gap if only else ""
        old = base.gap if base else ""
        decided = one_sided(old, ours.gap, theirs.gap)
        if decided is None:
            decided = _decided_comment(old, ours.gap, theirs.gap)
        if decided is not None:
            return decided
        text, count = merge_lines(old, ours.gap, theirs.gap, self.markers)
        place = "at the end" if block_id == END else f"before `{ours.name}`"
        self.conflicts += [Conflict("", "", f"both sides changed the text {place}")] * count
        return text

    def _has_new_comment(self, block_id: BlockId, gap: str) -> bool:
        """Whether the text before a removed block was changed by the side that keeps the block."""
        base = self.base.get(block_id)
        return base is not None and gap.split() != base.gap.split()

    def _text(self, block_id: BlockId) -> str:
        """Return a merged block, or "" if it is removed."""
        base, ours, theirs = (
            block.text if (block := side.get(block_id)) else None
            for side in (self.base, self.ours, self.theirs)
        )
        if ours is None or theirs is None:
            return self._kept(block_id, base, ours, theirs)
        decided = one_sided(base or "", ours, theirs)
        if decided is not None:
            return decided
        if block_id[0] != "entry":
            return self._marked(block_id, base, ours, theirs)
        merged = merge_entry(base, ours, theirs, self.dialect, self.markers)
        name = self.ours[block_id].name
        self.conflicts += [_conflict(name, clash) for clash in merged.clashes]
        return merged.text

    def _kept(
        self, block_id: BlockId, base: str | None, ours: str | None, theirs: str | None
    ) -> str:
        """Return a block that a side does not have: it is new, or it was removed."""
        only = ours or theirs or ""
        if base is None or not only:
            return only
        if block_id in self.kept and block_id[0] == "string":
            return only
        if only.split() == base.split() and block_id not in self.kept:
            return ""
        return self._marked(block_id, base, ours, theirs)

    def _marked(
        self, block_id: BlockId, base: str | None, ours: str | None, theirs: str | None
    ) -> str:
        name = next(side[block_id].name for side in (self.ours, self.theirs) if block_id in side)
        self.conflicts.append(_conflict(name, Clash("", ours, theirs), block_id in self.kept))
        text = self.markers.around(ours or "", theirs or "", self.newline, base or "")
        return text.removesuffix(self.newline)


_KEYS_IN_FIELDS = lazy_pattern(
    r"\b(?:crossref|xref|xdata|related|entryset)\s*=\s*(?:\{([^{}]*)\}|\"([^\"{}]*)\")",
    re.IGNORECASE,
)
_BARE_WORD = lazy_pattern(r"[=#]\s*([^\s{}\"#,=()0-9][^\s{}\"#,=()]*)\s*(?=[,#})])")


def _used_names(text: str, macros: Set[str]) -> set[tuple[str, str]]:
    """Return the kinds and names, in lower case, of the entries and macros that fields refer to."""
    used = {
        ("entry", key.strip().lower())
        for match in _KEYS_IN_FIELDS.finditer(text)
        for key in (match[1] or match[2] or "").split(",")
    }
    if macros:
        used.update(("string", match[1].lower()) for match in _BARE_WORD.finditer(text))
    return used


def _decided_comment(base: str, ours: str, theirs: str) -> str | None:
    """Decide the text between blocks by its words; white space gives way."""
    words = [text.split() for text in (base, ours, theirs)]
    if words[1] == words[2] or words[2] == words[0]:
        return ours
    return theirs if words[1] == words[0] else None


def _conflict(key: str, clash: Clash, is_used: bool = False) -> Conflict:
    change = "refers to" if is_used else "changed"
    part = clash.name.removeprefix("@")
    what = f"the field `{part}`" if part == clash.name and part else f"the {part or 'entry'}"
    if clash.ours is None:
        return Conflict(key, part, f"ours removed {what}, and theirs {change} it")
    if clash.theirs is None:
        return Conflict(key, part, f"theirs removed {what}, and ours {change} it")
    return Conflict(key, part, f"both sides changed {what}")


def with_base_keys(base: Blocks, side: Blocks, dialect: str) -> Blocks:
    """Return the blocks of a side, in which a renamed entry has the id that it has in the base.

    An entry that has hardly a field of that with its key in the base may be another one, as if keys were swapped.
    """
    gone = {i: _fields(b.text, dialect) for i, b in base.items() if _is_entry(i, side)}
    new = {i: _fields(b.text, dialect) for i, b in side.items() if _is_entry(i, base)}
    for block_id, block in base.items():
        other = side.get(block_id)
        if block_id[0] != "entry" or other is None or other.text == block.text:
            continue
        old, fields = _fields(block.text, dialect), _fields(other.text, dialect)
        if _common(old, fields) < LEAST_COMMON:
            gone[block_id], new[block_id] = old, fields
    if not gone or not new:
        return side
    renamed = _without_collisions(_renamed(gone, new), side)
    return {renamed.get(block_id, block_id): block for block_id, block in side.items()}


def _is_entry(block_id: BlockId, others: Blocks) -> bool:
    """Whether a block is an entry that another version does not have."""
    return block_id[0] == "entry" and block_id not in others


def _common(one: Set[tuple[str, str]], other: Set[tuple[str, str]]) -> float:
    """Return the fraction of fields that two entries share."""
    return len(one & other) / max(len(one), len(other), 1)


def _without_collisions(renamed: dict[BlockId, BlockId], side: Blocks) -> dict[BlockId, BlockId]:
    """Return the renamed entries whose old ids are not those of other entries of the side."""
    while True:
        kept = {new: old for new, old in renamed.items() if old not in side or old in renamed}
        if len(kept) == len(renamed):
            return kept
        renamed = kept


def _fields(text: str, dialect: str) -> set[tuple[str, str]]:
    parts = Parts(text, dialect)
    return {
        (name, " ".join((parts.value(name) or "").split()))
        for name in parts.places
        if name not in (TYPE, KEY)
    }


def _renamed(
    gone: Mapping[BlockId, set[tuple[str, str]]], new: Mapping[BlockId, set[tuple[str, str]]]
) -> dict[BlockId, BlockId]:
    """Return the old id of each new entry that has most fields of one that is gone, each used once."""
    by_field: dict[tuple[str, str], list[BlockId]] = {}
    for block_id, fields in gone.items():
        for one in fields:
            by_field.setdefault(one, []).append(block_id)
    scores: list[tuple[float, BlockId, BlockId]] = []
    for new_id, fields in new.items():
        # the first entries that share a field: of fields that many share, such as a year, these are enough
        candidates = {i for one in fields for i in by_field.get(one, ())[:MOST_ALIKE]}
        for old_id in candidates:
            score = _common(fields, gone[old_id])
            if score >= LEAST_COMMON:
                scores.append((score, old_id, new_id))
    found: dict[BlockId, BlockId] = {}
    taken: set[BlockId] = set()
    for _, old_id, new_id in sorted(scores, reverse=True):
        if new_id not in found and old_id not in taken:
            found[new_id] = old_id
            taken.add(old_id)
    return found
