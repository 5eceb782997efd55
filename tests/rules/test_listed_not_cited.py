"""The rule listed-not-cited."""

import pytest
from tests.rules.prosecase import books, document, messages, quoted

CODE = "REF229"
FOUND = (
    "Lakes (Abbott, 2001) feed rivers (Brandt, 2002), and Castell (2003) shows how deltas grow. "
)


def test_what_is_never_cited_is_told() -> None:
    """The finding is at the reference in the list."""
    assert quoted(CODE, document(*books(4), text=FOUND)) == ["Dunmore, P."]


def test_a_mention_with_its_year_is_a_citation() -> None:
    """Any mention of the name with its year is a citation."""
    text = FOUND + "In a book of 2004 Dunmore told the history of dykes."
    assert messages(CODE, document(*books(4), text=text)) == []


def test_a_name_broken_over_two_lines_is_a_citation() -> None:
    """A name may be broken over two lines, as in text extracted from a printed page."""
    assert (
        messages(CODE, document(*books(4), text=FOUND + "Dykes are old (Dun-\nmore, 2004).")) == []
    )


def test_a_list_of_further_reading_is_left_alone() -> None:
    """A list is not reported if most of its references are not cited."""
    assert messages(CODE, document(*books(9), text=FOUND)) == []


def test_a_number_that_is_never_cited() -> None:
    """Ranges are expanded."""
    listed = [f"[{n}] {one}" for n, one in enumerate(books(6), 1)]
    told = messages(
        CODE, document(*listed, text="Lakes [1] feed rivers [2, 3], and deltas grow [4–5].")
    )
    assert told == ["`[6]` is in the list, but is not cited in the text; cite it or remove it"]


def test_a_list_alone_is_left_alone() -> None:
    """Without a text there is nothing to compare with."""
    assert messages(CODE, document(*books(6))) == []


TEX = r"""\documentclass{article}
\begin{document}
Lakes \cite{abbott}. %s
\begin{thebibliography}{9}
\bibitem{abbott} L. Abbott, \emph{Lakes of the North}. Harbour Press, 2011.
\bibitem{brandt} K. Brandt, \emph{Rivers and Their Names}. Harbour Press, 2014.
\end{thebibliography}
\end{document}
"""


def test_keys_of_latex_are_looked_up() -> None:
    """A reference that no command cites is reported."""
    assert quoted(CODE, TEX % "") == ["K. Brandt"]


def test_another_file_may_cite_the_rest() -> None:
    """Nothing is reported for a document in parts or if everything is cited at once."""
    assert [quoted(CODE, TEX % more) for more in (r"\input{more}", r"\nocite{*}")] == [[], []]


@pytest.mark.parametrize(
    "more",
    [
        r"\Parencites[1]{abbott}[2]{brandt}",
        r"\svolcite{2}[3]{brandt}",
        r"\cite{abbott,%" "\n  brandt}",
        r"\citesuffix{brandt}",
        r"\newcommand{\see}[2]{see \cite{#1}, #2} \see{brandt}{p. 3}",
        r"\cite{\prefix}",
    ],
)
def test_a_reference_that_may_be_cited_is_left_alone(more: str) -> None:
    """Any command, a macro of the document or a key that a macro generates may be a citation."""
    assert quoted(CODE, TEX.replace("%s", more)) == []


@pytest.mark.parametrize("more", [r"\verb|\cite{brandt}|", r"\iffalse \cite{brandt} \fi"])
def test_verbatim_text_cites_nothing(more: str) -> None:
    """Verbatim text does not cite anything."""
    assert quoted(CODE, TEX.replace("%s", more)) == ["K. Brandt"]


def test_a_macro_of_the_document_may_be_all_that_cites() -> None:
    """The cite keys are also checked if only a macro of the document cites them."""
    text = TEX.replace(r"\cite{abbott}. %s", r"\newcommand{\see}[1]{\cite{#1}} \see{abbott}.")
    assert quoted(CODE, text) == ["K. Brandt"]


def test_the_label_of_a_reference_cites_nothing() -> None:
    """Labels in REVTeX lists use commands with "cite" in their names."""
    label = r"\bibitem [{\citenamefont {Brandt}(2014)}]{brandt}"
    text = TEX.replace(r"\bibitem{brandt}", label)
    assert quoted(CODE, text.replace(r"\cite{abbott}. %s", "[1].")) == []
