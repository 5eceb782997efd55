"""Members of lists can be those of an xdata entry (BibLaTeX manual, 3.13.6)."""

from __future__ import annotations

import pytest

import refkit

XDATA = "@xdata{nm-x, author={Ellis, Ellen and Fox, F.}, location={Bonn and Rome}, title={XT}}\n"


@pytest.mark.parametrize(
    ("value", "families"),
    [
        ("Smith, S. and xdata=nm-x-author-1", ["Smith", "Ellis"]),
        ("xdata=nm-x-author-2 and Smith, S.", ["Fox", "Smith"]),
        ("xdata=nm-x-author-2 and xdata = nm-x-author-1", ["Fox", "Ellis"]),
        ("xdata=nm-x-author", ["Ellis", "Fox"]),
        ("xdata=nm-x-author-1", ["Ellis"]),
        ("Smith, S. and xdata=nm-x-author and Roe, R.", ["Smith", "Ellis", "Fox", "Roe"]),
        ("Smith, S. and xdata=nm-x-author-1 and others", ["Smith", "Ellis", ""]),
        ("{The xdata Group} and Smith, S.", ["", "Smith"]),
    ],
)
def test_names_of_xdata_entries_are_inserted(value: str, families: list[str]) -> None:
    library = refkit.loads(XDATA + f"@book{{b, author={{{value}}}, date=2001}}", format="biblatex")
    assert [name.family for name in library[0].author] == families
    assert not library.faults


@pytest.mark.parametrize(
    "reference", ["nm-x-author-3", "nm-x-author-0", "none-author-1", "nm-x-editor-1"]
)
def test_a_reference_without_a_name_is_reported(reference: str) -> None:
    text = f"@book{{b, author={{Smith, S. and xdata={reference}}}, date=2001}}"
    library = refkit.loads(XDATA + text, format="biblatex")
    assert [name.family for name in library[0].author] == ["Smith"]
    assert len(library.faults) == 1


def test_other_fields_are_inserted() -> None:
    """A text as a whole, and a member of a list."""
    text = (
        "@book{b, title={xdata=nm-x-title}, location={Paris and xdata=nm-x-location-2}, date=2001}"
    )
    found = refkit.loads(XDATA + text, format="biblatex")[0]
    assert (found.title, found.publisher_place) == ("XT", "Paris and Rome")
