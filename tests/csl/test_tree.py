"""Passes over an output tree return a new tree and leave the given one as it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.csl.documents import citing, items, listing, style

from refkit.csl.bibliography import dressed_entry, with_substitute
from refkit.csl.collapse import without_leading_space, without_names, without_year
from refkit.csl.context import Area, Call, Hints
from refkit.csl.output import Group, Look, Node, Tag, Text
from refkit.csl.tree import chain, walk, with_capital, with_changed_year, without, without_displays
from refkit.csl.year_suffix import with_year_suffix
from refkit.model.csl_json import item_from_record

BODY = """<text term="in" suffix=" "/><names variable="author"/>
<date variable="issued" prefix=" "><date-part name="year"/></date>
<text variable="title" display="block"/>"""
DOCUMENT = style(
    citing(body=BODY), listing(BODY, 'subsequent-author-substitute="---"')
).compiled()  # fmt: skip
BIBLIOGRAPHY = DOCUMENT.bibliography
assert BIBLIOGRAPHY is not None


def rendered(suffix: str = "") -> Group:
    item, _ = item_from_record(items("a: Doe, Ann & Roe, Bob|2000|Alpha")[0])
    node = DOCUMENT.citation.render(Call(item, Area.CITATION, hints=Hints(year_suffix=suffix)))
    assert isinstance(node, Group)
    return node


def substituted(node: Node) -> Node:
    assert BIBLIOGRAPHY is not None
    author = with_substitute(node, (), BIBLIOGRAPHY)[1]
    return with_substitute(node, author, BIBLIOGRAPHY)[0]


PASSES: dict[str, Callable[[Group], Node | None]] = {
    "capital": with_capital,
    "chain": lambda node: chain([("", node), (", ", node), (", ", node), ("; ", node)]),
    "displays": without_displays,
    "entry": lambda node: dressed_entry(node, Look(prefix="[", suffix="]")),
    "names": without_names,
    "space": lambda node: without_leading_space(Group(node.children[2:])),
    "substitute": substituted,
    "tagged": lambda node: without(node, lambda one: one.tag is Tag.DATE),
    "year": without_year,
    "year suffix": lambda node: Group(with_year_suffix(node.children, "b")),
}


@pytest.mark.parametrize("name", PASSES)
def test_a_pass_returns_a_new_tree(name: str) -> None:
    """The given tree can be rendered again."""
    given = rendered("a" if name == "year" else "")
    before = repr(given)
    result = PASSES[name](given)
    assert repr(given) == before
    assert repr(result) != before


def test_a_pass_that_changes_nothing_returns_the_given_tree() -> None:
    """Trees are not copied without need."""
    node = Group([Text("a"), Group([Text("b")])])
    assert without(node, lambda one: False) is node
    assert with_capital(node) is node
    assert without_displays(node) is node


def test_the_capital_of_a_term_is_its_first_letter() -> None:
    """A term may begin with a bracket."""
    assert with_capital(Text("[sem data]", tag=Tag.TERM)) == Text("[Sem data]", tag=Tag.TERM)


def test_cites_with_the_same_delimiter_are_in_one_group() -> None:
    """A different delimiter begins an outer group."""
    a, b, c, d = (Text(letter) for letter in "abcd")
    joined = chain([("", a), (", ", b), (", ", c), ("; ", d)])
    inner = Group([a, b, c], ", ", tag=Tag.CLUSTER)
    assert joined == Group([inner, d], "; ", tag=Tag.CLUSTER)


def year(text: str) -> Text:
    return Text(text, tag=Tag.YEAR)


@pytest.mark.parametrize(
    ("nodes", "last", "expected"),
    [
        ([year("1"), year("2")], False, "1* 2"),
        ([year("1"), year("2")], True, "1 2*"),
        ([Text("x"), year("1"), Text("y")], True, "x 1* y"),
        ([Group([year("1"), year("2")]), year("3")], False, "1* 2 3"),
        ([Group([year("1"), year("2")], tag=Tag.DATE), year("3")], False, "1 2* 3"),
        ([Group([year("1"), year("2")], tag=Tag.ACCESSED)], False, "1 2*"),
        ([Group([Group([year("1"), year("2")])], tag=Tag.DATE)], False, "1 2*"),
        ([Group([Text("x")]), year("1")], False, "x 1*"),
    ],
)
def test_the_changed_year_is_the_first_or_the_last(
    nodes: list[Node], last: bool, expected: str
) -> None:
    """In a date, it is always the end of a range."""
    changed = with_changed_year(nodes, lambda one: Text(f"{one.text}*", tag=Tag.YEAR), last=last)
    assert changed is not None
    assert (
        " ".join(leaf.text for leaf in walk(Group(changed)) if isinstance(leaf, Text)) == expected
    )


@pytest.mark.parametrize("last", [True, False])
def test_no_year_is_no_change(last: bool) -> None:
    assert with_changed_year([Text("x"), Group([Text("y")])], lambda one: one, last=last) is None


BLOCK = Look(display="block", prefix="<", suffix=">")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (Look(), Look(), "[ab]"),
        (BLOCK, Look(), "{[<a>}b]"),
        (Look(), BLOCK, "[a{<b>]}"),
        (BLOCK, BLOCK, "{[<a>}{<b>]}"),
    ],
)
def test_the_affixes_of_a_layout_are_inside_display_blocks(
    first: Look, last: Look, expected: str
) -> None:
    """They would be on lines of their own otherwise."""
    entry = Group([Text("a", first), Text("b", last)])
    assert flat(dressed_entry(entry, Look(prefix="[", suffix="]"))) == expected


def flat(node: Node) -> str:
    inner = node.text if isinstance(node, Text) else "".join(map(flat, node.children))
    written = f"{node.look.prefix}{inner}{node.look.suffix}"
    return f"{{{written}}}" if node.look.display else written
