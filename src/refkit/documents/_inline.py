"""What stands inside a block of Markdown: emphasis, links, code, escapes, entities (CommonMark 0.31, section 6)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from refkit.documents._draft import Draft
from refkit.documents._links import is_label
from refkit.patterns import lazy_pattern

Targets = dict[str, str]  # addresses by label

_TOKEN = lazy_pattern(
    r"(?P<text>[^\\`<&\[\]*_~!{h]++)"
    r"|(?P<address>(?:https?|ftp)://[^\s<>\[\]\"`]*[^\s<>\[\]\"`.,;:*_!?)])"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<ticks>`++)(?P<inner>[^`]++)(?P=ticks)(?!`))"
    r"|(?P<untied>`++)"
    r"|<(?P<auto>(?:https?|ftp|doi):[^\s<>]*+)>"
    r"|<(?P<mail>mailto:[^\s<>]*+|[\w.+-]{1,64}+@[\w.-]{1,255}+)>"
    r"|(?P<tag></?(?P<name>[A-Za-z][\w-]*+)[^<>]*+>|<!--[^<>]*?-->)"
    r"|(?P<entity>&(?:#\d{1,7}+|#[xX][0-9A-Fa-f]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+);)"
    r"|(?P<note>\[\^[^\[\]\s]{1,40}\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<run>\*++|_++|~~)"
    r"|(?P<attributes>\{[#.:][^{}]{0,200}+\})"
    r"|.",
    re.DOTALL,
)
_DESTINATION = lazy_pattern(
    r"\(\s*+(?:<([^<>\n]{0,2000}+)>|((?>(?:[^\s()\\]|\\.|\((?>(?:[^\s()\\]|\\.){0,500})\)){0,2000})))"
    r"(?>(?:\s++(?:\"[^\"]{0,500}+\"|'[^']{0,500}+'|\([^()]{0,500}+\)))?)\s*+\)"
)
_LABEL = lazy_pattern(r"\[([^\[\]]{0,200}+)\]")
_ESCAPE = lazy_pattern(r"\\([!-/:-@\[-`{-~])")
_BREAKING = frozenset("br p div li tr dd dt h1 h2 h3 h4 h5 h6 ol ul dl table".split())


@dataclass(slots=True)
class _Item:
    """A part of a block: text in its place, or the source's own where that is None."""

    start: int
    end: int
    text: str | None = None
    address: str = ""
    breaks: bool = False


@dataclass(slots=True)
class _Block:
    """The items of a block so far, brackets that may open a link, and runs that may be emphasis."""

    text: str
    targets: Targets
    items: list[_Item] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    runs: list[int] = field(default_factory=list)
    bounds: dict[int, tuple[str, str]] = field(default_factory=dict)


def put_inline(draft: Draft, text: str, parts: Sequence[tuple[int, int]], targets: Targets) -> None:
    """Put the parts of a block, a space between them, without the marks in them."""
    block = _Block(text, targets)
    for number, (start, end) in enumerate(parts):
        if number:
            block.items.append(_Item(parts[number - 1][1], start, " "))
        _read_part(block, start, _without_break(text, start, end))
    _emphasise(block)
    for item in block.items:
        if item.address:
            draft.addresses.append((item.address, item.start))
        elif item.breaks:
            draft.end_line(item.start)
        elif item.text is None:
            draft.words(text, item.start, item.end)
        elif item.text.isspace():
            draft.gap(item.start, item.end)
        else:
            draft.put(item.text, item.start, item.end)


def _without_break(text: str, start: int, end: int) -> int:
    """Return where a line ends without its mark of a hard break."""
    while end > start and text[end - 1] in " \t":
        end -= 1
    return (
        end - 1
        if end > start and text[end - 1] == "\\" and text[end - 2 : end - 1] != "\\"
        else end
    )


def _read_part(block: _Block, at: int, end: int) -> None:
    text, items = block.text, block.items
    begin = at
    while at < end:
        token = _TOKEN.match(text, at, end)
        assert token is not None  # the last alternative takes any character
        start, at = at, token.end()
        kind = token.lastgroup
        if kind == "open":
            block.brackets.append(len(items))
            items.append(_Item(start, at))
        elif kind == "close":
            at = _close(block, start, end)
        elif kind == "run":
            block.runs.append(len(items))
            before = text[start - 1] if start > begin else " "
            block.bounds[len(items)] = before, text[at] if at < end else " "
            items.append(_Item(start, at))
        else:
            items.extend(_plain(kind, token))


