"""Turn an output tree into runs: markup in fields, text-case, quotes, flip-flop, punctuation.

The order is fixed. `finish` does all of it, once, on the tree of a whole citation or entry, and a writer
(refkit.csl.write) turns the runs into text. Formatting in a style is absolute. Only markup in a field alternates
with the surrounding formatting, as do quotes (CSL 1.0.2, "Formatting", "Quotes").
"""

from __future__ import annotations

from typing import TypeGuard

from refkit.csl.case import apply_case
from refkit.csl.markup import read_markup, strip_tags
from refkit.csl.output import (
    DISPLAYS,
    PLAIN,
    Group,
    Look,
    Mark,
    Node,
    Run,
    Tag,
    Text,
    is_empty,
)
from refkit.csl.punctuation import (
    APART,
    ENTRANCE,
    INSIDE_QUOTES,
    LOOSE,
    OUTSIDE,
    OUTSIDE_QUOTES,
    STRICT,
    settle,
)
from refkit.csl.text_state import State, TextOptions, flip
from refkit.patterns import lazy_pattern
from refkit.records import replace

_MARKS = frozenset(".,;:!?")

# Letters and digits of scripts that have italics: Latin, Greek, Cyrillic, Hebrew, Arabic and Thai, as in citeproc-js.
_SLANTED = lazy_pattern(
    "[-0-9a-zA-Z\u00c0-\u017f\u0218-\u021b\u0370-\u052f\u0590-\u05ff\u0600-\u06ff\u0e01-\u0e5b\u1e00-\u1fff]"
)


def finish(node: Node, options: TextOptions) -> list[Run]:
    """Turn the tree of a citation or an entry into runs for a writer."""
    runs: list[Run] = []
    _dress(node, runs, State(options, options.language))
    return settle(runs, options.punctuation_in_quote)


def plain(node: Node) -> str:
    """Return the characters of a tree without markup, case and quotes, for comparing and sorting."""
    look = node.look
    if isinstance(node, Text):
        text = strip_tags(node.text) if node.rich else node.text
    else:
        text = node.delimiter.join(filter(None, map(plain, node.children)))
    return f"{look.prefix}{text}{look.suffix}" if text and look is not PLAIN else text


def _dress(node: Node, runs: list[Run], state: State) -> None:
    """Append the runs of a node; a node that renders nothing has none, not even its affixes."""
    look = node.look
    if look is PLAIN:
        _fill(node, runs, state)
    elif not look.affixes_only:
        _dress_up(node, look, runs, state)
    elif state.options.links and "http" in look.prefix and isinstance(node, Text) and node.href:
        _fill_address(node, runs, state)
    else:
        begins = len(runs)
        if look.prefix:
            _put_prefix(look.prefix, runs)
        inside = len(runs)
        _fill(node, runs, state)
        if len(runs) == inside:
            del runs[begins:]
        elif look.suffix:
            _put_suffix(node, look.suffix, runs)


def _fill_address(node: Text, runs: list[Run], state: State) -> None:
    """Append an identifier with its affixes.

    The address that a style writes before a DOI belongs to the link, and is not repeated if the DOI has one, too.
    """
    if not node.text:
        return
    before, http, address = node.look.prefix.rpartition("http")
    if before:
        runs.append(before)
    text = node.text if node.text.startswith("http") else http + address + node.text
    _fill(replace(node, text=text), runs, state)
    if node.look.suffix:
        runs.append(node.look.suffix)


def _seam_before(node: Node, before: Node, runs: list[Run]) -> None:
    """Mark how the prefix of an element, or one inside it, is joined to the previous element."""
    look, beside = node.look, before.look
    if not look.prefix:
        if (beside.opening or look.opening) and _begins_in_prefix(node):
            runs.append(APART)
    elif beside.opening or (look.opening and not beside.suffix):
        runs.append(APART)
    elif beside.quotes:
        runs.append(STRICT)
    elif beside.suffix:
        runs.append(LOOSE)


