"""Lists of abbreviations provide the short forms that styles request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refkit.csl import Cite, Cluster, Processor
from refkit.csl.abbreviations import Abbreviations, comparable, load_abbreviations, of_journals
from refkit.csl.presentation import Presentation
from refkit.csl.title_words import title_words
from refkit.errors import RefkitError, UnknownChoice
from refkit.model.item import Item
from refkit.model.name import Name

from .rendering import style_of


def loaded(folder: Path, *texts: str) -> Abbreviations:
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return load_abbreviations(map(str, paths))


def of_json(folder: Path, default: object) -> Abbreviations:
    return loaded(folder, json.dumps({"default": default}))


def short_title(abbreviations: Abbreviations, title: str = "Journal of Tides", **text: str) -> str:
    item = Item("x", "article-journal", text={"container-title": title, **text})
    return abbreviations.applied(item).text.get("container-title-short", "")


LISTS = {
    "JSON of Zotero": '{"default": {"container-title": {"Journal of Tides": "J. Tides"}}}',
    "JSON of Juris-M": '{"name": "x", "xdata": {"default": {"container-title": {"Journal of Tides": "J. Tides"}}}}',
    "JSON of titles": '{"Journal of Tides": "J. Tides"}',
    "JabRef, semicolons": "Annals; Ann.\nJournal of Tides;J. Tides\n",
    "JabRef, commas": '"Annals, Old",Ann.\n"Journal of Tides","J. Tides","JT"\n',
    "JabRef, equals signs": "# a comment\nJournal of Tides = J. Tides\n",
    "EndNote": "Journal of Tides\tJ. Tides\tJ Tides\n",
    "PubMed": "-----\nJrId: 1\nJournalTitle: Journal of Tides\nMedAbbr: J Tides\nIsoAbbr: J. Tides\n-----\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_lists_of_all_programs_are_read(text: str, tmp_path: Path) -> None:
    """The form of a list is recognized by its content."""
    assert short_title(loaded(tmp_path, text)) == "J. Tides"


@pytest.mark.parametrize(
    "title", ["JOURNAL OF TIDES", "<i>Journal</i> of Tides", "The Journal of Tides", "Journal of Tides."]
)  # fmt: skip
def test_titles_are_compared_without_case_markup_and_punctuation(
    title: str, tmp_path: Path
) -> None:
    assert short_title(loaded(tmp_path, LISTS["JabRef, semicolons"]), title) == "J. Tides"


def test_the_delimiter_is_in_most_lines(tmp_path: Path) -> None:
    """A semicolon can also be in some of the titles."""
    text = '"Acta; A",A\n"Acta; B",B\nMind,M.\nNature,N.\nJournal of Tides,J. Tides\n'
    assert short_title(loaded(tmp_path, text)) == "J. Tides"


def test_titles_without_an_abbreviation_are_skipped(tmp_path: Path) -> None:
    """As are lines with too few columns."""
    text = "Annals;Ann.\nMind;\n;M.\nEmpty\nJournal of Tides;J. Tides\n"
    assert loaded(tmp_path, text).tables == {
        "default": {"container-title": {"annals": "Ann.", "journal of tides": "J. Tides"}}
    }


def test_ampersands_and_accents_are_ignored(tmp_path: Path) -> None:
    """Catalogs differ in both."""
    found = of_json(tmp_path, {"container-title": {"Mathématiques & Physique": "Math. & Phys."}})
    assert short_title(found, "Mathematiques and Physique") == "Math. & Phys."


def test_a_list_takes_precedence_over_the_item(tmp_path: Path) -> None:
    """As in Zotero; a title that is not in the list keeps the abbreviation of the item."""
    found = loaded(tmp_path, LISTS["JSON of titles"])
    own = {"container-title-short": "Own"}
    assert short_title(found, **own) == "J. Tides"
    assert short_title(found, "Mind", **own) == "Own"


def test_earlier_files_take_precedence(tmp_path: Path) -> None:
    """A list of one's own precedes a list for everybody."""
    own = '{"Journal of Tides": "JoT"}'
    assert short_title(loaded(tmp_path, own, LISTS["JSON of titles"])) == "JoT"
    assert short_title(loaded(tmp_path, '{"Mind": "M"}', LISTS["JSON of titles"])) == "J. Tides"


