"""Entries are converted to items."""

import pytest

from refkit.formats.bibtex import read
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.source import Source


def item(text: str, dialect: str | None = None) -> Item:
    return read(Source(text), dialect).items[0]


def faults(text: str) -> list[str]:
    library = read(Source(text))
    list(library.items)
    return [fault.message for fault in library.faults]


@pytest.mark.parametrize(
    ("entry_type", "item_type"),
    [
        ("article", "article-journal"),
        ("book", "book"),
        ("booklet", "pamphlet"),
        ("conference", "paper-conference"),
        ("inbook", "chapter"),
        ("incollection", "chapter"),
        ("inproceedings", "paper-conference"),
        ("manual", "report"),
        ("mastersthesis", "thesis"),
        ("misc", "document"),
        ("phdthesis", "thesis"),
        ("proceedings", "book"),
        ("techreport", "report"),
        ("unpublished", "manuscript"),
        ("online", "webpage"),
        ("inreference", "entry-encyclopedia"),
        ("dataset", "dataset"),
        ("software", "software"),
        ("movie", "motion_picture"),
        ("nosuchtype", "document"),
    ],
)
def test_an_entry_type_is_an_item_type(entry_type: str, item_type: str) -> None:
    """BibTeX's types, BibLaTeX's types, and an unknown one."""
    assert item(f"@{entry_type}{{k, title = {{T}}}}").type == item_type


@pytest.mark.parametrize(
    ("entry_type", "item_type"),
    [
        ("presentation", "speech"),  # biblatex-apa
        ("legmaterial", "bill"),
        ("softwareversion", "software"),  # biblatex-software
        ("newspaper", "article-newspaper"),  # gbt7714
        ("artifactdataset", "dataset"),  # acm
        ("mastersthesis", "thesis"),
        ("masterthesis", "thesis"),
        ("interview", "interview"),  # CSL
        ("post-weblog", "post-weblog"),
        ("blogpost", "post-weblog"),  # Zotero
        ("ConferencePaper", "paper-conference"),
    ],
)
def test_the_types_of_styles_and_programs_are_read(entry_type: str, item_type: str) -> None:
    assert item(f"@{entry_type}{{k, title = {{T}}}}").type == item_type


def test_the_number_of_an_article_is_its_issue_in_all_types_of_articles() -> None:
    found = item("@magazine{k, title = {T}, journal = {J}, number = 3}")
    assert (found.text["issue"], "number" in found.text) == ("3", False)


def test_types_of_styles_are_written_as_types_that_all_styles_know() -> None:
    import refkit

    text = refkit.dumps([item("@presentation{k, title = {T}}")], "biblatex")
    assert text.startswith("@unpublished{k,")
    assert item(text).type == "speech"


@pytest.mark.parametrize("fields", ["", ", eprint = {12}", ", doi = {10.1002/x.1}"])
def test_an_online_work_in_a_preprint_server_is_a_preprint(fields: str) -> None:
    """Programs write the server without a number, too."""
    import refkit

    found = item(f"@online{{k, title = {{T}}, eprinttype = {{ESS Open Archive}}{fields}}}")
    assert (found.type, found.text["publisher"]) == ("article", "ESS Open Archive")
    assert "number" not in found.text
    assert item(refkit.dumps([found], "biblatex")).replace(entry=None) == found.replace(entry=None)


@pytest.mark.parametrize(
    "entry", ["@article{k, eprinttype = {arXiv}}", "@online{k, eprinttype = {jstor}}"]
)
def test_other_entries_with_an_archive_keep_their_type(entry: str) -> None:
    assert item(entry).type in ("article-journal", "webpage")


@pytest.mark.parametrize("field", ["collaborator", "contributor"])
def test_collaborators_are_contributors(field: str) -> None:
    found = item(f"@misc{{k, title = {{T}}, {field} = {{Doe, Ann and Roe, Bo}}}}")
    assert found.names["contributor"] == (Name("Doe", "Ann"), Name("Roe", "Bo"))


def test_a_collaborator_can_be_an_editor_with_a_type() -> None:
    found = item("@book{k, title = {T}, editora = {Doe, Ann}, editoratype = {collaborator}}")
    assert found.names["contributor"] == (Name("Doe", "Ann"),)


