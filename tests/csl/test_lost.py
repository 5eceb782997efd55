"""The variables that a style does not print."""

import pickle

from refkit.csl import Style
from refkit.csl.lost import Losses, lost_variables
from refkit.model.item import Item
from refkit.model.name import Name

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title/><id/><updated/></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout delimiter=", "><names variable="author"/><text variable="title"/>
<choose><if variable="DOI"><text variable="page"/></if><else><text variable="volume"/></else></choose>
</layout></bibliography></style>"""


def lost(item: Item, *variables: str) -> list[str]:
    return lost_variables(Style.parse(STYLE), item, variables)


def item(**text: str) -> Item:
    return Item("k", "book", {"author": (Name(family="Roe"),)}, {}, {"title": "On Salt", **text})


def test_a_variable_without_an_element_is_lost() -> None:
    assert lost(item(publisher="Sea Press"), "author", "title", "publisher") == ["publisher"]


def test_whether_a_variable_is_lost_depends_on_others() -> None:
    assert lost(item(volume="7"), "volume") == []
    assert lost(item(volume="7", DOI="10.1/x", page="3"), "volume", "page") == ["volume"]


def test_a_short_value_is_not_found_by_chance() -> None:
    """The volume is a digit of the page."""
    assert lost(item(volume="7", DOI="10.1/x", page="37"), "volume") == ["volume"]


def test_a_variable_that_changes_the_entry_is_not_lost() -> None:
    assert lost(item(DOI="10.1/x", volume="7"), "DOI") == []


def test_a_value_that_is_part_of_another_one_is_printed() -> None:
    assert lost(item(publisher="Salt"), "publisher") == []


def test_a_value_that_two_variables_have_is_printed_once() -> None:
    """Programs export an article number as `eid` and as `pages`."""
    numbers = item(volume="A6", number="A6")
    assert lost(numbers, "number") == []


def test_a_style_without_a_bibliography_prints_citations() -> None:
    start, end = STYLE.index("<bibliography>"), STYLE.index("</style>")
    style = Style.parse(STYLE[:start] + STYLE[end:])
    assert lost_variables(style, item(volume="7"), ("title", "volume")) == ["volume"]


def test_losses_can_be_sent_to_another_process() -> None:
    losses = pickle.loads(pickle.dumps(Losses("apa")))
    assert repr(losses) == "Losses(style='apa')"
    assert losses(item(publisher="Sea Press"), ["publisher"]) == []


def test_the_style_is_loaded_by_name() -> None:
    assert Style.load("apa") is Style.load("apa")
