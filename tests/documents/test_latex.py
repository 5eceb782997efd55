"""LaTeX: text without commands, and one reference per `\\bibitem`."""

import pytest
from tests.documents.reading import document, entries, headings, lines, written

from refkit.documents import syntax_of


def listed(items: str) -> str:
    return f"\\begin{{thebibliography}}{{9}}\n{items}\n\\end{{thebibliography}}"


IEEETRAN = r"""\bibitem{a}
\BIBentryALTinterwordspacing
A.~Author, \emph{T}.\hskip 1em plus
  0.5em minus 0.4em\relax P, 2001.
"""
REVTEX = r"""\bibitem [{\citenamefont {Author}(2001)}]{a}\BibitemOpen
\bibfield {author} {\bibinfo {author} {\bibfnamefont {A.} \bibnamefont {Author}}, }\href {\doibase 10.1234/a}
{\bibfield {journal} {\bibinfo {journal} {J. X}\ }\textbf {\bibinfo {volume} {5}}} \BibitemShut {NoStop}
"""
APACITE = r"""\bibitem [\protect \citeauthoryear {Author\ \BBA {} Writer}{Author}{{\protect \APACyear {2001}}}]{a}
\APACinsertmetastar {a}
Author, A.\BCBT {}\ \BBA {} Writer, B.  \APACrefYearMonthDay{2001}{}{}.
\newblock {\BBOQ}\APACrefatitle {The T} {The T}.{\BBCQ}
\newblock \APACjournalVolNumPages{J. X}{12}{3}{4--5}.
"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"\emph{A} \textbf{b} {\em c} {\it d\/} \textsc{E}", "A b c d E"),
        (r"M\"uller, G{\"o}del, \'{E}t\'e, na\"{\i}ve", "Müller, Gödel, Été, naïve"),
        (r"\c{C}, \v{s}, {\aa}, \o re, \L{}", "Ç, š, å, øre, Ł"),
        (r"pp.~1--9, a---b, ``so'' `x'", "pp. 1–9, a—b, “so” ‘x'"),
        (r"A \& B, 5\%, \$3, \{x\}, \_", "A & B, 5%, $3, {x}, _"),
        (r"H$_2$O and $\alpha$", "H2O and α"),
        ("A % comment\n  b", "A b"),
        ("A%\n  b", "Ab"),
        (r"Text \cite[p.~3]{a,b} \label{c} end", "Text end"),
        (r"Text \Textcite*[see][p.~3]{a} \volcite[a]{2}[b]{c}\footcite{d} end", "Text end"),
        (r"Text \parencites(a)(b)[c]{d}[e][f]{g} (see \citefield{a}{title}) end", "Text (see ) end"),
        ("Text \\cite%\n{a,%\n  b} end", "Text end"),
        (r"Text \citeproc{ref-a}{Doe 2001} end", "Text Doe 2001 end"),
        (r"A \iffalse b \ifx c \else d \fi e \fi f \iffalse g \else h\fi.", "A f h."),
        (r"\url{http://a.b/c_d%20e\_f~g} \path{x_y}", "http://a.b/c_d%20e_f~g x_y"),
        (r"\href{https://example.org/x}{T}, 2001", "T, 2001 https://example.org/x"),
        (r"\doi{10.1234/a} and doi: \doi{10.1234/b}", "doi:10.1234/a and doi: 10.1234/b"),
        (r"A\footnote{B} c\hskip 1em plus 0.5em minus 0.4em\relax d", "A (B) c d"),
        (r"\newcommand{\x}[1]{no #1} \def\y{no} \textcolor{red}{A}", "A"),
        (r"\unknown{A} \LaTeX{} \BibTeX", "A LaTeX BibTeX"),
        (r"a $ b", "a b"),
    ],
)  # fmt: skip
def test_commands_are_removed(text: str, shown: str) -> None:
    """Only the typeset text is kept."""
    assert lines(text, "latex") == [shown]


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        ("\\begin{CSLReferences}{1}{0}\\bibitem[\\citeproctext]{ref-a}\n\\CSLLeftMargin{A. }T.", "A. T."),
        (IEEETRAN, "[1] A. Author, T. P, 2001."),
        (REVTEX, "A. Author, J. X 5 https://doi.org/10.1234/a"),
        (APACITE, "Author, A., & Writer, B. (2001). The T. J. X, 12(3), 4–5."),
        ("\\bibitem{a}\nA. Author.\n\\newblock {\\em T}.", "[1] A. Author. T."),
        (r"\bibitem[Author(2001)]{a} A. Author.", "A. Author."),
        (r"\bibitem[{Author et~al.(2001)Author, Writer, and Zed}]{a} A. Author.", "A. Author."),
        (r"\bibitem[\protect\citeauthoryear{Author}{2001}]{a} A. Author.", "A. Author."),
        (r"\bibitem[AWZ{\etalchar{+}}01]{a} A. Author.", "A. Author."),
    ],
)  # fmt: skip
def test_an_item_is_a_reference(item: str, shown: str) -> None:
    """Lists as BibTeX's plain, natbib, alpha, IEEEtran, REVTeX and apacite styles write them."""
    assert entries(listed(item), "latex") == [shown]


