"""The rule cited-not-listed."""

import pytest
from tests.rules.prosecase import books, document, messages, quoted, reference

CODE = "REF228"
FOUND = (
    "Lakes (Abbott, 2001) feed rivers (Brandt, 2002), and Castell (2003) shows how deltas grow. "
)


def cites(more: str, *references: str) -> str:
    """Return a document that cites its whole list and contains additional text."""
    return document(*books(5), *references, text=FOUND + more)


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ("Others disagree (Okafor, 2019).", "Okafor, 2019"),
        ("Others disagree (see Okafor & Lind, 2019, p. 4).", "Okafor & Lind, 2019"),
        ("Others disagree (Dunmore, 2004; Okafor et al., 2019a).", "Okafor et al., 2019a"),
        ("Okafor and Lind (2019) disagree.", "Okafor and Lind (2019"),
        ("However, Okafor (2019) argues that they do not.", "Okafor (2019"),
        ("According to Okafor (2019), they do not.", "Okafor (2019"),
        ("Others disagree (vgl. Okafor/Lind 2019: 4).", "Okafor/Lind 2019"),
        ("So did the ministry (Ministry of Water, 2019).", "Ministry of Water, 2019"),
    ],
)  # fmt: skip
def test_what_the_list_has_not_is_told_where_it_is_cited(more: str, place: str) -> None:
    """Citations in parentheses and in the sentence are checked."""
    assert quoted(CODE, cites(more)) == [place]


@pytest.mark.parametrize(
    "more",
    [
        "So it was in London (2012), in Vertigo (1958) and under Queen Anne (1702–1714).",
        "See the map (Figure 3, 2019) and the survey (December, 2019).",
        "It cost much (USD 2019 prices) and lasted long (from March 2015 to May 2016).",
        "Others agree (Dunmore 2004: 12; cf. Ellery, 2005), as Castell’s (2003) map does.",
        "It met twice (Vienna, 1912; New York, 1913), before the law (GDPR, 2016) was made (France, 2017).",
        "He said so early (Okafor, 1999, as cited in Dunmore, 2004), and Lind (1998, quoted in Ellery, 2005) agreed.",
        "An act (Data Protection Act, 2018) says so (R. Okafor, personal communication, May 4, 2019).",
    ],
)
def test_what_is_no_citation_is_left_alone(more: str) -> None:
    """Places, films, reigns, figures, months and listed works are not reported."""
    assert messages(CODE, cites(more)) == []


def test_another_year_is_told_with_what_the_list_has() -> None:
    """The list contains the author but not the year."""
    assert messages(CODE, cites("Dykes are older (Dunmore, 2014).")) == [
        "`Dunmore, 2014` is cited, but the list has `Dunmore, 2004`; correct the year or add the reference"
    ]


def test_a_name_written_another_way_is_told() -> None:
    """One letter of the name is missing in the text."""
    assert messages(CODE, cites("Dykes are older (Dunmor, 2004).")) == [
        "`Dunmor, 2004` is cited, but the list has `Dunmore, 2004`; write the name in one form"
    ]


def test_an_organisation_may_be_cited_by_its_initials() -> None:
    """The text may give the initials and the list the name, or the other way around."""
    listed = reference("World Health Organization.", "2019", "Water and health")
    assert messages(CODE, cites("Water matters (WHO, 2019).", listed)) == []


def test_a_document_that_cites_otherwise_is_left_alone() -> None:
    """Names followed by years are not enough to be citations."""
    text = (
        "He came back (Vienna, 1912) and left again (Berlin, 1913), as Hart and Bell (1914) tell."
    )
    assert messages(CODE, document(*books(5), text=text)) == []


def test_a_number_that_the_list_has_not() -> None:
    """Ranges are expanded."""
    listed = [f"[{n}] {one}" for n, one in enumerate(books(5), 1)]
    text = "Lakes [1] feed rivers [2], deltas grow [3-5], and the ice is thin [4, 7]."
    assert messages(CODE, document(*listed, text=text)) == [
        "`[7]` is cited, but the list has no reference with that number; add it or correct the number"
    ]


def test_intervals_and_years_are_no_numbers_of_references() -> None:
    """Square brackets may contain intervals or years instead of citations."""
    listed = [f"[{n}] {one}" for n, one in enumerate(books(5), 1)]
    text = "Lakes [1] feed rivers [2], deltas grow [3-5], x lies in [0, 9], and it was new [2019]."
    assert messages(CODE, document(*listed, text=text)) == []


def latex(text: str) -> str:
    """Return a LaTeX document with a list of two references."""
    items = (
        r"\bibitem{abbott} L. Abbott, \emph{Lakes of the North}. Harbour Press, 2011.",
        r"\bibitem{brandt} K. Brandt, \emph{Rivers and Their Names}. Harbour Press, 2014.",
    )
    return "\n".join(
        (r"\documentclass{article}", r"\begin{document}", text, r"\begin{thebibliography}{9}", *items,
         r"\end{thebibliography}", r"\end{document}")
    )  # fmt: skip


def test_keys_of_latex_are_looked_up() -> None:
    """Commands in comments are ignored."""
    text = latex(
        "Lakes \\cite{abbott} feed rivers \\citep[p.~3]{brandt, okafor}.\n% \\cite{nobody}\n"
    )
    assert quoted(CODE, text) == ["okafor"]


def test_a_document_with_another_list_may_have_the_key_there() -> None:
    """The other list is generated by BibTeX from a file."""
    assert quoted(CODE, latex("Lakes \\cite{abbott, okafor}. \\bibliography{more}")) == []


@pytest.mark.parametrize(
    "text",
    [
        r"Lakes \Textcite{abbott} feed \parencites[1]{brandt}[2]{okafor}, \volcite{2}{lind} \footfullcite{moe}.",
        r"Lakes \cite{abbott, brandt} feed \cites(see)()[3]{okafor}[4]{lind}. \citep<e.g.>[p.~3]{moe}",
    ],
)  # fmt: skip
def test_commands_of_every_package_are_looked_up(text: str) -> None:
    """All keys of each command are found at their positions."""
    assert quoted(CODE, latex(text)) == ["okafor", "lind", "moe"]


@pytest.mark.parametrize(
    "text",
    [
        "Lakes \\cite{abbott,%\n  brandt} feed rivers.",
        "Lakes \\cite{abbott, % the first\n  brandt} feed rivers.",
        r"Lakes \cite{abbott, brandt}. Write \verb|\cite{okafor}| for it.",
        "Lakes \\cite{abbott, brandt}.\n\\begin{lstlisting}\n\\cite{okafor}\n\\end{lstlisting}",
        r"Lakes \cite{abbott, brandt}. \iffalse \cite{okafor} \fi",
        r"\newcommand{\see}[1]{\cite{#1}} Lakes \see{abbott} feed \see{brandt}. \cite{abbott}",
        r"Lakes \cite{abbott} feed rivers \citesuffix{okafor}. \nocite{brandt}",
        r"Lakes (\citeproc{ref-abbott}{Abbott 2011}) feed rivers (\citeproc{ref-brandt}{2014}).",
    ],
)
def test_what_is_no_key_is_not_looked_up(text: str) -> None:
    """Comments, verbatim text, parameters and unknown commands contain no cite keys."""
    assert quoted(CODE, latex(text)) == []


def test_a_list_that_is_commented_out_is_no_other_list() -> None:
    """Many papers are submitted with such comments."""
    text = latex("Lakes \\cite{abbott, okafor}.\n% \\bibliography{more} \\input{more}\n")
    assert quoted(CODE, text) == ["okafor"]
