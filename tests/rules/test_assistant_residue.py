"""The rule assistant-residue."""

from tests.rules.lintcase import messages


def test_works_about_assistants_are_fine() -> None:
    """A title about ChatGPT is not reported."""
    assert messages("SIG221", "@book{a, title={Turning to ChatGPT: Citations Verified}}") == []


def test_marks_of_searches_are_found() -> None:
    """The message shows the mark."""
    assert "`citeturn0search3`" in messages("SIG221", "@book{a, note={see citeturn0search3}}")[0]


def test_abstracts_are_left_alone() -> None:
    """The abstract of a work about prompts may quote the marks."""
    assert (
        messages("SIG221", "@book{a, abstract={We strip utm_source=chatgpt.com from links}}") == []
    )
