"""Formatting of works in a citation style with the span of every variable, which gives labelled references.

The style is compiled with a builder that marks the output of each element with its label (as the target of a link,
which is kept in the final text), so that punctuation and case are the same as in any other bibliography.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from functools import cache

from tools.text_labels import Span

from refkit.csl import ast
from refkit.csl.bibliography import dressed_entry
from refkit.csl.compile import build, compile_style
from refkit.csl.context import Area, Call, Element, Result
from refkit.csl.layout import Compiled
from refkit.csl.locale import load_locale
from refkit.csl.output import Group, Mark, Node, Run
from refkit.csl.scope import Scope
from refkit.csl.setting import text_options
from refkit.csl.style import Style
from refkit.csl.text import finish
from refkit.csl.tree import with_capital
from refkit.csl.write._writer import without_blocks
from refkit.model.item import Item

__all__ = ["print_reference"]

# CSL's variables -> the labeller's labels; other variables are notes.
LABELS = {
    "author": "author", "director": "author", "editor": "editor", "container-author": "editor",
    "collection-editor": "editor", "editorial-director": "editor", "translator": "translator", "title": "title",
    "title-short": "title", "container-title": "container-title", "container-title-short": "container-title",
    "event-title": "container-title", "event": "container-title", "collection-title": "collection-title",
    "collection-number": "collection-title", "issued": "date", "publisher": "publisher",
    "publisher-place": "location", "event-place": "location", "genre": "genre", "page": "pages",
    "page-first": "pages", "volume": "volume", "issue": "issue", "edition": "edition", "DOI": "doi", "URL": "url",
    "ISBN": "isbn", "citation-number": "citation-number", "citation-label": "citation-number",
}  # fmt: skip
MARK = "label:"
MAX_GAP = 14  # maximal number of characters between two parts of a field: " and ", ", no. "
TEMPLATE = re.compile(r"\{\{|\\[a-z]+\{|@\w+\{")  # some styles print markup for other programs
SPACES = re.compile(r"\s+")


def print_reference(
    item: Item, style: str, language: str, number: int
) -> tuple[str, list[Span]] | None:
    """Return the text of an item's bibliography entry and its segments, or None if the style has no entry."""
    compiled = compiled_style(style, language)
    layout = compiled.bibliography or compiled.citation
    area = Area.BIBLIOGRAPHY if compiled.bibliography else Area.CITATION
    node = layout.render(Call(item, area, citation_number=number))
    node = None if node is None else with_capital(node)
    if not isinstance(node, Group):
        return None
    runs = finish(dressed_entry(node, layout.look), text_options(compiled, True))
    text, spans = read_runs(without_blocks(runs))
    return None if TEMPLATE.search(text) else (text, join_spans(text, spans))


@cache
def compiled_style(style: str, language: str) -> Compiled:
    """Return a style in a language ("" for its own), whose elements mark their output."""
    parsed = Style.load(style).tree
    locale = load_locale(language or parsed.default_locale or "en-US", parsed.locales)
    return compile_style(parsed, locale, build_marking)


def build_marking(element: ast.Element, scope: Scope) -> Element:
    """Return an element's callable, which marks the output for a variable with the variable's label."""
    render = build(element, scope)
    match element:
        case ast.TextVariable() | ast.Number() | ast.Date():
            variables: Sequence[str] = (element.variable,)
        case ast.Names():
            variables = element.variables
        case _:
            return render

    def marked(call: Call) -> Result:
        node, variables_called = render(call)
        name = next(
            (variable for variable in variables if variable in call.item.names), variables[0]
        )
        label = LABELS.get(name, "note")
        if isinstance(node, list):
            return [with_label(variable, label) for variable in node], variables_called
        return (None if node is None else with_label(node, label)), variables_called

    return marked


def with_label(node: Node, label: str) -> Node:
    """Return a copy of a node with a label on each of its texts that has none; nodes may be shared."""
    labelled = copy(node)
    if isinstance(labelled, Group):
        labelled.children = [with_label(child, label) for child in labelled.children]
    elif not labelled.href.startswith(MARK):
        labelled.href = MARK + label
    return labelled


def read_runs(runs: Sequence[Run]) -> tuple[str, list[Span]]:
    """Return the text of runs with single spaces, and its labelled spans."""
    text, spans, opened = "", [], 0
    for run in runs:
        if isinstance(run, str):
            words = SPACES.sub(" ", run)
            text += words[1:] if words[:1] == " " and text[-1:] in ("", " ") else words
        elif run.kind == "break" and text[-1:] != " ":
            text += " "
        elif run.kind.endswith("quote"):
            text += run.text
        elif run.kind == "link" and run.opens:
            opened = len(text)
        elif is_label(run) and opened < len(text):
            spans.append(Span(run.text.removeprefix(MARK), opened, len(text)))
    return text.rstrip(), spans


def is_label(mark: Mark) -> bool:
    """Whether a mark belongs to a label and not to a link."""
    return mark.kind == "link" and mark.text.startswith(MARK)


def join_spans(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return spans within the text, with adjacent spans of the same field joined."""
    result: list[Span] = []
    for label, start, end in clip_spans(spans, len(text)):
        last = result[-1] if result else None
        gap = text[last.end : start] if last else ""
        if last and last.label == label and len(gap) < MAX_GAP and not re.search(r"\d", gap):
            result[-1] = last._replace(end=end)
        else:
            result.append(Span(label, start, end))
    return result


def clip_spans(spans: Sequence[Span], length: int) -> Iterator[Span]:
    """Yield the spans clipped to a text of some length."""
    for label, start, end in spans:
        if start < length:
            yield Span(label, start, min(end, length))
