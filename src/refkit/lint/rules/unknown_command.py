"""A TeX command is not generally known.

A style file or preamble must define the command. Otherwise TeX stops, and other programs print its name.

Example:

    @article{stern2015,
      author = {Stern, Uli},
      title = {Dust near \\mystarsymbol{} Stars},
      journal = {Young Stars},
      year = {2015},
    }

Use instead:

    @article{stern2015,
      author = {Stern, Uli},
      title = {Dust near T Tauri Stars},
      journal = {Young Stars},
      year = {2015},
    }

Fix: none, because the file does not show what the command prints.
Source: the commands that `refkit.tex` decodes. A hint, off by default, because preambles define commands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.formats.bibtex.journal_macros import journal_of_macro
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern
from refkit.tex.decode import decode

TYPESET = (
    "title", "subtitle", "booktitle", "journal", "journaltitle", "author", "editor", "publisher", "series", "note",
)  # fmt: skip
# LaTeX commands without an equivalent in plain text.
LATEX = frozenset(
    "\\cite \\citet \\citep \\nocite \\ref \\label \\accent \\footnote \\includegraphics".split()
)

_COMMAND = lazy_pattern(r"\\(?:[A-Za-z]++|.)")


@rule("TEX221", "unknown-command", severity="warning", fields=TYPESET, default=False)
def unknown_command(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report the commands that the TeX decoder does not know."""
    if "\\" not in field.value or journal_of_macro(field.value):
        return
    names = ("\\" + name.lstrip("\\") for name in decode(field.value)[1])
    unknown = {name for name in names if name not in LATEX}
    marks = (
        _mark(match, field.name) for match in _COMMAND.finditer(field.value) if match[0] in unknown
    )
    yield from findings_at(field, entry, marks)


def _mark(command: re.Match[str], name: str) -> Mark:
    message = f"`{command[0]}` in `{name}` is not a common TeX command; write its output instead"
    return Mark(*command.span(), message)
