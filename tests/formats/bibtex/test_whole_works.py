"""A whole work is not a chapter of itself, and a main title is the title of the whole work."""

from __future__ import annotations

import pytest

import refkit

CHILD = "@inproceedings{c, title={A Talk}, crossref={p}, pages={1--5}}\n"


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("kind", ["proceedings", "book", "collection"])
def test_the_booktitle_of_a_whole_is_for_its_children(kind: str, dialect: str) -> None:
    """BibTeX's idiom for parents of crossref (btxdoc, "Cross references")."""
    parent = f"@{kind}{{p, title={{Big Meeting}}, booktitle={{Proc. Big Meeting}}, editor={{Lee, Bob}}, year=2001}}\n"
    library = refkit.loads(CHILD + parent, format=dialect)
    whole, child = library["p"], library["c"]
    assert (whole.title, "container-title" in whole.text) == ("Big Meeting", False)
    assert whole.custom == {"booktitle": "Proc. Big Meeting"}
    inherits_title = dialect == "biblatex" and kind == "proceedings"
    inherited = "Big Meeting" if inherits_title else "Proc. Big Meeting"
    assert child.text["container-title"] == inherited
    assert " In " not in refkit.format([whole])


def test_a_whole_without_a_title_has_its_booktitle() -> None:
    library = refkit.loads("@proceedings{p, booktitle={Big Meeting}, year=2001}")
    assert (library[0].title, library[0].custom) == ("Big Meeting", {})


def test_the_booktitle_of_a_whole_is_written_back() -> None:
    text = "@book{p,\n  title = {One},\n  booktitle = {Two},\n}\n"
    assert refkit.dumps(refkit.loads(text)) == text


def test_a_chapter_keeps_its_booktitle() -> None:
    assert refkit.loads("@incollection{c, title={T}, booktitle={B}}")[0].container_title == "B"


@pytest.mark.parametrize("kind", ["inbook", "incollection", "inproceedings", "suppbook"])
def test_a_main_title_without_a_booktitle_is_the_container(kind: str) -> None:
    """As for a part of a work in several volumes that have no titles."""
    text = f"@{kind}{{i, maintitle={{Works}}, mainsubtitle={{All}}, title={{Part}}, volume=3}}"
    found = refkit.loads(text, format="biblatex")[0]
    assert (found.container_title, "volume-title" in found.text) == ("Works: All", False)


def test_a_part_inherits_the_main_title_of_a_multivolume_work() -> None:
    text = "@inbook{i, crossref={mv}, title={Part}}\n@mvbook{mv, title={Whole Works}, date={1970}}"
    assert refkit.loads(text, format="biblatex")["i"].container_title == "Whole Works"


def test_an_old_name_of_the_original_date_is_read() -> None:
    found = refkit.loads("@book{a, title={T}, origyear={1900}, year=1990}")[0]
    assert found.dates["original-date"].year == 1900
    both = refkit.loads("@book{a, title={T}, origyear={1900}, origdate={1901}}", format="biblatex")[
        0
    ]
    assert both.dates["original-date"].year == 1901


def test_a_work_with_its_own_title_as_booktitle_is_not_in_itself() -> None:
    """A part with pages may have the title of its book."""
    alone = refkit.loads("@unpublished{a, title={{One} Title}, booktitle={One title}, year=2001}")[
        0
    ]
    story = refkit.loads("@incollection{a, title={One}, booktitle={One}, pages={1--9}}")[0]
    assert ("container-title" in alone.text, story.container_title) == (False, "One")
