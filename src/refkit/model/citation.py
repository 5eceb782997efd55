"""Citations in a document: which keys it cites, how, and where.

A `Citation` is one construct of the document's syntax, such as `\\citep[see][p. 3]{a,b}` or `[see @a, p. 3; @b]`.
All spans count characters of the source's text, so that `source.slice(cite.span)` is the key as written.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from refkit.model.source import Span
from refkit.records import dataclass

CitationKind = Literal[
    "parenthetical",  # (Doe 2020): \citep, [@doe]
    "narrative",  # Doe (2020): \citet, @doe
    "bare",  # Doe 2020, without brackets: \citealp
    "no-author",  # (2020): \citeyearpar, [-@doe]
    "year-only",  # 2020: \citeyear
    "author-only",  # Doe: \citeauthor
    "field",  # another field of the entry: \citetitle, \citeurl
    "full",  # the whole reference: \fullcite
    "note",  # in a note of its own: \footcite
    "nocite",  # in the list only: \nocite{doe}
]


@dataclass(slots=True, frozen=True)
class DocumentCite:
    """A cited key, with its place and what is written beside it.

    `label` is CSL's term of the locator ("page", "chapter" ...), or "" for none. `suppresses_author` is true for
    `-@doe` in a group whose other cites have their authors. `prefix` and `suffix` keep the document's markup.
    """

    key: str
    span: Span
    prefix: str = ""
    locator: str = ""
    label: str = ""
    suffix: str = ""
    suppresses_author: bool = False


@dataclass(slots=True, frozen=True)
class Citation:
    """One construct that cites: its whole span, its kind and its cites in order.

    `prefix` and `suffix` belong to the whole group (`\\parencites(see)(and others){a}{b}`). `in_note` is true inside
    a note of the document.
    """

    span: Span
    kind: CitationKind
    cites: tuple[DocumentCite, ...]
    prefix: str = ""
    suffix: str = ""
    in_note: bool = False


class KeyPlace(NamedTuple):
    """A key and its place in the text."""

    key: str
    span: Span


class NamedFile(NamedTuple):
    """A file that a document names, as a path relative to the document's folder, and its place in the text.

    The path has the ending that the syntax adds (`\\bibliography{refs}` names `refs.bib`).
    """

    path: str
    span: Span


class Doubt(NamedTuple):
    """Why not all citations of a document are known: `\\cite{\\thekey}`."""

    span: Span
    message: str


@dataclass(slots=True, frozen=True)
class DocumentCitations:
    """The citations of one document, and what it says about its reference lists and other files.

    `mentions` are keys named without citing them (`\\defcitealias{doe}{Paper I}`), which follow when a key is renamed.
    `defined` are keys that the document defines itself: `\\bibitem{doe}`, reST's `.. [Doe2020]`. `labels` are other
    targets that a reference of the same form can mean (Typst's `@intro`). `cites_all` is true for `\\nocite{*}`.
    `bibliographies` are reference lists, `includes` parts of the document in other files, `styles` citation styles as
    written. `list_places` are where the list of references is printed.
    """

    citations: tuple[Citation, ...] = ()
    mentions: tuple[KeyPlace, ...] = ()
    defined: tuple[KeyPlace, ...] = ()
    labels: frozenset[str] = frozenset()
    cites_all: bool = False
    bibliographies: tuple[NamedFile, ...] = ()
    includes: tuple[NamedFile, ...] = ()
    styles: tuple[NamedFile, ...] = ()
    list_places: tuple[Span, ...] = ()
    doubts: tuple[Doubt, ...] = ()
