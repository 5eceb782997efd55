"""The entry type is unknown to BibTeX and BibLaTeX.

BibTeX and biber print the entry as `@misc`, without journal, volume and pages. BibTeX also warns. Entries with
the settings of a style (`@IEEEtranBSTCTL`, REVTeX's and BibLaTeX's `@control`) and the types of widespread
packages are not reported.

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
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
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


@rule("FLD104", "unknown-type", severity="error")
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report entries of unknown types."""
    if entry.type in KNOWN or is_style_control(entry.type):
        return
    meant = near_word(entry.type, KNOWN)
    message = f"the type {shown('@' + entry.type)} is unknown and printed like `@misc`; "
    if not meant:
        yield Finding(entry.type_span, message + "choose the type that fits best")
        return
    fix = Fix((Edit(entry.type_span, meant),), Safety.UNSAFE, f"change it to `@{meant}`")
    yield Finding(entry.type_span, f"{message}did you mean `@{meant}`?", fix)
