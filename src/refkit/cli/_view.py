"""The appearance of a report: colors, width and length depend on the terminal."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING

from refkit.lint.options import MOST_ON_TERMINAL
from refkit.lint.report._view import View

if TYPE_CHECKING:
    from refkit.lint.options import Request


def view_of(request: Request, stream: IO[str]) -> View:
    """Return how to show a report on a stream, or in a file if the request names one.

    On a terminal, messages are wrapped and the number of findings is limited. Other output is complete.
    """
    is_terminal = stream.isatty() and not request.output_file
    usual = MOST_ON_TERMINAL if is_terminal else 0
    return View(
        color=use_color(request.color, is_terminal),
        width=_columns() if is_terminal else 0,
        most=usual if request.max_findings is None else request.max_findings,
        show_all=request.show_all,
    )


def _columns() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns


def use_color(choice: str, is_terminal: bool) -> bool:
    """Whether to use colors; NO_COLOR takes precedence over FORCE_COLOR, as in Python itself.

    Sources: https://no-color.org, https://force-color.org, https://bixense.com/clicolors
    """
    if choice in ("always", "never"):
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(
        os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    ):
        return True
    is_off = os.environ.get("CLICOLOR") == "0" or os.environ.get("TERM") == "dumb"
    return is_terminal and not is_off
