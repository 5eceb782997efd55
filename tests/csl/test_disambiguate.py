"""Disambiguation of cites by names, given names, conditions and year suffixes."""

import pytest
from tests.csl.documents import (
    AUTHOR,
    AUTHOR_YEAR,
    TITLE,
    YEAR,
    Record,
    citations,
    citing,
    cluster,
    items,
    style,
)

from refkit.csl import Processor

NAMES = 'disambiguate-add-names="true"'
GIVEN = 'disambiguate-add-givenname="true"'
SUFFIX = 'disambiguate-add-year-suffix="true"'
ET_AL = 'et-al-min="3" et-al-use-first="1"'


def read(options: str, records: str, body: str = AUTHOR_YEAR) -> str:
    """Return all items in one citation, without brackets."""
    found = items(records)
    every = " ".join(str(record["id"]) for record in found)
    return citations(style(citing(options, 'delimiter="; "', body)), found, every)[0]


def rule(name: str) -> str:
    return f'{GIVEN} givenname-disambiguation-rule="{name}"'


TRIOS = """
a: Doe, A & Fox, X & Smith, J|2000
b: Doe, A & Fox, X & Roe, K|2000
c: Doe, A & Gnu, Z & Roe, K|2000
"""


def test_names_hidden_by_et_al_are_shown_until_cites_differ() -> None:
    """Only as many names as necessary are shown: the third cite differs in its second name."""
    assert (
        read(f"{NAMES} {ET_AL}", TRIOS)
        == "Doe, Fox, Smith 2000; Doe, Fox, Roe 2000; Doe, Gnu, et al. 2000"
    )


def test_names_that_do_not_help_stay_hidden() -> None:
    """Works of the same authors and year get suffixes instead of more names."""
    same = "a: Doe, A & Fox, X & Roe, K|2000\nb: Doe, A & Fox, X & Roe, K|2000"
    assert read(f"{NAMES} {SUFFIX} {ET_AL}", same) == "Doe et al. 2000a; Doe et al. 2000b"


def test_initials_come_before_full_given_names() -> None:
    """Alan and Albert have the same initial, Bob has a different one."""
    three = "a: Doe, Alan|2000\nb: Doe, Albert|2000\nc: Doe, Bob|2000"
    assert read(GIVEN, three) == "Alan Doe 2000; Albert Doe 2000; B. Doe 2000"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("by-cite", "Doe, Smith 2001; Roe, Smith 2002; Doe 2003"),
        ("all-names", "A. Doe, J. Smith 2001; Roe, K. Smith 2002; C. Doe 2003"),
        ("all-names-with-initials", "A. Doe, J. Smith 2001; Roe, K. Smith 2002; C. Doe 2003"),
        ("primary-name", "A. Doe, Smith 2001; Roe, Smith 2002; C. Doe 2003"),
        ("primary-name-with-initials", "A. Doe, Smith 2001; Roe, Smith 2002; C. Doe 2003"),
    ],
)
def test_a_rule_says_whose_given_names_are_added(name: str, expected: str) -> None:
    """All rules except by-cite also expand names in cites that are not ambiguous."""
    three = "a: Doe, A & Smith, John|2001\nb: Roe, B & Smith, Kate|2002\nc: Doe, C|2003"
    assert read(rule(name), three) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("all-names", "John Smith 2000; James Smith 2000"),
        ("primary-name", "John Smith 2000; James Smith 2000"),
        ("all-names-with-initials", "Smith 2000a; Smith 2000b"),
        ("primary-name-with-initials", "Smith 2000a; Smith 2000b"),
    ],
)
def test_with_initials_never_shows_full_names(name: str, expected: str) -> None:
    """Identical initials do not disambiguate names, so they are not added."""
    two = "a: Smith, John|2000\nb: Smith, James|2000"
    assert read(f"{rule(name)} {SUFFIX}", two) == expected


def test_what_helped_is_kept_for_those_still_alike() -> None:
    """The given name distinguishes Kate from two Johns, whose cites then get suffixes."""
    three = "a: Smith, John|2000\nb: Smith, Kate|2000\nc: Smith, John|2000"
    assert read(f"{GIVEN} {SUFFIX}", three) == "J. Smith 2000a; K. Smith 2000; J. Smith 2000b"


