"""What the commands share: text out, faults and progress on standard error."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from refkit.errors import RefkitError
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

if TYPE_CHECKING:
    from refkit.api import Converted
    from refkit.files.output import OutputKind
    from refkit.files.spool import Spool
    from refkit.model.entry import Fault

SHOWN_FAULTS = 20
# surrogates that stand for no byte (PEP 383 uses U+DC80 to U+DCFF)
_LONE = lazy_pattern("[\ud800-\udc7f\udd00-\udfff]")


@dataclass(slots=True)
class Made:
    """A text that a command made, of how many references, its kind, and the files that it was made from."""

    text: str
    count: int
    kind: OutputKind
    inputs: Sequence[str]


def save(made: Made, path: str | None) -> None:
    """Write what was made to a file, or to standard output if none is named.

    Raises RefkitError if nothing was made: then the file that stood there is left alone.
    """
    if path is None or path == "-":
        put(made.text)
        return
    from refkit.files.output import write_output

    if not made.count or not made.text.strip():
        raise RefkitError(f"no references were read, so `{path}` was not written")
    end = "" if made.text.endswith("\n") else "\n"
    write_output(path, made.text + end, made.kind, made.inputs)


def save_spooled(spool: Spool, converted: Converted, path: str | None) -> None:
    """Write converted references as `save` does, without having the whole text in memory."""
    if path is None or path == "-":
        for chunk in spool.chunks():
            click.echo(chunk, nl=False)
        return
    from refkit.formats import by_name
    from refkit.formats._kinds import reference_file

    if not converted.count:
        raise RefkitError(f"no references were read, so `{path}` was not written")
    spool.write_output(path, reference_file(by_name(converted.format)), converted.inputs)


def put(text: str) -> None:
    """Write a text as UTF-8 to standard output."""
    end = "\n" if text and not text.endswith("\n") else ""
    click.echo((text + end).encode("utf-8"), nl=False)


def typed(argument: str) -> str:
    """Return an argument as it was typed, where the terminal says that it knows less than UTF-8."""
    # PEP 383: bytes that the locale has no character for come as lone surrogates
    written = _LONE.sub("\ufffd", argument).encode("utf-8", "surrogateescape")
    return written.decode("utf-8", "replace")


def warn(text: str) -> None:
    """Write lines to standard error; what would steer the terminal is escaped."""
    from refkit.lint.report._text import escaped

    try:
        click.echo("\n".join(map(escaped, text.splitlines())), err=True)
    except (
        OSError
    ):  # nobody can be told; the exit code is left, and Python's flush at exit must not change it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def tell_faults(faults: Sequence[Fault]) -> None:
    """Say on standard error what could not be read, and where."""
    for fault in faults[:SHOWN_FAULTS]:
        line, column = fault.source.position(fault.span.start)
        warn(f"{fault.source.name}:{line}:{column}: {fault.message}")
    if len(faults) > SHOWN_FAULTS:
        more = len(faults) - SHOWN_FAULTS
        warn(f"refkit: {more} more faults; `refkit check` shows all")


def tell(warnings: Sequence[str]) -> None:
    """Say warnings on standard error."""
    for warning in warnings:
        warn(f"refkit: {warning}")


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal's standard error what goes on, once that has taken a second."""
    if sys.stderr is None or not sys.stderr.isatty():
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
