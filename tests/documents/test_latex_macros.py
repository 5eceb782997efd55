"""Macros that a LaTeX document defines are expanded, and arguments of others are kept apart."""

import time

import pytest
from tests.documents.reading import document, entries, lines, written

EXPANDED = [
    (r"\newcommand{\PRL}{Phys. Rev. Lett.} \PRL 12", "Phys. Rev. Lett. 12"),
    (r"\newcommand\PRL{Phys. Rev. Lett.}\PRL{} 12", "Phys. Rev. Lett. 12"),
    (r"\renewcommand*{\au}[2]{#2~#1} \au{Doe}{J.}", "J. Doe"),
    (r"\newcommand{\au}[2][A.]{#1 #2} \au{Doe}, \au[B.]{Roe}", "A. Doe, B. Roe"),
    (r"\def\jl#1#2#3#4{{\it #1} {\bf #2} (#3) #4} \jl{J. X}{1}{2001}{33}", "J. X 1 (2001) 33"),
    (r"\def\pair#1,#2;{#2 and #1} \pair Doe,Roe; end", "Roe and Doe end"),
    (r"\def\vol #1{vol. #1} \vol 5, \vol{12}", "vol. 5, vol. 12"),
    (r"\gdef\x{X} \edef\y{Y} \x, \y", "X, Y"),
    (r"\NewDocumentCommand{\au}{o m}{#2\IfValueT{#1}{,} \IfNoValueTF{#1}{(none)}{(#1)}} \au{Doe} \au[ed.]{Roe}",
     "Doe (none) Roe, (ed.)"),
    (r"\NewDocumentCommand\au{s O{x} +m}{\IfBooleanTF{#1}{*}{-}#2#3} \au{A} \au*[y]{B}", "-xA *yB"),
    (r"\newcommand{\aa@}{X}\newcommand{\two}{\aa@\aa@} \two", "XX"),
    (r"\newcommand{\PRD}{Phys. Rev. D}\let\prd=\PRD \prd 5", "Phys. Rev. D 5"),
    (r"\let\alias\emph \alias{Title}", "Title"),
    (r"\providecommand{\x}{first}\providecommand{\x}{second} \x", "first"),
    (r"\newcommand{\x}{first}\renewcommand{\x}{second} \x", "second"),
    (r"\x \newcommand{\x}{defined later} end", "end"),
    (r"\newcommand{\hidden}[1]{} A\hidden{secret} B", "A B"),
    (r"\DeclareMathOperator{\Sym}{Sym} $\Sym$ X", "Sym X"),
    (r"\newcommand{\web}[1]{\url{http://a.b/#1}} \web{x_y}", "http://a.b/x_y"),
    ("\\newcommand{\\x}{Doe % not this\n, J.} \\x", "Doe , J."),
    (r"\newcommand{\x}{\alpha} $\x$ \newcommand{\bold}[1]{\bf#1} {\bold{Title}}", "α Title"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), EXPANDED)
def test_macros_are_expanded(text: str, shown: str) -> None:
    assert " ".join(lines(text, "latex")) == shown


KNOWN = [
    (r"\renewcommand{\emph}[1]{LOST} \emph{Title}", "Title"),
    (r"\providecommand{\url}[1]{\texttt{#1}} \url{http://a.b/c%20d}", "http://a.b/c%20d"),
    (r"\providecommand{\doi}[1]{doi: #1} \doi{10.1234/a}", "doi:10.1234/a"),
    (r"\providecommand \bibinfo [2]{#2}\providecommand \natexlab [1]{#1} \bibinfo{year}{2001\natexlab{a}}", "2001a"),
    (r"\renewcommand{\cite}[1]{LOST} A \cite{x} B", "A B"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), KNOWN)
def test_known_commands_keep_their_meaning(text: str, shown: str) -> None:
    assert " ".join(lines(text, "latex")) == shown


