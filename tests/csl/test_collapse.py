"""Grouping and collapsing inside one citation."""

import pytest
from tests.csl.documents import AUTHOR, YEAR, citations, citing, items, style

from refkit.csl import Cite, Cluster, Processor
from refkit.csl.citation import suffix_rank

PAPERS = items(
    """
    d1: Doe, Jane|1999
    d2: Doe, Jane|2000
    d3: Doe, Jane|2000
    d4: Doe, Jane|2000
    r: Roe, Rob|2001
    p: Poe, Pia|2003
    """
)
NUMBERED = items("\n".join(f"n{at}: Name{at}, N|2000" for at in range(1, 9)))
BODY = (
    f'<group delimiter=", "><group delimiter=" ">{AUTHOR}{YEAR}</group>'
    '<text variable="locator"/></group>'
)
NUMBER = 'prefix="[" suffix="]" delimiter=", "'
SUFFIX = 'disambiguate-add-year-suffix="true"'


def read(options: str, cites: str, sort: str = "") -> str:
    layout = 'delimiter="; "'
    return citations(style(citing(options, layout, BODY, sort)), PAPERS, cites)[0]


def numbers(cites: str, body: str = '<text variable="citation-number"/>') -> str:
    every = " ".join(str(record["id"]) for record in NUMBERED)
    found = style(citing('collapse="citation-number"', NUMBER, body))
    return citations(found, NUMBERED, every, cites)[1]


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ("n1 n2", "[1, 2]"),
        ("n1 n2 n3", "[1–3]"),
        ("n1 n2 n3 n5 n6 n8", "[1–3, 5, 6, 8]"),
        ("n3 n2 n1", "[3, 2, 1]"),
        ("n1 n3 n4 n5", "[1, 3–5]"),
    ],
)
def test_three_numbers_in_a_row_become_a_range(cites: str, expected: str) -> None:
    """Two consecutive numbers do not become a range, nor do descending numbers."""
    assert numbers(cites) == expected


def test_a_cite_with_more_than_a_number_stays_out_of_ranges() -> None:
    """A locator would be lost inside a range."""
    body = (
        '<group delimiter=":"><text variable="citation-number"/><text variable="locator"/></group>'
    )
    assert numbers("n1 n2@7 n3 n4 n5", body) == "[1, 2:7, 3–5]"


@pytest.mark.parametrize(
    ("options", "cites", "expected"),
    [
        ('collapse="year"', "d1 d2 r", "Doe 1999, 2000; Roe 2001"),
        ('collapse="year" cite-group-delimiter="/"', "d1 d2 r", "Doe 1999/2000; Roe 2001"),
        ('cite-group-delimiter="/"', "d1 d2 r", "Doe 1999/Doe 2000; Roe 2001"),
        ('collapse="year" after-collapse-delimiter=" | "', "d1 d2 r p", "Doe 1999; 2000 | Roe 2001 | Poe 2003"),
        ('collapse="year"', "d1@5 d2@6 r", "Doe 1999, 5, 2000, 6; Roe 2001"),
        (f'collapse="year" {SUFFIX}', "d2 d3 d1", "Doe 2000a, 2000b, 1999"),
    ],
)  # fmt: skip
def test_an_author_is_named_once_for_several_years(options: str, cites: str, expected: str) -> None:
    """collapse="year" omits names that are the same as in the preceding cite."""
    assert read(options, cites) == expected


@pytest.mark.parametrize(
    ("options", "cites", "expected"),
    [
        ('collapse="year-suffix" year-suffix-delimiter=", "', "d2 d3 r", "Doe 2000a, b; Roe 2001"),
        ('collapse="year-suffix"', "d2 d3 r", "Doe 2000a; b; Roe 2001"),
        ('collapse="year-suffix-ranged"', "d2 d3 d4", "Doe 2000a–c"),
        ('collapse="year-suffix-ranged" year-suffix-delimiter=","', "d2 d3", "Doe 2000a,b"),
        ('collapse="year-suffix" year-suffix-delimiter=","', "d2 d3@7 d4", "Doe 2000a, b, 7, c"),
        ('collapse="year-suffix" after-collapse-delimiter=" | "', "d2 d3 r p", "Doe 2000a; b | Roe 2001; Poe 2003"),
    ],
)  # fmt: skip
def test_a_year_is_named_once_for_several_suffixes(options: str, cites: str, expected: str) -> None:
    """Repeated names and years leave only the suffix; ranges need three suffixes."""
    every = "d2 d3 d4"
    found = style(citing(f"{options} {SUFFIX}", 'delimiter="; "', BODY))
    assert citations(found, PAPERS, every, cites)[1] == expected


