"""Writers: finished runs -> text in some markup. One file a target, found by listing the folder."""

from __future__ import annotations

from importlib import import_module

from refkit.csl.write._writer import Writer
from refkit.errors import UnknownChoice
from refkit.folders import module_names

WRITERS = tuple(module_names(__path__))

__all__ = ["WRITERS", "Writer", "writer"]


def writer(name: str) -> Writer:
    """The writer for an output's name. Raises UnknownChoice, naming the nearest."""
    if name not in WRITERS:
        raise UnknownChoice("output", name, WRITERS)
    found = import_module(f"{__name__}.{name}").WRITER
    assert isinstance(found, Writer)
    return found
