"""What git ignores: the patterns of .gitignore files and .git/info/exclude (gitignore(5)).

git itself is not run, because the configuration of a repository can make it run other programs.
A pattern takes time in proportion to the name that it is compared with, whatever it is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from refkit.errors import RefkitError
from refkit.files.read import read_bytes
from refkit.patterns import lazy_pattern

LONGEST = 1024  # characters of a pattern; longer ones name no file that exists in practice
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
    """One line: the segments of a path that it means, and whether it only means folders or takes back."""

    segments: tuple[str, ...]
    folders_only: bool
    negated: bool

    def matches(self, parts: Sequence[str]) -> bool:
        """Whether the parts of a path are what the segments say; `**` is any number of parts."""
        places = self._past_depths({0})
        for part in parts:
            stay = {place for place in places if self._is_depth(place)}
            go = {place + 1 for place in places if self._takes(place, part)}
            places = self._past_depths(stay | go)
        return len(self.segments) in places

    def _is_depth(self, place: int) -> bool:
        return place < len(self.segments) and self.segments[place] == _ANY_DEPTH

    def _takes(self, place: int, part: str) -> bool:
        if place >= len(self.segments) or self._is_depth(place):
            return False
        return _glob(self.segments[place]).fullmatch(part) is not None

    def _past_depths(self, places: set[int]) -> set[int]:
        """Return the places and those behind each `**`, which may be no part at all."""
        return places | {place + 1 for place in places if self._is_depth(place)}


@dataclass(slots=True, frozen=True)
class Rules:
    """The patterns of one file, and the folder that their paths start from."""

    folder: str
    patterns: tuple[Pattern, ...]

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """Whether the path is ignored, by the last pattern that means it; None if none does."""
        parts = os.path.relpath(path, self.folder).split(os.sep)
        for pattern in reversed(self.patterns):
            if (is_folder or not pattern.folders_only) and pattern.matches(parts):
                return not pattern.negated
        return None


def is_ignored(rules: Sequence[Rules], path: str, is_folder: bool) -> bool:
    """Whether a path is ignored by rules, of which a later one counts more; its folder must not be."""
    verdicts = (one.verdict(path, is_folder) for one in reversed(rules))
    return next((verdict for verdict in verdicts if verdict is not None), False)


def rules_above(folder: str) -> tuple[Rules, ...]:
    """Return the rules for a folder from the repository that it is in, none if it is itself ignored."""
    here = os.path.abspath(folder)
    between = [here]
    while not os.path.exists(os.path.join(between[-1], ".git")):
        above = os.path.dirname(between[-1])
        if above == between[-1]:
            return ()
        between.append(above)
    root = between[-1]
    rules = _rules_of(root, os.path.join(".git", "info", "exclude"))
    for inner in reversed(between[:-1]):
        rules += own_rules(os.path.dirname(inner))
        if is_ignored(rules, inner, True):
            return ()
    return rules


def own_rules(folder: str) -> tuple[Rules, ...]:
    """Return the rules of a folder's own .gitignore, if it has one."""
    return _rules_of(folder, ".gitignore")


def _rules_of(folder: str, name: str) -> tuple[Rules, ...]:
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return ()
    try:
        text = read_bytes(path).decode("utf-8-sig", "surrogateescape")
    except RefkitError:
        return ()
    return (Rules(os.path.abspath(folder), tuple(_patterns(text))),)


def _patterns(text: str) -> Iterator[Pattern]:
    for raw in text.split("\n"):
        line = _without_end(raw.removesuffix("\r"))
        if not line or len(line) > LONGEST or line.startswith("#") or _ends_in_escape(line):
            continue
        negated = line.startswith("!")
        line = line.removeprefix("!")
        folders_only = line.endswith("/")
        line = line.removesuffix("/")
        if line:
            yield Pattern(_segments(line), folders_only, negated)


def _without_end(line: str) -> str:
    """Return a line without the spaces at its end, of which one may be escaped."""
    bare = line.rstrip(" ")
    return f"{bare} " if len(bare) < len(line) and _ends_in_escape(bare) else bare


def _ends_in_escape(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _segments(line: str) -> tuple[str, ...]:
    """Return the segments of a pattern; one without a slash before its end means a name at any depth."""
    segments = line.removeprefix("/").split("/")
    if "/" not in line:
        segments = [_ANY_DEPTH, *segments]
    if segments[-1] == _ANY_DEPTH:  # all that is inside, not the folder itself
        segments[-1:] = ["*", _ANY_DEPTH]
    return tuple(segments)


@lru_cache(1024)
def _glob(segment: str) -> re.Pattern[str]:
    """Return a segment as a regular expression.

    The first place where the text after a star fits is taken for good, which is right for all stars but
    the last and keeps the time linear.
    """
    pieces = [""]
    for token in _TOKEN.finditer(segment):
        if token["stars"]:
            pieces.append("")
        else:
            pieces[-1] += _one_character(token)
    if len(pieces) == 1:
        return re.compile(pieces[0], re.DOTALL)
    middle = "".join(f"(?>.*?{piece})" for piece in pieces[1:-1])
    return re.compile(f"{pieces[0]}{middle}.*{pieces[-1]}", re.DOTALL)


def _one_character(token: re.Match[str]) -> str:
    if token["one"]:
        return "."
    if token["set"] is None:
        return re.escape(token["escaped"] or token["plain"])
    inner = "".join(_set_part(part) for part in _SET_PART.finditer(token["set"]))
    if not inner:
        return "(?!)" if not token["not"] else "."
    return f"[{'^' if token['not'] else ''}{inner}]"


def _set_part(part: re.Match[str]) -> str:
    if part["named"]:
        return _NAMED_SETS.get(part["named"], "")
    first, last = part["first"], part["last"] or part["first"]
    return f"{re.escape(first)}-{re.escape(last)}" if first <= last else ""
