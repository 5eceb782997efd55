"""The rule name-written-two-ways."""

import pytest
from tests.rules.lintcase import marked, quoted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("García, Ana", "Garcia, Ana"), ("Müller, Jörg", "Mueller, Joerg"), ("Müller, Jörg", "Muller, Jorg"),
        (r"M{\"u}ller, J{\"o}rg", "Muller, Jorg"), ("Jörg Müller", "Muller, Jorg"), ("Wałęsa, Lech", "Walesa, Lech"),
        ("Højgaard, Ole", "Hojgaard, Ole"), ("Şahin, Uğur", "Sahin, Ugur"),
    ],
)  # fmt: skip
def test_the_form_without_accents_is_found(one: str, other: str) -> None:
    """Accents may be lost, or replaced by two letters."""
    text = f"@misc{{a, author={{{one}}}}} @misc{{b, author={{Roe, Cy and {other}}}}}"
    assert quoted("NAM243", text) == [other]


@pytest.mark.parametrize(
    ("one", "other"),
    [("García, Ana", "García, Ana"), ("García, A.", "Garcia, A."), ("García, Ana", "Garcia, Anna"), ("Li, Ái",
     "Li, Ai"),
     ("García, Ana", "{Garcia, Ana}")],
)  # fmt: skip
def test_other_people_are_fine(one: str, other: str) -> None:
    """Initials and other given names may belong to two people."""
    assert quoted("NAM243", f"@misc{{a, author={{{one}}}}} @misc{{b, author={{{other}}}}}") == []


def test_each_form_is_reported_once() -> None:
    """Only the first use of the form without accents is reported."""
    text = "@misc{a, author={García, Ana}} @misc{b, author={Garcia, Ana}} @misc{c, author={Garcia, Ana}}"
    assert len(quoted("NAM243", text)) == 1


def test_records_of_other_formats_are_compared() -> None:
    """The rule reads the names of items, and marks the one in the list."""
    one, two = '{"family": "Muller", "given": "Jorg"}', '{"family": "Müller", "given": "Jörg"}'
    text = f'[{{"id": "a", "type": "book", "author": [{two}]}}, {{"id": "b", "type": "book", "author": [{one}]}}]'
    assert marked("NAM243", text, "csl-json") == [one]
