"""Citations in LaTeX: every command of the table, in every form in its manual."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from refkit.data.latex_citations import (
    COMMANDS,
    FIELD_AFTER_KEYS,
    KEYS,
    MANY_KEYS,
    MANY_VOLUMES,
    TWO_KEYS,
    VOLUME_AND_KEY,
)
from refkit.documents._latex_active import active_text
from refkit.documents._latex_citations import find_cites


def keys(text: str) -> list[str]:
    """The keys that known commands cite, as they are written."""
    found = [cite for cite in find_cites(active_text(text)) if cite.is_known]
    return [text[slice(*place)] for cite in found for _, place in cite.keys]


def perhaps(text: str) -> list[str]:
    """The keys of commands for which only the document determines whether they cite."""
    return [
        key for cite in find_cites(active_text(text)) if not cite.is_known for key, _ in cite.keys
    ]


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
FORMS = [
    *((command, form, ["a"]) for command in sorted(KEYS) for form in ONE),
    *((command, form, ["a", "b"]) for command in sorted(KEYS) for form in SEVERAL),
    *((command, form, ["a"]) for command in sorted(VOLUME_AND_KEY) for form in IN_VOLUMES),
    *((command, form, ["a", "b"]) for command in sorted(MANY_KEYS) for form in (*LISTS, "{a,b}")),
    *((command, form, ["a", "b"]) for command in sorted(MANY_VOLUMES) for form in LISTS_OF_VOLUMES),
    *((command, form, ["a", "b"]) for command in sorted(TWO_KEYS) for form in ("{a}{b}", "[3]{a}{b}")),
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
        (r"\parencite[see also \cite{b}]{a}", ["a", "b"]),
        (r"\footnote{See \cites[1]{a}[\cite{c}]{b}.}", ["a", "b", "c"]),
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
    "definition",
    [
        r"\newcommand{\see}[1]{see \citep[e.g.][]{#1}}",
        r"\newcommand\see[2][]{\cite[#1]{#2}}",
        r"\DeclareRobustCommand*{\see}[1]{(\cite{#1})}",
        r"\NewDocumentCommand{\see}{o m}{\parencite[#1]{#2}}",
        r"\def\see#1{\cite{#1}}",
        r"\newcommand{\see}{\citep}",
        r"\let\see=\citep",
        r"\let\see\citep",
        r"\DeclareCiteCommand{\see}[\mkbibparens]{}{}{}{}",
    ],
)
def test_macros_of_the_document_may_cite(definition: str) -> None:
    """Their arguments can be keys, but a parameter is not a key."""
    text = f"{definition}\n\\see[p. 3]{{a,b}}"
    assert (keys(text), perhaps(text)) == ([], ["a", "b"])


@pytest.mark.parametrize("text", [r"\citesuffix{a,b}", r"\mycite{a}{b}", r"\headlesscite{a,b}"])
def test_unknown_commands_may_cite(text: str) -> None:
    """Their names say so."""
    assert (keys(text), perhaps(text)) == ([], ["a", "b"])


def test_a_key_made_by_a_macro_is_unknown() -> None:
    """The keys next to it are."""
    found = list(find_cites(r"\cite{a}\cite{\prefix:b}"))
    assert [(cite.keys[0][0] if cite.keys else "", cite.is_computed) for cite in found] == [
        ("a", False),
        ("", True),
    ]


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
    keys = [pair for cite in find_cites(active) for pair in cite.keys]
    assert all(active[slice(*place)].split() == key.split() for key, place in keys)


@pytest.mark.parametrize(
    "piece",
    ["\\cites", "\\cites{a}[", "\\iffalse ", "\\iffalse\\ifx\\fi ", "\\begin{verbatim}", "\\verb|", "%",
     "\\cite{a,", "\\cite[", "\\newcommand\\x{", "\\MakeShortVerb{\\|}|", "\\url{", "{", "\\\\"],
)  # fmt: skip
def test_long_texts_take_linear_time(piece: str) -> None:
    """Four times as much input takes about four times as long."""
    assert is_linear(lambda text: list(find_cites(active_text(text))), lambda size: piece * size)
