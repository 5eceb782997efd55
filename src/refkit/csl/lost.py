"""The variables of an item that a style does not print, found by rendering its bibliography entry."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from refkit.csl.context import Area, Call
from refkit.csl.output import Node
from refkit.csl.style import Style
from refkit.csl.text import plain
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, replace

MARKUP = lazy_pattern(r"</?[a-z][^<>]*+>")
T = TypeVar("T")
LONG = 4  # letters and digits; a shorter value can appear in the entry by chance


@dataclass(slots=True, frozen=True)
class Losses:
    """The losses of a style, for a run that passes it to other processes and compares it by the name of the style."""

    style: str

    def __call__(self, item: Item, variables: Sequence[str]) -> list[str]:
        """Return the given variables or other fields of the item that the style does not print."""
        return lost_variables(Style.load(self.style), item, variables)


def lost_variables(style: Style, item: Item, variables: Sequence[str]) -> list[str]:
    """Return the variables whose value is not in the bibliography entry, which is the same without them.

    A style without a bibliography prints the citation. Nothing is lost if the style prints nothing for the item.
    """
    render = _renderer(style)
    entry = render(item)
    letters = _letters(entry)
    return [
        variable
        for variable in variables
        if entry
        and not _appears(item, variable, letters)
        and render(_without(item, variable)) == entry
    ]


def _renderer(style: Style) -> Callable[[Item], str]:
    compiled = style.compiled()
    layout = compiled.bibliography or compiled.citation
    area = Area.BIBLIOGRAPHY if compiled.bibliography else Area.CITATION

    def render(item: Item) -> str:
        node: Node | None = layout.render(Call(item, area, citation_number=1))
        return "" if node is None else plain(node)

    return render


def _appears(item: Item, variable: str, entry: str) -> bool:
    """Whether the value of a variable is in an entry, both without spaces and punctuation."""
    value = _letters(_value(item, variable))
    return len(value) >= LONG and value in entry


def _value(item: Item, variable: str) -> str:
    names = item.names.get(variable)
    if names:
        return _family(names[0])
    return item.text.get(variable) or item.custom.get(variable, "")


def _family(name: Name) -> str:
    return name.family or name.literal


def _letters(text: str) -> str:
    without_markup = MARKUP.sub("", text) if "<" in text else text
    return "".join(filter(str.isalnum, without_markup.casefold()))


def _without(item: Item, variable: str) -> Item:
    """Return the item without a variable, and without other variables that have the same value."""
    value = _value(item, variable)
    same = {name for name, text in item.text.items() if value and text == value} | {variable}
    return replace(
        item,
        names=_rest(item.names, same),
        dates=_rest(item.dates, same),
        text=_rest(item.text, same),
    )


def _rest(values: Mapping[str, T], removed: Collection[str]) -> dict[str, T]:
    return {name: value for name, value in values.items() if name not in removed}
