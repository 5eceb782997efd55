"""The rule placeholder-text."""

import pytest
from tests.rules.lintcase import asked, messages, quoted

from refkit import formats
from refkit.lint.engine import check
from refkit.model.source import Source


@pytest.mark.parametrize(
    "field",
    [
        "title={[Title of the article]}", "journal={[Journal Name]}", "journal={<Journal>}",
        "title={Insert title here}", "title={Your title here}", "journal={Journal of XXX}", "title={[Insert title]}",
        "title={Lorem ipsum dolor sit amet}", "title={Title of the Paper}", "title={{[Book Title]}}", "year={20XX}",
        "year={19XX}", "date={20XX}", "date={19xx}",
        "year={[Year]}", "pages={[Page numbers]}", "url={[URL]}", "volume={[Volume number]}", "publisher={[Publisher]}",
        "title={[Add the full title of the chapter]}", "journal={Name of the Journal}", "doi={[DOI]}",
        "pages={xxx--xxx}", "address={[City]}", "year={YYYY}", "title={Sample title}",
        "booktitle={[Name of the Conference]}",
    ],
)  # fmt: skip
def test_requested_values_are_found(field: str) -> None:
    """Requests in brackets and the words of templates are reported as a whole."""
    assert quoted("SIG224", f"@misc{{a, {field}}}") == [field.partition("=")[2][1:-1]]


def test_requests_inside_a_value_are_found() -> None:
    """The message names only the request."""
    text = "@misc{a, title={Tides of [insert place here]}}"
    assert messages("SIG224", text)[0].startswith("`[insert place here]` in `title`")


def test_other_formats_are_checked() -> None:
    """A placeholder in CSL-JSON is reported at its value."""
    text = '[{"id": "a", "type": "article-journal", "container-title": "[Journal Name]"}]'
    found = check(formats.read(Source(text, "x.json")), asked("SIG224"))
    assert [text[f.span.start : f.span.end] for f in found] == ["[Journal Name]"]


@pytest.mark.parametrize(
    "field",
    [
        "title={[Untitled]}", "title={[Review of the book Tides, by A. Roe]}", "title={The Title}", "title={Titles}",
        "journal={Nature}", "journal={The Author}", "title={Paper}", "title={Publishing a Journal Article}",
        "title={The Book of Names}", "title={[Letter to the editor]}", "publisher={The Book Publisher}",
        "title={<i>Rana</i> in spring}", "title={Name and Number}", "title={Title IX}", "title={Year One}",
        "title={What is an Author?}", "title={The Name of the Rose}", "address={[Paris]}", "note={[Online]}",
        "url={https://a.net/[title]}", "title={On the Journal of the Society [in Russian]}", "title={First Name}",
        "date={19XX}", "date={199X}", "date={18XX}", "origdate={19XX}", "year={199X}",
    ],
)  # fmt: skip
def test_real_titles_are_fine(field: str) -> None:
    """Works about books and journals, supplied titles and markup are not reported."""
    assert messages("SIG224", f"@misc{{a, {field}}}") == []


@pytest.mark.parametrize(
    "note", ["TODO check", "TODO: pages", "FIXME: find the publisher", "TBD: year"]
)
def test_reminders_are_found(note: str) -> None:
    """The writer meant to look something up."""
    assert len(messages("SIG224", f"@misc{{a, title={{Bees}}, note={{{note}}}}}")) == 1


@pytest.mark.parametrize(
    "title", ["Todo sobre mi madre", "TODO LO QUE SE", "TODO Comments in Source Code"]
)
def test_titles_that_begin_like_reminders_pass(title: str) -> None:
    """`todo` is a Spanish word, and works are about such comments."""
    assert messages("SIG224", f"@misc{{a, title={{{title}}}}}") == []
