"""Lay out a .bib file anew without changing what any entry means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refkit.data.biblatex import VERBATIM_FIELDS
from refkit.data.bibtex import MONTH_MACROS
from refkit.formats.bibtex.database import Database
from refkit.formats.bibtex.edit import KEY_FIELDS, quotable
from refkit.formats.bibtex.problems import syntax_faults
from refkit.formats.bibtex.resolve import fold
from refkit.formats.bibtex.scan import CLOSING
from refkit.model.entry import Entry, Fault, Field
from refkit.model.source import Source
from refkit.patterns import lazy_pattern
from refkit.tex.decode import decode


@dataclass(slots=True, frozen=True)
class Layout:
    """How a tidy file looks. What is left at its default is kept as the file has it, or plain.

    `sort` names "key", "type" or fields, with `-` before a name for the reverse; `order` the fields
    that come first in an entry; `delimiters` is "braces", "quotes" or "keep"; `wrap` the longest
    line, 0 for as it is; `months` writes month names as macros; `encode` is "tex", "unicode" or
    "keep".
    """

    sort: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    align: bool = False
    delimiters: str = "keep"
    wrap: int = 0
    months: bool = False
    encode: str = "keep"
    indent: int = 2
    trailing_comma: bool = True


PLAIN = Layout()


@dataclass(slots=True)
class Block:
    """One entry with what belongs to it: comment lines right above it, the rest of its last line.

    `above` is other text before it (a heading, an @string), which entries are never sorted across. A
    broken entry is `fixed`: it keeps its place and all text up to the next entry.
    """

    number: int
    above: str
    attached: str
    entry: str
    trailer: str = ""
    fixed: bool = False


@dataclass(slots=True)
class Tidied:
    """One .bib file as it was read, its text with a normalized layout, and its syntax errors.

    An entry with a syntax error keeps its layout.
    """

    source: Source
    text: str
    faults: Sequence[Fault] = ()

    @property
    def changed(self) -> bool:
        """Whether the layout was not normalized before."""
        return self.text != self.source.text

    def diff(self) -> str:
        """Return the change as a unified diff."""
        from refkit.files.difference import difference

        return "".join(difference(self.source.name, self.source.text, self.text))


def tidy(source: Source, layout: Layout = PLAIN, dialect: str | None = None) -> Tidied:
    """Normalize the layout of a .bib file; one with a value that never ends stays as it is."""
    database = Database(source, dialect)
    text = _tidied(database, layout)
    return Tidied(source, text, syntax_faults(source, database.scan))


def _tidied(database: Database, layout: Layout) -> str:
    source = database.source
    if any(problem.code == "open" for problem in database.scan.problems):
        return source.text
    newline = "\r\n" if "\r\n" in source.text else "\n"
    header, blocks, rest = _blocks(database, layout, newline)
    if layout.sort:
        blocks = [
            block for section in _sections(blocks) for block in _sorted(section, database, layout)
        ]
    return header + "".join(_joined(blocks, rest, newline))


def _joined(blocks: list[Block], rest: str, newline: str) -> Iterator[str]:
    """Put a blank line between entries and one line end after the last, none beside what is fixed."""
    for at, block in enumerate(blocks):
        if block.above:
            yield block.above + newline * 2
        if block.attached:
            yield block.attached + newline
        if block.fixed:
            yield block.entry
            continue
        last = at == len(blocks) - 1 and not rest
        yield block.entry + block.trailer + newline * (1 if last else 2)
    if rest:
        yield rest + newline


def _blocks(database: Database, layout: Layout, newline: str) -> tuple[str, list[Block], str]:
    """Return text that must stay as it is at the top, the entries, and the text after the last."""
    text, scan = database.source.text, database.scan
    starts = [scan.bounds(number)[0] for number in range(len(scan))] + [len(text)]
    troubled = {bisect_right(starts, problem.span.start) - 1 for problem in scan.problems}
    troubled |= database.broken
    header = text[: starts[0]] if -1 in troubled else ""
    end = len(header)
    blocks: list[Block] = []
    for number in range(len(scan)):
        first = not blocks or blocks[-1].fixed
        trailer, above, attached = _gap(text[end : starts[number]], first=first)
        if not first:
            blocks[-1].trailer = trailer
        block = Block(number, above, attached, entry_text(database, number, layout, newline))
        end = scan.bounds(number)[1]
        if number in troubled:
            # up to the next entry, to the character
            end = starts[number + 1]
            block.entry, block.fixed = text[starts[number] : end], True
        blocks.append(block)
    first = not blocks or blocks[-1].fixed
    trailer, above, attached = _gap(text[end:] + newline, first=first)
    if not first:
        blocks[-1].trailer = trailer
    return header, blocks, (newline * 2).join(part for part in (above, attached) if part)


LINE_END = lazy_pattern(r"\r\n|\n|\r")
PARAGRAPH_END = lazy_pattern(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")


def _gap(gap: str, *, first: bool) -> tuple[str, str, str]:
    """Split the text between two entries: end of the first's line, text apart, lines above the second."""
    line = LINE_END.search(gap)
    if line is None and not first:
        return gap.rstrip(" \t"), "", ""
    trailer = gap[: line.start()].rstrip(" \t") if line and not first else ""
    body = gap[line.end() :] if line and not first else gap
    attached = ""
    if body.strip() and not PARAGRAPH_END.search(body[len(body.rstrip()) :]):
        cuts = list(PARAGRAPH_END.finditer(body.rstrip()))
        cut = cuts[-1].end() if cuts else 0
        if "@" not in body[cut:]:
            body, attached = body[:cut], body[cut:]
    return trailer, body.strip("\r\n \t"), attached.strip("\r\n \t")


