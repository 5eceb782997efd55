"""The rule missing-for-style."""

from tests.rules.lintcase import messages, options


def test_without_a_style_nothing_is_asked() -> None:
    """The rule needs a style."""
    assert messages("REQ220", "@article{a, title={T}}") == []


def test_fields_are_named_as_in_the_file() -> None:
    """CSL's words are translated into fields."""
    text = "@book{a, author={Reed, M.}, title={Salt}, year={2015}}"
    assert messages("REQ220", text, options("style=apa")) == [
        "`a` has no `publisher`, which style `apa` prints; add it"
    ]


def test_editors_do_for_authors() -> None:
    """A collection has an editor."""
    text = "@book{a, editor={Reed, M.}, title={Salt}, publisher={Sea}, year={2015}}"
    assert messages("REQ220", text, options("style=apa")) == []


def test_the_styles_differ() -> None:
    """A style that prints no issue does not ask for one."""
    text = "@article{a, author={Reed, M.}, title={Salt}, journal={Sea}, year={2015}, volume={1}, pages={3}}"
    assert messages("REQ220", text, options("style=nature")) == []
    assert messages("REQ220", text, options("style=apa"))
