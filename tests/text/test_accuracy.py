"""The accuracy of parsing references does not fall below the best result reached."""

import os
from pathlib import Path

import pytest
from tests.text import evaluate_items
from tests.text.evaluate import in_tenth, read_references, refkit_labeller, score_references
from tests.text.evaluate_finder import files_of, found_in, gold_of, matched, read_labelled
from tests.text.short_titles import share_right, shortened

HERE = Path(__file__).parent
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
    """The field F1 is measured on references that are not in the training data."""
    known = read_references(CASES / f"{name}.jsonl")
    unlearnt = [one for one in known if not one.document or in_tenth(one.document)]
    assert score_references(unlearnt, refkit_labeller).f1 >= least


@needs_cases
@pytest.mark.parametrize(("style", "least"), [("Surname II", 97.5), ("Surname, I. I.", 87.0)])
def test_titles_of_one_word_are_found(style: str, least: float) -> None:
    """They follow inverted names; the rules were not written with this half in view."""
    sets = [path for path in sorted(CASES.glob("*.jsonl")) if "ugly" not in path.name]
    known = [one for path in sets for one in read_references(path)]
    cases = [one for one in shortened(known) if one.style == style and one.half == 1]
    assert share_right(cases) >= least


@needs_cases
def test_references_are_found_and_split() -> None:
    """The sample is all lists of fifteen theses."""
    missed = extra = gold = 0
    for path in files_of([CASES / "finder"]):
        lines = read_labelled(path.read_text(encoding="utf-8"))
        wanted = gold_of(lines)
        lost, more = matched(wanted, found_in("\n".join(line.text for line in lines)))
        missed, extra, gold = missed + len(lost), extra + len(more), gold + len(wanted)
    assert max(missed, extra) < 0.012 * gold


@pytest.mark.parametrize("way", evaluate_items.WAYS)
def test_what_is_right_stays_right(way: str) -> None:
    """The 200 references of ten styles are parsed separately and in the list of their style.

    Remove a line of `known_wrong.txt` when its part becomes right.
    """
    pairs = list(evaluate_items.WAYS[way](evaluate_items.references()))
    score = evaluate_items.scored(pairs)
    assert (score.types_right >= 99, score.names_right >= 98.8) == (True, True)
    lines = (HERE / "known_wrong.txt").read_text(encoding="utf-8").splitlines()
    known = {line.removeprefix(f"{way} ") for line in lines if line.startswith(f"{way} ")}
    assert evaluate_items.wrong_parts(pairs) == known
