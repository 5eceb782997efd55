"""Macros that a LaTeX document defines, replaced by their texts; arguments keep their positions.

Macros are expanded from the beginning to the end of the text, so that a definition applies to what follows. Those that
the reader of LaTeX knows are left to it. Depth and size are limited: a small text must not become a large one.
"""

from __future__ import annotations

import re

from refkit.data.latex_citations import COMMANDS
from refkit.data.tex import ACCENTS, MARKUP, SYMBOLS, TRANSPARENT, VERBATIM
from refkit.data.tex_documents import ARGUMENTS, READ_COMMANDS, SECTIONS, WORDS
from refkit.documents import DocumentFault, DocumentText
from refkit.documents._latex_active import active_text
from refkit.documents._latex_definitions import (
    DEFINERS,
    MAX_OPTION,
    NO_VALUE,
    Code,
    Macro,
    Parameter,
    read_definition,
)
from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field, replace

MAX_DEPTH = 12
MAX_ADDED = 200_000  # characters of expansions beyond four times the length of the document
_DEFINER = lazy_pattern(rf"\\(?:{'|'.join(sorted(DEFINERS))})(?![A-Za-z@])")
_COMMAND = lazy_pattern(r"\\(?:([A-Za-z@]++)|(.))|%[^\n]*+", re.DOTALL)
_PARAMETER = lazy_pattern(r"#([1-9])")
_SINGLE = lazy_pattern(r"\\(?:[A-Za-z@]++|.)|[^\s{}%\\]", re.DOTALL)
_ENDS_IN_NAME = lazy_pattern(r"\\[A-Za-z@]++\Z")
# LaTeX3's tests of optional arguments and stars: the value, whether the argument must have it, and the branches.
_TESTS = {
    f"{name}{branches}": (value, is_equal, branches)
    for name, value, is_equal in (
        ("IfNoValue", NO_VALUE, True),
        ("IfValue", NO_VALUE, False),
        ("IfBoolean", "\\BooleanTrue", True),
    )
    for branches in ("TF", "T", "F")
}


@dataclass(slots=True)
class ExpandedText:
    """A text without definitions and macros, and the macros that were not expanded because there were too many."""

    excerpt: Excerpt
    faults: tuple[DocumentFault, ...] = ()

    def locate(self, document: DocumentText) -> DocumentText:
        """Return a document read from the expanded text with the positions of the original text."""
        outer, entries = self.excerpt, document.entries
        faults = (DocumentFault(outer.span(*one.span), one.message) for one in document.faults)
        return replace(
            document,
            excerpt=outer.extract(document.excerpt.pieces),
            entries=entries and tuple(outer.extract(one.pieces) for one in entries),
            faults=(*faults, *self.faults),
            records=tuple(replace(one, span=outer.span(*one.span)) for one in document.records),
        )


def expand_macros(text: str) -> ExpandedText | None:
    """Return a LaTeX text with the macros that it defines expanded, or None if it defines none."""
    if _DEFINER.search(text) is None:
        return None
    expander = _Expander(4 * len(text) + MAX_ADDED)
    excerpt = Excerpt.from_pieces(expander.expand(Code(text, active_text(text))))
    return ExpandedText(excerpt, tuple(expander.faults))


def is_known(name: str) -> bool:
    """Whether the reader of LaTeX knows a command, so that its definition is not needed."""
    known = (ARGUMENTS, WORDS, SECTIONS, COMMANDS, VERBATIM, ACCENTS, SYMBOLS, MARKUP, TRANSPARENT)
    return name in READ_COMMANDS or any(name in names for names in known)


@dataclass(slots=True)
class _Expander:
    """The macros that are defined so far, and how many characters they may still become."""

    budget: int
    macros: dict[str, Macro] = field(default_factory=dict)
    faults: list[DocumentFault] = field(default_factory=list)

    def expand(self, code: Code, depth: int = 0) -> list[SourcePiece]:
        """Return the pieces of a text with its macros expanded."""
        pieces: list[SourcePiece] = []
        position = copied = 0
        while token := _COMMAND.search(code.active, position):
            position, name = token.end(), token[1] or token[2]
            replaced = self.command(name, code, token, depth) if name else None
            if replaced is not None:
                inner, position = replaced
                _put(
                    pieces, [SourcePiece(code.text[copied : token.start()], copied, token.start())]
                )
                _put(pieces, inner)
                copied = position
        _put(pieces, [SourcePiece(code.text[copied:], copied, len(code.text))])
        return pieces

    def command(
        self, name: str, code: Code, token: re.Match[str], depth: int
    ) -> tuple[list[SourcePiece], int] | None:
        """Return the pieces that replace a definition or a macro with its arguments, and the end of these."""
        if name in DEFINERS:
            return self.definition(name, code, token.end())
        macro = self.macros.get(name)
        if name in _TESTS:
            replaced = _chosen(code, token.end(), *_TESTS[name])
        elif macro is None or macro.is_opaque or depth >= MAX_DEPTH or self.budget < 0:
            return None
        else:
            replaced = _called(macro, code, token)
        return replaced and self.expand_again(*replaced, token.start(), depth)

    def expand_again(
        self, pieces: list[SourcePiece], end: int, start: int, depth: int
    ) -> tuple[list[SourcePiece], int] | None:
        """Expand the macros in an expansion, unless the text has become too long."""
        outer = Excerpt.from_pieces(pieces)
        self.budget -= len(outer.text) + 1
        if self.budget >= 0:
            inner = self.expand(Code(outer.text, outer.text), depth + 1)
        if self.budget < 0:
            if depth == 0:
                message = "the macros expand to too much text; they are not expanded from here on"
                self.faults.append(DocumentFault(Span(start, end), message))
            return None
        return list(outer.extract(inner).pieces), end

    def definition(
        self, definer: str, code: Code, position: int
    ) -> tuple[list[SourcePiece], int] | None:
        """Remember a definition, which is not typeset."""
        found = read_definition(code, position, definer)
        if found is None:
            return None
        is_provided = definer.lower().startswith("provide") and found.name in self.macros
        if not is_known(found.name) and not is_provided:
            alias = self.macros.get(found.macro.body[1:]) if definer == "let" else None
            self.macros[found.name] = alias or found.macro
        return [], found.end


