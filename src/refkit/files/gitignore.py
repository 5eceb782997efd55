"""Ignored files: the patterns of .gitignore files and .git/info/exclude (gitignore(5)).

git itself is not run, because the configuration of a repository can make it run other programs. Every pattern
takes linear time in the length of the name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from refkit.errors import RefkitError
from refkit.files.read import read_bytes
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

MAX_PATTERN_LENGTH = 1024  # characters; longer patterns do not occur in practice
_ANY_DEPTH = "**"
_TOKEN = lazy_pattern(
    r"\\(?P<escaped>.)|(?P<stars>\*+)|(?P<one>\?)"
    r"|\[(?=[^\]]*\])(?P<not>[!^]?)(?P<set>\]?(?:\\.|\[:\w+:\]|[^\]\\])*)\]|(?P<plain>.)",
    re.DOTALL,
)
_SET_PART = lazy_pattern(r"\[:(?P<named>\w+):\]|\\?(?P<first>.)(?:-\\?(?P<last>.))?", re.DOTALL)
_NAMED_SETS = {
    "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "digit": "0-9", "lower": "a-z", "space": r"\s",
    "upper": "A-Z", "xdigit": "0-9A-Fa-f",
}  # fmt: skip


@dataclass(slots=True, frozen=True)
class Pattern:
    """A pattern: the segments of a path, and whether it applies only to folders or is negated."""

    segments: tuple[str, ...]
    folders_only: bool
    negated: bool

    def matches(self, parts: Sequence[str]) -> bool:
        """Whether the parts of a path match the segments; `**` matches any number of parts."""
        indexes = self._skip_depths({0})
        for part in parts:
            kept = {index for index in indexes if self._is_depth(index)}
            advanced = {index + 1 for index in indexes if self._matches_at(index, part)}
            indexes = self._skip_depths(kept | advanced)
        return len(self.segments) in indexes

    def _is_depth(self, index: int) -> bool:
        return index < len(self.segments) and self.segments[index] == _ANY_DEPTH

    def _matches_at(self, index: int, part: str) -> bool:
        if index >= len(self.segments) or self._is_depth(index):
            return False
        return _segment_regex(self.segments[index]).fullmatch(part) is not None

    def _skip_depths(self, indexes: set[int]) -> set[int]:
        """Return the indexes and those after each `**`, which may match no part."""
        return indexes | {index + 1 for index in indexes if self._is_depth(index)}


@dataclass(slots=True, frozen=True)
class IgnoreRules:
    """The patterns of a file, and the folder that their paths are relative to."""

    folder: str
    patterns: tuple[Pattern, ...]

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """Whether the last matching pattern ignores the path, or None if no pattern matches."""
        parts = os.path.relpath(path, self.folder).split(os.sep)
        for pattern in reversed(self.patterns):
            if (is_folder or not pattern.folders_only) and pattern.matches(parts):
                return not pattern.negated
        return None


def is_ignored(rules: Sequence[IgnoreRules], path: str, is_folder: bool) -> bool:
    """Whether a path, whose folder is not ignored, is ignored; later rules take precedence."""
    verdicts = (file_rules.verdict(path, is_folder) for file_rules in reversed(rules))
    return next((verdict for verdict in verdicts if verdict is not None), False)


def rules_above(folder: str) -> tuple[IgnoreRules, ...]:
    """Return the rules of the repository for a folder, or none if the folder itself is ignored."""
    start = os.path.abspath(folder)
    folders = [start]
    while not os.path.exists(os.path.join(folders[-1], ".git")):
        parent = os.path.dirname(folders[-1])
        if parent == folders[-1]:
            return ()
        folders.append(parent)
    root = folders[-1]
    rules = _read_rules(root, os.path.join(".git", "info", "exclude"))
    for inner in reversed(folders[:-1]):
        rules += rules_in(os.path.dirname(inner))
        if is_ignored(rules, inner, True):
            return ()
    return rules


def rules_in(folder: str) -> tuple[IgnoreRules, ...]:
    """Return the rules in a folder's .gitignore, if it has one."""
    return _read_rules(folder, ".gitignore")


def _read_rules(folder: str, name: str) -> tuple[IgnoreRules, ...]:
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return ()
    try:
        text = read_bytes(path).decode("utf-8-sig", "surrogateescape")
    except RefkitError:
        return ()
    return (IgnoreRules(os.path.abspath(folder), tuple(_patterns(text))),)


def _patterns(text: str) -> Iterator[Pattern]:
    for raw in text.split("\n"):
        line = _strip_trailing_spaces(raw.removesuffix("\r"))
        if (
            not line
            or len(line) > MAX_PATTERN_LENGTH
            or line.startswith("#")
            or _ends_in_escape(line)
        ):
            continue
        negated = line.startswith("!")
        line = line.removeprefix("!")
        folders_only = line.endswith("/")
        line = line.removesuffix("/")
        if line:
            yield Pattern(_segments(line), folders_only, negated)


def _strip_trailing_spaces(line: str) -> str:
    """Return a line without trailing spaces, except for an escaped one."""
    stripped = line.rstrip(" ")
    return f"{stripped} " if len(stripped) < len(line) and _ends_in_escape(stripped) else stripped


def _ends_in_escape(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _segments(line: str) -> tuple[str, ...]:
    """Return the segments of a pattern; a pattern without a slash before its end matches at any depth."""
    segments = line.removeprefix("/").split("/")
    if "/" not in line:
        segments = [_ANY_DEPTH, *segments]
    if segments[-1] == _ANY_DEPTH:  # all that is inside, not the folder itself
        segments[-1:] = ["*", _ANY_DEPTH]
    return tuple(segments)


@lru_cache(1024)
def _segment_regex(segment: str) -> re.Pattern[str]:
    """Return a segment as a regular expression.

    The text after a star matches at its first occurrence without backtracking. This is correct for all stars
    except the last, and takes linear time.
    """
    pieces = [""]
    for token in _TOKEN.finditer(segment):
        if token["stars"]:
            pieces.append("")
        else:
            pieces[-1] += _character_regex(token)
    if len(pieces) == 1:
        return re.compile(pieces[0], re.DOTALL)
    middle = "".join(f"(?>.*?{piece})" for piece in pieces[1:-1])
    return re.compile(f"{pieces[0]}{middle}.*{pieces[-1]}", re.DOTALL)


def _character_regex(token: re.Match[str]) -> str:
    if token["one"]:
        return "."
    if token["set"] is None:
        return re.escape(token["escaped"] or token["plain"])
    inner = "".join(_set_part_regex(part) for part in _SET_PART.finditer(token["set"]))
    if not inner:
        return "(?!)" if not token["not"] else "."
    return f"[{'^' if token['not'] else ''}{inner}]"


def _set_part_regex(part: re.Match[str]) -> str:
    if part["named"]:
        return _NAMED_SETS.get(part["named"], "")
    first, last = part["first"], part["last"] or part["first"]
    return f"{re.escape(first)}-{re.escape(last)}" if first <= last else ""
