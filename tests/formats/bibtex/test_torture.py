"""Difficult texts, compared with the output of the `bibtex` program."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from refkit.formats.bibtex import read, resolved_fields
from refkit.model.source import Source

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[4] / "shared" / "cases")
TORTURE = CASES / "bib-torture.json"


def cases() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(TORTURE.read_text()) if TORTURE.exists() else []
    return found


def entries(text: str) -> list[tuple[str, dict[str, str]]]:
    """Keys and fields as in a style, from the first entry of a repeated key."""
    first: dict[str, tuple[str, dict[str, str]]] = {}
    for entry in read(Source(text), "bibtex").entries:
        fields = {name: field.value for name, field in resolved_fields(entry).items()}
        first.setdefault(entry.key.lower(), (entry.key, fields))
    return list(first.values())


def declared(fields: dict[str, str]) -> dict[str, str]:
    """A style can only declare fields with ASCII names, so the program cannot output others."""
    return {name: value for name, value in fields.items() if name.isascii()}


@pytest.mark.skipif(not TORTURE.exists(), reason="the shared cases are not here")
@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["id"]))
def test_difficult_texts_are_read_like_the_bibtex_program(case: dict[str, object]) -> None:
    """Same keys in the same order, same fields, same values."""
    found = [[key, declared(fields)] for key, fields in entries(str(case["input"]))]
    assert found == case["expected"]
