"""What `refkit cite` keeps, for any text around the citations."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from refkit import loads
from refkit.citing import CitingOptions
from refkit.citing.document import cite_text
from refkit.citing.edits import edited
from refkit.citing.syntaxes import syntaxes
from refkit.documents.citations import find_citations
from refkit.model.source import Source

LIBRARY = loads(
    "@book{lee2001, author={Lee, Kim}, title={Small things}, publisher={Press}, year=2001}"
)
PIECES = st.sampled_from(
    [
        "[@lee2001]", "@lee2001 [p. 3]", "[see *cf.* @lee2001]", "[-@lee2001]", "[@nokey]", "text", " ", "\n", "\n\n",
        "\r\n", "`[@lee2001]`", "```\n", "# References\n", "::: {#refs}\n", ":::\n", "^[", "]", "[^1]", "\n[^1]: ", ".",
        "---\n", "nocite: '@lee2001'\n", "é", "> ", "* ", "{cite:t}`lee2001`", "\\", "|",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)
STYLES = st.sampled_from(["apa", "ieee", "chicago-notes-bibliography"])


@settings(max_examples=150, deadline=None)
@given(TEXTS, STYLES)
def test_everything_else_is_kept(text: str, style: str) -> None:
    """Without the citations, the space before notes, the list and the metadata, the text is the same."""
    found = find_citations(Source(text, "paper.md"))
    assert found is not None
    result = cite_text(text, found, LIBRARY, CitingOptions(style), syntaxes()["markdown"])
    kept = list(text)
    for edit in result.edits:
        kept[edit.span.start : edit.span.end] = "\0" * (edit.span.end - edit.span.start)
    places = [range(*citation.span) for citation in found.citations]
    tidied = syntaxes()["markdown"].tidy(text)
    places += [range(*span) for span in (*found.list_places, *(edit.span for edit in tidied))]
    changed = {at for at, char in enumerate(kept) if char == "\0"}
    outside = changed.difference(*places)
    assert all(text[at] in " \t\r\n.,;:!?" for at in outside)
    assert len(edited(text, result.edits)) >= len(text) - len(changed)


@settings(max_examples=150, deadline=None)
@given(TEXTS, STYLES)
def test_a_text_without_citations_is_kept(text: str, style: str) -> None:
    """Nothing is inserted, not even a list."""
    plain = text.replace("@", "a").replace("{cite:t}", "")
    found = find_citations(Source(plain, "paper.md"))
    assert found is not None
    result = cite_text(plain, found, LIBRARY, CitingOptions(style), syntaxes()["markdown"])
    assert edited(plain, result.edits) == plain
