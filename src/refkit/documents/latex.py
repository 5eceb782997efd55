"""LaTeX: the text of a paper or .bbl file without its commands; each `\\bibitem` is a reference.

`refkit.tex` decodes each accent, sign and formula by itself, so that all other characters can be located. Braces
are removed; unknown commands are replaced by their arguments.
"""

from __future__ import annotations

import re

from refkit.data.latex_citations import COMMANDS, FIELD_AFTER_KEYS
from refkit.data.tex import ACCENTS, SYMBOLS, VERBATIM
from refkit.data.tex_documents import ARGUMENTS, ENVIRONMENT_ARGUMENTS, NOT_PROSE, SECTIONS, WORDS
from refkit.documents import DocumentText, Syntax
from refkit.documents._latex_active import skipped_branch_ends
from refkit.documents._latex_braces import length_end, matching_braces, skip_space
from refkit.documents._latex_citations import key_groups
from refkit.documents._text_builder import TextBuilder
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field
from refkit.tex.decode import decode_text

Arguments = tuple[tuple[str, str] | None, ...]

MAX_FORMULA = 2000  # characters; a longer formula is a sign without its partner
MAX_OPTION = 2000
MAX_PREAMBLE = 6_000  # definitions of styles between the beginning of a list and its first item

# Every repetition is possessive and ends before the next token, so that matching takes linear time.
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
_VERBATIM = lazy_pattern(r"\{[^{}]{0,2000}+\}")
_BRACKET = lazy_pattern(r"\\.|[{}\[\]]", re.DOTALL)
_ENVIRONMENT = lazy_pattern(r"\s*+\{([A-Za-z]++\*?)\}")
_KEY = lazy_pattern(r"\s*+\{\s*+([^{}]*?)\s*\}")
_VERB = lazy_pattern(r"\\(?:verb|lstinline)\*?([^\sA-Za-z{\\])([^\n]{0,500}?)\1")
_ESCAPED = lazy_pattern(r"\\([%#&_{}$~ ])|[{}]|\\[A-Za-z]+\s?")
_SIGNS = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "?`": "¿", "!`": "¡"}
_SPACES = frozenset(", ; : > \n \t \r".split(" ")) | {" ", "\\"}
_INVISIBLE_SIGNS = frozenset("-/@!*+)(][|<=")


@dataclass(slots=True)
class _Group:
    """An open group: the text to add at its end, the arguments after it, and whether it is a heading."""

    after: str = ""
    arguments: Arguments = ()
    heading: bool = False


