r"""Records of amsrefs (`\bib{key}{type}{...}`) in LaTeX documents."""

import pytest
from tests.text.records.reading import messages, places, read_text, records

ARTICLE = r"""\bib{doe01}{article}{
   author={Doe, Jane},
   author={M{\"u}ller, P. Q.},
   title={On $H_2$ and {\it seeds}},
   subtitle={A study},
   journal={J. Gard.},
   volume={12},
   number={3},
   date={2001-05},
   pages={33\ndash 39},
   doi={10.1234/seeds.1},
   review={\MR{123}},
}"""
CHAPTER = r"""\bib*{roe}{article}{author={Roe, Paul}, title={Stones}, pages={3--9},
  book={title={All gardens}, editor={Poe, E.}, publisher={Hill Press}, address={Oslo}, date={1999}}}"""
PREPRINT = (
    r"\bib{p}{article}{author={Poe, E.}, title={Ravens}, date={2020}, eprint={arXiv:2001.00001}}"
)


def biblist(*entries: str) -> str:
    listed = "\n".join(entries)
    return f"\\begin{{document}}\nText.\n\\begin{{biblist}}\n{listed}\n\\end{{biblist}}\n\\end{{document}}"


def test_records_are_read_with_their_keys() -> None:
    library = read_text(biblist(ARTICLE, CHAPTER, PREPRINT), "a.tex")
    assert [item.id for item in library] == ["doe01", "roe", "p"]
    assert places(library) == [ARTICLE, CHAPTER, PREPRINT]
    assert messages(library) == []
    assert records(library) == [
        {
            "type": "article-journal", "title": "On H<sub>2</sub> and <i>seeds</i>: A study",
            "container-title": "J. Gard.", "volume": "12", "issue": "3", "page": "33-39", "DOI": "10.1234/seeds.1",
            "author": [{"family": "Doe", "given": "Jane"}, {"family": "Müller", "given": "P. Q."}],
            "issued": {"date-parts": [[2001, 5]]}, "custom": {"review": "123"},
        },
        {
            "type": "chapter", "title": "Stones", "container-title": "All gardens", "page": "3-9",
            "publisher": "Hill Press", "publisher-place": "Oslo", "author": [{"family": "Roe", "given": "Paul"}],
            "editor": [{"family": "Poe", "given": "E."}], "issued": {"date-parts": [[1999]]},
        },
        {
            "type": "article", "title": "Ravens", "author": [{"family": "Poe", "given": "E."}],
            "archive": "arXiv", "archive_location": "2001.00001", "issued": {"date-parts": [[2020]]},
        },
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (r"\bib{x}{book}{title={A}, date 2001}", "`date 2001` is not a field"),
        (r"\bib{x}{book}{date={2001}}", "it has neither a title nor an author"),
    ],
)
def test_damaged_records_are_reported(entry: str, reason: str) -> None:
    library = read_text(biblist(ARTICLE, entry), "a.tex")
    assert [item.id for item in library] == ["doe01"]
    assert messages(library) == [
        f"the data of this reference is damaged: {reason}; only its text is read"
    ]


def test_commas_may_be_missing_and_pages_of_books_are_counted() -> None:
    entry = r"\bib{h}{book}{ title={Semigroups}, author={Howie, J.}\n place={Oslo} date={1995}, pages={x+351}}"
    [record] = records(read_text(biblist(entry.replace("\\n", "\n")), "a.tex"))
    assert (record["publisher-place"], record["number-of-pages"]) == ("Oslo", "x+351")


def test_records_that_are_not_closed_are_reported() -> None:
    text = biblist(r"\bib{x}{book}{author={Doe, J.}, title={Seeds}", CHAPTER)
    library = read_text(text, "a.tex")
    assert [item.id for item in library] == ["roe"]
    assert messages(library) == ["the fields of the reference `x` are not closed with `}`"]


def test_macros_in_records_are_expanded() -> None:
    text = r"\newcommand{\jg}{Journal of Gardens}" + biblist(ARTICLE.replace("J. Gard.", r"\jg"))
    library = read_text(text, "a.tex")
    assert records(library)[0]["container-title"] == "Journal of Gardens"
    assert places(library)[0].startswith(r"\bib{doe01}")


def test_other_commands_with_this_name_are_not_records() -> None:
    text = (
        "\\begin{thebibliography}{9}\n\\bibitem{a} \\bib{Doe}, Seeds, 2001.\n\\end{thebibliography}"
    )
    library = read_text(text, "a.tex")
    assert [item.id for item in library] == ["a"]
