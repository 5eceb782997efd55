"""What `refkit convert` writes about values that the output format has no place for."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.cli._console import warn
from refkit.model.loss import Loss

_LONGEST_VALUE = 60


def report_losses(losses: Sequence[Loss], *, is_long: bool) -> None:
    """Write the number of values to standard error, or each of them with the reason and the place of its text."""
    if not losses:
        return
    if is_long:
        for loss in losses:
            warn(_line(loss))
    gone = sum(1 for loss in losses if not loss.kept_in)
    parts = [f"{len(losses) - gone} kept in notes"] if gone < len(losses) else []
    parts += [f"{gone} lost"] if gone else []
    hint = "" if is_long else "; --report lists them"
    count = "1 value has" if len(losses) == 1 else f"{len(losses):,} values have"
    warn(f"refkit: {count} no place in the output format ({', '.join(parts)}){hint}")


def _line(loss: Loss) -> str:
    """Return a loss as one line: item, variable, value, where it went and why."""
    value = " ".join(loss.value.split())
    shown = value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"
    place = f"kept in {loss.kept_in}" if loss.kept_in else "lost"
    return f"{loss.id}: {loss.variable} `{shown}`: {place}: {loss.reason}"
