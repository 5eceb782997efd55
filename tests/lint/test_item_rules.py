"""Rules on items check facts in every format, and point at the place where each fact is written."""

import json
from collections.abc import Iterator

import pytest
from tests.rules.lintcase import asked, quoted

from refkit.api import read
from refkit.formats.bibtex import read as read_bibtex
from refkit.lint.engine import check
from refkit.lint.registry import all_rules
from refkit.lint.rule import REGISTER, Context, Finding, rule
from refkit.model.item import Item
from refkit.model.source import Source, Span

PEOPLE = [{"family": "Brook", "given": "Anna"}, {"family": "Field", "given": "Tom"}]
BIBTEX = (
    "@article{a,\n  author = {Brook, Anna and Field, Tom and Anna Brook},\n  year = {2031},\n}\n"
)
JSON = json.dumps(
    [
        {
            "id": "a",
            "type": "book",
            "author": [*PEOPLE, PEOPLE[0]],
            "issued": {"date-parts": [[2031]]},
        }
    ]
)
BBL = r"""% $ biblatex auxiliary file $
% $ biblatex bbl format version 3.2 $
\refsection{0}
\entry{a}{article}{}
  \name{author}{3}{}{%
    {{hash=1}{family={Brook},given={Anna}}}%
    {{hash=2}{family={Field},given={Tom}}}%
    {{hash=1}{family={Brook},given={Anna}}}%
  }
  \field{year}{2031}
\endentry
\endrefsection
"""
RIS = "TY  - BOOK\nAU  - Brook, Anna\nAU  - Field, Tom\nAU  - Brook, Anna\nPY  - 2031\nSP  - 45\nEP  - 31\nER  - \n"
NBIB = (
    "PMID- 1\nTI  - Mills\nDP  - 2031 Mar\nFAU - Brook, Anna\nFAU - Field, Tom\nFAU - Brook, Anna\n"
)
PROSE = "References\n\nBrook, A. (2031). Mills on the river. Harbour Press.\n"
YAML = """references:
- id: a
  type: book
  author:
  - {family: Brook, given: Anna}
  - {family: Field, given: Tom}
  issued: 2031
"""
PUBMED = (
    "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Mills</ArticleTitle><Journal><JournalIssue>"
    "<PubDate><Year>2031</Year></PubDate></JournalIssue></Journal><AuthorList>"
    "<Author><LastName>Brook</LastName><ForeName>Anna</ForeName></Author>"
    "<Author><LastName>Field</LastName><ForeName>Tom</ForeName></Author>"
    "<Author><LastName>Brook</LastName><ForeName>Anna</ForeName></Author>"
    "</AuthorList></Article></MedlineCitation></PubmedArticle>"
)
MODS = (
    "<mods><titleInfo><title>Mills</title></titleInfo><name><namePart>Brook, Anna</namePart></name>"
    "<name><namePart>Field, Tom</namePart></name><name><namePart>Brook, Anna</namePart></name>"
    "<originInfo><dateIssued>2031</dateIssued></originInfo></mods>"
)
MARC = (
    "<record><datafield tag='100'><subfield code='a'>Brook, Anna</subfield></datafield>"
    "<datafield tag='700'><subfield code='a'>Field, Tom</subfield></datafield>"
    "<datafield tag='700'><subfield code='a'>Brook, Anna</subfield></datafield>"
    "<datafield tag='264'><subfield code='c'>2031</subfield></datafield></record>"
)
PERSON = "<b:Person><b:Last>{}</b:Last><b:First>{}</b:First></b:Person>"
PERSONS = [
    PERSON.format(*name) for name in (("Brook", "Anna"), ("Field", "Tom"), ("Brook", "Anna"))
]
WORD = (
    "<b:Sources><b:Source><b:SourceType>Book</b:SourceType><b:Title>Mills</b:Title><b:Year>2031</b:Year>"
    f"<b:Author><b:Author><b:NameList>{''.join(PERSONS)}</b:NameList></b:Author></b:Author></b:Source></b:Sources>"
)
SOURCES = {
    "bibtex": BIBTEX,
    "csl-json": JSON,
    "csl-yaml": YAML,
    "biblatex-bbl": BBL,
    "text": PROSE,
    "ris": RIS,
    "nbib": NBIB,
    "pubmed-xml": PUBMED,
    "mods": MODS,
    "marcxml": MARC,
    "word-xml": WORD,
}


