"""Rules and their results: findings, with fixes that consist of edits.

A rule about a fact visits items: `variables` and `needs` name CSL's variables, and `item.place(variable)` is where the
fact is written, in every format. What an entry inherits is reported in its parent only. A rule about BibTeX's way of
writing visits entries and fields, which are only those of BibTeX and BibLaTeX, unless `formats` says otherwise (`()`:
all). The other rules visit all formats.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping
from enum import Enum
from importlib import import_module
from typing import TypeVar

from refkit.lint.options import Losses, Severity
from refkit.model.entry import Entry, Fault
from refkit.model.entry import Field as EntryField
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Position, Source, Span
from refkit.records import dataclass, field


class Safety(Enum):
    """SAFE: the typeset output cannot change. UNSAFE: it can."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Verdict(Enum):
    """FAULT: the entry is wrong. INCONSISTENT: two facts in the file disagree. SIGNAL: something to verify."""

    FAULT = "fault"
    INCONSISTENT = "inconsistent"
    SIGNAL = "signal"


_BY_VERDICT: dict[Verdict, Severity] = {
    Verdict.FAULT: "error",
    Verdict.INCONSISTENT: "warning",
    Verdict.SIGNAL: "warning",
}
# The default of families whose faults rarely make the output wrong.
_BY_FAMILY: dict[str, Severity] = {
    "DUP": "warning", "FLD": "warning", "PAG": "warning", "SUP": "warning", "TTL": "info",
}  # fmt: skip


def default_severity(code: str, verdict: Verdict) -> Severity:
    """Return the severity of a rule that declares none.

    An error makes the output wrong or the file unreadable. A warning is about facts to verify. An info is about
    habits and style.
    """
    by_verdict = _BY_VERDICT[verdict]
    return _BY_FAMILY.get(code[:3], by_verdict) if verdict is Verdict.FAULT else by_verdict


@dataclass(slots=True, frozen=True)
class Edit:
    """Replace `span` with `text`."""

    span: Span
    text: str


@dataclass(slots=True, frozen=True)
class Fix:
    """Edits that belong together, and whether they can change the typeset output.

    An unsafe fix is `allowed` if the user wants it like a safe one.
    """

    edits: tuple[Edit, ...]
    safety: Safety
    title: str
    allowed: bool = False

    @property
    def applies(self) -> bool:
        """Whether `--fix` applies it without `--unsafe-fixes`."""
        return self.allowed or self.safety is Safety.SAFE


@dataclass(slots=True)
class Finding:
    """A problem at one position. A rule gives span, message and fix; the engine adds the rest.

    A rule over libraries also gives `source`, because it may check several. `entries` is the number of entries of
    the file that the rule applies to, if it reports many, and otherwise 0.
    """

    span: Span
    message: str
    fix: Fix | None = None
    source: Source | None = None
    code: str = ""
    name: str = ""
    key: str = ""
    severity: Severity = "error"
    entries: int = 0

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.source.name if self.source else ""

    @property
    def position(self) -> Position:
        """The line and the column in characters where the finding starts, from 1."""
        return self.source.position(self.span.start) if self.source else Position(1, 1)

    @property
    def line(self) -> int:
        """The line where the finding starts, from 1."""
        return self.position.line

    @property
    def column(self) -> int:
        """The column where the finding starts, from 1, in characters."""
        return self.position.column


def by_position(finding: Finding) -> tuple[str, int, int, str]:
    """Return a sort key for findings: file, position and code."""
    return (finding.file, finding.span.start, finding.span.end, finding.code)


@dataclass(slots=True)
class Suppression:
    """A comment, field or configuration that silences rules for an entry.

    `codes` are codes, prefixes or names as written; `key` is that of the entry, or empty for the whole file.
    `used` becomes true when the suppression matches a finding. `idle` means that it matched none, although a rule
    that it names did run. `configured` suppressions are in the configuration, not in the file.
    """

    codes: tuple[str, ...]
    reason: str
    span: Span
    source: Source
    key: str = ""
    configured: bool = False
    used: bool = False
    idle: bool = False


@dataclass(slots=True)
class Context:
    """The settings and data available to a rule.

    `dialect` is "bibtex" or "biblatex" if the user chose one, and otherwise empty for both; `written_in` is the
    dialect of the file. `style` is the CSL style whose fields are required. `retractions` are the retracted works,
    as digested by `refkit.lint.retractions`, or None without a list. `prints` are the variables that the style
    uses, by CSL item type; `losses` finds those of an item that it does not print.
    """

    library: Library
    today: datetime.date
    dialect: str = ""
    document_date: datetime.date | None = None
    style: str = ""
    retractions: frozenset[str] | None = None
    written_in: str = "bibtex"
    prints: Mapping[str, Collection[str]] = field(default_factory=dict)
    losses: Losses | None = None


