"""docs/text-model.md contains the figures that are stored with the weights."""

import json
from pathlib import Path

from refkit.formats.text.label.model import FILE

PAGE = (Path(__file__).parents[2] / "docs/text-model.md").read_text(encoding="utf-8")
REPORT = json.loads(Path(FILE).with_suffix(".json").read_text(encoding="utf-8"))


def test_the_page_tells_how_often_it_is_right() -> None:
    """The table has a row for each measured set."""
    rows = [
        f"| `{name}` | {told['references']} | {told['field F1']} | {told['whole references']} | "
        f"{told['calibration error of segments']:.3f}, {told['calibration error of references']:.3f} |"
        for name, told in REPORT["measured"].items()
    ]
    assert [row for row in rows if row not in PAGE] == []


def test_the_page_tells_what_was_learnt() -> None:
    """The training data are AnyStyle's, GROBID's and synthetic references."""
    learnt = REPORT["learnt"]
    anystyle = sum(number for source, number in learnt.items() if source.startswith("anystyle/"))
    numbers = [anystyle, learnt["grobid/corpus"], REPORT["invented for each part"]]
    assert [number for number in numbers if f"{number:,}" not in PAGE] == []


def test_the_weights_are_those_that_were_measured() -> None:
    """They are small enough to be part of the package."""
    assert Path(FILE).stat().st_size == REPORT["bytes"] <= 200_000
