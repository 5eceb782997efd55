"""A `dataclass` decorator that is fast at import.

The decorator of the standard library compiles several methods for each class, which takes about half a millisecond per
class, a third of the time of a short command. Here, `==`, `hash` and `repr` are closures, and `__init__`, which has to
be fast, is compiled when many records were created. For `fields`, `replace`, `asdict`, `match` and
`inspect.signature`, the records are dataclasses; the attributes for these functions are created on access. Type
checkers see the decorator of the standard library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace

    def field_types(record_class: type) -> dict[str, object]:
        """Return the annotations of the fields of a record class, by name."""
else:
    import dataclasses
    from dataclasses import MISSING, Field, FrozenInstanceError, field
    from inspect import get_annotations
    from operator import attrgetter

    __all__ = ["dataclass", "field", "field_types", "replace"]

    LEAST_FIELDS = 4
    FEW = 50  # records before `__init__` is compiled: this takes as long as creating so many without it

    def dataclass(*, slots, frozen=False, eq=True):
        """Return a class decorator like that of `dataclasses.dataclass`; `slots` must be True."""
        if not slots:
            raise TypeError("records must have slots")
        return lambda cls: _with_slots(cls, frozen, eq)

    def _with_slots(cls, frozen, eq):
        """Return a class like `cls` with slots for its fields, and the methods of a dataclass."""
        own = _own_fields(cls)
        inherited = {}
        for base in reversed(cls.__mro__[1:]):
            inherited.update(base.__dict__.get("__record_fields__", {}))
        fields = inherited | own
        namespace = {
            name: value
            for name, value in cls.__dict__.items()
            if name not in own and name not in ("__dict__", "__weakref__")
        }
        namespace["__slots__"] = tuple(name for name in own if name not in inherited)
        namespace["__record_fields__"] = fields
        namespace["__match_args__"] = tuple(
            name for name, record_field in fields.items() if record_field.init
        )
        for name in ("__dataclass_fields__", "__dataclass_params__", "__signature__"):
            namespace[name] = _FromStandard(name, fields, frozen, eq)
        for name, method in _methods(fields, frozen, eq).items():
            # `__hash__` is None in a class that defines only `__eq__`
            if namespace.get(name) is None:
                namespace[name] = method
        record_class = type(cls)(cls.__name__, cls.__bases__, namespace)
        record_class.__qualname__ = cls.__qualname__
        if "__init__" not in namespace:
            record_class.__init__ = _init_of(record_class, fields, frozen)
        return record_class

    def replace(record, /, **changes):
        """Return a copy of a record with other values in some fields."""
        for name, record_field in record.__record_fields__.items():
            if record_field.init and name not in changes:
                changes[name] = getattr(record, name)
        return record.__class__(**changes)

    def field_types(record_class):
        """Return the annotations of the fields of a record class, by name."""
        fields = record_class.__record_fields__.items()
        return {name: record_field.type for name, record_field in fields}

    def _own_fields(cls):
        """Return the fields that a class declares itself, by name."""
        own = {}
        for name, annotation in get_annotations(cls).items():
            default = cls.__dict__.get(name, MISSING)
            own[name] = default if isinstance(default, Field) else field(default=default)
            own[name].type = annotation
        return own

    class _FromStandard:
        """A class attribute that is copied from a standard dataclass with the same fields."""

        def __init__(self, name, fields, frozen, eq):
            self.name, self.fields, self.options = name, fields, {"frozen": frozen, "eq": eq}

        def __get__(self, instance, owner):
            annotations = {name: record_field.type for name, record_field in self.fields.items()}
            namespace = {"__annotations__": annotations, "__doc__": owner.__doc__, **self.fields}
            standard = dataclasses.dataclass(**self.options)(type(owner.__name__, (), namespace))
            if self.name == "__signature__":
                import inspect

                value = inspect.signature(standard)
            else:
                value = getattr(standard, self.name)
            setattr(owner, self.name, value)
            return value

    def _methods(fields, frozen, eq):
        """Return the methods of a record by name, apart from `__init__`."""
        methods = {
            "__repr__": _repr_of(
                [name for name, record_field in fields.items() if record_field.repr]
            )
        }
        compared = _values_of(
            [name for name, record_field in fields.items() if record_field.compare]
        )
        if eq:
            methods["__eq__"] = _eq_of(compared)
            methods["__hash__"] = _hash_of(compared) if frozen else None
        if frozen:
            methods["__setattr__"], methods["__delattr__"] = _refuse_to_set, _refuse_to_delete
            methods["__getstate__"], methods["__setstate__"] = _state_of(list(fields))
        return methods

    def _values_of(names):
        """Return a function that returns the values of some fields of a record as a tuple."""
        if len(names) > 1:
            return attrgetter(*names)
        return lambda record: tuple(getattr(record, name) for name in names)

    def _eq_of(values):
        def __eq__(self, other):
            if other.__class__ is self.__class__:
                return values(self) == values(other)
            return NotImplemented

        return __eq__

    def _hash_of(values):
        def __hash__(self):
            return hash(values(self))

        return __hash__

    def _repr_of(names):
        def __repr__(self):
            shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{self.__class__.__qualname__}({shown})"

        return __repr__

    def _refuse_to_set(self, name, value):
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_to_delete(self, name):
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def _state_of(names):
        """Return the functions for copying and pickling frozen records."""

        def __getstate__(self):
            return [getattr(self, name) for name in names]

        def __setstate__(self, state):
            for name, value in zip(names, state, strict=True):
                object.__setattr__(self, name, value)

        return __getstate__, __setstate__

    def _init_of(record_class, fields, frozen):
        """Return an `__init__` that replaces itself by a compiled one after a few calls, or after an incorrect one."""
        parameters = {name for name, record_field in fields.items() if record_field.init}
        required = {name for name in parameters if not _has_default(fields[name])}
        positions = [name for name in fields if name in parameters]
        calls = 0

        def __init__(self, *arguments, **named):
            nonlocal calls
            calls += 1
            values = {**dict(zip(positions, arguments, strict=False)), **named}
            is_correct = required <= values.keys() <= parameters
            if calls > FEW or not is_correct or len(values) != len(arguments) + len(named):
                record_class.__init__ = _compiled_init(record_class, fields, frozen)
                record_class.__init__(self, *arguments, **named)
                return
            _store_values(self, fields, values)
            if hasattr(record_class, "__post_init__"):
                self.__post_init__()

        return __init__

    def _has_default(record_field):
        return record_field.default is not MISSING or record_field.default_factory is not MISSING

    def _store_values(record, fields, values):
        """Set the fields of a new record to values, or to their defaults."""
        for name, record_field in fields.items():
            if name in values:
                object.__setattr__(record, name, values[name])
            elif record_field.default_factory is not MISSING:
                object.__setattr__(record, name, record_field.default_factory())
            elif record_field.default is not MISSING:
                object.__setattr__(record, name, record_field.default)

    def _compiled_init(record_class, fields, frozen):
        """Return an `__init__` that stores the values of the fields."""
        names = {"_missing": MISSING, "_store": object.__setattr__}
        parameters, stored = [], []
        for number, (name, record_field) in enumerate(fields.items()):
            value = name
            if record_field.default_factory is not MISSING:
                names[f"_make{number}"] = record_field.default_factory
                default = f"_make{number}()"
                value = (
                    f"{default} if {name} is _missing else {name}" if record_field.init else default
                )
                parameters += [f"{name}=_missing"] * record_field.init
            elif record_field.default is not MISSING:
                names[f"_default{number}"] = record_field.default
                value = name if record_field.init else f"_default{number}"
                parameters += [f"{name}=_default{number}"] * record_field.init
            elif record_field.init:
                parameters.append(name)
            else:  # stored later, by `__post_init__` or a caller
                continue
            stored.append((name, value))
        lines = [f"self.{name} = {value}" for name, value in stored]
        if frozen:
            refused = [f"_store(self, {name!r}, {value})" for name, value in stored]
            lines = _unfrozen(record_class, lines, refused, names)
        if hasattr(record_class, "__post_init__"):
            lines.append("self.__post_init__()")
        body = "".join(f"    {line}\n" for line in lines or ["pass"])
        exec(f"def __init__(self, {', '.join(parameters)}):\n{body}", names)
        return names["__init__"]

    def _unfrozen(record_class, lines, refused, names):
        """Return the lines that store the fields of a frozen record.

        A record with many fields gets a class with the same slots, which lets it store values, and then its own class
        again. This takes a third of the time of `object.__setattr__` for each field.
        """
        if len(lines) < LEAST_FIELDS or record_class.__bases__ != (object,):
            return refused
        slots = {"__slots__": record_class.__slots__}
        names["_frozen"], names["_open"] = record_class, type(record_class.__name__, (), slots)
        return [
            "if self.__class__ is _frozen:",
            '    _store(self, "__class__", _open)',
            *(f"    {line}" for line in lines),
            "    self.__class__ = _frozen",
            "else:",
            *(f"    {line}" for line in refused),
        ]
