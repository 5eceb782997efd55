"""Normalization of the layout of a .bib file without changing the meaning of any entry."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

from refkit.data.biblatex import VERBATIM_FIELDS
from refkit.data.bibtex import MONTH_MACROS
from refkit.data.words.months import months_of
from refkit.formats.bibtex.conflict_markers import conflict_fault
from refkit.formats.bibtex.database import Database
from refkit.formats.bibtex.entry_text import is_quotable
from refkit.formats.bibtex.mentions import KEY_FIELDS
from refkit.formats.bibtex.problems import syntax_faults
from refkit.formats.bibtex.resolve import fold
from refkit.formats.bibtex.scan import CLOSING
from refkit.formats.bibtex.tidy_options import DEFAULT_OPTIONS, Rewrite, TidyOptions, TidyResult
from refkit.integers import read_int
from refkit.model.entry import Entry, Field
from refkit.model.source import Source
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, replace
from refkit.tex.decode import decode

STRING = lazy_pattern(r"(?i)@\s*string")
# The codes of values and entries that are never closed.
_OPEN = ("open", "unclosed")


@dataclass(slots=True)
class Block:
    """An entry with the comment lines directly above it, and the rest of its last line.

    `above` is other text before it (a heading, an @string); entries are not sorted across it. A broken entry
    `is_fixed`: it keeps its position and all text up to the next entry.
    """

    number: int
    above: str
    attached: str
    entry: str
    trailer: str = ""
    is_fixed: bool = False


def tidy(
    source: Source, options: TidyOptions = DEFAULT_OPTIONS, dialect: str | None = None
) -> TidyResult:
    """Normalize the layout of a .bib file, which is in `dialect`; a malformed entry keeps all of its text.

    A file with conflict markers is unchanged, and letters in an encoding that is only guessed are.
    """
    conflict = conflict_fault(source)
    if conflict:
        return TidyResult(source, source.text, [conflict])
    if source.encoding_problem:
        from refkit.formats._encoding import guess_fault, only_in_ascii

        fault = guess_fault(source, has_effect=options.encode != "keep")
        rewrites = tuple(map(only_in_ascii, options.rewrites))
        result = _tidy(source, replace(options, encode="keep", rewrites=rewrites), dialect)
        return replace(result, faults=[*result.faults, fault])
    return _tidy(source, options, dialect)


def _tidy(source: Source, options: TidyOptions, dialect: str | None) -> TidyResult:
    if options.dialect:
        return _tidy_in_dialect(source, options, dialect)
    if options.journals != "keep" and STRING.search(source.text):
        return _tidy_with_macros(source, options, dialect)
    return _tidy_layout(source, options, dialect)


def _tidy_with_macros(source: Source, options: TidyOptions, dialect: str | None) -> TidyResult:
    """Change the names of journals in macros, and normalize the layout of the file."""
    from refkit.formats.bibtex.macro_values import with_changed_macros

    text, notes = with_changed_macros(source, dialect, options.rewrites)
    changed = _tidy_layout(replace(source, text=text), options, dialect)
    faults = syntax_faults(source, Database(source, dialect).scan)
    return TidyResult(source, changed.text, faults, notes)


def _tidy_layout(source: Source, options: TidyOptions, dialect: str | None) -> TidyResult:
    database = Database(source, dialect)
    broken = _broken_numbers(database)
    text = _normalize(database, options, broken.keys())
    opened = min((number for number, code in broken.items() if code in _OPEN), default=None)
    if opened is not None:
        from refkit.formats.bibtex.equivalence import is_equivalent

        # they can change how the text after them is read
        if not is_equivalent(database, text):
            text = _normalize(database, options, {*broken, *range(opened, len(database.scan))})
    return TidyResult(source, text, syntax_faults(source, database.scan))


def _tidy_in_dialect(source: Source, options: TidyOptions, dialect: str | None) -> TidyResult:
    """Convert a file to another dialect, and normalize its layout."""
    from refkit.formats.bibtex.dialect_change import change_dialect

    changed = change_dialect(source, options.dialect, dialect)
    converted = replace(source, text=changed.text)
    result = _tidy(converted, replace(options, dialect=""), options.dialect)
    return TidyResult(source, result.text, changed.faults, result.notes)


def _broken_numbers(database: Database) -> dict[int, str]:
    """Return the numbers of malformed entries, and of those before other malformed text, with the code of the error.

    The number is -1 for malformed text before the first entry. An entry that is never closed counts alone: its error
    is found at the start of the next one, which is correct itself.
    """
    scan = database.scan
    starts = [scan.bounds(number)[0] for number in range(len(scan))]
    broken: dict[int, str] = {}
    for problem in scan.problems:
        number = problem.entry
        if number < 0:
            number = bisect_right(starts, problem.span.start) - 1
        if broken.get(number) not in _OPEN:
            broken[number] = problem.code
    return broken


def _normalize(database: Database, options: TidyOptions, broken: Set[int]) -> str:
    """Return the text with a normalized layout, except for the entries with the numbers `broken`."""
    newline = "\r\n" if "\r\n" in database.source.text else "\n"
    header, blocks, footer = _split_blocks(database, options, broken, newline)
    if options.sort:
        blocks = [
            block
            for section in _sections(blocks)
            for block in _sort_section(section, database, options)
        ]
    return header + "".join(_join_blocks(blocks, footer, newline))


def _join_blocks(blocks: list[Block], footer: str, newline: str) -> Iterator[str]:
    """Yield the blocks, with empty lines between them and a line end after the last, except for fixed ones."""
    for index, block in enumerate(blocks):
        if block.above:
            yield block.above + newline * 2
        if block.attached:
            yield block.attached + newline
        if block.is_fixed:
            yield block.entry
            continue
        is_last = index == len(blocks) - 1 and not footer
        yield block.entry + block.trailer + newline * (1 if is_last else 2)
    if footer:
        yield footer + newline


def _split_blocks(
    database: Database, options: TidyOptions, broken: Set[int], newline: str
) -> tuple[str, list[Block], str]:
    """Return the text at the top that must not change, the entries, and the text after the last entry."""
    text, scan = database.source.text, database.scan
    starts = [scan.bounds(number)[0] for number in range(len(scan))] + [len(text)]
    header = text[: starts[0]] if -1 in broken else ""
    end = len(header)
    blocks: list[Block] = []
    for number in range(len(scan)):
        is_first = not blocks or blocks[-1].is_fixed
        trailer, above, attached = _split_gap(text[end : starts[number]], is_first=is_first)
        if not is_first:
            blocks[-1].trailer = trailer
        block = Block(number, above, attached, entry_text(database, number, options, newline))
        end = scan.bounds(number)[1]
        if number in broken:
            # unchanged up to the next entry
            end = starts[number + 1]
            block.entry, block.is_fixed = text[starts[number] : end], True
        blocks.append(block)
    is_first = not blocks or blocks[-1].is_fixed
    trailer, above, attached = _split_gap(text[end:] + newline, is_first=is_first)
    if not is_first:
        blocks[-1].trailer = trailer
    return header, blocks, (newline * 2).join(part for part in (above, attached) if part)


LINE_END = lazy_pattern(r"\r\n|\n|\r")
PARAGRAPH_END = lazy_pattern(r"(?>\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")


def _split_gap(gap: str, *, is_first: bool) -> tuple[str, str, str]:
    """Return the parts of the text between two entries: rest of the line, separate text, comment lines."""
    line = LINE_END.search(gap)
    if line is None and not is_first:
        return gap.rstrip(" \t"), "", ""
    trailer = gap[: line.start()].rstrip(" \t") if line and not is_first else ""
    body = gap[line.end() :] if line and not is_first else gap
    attached = ""
    if body.strip() and not PARAGRAPH_END.search(body[len(body.rstrip()) :]):
        cuts = list(PARAGRAPH_END.finditer(body.rstrip()))
        cut = cuts[-1].end() if cuts else 0
        if "@" not in body[cut:]:
            body, attached = body[:cut], body[cut:]
    return trailer, body.strip("\r\n \t"), attached.strip("\r\n \t")


def _sections(blocks: list[Block]) -> Iterator[list[Block]]:
    """Yield runs of entries without other text or a broken entry between them."""
    section: list[Block] = []
    for block in blocks:
        if section and (block.above or block.is_fixed or section[-1].is_fixed):
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _sort_section(section: list[Block], database: Database, options: TidyOptions) -> list[Block]:
    """Return a sorted run; entries with equal keys keep their order, and parents stay below for BibTeX."""
    above, section[0].above = section[0].above, ""
    sorted_blocks = list(section)
    for name in reversed(options.sort):
        sorted_blocks.sort(
            key=lambda block: _sort_key(block, database, name.lstrip("-")), reverse=name[0] == "-"
        )
    if database.dialect == "bibtex" and database.inheritance.links:
        lenders = {link.parent for links in database.inheritance.links.values() for link in links}
        sorted_blocks.sort(key=lambda block: block.number in lenders)
    sorted_blocks = _keep_duplicate_order(sorted_blocks, database)
    sorted_blocks[0].above = above
    return sorted_blocks


def _sort_key(block: Block, database: Database, name: str) -> tuple[bool, str]:
    """Return the sort key of an entry, which does not depend on the spelling of letters and months."""
    entry = database.entries[block.number]
    if name in ("key", "type"):
        sort_text = entry.key if name == "key" else entry.type
    else:
        field = database.inheritance.fields(block.number).get(name.lower())
        sort_text = decode(field.value)[0] if field else ""
    if name == "month":
        sort_text = _macro_of(sort_text) or sort_text
    return not sort_text, sort_text.strip("{}\"'").lower()


def _keep_duplicate_order(blocks: list[Block], database: Database) -> list[Block]:
    """Restore the order of entries that share a key, because only the first one is used."""
    indexes: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        indexes.setdefault(database.comparable_key(database.entries[block.number].key), []).append(
            index
        )
    ordered = list(blocks)
    for same_key in indexes.values():
        members = sorted(
            (blocks[member_index] for member_index in same_key), key=lambda block: block.number
        )
        for member_index, block in zip(same_key, members, strict=True):
            ordered[member_index] = block
    return ordered


def entry_text(database: Database, number: int, options: TidyOptions, newline: str) -> str:
    """Return an entry with a normalized layout, or unchanged if it is broken or contains comments."""
    entry = database.entries[number]
    original = database.source.slice(entry.span)
    if number in database.broken_entries or _has_comment(database, entry):
        return original
    fields = [
        (field.name, _value_pieces(database, entry, field, options))
        for field in entry.fields
        if _is_kept(field.name, options)
    ]
    if options.order:
        rank = {name: index for index, name in enumerate(options.order)}
        fields.sort(key=lambda field: rank.get(field[0], len(rank)))
    # in parentheses, a key can contain a brace
    mark = "(" if "}" in entry.key else "{"
    head = f"@{entry.type}{mark}{entry.key}"
    if not fields:
        return head + CLOSING[mark]
    width = max(len(name) for name, _ in fields) if options.align else 0
    lines = [_field_line(name.ljust(width), value, options, newline) for name, value in fields]
    comma = "," if options.trailing_comma else ""
    return f"{head},{newline}" + f",{newline}".join(lines) + f"{comma}{newline}{CLOSING[mark]}"


def _is_kept(name: str, options: TidyOptions) -> bool:
    """Whether a field is written; fields that refer to other entries are only omitted if they are named."""
    if name in options.omit:
        return False
    return not options.keep or name in options.keep or name in KEY_FIELDS


def _has_comment(database: Database, entry: Entry) -> bool:
    """Whether there is a comment between the parts of an entry, which only biber allows."""
    text = database.source.text
    if database.dialect != "biblatex" or "%" not in text[entry.span.start : entry.span.end]:
        return False
    position = entry.type_span.end
    for start, end in _part_spans(database, entry):
        if "%" in text[position:start]:
            return True
        position = end
    return "%" in text[position : entry.span.end]


def _part_spans(database: Database, entry: Entry) -> Iterator[tuple[int, int]]:
    yield entry.key_span
    for field in entry.fields:
        yield field.name_span
        for start, end, _ in database.macros.pieces(*field.value_span):
            yield start, end


def _value_pieces(
    database: Database, entry: Entry, field: Field, options: TidyOptions
) -> list[str]:
    """Return the pieces of a value to write."""
    text = database.source.text
    pieces = list(database.macros.pieces(*field.value_span))
    month = _month_macro(database, field) if options.months and len(pieces) == 1 else ""
    if month:
        return [month]
    rewrites = options.rewrites if len(pieces) == 1 else ()
    return [
        _delimit(
            _content(entry, field.name, text[start + 1 : end - 1], options, rewrites), mark, options
        )
        if mark in '{"'
        else text[start:end]
        for start, end, mark in pieces
    ]


def _content(
    entry: Entry, name: str, content: str, options: TidyOptions, rewrites: Sequence[Rewrite]
) -> str:
    """Return the content of a value to write."""
    for rewrite in rewrites:
        content = rewrite(entry, name, content)
    return _encode_letters(name, content, options)


def _delimit(content: str, mark: str, options: TidyOptions) -> str:
    quote = {"braces": "{", "quotes": '"'}.get(options.delimiters, mark)
    return f'"{content}"' if quote == '"' and is_quotable(content) else f"{{{content}}}"


def _macro_of(month: str) -> str:
    """Return the macro for a month's English name or its number, or ""."""
    word = month.lower().strip("{} ").rstrip(".")
    is_number = word.isascii() and word.isdecimal() and len(word) < 3
    number = read_int(word) if is_number else months_of("en").get(word, 0)
    return _MACROS[number - 1] if 1 <= number <= 12 else ""


