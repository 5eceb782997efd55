"""Writers: finished runs -> text in some markup. One file a target, found by listing the folder."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from refkit.csl.write._writer import Writer
from refkit.errors import UnknownChoice

WRITERS = tuple(
    sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
)

__all__ = ["WRITERS", "Writer", "writer"]


def writer(name: str) -> Writer:
    """The writer for an output's name. Raises UnknownChoice, naming the nearest."""
    if name not in WRITERS:
        raise UnknownChoice("output", name, WRITERS)
    found = import_module(f"{__name__}.{name}").WRITER
    assert isinstance(found, Writer)
    return found
