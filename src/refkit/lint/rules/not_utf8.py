"""The file is not valid UTF-8.

Few files contain the name of their encoding. Read with the wrong one, `é` becomes `Ã©` in the output. A file in
another encoding that declares it, as JabRef does with `% Encoding: windows-1251`, is read in it and not reported.
Biber, Zotero and JabRef expect UTF-8. In a file in UTF-16 or UTF-32, `bibtex` finds no entry.

Example (as Latin-1):

    @book{garcia2001,
      author = {García, Ana},
    }

Use instead:

    @book{garcia2001,
      author = {García, Ana},
    }

Fix: none, because `--fix` and `refkit tidy` keep the encoding of a file. Save the file as UTF-8 with your editor
or with `iconv -f UTF-16 -t UTF-8`, and check the accented letters if its encoding was guessed.
Source: biber manual, section 3.1.1 (input encoding, default UTF-8); RFC 8259, section 8.1 (JSON).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Fault


@rule("SYN102", "not-utf8", kinds=("encoding",))
def check(fault: Fault, context: Context) -> Iterator[Finding]:
    """Find a file whose encoding is guessed or declared wrongly, or that is in UTF-16 or UTF-32."""
    yield Finding(fault.span, fault.message)
