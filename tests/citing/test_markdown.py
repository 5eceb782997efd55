"""Documents in Markdown with formatted citations."""

from __future__ import annotations

import pytest

from refkit import loads
from refkit.citing import CitingOptions
from refkit.citing.document import cite_text
from refkit.citing.edits import edited
from refkit.citing.syntaxes import syntaxes
from refkit.documents.citations import find_citations
from refkit.model.source import Source

REFERENCES = """
@article{doe2020, author={Doe, Jane}, title={A study of tests}, journal={Journal of Tests}, year=2020, volume=3,
  pages={1--9}}
@book{roe2019, author={Smith, John and Roe, Ann}, title={The big book}, publisher={Big Press},
  address={London}, year=2019}
@book{lee2001, author={Lee, Kim}, title={Small things}, publisher={Press}, address={Paris}, year=2001}
"""


def cited(text: str, style: str = "apa") -> str:
    """Return a document with formatted citations."""
    found = find_citations(Source(text, "paper.md"))
    assert found is not None
    result = cite_text(text, found, loads(REFERENCES), CitingOptions(style), syntaxes()["markdown"])
    return edited(text, result.edits)


def sentence(text: str, style: str = "apa") -> str:
    """Return the first line of a document with formatted citations."""
    return cited(text, style).split("\n", 1)[0]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[@doe2020]", "(Doe, 2020)"),
        ("[see @doe2020, pp. 3-5; @roe2019]", "(see Doe, 2020, pp. 3–5; Smith & Roe, 2019)"),
        ("@roe2019 says", "Smith & Roe (2019) says"),
        ("@roe2019 [p. 3]", "Smith & Roe (2019, p. 3)"),
        ("Doe [-@doe2020]", "Doe (2020)"),
        ("[@doe2020 and passim]", "(Doe, 2020 and passim)"),
        ("[*cf.* @doe2020, `x`]", "(*cf.* Doe, 2020, `x`)"),
        ("{cite:t}`doe2020,roe2019`", "Doe (2020) and Smith & Roe (2019)"),
        ("{cite:year}`doe2020`", "2020"),
        ("{cite:alp}`doe2020`", "Doe, 2020"),
        ("{cite:author}`roe2019`", "Smith & Roe"),
        ("{cite:title}`doe2020`", "A study of tests"),
    ],
)
def test_prints_the_kinds_of_citations(written: str, expected: str) -> None:
    """Affixes, locators and narrative forms are those of the style."""
    assert sentence(f"{written}\n") == expected


def test_shows_an_unknown_key() -> None:
    """The key stays visible, as in Pandoc."""
    assert sentence("As in [@doe2021].\n") == "As in (**doe2021?**)."


def test_does_not_touch_code() -> None:
    """Keys in code are text."""
    text = "Cite `[@doe2020]` like this.\n\n```\n[@doe2020]\n```\n"
    assert cited(text) == text


def test_numbers_follow_the_notes() -> None:
    """A citation in a note counts at the mark of the note."""
    text = "First.[^a] Second [@roe2019].\n\n[^a]: See [@doe2020].\n"
    assert sentence(text, "ieee") == "First.[^a] Second \\[2\\]."


def test_moves_notes_after_punctuation() -> None:
    """The mark of a note follows the sentence."""
    assert sentence("End [@doe2020].\n", "chicago-notes-bibliography") == "End.[^cite-1]"


def test_a_narrative_citation_keeps_its_author() -> None:
    """The author is in the text, and the rest in the note."""
    text = cited("As @doe2020 shows.\n", "chicago-notes-bibliography")
    assert text.startswith("As Doe[^cite-1] shows.\n")
    assert "[^cite-1]: “A Study of Tests,” *Journal of Tests* 3 (2020): 1–9.\n" in text


def test_new_notes_have_new_labels() -> None:
    """A label of the document is not used again."""
    text = "One.[^cite-1] Two [@doe2020].\n\n[^cite-1]: Text.\n"
    assert sentence(text, "chicago-notes-bibliography") == "One.[^cite-1] Two.[^cite-2]"


def test_notes_are_not_nested() -> None:
    """A citation in a note is printed there, and later ones refer back to it."""
    text = "One.[^a] Two [@doe2020].\n\n[^a]: See [@doe2020, p. 3], and @lee2001.\n"
    result = cited(text, "chicago-notes-bibliography")
    assert (
        "[^a]: See (Jane Doe, “A Study of Tests,” *Journal of Tests* 3 (2020): 3), "
        "and Kim Lee, *Small Things* (Press, 2001)."
    ) in result
    assert "[^cite-1]: Doe, “A Study of Tests.”" in result


def test_a_note_with_one_citation_is_the_note() -> None:
    """It has no brackets, and its period."""
    text = "One.[^a]\n\n[^a]: [see @doe2020, p. 3]\n"
    assert "[^a]: See Jane Doe, " in cited(text, "chicago-notes-bibliography")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("::: {#refs}\n:::\n", "::: {#refs}\n\nENTRY\n\n:::\n"),
        ('<div id="refs">\n</div>\n', '<div id="refs">\n\nENTRY\n\n</div>\n'),
        ("# References\n", "# References\n\nENTRY\n"),
        ("# References {-}\n\nText.\n", "# References {-}\n\nENTRY\n\nText.\n"),
        ("References\n----------\n", "References\n----------\n\nENTRY\n"),
        ("```{bibliography} x.bib\n:style: plain\n```\n", "ENTRY\n"),
        ("Text.\n", "Text.\n\nENTRY\n"),
        ("Text.", "Text.\n\nENTRY\n"),
    ],
)
def test_prints_the_list_at_its_place(place: str, expected: str) -> None:
    """The list is in the div for it, instead of a directive, below its heading, or at the end."""
    result = cited(f"[@lee2001]\n\n{place}").replace(
        "Lee, K. (2001). *Small things*. Press.", "ENTRY"
    )
    assert result == f"(Lee, 2001)\n\n{expected}"


def test_lists_what_is_not_cited() -> None:
    """`nocite` of the metadata adds to the list, and is removed with the files of references."""
    text = (
        "---\ntitle: T\nbibliography: x.bib\nnocite: |\n  @lee2001\nlang: en\n---\n\n[@doe2020]\n"
    )
    result = cited(text)
    assert result.startswith("---\ntitle: T\nlang: en\n---\n\n(Doe, 2020)\n")
    assert "Lee, K. (2001)" in result


def test_keeps_line_ends() -> None:
    """What is added has the line ends of the document."""
    assert "\n" not in cited("See [@lee2001].\r\n\r\nEnd.\r\n").replace("\r\n", "")


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-notes-bibliography", "vancouver"])
def test_citing_again_changes_nothing(style: str) -> None:
    """The output of a document has no citations."""
    cites = "A [@doe2020] @roe2019 [@nokey; see @lee2001, p. 3]^[@doe2020]."
    text = f"---\nbibliography: x.bib\n---\n{cites}\n\n# References\n"
    once = cited(text, style)
    assert cited(once, style) == once


def test_a_document_without_citations_is_unchanged() -> None:
    """Not even its metadata changes."""
    text = "---\nbibliography: x.bib\n---\n\nText.\n\n# References\n"
    assert cited(text) == text
