"""PubMed's XML: articles and books as its API (`efetch`) returns them and PubMed's website saved them.

Source: National Library of Medicine, "MEDLINE PubMed XML Element Descriptions"; `data/pubmed_xml.py` contains the
mapping.
"""

from __future__ import annotations

from refkit.formats import Format
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_START = lazy_pattern(
    r"<Pubmed(?:Book)?Article(?:Set)?[\s>]|<(?:MedlineCitation|BookDocument)[\s>]"
)
_SEARCHED = 2000  # characters


def read(source: Source) -> Library:
    """Read the records; an error in the XML ends them and is reported."""
    from refkit.formats.pubmed_xml.reader import read

    return read(source)


def detect(text: str) -> bool:
    """Whether PubMed's elements begin near the beginning of a text that is XML."""
    is_xml = text.lstrip("\ufeff \t\r\n").startswith("<")
    return is_xml and _START.search(text, 0, _SEARCHED) is not None


FORMATS = (Format("pubmed-xml", (), read, detect=detect, shared_suffixes=(".xml",)),)
