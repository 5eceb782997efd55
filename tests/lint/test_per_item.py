"""Facts that are computed once per item."""

from refkit.lint.per_item import MOST, per_item
from refkit.model.item import Item


def test_a_fact_is_computed_once_while_an_item_is_visited() -> None:
    """Equal items are different items, because each has its own entry."""
    computed: list[Item] = []

    @per_item
    def fact(item: Item) -> int:
        computed.append(item)
        return len(computed)

    one, other = Item("a"), Item("a")
    assert [fact(one), fact(one), fact(other), fact(one)] == [1, 1, 2, 1]


def test_a_few_items_are_kept() -> None:
    """The facts of a large file are not kept in memory, and those of an earlier item are computed again."""
    computed: list[str] = []
    fact = per_item(lambda item: computed.append(item.id))
    items = [Item(str(number)) for number in range(MOST + 1)]
    for item in (*items, items[0]):
        fact(item)
    assert len(computed) == MOST + 2