@pytest.mark.parametrize(
    ("entry", "item_type"),
    [
        ("@video{k, entrysubtype = {tvepisode}}", "broadcast"),
        ("@audio{k, entrysubtype = {podcast}}", "broadcast"),
        ("@video{k, entrysubtype = {film}}", "motion_picture"),
        ("@misc{k, entrysubtype = {podcast}}", "document"),
    ],
)
def test_the_subtype_of_a_recording_can_be_a_broadcast(entry: str, item_type: str) -> None:
    """The word is kept, because styles print it."""
    import refkit

    found = item(entry)
    assert found.type == item_type
    subtype = entry.partition("entrysubtype = ")[2].rstrip("}") + "}"
    assert f"entrysubtype = {subtype}" in refkit.dumps([found], "biblatex")


def test_the_number_of_the_electronic_edition_is_used_without_another() -> None:
    assert item("@article{k, eissn = {1234-5679}}").text["ISSN"] == "1234-5679"
    assert item("@article{k, eissn = {1234-5679}, issn = {0000-0000}}").text["ISSN"] == "0000-0000"


def test_an_article_is_converted_to_csl_variables() -> None:
    """The fields of every journal article."""
    found = item(
        """@article{k, author = {Ann Doe and others}, title = {On {NASA}}, journal = {J. of X},
        year = 2004, month = dec, volume = 3, number = 2, pages = {10--20}, doi = {https://doi.org/10.1000/1},
        keywords = {a, b}, note = {Read.}}"""
    )
    assert found.names == {"author": (Name("Doe", "Ann"), Name(others=True))}
    assert found.dates == {"issued": Date(start=DatePoint(2004, 12))}
    assert found.text == {
        "title": 'On <span class="nocase">NASA</span>',
        "container-title": "J. of X",
        "volume": "3",
        "issue": "2",
        "page": "10-20",
        "DOI": "10.1000/1",
        "keyword": "a, b",
        "note": "Read.",
    }
    assert found.custom == {}


@pytest.mark.parametrize(
    ("written", "variable", "value"),
    [
        ("@article{k, number = 2}", "issue", "2"),
        ("@article{k, number = 2, eid = {e5}}", "number", "e5"),
        ("@book{k, number = 2, series = {S}}", "collection-number", "2"),
        ("@techreport{k, number = {TR-2}}", "number", "TR-2"),
        ("@book{k, series = {S}}", "collection-title", "S"),
        ("@incollection{k, booktitle = {B}}", "container-title", "B"),
        ("@phdthesis{k, school = {MIT}}", "publisher", "MIT"),
        ("@techreport{k, institution = {MIT}}", "publisher", "MIT"),
        ("@manual{k, organization = {GNU}}", "publisher", "GNU"),
        ("@misc{k, howpublished = {Leaflet}}", "publisher", "Leaflet"),
        ("@misc{k, howpublished = {\\url{http://a.org/x\\_y}}}", "URL", "http://a.org/x_y"),
        ("@misc{k, url = {http://a.org/\\~{}x\\%20}}", "URL", "http://a.org/~x%20"),
        ("@phdthesis{k, title = {T}}", "genre", "PhD thesis"),
        ("@mastersthesis{k, title = {T}}", "genre", "Master’s thesis"),
        ("@phdthesis{k, type = {Habilitation}}", "genre", "Habilitation"),
        ("@thesis{k, type = {mathesis}}", "genre", "Master’s thesis"),
        ("@techreport{k, title = {T}}", "genre", "Technical report"),
        ("@book{k, address = {Rome}}", "publisher-place", "Rome"),
        ("@book{k, location = {Rome}}", "publisher-place", "Rome"),
        ("@patent{k, location = {countryfr and countryuk}}", "jurisdiction", "France and United Kingdom"),
        ("@article{k, series = {newseries}}", "collection-title", "new series"),
        ("@misc{k, langid = {english}, langidopts = {variant=british}}", "language", "en-GB"),
        ("@misc{k, langid = {ngerman}}", "language", "de"),
        ("@misc{k, language = {French}}", "language", "fr"),
        ("@misc{k, language = {Klingon}}", "language", "Klingon"),
        ("@misc{k, pubstate = {inpress}}", "status", "in press"),
        ("@misc{k, eventtitle = {E}, venue = {V}}", "event-place", "V"),
        ("@misc{k, title = {A}, subtitle = {B}, titleaddon = {C}}", "title", "A: B. C"),
        ("@misc{k, title = {Why?}, subtitle = {Because}}", "title", "Why? Because"),
        ("@misc{k, eprint = {1501.00001}, eprinttype = {arxiv}}", "URL", "https://arxiv.org/abs/1501.00001"),
        ("@misc{k, eprint = {hep-th/9901001}, archiveprefix = {arXiv}}", "URL", "https://arxiv.org/abs/hep-th/9901001"),
        ("@misc{k, eprint = {123}, eprinttype = {pubmed}}", "PMID", "123"),
        ("@misc{k, pages = {1-5, 7 -- 9}}", "page", "1-5, 7-9"),
        ("@misc{k, pages = {S12}}", "page", "S12"),
        ("@misc{k, archive = {The Attic}}", "archive", "The Attic"),
        ("@misc{k, event = {E}}", "event-title", "E"),
        ("@book{k, title = {II}, maintitle = {Works}}", "volume-title", "II"),
        ("@book{k, title = {II}, maintitle = {Works}}", "title", "Works"),
        ("@inbook{k, booktitle = {II}, maintitle = {Works}}", "container-title", "Works"),
    ],
)  # fmt: skip
def test_a_field_is_a_variable(written: str, variable: str, value: str) -> None:
    """The mapping follows the tables in data/bibtex_csl.py, by entry type if necessary."""
    assert item(written).text.get(variable) == value