def _sections(blocks: list[Block]) -> Iterator[list[Block]]:
    """Return runs of entries without other text or a broken entry between them."""
    section: list[Block] = []
    for block in blocks:
        if section and (block.above or block.fixed or section[-1].fixed):
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _sorted(section: list[Block], database: Database, layout: Layout) -> list[Block]:
    """Sort one run; entries with the same key keep their order, and lenders stay below for BibTeX."""
    above, section[0].above = section[0].above, ""
    ordered = list(section)
    for name in reversed(layout.sort):
        ordered.sort(
            key=lambda block: _sort_key(block, database, name.lstrip("-")), reverse=name[0] == "-"
        )
    if database.dialect == "bibtex" and database.inheritance.used:
        lenders = {link.parent for links in database.inheritance.links.values() for link in links}
        ordered.sort(key=lambda block: block.number in lenders)
    ordered = _first_stays_first(ordered, database)
    ordered[0].above = above
    return ordered


def _sort_key(block: Block, database: Database, name: str) -> tuple[bool, str]:
    """Return what an entry is sorted by, the same however its letters and months are spelled."""
    entry = database.entries[block.number]
    if name in ("key", "type"):
        written = entry.key if name == "key" else entry.type
    else:
        field = database.inheritance.fields(block.number).get(name.lower())
        written = decode(field.value)[0] if field else ""
    if name == "month":
        written = MONTHS.get(written.lower().strip("{} ").rstrip("."), written)
    return not written, written.strip("{}\"'").lower()


def _first_stays_first(blocks: list[Block], database: Database) -> list[Block]:
    """Of entries that share a key the first one counts, so they keep their order."""
    places: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        places.setdefault(database.same_key(database.entries[block.number].key), []).append(at)
    ordered = list(blocks)
    for shared in places.values():
        members = sorted((blocks[place] for place in shared), key=lambda block: block.number)
        for place, block in zip(shared, members, strict=True):
            ordered[place] = block
    return ordered


