"""Write docs/session-light.svg and docs/session-dark.svg: the terminal session in the README.

The commands run in a pseudo-terminal, in a folder with a copy of docs/example.bib; the pictures show
what they print, in the colors that they print. Run `python docs/make_session.py` after a change to
a message; a test fails if the pictures are out of date.
"""

from __future__ import annotations

import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
COMMANDS = (
    "refkit check example.bib",
    "refkit check example.bib --fix --unsafe-fixes",
    "refkit format example.bib --to ansi",
)
TITLE = "refkit finds two errors and a hyphen in a .bib file, fixes them and formats the entry in APA style"
COLUMNS = 98
CHARACTER, LINE, MARGIN = 8.4, 20, 20  # pixels
FONT = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"

# The colors of a theme by SGR code; "" is ordinary text, "$" the prompt.
THEMES = {
    "light": {
        "background": "#f6f8fa", "border": "#d0d7de", "": "#1f2328", "$": "#59636e",
        "31": "#cf222e", "33": "#9a6700", "34": "#0969da", "36": "#1b7c83",
    },
    "dark": {
        "background": "#0d1117", "border": "#30363d", "": "#e6edf3", "$": "#8b949e",
        "31": "#ff7b72", "33": "#d29922", "34": "#79c0ff", "36": "#56d4dd",
    },
}  # fmt: skip

_SGR = re.compile(r"\x1b\[([\d;]*)m")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with one appearance."""

    text: str
    color: str = ""
    is_bold: bool = False
    is_italic: bool = False


def terminal_output(command: str, folder: Path) -> str:
    """Return what a command prints when its output is a terminal."""
    arguments = [sys.executable, "-m", "refkit", *shlex.split(command)[1:]]
    environment = {
        "PATH": "", "PYTHONPATH": str(HERE.parent / "src"), "PYTHONUTF8": "1", "CI": "1",
        "TERM": "xterm-256color",
    }  # fmt: skip
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        arguments, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=theirs,
        stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    output = b"".join(_chunks(ours))
    process.wait(timeout=60)
    return output.decode("utf-8").replace("\r\n", "\n")


def _chunks(descriptor: int) -> Iterator[bytes]:
    """Yield what arrives until the other end is closed, which Linux reports as an error."""
    try:
        while chunk := os.read(descriptor, 65536):
            yield chunk
    except OSError:
        pass
    finally:
        os.close(descriptor)


def runs(line: str) -> Iterator[Run]:
    """Split a line at its SGR sequences (ECMA-48)."""
    style = Run("")
    # re.split gives text and codes alternately.
    for index, piece in enumerate(_SGR.split(line)):
        if index % 2:
            style = _changed(style, piece.split(";"))
        elif piece:
            yield replace(style, text=piece)


def _changed(style: Run, codes: list[str]) -> Run:
    """Return the style after these SGR codes; a code without a meaning here is a color."""
    for code in codes:
        if code in ("", "0"):
            style = Run("")
        elif code == "1":
            style = replace(style, is_bold=True)
        elif code == "3":
            style = replace(style, is_italic=True)
        else:
            style = replace(style, color=code)
    return style


def wrapped(line: list[Run], width: int = COLUMNS) -> Iterator[list[Run]]:
    """Break a line that is too long for the terminal at its spaces."""
    text = "".join(run.text for run in line)
    while len(text) > width:
        end = text.rfind(" ", 0, width + 1) + 1 or width
        head, line = _split(line, end)
        yield head
        text = text[end:]
    yield line


def _split(line: list[Run], position: int) -> tuple[list[Run], list[Run]]:
    """Return the runs before and after a position."""
    head, tail = [], []
    for run in line:
        if position > 0:
            head.append(replace(run, text=run.text[:position]))
        if position < len(run.text):
            tail.append(replace(run, text=run.text[max(position, 0) :]))
        position -= len(run.text)
    return head, tail


def session() -> list[list[Run]]:
    """Run the commands and return the rows of the terminal."""
    rows: list[list[Run]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(HERE / "example.bib", folder / "example.bib")
        for command in COMMANDS:
            rows += [[]] if rows else []
            rows.append([Run("$ ", "$"), Run(command, is_bold=True)])
            for line in terminal_output(command, folder).splitlines():
                rows += wrapped(list(runs(line)))
    return rows


def picture(rows: list[list[Run]], colors: dict[str, str]) -> str:
    """Return the rows as an SVG document."""
    width = round(COLUMNS * CHARACTER + 2 * MARGIN)
    height = len(rows) * LINE + 2 * MARGIN
    texts = "".join(_row(row, MARGIN + (n + 0.75) * LINE, colors) for n, row in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label="{escape(TITLE)}">\n'
        f"<title>{escape(TITLE)}</title>\n"
        f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="6" '
        f'fill="{colors["background"]}" stroke="{colors["border"]}"/>\n'
        f'<g font-family="{FONT}" font-size="14" xml:space="preserve">\n{texts}</g>\n</svg>\n'
    )


def _row(row: list[Run], y: float, colors: dict[str, str]) -> str:
    texts = []
    column = 0
    for run in row:
        texts.append(_text(run, MARGIN + column * CHARACTER, y, colors))
        column += len(run.text)
    return "".join(texts)


def _text(run: Run, x: float, y: float, colors: dict[str, str]) -> str:
    """Return one run; its length is given, so that any monospaced font keeps the columns."""
    text = run.text.strip(" ")
    if not text:
        return ""
    x += (len(run.text) - len(run.text.lstrip(" "))) * CHARACTER
    style = f' fill="{colors[run.color]}"'
    style += ' font-weight="bold"' if run.is_bold else ""
    style += ' font-style="italic"' if run.is_italic else ""
    length = f"{len(text) * CHARACTER:.1f}"
    return (
        f'<text x="{x:.1f}" y="{y:.0f}" textLength="{length}" lengthAdjust="spacingAndGlyphs"{style}>'
        f"{escape(text)}</text>\n"
    )


def pictures() -> dict[str, str]:
    """Return the picture of each theme by the name of its file."""
    rows = session()
    return {f"session-{name}.svg": picture(rows, colors) for name, colors in THEMES.items()}


if __name__ == "__main__":
    for name, text in pictures().items():
        (HERE / name).write_text(text, encoding="utf-8")
