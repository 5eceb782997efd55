"""Ordinary names: rules that ask for odd names must find nothing in them."""

import datetime
import itertools

import pytest

from refkit.data.given_names import GIVEN_NAMES
from refkit.data.placeholders import NO_AUTHOR
from refkit.formats.bibtex import item_of_entry, read
from refkit.lint.cues import LIKE_EXAMPLES, ODD_NAMES
from refkit.lint.odd_names import Oddity, has_odd_names, is_odd_list, oddity
from refkit.lint.registry import all_rules
from refkit.lint.rule import Context
from refkit.model.entry import Field
from refkit.model.source import Source

RULES = [rule for rule in all_rules() if ODD_NAMES in rule.cues]
OTHERS = [rule for rule in RULES if LIKE_EXAMPLES not in rule.cues]


@pytest.mark.parametrize(
    "names",
    [
        "Berg, Anna",
        "Anna Berg and Bo C. Lund",
        "Berg, A. B. and Stone-Field, J.-P. and others",
        "O'Brien, Ann and McDonald, Bo and Mar{\\'i}n, Jos\\'e",
        "Šimek, Ján and Łukasz Ørsted",
        "Berg, AB and Stone, C",
        "C B Berg and Bo C Stone and Lund, D V and Roe, K-M",
        "Berg, V. and U. Roe",
        "Évrard, Émile and Öz, Ü. Ç. and Łęcka, Żaneta Ó.",
    ],
)
def test_ordinary_names(names: str) -> None:
    assert not is_odd_list(names)


@pytest.mark.parametrize(
    "names",
    [
        "Berg", "berg, anna", "BERG, Anna", "Berg, Anna et al.", "Berg, Anna and Team", "Dr Anna Berg", "Berg, A, Jr.",
        "Anna Berg; Bo Roe", "Anna Berg, Bo Roe", "Ocean Institute", "Berg, Anna 1", "Berg, Anna (ed.)", "Anna. Berg",
        "Berg, Anna and Berg, Anna", "Berg, Anna and Anna Berg", "Anna Berg Berg", "Unknown Author", "Ohne Autor",
        "Anna Berg and and Bo Roe", "and Anna Berg", "Anna Berg und Bo Roe", "{NASA}",
        "Berg, Anna and", "Berg, Anna,", "Berg, Anna and Others and Roe, Bo", "Berg Und Stone", "Anna With Bo", "A. B.",
        "Ann Berg Y Bo Roe", "É Évrard",
    ],
)  # fmt: skip
def test_odd_names(names: str) -> None:
    assert is_odd_list(names)


def test_names_of_examples_are_visited_by_one_rule() -> None:
    """They are also names of people, so that the other rules can skip them."""
    assert oddity("Doe, Jane and Smith, John") is Oddity.LIKE_EXAMPLES
    assert oddity("Berg, Anna and Lund, Bo") is Oddity.ORDINARY


def ordinary_lists() -> list[str]:
    """Return lists of ordinary names from all known given names, in each form."""
    words = [name.title() for name in sorted(GIVEN_NAMES) if name.isalpha() and len(name) > 1]
    forms = (
        "{0}, {1}", "{1} {0}", "{0}, {1} B.", "{1} B. {0}", "{0}, B. C.", "{0}, B", "{0}, V.", "{0}, U. A.",
        "{0}, E. V.", "{1} B {0}", "B C {0}", "{0}, B C", "{0}, {1} V", "{0}, B-C",
    )  # fmt: skip
    lists = []
    for number, (one, two, three) in enumerate(zip(words, words[7:], words[31:], strict=False)):
        form, other = forms[number % len(forms)], forms[number // len(forms) % len(forms)]
        lists.append(f"{form.format(one, two)} and {other.format(two, three)}")
    return [names for names in lists if not is_odd_list(names)]


def test_no_rule_reports_ordinary_names() -> None:
    """Otherwise the rule would lose the finding, because it does not visit these items."""
    lists = ordinary_lists()
    assert len(lists) > 500
    text = "\n".join(f"@misc{{k{n}, author={{{names}}}}}" for n, names in enumerate(lists))
    library = read(Source(text, "x.bib"))
    context = Context(library, datetime.date(2026, 1, 1))
    reported = []
    for entry, rule in itertools.product(library.entries, OTHERS):
        item = item_of_entry(entry)
        visited = (entry.fields[0], entry) if rule.visits is Field else (item,)
        reported += [(rule.code, entry.fields[0].value) for _ in rule.check(*visited, context)]
    assert reported == []


def test_an_item_without_a_field_for_its_names_is_odd() -> None:
    """Other formats keep each name in its own field, and are visited."""
    entry = read(Source("@misc{k, editor={Berg, Anna and berg}}", "x.bib")).entries[0]
    item = item_of_entry(entry)
    assert item is not None
    assert has_odd_names(item)


def test_words_for_unknown_authors_are_odd() -> None:
    """Whether they are written as one word or with a space."""
    assert all(is_odd_list(word.title()) for word in NO_AUTHOR)
    assert {w for w in ("No Author", "Author Unknown", "Aa Vv") if not is_odd_list(w)} == set()
