"""What a rule is and what it yields: findings, with fixes made of edits."""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from refkit.model.entry import Entry
from refkit.model.entry import Field as EntryField
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source, Span


class Safety(Enum):
    """SAFE: the typeset output cannot change. UNSAFE: it can."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Verdict(Enum):
    """FAULT: the file is wrong by its own rules. INCONSISTENT: two facts in it disagree. SIGNAL: worth a look-up."""

    FAULT = "fault"
    INCONSISTENT = "inconsistent"
    SIGNAL = "signal"


@dataclass(slots=True, frozen=True)
class Edit:
    """Put `text` in the place of `span`."""

    span: Span
    text: str


@dataclass(slots=True, frozen=True)
class Fix:
    """Edits that belong together, and whether they can change what is typeset."""

    edits: tuple[Edit, ...]
    safety: Safety
    title: str


@dataclass(slots=True)
class Finding:
    """One thing wrong at one place. A rule gives span, message and fix; the engine adds the rest."""

    span: Span
    message: str
    fix: Fix | None = None
    source: Source | None = None
    code: str = ""
    name: str = ""
    key: str = ""

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.source.name if self.source else ""

    @property
    def line(self) -> int:
        """The line where the finding starts, from 1."""
        return self.source.position(self.span.start).line if self.source else 1

    @property
    def column(self) -> int:
        """The column where the finding starts, from 1, in characters."""
        return self.source.position(self.span.start).column if self.source else 1


@dataclass(slots=True)
class Context:
    """What a rule may know besides the thing it looks at."""

    library: Library
    today: datetime.date
    dialect: str = "bibtex"
    document_date: datetime.date | None = None


Visit = Library | Entry | EntryField | Item
Check = Callable[..., Iterator[Finding]]
C = TypeVar("C", bound=Check)


@dataclass(slots=True, frozen=True)
class Rule:
    """One rule: its code, its name, what it visits and the generator that finds.

    `fields` limits a rule over fields to those names, and a rule over entries or items to entries that
    have one of them. `default` says whether it runs without being selected.
    """

    code: str
    name: str
    verdict: Verdict
    visits: type[Library] | type[Entry] | type[EntryField] | type[Item]
    check: Check
    documentation: str
    fields: frozenset[str] = field(default=frozenset())
    default: bool = True
    preview: bool = False


def rule(
    code: str,
    name: str,
    *,
    verdict: Verdict = Verdict.FAULT,
    fields: tuple[str, ...] = (),
    default: bool = True,
    preview: bool = False,
) -> Callable[[C], C]:
    """Register a generator function as the rule of its module.

    The first parameter's annotation (Library, Entry, Field or Item) says what the rule visits; the
    module's docstring is its documentation.
    """

    def register(check: C) -> C:
        module = inspect.getmodule(check)
        first = next(iter(inspect.signature(check, eval_str=True).parameters.values()))
        REGISTER[code] = Rule(
            code, name, verdict, first.annotation, check,
            (module.__doc__ if module else "") or "", frozenset(fields), default, preview,
        )  # fmt: skip
        return check

    return register


REGISTER: dict[str, Rule] = {}
