"""Cases of other projects: a file, and the references that they expect from it, compared as CSL-JSON.

Values are compared twice: as written (strict), and without case, markup and the kind of dashes and quotation marks
(loose). Left out are keys, keywords, notes, archives and call numbers, which the projects treat in different ways.
Names are compared after the particles and suffixes in Zotero's two-part names were separated, as processors do, and
the director of a film is compared as its author, because Zotero exports one as the other.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import refkit
from refkit.data.bibtex_csl import LANGUAGES
from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES
from refkit.data.zotero import CREATORS, FIELDS, TYPES
from refkit.model.csl_json import name_from, record_from_name
from refkit.model.dates import parse_date

Record = Mapping[str, object]

LARGEST = 300_000  # characters of an input
LEFT_OUT = frozenset(
    """id citation-key source journalAbbreviation shortTitle keyword note custom call-number archive archive_location
    annote categories container-title-short title-short abstract""".split()
)
DASHES_AND_QUOTES = str.maketrans("‘’“”–—‐−‑", "''\"\"-----")
# Variables of the fields of Zotero's items that have no other name there ("title"), by the names in its data.
ZOTERO_FIELDS = FIELDS | {
    "title": "title", "volume": "volume", "issue": "issue", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "url": "URL",
    "edition": "edition", "language": "language", "publisher": "publisher", "company": "publisher",
    "network": "publisher", "distributor": "publisher", "label": "publisher", "number": "number", "version": "version",
    "section": "section", "type": "genre", "accessdate": "accessed", "originaldate": "original-date",
    "casename": "title", "nameofact": "title", "subject": "title",
}  # fmt: skip
FILMS = frozenset(("motion_picture", "broadcast"))
# The types of Zotero whose first creators are `contributor`s if a file calls them authors.
WITHOUT_AUTHORS = frozenset(("artwork", "audioRecording", "film", "presentation", "videoRecording"))


class Case(NamedTuple):
    """A case: its name, the format of the input, the input, and the expected references."""

    name: str
    source_format: str
    text: str
    expected: list[Record]

    @property
    def half(self) -> str:
        """Return `look` or `count`: failures of the first half may be read while the mapping is changed."""
        number = int(hashlib.sha1(self.name.encode()).hexdigest(), 16)
        return "count" if number % 2 else "look"


def _hand_graded(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the cases that were written or reviewed by people."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            case = json.loads(line) if line.strip() else {"grade": ""}
            if case["grade"] == "hand":
                yield case


def cases(folder: Path, formats: Sequence[str]) -> Iterator[Case]:
    """Yield the cases in these formats with a result that can be compared as CSL-JSON."""
    for case in _hand_graded(folder):
        text = _input(case)
        if case["from"] in formats and case["to"] in READ_AS and len(text) < LARGEST:
            yield Case(case["id"], case["from"], text, READ_AS[case["to"]](case["expected"]))


def written_cases(folder: Path, source: str, dialect: str) -> Iterator[tuple[Case, str]]:
    """Yield the cases that convert JSON to a dialect of BibTeX, with the text that they expect."""
    for case in _hand_graded(folder):
        if case["from"] == source and case["to"] == dialect:
            yield Case(case["id"], source, _input(case), []), case["expected"]


def _input(case: Record) -> str:
    value = case["input"]
    return value if isinstance(value, str) else json.dumps(value)


def _csl_records(expected: object) -> list[Record]:
    found = json.loads(expected) if isinstance(expected, str) else expected
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, dict)]


def _zotero_records(expected: object) -> list[Record]:
    return [_from_zotero(one) for one in _csl_records(expected) if one.get("itemType") != "note"]


def _bib_records(expected: object) -> list[Record]:
    """Return the entries of a .bib file, as refkit reads them; JabRef writes fields of BibLaTeX in all of them."""
    library = refkit.loads(str(expected), format="biblatex")
    return [{**one, "id": ""} for one in _csl_records(refkit.dumps(list(library), "csl-json"))]


READ_AS = {"bib": _bib_records, "csljson": _csl_records, "zotero": _zotero_records}


def _from_zotero(item: Record) -> Record:
    kind = str(item["itemType"])
    record: dict[str, object] = {
        "id": item.get("citationKey") or "",
        "type": TYPES.get(kind.lower(), kind),
    }
    for name, value in item.items():
        variable = ZOTERO_FIELDS.get(name.lower())
        if variable and isinstance(value, str) and value:
            record.setdefault(variable, value)
    for creator in item.get("creators") or ():  # type: ignore[attr-defined]  # a list in Zotero's data
        role = creator["creatorType"]
        is_author = role == "contributor" and kind in WITHOUT_AUTHORS
        variable = "author" if is_author else CREATORS.get(role.lower(), role.lower())
        parts = {"family": creator.get("lastName"), "given": creator.get("firstName")}
        parsed = name_from({"literal": creator["name"]} if "name" in creator else parts)
        if parsed is not None:
            names = record.setdefault(variable, [])
            names.append(record_from_name(parsed))  # type: ignore[attr-defined]
    return record


def comparable(record: Record, loose: bool) -> dict[str, str]:
    """Return the values of a record in the form in which they are compared."""
    found: dict[str, str] = {}
    for name, value in record.items():
        variable = "event-title" if name == "event" else name
        if variable in LEFT_OUT or value in (None, "", [], {}):
            continue
        if variable in NAME_VARIABLES:
            names = value if isinstance(value, list) else [value]
            found[variable] = "; ".join(_name(one, loose) for one in names)
        elif variable in DATE_VARIABLES:
            found[variable] = _date(value, loose)
        elif not isinstance(value, (dict, list)):
            found[variable] = _text(_without_form(variable, str(value), loose), loose)
    if found.get("type") in FILMS and "author" not in found and "director" in found:
        found["author"] = found.pop("director")
    return found


def _without_form(variable: str, value: str, loose: bool) -> str:
    if variable == "DOI":
        return re.sub(r"^https?://(dx\.)?doi\.org/", "", value)
    if loose and variable in ("ISBN", "ISSN"):
        return re.sub(r"[^0-9X,; ]", "", value.upper())
    if loose and variable == "language":
        return LANGUAGES.get(value.lower(), value)[:2]
    return value


def _text(value: str, loose: bool) -> str:
    value = unicodedata.normalize("NFC", html.unescape(re.sub(r"</?span[^>]*>", "", value)))
    if loose:
        value = re.sub(r"</?[a-z]+[^>]*>", "", value).translate(DASHES_AND_QUOTES)
        value = value.replace("--", "-").casefold().strip(" .")
    return " ".join(value.split())


def _name(name: object, loose: bool) -> str:
    parts = name if isinstance(name, dict) else {"literal": str(name)}
    particles = ("dropping-particle", "non-dropping-particle", "family")
    family = " ".join(str(parts[part]) for part in particles if parts.get(part))
    family = re.sub(r"(?<=['’-]) ", "", family)  # a particle such as d' has no space after it
    joined = "|".join(
        [str(parts.get("literal") or family), str(parts.get("given") or ""), str(parts.get("suffix") or "")]
    )  # fmt: skip
    joined = _text(joined.rstrip("|"), loose)
    return " ".join(re.sub(r"[.\s]+", " ", joined).replace(" |", "|").split()) if loose else joined


def _date(value: object, loose: bool) -> str:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    if parts and parts != [[]]:
        return "/".join("-".join(f"{int(n):02d}" for n in one if n) for one in parts if one)
    text = value if isinstance(value, str) else str((value or {}).get("raw") or (value or {}).get("literal") or "")  # type: ignore[attr-defined]  # fmt: skip
    date = parse_date(text.split("T")[0])
    ends = [one for one in (date.start, date.end) if one]
    if not ends:
        return _text(text, loose)
    return "/".join("-".join(f"{n:02d}" for n in (one.year, one.month, one.day) if n) for one in ends)  # fmt: skip


class Score(NamedTuple):
    """The number of expected values, those that are right, and the wrong ones as (variable, expected, found)."""

    total: int
    right: int
    wrong: list[tuple[str, str, str]]


def matches(
    expected: Sequence[Record], found: Sequence[Record], loose: bool
) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Yield each expected record with the one that has the same key, or else most equal values."""
    remaining = [comparable(one, loose) for one in found]
    by_id = {str(one.get("id")): comparable(one, loose) for one in found}
    for record in expected:
        wanted = comparable(record, loose)
        match = by_id.get(str(record.get("id")) or "") or max(
            remaining, key=lambda one: len(wanted.items() & one.items()), default={}
        )
        yield wanted, match


def score(expected: Sequence[Record], found: Sequence[Record], loose: bool) -> Score:
    """Compare records."""
    total, wrong = 0, []
    for wanted, match in matches(expected, found, loose):
        total += len(wanted)
        pairs = ((name, value, match.get(name, "")) for name, value in wanted.items())
        wrong += [pair for pair in pairs if pair[1] != pair[2]]
    return Score(total, total - len(wrong), wrong)