def test_keys_are_kept() -> None:
    """The keys that the document cites are those of its references."""
    assert document(listed("\\bibitem{a1} A.\n\\bibitem[x]{b:2} B."), "latex").keys == ("a1", "b:2")


def test_keys_of_pandoc_are_kept() -> None:
    """Pandoc writes `ref-` before each key."""
    assert document("\\bibitem[\\citeproctext]{ref-doe20} A.", "latex").keys == ("doe20",)


def test_definitions_of_styles_are_not_references() -> None:
    """Definitions before the first item are omitted."""
    defined = (
        "\\providecommand{\\natexlab}[1]{#1}\n\\expandafter\\ifx\\csname x\\endcsname\\relax\n"
    )
    assert entries(listed(defined + "\\bibitem{a} A."), "latex") == ["[1] A."]


def test_a_whole_paper_is_read() -> None:
    """The list is found in a paper, after the preamble."""
    items = listed("\\bibitem{a} A.")
    text = f"\\usepackage{{x}}\n\\begin{{document}}\nText.\n{items}\n\\section{{After}} B\\end{{document}} C"
    assert lines(text, "latex") == ["Text.", "References", "[1] A.", "After", "B"]


def test_a_plain_list_keeps_its_lines() -> None:
    """References below a heading are paragraphs, lines or items."""
    items = "\\begin{enumerate}\n\\item Zed, C.\n\\item[{[7]}] D.\n\\end{enumerate}"
    text = f"\\section*{{References}}\nAuthor, A.\nT.\\\\\nWriter, B.\n\n{items}"
    assert lines(text, "latex") == [
        "References",
        "Author, A. T.",
        "Writer, B.",
        "1. Zed, C.",
        "[7] D.",
    ]


def test_headings_are_recognized() -> None:
    """Sections and the list itself begin with headings."""
    text = "\\section[S]{A \\emph{b}}\n" + listed("\\bibitem{a} A.")
    assert headings(text, "latex") == ["A b", "References"]


def test_mathematics_and_programs_are_not_prose() -> None:
    """Displayed formulas and verbatim text are omitted."""
    text = "A\n\\begin{equation} x \\end{equation}\n\\begin{verbatim}\n\\bibitem{b}\n\\end{verbatim}\n\\[ y \\] C"
    assert lines(text, "latex") == ["A", "C"]


def test_spans_are_those_of_the_file() -> None:
    """A decoded name can be located in the source."""
    text = listed('\\bibitem{a} K.~G{\\"o}del, \\emph{{\\"U}ber X}.')
    assert written(text, "latex", "Gödel, Über") == 'G{\\"o}del, \\emph{{\\"U}ber'


def test_latex_is_recognized_by_its_text() -> None:
    """Standard input has no name to infer the syntax from."""
    assert syntax_of("<stdin>", "\\documentclass{article}") == "latex"


def test_skipped_references_are_not_read() -> None:
    """Between \\iffalse and \\fi."""
    items = "\\bibitem{a} A.\n\\iffalse\n\\bibitem{b} B.\n\\fi\n\\bibitem{c} C.\n"
    assert document(listed(items), "latex").keys == ("a", "c")
