"""The text before and after a list is no part of it: it is skipped and reported with its place."""

from __future__ import annotations

import pytest
from tests.text.lists import listing_of, texts_of

from refkit.formats.text.finding.ends import bounds_of
from refkit.formats.text.listing import Listing

NAMES = "Adler Becker Cordes Dreyer Engel Fuchs Graf Hahn Jahn Krug Lang Moser".split()
SORTED = [
    f"{name}, Anna ({1990 + at}): Arbeit und Bildung in {name}hausen. Berlin: Campus Verlag."
    for at, name in enumerate(NAMES)
]
SERIES = [
    "No. 1/1988\nRoe, Anna: Wandel der Arbeit",
    "No. 2/1988\nPoe, Emil: Stadt und Land",
    "No. 3/1989\nLoe, Karl: Wege aus der Krise",
]
NUMBERED = [
    "[1] A. Able, First things, Phys. Rev. D 12 (2001) 33.",
    "[2] B. Baker, Second things, Phys. Lett. B 13 (2002) 34.",
    "[3] C. Cole, Third things, Nucl. Phys. B 14 (2003) 35.",
]
MEMBERS = (
    "The WIDGET Collaboration\n\nA. Able1, B. Baker2, C. Cole1,2, D. Dorn3, E. Eden4, F. Foss1, G. Gale2\n"
    "J. Jude1, K. Kane2, L. Lund3, M. Moss4, N. Nash1, O. Otto2, P. Pike3, Q. Quin4\n\n"
    "1 Institute of Physics, Yerevan, Armenia\n2 University of Graz, Graz, Austria"
)


def paper(*parts: list[str] | str, heading: str = "Literatur") -> str:
    blocks = ["\n".join(part) if isinstance(part, list) else part for part in parts]
    return f"{heading}\n\n" + "\n\n".join(blocks) + "\n"


def skipped(listing: Listing, text: str) -> list[str]:
    return [text[fault.span.start : fault.span.end] for fault in listing.faults]


@pytest.mark.parametrize(
    "heading",
    ["Bisher sind in der Reihe „Blaue Beiträge“ erschienen:", "Previously published in this series:",
     "Déjà parus dans la même collection :", "Títulos publicados en esta colección:",
     "Volumi pubblicati in questa collana:", "В этой серии вышли:"],
)  # fmt: skip
def test_the_advertisement_of_a_series(heading: str) -> None:
    """A line announces other publications; everything after it is reported as one part."""
    advertisement = "\n".join([heading, *SERIES])
    text = paper(SORTED[:3], advertisement)
    listing = listing_of(text)
    assert [one.excerpt.text for one in listing.references] == SORTED[:3]
    assert skipped(listing, text) == [advertisement]


@pytest.mark.parametrize("words", ["Blaue Beiträge", "Arbeitspapiere des Instituts"])
def test_other_titles_after_a_sorted_list(words: str) -> None:
    """Without an announcement, the alphabet that begins again and the other form show the end."""
    titles = [f"{name}, Emil: Stadt und Land, Heft {at}" for at, name in enumerate(NAMES)]
    text = paper(SORTED, [words, *titles])
    listing = listing_of(text)
    assert [one.excerpt.text for one in listing.references] == SORTED
    assert skipped(listing, text) == ["\n".join([words, *titles])]


def test_the_members_of_a_collaboration() -> None:
    """Nothing begins after the last number, but the other references have no blank line inside."""
    text = paper(NUMBERED, MEMBERS, heading="References")
    listing = listing_of(text)
    assert [one.excerpt.text for one in listing.references] == [one[4:] for one in NUMBERED]
    assert skipped(listing, text) == [MEMBERS]


def test_an_imprint_directly_after_the_last_number() -> None:
    """The last reference is not longer than the others and ends like them."""
    wrapped = [
        f"[{at}] {name}, A.: Work and education in the towns of\n    {name}land and beyond. Leeds: Moss, {1990 + at}."
        for at, name in enumerate(NAMES, 1)
    ]
    imprint = (
        "Published by the Institute of Leeds\nEditors: The board\nPrinted in Leeds\nISSN 1234-5678"
    )
    text = paper([*wrapped, imprint], heading="References")
    listing = listing_of(text)
    assert listing.references[-1].excerpt.text == " ".join(wrapped[-1].split())[5:]
    assert skipped(listing, text) == [imprint]


SOURCES = [f"Der Bote, Neues aus der Stadt, {at}.3.2004, S. {at}." for at in range(1, 6)]


@pytest.mark.parametrize("heading", ["Quellen", "Internetquellen"])
def test_a_second_list(heading: str) -> None:
    """Entries with years below a heading are references of another kind."""
    assert texts_of(paper(SORTED, heading, SOURCES)) == [*SORTED, *SOURCES]


def test_a_second_list_without_a_heading() -> None:
    """Entries of another form stay if they have years."""
    assert texts_of(paper(SORTED, SOURCES)) == [*SORTED, *SOURCES]


