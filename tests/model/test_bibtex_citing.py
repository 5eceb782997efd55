"""What BibTeX's fields mean to citation styles: editions, access dates, web pages, speeches, reviews, theses."""

from __future__ import annotations

import pytest

import refkit
from refkit.model.bibtex_words import access_date, edition_number
from refkit.model.citing import as_cited
from refkit.model.item import Item


def cited(entry: str) -> Item:
    """Return the item of an entry as styles get it."""
    return as_cited(refkit.loads(entry, format="biblatex")["k"])


@pytest.mark.parametrize(
    ("edition", "number"),
    [
        ("Second", "2"), ("2nd", "2"), ("4th edn", "4"), ("Third Edition", "3"), ("Twelfth", "12"), ("2. Auflage", "2"),
        ("Zweite", "2"), ("2e", "2"), ("Deuxième édition", "2"), ("2ª", "2"), ("Segunda", "2"), ("Terza edizione", "3"),
        ("Tweede druk", "2"), ("2-е изд.", "2"), ("第2版", "2"),
    ],
)  # fmt: skip
def test_reads_the_number_of_an_edition(edition: str, number: str) -> None:
    assert edition_number(edition) == number


@pytest.mark.parametrize(
    "edition", ["Revised", "2nd revised", "International", "New", "Second, revised", "A"]
)
def test_keeps_other_editions_in_words(edition: str) -> None:
    assert cited(f"@book{{k, title={{T}}, edition={{{edition}}}}}").edition == edition


def test_an_edition_in_words_is_kept_by_conversions_between_bib_files() -> None:
    """BibTeX's styles print the word as it is."""
    library = refkit.loads("@book{k, title={T}, edition={Second}}")
    assert "edition = {Second}" in refkit.dumps(list(library), "bibtex")


@pytest.mark.parametrize(
    "note",
    [
        "Accessed: 2020-01-09", "Accessed 9 January 2020", "[Online; accessed 9-January-2020]",
        "(accessed Jan 9, 2020)",
        "Last accessed on January 9, 2020.", "Zugriff am 9. Januar 2020", "abgerufen am 09.01.2020",
        "Consulté le 9 janvier 2020", "acesso em 9 jan. 2020",
    ],
)  # fmt: skip
def test_reads_the_access_date_in_a_note(note: str) -> None:
    date = access_date(note)
    assert date is not None
    assert date.start is not None
    assert (date.start.year, date.start.month, date.start.day) == (2020, 1, 9)


@pytest.mark.parametrize(
    "note", ["Accessed via JSTOR", "Accessed on 01/02/2020", "Retrieved 2 samples in 2020", "First edition 1990"]
)  # fmt: skip
def test_keeps_other_notes(note: str) -> None:
    """A date with the day or the month first is not a date."""
    assert cited(f"@misc{{k, title={{T}}, note={{{note}}}}}").note == note


@pytest.mark.parametrize(
    ("entry", "item_type"),
    [
        (r"@misc{k, title={T}, howpublished={\url{https://x.example}}}", "webpage"),
        ("@misc{k, title={T}, organization={Lind}, url={https://x.example}}", "webpage"),
        ("@misc{k, title={T}, publisher={Lind}, url={https://x.example}}", "document"),
        ("@misc{k, title={T}, doi={10.1234/x}, url={https://x.example}}", "document"),
        ("@misc{k, title={T}, howpublished={Printed by the author}}", "document"),
        ("@unpublished{k, title={T}, eventtitle={Lind Days}}", "speech"),
        ("@unpublished{k, title={T}, venue={Oslo}}", "speech"),
        ("@unpublished{k, title={T}}", "manuscript"),
        ("@review{k, title={T}, journaltitle={Lind Post}}", "article-journal"),
        ("@review{k, title={T}, journaltitle={Lind Post}, entrysubtype={newspaper}}", "article-newspaper"),
        ("@review{k, title={T}, reviewed-title={B}, journaltitle={Lind Post}}", "review"),
    ],
)  # fmt: skip
def test_types_that_the_fields_imply(entry: str, item_type: str) -> None:
    assert cited(entry).type == item_type


