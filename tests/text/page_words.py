"""Words of six languages for invented papers: names, nouns, journals, publishers and what stands around a list."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Vocabulary:
    """The words of one language; a title has places for four nouns and two towns."""

    families: list[str]
    given: list[str]
    nouns: list[str]
    titles: list[str]
    journals: list[str]
    publishers: list[str]
    places: list[str]
    heading: str
    sources: str
    series: list[str]
    number: str
    institute: str
    notes: list[str]
    imprint: list[str]
    prose: str
    editor: str
    inside: str
    page: str
    volume: str
    conjunction: str
    quotes: tuple[str, str]


def _vocabularies() -> dict[str, Vocabulary]:
    data = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return {language: Vocabulary(**words) for language, words in data.items()}


WORDS = _vocabularies()