def test_sorted_cites_move_to_the_first_of_their_author() -> None:
    """CSL 1.0.2, Cite Grouping: a group has the position of its first cite."""
    sort = '<sort><key variable="issued"/></sort>'
    three = items("a: Doe, Jane|1999\nb: Roe, Rob|2000\nc: Doe, Jane|2001")
    found = style(citing('collapse="year"', 'delimiter="; "', BODY, sort))
    assert citations(found, three, "a b c") == ["Doe 1999, 2001; Roe 2000"]


def test_unsorted_cites_stay_where_the_author_put_them() -> None:
    """Without a cs:sort, only adjacent cites are grouped."""
    assert read('collapse="year"', "d1 r d2") == "Doe 1999; Roe 2001; Doe 2000"


def test_equal_sort_keys_leave_the_names_to_decide() -> None:
    """Grouping by author follows the order of the authors if the keys of the style tie."""
    papers = items(
        """
        z: Zed, A|1960
        r: Roe, B|1960
        p: Poe, C|1960
        a: Aoe, D|1959
        """
    )
    sort = '<sort><key variable="issued"/></sort>'
    found = style(citing('collapse="year"', 'delimiter="; "', AUTHOR, sort))
    assert citations(found, papers, "z r p a") == ["Aoe; Poe; Roe; Zed"]


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ("n1@7 n2", "1:7 / 2"),
        ("n1@7 n2 n3", "1:7 / 2, 3"),
        ("n1@7 n2 n3 n4", "1:7 / 2–4"),
        ("n1@7 n3@8", "1:7 / 3:8"),
        ("n1 n3@7 n5", "1, 3:7 / 5"),
        ("n1 n2 n3 n5", "1–3, 5"),
    ],
)
def test_the_after_collapse_delimiter_follows_each_number_with_a_locator(
    cites: str, expected: str
) -> None:
    """Otherwise the next number would look like a further page."""
    body = (
        '<group delimiter=":"><text variable="citation-number"/><text variable="locator"/></group>'
    )
    options = 'collapse="citation-number" after-collapse-delimiter=" / "'
    every = " ".join(str(record["id"]) for record in NUMBERED)
    found = style(citing(options, 'delimiter=", "', body))
    assert citations(found, NUMBERED, every, cites)[1] == expected


UNNAMED = items("d1: Doe, Jane|1999\nd2: Doe, Jane|2000\nu1: |2001|One\nu2: |2002|Two")
BODY_OF_UNNAMED = (
    '<names variable="author"><name form="short"/>{}</names>'
    '<date variable="issued" prefix=" "><date-part name="year"/></date>'
)


def unnamed(substitute: str, cites: str) -> str:
    body = BODY_OF_UNNAMED.format(substitute and f"<substitute>{substitute}</substitute>")
    found = style(citing('collapse="year"', 'delimiter="; "', body))
    bare = [{k: v for k, v in record.items() if k != "title"} for record in UNNAMED]
    return citations(found, bare, cites)[0]


def test_a_year_alone_does_not_look_like_another_year_of_the_author_before_it() -> None:
    """Items without names and titles are works of their own in styles that would print the title."""
    found = unnamed('<text variable="title"/>', "d1 d2 u1 u2")
    assert found == "Doe 1999, 2000; 2001; 2002"


def test_in_styles_without_titles_years_alone_are_joined_like_years() -> None:
    """The test suite has styles with only names and years."""
    assert unnamed("", "d1 u1 u2") == "Doe 1999, 2001, 2002"


