"""Apply fixes: each touches only its spans, none overlap, and all is repeated until nothing changes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from refkit.lint.engine import check_file
from refkit.lint.rule import Edit, Finding, Safety
from refkit.lint.settings import Settings
from refkit.model.library import Library
from refkit.model.source import Source

# A fix may uncover another; ten rounds are more than any chain of rules needs, and stop two rules
# that undo each other's work.
ROUNDS = 10


@dataclass(slots=True)
class Fixed:
    """A source after its fixes: what was mended, and what is still found."""

    source: Source
    applied: list[Finding] = field(default_factory=list)
    left: list[Finding] = field(default_factory=list)


def fix_text(
    source: Source, read: Callable[[Source], Library], settings: Settings, unsafe: bool = False
) -> Fixed:
    """Fix what can be fixed in one source. Fixes that can change the typeset output only if `unsafe`.

    A round that would make more of the text unreadable is not taken.
    """
    library = read(source)
    now = Fixed(source, [], check_file(library, settings))
    for _ in range(ROUNDS):
        text, applied = apply(now.source.text, _wanted(now.left, unsafe))
        if not applied:
            break
        after = replace(now.source, text=text)
        reread = read(after)
        if len(reread.faults) > len(library.faults):
            break
        now = Fixed(after, [*now.applied, *applied], check_file(reread, settings))
        library = reread
    return now


def _wanted(findings: Iterable[Finding], unsafe: bool) -> list[Finding]:
    return [f for f in findings if f.fix and (unsafe or f.fix.safety is Safety.SAFE)]


def apply(text: str, findings: Iterable[Finding]) -> tuple[str, list[Finding]]:
    """Return the text with the fixes of `findings` done, and the findings whose fix was done.

    All edits of a fix are done or none; of two fixes that touch the same characters the first wins.
    """
    taken: list[Edit] = []  # by place, without overlaps
    applied = []
    for finding in findings:
        if finding.fix and not any(_collides(edit, taken) for edit in finding.fix.edits):
            for edit in finding.fix.edits:
                insort(taken, edit, key=_start)
            applied.append(finding)
    return edited(text, taken), applied


def _collides(edit: Edit, taken: list[Edit]) -> bool:
    after = bisect_left(taken, edit.span.start, key=_start)
    before_ends = taken[after - 1].span.end if after else -1
    after_starts = taken[after].span.start if after < len(taken) else edit.span.end + 1
    return edit.span.start < before_ends or after_starts < max(edit.span.end, edit.span.start + 1)


def _start(edit: Edit) -> int:
    return edit.span.start


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with each edit's span replaced; the spans must not overlap."""
    parts = []
    at = 0
    for edit in sorted(edits, key=lambda e: e.span):
        parts.append(text[at : edit.span.start])
        parts.append(edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)