def _month_macro(database: Database, field: Field) -> str:
    """Return the macro for a month's name or number, or "" if the file redefines the macro."""
    if field.name != "month":
        return ""
    macro = _macro_of(field.value)
    return "" if macro in database.defined_macros else macro


def _field_line(name: str, value: list[str], options: TidyOptions, newline: str) -> str:
    start = " " * options.indent + name + " = "
    if options.wrap and len(value) == 1 and value[0][0] in '{"':
        inner = " " * (len(start) + 1 if options.align else options.indent * 2)
        return _wrap(
            start, value[0][0] + fold(value[0][1:-1]) + value[0][-1], inner, options.wrap, newline
        )
    return start + " # ".join(value)


def _wrap(start: str, value: str, inner: str, width: int, newline: str) -> str:
    """Return a folded value with line breaks at spaces, which folds to the same value."""
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


def _encode_letters(name: str, content: str, options: TidyOptions) -> str:
    """Return TeX with its letters encoded according to the options, if that does not change its meaning."""
    if options.encode == "keep" or name in VERBATIM_FIELDS or name in KEY_FIELDS:
        return content
    from refkit.formats.bibtex.spelling import to_tex, to_unicode

    return to_tex(content) if options.encode == "tex" else to_unicode(content)


_MACROS = tuple(MONTH_MACROS)
