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

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.tex.decode import decode

TYPESET = (
    "title", "subtitle", "booktitle", "journal", "journaltitle", "author", "editor", "publisher", "series", "note",
)  # fmt: skip
# What LaTeX has and a plain text cannot show.
LATEX = frozenset(
    "\\cite \\citet \\citep \\nocite \\ref \\label \\accent \\footnote \\includegraphics".split()
)


@rule("TEX221", "unknown-command", fields=TYPESET, default=False)
def unknown_command(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Decode the text and report what was not known."""
    if "\\" not in field.value:
        return
    names = ("\\" + name.lstrip("\\") for name in decode(field.value)[1])
    name = next((name for name in names if name not in LATEX), "")
    if name:
        yield Finding(
            field.value_span,
            f"`{name}` in `{field.name}` is no generally known command; write it out",
        )
