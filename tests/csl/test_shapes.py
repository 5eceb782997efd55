"""Items of one type with the same variables: what the first one does not show, later ones may show."""

from __future__ import annotations

import pytest
from tests.csl.documents import Record, citing, listing, style

from refkit.csl import Cite, Cluster, Processor
from refkit.csl.context import shape_of
from refkit.model.item import Item

DATE = '<date variable="issued"><date-part name="month" form="numeric"/></date>'
UNCERTAIN = '<choose><if is-uncertain-date="issued"><text value="about"/></if></choose>'
NUMERIC = '<choose><if is-numeric="volume"><text value="vol."/></if></choose>'
LOCATOR = '<group><text value="at "/><text variable="locator"/></group>'
HAS_LOCATOR = '<choose><if variable="locator"><text value="located"/></if></choose>'
LATER = '<choose><if position="subsequent"><text value="again"/></if></choose>'
NO_NAMES = (
    '<names variable="author"><name et-al-min="2" et-al-use-first="0"/><et-al term="nil"/></names>'
)
SUBSTITUTE = """<names variable="author"><substitute><names variable="editor"/>
    <text variable="publisher"/></substitute></names><group delimiter=" ">
    <text value="by"/><text variable="publisher"/></group>"""
BY_VOLUME = """<group delimiter=", "><names variable="author"><substitute>
    <choose><if is-numeric="volume"><names variable="editor"/></if></choose><text variable="publisher"/>
    </substitute></names><names variable="editor"/></group>"""
DOE, ROE = {"literal": "Doe"}, {"literal": "Roe"}
EDITED: Record = {"editor": [DOE], "publisher": "P"}


@pytest.mark.parametrize(
    ("body", "first", "second", "expected"),
    [
        (DATE, {"issued": {"date-parts": [[2000]]}}, {"issued": {"date-parts": [[2000, 5]]}}, "5"),
        (UNCERTAIN, {"issued": {"raw": "2000"}}, {"issued": {"raw": "2000", "circa": 1}}, "about"),
        (NUMERIC, {"volume": "last"}, {"volume": "3"}, "vol."),
        (BY_VOLUME, {"volume": "3"} | EDITED, {"volume": "last"} | EDITED, "P, Doe"),
        (BY_VOLUME, {"volume": "last"} | EDITED, {"volume": "3"} | EDITED, "Doe"),
        ('<text variable="title"/>', {"title": ""}, {"title": "T"}, "T"),
        (NO_NAMES, {"author": [DOE, ROE]}, {"author": [DOE]}, "Doe"),
        (SUBSTITUTE, {"editor": [DOE], "publisher": "P"}, {"publisher": "P"}, "P"),
        (SUBSTITUTE, {"publisher": "P"}, {"editor": [DOE], "publisher": "P"}, "Doeby P"),
        (SUBSTITUTE, {"editor": [], "publisher": "P"}, {"editor": [DOE], "publisher": "P"}, "Doeby P"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "<group>{}</group>", "{0}<group>{0}</group>"])
def test_an_item_shows_what_another_one_of_its_kind_does_not(
    body: str, first: Record, second: Record, expected: str, around: str
) -> None:
    """Elements that rendered nothing for the first item are rendered again if the values of the second one matter."""
    entries = style(citing(), listing(around.format(body)))
    records: list[Record] = [
        {"id": str(at), "type": "book", **one} for at, one in enumerate((first, second))
    ]
    both, alone = (Processor(entries, some, output="text") for some in (records, records[1:]))
    for document in (both, alone):
        document.nocite(["0", "1"])
    assert both.bibliography().entries[-1].startswith(expected)
    assert both.bibliography().entries[-1] == alone.bibliography().entries[-1]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (LOCATOR, ("", "", "", "at 5", "", "")),
        (HAS_LOCATOR, ("", "", "", "located", "", "")),
        (LATER, ("", "", "again", "again", "again", "again")),
        (LATER.replace("subsequent", "ibid"), ("", "", "", "again", "", "again")),
    ],
)
def test_a_cite_shows_what_another_one_of_its_item_does_not(
    body: str, expected: tuple[str, ...]
) -> None:
    cites = Cite("a"), Cite("b"), Cite("a"), Cite("a", "5"), Cite("a"), Cite("a")
    around = style(citing(body=f'<text value="x"/><group>{body}</group>', layout=" "))
    records: list[Record] = [{"id": id_, "type": "book"} for id_ in "ab"]
    document = Processor(around, records, output="text")
    assert document.render([Cluster([cite]) for cite in cites]).citations == tuple(
        f"x{text}" for text in expected
    )


def test_variables_without_a_value_are_not_part_of_a_shape() -> None:
    assert shape_of(Item("a", names={"author": ()}, text={"title": ""})) == shape_of(Item("b"))


def test_a_year_suffix_is_shown_where_the_first_item_has_none() -> None:
    """The suffix and the condition belong to the cite, not to the variables of its item."""
    body = f"""{LATER}<names variable="author"/><choose><if disambiguate="true"><text variable="title"/></if></choose>
        <choose><if variable="year-suffix"><text variable="year-suffix" prefix="-"/></if></choose>"""
    found = style(citing('disambiguate-add-year-suffix="true"', " ", body))
    people = (("a", "Poe"), ("b", "Doe"), ("c", "Doe"))
    records: list[Record] = [
        {"id": id_, "type": "book", "title": "T", "author": [{"literal": name}]}
        for id_, name in people
    ]
    document = Processor(found, records, output="text")
    assert document.render([Cluster([id_]) for id_, _ in people]).citations == (
        "Poe",
        "Doe-a",
        "Doe-b",
    )


def test_a_bibliography_keeps_no_cites_for_citations() -> None:
    """Ten thousand entries without citations would keep ten thousand trees."""
    records = [{"id": "a", "type": "book", "title": "Tides"}]
    one_title = citing('disambiguate-add-year-suffix="true"', "", '<text variable="title"/>')
    document = Processor(style(one_title, listing("")), records)
    document.nocite(["a"])
    assert document._registry.base_node("a") is None
    cited = Processor(style(one_title, listing("")), records)
    assert cited.cite(Cluster([Cite("a")])) == document.cite(Cluster([Cite("a")]))
    assert cited._registry.base_node("a") is not None
