"""Reading, decoding and writing of files."""

from __future__ import annotations

from refkit.files.read import STDIN, read_bytes, read_head, read_source
from refkit.files.temporary import clear_leftovers_near
from refkit.files.write import encode_text, write_text

__all__ = [
    "STDIN",
    "clear_leftovers_near",
    "encode_text",
    "read_bytes",
    "read_head",
    "read_source",
    "write_text",
]