def _put(pieces: list[SourcePiece], added: list[SourcePiece]) -> None:
    """Append pieces; a letter after the name of a command does not become a part of it."""
    for piece in added:
        if not piece.text:
            continue
        if pieces and piece.text[0].isalpha() and _ENDS_IN_NAME.search(pieces[-1].text[-60:]):
            pieces.append(SourcePiece(" ", piece.start, piece.start))
        pieces.append(piece)


def _chosen(
    code: Code, position: int, value: str, is_equal: bool, branches: str
) -> tuple[list[SourcePiece], int] | None:
    """Return the branch that a test of LaTeX3 chooses (usrguide, 2.4), and the end of the test."""
    groups: list[Span] = []
    for _ in f"?{branches}":
        found = code.group(position)
        if found is None:
            return None
        groups.append(found)
        position = found.end + 1
    is_true = (code.read(groups[0]).strip() == value) is is_equal
    at = f"?{branches}".find("T" if is_true else "F")
    chosen = groups[at] if at > 0 else Span(position, position)
    return [SourcePiece(code.read(chosen), *chosen)], position


def _called(macro: Macro, code: Code, token: re.Match[str]) -> tuple[list[SourcePiece], int] | None:
    """Return the replacement text of a macro and the end of its arguments, or None if these are missing."""
    position = token.end()
    if macro.prefix:
        position = code.skip_space(position)
        if not code.active.startswith(macro.prefix, position):
            return None
        position += len(macro.prefix)
    arguments: list[Span | str] = []
    for parameter in macro.parameters:
        found = _argument(parameter, code, position)
        if found is None:
            return None
        argument, position = found
        arguments.append(argument)
    return _substituted(macro, code, arguments, Span(token.start(), position)), position


def _argument(parameter: Parameter, code: Code, position: int) -> tuple[Span | str, int] | None:
    start, active = code.skip_space(position), code.active
    if parameter.kind == "option":
        option = code.bracket(start, parameter.brackets)
        return (option, option.end + 1) if option else (parameter.default, position)
    if parameter.kind == "star":
        if active.startswith(parameter.after, start):
            return "\\BooleanTrue", start + len(parameter.after)
        return "\\BooleanFalse", position
    if parameter.kind == "until":
        end = active.find(parameter.after, position, position + MAX_OPTION)
        return (Span(position, end), end + len(parameter.after)) if end >= 0 else None
    braced = code.group(start)
    if braced:
        return braced, braced.end + 1
    single = _SINGLE.match(active, start)
    return (Span(*single.span()), single.end()) if single else None


def _substituted(
    macro: Macro, code: Code, arguments: list[Span | str], call: Span
) -> list[SourcePiece]:
    """Return the replacement text of a macro; arguments in the order of the text keep their positions."""
    pieces: list[SourcePiece] = []
    cursor, copied = call.start, 0
    for parameter in _PARAMETER.finditer(macro.body):
        number = ord(parameter[1]) - ord("1")
        argument = arguments[number] if number < len(arguments) else ""
        literal, copied = macro.body[copied : parameter.start()], parameter.end()
        if isinstance(argument, str) or argument.start < cursor:
            value = argument if isinstance(argument, str) else code.read(argument)
            _put(pieces, [SourcePiece(part, cursor, call.end) for part in (literal, value)])
            cursor = cursor if isinstance(argument, str) else call.end
        else:
            exact = SourcePiece(code.read(argument), *argument)
            _put(pieces, [SourcePiece(literal, cursor, argument.start), exact])
            cursor = argument.end
    _put(pieces, [SourcePiece(macro.body[copied:], cursor, call.end)])
    return pieces
