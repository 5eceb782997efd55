"""The filter of Pandoc, on trees as Pandoc writes them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest

from refkit.citing.pandoc.filter import filter_document
from refkit.errors import RefkitError

REFERENCE = {
    "id": "doe", "type": "book", "title": "Things", "author": "Doe", "issued": "2020", "publisher": "Press",
}  # fmt: skip


def string(text: str) -> dict[str, object]:
    """Return a text of metadata."""
    return {"t": "MetaInlines", "c": [{"t": "Str", "c": text}]}


def reference() -> dict[str, object]:
    """Return the metadata of a reference."""
    author = {"t": "MetaList", "c": [{"t": "MetaMap", "c": {"family": string("Doe")}}]}
    members = {name: string(value) for name, value in REFERENCE.items()} | {"author": author}
    return {"t": "MetaList", "c": [{"t": "MetaMap", "c": members}]}


def cite(key: str, mode: str = "NormalCitation", suffix: object = ()) -> dict[str, object]:
    """Return a citation."""
    record = {
        "citationId": key, "citationPrefix": [], "citationSuffix": suffix, "citationMode": {"t": mode},
        "citationNoteNum": 1, "citationHash": 0,
    }  # fmt: skip
    return {"t": "Cite", "c": [[record], [{"t": "Str", "c": f"[@{key}]"}]]}


def filtered(
    *inlines: object, meta: Mapping[str, object] | None = None, version: Sequence[int] = (1, 23, 1)
) -> str:
    """Return the blocks that the filter writes for a paragraph."""
    document = {
        "pandoc-api-version": version,
        "meta": {"references": reference(), **(meta or {})},
        "blocks": [{"t": "Para", "c": inlines}],
    }
    return json.dumps(json.loads(filter_document(json.dumps(document)).text)["blocks"])


@pytest.mark.parametrize("version", [(1, 22), (1, 22, 2, 1), (1, 23, 1)])
def test_replaces_citations(version: tuple[int, ...]) -> None:
    """Pandoc's writers get a span with the text."""
    expected = '{"t": "Str", "c": "(Doe,"}, {"t": "Space"}, {"t": "Str", "c": "2020)"}'
    assert expected in filtered(cite("doe"), version=version)


def test_prints_the_list_at_the_end() -> None:
    """Without a `refs` div, one is added."""
    assert '"refs", ["references", "csl-bib-body", "hanging-indent"]' in filtered(cite("doe"))


def test_suppresses_the_list() -> None:
    """The metadata can switch it off."""
    off = {"t": "MetaBool", "c": True}
    assert '"refs"' not in filtered(cite("doe"), meta={"suppress-bibliography": off})


def test_links_citations() -> None:
    """A link leads to the entry."""
    on = {"t": "MetaBool", "c": True}
    assert '["#ref-doe", ""]' in filtered(cite("doe"), meta={"link-citations": on})


def test_lists_all_references() -> None:
    """`nocite: "@*"` lists references without a citation."""
    nocite = {"t": "MetaInlines", "c": [cite("*", "AuthorInText")]}
    assert '"ref-doe"' in filtered({"t": "Str", "c": "Text."}, meta={"nocite": nocite})


def test_notes_follow_punctuation() -> None:
    """The space before the citation disappears."""
    style = string("chicago-notes-bibliography")
    text = {"t": "Str", "c": "Text"}, {"t": "Space"}, cite("doe"), {"t": "Str", "c": ","}
    written = filtered(*text, meta={"csl": style})
    assert '{"t": "Str", "c": "Text"}, {"t": "Str", "c": ","}, {"t": "Note"' in written


def test_keeps_inlines_in_affixes() -> None:
    """Emphasis in a suffix stays."""
    emphasis = {"t": "Emph", "c": [{"t": "Str", "c": "passim"}]}
    suffix = [{"t": "Str", "c": ","}, {"t": "Space"}, emphasis]
    assert json.dumps(emphasis) in filtered(cite("doe", suffix=suffix))


def test_reports_unknown_keys() -> None:
    """The text shows the key, and a warning names the most similar one."""
    document = {
        "pandoc-api-version": [1, 23],
        "meta": {"references": reference()},
        "blocks": [{"t": "Para", "c": [cite("doee")]}],
    }
    result = filter_document(json.dumps(document))
    assert '{"t": "Strong", "c": [{"t": "Str", "c": "doee?"}]}' in result.text
    assert result.warnings == ("no reference has the key `doee`; did you mean `doe`?",)


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"pandoc-api-version": [1, 17], "meta": {}, "blocks": []}']
)
def test_refuses_other_texts(text: str) -> None:
    """One line says what is wrong."""
    with pytest.raises(RefkitError, match="Pandoc"):
        filter_document(text)
