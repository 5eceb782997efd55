"""How often references are read right does not fall: what was reached is the least that passes."""

import os
from pathlib import Path

import pytest
from tests.text import evaluate_items
from tests.text.evaluate import in_tenth, read_references, refkit_labeller, score_references
from tests.text.evaluate_finder import files_of, found_in, gold_of, matched, read_labelled
from tests.text.short_titles import share_right, shortened

CASES = (
    Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[3] / "shared" / "cases")
    / "refparse"
)
needs_cases = pytest.mark.skipif(
    not CASES.exists(), reason=f"the labelled references are not in {CASES}"
)


@needs_cases
@pytest.mark.parametrize(
    ("name", "least"), [("dev-good", 96.9), ("dev-bad", 85.4), ("train-grobid", 92.0)]
)
def test_fields_are_labelled_right(name: str, least: float) -> None:
    """Field F1, in references that the model has not learnt."""
    known = read_references(CASES / f"{name}.jsonl")
    unlearnt = [one for one in known if not one.document or in_tenth(one.document)]
    assert score_references(unlearnt, refkit_labeller).f1 >= least


@needs_cases
@pytest.mark.parametrize(("style", "least"), [("Surname II", 97.5), ("Surname, I. I.", 87.0)])
def test_titles_of_one_word_are_found(style: str, least: float) -> None:
    """After inverted names, in the half that the rules were not written from."""
    sets = [path for path in sorted(CASES.glob("*.jsonl")) if "ugly" not in path.name]
    known = [one for path in sets for one in read_references(path)]
    cases = [one for one in shortened(known) if one.style == style and one.half == 1]
    assert share_right(cases) >= least


@needs_cases
def test_references_are_found_and_split() -> None:
    """Fifteen theses, all lists of them together."""
    missed = extra = gold = 0
    for path in files_of([CASES / "finder"]):
        lines = read_labelled(path.read_text(encoding="utf-8"))
        wanted = gold_of(lines)
        lost, more = matched(wanted, found_in("\n".join(line.text for line in lines)))
        missed, extra, gold = missed + len(lost), extra + len(more), gold + len(wanted)
    assert max(missed, extra) < 0.012 * gold


@pytest.mark.parametrize("way", evaluate_items.WAYS)
def test_types_and_names_are_right(way: str) -> None:
    """In 200 references of ten styles, each by itself or in the list of its style."""
    score = evaluate_items.scored(evaluate_items.WAYS[way](evaluate_items.references()))
    assert (score.types_right >= 99, score.names_right >= 99) == (True, True)