def test_every_variable_has_its_list(tmp_path: Path) -> None:
    """Categories are variables, or the categories of Zotero and Juris-M."""
    tables = {
        "title": {"Civil Code": "CC"},
        "publisher": {"Oxford University Press": "OUP"},
        "place": {"New York": "NY"},
        "institution-part": {"Supreme Court": "SC"},
        "container-title": {"Conference on Tides": "CoT"},
    }
    text = {
        "title": "Civil Code",
        "publisher": "Oxford University Press",
        "publisher-place": "New York",
        "event-place": "New York",
        "authority": "Supreme Court",
        "event-title": "Conference on Tides",
    }
    found = of_json(tmp_path, tables).applied(Item("x", text=text)).text
    short = {name: value for name, value in found.items() if name.endswith("-short")}
    assert short == {
        "title-short": "CC",
        "publisher-short": "OUP",
        "publisher-place-short": "NY",
        "event-place-short": "NY",
        "authority-short": "SC",
        "event-title-short": "CoT",
    }


def test_organizations_are_replaced_as_a_whole(tmp_path: Path) -> None:
    """`institution-entire` is for the names of organizations; people keep theirs."""
    found = of_json(tmp_path, {"institution-entire": {"World Health Organization": "WHO"}})
    people = (Name(literal="World Health Organization"), Name("Doe", "Jane"))
    assert found.applied(Item("x", names={"author": people})).author == (
        Name(literal="WHO"),
        Name("Doe", "Jane"),
    )


def test_the_list_of_the_jurisdiction_precedes_the_default(tmp_path: Path) -> None:
    """And that of a state precedes that of the country."""
    lists = {
        "default": {"title": {"Code": "C.", "Act": "A."}},
        "us": {"title": {"Code": "U.S.C.", "Bill": "B."}},
        "us:ny": {"title": {"Code": "N.Y.C."}},
    }
    found = loaded(tmp_path, json.dumps(lists))
    assert found.find("title", "Code") == "C."
    assert found.find("title", "Code", "us:ca") == "U.S.C."
    assert found.find("title", "Code", "us:ny") == "N.Y.C."
    assert found.find("title", "Bill", "us:ny") == "B."
    assert found.find("title", "Act", "us:ny") == "A."
    assert found.find("title", "Bill") == ""


def test_the_short_form_of_a_style_uses_the_list(tmp_path: Path) -> None:
    """The long form does not."""
    style = style_of(
        '<text variable="container-title" form="short" suffix="/"/><text variable="container-title"/>'
    )
    items = [{"id": "x", "type": "article-journal", "note": "container-title: Journal of Tides"}]
    presentation = Presentation(adapt=loaded(tmp_path, LISTS["PubMed"]).applied)
    processor = Processor(style, items, None, "text", presentation=presentation)
    assert processor.cite(Cluster([Cite("x")])) == "J. Tides/Journal of Tides"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "it is not valid JSON"),
        ("[1]", "must be an object by jurisdiction"),
        ('{"default": 1}', "`default` must be an object by variable, such as `container-title`"),
        ('{"default": {"title": ["x"]}}', "`title` must be an object of short forms by full form"),
        ('{"default": {"title": {"x": 1}}}', "`title` must be an object of short forms"),
        ("Journal of Tides\nAnnals\n", "each line must contain a title and its abbreviation"),
        ("", "each line must contain a title and its abbreviation"),
    ],
)
def test_an_invalid_list_is_refused(text: str, message: str, tmp_path: Path) -> None:
    """The message names the file and the fault."""
    with pytest.raises(RefkitError, match=message) as caught:
        loaded(tmp_path, text)
    assert "0.txt" in str(caught.value)


def test_an_unknown_category_is_refused(tmp_path: Path) -> None:
    """A typo would have no effect otherwise."""
    with pytest.raises(UnknownChoice, match="did you mean `container-title`"):
        of_json(tmp_path, {"contaner-title": {}})


def test_a_row_without_an_abbreviation_is_skipped(tmp_path: Path) -> None:
    """A later row for the title is used."""
    assert (
        short_title(loaded(tmp_path, "Annals;Ann.\nJournal of Tides;\nJournal of Tides;JT\n"))
        == "JT"
    )


# -- word by word ------------------------------------------------------------------------------

WORDS = title_words(
    [
        ["journal-", "j.", "mul"],
        ["tid-", "n. a.", "eng"],
        ["molecular-", "mol.", "eng"],
        ["biolog-", "biol.", "eng, ger"],
        ["zeitschrift", "Z.", "ger"],
        ["allgemein-", "allg.", "ger"],
        ["review", "rev.", "eng"],
        ["revue", "rev.", "fre"],
        ["-graphy", "-gr.", "eng"],
        ["new york", "N. Y.", "eng"],
        ["chemie", "Chem.", "ger"],
        ["études", "étud.", "fre"],
        ["international-", "int.", "mul"],
    ]
)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Journal of Molecular Biology", "J. Mol. Biol."),
        ("The Journal of Tides", "J. Tides"),
        ("Mind", "Mind"),
        ("The Review", "Review"),
        ("International review of biology", "Int. rev. biol."),
        ("Zeitschrift für allgemeine Chemie", "Z. allg. Chem."),
        ("Molecular Cartography", "Mol. Cartogr."),
        ("PLOS Biology", "PLOS Biol."),
        ("Revue d'Études", "Rev. Étud."),
        ("Bio-Biology Journal", "Bio-Biol. J."),
        ("Biology, Tides, & Review", "Biol. Tides Rev."),
        ("In Biology", "In Biol."),
        ("JOURNAL Biology", "JOURNAL Biol."),
    ],
)
def test_a_title_is_abbreviated_word_by_word(title: str, short: str) -> None:
    """ISO 4: no articles, prepositions and conjunctions, and titles of one word stay."""
    assert WORDS.abbreviated(title) == short


