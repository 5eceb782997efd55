"""The citation processor: CSL 1.0.2 styles, locales, citations and bibliographies.

>>> from refkit.csl import Cite, Cluster, Processor, Style
>>> processor = Processor(Style.load("apa"), items)
>>> processor.render([Cluster([Cite("smith2020", locator="12")])]).citations
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refkit.csl.abbreviations import Abbreviations as Abbreviations
    from refkit.csl.abbreviations import load_abbreviations as load_abbreviations
    from refkit.csl.bibliography import Bibliography as Bibliography
    from refkit.csl.cite import Cite as Cite
    from refkit.csl.cite import Cluster as Cluster
    from refkit.csl.context import Position as Position
    from refkit.csl.document import Processor as Processor
    from refkit.csl.document import Rendered as Rendered
    from refkit.csl.document_warnings import BadItem as BadItem
    from refkit.csl.document_warnings import EmptyCite as EmptyCite
    from refkit.csl.document_warnings import ItemWithoutId as ItemWithoutId
    from refkit.csl.document_warnings import RepeatedItem as RepeatedItem
    from refkit.csl.document_warnings import UnknownItem as UnknownItem
    from refkit.csl.document_warnings import UnknownLabel as UnknownLabel
    from refkit.csl.document_warnings import UnknownLocale as UnknownLocale
    from refkit.csl.faults import StyleError as StyleError
    from refkit.csl.faults import StyleFault as StyleFault
    from refkit.csl.highlighting import own_names as own_names
    from refkit.csl.presentation import Presentation as Presentation
    from refkit.csl.sections import Section as Section
    from refkit.csl.sections import sectioned_bibliography as sectioned_bibliography
    from refkit.csl.sections import sections_by as sections_by
    from refkit.csl.sections import sections_from as sections_from
    from refkit.csl.style import Style as Style
    from refkit.csl.write import WRITERS as WRITERS

_HOMES = {
    "abbreviations": ("Abbreviations", "load_abbreviations"),
    "bibliography": ("Bibliography",),
    "cite": ("Cite", "Cluster"),
    "context": ("Position",),
    "faults": ("StyleError", "StyleFault"),
    "document_warnings": (
        "BadItem",
        "EmptyCite",
        "ItemWithoutId",
        "RepeatedItem",
        "UnknownItem",
        "UnknownLabel",
        "UnknownLocale",
    ),
    "document": ("Processor", "Rendered"),
    "highlighting": ("own_names",),
    "presentation": ("Presentation",),
    "sections": ("Section", "sectioned_bibliography", "sections_by", "sections_from"),
    "style": ("Style",),
    "write": ("WRITERS",),
}

__all__ = [
    "WRITERS",
    "Abbreviations",
    "BadItem",
    "Bibliography",
    "Cite",
    "Cluster",
    "EmptyCite",
    "ItemWithoutId",
    "Position",
    "Presentation",
    "Processor",
    "Rendered",
    "RepeatedItem",
    "Section",
    "Style",
    "StyleError",
    "StyleFault",
    "UnknownItem",
    "UnknownLabel",
    "UnknownLocale",
    "load_abbreviations",
    "own_names",
    "sectioned_bibliography",
    "sections_by",
    "sections_from",
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
