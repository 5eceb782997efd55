"""The type of a writer, and helpers that several writers share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from refkit.csl.output import Mark, Run
from refkit.patterns import lazy_pattern
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Writer:
    """A writer for one output format.

    `inline` writes a citation or the content of an entry. `entry` puts the result of `inline` for one bibliography
    entry into its wrapper, and `wrap` puts entries into that of the bibliography (with or without a hanging indent).
    `annotate` adds paragraphs to an entry in its wrapper, and `anchor` gives such an entry a name that cites can
    link to. `section` puts a heading above a bibliography, and `join` joins such sections to one text.
    """

    name: str
    inline: Callable[[Sequence[Run]], str]
    entry: Callable[[str], str]
    wrap: Callable[[Sequence[str], bool], str]
    annotate: Callable[[str, Sequence[str]], str]
    section: Callable[[str, str], str]
    join: Callable[[Sequence[str]], str] = "\n".join
    anchor: Callable[[str, str], str] | None = None

    def bibliography(self, entries: Iterable[str], hanging_indent: bool = False) -> str:
        """Return the whole bibliography from entries written by `entry`."""
        return self.wrap(list(entries), hanging_indent)


def column_width(labels: Iterable[str], least: float) -> float:
    """Return the width in em of a column of labels with a gap, from labels without markup."""
    return max([least, *(round(0.6 * len(label.strip()) + 0.6, 1) for label in labels)])


BREAK = Mark("break", True)
"""A new line that a display block asks for, where the target has no blocks."""

_ENDS_LINE = frozenset(("block", "indent"))
_DISPLAYS = frozenset(("block", "indent", "left-margin", "right-inline"))


def without_blocks(runs: Sequence[Run]) -> list[Run]:
    """Return runs with line breaks instead of display blocks, and a space at the end of a margin."""
    if not any(isinstance(run, Mark) and run.kind in _DISPLAYS for run in runs):
        return list(runs)
    flowing: list[Run] = []
    pending: Run = ""
    for run in runs:
        if isinstance(run, str) or run.kind not in _DISPLAYS:
            if (
                pending
                and flowing
                and not (pending == " " and isinstance(run, str) and run[:1] == " ")
            ):
                flowing.append(pending)
            pending = ""
            flowing.append(run)
        elif run.kind in _ENDS_LINE:
            pending = BREAK
        elif run.kind == "left-margin":
            pending = pending if run.opens else " "
    return flowing


Table = Mapping[str, tuple[str, str]]


def by_table(
    runs: Sequence[Run], table: Table, escape: Callable[[str], str], link: Callable[[Mark], str]
) -> str:
    """Write runs with a table of the text that opens and closes each kind of formatting.

    `link` writes the marks of links, and those of cites that link to an entry.
    """
    written: list[str] = []
    for run in runs:
        if isinstance(run, str):
            written.append(escape(run))
        elif run.kind.endswith("quote"):
            written.append(escape(run.text))
        elif run.kind in ("link", "cite"):
            written.append(link(run))
        else:
            written.append(table[run.kind][0 if run.opens else 1])
    return "".join(written)


@dataclass(slots=True, frozen=True)
class Span:
    """Text with one formatting, for formats that cannot nest markup."""

    text: str
    italic: bool = False
    bold: bool = False
    small_caps: bool = False
    underline: bool = False
    raised: str = ""  # "", "superscript" or "subscript"
    link: str = ""
    cited: str = ""  # the id of the item whose entry the text links to
    breaks: bool = False


_BOTH: dict[str, tuple[str, bool | str]] = {
    "italic": ("italic", True),
    "oblique": ("italic", True),
    "not-italic": ("italic", False),
    "bold": ("bold", True),
    "light": ("bold", False),
    "not-bold": ("bold", False),
    "small-caps": ("small_caps", True),
    "not-small-caps": ("small_caps", False),
    "underline": ("underline", True),
    "not-underlined": ("underline", False),
    "superscript": ("raised", "superscript"),
    "subscript": ("raised", "subscript"),
    "baseline": ("raised", ""),
}


def spans(runs: Sequence[Run]) -> list[Span]:
    """Return runs as spans, each with all its formatting; neighbors with the same formatting are merged."""
    found: list[Span] = []
    worn: list[Mark] = []
    for run in without_blocks(runs):
        if isinstance(run, str):
            _add(found, run, worn)
        elif run.kind == "break":
            found.append(Span("", breaks=True))
        elif run.kind.endswith("quote"):
            _add(found, run.text, worn)
        elif run.opens:
            worn.append(run)
        else:
            worn.pop()
    return found


def _add(found: list[Span], text: str, worn: list[Mark]) -> None:
    holds: dict[str, bool | str] = {}
    for mark in worn:
        if mark.kind == "link":
            holds["link"] = mark.text if safe_link(mark.text) else ""
        elif mark.kind == "cite":
            holds["cited"] = mark.text
        else:
            name, value = _BOTH[mark.kind]
            holds[name] = value
    span = Span(text, **holds)  # type: ignore[arg-type]  # _BOTH's values fit their fields
    if found and not found[-1].breaks and _dress(found[-1]) == _dress(span):
        text = found.pop().text + text
        span = Span(text, **holds)  # type: ignore[arg-type]
    found.append(span)


def _dress(span: Span) -> tuple[object, ...]:
    return (
        span.italic,
        span.bold,
        span.small_caps,
        span.underline,
        span.raised,
        span.link,
        span.cited,
    )


_CONTROL = lazy_pattern(r"[\x00-\x1f\x7f-\x9f]")


def safe_link(target: str) -> bool:
    """Whether a link target is safe: a web or mail address without control characters."""
    if _CONTROL.search(target):
        return False
    scheme = target.partition(":")[0].lower()
    return scheme in ("http", "https", "ftp", "mailto", "doi")


_PLAIN_IN_ANCHORS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-:.")


def anchor_name(id_: str) -> str:
    """Return the name of an entry that cites link to: different for different ids, and valid in all markup.

    Characters other than ASCII letters, digits and `_-:.` are written as their code points: `+20+` is a space.
    """
    if _PLAIN_IN_ANCHORS.issuperset(id_):
        return f"ref-{id_}"
    return "ref-" + "".join(
        char if char in _PLAIN_IN_ANCHORS else f"+{ord(char):x}+" for char in id_
    )
