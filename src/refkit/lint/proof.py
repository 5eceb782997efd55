"""Verify fixes: their findings must be gone, and nothing may have become worse."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from refkit.lint.cache import EntryMemory
from refkit.lint.engine import check_file
from refkit.lint.facts import inherits
from refkit.lint.items import item_finder
from refkit.lint.persons import written_names
from refkit.lint.rule import Edit, Finding, Safety, Verdict
from refkit.lint.settings import Settings, selected_rules
from refkit.lint.sweep import swept
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.records import dataclass

# Families about how a file is written. An unsafe fix that renames a field or separates two names lets other
# rules see what they could not see before; that was wrong before, but none may break the writing.
WRITING = ("SYN", "TEX")

# Fields with lists of names.
NAMES = frozenset(("author", "editor", "translator", "bookauthor"))

Counts = dict[int, Counter[str]]


@dataclass(slots=True)
class State:
    """A source, its references, and the findings in it. `starts` are the positions of the entries."""

    source: Source
    library: Library
    findings: list[Finding]
    memory: EntryMemory
    starts: list[int]

    def number_at(self, offset: int) -> int:
        """Return the number of the last entry that starts at or before an offset, or -1."""
        return bisect_right(self.starts, offset) - 1


def read_state(
    source: Source,
    read: Callable[[Source], Library],
    settings: Settings,
    before: State | None = None,
) -> State:
    """Read and check a source; entries that are unchanged since `before` are not checked again."""
    library = read(source)
    memory = EntryMemory(before.memory.new, before.memory.audiences) if before else EntryMemory({})
    memory.name_entries(library)
    findings = check_file(library, settings, memory)
    return State(source, library, findings, memory, [e.span.start for e in library.entries])


def failures(
    before: State, after: State, applied: Sequence[Finding], settings: Settings
) -> dict[int, str]:
    """Return, by the number of the entry, why the fixes applied in it cannot be verified."""
    changed = by_entry(before, applied)
    broken = _unread(before, after, applied, sorted(changed))
    if broken:
        return broken
    found = _counts(before, before.findings), _counts(after, after.findings)
    faults = _fault_counts(before), _fault_counts(after)
    rules = [rule for rule in selected_rules(settings) if rule.verdict is Verdict.FAULT]
    usual = {rule.code for rule in rules if rule.default}
    written = {rule.code for rule in rules if rule.code.startswith(WRITING)}
    rewritten = _codes_in_edits(after, applied)
    failed: dict[int, str] = {}
    for number, fixes in changed.items():
        old, new = (side.get(number, Counter()) for side in found)
        reason = (
            _still_found(old, new, fixes)
            or _new_finding(
                old,
                new,
                usual if all(map(_is_safe, fixes)) else written & rewritten.get(number, set()),
            )
            or _new_fault(*(side.get(number, Counter()) for side in faults))
            or (_doubled(before, after, number) if number >= 0 else "")
            or (_divided(before, after, number) if number >= 0 else "")
        )
        if reason:
            failed[number] = reason
    if any(_is_safe(finding) for finding in applied):
        for number in _other_items(before, after, changed):
            failed.setdefault(number, "the meaning of the reference would change")
    return failed


def by_entry(state: State, findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """Return the findings by the number of the entry that their fix edits."""
    grouped: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.fix and finding.fix.edits:
            number = state.number_at(finding.fix.edits[0].span.start)
            grouped.setdefault(number, []).append(finding)
    return grouped


def _unread(
    before: State, after: State, applied: Iterable[Finding], changed: Sequence[int]
) -> dict[int, str]:
    """Return the changed entries that are followed by other entries than before."""
    expected = _moved(before.starts, [e for f in applied if f.fix for e in f.fix.edits])
    if expected == after.starts:
        return {}
    wrong = [bisect_right(expected, start) - 1 for start in set(expected) ^ set(after.starts)]
    blamed = {changed[max(bisect_right(changed, number) - 1, 0)] for number in wrong}
    return dict.fromkeys(blamed, "entries would be read differently")


def _moved(starts: Sequence[int], edits: Iterable[Edit]) -> list[int]:
    """Return the positions in the new text that correspond to positions in the old text."""
    ordered = sorted(edits, key=lambda edit: edit.span)
    places = [edit.span.start for edit in ordered]
    growth = (len(edit.text) - (edit.span.end - edit.span.start) for edit in ordered)
    sums = [0, *accumulate(growth)]
    return [start + sums[bisect_right(places, start - 1)] for start in starts]


def _codes_in_edits(after: State, applied: Iterable[Finding]) -> dict[int, set[str]]:
    """Return the codes of the findings in the text of the edits, by the number of the entry."""
    edits = sorted((e for f in applied if f.fix for e in f.fix.edits), key=lambda e: e.span)
    starts = _moved([edit.span.start for edit in edits], edits)
    places: dict[int, list[Span]] = {}
    for start, edit in zip(starts, edits, strict=True):
        places.setdefault(after.number_at(start), []).append(Span(start, start + len(edit.text)))
    codes: dict[int, set[str]] = {}
    for finding in after.findings:
        number = after.number_at(finding.span.start)
        if any(_overlap(finding.span, place) for place in places.get(number, ())):
            codes.setdefault(number, set()).add(finding.code)
    return codes


def _overlap(one: Span, other: Span) -> bool:
    return one.start < max(other.end, other.start + 1) and other.start < one.end


def _counts(state: State, findings: Iterable[Finding]) -> Counts:
    counts: Counts = {}
    for finding in findings:
        counts.setdefault(state.number_at(finding.span.start), Counter())[finding.code] += 1
    return counts


def _fault_counts(state: State) -> Counts:
    counts: Counts = {}
    for fault in state.library.faults:
        counts.setdefault(state.number_at(fault.span.start), Counter())[fault.kind] += 1
    return counts


def _still_found(old: Counter[str], new: Counter[str], fixes: Iterable[Finding]) -> str:
    done = Counter(finding.code for finding in fixes)
    left = next((code for code in done if new[code] > old[code] - done[code]), "")
    return f"`{left}` would be reported again" if left else ""


def _new_finding(old: Counter[str], new: Counter[str], serious: Collection[str]) -> str:
    more = next((code for code in new if code in serious and new[code] > old[code]), "")
    return f"`{more}` would be reported" if more else ""


def _new_fault(old: Counter[str], new: Counter[str]) -> str:
    return "the entry could not be read without errors" if any(new[k] > old[k] for k in new) else ""


def _doubled(before: State, after: State, number: int) -> str:
    old, new = (
        Counter(field.name for field in state.library.entries[number].fields)
        for state in (before, after)
    )
    twice = next((name for name in new if new[name] > max(old[name], 1)), "")
    return f"there would be two fields `{twice}`" if twice else ""


def _divided(before: State, after: State, number: int) -> str:
    """Return why the names of a field must not be another number than before.

    Only people may be separated: a mark in the name of an organization is part of it.
    """
    old, new = (state.library.entries[number].by_name() for state in (before, after))
    for name in NAMES & old.keys() & new.keys():
        if old[name].value != new[name].value:
            names = written_names(old[name].value), written_names(new[name].value)
            if not _same_people(*names):
                return f"`{name}` would have other names"
    return ""


def _same_people(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the number of names is the same, or the names that are new are certainly people's."""
    from refkit.lint.whole_names import is_certain

    own = [name for name in old if name]
    added = Counter(new) - Counter(own)
    return len(own) == len(new) or all(map(is_certain, added))


def _is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safety is Safety.SAFE


def _other_items(before: State, after: State, changed: Iterable[int]) -> Iterator[int]:
    """Yield the changed entries whose item, or the item of an heir, differs after the fixes."""
    old_item, new_item = item_finder(before.library), item_finder(after.library)
    numbers = set(changed) - {-1}
    keys = {before.library.entries[number].key.lower(): number for number in numbers}
    heirs = {n for n, entry in enumerate(swept(before.library).entries) if inherits(entry)}
    for number in sorted(numbers | heirs):
        entry = before.library.entries[number]
        if _same(old_item(entry), new_item(after.library.entries[number])):
            continue
        if number in numbers:
            yield number
        yield from (keys[key] for key in _parents(entry) if key in keys)


def _same(old: Item | None, new: Item | None) -> bool:
    if old is None or new is None:
        return old is new
    return (old.type, old.names, old.dates, old.text, old.custom) == (
        new.type, new.names, new.dates, new.text, new.custom,
    )  # fmt: skip


def _parents(entry: Entry) -> Iterator[str]:
    for name in ("crossref", "xdata", "entryset"):
        field = entry.get(name)
        if field:
            yield from (key.strip().lower() for key in field.value.split(","))