def _plain(kind: str | None, token: re.Match[str]) -> list[_Item]:
    """Return the items of a token that means the same wherever it stands."""
    start, end = token.span()
    if kind == "escaped":
        return [_Item(start, end, token["escaped"])]
    if kind == "code":
        return [_Item(*token.span("inner"))]
    if kind in ("auto", "mail"):
        return [_Item(*token.span(kind))]
    if kind in ("tag", "name"):
        breaks = (token["name"] or "").lower() in _BREAKING
        return [_Item(start, end, "", breaks=breaks)]
    if kind in ("note", "attributes"):
        return []
    if kind == "entity":
        char = unescape(token[0])
        return [_Item(start, end, "" if char == "\u00ad" else char)]
    return [_Item(start, end)]


def _close(block: _Block, at: int, end: int) -> int:
    """link = "[" text "]" ("(" address [title] ")" | "[" label "]" | ""); return where reading goes on."""
    opened = block.brackets.pop() if block.brackets else None
    behind, address = at + 1, None
    if opened is not None:
        behind, address = _address(block, block.items[opened].end, at, end)
    if opened is not None and address is None and _around_buttons(block, opened):
        block.items[opened].text = ""
        return at + 1
    if opened is None or address is None:
        block.items.append(_Item(at, at + 1))
        return at + 1
    opening = block.items[opened]
    label = block.text[opening.end : at]
    if opening.end - opening.start > 1 or is_label(
        label, address
    ):  # a picture, or a publisher's button
        del block.items[opened:]
        block.runs = [run for run in block.runs if run < opened]
    else:
        opening.text = ""
    if opening.end - opening.start == 1:
        block.items.append(_Item(opening.start, behind, "", address))
    return behind


def _around_buttons(block: _Block, opened: int) -> bool:
    """Whether brackets hold nothing but buttons that were taken away: `[[CrossRef](address)]`."""
    inside = block.items[opened + 1 :] if len(block.items) - opened < 9 else []
    return any(item.address for item in inside) and all(
        item.text is not None and not item.text.strip() for item in inside
    )


def _address(block: _Block, inner: int, at: int, end: int) -> tuple[int, str | None]:
    """Return where a link ends and its address, None where the brackets are no link."""
    text = block.text
    direct = _DESTINATION.match(text, at + 1, end)
    if direct:
        return direct.end(), _ESCAPE.sub(r"\1", direct[1] or direct[2] or "")
    named = _LABEL.match(text, at + 1, end)
    label = (named[1] if named else "") or text[inner:at][:200]
    found = block.targets.get(" ".join(label.split()).casefold())
    if named is None and label.strip().isdecimal():
        return at + 1, None  # `[1]` before a reference is its number, whatever it leads to
    return (named.end() if named else at + 1), found


def _emphasise(block: _Block) -> None:
    """Take away the runs of marks that open and close emphasis, as far as they match."""
    openers: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    left = {run: block.items[run].end - block.items[run].start for run in block.runs}
    for run in block.runs:
        sign = block.text[block.items[run].start]
        opens, closes = _flanking(sign, *block.bounds[run])
        while closes and left[run] and openers[sign]:
            opener = openers[sign][-1]
            taken = min(left[opener[0]], left[run])
            left[opener[0]] -= taken
            left[run] -= taken
            if not left[opener[0]]:
                openers[sign].pop()
        if opens and left[run]:
            openers[sign].append([run])
    for run, count in left.items():
        item = block.items[run]
        if count < item.end - item.start:
            item.text = block.text[item.start] * count


def _flanking(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Return whether a run of marks can open and close emphasis (6.2, left- and right-flanking)."""
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    opens = not space_after and (not mark_after or space_before or mark_before)
    closes = not space_before and (not mark_before or space_after or mark_after)
    if sign == "_":
        return opens and (not closes or mark_before), closes and (not opens or mark_after)
    return opens, closes


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