def entry_text(database: Database, number: int, layout: Layout, newline: str) -> str:
    """Return one entry laid out; one that is broken or holds comments stays as it is."""
    entry = database.entries[number]
    written = database.source.slice(entry.span)
    if number in database.broken or _has_comment(database, entry):
        return written
    fields = [(field.name, _value(database, field, layout)) for field in entry.fields]
    if layout.order:
        rank = {name: at for at, name in enumerate(layout.order)}
        fields.sort(key=lambda field: rank.get(field[0], len(rank)))
    # in parentheses a key may hold a brace
    mark = "(" if "}" in entry.key else "{"
    head = f"@{entry.type}{mark}{entry.key}"
    if not fields:
        return head + CLOSING[mark]
    width = max(len(name) for name, _ in fields) if layout.align else 0
    lines = [_line(name.ljust(width), value, layout, newline) for name, value in fields]
    comma = "," if layout.trailing_comma else ""
    return f"{head},{newline}" + f",{newline}".join(lines) + f"{comma}{newline}{CLOSING[mark]}"


def _has_comment(database: Database, entry: Entry) -> bool:
    """Whether a `%` stands between the parts of an entry, as only biber allows."""
    text = database.source.text
    if database.dialect != "biblatex" or "%" not in text[entry.span.start : entry.span.end]:
        return False
    at = entry.type_span.end
    for start, end in _parts(database, entry):
        if "%" in text[at:start]:
            return True
        at = end
    return "%" in text[at : entry.span.end]


def _parts(database: Database, entry: Entry) -> Iterator[tuple[int, int]]:
    yield entry.key_span
    for field in entry.fields:
        yield field.name_span
        for at, after, _ in database.macros.pieces(*field.value_span):
            yield at, after


def _value(database: Database, field: Field, layout: Layout) -> list[str]:
    """Return the pieces of a value as they are to be written."""
    text = database.source.text
    pieces = list(database.macros.pieces(*field.value_span))
    month = _month(database, field) if layout.months and len(pieces) == 1 else ""
    if month:
        return [month]
    return [
        _delimited(_encoded(field.name, text[at + 1 : after - 1], layout), mark, layout)
        if mark in '{"'
        else text[at:after]
        for at, after, mark in pieces
    ]


def _delimited(content: str, mark: str, layout: Layout) -> str:
    wanted = {"braces": "{", "quotes": '"'}.get(layout.delimiters, mark)
    return f'"{content}"' if wanted == '"' and quotable(content) else f"{{{content}}}"


def _month(database: Database, field: Field) -> str:
    """Return the macro of a month's name or number, unless the file gives the macro its own meaning."""
    if field.name != "month":
        return ""
    macro = MONTHS.get(field.value.lower().strip("{} ").rstrip("."), "")
    return "" if macro in database.defined else macro


def _line(name: str, value: list[str], layout: Layout, newline: str) -> str:
    start = " " * layout.indent + name + " = "
    if layout.wrap and len(value) == 1 and value[0][0] in '{"':
        inner = " " * (len(start) + 1 if layout.align else layout.indent * 2)
        return _wrapped(
            start, value[0][0] + fold(value[0][1:-1]) + value[0][-1], inner, layout.wrap, newline
        )
    return start + " # ".join(value)


def _wrapped(start: str, value: str, inner: str, width: int, newline: str) -> str:
    """Break a folded value at blanks, so that it folds to the same value again."""
    lines = [start]
    for number, word in enumerate(value.split(" ")):
        if number == 0:
            lines[-1] += word
        # one more for the comma after the value
        elif len(lines[-1]) + len(word) + 2 > width:
            lines.append(inner + word)
        else:
            lines[-1] += " " + word
    return newline.join(lines)


def _encoded(name: str, content: str, layout: Layout) -> str:
    """Return TeX with its letters spelled as asked, where that reads exactly the same."""
    if layout.encode == "keep" or name in VERBATIM_FIELDS or name in KEY_FIELDS:
        return content
    from refkit.formats.bibtex.spelling import in_tex, in_unicode

    return in_tex(content) if layout.encode == "tex" else in_unicode(content)


MONTHS = {
    spelling: macro
    for number, macro in enumerate(MONTH_MACROS, 1)
    for spelling in (macro, str(number), f"{number:02}", MONTH_MACROS[macro].lower())
} | {"sept": "sep"}
