"""What the guides of styles print, from .bib files as their users write them.

`guide_examples.txt` contains synthetic references of the kinds in the guides' own example pages: after `=` their name
and style, an entry in BibLaTeX, after `-` one in BibTeX, and after `>` the line that the guide prints. `DIFFERENT`
lists those whose line the style file itself writes otherwise.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import refkit
from refkit.csl import Style
from refkit.data.style_guides import GUIDES, NO_GUIDE, guide_of


class Example(NamedTuple):
    """An example: its name, the style, the dialect, the entry and the expected line."""

    name: str
    style: str
    dialect: str
    entry: str
    line: str


def _examples() -> list[Example]:
    text = (Path(__file__).parent / "guide_examples.txt").read_text(encoding="utf-8")
    found = []
    for block in re.split(r"^= ", text, flags=re.M)[1:]:
        head, body = block.split("\n", 1)
        name, style = (part.strip() for part in head.split("|"))
        biblatex, body = re.split(r"\n-\n", body, maxsplit=1)
        bibtex, line = body.split("\n> ", 1)
        found += [Example(name, style, dialect, entry, line.strip())
                  for dialect, entry in (("biblatex", biblatex), ("bibtex", bibtex))]  # fmt: skip
    return found


def _formatted(example: Example) -> str:
    library = refkit.loads(example.entry, format=example.dialect)
    written = refkit.format(library, example.style, bare=True)
    return " ".join(written.split())


DIFFERENT = {
    # No type, date or role in the entry of BibTeX from which the style could know.
    ("apa-case", "bibtex"), ("apa-conference-talk", "bibtex"), ("ieee-standard", "bibtex"),
    # The style file prints no "No." before a number that is not numeric.
    ("apa-standard", "biblatex"), ("apa-standard", "bibtex"),
    # The style file has a space after the term for a volume, and between initials.
    ("gbt-chinese", "biblatex"), ("gbt-chinese", "bibtex"), ("gost-article", "biblatex"), ("gost-article", "bibtex"),
}  # fmt: skip


@pytest.mark.parametrize("example", _examples(), ids=lambda one: f"{one.name}-{one.dialect}")
def test_prints_the_line_of_the_guide(example: Example) -> None:
    is_different = (example.name, example.dialect) in DIFFERENT
    assert (_formatted(example) == example.line) is not is_different


def bibliography(entry: str, style: str, dialect: str = "biblatex") -> str:
    """Return the reference of an entry."""
    return refkit.format(refkit.loads(entry, format=dialect), style, bare=True).strip()


@pytest.mark.parametrize(
    "style", ["nature", "american-chemical-society", "harvard-cite-them-right", "elsevier-harvard"]
)
@pytest.mark.parametrize("field", ["eid", "articleno"])
def test_an_article_number_is_printed_where_a_style_prints_pages(style: str, field: str) -> None:
    entry = f"@article{{k, title={{Tea}}, journaltitle={{Lind}}, volume={{7}}, {field}={{10535}}, date={{2016}}}}"
    assert "10535" in bibliography(entry, style)


@pytest.mark.parametrize("style", ["apa", "mla", "ieee", "chicago", "nature"])
@pytest.mark.parametrize("number", ["L1", "A12", "012503"])
def test_an_article_number_that_is_repeated_in_pages_is_printed_once(
    style: str, number: str
) -> None:
    """As in the exports of ADS."""
    both = f"eid={{{number}}}, pages={{{number}}}"
    entry = (
        f"@article{{k, title={{Tea}}, journaltitle={{Lind}}, volume={{7}}, {both}, date={{2016}}}}"
    )
    assert bibliography(entry, style).count(number) == 1


@pytest.mark.parametrize(
    ("pages", "printed"),
    [
        ("e0151234", "Article e0151234"), ("044501", "Article 044501"), ("1234567", "Article 1234567"),
        ("44501", "44501"), ("12--15", "12–15"), ("S12", "Article S12"), ("12", "12"),
    ],
)  # fmt: skip
def test_article_numbers_in_pages(pages: str, printed: str) -> None:
    """APA 7, 9.27; a page is no longer than five digits and does not begin with 0."""
    entry = f"@article{{k, title={{Tea}}, journaltitle={{Lind}}, volume=7, pages={{{pages}}}, date={{2016}}}}"
    assert bibliography(entry, "apa").endswith(f"7, {printed}.")


@pytest.mark.parametrize(
    ("style", "wording"),
    [
        ("apa", "[Doctoral dissertation, Lind University]"), ("ieee", "Ph.D. dissertation, Lind University"),
        ("chicago-author-date", "PhD diss., Lind University"), ("mla", "Lind University, PhD dissertation"),
        ("nlm", "[dissertation]"), ("acs", "Ph.D. Dissertation, Lind University"),
        ("ama", "Dissertation. Lind University"),
        ("harvard", "PhD thesis. Lind University"),
    ],
)  # fmt: skip
def test_words_for_a_thesis(style: str, wording: str) -> None:
    entry = (
        "@phdthesis{k, title={Tea}, school={Lind University}, url={https://x.example}, year=2016}"
    )
    assert wording in bibliography(entry, style, "bibtex")


def test_a_type_of_the_user_stays() -> None:
    entry = "@thesis{k, author={Roe, Ann}, title={Tea}, type={Habilitation}, institution={Lind}, date={2016}}"
    assert "Habilitation" in bibliography(entry, "ieee")


@pytest.mark.parametrize(
    ("style", "title"),
    [
        ("ieee", "Robot Vision and Control"), ("ama", "Robot Vision and Control"),
        ("nature", "Robot Vision and Control"),
        ("apa", "Robot vision and control"), ("nlm", "Robot vision and control"), ("mla", "Robot Vision and Control"),
        ("chicago", "Robot Vision and Control"),
    ],
)  # fmt: skip
def test_the_case_of_a_title_of_a_book(style: str, title: str) -> None:
    entry = "@book{k, author={Roe, Ann}, title={Robot Vision and Control}, publisher={Lind}, date={1986}}"
    assert title in bibliography(entry, style)


def test_a_publisher_that_is_the_author() -> None:
    """APA 7, 9.29, omits the publisher, and MLA 9, 5.54, the author."""
    entry = "@book{k, author={{Lind Society}}, title={Tea}, publisher={Lind Society}, date={2013}}"
    assert bibliography(entry, "apa") == "Lind Society. (2013). Tea."
    assert bibliography(entry, "mla") == "Tea. Lind Society, 2013."


def test_the_organization_of_a_page_is_the_name_of_the_site() -> None:
    entry = "@online{k, author={Roe, Ann}, title={Tea}, organization={Lind Post}, date={2013}, url={https://x.example}}"
    assert bibliography(entry, "mla").startswith("Roe, Ann. “Tea.” Lind Post, 2013")
    assert "Lind Post" in bibliography(entry, "nature")


def test_a_style_that_prints_no_site_has_the_organization_as_publisher() -> None:
    entry = "@online{k, author={Roe, Ann}, title={Tea}, organization={Lind Post}, date={2013}, url={https://x.example}}"
    assert "Lind Post; 2013" in bibliography(entry, "nlm")
    assert "Lind Post, 2013" in bibliography(
        entry, "china-national-standard-gb-t-7714-2015-numeric"
    )


@pytest.mark.parametrize(
    ("style", "terms"),
    [
        ("china-national-standard-gb-t-7714-2015-numeric", "et al."),
        ("gost-r-7-0-5-2008-numeric", "4th ed."),
    ],
)
def test_the_language_of_the_work_decides_terms(style: str, terms: str) -> None:
    """GB/T 7714-2015, 6.1; GOST R 7.0.5-2008, 4.10."""
    entry = "@book{k, author={Roe, A. and Soe, B. and Toe, C. and Uoe, D.}, title={Tea}, edition={4}, date={2012}}"
    assert terms in bibliography(entry, style)


def test_a_chinese_work_has_chinese_terms() -> None:
    entry = "@book{k, author={王一 and 王二 and 王三 and 王四}, title={茶}, publisher={书局}, date={2012}}"
    assert "等" in bibliography(entry, "china-national-standard-gb-t-7714-2015-numeric")


def test_items_from_other_formats_are_formatted_as_they_are() -> None:
    """The guide's additions are for what BibTeX's users leave to the style."""
    record = {
        "id": "k",
        "type": "thesis",
        "title": "Tea Time",
        "genre": "PhD thesis",
        "publisher": "Lind",
    }
    processor = refkit.csl.Processor(Style.load("ieee"), [record], output="text")
    processor.nocite(["k"])
    assert "“Tea Time,” PhD thesis, Lind." in processor.bibliography().text


def test_a_style_with_terms_of_british_english_only_is_british() -> None:
    entry = "@article{k, author={Roe, Ann}, title={Tea}, journaltitle={Lind}, date={2012-06-20}}"
    assert "‘Tea’" in bibliography(entry, "harvard-cite-them-right")


def test_guides_are_found_by_the_beginning_of_a_name() -> None:
    assert guide_of("ieee-with-url") is GUIDES["ieee"]
    assert guide_of("apa-6th-edition-no-ampersand") is GUIDES["apa-6th-edition"]
    assert guide_of("ieeexplore") is NO_GUIDE


def test_every_guide_names_its_source() -> None:
    assert all(guide.source for guide in GUIDES.values())


@pytest.mark.parametrize(
    ("style", "title"),
    [
        ("chicago", "The Next Bridge Between Two Towns"), ("mla", "The Next Bridge between Two Towns"),
        ("chicago-author-date-17th-edition", "The Next Bridge between Two Towns"),
        ("apa", "The next bridge between two towns"),
    ],
)  # fmt: skip
def test_capitals_in_title_case(style: str, title: str) -> None:
    """CMOS 18, 8.160: prepositions of five letters and more have capitals; adverbs have them in all guides."""
    entry = "@book{k, author={Roe, Ann}, title={The Next Bridge Between Two Towns}, date={1986}}"
    assert title in bibliography(entry, style)


def test_a_title_with_a_capital_in_every_word_has_no_meant_ones() -> None:
    entry = "@book{k, author={Roe, Ann}, title={Theory Of Bridges Between Towns}, date={1986}}"
    assert "Theory of Bridges between Towns" in bibliography(entry, "chicago")


@pytest.mark.parametrize(
    ("style", "edition"),
    [
        ("apa", "2nd ed."),
        ("iso690-author-date-en", "2nd ed."),
        ("geographische-zeitschrift", "Second"),
    ],
)
def test_an_edition_in_words(style: str, edition: str) -> None:
    """A style that prints an edition as it is has the words of the entry."""
    entry = (
        "@book{k, author={Roe, Ann}, title={Tea}, edition={Second}, publisher={Lind}, year={1986}}"
    )
    assert edition in bibliography(entry, style, "bibtex")


def test_an_article_of_a_day_in_a_newspaper_has_its_day() -> None:
    entry = "@article{k, author={Roe, Ann}, title={Tea}, journal={The Guardian}, year=2012, month=jun, day=20}"
    assert bibliography(entry, "apa", "bibtex") == "Roe, A. (2012, June 20). Tea. The Guardian."


@pytest.mark.parametrize(
    ("style", "title"),
    [
        ("nlm", "Infant sleep: a survey"),
        ("ama", "Infant sleep: a survey"),
        ("apa", "Infant sleep: A survey"),
    ],
)
@pytest.mark.parametrize("typed", ["Infant Sleep: A Survey", "Infant sleep: A survey"])
def test_the_first_letter_of_a_subtitle(style: str, title: str, typed: str) -> None:
    entry = f"@article{{k, author={{Roe, Ann}}, title={{{typed}}}, journaltitle={{Lind}}, date={{1986}}}}"
    assert title in bibliography(entry, style)


def test_a_name_after_a_colon_keeps_its_capital() -> None:
    entry = "@article{k, author={Roe, Ann}, title={Tea: {Japan} and Its Farms}, journaltitle={Lind}, date={1986}}"
    assert "Tea: Japan and its farms" in bibliography(entry, "nlm")


@pytest.mark.parametrize("style", ["ieee", "acs", "american-physics-society"])
def test_a_patent_has_its_office_before_its_number(style: str) -> None:
    entry = "@patent{k, author={Roe, Ann}, title={Cup}, type={U.S. Patent}, number={5,123,456}, date={1999}}"
    assert "U.S. Patent 5,123,456" in bibliography(entry, style)


def test_an_office_that_the_style_prints_is_not_repeated() -> None:
    entry = "@patent{k, author={Roe, Ann}, title={Cup}, type={U.S. Patent}, number={5,123,456}, date={1999}}"
    assert bibliography(entry, "apa") == "Roe, A. (1999). Cup (U.S. Patent No. 5,123,456)."


def test_a_preprint_has_one_arxiv() -> None:
    entry = "@online{k, author={Roe, Ann}, title={Tea}, eprinttype={arxiv}, eprint={2101.00001}, date={2021}}"
    assert bibliography(entry, "ieee") == "[1] A. Roe, “Tea,” 2021, arXiv:2101.00001."
    assert "arXiv:arXiv" not in bibliography(entry, "royal-society-of-chemistry")


@pytest.mark.parametrize(
    ("number", "shown"), [("", ""), ("number={7}, ", " (Technical Report No. 7)")]
)
def test_a_report_is_called_a_technical_report_if_it_has_a_number(number: str, shown: str) -> None:
    entry = f"@techreport{{k, author={{Roe, Ann}}, title={{Tea}}, {number}institution={{Lind}}, year=2012}}"
    assert bibliography(entry, "apa", "bibtex") == f"Roe, A. (2012). Tea{shown}. Lind."


def test_the_host_of_a_podcast() -> None:
    entry = "@audio{k, editor={Roe, Ann}, editortype={host}, title={Tea}, titleaddon={Audio podcast}, date={2015}}"
    assert bibliography(entry, "apa") == "Roe, A. (Host). (2015). Tea [Audio podcast]."


def test_formatting_keeps_no_fields_in_memory() -> None:
    """Whether there is a description is found out without reading, and keeping, the other fields."""
    library = refkit.loads(
        "@book{a, author = {Doe, Jane}, title = {Tides}, titleaddon = {Map}, year = 2000}"
    )
    assert "[Map]" in refkit.format(library, "apa")
    assert not any(item.entry is not None and item.entry.is_read for item in library)


DIRECT = (
    "@online{{k, author={{Roe, Ann}}, title={{Tea}}, {}date={{2013}}, url={{https://x.example}}}}"
)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("organization={Lind Post}, ", "“Tea.” Lind Post, 2013"),
        ("publisher={Lind Post}, ", "Lind Post, 2013"),
        ("", "Roe, Ann. Tea. 2013"),
    ],
)
def test_the_site_of_a_page_in_mla(fields: str, expected: str) -> None:
    assert expected in bibliography(DIRECT.format(fields), "mla")


PREPRINT = "@online{{k, author={{Roe, Ann}}, title={{Tea}}, eprinttype={{arxiv}}, eprint={{2101.00001}}, {}date=2021}}"


def test_an_address_of_a_preprint_that_the_user_gives_stays() -> None:
    """The one that follows from the number is not printed."""
    given = bibliography(PREPRINT.format("url={https://x.example/tea}, "), "ieee")
    assert "arXiv:2101.00001" in given
    assert "https://x.example/tea" in given
    assert "http" not in bibliography(PREPRINT.format(""), "ieee")


@pytest.mark.parametrize(("kind", "is_shown"), [("article", True), ("book", False)])
def test_the_database_of_an_article_in_mla(kind: str, is_shown: bool) -> None:
    """MLA 9, 5.99, has it as a second container."""
    entry = f"@{kind}{{k, title={{Tea}}, journaltitle={{Lind}}, eprinttype={{jstor}}, eprint={{123}}, date={{2013}}}}"
    assert ("JSTOR" in bibliography(entry, "mla")) is is_shown


@pytest.mark.parametrize(
    ("style", "venue", "place"),
    [
        ("ieee", "venue={Oslo}, ", "Oslo"),
        ("ieee", "", "Paris"),
        ("vancouver", "venue={Oslo}, ", "Paris"),
    ],
)
def test_the_place_of_a_paper_in_proceedings(style: str, venue: str, place: str) -> None:
    """IEEE prints the place of the conference instead of that of the publisher."""
    entry = (
        f"@inproceedings{{k, author={{Roe, Ann}}, title={{Tea}}, booktitle={{Proc. Tea}}, {venue}location={{Paris}}, "
        "publisher={Lind}, date={2013}}"
    )
    written = bibliography(entry, style)
    assert [name for name in ("Oslo", "Paris") if name in written] == [place]


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("Lind Society", "Lind Society. (2013). Tea."),
        ("The Lind Society", "Lind Society. (2013). Tea."),
        ("LIND SOCIETY", "Lind Society. (2013). Tea."),
        ("Lind Society Press", "Lind Society. (2013). Tea. Lind Society Press."),
    ],
)
def test_which_publishers_are_the_author(publisher: str, expected: str) -> None:
    """Case and a leading article do not count."""
    entry = f"@book{{k, author={{{{Lind Society}}}}, title={{Tea}}, publisher={{{publisher}}}, date={{2013}}}}"
    assert bibliography(entry, "apa") == expected


@pytest.mark.parametrize(
    ("addon", "expected"),
    [
        ("titleaddon={Audio podcast}, ", "Tea [Audio podcast]."),
        ("titleaddon={Poster}, type={Talk}, ", "Talk"),
        ("", "Tea. "),
    ],
)
def test_a_description_is_in_brackets_in_apa(addon: str, expected: str) -> None:
    """The type of an entry precedes it."""
    entry = (
        f"@misc{{k, author={{Roe, Ann}}, title={{Tea}}, {addon}publisher={{Lind}}, date={{2015}}}}"
    )
    assert expected in bibliography(entry, "apa")
