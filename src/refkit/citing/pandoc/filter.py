"""The filter: citations in the tree of a document become formatted text, and the `refs` div gets the list."""

from __future__ import annotations

import json
from collections.abc import Sequence

from refkit.citing import CitedDocument, CitingOptions, PrintedCitation, cite_document
from refkit.citing.files import known_style
from refkit.citing.pandoc import Element, attributes, element, is_element, is_list
from refkit.citing.pandoc.metadata import CitingMetadata, read_metadata, without_citing
from refkit.citing.pandoc.scan import PandocCitations
from refkit.citing.pandoc.writer import WRITER, inlines
from refkit.csl import Style
from refkit.csl.write._writer import anchor_name
from refkit.errors import RefkitError, nearest
from refkit.inputs import item_of, load
from refkit.model.item import Item
from refkit.records import dataclass, field

__all__ = ["Filtered", "filter_document"]

_PUNCTUATION = ".,;:!?。，；：！？"
_LEAST_VERSION = (1, 22)


@dataclass(slots=True, frozen=True)
class Filtered:
    """A document with formatted citations in Pandoc's JSON, and warnings."""

    text: str
    warnings: tuple[str, ...]


def filter_document(text: str, style: str = "apa") -> Filtered:
    """Return a document of Pandoc with formatted citations; `style` is for documents that name none.

    Raises RefkitError for a text that is not such a document, and for files that cannot be read.
    """
    document = _document(text)
    meta = document["meta"]
    said = read_metadata(meta if isinstance(meta, dict) else {})
    items = [*map(item_of, said.references), *load(said.bibliographies)]
    chosen = known_style(said.style, "") if said.style else style
    options = CitingOptions(chosen, WRITER, said.language or None, said.links, said.links_citations)
    scan = PandocCitations(is_note_style=Style.load(chosen).style_class == "note")
    body = without_citing(meta if isinstance(meta, dict) else {})
    scan.walk([*body.values(), document["blocks"]])
    found = scan.found([key for key in said.listed if key != "*"], "*" in said.listed)
    cited = cite_document(scan.text, found, items, options, scan.order)
    tree = _Tree(scan, cited, said)
    blocks = tree.blocks(document["blocks"])
    changed = {**document, "meta": tree.rewritten(body), "blocks": blocks}
    return Filtered(json.dumps(changed, ensure_ascii=False), tuple(_warnings(cited, items)))


