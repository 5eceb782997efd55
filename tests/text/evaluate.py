"""Measure the parser of plain-text references on labeled references.

    python tests/text/evaluate.py DATA.jsonl... [--per-field] [--confusions N] [--split docs] [--lists]

Each line of DATA is {"text", "segments": [[label, start, end]...], "fields": {label: value}}; `fields` alone is
enough. A field is right if it is equal except for case, accents and punctuation ("soft"); dates are compared by
year. The same fields count for the labels and for the predictions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).parents[2] / "src"))

FIELDS = (
    "author", "title", "container-title", "date", "volume", "issue", "pages", "publisher",
    "location", "editor", "doi", "url",
)  # fmt: skip
# A field counts in a set only if the set's gold labels it in this fraction of its references.
LABELLED_AT_ALL = 0.005

Segment: TypeAlias = tuple[str, int, int]
Values: TypeAlias = dict[str, str]
Labeller: TypeAlias = Callable[[str], Sequence[Segment]]

EDGE = " \t\r\n.,;:()[]{}<>\"'“”„‟«»‹›‘’‚`´*|/\\–—-"
CUES = {
    "editor": re.compile(
        r"^(?:in|im|dans|en|eds?|edited by|ed\. by|hrsg|hg)\b[.:]?\s*"
        r"|[\s,(]*\b(?:eds?|editors?|hrsg|hg|edd|dir|coord|coords)\b\.?\)?[\s.,]*$",
        re.I,
    ),
    "container-title": re.compile(r"^(?:in|im|dans|en|in:)\b[:.]?\s+", re.I),
    "pages": re.compile(r"\b(?:pp?|pages?|s|seiten?|págs?)\b\.?\s*", re.I),
    "url": re.compile(r"^.*?(?=(?:https?|ftp)://|www\.)", re.I),
    "doi": re.compile(r"^.*?(?=10\.\d{4,})", re.I),
    "publisher": re.compile(r"^(?:published by)\s+", re.I),
}
YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
ISSUE_ALONE = re.compile(
    r"^\(?(?:no?s?\.|nr\.?|n°|number|issue|iss\.|heft|h\.|nº)\s*([\w\-–/]+)", re.I
)
VOLUME_ISSUE = re.compile(
    r"^(?:vol(?:ume|\.)?s?|bd\.?|band|jg\.?|jahrgang|t\.|tome|v\.)?\s*([A-Z]?\d+[A-Za-z]?|[IVXLC]+\b)?[\s,:;.\-/]*"
    r"(?:\(?\s*(?:no?s?\.?|nr\.?|n°|num(?:ber|\.)?|issue|iss\.|heft|h\.|nº|№|#)?\s*"
    r"([A-Z]?\d+(?:\s*[-–/&,]\s*\d+)*[a-zA-Z]?|(?:Suppl|Pt|S)[^)]*)\s*\)?)?",
    re.I,
)
YEAR_FIRST = re.compile(r"^\(?((?:1[4-9]|20)\d\d)\)?\s*[;:]\s*(?=\S*\d)")
PAGES_LAST = re.compile(
    r"^(.*?\w\)?)\s*(?::\s*(?:pp?\.?\s*)?([A-Za-z]?\d+(?:\s*[-–—]+\s*[A-Za-z]?\d+)?)"
    r"|,\s*(?:pp?\.?\s*)?([A-Za-z]?\d+\s*[-–—]+\s*[A-Za-z]?\d+)|,\s*pp?\.?\s*(\d+))\W*$"
)


def volume_and_issue(value: str) -> tuple[str, str]:
    """Return the volume and the issue of a value such as `42(6)` or `vol. 3, no. 2`."""
    value = value.strip(" ,.;:")
    if alone := ISSUE_ALONE.match(value):
        return "", alone[1].strip(".,;:()")
    both = VOLUME_ISSUE.match(value)
    if both is None or not (both[1] or both[2]):
        return value, ""
    return both[1] or "", both[2] or ""


def numbers(value: str) -> list[tuple[str, str]]:
    """Parse a volume segment: `1988;27(3):239-47` is a date, a volume, an issue and pages.

    Some data is split only at spaces and does not separate these fields. They are split here, both in
    the gold data and in the predictions.
    """
    found = []
    if year := YEAR_FIRST.match(value):
        found.append(("date", year[1]))
        value = value[year.end() :]
    pages = PAGES_LAST.match(value)
    if pages and re.search(r"\d|^[IVXLC]+", pages[1]):
        found.append(("pages", pages[2] or pages[3] or pages[4]))
        value = pages[1]
    volume, issue = volume_and_issue(value)
    return [*found, *((name, n) for name, n in (("volume", volume), ("issue", issue)) if n)]


def values_of(parts: Iterable[tuple[str, str]]) -> Values:
    """Return one value per field; the parts of a field that appears several times are joined."""
    values: Values = {}
    for label, text in parts:
        text = text.strip()
        for name, value in numbers(text) if label == "volume" else [(label, text)]:
            values[name] = f"{values[name]} {value}" if name in values else value
    return values


def comparable(name: str, value: str) -> str:
    """Return a value without edge punctuation, cue words, case, accents and marks."""
    if name == "date":
        year = YEAR.search(value)
        return year[1] if year else bare(value.strip(EDGE))
    if name in CUES:
        value = CUES[name].sub("", value)
    if name in ("doi", "url"):
        squeezed = re.sub(r"\s", "", unicodedata.normalize("NFKD", value.strip(EDGE)).casefold())
        return squeezed.rstrip(".,;/")
    return bare(value.strip(EDGE))


def bare(value: str) -> str:
    """Return only the letters and digits of a value, without case."""
    return re.sub(r"[^\w]|_", "", unicodedata.normalize("NFKD", value).casefold())


@dataclass(slots=True)
class Reference:
    """A reference whose fields are known."""

    text: str
    segments: list[Segment] | None
    values: Values
    document: str


def read_references(path: Path) -> list[Reference]:
    """Yield the references of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [reference(json.loads(line)) for line in lines if line.strip()]


