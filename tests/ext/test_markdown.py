"""Pages of Python-Markdown and MkDocs with citations in CSL styles."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

pytest.importorskip("markdown", reason="the extra `markdown` is not installed")

import markdown

from refkit.errors import RefkitError
from refkit.ext.markdown import RefkitExtension, makeExtension

BIB = r"""
@book{doe2001, author={Jane van Doe}, title={Old stones}, year=2001, publisher={Hill}}
@article{roe1999, author={Roe, Paul and Poe, Ann}, title={Seeds}, journal={Journal of Gardens}, year=1999, volume=3}
@book{signs, author={Ann *Lee*}, title={A_b_c [d](e) `f` {g} # ~h~ ^i^ \_ <j>}, year=1990, publisher={Hill}}
"""
TAG = re.compile(r"<[^<>]*>")


@pytest.fixture
def refs(tmp_path: Path) -> str:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, encoding="utf-8")
    return str(path)


def html(text: str, refs: str, *extensions: str, style: str = "apa", **options: object) -> str:
    """Return a page as HTML."""
    own = RefkitExtension(bibliography=refs, style=style, **options)
    return str(markdown.markdown(text, extensions=[*extensions, own]))


def shown(text: str, refs: str, *extensions: str, style: str = "apa", **options: object) -> str:
    """Return the text of a page without tags and with its white space collapsed."""
    plain = TAG.sub("", html(text, refs, *extensions, style=style, **options))
    return " ".join(re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), plain).split())


DOE = "van Doe, J. (2001). Old stones. Hill."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As [see @doe2001, p. 3].", "As (see van Doe, 2001, p. 3)."),
        ("As @doe2001 says.", "As van Doe (2001) says."),
        ("As [-@doe2001].", "As (2001)."),
        ("> As [@doe2001].", "As (van Doe, 2001)."),
        ("* As [@doe2001].", "As (van Doe, 2001)."),
        ("## As [@doe2001]", "As (van Doe, 2001)"),
        ("[*see* @doe2001]", "(see van Doe, 2001)"),
        ("!!! note\n    As [@doe2001].", "!!! note As (van Doe, 2001)."),
    ],
)
def test_citations_are_formatted(text: str, expected: str, refs: str) -> None:
    """The list is at the end of a page without a place for it."""
    assert shown(text, refs) == f"{expected} {DOE}"


@pytest.mark.parametrize(
    "text",
    [
        "No citation.",
        "Ask @reader.",
        "`[@doe2001]`",
        "    [@doe2001]",
        "a@doe2001.org",
        "\\@doe2001",
    ],
)
def test_other_text_is_unchanged(text: str, refs: str) -> None:
    assert html(text, refs) == markdown.markdown(text)


def test_code_is_unchanged(refs: str) -> None:
    text = "```\n[@doe2001]\n```\n\n~~~ py\n@doe2001\n~~~"
    extensions = ["fenced_code"]
    assert html(text, refs, *extensions) == markdown.markdown(text, extensions=extensions)


@pytest.mark.parametrize("heading", ["## References", "References\n---", '<div id="refs"></div>'])
def test_the_place_of_the_list(heading: str, refs: str) -> None:
    found = html(f"As @doe2001.\n\n{heading}\n\n## After", refs)
    assert found.index("csl-bib-body") < found.index("After")


def test_citations_link_to_their_entries(refs: str) -> None:
    found = html("As [@doe2001; @roe1999].", refs)
    links = re.findall(r'href="#([^"]*)"', found)
    assert (
        sorted(links)
        == sorted(re.findall(r'id="(ref-[^"]*)"', found))
        == ["ref-doe2001", "ref-roe1999"]
    )
    assert "href" not in html("As [@doe2001].", refs, links=False)


def test_signs_of_markdown_in_references_are_text(refs: str) -> None:
    """In the text, in which they would be markup, and in the list."""
    found = html("As [@signs].\n\n[d]: x.html", refs)
    assert 'As (<a href="#ref-signs" role="doc-biblioref">&#42;Lee&#42;, 1990</a>).' in found
    notes = shown("As[@signs].", refs, "footnotes", style="chicago-notes-bibliography").lower()
    assert notes.count("a_b_c [d](e) ‘f‘ g # h ^i^ _ <j>") == 2


def test_numbers(refs: str) -> None:
    assert shown("As [@roe1999], @doe2001 (not [3]).", refs, style="ieee").startswith(
        "As [1], van Doe [2] (not [3])."
    )


def test_citations_of_note_styles_are_footnotes(refs: str) -> None:
    """They are numbered in the order of their marks, together with those of the author."""
    text = "One [@doe2001]. Two[^a]. Three @roe1999.\n\n[^a]: See [@doe2001].\n\nFour [@doe2001]."
    found = shown(text, refs, "footnotes", style="chicago-notes-bibliography")
    assert found.startswith("One.1 Two2. Three Roe and Poe.3 Four.4 ")
    parts = [
        "Jane van Doe, Old Stones",
        "See (van Doe",
        "Journal of Gardens 3 (1999).↩",
        "van Doe, Old Stones. ↩",
    ]
    places = [
        found.replace("\u00a0", "").replace(" ↩", "↩").find(part.replace(" ↩", "↩"))
        for part in parts
    ]
    assert places == sorted(places)
    assert -1 not in places


def test_a_note_style_needs_footnotes(refs: str, caplog: pytest.LogCaptureFixture) -> None:
    shown("One [@doe2001].", refs, style="chicago-notes-bibliography")
    assert caplog.messages == ["the style has notes; add `footnotes` to the Markdown extensions"]


@pytest.mark.parametrize("text", ["As [@doe201].", "As @doe201."])
def test_mistyped_keys_are_warnings(text: str, refs: str, caplog: pytest.LogCaptureFixture) -> None:
    """A key in brackets is printed with a question mark, a name in the text as it is written."""
    caplog.set_level(logging.WARNING)
    found = shown(text, refs)
    assert caplog.messages == ["no reference has the key `doe201`; did you mean `doe2001`?"]
    assert found == ("As (doe201?)." if "[" in text else text)


def test_errors_in_the_bibliography_are_warnings(
    refs: str, caplog: pytest.LogCaptureFixture
) -> None:
    Path(refs).write_text("@book{a, title={A}}\n\n@book{b, title={C}\n", encoding="utf-8")
    shown("[@a]", refs)
    assert [message.startswith(f"{refs}:4: ") for message in caplog.messages] == [True]


def test_the_language(refs: str) -> None:
    assert shown("[@doe2001, p. 3]", refs, locale="de").startswith("(van Doe, 2001, S. 3)")


def test_the_extension_is_found_by_its_module(refs: str) -> None:
    """As in `mkdocs.yml`, where a list of files is possible."""
    options = {"refkit.ext.markdown": {"bibliography": [refs], "style": "ieee"}}
    found = markdown.markdown(
        "[@doe2001]", extensions=["refkit.ext.markdown"], extension_configs=options
    )
    assert "[1]" in found
    assert isinstance(makeExtension(), RefkitExtension)


@pytest.mark.parametrize("options", [{"style": "no-such-style"}, {"bibliography": "missing.bib"}])
def test_a_style_or_file_that_does_not_exist_is_an_error(options: dict[str, str]) -> None:
    with pytest.raises(RefkitError):
        markdown.markdown("[@a]", extensions=[RefkitExtension(**options)])


def test_a_page_after_another_has_its_own_list(refs: str) -> None:
    """MkDocs can convert several pages with one instance."""
    md = markdown.Markdown(extensions=[RefkitExtension(bibliography=refs)])
    pages = [md.reset().convert(text) for text in ("[@doe2001]", "[@roe1999]", "[@doe2001]")]
    assert pages[0] == pages[2] != pages[1]
    assert "van Doe" not in pages[1]


def test_the_example_of_the_documentation(refs: str) -> None:
    guide = (Path(__file__).parents[2] / "docs/extensions.md").read_text(encoding="utf-8")
    part = guide[guide.index("## MkDocs") :]
    blocks = dict(re.findall(r"```(markdown|text)\n(.*?)```", part, re.DOTALL))
    assert shown(blocks["markdown"], refs) == " ".join(blocks["text"].split())