def test_year_suffixes_do_not_sort_cites() -> None:
    """Sort keys that a macro renders have no year suffix, as in citeproc-js: ties keep the author's order."""
    year = f'{YEAR}<text variable="year-suffix"/>'
    macro = f'<macro name="year"><group>{year}</group></macro>'
    sort = '<sort><key macro="year"/></sort>'
    body = f'<group delimiter=" ">{AUTHOR}<text macro="year"/></group>'
    layout = 'delimiter="; "'
    found = style(macro + citing(f'collapse="year-suffix" {SUFFIX}', layout, body, sort))
    assert citations(found, PAPERS, "d2 d3 d4", "d4 d2")[1] == "Doe 2000c; a"


PAIRS = items(
    """
    a1: Doe, Jane|2000
    a2: Doe, Jane|2000
    b1: Doe, Jane|2001
    b2: Doe, Jane|2001
    n: Doe, Jane|1999
    r1: Roe, Rob|2001
    r2: Roe, Rob|2001
    """
)


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ("a1 a2 b1 b2", "Doe 2000a, b; 2001a, b"),
        ("a1 b1", "Doe 2000a; 2001a"),
        ("a2 b1", "Doe 2000b; 2001a"),
        ("n a1 a2", "Doe 1999; 2000a, b"),
        ("a1 n", "Doe 2000a; 1999"),
        ("a1 a2 r1 r2", "Doe 2000a, b; Roe 2001a, b"),
        ("b1 r1", "Doe 2001a; Roe 2001a"),
        ("a2 a1", "Doe 2000b, a"),
    ],
)
def test_only_suffixes_of_one_year_and_author_are_joined(cites: str, expected: str) -> None:
    """A suffix without its year would be taken for one of the year before it."""
    options = (
        f'collapse="year-suffix" year-suffix-delimiter=", " cite-group-delimiter="; " {SUFFIX}'
    )
    found = style(citing(options, 'delimiter="; "', BODY))
    every = " ".join(str(record["id"]) for record in PAIRS)
    assert citations(found, PAIRS, every, cites)[1] == expected


FIVE = items(
    "\n".join(f"s{at}: Doe, Jane|2000" for at in range(1, 6))
    + "\nt1: Doe, Jane|2001\nt2: Doe, Jane|2001"
)


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ("s1 s2 s3", "Doe 2000a–c"),
        ("s1 s2 s3 s4 s5", "Doe 2000a–e"),
        ("s1 s2", "Doe 2000a, b"),
        ("s1 s3 s4", "Doe 2000a, c, d"),
        ("s1 s3 s4 s5", "Doe 2000a, c–e"),
        ("s1 s2 s3 s5", "Doe 2000a–c, e"),
        ("s3 s2 s1", "Doe 2000c, b, a"),
        ("s1 s2@7 s3 s4", "Doe 2000a, b, 7, c, d"),
        ("s4 s5 t1 t2", "Doe 2000d, e, 2001a, b"),
        ("s1 s2 s3 t1 t2", "Doe 2000a–c, 2001a, b"),
    ],
)
def test_ranges_of_suffixes_are_consecutive(cites: str, expected: str) -> None:
    """A gap, a locator or another year ends a range."""
    options = f'collapse="year-suffix-ranged" year-suffix-delimiter=", " cite-group-delimiter=", " {SUFFIX}'
    found = style(citing(options, 'delimiter="; "', BODY))
    every = " ".join(str(record["id"]) for record in FIVE)
    assert citations(found, FIVE, every, cites)[1] == expected


