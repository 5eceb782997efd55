"""Rules about facts on unstructured references, and cases that they ignore."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.lintcase import TODAY
from tests.rules.prosecase import AUTHORS, TITLES, books, document

from refkit.api import loads
from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.library import Library, merged

BASE = Settings(today=TODAY)


def told(*references: str, settings: Settings = BASE) -> list[tuple[str, str]]:
    """Return the code and marked text of each finding in a list."""
    text = document(*books(6), *references)
    return [(f.code, text[f.span.start : f.span.end]) for f in check(read(text), settings)]


def read(text: str, name: str = "paper.txt") -> Library:
    return loads(text, format="text", name=name)


@pytest.mark.parametrize(
    ("reference", "code", "place"),
    [
        ("Kessel, A. (2012). On wells. Journal of Water, 4(2), 352–253.", "PAG101", "352–253"),
        ("Kessel, A. (2031). On wells. Journal of Water, 4(2), 352–360.", "DAT103", "2031"),
        ("Kessel, A. (2012). On wells. Harbour Press. ISBN 978-3-16-148410-1", "IDS103", "978-3-16-148410-1"),
        ("Kessel, A. (2012). On wells. Journal of Water, 4(2), pp. xx–xx.", "PAG220", "pp. xx–xx"),
        ("Kessel, A. (2012). On wells. Journal of Water, 4(2), 3–9. https://doi.org/10.1234/example",
         "IDS220", "https://doi.org/10.1234/example"),
    ],
)  # fmt: skip
def test_facts_are_looked_at_where_they_stand(reference: str, code: str, place: str) -> None:
    """The finding points into the text."""
    assert told(reference) == [(code, place)]


@pytest.mark.parametrize(
    "reference",
    [
        "Kessel, A. (2012). On wells. Journal of Water, 4(2), 61–9.",
        "Kessel, A., Lind, B., et al. (2012). On wells (3rd ed.). Harbour Press.",
        "KESSEL, A. (2012). On wells & pumps. Journal of Water, vol. 4, no. 2, pp. 61–69.",
        "Kessel, A. (2012). On wells. www.water.org/wells",
        "Ministry of Water and Wells. (2012). On wells. Harbour Press.",
    ],
)
def test_what_is_usual_in_print_is_left_alone(reference: str) -> None:
    """Labels, elided pages, capitals and "et al." are errors in a field but not in a reference."""
    assert told(reference) == []


def test_the_date_of_the_document_is_compared() -> None:
    """The date of the document is compared if it is known."""
    settings = replace(BASE, document_date=datetime.date(2005, 5, 1))
    assert told(settings=settings) == [("DAT226", "2006")]


def test_one_work_twice_in_a_list() -> None:
    """The second reference is reported, and the message gives the line of the first."""
    text = document(*books(6), books(6)[2])
    found = [f.message for f in check(read(text), replace(BASE, select=("DUP",)))]
    assert found == [
        "this reference has the same title and first author as the reference in line 5; keep one entry"
    ]


def test_two_documents_may_cite_one_work() -> None:
    """Two documents, or two chapters with their own lists, may cite the same work."""
    both = merged([read(document(*books(6)), "one.txt"), read(document(*books(6)), "two.txt")])
    assert check(both, replace(BASE, select=("DUP",))) == []


WORDS = st.sampled_from(
    [*AUTHORS, *TITLES, "(2003)", "(Abbott, 2001)", "[3-5]", "[", "(", "\n", "\n\n", "References\n", "2003a", "and",
     "&", "et al.", "Brandt (2002) argues", "1.", "[2]", "%", "\\cite{a}", "—", "é", "\x00", "9" * 40]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60))
def test_any_text_can_be_checked(words: list[str]) -> None:
    """No rule fails on any document, and every finding is inside the document."""
    text = " ".join(words)
    found = check(read(text), BASE)
    assert all(
        0 <= f.span.start <= f.span.end <= len(text) and "bug in refkit" not in f.message
        for f in found
    )
