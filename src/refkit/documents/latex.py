"""LaTeX: the text of a paper or .bbl without its commands; each `\\bibitem` is a reference.

Accents, signs and formulas are decoded by `refkit.tex` one by one, so that all others keep their places. Groups
vanish, commands that nobody here knows leave their arguments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from refkit.data.tex import ACCENTS, SYMBOLS, VERBATIM
from refkit.data.tex_documents import ARGUMENTS, ENVIRONMENT_ARGUMENTS, NOT_PROSE, SECTIONS, WORDS
from refkit.documents import Document, Syntax
from refkit.documents._draft import Draft
from refkit.patterns import lazy_pattern
from refkit.tex.decode import decode_text

Arguments = tuple[tuple[str, str] | None, ...]

LONGEST_FORMULA = 2000  # characters; more is a mark without its fellow
LONGEST_OPTION = 2000
LONGEST_HEAD = 6_000  # what styles define between the beginning of a list and its first item

# One pass; every repetition is possessive and stops at what begins another token.
_TOKEN = lazy_pattern(
    r"(?P<text>[^%\\{}$~`'\-?!\r\n]++)"
    r"|(?P<break>\r?\n[ \t]*+(?>(?:\r?\n[ \t]*+)+))"
    r"|(?P<space>\r?\n[ \t]*+|\r)"
    r"|(?P<comment>%[^\n]*+(?>(?:\n[ \t]*+(?![\r\n]))?))"
    r"|\\(?P<command>[A-Za-z@]++)\*?(?>(?:[ \t]++(?>(?:\r?\n(?!\s*?\n))?))?)"
    r"|\\(?P<sign>.)"
    r"|(?P<group>[{}])"
    r"|(?P<math>\$)"
    r"|(?P<ligature>---?|``|''|[?!]`|`|~)"
    r"|.",
    re.DOTALL,
)
_ACCENT = lazy_pattern(
    r"\\(?:[`'^\"~=.]|(?:[uvHckdbrthGfU]|textcommabelow)(?![A-Za-z]))\s{0,9}+"
    r"(?:\{\s{0,9}+(?:\\[A-Za-z]{1,3}+|[^\\{}]{0,9}+)\s{0,9}+\}|\\[A-Za-z]{1,2}(?![A-Za-z])[ ]?|[^\\{}\s%$])"
)
_TAG = lazy_pattern(r"</?(?:i|b|sup|sub|sc|span)\b[^<>]*>|\u2060")
# An address holds per cent signs that begin no comment.
_PAIRING = lazy_pattern(
    r"\\(?:url|path|nolinkurl|burl|href|doi)\s{0,9}+\{[^{}]{0,2000}+\}|\\.|%[^\n]*|[{}]", re.DOTALL
)
_VERBATIM = lazy_pattern(r"\{[^{}]{0,2000}+\}")
_SPACE = lazy_pattern(r"\s*+(?>(?:%[^\n]*+\n?\s*+)*)")
_BRACKET = lazy_pattern(r"\\.|[{}\[\]]", re.DOTALL)
_ENVIRONMENT = lazy_pattern(r"\s*+\{([A-Za-z]++\*?)\}")
_KEY = lazy_pattern(r"\s*+\{\s*+([^{}]*?)\s*\}")
_VERB = lazy_pattern(r"\\(?:verb|lstinline)\*?([^\sA-Za-z{\\])([^\n]{0,500}?)\1")
_ESCAPED = lazy_pattern(r"\\([%#&_{}$~ ])|[{}]|\\[A-Za-z]+\s?")
_SIGNS = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "?`": "¿", "!`": "¡"}
_SPACES = frozenset(", ; : > \n \t \r".split(" ")) | {" ", "\\"}
_NOTHING = frozenset("-/@!*+)(][|<=")


@dataclass(slots=True)
class _Group:
    """An open brace: what to put at its end, the arguments that follow it, whether it is a heading."""

    after: str = ""
    arguments: Arguments = ()
    heading: bool = False


@dataclass(slots=True)
class _Reader:
    """The draft, open groups and lists, the open reference with its key, and arguments that are due."""

    text: str
    at: int
    draft: Draft = field(default_factory=Draft)
    groups: list[_Group] = field(default_factory=list)
    arguments: Arguments = ()
    heading: bool = False
    lists: list[int] = field(default_factory=list)
    entry: int = -1
    key: str = ""
    count: int = 0
    pairs: dict[int, int] | None = None
    unended: set[str] = field(default_factory=set)

    def read(self) -> Document:
        """Read the whole text."""
        text, end = self.text, len(self.text)
        while self.at < end:
            token = _TOKEN.match(text, self.at)
            assert token is not None  # the last alternative takes any character
            start, self.at = self.at, token.end()
            kind = token.lastgroup
            if self.arguments and kind not in ("group", "comment"):
                option = self.option(start) if token[0][0] == "[" else None
                if option:
                    self.at = option[1] + 1
                if option or token[0].isspace():
                    continue
                self.arguments = ()
            if kind == "text":
                self.draft.words(text, start, self.at)
            elif kind == "command":
                self.command(token["command"], start)
            elif kind == "group":
                self.group(token[0], start)
            elif kind is not None:
                self.other(kind, token)
            else:
                self.draft.put(token[0], start, self.at)
        self.close_entry(end)
        self.end_line(end)
        return self.draft.document()

    def other(self, kind: str, token: re.Match[str]) -> None:
        """White space, signs and formulas."""
        start, end = token.span()
        if kind == "break":
            self.end_line(start)
        elif kind == "space" or token[0] == "~":
            self.draft.gap(start, end)
        elif kind == "ligature":
            self.draft.put(_SIGNS[token[0]], start, end)
        elif kind == "sign":
            self.sign(token["sign"], start)
        elif kind == "math":
            self.formula(start)

    def formula(self, start: int) -> None:
        """math = "$" formula "$" | "\\(" formula "\\)"; a mark that opens none is left out."""
        mark = "$" if self.text[start] == "$" else "\\)"
        end = self.text.find(mark, self.at, self.at + LONGEST_FORMULA)
        while mark == "$" and end > 0 and self.text[end - 1] == "\\":
            end = self.text.find(mark, end + 1, self.at + LONGEST_FORMULA)
        if end > self.at:
            self.at = end + len(mark)
            self.decoded(start)

    def decoded(self, start: int) -> None:
        """Put the TeX from `start` on as the characters that it stands for."""
        made = _TAG.sub("", decode_text(self.text[start : self.at]))
        written = self.text[start : self.at]
        self.draft.put(" ".join(made.split()) if made != written else made, start, self.at)

    def sign(self, sign: str, start: int) -> None:
        """A command of one sign: an accent, a space, a hint, or the sign itself."""
        accent = _ACCENT.match(self.text, start) if sign in ACCENTS else None
        if accent:
            self.at = accent.end()
            self.decoded(start)
        elif sign == "(":
            self.formula(start)
        elif sign == "[":
            self.pass_over("\\]")
        elif sign == "\\":
            self.at = self.behind_option(self.at)
            self.end_line(start)
        elif sign in _SPACES:
            self.draft.gap(start, self.at)
        elif sign not in _NOTHING:
            self.draft.put(SYMBOLS.get(sign, sign), start, self.at)

    def command(self, name: str, start: int) -> None:
        """A command with a name."""
        if name in ("bibitem", "harvarditem"):
            self.bibitem(start)
        elif name in ("begin", "end"):
            self.environment(name == "begin", start)
        elif name in SECTIONS:
            self.close_entry(start)
            self.end_line(start)
            self.draft.heading(start)
            self.at = self.behind_option(self.at)
            self.arguments, self.heading = (("", ""),), True
        elif name == "item":
            self.item(start)
        elif name in VERBATIM or name in ("doi", "burl", "href", "Eprint"):
            self.address(name, start)
        elif name in ("par", "newline", "bigskip", "medskip", "smallskip", "newpage", "clearpage"):
            self.end_line(start)
        elif name in ("def", "gdef", "edef", "let", "csname", "expandafter"):
            self.definition(name)
        elif name in ("hskip", "vskip", "penalty", "kern"):
            self.length_of(start)
        else:
            self.word(name, start)

    def word(self, name: str, start: int) -> None:
        """A command that prints something, or whose arguments count."""
        accent = _ACCENT.match(self.text, start) if name in ACCENTS else None
        if accent:
            self.at = accent.end()
            self.decoded(start)
        elif name in WORDS:
            self.put_word(WORDS[name], start)
        elif name in ARGUMENTS:
            self.at = self.behind_option(self.at)
            self.arguments = ARGUMENTS[name]
        elif name in SYMBOLS:
            self.put_word(SYMBOLS[name], start)
        elif self.text.startswith("[", self.at):
            self.at = self.behind_option(self.at)
        elif self.text[self.at - 1] in " \n":
            self.draft.gap(self.at - 1, self.at)

    def put_word(self, word: str, start: int) -> None:
        """Put what a command prints; the `{}` behind it only ends its name."""
        if self.text.startswith("{}", self.at):
            self.at += 2
        if word.isspace():
            self.draft.gap(start, self.at)
        elif word not in ("\u00ad", "\u200c"):
            self.draft.put(word, start, self.at)

    def group(self, brace: str, start: int) -> None:
        """A group begins or ends; one that is an argument may not be printed."""
        if brace == "}":
            group = self.groups.pop() if self.groups else _Group()
            self.draft.put(group.after, start, self.at)
            self.arguments = group.arguments
            if group.heading:
                self.draft.blank_line(self.at)
            return
        if not self.arguments:
            self.groups.append(_Group())
            return
        shown, rest, heading = self.arguments[0], self.arguments[1:], self.heading
        self.heading = False
        end = self.closed(start)
        if shown is None or (end == start + 1 and not heading):
            self.at = start + 1 if end is None else end + 1
            self.arguments = rest
            return
        self.draft.put(shown[0], start, self.at)
        self.groups.append(_Group(shown[1], rest, heading))
        self.arguments = ()

    def closed(self, brace: int) -> int | None:
        """Return where the group that opens at `brace` is closed."""
        if self.pairs is None:
            self.pairs = _pairs(self.text)
        return self.pairs.get(brace)

    def behind_option(self, at: int) -> int:
        """Return where reading goes on behind `[...]`, if such stands here."""
        option = self.option(at)
        return at if option is None else option[1] + 1

    def option(self, at: int) -> tuple[int, int] | None:
        """option = "[" TeX "]": where its text begins and ends."""
        if not self.text.startswith("[", at):
            return None
        begin, limit = at + 1, at + LONGEST_OPTION
        found = _BRACKET.search(self.text, begin, limit)
        while found and found[0] not in ("]", "[", "}"):
            end = self.closed(found.start()) if found[0] == "{" else found.start() + 1
            found = None if end is None else _BRACKET.search(self.text, end + 1, limit)
        return (begin, found.start()) if found and found[0] == "]" else None

    def bibitem(self, start: int) -> None:
        """bibitem = "\\bibitem" ["[" label "]"] "{" key "}" """
        self.close_entry(start)
        self.end_line(start)
        self.count += 1
        label = ""
        option = self.option(_behind_space(self.text, self.at))
        if option:
            label, self.at = self.text[slice(*option)], option[1] + 1
        key = _KEY.match(self.text, _behind_space(self.text, self.at))
        if key:
            self.at = key.end()
        self.entry, self.key = self.draft.length, key[1] if key else ""
        if label == "\\citeproctext":  # Pandoc's
            self.key = self.key.removeprefix("ref-")
        self.draft.put(_marker(label, self.count), start, self.at)

    def environment(self, begins: bool, start: int) -> None:
        """An environment begins or ends."""
        found = _ENVIRONMENT.match(self.text, self.at)
        if found is None:
            return
        self.at, name = found.end(), found[1]
        self.end_line(start)
        if name in NOT_PROSE and begins:
            self.pass_over(f"\\end{{{name}}}")
        elif name in ("enumerate", "itemize", "description") and begins:
            self.at = self.behind_option(self.at)
            self.lists.append(1 if name == "enumerate" else 0)
        elif name in ("enumerate", "itemize", "description"):
            self.lists[-1:] = []
        elif name == "document" and not begins:
            self.at = len(self.text)
        elif name == "thebibliography":
            self.bibliography(begins, start)
        elif begins:
            self.at = self.behind_option(self.at)
            self.arguments = (None,) * ENVIRONMENT_ARGUMENTS.get(name, 0)

    def bibliography(self, begins: bool, start: int) -> None:
        """A list of references begins, with what styles define before its first item, or ends."""
        self.close_entry(start)
        if not begins:
            self.draft.blank_line(start)
            return
        self.draft.heading(start)
        self.draft.put("References", start, self.at)
        self.draft.end_line(start)
        limit = self.at + LONGEST_HEAD
        first = self.text.find("\\bibitem", self.at, limit)
        end = self.text.find("\\end{thebibliography}", self.at, limit)
        if first >= 0 and (end < 0 or first < end):
            self.at = first

    def item(self, start: int) -> None:
        """item = "\\item" ["[" label "]"]: with its number in a numbered list."""
        self.end_line(start)
        option = self.option(self.at)
        if option:
            self.at = option[1] + 1
            self.draft.put(f"{_plain(self.text[slice(*option)])} ", start, self.at)
        elif self.lists and self.lists[-1]:
            self.draft.put(f"{self.lists[-1]}. ", start, self.at)
            self.lists[-1] += 1

    def address(self, name: str, start: int) -> None:
        """A command whose argument is no TeX: an address, a DOI; href has its text behind it."""
        verb = _VERB.match(self.text, start)
        if verb:
            self.at = verb.end()
            self.draft.put(verb[2], verb.start(2), verb.end(2))
            return
        opening = _behind_space(self.text, self.at)
        plain = _VERBATIM.match(self.text, opening)
        end = plain.end() - 1 if plain else self.closed(opening)
        if end is None:
            return
        inner, self.at = (opening + 1, end), end + 1
        if name in ("href", "Eprint"):
            written = (
                self.text[slice(*inner)].replace("\\doibase", "https://doi.org/").replace(" ", "")
            )
            self.draft.addresses.append((_ESCAPED.sub(r"\1", written), start))
            self.arguments = (("", ""),)
            return
        if (
            name == "doi"
            and "doi" not in self.draft.since(max(self.draft.length - 9, self.draft.line)).lower()
        ):
            self.draft.put("doi:", start, inner[0])
        self.verbatim(*inner)

    def verbatim(self, start: int, end: int) -> None:
        """Put an address as it stands, escaped signs as themselves."""
        at = start
        for escaped in _ESCAPED.finditer(self.text, start, end):
            self.draft.words(self.text, at, escaped.start())
            at = escaped.end()
            self.draft.put(escaped[1] or "", escaped.start(), at)
        self.draft.words(self.text, at, end)

    def definition(self, name: str) -> None:
        """A definition prints nothing: up to and with its first group, or its line."""
        line = self.text.find("\n", self.at)
        line = len(self.text) if line < 0 else line
        opening = self.text.find("{", self.at, line)
        end = self.closed(opening) if opening >= 0 and name != "let" else None
        self.at = line if end is None else end + 1

    def length_of(self, start: int) -> None:
        """A space is as long as it is: `\\hskip 1em plus 0.5em minus 0.4em\\relax` (IEEEtran)."""
        found = _LENGTH.match(self.text, self.at)
        self.at = found.end() if found else self.at
        self.draft.gap(start, self.at)

    def pass_over(self, mark: str) -> None:
        """Go on behind a mark, if there is one."""
        end = -1 if mark in self.unended else self.text.find(mark, self.at)
        if end < 0:
            self.unended.add(mark)
        else:
            self.at = end + len(mark)

    def end_line(self, at: int) -> None:
        """A line ends; inside a reference it is a space."""
        if self.entry >= 0:
            self.draft.gap(at, at)
        else:
            self.draft.tell_addresses(self.draft.line, at)
            self.draft.end_line(at)

    def close_entry(self, at: int) -> None:
        """A reference ends."""
        if self.entry >= 0:
            self.draft.tell_addresses(self.entry, at)
            self.draft.entry(self.entry, self.key)
            self.entry = -1
            self.groups.clear()
            self.arguments = ()


_LENGTH = lazy_pattern(
    r"\s*+=?\s*+-?[\d.]++\s*+(?:[a-z]{2})?(?>(?:\s*+(?:plus|minus)\s*+[\d.]++\s*+[a-z]{2,4}+)*)"
)


def _behind_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _marker(label: str, number: int) -> str:
    """Return the number that is printed before a reference; other labels say nothing that it does not."""
    plain = _plain(label) if label else str(number)
    return f"[{plain}] " if plain.isdecimal() else ""


def _plain(tex: str) -> str:
    return _TAG.sub("", decode_text(tex[:500])).strip()


def _pairs(text: str) -> dict[int, int]:
    """Return for every closed opening brace where it is closed; escaped ones and those in comments are none."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in _PAIRING.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            pairs[opened.pop()] = found.start()
    return pairs


def read(text: str) -> Document:
    """Return the text of a LaTeX document, or of a part of one."""
    begin = text.find("\\begin{document}")
    return _Reader(text, 0 if begin < 0 else begin + len("\\begin{document}")).read()


_SEEN = lazy_pattern(r"\\begin\{(?:document|thebibliography)\}|^\\documentclass\b", re.MULTILINE)


def seen(text: str) -> bool:
    """Whether a text is LaTeX."""
    return _SEEN.search(text[:100_000]) is not None


SYNTAX = Syntax("latex", (".bbl", ".latex", ".ltx", ".tex"), read, seen)
