"""Every word of a reference is in a variable, or in the note and reported; only introductory words are removed."""

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest
from tests.text._references import REFERENCES

from refkit.api import parse
from refkit.data.cue_words import CUE_WORDS
from refkit.model.item import Item

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[3] / "shared" / "cases")
SETS = sorted((CASES / "refparse").glob("*.jsonl"))
WORD = re.compile(r"[^\W\d_]{3,}")
# Places of a title, a journal or a publisher.
TEMPLATES = (
    "Doe, J. (2001). On tides. {}.",
    "Doe, J. (2001). On tides. {}, 4(2), 3-9.",
    "Doe, J. (2001). {}. Routledge.",
    "Doe, J. (2001). On tides. {}: Routledge.",
)
# Words that introduce fields in other references and are names here.
NAMES = (
    "Press Art Access Web Internet Name Names Number Numbers Article Editions Update Red Original"
)


# Words that a variable contains in another form: a language, a state, a type of work, an identifier's address.
CONVERTED = frozenset("german russian chapter epub ahead print uspatent abs pdf".split())


def letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalpha())


def values(item: Item) -> str:
    """Return the letters of all values of an item."""
    people = [
        part
        for names in item.names.values()
        for n in names
        for part in (n.particle + n.family + n.suffix, n.given + n.dropping_particle, n.literal)
    ]
    dates = [part for date in item.dates.values() for part in (date.raw, date.literal)]
    parts = [*item.text.values(), *item.custom.values(), *people, *dates]
    return "\n".join(map(letters, parts))


def missing_words(reference: str, item: Item, reported: str = "") -> list[str]:
    """Return the words of a reference that are in none of its item's values and not reported."""
    whole = values(item).replace("\n", "") + letters(reported)
    return [
        word
        for word in WORD.findall(reference)
        if word.lower() not in CUE_WORDS | CONVERTED and letters(word) not in whole
    ]


def lost(reference: str) -> list[str]:
    """Return the words of a reference that are in none of its item's values."""
    return missing_words(reference, parse(reference))


@pytest.mark.parametrize("name", NAMES.split())
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_name_is_kept_whatever_else_it_means(template: str, name: str) -> None:
    """Examples are the publisher Press, the journal Art and the title Access."""
    reference = template.format(name)
    assert letters(name) in values(parse(reference))


@pytest.mark.parametrize(
    ("written", "status"),
    [("In press", "in press"), ("Forthcoming", "forthcoming"), ("To appear", "forthcoming"),
     ("In preparation", "in preparation"), ("Im Druck", "in press")],
)  # fmt: skip
def test_what_becomes_of_a_work_is_its_status(written: str, status: str) -> None:
    """The status appears in place of a publisher."""
    assert parse(f"Doe, J. (2001). On tides. {written}.").status == status


@pytest.mark.parametrize(
    ("edition", "words"),
    [("2nd rev. ed.", "rev"), ("2nd, expanded ed.", "expanded"), ("3., überarb. Aufl.", "überarb"),
     ("2nd revised edition", "revised"), ("5., erw. Aufl.", "erw")],
)  # fmt: skip
def test_how_an_edition_was_revised_is_kept(edition: str, words: str) -> None:
    """The revision is in the note, because the edition is a number."""
    item = parse(f"Doe, J. (2001). On tides. {edition} Leeds: Routledge.")
    assert (item.edition, item.note) == (edition[0], words)


@pytest.mark.parametrize("word", ["volume", "numero", "tomo", "titolo"])
@pytest.mark.parametrize("publisher", ["il Mulino", "il Saggiatore", "la Nuova Italia", "Laterza"])
@pytest.mark.parametrize("names", ["Rossi M.", "Rossi M., Bianchi L. (a cura di)"])
def test_a_title_that_ends_in_volume(names: str, publisher: str, word: str) -> None:
    """Without a number, the word introduces no volume; the article of a publisher is kept, too."""
    found = values(parse(f"{names}, Titolo del {word}, {publisher}, Bologna 1998."))
    assert [part for part in (f"Titolo del {word}", publisher) if letters(part) not in found] == []


@pytest.mark.parametrize("reference", REFERENCES[::3])
def test_no_word_of_a_synthetic_reference_is_lost(reference: str) -> None:
    assert lost(reference) == []


@pytest.mark.skipif(not SETS, reason="needs the labelled reference sets")
@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_no_word_of_a_real_reference_is_lost(path: Path) -> None:
    """The sample is one in twenty references of every set."""
    lines = path.read_text(encoding="utf-8").splitlines()[::20]
    texts = [" ".join(json.loads(line)["text"].split()) for line in lines]
    assert {text: words for text in texts if (words := lost(text))} == {}