def test_entries_of_another_form_before_the_list() -> None:
    """The front of a list is examined like its end."""
    notes = [
        "Wir danken allen Befragten für ihre Geduld",
        "und dem Archiv für die Hilfe",
        "Anna Roe, Emil Poe",
    ]
    start, end = bounds_of([*notes, *SORTED])
    assert (start, end) == (3, 3 + len(SORTED))


def test_a_short_list_has_no_usual_form() -> None:
    """Of five entries, nothing is learned."""
    texts = [*SORTED[:4], "Institut für Soziologie"]
    assert bounds_of(texts) == (0, 5)


def test_an_entry_without_letters_is_not_the_usual_form() -> None:
    """Rules between the entries are ignored."""
    texts = [part for one in SORTED for part in (one, "* * *")]
    assert bounds_of(texts) == (0, len(texts))


FIRST = "21st century heart solution may have a sting in the tail. BMJ. 2002;325(7357):184."
OTHERS = [
    "Roe A. Tea and milk in the morning. BMJ. 2002;325(7357):185.",
    "Soe A. Tea and milk. BMJ. 2002;325(7357):186.",
]


@pytest.mark.parametrize("heading", ["", "References\n\n"])
@pytest.mark.parametrize("mark", ["{}. ", "[{}] ", "({}) "])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_first_reference_has_no_author(between: str, mark: str, heading: str) -> None:
    """The numbers begin with 1, so the first reference is in the list."""
    marked = [mark.format(at) + one for at, one in enumerate([FIRST, *OTHERS], 1)]
    assert texts_of(heading + between.join(marked) + "\n") == [FIRST, *OTHERS]


@pytest.mark.parametrize("title", [
    "Süddeutsche Zeitung, 12 (3), 2004, S. 4–5.", "Gesetz über die Versorgung, BGBl. 1950, S. 791–799.", FIRST,
])  # fmt: skip
def test_the_first_reference_below_a_heading_has_no_author(title: str) -> None:
    """A year and pages are enough."""
    assert texts_of(paper([title], *([one] for one in SORTED[:3]))) == [title, *SORTED[:3]]


def test_prose_below_the_heading_is_reported() -> None:
    """It is not a reference, and the list continues after it."""
    prose = "We have listed all works that were cited, and those that we think could be of use to the reader."
    text = paper([prose], *([one] for one in OTHERS), heading="References")
    listing = listing_of(text)
    assert [one.excerpt.text for one in listing.references] == OTHERS
    assert skipped(listing, text) == [prose]


def test_sentences_between_citations_are_no_list() -> None:
    """Only the references are found in a text without a heading."""
    references = [
        "Friedman, B. (2005). Informed consent. In L. Crane (Ed.), Security (pp. 503–530). O'Reilly.",
        "Silva, F. N., & Poe, O. N. (2013). Scientific journals. Journal of Informetrics, 7(2), 469–477.",
    ]
    sentences = ["This is a test with citations.", "Here is one of them: (Silva, Roe, & Poe, 2013)",
                 "Here is another: (Friedman, 2005)", "Here is the reference list:"]  # fmt: skip
    text = "\n\n".join([*sentences, *references, "That is all."])
    found = listing_of(text, "paper.md", "markdown").references
    assert [one.excerpt.text for one in found] == references


@pytest.mark.parametrize("mark", ["{}. ", "[{}] "])
def test_a_number_keeps_an_entry_in_the_list(mark: str) -> None:
    """Addresses without a year are unlike the references before them, but the numbers continue."""
    addresses = [f"http://www.example.org/{name.lower()}" for name in NAMES[:8]]
    marked = [mark.format(at) + one for at, one in enumerate([*SORTED, *addresses], 1)]
    assert texts_of(paper(marked)) == [*SORTED, *addresses]


PHYSICS = [
    f"{name[0]}. {name}, E. Eden, Phys. Lett. B {70 + at} ({2001 + at}) {33 + at}."
    for at, name in enumerate(reversed(NAMES))
]


def test_a_last_reference_that_ends_in_another_way() -> None:
    """It has a year and begins like the others, so that it is not cut with the text after it."""
    references = [
        *PHYSICS[:-1],
        "F. Foss, G. Gale, H. Hume, I. Ives, Phys. Lett. B 764 (2017) 196 ;",
    ]
    text = paper(references, MEMBERS, heading="References")
    listing = listing_of(text)
    assert [one.excerpt.text for one in listing.references] == references
    assert skipped(listing, text) == [MEMBERS]


def test_prose_after_the_list_is_not_reported() -> None:
    """A sentence at the end of a paper is no reference; other text is reported."""
    prose = "This paper compares the wells of several islands and offers advice to those who dig and drink from them."
    listing = listing_of(paper(*([one] for one in OTHERS), [prose], heading="References"))
    assert ([one.excerpt.text for one in listing.references], listing.faults) == (OTHERS, ())
