"""The comparison with citeproc-js: documents made from libraries, and the kinds of differences."""

from pathlib import Path

import pytest
from tests.csl import real_documents
from tests.csl.causes import cause
from tests.csl.differential import plain
from tests.csl.intended import Case, listed, without_normal


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ("<i>A Title</i>", "A Title", "markup"),
        ("A title .", "A title.", "white space"),
        ("“A title”", "«A title»", "quotes"),
        ("12–14", "12-14", "dashes"),
        ("A title", "A Title", "case"),
        ("A title.", "A title", "punctuation"),
        ("Doe a Roe b", "Roe b Doe a", "order of characters"),
        ("Doe", "Doe et al.", "words"),
    ],
)
def test_a_difference_has_the_kind_that_makes_the_texts_equal(
    ours: str, theirs: str, kind: str
) -> None:
    """Later kinds also ignore what earlier kinds ignore."""
    assert cause(ours, theirs).partition(":")[0] == kind


def test_the_first_words_that_differ_are_shown_by_their_shape() -> None:
    """Thus the same difference in several entries is one kind."""
    assert cause("Doe, J. 2000a", "Doe, J. 2001b") == cause("Roe, K. 1990c", "Roe, K. 1989c")


def test_halves_share_no_library(tmp_path: Path) -> None:
    """Each library is in one half, whatever the others are."""
    for number in range(20):
        (tmp_path / f"{number}.bib").touch()
    looked, counted = (real_documents.libraries([tmp_path], half) for half in ("look", "count"))
    assert looked
    assert counted
    assert sorted([*looked, *counted]) == sorted(tmp_path.iterdir())


def test_items_are_drawn_once_by_id(tmp_path: Path) -> None:
    """A repeated key would mean another item in each processor."""
    path = tmp_path / "x.bib"
    path.write_text("@book{a, title={First}} @book{a, title={Second}} @book{b, title={Third}}")
    found = real_documents.records(path, 10)
    assert sorted(str(item["title"]) for item in found) == ["First", "Third"]


def test_documents_repeat_cites_with_and_without_locators() -> None:
    """The same seed gives the same document."""
    ids = ["a", "b", "c", "d"]
    clusters = real_documents.documents(ids, "seed")
    run = clusters[-5:]
    assert clusters == real_documents.documents(ids, "seed")
    assert [len(cites) for cites in run] == [1] * 5
    assert run[1] == run[2]
    assert "locator" in run[1][0]
    assert run[0] == run[4] == [{"id": run[1][0]["id"]}]


def test_styles_of_all_citation_formats_are_drawn() -> None:
    """A style with its own language keeps it; the others get languages in turn."""
    names = ["apa", "ieee", "chicago-notes-bibliography", "din-1505-2-alphanumeric"]
    drawn = dict(real_documents.styles(names, seed=1, count=4))
    assert sorted(drawn) == sorted(names)
    assert drawn["din-1505-2-alphanumeric"] == ""
    assert len(set(drawn.values())) == 4


NOTE = '<style class="note">'
GROUPED = '<style class="in-text"><citation collapse="year">'
AGAIN = NOTE + '<if disambiguate="true"/><text variable="first-reference-note-number"/>'
BLOCKS = '<text display="block"/><bibliography><layout suffix=".">'
TITLED = '<text variable="title" text-case="title"/>'
EVENT = '<text variable="event"/>'
SHORT_PAGES = '<style page-range-format="minimal">'
LARGE = {"volume": "4169"}
ROMAN = '<number variable="volume" form="roman"/>'
SUFFIXED = '<citation disambiguate-add-year-suffix="true">'
TIMED = '<if locator="timestamp"/>'
HYPHEN = {"author": [{"family": "Yano", "given": "Jun-Ichi"}]}
REPORT = {"type": "report", "number": "180-4"}
OTHERS = {"author": [{"family": "Doe"}, {"literal": "others"}]}
BOARD = {"author": [{"family": "Doe"}, {"literal": "WHO"}]}
HELD = {"event-title": "Tea Days"}


