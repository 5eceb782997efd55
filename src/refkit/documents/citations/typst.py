"""Citations in Typst: `@doe[p. 3]` and `#cite(<doe>, form: "prose")`.

Typst's reference, "Syntax", "Cite" and "Bibliography". Raw text, strings in code, comments and mathematics are skipped,
and so are references to labels of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from refkit.documents.citations import Scanner
from refkit.model.citation import Citation, CitationKind, DocumentCitations, DocumentCite, NamedFile
from refkit.model.locators import read_locator
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field, replace

# Text; text in a footnote; code in brackets; a statement up to the end of the line; one that ends with its block.
Mode = Literal["text", "note", "code", "line", "block"]

_KEY = r"[\w.:-]*[\w-]"
_SIMPLE_KEY = lazy_pattern(_KEY)
_SPECIAL = r"\\/`\"$@<#\[\](){};\r\n:"
_TOKEN = lazy_pattern(
    rf"[^{_SPECIAL}]*+(?:"
    r"(?P<comment>//[^\r\n]*+)"
    r"|(?P<block_comment>/\*)"
    r"|(?P<escape>\\[^\r\n])"
    r"|(?P<raw>`++)"
    r"|(?P<string>\"(?>(?:[^\"\\]++|\\.)*)\")"
    r"|(?P<math>\$)"
    r"|(?P<address>(?:(?<=http)|(?<=https))://[^\s\[\]()\"<>]*+)"
    rf"|@(?P<ref>{_KEY})"
    r"|<(?P<label>[\w.:-]++)>"
    r"|\#(?P<hash>[^\W\d][\w-]*+)"
    r"|(?P<hash_code>\#(?=[({\"]))"
    r"|(?P<open>[\[({])|(?P<close>[\])}])"
    r"|(?P<end>\r?\n|;)"
    rf"|(?P<other>[{_SPECIAL}])"
    r")",
    re.DOTALL,
)
_CHAIN = lazy_pattern(r"(?>(?:\.[^\W\d][\w-]*+)+)(?=[(\[])")
_CALLED = lazy_pattern(r"(?<![\w.-])(cite|bibliography|footnote)\Z")
_STATEMENTS = frozenset(("let", "set", "show", "return", "import", "include"))
_BLOCK_STATEMENTS = frozenset(("if", "for", "while", "context"))
_ELSE = lazy_pattern(r"\s*+else\b")
_COMMENT_SIGN = lazy_pattern(r"/\*|\*/")
_DOLLAR = lazy_pattern(r"(?<!\\)\$")
_RUN = lazy_pattern(r"`++")
_BRACKET = lazy_pattern(r"\\.|\"(?>(?:[^\"\\]++|\\.)*)\"|[\[({]|[\])}]", re.DOTALL)
_CITED = lazy_pattern(r"\(\s*+(?:<([^<>\s]++)>|label\(\s*+\"([^\"\\]++)\"\s*+\))")
_FORM = lazy_pattern(r"\bform:\s*+(?:\"(\w++)\"|(none))")
_SUPPLEMENT = lazy_pattern(r"\bsupplement:\s*+\[([^\[\]]*+)\]")
_STRING = lazy_pattern(r"\"([^\"\\\r\n]++)\"")
_ARGUMENT_NAME = lazy_pattern(r"([\w-]++)\s*+:\s*+\Z")
_GAP = lazy_pattern(r"[ \t]*+(?:\r?\n)?[ \t]*+")
_FULL = lazy_pattern(r"\bfull:\s*+true\b")
_PATH = lazy_pattern(r"[ \t]++\"([^\"\\\r\n]++)\"")
_NAME_LENGTH = 60  # characters before a string that can name its argument
_MAX_CALL = 5_000  # characters; a longer one is a bracket without its partner

_FORMS: dict[str, CitationKind] = {
    "normal": "parenthetical",
    "prose": "narrative",
    "full": "full",
    "author": "author-only",
    "year": "year-only",
    "none": "nocite",
}


@dataclass(slots=True)
class _Reader:
    """State of the reader: the modes that are open, and what was found."""

    text: str
    modes: list[Mode] = field(default_factory=lambda: ["text"])
    notes: int = 0  # open footnotes
    note_start: int = -1  # the offset of a bracket that begins a footnote
    citations: list[Citation] = field(default_factory=list)
    references: set[Span] = field(default_factory=set)  # citations that join with their neighbors
    labels: set[str] = field(default_factory=set)
    bibliographies: list[NamedFile] = field(default_factory=list)
    includes: list[NamedFile] = field(default_factory=list)
    styles: list[NamedFile] = field(default_factory=list)
    list_places: list[Span] = field(default_factory=list)
    missing: set[str] = field(
        default_factory=set
    )  # ends that the rest of the text does not contain
    cites_all: bool = False

    def read(self) -> DocumentCitations:
        """Return everything that was found."""
        position = 0
        while token := _TOKEN.match(self.text, position):
            position = self.token(token, token.start(token.lastgroup or 0))
        cited = [c for c in self.citations if c.cites[0].key not in self.labels]
        return DocumentCitations(
            tuple(self.joined(cited)),
            labels=frozenset(self.labels),
            cites_all=self.cites_all,
            bibliographies=tuple(self.bibliographies),
            includes=tuple(self.includes),
            styles=tuple(self.styles),
            list_places=tuple(self.list_places),
        )

    @property
    def is_text(self) -> bool:
        """Whether the innermost mode is text instead of code."""
        return self.modes[-1] in ("text", "note")

    def token(self, token: re.Match[str], start: int) -> int:
        """Read what a token at an offset begins, and return the offset after it."""
        match token.lastgroup:
            case "block_comment":
                return self.after_comment(start)
            case "raw":
                return self.after_raw(start, token.end())
            case "math":
                return self.after_next(_DOLLAR, "$", token.end())
            case "string":
                return self.string(start, token.end())
            case "ref" if self.is_text:
                return self.reference(token["ref"], start, token.end())
            case "label" if self.is_text:
                self.labels.add(token["label"])
            case "hash":
                return self.hash(token["hash"], start - 1, token.end())
            case "hash_code" if self.text[token.end()] == '"':
                return self.after_quote(token.end())
            case "hash_code":
                self.modes.append("code")
                return token.end() + 1
            case "open":
                return self.open(token["open"], start)
            case "close":
                return self.close(token["close"], token.end())
            case "end" if self.modes[-1] in ("line", "block"):
                self.modes.pop()
        return token.end()

    def after_next(self, pattern: re.Pattern[str], name: str, position: int) -> int:
        """Return the end of the next match of a pattern, or `position`; `name` is known to be missing then."""
        match = None if name in self.missing else pattern.search(self.text, position)
        if match is None:
            self.missing.add(name)
        return match.end() if match else position

    def after_comment(self, start: int) -> int:
        """Return the offset after a comment, which can contain comments."""
        depth = 0
        for sign in _COMMENT_SIGN.finditer(self.text, start):
            depth += 1 if sign[0] == "/*" else -1
            if not depth:
                return sign.end()
        return len(self.text)

    def after_raw(self, start: int, end: int) -> int:
        """Return the offset after raw text between backticks; two of them are empty text."""
        length = end - start
        if length == 2 or f"`{length}" in self.missing:
            return end
        if length == 1:
            return self.after_next(_RUN, "`1", end)
        for run in _RUN.finditer(self.text, end):
            if run.end() - run.start() >= length:
                return run.end()
        self.missing.update(f"`{longer}" for longer in range(length, length + 100))
        return end

    def string(self, start: int, end: int) -> int:
        """Read a string in code; some name a list. In text, it is a quotation, which can cite."""
        if self.is_text:
            return start + 1
        path = self.text[start + 1 : end - 1]
        if path.endswith(".bib") and "\\" not in path:
            self.bibliographies.append(NamedFile(path, Span(start + 1, end - 1)))
        return end

    def after_quote(self, start: int) -> int:
        """Return the offset after a string."""
        string = _BRACKET.match(self.text, start)
        return string.end() if string else start + 1

    def reference(self, key: str, start: int, end: int) -> int:
        """Add a reference, which can have a supplement, and return the offset after it."""
        supplement = ""
        after = self.closing(end) if self.text.startswith("[", end) else 0
        if after:
            supplement = self.text[end + 1 : after - 1]
        label, locator, suffix = read_locator(supplement)
        cite = DocumentCite(key, Span(start, end), "", locator, label, suffix)
        span = Span(start - 1, after or end)
        self.references.add(span)
        self.citations.append(Citation(span, "parenthetical", (cite,), in_note=self.notes > 0))
        return after or end

    def closing(self, start: int) -> int:
        """Return the offset after the bracket that closes the one at `start`, or 0 if there is none nearby."""
        depth = 0
        for sign in _BRACKET.finditer(self.text, start, start + _MAX_CALL):
            depth += 1 if sign[0] in "[({" else -1 if sign[0] in "])}" else 0
            if depth == 0:
                return sign.end()
        return 0

    def hash(self, name: str, start: int, end: int) -> int:
        """Read code in text that begins with a name, and return the offset after the name or the call."""
        if name in _STATEMENTS or name in _BLOCK_STATEMENTS:
            path = _PATH.match(self.text, end) if name in ("include", "import") else None
            if path and not path[1].startswith("@"):
                self.includes.append(NamedFile(path[1], Span(*path.span(1))))
            self.modes.append("line" if name in _STATEMENTS else "block")
            return end
        chain = _CHAIN.match(self.text, end)
        end = chain.end() if chain else end
        if self.text.startswith("(", end):
            return self.call("" if chain else name, start, end)
        if name == "footnote":
            self.note_start = end
        return end

    def call(self, name: str, start: int, opening: int) -> int:
        """Read the arguments of a call, or begin to read them as code, and return the offset after that."""
        after = self.closing(opening) if name in ("cite", "bibliography") else 0
        if not after:
            self.modes.append("code")
            return opening + 1
        if name == "cite":
            self.cite(start, opening, after)
        else:
            self.bibliography(start, opening, after)
        return after

    def cite(self, start: int, opening: int, after: int) -> None:
        """Add a citation by a call: `cite(<doe>, supplement: [p. 3], form: "prose")`."""
        cited = _CITED.match(self.text, opening, after)
        if cited is None:
            return
        group = 1 if cited[1] else 2
        form = _FORM.search(self.text, cited.end(), after)
        supplement = _SUPPLEMENT.search(self.text, cited.end(), after)
        label, locator, suffix = read_locator(supplement[1] if supplement else "")
        cite = DocumentCite(cited[group], Span(*cited.span(group)), "", locator, label, suffix)
        kind = _FORMS.get((form[1] or form[2]) if form else "normal", "parenthetical")
        citation = Citation(Span(start, after), kind, (cite,), in_note=self.notes > 0)
        self.citations.append(citation)

    def bibliography(self, start: int, opening: int, after: int) -> None:
        """Read a call that prints a list: `bibliography(("a.bib", "b.yml"), style: "apa")`."""
        for string in _STRING.finditer(self.text, opening, after):
            before = self.text[max(opening, string.start() - _NAME_LENGTH) : string.start()]
            name = _ARGUMENT_NAME.search(before)
            file = NamedFile(string[1], Span(*string.span(1)))
            if name is None:
                self.bibliographies.append(file)
            elif name[1] == "style":
                self.styles.append(file)
        self.cites_all |= _FULL.search(self.text, opening, after) is not None
        self.list_places.append(Span(start, after))

    def open(self, sign: str, start: int) -> int:
        """Open a bracket, and return the offset after it or after the call that it begins."""
        if sign == "[":
            is_note = start == self.note_start
            self.notes += is_note
            self.modes.append("note" if is_note else "text")
        elif not self.is_text:
            called = _CALLED.search(self.text[max(0, start - 20) : start]) if sign == "(" else None
            if called and called[1] == "footnote":
                return start + 1
            if called:
                return self.call(called[1], start - len(called[1]), start)
            self.modes.append("code")
        return start + 1

    def close(self, sign: str, end: int) -> int:
        """Close a bracket and the statements in it, and return the offset after it and the call that follows."""
        if not self.is_text or sign == "]":
            while len(self.modes) > 1 and self.modes[-1] in ("line", "block"):
                self.modes.pop()
            is_open = len(self.modes) > 1 and (sign == "]") == self.is_text
            if is_open:
                self.notes -= self.modes.pop() == "note"
                return self.after_call(end)
        return end

    def after_call(self, end: int) -> int:
        """Continue after a closed bracket: a block ends its statement, and a call can follow a call."""
        if self.modes[-1] == "block" and not _ELSE.match(self.text, end):
            self.modes.pop()
        if self.is_text:
            chain = _CHAIN.match(self.text, end)
            if chain and self.text.startswith("(", chain.end()):
                self.modes.append("code")
                return chain.end() + 1
        return end

    def joined(self, citations: list[Citation]) -> Iterator[Citation]:
        """Yield citations, of which Typst joins references with only a space between them."""
        group: list[Citation] = []
        for citation in citations:
            if group and not self.is_neighbor(group[-1], citation):
                yield _group(group)
                group = []
            group.append(citation)
        if group:
            yield _group(group)

    def is_neighbor(self, citation: Citation, following: Citation) -> bool:
        """Whether two citations are references with a space or a line end between them."""
        gap = following.span.start - citation.span.end
        return (
            citation.span in self.references
            and following.span in self.references
            and 0 < gap < _NAME_LENGTH
            and _GAP.fullmatch(self.text, citation.span.end, following.span.start) is not None
        )


def _group(citations: list[Citation]) -> Citation:
    """Return one citation of all cites of several."""
    if len(citations) == 1:
        return citations[0]
    cites = tuple(cite for citation in citations for cite in citation.cites)
    span = Span(citations[0].span.start, citations[-1].span.end)
    return replace(citations[0], span=span, cites=cites)


def find(source: Source) -> DocumentCitations:
    """Return the citations of a Typst document."""
    return _Reader(source.text).read()


def write_key(key: str, written: str) -> str | None:
    """Return a key, or None if a label cannot contain it; `label("...")` can contain more than `<...>`."""
    if _SIMPLE_KEY.fullmatch(key):
        return key
    is_possible = key and not _SIMPLE_KEY.fullmatch(written) and key.isprintable()
    return key if is_possible and not any(sign in key for sign in '"\\') else None


SCANNER = Scanner("typst", (".typ",), find, write_key)
