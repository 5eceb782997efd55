"""Orders of references."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from refkit.data.csl import VARIABLES
from refkit.errors import UnknownChoice
from refkit.model.date import Date
from refkit.model.editing import Arrange
from refkit.model.item import Item
from refkit.model.misspelt_names import KNOWN
from refkit.model.name import Name
from refkit.model.values import variable_named, without_markup

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparison

_OTHER_NAMES = ("key", "id", "type")
_HINT = "use `key`, `type` or the name of a variable or field, such as author, issued or title"
SortKey = Callable[[Item], "SupportsRichComparison"]


def arranger(by: Sequence[str], key: SortKey | None, reverse: bool) -> Arrange:
    """Return a function that sorts items by variables, fields, "key" or "type", or by a function."""
    if key is not None:
        return lambda items: sorted(items, key=key, reverse=reverse)
    return lambda items: _sorted(items, by or ("key",), reverse)


def in_order(items: Iterable[Item], by: Sequence[str]) -> Iterable[Item]:
    """Return items sorted by names as `verify_order` accepts them, or in their order if there are none."""
    if not by:
        return items
    known = list(items)
    verify_order(by, None, known)
    return _sorted(known, by, reverse=False)


def verify_order(by: Sequence[str], key: object, items: Iterable[Item]) -> None:
    """Raise UnknownChoice for a name that no item can be sorted by, and TypeError for a key that is not a function."""
    if key is not None and (by or not callable(key)):
        problem = (
            "name variables or a function, not both" if by else "`key` is a function of an item"
        )
        raise TypeError(f"{problem}; for example `library.sort(key=lambda item: item.title)`")
    for name in by:
        if not isinstance(name, str):
            kind = type(name).__name__
            raise TypeError(f"names to sort by are texts, not {kind}; for a function, use `key=`")
        bare = name.removeprefix("-")
        if bare not in _OTHER_NAMES and not variable_named(bare) and bare.lower() not in KNOWN:
            own = {field for item in items for field in item.custom}
            if bare not in own:
                choices = {*VARIABLES, *_OTHER_NAMES, *own}
                raise UnknownChoice("variable or field to sort by:", bare, choices, _HINT)


def _sorted(items: Sequence[Item], by: Sequence[str], reverse: bool) -> Sequence[Item]:
    ordered = list(items)
    for name in reversed(by):
        is_reverse = (name[:1] == "-") != reverse
        values = [(sort_value(item, name.lstrip("-")), item) for item in ordered]
        present = [pair for pair in values if pair[0]]
        present.sort(key=lambda pair: pair[0], reverse=is_reverse)
        ordered = [item for _, item in present] + [item for value, item in values if not value]
    return ordered


def sort_value(item: Item, name: str) -> tuple[str | int, ...]:
    """Return a value to sort by; it is empty if the item lacks the variable."""
    if name in ("key", "id"):
        return (item.id.lower(),)
    if name == "type":
        return (item.type,)
    value = item.get(variable_named(name, item.type) or name)
    if isinstance(value, Date):
        start = value.start
        return (
            (start.year, start.month or 0, start.day or 0)
            if start and start.year is not None
            else ()
        )
    if isinstance(value, tuple):
        return tuple(map(_name_value, value))
    text = without_markup(value).strip("{}\"'").lower()
    return (text,) if text else ()


def _name_value(name: Name) -> str:
    return name.inverted().lower()
