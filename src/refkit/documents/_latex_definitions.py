"""Definitions of macros in a LaTeX text: their parameters, defaults and replacement texts.

newcommand = command "*"? name ("[" number "]" ("[" default "]")?)? "{" body "}"
def        = command name parameter-text "{" body "}"
document   = command name "{" argument types "}" "{" body "}"        (LaTeX3's \\NewDocumentCommand)
let        = "\\let" name "="? (name | character)
"""

from __future__ import annotations

import re

from refkit.documents._latex_braces import matching_braces, skip_space
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

MAX_OPTION = 2000  # characters; a longer option is a bracket without its partner
NEW_COMMANDS = frozenset(
    """newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd renewrobustcmd
    providerobustcmd""".split()
)
DOCUMENT_COMMANDS = frozenset(
    """NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand
    NewExpandableDocumentCommand RenewExpandableDocumentCommand DeclareExpandableDocumentCommand""".split()
)
PRIMITIVES = frozenset("def gdef edef xdef".split())
DEFINERS = NEW_COMMANDS | DOCUMENT_COMMANDS | PRIMITIVES | {"let", "DeclareMathOperator"}

_NAME = lazy_pattern(
    r"[ \t]*+(?:\\([A-Za-z@]++|[^A-Za-z@\s{}%])|\{\s*+\\([A-Za-z@]++|[^A-Za-z@\s{}%])\s*+\})"
)
_TARGET = lazy_pattern(r"[ \t]*+=?[ \t]*+(\\(?:[A-Za-z@]++|[^A-Za-z@\s{}%])|[^\s\\{}%])")
_COUNT = lazy_pattern(r"\s*+\[\s*+([0-9])\s*+\]")
_BRACKETS = lazy_pattern(r"\\.|[^\w\s\\{}%]", re.DOTALL)
_PARAMETER_TEXT = lazy_pattern(r"(?>(?:[^\\{}\n%]|\\(?!bibitem)[^\n])*)(?=\{)")
_PARAMETER = lazy_pattern(r"#([1-9])")
# LaTeX3's argument types (usrguide, 2.1): `+` and `!` change nothing here, `r` and `d` have two delimiters.
_TYPE = lazy_pattern(r"(?>[+!\s]*)(?>(?:>\s*+\{[^{}]*+\}\s*+)*)([mosOrdRDgGtvb])")
# What a body that contains these makes of its arguments depends on TeX's state.
_OPAQUE = lazy_pattern(
    r"\\(?:csname|expandafter|futurelet|catcode|afterassignment|lowercase|uppercase|noexpand|the|read|input"
    r"|if[a-zA-Z@]*+|@ifnextchar|@ifstar|@ifundefined|@testopt|@dblarg|edef|xdef|def|gdef|let)(?![A-Za-z@])"
)
_ITEM = lazy_pattern(r"\\bibitem\s*+(?>(?:\[[^\[\]]*+\])?)\s*+\{[^#{}]*+\}")
NO_VALUE = "-NoValue-"


@dataclass(slots=True, frozen=True)
class Parameter:
    """A parameter: its kind, its default, and its delimiters.

    The kind is "group", "option", "star", or "until" for text that ends before the delimiter `after`.
    """

    kind: str
    default: str = ""
    after: str = ""
    brackets: str = "[]"


@dataclass(slots=True, frozen=True)
class Macro:
    """A macro: the text that must follow its name, its parameters and its replacement text.

    `is_alias` means that it only has another name for a command.
    """

    body: str
    parameters: tuple[Parameter, ...] = ()
    prefix: str = ""
    is_opaque: bool = False


@dataclass(slots=True, frozen=True)
class Definition:
    """A definition in a text: the name of the macro, the macro, and the end of the definition."""

    name: str
    macro: Macro
    end: int


@dataclass(slots=True)
class Code:
    """A LaTeX text, and the same text with spaces instead of comments and verbatim text."""

    text: str
    active: str
    pairs: dict[int, int] | None = None

    def read(self, span: Span) -> str:
        """Return the text of a span as it is written."""
        return self.text[span.start : span.end]

    def skip_space(self, position: int) -> int:
        """Return the end of spaces."""
        return skip_space(self.active, position)

    def group(self, position: int) -> Span | None:
        """group = "{" balanced text "}"; return the span of the text after optional space."""
        position = self.skip_space(position)
        if not self.active.startswith("{", position):
            return None
        if self.pairs is None:
            self.pairs = matching_braces(self.active)
        end = self.pairs.get(position)
        return None if end is None else Span(position + 1, end)

    def bracket(self, position: int, brackets: str) -> Span | None:
        """Return the span of the text between two brackets; those inside braces are ignored."""
        if brackets == "{}":
            return self.group(position)
        if not self.active.startswith(brackets[0], position):
            return None
        limit = position + MAX_OPTION
        if self.active.find(brackets[1], position, limit) < 0:
            return None
        for match in _BRACKETS.finditer(self.active, position + 1, limit):
            if match[0] == brackets[1] and self.is_outside(position, match.start()):
                return Span(position + 1, match.start())
        return None

    def is_outside(self, start: int, end: int) -> bool:
        """Whether the braces between two positions are balanced."""
        return self.active.count("{", start, end) == self.active.count("}", start, end)


