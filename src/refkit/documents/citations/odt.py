"""Citations in OpenDocument texts: marks of Zotero, Mendeley, JabRef and LibreOffice's own bibliography.

The span of a cite is the visible text of its mark, as in Word documents.
"""

from __future__ import annotations

from refkit.documents.citations import Scanner
from refkit.documents.citations._fields import find, write_key

SCANNER = Scanner("odt", (".odt",), find, write_key)
