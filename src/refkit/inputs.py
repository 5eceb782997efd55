"""The references that every function of refkit accepts: a library, paths, a text, items or objects of CSL-JSON."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypedDict, Unpack, runtime_checkable

from refkit import formats
from refkit.errors import UnreadableFile
from refkit.files import STDIN, read_source
from refkit.formats import by_name
from refkit.formats._search import Paths, expand
from refkit.library import Library
from refkit.model.item import Item
from refkit.model.library import Library as Reading
from refkit.model.source import Source, decode
from refkit.records import dataclass

WORDS_OF_PATH = 8  # a longer string without a suffix is a reference
SHOWN = 60  # characters of a text in a message
_MARKS = ("@", "[", "{")  # the start of a text in BibTeX or JSON
TEX = frozenset({"bibtex", "biblatex"})


class LoadOptions(TypedDict, total=False):
    """The keyword arguments of `load`."""

    format: str | None
    encoding: str | None
    exclude: Sequence[str]
    respect_gitignore: bool
    bibliography: Sequence[str]


@runtime_checkable
class OpenFile(Protocol):
    """A file that is open for reading, in text or binary mode."""

    def read(self) -> str | bytes:
        """Return the rest of the file."""


@dataclass(slots=True, frozen=True)
class Joining:
    """How files are read as one bibliography: the files, those that were named, and further ones."""

    files: Sequence[str]
    named: Sequence[str]
    bibliography: Sequence[str]

    def __call__(self, parts: Sequence[Reading]) -> list[Reading]:
        """Return what is read from the files as one bibliography."""
        from refkit.formats.bibtex.together import completed

        return completed(parts, self.files, self.named, self.bibliography)


CslJson = Mapping[str, object]
# Of a list of both, type checkers could not infer the type of `item` in `sorted(library, key=lambda item: item.title)`.
Items = Reading | Item | CslJson | Paths | Iterable[Item] | Iterable[CslJson]


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
        return together([read(_read_open_file(paths, encoding or ""), format)])
    if not isinstance(paths, Iterable | os.PathLike) or isinstance(paths, bytes):
        kind = type(paths).__name__
        raise TypeError(f"`load` reads a path, several paths or an open file, not {kind}")
    several = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    for path in several:
        _refuse_text(path)
    files = expand(several, gitignore=respect_gitignore, exclude=exclude)
    libraries = [
        read(read_source(path, streams=True, encoding=encoding or ""), format) for path in files
    ]
    if not bibliography and (len(several) < 2 or len(files) < 2):
        return together(libraries)
    named = tuple(os.fspath(path) for path in several) if len(several) > 1 else ()
    join = Joining(tuple(files), named, tuple(bibliography))
    return together(join(libraries), join)


def _refuse_text(path: str | os.PathLike[str]) -> None:
    """Raise UnreadableFile for a text in the place of a path."""
    if not isinstance(path, str) or not path.strip():
        return
    has_suffix = os.path.splitext(path)[1][1:].isalpha()  # also in a name with a line end
    is_reference = is_text(path) or len(path.split()) > WORDS_OF_PATH
    if is_reference and not has_suffix and not _exists(path):
        start = path.strip().splitlines()[0]
        shown = start if len(start) <= SHOWN else f"{start[:SHOWN]}..."
        raise UnreadableFile(shown, "no such file; to read a text, use `refkit.loads`")


def _exists(path: str) -> bool:
    try:
        return os.path.exists(path)
    except ValueError:  # a NUL
        return False


def _read_open_file(file: OpenFile, encoding: str) -> Source:
    content, name = file.read(), str(getattr(file, "name", "<file>"))
    return decode(content, name, encoding) if isinstance(content, bytes) else Source(content, name)


def together(
    libraries: Sequence[Reading],
    join: Callable[[Sequence[Reading]], list[Reading]] | None = None,
) -> Library:
    """Merge libraries; generated keys of plain-text references and entries without a key are made unique."""
    if len(libraries) > 1 and any(s.format == "text" for one in libraries for s in one.sources):
        from refkit.formats.text import tell_apart

        tell_apart(libraries)
    if len(libraries) > 1:
        from refkit.formats.bibtex.reader import make_keys_unique

        make_keys_unique(libraries)
    return Library.of(libraries, join)


def loads(text: str, format: str | None = None, *, name: str = "<string>") -> Library:
    """Read a text into a library; its format is detected unless `format` names it."""
    if not isinstance(text, str):
        hint = "; decode it first" if isinstance(text, (bytes, bytearray)) else ""
        raise TypeError(f"`loads` reads a str, not {type(text).__name__}{hint}")
    return together([read(Source(text, name), format)])


def read(source: Source, format: str | None = None) -> Reading:
    """Read one source into a library."""
    return formats.read(source, format)


def is_text(path: str) -> bool:
    """Whether a string is a text instead of a path: it has several lines, or starts with `@`, `[` or `{`."""
    if "\n" in path or "\r" in path:
        return True
    return path.lstrip()[:1] in _MARKS and not os.path.exists(path)


def library_from(items: Items, **options: Unpack[LoadOptions]) -> Library:
    """Return the library of what every function accepts: a library, paths, a text, items or objects of CSL-JSON."""
    if isinstance(items, Library):
        return items
    if isinstance(items, Reading):
        return Library.of([items])
    if isinstance(items, str) and is_text(items):
        return loads(items, format=options.get("format"))
    if isinstance(items, (str, os.PathLike)):
        return load(items, **options)
    if not isinstance(items, (Item, Iterable)):
        kind = type(items).__name__
        raise TypeError(f"pass a library, paths, a text, items or objects of CSL-JSON, not {kind}")
    several = [items] if isinstance(items, (Item, Mapping)) else list(items)
    paths = [path for path in several if isinstance(path, (str, os.PathLike))]
    if paths or not several:
        return load(paths, **options)
    return Library([item_of(item) for item in several])


def item_of(item: object) -> Item:
    """Return an item, or that of an object of CSL-JSON. Raises TypeError for other objects."""
    if isinstance(item, Item):
        return item
    if isinstance(item, Mapping):
        from refkit.model.csl_json import item_from_record

        return item_from_record(item)[0]
    raise TypeError(f"a reference is an Item or an object of CSL-JSON, not {type(item).__name__}")


def reading_of(items: Items) -> Reading:
    """Return what is read from the current text of a library; items without a text are written as one."""
    library = library_from(items)
    if library.sources or not len(library):
        return library.view
    is_tex = all(item.entry is not None and item.entry.source.format in TEX for item in library)
    name = "bibtex" if is_tex else "csl-json"
    write = by_name(name, writing=True).write
    assert write is not None  # `by_name` returns a format that can be written
    return read(Source("".join(write(library, [])), "<items>"), name)


def paths_in(items: Items) -> list[str | os.PathLike[str]] | None:
    """Return paths as a list, or None if the references are given in another way."""
    if isinstance(items, (Reading, Item, Mapping)):
        return None
    several = [items] if isinstance(items, (str, os.PathLike)) else list(items)
    paths = [
        one
        for one in several
        if isinstance(one, os.PathLike) or (isinstance(one, str) and not is_text(one))
    ]
    return paths if len(paths) == len(several) else None


def typed(texts: Sequence[str], encoding: str) -> Iterator[Reading]:
    """Yield the references of texts: single ones, lists of several lines, and those of standard input."""
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
