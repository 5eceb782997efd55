"""Every regular expression of the package, with the line that defines or uses it."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import refkit
import refkit.patterns

ROOT = Path(refkit.__file__).parent
FUNCTIONS = frozenset(
    {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
)


@dataclass(slots=True, frozen=True)
class Pattern:
    """A pattern as it is written, and where."""

    where: str
    text: str
    flags: int


@cache
def all_patterns() -> tuple[Pattern, ...]:
    """Return the patterns that modules define, and the constant ones that functions use."""
    found = {
        (pattern.text, pattern.flags): pattern
        for module in _modules()
        for pattern in (*_lazy(module, vars(module), module.__name__), *_called(module))
    }
    return tuple(found.values())


def _modules() -> Iterator[ModuleType]:
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        if parts[-1] != "__main__" and _has_its_packages(parts) and find_spec(name):
            yield import_module(name)


def _has_its_packages(parts: tuple[str, ...]) -> bool:
    """Whether the packages that an extension is for are installed; `refkit.ext.sphinx` needs Sphinx."""
    return parts[1:2] != ("ext",) or len(parts) < 3 or find_spec(parts[2]) is not None


def _lazy(module: ModuleType, value: object, where: str) -> Iterator[Pattern]:
    """Find lazy and compiled patterns in a module's values, tables included."""
    if isinstance(value, refkit.patterns._LazyPattern):
        yield Pattern(where, value._text, int(value._flags))
    elif isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield Pattern(where, value.pattern, value.flags & ~re.UNICODE)
    elif isinstance(value, dict):
        for name, part in list(value.items()):
            if not str(name).startswith("__"):
                yield from _lazy(module, part, f"{where}.{name}" if "[" not in where else where)
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _lazy(module, part, where if where.endswith("[]") else f"{where}[]")
    elif type(value).__module__ == module.__name__ and hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _lazy(module, getattr(value, name, None), f"{where}.{name}")


def _called(module: ModuleType) -> Iterator[Pattern]:
    """Find calls such as `re.sub(pattern, ...)` whose pattern is made of a module's constants."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _is_of_re(node.func):
            text = _evaluated(node.args[0], module)
            flags = next(
                (_evaluated(k.value, module) for k in node.keywords if k.arg == "flags"), 0
            )
            if isinstance(text, str):
                number = flags if isinstance(flags, int) else 0
                yield Pattern(f"{module.__name__}:{node.lineno}", text, int(number))


def _is_of_re(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute)
        and called.attr in FUNCTIONS
        and isinstance(called.value, ast.Name)
        and called.value.id == "re"
    )


def _evaluated(node: ast.expr, module: ModuleType) -> object:
    """Return the value of an expression of module constants, or None if it has other parts."""
    try:
        return eval(compile(ast.Expression(node), module.__name__, "eval"), vars(module))
    except NameError:
        return None


if __name__ == "__main__":
    for known in all_patterns():
        print(known.where, repr(known.text)[:150])
    sys.exit(0)
