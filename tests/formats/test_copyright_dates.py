"""Catalogs write the year of a copyright as `c1993`, which is not an approximate year."""

import pytest

import refkit

MARC = (
    '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>'
    '<datafield tag="245" ind1="0" ind2="0"><subfield code="a">Salt</subfield></datafield>'
    '<datafield tag="260" ind1=" " ind2=" "><subfield code="c">{}</subfield></datafield></record>'
)
MODS = (
    '<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>Salt</title></titleInfo>'
    "<originInfo><dateIssued>{}</dateIssued></originInfo></mods>"
)


@pytest.mark.parametrize(("name", "form"), [("marcxml", MARC), ("mods", MODS)])
@pytest.mark.parametrize(
    ("written", "date"), [("c1993.", "1993"), ("©1993", "1993"), ("ca. 1993", "1993~")]
)
def test_the_sign_of_copyright_is_not_about(name: str, form: str, written: str, date: str) -> None:
    """But `ca.` is."""
    assert str(refkit.loads(form.format(written), format=name)[0].issued) == date
