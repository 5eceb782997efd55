"""Citations in Word documents: fields of Zotero, Mendeley and EndNote, and Word's own.

The span of a cite is the visible text of its field in the extracted text, and all cites of a field have the same span:
the keys themselves are in data that is not part of the text.
"""

from __future__ import annotations

from refkit.documents.citations import Scanner
from refkit.documents.citations._fields import find, write_key

SCANNER = Scanner("docx", (".docx",), find, write_key)
