"""Authors in the sentence: author-only, suppress-author and composite citations, and cs:intext."""

from __future__ import annotations

import pytest
from tests.csl.documents import AUTHOR, AUTHOR_YEAR, TITLE, citing, items, listing, style

from refkit.csl import Cite, Cluster, Processor, Style

ITEMS = items(
    """
    a: Doe, Jane | 2000 | Alpha
    b: Doe, Jane | 2000 | Beta
    c: Roe, Ann & Poe, Bob & Zoe, Cid | 2001 | Gamma
    d: | 2002 | Delta
    e: Doe, Kim | 2000 | Epsilon
    """
)
LOCATOR = '<text variable="locator" prefix=", "/>'
AUTHOR_DATE = style(
    citing(
        'et-al-min="3" et-al-use-first="1" disambiguate-add-year-suffix="true" '
        'disambiguate-add-givenname="true" collapse="year"',
        body=f"<group>{AUTHOR_YEAR}{LOCATOR}</group>",
    )
)
NUMERIC = style(
    citing('collapse="citation-number"', 'prefix="[" suffix="]" delimiter=", "',
           f'<text variable="citation-number"/>{LOCATOR}'),
    listing(f"{AUTHOR}{TITLE}"),
)  # fmt: skip
NOTES = style(
    citing("", 'suffix="." delimiter="; "', (
        '<choose><if position="ibid"><text term="ibid"/></if>'
        f'<else-if position="subsequent">{AUTHOR}</else-if>'
        f'<else><group delimiter=", ">{AUTHOR.replace("short", "long")}{TITLE}</group></else></choose>'
    )),
    style_class="note",
)  # fmt: skip


def cited(style: Style, *clusters: Cluster) -> list[str]:
    """Return the citations of a document in plain text."""
    return list(Processor(style, ITEMS, output="text").render(clusters).citations)


def composite(*ids: str, infix: str = "", note: int = 0) -> Cluster:
    """Return a composite citation of items, each written as `id` or `id@locator`."""
    parts = [one.partition("@") for one in ids]
    cites = [Cite(id_, locator) for id_, _, locator in parts]
    return Cluster(cites, note=note, composite=True, infix=infix)


@pytest.mark.parametrize(
    ("cluster", "expected"),
    [
        (composite("e"), "K. Doe (2000)"),
        (composite("a@5"), "J. Doe (2000a, 5)"),
        (composite("a", "b", "c"), "J. Doe (2000a, 2000b; Roe et al. 2001)"),
        (composite("c", "a"), "Roe et al. (2001; J. Doe 2000a)"),
        (composite("d"), "Delta (2002)"),
    ],
)
def test_an_author_date_style_names_the_author_before_the_brackets(
    cluster: Cluster, expected: str
) -> None:
    """Disambiguation, collapsing and et al. apply as in other citations; an item without names has its title."""
    fallback = AUTHOR.replace("</names>", f"<substitute>{TITLE}</substitute></names>")
    body = AUTHOR_YEAR.replace(AUTHOR, fallback)
    options = (
        'et-al-min="3" et-al-use-first="1" disambiguate-add-year-suffix="true" '
        'disambiguate-add-givenname="true" collapse="year"'
    )
    styled = style(citing(options, body=f"<group>{body}{LOCATOR}</group>"))
    known = Cluster([Cite(id_) for id_ in "abcde"])
    assert cited(styled, known, cluster)[1] == expected


def test_sorting_keeps_the_cite_of_the_author_in_the_sentence() -> None:
    """The sentence is about that work, whatever the order of the others."""
    found = style(citing(sort='<sort><key variable="author"/></sort>', body=AUTHOR_YEAR))
    assert cited(found, composite("c", "e", "a")) == ["Roe, Poe, Zoe (2001; Doe 2000; Doe 2000)"]


@pytest.mark.parametrize(
    ("infix", "expected"),
    [
        ("", "K. Doe (2000)"),
        ("and others", "K. Doe and others (2000)"),
        ("'s claim", "K. Doe’s claim (2000)"),
        (", always", "K. Doe, always (2000)"),
    ],
)
def test_text_can_stand_between_the_author_and_the_brackets(infix: str, expected: str) -> None:
    """An infix that begins with punctuation follows the author directly."""
    known = Cluster([Cite(id_) for id_ in "abcde"])
    assert cited(AUTHOR_DATE, known, composite("e", infix=infix))[1] == expected


