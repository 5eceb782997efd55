"""LaTeX: the text of a paper or .bbl file without its commands; each `\\bibitem` is a reference.

`refkit.tex` decodes each accent, sign and formula by itself, so that all other characters can be located. Braces
are removed; unknown commands are replaced by their arguments.
"""

from __future__ import annotations

import re

from refkit.data.journal_macros import JOURNAL_MACROS
from refkit.data.latex_citations import COMMANDS, FIELD_AFTER_KEYS
from refkit.data.tex import ACCENTS, DECLARATIONS, MARKUP, SYMBOLS, TRANSPARENT, VERBATIM
from refkit.data.tex_documents import ARGUMENTS, ENVIRONMENT_ARGUMENTS, NOT_PROSE, SECTIONS, WORDS
from refkit.documents import DocumentFault, DocumentText, Syntax
from refkit.documents._latex_active import skipped_branch_ends
from refkit.documents._latex_braces import (
    definition_end,
    formula_end,
    length_end,
    matching_braces,
    option_in,
    skip_space,
)
from refkit.documents._latex_items import Items, bib_end, first_item, items_of, unclosed_bib
from refkit.documents._latex_macros import expand_macros
from refkit.documents._latex_tokens import (
    ACCENT,
    ENVIRONMENT,
    ESCAPED,
    INVISIBLE_SIGNS,
    KEY,
    SIGNS,
    SPACES,
    TAG,
    TOKEN,
    VERB,
    VERBATIM_GROUP,
    Arguments,
    Group,
    is_latex,
    marker_of,
    plain_text,
    put_verbatim,
)
from refkit.documents._text_builder import TextBuilder
from refkit.documents.citations._latex_arguments import read_arguments
from refkit.model.source import EmbeddedRecord, Span
from refkit.records import dataclass, field
from refkit.tex.decode import decode_text


