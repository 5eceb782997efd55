"""The rule missing-for-style."""

from tests.rules.lintcase import messages, options


def test_without_a_style_nothing_is_asked() -> None:
    """The rule needs a style."""
    assert messages("REQ220", "@article{a, title={T}}") == []


def test_fields_are_named_as_in_the_file() -> None:
    """CSL variables are given as BibTeX fields."""
    text = "@book{a, author={Reed, M.}, title={Salt}, year={2015}}"
    assert messages("REQ220", text, options("style=apa")) == [
        "`a` has no `publisher`, which style `apa` prints; add it"
    ]


def test_editors_do_for_authors() -> None:
    """The editor of a collection can replace the author."""
    text = "@book{a, editor={Reed, M.}, title={Salt}, publisher={Sea}, year={2015}}"
    assert messages("REQ220", text, options("style=apa")) == []


def test_the_styles_differ() -> None:
    """A style that does not use the issue does not require it."""
    text = "@article{a, author={Reed, M.}, title={Salt}, journal={Sea}, year={2015}, volume={1}, pages={3}}"
    assert messages("REQ220", text, options("style=nature")) == []
    assert messages("REQ220", text, options("style=apa"))