def _put_prefix(prefix: str, runs: list[Run]) -> None:
    runs.append(prefix)
    if prefix[-1] in _MARKS:
        runs.append(STRICT)


def _put_suffix(node: Node, suffix: str, runs: list[Run]) -> None:
    runs.append(suffix)
    if suffix[-1] in _MARKS and isinstance(node, Text):
        runs.append(STRICT)


def _begins_in_prefix(node: Node) -> bool:
    """Whether a node begins with the prefix of an element inside it."""
    while isinstance(node, Group):
        first = next((child for child in node.children if not is_empty(child)), None)
        if first is None:
            return False
        if first.look.prefix:
            return True
        node = first
    return False


def _fill(node: Node, runs: list[Run], state: State) -> None:
    """Append the content between the affixes of a node, without its own formatting."""
    if isinstance(node, Text):
        _fill_text(node, runs, state)
        return
    if node.language and node.language != state.language:
        _fill_in_language(node, runs, state)
        return
    if node.delimiter:
        _fill_delimited(node, runs, state)
        return
    links, special = state.options.links, state.options.special
    before: Node | None = None
    for child in node.children:
        look = child.look
        if look.affixes_only and isinstance(child, Text) and not links:
            text = child.text
            if text:
                if look.prefix:
                    if before is not None:
                        _seam_before(child, before, runs)
                    _put_prefix(look.prefix, runs)
                if child.rich and special(text):
                    _fill_text(child, runs, state)
                else:
                    runs.append(text)
                if look.suffix:
                    _put_suffix(child, look.suffix, runs)
                before = child
            continue
        ends = len(runs)
        if before is not None and look is not PLAIN:
            _seam_before(child, before, runs)
        begins = len(runs)
        if look is PLAIN:
            _fill(child, runs, state)
        elif look.affixes_only:
            _dress(child, runs, state)
        else:
            _dress_up(child, look, runs, state)
        if len(runs) == begins:
            del runs[ends:]
        else:
            before = child


def _fill_in_language(node: Group, runs: list[Run], state: State) -> None:
    """Append the content of a node in a language, with its quotation marks and the punctuation around them."""
    options = state.options.of(node.language)
    outer, inner = state.options.punctuation_in_quote, options.punctuation_in_quote
    state = replace(state, language=node.language, options=options)
    if inner == outer:
        _fill(node, runs, state)
        return
    begins = len(runs)
    runs.append(INSIDE_QUOTES if inner else OUTSIDE_QUOTES)
    _fill(node, runs, state)
    if len(runs) == begins + 1:
        del runs[begins:]
    else:
        runs.append(INSIDE_QUOTES if outer else OUTSIDE_QUOTES)


def _fill_delimited(node: Group, runs: list[Run], state: State) -> None:
    """Append children with a delimiter before each that renders something, except the first."""
    delimiter = node.delimiter
    pointed = delimiter[-1] in _MARKS
    links, special = state.options.links, state.options.special
    before: Node | None = None
    for child in node.children:
        ends, look = len(runs), child.look
        if before is not None:
            if before.look.suffix or (before.look.parts and isinstance(before, Text)):
                runs.append(STRICT)
            if node.tag is Tag.CLUSTER:
                runs.append(OUTSIDE)
            runs.append(delimiter)
            if look.prefix or (pointed and _begins_in_prefix(child)):
                runs.append(STRICT)
        begins = len(runs)
        if look is PLAIN and isinstance(child, Text) and not links:
            if child.rich and special(child.text):
                _fill_text(child, runs, state)
            elif child.text:
                runs.append(child.text)
        elif look is PLAIN:
            _fill(child, runs, state)
        elif look.affixes_only:
            _dress(child, runs, state)
        else:
            _dress_up(child, look, runs, state)
        if len(runs) == begins:
            del runs[ends:]
        else:
            before = child


