"""A list is split into references, each on one line with its source span."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.lists import listing_of, texts_of, written_of

from refkit.documents import DocumentText
from refkit.formats.text.finding.split import references
from refkit.model.excerpt import Excerpt

BAKER = "Baker, R. (2012). Tides of the northern coast. Oxford University Press."
CHO = "Cho, M., & Diaz, P. (2015). Salt marshes under pressure. Estuaries, 12(3), 45–67."
DAVIS = "Davis, L. (2018). Counting waders. Journal of Coastal Birds, 7, 101–119."
PROSE = "The coast has been studied for a long time, and we have seen that it is not the same everywhere.\n"


def test_one_reference_a_line() -> None:
    """Each unwrapped line is one reference."""
    assert texts_of(f"{PROSE}\nReferences\n{BAKER}\n{CHO}\n{DAVIS}\n") == [BAKER, CHO, DAVIS]


def test_blank_lines_between() -> None:
    """Blank lines separate references whose lines were wrapped."""
    wrapped = (
        "Baker, R. (2012). Tides of the northern\ncoast. Oxford University Press.\n\n"
        "Cho, M., & Diaz, P. (2015). Salt marshes\nunder pressure. Estuaries, 12(3), 45–67.\n\n"
        "Davis, L. (2018). Counting waders. Journal\nof Coastal Birds, 7, 101–119.\n"
    )
    assert texts_of(f"References\n\n{wrapped}") == [BAKER, CHO, DAVIS]


def test_hanging_indentation() -> None:
    """Lines at the margin begin a reference, indented lines continue it."""
    hanging = (
        "Baker, R. (2012). Tides of the northern\n    coast. Oxford University Press.\n"
        "Cho, M., & Diaz, P. (2015). Salt marshes\n    under pressure. Estuaries, 12(3), 45–67.\n"
        "Davis, L. (2018). Counting waders. Journal\n    of Coastal Birds, 7, 101–119.\n"
    )
    assert texts_of(f"{PROSE}\nBibliography\n\n{hanging}") == [BAKER, CHO, DAVIS]


@pytest.mark.parametrize(
    ("author", "rest"),
    [
        ("World Health Organization.", "(2021). Report. WHO."),
        ("UNESCO.", "(2021). Report. Paris."),
        ("the ICSID Convention,", "2021. Report. WHO."),
        ("“A title without an author” in", "The Times, 2021."),
    ],
)
@pytest.mark.parametrize("space", ["    ", "  ", "\t"])
def test_every_line_at_the_margin_of_a_hanging_list(author: str, rest: str, space: str) -> None:
    """The indentation decides, even if a line does not resemble the first of a reference."""
    hanging = (
        f"Poe, E. (1845). The raven and\n{space}other poems. Wiley.\n{author}\n{space}{rest}\n"
        f"Zed, Q. (2003). Last one\n{space}here. Harper.\n"
    )
    assert texts_of(hanging)[1:2] == [f"{author} {rest}"]


def test_first_lines_that_are_indented() -> None:
    """Lines at the margin continue a reference if the others begin it."""
    indented = (
        "    Baker, R. (2012). Tides of the northern\ncoast. Oxford University Press.\n"
        "    Cho, M., & Diaz, P. (2015). Salt marshes\nunder pressure. Estuaries, 12(3), 45–67.\n"
        "    Davis, L. (2018). Counting waders. Journal\nof Coastal Birds, 7, 101–119.\n"
    )
    assert texts_of(f"{PROSE}\nReferences\n\n{indented}") == [BAKER, CHO, DAVIS]


@pytest.mark.parametrize(
    ("names", "rest"),
    [
        ("Smith, J. (2001).", "Title one of it. Springer."),
        ("Smith, J. (2001)", "Title one of it. Springer."),
        ("Smith, J. 2001.", "Title one of it. Springer."),
        ("Smith, J., & Poe, E. (2001).", "Title one of it. Springer."),
        ("Smith, J. and Poe, E. (2001).", "Title one of it. Springer."),
        ("Smith J, Poe E, et al. (2001).", "Title one of it. Springer."),
        ("Müller, Anna / Weiß, Otto (Hg.) (2001):", "Ein Titel. Berlin: Springer."),
        ("Smith, John.", "Title of It. London: Springer, 2001."),
    ],
)
@pytest.mark.parametrize("after", ["", "Zed, Q. (2003).\nLast one here. Harper."])
def test_names_on_a_line_of_their_own(names: str, rest: str, after: str) -> None:
    """They begin a reference and are never a whole one."""
    assert texts_of(f"{names}\n{rest}\n{after}") == [
        f"{names} {rest}",
        *([" ".join(after.split())] if after else []),
    ]


def test_neither_indentation_nor_blank_lines() -> None:
    """Authors at the beginning of lines and full stops at the end of lines suffice."""
    flat = (
        "Baker, R. (2012). Tides of the northern\ncoast. Oxford University Press.\n"
        "Cho, M., & Diaz, P. (2015). Salt marshes\nunder pressure. Estuaries, 12(3), 45–67.\n"
        "Davis, L. (2018). Counting waders. Journal\nof Coastal Birds, 7, 101–119.\n"
    )
    assert texts_of(f"{PROSE}\nReferences\n{flat}") == [BAKER, CHO, DAVIS]


@pytest.mark.parametrize("mark", ["[{}] ", "{}. ", "({}) ", "{}) ", "{} "])
def test_numbers_are_marks(mark: str) -> None:
    """A number before each reference begins it and is not part of it."""
    marked = "".join(f"{mark.format(at)}{one}\n" for at, one in enumerate([BAKER, CHO, DAVIS], 1))
    assert texts_of(f"References\n{marked}") == [BAKER, CHO, DAVIS]


def test_mark_is_kept_as_written() -> None:
    """The mark is available as written."""
    found = listing_of(f"References\n[1] {BAKER}\n[2] {CHO}\n").references
    assert [reference.marker for reference in found] == ["[1]", "[2]"]


def test_labels_are_marks() -> None:
    """References may be labelled by author and year."""
    text = f"References\n\n[Bak12] {BAKER[:40]}\n        {BAKER[41:]}\n[CD15]  {CHO[:40]}\n        {CHO[41:]}\n"
    assert [reference.marker for reference in listing_of(text).references] == ["[Bak12]", "[CD15]"]


def test_year_at_the_beginning_of_a_line_is_no_number() -> None:
    """A year at the beginning of a line does not begin a reference."""
    first = "[1] Baker, R. Tides of the northern coast. Oxford\n2012. Second edition"
    text = f"References\n{first}\n[2] {CHO}\n[3] {DAVIS}\n"
    assert texts_of(text)[0] == "Baker, R. Tides of the northern coast. Oxford 2012. Second edition"


def test_a_bare_list() -> None:
    """References without a heading and without text are a list."""
    assert texts_of(f"{BAKER}\n{CHO}\n{DAVIS}\n") == [BAKER, CHO, DAVIS]


def test_a_single_reference() -> None:
    """A single reference is a list of one."""
    assert texts_of(CHO) == [CHO]


def test_text_without_references() -> None:
    """Prose contains no references."""
    assert texts_of(PROSE * 20) == []


def test_prose_behind_the_list_is_none_of_it() -> None:
    """A paragraph of prose after the last reference ends the list."""
    assert texts_of(f"References\n{BAKER}\n{CHO}\n{DAVIS}\n\n{PROSE}") == [BAKER, CHO, DAVIS]


def test_place_in_the_source() -> None:
    """The span of a reference covers the source text including line ends, without the mark."""
    first, second = (
        "Baker, R. 2012. Tides of the\n    coast. Oxford.",
        "Cho, M. 2015. Salt marshes. Leeds.",
    )
    assert written_of(f"References\n[1] {first}\n[2] {second}\n") == [first, second]


def test_entries_of_the_syntax_are_not_split_again() -> None:
    """References that the document marks up are kept whole, with their cite keys."""
    text = f"{BAKER} {CHO}"
    entries = (
        Excerpt.from_text(text).slice(0, len(BAKER)),
        Excerpt.from_text(text).slice(len(BAKER) + 1, len(text)),
    )
    document = DocumentText(Excerpt.from_text(text), entries=entries, keys=("baker", "cho"))
    assert [one.key for one in references(document).references] == ["baker", "cho"]


@given(st.text(st.sampled_from('Ab.,:(2019)[1]—- \n\f\t"“”é漢ß_/http\u00ad')) | st.text())
def test_any_text(text: str) -> None:
    """For any text, references are inside it, in order and not nested."""
    spans = [one.excerpt.span(0, len(one.excerpt.text)) for one in listing_of(text).references]
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)


SHORT = "Al-Bahr. 2025. Hidden threats to the flats."
LONG = "Kestrel, C. 2022. The globalization of bird rings: Markings and the wandering of waders. Shore Press."


def test_lines_that_are_whole_references() -> None:
    """Each line has a year and ends in a full stop, so no reference continues on the next line."""
    assert texts_of(f"References\n{DAVIS}\n{LONG}\n{SHORT}\n") == [DAVIS, LONG, SHORT]


def test_a_text_that_is_not_wrapped() -> None:
    """Its lines are paragraphs, so each line of its list is a reference."""
    assert texts_of(f"{PROSE[:-1] * 5}\n\nReferences\n{DAVIS}\n{LONG}\nAl-Bahr 2025. Hidden threats\n") == [
        DAVIS, LONG, "Al-Bahr 2025. Hidden threats",
    ]  # fmt: skip


def test_references_without_a_number_behind_numbered_ones() -> None:
    """The last numbered reference does not include a second list."""
    more = [
        f"Ebb, {chr(65 + at)}. ({2000 + at}). Tides of bay number {at}. Moss Press."
        for at in range(10)
    ]
    marked = "".join(f"{at}. {one}\n" for at, one in enumerate([BAKER, CHO, DAVIS], 1))
    assert texts_of(f"References\n{marked}" + "\n".join(more)) == [BAKER, CHO, DAVIS, *more]


def test_wrapped_references_without_a_number_behind_numbered_ones() -> None:
    """Text that is far too long for one reference is several."""
    more = [
        f"Ebb, {chr(65 + at)}. ({2000 + at}). Tides of bay number {at} and what\n   they leave behind. Moss Press."
        for at in range(14)
    ]
    marked = "".join(f"{at}. {one}\n" for at, one in enumerate([BAKER, CHO, DAVIS], 1))
    assert len(texts_of(f"References\n{marked}" + "\n".join(more))) == 17


def test_a_line_each_but_for_some_without_a_stop() -> None:
    """An address ends a reference, too; a line that begins in lower case continues one."""
    bauer = "Bauer, K. (2003). Dunes. https://example.org/dunes/"
    ministry = "Ministerio de Mareas (2006). Ley de mareas. Moss, 4 de mayo de 2006."
    broken = ["Ebb, F. (2019). Tides of", "the southern coast. Moss Press."]
    lines = [BAKER, CHO, DAVIS, bauer, ministry, BAKER, CHO, DAVIS, *broken]
    assert texts_of("References\n" + "\n".join(lines)) == [*lines[:-2], " ".join(broken)]


WHOLE = "Zed, Q. (2003). Last one. Harper."
BREAKS = {
    "html": ("<h2>References</h2>", "<p>{}</p>", "<br>"),
    "markdown": ("# References\n\n", "{}\n\n", "\\\n"),
    "docx": ("References\n", "{}\n", "\u2028"),
}


def in_paragraphs(syntax: str, paragraphs: list[list[str]]) -> list[str]:
    """Return the references of a document in which breaks separate the lines of each paragraph."""
    heading, paragraph, line_break = BREAKS[syntax]
    written = [paragraph.format(line_break.join(lines)) for lines in paragraphs]
    listing = listing_of(heading + "".join(written), f"paper.{syntax}", syntax)
    return [reference.excerpt.text for reference in listing.references]


@pytest.mark.parametrize("syntax", BREAKS)
@pytest.mark.parametrize(
    "lines",
    [
        ["Smith, J. (2001). Title", "one. Springer."],
        ["Smith, J. (2001).", "Title one. Springer."],
        ["Smith, J. (2001).", "Title one of it.", "Journal of Things, 3(2), 4-9."],
        ["Smith, J., Title one,", "Springer, London 2001."],
        ["Smith, John. Title One.", "London: Springer, 2001."],
        ["Smith, J. (2001). Title one. Springer.", "https://doi.org/10.1000/abc"],
        ["Smith, J. (2001). Title one. Springer.", "Available at: https://example.org/x"],
    ],
)
def test_a_break_inside_a_reference(syntax: str, lines: list[str]) -> None:
    """A line that does not resemble a reference continues the one before it."""
    assert in_paragraphs(syntax, [lines, [WHOLE]]) == [" ".join(lines), WHOLE]


@pytest.mark.parametrize("syntax", BREAKS)
@pytest.mark.parametrize(
    "lines",
    [
        [BAKER, CHO, DAVIS],
        ["Smith J. Title one, Springer 2001", "Zed Q. Other book, Harper 2003"],
        ["Smith, J. Title one. Springer, 2001", "Zed, Q. Other book. Harper, 2003"],
        [BAKER, "World Health Organization. (2020). Report. WHO"],
    ],
)
def test_breaks_between_references(syntax: str, lines: list[str]) -> None:
    """Lines that resemble references are separate."""
    assert in_paragraphs(syntax, [lines, [WHOLE]]) == [*lines, WHOLE]


@pytest.mark.parametrize("syntax", ["html", "docx"])
def test_an_empty_line_between_references(syntax: str) -> None:
    """Two breaks end a paragraph."""
    lines = ["Smith, J. Title one.", "Springer, 2001", "", "Zed, Q. Other.", "Harper, 2003"]
    assert in_paragraphs(syntax, [lines]) == [
        "Smith, J. Title one. Springer, 2001",
        "Zed, Q. Other. Harper, 2003",
    ]


@pytest.mark.parametrize("syntax", ["html", "docx"])
def test_a_paragraph_without_a_number_among_numbered_ones(syntax: str) -> None:
    """It is a reference if the one before it has ended and it has a year, else the rest of the one before."""
    numbered = [f"{at}. {one}" for at, one in enumerate([BAKER, CHO, DAVIS], 1)]
    rest = ["Journal of Coastal Birds, 7, 101–119.", "https://example.org/waders"]
    lines = [[one] for one in (*numbered[:2], WHOLE, numbered[2], *rest)]
    assert in_paragraphs(syntax, lines) == [BAKER, CHO, WHOLE, " ".join([DAVIS, *rest])]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_addresses_on_lines_of_their_own(between: str) -> None:
    """An address that contains a year and ends with a full stop is not a reference."""
    references = [
        f"{one}\nhttps://doi.org/10.5555/jcb.2018.{at}."
        for at, one in enumerate([BAKER, CHO, DAVIS])
    ]
    assert texts_of("References\n\n" + between.join(references) + "\n") == [
        one.replace("\n", " ") for one in references
    ]
