"""Which lines of a list begin a reference: properties of lines, regularities of the list, and the best split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log

from refkit.formats.text.finding.best_split import ListSplit
from refkit.formats.text.finding.lines import Line, width_of
from refkit.formats.text.finding.shapes import names_only, shapes

# Log odds that a line begins a reference, fitted by tools/train_list_splitter.py.
_BIAS = -0.14
# fmt: off
_WEIGHTS: dict[str, dict[str, float]] = {
    "comma": {
        "far": -0.53, "near": 0.45,
    },
    "end": {
        "&": -1.38, ")": 1.4, ").": 1.2, ".": 0.89, "capital": -1.96, "caps": -0.93,
        "colon": -1.66, "comma": -3.0, "dash": -0.43, "digit": 1.31, "digit.": 2.21,
        "hyphen": -1.0, "initial.": -2.48, "link": 2.92, "lower": -1.25, "other": -1.03,
        "pages": 2.66, "pages.": 2.73, "quote": -0.84, "quote.": 0.76, "short": -2.98,
        "short.": 0.26, "word.": 0.83, "year.": 1.69,
    },
    "head": {
        "I. name": 1.46, "bracket": -2.18, "capital": -0.17, "caps,": 0.34, "caps, I.": 1.63,
        "caseless": 0.37, "caseless name": 1.53, "dash": 0.8, "digit": -1.2, "in": -0.78,
        "link": -3.15, "lower": -2.17, "name (": 0.09, "name I,": 1.73, "name name and": 0.21,
        "name name,": 0.87, "name, I.": 1.8, "name, name": 1.85, "one word": -1.02,
        "other": -1.71, "quote": 0.39, "words (year": 0.06, "words. year": -0.85,
    },
    "initials": {
        "0": -1.07, "1": -0.19, "2": 0.49, "3": 0.69,
    },
    "open": {
        "open": -0.61, "shut": 0.53,
    },
    "room": {
        "full": -1.59, "much": 5.54, "some": 0.51, "tight": -1.4,
    },
    "year": {
        "early": 0.05, "late": 0.46, "middle": 0.03, "none": -0.62,
    },
    "year before": {
        "early": -0.05, "late": 0.83, "middle": 0.41, "none": -1.26,
    },
}
# fmt: on

# Ways of setting a list that are the list's own: how much they say is learnt from each list.
_LAYOUT = ("indent", "gap", "room", "head", "year", "initials", "year marks", "end")
_ROUNDS = 3
_DOUBT = 2.0
_MOST_LEARNT = 6.0
_LEARNT_SHARE = {
    "indent": 1.0, "gap": 1.0, "room": 0.5, "head": 0.4, "year": 0.4, "initials": 0.4, "year marks": 0.8,
    "end": 0.8,
}  # fmt: skip
# A dash in the place of an author begins a reference; the lists that the weights are from have few.
_DASH = 3.0
# Rules by which lists are set: at the margin, further in, behind a blank line. One that holds nearly
# always is this list's.
_RULES = (("indent", "base"), ("indent", "in"), ("gap", "1"), ("gap", "2"))
_RULE_HOLDS, _RULED = 0.88, 3.0
# In a list with hanging indentation, at least so many of the lines at the margin are followed by an indented line.
_HANGING_SHARE, _HANGING = 0.5, 8.0
_HANGING_BEGUN = 0.6  # of the references that were found without this rule
_NAMED = 4.0  # a line of names and a year begins a reference
_FORM_OF_FIRST = 4.0
_WITHOUT_STOP = frozenset(("capital", "caps", "digit", ")", "quote", "other"))
_SENTENCE_ENDS = frozenset(
    ("pages.", "year.", "pages", "digit.", ").", "quote.", "word.", ".", "link")
)


def starts_of(lines: Sequence[Line]) -> list[int]:
    """Return the indexes of the lines that begin a reference."""
    if not lines:
        return []
    seen = [*shapes(lines, width_of(lines))]
    if all(line.broken for line in lines[1:]):
        for values in seen:
            values.pop("room", None)  # a paragraph that was broken on purpose
    base = _base_indents(lines)
    for line, values in zip(lines, seen, strict=True):
        depth = line.indent - base[line.page]
        values["indent"] = (
            "base" if depth <= 0 else "near" if depth == 1 else "in" if depth <= 14 else "deep"
        )
        values["gap"] = str(min(line.gap, 2)) if line.gap >= 0 else ""
    first = seen[0]["year marks"]
    scores = [
        _likely(values) + _certain(line, values) + _like_first(values, first)
        for line, values in zip(lines, seen, strict=True)
    ]
    learnt = scores
    for _ in range(_ROUNDS):
        learnt = _with_layout(seen, scores, learnt)
    split = ListSplit(lines)
    starts = split.starts(learnt)
    if _hangs([values["indent"] for values in seen], starts):
        learnt = [
            score + (_HANGING if values["indent"] == "base" else -_RULED)
            for score, values in zip(learnt, seen, strict=True)
        ]
        return split.starts(learnt)
    for group, value in _RULES:
        if _agreement([values[group] for values in seen], value, starts) >= _RULE_HOLDS:
            learnt = [
                score + _ruled(values[group], value)
                for score, values in zip(learnt, seen, strict=True)
            ]
    return split.starts(learnt)


def _certain(line: Line, values: Mapping[str, str]) -> float:
    """Return what is added to the score of a dash, or of names and a year after the end of a sentence."""
    if values["head"] == "dash":
        return _DASH
    if values["year"] == "none" or values.get("end", ".") not in _SENTENCE_ENDS:
        return 0.0
    return _NAMED if names_only(line.text) else 0.0


def _like_first(values: Mapping[str, str], first: str) -> float:
    """Return what is added to the score of a line with its year in parentheses, as in the first line of the list.

    It shows where references begin that end without a full stop.
    """
    marks = values["year marks"]
    if marks != first or not marks.startswith("("):
        return 0.0
    return _FORM_OF_FIRST if values.get("end") in _WITHOUT_STOP else 0.0


def _hangs(indents: Sequence[str], found: Sequence[int]) -> bool:
    """Return whether a list has hanging indentation: references begin at the margin and continue further in."""
    margin = [at for at, indent in enumerate(indents) if indent == "base"]
    begun = sum(indents[at] == "base" for at in found)
    if begun < _HANGING_BEGUN * len(found):
        return False
    hanging = sum(indents[at + 1 : at + 2] == ["in"] for at in margin)
    return hanging >= 2 and hanging >= _HANGING_SHARE * len(margin)


def _agreement(values: Sequence[str], value: str, found: Sequence[int]) -> float:
    """Return how well a value coincides with the starts of references that were found without it."""
    sure = {at for at, one in enumerate(values) if one}
    starts = {at for at in sure if values[at] == value}
    known = sure.intersection(found)
    if len(starts) < 2 or starts == sure:
        return 0.0
    return 2 * len(starts & known) / (len(starts) + len(known))


def _ruled(here: str, value: str) -> float:
    if not here:
        return 0.0
    return _RULED if here == value else -_RULED


def _likely(values: Mapping[str, str]) -> float:
    return _BIAS + sum(_WEIGHTS.get(group, {}).get(value, 0.0) for group, value in values.items())


def _base_indents(lines: Sequence[Line]) -> dict[int, int]:
    """Return the indentation of the leftmost lines of each page, which may differ between pages."""
    pages: dict[int, list[int]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line.indent)
    least = min(line.indent for line in lines)
    return {page: min(indents) if len(indents) >= 4 else least for page, indents in pages.items()}


def _with_layout(
    seen: Sequence[Mapping[str, str]], scores: Sequence[float], guess: Sequence[float]
) -> list[float]:
    """Return the scores of lines including their layout, estimated from a first guess for this list."""
    likely = [1 / (1 + exp(-max(-30.0, min(30.0, score)))) for score in guess]
    total = sum(likely)
    rest = len(likely) - total
    ratios: dict[str, dict[str, float]] = {}
    for group in _LAYOUT:
        starts: dict[str, float] = defaultdict(float)
        others: dict[str, float] = defaultdict(float)
        for values, chance in zip(seen, likely, strict=True):
            value = values.get(group, "")
            starts[value] += chance
            others[value] += 1 - chance
        share = _LEARNT_SHARE[group]
        ratios[group] = {
            value: share * _ratio(starts[value], total, others[value], rest) for value in starts
        }
    return [
        score + sum(ratios[group][values.get(group, "")] for group in _LAYOUT)
        for score, values in zip(scores, seen, strict=True)
    ]


def _ratio(starts: float, all_starts: float, others: float, all_others: float) -> float:
    """Return the log ratio of how often starts and other lines have a value; few cases have little weight."""
    weight = (starts + others) / (starts + others + _DOUBT)
    ratio = log((starts + 0.1) / (all_starts + 0.2)) - log((others + 0.1) / (all_others + 0.2))
    return weight * max(-_MOST_LEARNT, min(_MOST_LEARNT, ratio))
