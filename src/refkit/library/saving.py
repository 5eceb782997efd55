"""Writing of libraries to their files, and as text."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from refkit.errors import RefkitError, UnwritableFile
from refkit.files import encode_text, read_source, write_text
from refkit.files.output import refuse_output
from refkit.files.read import checksum, is_as_read, read_bytes, state_of
from refkit.files.several import NewFile, write_several
from refkit.formats import Format, by_name, for_writing, read
from refkit.formats._kinds import reference_file
from refkit.model.editing import Editor, ListEditor
from refkit.model.item import Item
from refkit.model.library import Library as Reading
from refkit.model.source import Source
from refkit.records import replace

if TYPE_CHECKING:
    from refkit.library import Library


def save(library: Library) -> list[str]:
    """Write the changed sources to their files; return their paths."""
    adopt(library)
    return write_files(library)


def write_files(library: Library, others: Sequence[NewFile] = ()) -> list[str]:
    """Write the changed sources of a library whose items were not changed directly, and other files.

    Either all are written or none. Returns their paths.
    """
    changed = [editor for editor in library.editors if editor.is_changed]
    sources = [_writable(editor) for editor in changed]
    for source in sources:
        _refuse_changed(source)
    lists = [
        NewFile(source, encode_text(source.name, editor.text, source))
        for editor, source in zip(changed, sources, strict=True)
    ]
    write_several((*lists, *others))
    for editor, file in zip(changed, lists, strict=True):
        editor.mark_saved(_as_saved(file.source, file.raw, file.source.name))
    return [file.source.name for file in (*lists, *others)]


def _as_saved(source: Source, raw: bytes, path: str) -> Source:
    """Return a source with the state of its file after it was written."""
    return replace(source, state=state_of(os.stat(path)), checksum=checksum(raw))


def _writable(editor: Editor) -> Source:
    """Return the source of an editor. Raises RefkitError if it cannot be written."""
    source = editor.source
    if source is None:
        raise RefkitError('these references have no file; name one: `library.save("refs.bib")`')
    if source.derived or isinstance(editor, ListEditor):
        kind = (
            f".{source.derived} file" if source.derived else f"file in the format `{source.format}`"
        )
        problem = f'refkit only reads a {kind}; write the references to another one: `library.save("refs.bib")`'
        raise UnwritableFile(source.name, problem)
    if source.state is None:
        raise RefkitError(
            f'`{source.name}` was not read from a file; name one: `library.save("refs.bib")`'
        )
    return source


def save_as(library: Library, path: str, format_name: str | None) -> str:
    """Write a library to a file in a format, or in that of its suffix."""
    known = format_for(library, path, format_name)
    only = library.sources[0] if len(library.sources) == 1 else None
    if only is not None and only.state and _is_same_file(only.name, path):
        save(library)
        return path
    text = written(library, known.name)
    keeps_encoding = only is not None and not only.derived and text == library.editors[0].text
    source = replace(only, state=None) if only is not None and keeps_encoding else None
    write_over(library, path, text, known, source)
    return path


def write_over(
    library: Library | None, path: str, text: str, known: Format, source: Source | None = None
) -> None:
    """Write a text to a file that may exist.

    Raises UnwritableFile if it is a file of another kind, or one of the library that has changed on disk.
    """
    editors = library.editors if library is not None else []
    own = [
        one.source
        for one in editors
        if one.source and one.source.state and _is_same_file(one.source.name, path)
    ]
    if not own:
        refuse_output(path, reference_file(known))
    for read_file in own:
        _refuse_changed(read_file)
    write_text(path, text, source)
    for read_file in own:
        saved = _as_saved(read_file, read_bytes(path), path)
        read_file.state, read_file.checksum = saved.state, saved.checksum


def _refuse_changed(source: Source) -> None:
    """Raise UnwritableFile if a file has changed on disk since it was read."""
    if not os.path.exists(source.name) or not is_as_read(source, source.name):
        problem = "it changed on disk after it was read; use `library.reload()`, or save under another name"
        raise UnwritableFile(source.name, problem)


def _is_same_file(one: str, other: str) -> bool:
    return os.path.exists(one) and os.path.exists(other) and os.path.samefile(one, other)


def written(library: Library, format_name: str) -> str:
    """Return a library as text in a format; one in this format keeps its text, with comments and @strings."""
    adopt(library)
    texts = [_text_in(editor, format_name) for editor in library.editors]
    if all(text is not None for text in texts) and _can_be_joined(texts, format_name):
        return _joined([text for text in texts if text])
    known = by_name(format_name, writing=True)
    assert known.write is not None  # `by_name` returns a format that can be written
    return "".join(known.write(library.view.items, []))


def _can_be_joined(texts: Sequence[str | None], format_name: str) -> bool:
    return len(texts) == 1 or format_name in ("bibtex", "biblatex")


def _joined(texts: Sequence[str]) -> str:
    return "\n".join(
        text if text.endswith(("\n", "\r")) else text + "\n" for text in texts[:-1]
    ) + ("\n" * (len(texts) > 1) + texts[-1] if texts else "")


def _text_in(editor: Editor, format_name: str) -> str | None:
    """Return the text of an editor in a format, or None if its items must be written."""
    if isinstance(editor, ListEditor):
        return None if len(editor) else ""
    from refkit.formats.bibtex.editor import BibEditor

    if not isinstance(editor, BibEditor):
        source = editor.source
        return editor.text if source is not None and source.format == format_name else None
    if format_name == editor.dialect:
        return editor.text
    if format_name not in ("bibtex", "biblatex"):
        return None
    from refkit.formats.bibtex.conversion import in_dialect

    return in_dialect(editor.read_again(), format_name)


def read_files_again(parts: Sequence[Reading]) -> list[Reading]:
    """Return what is read from files again; the rest stays as it is."""
    again = []
    for part in parts:
        source = part.sources[0] if len(part.sources) == 1 else None
        if source is not None and source.state is not None:
            new = read_source(source.name, encoding=source.encoding)
            part = read(new, source.format or None)
        again.append(part)
    return again


def format_for(items: object, path: str, format_name: str | None) -> Format:
    """Return the format with a name, or that of a suffix; a .bib file has the dialect that references have."""
    if format_name:
        return by_name(format_name, writing=True)
    is_bib = os.path.splitext(path)[1].lower() == ".bib"
    return by_name(own_format(items), writing=True) if is_bib else for_writing(path)


def own_format(items: object) -> str:
    """Return the dialect of a library of .bib files or of a list of their items, and "bibtex" for others."""
    from refkit.formats.bibtex.database import BibEntry
    from refkit.formats.bibtex.editor import BibEditor

    if isinstance(items, (list, tuple)):
        entries = (one.entry for one in items if isinstance(one, Item))
        dialects = {one.database.dialect for one in entries if isinstance(one, BibEntry)}
    else:
        editors = getattr(items, "editors", ())
        dialects = {one.dialect for one in editors if isinstance(one, BibEditor)}
    return "biblatex" if "biblatex" in dialects else "bibtex"


def adopt(library: Library) -> None:
    """Write items whose attributes were changed directly (`item.text["title"] = ...`) to their records."""
    for editor in library.editors:
        if isinstance(editor, ListEditor):
            continue
        for item in list(editor.existing_items()):
            written = editor.as_written(item)
            if written.id != item.id:
                new, item.id = item.id, written.id
                library.rename(written.id, new)
            elif written != item:
                editor.write(item)
                library.is_stale = True