def _fill_text(node: Text, runs: list[Run], state: State) -> None:
    text = node.text
    if not text:
        return
    target = node.href if state.options.links else ""
    if target:
        runs.append(Mark("link", True, target))
    if node.rich and state.options.special(text):
        flip(read_markup(text, state.options.quotes), runs, state)
    else:
        runs.append(text)
    if target:
        runs.append(Mark("link", False, target))


def _dress_up(node: Node, look: Look, runs: list[Run], state: State) -> None:
    """Append a node whose formatting is more than affixes."""
    content = _content(node, look, state)
    if not content:
        return
    display = DISPLAYS.get(look.display)
    if display:
        runs.append(display[0])
    if look.prefix:
        runs.append(look.prefix)
    opening, closing = look.opening, look.closing
    if look.font_style and isinstance(node, Text) and not _SLANTED.search(node.text):
        bare = replace(look, font_style="")  # Chinese and Japanese have no italics
        opening, closing = bare.opening, bare.closing
    if look.resets:
        opening = tuple(mark for mark in opening if _changes(mark, state))
        closing = tuple(mark for mark in closing if _changes(mark, state))
    inner = state.quoted == "outer"
    if look.quotes:
        runs.append(state.options.marks[2 if inner else 0])
    runs += opening
    runs += content
    if look.quotes:
        runs.append(ENTRANCE)
    runs += closing
    if look.quotes:
        runs.append(state.options.marks[3 if inner else 1])
    if look.suffix:
        if look.parts and isinstance(node, Text):
            runs.append(STRICT)
        _put_suffix(node, look.suffix, runs)
    if display:
        runs.append(display[1])


def _content(node: Node, look: Look, state: State) -> list[Run]:
    """Return the content inside the formatting of a node, in the case of that formatting."""
    if look.strip_periods:
        node = _without_periods(node)
    if _is_plain_text(node, state.options):
        content: list[Run] = [node.text] if node.text else []
    else:
        content = []
        _fill(node, content, _state_within(look, state))
    if look.text_case and content:
        content = apply_case(look.text_case, content, _language(node, state))
    return content


_PERIOD = lazy_pattern(r"\.(?![a-z])")


def _without_periods(node: Node) -> Node:
    """Return a node without the periods in its texts.

    As in citeproc-js, affixes, delimiters, locators and addresses keep theirs, and a period before a small letter is
    part of a word, except in terms, which are abbreviations ("b.t.v.").
    """
    if isinstance(node, Group):
        return replace(node, children=[_without_periods(child) for child in node.children])
    if node.href or node.tag is Tag.LOCATOR:
        return node
    is_term = node.tag is Tag.TERM or node.tag is Tag.LABEL
    return replace(node, text=node.text.replace(".", "") if is_term else _PERIOD.sub("", node.text))


def _is_plain_text(node: Node, options: TextOptions) -> TypeGuard[Text]:
    """Whether a node is a text without markup and links."""
    if not isinstance(node, Text) or options.links:
        return False
    return not (node.rich and options.special(node.text))


def _changes(mark: Mark, state: State) -> bool:
    """Whether formatting differs from that in effect: upright text is marked only within italics."""
    if mark.kind == "not-italic":
        return state.italic
    if mark.kind == "not-bold":
        return state.bold
    return mark.kind != "not-small-caps" or state.small_caps


def _language(node: Node, state: State) -> str:
    return (isinstance(node, Group) and node.language) or state.language


def _state_within(look: Look, state: State) -> State:
    if not (look.opening or look.quotes):
        return state
    quoted = state.quoted
    if look.quotes:
        quoted = "inner" if quoted == "outer" else "outer"
    return State(
        state.options,
        state.language,
        quoted,
        look.font_style in ("italic", "oblique") if look.font_style else state.italic,
        look.font_weight == "bold" if look.font_weight else state.bold,
        look.font_variant == "small-caps" if look.font_variant else state.small_caps,
    )
