"""Find the entries, fields and items of a block that rules visit, one set of conditions at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from refkit.lint.cues import LIKE_EXAMPLES, NON_ASCII, ODD_NAMES, UNREAD, Texts, joined
from refkit.lint.items import ItemFinder, without_doubtful
from refkit.lint.odd_names import Oddity, item_oddity, oddity
from refkit.lint.plan import Audience, Plan
from refkit.lint.rule import TEXT
from refkit.model.entry import Entry, Field
from refkit.model.item import Item

Visit = tuple[Field | Entry | Item, Entry]  # an object that rules visit, and its entry
Visits = tuple[Audience, Sequence[Visit]]


class Hearing:
    """The bits of the audiences that visit each entry, and those that visit its item, whatever words they contain."""

    __slots__ = ("entries", "items")

    def __init__(self) -> None:
        self.entries: dict[Entry, int] = {}
        self.items: dict[Entry, int] = {}


def visits_of(
    entries: Sequence[Entry], plan: Plan, item_of: ItemFinder, hearing: Hearing | None = None
) -> Iterator[Visits]:
    """Yield the objects that rules with the same conditions visit; those of rules on items are last.

    The bits of the audiences are added to `hearing`.
    """
    fields = _Fields(entries, plan)
    if hearing is not None:
        hearing.entries.update(fields.hearing)
    for audience in plan.on_entries:
        visits_entries = audience.first.visits is Entry
        yield (
            audience,
            list(fields.entries_for(audience) if visits_entries else fields.fields_for(audience)),
        )
    if plan.on_items:
        items = _Items(entries, plan, item_of, fields)
        if hearing is not None:
            hearing.items.update(items.hearing())
        for audience in plan.on_items:
            yield audience, items.items_for(audience)


class _Fields:
    """Some entries, and their fields by name."""

    __slots__ = ("_by_name", "_entry_texts", "_texts", "hearing")

    def __init__(self, entries: Sequence[Entry], plan: Plan) -> None:
        self.hearing = {entry: plan.hearing_entry(entry) for entry in entries}
        self._by_name: dict[str, list[tuple[Field, Entry]]] = defaultdict(list)
        for entry in entries:
            for field in entry.fields:
                self._by_name[field.name].append((field, entry))
        self._texts: dict[str, Texts[int]] = {}
        self._entry_texts: Texts[Entry] | None = None

    def entries_for(self, audience: Audience) -> Iterator[Visit]:
        """Yield the entries that an audience visits."""
        bit, cues = audience.bit, audience.first.cues
        heard = self.entries_with(cues) if cues else self.hearing
        yield from ((e, e) for e, bits in self.hearing.items() if bits & bit and e in heard)

    def fields_for(self, audience: Audience) -> Iterator[Visit]:
        """Yield the fields that an audience visits."""
        bit, cues = audience.bit, audience.first.cues
        for name in audience.fields or tuple(self._by_name):
            fields: Iterable[tuple[Field, Entry]] = self._by_name.get(name, ())
            if ODD_NAMES in cues:
                fields = [visit for visit in fields if oddity(visit[0].value) is Oddity.ODD]
            elif name in audience.first.cued and fields:
                fields = self._with_cues(name, cues)
            yield from (visit for visit in fields if self.hearing[visit[1]] & bit)

    def entries_with(self, cues: frozenset[str]) -> frozenset[Entry]:
        """Return the entries that contain one of the cues."""
        if NON_ASCII in cues:
            return self._in_other_characters()
        if self._entry_texts is None:
            self._entry_texts = Texts(
                (entry, joined([f.value for f in entry.fields if f.name not in UNREAD]))
                for entry in self.hearing
            )
        return self._entry_texts.with_cues(cues)

    def _in_other_characters(self) -> frozenset[Entry]:
        """Return the entries with characters outside ASCII."""
        return frozenset(
            entry
            for entry in self.hearing
            if not all(field.value.isascii() for field in entry.fields)
        )

    def _with_cues(self, name: str, cues: frozenset[str]) -> list[tuple[Field, Entry]]:
        """Return the fields with a name that contain one of the cues."""
        fields = self._by_name[name]
        if name not in self._texts:
            self._texts[name] = Texts(
                (index, f"\n{field.value}\n".lower()) for index, (field, _) in enumerate(fields)
            )
        return [fields[index] for index in sorted(self._texts[name].with_cues(cues))]


class _Items:
    """The items of some entries, and their values by variable."""

    __slots__ = ("_columns", "_fields", "_hearing", "_oddities", "_texts", "_visits")

    def __init__(
        self, entries: Sequence[Entry], plan: Plan, item_of: ItemFinder, fields: _Fields
    ) -> None:
        self._visits: list[tuple[Item, Entry]] = []
        self._hearing: list[int] = []
        for entry in entries:
            item = item_of(entry)
            if item is not None:
                form = entry.source.format
                seen = without_doubtful(item) if form == TEXT else item
                self._visits.append((seen, entry))
                self._hearing.append(plan.hearing_item(seen, form))
        self._fields = fields
        self._oddities: list[Oddity] = []
        self._columns = _columns(self._visits, plan.searched)
        self._texts: dict[str, Texts[int]] = {}

    def hearing(self) -> Iterator[tuple[Entry, int]]:
        """Yield the entries and the bits of the audiences that visit their items."""
        return zip((entry for _, entry in self._visits), self._hearing, strict=True)

    def items_for(self, audience: Audience) -> list[Visit]:
        """Return the items that an audience visits."""
        bit, rule = audience.bit, audience.first
        rows = zip(self._visits, self._hearing, strict=True)
        if not rule.cues:
            return [visit for visit, bits in rows if bits & bit]
        if ODD_NAMES in rule.cues:
            least = Oddity.LIKE_EXAMPLES if LIKE_EXAMPLES in rule.cues else Oddity.ODD
            odd = self._odd_names(least)
            return [visit for visit, bits in rows if bits & bit and visit[1] in odd]
        if not rule.cued:
            heard = self._fields.entries_with(rule.cues)
            return [visit for visit, bits in rows if bits & bit and visit[1] in heard]
        found = self._with_cues(audience)
        return [self._visits[index] for index in sorted(found) if self._hearing[index] & bit]

    def _odd_names(self, least: Oddity) -> set[Entry]:
        """Return the entries whose names are at least so odd."""
        if not self._oddities:
            self._oddities = [item_oddity(item) for item, _ in self._visits]
        return {
            visit[1]
            for visit, found in zip(self._visits, self._oddities, strict=True)
            if found >= least
        }

    def _with_cues(self, audience: Audience) -> set[int]:
        """Return the indexes of the items with a variable that contains a cue, or that needs none."""
        rule, found = audience.first, set[int]()
        for variable in rule.cued | rule.fields:
            column = self._columns.get(variable)
            if column is None:
                continue
            if variable not in rule.cued:
                found.update([index for index, _ in column])
                continue
            if variable not in self._texts:
                self._texts[variable] = Texts(
                    (index, f"\n{value}\n".lower()) for index, value in column
                )
            found |= self._texts[variable].with_cues(rule.cues)
        return found


def _columns(
    visits: Sequence[tuple[Item, Entry]], variables: frozenset[str]
) -> dict[str, list[tuple[int, str]]]:
    """Return the values of variables in items, with the index of each item."""
    columns: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, (item, _) in enumerate(visits):
        for texts in (item.text, item.custom):
            for variable, value in texts.items():
                if variable in variables:
                    columns[variable].append((index, value))
        for variable, date in item.dates.items():
            if variable in variables:
                columns[variable].append((index, date.raw or date.literal))
        for variable in item.names:
            if variable in variables:
                columns[variable].append((index, _written_names(item, variable)))
    return columns


def _written_names(item: Item, variable: str) -> str:
    """Return names as written in their field, which need not be parsed."""
    field = item.source_field(variable)
    return field.value if field is not None else " and ".join(map(str, item.names[variable]))
