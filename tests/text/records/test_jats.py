"""JATS XML: tagged citations are records, others are parsed, and none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.records.reading import messages, places, read_text, records, titles, values

from refkit import formats
from refkit.documents import read_document
from refkit.model.source import Source

DOCTYPE = '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Archiving v1.3//EN" "JATS-archivearticle1.dtd">'


def article(*references: str) -> str:
    listed = "".join(
        f'<ref id="B{at}"><label>{at}</label>{one}</ref>' for at, one in enumerate(references, 1)
    )
    return (
        f'<?xml version="1.0"?>\n{DOCTYPE}\n<article xmlns:xlink="http://www.w3.org/1999/xlink"><front/><body><p>Text'
        f"</p></body><back><ref-list><title>References</title>{listed}</ref-list></back></article>"
    )


ELEMENT = """<element-citation publication-type="journal"><person-group person-group-type="author"><name>
<surname>Müller</surname><given-names>J</given-names></name><name><surname>Roe</surname><given-names>Paul A.
</given-names></name><collab>Garden Group</collab><etal/></person-group><article-title>
Growth of <italic>Acer</italic> &amp; seeds</article-title>
<source>J. Gard.</source><year iso-8601-date="2001">2001</year><volume>12</volume><issue>3</issue>
<fpage>33</fpage><lpage>39</lpage><pub-id pub-id-type="doi">10.1234/seeds.1</pub-id>
<pub-id pub-id-type="pmid">1234567</pub-id></element-citation>"""
MIXED = """<mixed-citation publication-type="book"><string-name><surname>Doe</surname>, <given-names>Jane</given-names>
</string-name> (<year>1999</year>) <chapter-title>On stones</chapter-title>. In:
<person-group person-group-type="editor"><string-name>P. Roe</string-name></person-group> (ed.)
<source>All gardens</source>, <edition>2</edition> edn.
<publisher-name>Hill Press</publisher-name>, <publisher-loc>Oslo</publisher-loc>, pp <fpage>3</fpage>–<lpage>9</lpage>.
Translated by M. Poe.</mixed-citation>"""
NLM = """<nlm-citation citation-type="web"><collab>World Bank</collab><article-title>Water</article-title><source>Data
pages</source><year>2020</year><month>5</month><date-in-citation content-type="access-date">
<year>2021</year><month>6</month><day>14</day></date-in-citation><comment>Available from: <ext-link ext-link-type="uri" xlink:href="https://example.org/w">
link</ext-link></comment></nlm-citation>"""
PLAIN = """<mixed-citation>Poe E. Old ravens of the <italic>northern</italic> coast. J. Birds. 1985;5(2):11&#8211;29.
</mixed-citation>"""


def test_element_citations_are_records() -> None:
    library = read_text(article(ELEMENT), "a.xml")
    assert records(library) == [
        {
            "type": "article-journal", "title": "Growth of <i>Acer</i> & seeds", "container-title": "J. Gard.",
            "volume": "12", "issue": "3", "page": "33-39", "DOI": "10.1234/seeds.1", "PMID": "1234567",
            "author": [
                {"family": "Müller", "given": "J."}, {"family": "Roe", "given": "Paul A."},
                {"literal": "Garden Group"}, {"literal": "others"},
            ],
            "issued": {"date-parts": [[2001]]},
        }
    ]  # fmt: skip
    assert places(library) == [ELEMENT]
    assert messages(library) == []


def test_mixed_citations_with_tags_are_records_and_keep_other_words() -> None:
    assert records(read_text(article(MIXED), "a.nxml")) == [
        {
            "type": "chapter", "title": "On stones", "container-title": "All gardens", "edition": "2",
            "publisher": "Hill Press", "publisher-place": "Oslo", "page": "3-9", "note": "Translated by M. Poe",
            "author": [{"family": "Doe", "given": "Jane"}], "editor": [{"family": "Roe", "given": "P."}],
            "issued": {"date-parts": [[1999]]},
        }
    ]  # fmt: skip


def test_citations_of_nlm_are_records() -> None:
    assert records(read_text(article(NLM), "a.xml")) == [
        {
            "type": "webpage", "title": "Water", "container-title": "Data pages", "URL": "https://example.org/w",
            "author": [{"literal": "World Bank"}], "issued": {"date-parts": [[2020, 5]]},
            "accessed": {"date-parts": [[2021, 6, 14]]},
        }
    ]  # fmt: skip


def test_citations_without_tags_are_parsed() -> None:
    library = read_text(article(ELEMENT, PLAIN), "a.xml")
    assert titles(library) == ["Growth of <i>Acer</i> & seeds", "Old ravens of the northern coast"]
    assert values(library, "volume", "page")[1] == ["5", "11-29"]


def test_tags_after_plain_names_do_not_lose_the_names() -> None:
    """Some publishers tag everything except the authors."""
    cited = (
        "<mixed-citation>Doe, Jane, and Paul Roe. <article-title>On stones and seeds</article-title>. "
        "<source>Journal of Gardens</source> <volume>12</volume> (<year>2001</year>): <fpage>33</fpage>–"
        "<lpage>39</lpage>.</mixed-citation>"
    )
    library = read_text(article(cited), "a.xml")
    assert values(library, "author", "volume")[0] == [
        [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Paul"}],
        "12",
    ]


def test_of_alternatives_the_tagged_one_is_read() -> None:
    both = f"<citation-alternatives>{PLAIN}{ELEMENT}</citation-alternatives>"
    assert titles(read_text(article(both), "a.xml")) == ["Growth of <i>Acer</i> & seeds"]


def test_a_citation_that_is_printed_and_tagged_is_one_item() -> None:
    """As in SciELO's articles."""
    shown = "Müller J, et al. Growth of <italic>Acer</italic> &amp; seeds. J. Gard. 2001."
    printed = f"<mixed-citation>{shown}</mixed-citation>"
    assert titles(read_text(article(printed + ELEMENT, PLAIN), "a.xml")) == [
        "Growth of <i>Acer</i> & seeds",
        "Old ravens of the northern coast",
    ]


