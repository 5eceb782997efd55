"""biber's .bbl file, from which a lost .bib file can be restored."""

import pytest

from refkit import api
from refkit.formats import for_reading
from refkit.model.source import Source

HEAD = "% $ biblatex auxiliary file $\n% $ biblatex bbl format version 3.2 $\n\\refsection{0}\n\\datalist[entry]{nty}\n"
ARTICLE = r"""    \entry{doe2020}{article}{}
      \name{author}{2}{}{%
        {{un=0,uniquepart=base,hash=a1}{%
           family={Doe},
           familyi={D\bibinitperiod},
           given={Jane\bibnamedelima Q.},
           giveni={J\bibinitperiod\bibinitdelim Q\bibinitperiod}}}%
        {{hash=b2}{%
           family={Berg},
           given={Willem},
           prefix={van\bibnamedelima der}}}%
      }
      \list{publisher}{1}{%
        {Black and White}%
      }
      \strng{namehash}{a1}
      \field{sortinit}{D}
      \field{labelnamesource}{author}
      \field{journaltitle}{Journal of {\"U}bung}
      \field{title}{A {Title}}
      \field{day}{3}
      \field{month}{5}
      \field{year}{2020}
      \field{urlday}{1}
      \field{urlmonth}{2}
      \field{urlyear}{2021}
      \field{pages}{11\bibrangedash 19}
      \range{pages}{9}
      \verb{doi}
      \verb 10.1234/ab_c
      \endverb
      \keyw{one,two}
    \endentry
"""
REPORT = r"""    \entry{who2019}{report}{}
      \name{author}{1}{}{%
        {{hash=d}{%
           family={World Health Organization}}}%
      }
      \field{title}{Water}
      \field{year}{2019}
    \endentry
"""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("author", "Doe, Jane Q. and van der Berg, Willem"),
        ("publisher", "{Black and White}"),
        ("title", "A {Title}"),
        ("date", "2020-05-03"),
        ("urldate", "2021-02-01"),
        ("pages", "11--19"),
        ("doi", "10.1234/ab_c"),
        ("keywords", "one,two"),
    ],
)
def test_fields_are_those_of_the_bib_file(name: str, value: str) -> None:
    """Names, lists, dates and addresses are restored to their form before biber."""
    field = api.loads(HEAD + ARTICLE, name="paper.bbl").entries[0].get(name)
    assert field is not None
    assert field.value == value


def test_fields_that_biber_adds_are_omitted() -> None:
    """Fields for sorting and labels are not fields of the work."""
    names = {field.name for field in api.loads(HEAD + ARTICLE).entries[0].fields}
    assert names == {
        "author",
        "publisher",
        "journaltitle",
        "title",
        "pages",
        "doi",
        "keywords",
        "date",
        "urldate",
    }


def test_a_bib_file_is_restored() -> None:
    """The reference has its key, type and names; an organization is not split."""
    made = api.dumps(api.loads(HEAD + REPORT), "biblatex")
    assert "@report{who2019,\n  author = {{World Health Organization}},\n  title = {Water}," in made


def test_a_field_has_its_span() -> None:
    """The value's span covers the text in the file."""
    library = api.loads(HEAD + ARTICLE)
    title = library.entries[0].get("title")
    assert title is not None
    assert library.sources[0].slice(title.value_span) == "{A {Title}}"


def test_the_span_of_a_record_ends_with_its_last_command() -> None:
    """Text after it in the file is ignored."""
    library = api.loads(HEAD + ARTICLE + ARTICLE.replace("doe2020", "roe2021"))
    records = [library.sources[0].slice(entry.span) for entry in library.entries]
    assert [record[:14] + record[-9:] for record in records] == [
        "\\entry{doe2020}"[:14] + "\\endentry",
        "\\entry{roe2021}"[:14] + "\\endentry",
    ]


def test_a_record_in_two_sections_is_read_once() -> None:
    """biber repeats a record for each section that cites it."""
    assert [entry.key for entry in api.loads(HEAD + REPORT + ARTICLE + REPORT).entries] == [
        "who2019",
        "doe2020",
    ]


def test_a_record_without_an_end_is_reported() -> None:
    """A truncated file is read as far as possible."""
    library = api.loads(HEAD + REPORT.replace(r"\endentry", ""))
    told = "the record `who2019` has no end"
    assert ([item.id for item in library], library.faults[0].message) == (["who2019"], told)


def test_other_bbl_files_are_typeset_lists() -> None:
    """A .bbl file by BibTeX is LaTeX to be typeset."""
    typeset = (
        "\\begin{thebibliography}{9}\n\\bibitem{a} A. Author. T. 2001.\n\\end{thebibliography}"
    )
    sources = [Source(text, "paper.bbl") for text in (typeset, HEAD + REPORT)]
    assert [for_reading(source).name for source in sources] == ["text", "biblatex-bbl"]
