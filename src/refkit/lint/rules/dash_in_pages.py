"""The page range has the wrong dash.

Page ranges are printed with an en dash, which is `--` in TeX. An em dash, a minus sign or a tilde is printed
unchanged. In BibLaTeX files, only the last two are reported, because biber accepts any dash.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      pages = {101—110},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      pages = {101--110},
    }

Fix: unsafe: the dash becomes `--`.
Source: Better BibTeX's quality report and veracite have the same check; D. E. Knuth, The TeXbook, chapter 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import dialect
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import TEX_FORMATS, Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_DASH = lazy_pattern("(?<=[0-9])\\s*(---+|[\\u2014\\u2212\\u2015\\u2010\\u2011~])\\s*(?=[0-9])")


@rule(
    "PAG227",
    "dash-in-pages",
    severity="info",
    fields=("pages",),
    formats=tuple(TEX_FORMATS),
    cues=("---", "~", "\u2014", "\u2212", "\u2015", "\u2010", "\u2011"),
)
def dash_in_pages(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report other dashes between numbers."""
    any_dash = dialect(context) == "biblatex"
    marks = (
        Mark(*match.span(), f"`{match[1]}` in `pages` is not an en dash; write `--`", "--")
        for match in _DASH.finditer(field.value)
        if not any_dash or match[1] in "~\u2212"
    )
    yield from findings_at(field, entry, marks, "write `--`")