def test_a_condition_is_tried_before_suffixes() -> None:
    """The title is shown if the authors are the same, and no suffix is needed."""
    two = "a: Doe, A|2000|One\nb: Doe, A|2000|Two\nc: Roe, R|2000|Three"
    assert read(SUFFIX, two, CONDITION) == "Doe 2000, One; Doe 2000, Two; Roe 2000"


CONDITION = AUTHOR_YEAR + (
    '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'
)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", "Doe 2000, One; Doe 2000, One; Doe 2000, Two"),
        (SUFFIX, "Doe 2000a; Doe 2000b; Doe 2000c"),
    ],
)
def test_a_condition_that_fails_gives_way_to_suffixes(options: str, expected: str) -> None:
    """If suffixes are needed anyway, only they are used; without suffixes, the condition is used."""
    three = "a: Doe, A|2000|One\nb: Doe, A|2000|One\nc: Doe, A|2000|Two"
    assert read(options, three, CONDITION) == expected


def test_a_condition_that_changes_nothing_is_followed_by_the_next() -> None:
    """The items have no edition, so the second condition, with the title, distinguishes them."""
    edition = '<choose><if disambiguate="true"><text variable="edition"/></if></choose>'
    two = "a: Doe, A|2000|One\nb: Doe, A|2000|Two\nc: Roe, R|2000|Three"
    body = CONDITION.replace("<choose>", edition + "<choose>")
    assert read("", two, body) == "Doe 2000, One; Doe 2000, Two; Roe 2000"


def test_nested_conditions_are_tried_from_the_outside_in() -> None:
    """The inner condition comes after the outer one, and before one that follows both."""
    inner = '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'
    outer = f'<choose><if disambiguate="true"><text value="!"/>{inner}</if></choose>'
    last = '<choose><if disambiguate="true" match="none"/><else><text value="?"/></else></choose>'
    two = "a: Doe, A|2000|One\nb: Doe, A|2000|Two"
    assert read("", two, AUTHOR_YEAR + outer + last) == "Doe 2000!, One; Doe 2000!, Two"


def test_conditions_of_branches_that_other_types_reach_are_passed_over() -> None:
    """A condition inside a branch for articles does not keep books from reaching the next one."""
    articles = f'<choose><if type="article">{CONDITION}</if></choose>'
    two = "a: Doe, A|2000|One\nb: Doe, A|2000|Two"
    assert read("", two, articles + CONDITION) == "Doe 2000, One; Doe 2000, Two"


def test_suffixes_follow_the_bibliography_and_go_past_z() -> None:
    """The twenty-eighth suffix is ab."""
    many = "\n".join(f"i{at:02}: Doe, A|2000|T{at:02}" for at in range(28))
    read_last = read(SUFFIX, many).split("; ")
    assert (read_last[0], read_last[25], read_last[27]) == ("Doe 2000a", "Doe 2000z", "Doe 2000ab")


def test_years_that_differ_need_no_suffix() -> None:
    """Cites that differ are unchanged."""
    assert (
        read(f"{NAMES} {GIVEN} {SUFFIX}", "a: Doe, A|1999\nb: Doe, A|2000") == "Doe 1999; Doe 2000"
    )


def test_items_without_names_can_be_alike() -> None:
    """Cites that contain only a year are disambiguated, too."""
    assert read(SUFFIX, "a: |2000\nb: |2000", YEAR) == "2000a; 2000b"


def test_and_others_is_nobody() -> None:
    """A list that ends in "others" has no hidden name that could be shown."""
    two: list[Record] = [
        {"id": id_, "type": "book", "issued": {"date-parts": [[2000]]},
         "author": [{"family": "Doe", "given": given}, {"literal": "others"}]}
        for id_, given in (("a", "Ann"), ("b", "Ann"))
    ]  # fmt: skip
    found = citations(style(citing(f"{NAMES} {SUFFIX} {ET_AL}", 'delimiter="; "')), two, "a b")
    assert found[0].endswith("2000b")


