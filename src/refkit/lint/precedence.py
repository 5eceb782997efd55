"""Combine the options of the command line with those of a configuration."""

from __future__ import annotations

import re

from refkit.errors import RefkitError, UnknownChoice
from refkit.lint.options import DECLARED, Request
from refkit.lint.settings import Settings
from refkit.records import field_types, replace

# The options that a rule can depend on: each file has those of the nearest configuration.
OF_FILES = tuple(name for name in DECLARED if name in field_types(Settings))
FOR_PEOPLE = ("full", "concise", "grouped")  # the output formats that no program parses as data


def with_options(settings: Settings, request: Request, configured: Request) -> Settings:
    """Return the settings with the options of a request and of a configuration on which rules depend."""
    values = {name: combined(request, configured, name) for name in OF_FILES}
    given = {name: value for name, value in values.items() if value is not None}
    return replace(settings, **given)  # type: ignore[arg-type]  # the attributes have equal types


def verify_choices(request: Request) -> None:
    """Raise UnknownChoice for a value that is not among the choices of its option."""
    for name, option in DECLARED.items():
        value = getattr(request, name)
        if value and option.choices and value not in option.choices:
            raise UnknownChoice(described(name), value, option.choices)
    if request.encoding:
        from refkit.model.encodings import verify_encoding

        verify_encoding(request.encoding)


def verify_rules(request: Request) -> None:
    """Raise UnknownChoice for a rule that does not exist in the options for fixes.

    Rules to enable or ignore are verified when a file is checked, but these only when there is a fix.
    """
    words = (*request.unfixable, *request.extend_safe_fixes)
    if words:
        from refkit.lint.registry import check_selector

        for word in words:
            check_selector(word)


def verify_statistics(request: Request) -> None:
    """Raise RefkitError for statistics in an output format for programs, because they are a text for people."""
    if request.statistics and request.output_format not in FOR_PEOPLE:
        raise RefkitError(
            f"`--statistics` cannot be printed as `{request.output_format}`; "
            f"add `--output-format {FOR_PEOPLE[0]}`"
        )


def pattern_fault(pattern: str) -> str:
    """Return what is wrong with a pattern of files, or an empty string."""
    if not pattern.strip():
        return "the value is empty"
    if "[" in re.sub(r"\[(?>!?\]?)[^\]]*\]", "", pattern):
        return f"the pattern `{pattern}` has `[` without `]`; write `[[]` for the character itself"
    return ""


def described(option: str) -> str:
    """Return what an option chooses, for messages."""
    return "severity" if option in ("fail_on", "fail-on") else re.sub("[_-]", " ", option)


def combined(request: Request, configured: Request, name: str) -> object:
    """Return the value of an option: that of the command line if given, otherwise that of the configuration.

    Lists are combined, except `select`.
    """
    given, own = getattr(request, name), getattr(configured, name)
    kind = DECLARED[name].kind
    if kind in ("codes", "patterns") and name != "select":
        return (*own, *given)
    is_unset = given is None or given in ("", ()) or (given is False and kind != "switch")
    return own if is_unset else given
