"""A rule as a row of the index, before its module is imported."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from refkit.lint.options import Severity
from refkit.lint.rule import VISITED, Check, Finding, Rule, Verdict

Names = tuple[str, ...]
# code, name, verdict, visits, function, module, fields, kinds, types, formats, needs, across, default, preview, prose,
# severity, cues, cued
RuleRow = tuple[
    str, str, str, str, str, str, Names, Names, Names, Names, tuple[Names, ...], bool, bool, bool, bool,
    Severity, Names, Names,
]  # fmt: skip


class LaterCheck:
    """The check of a rule whose module is imported at the first call."""

    __slots__ = ("__name__", "_check", "_module")

    def __init__(self, module: str, name: str) -> None:
        self._module = module
        self.__name__ = name
        self._check: Check | None = None

    def load(self) -> Check:
        """Return the function itself."""
        if self._check is None:
            loaded: Check = getattr(
                import_module(f"refkit.lint.rules.{self._module}"), self.__name__
            )
            self._check = loaded
        return self._check

    def __call__(self, *visited: object) -> Iterator[Finding]:
        return self.load()(*visited)


def function_of(rule: Rule) -> Check:
    """Return the function of a rule itself, which saves a call for each entry; its module is imported."""
    return rule.check.load() if isinstance(rule.check, LaterCheck) else rule.check


def rule_of(row: RuleRow) -> Rule:
    """Return the rule of a row."""
    (
        code, name, verdict, visits, function, module,
        fields, kinds, types, formats, needs, across, default, preview, prose, severity, cues,
        cued,
    ) = row  # fmt: skip
    return Rule(
        code, name, Verdict[verdict], VISITED[visits], LaterCheck(module, function), module,
        frozenset(fields), tuple(map(frozenset, needs)), frozenset(kinds), frozenset(types),
        frozenset(formats), across, default, preview, prose, severity,
        frozenset(cues), frozenset(cued),
    )  # fmt: skip
