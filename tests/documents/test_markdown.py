"""Markdown: one line per paragraph or item, without markup."""

import pytest
from tests.documents.reading import document, entries, headings, lines, written


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A *b* **c** _d_ __e__ ***f***", "A b c d e f"),
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
        (r"\*a\* \[1\] 10\.", "*a* [1] 10."),
        ("J&uuml;rgen &amp; Co &lt;x&gt;", "Jürgen & Co <x>"),
        ("`code` and ~~old~~", "code and old"),
        (
            "<https://example.org/a_b_c> <me@example.org>",
            "https://example.org/a_b_c me@example.org",
        ),
        ("https://example.org/*a*_b_ end", "https://example.org/*a*_b_ end"),
        ("x<sup>2</sup> <!-- no --> y", "x2 y"),
        ("Said[^3] so", "Said so"),
        ("[Title]{.smallcaps} A", "[Title] A"),
        ("![picture](a.png) A", "A"),
    ],
)
def test_markup_is_removed(text: str, shown: str) -> None:
    """Markup that only affects the appearance is removed."""
    assert lines(text, "markdown") == [shown]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A. [Title](https://example.org/x). 2001.", "A. Title. 2001. https://example.org/x"),
        ("A. [https://example.org/x](https://example.org/x)", "A. https://example.org/x"),
        ("A. [T](https://example.org). doi:10.1234/b", "A. T. doi:10.1234/b"),
        ('A. [T](https://doi.org/10.1234/b "to") 2001', "A. T 2001 https://doi.org/10.1234/b"),
        ("A. [T](#sec) [U](notes.md)", "A. T U"),
        ("A. 2001. [[CrossRef](https://doi.org/10.1234/b)]", "A. 2001. https://doi.org/10.1234/b"),
        ("A. [Google Scholar](https://scholar.google.com/a)", "A."),
        ("A. [T][x]\n\n[x]: https://example.org/x", "A. T https://example.org/x"),
        ("[1] A. T.\n\n[1]: https://example.org/x", "[1] A. T."),
    ],
)
def test_a_link_keeps_its_address(text: str, shown: str) -> None:
    """The most informative address follows the paragraph."""
    assert lines(text, "markdown") == [shown]


def test_wrapped_lines_are_one_paragraph() -> None:
    """A line end at the width of the text is a space."""
    text = "Author, A. (2001). A title that goes on\nand on. *Journal*, 1, 2.\n\nWriter, B. (2002). Other."
    assert lines(text, "markdown") == [
        "Author, A. (2001). A title that goes on and on. Journal, 1, 2.",
        "Writer, B. (2002). Other.",
    ]


def test_intended_lines_are_kept() -> None:
    """References with one line each are kept apart, although Markdown would join them."""
    text = "Author, A. (2001). Short.\nWriter, B. (2002). A much longer title of a work.\nZed, C. (2003). C."
    assert lines(text, "markdown") == text.split("\n")


def test_a_number_begins_a_line() -> None:
    """A bracketed number at the start of a line begins a reference."""
    assert lines("[1] Author, A. A title that goes\n[2] Writer, B.", "markdown") == [
        "[1] Author, A. A title that goes",
        "[2] Writer, B.",
    ]


@pytest.mark.parametrize("mark", ["  ", "\\", "<br>"])
def test_a_hard_break_is_a_line_break(mark: str) -> None:
    """Two spaces, a backslash or a `<br>` break a line of a paragraph."""
    assert lines(f"Author, A. on{mark}\nand on", "markdown") == ["Author, A. on\u2028and on"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. A\n2. B", ["1. A", "2. B"]),
        ("1. A\n1. B\n1. C", ["1. A", "2. B", "3. C"]),
        ("3) A\n   on\n\n4) B", ["3. A on", "4. B"]),
        ("- A\n- B", ["A", "B"]),
        ("- [1] A\n- [2] B", ["[1] A", "[2] B"]),
        ("A. in volume\n12. Berlin", ["A. in volume 12. Berlin"]),
    ],
)
def test_items_are_lines(text: str, shown: list[str]) -> None:
    """An item is one line; a numbered one includes its number."""
    assert lines(text, "markdown") == shown


@pytest.mark.parametrize(
    "text", ["# References #", "References\n===", "References\n---", "## *References* {#refs}"]
)
def test_headings_are_lines(text: str) -> None:
    """A heading is recognized in every form."""
    assert headings(f"Text.\n\n{text}\n\nAuthor, A.", "markdown") == ["References"]


def test_front_matter_code_and_comments_are_not_text() -> None:
    """Text that is not prose is omitted."""
    text = "---\ntitle: T\n---\nA\n\n```bib\n@misc{b}\n```\n<!-- c\nd -->\n~~~\ne\n~~~\nF"
    assert lines(text, "markdown") == ["A", "F"]


def test_an_unclosed_fence_is_text() -> None:
    """Text after an unclosed fence is not lost."""
    assert lines("```\nAuthor, A.", "markdown") == ["``` Author, A."]


def test_a_footnote_is_a_line() -> None:
    """The text of a footnote has its number before it."""
    assert lines("Said.[^1]\n\n[^1]: Author, A. *Title*.\n", "markdown") == [
        "Said.",
        "[1] Author, A. Title.",
    ]


def test_a_table_row_is_a_line() -> None:
    """The cells of a row follow one another."""
    assert lines("| No | Work |\n|---|---|\n| [1] | Author, A. |", "markdown") == [
        "No Work",
        "[1] Author, A.",
    ]


def test_quoted_text_is_text() -> None:
    """The markers of a quotation are removed."""
    assert lines("> Author, A.\n> > B", "markdown") == ["Author, A. B"]


def test_references_of_pandoc_are_distinguished() -> None:
    """Pandoc marks each reference that it writes."""
    text = """
::: {#refs}
::: {#ref-a .csl-entry}
Author, A.
*T*.
:::

::: {#ref-b .csl-entry}
Writer, B.
:::
:::

End
"""
    assert entries(text, "markdown") == ["Author, A. T.", "Writer, B."]
    assert document(text, "markdown").keys == ("a", "b")


def test_spans_are_those_of_the_file() -> None:
    """Displayed text can be located in the source, including markup inside it."""
    text = "# R\n\n1. Author, A. *A\n   title* by M&uuml;ller."
    assert written(text, "markdown", "A title by Müller") == "A\n   title* by M&uuml;ller"