@pytest.mark.parametrize(
    ("affixes", "expected"),
    [
        ({}, "[1–3]"),
        ({"prefix": "see "}, "[1, see 2, 3]"),
        ({"suffix": " passim"}, "[1, 2 passim, 3]"),
        ({"locator": "7"}, "[1–3]"),
    ],
)
def test_text_of_the_author_interrupts_a_range_of_numbers(
    affixes: dict[str, str], expected: str
) -> None:
    """A locator that the style does not print is no text."""
    numeric = style(
        citing('collapse="citation-number"', NUMBER, '<text variable="citation-number"/>')
    )
    cited = Cluster([Cite("n1"), Cite("n2", **affixes), Cite("n3")])  # type: ignore[arg-type]  # str options
    rendered = Processor(numeric, NUMBERED, output="text").render([cited])
    assert rendered.citations == (expected,)


@pytest.mark.parametrize(
    ("suffix", "rank"), [("", 0), ("a", 1), ("z", 26), ("aa", 27), ("az", 52), ("ba", 53)]
)
def test_year_suffixes_count_on_after_z(suffix: str, rank: int) -> None:
    """So that ranges of them are consecutive."""
    assert suffix_rank(suffix) == rank


@pytest.mark.parametrize(
    ("options", "cites", "expected"),
    [
        ('collapse="year-suffix"', "d1 d2 d3", "Doe 1999, 2000, 2000"),
        ('cite-group-delimiter=", "', "d1 r d2", "Doe 1999; Roe 2001; Doe 2000"),
        (f'collapse="year-suffix" year-suffix-delimiter="," {SUFFIX}', "d2 d3 d4 p", "Doe 2000a,b,c; Poe 2003"),
        (f'collapse="year" {SUFFIX}', "d2 d3 p", "Doe 2000a, 2000b; Poe 2003"),
        ('collapse="year" cite-group-delimiter="+"', "d1 d2 p", "Doe 1999+2000; Poe 2003"),
        ('collapse="year" after-collapse-delimiter=" | "', "p r", "Poe 2003 | Roe 2001"),
        (f'collapse="year-suffix" after-collapse-delimiter=" | " {SUFFIX}', "p r", "Poe 2003; Roe 2001"),
    ],
)  # fmt: skip
def test_modes_and_delimiters_of_collapsing(options: str, cites: str, expected: str) -> None:
    """CSL 1.0.2, "Cite Collapsing"."""
    assert read(options, cites) == expected


def test_an_unsorted_group_is_one_of_neighbors() -> None:
    """Without a cs:sort, the order is that of the author."""
    sort = '<sort><key variable="issued"/></sort>'
    assert read('cite-group-delimiter=", "', "d1 r d2") == "Doe 1999; Roe 2001; Doe 2000"
    assert read('cite-group-delimiter=", "', "r d1 d2", sort) == "Doe 1999, Doe 2000; Roe 2001"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"suffix": ";"}, {}, "Doe 1999; Roe 2001"),
        ({"suffix": " here."}, {}, "Doe 1999 here. Roe 2001"),
        ({}, {"prefix": ", and "}, "Doe 1999, and Roe 2001"),
        ({"suffix": " here"}, {"prefix": "and "}, "Doe 1999 here; and Roe 2001"),
    ],
)
def test_punctuation_of_the_author_replaces_the_delimiter(
    first: dict[str, str], second: dict[str, str], expected: str
) -> None:
    """Otherwise there would be two marks."""
    found = style(citing("", 'delimiter="; "', BODY))
    cited = Cluster([Cite("d1", **first), Cite("r", **second)])  # type: ignore[arg-type]  # str options
    assert Processor(found, PAPERS, output="text").render([cited]).citations == (expected,)


def test_an_unknown_key_in_a_numeric_style_is_shown() -> None:
    """It has no number, and the others keep theirs."""
    assert numbers("zz") == "[zz?]"
    assert numbers("n2 zz n3 n4") == "[2, zz?, 3, 4]"


def test_affixes_at_the_ends_of_a_range_do_not_end_it_twice() -> None:
    """A prefix is before the first number of a range, and a suffix after its last."""
    numeric = style(
        citing('collapse="citation-number"', NUMBER, '<text variable="citation-number"/>')
    )
    cited = [Cluster([Cite("n1", prefix="see "), Cite("n2"), Cite("n3")])]
    assert Processor(numeric, NUMBERED, output="text").render(cited).citations == ("[see 1–3]",)
