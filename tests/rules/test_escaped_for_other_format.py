"""The rule escaped-for-other-format."""

import pytest
from tests.rules.lintcase import fixed, messages


@pytest.mark.parametrize(
    "written", ["M\\u00fcller", "Mu00fcller", "M=C3=BCller", "M%C3%BCller", "M\\xc3\\xbcller"]
)
def test_escapes_become_characters(written: str) -> None:
    """JSON, quoted-printable, URLs and Python are recognized."""
    text = f"@misc{{a, author={{{written}, Max}}}}"
    assert fixed("TEX233", text, unsafe=True) == "@misc{a, author={Müller, Max}}"


@pytest.mark.parametrize(
    "title",
    ["Kulu0 and u00", "100% CO2", "x=C3", "E=MC2", "\\u{a}", "\\u00", "Menu 00fc", "https://a.org/%C3%BC",
     "50%C3 plants"],
)  # fmt: skip
def test_formulas_and_links_are_fine(title: str) -> None:
    """Formulas, percentages and addresses are not reported."""
    assert messages("TEX233", f"@misc{{a, title={{{title}}}}}") == []
