"""The texts between the entries of a .bib file: comments, @string and @preamble, which can be changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from refkit.formats.bibtex.edit import Document
from refkit.formats.bibtex.entry_order import attached_start
from refkit.formats.bibtex.entry_text import EditError
from refkit.formats.bibtex.scan import braced_end, is_balanced, scan
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

_PARAGRAPH = lazy_pattern(r"\S(?:[^\r\n]|(?:\r\n|\r|\n)(?![ \t]*[\r\n]|[ \t]*\Z))*")
_COMMENT = lazy_pattern(r"@[ \t\r\n]*comment[ \t\r\n]*\{", 2)
_VALUE = lazy_pattern(r"@[ \t\r\n]*preamble[ \t\r\n]*[{(]\s*", 2)
# Problems of a lone `@`, as in an address, after which reading continues.
_HARMLESS = frozenset({"at", "head"})
Kind = Literal["comment", "string", "preamble"]


class Block(NamedTuple):
    """A comment, @string or @preamble: its text, and its span in the text before the entry `node` (0: at the end)."""

    kind: Kind
    node: int
    start: int
    end: int
    text: str


def blocks(document: Document, kind: Kind) -> Iterator[Block]:
    """Yield the blocks of a kind in file order."""
    for node in [*document.entries, 0]:
        gap = document.entries.gap(node)
        if gap and not gap.isspace():
            yield from (
                block for block in _blocks(gap, node, document.dialect) if block.kind == kind
            )


def _blocks(gap: str, node: int, dialect: str) -> Iterator[Block]:
    result = scan(gap, dialect)
    marked: list[tuple[Span, Kind]] = [(span, "string") for span in result.strings]
    marked += [(span, "preamble") for span in result.preambles]
    end = 0
    for (start, stop), kind in [*sorted(marked), (Span(len(gap), len(gap)), "comment")]:
        yield from (Block("comment", node, a, b, gap[a:b]) for a, b in _comments(gap, end, start))
        if stop > start:
            yield Block(kind, node, start, stop, gap[start:stop])
        end = stop


def _comments(gap: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of comments in a part of a text: paragraphs, and @comment with its braces."""
    position = start
    while position < end:
        block = _COMMENT.search(gap, position, end)
        limit = block.start() if block else end
        for paragraph in _PARAGRAPH.finditer(gap, position, limit):
            yield paragraph.start(), paragraph.start() + len(paragraph[0].rstrip())
        if block is None:
            return
        closed = braced_end(gap, block.end() - 1, end) or end
        yield block.start(), closed
        position = closed


def replace_block(document: Document, block: Block, text: str) -> None:
    """Replace a comment, @string or @preamble by another text, or remove it with its line if that is empty."""
    text = _checked(document, text)
    gap = document.entries.gap(block.node)
    start, end = block.start, block.end
    if not text:
        line_end = len(gap) - len(gap[end:].lstrip(" \t"))
        is_line = gap[:start].endswith(("\n", "\r")) or not gap[:start]
        if is_line and gap[line_end : line_end + 1] in ("\n", "\r"):
            end = line_end + (2 if gap.startswith("\r\n", line_end) else 1)
    _set_gap(document, block.node, gap[:start] + text + gap[end:])


def add_block(document: Document, text: str, *, at_end: bool) -> None:
    """Add a comment, @string or @preamble before the first entry, or at the end of the text."""
    newline, text = document.entries.layout.newline, _checked(document, text)
    node = 0 if at_end else next(iter(document.entries), 0)
    gap = document.entries.gap(node)
    if at_end or not node:
        before = gap if not gap or gap.endswith(("\n", "\r")) else gap + newline
        separator = newline if node or any(document.entries) else ""
        _set_gap(document, node, before + separator * bool(before) + text + newline)
        return
    place = attached_start(gap)
    strings = [block for block in _blocks(gap, node, document.dialect) if block.kind != "comment"]
    if strings:
        place = strings[-1].end
        _set_gap(document, node, gap[:place] + newline + text + gap[place:])
        return
    _set_gap(document, node, gap[:place] + text + newline * 2 + gap[place:])


def _checked(document: Document, text: str) -> str:
    """Return a text between entries with the line ends of the file. Raises EditError if it would hide an entry."""
    start = len(text) + 1
    result = scan(f"{text}\n@misc{{a}}", document.dialect)
    is_entry_hidden = not len(result) or result.bounds(len(result) - 1)[0] != start
    is_unclosed = any(problem.code not in _HARMLESS for problem in result.problems)
    comments = _COMMENT.finditer(text)
    if (
        is_entry_hidden
        or is_unclosed
        or any(braced_end(text, comment.end() - 1, len(text)) <= 0 for comment in comments)
    ):
        raise EditError("a text between entries is not closed; balance its braces and quotes")
    return document.entries.with_line_ends(text)


def preamble_text(value: str) -> str:
    """Return an @preamble. Raises EditError if it cannot be written."""
    if not is_balanced(value):
        raise EditError("the preamble has an unmatched brace; balance its braces")
    return f"@preamble{{{{{value}}}}}"


def _set_gap(document: Document, node: int, text: str) -> None:
    if len(scan(text, document.dialect)):
        raise EditError("a text between entries cannot contain an entry; use `library.add`")
    document.entries.set_gap(node, text)


def string_text(name: str, value: str) -> str:
    """Return an @string. Raises EditError if it cannot be written."""
    if not is_balanced(value):
        raise EditError(f"the value of `{name}` has an unmatched brace; balance its braces")
    text = f"@string{{{name} = {{{value}}}}}"
    if len(scan(text).definitions) != 1:
        raise EditError(f"`{name}` cannot be the name of a macro; use letters and digits")
    return text


def preamble_value(text: str) -> str:
    """Return the value of an @preamble as written, without the delimiters of a single piece."""
    head = _VALUE.match(text)
    value = text[head.end() : -1].strip() if head else text
    is_single = value[:1] == "{" and braced_end(value, 0, len(value)) == len(value)
    is_quoted = value[:1] == '"' and value.count('"') == 2 and value.endswith('"')
    return value[1:-1] if is_single or is_quoted else value


def set_string(document: Document, name: str, value: str) -> None:
    """Set the value of a macro where it is defined last, or define it before the first entry."""
    new = string_text(name, value)
    defined = last_definition(document, name)
    if defined is None:
        add_block(document, new, at_end=False)
        return
    block, span = defined
    quote = block.text[span.start : span.start + 1]
    delimited = f'"{value}"' if quote == '"' and '"' not in value else f"{{{value}}}"
    replace_block(document, block, block.text[: span.start] + delimited + block.text[span.end :])


def remove_string(document: Document, name: str) -> None:
    """Remove all definitions of a macro."""
    defined = last_definition(document, name)
    while defined is not None:
        block, _ = defined
        others = [d for d in scan(block.text, document.dialect).definitions
                  if block.text[slice(*d.name_span)].lower() != name.lower()]  # fmt: skip
        kept = ", ".join(block.text[slice(*definition.span)] for definition in others)
        replace_block(document, block, f"@string{{{kept}}}" if kept else "")
        defined = last_definition(document, name)


def last_definition(document: Document, name: str) -> tuple[Block, Span] | None:
    """Return the last @string that defines a macro, and the span of the value in it."""
    found = None
    for block in blocks(document, "string"):
        for definition in scan(block.text, document.dialect).definitions:
            if block.text[slice(*definition.name_span)].lower() == name.lower():
                found = block, definition.value_span
    return found