def test_the_university_of_a_thesis_comes_before_its_publisher() -> None:
    item = cited("@phdthesis{k, title={T}, institution={University of Oslo}, publisher={Lind}}")
    assert (item.publisher, item.archive) == ("University of Oslo", "Lind")


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("The Story of {C}hinatown", "Chinatown"),
        ("The Story of {B}ib{T}e{X}", "BibTeX"),
        ("The Story of {New York}ers", "New Yorkers"),
        ("The Story of e{B}ay", "eBay"),
    ],
)
def test_a_word_with_a_protected_letter_is_protected(title: str, protected: str) -> None:
    """A style in title case would capitalize the rest, too: `CHinatown`."""
    item = cited(f"@book{{k, title={{{title}}}}}")
    assert item.title == f'The story of <span class="nocase">{protected}</span>'


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Proceedings of the Lind Conference on Tea", "Proceedings of the Lind Conference on Tea"),
        ("Tea and Salt: Proceedings of the Fifth Workshop", "Tea and salt: Proceedings of the Fifth Workshop"),
        ("Proc. 5th Int. Conf. Tea Sci.", "Proc. 5th Int. Conf. Tea Sci."),
        ("Actes du Colloque de Lind", "Actes du Colloque de Lind"),
        ("Learning and Intelligent Optimization", "Learning and intelligent optimization"),
    ],
)  # fmt: skip
def test_names_of_conferences_keep_their_capitals(title: str, expected: str) -> None:
    assert (
        cited(f"@inproceedings{{k, title={{T}}, booktitle={{{title}}}}}").container_title
        == expected
    )


@pytest.mark.parametrize("entry_type", ["jurisdiction", "legislation", "legal", "standard"])
def test_names_of_cases_laws_and_standards_keep_their_capitals(entry_type: str) -> None:
    assert (
        cited(f"@{entry_type}{{k, title={{Roe v. Board of Education}}}}").title
        == "Roe v. Board of Education"
    )


@pytest.mark.parametrize(
    "fields",
    [
        "journal={arXiv preprint arXiv:1810.04805}",
        "journal={arXiv e-prints}, eid={arXiv:1810.04805}, pages={arXiv:1810.04805}",
        "journal={CoRR}, volume={abs/1810.04805}",
        "journal={arXiv: 1810.04805}",
        "journal={ArXiv}, volume={abs/1810.04805}",
        "journal={arXiv (Cornell University)}, eprint={1810.04805}, eprinttype={arXiv}",
    ],
)
def test_an_article_in_a_preprint_server_is_a_preprint(fields: str) -> None:
    """As Google Scholar, ADS, DBLP, Semantic Scholar and OpenAlex export it."""
    item = cited(f"@article{{k, title={{T}}, date={{2018}}, {fields}}}")
    assert (item.type, item.publisher, item.number) == ("article", "arXiv", "arXiv:1810.04805")
    assert item.URL == "https://arxiv.org/abs/1810.04805"
    assert not item.container_title + item.volume + item.page


@pytest.mark.parametrize("journal", ["bioRxiv", "bioRxiv preprint", "SSRN Electronic Journal"])
def test_other_servers_are_known(journal: str) -> None:
    """Their address is the DOI."""
    item = cited(f"@article{{k, title={{T}}, journal={{{journal}}}, doi={{10.1101/1}}}}")
    assert (item.type, item.publisher, item.URL) == ("article", journal.split()[0], "")


@pytest.mark.parametrize("journal", ["Corr", "Arxiv of Medicine", "Journal of arXiv Studies"])
def test_other_journals_are_journals(journal: str) -> None:
    """The name must be that of a server."""
    item = cited(f"@article{{k, title={{T}}, journal={{{journal}}}, volume={{1}}}}")
    assert (item.type, item.container_title) == ("article-journal", journal)


@pytest.mark.parametrize(
    ("fields", "item_type", "genre"),
    [
        ("type={Film}", "motion_picture", "Film"), ("note={Data set}", "dataset", "Data set"),
        ("note={[Computer software].}", "software", "Computer software"),
        ("howpublished={[Data set]. Zenodo}", "dataset", "Data set"),
        ("howpublished={Conference presentation, Lind Days, Oslo}", "speech", "Conference presentation"),
        ("note={Paper presented at the Lind Days, Oslo}", "speech", "Paper presentation"),
        ("note={Keynote talk given at Lind Days}", "speech", "Keynote talk"),
        ("note={Presented at Lind Days}", "speech", ""), ("type={Karte}", "map", "Karte"),
        ("note={Film, in colour}", "document", ""), ("type={Press release}", "document", "Press release"),
        ("howpublished={Printed by the author, Oslo}", "document", ""), ("publisher={Film}", "document", ""),
    ],
)  # fmt: skip
def test_reads_the_type_of_a_described_work(fields: str, item_type: str, genre: str) -> None:
    item = cited(f"@misc{{k, title={{T}}, {fields}}}")
    assert (item.type, item.text.get("genre", "")) == (item_type, genre)


