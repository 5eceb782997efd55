"""Views of the texts between the entries of a library's .bib files: macros, comments and preambles."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, MutableSequence
from typing import TYPE_CHECKING, overload

from refkit.errors import RefkitError
from refkit.formats.bibtex.blocks import (
    Block,
    Kind,
    add_block,
    blocks,
    preamble_text,
    preamble_value,
    remove_string,
    replace_block,
    set_string,
)
from refkit.formats.bibtex.editor import BibEditor

if TYPE_CHECKING:
    from refkit.library import Library


def _bib_editors(library: Library) -> list[BibEditor]:
    """Return the editors of .bib files, whose texts are read as they are."""
    if library.is_stale:
        library.refresh()
    return [editor for editor in library.editors if isinstance(editor, BibEditor)]


def _last_editor(library: Library) -> BibEditor:
    editors = _bib_editors(library)
    if not editors:
        raise RefkitError("only .bib files have comments, @string and @preamble; load one first")
    return editors[-1]


def _note(library: Library, editor: BibEditor) -> None:
    """Read the source again, because all its entries may depend on the change."""
    editor.mark_outdated()
    library.is_stale = True
    library.refresh()


class Strings(MutableMapping[str, str]):
    """The values of @string macros by name in lower case, with other macros in them expanded.

    A new macro is defined before the first entry of the last .bib file.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def _values(self) -> dict[str, str]:
        return {name: value for one in _bib_editors(self._library) for name, value in one.strings()}

    def __getitem__(self, name: str) -> str:
        return self._values()[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values())

    def __len__(self) -> int:
        return len(self._values())

    def __setitem__(self, name: str, value: str) -> None:
        editor = self._editor_of(name) or _last_editor(self._library)
        set_string(editor.document, name, value)
        _note(self._library, editor)

    def __delitem__(self, name: str) -> None:
        editor = self._editor_of(name)
        if editor is None:
            raise KeyError(name)
        users = editor.users_of_macro(name.lower())
        if users:
            more = f" and {len(users) - 1} more" if len(users) > 1 else ""
            raise RefkitError(
                f"the macro `{name}` is used by `{users[0]}`{more}; replace it there first"
            )
        remove_string(editor.document, name)
        _note(self._library, editor)

    def _editor_of(self, name: str) -> BibEditor | None:
        editors = _bib_editors(self._library)
        return next((one for one in reversed(editors) if name.lower() in dict(one.strings())), None)

    def __repr__(self) -> str:
        return repr(self._values())


class _Texts(MutableSequence[str]):
    """The texts of the blocks of a kind, in file order."""

    kind: Kind = "comment"

    def __init__(self, library: Library) -> None:
        self._library = library

    def _blocks(self) -> list[tuple[BibEditor, Block]]:
        return [
            (editor, block)
            for editor in _bib_editors(self._library)
            for block in blocks(editor.document, self.kind)
        ]

    def _shown(self, text: str) -> str:
        return text

    def _written(self, text: str) -> str:
        return text

    def __len__(self) -> int:
        return len(self._blocks())

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> MutableSequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | MutableSequence[str]:
        if isinstance(index, slice):
            return [self._shown(block.text) for _, block in self._blocks()[index]]
        return self._shown(self._blocks()[index][1].text)

    def __setitem__(self, index: int | slice, text: object) -> None:
        if not isinstance(index, int) or not isinstance(text, str):
            raise TypeError(f"a {self.kind} is replaced by a text, one at a time")
        editor, block = self._blocks()[index]
        replace_block(editor.document, block, self._written(text))
        _note(self._library, editor)

    def __delitem__(self, index: int | slice) -> None:
        found = self._blocks()[index]
        for editor, block in reversed(found if isinstance(found, list) else [found]):
            replace_block(editor.document, block, "")
            _note(self._library, editor)

    def insert(self, index: int, value: str) -> None:
        """Insert a text before another one, or at the end of the file if there is none."""
        found = self._blocks()
        if index < len(found):
            editor, block = found[index]
            newline = editor.document.entries.layout.newline * 2
            replace_block(editor.document, block, self._written(value) + newline + block.text)
        else:
            editor = _last_editor(self._library)
            self._add(editor, self._written(value))
        _note(self._library, editor)

    def _add(self, editor: BibEditor, text: str) -> None:
        add_block(editor.document, text, at_end=True)

    def __repr__(self) -> str:
        return repr(self[:])


class Comments(_Texts):
    """The comments and other texts between entries as written: "% checked", "@comment{...}"."""


class Preambles(_Texts):
    """The values of @preamble, which is TeX for the bibliography."""

    kind: Kind = "preamble"

    def _shown(self, text: str) -> str:
        return preamble_value(text)

    def _written(self, text: str) -> str:
        return preamble_text(text) if text else ""

    def _add(self, editor: BibEditor, text: str) -> None:
        add_block(editor.document, text, at_end=False)
