"""The forms of identifiers are described once, in `refkit.model.identifiers.patterns`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "src" / "refkit"
# What a regular expression for the identifier contains.
SIGNS = {
    "DOI": r"10(?:\\\.|\[\.\])(?:\\[dS]|[(\[0-9]|\.[*+])",
    "arXiv": r"\{4\}[^{}]{0,12}\\\.[^{}]{0,8}\{4,5\}|/(?:\\d|\[0-9\])\{7\}|hep-\(|astro-ph\|",
    "ISBN": r"97\[89\]|979-\?0",
    "ISSN": r"(?:\\d|\[0-9\])\{3\}\)?\(?\[(?:\\d|0-9)x?X",
    "ORCID": r"\{4\}-(?:\\d|\[0-9\])\{4\}-",
    "PubMed": r"PMC\\s|PMC\)\?|pmid\\s|pmid:\?",
    "handle": r"hdl\\s|hdl\\\.handle",
}
# The only files that may describe a part of an identifier, with the reason.
EXCEPTIONS = {
    "model/identifiers/patterns.py": "the one place",
    "data/doi_anatomy.py": "the suffixes of the publishers' DOIs, which contain an ISSN or ISBN",
    "data/url_years.py": "the addresses of preprint servers, which contain their registrant",
}


def strings(path: Path) -> Iterator[str]:
    """Yield the strings of a module that are not docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def kinds(text: str) -> set[str]:
    """Return the identifiers whose patterns a text contains."""
    return {kind for kind, sign in SIGNS.items() if re.search(sign, text)}


@pytest.mark.parametrize(
    "path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_patterns_of_identifiers_are_in_one_place(path: Path) -> None:
    """Other modules compose their patterns from the named ones."""
    if str(path.relative_to(ROOT)) not in EXCEPTIONS:
        assert {text: kinds(text) for text in strings(path) if kinds(text)} == {}


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_exceptions_are_needed(name: str) -> None:
    assert any(kinds(text) for text in strings(ROOT / name))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (r"\b10\.\d{4,9}/\S+", "DOI"),
        (r"\d{4}\.\d{4,5}(?:v\d+)?", "arXiv"),
        (r"[a-z-]+/\d{7}", "arXiv"),
        (r"97[89]-?\d+", "ISBN"),
        (r"\d{4}-?\d{3}[\dXx]", "ISSN"),
        (r"\d{4}-\d{4}-\d{4}-\d{4}", "ORCID"),
        (r"PMC\s?\d+", "PubMed"),
    ],
)
def test_a_copy_would_be_found(text: str, kind: str) -> None:
    assert kind in kinds(text)
