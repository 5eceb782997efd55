"""Inline markup of pandoc's Markdown in the values of CSL-YAML, as that of CSL-JSON and back.

Source: pandoc's manual, "Inline formatting", "Specifying bibliographic data". What has no markup in CSL-JSON (links,
code) is its text.
"""

from __future__ import annotations

import html
import re
from collections import Counter

from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

SMALL_CAPS, NO_CASE = '<span style="font-variant:small-caps;">', '<span class="nocase">'
# Delimiter -> tags of CSL-JSON.
_TAGS = {
    "*": ("<i>", "</i>"),
    "_": ("<i>", "</i>"),
    "**": ("<b>", "</b>"),
    "__": ("<b>", "</b>"),
    "^": ("<sup>", "</sup>"),
    "~": ("<sub>", "</sub>"),
}
_CLASSES = {".nocase": NO_CASE, ".smallcaps": SMALL_CAPS, ".sc": SMALL_CAPS}
_TOKEN = lazy_pattern(
    r"""(?P<escape>\\(?:_|[^\w\s]|[ \r\n]))|(?P<code>`[^`]++`)|(?P<run>\*+|_+|\^|~+)|(?P<open>!?\[)
    |(?P<attributes>\]\{[^{}\[\]]*+\})|(?P<link>\]\([^()\[\]]*+\))|(?P<close>\])|(?P<dots>\.\.\.)
    |(?P<dash>-{2,})|(?P<entity>&(?:\#[0-9]{1,6}|\#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]{2,24});)|(?P<space>\s+)
    |(?P<html></?(?:i|b|sup|sub|sc)>|<span[^<>]*+>|</span>)""",
    re.VERBOSE,
)
_SPECIAL = lazy_pattern(r"[\\`*_^~\[\]$&<.\r\n -]|\A[0-9#+>|:]")
_TAG = lazy_pattern(r"(</?(?:i|b|sup|sub|sc)>|<span[^<>]*>|</span>)")
# Markup of nothing, and an end of markup before the same markup.
_IDLE = lazy_pattern(r"<(i|b|sup|sub)></\1>|</([ib])><\2>")
_NEEDED = lazy_pattern(
    r"[\\`*^~\[\]]|(?<!\w)_|_(?!\w)|\$|&(?=\#?\w+;)|(?<=-)-|(?<=\.)\.(?=\.)|(?<![\w.])@(?=\w)"
    r"|\A[#+>|:-](?=\s|\Z)|(?<=\A\d)[.)](?=\s)|(?<=\A\d\d)[.)](?=\s)|(?<=\A\d{4})[.)](?=\s)|(?<=\A\d{3})[.)](?=\s)"
)
_DELIMITERS = {"<i>": "*", "<b>": "**", "<sup>": "^", "<sub>": "~"}
_OTHER_DELIMITERS = {"*": "_", "**": "__"}
_ATTRIBUTES = {NO_CASE: "]{.nocase}", SMALL_CAPS: "]{.smallcaps}", "<sc>": "]{.smallcaps}"}


@dataclass(slots=True)
class _Reading:
    """The pieces that were read, and the delimiters that are open, each with the number of its piece."""

    pieces: list[str] = field(default_factory=list)
    open: list[tuple[str, int]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)  # of the open delimiters

    def start(self, kind: str, written: str) -> None:
        self.open.append((kind, len(self.pieces)))
        self.counts[kind] += 1
        self.pieces.append(written)

    def has(self, kind: str) -> bool:
        return self.counts[kind] > 0

    def drop(self) -> tuple[str, int]:
        """Return the delimiter that was opened last, which is closed or is text now."""
        kind, index = self.open.pop()
        self.counts[kind] -= 1
        return kind, index

    def end(self, kind: str, tags: tuple[str, str]) -> None:
        """Close a delimiter; those that were opened after it are text."""
        top = self.open[-2:]
        if len(top) == 2 and top[0][0] == kind and top[1][1] == top[0][1] + 1:
            self.open[-2:] = [(top[1][0], top[0][1]), (kind, top[1][1])]  # `***a** b*`
        while True:
            one, index = self.drop()
            if one == kind:
                self.pieces[index] = tags[0]
                self.pieces.append(tags[1])
                return


def from_markdown(text: str) -> str:
    """Return a text in Markdown with the markup of CSL-JSON."""
    text = text.strip()
    if not _SPECIAL.search(text):
        return text
    reading, position = _Reading(), 0
    for match in _TOKEN.finditer(text):
        reading.pieces.append(text[position : match.start()])
        _take(reading, match)
        position = match.end()
    return "".join((*reading.pieces, text[position:]))


def without_escapes(text: str) -> str:
    """Return an identifier or address without the escapes and angle brackets of Markdown."""
    text = text.strip()
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    return re.sub(r"\\(_|[^\w\s])", r"\1", text) if "\\" in text else text


def _take(reading: _Reading, match: re.Match[str]) -> None:
    """Add a token."""
    token, kind = match[0], match.lastgroup or ""
    if kind == "run":
        _take_run(reading, match)
    elif kind == "open":
        reading.start("[", token)
    elif kind in ("attributes", "link", "close") and reading.has("["):
        _take_bracket(reading, token, kind)
    elif kind == "space":
        reading.pieces.append(_white_space(token))
        while reading.open and reading.open[-1][0] in ("^", "~"):
            reading.drop()  # neither contains spaces
    else:
        reading.pieces.append(_plain(reading, token, kind))


