"""The rule unknown-command."""

from tests.rules.lintcase import messages


def test_accents_and_symbols_are_known() -> None:
    """Commands of TeX and of common packages are not reported."""
    assert messages("TEX221", r"@misc{a, title={\'Etude of $\alpha$ \& \emph{b}}}") == []


def test_the_command_is_named() -> None:
    """The message shows the first unknown one."""
    assert "frobnicate" in messages("TEX221", r"@misc{a, title={On \frobnicate{x}}}")[0]
