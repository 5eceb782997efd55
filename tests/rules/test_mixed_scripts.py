"""The rule mixed-scripts."""

import pytest
from tests.rules.lintcase import fixed, quoted


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Br\u0430ndt", "Brandt"),  # Cyrillic а
        ("\u0421arter", "Carter"),  # Cyrillic С
        ("\u041eperation", "Operation"),  # Cyrillic О
        ("\u039fperation", "Operation"),  # Greek Ο
        ("\u0391nalysis", "Analysis"),  # Greek Α
        ("m\u03bfdel", "model"),  # Greek ο
        (
            "\u0418\u0432\u0430\u043do\u0432",
            "\u0418\u0432\u0430\u043d\u043e\u0432",
        ),  # Latin o in Иванов
        (
            "C\u0435\u0440\u0433\u0435\u0439",
            "\u0421\u0435\u0440\u0433\u0435\u0439",
        ),  # Latin C in Сергей
    ],
)
def test_lookalikes_are_found_and_replaced(written: str, right: str) -> None:
    """The letters of the other script are replaced, in Latin and in Cyrillic words."""
    text = f"@misc{{a, title={{The {written}}}}}"
    assert quoted("TEX231", text) == [written]
    assert fixed("TEX231", text, unsafe=True) == f"@misc{{a, title={{The {right}}}}}"


def test_a_short_word_has_the_script_of_the_title() -> None:
    """Half of the letters of "Cо" are Latin, but the title is Russian."""
    assert fixed("TEX231", "@misc{a, title={Cо всех сторон}}", unsafe=True) == (
        "@misc{a, title={Со всех сторон}}"
    )


@pytest.mark.parametrize(
    "title",
    [
        "TGFβ and NFκB",
        "IFNγ",
        "5 μm",
        "IT-технологии",
        "Δt and νMSSM",
        "SQLзапрос",
        "Иванов and Ivanov",
        "ΛCDM",
        "кВт",
    ],
)
def test_symbols_and_two_languages_are_fine(title: str) -> None:
    """Greek symbols, compounds of two scripts and words that no letter explains are not reported."""
    assert quoted("TEX231", f"@misc{{a, title={{{title}}}}}") == []