@pytest.mark.parametrize(
    ("written", "variable", "family"),
    [
        ("@inbook{k, bookauthor = {A B}}", "container-author", "B"),
        ("@movie{k, editor = {A B}, editortype = {director}}", "director", "B"),
        ("@book{k, editora = {A B}, editoratype = {compiler}}", "compiler", "B"),
        ("@misc{k, interviewer = {A B}}", "interviewer", "B"),
    ],
)
def test_a_role_is_a_name_variable(written: str, variable: str, family: str) -> None:
    """The role depends on the field or on `editortype`."""
    assert item(written).names[variable][0].family == family


@pytest.mark.parametrize(
    ("written", "variable", "date"),
    [
        ("@misc{k, date = {2004-06-15}}", "issued", Date(start=DatePoint(2004, 6, 15))),
        ("@misc{k, date = {2004-06}, year = 2004}", "issued", Date(start=DatePoint(2004, 6))),
        ("@misc{k, year = {in press}}", "issued", Date(literal="in press")),
        ("@misc{k, date = {in~press}}", "issued", Date(literal="in\u00a0press")),
        ("@misc{k, date = {in {Prep}}}", "issued", Date(literal="in Prep")),
        ("@misc{k, year = {c. 1850}}", "issued", Date(start=DatePoint(1850), approximate=True)),
        (
            "@misc{k, year = 2004, month = 15 # { } # jan}",
            "issued",
            Date(start=DatePoint(2004, 1, 15)),
        ),
        ("@misc{k, urldate = {2004-06-15}}", "accessed", Date(start=DatePoint(2004, 6, 15))),
        ("@misc{k, origdate = {-0380}}", "original-date", Date(start=DatePoint(-380))),
        (
            "@misc{k, eventdate = {2004/..}}",
            "event-date",
            Date(start=DatePoint(2004), open_end=True),
        ),
    ],
)
def test_a_date_field_is_a_date(written: str, variable: str, date: Date) -> None:
    """EDTF, BibTeX's fields, and words."""
    assert item(written).dates[variable] == date