@pytest.mark.parametrize(
    ("cluster", "expected"),
    [
        (composite("a"), "Doe [1]"),
        (composite("a@5", "b"), "Doe [1, 5, 2]"),
        (composite("d"), "Delta [4]"),
        (Cluster([Cite("c", author_only=True)]), "Roe et al."),
        (Cluster([Cite("a", suppress_author=True), Cite("b")]), "[1, 2]"),
    ],
)
def test_a_numeric_style_takes_the_author_from_the_entry(cluster: Cluster, expected: str) -> None:
    """Cites of numeric styles contain no names; an item without any is named by its title."""
    known = Cluster([Cite(id_) for id_ in "abcde"])
    assert cited(NUMERIC, known, cluster)[1] == expected


def test_an_author_in_a_sentence_does_not_count_as_a_cite() -> None:
    """The next citation is the first one of the work, and one after it still says "Ibid."."""
    only = Cluster([Cite("a", author_only=True)], note=2)
    notes = [Cluster([Cite("a")], note=1), only, Cluster([Cite("a")], note=2)]
    assert cited(NOTES, only, *notes) == ["Doe", "J. Doe, Alpha.", "Doe", "Ibid."]


def test_a_composite_citation_in_notes_counts_once() -> None:
    """The citation after the note refers to it."""
    found = cited(NOTES, composite("a", note=1), Cluster([Cite("a")], note=2))
    assert found == ["Alpha.", "Ibid."]


def authors(style: Style, *clusters: Cluster) -> list[str]:
    """Return the authors that a document names in its text before notes."""
    return list(Processor(style, ITEMS, output="text").render(clusters).authors)


@pytest.mark.parametrize(
    ("cluster", "expected"),
    [
        (composite("a", note=1), "Doe"),
        (composite("c", "a", note=1), "Roe et al."),
        (composite("d", note=1), "Delta"),
        (composite("a", infix="'s claim", note=1), "Doe’s claim"),
        (Cluster([Cite("a")], note=1), ""),
    ],
)
def test_a_note_style_keeps_the_author_out_of_the_note(cluster: Cluster, expected: str) -> None:
    """The text names the author by the family name, whatever the note would show."""
    assert authors(NOTES, cluster) == [expected]


def test_the_first_of_several_works_stays_in_the_note() -> None:
    """Only its author moves to the text."""
    assert cited(NOTES, composite("a", "c", note=1)) == ["Alpha; A. Roe, B. Poe, C. Zoe, Gamma."]


def test_a_note_without_anything_but_the_author_keeps_the_author() -> None:
    """A short note may consist of the author."""
    found = cited(NOTES, composite("a", note=1), composite("c", note=2), composite("a", note=3))
    assert found[2] == "Doe."


def test_the_author_before_a_repeated_note_is_the_author_of_the_work() -> None:
    """A note such as "Ibid." shows no author."""
    assert authors(NOTES, composite("a", note=1), composite("a", note=2)) == ["Doe", "Doe"]


def test_an_author_date_style_has_no_separate_authors() -> None:
    """The citation contains the author."""
    assert authors(AUTHOR_DATE, composite("a")) == [""]


RAISED = style(
    citing('et-al-min="2" et-al-use-first="1"', 'vertical-align="sup" delimiter=","',
           '<text variable="citation-number"/>'),
    listing(f"{AUTHOR}{TITLE}"),
)  # fmt: skip


def test_a_superscript_follows_the_author_without_a_space() -> None:
    """Et al. follows the options of the style for citations."""
    rendered = Processor(RAISED, ITEMS, output="html").render([composite("c")])
    assert rendered.citations == ("Roe et al.<sup>1</sup>",)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", "Fry and Gray [1]"),
        ('delimiter-precedes-last="always"', "Fry and Gray [1]"),
        ('and="symbol" delimiter-precedes-last="always"', "Fry, and Gray [1]"),
        ('et-al-min="2" et-al-use-first="1"', "Fry et al. [1]"),
        ('name-as-sort-order="all"', "Fry and Gray [1]"),
    ],
)
def test_names_in_a_sentence_are_family_names(options: str, expected: str) -> None:
    """The form of the entry does not matter, but the options of the citation do."""
    entry = AUTHOR.replace("short", "long").replace("<name ", '<name name-as-sort-order="all" ')
    numbered = style(
        citing(options, 'prefix="[" suffix="]"', '<text variable="citation-number"/>'),
        listing(f"{entry}{TITLE}"),
    )
    pair = items("a: Fry, Al & Gray, Bo | 2000 | Alpha")
    rendered = Processor(numbered, pair, output="text").render([composite("a")])
    assert rendered.citations == (expected,)


