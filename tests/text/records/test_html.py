"""HTML: COinS, `citation_reference` and JSON-LD are records; what describes the page itself is not."""

import json
from html import escape

import pytest
from tests.text.records.reading import messages, read_text, records, titles, values

JOURNAL = (
    "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=article"
    "&rft.atitle=The+growth+of+seeds+in+dark+rooms&rft.jtitle=Journal+of+Gardens&rft.volume=12&rft.issue=3"
    "&rft.pages=33-39&rft.date=2001-05&rft_id=info%3Adoi%2F10.1234%2Fseeds.1&rft.aulast=Doe&rft.aufirst=Jane"
    "&rft.au=Doe%2C+Jane&rft.au=Roe%2C+Paul&rfr_id=info%3Asid%2Fen.wikipedia.org%3ASeed"
)
DOE = {
    "type": "article-journal", "title": "The growth of seeds in dark rooms", "container-title": "Journal of Gardens",
    "volume": "12", "issue": "3", "page": "33-39", "DOI": "10.1234/seeds.1",
    "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Paul"}],
    "issued": {"date-parts": [[2001, 5]]},
}  # fmt: skip
PRINTED_POE = (
    "Poe, E. (1985). Old ravens of the northern coast. <i>Journal of Birds</i>, 5(2), 11–29."
)


def coins(data: str) -> str:
    return f'<span title="{escape(data)}" class="Z3988"></span>'


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def test_coins_are_records() -> None:
    library = read_text(page(f"<p>{coins(JOURNAL)}</p>"), "a.html")
    assert records(library) == [DOE]
    assert messages(library) == []


BOOKS = [
    ("rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.genre=book&rft.btitle=Stones&rft.pub=Hill+Press&rft.place=Oslo&rft.aulast=Roe"
     "&rft.aufirst=P.&rft.isbn=978-0-306-40615-7",
     {"type": "book", "title": "Stones", "publisher": "Hill Press", "publisher-place": "Oslo",
      "ISBN": "978-0-306-40615-7", "author": [{"family": "Roe", "given": "P."}]}),
    ("rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.genre=bookitem&rft.atitle=On+seeds&rft.btitle=Stones&rft.spage=3&rft.epage=9"
     "&rft.aucorp=Garden+Group",
     {"type": "chapter", "title": "On seeds", "container-title": "Stones", "page": "3-9",
      "author": [{"literal": "Garden Group"}]}),
    ("rft_val_fmt=info:ofi/fmt:kev:mtx:dissertation&rft.title=On+seeds&rft.inst=U+Oslo&rft.degree=PhD&rft.au=Jane+Doe",
     {"type": "thesis", "title": "On seeds", "publisher": "U Oslo", "genre": "PhD",
      "author": [{"family": "Doe", "given": "Jane"}]}),
    ("rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=Worms&rft.jtitle=J.+Worms&rft.id=info:DOI/10.1371/a.1"
     "&rft.spage=0&rft.epage=0&rft.artnum=http://dx.example.org/1",
     {"type": "article-journal", "title": "Worms", "container-title": "J. Worms", "DOI": "10.1371/a.1"}),
    ("rft_val_fmt=info:ofi/fmt:kev:mtx:dc&rft.type=webpage&rft.title=Water&rft.identifier=https://example.org/w",
     {"type": "webpage", "title": "Water", "URL": "https://example.org/w"}),
    ("rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=unknown&rft.atitle=Water&rft.jtitle=Data+pages&rft_id=https://example.org/w",
     {"type": "webpage", "title": "Water", "container-title": "Data pages", "URL": "https://example.org/w"}),
]  # fmt: skip


@pytest.mark.parametrize(("data", "record"), BOOKS)
def test_other_kinds_of_coins(data: str, record: dict[str, object]) -> None:
    assert records(read_text(page(coins(data)), "a.html")) == [record]


def test_coins_replace_the_reference_that_contains_them() -> None:
    """As in Wikipedia's lists; references without COinS are parsed."""
    listed = (
        f'<ol class="references"><li><span class="mw-cite-backlink">^</span> <cite>Doe, Jane; Roe, Paul (May 2001). '
        f'"The growth of seeds". Journal of Gardens. 12 (3): 33–39.</cite>{coins(JOURNAL)}</li>'
        f"<li>{PRINTED_POE}</li></ol>"
    )
    assert titles(read_text(page(listed), "a.html")) == [
        "The growth of seeds in dark rooms",
        "Old ravens of the northern coast",
    ]


def meta(content: str) -> str:
    return f'<meta name="citation_reference" content="{escape(content)}">'