def short_notes(options: str, records: str, *firsts: str) -> list[str]:
    """Return the second notes of items whose later notes show names and the number of the first note.

    `firsts` are the first notes, by default one for each item.
    """
    later = '<text variable="first-reference-note-number" prefix=" n. "/>'
    later += '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'
    body = f'{AUTHOR}<choose><if position="subsequent">{later}</if><else>{TITLE}</else></choose>'
    found = items(records)
    layout = 'delimiter="; "'
    notes = style(citing(f"{options} {ET_AL}", layout, body), style_class="note")
    ids = [str(one["id"]) for one in found]
    texts = [*(firsts or ids), *ids]
    clusters = [cluster(text, note) for note, text in enumerate(texts, 1)]
    rendered = Processor(notes, found, output="text").render(clusters)
    return list(rendered.citations)[-len(ids) :]


TEAMS = "a: Doe, A & Roe, R & Poe, P|2000|One\nb: Doe, A & Loe, L & Poe, P|2000|Two"


def test_the_number_of_the_first_note_does_not_replace_names() -> None:
    """Readers would have to look up both notes to distinguish "Doe et al. n. 1" from "Doe et al. n. 2"."""
    assert short_notes(NAMES, TEAMS) == ["Doe, Roe, et al. n. 1", "Doe, Loe, et al. n. 2"]


def test_with_names_tried_the_number_of_the_first_note_suffices() -> None:
    """Two works of the same people need no title in addition to the number, as in citeproc-js."""
    same = "a: Doe, A & Roe, R & Poe, P|2000|One\nb: Doe, A & Roe, R & Poe, P|2000|Two"
    assert short_notes(NAMES, same) == ["Doe et al. n. 1", "Doe et al. n. 2"]


@pytest.mark.parametrize("options", ["", NAMES])
def test_works_of_one_first_note_need_their_titles(options: str) -> None:
    """The number of the note is the same, so that only the condition distinguishes them."""
    same = "a: Doe, A & Roe, R & Poe, P|2000|One\nb: Doe, A & Roe, R & Poe, P|2000|Two"
    assert short_notes(options, same, "a b") == ["Doe et al. n. 1, One", "Doe et al. n. 1, Two"]


def test_works_of_different_first_notes_need_no_titles() -> None:
    """The number of the note differs."""
    assert short_notes("", TEAMS) == ["Doe et al. n. 1", "Doe et al. n. 2"]


def test_titles_follow_when_notes_are_joined() -> None:
    """Moving the first cite of a work into another note changes what distinguishes it."""
    found = items(TEAMS)
    later = '<text variable="first-reference-note-number"/><choose><if disambiguate="true">'
    later += '<text variable="title"/></if></choose>'
    body = f'<choose><if position="subsequent">{later}</if><else>{TITLE}</else></choose>'
    document = Processor(style(citing("", body=body), style_class="note"), found, output="text")
    document.update([cluster("a", 1), cluster("b", 2), cluster("a", 3)])
    before = document.citations[-1]
    document.update([cluster("a b", 1), cluster("a", 2)])
    assert (before, document.citations[-1]) == ("(1)", "(1One)")


@pytest.mark.parametrize(
    ("options", "records", "expected"),
    [
        # names are added one by one, to cites that this distinguishes
        (f"{NAMES} {ET_AL}", "a: Doe, A & Fox, B & Poe, C|2000\nb: Doe, A & Gnu, B & Poe, C|2000",
         "Doe, Fox, et al. 2000; Doe, Gnu, et al. 2000"),
        # no more are added when none helps
        (f"{NAMES} {ET_AL}", "a: Doe, A & Fox, B & Poe, C|2000\nb: Doe, A & Fox, B & Poe, C|2000",
         "Doe et al. 2000; Doe et al. 2000"),
        # different years need nothing
        (f"{NAMES} {ET_AL}", "a: Doe, A & Fox, B & Poe, C|2000\nb: Doe, A & Gnu, B & Poe, C|2001",
         "Doe et al. 2000; Doe et al. 2001"),
        # expanding a shown name comes before showing another
        (f"{NAMES} {GIVEN} {ET_AL}", "a: Doe, Ann & Fox, B & Poe, C|2000\nb: Doe, Bob & Gnu, B & Poe, C|2000",
         "A. Doe et al. 2000; B. Doe et al. 2000"),
        # by-cite stops at the first name that distinguishes the cites
        (GIVEN, "a: Doe, Ann & Fox, Bea|2000\nb: Doe, Ann & Fox, Cid|2000\nc: Doe, Kim|2000",
         "Doe, B. Fox 2000; Doe, C. Fox 2000; Doe 2000"),
        # all-names also expands names in cites that are unambiguous
        (rule("all-names"), "a: Doe, Ann|2000\nb: Doe, Bob|2001\nc: Roe, Kim|2002",
         "A. Doe 2000; B. Doe 2001; Roe 2002"),
        # primary-name expands the first name only
        (rule("primary-name"), "a: Poe, X & Doe, Ann|2000\nb: Roe, Y & Doe, Bob|2001",
         "Poe, Doe 2000; Roe, Doe 2001"),
        # initials that do not suffice are followed by full given names
        (GIVEN, "a: Doe, Ann|2000\nb: Doe, Amy|2000", "Ann Doe 2000; Amy Doe 2000"),
        # the same person needs no given name
        (rule("all-names"), "a: Doe, Ann|2000\nb: Doe, Ann|2001", "Doe 2000; Doe 2001"),
        # what remains is distinguished by suffixes, in the order of the bibliography
        (f"{GIVEN} {SUFFIX}", "a: Doe, Ann|2000\nb: Doe, Ann|2000\nc: Doe, Bob|2000",
         "A. Doe 2000a; A. Doe 2000b; B. Doe 2000"),
    ],
)  # fmt: skip
def test_methods_of_disambiguation(options: str, records: str, expected: str) -> None:
    """CSL 1.0.2, "Disambiguation"."""
    assert read(options, records) == expected


