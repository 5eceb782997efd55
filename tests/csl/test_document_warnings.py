"""Warnings about a document: what a processor could not show."""

from __future__ import annotations

import pytest
from tests.csl.documents import AUTHOR, AUTHOR_YEAR, citing, items, style

import refkit
from refkit.csl import Cite, Cluster, Processor, Style

ITEMS = items(
    """
    a: Doe, Jane | 2000 | Alpha
    b: Roe, Ann | 2001 | Beta
    c: | | Gamma
    """
)
NAMES_ONLY = style(citing(body=AUTHOR))
AUTHOR_DATE = style(citing("", 'delimiter="; "', AUTHOR_YEAR))
EMPTY = "the cite of `{}` (citation {}) is empty: the style shows nothing {}"
WITHOUT = "without the author; cite the item with its author"
OF_ITEM = "of the item; add the data that it prints"


def warnings_of(used: Style, *clusters: Cluster) -> list[str]:
    """Return the warnings about a document."""
    return list(map(str, Processor(used, ITEMS, output="text").render(clusters).warnings))


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ([Cite("a", suppress_author=True)], [EMPTY.format("a", 2, WITHOUT)]),
        ([Cite("a", suppress_author=True, prefix="see")], [EMPTY.format("a", 2, WITHOUT)]),
        ([Cite("b"), Cite("a", suppress_author=True)], [EMPTY.format("a", 2, WITHOUT)]),
        ([Cite("c")], [EMPTY.format("c", 2, OF_ITEM)]),
        ([Cite("b"), Cite("c")], [EMPTY.format("c", 2, OF_ITEM)]),
        ([Cite("a"), Cite("b")], []),
    ],
)
def test_a_cite_of_which_nothing_is_shown_is_reported(
    cites: list[Cite], expected: list[str]
) -> None:
    """It would be lost without a trace, alone as well as among others."""
    assert warnings_of(NAMES_ONLY, Cluster([Cite("b")]), Cluster(cites)) == expected


def test_a_cite_that_shows_a_year_without_the_author_is_not_reported() -> None:
    """Only what shows nothing is."""
    assert warnings_of(AUTHOR_DATE, Cluster([Cite("a", suppress_author=True), Cite("b")])) == []


def test_the_author_in_the_sentence_suffices() -> None:
    """A composite citation names the author, even if the style shows nothing else."""
    assert warnings_of(NAMES_ONLY, Cluster([Cite("a")], composite=True)) == []


def test_items_to_list_that_do_not_exist_are_reported() -> None:
    """They would be missing in the bibliography without a trace; each is reported once."""
    processor = Processor(AUTHOR_DATE, ITEMS)
    processor.nocite(["a", "zzz", "zzz"])
    processor.nocite(["zzz"])
    assert list(map(str, processor.warnings)) == ["no item `zzz` (listed without a citation)"]


def problems_of(**changes: object) -> list[str]:
    """Return the warnings about a book with other or additional values, without its id."""
    record = {"id": 7, "type": "book", "issued": {"date-parts": [[2000]]}, **changes}
    record.setdefault("author", [{"family": "Doe"}])
    rendered = Processor(AUTHOR_DATE, [record]).render([Cluster([7])])
    return [str(one).removeprefix("item `7`: ") for one in rendered.warnings]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"type": "journal-article"}, []),
        ({"type": "bok"}, ["`bok` is not a type of CSL; did you mean `book`?"]),
        ({"type": "xyzzy"}, ["`xyzzy` is not a type of CSL; use one such as `book`"]),
        ({"type": None}, ["`type` is missing; `document` is used"]),
        ({"type": ""}, ["`type` is missing; `document` is used"]),
        (
            {"author": [{"family": "Doe"}, {"famly": "Roe", "given": "Ann"}]},
            ["`author` contains a name with the unknown part `famly`; did you mean `family`?"],
        ),
        (
            {"editor": {"family": "Roe", "first": "Ann"}},
            [
                "`editor` must be a list of names, not an object",
                "`editor` contains a name with the unknown part `first`; use one such as `family`",
            ],
        ),
        ({"author": [{"family": "Doe", "ORCID": "x", "affiliation": [], "sequence": "first"}]}, []),
        ({"author": ["Doe"]}, []),
    ],
)
def test_mistakes_in_csl_json_are_reported(changes: dict[str, object], expected: list[str]) -> None:
    """The item is used nevertheless."""
    assert problems_of(**changes) == expected


@pytest.mark.parametrize("missing", [{}, {"id": None}, {"id": ""}])
def test_items_without_an_id_are_reported(missing: dict[str, object]) -> None:
    """Citations refer to ids."""
    records: list[dict[str, object]] = [{"id": 1, "type": "book"}, {"type": "book", **missing}]
    processor = Processor(AUTHOR_DATE, [*records, {"type": "book"}])
    assert list(map(str, processor.warnings)) == [
        "item 2 has no `id`; add one to cite it",
        "item 3 has no `id`; add one to cite it",
    ]


@pytest.mark.parametrize("given", [Cluster(2), Cluster([2]), Cluster(["2"]), Cluster([Cite(2)])])
def test_an_id_may_be_a_number(given: Cluster) -> None:
    """Numbers and texts are the same ids."""
    record = {"id": 2, "type": "book", "author": [{"family": "Doe"}]}
    assert Processor(AUTHOR_DATE, [record]).cite(given) == "Doe"


def test_a_cite_of_another_type_is_an_error() -> None:
    """The message names what is possible."""
    with pytest.raises(TypeError, match="a cite is a Cite or the id of an item, not NoneType"):
        Cluster([None])  # type: ignore[list-item]


def test_an_item_of_another_type_is_an_error() -> None:
    """The message names what is possible."""
    with pytest.raises(TypeError, match="an item is an Item or an object of CSL-JSON, not int"):
        Processor(AUTHOR_DATE, [3])  # type: ignore[list-item]


@pytest.mark.parametrize("wrong", [None, 3])
def test_references_of_another_type_are_an_error(wrong: object) -> None:
    """The message names what is possible."""
    with pytest.raises(TypeError, match="pass a library, paths, a text, items or objects of CSL"):
        refkit.format(wrong)  # type: ignore[arg-type]