@pytest.mark.parametrize(
    ("written", "custom"),
    [
        ("@misc{k, gadget = {x \\& y}}", {"gadget": "x & y"}),
        ("@misc{k, holder = {{Barnes and Noble} and Ann Doe}}", {"holder": "{Barnes and Noble} and Ann Doe"}),
        ("@misc{k, file = {:a\\_b.pdf:PDF}}", {"file": ":a\\_b.pdf:PDF"}),
        ("@inproceedings{k, publisher = {P}, organization = {O}}", {"organization": "O"}),
        ("@inproceedings{k, organization = {O}, publisher = {P}}", {"organization": "O"}),
        ("@misc{k, month = jan}", {"month": "jan"}),
        ("@misc{k, year = 2004, month = {Q1}}", {"month": "Q1"}),
        ("@article{k, number = 3, issue = {Spring}}", {"issue": "Spring"}),
        ("@misc{k, subtitle = {Alone}}", {"subtitle": "Alone"}),
        (
            "@misc{k, eprint = {1}, eprinttype = {x}, primaryclass = {y}}",
            {"eprint": "1", "eprinttype": "x", "eprintclass": "y"},
        ),
        ("@misc{k, entrysubtype = {odd}}", {"entrysubtype": "odd"}),
    ],
)  # fmt: skip
def test_fields_without_a_csl_variable_are_kept(written: str, custom: dict[str, str]) -> None:
    """Under their name in the file."""
    assert item(written).custom == custom


@pytest.mark.parametrize(
    ("written", "item_type"),
    [
        ("@article{k, entrysubtype = {magazine}}", "article-magazine"),
        ("@article{k, entrysubtype = {newspaper}}", "article-newspaper"),
        ("@misc{k, entrysubtype = {map}}", "map"),
    ],
)
def test_a_subtype_can_determine_the_item_type(written: str, item_type: str) -> None:
    """Better BibTeX's names, and CSL's own."""
    assert item(written).type == item_type


def test_a_preprint_has_the_csl_type_article() -> None:
    """The eprint is written as in arXiv's exports; its server is the publisher."""
    found = item("@misc{k, eprint = {1501.00001}, archiveprefix = {arXiv}, primaryclass = {cs.DL}}")
    assert (found.type, found.publisher, found.number) == ("article", "arXiv", "arXiv:1501.00001")
    assert found.custom == {"eprint": "1501.00001", "eprinttype": "arXiv", "eprintclass": "cs.DL"}


def test_a_published_article_with_an_eprint_is_not_a_preprint() -> None:
    """It has a journal."""
    found = item("@article{k, journal = {J}, eprint = {1501.00001}, archiveprefix = {arXiv}}")
    assert (found.type, found.publisher) == ("article-journal", "")


def test_particles_drop_with_the_option_of_the_entry() -> None:
    """BibLaTeX's option useprefix."""
    found = item("@book{k, author = {Ludwig van Beethoven}, options = {useprefix=false}}")
    assert found.author == (Name("Beethoven", "Ludwig", dropping_particle="van"),)


def test_the_location_in_acm_exports_is_the_event_place() -> None:
    """Its `address` is the publisher's."""
    found = item("@inproceedings{k, address = {New York}, location = {Oslo}}")
    assert (found.publisher_place, found.event_place) == ("New York", "Oslo")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("@misc{k, title = {a \\frobnicate{b}}}", "unknown TeX command `\\frobnicate` in `title`"),
        ("@misc{k, author = {A, B, C, D}}", "`A, B, C, D` has too many commas"),
        ("@misc{k, date = {2015-02-30}}", "February 2015 has no day 30"),
        ("@misc{k, year = 2015, month = 13}", "there is no month 13"),
    ],
)
def test_doubtful_values_are_faults(written: str, message: str) -> None:
    """The item is still built."""
    assert faults(written) == [message]


def test_a_variable_has_its_origin() -> None:
    """A rule about the item can report the span in the file."""
    found = item("@article{k, journaltitle = {J}}")
    assert found.origins["container-title"].name == "journaltitle"


def test_an_empty_field_does_not_set_a_variable() -> None:
    """Neither is a value of only braces."""
    found = item("@misc{k, title = {}, publisher = {{}}}")
    assert (found.text, found.custom) == ({}, {})


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("12--34", "12-34"),
        ("12-34", "12-34"),
        ("12---34", "12-34"),
        ("A1--A5", "A1-A5"),
        ("1--2--3", "1-2-3"),
        ("12--", "12–"),
        ("12-", "12-"),
        ("--12", "-12"),
        ("12 -- 34", "12-34"),
        ("12--34, 40", "12-34, 40"),
        ("\\'e1--2", "é1-2"),
        ("{12--34}", "12-34"),
    ],
)
def test_pages_are_joined_with_a_hyphen(written: str, page: str) -> None:
    """One or several hyphens or dashes join pages; what follows no page stays."""
    assert read(Source(f"@article{{a, pages = {{{written}}}}}")).items[0].page == page
