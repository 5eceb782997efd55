"""The names of CSL's variables as types, for type checkers."""

from __future__ import annotations

from typing import Literal

NameVariable = Literal[
    "author",
    "chair",
    "collection-editor",
    "compiler",
    "composer",
    "container-author",
    "contributor",
    "curator",
    "director",
    "editor",
    "editor-translator",
    "editorial-director",
    "executive-producer",
    "guest",
    "host",
    "illustrator",
    "interviewer",
    "narrator",
    "organizer",
    "original-author",
    "performer",
    "producer",
    "recipient",
    "reviewed-author",
    "script-writer",
    "series-creator",
    "translator",
]
DateVariable = Literal[
    "accessed",
    "available-date",
    "event-date",
    "issued",
    "original-date",
    "submitted",
]