@dataclass(slots=True)
class _LatexReader:
    """State of the reader: builder, open groups and lists, current reference, and expected arguments."""

    text: str
    position: int
    builder: TextBuilder = field(default_factory=TextBuilder)
    groups: list[_Group] = field(default_factory=list)
    arguments: Arguments = ()
    heading: bool = False
    lists: list[int] = field(default_factory=list)
    entry: int = -1
    key: str = ""
    count: int = 0
    pairs: dict[int, int] | None = None
    branch_ends: dict[int, int] | None = None
    missing_marks: set[str] = field(default_factory=set)

    def read(self) -> DocumentText:
        """Return the text of the document."""
        text, end = self.text, len(self.text)
        while self.position < end:
            token = _TOKEN.match(text, self.position)
            assert token is not None  # the last alternative matches any character
            start, self.position = self.position, token.end()
            kind = token.lastgroup
            if self.arguments and kind not in ("group", "comment"):
                option = self.option(start) if token[0][0] == "[" else None
                if option:
                    self.position = option[1] + 1
                if option or token[0].isspace():
                    continue
                self.arguments = ()
            if kind == "text":
                self.builder.put_words(text, start, self.position)
            elif kind == "command":
                self.command(token["command"], start)
            elif kind == "group":
                self.group(token[0], start)
            elif kind is not None:
                self.put_other(kind, token)
            else:
                self.builder.put(token[0], start, self.position)
        self.close_entry(end)
        self.end_line(end)
        return self.builder.build()

    def put_other(self, kind: str, token: re.Match[str]) -> None:
        """Add white space, a sign or a formula."""
        start, end = token.span()
        if kind == "break":
            self.end_line(start)
        elif kind == "space" or token[0] == "~":
            self.builder.put_space(start, end)
        elif kind == "ligature":
            self.builder.put(_SIGNS[token[0]], start, end)
        elif kind == "sign":
            self.sign(token["sign"], start)
        elif kind == "math":
            self.formula(start)

    def formula(self, start: int) -> None:
        """math = "$" formula "$" | "\\(" formula "\\)"; a sign without a partner is removed."""
        mark = "$" if self.text[start] == "$" else "\\)"
        end = self.text.find(mark, self.position, self.position + MAX_FORMULA)
        while mark == "$" and end > 0 and self.text[end - 1] == "\\":
            end = self.text.find(mark, end + 1, self.position + MAX_FORMULA)
        if end > self.position:
            self.position = end + len(mark)
            self.put_decoded(start)

    def put_decoded(self, start: int) -> None:
        """Add the TeX from `start` to the current position in Unicode."""
        decoded = _TAG.sub("", decode_text(self.text[start : self.position]))
        tex = self.text[start : self.position]
        self.builder.put(
            " ".join(decoded.split()) if decoded != tex else decoded, start, self.position
        )

    def sign(self, sign: str, start: int) -> None:
        """Process a command of one sign: an accent, a space, a hint, or the sign itself."""
        accent = _ACCENT.match(self.text, start) if sign in ACCENTS else None
        if accent:
            self.position = accent.end()
            self.put_decoded(start)
        elif sign == "(":
            self.formula(start)
        elif sign == "[":
            self.skip_past("\\]")
        elif sign == "\\":
            self.position = self.option_end(self.position)
            self.end_line(start)
        elif sign in _SPACES:
            self.builder.put_space(start, self.position)
        elif sign not in _INVISIBLE_SIGNS:
            self.builder.put(SYMBOLS.get(sign, sign), start, self.position)

    def command(self, name: str, start: int) -> None:
        """Process a command with a name."""
        if name in ("bibitem", "harvarditem"):
            self.bibitem(start)
        elif name in ("begin", "end"):
            self.environment(name == "begin", start)
        elif name in SECTIONS:
            self.close_entry(start)
            self.end_line(start)
            self.builder.begin_heading(start)
            self.position = self.option_end(self.position)
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
            self.skip_length(start)
        elif name in COMMANDS and name not in ARGUMENTS:
            self.skip_citation(name)
        elif name == "iffalse":
            self.skip_false(start)
        else:
            self.other_command(name, start)

    def skip_citation(self, name: str) -> None:
        """Skip a citation command, which is useless without its list."""
        groups, self.position = key_groups(self.text, self.position, name)
        if not groups or name in FIELD_AFTER_KEYS:
            self.position = self.option_end(self.position)
            self.arguments = (None,)

    def skip_false(self, start: int) -> None:
        """Skip the text that `\\iffalse` excludes."""
        if self.branch_ends is None:
            self.branch_ends = skipped_branch_ends(self.text)
        self.position = self.branch_ends.get(start + len("\\iffalse"), self.position)

    def other_command(self, name: str, start: int) -> None:
        """Process a command with text or arguments, or an unknown one."""
        accent = _ACCENT.match(self.text, start) if name in ACCENTS else None
        if accent:
            self.position = accent.end()
            self.put_decoded(start)
        elif name in WORDS:
            self.put_word(WORDS[name], start)
        elif name in ARGUMENTS:
            self.position = self.option_end(self.position)
            self.arguments = ARGUMENTS[name]
        elif name in SYMBOLS:
            self.put_word(SYMBOLS[name], start)
        elif self.text.startswith("[", self.position):
            self.position = self.option_end(self.position)
        elif self.text[self.position - 1] in " \n":
            self.builder.put_space(self.position - 1, self.position)

    def put_word(self, word: str, start: int) -> None:
        """Add the text of a command; `{}` after it only ends its name."""
        if self.text.startswith("{}", self.position):
            self.position += 2
        if word.isspace():
            self.builder.put_space(start, self.position)
        elif word not in ("\u00ad", "\u200c"):
            self.builder.put(word, start, self.position)

    def group(self, brace: str, start: int) -> None:
        """Begin or end a group, or skip an argument that is not typeset."""
        if brace == "}":
            group = self.groups.pop() if self.groups else _Group()
            self.builder.put(group.after, start, self.position)
            self.arguments = group.arguments
            if group.heading:
                self.builder.blank_line(self.position)
            return
        if not self.arguments:
            self.groups.append(_Group())
            return
        affixes, remaining, heading = self.arguments[0], self.arguments[1:], self.heading
        self.heading = False
        end = self.group_end(start)
        if affixes is None or (end == start + 1 and not heading):
            self.position = start + 1 if end is None else end + 1
            self.arguments = remaining
            return
        self.builder.put(affixes[0], start, self.position)
        self.groups.append(_Group(affixes[1], remaining, heading))
        self.arguments = ()

    def group_end(self, brace: int) -> int | None:
        """Return the offset of the brace that closes the group at `brace`, or None."""
        if self.pairs is None:
            self.pairs = matching_braces(self.text)
        return self.pairs.get(brace)

    def option_end(self, position: int) -> int:
        """Return the end of an option `[...]`, or the same position if there is none."""
        option = self.option(position)
        return position if option is None else option[1] + 1

    def option(self, position: int) -> tuple[int, int] | None:
        """option = "[" TeX "]"; return the start and end of its text, or None."""
        if not self.text.startswith("[", position):
            return None
        begin, limit = position + 1, position + MAX_OPTION
        mark = _BRACKET.search(self.text, begin, limit)
        while mark and mark[0] not in ("]", "[", "}"):
            end = self.group_end(mark.start()) if mark[0] == "{" else mark.start() + 1
            mark = None if end is None else _BRACKET.search(self.text, end + 1, limit)
        return (begin, mark.start()) if mark and mark[0] == "]" else None

    def bibitem(self, start: int) -> None:
        """bibitem = "\\bibitem" ["[" label "]"] "{" key "}" """
        self.close_entry(start)
        self.end_line(start)
        self.count += 1
        label = ""
        option = self.option(skip_space(self.text, self.position))
        if option:
            label, self.position = self.text[slice(*option)], option[1] + 1
        key = _KEY.match(self.text, skip_space(self.text, self.position))
        if key:
            self.position = key.end()
        self.entry, self.key = self.builder.length, key[1] if key else ""
        if label == "\\citeproctext":  # Pandoc's
            self.key = self.key.removeprefix("ref-")
        self.builder.put(_marker(label, self.count), start, self.position)

    def environment(self, is_begin: bool, start: int) -> None:
        """Begin or end an environment."""
        match = _ENVIRONMENT.match(self.text, self.position)
        if match is None:
            return
        self.position, name = match.end(), match[1]
        self.end_line(start)
        if name in NOT_PROSE and is_begin:
            self.skip_past(f"\\end{{{name}}}")
        elif name in ("enumerate", "itemize", "description") and is_begin:
            self.position = self.option_end(self.position)
            self.lists.append(1 if name == "enumerate" else 0)
        elif name in ("enumerate", "itemize", "description"):
            self.lists[-1:] = []
        elif name == "document" and not is_begin:
            self.position = len(self.text)
        elif name == "thebibliography":
            self.bibliography(is_begin, start)
        elif is_begin:
            self.position = self.option_end(self.position)
            self.arguments = (None,) * ENVIRONMENT_ARGUMENTS.get(name, 0)

    def bibliography(self, is_begin: bool, start: int) -> None:
        """Begin a reference list and skip definitions before its first item, or end it."""
        self.close_entry(start)
        if not is_begin:
            self.builder.blank_line(start)
            return
        self.builder.begin_heading(start)
        self.builder.put("References", start, self.position)
        self.builder.end_line(start)
        limit = self.position + MAX_PREAMBLE
        first = self.text.find("\\bibitem", self.position, limit)
        end = self.text.find("\\end{thebibliography}", self.position, limit)
        if first >= 0 and (end < 0 or first < end):
            self.position = first

    def item(self, start: int) -> None:
        """item = "\\item" ["[" label "]"]; an item of a numbered list gets its number."""
        self.end_line(start)
        option = self.option(self.position)
        if option:
            self.position = option[1] + 1
            self.builder.put(f"{_plain_text(self.text[slice(*option)])} ", start, self.position)
        elif self.lists and self.lists[-1]:
            self.builder.put(f"{self.lists[-1]}. ", start, self.position)
            self.lists[-1] += 1

    def address(self, name: str, start: int) -> None:
        """Process a command whose argument is not TeX: an address or a DOI; `href` also has a text."""
        verb = _VERB.match(self.text, start)
        if verb:
            self.position = verb.end()
            self.builder.put(verb[2], verb.start(2), verb.end(2))
            return
        opening = skip_space(self.text, self.position)
        plain = _VERBATIM.match(self.text, opening)
        end = plain.end() - 1 if plain else self.group_end(opening)
        if end is None:
            return
        inner, self.position = (opening + 1, end), end + 1
        if name in ("href", "Eprint"):
            tex = self.text[slice(*inner)].replace("\\doibase", "https://doi.org/").replace(" ", "")
            self.builder.addresses.append((_ESCAPED.sub(r"\1", tex), start))
            self.arguments = (("", ""),)
            return
        if (
            name == "doi"
            and "doi"
            not in self.builder.text_since(
                max(self.builder.length - 9, self.builder.line_start)
            ).lower()
        ):
            self.builder.put("doi:", start, inner[0])
        self.verbatim(*inner)

    def verbatim(self, start: int, end: int) -> None:
        """Add an address without its escapes."""
        position = start
        for escaped in _ESCAPED.finditer(self.text, start, end):
            self.builder.put_words(self.text, position, escaped.start())
            position = escaped.end()
            self.builder.put(escaped[1] or "", escaped.start(), position)
        self.builder.put_words(self.text, position, end)

    def definition(self, name: str) -> None:
        """Skip a definition up to the end of its first group, or of its line."""
        line = self.text.find("\n", self.position)
        line = len(self.text) if line < 0 else line
        opening = self.text.find("{", self.position, line)
        end = self.group_end(opening) if opening >= 0 and name != "let" else None
        self.position = line if end is None else end + 1

    def skip_length(self, start: int) -> None:
        """Skip the length of a space: `\\hskip 1em plus 0.5em minus 0.4em\\relax` (IEEEtran)."""
        self.position = length_end(self.text, self.position)
        self.builder.put_space(start, self.position)

    def skip_past(self, mark: str) -> None:
        """Skip the text up to and including a mark, if there is one."""
        end = -1 if mark in self.missing_marks else self.text.find(mark, self.position)
        if end < 0:
            self.missing_marks.add(mark)
        else:
            self.position = end + len(mark)

    def end_line(self, position: int) -> None:
        """End a line; inside a reference, add a space."""
        if self.entry >= 0:
            self.builder.put_space(position, position)
        else:
            self.builder.put_address(self.builder.line_start, position)
            self.builder.end_line(position)

    def close_entry(self, position: int) -> None:
        """End the current reference."""
        if self.entry >= 0:
            self.builder.put_address(self.entry, position)
            self.builder.add_entry(self.entry, self.key)
            self.entry = -1
            self.groups.clear()
            self.arguments = ()


def _marker(label: str, number: int) -> str:
    """Return the number before a reference, or "" for other labels."""
    plain = _plain_text(label) if label else str(number)
    return f"[{plain}] " if plain.isdecimal() else ""


def _plain_text(tex: str) -> str:
    return _TAG.sub("", decode_text(tex[:500])).strip()


def read(text: str) -> DocumentText:
    """Return the text of a LaTeX document or a part of one."""
    begin = text.find("\\begin{document}")
    return _LatexReader(text, 0 if begin < 0 else begin + len("\\begin{document}")).read()


_LATEX_START = lazy_pattern(
    r"\\begin\{(?:document|thebibliography)\}|^\\documentclass\b", re.MULTILINE
)


def is_latex(text: str) -> bool:
    """Whether a text is LaTeX."""
    return _LATEX_START.search(text[:100_000]) is not None


SYNTAX = Syntax("latex", (".bbl", ".latex", ".ltx", ".tex"), read, is_latex)
