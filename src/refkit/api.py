"""The functions of refkit: load, check, fix, format, cite, convert, parse, tidy.

A function raises RefkitError for a request that cannot be fulfilled. Problems in the references never
raise: they are in `Library.faults` and in findings.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypedDict, Unpack, runtime_checkable

from refkit import formats
from refkit.errors import EmptyFolder, RefkitError
from refkit.files import STDIN, read_source, write_text
from refkit.formats import Format, by_name, for_writing, writable_formats
from refkit.formats._search import Paths, expand
from refkit.model.entry import Fault, no_references
from refkit.model.item import Item
from refkit.model.library import Library, each_once, merged
from refkit.model.source import Source, decode
from refkit.records import dataclass, replace

if TYPE_CHECKING:
    from refkit.csl.catalogue import StyleName
    from refkit.formats.bibtex.tidy import TidyOptions, TidyResult
    from refkit.formatting import FormatExtras, Formatted
    from refkit.lint.fix import Fixed
    from refkit.lint.options import Losses
    from refkit.lint.rule import Finding
    from refkit.lint.settings import Settings


@runtime_checkable
class OpenFile(Protocol):
    """A file that is open for reading, in text or binary mode."""

    def read(self) -> str | bytes:
        """Return the rest of the file."""


CslJson = Mapping[str, object]
Items = Library | Item | CslJson | Paths | Iterable[Item | CslJson]


def load(
    paths: Paths | OpenFile, *, format: str | None = None, encoding: str | None = None,
    exclude: Sequence[str] = (), respect_gitignore: bool = False, bibliography: Sequence[str] = (),
) -> Library:  # fmt: skip
    """Read files, or the files in folders, into one library; `-` is standard input.

    An open file is read from its current position. The format is that of the file's suffix or else of its text,
    unless `format` names it. The encoding is detected unless `encoding` names it. Several .bib files that are named
    are one bibliography: the macros and parents in one of them are known in the others, and so are those of the
    files in `bibliography` in each of these files. Other files that are found in folders are read alone. Of the
    files in folders, those that match a pattern in `exclude` are skipped, and with `respect_gitignore`, files that
    git ignores. Raises RefkitError if a file cannot be read.
    """
    if isinstance(paths, OpenFile):
        return read(_read_open_file(paths, encoding or ""), format)
    several = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    files = expand(several, gitignore=respect_gitignore, exclude=exclude)
    libraries = [
        read(read_source(path, streams=True, encoding=encoding or ""), format) for path in files
    ]
    if bibliography or (len(several) > 1 and len(files) > 1):
        from refkit.formats.bibtex.together import completed

        named = {os.fspath(path) for path in several} if len(several) > 1 else ()
        libraries = completed(libraries, files, named, bibliography)
    return _together(libraries)


def _read_open_file(file: OpenFile, encoding: str) -> Source:
    content, name = file.read(), str(getattr(file, "name", "<file>"))
    return decode(content, name, encoding) if isinstance(content, bytes) else Source(content, name)


def _together(libraries: Sequence[Library]) -> Library:
    """Merge libraries; generated keys of plain-text references are made unique."""
    if len(libraries) > 1 and any(s.format == "text" for one in libraries for s in one.sources):
        from refkit.formats.text import tell_apart

        tell_apart(libraries)
    return merged(libraries)


def loads(text: str, *, format: str | None = None, name: str = "<string>") -> Library:
    """Read a text into a library; its format is detected unless `format` names it."""
    if not isinstance(text, str):
        hint = "; decode it first" if isinstance(text, (bytes, bytearray)) else ""
        raise TypeError(f"`loads` reads a str, not {type(text).__name__}{hint}")
    return read(Source(text, name), format)


def read(source: Source, format: str | None = None) -> Library:
    """Read one source into a library."""
    return formats.read(source, format)


def dumps(items: Items, format: str = "bibtex") -> str:
    """Return references as text in a format."""
    return "".join(_writer(by_name(format, writing=True))(_items_of(items)))


def dump(items: Items, path: str | os.PathLike[str], *, format: str | None = None) -> None:
    """Write references to a file in `format`, or in the format of its suffix. The file is complete or unchanged."""
    target = os.fspath(path)
    known = by_name(format, writing=True) if format else for_writing(target)
    write_text(target, "".join(_writer(known)(_items_of(items))))


def _items_of(items: Items) -> Iterable[Item]:
    """Return the items of a library, of files, of CSL-JSON objects, or a single item as a list."""
    if isinstance(items, Library):
        return items
    if isinstance(items, (str, os.PathLike)):
        return load(items)
    if not isinstance(items, (Item, Iterable)):
        kind = type(items).__name__
        raise TypeError(f"pass a Library, paths of files, Items or objects of CSL-JSON, not {kind}")
    several = [items] if isinstance(items, (Item, Mapping)) else list(items)
    paths = [path for path in several if isinstance(path, (str, os.PathLike))]
    return load(paths) if paths else [_item_of(item) for item in several]


def _item_of(item: object) -> Item:
    if isinstance(item, Item):
        return item
    if isinstance(item, Mapping):
        from refkit.model.csl_json import item_from_record

        return item_from_record(item)[0]
    raise TypeError(f"a reference is an Item or an object of CSL-JSON, not {type(item).__name__}")


def _library_of(library: Library | Paths) -> Library:
    """Return the library, or read it from files."""
    if isinstance(library, Library):
        return library
    several = [library] if isinstance(library, (str, os.PathLike)) else list(library)
    wrong = next((path for path in several if not isinstance(path, (str, os.PathLike))), None)
    if wrong is not None:
        kind = type(wrong).__name__
        raise TypeError(f"pass a Library or paths of files, not {kind}; `loads` reads a text")
    return load(several)


@dataclass(slots=True)
class Converted:
    """References in another format, the errors on the way, and the files that were read."""

    text: str
    count: int
    faults: Sequence[Fault]
    format: str = ""
    inputs: Sequence[str] = ()


def tidy(
    paths: Paths,
    options: TidyOptions | None = None,
    *,
    dialect: str | None = None,
    encoding: str | None = None,
    respect_gitignore: bool = True,
) -> list[TidyResult]:
    """Normalize the layout of .bib files without changing the meaning of an entry; nothing is written.

    With `respect_gitignore`, files in folders that git ignores are skipped. No configuration is read.
    """
    from refkit.formats.bibtex.tidy import DEFAULT_OPTIONS
    from refkit.lint.options import Request
    from refkit.lint.tidy_run import tidy_files

    several = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    request = Request(
        tuple(os.fspath(path) for path in several),
        isolated=True,
        respect_gitignore=respect_gitignore,
        dialect=dialect or "",
        encoding=encoding or "",
    )
    layout = options or DEFAULT_OPTIONS
    layout = replace(layout, sort=_several(layout.sort), order=_several(layout.order))
    found = tidy_files(request, lambda _: layout)
    for folder in found:
        if isinstance(folder, EmptyFolder):
            raise folder
    return [file for file in found if not isinstance(file, EmptyFolder)]


def convert(
    paths: Paths, to: str | None = None, *, target: str | None = None, format: str | None = None,
    encoding: str | None = None, min_confidence: float = 0.0, sink: Callable[[str], object] | None = None,
    exclude: Sequence[str] = (), respect_gitignore: bool = False, bibliography: Sequence[str] = (),
) -> Converted:  # fmt: skip
    """Return the references of files as text in the format `to`, or in that of the name `target`.

    Fields of plain-text references with less confidence than `min_confidence` are reported as faults. If `sink` is
    given, it is called with each piece of the text, which is not kept. The other arguments are as in `load`.
    """
    from refkit.formats._key_faults import noting_keys

    if to is None and target in (None, STDIN):
        raise RefkitError(f"choose an output format: {', '.join(writable_formats())}")
    known = by_name(to, writing=True) if to else for_writing(target or "")
    write = _writer(known)
    library = load(
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
    for piece in write(noting_keys(each_once(library.items), known, key_faults)):
        take(piece)
    faults = [*library.faults, *doubts(library, min_confidence), *key_faults]
    if not len(library) and not faults:
        faults = [no_references(source) for source in library.sources]
    inputs = [source.name for source in library.sources]
    return Converted("".join(parts), len(library), faults, known.name, inputs)


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
    library = _together(list(_typed(_several(texts), encoding or "")))
    items = list(library)
    if write is None:
        tables = "\n".join(table(item, min_confidence) for item in items)
        return Converted(tables, len(items), library.faults)
    if to == "csl-json":
        mark(items, min_confidence)
        return Converted("".join(write(items)), len(items), library.faults)
    return Converted(
        "".join(write(items)), len(items), [*library.faults, *doubts(library, min_confidence)]
    )


def _typed(texts: Sequence[str], encoding: str) -> Iterator[Library]:
    from refkit.formats.text import read_each

    lists = [text for text in texts if text == STDIN or "\n" in text.strip()]
    for text in lists:
        source = (
            read_source(STDIN, encoding=encoding) if text == STDIN else Source(text, "<reference>")
        )
        found = read(source, "text")
        yield found if len(found) else read_each(source.text.splitlines())
    if len(lists) < len(texts):
        yield read_each([text for text in texts if text not in lists])


def doubts(library: Library, min_confidence: float) -> list[Fault]:
    """Return the fields of plain-text references with low confidence as faults, by file and position."""
    if min_confidence <= 0:
        return []
    from refkit.formats.text.doubt import doubtful

    return doubtful(library, min_confidence)


def check(
    library: Library | Paths, settings: Settings | None = None, **overrides: Unpack[CheckOverrides]
) -> list[Finding]:
    """Return the findings of the rules in a library, or in files, by file and position.

    `select` and `ignore` contain codes ("DAT201"), families ("DAT"), names or "ALL", or are one of these. `today` is
    the date to treat as today, a `datetime.date` or "2026-01-31"; so is `document_date`. `style` is a citation style:
    missing fields that it prints and fields that it does not print are reported, too.
    """
    from refkit.lint.engine import check as run_rules

    return run_rules(_library_of(library), _settings(settings, overrides))


def fix(
    library: Library | Paths,
    settings: Settings | None = None,
    *,
    unsafe: bool = False,
    **overrides: Unpack[CheckOverrides],
) -> list[Fixed]:
    """Return each source of a library after its fixes; no file is written.

    Without `unsafe`, only fixes that cannot change the typeset output are applied. Sources whose text was
    extracted from a PDF or Word document are skipped, because they cannot be written back.
    """
    from refkit.formats.bibtex.together import reader_like
    from refkit.lint.fix import fix_text

    wanted, known = _settings(settings, overrides), _library_of(library)
    return [
        fix_text(source, reader_like(known, source), wanted, unsafe)
        for source in known.sources
        if not source.derived
    ]


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


def _writer(known: Format) -> Callable[[Iterable[Item]], Iterator[str]]:
    if known.write is None:
        raise RefkitError(
            f"refkit reads the format `{known.name}` but does not write it; "
            f"choose from {', '.join(writable_formats())}, or print a bibliography with `refkit format`"
        )
    return known.write
