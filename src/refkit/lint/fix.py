"""Apply verified fixes: each edits only its spans, none overlap, and the process repeats until nothing changes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable

from refkit.lint.proof import State, by_entry, failures, read_state
from refkit.lint.rule import Edit, Finding, Safety
from refkit.lint.settings import Settings
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.records import dataclass, field, replace

# A fix may uncover another; fifty rounds are more than any chain of rules needs, and stop two rules
# that undo each other's work.
ROUNDS = 50


@dataclass(slots=True)
class Dropped:
    """A fix that was not applied because its verification failed, and the reason."""

    finding: Finding
    reason: str


@dataclass(slots=True)
class Fixed:
    """A source after its fixes: the applied fixes, the remaining findings, and the fixes that failed."""

    source: Source
    applied: list[Finding] = field(default_factory=list)
    left: list[Finding] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the source after the fixes."""
        return self.source.text


def fix_text(
    source: Source, read: Callable[[Source], Library], settings: Settings, unsafe: bool = False
) -> Fixed:
    """Fix one source. Fixes that can change the typeset output are applied only if `unsafe`.

    A fix is kept only if it is verified: its finding is gone, the entry has no new fault and no repeated field,
    and after a safe fix every item is equal.
    """
    state = read_state(source, read, settings)
    trial = _Trial(unsafe)
    applied: list[Finding] = []
    for _ in range(ROUNDS):
        taken, step = _proved_step(state, trial, read, settings)
        if step is None:
            break
        applied += taken
        state = step
    left = [trial.without_refused(finding, state) for finding in state.findings]
    return Fixed(state.source, applied, left, trial.dropped)


def _proved_step(
    state: State, trial: _Trial, read: Callable[[Source], Library], settings: Settings
) -> tuple[list[Finding], State | None]:
    """Return the fixes of one round and the state after them, or None if there is nothing to do.

    Each attempt that fails refuses a fix or splits the fixes of an entry, so the process ends.
    """
    while True:
        text, taken = apply(state.source.text, trial.wanted(state))
        if not taken:
            return [], None
        after = read_state(replace(state.source, text=text), read, settings, state)
        failed = failures(state, after, taken, settings)
        if not failed:
            return taken, after
        trial.learn(state, taken, failed)


@dataclass(slots=True)
class _Trial:
    """The results of the attempts: which fixes failed, and in which entries fixes are applied one at a time."""

    unsafe: bool
    dropped: list[Dropped] = field(default_factory=list)
    _refused: set[tuple[object, ...]] = field(default_factory=set)
    _one_at_a_time: set[int] = field(default_factory=set)

    def wanted(self, state: State) -> list[Finding]:
        """Return the findings to fix next: those with a safe fix, or the others if there are none."""
        open_ones = [
            f for f in state.findings if f.fix and _identity(f, state) not in self._refused
        ]
        safe = [f for f in open_ones if f.fix and f.fix.safety is Safety.SAFE]
        allowed = [f for f in open_ones if f.fix and f.fix.allowed]
        chosen = safe or (open_ones if self.unsafe else allowed)
        grouped = by_entry(state, chosen)
        return [
            finding
            for number, findings in grouped.items()
            for finding in (findings[:1] if number in self._one_at_a_time else findings)
        ]

    def learn(self, state: State, taken: Iterable[Finding], failed: dict[int, str]) -> None:
        """Refuse a fix that failed alone; if there were several, try the fixes of the entry one at a time."""
        for number, findings in by_entry(state, taken).items():
            if number not in failed:
                continue
            if len(findings) > 1:
                self._one_at_a_time.add(number)
            else:
                self._refused.add(_identity(findings[0], state))
                self.dropped.append(Dropped(findings[0], failed[number]))

    def without_refused(self, finding: Finding, state: State) -> Finding:
        """Return the finding, without its fix if that failed."""
        if finding.fix and _identity(finding, state) in self._refused:
            return replace(finding, fix=None)
        return finding


def _identity(finding: Finding, state: State) -> tuple[object, ...]:
    """Return the parts of a finding that do not change when other fixes move it."""
    texts = tuple(edit.text for edit in finding.fix.edits) if finding.fix else ()
    return (state.number_at(finding.span.start), finding.code, finding.message, texts)


def apply(text: str, findings: Iterable[Finding]) -> tuple[str, list[Finding]]:
    """Return the text after the fixes of `findings`, and the findings whose fix was applied.

    All edits of a fix are applied or none. If two fixes touch the same characters, the first one is applied.
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
    """Return the text after replacing the span of each edit; the spans must not overlap."""
    parts = []
    at = 0
    for edit in sorted(edits, key=lambda e: e.span):
        parts.append(text[at : edit.span.start])
        parts.append(edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)
