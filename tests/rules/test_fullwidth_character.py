"""The rule fullwidth-character."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


def test_east_asian_text_is_fine() -> None:
    """Fullwidth characters are usual in Chinese text."""
    assert messages("TEX224", "@misc{a, title={沙丘（第１部）}, pages={１（２）}}") == []


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("{Ｄunes ５％}", r"{Dunes 5\%}"),
        ("{Ｒ＆Ｄ ＃１}", r"{R\&D \#1}"),
        ("{ａ｛ｂ}", r"{a{\textbraceleft}b}"),
        ('"ａ＂ｂ"', '"a{"}b"'),
        ("{＠ home}", "{@ home}"),
    ],
)
def test_commands_and_delimiters_are_escaped(value: str, written: str) -> None:
    """The fix does not start a comment with a percent sign or end a value with a quotation mark."""
    fixed_text = fixed("TEX224", f"@misc{{a, title={value}}}", unsafe=True)
    assert fixed_text == f"@misc{{a, title={written}}}"


def test_addresses_are_not_escaped() -> None:
    """The URL is not escaped, because BibLaTeX reads it verbatim."""
    assert (
        fixed("TEX224", "@misc{a, url={http://a.b/ｘ％２０}}", unsafe=True)
        == "@misc{a, url={http://a.b/x%20}}"
    )


def test_each_run_is_pointed_at() -> None:
    """A run of fullwidth characters causes one finding."""
    assert quoted("TEX224", "@misc{a, title={Ｄｕｎｅｓ and\n Ｓand}}") == ["Ｄｕｎｅｓ", "Ｓ"]


@pytest.mark.parametrize(
    ("language", "count"),
    [
        ("langid={chinese}", 0),
        ("language={Japanese}", 0),
        ("language={ko-KR}", 0),
        ("hyphenation={chinese-traditional}", 0),
        ("langid={english}", 1),
        ("language={Javanese}", 1),
    ],
)
def test_the_language_of_the_entry_counts(language: str, count: int) -> None:
    """An entry in Chinese may have no Chinese character beside its punctuation."""
    assert len(messages("TEX224", f"@article{{a, pages={{20-25；26-30}}, {language}}}")) == count
