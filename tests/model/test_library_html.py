"""A notebook shows a library as a table."""

import re

import refkit
from refkit.model.library_html import SHOWN


def test_a_library_is_a_table() -> None:
    """With the people, the year, the title and the container of each reference."""
    library = refkit.loads(
        "@article{a&b, author={Doe, Jane and Roe, Ann and Poe, A and Loe, B}, title={On \\emph{it} < that},"
        " journal={J}, year=2001}\n@book{c, editor={{WHO} and others}, title={T}, publisher={P}}",
        name="x.bib",
    )
    table = library._repr_html_()
    assert table.startswith("<p>Library of 2 references: x.bib</p>\n<table>\n")
    assert re.findall("<td>(.*?)</td>", table) == [
        "a&amp;b", "article-journal", "Doe, Roe, Poe et al.", "2001", "On it &lt; that", "J",
        "c", "book", "WHO et al.", "", "T", "P",
    ]  # fmt: skip


def test_a_long_library_is_cut() -> None:
    """The rest is counted."""
    entries = "".join(f"@book{{k{number}, title={{T}}}}\n" for number in range(SHOWN + 5))
    table = refkit.loads(entries)._repr_html_()
    assert table.count("<tr>") == SHOWN + 1
    assert (
        f"Library of {SHOWN + 5} references: &lt;string&gt;; the first {SHOWN} are shown" in table
    )


def test_an_empty_library_has_no_table() -> None:
    assert refkit.loads("")._repr_html_() == "<p>Library of 0 references: &lt;string&gt;</p>\n"
