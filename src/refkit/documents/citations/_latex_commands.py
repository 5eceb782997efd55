"""Citation commands in a LaTeX text: those of packages, those that the text defines, and those of the user."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from refkit.data.latex_citations import (
    CITE_DEFINERS,
    COMMANDS,
    OTHERS,
    QUOTE_ENVIRONMENTS,
)
from refkit.documents._latex_definitions import DEFINERS, Code, Macro, read_definition
from refkit.documents.citations._latex_arguments import (
    Arguments,
    KeyGroup,
    read_arguments,
    read_group,
    read_groups,
)
from refkit.model.citation import KeyPlace
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

_COMMAND = lazy_pattern(r"\\(?:([A-Za-z@]++)(\*?)|.)", re.DOTALL)
_KEY = lazy_pattern(r"[^,\s](?>(?:[^,\s]++|\s++(?=[^,\s]))*)")
_STAR = lazy_pattern(r"\*(?>(?:\s*+\[[^\[\]]{0,200}+\]){0,2})\s*+(?=[^\s,])")
_DEFINED = lazy_pattern(r"\s*+\{?\s*+\\([A-Za-z@]++)")
_PARAMETER = lazy_pattern(r"#([1-9])")
_NEW_CITES = lazy_pattern(
    r"\\newcites\s*+(?>(?:\[[^\[\]]{0,200}+\])?)\s*+\{([A-Za-z@,\s]{1,500}+)\}"
)
_ENVIRONMENT = lazy_pattern(r"\s*+\{([A-Za-z]++)\*?\}")
# Names in which multibib puts the name of a list at the end: \citepbooks
_MULTIBIB = ("cite", "nocite", "citep", "citet", "citealt", "citealp", "citeauthor", "citeyear")


@dataclass(slots=True, frozen=True)
class CiteCommand:
    """A citation command with its arguments.

    `base` is the known command that it behaves like. `keys` are those of each of the groups. `is_known` is false if
    only its name suggests that it cites, and `is_computed` is true if a macro provides keys.
    """

    base: str
    span: Span
    groups: tuple[KeyGroup, ...]
    keys: tuple[tuple[KeyPlace, ...], ...]
    before: Span | None = None
    after: Span | None = None
    is_starred: bool = False
    is_known: bool = True
    is_computed: bool = False


@dataclass(slots=True, frozen=True)
class _Own:
    """A command that the text defines: the command that it uses, and its parameters that contain keys and notes."""

    base: str
    macro: Macro | None = None
    keys: tuple[int, ...] = ()
    before: int = 0
    after: int = 0


def find_commands(text: str, active: str, own: Mapping[str, str]) -> Iterator[CiteCommand]:
    """Yield the citation commands of a text, in text order.

    `active` is the text without comments and verbatim text. `own` are commands of the user with the known ones that
    they behave like.
    """
    yield from _Finder(Code(text, active), dict(own)).commands()


@dataclass(slots=True)
class _Finder:
    """A text, and the commands that are known to cite in addition to those of packages."""

    code: Code
    bases: dict[str, str]
    own: dict[str, _Own] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)

    def commands(self) -> Iterator[CiteCommand]:
        """Yield the commands of the text."""
        for names in _NEW_CITES.finditer(self.code.active):
            for name in names[1].split(","):
                self.bases |= {f"{base}{name.strip()}": base for base in _MULTIBIB}
        for match in _COMMAND.finditer(self.code.active):
            if match[1] in DEFINERS:
                self.define(match)
            elif match[1] in CITE_DEFINERS:
                defined = _DEFINED.match(self.code.active, match.end())
                self.bases.update({defined[1]: "cite"} if defined else {})
            elif match[1]:
                yield from self.command(match)

    def define(self, match: re.Match[str]) -> None:
        """Record a macro that uses a citation command."""
        definition = read_definition(self.code, match.end(1), match[1])
        if definition is None or definition.name in COMMANDS:
            return
        own = self.own_command(definition.macro)
        if own:
            self.own[definition.name] = own
        elif any(
            name[1] and self.base_of(name[1]) for name in _COMMAND.finditer(definition.macro.body)
        ):
            self.unclear.add(definition.name)

    def own_command(self, macro: Macro) -> _Own | None:
        """Return the citation command that a macro is, or None if this is unclear or it has no parameters with keys."""
        for match in _COMMAND.finditer(macro.body):
            base = self.base_of(match[1] or "")
            if not base:
                continue
            if not macro.parameters and not macro.body[match.end() :].strip():
                return self.own.get(match[1], _Own(base))  # another name
            arguments = read_arguments(macro.body, match.end(), base)
            numbers = [
                number
                for group in arguments.groups
                for part in macro.body[slice(*group.keys)].split(",")
                if (number := _parameter(part))
            ]
            if numbers and not macro.is_opaque and not macro.prefix:
                first = arguments.groups[0]
                notes = (_parameter(_written(macro.body, n)) for n in (first.before, first.after))
                return _Own(base, macro, tuple(numbers), *notes)
        return None

    def base_of(self, name: str) -> str:
        """Return the known command that a command behaves like, or "" if it does not cite."""
        own = self.own.get(name)
        return name if name in COMMANDS else own.base if own else self.bases.get(name, "")

    def command(self, match: re.Match[str]) -> Iterator[CiteCommand]:
        """Yield the citation of a command, if it cites."""
        active, name = self.code.active, match[1]
        own, base = self.own.get(name), self.base_of(name)
        if name == "begin":
            base = self.quotation(match)
            position = active.find("}", match.end()) + 1
        else:
            position = match.end()
        if own and own.macro:
            yield from self.own_citation(match, own)
        elif base:
            yield from self.cite(match, base, read_arguments(active, position, base))
        elif name in self.unclear or ("cite" in name.lower() and name not in OTHERS):
            yield from self.cite(match, "cite", read_groups(active, position), is_known=False)

    def quotation(self, match: re.Match[str]) -> str:
        """Return the command whose arguments an environment of csquotes has: \\begin{displaycquote}[3]{key}."""
        name = _ENVIRONMENT.match(self.code.active, match.end())
        if name is None or name[1] not in QUOTE_ENVIRONMENTS:
            return ""
        return "textcquote" if name[1] == "displaycquote" else "foreigntextcquote"

    def own_citation(self, match: re.Match[str], own: _Own) -> Iterator[CiteCommand]:
        """Yield the citation of a command that the text defines."""
        arguments, end = self.arguments_of(own.macro, match.end(1)) if own.macro else ({}, 0)
        groups = [
            KeyGroup(keys, arguments.get(own.before), arguments.get(own.after))
            for number in own.keys
            if (keys := arguments.get(number))
        ]
        yield from self.cite(match, own.base, Arguments(tuple(groups), end))

    def arguments_of(self, macro: Macro, position: int) -> tuple[dict[int, Span], int]:
        """Return the arguments of a macro by their numbers, and the end of them."""
        found: dict[int, Span] = {}
        code = self.code
        for number, parameter in enumerate(macro.parameters, 1):
            start = code.skip_space(position)
            if parameter.kind == "star":
                position = start + code.active.startswith(parameter.after, start)
                continue
            is_group = parameter.kind == "group"
            span = (
                read_group(code.active, start, "{")
                if is_group
                else code.bracket(start, parameter.brackets)
            )
            if span:
                found[number], position = span, span.end + 1
            elif parameter.kind != "option":
                break
        return found, position

    def cite(
        self, match: re.Match[str], base: str, arguments: Arguments, is_known: bool = True
    ) -> Iterator[CiteCommand]:
        """Yield a citation, unless all its keys are parameters of a definition."""
        active = self.code.active
        texts = [active[slice(*group.keys)] for group in arguments.groups]
        computed = [("#" in text or "\\" in text) for text in texts]
        groups = [
            group for group, is_out in zip(arguments.groups, computed, strict=True) if not is_out
        ]
        keys = tuple(tuple(read_keys(active, group.keys, match[1])) for group in groups)
        is_computed = any("\\" in text and "#" not in text for text in texts)
        if any(keys) or is_computed:
            span = Span(match.start(), max(arguments.end, match.end()))
            yield CiteCommand(
                base, span, tuple(groups), keys, arguments.before, arguments.after,
                match[2] == "*", is_known, is_computed,
            )  # fmt: skip


def _written(body: str, span: Span | None) -> str:
    return body[slice(*span)] if span else ""


def _parameter(text: str) -> int:
    """Return the number of the parameter that a text is, or 0."""
    match = _PARAMETER.fullmatch(text.strip())
    return ord(match[1]) - ord("0") if match else 0


def read_keys(text: str, group: Span, command: str = "") -> Iterator[KeyPlace]:
    """keys = key ("," key)*; a star joins a key to the one before it (mcite, REVTeX)."""
    position, end = group
    while match := _KEY.search(text, position, end):
        position = match.end()
        star = _STAR.match(text, match.start(), position)
        start = star.end() if star else match.start()
        key = " ".join(text[start:position].split())
        if command == "citeproc":  # Pandoc's links to the list
            start += len("ref-") if key.startswith("ref-") else 0
            key = key.removeprefix("ref-")
        yield KeyPlace(key, Span(start, position))


def find_listed_keys(active: str) -> Iterator[KeyPlace]:
    """Yield the keys of the `\\bibitem`s of a text without comments."""
    for item in _COMMAND.finditer(active):
        if item[1] == "bibitem":
            arguments = read_arguments(active, item.end(), "cite")
            for group in arguments.groups:
                words = active[slice(*group.keys)]
                start = group.keys.start + len(words) - len(words.lstrip())
                yield KeyPlace(" ".join(words.split()), Span(start, start + len(words.strip())))


def joined(keys: Iterable[Iterable[KeyPlace]]) -> list[KeyPlace]:
    """Return the keys of several groups."""
    return [key for group in keys for key in group]