@pytest.mark.parametrize(
    ("style", "item", "ours", "theirs", "expected"),
    [
        ("", OTHERS, "Doe et al.", "Doe, others", "the name others"),
        ("", {"title": '<span class="nocase">P</span>ython'}, "Python", "PYthon", "parts of words with nocase"),
        (NOTE, {"title": "Python"}, "(2011)", "(2011]", "brackets in notes"),
        ("", {"note": "Accessed: 2022"}, "T. 2022", "T.", "labels of Zotero's fields"),
        ("", HYPHEN, "J.-I. Yano", "J. I. Yano", "hyphens of initials"),
        ("", LARGE, "vol. 4169", "vol. mmmmclxix", "Roman numerals"),
        (ROMAN, LARGE, "T, 4169, 2006", "T, , 2006", "Roman numerals"),
        (ROMAN, {"volume": "169"}, "T, 169, 2006", "T, , 2006", ""),
        (SUFFIXED, {}, "Roe, 2012a", "Roe, 2012, a", "year suffixes"),
        ("", {}, "«A “B” C»", "«A «B» C»", ""),
        ("", {}, "«“B” C»", "««B» C»", "nested quotes"),
        ("", {"author": [{"family": "Kan", "given": "Min-Yen"}]}, "Min-Yen Kan", "Min Yen Kan", "hyphens of initials"),
        ("", {"volume": "x"}, "Roe, x", "Roe,, x", "repeated commas"),
        ("", {"edition": "2<sup>nd</sup>"}, "2<sup>nd</sup>", "2&#60;sup&#62;nd&#60;/sup&#62;", "markup of numbers"),
        (TITLED, {}, "At http://x.org", "At Http://X.Org", "case of addresses"),
        (BLOCKS, {}, "Roe, <i>T</i>.", "Roe, <i>T</i>", "suffixes after blocks"),
        ("", REPORT, "no. 180-4", "nos 180–4", "identifying numbers"),
        ("", {}, '<span style="font-variant:normal;">et al.</span>', "et al.", "upright parts"),
        ("", BOARD, "Doe, and WHO", "Doe and WHO", "organizations"),
        (EVENT, HELD, "T. Held at Tea Days, 7", "T. 7", "events"),
        ("", {}, "<i>T</i>. AAAI", "<i>T</i>.AAAI", "lost spaces"),
        ("", {"title": "Python"}, "Python", "PYthon", ""),
        ("", {"author": [{"family": "Others"}]}, "Others", "others", ""),
        ("", {"title": "Python"}, "(2011)", "(2011]", ""),
        ("", {}, "no. 180-4", "nos 180–4", ""),
        ("", {}, "Roe, <i>T</i>.", "Roe, <i>T</i>", ""),
    ],
)  # fmt: skip
def test_listed_differences_are_recognized(
    style: str, item: dict[str, object], ours: str, theirs: str, expected: str
) -> None:
    """Those that the items, the texts or the style show are counted as intended."""
    assert listed(Case([item], [], style, ours, theirs)) == expected


@pytest.mark.parametrize(
    ("style", "cites", "ours", "theirs", "expected"),
    [
        ("", [{"suffix": ", passim"}], "“One,” passim", "“One”, passim", "suffixes after quotations"),
        ("", [{"suffix": " passim"}], "“One,” passim", "“One”, passim", ""),
        (SHORT_PAGES, [{"locator": "33–35"}], "pp. 33–5", "pp. 33–35", "ranges of locators"),
        (SHORT_PAGES, [{"locator": "33–39"}], "pp. 33–5", "pp. 33–35", ""),
        (TIMED, [{"locator": "1-2", "label": "timestamp"}], "(Roe 1–2)", "(Roe, 1–2)", "timestamps"),
        (TIMED, [{"locator": "1-2", "label": "page"}], "(Roe 1–2)", "(Roe, 1–2)", ""),
        (GROUPED, [{}, {}], "(2007; Roe 2009)", "(Roe 2009, 2007)", "cites without names"),
        (GROUPED, [{}, {}], "(2007; Roe 2009)", "(Roe 2008, 2007)", ""),
        ("", [{}, {}], "n. 8; n. 1", "n. 8n. 1", "lost delimiters"),
        (AGAIN, [{}], "Op. cit. (n. 7)", "<i>One</i>, op. cit. (n. 7)", "titles after different notes"),
        (AGAIN, [{}], "Op. cit. (n. 7)", "<i>Two</i>, op. cit. (n. 7)", ""),
    ],
)  # fmt: skip
def test_listed_differences_of_cites_are_recognized(
    style: str, cites: list[dict[str, object]], ours: str, theirs: str, expected: str
) -> None:
    """The affixes and locators of the cites are considered, too."""
    assert listed(Case([{"title": "One"}], cites, style, ours, theirs)) == expected


def test_several_listed_differences_may_meet() -> None:
    """All of them are named."""
    case = Case([HYPHEN, LARGE], [], "", "J.-I. Yano, 4169", "J. I. Yano,, mmmmclxix")
    assert listed(case) == "hyphens of initials, repeated commas, Roman numerals"


def test_only_spans_without_normal_formatting_stay() -> None:
    """The end of an inner span does not end the outer one."""
    inner = (
        '<span style="font-weight:normal;">b <span style="font-variant:small-caps;">c</span></span>'
    )
    kept = '<span style="font-variant:small-caps;">c</span>'
    assert without_normal(f"a {inner} d") == f"a b {kept} d"


def test_white_space_collapses_across_tags() -> None:
    """As browsers display it."""
    assert plain("<i>Doe</i> <b> 2010</b>") == plain("<i>Doe</i> <b>2010</b>")
    assert plain("<i>Doe</i> <b>2010</b>") != plain("<i>Doe</i><b>2010</b>")
