"""The rule not-ascii."""

from tests.rules.lintcase import messages

from refkit.lint.settings import Settings


def test_biber_reads_utf8() -> None:
    """In a BibLaTeX file, all letters are allowed."""
    assert messages("TEX222", "@misc{a, author={Müller}}", Settings(dialect="biblatex")) == []


def test_unprinted_fields_do_not_matter() -> None:
    """An abstract is not reported, because it is not used for sorting."""
    assert messages("TEX222", "@misc{a, abstract={Dünen}}") == []