UNTAGGED = [
    "<string-name><surname>Doe</surname> <given-names>J</given-names></string-name>. Delta seeds of the coast. "
    "<source>J Gard</source> <year>2020</year>;4:10-20.",
    "<name><surname>Doe</surname><given-names>J</given-names></name>. <source>J Gard</source> "
    "<year>2020</year>;4:10-20.",
]


@pytest.mark.parametrize("text", UNTAGGED)
def test_titles_and_numbers_without_tags_are_parsed(text: str) -> None:
    library = read_text(article(f"<mixed-citation>{text}</mixed-citation>"), "a.xml")
    assert values(library, "volume", "page", "note") == [["4", "10-20", None]]


def test_a_reference_with_several_citations_is_several_items() -> None:
    assert len(read_text(article(ELEMENT + MIXED + PLAIN), "a.xml")) == 3


TYPES = [
    (
        'publication-type="confproc"',
        "<source>Proc. X</source><conf-name>Garden Days</conf-name>",
        "paper-conference",
    ),
    (
        'publication-type="thesis"',
        "<source>On seeds</source><publisher-name>U</publisher-name>",
        "thesis",
    ),
    (
        'publication-type="other"',
        "<source>On seeds</source><publisher-name>P</publisher-name>",
        "book",
    ),
    ("", "<article-title>T</article-title><source>J</source><volume>1</volume>", "article-journal"),
    ('publication-type="book"', "<chapter-title>T</chapter-title><source>B</source>", "chapter"),
    (
        'publication-type="preprint"',
        "<article-title>T</article-title><source>bioRxiv</source>",
        "article",
    ),
    ('publication-type="data"', "<data-title>T</data-title><source>Zenodo</source>", "dataset"),
]


@pytest.mark.parametrize(("attribute", "parts", "expected"), TYPES)
def test_the_type_follows_the_attribute_or_the_parts(
    attribute: str, parts: str, expected: str
) -> None:
    cited = f"<element-citation {attribute}><name><surname>Doe</surname></name>{parts}</element-citation>"
    assert values(read_text(article(cited), "a.xml"), "type") == [[expected]]


def test_empty_references_are_reported() -> None:
    library = read_text(article(ELEMENT, "", "<mixed-citation/>"), "a.xml")
    assert messages(library) == [
        "the reference `B2` is empty; write it, or remove it",
        "the reference `B3` is empty; write it, or remove it",
    ]


def test_a_cut_off_article_keeps_what_precedes_the_cut() -> None:
    text = article(ELEMENT, MIXED, PLAIN)
    library = read_text(text[: text.index("All gardens")], "a.xml")
    assert titles(library)[0] == "Growth of <i>Acer</i> & seeds"
    assert any("what follows is not read" in message for message in messages(library))


BLANK, NOTE = "<mixed-citation> </mixed-citation>", "<note>See Doe 2001.</note>"


@given(kinds=st.lists(st.sampled_from([ELEMENT, MIXED, NLM, PLAIN, "", BLANK, NOTE]), max_size=8))
def test_records_entries_and_problems_are_as_many_as_references(kinds: list[str]) -> None:
    read = read_document(Source(article(*kinds, ELEMENT)), "jats")
    assert len(read.records) + len(read.entries or ()) + len(read.faults) == len(kinds) + 1


@pytest.mark.parametrize(
    "bomb",
    [
        '<!DOCTYPE article [<!ENTITY a "'
        + "a" * 100
        + '">]><article><ref-list><ref>&a;</ref></ref-list></article>',
        "<article><ref-list><ref>" + "<mixed-citation>" * 100_000,
        "<article><ref-list>" + "<ref><mixed-citation>x</mixed-citation>" * 500,
    ],
    ids=["entities", "depth", "nested"],
)
def test_hostile_articles_are_reported(bomb: str) -> None:
    assert messages(read_text(bomb, "a.xml"))


def test_articles_are_recognized_by_their_content() -> None:
    """Other files with the suffix .xml are not articles."""
    assert formats.for_reading(Source(article(ELEMENT), "a.xml")).name == "text"
    assert read_document(Source(article(ELEMENT)), "jats").records