def test_the_text_after_a_description_is_the_publisher_or_the_event() -> None:
    assert cited("@misc{k, title={T}, howpublished={[Data set]. Zenodo}}").publisher == "Zenodo"
    event = cited("@misc{k, title={T}, note={Poster presented at the Lind Days, Oslo}}").text
    assert event["event-title"] == "Lind Days, Oslo"


@pytest.mark.parametrize("kind", ["article", "book", "techreport", "phdthesis"])
def test_a_description_does_not_change_other_types(kind: str) -> None:
    entry = f"@{kind}{{k, title={{T}}, note={{Film}}}}"
    assert cited(entry).note == "Film"


@pytest.mark.parametrize(
    ("name", "family", "particle"),
    [
        ("Ortega y Gasset, José", "Ortega y Gasset", ""), ("Calderón de la Barca, Pedro", "Calderón de la Barca", ""),
        ("Ponce de León, Juan", "Ponce de León", ""), ("van der Berg, Jan", "Berg", "van der"),
        ("Van de Velde, Henry", "Velde", "Van de"), ("De la Cruz, Ana", "Cruz", "De la"),
    ],
)  # fmt: skip
def test_a_family_name_that_begins_with_a_capital_is_whole(
    name: str, family: str, particle: str
) -> None:
    """BibTeX takes its first words as the von part."""
    (author,) = cited(f"@book{{k, title={{T}}, author={{{name}}}}}").names["author"]
    assert (author.family, author.particle) == (family, particle)


@pytest.mark.parametrize(
    ("pages", "spaced"),
    [
        ("1,3,5", "1, 3, 5"), ("12--15,20--25", "12-15, 20-25"), ("S1,S4", "S1, S4"), ("101,103", "101, 103"),
        ("1,234", "1,234"), ("1,234--1,240", "1,234-1,240"), ("1, 3", "1, 3"),
    ],
)  # fmt: skip
def test_a_list_of_pages_has_spaces(pages: str, spaced: str) -> None:
    assert cited(f"@article{{k, title={{T}}, pages={{{pages}}}}}").page == spaced


@pytest.mark.parametrize(
    "note",
    [
        "Original work published 1900", "(Original work published 1900)", "Originally published in 1900.",
        "First published 1900", "First published in 1900",
    ],
)  # fmt: skip
def test_reads_the_first_year_in_a_note(note: str) -> None:
    item = cited(f"@book{{k, title={{T}}, year=1980, note={{{note}}}}}")
    assert (str(item.dates["original-date"]), item.note) == ("1900", "")


@pytest.mark.parametrize(
    ("number", "genre", "rest"),
    [
        ("US Patent 4,586,960", "US Patent", "4,586,960"), ("U.S. Patent No. 4 084 217", "U.S. Patent", "4 084 217"),
        ("European Patent EP 1234567", "European Patent", "EP 1234567"), ("US 7732193 B2", "", "US 7732193 B2"),
    ],
)  # fmt: skip
def test_separates_the_kind_of_a_patent_from_its_number(number: str, genre: str, rest: str) -> None:
    item = cited(f"@patent{{k, title={{T}}, number={{{number}}}}}")
    assert (item.text.get("genre", ""), item.number) == (genre, rest)


def test_the_words_in_chapter_are_the_title_of_the_chapter() -> None:
    item = cited("@inbook{k, title={Rivers}, chapter={Salt and Water}, pages={3--9}}")
    assert (item.title, item.text["container-title"]) == ("Salt and water", "Rivers")


def test_the_author_has_the_role_of_authortype() -> None:
    item = cited("@movie{k, title={T}, author={Roe, Ann}, authortype={director}}")
    assert list(item.names) == ["director"]


@pytest.mark.parametrize(
    "field", ["lastchecked = {2020-01-09}", "lastaccessed={January 9, 2020}", "visited = {2020-01-09 10:30}"]
)  # fmt: skip
def test_the_access_dates_of_styles_and_programs_are_read(field: str) -> None:
    found = cited(f"@misc{{k, title={{T}}, url={{https://x.org}}, {field}}}")
    assert str(found.dates["accessed"].start) == "DatePoint(year=2020, month=1, day=9)"
    assert field.partition("=")[0].strip() not in found.custom


def test_an_access_field_that_is_not_a_date_is_kept() -> None:
    found = cited("@misc{k, title={T}, lastchecked={never}}")
    assert "accessed" not in found.dates
    assert found.custom["lastchecked"] == "never"


def test_an_addition_to_a_title_is_the_title_of_a_work_without_one() -> None:
    """BibLaTeX prints it alone: `titleaddon = {Map of the harbor}`."""
    assert cited("@image{k, titleaddon={Map of the harbor}}").title == "Map of the harbor"
    assert cited("@image{k, title={T}, titleaddon={Map}}").title == "T. Map"
