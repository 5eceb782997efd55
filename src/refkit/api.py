"""The functions of refkit: load, check, fix, format, cite, convert, parse, tidy.

A function raises RefkitError for a request that cannot be fulfilled. Problems in the references never
raise: they are in `Library.faults` and in findings.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack

from refkit.errors import EmptyFolder, RefkitError
from refkit.files import STDIN
from refkit.formats import Format, by_name, for_writing, writable_formats
from refkit.inputs import (
    TEX,
    CslJson,
    Items,
    LoadOptions,
    library_from,
    load,
    loads,
    paths_in,
    read,
    reading_of,
    together,
    typed,
)
from refkit.library import Library
from refkit.model.entry import Fault, no_references
from refkit.model.item import Item
from refkit.model.library import Library as Reading
from refkit.model.sentence_case import protect_capitals
from refkit.model.source import Source
from refkit.records import dataclass, replace

if TYPE_CHECKING:
    from bibtexparser.library import Library as BibtexparserLibrary

    from refkit.csl.catalogue import StyleName
    from refkit.formats.bibtex.tidy_options import TidyOptions, TidyResult
    from refkit.formatting import FormatExtras, Formatted
    from refkit.lint.fix import Fixed
    from refkit.lint.options import Losses
    from refkit.lint.settings import Settings
    from refkit.model.loss import Loss
    from refkit.results import Files, Findings
    from refkit.tidying import TidyOverrides

__all__ = [
    "Converted", "CslJson", "Items", "LoadOptions", "check", "cite", "convert", "doubts", "dump", "dumps", "fix",
    "format", "from_bibtexparser", "latex_to_unicode", "library_from", "load", "loads", "lost_by", "parse",
    "parse_all", "printed_by", "protect_capitals", "read", "styles", "tidy", "unicode_to_latex",
]  # fmt: skip


def dumps(items: Items, format: str | None = None) -> str:
    """Return references as text in a format: by default that of a library's .bib files, or else BibTeX.

    A library in this format keeps its text, with comments, @strings and preambles. If it is converted between BibTeX
    and BibLaTeX, only the entries are written again. Single items are written in a normal layout.
    """
    from refkit.library.saving import own_format, written

    if isinstance(items, (Library, str, os.PathLike)):
        library = library_from(items)
        name = by_name(format, writing=True).name if format else own_format(library)
        return written(library, name)
    known = by_name(format or own_format(items), writing=True)
    return "".join(_writer(known)(_items_of(items), []))


def dump(items: Items, path: str | os.PathLike[str], *, format: str | None = None) -> None:
    """Write references to a file in `format`, or in the format of its suffix. The file is complete or unchanged.

    References from BibLaTeX files stay BibLaTeX in a .bib file. Raises UnwritableFile if it is a file of another kind,
    or one of the library that has changed on disk.
    """
    from refkit.library.saving import format_for, write_over

    target = os.fspath(path)
    known = format_for(items, target, format)
    library = items if isinstance(items, Library) else None
    write_over(library, target, dumps(items, known.name), known)


def _items_of(items: Items) -> Iterable[Item]:
    """Return the items of a library, of files, of CSL-JSON objects, or a single item as a list."""
    return items if isinstance(items, Reading) else library_from(items)


@dataclass(slots=True)
class Converted:
    """References in another format, the errors on the way, the files that were read, and the values that were lost.

    `losses` are the values that the format has no place for; `Loss.kept_in` says where their text is.
    """

    text: str
    count: int
    faults: Sequence[Fault]
    format: str = ""
    inputs: Sequence[str] = ()
    losses: Sequence[Loss] = ()


def tidy(
    paths: Items,
    options: TidyOptions | None = None,
    *,
    encoding: str | None = None,
    respect_gitignore: bool = True,
    **overrides: Unpack[TidyOverrides],
) -> Files[TidyResult]:
    """Normalize the layout of .bib files, a text or a library.

    Only `keep`, `omit`, `titles` and `journals` change the meaning of an entry; `dialect` converts it. Nothing is
    written before `save` of the result. With `respect_gitignore`, files in folders that git ignores are skipped. No
    configuration is read.
    """
    from refkit.formats.bibtex.tidy_options import DEFAULT_OPTIONS
    from refkit.lint.options import Request
    from refkit.lint.tidy_run import tidy_files
    from refkit.results import Files
    from refkit.tidying import verified, with_rewrites

    layout = replace(options or DEFAULT_OPTIONS, **overrides)  # type: ignore[arg-type]  # the types are those
    layout = with_rewrites(layout)
    is_one = isinstance(paths, (Reading, Item, Mapping, str, os.PathLike))
    references: Items = paths if is_one else list(paths)  # type: ignore[assignment,arg-type]  # lists of the same
    given = paths_in(references)
    if given is None:
        return _tidied(library_from(references), layout)
    request = Request(
        tuple(os.fspath(path) for path in given),
        isolated=True,
        respect_gitignore=respect_gitignore,
        encoding=encoding or "",
    )
    found = tidy_files(request, lambda _, texts: verified(layout, texts))
    for folder in found:
        if isinstance(folder, EmptyFolder):
            raise folder
    return Files([file for file in found if not isinstance(file, EmptyFolder)])


def _tidied(library: Library, layout: TidyOptions) -> Files[TidyResult]:
    """Return the .bib sources of a library with a normalized layout."""
    from refkit.formats.bibtex.tidy import tidy as tidy_source
    from refkit.results import Files
    from refkit.tidying import verified

    if not library.sources:
        sources = [Source(dumps(library, "bibtex"), "<items>", format="bibtex")]
    else:
        sources = [source for source in library.sources if source.format in TEX]
    verified(layout, [source.text for source in sources])
    results = [tidy_source(source, layout) for source in sources]
    return Files(results, library.reload)


def convert(
    paths: Items, to: str | None = None, *, target: str | None = None, format: str | None = None,
    encoding: str | None = None, sentence_case: bool | None = None, min_confidence: float = 0.0,
    sink: Callable[[str], object] | None = None, exclude: Sequence[str] = (), respect_gitignore: bool = False,
    bibliography: Sequence[str] = (), key_style: str | None = None, sort: Sequence[str] = (),
) -> Converted:  # fmt: skip
    """Return the references of files as text in the format `to`, or in that of the name `target`.

    With `sentence_case`, English titles are converted from title case to sentence case, and without it, they are not;
    by default, they are if they come from .bib files and go to CSL-JSON. Fields of plain-text references with less
    confidence than `min_confidence` are reported as faults. References without a key of their own get one in
    `key_style`, such as "[auth][year]", and otherwise author and year. `sort` are names as in `Library.sort`. If `sink`
    is given, it is called with each piece of the text, which is not kept. The other arguments are as in `load`.
    """
    from refkit.formats._key_faults import noting_keys
    from refkit.library.made_keys import MadeKeys
    from refkit.library.sorting import in_order
    from refkit.model.citing import in_case

    if to is None and target in (None, STDIN):
        raise RefkitError(f"choose an output format: {', '.join(writable_formats())}")
    known = by_name(to, writing=True) if to else for_writing(target or "")
    write = _writer(known)
    library = library_from(
        paths,
        format=format,
        encoding=encoding,
        exclude=exclude,
        respect_gitignore=respect_gitignore,
        bibliography=bibliography,
    )
    parts: list[str] = []
    key_faults: list[Fault] = []
    take = sink or parts.append
    made = MadeKeys(library.items, key_style)
    items = noting_keys(in_order(made.items(), sort), known, key_faults)
    losses: list[Loss] = []
    for piece in write(in_case(items, sentence_case, known.name), losses):
        take(piece)
    faults = [*made.other_faults(library.faults), *doubts(library, min_confidence), *key_faults]
    if not len(library) and not faults:
        faults = [no_references(source) for source in library.sources]
    inputs = [source.name for source in library.sources]
    return Converted("".join(parts), len(library), faults, known.name, inputs, losses)


def parse(text: str) -> Item:
    """Parse one plain-text reference; a text without a reference gives an empty item.

    `item.origins` contains the position and the confidence of each variable. For a list of references, use
    `loads(text, format="text")`.
    """
    from refkit.formats.text import read_each

    return next(iter(read_each([text])), Item(id=""))


def parse_all(
    texts: str | Sequence[str],
    to: str | None = None,
    *,
    min_confidence: float = 0.0,
    encoding: str | None = None,
) -> Converted:
    """Parse plain-text references: each text is one reference, or a list of several lines; `-` is standard input.

    The result is in the format `to`, or else in tables. Fields with less confidence than `min_confidence` are
    marked with `?` in tables and under `custom` in CSL-JSON, and otherwise reported as faults.
    """
    from refkit.formats.text.doubt import mark
    from refkit.formats.text.table import table

    write = _writer(by_name(to, writing=True)) if to else None
    library = together(list(typed(_several(texts), encoding or "")))
    items = list(library)
    if write is None:
        tables = "\n".join(table(item, min_confidence) for item in items)
        return Converted(tables, len(items), library.faults)
    if to == "csl-json":
        mark(items, min_confidence)
        return Converted("".join(write(items, [])), len(items), library.faults)
    return Converted(
        "".join(write(items, [])), len(items), [*library.faults, *doubts(library, min_confidence)]
    )


def explained(texts: str | Sequence[str], *, encoding: str | None = None) -> str:
    """Return a table for each plain-text reference: its words with label, confidence, step and reader."""
    from refkit.formats.text.explain import explain

    library = together(list(typed(_several(texts), encoding or "")))
    entries = [item.entry for item in library if item.entry is not None]
    written = [entry.source.text[slice(*entry.span)] for entry in entries]
    return "\n".join(explain(" ".join(text.split())) for text in written)


def doubts(library: Library, min_confidence: float) -> list[Fault]:
    """Return the fields of plain-text references with low confidence as faults, by file and position."""
    if min_confidence <= 0:
        return []
    from refkit.formats.text.doubt import doubtful

    return doubtful(library, min_confidence)


def check(
    library: Items, settings: Settings | None = None, **overrides: Unpack[CheckOverrides]
) -> Findings:
    """Return the findings of the rules in a library, files, a text or items, by file and position.

    `select` and `ignore` contain codes ("DAT201"), families ("DAT"), names or "ALL", or are one of these. `today` is
    the date to treat as today, a `datetime.date` or "2026-01-31"; so is `document_date`. `style` is a citation style:
    missing fields that it prints and fields that it does not print are reported, too.
    """
    from refkit.lint.engine import check as run_rules
    from refkit.results import Findings

    return Findings(run_rules(reading_of(library), _settings(settings, overrides)))


def fix(
    library: Items,
    settings: Settings | None = None,
    *,
    unsafe: bool = False,
    **overrides: Unpack[CheckOverrides],
) -> Files[Fixed]:
    """Return each source of a library, or of files or a text, after its fixes; `save` of the result writes the files.

    Without `unsafe`, only fixes that cannot change the typeset output are applied. Sources whose text was
    extracted from a PDF or Word document are skipped, because they cannot be written back.
    """
    from refkit.formats.bibtex.together import reader_like
    from refkit.lint.fix import fix_text
    from refkit.results import Files

    wanted, known = _settings(settings, overrides), reading_of(library)
    fixed = [
        fix_text(source, reader_like(known, source), wanted, unsafe)
        for source in known.sources
        if not source.derived
    ]
    return Files(fixed, library.reload if isinstance(library, Library) else None)


def latex_to_unicode(tex: str, *, markup: bool = False) -> str:
    """Return TeX as Unicode text, with the inline markup of CSL-JSON (`<i>`) if `markup` is true."""
    from refkit.model.values import without_markup
    from refkit.tex.decode import decode

    text = decode(tex)[0]
    return text if markup else without_markup(text)


def unicode_to_latex(text: str, *, ascii: bool = True) -> str:
    """Return a text as TeX, in ASCII as far as TeX has commands, or only with its special characters escaped."""
    from refkit.tex.encode import encode

    return encode(text, unicode=not ascii)


def from_bibtexparser(blocks: BibtexparserLibrary, dialect: str | None = None) -> Library:
    """Return a library for bibtexparser's blocks; failed blocks are read again as far as possible."""
    from refkit.formats.bibtex.bridge import from_bibtexparser as from_blocks

    return together([from_blocks(blocks, dialect)])


