"""What styles print for entries of BibTeX that say things in its own way."""

from __future__ import annotations

import pytest

import refkit


def bibliography(entry: str, style: str, dialect: str = "biblatex") -> str:
    """Return the reference of an entry."""
    return refkit.format(refkit.loads(entry, format=dialect), style, bare=True).strip()


BOOK = (
    "@book{{k, author={{Roe, Ann}}, title={{Tea}}, edition={{{}}}, publisher={{Lind}}, year=2012}}"
)


@pytest.mark.parametrize(
    ("style", "edition", "printed"),
    [
        ("apa", "Revised", "(Revised ed.)"), ("apa", "Summer 2019", "(Summer 2019 ed.)"), ("apa", "Rev.", "(Rev. ed.)"),
        ("apa", "Rev. ed.", "(Rev. ed.)"), ("apa", "Version 2", "(Version 2)"), ("ieee", "Revised", "Revised ed."),
        ("harvard-cite-them-right", "Revised", "Revised edn."), ("iso690-author-date-en", "Revised", "Revised ed."),
        ("china-national-standard-gb-t-7714-2015-numeric", "Revised", "Revised ed."),
    ],
)  # fmt: skip
def test_an_edition_in_words_has_the_term_of_the_style(
    style: str, edition: str, printed: str
) -> None:
    """BibTeX's styles append "edition" to any value."""
    assert printed in bibliography(BOOK.format(edition), style)


def test_a_term_in_another_language_is_not_appended() -> None:
    entry = BOOK.format("Durchgesehene").replace("year=", "langid={ngerman}, year=")
    assert "(Durchgesehene)" in bibliography(entry, "apa")


INBOOK = "@inbook{k, author={Roe, Ann}, title={Salt and Water}, chapter=3, pages={12--15}, publisher={Lind}, year=2012}"


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("ama", "1. Roe A. Salt and Water. Lind; 2012:12-15."),
        ("nature", "1. Roe, A. Salt and Water. 12–15 (Lind, 2012)."),
        ("harvard-cite-them-right", "Roe, A. (2012) Salt and water. Lind, pp. 12–15."),
        ("ieee", "[1] A. Roe, Salt and Water. Lind, 2012, pp. 12–15."),
        ("nlm", "1. Roe A. Salt and water. Lind; 2012."),
    ],
)
def test_the_title_of_an_inbook_is_that_of_the_book(style: str, line: str) -> None:
    assert bibliography(INBOOK, style, "bibtex") == line


@pytest.mark.parametrize("kind", ["incollection", "inbook"])
def test_a_chapter_with_the_title_of_its_book_stays_one(kind: str) -> None:
    entry = f"@{kind}{{k, author={{Roe, Ann}}, title={{Salt}}, booktitle={{Rivers}}, publisher={{Lind}}, year=2012}}"
    assert "In Rivers" in bibliography(entry, "apa")


OTHERS = (
    "@article{{k, author={{{} and others}}, title={{Tea}}, journaltitle={{Lind}}, date={{2012}}}}"
)


@pytest.mark.parametrize(
    ("style", "authors", "printed"),
    [
        ("apa", "Roe, Ann", "Roe, A., et al. (2012)"),
        ("apa", "Roe, Ann and Low, Bo", "Roe, A., Low, B., et al. (2012)"),
        ("chicago", "Roe, Ann", "Roe, Ann, et al. 2012. “Tea.”"),
        ("apa", "{Lind Society}", "Lind Society et al. (2012)"),
        ("harvard-cite-them-right", "Roe, Ann", "Roe, A. et al. (2012)"), ("nature", "Roe, Ann", "Roe, A. et al. Tea"),
    ],
)  # fmt: skip
def test_the_comma_before_et_al(style: str, authors: str, printed: str) -> None:
    """A style that cuts long lists only leaves open what follows a single inverted name."""
    assert printed in bibliography(OTHERS.format(authors), style)


TALK = "@unpublished{{k, author={{Roe, Ann}}, title={{Tea}}, type={{{}}}, eventtitle={{Days}}, {}date={{2012-05-03}}}}"


@pytest.mark.parametrize("event", ["", "eventdate={2012-05-03}, "])
@pytest.mark.parametrize(("style", "date"), [("apa", "May 3"), ("mla", "3 May")])
def test_the_date_of_a_talk_is_printed_once(style: str, date: str, event: str) -> None:
    assert bibliography(TALK.format("Lecture", event), style).count(date) == 1


@pytest.mark.parametrize(
    ("genre", "printed"),
    [
        ("Paper presentation", "Paper presented at: Days"),
        ("Conference presentation", ". Presented at: Days"),
    ],
)
def test_the_kind_of_a_talk_in_ama(genre: str, printed: str) -> None:
    assert printed in bibliography(TALK.format(genre, ""), "ama")


