"""Check, fix, convert and format reference lists.

    >>> import refkit
    >>> library = refkit.load("references.bib")
    >>> print(refkit.format(library, style="apa"))

A name is imported at its first use, so that `import refkit` is fast.
"""

# Importing `typing` for this constant would take most of the time; type checkers recognize the name.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from refkit.api import Converted as Converted
    from refkit.api import check as check
    from refkit.api import cite as cite
    from refkit.api import convert as convert
    from refkit.api import dump as dump
    from refkit.api import dumps as dumps
    from refkit.api import fix as fix
    from refkit.api import format as format
    from refkit.api import from_bibtexparser as from_bibtexparser
    from refkit.api import latex_to_unicode as latex_to_unicode
    from refkit.api import load as load
    from refkit.api import loads as loads
    from refkit.api import parse as parse
    from refkit.api import protect_capitals as protect_capitals
    from refkit.api import styles as styles
    from refkit.api import tidy as tidy
    from refkit.api import unicode_to_latex as unicode_to_latex
    from refkit.csl.catalogue import StyleName as StyleName
    from refkit.errors import RefkitError as RefkitError
    from refkit.errors import UnknownChoice as UnknownChoice
    from refkit.errors import UnreadableFile as UnreadableFile
    from refkit.errors import UnwritableFile as UnwritableFile
    from refkit.formats.bibtex.bridge import to_bibtexparser as to_bibtexparser
    from refkit.formats.bibtex.merge import Conflict as Conflict
    from refkit.formats.bibtex.merge import Merged as Merged
    from refkit.formats.bibtex.tidy_options import TidyOptions as TidyOptions
    from refkit.formats.bibtex.tidy_options import TidyResult as TidyResult
    from refkit.formatting import Formatted as Formatted
    from refkit.library import Library as Library
    from refkit.lint.fix import Fixed as Fixed
    from refkit.lint.rule import Finding as Finding
    from refkit.lint.settings import Settings as Settings
    from refkit.merging import merge as merge
    from refkit.model.date import Date as Date
    from refkit.model.date import DatePoint as DatePoint
    from refkit.model.entry import Entry as Entry
    from refkit.model.entry import Fault as Fault
    from refkit.model.entry import Field as Field
    from refkit.model.item import Item as Item
    from refkit.model.loss import Loss as Loss
    from refkit.model.name import Name as Name
    from refkit.model.source import Source as Source
    from refkit.model.source import Span as Span
    from refkit.results import Files as Files
    from refkit.results import Findings as Findings

__version__ = "0.1.0"

__all__ = [
    "Conflict",
    "Converted",
    "Date",
    "DatePoint",
    "Entry",
    "Fault",
    "Field",
    "Files",
    "Finding",
    "Findings",
    "Fixed",
    "Formatted",
    "Item",
    "Library",
    "Loss",
    "Merged",
    "Name",
    "RefkitError",
    "Settings",
    "Source",
    "Span",
    "StyleName",
    "TidyOptions",
    "TidyResult",
    "UnknownChoice",
    "UnreadableFile",
    "UnwritableFile",
    "__version__",
    "check",
    "cite",
    "convert",
    "dump",
    "dumps",
    "fix",
    "format",
    "from_bibtexparser",
    "latex_to_unicode",
    "load",
    "loads",
    "merge",
    "parse",
    "protect_capitals",
    "styles",
    "tidy",
    "to_bibtexparser",
    "unicode_to_latex",
]

# Available as attributes, so that `refkit.csl.Style` does not need another import.
_SUBPACKAGES = ("csl", "errors", "formats", "lint", "model")

_NAMES_BY_MODULE = {
    "refkit.csl.catalogue": ("StyleName",),
    "refkit.formats.bibtex.bridge": ("to_bibtexparser",),
    "refkit.formats.bibtex.merge": ("Conflict", "Merged"),
    "refkit.merging": ("merge",),
    "refkit.formats.bibtex.tidy_options": ("TidyOptions", "TidyResult"),
    "refkit.formatting": ("Formatted",),
    "refkit.library": ("Library",),
    "refkit.lint.fix": ("Fixed",),
    "refkit.lint.settings": ("Settings",),
    "refkit.results": ("Files", "Findings"),
    "refkit.errors": ("RefkitError", "UnknownChoice", "UnreadableFile", "UnwritableFile"),
    "refkit.lint.rule": ("Finding",),
    "refkit.model.date": ("Date", "DatePoint"),
    "refkit.model.entry": ("Entry", "Fault", "Field"),
    "refkit.model.item": ("Item",),
    "refkit.model.loss": ("Loss",),
    "refkit.model.name": ("Name",),
    "refkit.model.source": ("Source", "Span"),
}


def __getattr__(name: str) -> object:
    """Import a public name at its first use (PEP 562)."""
    from importlib import import_module

    if name in _SUBPACKAGES:
        return import_module(f"refkit.{name}")
    if name not in __all__:
        raise AttributeError(f"module `refkit` has no attribute `{name}`")
    module_name = next(
        (module for module, names in _NAMES_BY_MODULE.items() if name in names), "refkit.api"
    )
    value: object = getattr(import_module(module_name), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