def reference(record: dict[str, object]) -> Reference:
    """Return the reference of one JSON object; segments are preferred because they are more precise than fields."""
    text = str(record["text"])
    document = str(record.get("doc", ""))
    segments, fields = record.get("segments"), record.get("fields")
    if isinstance(segments, list):
        cuts = [(str(label), int(start), int(end)) for label, start, end in segments]
        return Reference(text, cuts, values_of((x, text[a:b]) for x, a, b in cuts), document)
    given = fields if isinstance(fields, dict) else {}
    parts = [(str(k), " ".join(v) if isinstance(v, list) else str(v)) for k, v in given.items()]
    return Reference(text, None, values_of(parts), document)


def in_tenth(document: str) -> bool:
    """Whether a document is in the tenth that is excluded from training; a hash decides, so it is stable."""
    return hashlib.sha256(document.encode()).digest()[0] % 10 == 0


@dataclass(slots=True)
class Tally:
    """The counts of right, wrong (false positive) and missed (false negative) fields."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        told = 2 * self.right + self.wrong + self.missed
        return 100 * 2 * self.right / told if told else 0.0


@dataclass(slots=True)
class Score:
    """The figures of one set."""

    references: int
    fields: dict[str, Tally]
    whole: int = 0
    seconds: float = 0.0
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def f1(self) -> float:
        tallies = self.fields.values()
        return Tally(
            sum(t.right for t in tallies),
            sum(t.wrong for t in tallies),
            sum(t.missed for t in tallies),
        ).f1

    @property
    def whole_share(self) -> float:
        return 100 * self.whole / self.references if self.references else 0.0


def scored_fields(references: Sequence[Reference]) -> list[str]:
    """Return the fields that a set labels."""
    seen = Counter(name for r in references for name in r.values)
    return [name for name in FIELDS if seen[name] >= max(1, LABELLED_AT_ALL * len(references))]


def count_reference(score: Score, gold: Values, told: Values) -> None:
    """Add one reference to the score."""
    whole = True
    for name, tally in score.fields.items():
        want = comparable(name, gold.get(name, ""))
        have = comparable(name, told.get(name, ""))
        if want and want == have:
            tally.right += 1
            continue
        tally.wrong += bool(have)
        tally.missed += bool(want)
        whole = whole and not have and not want
    score.whole += whole


def words_confused(
    text: str, gold: Sequence[Segment], told: Sequence[Segment]
) -> Counter[tuple[str, str]]:
    """Return how often a word of one field was labelled as another field."""
    pairs: Counter[tuple[str, str]] = Counter()
    for word in re.finditer(r"\S+", text):
        want, have = covering(word, gold), covering(word, told)
        if want != have:
            pairs[want, have] += 1
    return pairs


def covering(word: re.Match[str], segments: Sequence[Segment]) -> str:
    """Return the label of the segment that covers most of a word."""
    shares = [(min(word.end(), b) - max(word.start(), a), x) for x, a, b in segments]
    most = max(shares, default=(0, ""))
    return most[1] if most[0] > 0 else "-"


def score_references(references: Sequence[Reference], label: Labeller) -> Score:
    """Return the score of a labeller on references."""
    begun = time.process_time()
    told = [label(r.text) for r in references]
    seconds = time.process_time() - begun
    score = Score(len(references), {name: Tally() for name in scored_fields(references)})
    score.seconds = seconds
    for r, segments in zip(references, told, strict=True):
        count_reference(score, r.values, values_of((x, r.text[a:b]) for x, a, b in segments))
        if r.segments is not None:
            score.confusions += words_confused(r.text, r.segments, segments)
    return score


def refkit_labeller(text: str) -> list[Segment]:
    """Return refkit's labels for one reference."""
    from refkit.formats.text.label.labeller import label

    return [(s.label, s.start, s.end) for s in label(text).segments]


