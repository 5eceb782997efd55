"""Reports of findings as text and as data, one file per format.

A module of this folder whose name does not start with `_` is an output format of the same name, and
exposes `render(report, view) -> Iterator[str]`, which yields the text in pieces.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from refkit.errors import UnknownChoice

if TYPE_CHECKING:
    from refkit.lint.report._view import View
    from refkit.lint.run import Report


def output_formats() -> list[str]:
    """Return the names of the output formats."""
    names = os.listdir(os.path.dirname(__file__))
    return sorted(name[:-3] for name in names if name.endswith(".py") and name[0] != "_")


def render(name: str, report: Report, view: View | None = None) -> Iterator[str]:
    """Yield a report in an output format, in pieces. Raises UnknownChoice, which names the most similar format."""
    if name not in output_formats():
        raise UnknownChoice("output format", name, output_formats())
    from refkit.lint.report._view import PLAIN

    pieces: Iterator[str] = import_module(f"{__name__}.{name}").render(report, view or PLAIN)
    return pieces