STRUCTURED = (
    "citation_title=The growth of seeds in dark rooms;citation_author=Jane Doe;citation_author=Paul Roe;"
    "citation_journal_title=Journal of Gardens;citation_volume=12;citation_issue=3;citation_pages=33-39;"
    "citation_publication_date=2001/05;citation_doi=10.1234/seeds.1"
)


def test_elements_of_references_are_records() -> None:
    own = '<meta name="citation_title" content="The page itself"><meta name="citation_author" content="A. Page">'
    assert records(read_text(page("<p>Text</p>", own + meta(STRUCTURED)), "a.html")) == [DOE]


AUTHORS = [
    ("citation_author=LB Aknin, CP Barr-Leigh, EW de Dunn", ["Aknin, L. B.", "Barr-Leigh, C. P.", "de Dunn, E. W."]),
    ("citation_author=M. F. Atiyah", ["Atiyah, M. F."]),
    ("citation_author=Smith A;citation_author=Doe, Jane", ["Smith, A", "Doe, Jane"]),
    ("citation_authors=Doe, Jane; Roe, Paul", ["Doe, Jane", "Roe, Paul"]),
]  # fmt: skip


@pytest.mark.parametrize(("authors", "expected"), AUTHORS)
def test_authors_are_written_in_several_ways(authors: str, expected: list[str]) -> None:
    library = read_text(
        page("<p>x</p>", meta(f"citation_title=On seeds; {authors}; citation_id=CR1")), "a.html"
    )
    assert [name.inverted() for name in library[0].author] == expected


def test_elements_with_plain_text_are_parsed_once() -> None:
    """The same references are often printed in the page, too."""
    plain = "Poe, E. (1985). Old ravens of the northern coast. Journal of Birds, 5(2), 11–29."
    other = "Doe, J. (2001). Seeds and their rooms. Journal of Gardens, 12(3), 33–39."
    listed = f'<h2>References</h2><ol class="references"><li>{PRINTED_POE}</li></ol>'
    library = read_text(page(listed, meta(plain) + meta(other)), "a.html")
    assert sorted(titles(library)) == ["Old ravens of the northern coast", "Seeds and their rooms"]


def test_citations_of_schema_org_are_records() -> None:
    data = {
        "@context": "https://schema.org", "@type": "ScholarlyArticle", "name": "The page itself",
        "citation": [
            {
                "@type": "ScholarlyArticle", "name": "The growth of seeds in dark rooms", "pageStart": "33",
                "pageEnd": 39, "datePublished": "2001-05", "sameAs": "https://doi.org/10.1234/seeds.1",
                "author": [
                    {"@type": "Person", "givenName": "Jane", "familyName": "Doe"},
                    {"@type": "Person", "name": "Paul Roe"},
                ],
                "isPartOf": {
                    "@type": "PublicationIssue", "issueNumber": "3",
                    "isPartOf": {
                        "@type": ["PublicationVolume", "Periodical"], "volumeNumber": "12",
                        "name": "Journal of Gardens",
                    },
                },
            },
            {"@type": "Book", "name": "Stones", "author": {"@type": "Organization", "name": "Garden Group"}},
        ],
    }  # fmt: skip
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    library = read_text(page("<p>Text</p>", script), "a.html")
    assert titles(library) == ["The growth of seeds in dark rooms", "Stones"]
    assert values(library, "volume", "issue", "page", "DOI", "author")[0] == [
        "12", "3", "33-39", "10.1234/seeds.1",
        [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Paul"}],
    ]  # fmt: skip


def test_the_work_that_a_page_describes_is_not_its_reference() -> None:
    data = {"@type": "ScholarlyArticle", "name": "The page itself", "author": "A. Page"}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert titles(read_text(page("<p>Text</p>", script), "a.html")) == []


DAMAGED = [
    (
        '<script type="application/ld+json">{"citation": [{"@type": </script>',
        "it is not valid JSON",
    ),
    (
        '<script type="application/ld+json">{"citation":' + "[" * 100_000 + "</script>",
        "its brackets are nested too deeply",
    ),
    (coins("ctx_ver=Z39.88-2004&rft.volume=3"), "it has neither a title nor an author"),
    (coins("&".join(["rft.au=x"] * 1400)), "it has more than 1000 fields"),
    (meta("citation_volume=3;citation_year=2001"), "it has neither a title nor an author"),
]


@pytest.mark.parametrize(("markup", "reason"), DAMAGED, ids=range(len(DAMAGED)))
def test_damaged_data_is_reported(markup: str, reason: str) -> None:
    listed = f'<h2>References</h2><ol class="references"><li>{PRINTED_POE}</li></ol>'
    library = read_text(page(markup + listed), "a.html")
    assert titles(library) == ["Old ravens of the northern coast"]
    assert messages(library)[0].startswith(f"the data of this reference is damaged: {reason}")