INTEXT = '<intext et-al-min="2" et-al-use-first="1"><layout>{}</layout></intext>'


@pytest.mark.parametrize("body", [AUTHOR_YEAR, '<text variable="citation-number"/>'])
def test_cs_intext_writes_the_author_in_the_sentence(body: str) -> None:
    """The names in the text have their own layout and options, without the locator."""
    layout = INTEXT.format(f'<text value="by "/>{AUTHOR}{LOCATOR}')
    styled = style(citing(body=body) + layout)
    known = Cluster([Cite("c")])
    assert cited(styled, known, composite("c@7"))[1].startswith("by Roe et al. (")


def test_cs_intext_is_valid() -> None:
    """The element belongs to citeproc-js, not to CSL 1.0.2, and causes no fault."""
    assert style(citing() + INTEXT.format(AUTHOR)).faults == ()


def test_a_chapter_starts_with_first_cites() -> None:
    """Notes that restart with a chapter repeat the full reference, and do not refer to notes of another chapter."""
    clusters = [
        Cluster([Cite("a")], note=1),
        Cluster([Cite("a")], note=2),
        Cluster([Cite("a")], note=1, resets_positions=True),
        Cluster([Cite("b")], note=2),
        Cluster([Cite("a")], note=3),
    ]
    assert cited(NOTES, *clusters) == [
        "J. Doe, Alpha.",
        "Ibid.",
        "J. Doe, Alpha.",
        "J. Doe, Beta.",
        "Doe.",
    ]


def test_a_chapter_that_starts_is_rendered_again() -> None:
    """Changing only `resets_positions` changes the citations of the chapter."""
    processor = Processor(NOTES, ITEMS, output="text")
    processor.update([Cluster([Cite("a")], note=1), Cluster([Cite("a")], note=2)])
    second = Cluster([Cite("a")], note=2, resets_positions=True)
    processor.update([Cluster([Cite("a")], note=1), second])
    assert list(processor.citations) == ["J. Doe, Alpha.", "J. Doe, Alpha."]


def test_citations_written_one_by_one_are_those_of_the_document() -> None:
    """A composite citation is a cite for those after it."""
    processor = Processor(NOTES, ITEMS, output="text")
    one = [processor.cite(composite("a", note=1)), processor.cite(Cluster([Cite("a")], note=2))]
    assert one == ["Alpha.", "Ibid."]


def changed_by(style: Style, *steps: list[Cluster]) -> set[int]:
    """Return the positions of the citations that the last of several states of a document rendered again."""
    processor = Processor(style, ITEMS, output="text")
    for step in steps:
        processor.update(step)
    return set(processor.changed)


def test_a_citation_that_shows_no_position_is_not_rendered_again() -> None:
    """The second citation of a work follows another cite, which only styles with positions show."""
    first, second = Cluster([Cite("a")]), Cluster([Cite("a")])
    assert changed_by(AUTHOR_DATE, [first, second], [Cluster([Cite("c")]), second]) == {0}


def test_a_first_note_is_rendered_again_when_its_work_is_cited_again() -> None:
    """Such notes are compared with those of other works that are cited again, which citeproc-js reports."""
    later = f'<choose><if disambiguate="true">{TITLE}</if></choose>'
    later = f'<choose><if position="subsequent">{later}</if><else>{TITLE}</else></choose>'
    notes = style(citing(body=f"{AUTHOR}{later}"), style_class="note")
    first, second = Cluster([Cite("a")], note=1), Cluster([Cite("a")], note=2)
    assert changed_by(notes, [first], [first, second]) == {0, 1}
    assert changed_by(NOTES, [first], [first, second]) == {1}


def test_an_author_in_a_sentence_does_not_separate_notes() -> None:
    """The second note follows the first one, although another author is named between them."""
    between = Cluster([Cite("c", author_only=True)], note=2)
    first, second = Cluster([Cite("a")], note=1), Cluster([Cite("a")], note=2)
    assert cited(NOTES, first, between, second)[2] == "Ibid."


@pytest.mark.parametrize(
    "suppressed", [composite("a", note=1), Cluster([Cite("a", suppress_author=True)])]
)
def test_no_space_remains_in_place_of_the_author(suppressed: Cluster) -> None:
    """The prefix of what follows the author begins with a space."""
    dated = f'<group prefix=" (" suffix=")">{AUTHOR_YEAR.replace(AUTHOR, "")}</group>'
    notes = style(citing("", 'suffix="."', f"{AUTHOR}{dated}"), style_class="note")
    assert cited(notes, suppressed) == ["(2000)."]
