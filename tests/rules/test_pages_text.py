"""The rule pages-text."""

import pytest
from tests.rules.lintcase import fixed, messages


def test_roman_and_article_numbers_are_fine() -> None:
    """Page numbers may contain letters."""
    text = "@book{a, pages={xxiv+497}} @book{b, pages={e1234}} @book{c, pages={S12--S15}} @book{d, pages={P07}}"
    assert messages("PAG220", text) == []


def test_words_for_none_are_found() -> None:
    """Words for a missing value are reported; the field should be omitted."""
    assert messages("PAG220", "@book{a, pages={to appear}}") == [
        "`pages` is `to appear`; omit the field if there are none"
    ]


def test_the_label_goes() -> None:
    """The fix removes the label and keeps the numbers."""
    assert fixed("PAG220", "@book{a, pages={pages 3--4}}", unsafe=True) == "@book{a, pages={3--4}}"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("pp.1-5, pp.8-9", "1-5, 8-9"),
        ("1--5, p. 8", "1--5, 8"),
        ("pp. 1--5; pp. 8--9 and p.~12", "1--5; 8--9 and 12"),
        ("Seiten 3--4 und Seite 9", "3--4 und 9"),
        ("3--4, Seiten 9--10", "3--4, 9--10"),
    ],
)
def test_every_label_goes(pages: str, expected: str) -> None:
    """The labels of all ranges are removed."""
    text = f"@book{{a, pages={{{pages}}}}}"
    assert fixed("PAG220", text, unsafe=True) == f"@book{{a, pages={{{expected}}}}}"
