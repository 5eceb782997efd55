"""Citations in LaTeX: BibTeX, natbib, biblatex, apacite, REVTeX and other packages (see `data/latex_citations.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refkit.documents._latex_active import active_text
from refkit.documents.citations import Scanner
from refkit.documents.citations._latex_arguments import KeyGroup, read_group
from refkit.documents.citations._latex_commands import (
    CiteCommand,
    find_commands,
    find_listed_keys,
    joined,
    read_keys,
)
from refkit.documents.citations._latex_files import find_files
from refkit.documents.citations._latex_kinds import kind_of_command
from refkit.model.citation import (
    Citation,
    CitationKind,
    DocumentCitations,
    DocumentCite,
    Doubt,
    KeyPlace,
)
from refkit.model.locators import read_locator
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

_NOTE = lazy_pattern(
    r"\\(?:footnote|footnotetext|endnote|endnotetext|sidenote|marginnote|tablefootnote)(?![A-Za-z])"
    r"(?>(?:\s*+\[[^\[\]]{0,200}+\])?)"
)
# Keys that are named and not cited.
_MENTION = lazy_pattern(
    r"\\(?:defcitealias|shortcites|DeclareSortExclusion|ifciteseen|ifentryseen)(?![A-Za-z])"
)
# biblatex manual, 3.13.3: numbers of pages with these are still numbers of pages.
_PAGE_MARKS = lazy_pattern(r"\\(?:pnfmt|pno|ppno|nopp)(?![A-Za-z])[\s~]*+")
_SIGNS_OF_NO_KEY = frozenset('{}%#\\,"=~')


def find(source: Source) -> DocumentCitations:
    """Return the citations of a LaTeX document."""
    return find_in_latex(source.text, {})


def find_in_latex(text: str, own: Mapping[str, str]) -> DocumentCitations:
    """Return the citations of a LaTeX text; `own` are the user's commands with those that they behave like."""
    active = active_text(text)
    commands = list(find_commands(text, active, own))
    files = find_files(active)
    notes = _note_spans(active)
    cites_all = any(key.key == "*" for command in commands for key in joined(command.keys))
    return DocumentCitations(
        citations=tuple(_citations(text, commands, notes)),
        mentions=tuple(sorted((*_mentions(active), *_perhaps(commands)), key=lambda key: key.span)),
        defined=tuple(find_listed_keys(active)),
        cites_all=cites_all,
        bibliographies=files.bibliographies,
        includes=files.includes,
        styles=files.styles,
        list_places=files.list_places,
        doubts=(*(_doubt(one) for one in commands if one.is_computed), *files.doubts),
    )


def _doubt(command: CiteCommand) -> Doubt:
    return Doubt(command.span, f"a macro provides keys of `\\{command.base}`")


def _note_spans(active: str) -> list[Span]:
    """Return the spans of the notes of the document, in text order."""
    groups = (read_group(active, note.end(), "{") for note in _NOTE.finditer(active))
    return [group for group in groups if group]


def _citations(text: str, commands: list[CiteCommand], notes: list[Span]) -> Iterator[Citation]:
    """Yield the citations of known commands."""
    at = 0
    for command in commands:
        while at < len(notes) and notes[at].end < command.span.start:
            at += 1
        in_note = at < len(notes) and notes[at].start <= command.span.start < notes[at].end
        cites = tuple(
            cite
            for group, keys in zip(command.groups, command.keys, strict=True)
            for cite in _cites(text, group, keys)
        )
        if cites and command.is_known:
            before, after = (_words(text, span) for span in (command.before, command.after))
            yield Citation(command.span, _kind(command), cites, before, after, in_note)


def _kind(command: CiteCommand) -> CitationKind:
    """Return what a command prints; \\parencite* omits the authors (biblatex manual, 3.9.2)."""
    if command.is_starred and command.base.lower() == "parencite":
        return "no-author"
    return kind_of_command(command.base)


def _cites(text: str, group: KeyGroup, keys: tuple[KeyPlace, ...]) -> Iterator[DocumentCite]:
    """Yield the cites of one pair of braces: the notes belong to the first and the last key."""
    before, after = _words(text, group.before), _words(text, group.after)
    label, locator, suffix = read_locator(_PAGE_MARKS.sub("", after))
    volume = _words(text, group.volume)
    if volume and not locator:
        label, locator = "volume", volume
    elif volume:
        locator = f"{volume}:{locator}"
    known = [key for key in keys if key.key != "*"]
    for number, key in enumerate(known):
        is_last = number == len(known) - 1
        yield DocumentCite(
            key.key,
            key.span,
            before if not number else "",
            locator if is_last else "",
            label if is_last else "",
            suffix.rstrip() if is_last else "",
        )


def _words(text: str, span: Span | None) -> str:
    return text[span.start : span.end].strip() if span else ""


def _mentions(active: str) -> Iterator[KeyPlace]:
    """Yield keys that are named without being cited."""
    for command in _MENTION.finditer(active):
        group = read_group(active, command.end(), "{")
        if group:
            yield from (key for key in read_keys(active, group) if _can_be_key(key.key))


def _perhaps(commands: list[CiteCommand]) -> Iterator[KeyPlace]:
    """Yield what may be keys of commands that may cite."""
    for command in commands:
        if not command.is_known:
            yield from (key for key in joined(command.keys) if _can_be_key(key.key))


def _can_be_key(text: str) -> bool:
    return bool(text) and _SIGNS_OF_NO_KEY.isdisjoint(text) and not any(map(str.isspace, text))


def write_key(key: str, written: str) -> str | None:
    """Return a key, or None if LaTeX cannot read it in an argument."""
    return key if _can_be_key(key) else None


SCANNER = Scanner(
    "latex", (".latex", ".ltx", ".rnw", ".tex", ".rtex", ".snw"), find, write_key, ("latex",)
)
