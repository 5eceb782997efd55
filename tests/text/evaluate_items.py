"""Measure how references become items: `python tests/text/evaluate_items.py [--set NAME] [--by style|language]`.

`references.jsonl` contains 200 references with the right items, written and checked by people. `other_lists.jsonl`
(with `--set other_lists`) contains 200 more in the forms of other people's lists, whose failures nobody looks at. Both
are used for measuring only. Prints how many types and names are right, how many references are right in every part, and
how many values of each variable: once for single references, and once for those of each list or style together.
`--wrong type` (or names, or a variable) shows errors.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1])]

from refkit import api  # noqa: E402
from refkit.data.csl import DATE_VARIABLES  # noqa: E402
from refkit.model.csl_json import item_from_record  # noqa: E402
from refkit.model.date import Date, DatePoint  # noqa: E402
from refkit.model.item import Item  # noqa: E402
from refkit.model.name import Name  # noqa: E402

NAMED = ("author", "editor", "translator")
COUNTED = (
    "title", "container-title", "issued", "volume", "issue", "page", "number", "edition", "publisher",
    "publisher-place", "collection-title", "collection-number", "event-title", "event-place", "version", "accessed",
    "original-date", "number-of-pages", "number-of-volumes", "DOI", "URL", "ISBN", "PMID",
)  # fmt: skip
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
)
_EDGES = " .,;:\"'()[]"


@dataclass(slots=True, frozen=True)
class Reference:
    """An unstructured reference, the right item, and other types that are equally acceptable."""

    text: str
    style: str
    language: str
    item: Item
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class Score:
    """The counts of right and wrong values; an extra name counts as a wrong one."""

    references: int = 0
    types: int = 0
    names: int = 0
    named: int = 0
    all_names: int = 0
    whole: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str]] = field(default_factory=list)

    @property
    def types_right(self) -> float:
        """Percentage of references whose type is right."""
        return percent(self.types, self.references)

    @property
    def names_right(self) -> float:
        """Percentage of names with all parts right."""
        return percent(self.names, self.named)

    def add(self, reference: Reference, item: Item) -> None:
        """Count one reference and the item it was parsed as."""
        self.references += 1
        wrong_before = len(self.wrong)
        if item.type in (reference.item.type, *reference.also):
            self.types += 1
        else:
            self._note("type", reference, reference.item.type, item.type)
        self._add_names(reference, item)
        for variable in COUNTED:
            self._add_variable(variable, reference, item)
        self.whole += len(self.wrong) == wrong_before

    def _add_names(self, reference: Reference, item: Item) -> None:
        whole = True
        for variable in NAMED:
            wanted, found = reference.item.names.get(variable, ()), item.names.get(variable, ())
            same = sum(map(is_same_name, wanted, found))
            number = max(len(wanted), len(found))
            self.names += same
            self.named += number
            if same < number:
                whole = False
                self._note("names", reference, f"{variable}={wanted}", str(found))
        self.all_names += whole

    def _add_variable(self, variable: str, reference: Reference, item: Item) -> None:
        wanted, found = value_of(reference.item, variable), value_of(item, variable)
        self.wanted[variable] += bool(wanted)
        self.found[variable] += bool(found)
        if wanted and is_same_value(wanted, found):
            self.right[variable] += 1
        elif wanted or found:
            self._note(variable, reference, wanted, found)

    def _note(self, what: str, reference: Reference, wanted: str, found: str) -> None:
        self.wrong.append(
            (what, f"{reference.text}\n    wanted {wanted or '-'}\n    found  {found or '-'}")
        )


def percent(part: int, whole: int) -> float:
    """Return the percentage; with nothing to count, it is 100."""
    return 100 * part / whole if whole else 100.0


def references(path: Path = HERE / "references.jsonl") -> list[Reference]:
    """Read the hand-checked references."""
    read = []
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        item, problems = item_from_record({"id": record["id"], **record["item"]})
        assert not problems, problems
        read.append(
            Reference(
                record["text"],
                record.get("list") or record["style"],
                record["language"],
                item,
                tuple(record.get("also", ())),
            )
        )
    return read


def plain(text: str) -> str:
    """Return text with typographers' quotes and dashes, case, edge punctuation and markup folded away."""
    text = unicodedata.normalize("NFC", re.sub(r"<[^<>]*>", "", text)).translate(_QUOTES)
    return re.sub(r"\s+", " ", text).strip(_EDGES).casefold()


def initials(text: str) -> str:
    """Return a given name without dots and spaces: `J. A.`, `J.A.` and `JA` are the same."""
    return re.sub(r"[.\s]", "", plain(text))


def is_same_name(wanted: Name, found: Name) -> bool:
    """Whether every part of a name is right; the two kinds of particle in CSL are interchangeable.

    A particle may be part of the family name, and a name in Chinese characters may be undivided.
    """
    return parts(wanted) == parts(found) or undivided(wanted) == undivided(found)


