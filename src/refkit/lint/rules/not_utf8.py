"""The file is not valid UTF-8.

A file does not contain the name of its encoding. Read with the wrong one, `é` becomes `Ã©` in the output.
Biber, Zotero and JabRef expect UTF-8.

Example (as Latin-1):

    @book{garcia2001,
      author = {García, Ana},
    }

Use instead:

    @book{garcia2001,
      author = {García, Ana},
    }

Fix: none; check the accented letters of the file, then save it as UTF-8.
Source: biber manual, section 3.1.1 (input encoding, default UTF-8).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Fault


@rule("SYN102", "not-utf8", kinds=("encoding",))
def check(fault: Fault, context: Context) -> Iterator[Finding]:
    """Find a file that had to be read as Latin-1."""
    yield Finding(fault.span, fault.message)
