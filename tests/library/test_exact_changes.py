"""A value that is set is the value read afterwards, and an edit that would damage a file is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import refkit
from refkit.errors import RefkitError

MALFORMED = """@misc{g1, title={G1}}

@article{g2, title={G2} year=2001, author={Y}}

@misc{g3, title={G3}}
"""


def value_after(entry: str, name: str, value: str) -> object:
    """Set a variable of the only entry, and return its value in the text that is written."""
    library = refkit.loads(entry, format="biblatex")
    library[0][name] = value
    assert library[0][name] == value
    return refkit.loads(refkit.dumps(library, "biblatex"), format="biblatex")[0][name]


@pytest.mark.parametrize(
    "parts", ["subtitle={S}", "titleaddon={A}", "subtitle={S}, titleaddon={A}", "maintitle={M}"]
)
@pytest.mark.parametrize("entry_type", ["book", "online", "article", "mvbook", "inbook"])
@pytest.mark.parametrize("value", ["New", "Tides: S", "Tides: S. A"])
def test_title_replaces_its_parts(entry_type: str, parts: str, value: str) -> None:
    """A subtitle or title addition is not appended to a title that was set."""
    entry = f"@{entry_type}{{a, title={{Tides}}, {parts}, date={{2001-05}}, options={{x}}}}"
    assert value_after(entry, "title", value) == value


def test_other_fields_are_kept_when_a_title_is_set() -> None:
    """Only the parts of the title are removed."""
    library = refkit.loads("@online{a, title={T}, subtitle={S}, titleaddon={A}, date={2001}}")
    library["a"]["title"] = "New"
    assert refkit.dumps(library) == "@online{a, title={New}, date={2001}}"


@pytest.mark.parametrize("change", [lambda x: x.remove("g2"), lambda x: x.select(["g2"])])
def test_malformed_entry_is_not_cut(change: Callable[[refkit.Library], object]) -> None:
    """An entry whose end is not known is neither removed nor selected."""
    library = refkit.loads(MALFORMED)
    with pytest.raises(RefkitError, match="entry `g2` is malformed"):
        change(library)
    assert refkit.dumps(library) == MALFORMED
    assert len(library) == 3


def test_entry_without_a_key_is_removed() -> None:
    """The end of an entry without a key is known."""
    library = refkit.loads("@misc{title={T}, year=2001}\n\n@misc{b, title={U}}\n")
    library.remove(library[0])
    assert refkit.dumps(library) == "@misc{b, title={U}}\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_comment_above_an_entry_is_sorted_with_it(newline: str) -> None:
    """The line ends of a file do not matter for the place of its comments."""
    text = "% on b\n@misc{b, title={B}}\n\n% on a\n@misc{a, title={A}}\n".replace("\n", newline)
    wanted = "% on a\n@misc{a, title={A}}\n\n% on b\n@misc{b, title={B}}\n"
    library = refkit.loads(text, format="bibtex")
    library.sort()
    assert refkit.dumps(library) == wanted.replace("\n", newline)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_comment_above_an_entry_is_tidied_with_it(newline: str) -> None:
    """Tidy sorts comments with their entries in files with any line ends."""
    text = "@misc{b, title={B}}\n\n% on a\n@misc{a, title={A}}\n".replace("\n", newline)
    tidied = refkit.tidy(text, sort=["key"])[0].text
    assert tidied.replace("\r\n", "\n").startswith("% on a\n@misc{a,")
