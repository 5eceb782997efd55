"""The entry type is unknown to BibTeX and BibLaTeX.

BibTeX and biber print the entry as `@misc`, without journal, volume and pages. BibTeX also warns. Entries with
the settings of a style (`@IEEEtranBSTCTL`, REVTeX's and BibLaTeX's `@control`) and the types of widespread
packages are not reported. In CSL-JSON, the types of Crossref are reported with the type of CSL.

Example:

    @artcle{smith2020,
      title = {On Tides},
    }

Use instead:

    @article{smith2020,
      title = {On Tides},
    }

Fix: unsafe, if the type differs from a known one by one or two letters: it is renamed.
Source: BibTeXing (btxdoc, 1988), section 3.1; the biblatex manual, section 2.1; the types of
ACM-Reference-Format, biblatex-software, biblatex-apa and gbt7714.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data import biblatex, bibtex
from refkit.lint.facts import near_word, shown
from refkit.lint.rule import TEX_FORMATS, Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry

KNOWN = (
    frozenset(bibtex.ENTRY_TYPES)
    | frozenset(biblatex.ENTRY_TYPES)
    | frozenset(biblatex.TYPE_ALIASES)
    | biblatex.NONSTANDARD_TYPES
    | bibtex.STYLE_TYPES
)


def is_style_control(kind: str) -> bool:
    """Whether an entry of this type contains settings of a style."""
    return kind in bibtex.STYLE_CONTROLS or kind.endswith("bstctl")


@rule("FLD104", "unknown-type", severity="error", formats=(*TEX_FORMATS, "csl-json"))
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report entries of unknown types."""
    if entry.source.format == "csl-json":
        yield from _in_json(entry)
        return
    if entry.type in KNOWN or is_style_control(entry.type):
        return
    meant = near_word(entry.type, KNOWN)
    message = f"the type {shown('@' + entry.type)} is unknown and printed like `@misc`; "
    if not meant:
        yield Finding(entry.type_span, message + "choose the type that fits best")
        return
    fix = Fix((Edit(entry.type_span, meant),), Safety.UNSAFE, f"change it to `@{meant}`")
    yield Finding(entry.type_span, f"{message}did you mean `@{meant}`?", fix)


def _in_json(entry: Entry) -> Iterator[Finding]:
    """Report the types of Crossref; the reader reports those that it does not know."""
    from refkit.data.csl import ITEM_TYPES
    from refkit.model.csl_json import CROSSREF_TYPES

    meant = "" if entry.type in ITEM_TYPES else CROSSREF_TYPES.get(entry.type, "")
    if meant:
        message = f"`{entry.type}` is a type of Crossref, not of CSL; use `{meant}`"
        yield Finding(entry.type_span, message)
