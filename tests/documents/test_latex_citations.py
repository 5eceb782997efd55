"""Citations in LaTeX: every command of the table, in every form in its manual."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from refkit.data.latex_citations import (
    COMMANDS,
    FIELD_AFTER_KEYS,
    KEYS,
    LANGUAGE_AND_KEY,
    MANY_KEYS,
    MANY_VOLUMES,
    QUOTES,
    TWO_KEYS,
    VOLUME_AND_KEY,
)
from refkit.documents._latex_active import active_text
from refkit.documents.citations.latex import find_in_latex, write_key
from refkit.model.citation import Citation, DocumentCitations


def found_in(text: str) -> DocumentCitations:
    return find_in_latex(text, {})


def keys(text: str) -> list[str]:
    """The keys that known commands cite, as they are written, and `*` for all entries."""
    found = found_in(text)
    spans = [cite.span for citation in found.citations for cite in citation.cites]
    return ["*"] * found.cites_all + [text[slice(*span)] for span in sorted(spans)]


def perhaps(text: str) -> list[str]:
    """The keys of commands for which only the document determines whether they cite."""
    return [key.key for key in found_in(text).mentions]


def only(text: str) -> Citation:
    (citation,) = found_in(text).citations
    return citation


ONE = (
    "{a}",
    "*{a}",
    "[p.~3]{a}",
    "*[see][{p. [3]}]{a}",
    "<e.g.,>[p. 3]{a}",
    " [p. 3] {a}",
    "%\n  {a}",
    "[x]%\n{%\na}",
)
SEVERAL = (
    "{a,b}",
    "{ a , b }",
    "{a,%\n  b}",
    "{a, % the first\n\n  b,}",
    "[see {\\em x},][3]{a,b}",
)
IN_VOLUMES = (
    "{2}{a}",
    "*{2}{a}",
    "[see]{2}{a}",
    "{2}[p. 3]{a}",
    "[see] {2}\n[p. 3]%\n{a}",
    "{\\RN{2}}{a}",
)
LISTS = (
    "{a}{b}",
    "[1]{a}[2]{b}",
    "(see)(there)[][1]{a}[as][2]{b}",
    "(see){a}\n {b}",
    "*{a}%\n[2]{b}",
    "{a}{b} {\\em c}",
)
LISTS_OF_VOLUMES = ("{1}{a}{2}{b}", "(see)(there)[as]{1}[3]{a}[as]{2}[4]{b}", "{1}[3]{a}\n{2}{b}")
QUOTATIONS = ("{a}{text}", "[3]{a}[.]{text}", "[see][3]{a}{x}")
FORMS = [
    *((command, form, ["a"]) for command in sorted(KEYS) for form in ONE),
    *((command, form, ["a", "b"]) for command in sorted(KEYS) for form in SEVERAL),
    *((command, form, ["a"]) for command in sorted(VOLUME_AND_KEY) for form in IN_VOLUMES),
    *((command, form, ["a", "b"]) for command in sorted(MANY_KEYS) for form in (*LISTS, "{a,b}")),
    *((command, form, ["a", "b"]) for command in sorted(MANY_VOLUMES) for form in LISTS_OF_VOLUMES),
    *((command, form, ["a", "b"]) for command in sorted(TWO_KEYS) for form in ("{a}{b}", "[3]{a}{b}")),
    *((command, form, ["a"]) for command in sorted(QUOTES) for form in QUOTATIONS),
    *((command, "{german}" + form, ["a"]) for command in sorted(LANGUAGE_AND_KEY) for form in QUOTATIONS),
]  # fmt: skip


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_form_of_every_command_is_read(command: str) -> None:
    """Its keys are found with their spans, and nothing else."""
    forms = [(form, expected) for name, form, expected in FORMS if name == command]
    found = [keys(f"Text \\{command}{form} more {{text}}.") for form, _ in forms]
    assert found == [expected for _, expected in forms]


@pytest.mark.parametrize("command", sorted(FIELD_AFTER_KEYS))
def test_a_field_after_the_key_is_not_a_key(command: str) -> None:
    """As in \\citefield{key}[format]{field}."""
    assert keys(f"\\{command}[p. 3]{{a}}[format]{{title}} and \\{command}{{b}}{{title}}") == [
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\parencite[see also \cite{b}]{a}", ["b", "a"]),
        (r"\footnote{See \cites[1]{a}[\cite{c}]{b}.}", ["a", "c", "b"]),
        (r"\nocite{*}", ["*"]),
        (r"\mcite{a,*b,c}", ["a", "b", "c"]),
        (r"\cite{a, *[{See }]b, *[][.]c}", ["a", "b", "c"]),
        (r"\cite{two words, x:y_z+1}", ["two words", "x:y_z+1"]),
        (r"A line\\cite{no} and \\\cite{a}", ["a"]),
        (r"\citep{} \citep{,} \citep[x] \citep", []),
        (r"\citestyle{no} \setcitestyle{no} \citetext{no \citealp{a}}", ["a"]),
        (r"\cites{a}{b} [sic] {\em c}", ["a", "b"]),
        (r"\cite{a", []),
    ],
)
def test_keys_and_only_keys_are_read(text: str, expected: list[str]) -> None:
    """Notes can contain citations, too; stars join keys, and empty keys are ignored."""
    assert keys(text) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "% \\cite{no}\n",
        "A 5\\% rise % \\cite{no}\n",
        "\\\\% \\cite{no}\n",
        r"\verb|\cite{no}|",
        r"\verb*+\cite{no}+",
        r"\Verb[fontsize=\small]!\cite{no}!",
        r"\lstinline[language=TeX]|\cite{no}|",
        r"\lstinline{\cite{no}}",
        r"\mintinline{latex}{\cite{no}}",
        r"\mintinline[bgcolor=x]{latex}|\cite{no}|",
        r"\MakeShortVerb{\|}Write |\cite{no}| \DeleteShortVerb{\|}",
        r"\DefineShortVerb{\+}+\cite{no}+\UndefineShortVerb{\+}",
        r"\detokenize{\cite{no}}",
        r"\string\cite{no}",
        "\\begin{verbatim}\n\\cite{no}\n\\end{verbatim}",
        "\\begin{verbatim*}\n\\cite{no}\n\\end{verbatim*}",
        "\\begin{Verbatim}[numbers=left]\n\\cite{no}\n\\end{Verbatim}",
        "\\begin{lstlisting}[language=TeX]\n% \\cite{no}\n\\end{lstlisting}",
        "\\begin{minted}{latex}\n\\cite{no}\n\\end{minted}",
        "\\begin{comment}\n\\cite{no} % \\end{comment}\n\\end{comment}",
        "\\begin{filecontents*}{x.tex}\n\\cite{no}\n\\end{filecontents*}",
        "\\lstnewenvironment{code}{}{}\n\\begin{code}\\cite{no}\\end{code}",
        "\\excludecomment{draft}\\begin{draft}\\cite{no}\\end{draft}",
        "\\DefineVerbatimEnvironment{tex}{Verbatim}{}\\begin{tex}\\cite{no}\\end{tex}",
        r"\iffalse \cite{no} \fi",
        r"\iffalse \ifx\a\b \cite{no} \else \cite{no} \fi \cite{no} \fi",
        "\\iffalse % \\fi\n \\cite{no} \\fi",
        r"\iffalse A \iff B \ifthenelse{x}{y}{z} \cite{no} \fi",
        r"\iffalse \ifmine{x} \cite{no} \fi",
        r"\MakeShortVerb{\!} !\cite{no}!",
        "50\\%% \\cite{no}\n",
    ],
)
def test_inactive_text_contains_no_citations(hidden: str) -> None:
    """Comments, verbatim text, listings and text skipped by \\iffalse are ignored; text after them is read."""
    assert keys(f"\\cite{{a}} {hidden} \\cite{{b}}") == ["a", "b"]


@pytest.mark.parametrize(
    "text",
    [
        r"\url{http://a.b/c%20d} \cite{a}",
        r"\href{http://a.b/c%20d}{see \cite{a}}",
        r"\iffalse \cite{no} \else \cite{a} \fi",
        r"\ifdraft \cite{a} \fi",
        r"\begin{verbatim} is never closed \cite{a}",
        r"\verb is no command here: \cite{a}",
        r"\path (0,0) -- (1,1) node {\cite{a}};",
        r"\iffalse is never closed \cite{a}",
        r"\begin{alltt}\cite{a}\end{alltt}",
        "\\MakeShortVerb{\\|} |x| \\DeleteShortVerb{\\|} | \\cite{a}",
        "\\MakeShortVerb{\\!} Hello! \\cite{a}",
        r"\$ 5 \# 6 \% 7 \cite{a}",
    ],
)
def test_active_text_contains_citations(text: str) -> None:
    """A percent sign in an address does not begin a comment."""
    assert keys(text) == ["a"]


def test_text_after_the_end_of_the_document_is_ignored() -> None:
    """TeX stops there."""
    assert keys("\\begin{document}\\cite{a}\\end{document}\n\\cite{no}") == ["a"]


@pytest.mark.parametrize(
    ("definition", "use"),
    [
        (r"\newcommand{\see}[1]{see \citep[e.g.][]{#1}}", r"\see{a,b}"),
        (r"\newcommand\see[2][]{\cite[#1]{#2}}", r"\see[3]{a,b}"),
        (r"\newcommand\see[2][]{\cite[#1]{#2}}", r"\see{a,b}"),
        (r"\newcommand{\see}[2]{#1 \parencite{#2}}", r"\see{words, and more}{a,b}"),
        (r"\DeclareRobustCommand*{\see}[1]{(\cite{#1})}", r"\see{a,b}"),
        (r"\NewDocumentCommand{\see}{o m}{\parencite[#1]{#2}}", r"\see[3]{a,b}"),
        (r"\NewDocumentCommand{\see}{s O{} m}{\parencite[#2]{#3}}", r"\see*{a,b}"),
        (r"\def\see#1{\cite{#1}}", r"\see{a,b}"),
        (r"\newcommand{\see}{\citep}", r"\see[3]{a,b}"),
        (r"\newcommand*\see{\citep }", r"\see[see][3]{a,b}"),
        (r"\let\see=\citep", r"\see{a,b}"),
        (r"\let\see\citep", r"\see{a,b}"),
        (r"\newcommand{\sees}[1]{\citep{#1}}\newcommand{\see}[1]{x \sees{#1}}", r"\see{a,b}"),
        (r"\newcommand{\see}[2]{\cite{#1,#2}}", r"\see{a}{b}"),
        (r"\newcommand{\see}[1]{\footnote{See \cite{#1}.}}", r"\see{a,b}"),
        (r"\DeclareCiteCommand{\see}[\mkbibparens]{}{}{}{}", r"\see[3]{a,b}"),
        (r"\newcites{see}{Sources}", r"\citesee{a}\nocitesee{b}"),
        (r"\newcites{book,see}{Books,Sources}", r"\citepbook[3]{a}\citetsee{b}"),
    ],
)
def test_macros_of_the_document_cite(definition: str, use: str) -> None:
    """The arguments that the document passes to a citation command are keys, and no other argument is."""
    text = f"{definition}\n{use} and text"
    assert (keys(text), perhaps(text)) == (["a", "b"], [])


def test_a_fixed_key_in_a_definition_is_cited_there() -> None:
    """A macro without parameters is replaced by its text."""
    assert keys(r"\newcommand{\thebook}{\citetitle{a}} See \thebook{} and \thebook.") == ["a"]


@pytest.mark.parametrize(
    "body", [r"\ifx#1\relax\cite{#1}\fi", r"\expandafter\cite\expandafter{#1}"]
)
def test_a_macro_that_depends_on_the_state_of_tex_may_cite(body: str) -> None:
    """Whether it does is not known, so its argument is not reported."""
    text = rf"\newcommand{{\see}}[1]{{{body}}} \see{{a}}"
    assert (keys(text), perhaps(text)) == ([], ["a"])


def test_commands_of_the_user_cite() -> None:
    """The user says which known command they behave like."""
    found = find_in_latex(
        r"\mycitation[3]{a} \hidden(x)[1]{b}[2]{c}", {"mycitation": "citet", "hidden": "cites"}
    )
    assert [(c.kind, [cite.key for cite in c.cites]) for c in found.citations] == [
        ("narrative", ["a"]), ("bare", ["b", "c"]),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [r"\citesuffix{a,b}", r"\mycite{a}{b}", r"\headlesscite{a,b}"])
def test_unknown_commands_may_cite(text: str) -> None:
    """Their names say so."""
    assert (keys(text), perhaps(text)) == ([], ["a", "b"])


def test_a_key_made_by_a_macro_is_unknown() -> None:
    """The keys next to it are known."""
    text = r"\cite{a}\cite{\prefix:b}"
    (doubt,) = found_in(text).doubts
    assert (keys(text), text[slice(*doubt.span)]) == (["a"], r"\cite{\prefix:b}")


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("cite", "parenthetical"), ("citep", "parenthetical"), ("Autocite", "parenthetical"), ("citet", "narrative"),
        ("Textcite", "narrative"), ("citealp", "bare"), ("citeyear", "year-only"), ("citeyearpar", "no-author"),
        ("parencite*", "no-author"), ("citeauthor*", "author-only"), ("Citeauthor", "author-only"),
        ("citetitle", "field"), ("fullcite", "full"), ("footcite", "note"), ("footfullcite", "note"),
        ("nocite", "nocite"), ("shortciteA", "narrative"), ("maskcitet", "narrative"), ("mtextcite", "narrative"),
        ("smartcite", "note"), ("supercite", "parenthetical"), ("bibentry", "full"), ("fullciteauthor", "author-only"),
    ],
)  # fmt: skip
def test_kind_of_a_command(command: str, kind: str) -> None:
    assert only(f"\\{command}{{a}}").kind == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\citep[p.~3]{a}", ("", "page", "3", "")),
        (r"\citep[3--5]{a}", ("", "page", "3--5", "")),
        (r"\citep[see][chap. 2, and more]{a}", ("see", "chapter", "2", ", and more")),
        (r"\citep[see][]{a}", ("see", "", "", "")),
        (r"\cite<e.g.,>[p. 3]{a}", ("e.g.,", "page", "3", "")),
        (r"\parencite[\pno~7]{a}", ("", "page", "7", "")),
        (r"\volcite[see]{2}[33]{a}", ("see", "page", "2:33", "")),
        (r"\volcite{2}{a}", ("", "volume", "2", "")),
        (r"\citep[quoted by others]{a}", ("", "", "", "quoted by others")),
        (r"\citep[\S~3]{a}", ("", "", "", r"\S~3")),
    ],
)
def test_notes_of_a_command(text: str, expected: tuple[str, ...]) -> None:
    """A single note is after the key."""
    (cite,) = only(text).cites
    assert (cite.prefix, cite.label, cite.locator, cite.suffix) == expected


def test_notes_of_several_keys() -> None:
    """The first key has the note before, and the last one the locator; lists have notes of their own."""
    citation = only(r"\cites(see)(and others)[cf.][1]{a,b}[2]{c}")
    assert (citation.prefix, citation.suffix) == ("see", "and others")
    assert [(c.key, c.prefix, c.locator) for c in citation.cites] == [
        ("a", "cf.", ""), ("b", "", "1"), ("c", "", "2"),
    ]  # fmt: skip


def test_span_of_a_command_with_its_arguments() -> None:
    text = "A \\citep [see]%\n  [p.~3] {a, b}, more"
    assert text[slice(*only(text).span)] == "\\citep [see]%\n  [p.~3] {a, b}"


def test_citations_in_notes() -> None:
    """A footnote can have several."""
    text = r"\cite{a}\footnote{See \cite{b}, and \footcite{c}.} \cite{d}\footnotetext[2]{\cite{e}}"
    assert [(c.cites[0].key, c.in_note) for c in found_in(text).citations] == [
        ("a", False), ("b", True), ("c", True), ("d", False), ("e", True),
    ]  # fmt: skip


def test_keys_that_are_named() -> None:
    """They are not cited, and follow when a key is renamed."""
    found = found_in(r"\defcitealias{a}{Paper I}\citetalias{a}\shortcites{b,c}")
    assert [key.key for key in found.mentions] == ["a", "b", "c"]
    assert [cite.key for citation in found.citations for cite in citation.cites] == ["a"]


def test_keys_of_the_own_list() -> None:
    text = "\\begin{thebibliography}{9}\n\\bibitem[Lee(2010)]{ a }\n\\bibitem{b}\n\\end{thebibliography}"
    found = found_in(text)
    assert [(key.key, text[slice(*key.span)]) for key in found.defined] == [("a", "a"), ("b", "b")]
    assert len(found.list_places) == 1


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        (r"\bibliography{strings, refs.bib}", ["strings.bib", "refs.bib"]),
        (r"\addbibresource[label=x]{a.b.bib}\addbibresource{refs.json}", ["a.b.bib", "refs.json"]),
        (r"\nobibliography*\bibliography{refs}", ["refs.bib"]),
        (
            r"\begin{refsection}[one.bib,two.bib]\end{refsection}\newrefsection[three]",
            ["one.bib", "two.bib", "three.bib"],
        ),
        (r"\newcites{sec}{Sources}\bibliographysec{more}", ["more.bib"]),
        (
            r"\putbib[refs] \defaultbibliography{x} \begin{btSect}[plain]{y}",
            ["x.bib", "refs.bib", "y.bib"],
        ),
        (r"\bibliographystyle{plain}\bibliographyitem", []),
        ("% \\bibliography{no}\n\\bibliography{%\n  refs}", ["refs.bib"]),
        (r"\bibliography{../lists/refs v2}", ["../lists/refs v2.bib"]),
    ],
)
def test_reference_lists(text: str, paths: list[str]) -> None:
    """BibTeX adds the ending, biblatex needs it."""
    found = found_in(text)
    assert [file.path for file in found.bibliographies] == paths
    assert all(text[slice(*file.span)] in file.path for file in found.bibliographies)
    assert not found.doubts


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        (r"\input{a}\include{chapters/b}\subfile{c.tex}", ["a.tex", "chapters/b.tex", "c.tex"]),
        (r"\input a.tex \input{b v1.2}", ["a.tex", "b v1.2.tex"]),
        (r"\import{parts/}{a}\subimport{more}{b.tex}", ["parts/a.tex", "more/b.tex"]),
        (r"\includegraphics{x}\inputencoding{utf8}\includeonly{a}", []),
        (r"\input{figure.tikz}", ["figure.tikz"]),
    ],
)
def test_included_files(text: str, paths: list[str]) -> None:
    assert [file.path for file in found_in(text).includes] == paths


@pytest.mark.parametrize(
    "text",
    [
        r"\input{\jobname-a}",
        r"\bibliography{\lists/refs}",
        r"\addbibresource[location=remote]{http://x.org/a.bib}",
    ],
)
def test_files_that_are_not_known(text: str) -> None:
    """A macro provides their names, or they are elsewhere."""
    found = found_in(text)
    assert (len(found.doubts), found.bibliographies, found.includes) == (1, (), ())


def test_style_and_places_of_lists() -> None:
    text = "\\bibliographystyle{plainnat}\n\\bibliography{a}\n\\printbibliography[title={More}]"
    found = found_in(text)
    assert [style.path for style in found.styles] == ["plainnat"]
    assert [text[slice(*place)] for place in found.list_places] == [
        "\\bibliography{a}", "\\printbibliography[title={More}]",
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["doe2020", "doe:2020", "müller_1", "a.b/c"])
def test_key_that_can_be_written(key: str) -> None:
    assert write_key(key, "x") == key


@pytest.mark.parametrize("key", ["", "a b", "a,b", "a}b", "a%b", "a#b", "a\\b"])
def test_key_that_cannot_be_written(key: str) -> None:
    assert write_key(key, "x") is None


@pytest.mark.parametrize("text", ["\\cite{a} % \\cite{b}\r\n\\verb|x|", "{\\iffalse", "\\"])
def test_the_active_text_has_the_same_offsets(text: str) -> None:
    """Lines stay, too."""
    active = active_text(text)
    assert (len(active), active.count("\n")) == (len(text), text.count("\n"))


PIECES = st.sampled_from(
    [
        *r"""\cite \cites \volcites \apud \mycite \let \newcommand \see \bibitem {a} {#1} [ ] { } ( ) < > * , % \ a | ^
        \verb \MakeShortVerb{\^} \DefineShortVerb{\]} \DeleteShortVerb{\^} \iffalse \ifx \else \fi \begin{verbatim}
        \end{verbatim} \excludecomment{x} \begin{x} \end{x} \end{document} \string \mintinline""".split(),
        " ", "\n", "\r\n",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read(text: str) -> None:
    """Places stay, and keys are where they are said to be."""
    active = active_text(text)
    assert (len(active), active.count("\n")) == (len(text), text.count("\n"))
    found = found_in(text)
    cites = [(cite.key, cite.span) for citation in found.citations for cite in citation.cites]
    named = (*cites, *found.mentions, *found.defined)
    assert all(active[slice(*place)].split() == key.split() for key, place in named)


@pytest.mark.parametrize(
    "piece",
    ["\\cites", "\\cites{a}[", "\\iffalse ", "\\iffalse\\ifx\\fi ", "\\begin{verbatim}", "\\verb|", "%",
     "\\cite{a,", "\\cite[", "\\newcommand\\x{", "\\MakeShortVerb{\\|}|", "\\url{", "{", "\\\\"],
)  # fmt: skip
def test_long_texts_take_linear_time(piece: str) -> None:
    """Four times as much input takes about four times as long."""
    assert is_linear(found_in, lambda size: piece * size)
