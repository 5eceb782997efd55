"""Text with formatting as inlines of Pandoc. In between it is a text in which private characters are the marks."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.citing.pandoc import Element, attributes, element
from refkit.csl.output import Mark, Run
from refkit.csl.write._writer import Span, Writer, anchor_name, spans
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

# Supplementary Private Use Area-B (Unicode 15, 23.5), without the characters of `citing.affixes`.
_NAMES = (
    "Emph", "Strong", "SmallCaps", "Underline", "Superscript", "Subscript", "Link",
    "csl-left-margin", "csl-right-inline", "csl-block", "csl-indent",
)  # fmt: skip
_FIRST = 0x100200
_OPEN = {name: chr(_FIRST + number) for number, name in enumerate(_NAMES)}
_NAME_OF = {sign: name for name, sign in _OPEN.items()}
_CLOSE, _TARGET_END, _BREAK = "\U00100280", "\U00100281", "\U00100282"
_FIRST_INLINE = 0x102000
MAX_INLINES = 0xDFFD
_TOKEN = lazy_pattern(
    "[\U00100200-\U00100282\U00102000-\U0010fffd]|[ \t\r\n]+|[^\U00100200-\U0010fffd \t\r\n]+"
)


def placeholder(number: int) -> str:
    """Return the private character that represents an inline of the document."""
    return chr(_FIRST_INLINE + number)


# -- writing -----------------------------------------------------------------------------------


def inline(runs: Sequence[Run]) -> str:
    """Write a citation or the content of an entry; display blocks stay if no formatting is around them."""
    parts: list[list[Run]] = [[]]
    marks: list[str] = []
    depth = 0
    for run in runs:
        display = isinstance(run, Mark) and f"csl-{run.kind}" in _OPEN
        if isinstance(run, Mark) and display and not depth:
            # A margin ends with a space for outputs without columns.
            closing = f" {_CLOSE}" if run.kind == "left-margin" else _CLOSE
            marks.append(_OPEN[f"csl-{run.kind}"] if run.opens else closing)
            parts.append([])
            continue
        if isinstance(run, Mark) and not display and not run.kind.endswith("quote"):
            depth += 1 if run.opens else -1
        parts[-1].append(run)
    written = ["".join(map(_write, spans(part))) for part in parts]
    return written[0] + "".join(mark + text for mark, text in zip(marks, written[1:], strict=True))


def _write(span: Span) -> str:
    """Write one span."""
    if span.breaks:
        return _BREAK
    written = span.text
    for is_set, name in (
        (span.italic, "Emph"),
        (span.bold, "Strong"),
        (span.raised == "superscript", "Superscript"),
        (span.raised == "subscript", "Subscript"),
        (span.underline, "Underline"),
        (span.small_caps, "SmallCaps"),
    ):
        written = f"{_OPEN[name]}{written}{_CLOSE}" if is_set and written else written
    target = span.link or (f"#{anchor_name(span.cited)}" if span.cited else "")
    return f"{_OPEN['Link']}{target}{_TARGET_END}{written}{_CLOSE}" if target else written


def entry(text: str) -> str:
    """Return an entry as it is."""
    return text


def wrap(entries: Sequence[str], hanging_indent: bool) -> str:
    """Join entries."""
    return "\n".join(entries)


def annotate(entry: str, paragraphs: Sequence[str]) -> str:
    """Add paragraphs to an entry, each after a line break."""
    return entry + "".join(_BREAK + paragraph for paragraph in paragraphs)


def section(heading: str, bibliography: str) -> str:
    """Return a bibliography after its heading."""
    return f"{heading}\n{bibliography}"


def anchor(entry: str, id_: str) -> str:
    """Return an entry as it is; the tree has the names of entries."""
    return entry


WRITER = Writer("pandoc", inline, entry, wrap, annotate, section, anchor=anchor)


# -- reading -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Open:
    """An open element: its name, the target of a link, and its inlines."""

    name: str = ""
    target: str = ""
    inlines: list[object] = field(default_factory=list)


def inlines(written: str, own: Sequence[object] = ()) -> list[object]:
    """Return the inlines of a written text; `own` are those that its placeholders represent."""
    stack = [_Open()]
    target: list[str] | None = None
    for match in _TOKEN.finditer(written):
        token = match[0]
        if token == _TARGET_END:
            stack[-1].target, target = "".join(target or ()), None
        elif target is not None:
            target.append(token)
        elif token in _NAME_OF:
            stack.append(_Open(_NAME_OF[token]))
            target = [] if stack[-1].name == "Link" else None
        elif token == _CLOSE:
            if len(stack) > 1:
                closed = stack.pop()
                stack[-1].inlines.append(_element(closed))
        elif ord(token[0]) >= _FIRST_INLINE:
            number = ord(token) - _FIRST_INLINE
            stack[-1].inlines += own[number : number + 1]
        elif token == _BREAK:
            stack[-1].inlines.append(element("LineBreak"))
        else:
            is_space = not token.strip(" \t\r\n")
            stack[-1].inlines.append(element("Space") if is_space else element("Str", token))
    while len(stack) > 1:
        closed = stack.pop()
        stack[-1].inlines.append(_element(closed))
    return stack[0].inlines


def _element(closed: _Open) -> Element:
    """Return the element of a part of a text."""
    if closed.name == "Link":
        return element("Link", attributes(), closed.inlines, [closed.target, ""])
    if closed.name.startswith("csl-"):
        return element("Span", attributes("", [closed.name]), closed.inlines)
    return element(closed.name, closed.inlines)
