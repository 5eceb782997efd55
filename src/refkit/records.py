"""`dataclass` without its cost at import.

The decorator of the standard library compiles several methods for each class, about half a millisecond per
class, which is a third of the time that a short command takes. Here `==`, `hash` and `repr` are closures,
and `__init__`, which has to be fast, is compiled when the first record is made. To `fields`, `replace`,
`asdict`, `match` and `inspect.signature` the records are dataclasses; what these functions need is made when
they first ask for it. Type checkers see the decorator of the standard library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    import dataclasses
    from dataclasses import MISSING, Field, FrozenInstanceError, field
    from inspect import get_annotations
    from operator import attrgetter

    __all__ = ["dataclass", "field", "replace"]

    def dataclass(*, slots, frozen=False, eq=True):
        """Return a class decorator that does what `dataclasses.dataclass` does; `slots` is True."""
        if not slots:
            raise TypeError("only records with slots are made here")
        return lambda cls: _with_slots(cls, frozen, eq)

    def _with_slots(cls, frozen, eq):
        """Return a class like `cls` with slots for its fields, and the methods of a dataclass."""
        own = _own_fields(cls)
        inherited = {}
        for base in reversed(cls.__mro__[1:]):
            inherited.update(base.__dict__.get("__record_fields__", {}))
        known = inherited | own
        namespace = {
            name: value
            for name, value in cls.__dict__.items()
            if name not in own and name not in ("__dict__", "__weakref__")
        }
        namespace["__slots__"] = tuple(name for name in own if name not in inherited)
        namespace["__record_fields__"] = known
        namespace["__match_args__"] = tuple(name for name, each in known.items() if each.init)
        for name in ("__dataclass_fields__", "__dataclass_params__", "__signature__"):
            namespace[name] = _FromStandard(name, known, frozen, eq)
        for name, method in _methods(known, frozen, eq).items():
            # a class with `__eq__` and without `__hash__` has None for that
            if namespace.get(name) is None:
                namespace[name] = method
        made = type(cls)(cls.__name__, cls.__bases__, namespace)
        made.__qualname__ = cls.__qualname__
        if "__init__" not in namespace:
            made.__init__ = _init_of(made, known, frozen)
        return made

    def replace(record, /, **changes):
        """Return a record like `record` with other values in some fields."""
        for name, each in record.__record_fields__.items():
            if each.init and name not in changes:
                changes[name] = getattr(record, name)
        return record.__class__(**changes)

    def _own_fields(cls):
        """Return the fields that a class declares itself, by name."""
        own = {}
        for name, annotation in get_annotations(cls).items():
            default = cls.__dict__.get(name, MISSING)
            own[name] = default if isinstance(default, Field) else field(default=default)
            own[name].type = annotation
        return own

    class _FromStandard:
        """An attribute of a class that is read from a dataclass of the standard library with the same fields."""

        def __init__(self, name, known, frozen, eq):
            self.name, self.known, self.options = name, known, {"frozen": frozen, "eq": eq}

        def __get__(self, instance, owner):
            annotations = {name: each.type for name, each in self.known.items()}
            namespace = {"__annotations__": annotations, "__doc__": owner.__doc__, **self.known}
            standard = dataclasses.dataclass(**self.options)(type(owner.__name__, (), namespace))
            if self.name == "__signature__":
                import inspect

                value = inspect.signature(standard)
            else:
                value = getattr(standard, self.name)
            setattr(owner, self.name, value)
            return value

    def _methods(known, frozen, eq):
        """Return the methods of a record by name, apart from `__init__`."""
        methods = {"__repr__": _repr_of([name for name, each in known.items() if each.repr])}
        compared = _values_of([name for name, each in known.items() if each.compare])
        if eq:
            methods["__eq__"] = _eq_of(compared)
            methods["__hash__"] = _hash_of(compared) if frozen else None
        if frozen:
            methods["__setattr__"], methods["__delattr__"] = _refuse_to_set, _refuse_to_delete
            methods["__getstate__"], methods["__setstate__"] = _state_of(list(known))
        return methods

    def _values_of(names):
        """Return a function that gives the values of some fields of a record as a tuple."""
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
        """Return the functions with which frozen records are copied and pickled."""

        def __getstate__(self):
            return [getattr(self, name) for name in names]

        def __setstate__(self, state):
            for name, value in zip(names, state, strict=True):
                object.__setattr__(self, name, value)

        return __getstate__, __setstate__

    def _init_of(made, known, frozen):
        """Return an `__init__` that puts the compiled one in its place when it is first called."""

        def __init__(self, *arguments, **named):
            made.__init__ = _compiled_init(known, frozen, hasattr(made, "__post_init__"))
            made.__init__(self, *arguments, **named)

        return __init__

    def _compiled_init(known, frozen, has_post_init):
        """Return an `__init__` that takes the values of the fields and stores them one by one."""
        names = {"_missing": MISSING, "_store": object.__setattr__}
        parameters, lines = [], []
        for number, (name, each) in enumerate(known.items()):
            value = name
            if each.default_factory is not MISSING:
                names[f"_make{number}"] = each.default_factory
                made = f"_make{number}()"
                value = f"{made} if {name} is _missing else {name}" if each.init else made
                parameters += [f"{name}=_missing"] * each.init
            elif each.default is not MISSING:
                names[f"_default{number}"] = each.default
                value = name if each.init else f"_default{number}"
                parameters += [f"{name}=_default{number}"] * each.init
            elif each.init:
                parameters.append(name)
            else:  # stored later, by `__post_init__` or a caller
                continue
            lines.append(f"_store(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
        lines += ["self.__post_init__()"] * has_post_init
        body = "".join(f"    {line}\n" for line in lines or ["pass"])
        exec(f"def __init__(self, {', '.join(parameters)}):\n{body}", names)
        return names["__init__"]
