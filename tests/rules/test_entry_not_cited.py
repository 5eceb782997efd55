"""The rule entry-not-cited."""

import pytest
from tests.rules.lintcase import asked

from refkit import api
from refkit.lint.engine import check
from refkit.model.library import merged
from refkit.model.source import Source

REFS = (
    "@book{a, title={A}, ids={a1}}\n@book{b, title={B}}\n@inbook{c, title={C}, crossref={d}}\n"
    "@book{d, title={D}}\n@xdata{e, publisher={E}}\n@set{f, entryset={a,b}}\n"
)


def keys(**files: str) -> list[str]:
    """Return the keys of the entries that are reported."""
    named = {".".join(name.rsplit("_", 1)): text for name, text in files.items()}
    libraries = [api.read(Source(text, name)) for name, text in named.items()]
    return [finding.key for finding in check(merged(libraries), asked("REF233"))]


def test_entries_that_no_document_cites() -> None:
    """Parents, data and sets are used by other entries."""
    refs = REFS.replace("@set{f, entryset={a,b}}\n", "")
    assert keys(paper_tex="\\cite{a}\\bibliography{refs}", refs_bib=refs) == ["b", "c"]


@pytest.mark.parametrize(
    "text",
    [
        "\\nocite{*}\\bibliography{refs}", "\\cite{a1,B,c}\\bibliography{refs}",
        "\\cite{a}\\input{missing}\\bibliography{refs}", "\\cite{\\x}\\bibliography{refs}",
        "\\nocite{a,b}\\defcitealias{c}{Paper}\\bibliography{refs}",
    ],
)  # fmt: skip
def test_all_entries_may_be_used(text: str) -> None:
    """Aliases, other case, unknown keys and \\nocite{*} count."""
    assert keys(paper_tex=text, refs_bib=REFS) == []


def test_list_of_two_papers() -> None:
    """An entry is used if one of the papers cites it."""
    papers = {
        "one_tex": "\\cite{a}\\bibliography{refs}",
        "two_tex": "\\cite{b,c}\\bibliography{refs}",
    }
    assert keys(**papers, refs_bib=REFS) == []


def test_list_without_a_document() -> None:
    assert keys(refs_bib=REFS) == []