Visited = (
    type[Library] | type[Entry] | type[EntryField] | type[Item] | type[Fault] | type[Suppression]
)
Check = Callable[..., Iterator[Finding]]
C = TypeVar("C", bound=Check)

TEX_FORMATS = frozenset({"", "bibtex", "biblatex"})
TEXT = "text"  # the format of unstructured references
VISITED: dict[str, Visited] = {
    "Library": Library,
    "Entry": Entry,
    "Field": EntryField,
    "Item": Item,
    "Fault": Fault,
    "Suppression": Suppression,
}


@dataclass(slots=True, frozen=True)
class Rule:
    """A rule: its code, its name, what it visits and the generator that yields its findings.

    `fields` limits a rule over fields to those names, and a rule over entries to entries that have one of them;
    `needs` limits it further to entries that have one of each ("doi", "year|date"). For a rule over items, both
    are names of variables ("DOI", "issued"), and of other fields that the item keeps in `custom` ("eprint").
    `kinds` limits a rule over faults, `types` a rule over entries or fields to entry types, and a rule over items
    to item types ("article-journal"). `formats` limits it to formats of sources ("bibtex", "biblatex",
    "csl-json", ...). `across` marks a rule over libraries that compares all files of a run. `default` is whether
    the rule is on by default. `prose` is False for rules about the notation of a field, which skip plain-text
    references. `cues` limits a rule to fields, or to items and entries with a value, that contain one of these words
    in lower case (`refkit.lint.cues`). They are searched in the fields or variables `cued`, by default `fields`, and
    without these in all values; the other `fields` need no cue.
    """

    code: str
    name: str
    verdict: Verdict
    visits: Visited
    check: Check
    module: str
    fields: frozenset[str] = field(default=frozenset())
    needs: tuple[frozenset[str], ...] = ()
    kinds: frozenset[str] = field(default=frozenset())
    types: frozenset[str] = field(default=frozenset())
    formats: frozenset[str] = field(default=frozenset())
    across: bool = False
    default: bool = True
    preview: bool = False
    prose: bool = True
    severity: Severity = "error"
    cues: frozenset[str] = field(default=frozenset())
    cued: frozenset[str] = field(default=frozenset())

    @property
    def documentation(self) -> str:
        """The docstring of the rule's module, which is imported for it."""
        return import_module(f"refkit.lint.rules.{self.module}").__doc__ or ""


def rule(
    code: str,
    name: str,
    *,
    verdict: Verdict = Verdict.FAULT,
    fields: tuple[str, ...] = (),
    variables: tuple[str, ...] = (),
    needs: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
    types: tuple[str, ...] = (),
    formats: tuple[str, ...] | None = None,
    across: bool = False,
    default: bool = True,
    preview: bool = False,
    prose: bool = True,
    severity: Severity | None = None,
    cues: tuple[str, ...] = (),
    cued: tuple[str, ...] = (),
) -> Callable[[C], C]:
    """Register a generator function as the rule of its module, whose docstring documents it.

    The annotation of the first parameter determines what the rule visits (see this module), and its arguments:

        check(field: Field, entry: Entry, context: Context)
        check(entry: Entry, context: Context)
        check(item: Item, context: Context)
        check(library: Library, context: Context)
        check(fault: Fault, context: Context)
        check(suppression: Suppression, context: Context)
    """

    def register(check: C) -> C:
        visits = VISITED[_first_annotation(check)]
        heard = _formats(visits) if formats is None else frozenset(formats)
        REGISTER[code] = Rule(
            code, name, verdict, visits, check,
            check.__module__.rpartition(".")[2],
            frozenset(fields or variables), tuple(frozenset(need.split("|")) for need in needs),
            frozenset(kinds), frozenset(types), heard, across, default, preview, prose,
            severity or default_severity(code, verdict), frozenset(cues),
            frozenset(cued or fields or variables) if cues else frozenset(),
        )  # fmt: skip
        return check

    return register


def _formats(visits: Visited) -> frozenset[str]:
    """Return the formats that a rule visits if it names none; empty for all."""
    return TEX_FORMATS if visits in (Entry, EntryField) else frozenset()


def _first_annotation(check: Check) -> str:
    annotation = next(iter(check.__annotations__.values()))
    return annotation if isinstance(annotation, str) else annotation.__name__


REGISTER: dict[str, Rule] = {}
