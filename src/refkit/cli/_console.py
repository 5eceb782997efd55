"""What the commands share: text out, faults and progress on standard error."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from refkit.patterns import lazy_pattern

if TYPE_CHECKING:
    from refkit.model.entry import Fault

SHOWN_FAULTS = 20
# surrogates that stand for no byte (PEP 383 uses U+DC80 to U+DCFF)
_LONE = lazy_pattern("[\ud800-\udc7f\udd00-\udfff]")


def put(text: str, path: str | None) -> None:
    """Write a text to a file, all or nothing, or as UTF-8 to standard output."""
    if text and not text.endswith("\n"):
        text += "\n"
    if path is None or path == "-":
        click.echo(text.encode("utf-8"), nl=False)
        return
    from refkit.files import write_text

    write_text(path, text)


def typed(argument: str) -> str:
    """Return an argument as it was typed, where the terminal says that it knows less than UTF-8."""
    # PEP 383: bytes that the locale has no character for come as lone surrogates
    written = _LONE.sub("\ufffd", argument).encode("utf-8", "surrogateescape")
    return written.decode("utf-8", "replace")


def tell_faults(faults: Sequence[Fault]) -> None:
    """Say on standard error what could not be read, and where."""
    for fault in faults[:SHOWN_FAULTS]:
        line, column = fault.source.position(fault.span.start)
        click.echo(f"{fault.source.name}:{line}:{column}: {fault.message}", err=True)
    if len(faults) > SHOWN_FAULTS:
        more = len(faults) - SHOWN_FAULTS
        click.echo(f"refkit: {more} more faults; `refkit check` shows all", err=True)


def tell(warnings: Sequence[str]) -> None:
    """Say warnings on standard error."""
    for warning in warnings:
        click.echo(f"refkit: {warning}", err=True)


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal's standard error what goes on, once that has taken a second."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    clock = threading.Thread(target=_show_clock, args=(what, done), daemon=True)
    clock.start()
    try:
        yield
    finally:
        done.set()
        clock.join()


def _show_clock(what: str, done: threading.Event) -> None:
    begin = time.monotonic()
    shown = ""
    while not done.wait(1.0):
        shown = f"{what} ... {time.monotonic() - begin:.0f} s"
        click.echo(f"\r{shown}", err=True, nl=False)
    if shown:
        click.echo(f"\r{' ' * len(shown)}\r", err=True, nl=False)
