"""Inline markup of Markdown: emphasis, links, code, escapes, entities (CommonMark 0.31, section 6)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from html import unescape

from refkit.documents._links import is_label
from refkit.documents._text_builder import TextBuilder
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

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
class _InlineItem:
    """A part of a block; `text` is None if it is the text of the source."""

    start: int
    end: int
    text: str | None = None
    address: str = ""
    is_break: bool = False


@dataclass(slots=True)
class _Block:
    """The items of a block so far, brackets that may start a link, and runs that may be emphasis."""

    text: str
    targets: Targets
    items: list[_InlineItem] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    runs: list[int] = field(default_factory=list)
    bounds: dict[int, tuple[str, str]] = field(default_factory=dict)


def put_inline(
    builder: TextBuilder, text: str, parts: Sequence[tuple[int, int]], targets: Targets
) -> None:
    """Add the parts of a block without their markup, separated by spaces."""
    block = _Block(text, targets)
    for number, (start, end) in enumerate(parts):
        if number:
            block.items.append(_InlineItem(parts[number - 1][1], start, " "))
        _read_part(block, start, _line_end(text, start, end))
    _remove_emphasis(block)
    for item in block.items:
        if item.address:
            builder.addresses.append((item.address, item.start))
        elif item.is_break:
            is_line_break = text[item.start : item.start + 3].lower() == "<br"
            (builder.break_line if is_line_break else builder.end_line)(item.start)
        elif item.text is None:
            builder.put_words(text, item.start, item.end)
        elif item.text.isspace():
            builder.put_space(item.start, item.end)
        else:
            builder.put(item.text, item.start, item.end)


def _line_end(text: str, start: int, end: int) -> int:
    """Return the end of a line without its hard line break."""
    while end > start and text[end - 1] in " \t":
        end -= 1
    return (
        end - 1
        if end > start and text[end - 1] == "\\" and text[end - 2 : end - 1] != "\\"
        else end
    )


def _read_part(block: _Block, position: int, end: int) -> None:
    text, items = block.text, block.items
    begin = position
    while position < end:
        token = _TOKEN.match(text, position, end)
        assert token is not None  # the last alternative matches any character
        start, position = position, token.end()
        kind = token.lastgroup
        if kind == "open":
            block.brackets.append(len(items))
            items.append(_InlineItem(start, position))
        elif kind == "close":
            position = _close_bracket(block, start, end)
        elif kind == "run":
            block.runs.append(len(items))
            previous = text[start - 1] if start > begin else " "
            block.bounds[len(items)] = previous, text[position] if position < end else " "
            items.append(_InlineItem(start, position))
        else:
            items.extend(_token_items(kind, token))


def _token_items(kind: str | None, token: re.Match[str]) -> list[_InlineItem]:
    """Return the items of a token whose meaning does not depend on its context."""
    start, end = token.span()
    if kind == "escaped":
        return [_InlineItem(start, end, token["escaped"])]
    if kind == "code":
        return [_InlineItem(*token.span("inner"))]
    if kind in ("auto", "mail"):
        return [_InlineItem(*token.span(kind))]
    if kind in ("tag", "name"):
        breaks = (token["name"] or "").lower() in _BREAKING
        return [_InlineItem(start, end, "", is_break=breaks)]
    if kind in ("note", "attributes"):
        return []
    if kind == "entity":
        char = unescape(token[0])
        return [_InlineItem(start, end, "" if char == "\u00ad" else char)]
    return [_InlineItem(start, end)]


def _close_bracket(block: _Block, position: int, end: int) -> int:
    """link = "[" text "]" ("(" address [title] ")" | "[" label "]" | ""); return its end."""
    opening_index = block.brackets.pop() if block.brackets else None
    link_end, address = position + 1, None
    if opening_index is not None:
        link_end, address = _find_target(block, block.items[opening_index].end, position, end)
    if opening_index is not None and address is None and _has_only_buttons(block, opening_index):
        block.items[opening_index].text = ""
        return position + 1
    if opening_index is None or address is None:
        block.items.append(_InlineItem(position, position + 1))
        return position + 1
    opening = block.items[opening_index]
    label = block.text[opening.end : position]
    if opening.end - opening.start > 1 or is_label(
        label, address
    ):  # a picture, or a publisher's button
        del block.items[opening_index:]
        block.runs = [run for run in block.runs if run < opening_index]
    else:
        opening.text = ""
    if opening.end - opening.start == 1:
        block.items.append(_InlineItem(opening.start, link_end, "", address))
    return link_end


def _has_only_buttons(block: _Block, opening_index: int) -> bool:
    """Whether brackets contain only removed buttons: `[[CrossRef](address)]`."""
    inner_items = block.items[opening_index + 1 :] if len(block.items) - opening_index < 9 else []
    return any(item.address for item in inner_items) and all(
        item.text is not None and not item.text.strip() for item in inner_items
    )


def _find_target(block: _Block, inner: int, position: int, end: int) -> tuple[int, str | None]:
    """Return the end of a link and its address, or None if the brackets are not a link."""
    text = block.text
    direct = _DESTINATION.match(text, position + 1, end)
    if direct:
        return direct.end(), _ESCAPE.sub(r"\1", direct[1] or direct[2] or "")
    named = _LABEL.match(text, position + 1, end)
    label = (named[1] if named else "") or text[inner:position][:200]
    address = block.targets.get(" ".join(label.split()).casefold())
    if named is None and label.strip().isdecimal():
        return position + 1, None  # `[1]` before a reference is its number, even if it is a link
    return (named.end() if named else position + 1), address


def _remove_emphasis(block: _Block) -> None:
    """Remove matching marks that open and close emphasis."""
    openers: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    remaining = {run: block.items[run].end - block.items[run].start for run in block.runs}
    for run in block.runs:
        sign = block.text[block.items[run].start]
        opens, closes = _flanking(sign, *block.bounds[run])
        while closes and remaining[run] and openers[sign]:
            opener = openers[sign][-1]
            matched = min(remaining[opener[0]], remaining[run])
            remaining[opener[0]] -= matched
            remaining[run] -= matched
            if not remaining[opener[0]]:
                openers[sign].pop()
        if opens and remaining[run]:
            openers[sign].append([run])
    for run, count in remaining.items():
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
