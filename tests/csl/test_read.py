"""Reading styles: fatal errors, faults, and their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from refkit.csl.catalogue import style_names
from refkit.csl.faults import StyleError
from refkit.csl.style import Style
from refkit.errors import RefkitError

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">\n'
CITATION = '<citation><layout><text variable="title"/></layout></citation>\n'


def error(xml: str | bytes) -> StyleError:
    """Return the error that reading and compiling `xml` raises."""
    with pytest.raises(StyleError) as caught:
        Style.parse(xml).compiled()
    return caught.value


@pytest.mark.parametrize(
    ("xml", "message", "line"),
    [
        ("<style>\n<citation></style>", "not well-formed XML", 2),
        ("", "not well-formed XML", 1),
        ("<locale/>", "`locale` is not a style", 1),
        (HEAD + "</style>", "no `citation`", 1),
        (HEAD + "<citation/></style>", "no `layout`", 2),
        (HEAD + CITATION.replace('variable="title"', 'macro="x"') + "</style>", "no macro `x`", 2),
        ('<!DOCTYPE s [<!ENTITY a "b">]>\n<style>&a;</style>', "the entity `a`", 1),
    ],
)
def test_a_style_that_cannot_be_used_says_why_and_where(xml: str, message: str, line: int) -> None:
    """The message names the cause and the line."""
    raised = error(xml)
    assert message in raised.message
    assert raised.line == line


def test_a_macro_that_calls_itself_is_refused() -> None:
    """Indirect recursion is refused, too."""
    macros = (
        '<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="a"/></macro>\n'
    )
    assert "calls itself" in error(HEAD + macros + CITATION + "</style>").message


def test_a_missing_macro_names_its_nearest() -> None:
    """The error suggests the macro with the most similar name."""
    xml = HEAD + '<macro name="author"><text value="x"/></macro>' + CITATION + "</style>"
    assert (
        "did you mean `author`?" in error(xml.replace('variable="title"', 'macro="autor"')).message
    )


def test_what_is_loose_is_a_fault_and_left_out() -> None:
    """The rest of the style is used."""
    body = '<layout>\n<txt value="a"/>\n<text value="b"/>\n<text/>\n<label/>\n</layout>'
    style = Style.parse(HEAD + f"<citation>{body}</citation></style>")
    assert [fault.line for fault in style.faults] == [3, 5, 6]
    assert len(style.tree.citation.children) == 1


@pytest.mark.parametrize(
    ("element", "message"),
    [
        ("<text/>", "`text` needs one of `variable`, `macro`, `term` and `value`"),
        ("<number/>", "`number` needs a `variable`"),
        ("<label/>", "`label` needs a `variable` outside `names`"),
        ("<date/>", "`date` needs a `variable`"),
        ("<names/>", "`names` needs a `variable`"),
        ("<choose><if/></choose>", "`if` has no condition"),
        ('<choose><if typ="book"/></choose>', "`typ` is not a condition of `if`; did you mean `type`?"),
        ("<choose><text/></choose>",
         "`text` is not allowed inside `choose` and is ignored; only `if`, `else-if`, `else` are"),
        ('<names variable="author"><text/></names>',
         "`text` is not allowed inside `names` and is ignored; only `name`, `et-al`, `label`, `substitute` are"),
    ],
)  # fmt: skip
def test_an_element_that_cannot_be_used_is_reported(element: str, message: str) -> None:
    """The style can be used without it."""
    style = Style.parse(HEAD + f"<citation><layout>{element}</layout></citation></style>")
    assert message in [fault.message for fault in style.faults]


def test_a_dependent_style_cannot_be_used_alone() -> None:
    """It contains nothing but the name of another style."""
    link = '<link rel="independent-parent" href="http://zotero.org/styles/apa"/>'
    message = error(f"{HEAD}<info>{link}</info></style>").message
    address = "`http://zotero.org/styles/apa`"
    assert message == f"a dependent style: it only names its parent {address}; load that one"


def test_a_dependent_style_gives_its_parent_in_its_own_language() -> None:
    """Everything except the language and the title comes from the parent."""
    style = Style.load("nature-physics")
    parent = Style.load("nature")
    assert style.title == "Nature Physics"
    assert style.tree.citation is parent.tree.citation


def test_a_style_is_read_once_while_its_file_does_not_change(tmp_path: Path) -> None:
    """A changed file is read again."""
    path = tmp_path / "own.csl"
    path.write_text(HEAD + CITATION + "</style>", encoding="utf-8")
    first = Style.load(path)
    again = Style.load(path)
    path.write_text(HEAD + CITATION + "\n</style>", encoding="utf-8")
    import os

    os.utime(path, ns=(1, 1))
    assert first is again
    assert Style.load(path) is not first


def test_a_broken_style_file_is_named(tmp_path: Path) -> None:
    """The message has the form FILE:LINE: ERROR."""
    path = tmp_path / "broken.csl"
    path.write_text("<style>", encoding="utf-8")
    with pytest.raises(StyleError, match=r"broken\.csl:1: not well-formed XML"):
        Style.load(path)


def test_an_unknown_style_names_its_nearest() -> None:
    """The error suggests the most similar name of the catalogue."""
    with pytest.raises(RefkitError, match="nature"):
        Style.load("natur")


def test_a_compiled_style_is_made_once_for_a_language() -> None:
    """Threads and processors share the compiled style."""
    style = Style.load("ieee")
    assert style.compiled("de") is style.compiled("de")


def test_a_sample_of_dependent_styles_resolves() -> None:
    """Each one has a parent with a citation."""
    dependent = [path for path in style_names().values() if path.parent.name == "dependent"]
    assert all(Style.load(path).tree.citation.children for path in sorted(dependent)[::400])


def test_a_missing_macro_is_blamed_on_its_file(tmp_path: Path) -> None:
    """The error is raised before anything is rendered."""
    path = tmp_path / "broken.csl"
    path.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        '<citation><layout><text macro="none"/></layout></citation></style>'
    )
    with pytest.raises(StyleError, match=r"broken\.csl:1: no macro `none`"):
        Style.load(path)


def test_the_representation_of_a_style_is_one_short_line() -> None:
    """It names the style and does not contain its elements."""
    shown = repr(Style.load("apa"))
    assert shown == "<Style 'APA Style 7th edition': http://www.zotero.org/styles/apa>"


def test_a_style_has_the_fields_of_study_of_its_categories() -> None:
    """Other categories, such as the format of the citations, are no fields."""
    xml = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info>
    <title>T</title><id>t</id><category citation-format="numeric"/><category field="botany"/><category field="law"/>
    </info><citation><layout><text variable="title"/></layout></citation></style>"""
    assert Style.parse(xml).fields == ("botany", "law")
