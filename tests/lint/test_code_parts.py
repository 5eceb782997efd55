"""URLs, labels, mathematics and alignments are not treated as text."""

import pytest
from tests.rules.lintcase import fixed, messages

CODE = [
    r"\url{http://a.b/?x=1&amp;y_2}", r"\path{a_b&amp;c}", r"\index{a_b&amp;c}", r"\label{a_b&amp;c}",
    r"\ref{a_b&amp;c}", r"\autoref{a_b&amp;c}", r"\cite{a_b&amp;c}", r"\citep[see][p. 1]{a_b&amp;c}",
    r"\textcite{a_b&amp;c}", r"\verb|a_b&amp;c|", r"\url|a_b&amp;c|",
    r"\SI{5}{\kilo\gram_x}", r"\qty[x_y]{5}{m_e}", "$a_b &amp; c$", r"\(a_b &amp; c\)", r"\[a_b &amp; c\]",
    r"\begin{tabular}{cc} a & b &amp; c_d \end{tabular}", r"\begin{align*} a &= b &amp; c_d \end{align*}",
    r"$\begin{matrix} a & b_2 \end{matrix}$", r"\ensuremath{a_{b_c} &amp; d}", r"\ce{H_2O &amp; x}",
    r"\href{http://a.b/?x=1&amp;y_2}{there}", r"\begin{array}{c} a & b",
]  # fmt: skip


@pytest.mark.parametrize("code", CODE)
def test_nothing_in_code_is_replaced(code: str) -> None:
    """No fix for text changes code."""
    text = f"@misc{{a, title={{On {code} again}}}}"
    assert fixed(("TEX220", "TTL223", "TEX227"), text, unsafe=True) == text


@pytest.mark.parametrize("code", [code.replace("&amp;", "+") for code in CODE])
def test_special_characters_of_code_are_not_reported(code: str) -> None:
    assert messages("TEX220", f"@misc{{a, title={{On {code} again}}}}") == []


def test_the_text_after_code_is_text() -> None:
    """Text includes the second argument of `href` and words that begin like commands."""
    text = r"@misc{a, title={\href{http://a_b}{c_d} \$5 & \$6, \cited & \begin{quote} e_f \end{quote}}}"
    after = text.replace("c_d", r"c\_d").replace(" &", r" \&").replace("e_f", r"e\_f")
    assert fixed("TEX220", text, unsafe=True) == after


@pytest.mark.parametrize(
    ("code", "title"),
    [("TEX224", r"\url{http://ａ.b}"), ("TEX225", r"\url{http://a/Ã¶}"), ("TEX227", r'\url{http://a/"b"}'),
     ("TTL226", r"\index{NaCl}"), ("TTL226", r"\verb|NaCl|")],
)  # fmt: skip
def test_other_rules_leave_code_alone(code: str, title: str) -> None:
    text = f"@misc{{a, title={{On {title} again}}}}"
    assert fixed(code, text, unsafe=True) == text
