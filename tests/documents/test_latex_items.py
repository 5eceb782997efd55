"""Each `\\bibitem` of a LaTeX document is a reference or is reported, whatever is wrong with the document."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.reading import document, entries

from refkit.documents import read_document
from refkit.formats.text import reader
from refkit.model.source import Source

WORDS = (
    "J.~Doe", "\\emph{On seeds}", "Phys. Rev. \\textbf{12} (2001) 33", "{\\it J. X}", "\\url{http://a.b/c\\%d}",
    "at $x$ TeV", "$$a=b$$", "\\newblock", "\\href{http://a.b}{link}", "\\bibinfo{year}{2001}", "\\unknown{a}{b}",
    "M{\\\"u}ller", "\\verb|x|", "\\cite[p.~3]{a}", "\\doi{10.1234/a}", "\\footnote{b}", "\\(y\\)", "5\\%",
)  # fmt: skip
DAMAGE = (
    "$", "$$", "{", "}", "[", "]", "\\(", "\\[", "\\]", "\\url{", "\\href{", "\\emph{", "\\footnote{", "\\verb|",
    "\\begin{equation}", "\\end{equation}", "\\begin{quote}", "\\cite{", "\\bibinfo{", "\\def\\x", "\\newcommand{\\x",
    "\\item", "\\x{", "\\textcolor{", "\\'{", "\\", "\\iffalse\\fi", "\\let", "\\section{", "\n\n", "\\doi{", "#1", "&",
)  # fmt: skip
ITEM = st.tuples(
    st.sampled_from(["", "[1]", "[{Doe(2001)}]", "[{[D01]}]", "[Doe[x]]", "[A{\\etalchar{+}}]"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from(DAMAGE)), max_size=2),
)


def written_item(number: int, label: str, words: list[str], damage: list[tuple[int, str]]) -> str:
    parts = [*words, "end of it."]
    for position, mark in damage:
        parts.insert(min(position, len(parts)), mark)
    return f"\\bibitem{label}{{k{number}}} {' '.join(parts)}"


@given(
    items=st.lists(ITEM, min_size=1, max_size=6),
    before=st.sampled_from(["", "A $$a=b$$ B", *DAMAGE]),
)
def test_references_and_problems_are_as_many_as_items(
    items: list[tuple[str, list[str], list[tuple[int, str]]]], before: str
) -> None:
    listed = "\n".join(written_item(at, *item) for at, item in enumerate(items))
    text = f"{before}\n\\begin{{thebibliography}}{{9}}\n{listed}\n\\end{{thebibliography}}\n"
    read = read_document(Source(text), "latex")
    assert len(read.entries or ()) + len(read.faults) == len(items)


@given(
    start=st.integers(0, 400),
    damage=st.sampled_from(
        [*DAMAGE, "%", "\\begin{verbatim}\n", "\\begin{comment}", "\\iffalse", "\\end{verbatim}"]
    ),
    size=st.integers(0, 30),
)
def test_damage_anywhere_hides_only_what_tex_does_not_read(
    start: int, damage: str, size: int
) -> None:
    """A part of the list is replaced by something else; items that are left and not commented out are counted."""
    items = "\n\n".join(written_item(at, "", [*WORDS[at : at + 3]], []) for at in range(8))
    text = f"\\begin{{thebibliography}}{{9}}\n{items}\n\\end{{thebibliography}}"
    text = text[:start] + damage + text[start + size :]
    read = read_document(Source(text), "latex")
    assert len(read.entries or ()) + len(read.faults) == visible_items(text)


def visible_items(text: str) -> int:
    r"""The items outside comments and after no `\let`, which takes the command as a value."""
    text = re.sub(r"\\(?:url|href|doi)\{[^{}]*\}|(?<!\\)(?:\\\\)*%[^\n]*", r"\\x", text)
    return len(re.findall(r"(?<!\\let)(?<!\\let\\x)\\bibitem(?=\s*[\[{\\])", text))


SIGNS = [
    ("J. Doe, $E$ at 5 TeV, $x", "[1] J. Doe, E at 5 TeV, x"),
    ("J. Doe, costs of $5 and $6, 2001", "[1] J. Doe, costs of $5 and $6, 2001"),
    ("J. Doe, a $5 book", "[1] J. Doe, a $5 book"),
    ("J. Doe, $$E=1$$ and \\$7", "[1] J. Doe, E=1 and $7"),
    ("J. Doe, $^{13}$$^{12}$C", "[1] J. Doe, 1312C"),
    ("J. Doe, $x \\newblock The end $y$", "[1] J. Doe, x The end y"),
]


@pytest.mark.parametrize(("item", "shown"), SIGNS)
def test_dollar_signs_end_with_the_reference(item: str, shown: str) -> None:
    text = f"\\begin{{thebibliography}}{{9}}\n\\bibitem{{a}} {item}\n\\bibitem{{b}} R. Roe $z$.\n"
    assert entries(text, "latex") == [shown, "[2] R. Roe z."]


def test_displayed_formulas_are_not_prose() -> None:
    assert document("A $$a=b$$ C", "latex").excerpt.text.strip() == "A C"


def test_items_of_definitions_are_not_references() -> None:
    text = (
        "\\let\\olditem\\bibitem\n\\renewcommand{\\bibitem}[2][]{\\olditem[#1]{#2}}\n"
        "\\begin{thebibliography}{9}\n\\bibitem{a} Doe, J.\n\\end{thebibliography}"
    )
    assert document(text, "latex").keys == ("a",)


def test_items_of_harvard_have_labels() -> None:
    text = "\\harvarditem[Doe]{Doe \\harvardand\\ Roe}{2001}{doe01}\nDoe, J. 2001, T."
    assert document(text, "latex").keys == ("doe01",)
    assert entries(text, "latex") == ["Doe, J. 2001, T."]


def test_an_empty_item_is_reported_once() -> None:
    text = "\\begin{thebibliography}{9}\n\\bibitem{a}\n\\bibitem{b} Doe, J. 2001. On seeds. Oslo: Aschehoug.\n"
    library = reader.read(Source(text, "a.tex"))
    assert [item.id for item in library] == ["b"]
    assert [fault.message for fault in library.faults] == [
        "the reference `a` is empty; write it, or remove it"
    ]