def labeller_of_lists(references: Sequence[Reference]) -> Labeller:
    """Return a labeller for references that labels those of each document together, as one list."""
    from refkit.formats.text.label.labeller import label_list

    @cache
    def labelled() -> dict[str, Sequence[Segment]]:
        documents: dict[str, list[str]] = {}
        for r in references:
            documents.setdefault(r.document, []).append(r.text)
        return {
            text: [(s.label, s.start, s.end) for s in found.segments]
            for texts in documents.values()
            for text, found in zip(texts, label_list(texts), strict=True)
        }

    return lambda text: labelled()[text]


def report(name: str, score: Score, per_field: bool, confusions: int) -> str:
    """Return the report for one set."""
    rate = score.references / score.seconds if score.seconds else 0.0
    lines = [
        f"{name:<16} {score.references:6d} references   field F1 {score.f1:5.1f}   "
        f"whole {score.whole_share:5.1f} %   {rate:6.0f} references/s"
    ]
    if per_field:
        lines += [
            f"    {field_name:<16} F1 {t.f1:5.1f}   right {t.right:5d}  wrong {t.wrong:5d}  missed {t.missed:5d}"
            for field_name, t in score.fields.items()
        ]
    lines += [
        f"    {n:5d} words of {a} taken for {b}"
        for (a, b), n in score.confusions.most_common(confusions)
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--per-field", action="store_true", help="a line for each field")
    parser.add_argument(
        "--confusions", type=int, default=0, metavar="N", help="the N commonest confusions"
    )
    parser.add_argument(
        "--split", choices=["docs"], help="only the tenth of the documents not trained on"
    )
    parser.add_argument(
        "--lists", action="store_true", help="label the references of each document as one list"
    )
    parser.add_argument("--limit", type=int, help="only about so many references, evenly taken")
    chosen = parser.parse_args(arguments)
    for path in chosen.data:
        references = read_references(path)
        if chosen.split:
            references = [r for r in references if in_tenth(r.document)]
        if chosen.limit:
            references = references[:: max(1, len(references) // chosen.limit)]
        label = labeller_of_lists(references) if chosen.lists else refkit_labeller
        score = score_references(references, label)
        print(report(path.stem, score, chosen.per_field, chosen.confusions), flush=True)


if __name__ == "__main__":
    main()