@pytest.mark.parametrize(
    "entry",
    [
        "@movie{k, author={Roe, Ann}, title={Tea}, publisher={Lind}, year=2012}",
        "@misc{k, author={Roe, Ann}, title={Tea}, note={Film}, howpublished={Lind}, year=2012}",
    ],
)
@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("apa", "Roe, A. (Director). (2012). Tea [Film]. Lind."),
        ("mla", "Tea. Directed by Ann Roe, Lind, 2012."),
        ("chicago", "Roe, Ann, dir. 2012. Tea. Lind."),
    ],
)
def test_the_author_of_a_film_is_its_director(entry: str, style: str, line: str) -> None:
    assert bibliography(entry, style) == line


def test_the_author_of_a_video_is_not_a_director() -> None:
    entry = "@video{k, author={Roe, Ann}, title={Tea}, organization={Lind}, year=2012}"
    assert "Director" not in bibliography(entry, "apa")


def test_a_letter_in_a_library_is_in_the_list() -> None:
    """Personal communications that nobody can find are not."""
    entry = "@letter{k, author={Roe, Ann}, title={Letter to Bo Low}, date={1951-03-04}, library={Lind Archives}}"
    assert "Letter to Bo Low" in bibliography(entry, "apa")
    assert "Lind Archives" in bibliography(entry, "apa")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Tea: A Study", "Tea"), ("Why Tea? A Study", "Why Tea?"), ("Tea", "Tea"),
        ("{Tea: A}: Study", "Tea: A"), ("Ratio 3:1", "Ratio 3:1"),
    ],
)  # fmt: skip
def test_a_repeated_note_has_the_title_without_the_subtitle(title: str, short: str) -> None:
    text = f"@book{{k, author={{Roe, Ann}}, title={{{title}}}}} @book{{l, author={{Low, Bo}}, title={{S}}}}"
    report = refkit.cite(
        refkit.loads(text), ["[@k]", "[@l]", "[@k]"], "chicago-notes-bibliography", bare=True
    )
    assert report.citations[2].rstrip(".”").rstrip(",") == f"Roe, {short}"


def test_the_first_number_of_a_title_begins_it() -> None:
    entry = "@book{k, author={Roe, Ann}, title={100 Years of Tea}, publisher={Lind}, year=1990}"
    assert "100 years of tea" in bibliography(entry, "apa")


def test_the_second_of_two_titles_begins_with_a_capital() -> None:
    entry = (
        "@book{k, author={Roe, Ann}, title={Tea; or, The Modern Cup}, publisher={Lind}, year=1990}"
    )
    assert "Tea; or, The modern cup" in bibliography(entry, "apa")