def undivided(name: Name) -> tuple[str, ...]:
    """Return a name with its particle in the family name, or undivided if it is in Chinese or Korean characters."""
    family, given, particle, suffix = (
        parts(name) if not (name.others or name.literal) else (plain(name.literal), "", "", "")
    )
    if re.match(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", family):
        return (re.sub(r"[\s·・]", "", family + given),)
    return f"{particle} {family}".strip(), given, suffix, str(bool(name.literal or name.others))


def parts(name: Name) -> tuple[str, ...]:
    """Return the parts of a name in the form in which they are compared."""
    if name.others:
        return ("others",)
    if name.literal:
        return ("literal", plain(name.literal))
    particle = plain(f"{name.dropping_particle} {name.particle}")
    return plain(name.family), initials(name.given), particle, plain(name.suffix)


def value_of(item: Item, variable: str) -> str:
    """Return a variable in the form in which it is compared; a date as numbers."""
    if variable in DATE_VARIABLES:
        return date_of(item.dates.get(variable, Date()))
    return plain(item.text.get(variable, ""))


def date_of(date: Date) -> str:
    """Return the parts of a date; for a range, those of both ends."""
    return "/".join(point_of(point) for point in (date.start, date.end) if point) or date.literal


def point_of(point: DatePoint) -> str:
    """Return the known parts of a point in time such as 2019-3-14 or 2019-s3."""
    season = f"s{point.season}" if point.season else None
    return "-".join(str(part) for part in (point.year, season, point.month, point.day) if part)


def is_same_value(wanted: str, found: str) -> bool:
    """Whether a value is right; `https://www.` may be missing from an address."""
    bare = [re.sub(r"^https?://", "", value).rstrip("/") for value in (wanted, found)]
    return bare[0] == bare[1]


def alone(gold: Sequence[Reference]) -> Iterator[tuple[Reference, Item]]:
    """Parse every reference separately."""
    for reference in gold:
        yield reference, api.parse(reference.text)


def listed(gold: Sequence[Reference]) -> Iterator[tuple[Reference, Item]]:
    """Parse the references of a style as one list; an item belongs to the reference that contains most of its entry."""
    for style in dict.fromkeys(reference.style for reference in gold):
        of_style = [reference for reference in gold if reference.style == style]
        text, places = "References\n\n", []
        for reference in of_style:
            places.append((len(text), len(text) + len(reference.text)))
            text += reference.text + "\n"
        library = api.loads(text, format="text")
        spans = [(entry.span.start, entry.span.end, at) for at, entry in enumerate(library.entries)]
        for reference, (start, end) in zip(of_style, places, strict=True):
            shared = [(min(end, last) - max(start, first), -at) for first, last, at in spans]
            most, at = max(shared, default=(0, 0))
            yield reference, library.items[-at] if most > (end - start) / 2 else Item("")


def scored(pairs: Iterable[tuple[Reference, Item]]) -> Score:
    """Return the score of parsed references."""
    score = Score()
    for reference, item in pairs:
        score.add(reference, item)
    return score


def wrong_parts(pairs: Iterable[tuple[Reference, Item]]) -> set[str]:
    """Return the wrong parts of parsed references as `id part`, such as `apa-01 volume`."""
    return {
        f"{reference.item.id} {part}"
        for reference, item in pairs
        for part, _ in scored([(reference, item)]).wrong
    }


def summary(name: str, score: Score) -> str:
    """Return one line: types, names, references with all names, values of variables."""
    right, wanted, found = score.right.total(), score.wanted.total(), score.found.total()
    return (
        f"{name:14} n={score.references:4} types {score.types_right:5.1f}  names {score.names_right:5.1f}"
        f" (all of a reference {percent(score.all_names, score.references):5.1f})"
        f"  all right {percent(score.whole, score.references):5.1f}"
        f"  values found {percent(right, wanted):5.1f}, right of those given {percent(right, found):5.1f}"
    )


def by_variable(score: Score) -> Iterator[str]:
    """Yield a line for each variable."""
    for variable in COUNTED:
        right, wanted, found = score.right[variable], score.wanted[variable], score.found[variable]
        yield f"  {variable:20} wanted {wanted:4} given {found:4} right {right:4}  {percent(right, wanted):5.1f}"


WAYS: dict[str, Callable[[Sequence[Reference]], Iterator[tuple[Reference, Item]]]] = {
    "alone": alone,
    "listed": listed,
}


def main() -> None:
    """Score both ways of parsing and print the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="references", help="references or other_lists")
    parser.add_argument("--by", choices=("style", "language"), help="also by style or by language")
    parser.add_argument(
        "--wrong", metavar="WHAT", help="show what went wrong with type, names or a variable"
    )
    asked = parser.parse_args()
    gold = references(HERE / f"{asked.set}.jsonl")
    for way, read in WAYS.items():
        pairs = list(read(gold))
        score = scored(pairs)
        print(summary(way, score), *by_variable(score), sep="\n")
        groups = (
            dict.fromkeys(getattr(reference, asked.by) for reference in gold) if asked.by else ()
        )
        for group in groups:
            print(summary(group, scored(p for p in pairs if getattr(p[0], asked.by) == group)))
        if asked.wrong:
            print(*(text for what, text in score.wrong if what == asked.wrong), sep="\n")


if __name__ == "__main__":
    main()
