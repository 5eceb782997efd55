"""citeproc-py as an alternative engine."""

from pathlib import Path

import pytest

from refkit.csl.cite import Cite, Cluster
from refkit.csl.peer import PeerError, render
from refkit.errors import UnknownChoice
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

STONE = Item(
    "stone2001",
    "book",
    {"author": (Name("Stone", "Ida"),)},
    {"issued": Date(start=DatePoint(2001))},
    {"title": "On Tides", "publisher": "A Press"},
    {"shelf": "7"},
)
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>t</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout>{}</layout></citation></style>"""


def test_citations_and_bibliography_are_rendered() -> None:
    """Fields that are not part of CSL cause no error."""
    cited = Cluster((Cite("stone2001", "3", "page"),))
    assert render({"stone2001": STONE}, [cited], ["stone2001"], "apa") == (
        ["(Stone, 2001, p. 3)"], ["Stone, I. (2001). On Tides. A Press."], [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("stone2001"), "(Stone, 2001)"),
        (Cite("stone2001", "3"), "(Stone, 2001, p. 3)"),
        (Cite("stone2001", prefix="see "), "(see Stone, 2001)"),
        (Cite("stone2001", suffix=", passim"), "(Stone, 2001, passim)"),
    ],
)
def test_locators_and_affixes_are_passed_on(cite: Cite, expected: str) -> None:
    """A locator without a label is a page."""
    assert render({"stone2001": STONE}, [Cluster((cite,))], [], "apa")[0] == [expected]


def test_its_failure_is_one_clear_message(tmp_path: Path) -> None:
    """Whatever it raises, the message names the engine and the style."""
    own = tmp_path / "own.csl"
    own.write_text(STYLE.format('<text macro="none"/>'))
    with pytest.raises(PeerError, match=r"citeproc-py failed in style `.*own\.csl`"):
        render({"stone2001": STONE}, [Cluster((Cite("stone2001"),))], [], str(own))


def test_style_with_an_entity_is_refused(tmp_path: Path) -> None:
    """The entity could refer to another file."""
    style = tmp_path / "x.csl"
    style.write_text("<!DOCTYPE style [<!ENTITY s SYSTEM 'secret.txt'>]><style>&s;</style>")
    with pytest.raises(PeerError, match="XmlError"):
        render({"stone2001": STONE}, [], ["stone2001"], str(style))


def test_an_output_that_it_cannot_write_is_told() -> None:
    """The engine supports three output formats."""
    with pytest.raises(UnknownChoice, match="html, rst, text"):
        render({"stone2001": STONE}, [], ["stone2001"], "apa", "typst")