@dataclass(slots=True)
class _LatexReader:
    """State of the reader: builder, open groups and lists, current reference, and expected arguments."""

    text: str
    position: int
    items: Items
    builder: TextBuilder = field(default_factory=TextBuilder)
    groups: list[Group] = field(default_factory=list)
    arguments: Arguments = ()
    heading: bool = False
    lists: list[int] = field(default_factory=list)
    entry: int = -1
    item_span: Span = Span(0, 0)
    marker: str = ""
    key: str = ""
    next_argument: int = -1  # offset of the brace that opens an argument of an unknown macro
    count: int = 0
    pairs: dict[int, int] | None = None
    branch_ends: dict[int, int] | None = None
    missing_marks: set[str] = field(default_factory=set)

    def read(self) -> DocumentText:
        """Return the text of the document."""
        text, end = self.text, len(self.text)
        limit = self.items.next(self.position)
        while self.position < end:
            if self.position >= limit:
                limit = self.items.next(limit + 1)
            token = TOKEN.match(text, self.position, limit)
            assert token is not None  # the last alternative matches any character
            start, self.position = self.position, token.end()
            self.token(token, start)
            # Whatever is wrong in a reference, the next one begins where its command is.
            self.position = min(self.position, limit)
        self.close_entry(end)
        self.end_line(end)
        return self.builder.build()

    def token(self, token: re.Match[str], start: int) -> None:
        """Process a token."""
        kind = token.lastgroup
        if self.arguments and kind not in ("group", "comment"):
            option = self.option(start) if token[0][0] == "[" else None
            if option:
                self.position = option[1] + 1
            if option or token[0].isspace():
                return
            self.arguments = ()
        if kind == "text":
            self.builder.put_words(self.text, start, self.position)
        elif kind == "command":
            self.command(token["command"], start)
        elif kind == "group":
            self.group(token[0], start)
        elif kind is not None:
            self.put_other(kind, token)
        else:
            self.builder.put(token[0], start, self.position)

    def put_other(self, kind: str, token: re.Match[str]) -> None:
        """Add white space, a sign or a formula."""
        start, end = token.span()
        if kind == "break":
            self.end_line(start)
        elif kind == "space" or token[0] == "~":
            self.builder.put_space(start, end)
        elif kind == "ligature":
            self.builder.put(SIGNS[token[0]], start, end)
        elif kind == "sign":
            self.sign(token["sign"], start)
        elif kind == "math":
            self.formula(start)

    def formula(self, start: int) -> None:
        """math = "$" formula "$" | "$$" formula "$$" | "\\(" formula "\\)"; a sign without a partner is removed."""
        is_display = self.text.startswith("$$", start)
        mark = "$$" if is_display else "$" if self.text[start] == "$" else "\\)"
        self.position = start + 2 if mark != "$" else start + 1
        end = formula_end(self.text, self.position, mark, self.items.next(self.position))
        if end < 0:
            if mark == "$" and self.text[self.position : self.position + 1].isdigit():
                self.builder.put("$", start, self.position)
            return
        self.position = end + len(mark)
        if is_display and self.entry < 0:
            self.builder.put_space(start, self.position)
        else:
            self.put_decoded(start)

    def put_decoded(self, start: int) -> None:
        """Add the TeX from `start` to the current position in Unicode."""
        decoded = TAG.sub("", decode_text(self.text[start : self.position]))
        tex = self.text[start : self.position]
        self.builder.put(
            " ".join(decoded.split()) if decoded != tex else decoded, start, self.position
        )

    def sign(self, sign: str, start: int) -> None:
        """Process a command of one sign: an accent, a space, a hint, or the sign itself."""
        accent = ACCENT.match(self.text, start) if sign in ACCENTS else None
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
        elif sign in SPACES:
            self.builder.put_space(start, self.position)
        elif sign not in INVISIBLE_SIGNS:
            self.builder.put(SYMBOLS.get(sign, sign), start, self.position)

    def command(self, name: str, start: int) -> None:
        """Process a command with a name."""
        if name in ("bibitem", "harvarditem"):
            if start in self.items:
                self.bibitem(start, name == "harvarditem")
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
            self.position = definition_end(self.text, self.position, name, self.group_end)
        elif name in ("hskip", "vskip", "penalty", "kern"):
            self.skip_length(start)
        elif name in COMMANDS and name not in ARGUMENTS:
            self.skip_citation(name)
        elif name == "bib":
            self.amsrefs(start)
        elif name == "iffalse":
            self.skip_false(start)
        else:
            self.other_command(name, start)

    def skip_citation(self, name: str) -> None:
        """Skip a citation command, which is useless without its list."""
        arguments = read_arguments(self.text, self.position, name)
        self.position = arguments.end
        if not arguments.groups or name in FIELD_AFTER_KEYS:
            self.position = self.option_end(self.position)
            self.arguments = (None,)

    def skip_false(self, start: int) -> None:
        """Skip the text that `\\iffalse` excludes."""
        if self.branch_ends is None:
            self.branch_ends = skipped_branch_ends(self.text)
        self.position = self.branch_ends.get(start + len("\\iffalse"), self.position)

    def other_command(self, name: str, start: int) -> None:
        """Process a command with text or arguments, or an unknown one."""
        accent = ACCENT.match(self.text, start) if name in ACCENTS else None
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
        elif self.entry >= 0 and name in JOURNAL_MACROS:
            self.put_word(JOURNAL_MACROS[name].abbreviation, start)
            if self.text[self.position - 1].isspace():
                self.builder.put_space(self.position, self.position)
        else:
            self.unknown_command(name, start)

    def unknown_command(self, name: str, start: int) -> None:
        """Skip a command that is not known, and keep its arguments apart."""
        if self.text.startswith("[", self.position):
            self.position = self.option_end(self.position)
        elif self.text[self.position - 1] in " \n":
            self.builder.put_space(self.position - 1, self.position)
        if not (name in TRANSPARENT or name in MARKUP or name in DECLARATIONS):
            self.next_argument = skip_space(self.text, self.position)

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
            group = self.groups.pop() if self.groups else Group()
            self.builder.put(group.after, start, self.position)
            self.arguments = group.arguments
            if group.heading:
                self.builder.blank_line(self.position)
            following = skip_space(self.text, self.position) if group.is_argument else -1
            if group.is_argument and self.text.startswith("{", following):
                self.builder.put_space(self.position, following)
                self.next_argument = following
            return
        if not self.arguments:
            self.groups.append(Group(is_argument=start == self.next_argument))
            return
        affixes, remaining, heading = self.arguments[0], self.arguments[1:], self.heading
        self.heading = False
        end = self.group_end(start)
        if affixes is None or (end == start + 1 and not heading):
            self.position = start + 1 if end is None else end + 1
            self.arguments = remaining
            return
        self.builder.put(affixes[0], start, self.position)
        self.groups.append(Group(affixes[1], remaining, heading))
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
        """Return the start and end of the text of an option, or None."""
        return option_in(self.text, position, self.group_end)

    def bibitem(self, start: int, is_harvard: bool) -> None:
        """bibitem = "\\bibitem" ["[" label "]"] "{" key "}"; the harvard package has label and year before the key."""
        self.close_entry(start)
        self.end_line(start)
        self.count += 1
        label = ""
        option = self.option(skip_space(self.text, self.position))
        if option:
            label, self.position = self.text[slice(*option)], option[1] + 1
        for _ in range(2 if is_harvard else 0):
            end = self.group_end(skip_space(self.text, self.position))
            self.position = self.position if end is None else end + 1
        key = KEY.match(self.text, skip_space(self.text, self.position))
        if key:
            self.position = key.end()
        self.entry, self.key = self.builder.length, key[1] if key else ""
        if label == "\\citeproctext":  # Pandoc's
            self.key = self.key.removeprefix("ref-")
        self.marker = "" if is_harvard else marker_of(label, self.count)
        self.item_span = Span(start, min(self.position, self.items.next(start + 1)))
        self.builder.put(self.marker, *self.item_span)

    def environment(self, is_begin: bool, start: int) -> None:
        """Begin or end an environment."""
        match = ENVIRONMENT.match(self.text, self.position)
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
        self.position = first_item(self.text, self.position)

    def item(self, start: int) -> None:
        """item = "\\item" ["[" label "]"]; an item of a numbered list gets its number."""
        self.end_line(start)
        option = self.option(self.position)
        if option:
            self.position = option[1] + 1
            self.builder.put(f"{plain_text(self.text[slice(*option)])} ", start, self.position)
        elif self.lists and self.lists[-1]:
            self.builder.put(f"{self.lists[-1]}. ", start, self.position)
            self.lists[-1] += 1

    def address(self, name: str, start: int) -> None:
        """Process a command whose argument is not TeX: an address or a DOI; `href` also has a text."""
        verb = VERB.match(self.text, start)
        if verb:
            self.position = verb.end()
            self.builder.put(verb[2], verb.start(2), verb.end(2))
            return
        opening = skip_space(self.text, self.position)
        plain = VERBATIM_GROUP.match(self.text, opening)
        end = plain.end() - 1 if plain else self.group_end(opening)
        if end is None:
            return
        inner, self.position = (opening + 1, end), end + 1
        if name in ("href", "Eprint"):
            tex = self.text[slice(*inner)].replace("\\doibase", "https://doi.org/").replace(" ", "")
            self.builder.addresses.append((ESCAPED.sub(r"\1", tex), start))
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
        put_verbatim(self.builder, self.text, *inner)

    def amsrefs(self, start: int) -> None:
        """Add a record of amsrefs, `\\bib{key}{type}{fields}`."""
        end = bib_end(self.text, self.position, self.group_end, self.items.next(self.position))
        fault = unclosed_bib(self.text, self.position) if end is None else None
        if fault:
            self.builder.faults.append(fault)
            self.position = fault.span.end
        if end is None:
            return
        self.end_line(start)
        record = EmbeddedRecord("amsrefs", self.text[start:end], Span(start, end))
        self.builder.records.append(record)
        self.position = end

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
        if self.entry < 0:
            return
        self.builder.put_address(self.entry, position)
        if self.builder.text_since(self.entry).strip() == self.marker.strip():
            message = f"the reference `{self.key or self.marker}` is empty; write it, or remove it"
            self.builder.faults.append(DocumentFault(self.item_span, message))
            self.builder.cut_back(self.entry)
        else:
            self.builder.add_entry(self.entry, self.key)
        self.entry = -1
        self.groups.clear()
        self.arguments = ()


def read(text: str) -> DocumentText:
    """Return the text of a LaTeX document or a part of one."""
    expanded = expand_macros(text)
    code = expanded.excerpt.text if expanded else text
    begin = code.find("\\begin{document}")
    start = 0 if begin < 0 else begin + len("\\begin{document}")
    document = _LatexReader(code, start, items_of(code, start)).read()
    return expanded.locate(document) if expanded else document


SYNTAX = Syntax("latex", (".bbl", ".latex", ".ltx", ".tex"), read, is_latex)
