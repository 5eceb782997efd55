"""Records behave like dataclasses of the standard library."""

from __future__ import annotations

import ast
import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from refkit.records import dataclass, field, replace


@dataclass(slots=True)
class Point:
    """A place."""

    x: int
    y: int = 0
    names: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)
    total: int = field(init=False)

    def __post_init__(self) -> None:
        self.total = self.x + self.y


@dataclass(slots=True, frozen=True)
class Key:
    """A place that does not change."""

    x: int
    y: int = 0


@dataclass(slots=True, frozen=True)
class Longer(Key):
    """A place in space."""

    z: int = 0


@dataclass(slots=True, eq=False)
class Node:
    """A thing of its own."""

    x: int = 0


def test_values_by_position_and_name() -> None:
    point = Point(1, y=2, names=["a"])
    assert (point.x, point.y, point.names, point.total) == (1, 2, ["a"], 3)


MANY = 200  # `__init__` is compiled before so many records were created


def test_all_of_many_records_have_their_values() -> None:
    @dataclass(slots=True)
    class Pair:
        x: int
        names: list[int] = field(default_factory=list)
        y: int = 2
        total: int = field(init=False)

        def __post_init__(self) -> None:
            self.total = self.x + self.y

    first = Pair.__init__
    pairs = [Pair(number, y=3) for number in range(MANY)]
    assert Pair.__init__ is not first
    assert [(pair.x, pair.y, pair.names, pair.total) for pair in pairs] == [
        (number, 3, [], number + 3) for number in range(MANY)
    ]


@pytest.mark.parametrize("count", [0, MANY])
@pytest.mark.parametrize(
    ("arguments", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((1,), {"z": 1})]
)
def test_incorrect_arguments_are_refused(
    count: int, arguments: tuple[int, ...], named: dict[str, int]
) -> None:
    """Both before and after `__init__` is compiled: missing, surplus, repeated and unknown ones."""

    @dataclass(slots=True, frozen=True)
    class Pair:
        x: int
        y: int = 0

    for number in range(count):
        Pair(number)
    with pytest.raises(TypeError, match=r"__init__\(\)"):
        Pair(*arguments, **named)


def test_each_record_gets_a_list_of_its_own() -> None:
    assert Point(1).names is not Point(1).names


@pytest.mark.parametrize("arguments", [(), (1, 2, [], "", 3)])
def test_missing_and_surplus_arguments_are_refused(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Point(*arguments)  # type: ignore[arg-type]


def test_unknown_attribute_is_refused() -> None:
    with pytest.raises(AttributeError):
        Point(1).z = 3  # type: ignore[attr-defined]


def test_equal_by_the_compared_fields() -> None:
    assert Point(1, note="a") == Point(1, note="b") != Point(2)


def test_no_record_equals_one_of_another_class() -> None:
    assert Key(1, 0) != Longer(1, 0)


def test_changing_records_have_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1))


def test_frozen_records_have_the_hash_of_their_values() -> None:
    assert len({Key(1), Key(1, 0), Key(2)}) == 2


def test_records_without_equality_differ() -> None:
    assert len({Node(), Node()}) == 2


def test_frozen_records_do_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
        Key(1).x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
        del Key(1).x


def test_repr_names_the_shown_fields() -> None:
    assert repr(Point(1, 2)) == "Point(x=1, y=2, names=[], total=3)"


def test_fields_of_the_base_come_first() -> None:
    assert repr(Longer(1, 2, 3)) == "Longer(x=1, y=2, z=3)"


@pytest.mark.parametrize("function", [replace, dataclasses.replace])
def test_replace(function: Callable[..., Key]) -> None:
    assert function(Longer(1, 2, 3), y=5) == Longer(1, 5, 3)


def test_replace_builds_what_follows_from_the_fields() -> None:
    assert replace(Point(1, 2), x=5).total == 7


def test_replace_refuses_unknown_fields() -> None:
    with pytest.raises(TypeError):
        replace(Key(1), z=2)  # type: ignore[call-arg]


def test_fields() -> None:
    known = dataclasses.fields(Longer)
    assert [(each.name, each.default) for each in known[1:]] == [("y", 0), ("z", 0)]


def test_asdict() -> None:
    assert dataclasses.asdict(Longer(1, 2, 3)) == {"x": 1, "y": 2, "z": 3}


def test_signature() -> None:
    assert str(inspect.signature(Key)) == "(x: 'int', y: 'int' = 0) -> None"


def test_match() -> None:
    match Longer(1, 2, 3):
        case Longer(x, y, z):
            assert (x, y, z) == (1, 2, 3)


@pytest.mark.parametrize("record", [Key(1, 2), Longer(1, 2, 3), Point(1, 2, ["a"])])
def test_copies_are_equal(record: object) -> None:
    assert copy.copy(record) == copy.deepcopy(record) == record


@pytest.mark.parametrize("record", [Key(1, 2), Longer(1, 2, 3), Point(1, 2, ["a"])])
def test_pickled_records_are_equal(record: object) -> None:
    assert pickle.loads(pickle.dumps(record)) == record


def test_records_without_slots_are_not_made() -> None:
    with pytest.raises(TypeError, match="must have slots"):
        dataclass(slots=False)


def test_records_of_refkit_are_made_here() -> None:
    """A dataclass of the standard library would cost half a millisecond in every run."""
    package = Path(__file__).parent.parent / "src" / "refkit"
    found = {
        str(path.relative_to(package)): alias.name
        for path in package.rglob("*.py")
        if path.name != "records.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        for alias in node.names
        if alias.name in ("dataclass", "field", "replace")
    }
    assert found == {}
