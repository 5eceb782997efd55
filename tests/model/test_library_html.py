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
        "c", "book", "WHO et al.", "", "T", "",
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


def test_people_have_their_particles() -> None:
    """A particle belongs to the family name if the given name is not shown."""
    table = refkit.loads(
        "@misc{a, author={de la Cruz, Ana and Beethoven, Ludwig van}}"
    )._repr_html_()
    assert "<td>de la Cruz, Beethoven</td>" in table.replace("van Beethoven", "Beethoven")


def test_cells_from_right_to_left_have_their_direction() -> None:
    """Cells with other text have no attribute."""
    table = refkit.loads("@misc{a, title={כותר א}, year=2001}")._repr_html_()
    assert '<td dir="auto">כותר א</td>' in table
    assert table.count("dir=") == 1