def _document(text: str) -> dict[str, object]:
    """Return the document in a text. Raises RefkitError."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RefkitError(
            "standard input is not a document in Pandoc's JSON; use `pandoc --filter refkit-pandoc-filter`"
        ) from error
    version = document.get("pandoc-api-version") if isinstance(document, dict) else None
    if not is_list(version) or not {"meta", "blocks"} <= document.keys():
        raise RefkitError(
            "standard input is not a document in Pandoc's JSON; update Pandoc to 2.11 or later"
        )
    if [part for part in version[:2] if isinstance(part, int)] < list(_LEAST_VERSION):
        shown = ".".join(map(str, version))
        raise RefkitError(
            f"version {shown} of Pandoc's JSON is too old; update Pandoc to 2.11 or later"
        )
    return dict(document)


def _warnings(cited: CitedDocument, items: Sequence[Item]) -> list[str]:
    keys = {item.id for item in items}
    messages = []
    for key in dict.fromkeys(cite.key for cite in cited.undefined):
        similar = nearest(key, keys)
        advice = f"did you mean `{similar}`?" if similar else "add it, or correct the key"
        messages.append(f"no reference has the key `{key}`; {advice}")
    return messages + list(cited.warnings)


@dataclass(slots=True)
class _Tree:
    """State of the rewriting of a tree."""

    scan: PandocCitations
    cited: CitedDocument
    said: CitingMetadata
    printed: dict[int, PrintedCitation] = field(default_factory=dict)  # by the identity of elements
    has_list: bool = False

    def __post_init__(self) -> None:
        for cite, printed in zip(self.scan.elements, self.cited.citations, strict=False):
            self.printed[id(cite)] = printed

    def blocks(self, blocks: object) -> list[object]:
        """Return the blocks with the list: in the `refs` div, or at the end."""
        rewritten = self.rewritten_list(blocks if is_list(blocks) else [])
        if self.has_list or not self.entries():
            return rewritten
        heading = self.said.list_title
        titled = attributes("bibliography", ["unnumbered"])
        above = [element("Header", 1, titled, inlines(heading))] if heading else []
        return [*rewritten, *above, self.list_div(self.list_attributes(), [])]

    def rewritten(self, value: object) -> object:
        """Return a part of the tree with formatted citations."""
        if is_list(value):
            return self.rewritten_list(value)
        if is_element(value) and value["t"] == "Div":
            return self.div(value)
        if isinstance(value, dict):
            return {name: self.rewritten(inner) for name, inner in value.items()}
        return value

    def rewritten_list(self, values: list[object]) -> list[object]:
        """Return a list with formatted citations; notes follow the punctuation after a citation."""
        result: list[object] = []
        rest: object = None  # what punctuation leaves of the next inline
        for index, value in enumerate(values):
            value, rest = (value if rest is None else rest), None
            printed = self.printed.get(id(value))
            if printed is None:
                result.append(self.rewritten(value))
            elif printed.note is None:
                result.append(self.span(printed, printed.text))
            else:
                sign, rest = self.punctuation(values[index + 1 : index + 2])
                self.add_note(result, printed, printed.note, sign)
        return [one for one in result if one != {"t": "Str", "c": ""}]

    def add_note(
        self, result: list[object], printed: PrintedCitation, note: str, sign: str
    ) -> None:
        """Add a citation with a note to the inlines before it."""
        if printed.text:
            result.append(self.span(printed, printed.text))
        else:
            while len(result) > 1 and result[-1] in ({"t": "Space"}, {"t": "SoftBreak"}):
                result.pop()
        if sign:
            result.append(element("Str", sign))
        paragraph = element("Para", self.inlines(note))
        result.append(element("Note", [paragraph]))

    def punctuation(self, after: list[object]) -> tuple[str, object]:
        """Return the punctuation at the start of the next inline, and the rest of that."""
        following = after[0] if after else None
        if not self.said.notes_follow_punctuation or not is_element(following):
            return "", None
        text = str(following.get("c", "")) if following["t"] == "Str" else ""
        if not text or text[0] not in _PUNCTUATION:
            return "", None
        return text[0], element("Str", text[1:])

    def inlines(self, text: str) -> list[object]:
        """Return the inlines of a printed text, with formatted citations in its affixes."""
        return self.rewritten_list(inlines(text, self.scan.own))

    def span(self, printed: PrintedCitation, text: str) -> Element:
        """Return a citation as Pandoc's writers mark it."""
        keys = " ".join(cite.key for cite in printed.citation.cites)
        return element("Span", attributes("", ["citation"], [("cites", keys)]), self.inlines(text))

    def div(self, div: Element) -> Element:
        """Return a div, with the list if it is the one for it."""
        content = div["c"]
        if not is_list(content) or not is_list(content[0]) or not is_list(content[1]):
            return div
        inner = self.rewritten_list(content[1])
        if content[0][0] != "refs" or self.has_list or not self.said.has_list:
            return element("Div", content[0], inner)
        self.has_list = True
        own = self.list_attributes()
        if is_list(content[0][1]):
            own[1] = list(dict.fromkeys((*content[0][1], *self.list_classes())))
        return self.list_div(own, inner)

    def list_div(self, own: list[object], before: list[object]) -> Element:
        """Return the div of the list."""
        return element("Div", own, [*before, *self.entries()])

    def list_attributes(self) -> list[object]:
        """Return the attributes of the list, which Pandoc's templates use."""
        listed = self.cited.bibliography
        spacing = [
            ("entry-spacing", str(listed.entry_spacing)),
            ("line-spacing", str(listed.line_spacing)),
        ]
        return attributes("refs", self.list_classes(), spacing)

    def list_classes(self) -> list[str]:
        """Return the classes of the list."""
        indented = ["hanging-indent"] if self.cited.bibliography.hanging_indent else []
        return ["references", "csl-bib-body", *indented]

    def entries(self) -> list[Element]:
        """Return the entries of the list."""
        listed = self.cited.bibliography
        if not self.said.has_list:
            return []
        return [
            element(
                "Div",
                attributes(anchor_name(id_), ["csl-entry"]),
                [element("Para", inlines(text))],
            )
            for id_, text in zip(listed.ids, listed.entries, strict=True)
        ]
