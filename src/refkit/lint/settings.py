"""The settings of a check: rules, date and suppressions."""

from __future__ import annotations

import datetime
import os

from refkit.lint.options import Losses, Prints, Severity
from refkit.lint.registry import all_rules, check_selector
from refkit.lint.rule import Finding, Rule
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Ignore:
    """A suppression in the configuration: a rule, a cite key and a reason."""

    key: str
    rule: str
    reason: str


@dataclass(slots=True, frozen=True)
class Settings:
    """The selected rules, and the data available to them.

    `select`, `extend_select` and `ignore` contain codes, prefixes, names or ALL; an empty `select` means the rules
    that are on by default. `today` is None for the current date. `retractions` is the path of a list made by `refkit
    update retractions`. `prints` are the variables that `style` uses, and `losses` finds those of an item that it
    does not print. Fields of plain-text references with less confidence than `min_confidence` are reported.
    `severity` pairs selectors with the severity of their rules. The rules in `unfixable` have no fixes, and `--fix`
    applies unsafe fixes of those in `extend_safe_fixes`. Patterns for files are relative to `folder`, that of the
    configuration, or to the folder in which the run starts.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ignores: tuple[Ignore, ...] = ()
    preview: bool = False
    today: datetime.date | None = None
    document_date: datetime.date | None = None
    dialect: str = ""
    style: str = ""
    retractions: str = ""
    prints: Prints = ()
    losses: Losses | None = None
    folder: str = ""
    min_confidence: float = 0.0
    severity: tuple[tuple[str, Severity], ...] = ()
    unfixable: tuple[str, ...] = ()
    extend_safe_fixes: tuple[str, ...] = ()

    def day(self) -> datetime.date:
        """Return the date to treat as today."""
        return self.today or datetime.date.today()


def selected_rules(settings: Settings) -> tuple[Rule, ...]:
    """Return the selected rules. Raises UnknownChoice for a selector without a rule."""
    wanted = _selectors((*settings.select, *settings.extend_select))
    unwanted = _selectors(settings.ignore)
    use_default = not settings.select
    return tuple(
        rule for rule in all_rules() if _runs(rule, wanted, unwanted, use_default, settings.preview)
    )


def ignored_in(settings: Settings, file: str, code: str) -> bool:
    """Whether the settings ignore a rule in files of this name."""
    return any(
        code.startswith(selector) or selector == "ALL"
        for pattern, words in settings.per_file_ignores
        if matches_file(settings, file, pattern)
        for selector in _selectors(words)
    )


def matches_file(settings: Settings, file: str, pattern: str) -> bool:
    """Whether a pattern of `per-file-ignores` matches the name of a file."""
    from fnmatch import fnmatch
    from pathlib import PurePath

    names = {file, os.path.relpath(file, settings.folder or ".")}
    return any(fnmatch(name, pattern) or PurePath(name).match(pattern) for name in names)


def selects(selectors: tuple[str, ...], code: str) -> bool:
    """Whether one of the selectors is for a rule."""
    return bool(selectors) and _match(code, _selectors(selectors)) >= 0


def severity_of(settings: Settings, finding: Finding) -> Severity:
    """Return the severity that the settings give to a finding: the longest selector of its rule wins."""
    pairs = ((check_selector(word), severity) for word, severity in settings.severity)
    lengths = [(_match(finding.code, (selector,)), severity) for selector, severity in pairs]
    length, severity = max(lengths, key=_first, default=(-1, finding.severity))
    return severity if length >= 0 else finding.severity


def _first(pair: tuple[int, Severity]) -> int:
    return pair[0]


def _selectors(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(check_selector(word) for word in words)


def _runs(
    rule: Rule, wanted: tuple[str, ...], unwanted: tuple[str, ...], default: bool, preview: bool
) -> bool:
    """Whether a rule runs: the longer selector wins, and of two with the same length the one that ignores."""
    chosen = _match(rule.code, wanted)
    if default and rule.default and (preview or not rule.preview):
        chosen = max(chosen, 0)
    if rule.preview and not preview and chosen < len(rule.code):
        return False
    return chosen > _match(rule.code, unwanted)


def _match(code: str, selectors: tuple[str, ...]) -> int:
    """Return the length of the longest matching selector: 0 for ALL, -1 without a match."""
    return max(
        (0 if s == "ALL" else len(s) for s in selectors if s == "ALL" or code.startswith(s)),
        default=-1,
    )