APART = [
    (r"\Unknown{Europhys. Lett.}{96}{2011}{21002}", "Europhys. Lett. 96 2011 21002"),
    (r"\Unknown{A} {B}{C} D", "A B C D"),
    (r"\Unknown[x]{A}{B}.", "A B."),
    (r"\newcommand{\x}[2]{\csname foo#1\endcsname} \x{A}{B}", "A B"),
    (r"\newcommand{\x}[1]{\@ifnextchar[{\foo}{\foo[]}} \x{Doe}", "Doe"),
    (r"\REVIEW{Europhys. Lett.}{96}{2011}{21002}", "Europhys. Lett. 96 (2011) 21002"),
    (r"\textbf{A}{B} \emph{Ti}{tle} {\bf 1}{2}", "AB Title 12"),
]


@pytest.mark.parametrize(("text", "shown"), APART)
def test_arguments_of_other_macros_are_kept_apart(text: str, shown: str) -> None:
    assert " ".join(lines(text, "latex")) == shown


def test_macros_can_write_items() -> None:
    text = (
        r"\newcommand{\bi}[1]{\bibitem{#1}}\begin{thebibliography}{9}"
        "\n\\bi{a} Doe, J.\n\\bi{b} Roe, P.\n\\end{thebibliography}"
    )
    read = document(text, "latex")
    assert read.keys == ("a", "b")
    assert entries(text, "latex") == ["[1] Doe, J.", "[2] Roe, P."]


def test_journals_of_astronomy_have_macros() -> None:
    assert entries("\\bibitem{a} Doe, J. 2001, \\apj, 12, 3; \\mnras 5", "latex") == [
        "[1] Doe, J. 2001, ApJ, 12, 3; MNRAS 5"
    ]


def test_arguments_are_located_where_they_are_written() -> None:
    text = '\\newcommand{\\au}[2]{#1 and #2}\n\\bibitem{a} \\au{M{\\"u}ller}{Doe}, 2001.'
    assert written(text, "latex", "Müller") == 'M{\\"u}ller'
    assert written(text, "latex", "Doe") == "Doe"
    assert written(text, "latex", "and Doe, 2001") == "}{Doe}, 2001"


def test_definitions_in_comments_and_verbatim_text_are_not_read() -> None:
    text = (
        "% \\def\\x{A}\n\\begin{verbatim}\n\\def\\x{B}\n\\end{verbatim}\n\\verb|\\def\\x{C}| \\x D"
    )
    assert "D" in lines(text, "latex")[-1]
    assert all(letter not in lines(text, "latex")[-1].split(" ")[-1] for letter in "ABC")


DOUBLED = "".join(
    "\\def\\x" + b + "{" + f"\\x{a}" * 4 + "}"
    for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
)
BOMBS = [
    "\\def\\xa{\\xa\\xa}\\xa",
    f"\\def\\xa{{xxxx}}{DOUBLED}" + "\\xk" * 50,
    "\\def\\xa{\\xb\\xb}\\def\\xb{\\xa\\xa}" + "\\xa" * 500,
    "\\def\\xa#1{#1#1#1#1}" + "\\xa{" * 300 + "x" * 100 + "}" * 300,
    "\\def\\xa{" + "x" * 20_000 + "}" + "\\xa " * 20_000,
    "\\def\\xa{" * 20_000,
    "\\newcommand{\\xa}[9]{#1}" + "\\xa" * 20_000,
    "\\def\\xa#1.{#1}" + "\\xa" * 20_000,
    "\\newcommand{\\xa}[2][]{#1}" + "\\xa[" * 20_000,
]  # fmt: skip


@pytest.mark.parametrize("text", BOMBS, ids=range(len(BOMBS)))
def test_macros_do_not_become_large_texts(text: str) -> None:
    start = time.process_time()
    read = document(text, "latex")
    assert len(read.excerpt.text) < 5 * len(text) + 1_000_000
    assert time.process_time() - start < 10


def test_macros_that_are_not_expanded_are_reported() -> None:
    text = "\\def\\xa{" + "x" * 20_000 + "}" + "\\xa " * 500
    assert [fault.message for fault in document(text, "latex").faults] == [
        "the macros expand to too much text; they are not expanded from here on"
    ]