def test_rows_without_a_word_are_skipped() -> None:
    """Lists have empty lines."""
    words = title_words([["", "x", "eng"], ["one"], [], ["two", "", "eng"], ["tid-", "t.", "eng"]])
    assert (list(words.whole), list(words.starts), words.ends) == (["two"], ["tid"], {})
    assert words.abbreviated("Two Tides") == "Two T."


def test_words_of_other_languages_are_not_abbreviated() -> None:
    """The language of the item decides, if it is known."""
    assert WORDS.abbreviated("Chemie Review", "en-US") == "Chemie Rev."
    assert WORDS.abbreviated("Chemie Review", "de") == "Chem. Review"


def test_the_file_of_title_words_is_recognized_by_its_header(tmp_path: Path) -> None:
    """The ISSN centre publishes it in both forms."""
    rows = [["WORDS", "ABBREVIATIONS", "LANGUAGES"], ["journal-", "j.", "eng"]]
    for separator in (";", "\t"):
        text = "\n".join(map(separator.join, rows))
        assert short_title(loaded(tmp_path, text)) == "J. Tides"


def test_lists_and_items_precede_generated_abbreviations(tmp_path: Path) -> None:
    """And only the titles of journals are abbreviated word by word."""
    words = "WORDS;ABBREVIATIONS;LANGUAGES\njournal-;j.;eng\n"
    found = loaded(tmp_path, words, LISTS["JSON of titles"].replace("J. Tides", "JT"))
    assert short_title(found) == "JT"
    assert short_title(found, "Journal of Waves", **{"container-title-short": "Own"}) == "Own"
    assert short_title(found, "Journal of Waves") == "J. Waves"
    book = Item("x", "chapter", text={"container-title": "Journal of Waves"})
    assert found.applied(book) == book


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("The Tides", "tides", True), ("The", "the", True), ("The", "", False), ("Tides the", "tides", False),
        ("Café & Co.", "cafe and co", True), ("A-B", "a b", True), ("ﬁsh", "fish", True), ("Tide", "Tides", False),
        ("The the Tides", "tides", False), ("Ö", "o", True), ("<b>The</b> Tides", "tides", True),
    ],
)  # fmt: skip
def test_which_titles_are_the_same(one: str, other: str, is_same: bool) -> None:
    """Only the first "the" is ignored, and not if it is the whole title."""
    assert (comparable(one) == comparable(other)) is is_same


def test_a_short_form_of_two_titles_has_no_full_form() -> None:
    """Spelling does not make two titles; the first abbreviation of a title counts."""
    pairs = [
        ("Annals", "Ann."),
        ("Annual", "Ann"),
        ("Tides", "T."),
        ("The Tides", "T"),
        ("Tides", "Td."),
    ]
    found = of_journals(pairs)
    assert found.full_titles == {"ann": "", "t": "Tides", "td": "Tides"}
    assert found.tables["default"]["container-title"] == {
        "annals": "Ann.",
        "annual": "Ann",
        "tides": "T.",
    }


@pytest.mark.parametrize(
    "text", ["# x\n\n  # y\n \nJournal of Tides;J. Tides\n", "\n\n{0}", " \n{0}"]
)
def test_blank_lines_and_comments_are_skipped(text: str, tmp_path: Path) -> None:
    json_list = '{"Journal of Tides": "J. Tides"}'
    assert short_title(loaded(tmp_path, text.replace("{0}", json_list))) == "J. Tides"


def test_only_lists_of_journals_give_full_titles(tmp_path: Path) -> None:
    """The short form of a law or a publisher is not that of a journal."""
    tables = {
        "authority": {"Annals Office": "Ann."},
        "container-title": {"Journal of Tides": "J. Tides"},
        "publisher": {"Oxford University Press": "OUP"},
        "title": {"Civil Code": "CC"},
    }
    assert of_json(tmp_path, tables).full_titles == {"j tides": "Journal of Tides"}