def _plain(reading: _Reading, token: str, kind: str) -> str:
    match kind:
        case "escape":
            is_raised = reading.has("^") or reading.has("~")
            return "\u00a0" if token[1] == " " and not is_raised else token[1].replace("\r", "\n")
        case "code":
            return token[1:-1]
        case "dots":
            return "…"
        case "dash":
            return {2: "–", 3: "—"}.get(len(token), token)
        case "entity":
            return html.unescape(token)
    return token


def _white_space(token: str) -> str:
    """Return white space: a line end is a space, and empty lines separate paragraphs."""
    if "\n" not in token and "\r" not in token:
        return token
    return "\n\n" if len(token.replace("\r\n", "\n").splitlines()) > 1 else " "


def _take_bracket(reading: _Reading, token: str, kind: str) -> None:
    """Close a span or a link; without attributes, brackets are text."""
    written = reading.pieces[next(i for k, i in reversed(reading.open) if k == "[")]
    if kind == "close":
        reading.end("[", (written, token))
    elif kind == "link":
        reading.end("[", ("", ""))
    else:
        classes = token[2:-1].split()
        opening = next((_CLASSES[one] for one in classes if one in _CLASSES), "")
        reading.end("[", (opening, "</span>" if opening else ""))


def _take_run(reading: _Reading, match: re.Match[str]) -> None:
    """Close or open the delimiters of a run of the same characters."""
    run, text = match[0], match.string
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    is_word = run[0] == "_"
    can_close = bool(before.strip()) and not (is_word and after.isalnum())
    can_open = bool(after.strip()) and not (is_word and before.isalnum())
    if can_close and reading.has(run) and run in _TAGS:
        reading.end(run, _TAGS[run])
    elif can_open and run in _TAGS and not reading.has(run):
        reading.start(run, run)
    elif can_open and len(run) == 3 and not reading.has(run[0]) and not reading.has(run[:2]):
        reading.start(run[:2], run[:2])
        reading.start(run[0], run[0])
    else:
        _take_rest(reading, run, can_close)


def _take_rest(reading: _Reading, run: str, can_close: bool) -> None:
    """Close the delimiters of a run that is longer than each of them; what is left is text."""
    while can_close and run:
        if not any(reading.has(run[0] * length) for length in (1, 2)):
            break
        kind = next(kind for kind, _ in reversed(reading.open) if kind[0] == run[0])
        if len(kind) > len(run):
            break
        reading.end(kind, _TAGS[kind])
        run = run[len(kind) :]
    reading.pieces.append(run)


def to_markdown(text: str) -> str:
    """Return a text with the markup of CSL-JSON in Markdown."""
    if "<" not in text:
        return _escaped(text)
    tokens = [token for token in _TAG.split(_IDLE.sub("", text)) if token]
    partners = _partners(tokens)
    pieces, delimiters, raised = list[str](), list[str](), 0
    for index, token in enumerate(tokens):
        partner = partners.get(index)
        if partner is None:
            pieces.append(_text_piece(tokens, partners, index, bool(raised)))
        elif partner > index:
            delimiter = _delimiter(tokens, index, partner, delimiters)
            delimiters.append(delimiter)
            raised += delimiter in ("^", "~")
            pieces.append(delimiter if token in _DELIMITERS else "[")
        else:
            delimiter = delimiters.pop()
            raised -= delimiter in ("^", "~")
            pieces.append(delimiter)
    return "".join(pieces)


def _partners(tokens: list[str]) -> dict[int, int]:
    """Return the number of the closing tag for each opening tag, and the other way around."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if not _TAG.fullmatch(token):
            continue
        if not token.startswith("</"):
            if token in _DELIMITERS or token in _ATTRIBUTES:
                opened.append(index)
        elif opened and token[2:] == tokens[opened[-1]][1:].split()[0].rstrip(">") + ">":
            start = opened.pop()
            partners[start], partners[index] = index, start
    return partners


def _delimiter(tokens: list[str], start: int, end: int, around: list[str]) -> str:
    """Return the closing delimiter of markup; in markup of the same kind, or of its only text, another one."""
    delimiter = _DELIMITERS.get(tokens[start])
    if delimiter is None:
        return _ATTRIBUTES[tokens[start]]
    other = _OTHER_DELIMITERS.get(delimiter, delimiter)
    is_only_text = (
        tokens[start - 1 : start] in (["<i>"], ["<b>"])
        and tokens[end + 1 : end + 2] in (["</i>"], ["</b>"])
        and around[-1:] in (["*"], ["**"])
    )
    return other if is_only_text or delimiter in around else delimiter


def _text_piece(tokens: list[str], partners: dict[int, int], index: int, is_raised: bool) -> str:
    """Return a text with escapes, and spaces at the ends of markup as entities."""
    text = _escaped(tokens[index], is_first=index == 0)
    if is_raised:
        return text.replace(" ", "\\ ")
    is_after_opening = partners.get(index - 1, -1) > index
    is_before_closing = partners.get(index + 1, len(tokens)) < index
    if is_after_opening and text[:1] == " ":
        text = f"&#32;{text[1:]}"
    if is_before_closing and text[-1:] == " ":
        text = f"{text[:-1]}&#32;"
    return text


def _escaped(text: str, is_first: bool = True) -> str:
    if not is_first:
        text = f"\u200b{text}"  # so that the beginning of the piece is not that of the text
    escaped = _NEEDED.sub(lambda match: f"\\{match[0]}", text)
    if "\n" in escaped:
        escaped = re.sub(r"(?<!\n)\n(?!\n)", r"\\\n", escaped)
    return escaped if is_first else escaped[1:]
