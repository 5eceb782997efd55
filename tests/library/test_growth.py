"""Changes of a library cost what they touch: four times the changes need about four times the calls."""

from collections.abc import Callable
from itertools import islice

import pytest
from tests.growth import calls, is_linear

import refkit
from refkit import Library
from refkit.library.keys import lettered, new_id


def text_of(count: int) -> str:
    """Return a .bib file, in which every tenth entry has a parent."""
    return "\n\n".join(
        f"@incollection{{key{n},\n  author = {{Doe, Jane}},\n  title = {{Trees {n}}},\n"
        + f"  crossref = {{key{n + 1}}},\n" * (n % 10 == 0)
        + "  year = 2001,\n}"
        for n in range(count)
    )


def change(library: Library) -> None:
    """Change a field of every item."""
    for item in list(library):
        item["title"] = "Shrubs"


def add(library: Library) -> None:
    """Add as many items as there are."""
    for n in range(len(library)):
        library.add("book", key=f"new{n}", title="Shrubs")


def remove(library: Library) -> None:
    """Remove all items, the first one first."""
    for item in list(library):
        library.remove(item)


def rename(library: Library) -> None:
    """Rename all keys."""
    library.rename({item.id: f"new-{item.id}" for item in library})


@pytest.mark.parametrize("work", [change, add, remove, rename])
def test_changes_are_linear(work: Callable[[Library], None]) -> None:
    """The whole file is not read again for each change."""
    assert is_linear(lambda text: work(refkit.loads(text)), text_of, 40)


def first_change(count: int, text: str) -> int:
    """Return the number of calls for the first change after loading."""
    libraries = iter([refkit.loads(text), refkit.loads(text)])

    def change_one() -> None:
        next(libraries)[f"key{count // 2}"]["title"] = "Shrubs"

    return calls(change_one)


@pytest.mark.parametrize("more", ["", "@xdata{x, note = {N}}"])
def test_the_first_change_reads_one_entry(more: str) -> None:
    """Of the other entries, it reads the keys."""
    few, many = (first_change(count, text_of(count) + more) for count in (100, 500))
    assert many - few <= 400 * 1.5


@pytest.mark.parametrize("count", [0, 1, 2, 26, 27, 5000])
def test_a_key_among_many_alike_is_found_with_few_tries(count: int) -> None:
    """Author and year, with the letters that follow the last ones."""
    item = refkit.Item.new("book", author="Doe, Jane", year=2001)
    taken: set[str] = set()
    tries = 0

    def is_taken(key: str) -> bool:
        nonlocal tries
        tries += 1
        return key in taken

    first = list(islice(lettered("doe2001", ""), count + 1))
    taken.update(first[:count])
    assert new_id(item, is_taken) == first[count]
    assert tries < 60