@pytest.mark.parametrize(
    "fields",
    [
        "eprinttype={biorxiv}", "howpublished={bioRxiv}", "publisher={bioRxiv preprint}", "organization={bioRxiv}",
        "note={bioRxiv preprint}",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("style", "printed"),
    [("ama", "bioRxiv. Preprint posted online 2013"), ("nature", "Preprint at https://doi.org/")],
)
def test_a_work_on_a_preprint_server(style: str, printed: str, fields: str) -> None:
    entry = f"@misc{{k, author={{Roe, Ann}}, title={{Tea}}, {fields}, doi={{10.1101/1}}, date={{2013}}}}"
    assert printed in bibliography(entry, style)


@pytest.mark.parametrize(
    "title", ["История России", "Der Strom der Zeit", "La Longitud por Mar y Tierra"]
)
def test_a_title_in_another_language_keeps_its_capitals(title: str) -> None:
    entry = f"@book{{k, author={{Roe, Ann}}, title={{{title}}}, publisher={{Lind}}, date={{2013}}}}"
    assert title in bibliography(entry, "apa")


def test_names_with_particles_are_not_another_language() -> None:
    entry = "@book{k, author={Roe, Ann}, title={Van der Waals Forces and Their Full Range}, date={2013}}"
    assert "forces and their full range" in bibliography(entry, "apa")


@pytest.mark.parametrize(
    ("style", "title"),
    [
        ("nlm", "In: Rivers: a reader"), ("harvard-cite-them-right", "Rivers: a reader"),
        ("apa", "In Rivers: A reader"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_converted", [False, True])
def test_the_subtitle_of_a_book_with_chapters(style: str, title: str, is_converted: bool) -> None:
    entry = "@incollection{k, author={Roe, Ann}, title={Salt}, booktitle={Rivers: A Reader}, date={2013}}"
    library = refkit.loads(entry)
    if is_converted:
        library = refkit.loads(refkit.dumps(library, "csl-json"))
    assert title in refkit.format(library, style, bare=True)


def test_the_name_of_a_conference_after_a_colon_keeps_its_capital() -> None:
    entry = (
        "@inproceedings{k, author={Roe, Ann}, title={Salt}, "
        "booktitle={Rivers: Proceedings of the 2nd Congress on Salt}, date={2013}}"
    )
    assert "Rivers: Proceedings of the 2nd Congress on Salt" in bibliography(entry, "nlm")


def test_the_show_of_a_podcast() -> None:
    entry = (
        "@audio{k, editor={Roe, Ann}, editortype={host}, title={Tea}, titleaddon={Audio podcast episode}, "
        "maintitle={Lind Life}, publisher={Lind Radio}, date={2011-08-12}}"
    )
    assert "In Lind Life. Lind Radio" in bibliography(entry, "apa")


def test_the_place_of_a_talk_follows_the_event() -> None:
    entry = "@unpublished{k, author={Roe, Ann}, title={Tea}, eventtitle={Lind Days}, venue={Oslo}, date={2012-05}}"
    assert "presented at the Lind Days, Oslo, May 2012" in bibliography(entry, "ieee")


def test_the_name_of_an_act_keeps_its_capitals() -> None:
    entry = "@misc{k, title={Lind Fair Tea Act of 2009}, howpublished={Lind Press}, year=2009}"
    assert "Lind Fair Tea Act of 2009" in bibliography(entry, "apa")


def test_the_description_of_a_booklet() -> None:
    entry = "@booklet{k, author={Roe, Ann}, title={Tea}, note={Brochure}, year=2009}"
    assert "Tea [Brochure]" in bibliography(entry, "apa")


def test_acs_keeps_the_titles_of_web_sites() -> None:
    entry = "@online{k, author={Roe, Ann}, title={Tea Careers}, url={https://x.example}, urldate={2019-10-29}}"
    assert "Tea Careers. https://x.example" in bibliography(entry, "acs")


@pytest.mark.parametrize(
    ("fields", "role"),
    [
        ("type={Audio podcast}", "(Host)"),
        ("note={TV series}", "(Executive Producer)"),
        ("note={Film}", "(Director)"),
    ],
)
def test_the_role_of_the_author_of_a_broadcast(fields: str, role: str) -> None:
    entry = f"@misc{{k, author={{Roe, Ann}}, title={{Tea}}, {fields}, howpublished={{Lind}}, year=2012}}"
    assert f"Roe, A. {role}. (2012)" in bibliography(entry, "apa")


@pytest.mark.parametrize(
    "names",
    ["author={Roe, Ann}, authortype={director}", "editor={Roe, Ann}, editortype={director}"],
)
def test_a_director_is_the_author_if_the_style_does_not_print_directors(names: str) -> None:
    entry = f"@movie{{k, {names}, title={{Tea}}, publisher={{Lind}}, year=2012}}"
    assert bibliography(entry, "nature") == "1. Roe, A. Tea. (Lind, 2012)."


@pytest.mark.parametrize("fields", ["pubstate={forthcoming}", "year={forthcoming}"])
@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("chicago", "Roe, Ann. Forthcoming. “Tea.” Lind."),
        ("nature", "1. Roe, A. Tea. Lind (forthcoming)."),
        ("apa", "Roe, A. (forthcoming). Tea. Lind."),
    ],
)
def test_the_state_of_a_work_without_a_date(style: str, line: str, fields: str) -> None:
    entry = f"@article{{k, author={{Roe, Ann}}, title={{Tea}}, journaltitle={{Lind}}, {fields}}}"
    assert bibliography(entry, style) == line


@pytest.mark.parametrize(
    ("entry", "style"),
    [
        (
            "@book{k, title={Tea}, edition={2}, publisher={Lind}, year=2012}",
            "iso690-author-date-en",
        ),
        ("@book{k, title={Tea}, edition={Revised}, publisher={Lind}, year=2012}", "apa"),
        ("@inproceedings{k, title={Tea}, booktitle={Proc. Tea}, venue={Oslo}, year=2012}", "ieee"),
        (
            "@article{k, title={Tea}, journaltitle={Lind}, eprinttype={jstor}, eprint={12}, year=2012}",
            "mla",
        ),
        ("@inbook{k, title={Tea}, chapter=3, pages={1,3}, publisher={Lind}, year=2012}", "ama"),
        (
            "@misc{k, author={Roe, Ann}, title={Tea}, note={Film}, howpublished={Lind}, year=2012}",
            "apa",
        ),
        (
            "@misc{k, author={Roe, Ann}, title={Tea}, note={Poster presented at Days}, year=2012}",
            "mla",
        ),
    ],
)
def test_the_conversion_to_csl_json_is_printed_like_the_file(entry: str, style: str) -> None:
    library = refkit.loads(entry)
    converted = refkit.loads(refkit.dumps(library, "csl-json"))
    assert refkit.format(converted, style) == refkit.format(library, style)
