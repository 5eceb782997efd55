"""The rule undefined-string."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_months_are_defined_by_styles() -> None:
    """`jan` requires no @string."""
    assert messages("REF223", "@misc{a, month=jan}") == []


def test_the_name_is_pointed_at() -> None:
    """In a joined value, the finding marks only the macro."""
    assert quoted("REF223", '@misc{a, journal = dunesj # " B"}') == ["dunesj"]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("@misc{a, series=lncs}@misc{b, series=lncs}", "name the file that defines it"),
        ("@misc{a, series=lncs}", "define it with @string above"),
        (
            '@string{x="X"}@misc{a, series=lncs}@misc{b, series=lncs}',
            "define it with @string above",
        ),
    ],
)
def test_a_repeated_macro_of_a_file_without_definitions(text: str, advice: str) -> None:
    """It is defined in another file; a single use may be a word without braces."""
    assert messages("REF223", text)[0].partition("; ")[2].startswith(advice)


def test_a_definition_does_not_define_itself() -> None:
    """The macro is not defined in its own value."""
    assert quoted("REF223", '@string{c = c # "x"} @misc{a, note=c}') == ["c"]
    assert quoted("REF223", '@string{c = "y"} @string{c = c # "x"} @misc{a, note=c}') == []
