"""The variables that a style uses for each item type."""

from refkit.csl import Style
from refkit.csl.printed import printed_variables

HEAD = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
<macro name="place"><text variable="publisher-place"/></macro>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout>"""
TAIL = "</layout></bibliography></style>"


def printed(body: str, kind: str) -> set[str]:
    return set(printed_variables(Style.parse(HEAD + body + TAIL).tree, kind))


def test_a_test_of_the_type_is_decided() -> None:
    """Only the branch of the type counts; for other types, the last branch counts."""
    body = (
        '<choose><if type="book"><text macro="place"/></if>'
        '<else-if type="thesis"><text variable="genre"/></else-if><else><text variable="page"/></else></choose>'
    )
    assert printed(body, "book") == {"publisher-place"}
    assert printed(body, "thesis") == {"genre"}
    assert printed(body, "report") == {"page"}


def test_other_tests_leave_all_branches_open() -> None:
    """It is not known in advance whether an item has a DOI."""
    body = '<choose><if variable="DOI"><text variable="DOI"/></if><else><text variable="URL"/></else></choose>'
    assert printed(body, "book") == {"DOI", "URL"}


def test_no_type_of_several() -> None:
    """match="none" is true for all types except those listed."""
    body = '<choose><if type="book thesis" match="none"><text variable="page"/></if></choose>'
    assert printed(body, "book") == set()
    assert printed(body, "report") == {"page"}


def test_substitutes_are_not_asked_for() -> None:
    """A title that replaces a missing author does not count as used."""
    body = '<names variable="author"><substitute><text variable="title"/></substitute></names>'
    assert printed(body, "book") == {"author"}


def test_apa_asks_for_the_pages_of_articles_and_the_publisher_of_books() -> None:
    """The variables of a real style are found."""
    apa = Style.load("apa").tree
    assert {"volume", "issue", "page", "container-title"} <= printed_variables(
        apa, "article-journal"
    )
    assert "publisher" in printed_variables(apa, "book")


def test_one_of_several_tests() -> None:
    """match="any" with a variable leaves both branches open, unless the type decides."""
    body = (
        '<choose><if type="book" variable="DOI" match="any"><text variable="page"/></if>'
        '<else><text variable="genre"/></else></choose>'
    )
    assert printed(body, "book") == {"page"}
    assert printed(body, "report") == {"page", "genre"}


def test_all_of_several_tests() -> None:
    """The branch of another type is never rendered, whatever its variables."""
    body = (
        '<choose><if type="book" variable="DOI" match="all"><text variable="page"/></if>'
        '<else><text variable="genre"/></else></choose>'
    )
    assert printed(body, "book") == {"page", "genre"}
    assert printed(body, "report") == {"genre"}


def test_none_of_several_tests() -> None:
    """A type that is excluded decides; a variable does not."""
    body = (
        '<choose><if type="book" variable="DOI" match="none"><text variable="page"/></if>'
        '<else><text variable="genre"/></else></choose>'
    )
    assert printed(body, "book") == {"genre"}
    assert printed(body, "report") == {"page", "genre"}