def read_definition(code: Code, position: int, definer: str) -> Definition | None:
    """Read a definition whose command ends at a position; return None if it is malformed.

    A body with an item of a list in it is not closed where it should be.
    """
    found = _read_definition(code, position, definer)
    return None if found and _ITEM.search(found.macro.body) else found


def _read_definition(code: Code, position: int, definer: str) -> Definition | None:
    name = _macro_name(code.active, position + code.active.startswith("*", position))
    if name is None:
        return None
    if definer == "let":
        return _let(code.active, *name)
    if definer in PRIMITIVES:
        return _primitive(code, *name)
    if definer in DOCUMENT_COMMANDS:
        return _document_command(code, *name)
    return _new_command(code, *name, is_operator=definer == "DeclareMathOperator")


def _macro_name(text: str, position: int) -> tuple[str, int] | None:
    """Return the name in `\\name` or `{\\name}` on the same line, and its end."""
    match = _NAME.match(text, position)
    if match is None:
        return None
    name = match[1] or match[2]
    return name, match.end()


def _new_command(
    code: Code, name: str, position: int, is_operator: bool = False
) -> Definition | None:
    count = _COUNT.match(code.active, position)
    number = ord(count[1]) - ord("0") if count else 0
    position = code.skip_space(count.end() if count else position)
    default = code.bracket(position, "[]") if count else None
    body = code.group(default.end + 1 if default else position)
    if body is None:
        return None
    parameters = [Parameter("group")] * number
    if default:
        parameters[:1] = [Parameter("option", code.read(default))]
    text = code.read(body)
    macro = _macro(f"\\mathrm{{{text}}}" if is_operator else text, parameters)
    return Definition(name, macro, body.end + 1)


def _primitive(code: Code, name: str, position: int) -> Definition | None:
    """Read `\\def`, in whose parameter text other characters than `#1` are delimiters (TeXbook, chapter 20)."""
    parameter_text = _PARAMETER_TEXT.match(code.active, position)
    body = code.group(parameter_text.end()) if parameter_text else None
    if body is None or parameter_text is None:
        return None
    prefix, *rest = _PARAMETER.split(parameter_text[0])
    delimiters = [part.strip() for part in rest[1::2]]
    parameters = [Parameter("until" if after else "group", after=after) for after in delimiters]
    return Definition(name, _macro(code.read(body), parameters, prefix.strip()), body.end + 1)


def _document_command(code: Code, name: str, position: int) -> Definition | None:
    types = code.group(position)
    body = code.group(types.end + 1) if types else None
    if types is None or body is None:
        return None
    parameters = _argument_types(code.read(types))
    macro = _macro(code.read(body), parameters or [], is_opaque=parameters is None)
    return Definition(name, macro, body.end + 1)


def _argument_types(types: str) -> list[Parameter] | None:
    """Return the parameters of LaTeX3's argument types, or None if one of them is unknown."""
    parameters: list[Parameter] = []
    position, code = 0, Code(types, types)
    while match := _TYPE.match(types, position):
        position, letter = match.end(), match[1]
        brackets = "{}" if letter in "gG" else "[]"
        if letter in "rdRDt":
            brackets = types[position : position + (1 if letter == "t" else 2)]
            position += len(brackets)
        default = code.group(position) if letter in "ORDG" else None
        position = default.end + 1 if default else position
        parameters.append(_of_type(letter, brackets, code.read(default) if default else NO_VALUE))
    return None if types[position:].strip() else parameters


def _of_type(letter: str, brackets: str, default: str) -> Parameter:
    if letter in "mvb" or len(brackets) == 0:
        return Parameter("group")
    if letter in "st":
        return Parameter("star", after=brackets if letter == "t" else "*")
    return Parameter("option", default, brackets=brackets)


def _let(text: str, name: str, position: int) -> Definition | None:
    match = _TARGET.match(text, position)
    return Definition(name, Macro(match[1]), match.end()) if match else None


def _macro(
    body: str, parameters: list[Parameter], prefix: str = "", is_opaque: bool = False
) -> Macro:
    opaque = is_opaque or "##" in body or _OPAQUE.search(body) is not None
    return Macro(body, tuple(parameters), prefix, opaque)
