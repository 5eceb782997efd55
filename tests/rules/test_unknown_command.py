"""The rule unknown-command."""

from tests.rules.lintcase import messages


def test_accents_and_symbols_are_known() -> None:
    """Commands of TeX and of common packages are not reported."""
    assert messages("TEX221", r"@misc{a, title={\'Etude of $\alpha$ \& \emph{b}}}") == []


def test_the_command_is_named() -> None:
    """The message shows the first unknown one."""
    assert "frobnicate" in messages("TEX221", r"@misc{a, title={On \frobnicate{x}}}")[0]


def test_journal_macros_of_aastex_are_known() -> None:
    """The classes of astronomical journals define them."""
    assert messages("TEX221", r"@article{a, journal={\aap}} @article{b, journal={\foo}}") == [
        "`\\foo` in `journal` is not a common TeX command; write its output instead"
    ]
