"""The citation processor: CSL 1.0.2 styles, locales, citations and bibliographies.

>>> from refkit.csl import Cite, Cluster, Processor, Style
>>> processor = Processor(Style.load("apa"), items)
>>> processor.render([Cluster([Cite("smith2020", locator="12")])]).citations
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refkit.csl.bibliography import Bibliography as Bibliography
    from refkit.csl.cite import Cite as Cite
    from refkit.csl.cite import Cluster as Cluster
    from refkit.csl.context import Position as Position
    from refkit.csl.document import Processor as Processor
    from refkit.csl.document import Rendered as Rendered
    from refkit.csl.document_warnings import BadItem as BadItem
    from refkit.csl.document_warnings import RepeatedItem as RepeatedItem
    from refkit.csl.document_warnings import UnknownItem as UnknownItem
    from refkit.csl.document_warnings import UnknownLabel as UnknownLabel
    from refkit.csl.document_warnings import UnknownLocale as UnknownLocale
    from refkit.csl.faults import StyleError as StyleError
    from refkit.csl.faults import StyleFault as StyleFault
    from refkit.csl.style import Style as Style
    from refkit.csl.write import WRITERS as WRITERS

_HOMES = {
    "bibliography": ("Bibliography",),
    "cite": ("Cite", "Cluster"),
    "context": ("Position",),
    "faults": ("StyleError", "StyleFault"),
    "document_warnings": (
        "BadItem",
        "RepeatedItem",
        "UnknownItem",
        "UnknownLabel",
        "UnknownLocale",
    ),
    "document": ("Processor", "Rendered"),
    "style": ("Style",),
    "write": ("WRITERS",),
}

__all__ = [
    "WRITERS",
    "BadItem",
    "Bibliography",
    "Cite",
    "Cluster",
    "Position",
    "Processor",
    "Rendered",
    "RepeatedItem",
    "Style",
    "StyleError",
    "StyleFault",
    "UnknownItem",
    "UnknownLabel",
    "UnknownLocale",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (PEP 562)."""
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module `refkit.csl` has no attribute `{name}`")
    value: object = getattr(import_module(f"refkit.csl.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
