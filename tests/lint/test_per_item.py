"""Facts that are computed once per item."""

from refkit import api
from refkit.lint.engine import check
from refkit.lint.per_item import MOST, per_item
from refkit.lint.settings import Settings
from refkit.model.item import Item
from refkit.model.source import Source


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


def test_a_changed_item_is_checked_again() -> None:
    """The facts of an earlier check are those of the item before the change."""
    text = '[{"id": "a", "type": "article-journal", "title": "Tides of 1999", "issued": {"date-parts": [[1999]]}}]'
    library = api.read(Source(text, "x.json"))
    settings = Settings(select=("DAT220",))
    item = library.items[0]
    item.text["DOI"] = "10.1109/cim.1999.128110"
    assert check(library, settings) == []
    item.text["DOI"] = "10.1109/cim.1990.128110"
    assert [finding.code for finding in check(library, settings)] == ["DAT220"]
