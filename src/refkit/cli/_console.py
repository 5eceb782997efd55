"""Output of commands: text, faults, warnings and progress."""

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

MAX_FAULTS = 20
# Surrogates that do not represent a byte (PEP 383 uses U+DC80 to U+DCFF).
_UNENCODED = lazy_pattern("[\ud800-\udc7f\udd00-\udfff]")


@dataclass(slots=True)
class OutputText:
    """The output of a command: its text, number of references, kind and input files."""

    text: str
    count: int
    kind: OutputKind
    inputs: Sequence[str]


def save(output: OutputText, path: str | None) -> None:
    """Write an output to a file, or to standard output if no path is given.

    Raises RefkitError if there are no references; an existing file is then not changed.
    """
    if path is None or path == "-":
        put(output.text)
        return
    from refkit.files.output import write_output

    if not output.count or not output.text.strip():
        raise RefkitError(f"no references were read, so `{path}` was not written")
    end = "" if output.text.endswith("\n") else "\n"
    write_output(path, output.text + end, output.kind, output.inputs)


def save_spooled(spool: Spool, converted: Converted, path: str | None) -> None:
    """Write converted references like `save`, without having the whole text in memory."""
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


def decode_argument(argument: str) -> str:
    """Return an argument decoded as UTF-8, even if the locale has another encoding."""
    # PEP 383: Python represents bytes that the locale cannot decode by lone surrogates.
    raw = _UNENCODED.sub("\ufffd", argument).encode("utf-8", "surrogateescape")
    return raw.decode("utf-8", "replace")


def put_line(line: str) -> None:
    """Write a line to standard output with escaped control characters and line breaks."""
    from refkit.lint.report._text import escaped

    put(escaped(line))


def warn_details(text: str) -> None:
    """Write the lines of a traceback to standard error."""
    for line in text.rstrip("\n").split("\n"):
        warn(line)


def warn(line: str) -> None:
    """Write a line to standard error with escaped control characters and line breaks."""
    from refkit.lint.report._text import escaped

    try:
        click.echo(escaped(line), err=True)
    except (
        OSError
    ):  # only the exit code is left to report the problem, and the flush at exit must not change it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def report_faults(faults: Sequence[Fault]) -> None:
    """Write faults with their positions to standard error."""
    for fault in faults[:MAX_FAULTS]:
        line, column = fault.source.position(fault.span.start)
        message = fault.message.replace("\n", " ")
        warn(f"{fault.source.name}:{line}:{column}: {message}")
    if len(faults) > MAX_FAULTS:
        more = len(faults) - MAX_FAULTS
        warn(f"refkit: {more} more problems; `refkit check` shows all")


def report_warnings(warnings: Sequence[str]) -> None:
    """Write warnings to standard error."""
    for warning in warnings:
        warn(f"refkit: {warning}")


@contextmanager
def show_progress(activity: str) -> Iterator[None]:
    """Show an activity and its duration on a terminal's standard error after one second."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    is_done = threading.Event()
    clock = threading.Thread(target=_show_clock, args=(activity, is_done), daemon=True)
    clock.start()
    try:
        yield
    finally:
        is_done.set()
        clock.join()


def _show_clock(activity: str, is_done: threading.Event) -> None:
    begin = time.monotonic()
    text = ""
    while not is_done.wait(1.0):
        text = f"{activity} ... {time.monotonic() - begin:.0f} s"
        click.echo(f"\r{text}", err=True, nl=False)
    if text:
        click.echo(f"\r{' ' * len(text)}\r", err=True, nl=False)
