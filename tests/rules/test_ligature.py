"""The rule ligature."""

from tests.rules.lintcase import fixed, quoted


def test_each_ligature_is_found_and_replaced() -> None:
    """The letters of every Latin ligature replace it, in all fields."""
    text = "@misc{a, author={Ho\ufb00, \ufb01n}, title={\ufb02ow e\ufb03cient ba\ufb04e \ufb05ar fa\ufb06}}"
    right = "@misc{a, author={Hoff, fin}, title={flow efficient baffle star fast}}"
    assert fixed("TEX229", text, unsafe=True) == right


def test_the_word_is_marked() -> None:
    """The word shows which ligature is meant."""
    assert quoted("TEX229", "@misc{a, title={An e\ufb03cient {H}arbour}}") == ["e\ufb03cient"]


def test_other_characters_are_fine() -> None:
    """Letters such as æ and the Armenian ligatures of the same block are not reported."""
    assert quoted("TEX229", "@misc{a, title={Æther, œuvre, \ufb13, ĳ}, abstract={\ufb01}}") == []
