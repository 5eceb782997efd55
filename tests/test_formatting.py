"""Citations and a bibliography are joined to one document."""

import json
from pathlib import Path

import pytest

import refkit
import refkit.csl
from refkit.formatting import FormatOptions, Formatted, with_extras


def test_rtf_is_one_document() -> None:
    """The citations come before the entries, in the group of the document."""
    done = Formatted(["(Doe)"], "{\\rtf1\\ansi\\uc1\n\\pard Doe\\par\n}\n", output="rtf")
    assert done.text() == "{\\rtf1\\ansi\\uc1\n\\pard (Doe)\\par\n\\pard Doe\\par\n}\n"


def test_rtf_without_a_bibliography_is_a_document() -> None:
    """Some styles write citations only."""
    assert Formatted(["1"], "", output="rtf").text() == "{\\rtf1\\ansi\\uc1\n\\pard 1\\par\n}"


def test_entries_without_markup_follow_the_citations() -> None:
    """Also in RTF, and with other beginnings in other outputs."""
    assert Formatted(["1"], "\\pard Doe\\par", output="rtf").text() == "1\n\n\\pard Doe\\par"
    assert Formatted(["1"], "{\\rtf1", output="markdown").text() == "1\n\n{\\rtf1"


def test_json_is_one_object() -> None:
    """With the citations and the entries."""
    document = Formatted(["[1]"], "[[2]]\n", output="json").text()
    assert json.loads(document) == {"citations": [[1]], "bibliography": [[2]]}
    assert json.loads(Formatted(["[1]"], "", output="json").text())["bibliography"] == []


def test_a_complete_document_is_the_text() -> None:
    assert Formatted(["1"], "Doe", document="<!DOCTYPE html>").text() == "<!DOCTYPE html>"


def test_one_text_is_a_list_of_one() -> None:
    """For the arguments that can be repeated; `annotate` can be a flag."""
    options = FormatOptions("apa", "text")
    changed = with_extras(
        options, {"highlight": "Doe", "include": ["a=b", "c=d"], "annotate": True}
    )
    assert (changed.highlight, changed.include) == (("Doe",), ("a=b", "c=d"))
    assert changed.annotate == ("annote", "annotation", "abstract")
    assert with_extras(options, {"annotate": False}) == options


def test_an_unknown_argument_is_an_error() -> None:
    with pytest.raises(TypeError, match="there is no argument `hilight`"):
        with_extras(FormatOptions("apa", "text"), {"hilight": "Doe"})  # type: ignore[typeddict-unknown-key]


def test_no_public_name_of_csl_is_that_of_a_module() -> None:
    """The import of the module would replace it."""
    names = {path.stem for path in Path(refkit.csl.__file__).parent.glob("*.py")}
    assert names.isdisjoint(refkit.csl.__all__)


@pytest.mark.parametrize(("style", "is_hanging"), [("apa", True), ("nature", False)])
def test_a_notebook_shows_the_hanging_indent_of_the_style(style: str, is_hanging: bool) -> None:
    """As the bibliography of a processor does."""
    shown = refkit.cite(
        "@book{a, title={T}, author={Roe, A.}}", "[@a]", style, "html"
    )._repr_html_()
    assert ("text-indent:" in shown) == is_hanging