FOUR = """
a: Doe, A & Fox, X & Smith, J|2000
b: Doe, A & Fox, X & Smith, J & Roe, K|2000
"""


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (GIVEN, "Doe et al. 2000; Doe et al. 2000"),
        (NAMES, "Doe, Fox, Smith 2000; Doe, Fox, Smith, et al. 2000"),
        (f"{GIVEN} {NAMES}", "Doe, Fox, Smith 2000; Doe, Fox, Smith, et al. 2000"),
        (f"{GIVEN} {SUFFIX}", "Doe et al. 2000a; Doe et al. 2000b"),
    ],
)
def test_lists_of_different_length_are_compared(options: str, expected: str) -> None:
    """The rest of the longer list is hidden or shown as et al."""
    assert read(f"{options} {ET_AL}", FOUR) == expected


TWO_LISTS = (
    '<names variable="author"><name form="short"/></names>'
    '<names variable="editor" prefix=" in "><name form="short"/></names>'
)


def with_editors(**editors: str) -> list[Record]:
    """Return books by Doe with the editors, whose names are separated by spaces."""
    return [
        {"id": id_, "type": "chapter", "author": [{"family": "Doe", "given": "A."}],
         "editor": [{"family": name, "given": "B."} for name in text.split()]}
        for id_, text in editors.items()
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("editors", "expected"),
    [
        ({"a": "Fox Gnu Roe", "b": "Fox Gnu Yak"}, "Doe in Fox, Gnu, Roe; Doe in Fox, Gnu, Yak"),
        ({"a": "Fox Gnu Roe", "b": "Fox Hen Roe"}, "Doe in Fox, Gnu, et al.; Doe in Fox, Hen, et al."),
        ({"a": "Fox Gnu Roe", "b": "Fox Gnu Roe"}, "Doe in Fox et al.; Doe in Fox et al."),
    ],
)  # fmt: skip
def test_names_of_later_lists_are_shown_too(editors: dict[str, str], expected: str) -> None:
    """The first list is the same in both cites."""
    found = style(citing(f"{NAMES} {ET_AL}", 'delimiter="; "', TWO_LISTS))
    assert citations(found, with_editors(**editors), "a b") == [expected]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ('collapse="year"', "A. Doe 2001; B. Doe 2000, 2002; Roe 1999"),
        ('cite-group-delimiter=", "', "A. Doe 2001; B. Doe 2000, B. Doe 2002; Roe 1999"),
    ],
)
def test_cites_are_grouped_by_the_names_that_are_shown(options: str, expected: str) -> None:
    """Cites with equal keys are sorted by their names, with the given names that disambiguation adds."""
    found = items("a: Doe, Bob|2000\nb: Doe, Ann|2001\nc: Doe, Bob|2002\nd: Roe, C|1999")
    layout, key = 'delimiter="; "', '<sort><key variable="publisher"/></sort>'
    grouping = style(citing(f"{rule('all-names')} {options}", layout, sort=key))
    assert citations(grouping, found, "a b d c") == [expected]
