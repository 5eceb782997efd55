"""A .bib file and its conversion to CSL-JSON give the same bibliography, on real files."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

import pytest

import refkit
from refkit.csl import Processor, Style
from refkit.model.item import Item

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[3] / "shared" / "cases")
EACH = 2  # items per file
UNFORMATTED = ("xdata", "set")
NUMBER = re.compile(r"^\s*[\[(]?\d+[\])]?\.?\s*")


def _sample() -> list[list[Item]]:
    """Return some items of each file, whose keys are different."""
    files = [
        Path(__file__).parents[2] / "references.bib",
        *sorted((CASES / "bib-real").glob("*.bib")),
    ]
    samples = []
    for path in files:
        items = {item.id: item for item in refkit.load(path).items if item.id}
        usable = [one for one in items.values() if one.entry and one.entry.type not in UNFORMATTED]
        samples.append(random.Random(1).sample(usable, min(EACH, len(usable))))
    return [sample for sample in samples if sample]


def _entries(items: list[Item], style: str) -> dict[str, str]:
    processor = Processor(Style.load(style), items, output="text")
    processor.nocite([item.id for item in items])
    bibliography = processor.bibliography()
    written = (NUMBER.sub("", entry) for entry in bibliography.entries)
    return dict(zip(bibliography.ids, written, strict=True))


@pytest.mark.skipif(not (CASES / "bib-real").is_dir(), reason="needs the collected .bib files")
@pytest.mark.parametrize(
    ("style", "least"), [("apa", 0.995), ("mla", 0.99), ("harvard", 0.99), ("chicago", 0.97)]
)
def test_a_conversion_to_csl_json_is_formatted_like_the_file(style: str, least: float) -> None:
    """The rest: notes that mean something only in CSL-JSON, and capitals that Chicago's guide keeps."""
    same = total = 0
    for items in _sample():
        converted = list(refkit.loads(refkit.dumps(items, "csl-json"), format="csl-json").items)
        before, after = _entries(items, style), _entries(converted, style)
        total += len(before)
        same += sum(after.get(key) == entry for key, entry in before.items())
    assert same >= least * total
