"""The rule html-in-text."""

import pytest
from tests.rules.lintcase import findings, fixed, messages


def test_inequalities_are_no_tags() -> None:
    """`<` and `&` alone are not HTML."""
    assert messages("TTL223", r"@book{a, title={If $a<b$ \& $b>c$}}") == []


def test_entities_become_characters() -> None:
    """The fix replaces an entity by its character."""
    assert fixed("TTL223", "@book{a, title={Ken&apos;s <i>Dunes</i>}}", unsafe=True) == (
        r"@book{a, title={Ken's \textit{Dunes}}}"
    )


@pytest.mark.parametrize(
    ("html", "tex"),
    [("&amp;amp;", r"\&"), ("&amp;amp;lt;", "$<$"), ("&#36;5", r"\$5"), ("&#92;cmd", r"\textbackslash{}cmd"),
     ("&#126;", r"\textasciitilde{}"), ("&#94;", r"\textasciicircum{}"), ("&#150;", "–"), ("&amp;eacute;", "é")],
)  # fmt: skip
def test_characters_are_written_in_tex(html: str, tex: str) -> None:
    """Characters that are special in TeX or escaped twice are replaced, too."""
    text = f"@book{{a, title={{On {html} again}}}}"
    assert fixed("TTL223", text, unsafe=True) == text.replace(html, tex)


@pytest.mark.parametrize(
    "html", ["&#55296;", "&#123;", "&#125;", "&#173;", "e&#769;", "&#65313;", "&#8491;", "&#xFFFD;",
             "&#xE000;", "&#8205;", "R&amp;dept;", "&copyx;", "&#10;", "&zzzz;"],
)  # fmt: skip
def test_no_fix_is_offered_without_a_certain_character(html: str) -> None:
    """A brace, a surrogate or an invisible character would cause another problem."""
    found = findings("TTL223", f"@book{{a, title={{On {html} again}}}}")
    assert [finding.fix for finding in found] == [None]


@pytest.mark.parametrize(
    ("html", "tex"),
    [(r"\&amp;", r"\&"), (r"{\&}amp;", r"\&"), (r"\&lt;", "$<$"), (r"\&amp;lt;", "$<$"), (r"\&\#8217;", "’"),
     (r"\&\#x2019;", "’"), (r"{\&}ndash;", "–"), (r"\&eacute;", "é")],
)  # fmt: skip
def test_escaped_ampersands_are_part_of_the_entity(html: str, tex: str) -> None:
    """ADS and exporters that escape the ampersand of an entity; the fix leaves no other problem."""
    text = f"@book{{a, title={{On {html} again}}}}"
    assert fixed("TTL223", text, unsafe=True) == text.replace(html, tex)


def test_words_after_an_escaped_ampersand_are_no_entities() -> None:
    assert (
        messages("TTL223", r"@book{a, title={Roe \&Sons; a history}, publisher={AT\&TV; Lind}}")
        == []
    )
