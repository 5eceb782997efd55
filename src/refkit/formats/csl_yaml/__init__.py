"""CSL-YAML: the references of pandoc and Quarto, with inline markup in Markdown.

Source: pandoc's manual, "Specifying bibliographic data". The types and variables are those of CSL-JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.formats import Format, lossless
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_REFERENCES = lazy_pattern(r"(?<![^\r\n])references:[ \t]*(?:[\r\n#]|\[)")
_LIST = lazy_pattern(
    r"(?:---[ \t]*[\r\n]+)?-[ \t]+(?>(?:[\w-]+:[^\r\n]*[\r\n]+[ ]+){0,12})(?:id|type|title):[ \t]"
)
_SEARCHED = 200_000  # characters; front matter can have other members first


def read(source: Source) -> Library:
    """Read the references of all documents in a text: the list `references`, a list, or a single reference.

    Raises UnreadableFile if the text is YAML without references.
    """
    from refkit.formats.csl_yaml.reader import read

    return read(source)


def write(items: Iterable[Item]) -> Iterator[str]:
    """Yield items as a YAML document with the list `references`."""
    from refkit.formats.csl_yaml.writer import write_pieces

    return write_pieces(items)


def detect(text: str) -> bool:
    """Whether a text has a list of references in YAML, and is not another format that has one."""
    from refkit.formats._yaml_kind import yaml_kind

    is_found = _REFERENCES.search(text, 0, _SEARCHED) or _LIST.match(text)
    return bool(is_found) and not yaml_kind(text)


FORMATS = (
    Format("csl-yaml", (), read, lossless(write), detect, shared_suffixes=(".yaml", ".yml")),
)