def printed_by(style: str | os.PathLike[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the variables that a citation style uses, by CSL item type."""
    from refkit.csl.printed import printed_by_type

    return printed_by_type(os.fspath(style))


def lost_by(style: str | os.PathLike[str]) -> Losses:
    """Return a function that returns the variables of an item that a citation style does not print."""
    from refkit.csl.lost import Losses as StyleLosses

    return StyleLosses(os.fspath(style))


class CheckOverrides(TypedDict, total=False):
    """The keyword arguments of `check`, as in the fields of `Settings`."""

    select: str | Sequence[str]
    ignore: str | Sequence[str]
    today: datetime.date | str | None
    document_date: datetime.date | str | None
    preview: bool
    style: str


def _settings(settings: Settings | None, overrides: CheckOverrides) -> Settings:
    from refkit.lint.settings import Settings

    base = settings or Settings()
    style = overrides.get("style", base.style)
    return replace(
        base,
        select=_several(overrides.get("select", base.select)),
        ignore=_several(overrides.get("ignore", base.ignore)),
        today=_date("today", overrides.get("today", base.today)),
        document_date=_date("document_date", overrides.get("document_date", base.document_date)),
        preview=overrides.get("preview", base.preview),
        style=style,
        prints=printed_by(style) if style and not base.prints else base.prints,
        losses=lost_by(style) if style and not base.losses else base.losses,
    )


def _several(words: str | Sequence[str]) -> tuple[str, ...]:
    """Return the words, or a single one in a tuple."""
    return (words,) if isinstance(words, str) else tuple(words)


def _date(name: str, value: object) -> datetime.date | None:
    """Return the date of an argument, which can be an ISO 8601 string; a time of day is dropped."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if value is None or isinstance(value, datetime.date):
        return value
    if not isinstance(value, str):
        kind = type(value).__name__
        raise TypeError(f'`{name}` is a datetime.date or a string such as "2026-01-31", not {kind}')
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise RefkitError(f'`{name}` is a date such as "2026-01-31", not `{value}`') from None


def format(
    items: Items,
    style: str | os.PathLike[str] = "apa",
    output: str = "text",
    *,
    keys: str | Sequence[str] = (),
    engine: str = "refkit",
    **options: Unpack[FormatExtras],
) -> str:
    """Return the bibliography of references, or of those with the given `keys`; `options` are those of `cite`."""
    formatted = cite(items, (), style, output, keys=keys, engine=engine, **options)
    return formatted.document or formatted.bibliography


def cite(
    items: Items,
    citations: str | Sequence[str],
    style: str | os.PathLike[str] = "apa",
    output: str = "text",
    *,
    keys: str | Sequence[str] = (),
    engine: str = "refkit",
    **options: Unpack[FormatExtras],
) -> Formatted:
    """Return citations such as "smith2020, p. 12; doe2019", one or several in document order, and the bibliography.

    The bibliography contains the references with the given `keys`, or else the cited ones, or else all. In a note
    style, each citation is a note. `options` set the language (`locale`), hyperlinks (`links`) and much more; see
    `FormatOptions`.
    """
    from refkit.csl.write import output_named
    from refkit.formatting import FormatOptions, cite_items, with_extras

    form = with_extras(FormatOptions(os.fspath(style), output_named(output)), options)
    return cite_items(_items_of(items), _several(citations), _several(keys), engine, form)


def styles(words: str = "", field: str = "", *, dependent: bool = False) -> list[StyleName]:
    """Return the citation styles whose name or title contains every word, or only those of `field`."""
    from refkit.csl.catalogue import search

    return search(words, field, dependent=dependent)


def _writer(known: Format) -> Callable[[Iterable[Item], list[Loss]], Iterator[str]]:
    if known.write is None:
        raise RefkitError(
            f"refkit reads the format `{known.name}` but does not write it; "
            f"choose from {', '.join(writable_formats())}, or print a bibliography with `refkit format`"
        )
    return known.write