def marked(code: str, form: str) -> list[str]:
    """Return the parts of a text in a format that a rule marks."""
    source = Source(SOURCES[form], "test")
    found = check(read(source, form), asked(code))
    return [source.slice(finding.span) for finding in found]


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("bibtex", "2031"),
        ("csl-json", '{"date-parts": [[2031]]}'),
        ("csl-yaml", "2031"),
        ("biblatex-bbl", "2031"),
        ("text", "2031"),
        ("ris", "2031"),
        ("nbib", "2031 Mar"),
        ("pubmed-xml", "<Year>2031</Year>"),
        ("mods", "2031"),
        ("marcxml", "2031"),
        ("word-xml", "2031"),
    ],
)
def test_a_date_is_marked_in_each_format(form: str, place: str) -> None:
    """A date in the future is reported at the date, in every format."""
    assert marked("DAT103", form) == [place]


def test_one_name_of_a_json_list_is_marked() -> None:
    """A name that appears twice is marked where it appears again, not at the whole list."""
    assert marked("NAM226", "csl-json") == ['{"family": "Brook", "given": "Anna"}']


def test_one_name_of_a_bibtex_list_is_marked() -> None:
    """The same name is found in another order of its parts."""
    assert marked("NAM226", "bibtex") == ["Anna Brook"]


@pytest.mark.parametrize("form", ["ris", "nbib"])
def test_the_tag_of_one_name_is_marked(form: str) -> None:
    """Formats with tags have one for each name."""
    library = read(Source(SOURCES[form], "test"), form)
    (finding,) = check(library, asked("NAM226"))
    assert finding.span.start == SOURCES[form].rindex("Brook")


@pytest.mark.parametrize(
    ("form", "element"),
    [
        ("pubmed-xml", "<LastName>Brook"),
        ("mods", "<namePart>Brook"),
        ("marcxml", "<subfield code='a'>Brook"),
        ("word-xml", "<b:Last>Brook"),
    ],
)
def test_the_element_of_one_name_is_marked(form: str, element: str) -> None:
    """Formats of XML have one for each name."""
    library = read(Source(SOURCES[form], "test"), form)
    (finding,) = check(library, asked("NAM226"))
    assert finding.span.start == SOURCES[form].rindex(element)


def test_pages_in_two_tags_are_checked_together() -> None:
    """They are marked at the first one."""
    assert marked("PAG101", "ris") == ["45"]


def test_an_inherited_fact_is_reported_in_the_parent_only() -> None:
    """The year of the proceedings is wrong once, not once per paper."""
    text = "@inproceedings{a, crossref={p}}\n@inproceedings{b, crossref={p}}\n@proceedings{p, year={2031}}\n"
    found = check(read_bibtex(Source(text, "x.bib")), asked("DAT103"))
    assert [(finding.key, finding.line) for finding in found] == [("p", 3)]


def test_a_doubtful_variable_of_a_plain_text_reference_proves_nothing() -> None:
    """A field that was read with low confidence is not checked."""
    source = Source(PROSE, "paper.txt")
    library = read(source, "text")
    for item in library.items:
        for field in item.origins.values():
            field.confidence = 0.1  # type: ignore[attr-defined]  # a field of plain text has it
    assert check(library, asked("DAT103")) == []


@pytest.fixture
def failing_rule() -> Iterator[str]:
    """Register a rule on items that fails for one of them."""

    @rule("XYZ101", "failing-rule", variables=("title",))
    def failing(item: Item, context: Context) -> Iterator[Finding]:
        if item.title == "B":
            raise ValueError("no")
        yield Finding(item.place("title"), "seen")

    all_rules.cache_clear()
    yield "XYZ101"
    del REGISTER["XYZ101"]
    all_rules.cache_clear()


def test_a_failing_rule_is_reported_and_the_others_run(failing_rule: str) -> None:
    """A bug in a rule on items spoils the findings of that rule in one item only."""
    text = "@misc{a, title={A}}\n@misc{b, title={B}}\n"
    found = check(read_bibtex(Source(text, "x.bib")), asked(failing_rule))
    messages = [finding.message for finding in found]
    assert messages[0] == "seen"
    assert "the rule `failing-rule` failed (ValueError: no)" in messages[1]


def test_a_rule_on_items_is_limited_by_type_and_variables() -> None:
    """A rule that needs a date does not visit an item without one."""
    assert quoted("DAT103", "@misc{a, title={2031}}") == []


def test_the_place_of_an_unstated_variable_is_the_key() -> None:
    """A finding about something that the entry lacks stands at its cite key."""
    item = read_bibtex(Source("@misc{abc, title={A}}", "x.bib"))[0]
    assert item.place("issued") == Span(6, 9)


def test_an_item_without_a_source_has_an_empty_place() -> None:
    """An item that a program made has no place in a file."""
    assert Item("a").place("title") == Span(0, 0)
