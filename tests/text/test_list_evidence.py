"""The references of one list are evidence for each other's labels."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.text._references import REFERENCES

from refkit.formats.text import read_each
from refkit.formats.text.label import list_evidence
from refkit.formats.text.label.labeller import labeller
from refkit.formats.text.label.list_evidence import (
    DOUBT,
    Counts,
    Evidence,
    Reading,
    Search,
    marks_of,
    read_again,
)
from refkit.formats.text.label.usual_steps import END, START, Usual, load_usual
from refkit.formats.text.labelled import Labelled
from refkit.formats.text.reader import read
from refkit.model.source import Source

# Names in full before a colon; the place and the year end the reference.
SURE = [
    "Adler, Anna: Arbeit und Bildung in Köln, Berlin 1998",
    "Becker, Hans, Lang, Peter: Jugend im Wandel, Berlin 2001",
    "Engel, Clara: Zur Geschichte der Stadt, München 1987",
    "Fischer, Rosa, Graf, Jan: Medien und Sprache, Köln 2003",
    "Krüger, Dieter: Die Bedeutung der Technik, Hamburg 1994",
    "Möller, Eva: Familie und Gesundheit, Bonn 2010",
]
DOUBTFUL = "Hahn, Sven, Maier, Uta: Migration und Demokratie in Wiesbaden: was ist Wohlfahrtsstaat?, Hamburg 2017"


def part(text: str, found: Labelled, label: str) -> list[str]:
    return [text[s.start : s.end] for s in found.segments if s.label == label]


def readings(texts: Sequence[str]) -> list[Reading]:
    scored = [labeller().score(text) for text in texts]
    return [labeller().reading(one) for one in scored if one]


@pytest.fixture
def usual() -> Usual:
    return load_usual(labeller().labels)


def test_a_doubtful_reference_is_read_like_its_list() -> None:
    """Alone, the last given name is a part of the title; in the list, a colon follows all authors."""
    alone = labeller().label(DOUBTFUL)
    in_list = labeller().label_list([*SURE, DOUBTFUL])[-1]
    assert part(DOUBTFUL, alone, "author") == ["Hahn, Sven, Maier"]
    assert part(DOUBTFUL, in_list, "author") == ["Hahn, Sven, Maier, Uta"]


def test_a_document_is_one_list() -> None:
    """The reader labels the references of a document together."""
    text = "Literatur\n\n" + "\n\n".join([*SURE, DOUBTFUL]) + "\n"
    item = list(read(Source(text, "paper.txt", format="text")))[-1]
    assert [name.family for name in item.author] == ["Hahn", "Maier"]


@pytest.mark.parametrize("as_list", [False, True])
def test_unrelated_references_are_no_evidence(as_list: bool) -> None:
    """They are read one by one unless a caller knows that they are a list."""
    item = list(read_each([*SURE, DOUBTFUL], as_list=as_list))[-1]
    assert ([name.family for name in item.author] == ["Hahn", "Maier"]) == as_list


def test_three_references_are_no_list() -> None:
    texts = [*SURE[:2], DOUBTFUL]
    assert labeller().label_list(texts) == [labeller().label(text) for text in texts]


def test_sure_references_stay_as_they_are(usual: Usual) -> None:
    """Only references below a probability are read again."""
    known = readings(REFERENCES[:40])
    again = read_again(known, labeller().decoder, usual)
    kept = [
        (one.decoded, new)
        for one, new in zip(known, again, strict=True)
        if one.decoded.share >= DOUBT
    ]
    assert len(kept) > 10
    assert all(before is after for before, after in kept)


def test_a_reference_is_no_evidence_for_itself(usual: Usual) -> None:
    """What a list of equal references says of one of them is what the others say."""
    known = readings([DOUBTFUL] * 5)
    evidence = Evidence(known, labeller().decoder, usual)
    without = Counts()
    for steps in evidence.steps[1:]:
        without.add(steps)
    expected = Search(known[0], without, usual, labeller().decoder).decoded()
    found = evidence.again(0)
    assert found.labels == expected.labels
    assert found.shares == pytest.approx(expected.shares)


@pytest.mark.parametrize("text", REFERENCES[::9])
def test_without_evidence_the_model_decides(text: str, usual: Usual) -> None:
    """The second search with nothing counted gives the labels and probabilities of the first one."""
    [one] = readings([text])
    found = Search(one, Counts(), usual, labeller().decoder).decoded()
    assert found.labels == one.decoded.labels
    assert found.shares == pytest.approx(one.decoded.shares, abs=0.01)
    assert found.share == pytest.approx(one.decoded.share, abs=0.01)


def test_an_empty_text_in_a_list() -> None:
    """A text without a token has no labels, and the others keep their places."""
    found = labeller().label_list([*SURE[:3], "", *SURE[3:]])
    assert [bool(one.segments) for one in found] == [True] * 3 + [False] + [True] * 3


def test_marks_are_the_last_and_the_first_of_two_words() -> None:
    """The marks before a token are those of the token before it and its own."""
    [one] = readings(["Doe, J. (2001)."])
    assert marks_of(one.words) == ["|", ",|", ".|("]


def test_usual_steps_know_references(usual: Usual) -> None:
    """References begin with an author and do not end with one."""
    author, title = (labeller().labels.index(name) for name in ("author", "title"))
    assert usual.order(START, author) > 0.5 > usual.order(START, title)
    assert usual.order(author, END) < 0.05
    assert usual.marks(author, title, ".|") > usual.marks(author, title, "-|")


def test_counting_is_reversible() -> None:
    """Steps can be removed from the counts."""
    [one] = readings([DOUBTFUL])
    steps = [*list_evidence.steps_of(one)]
    counts = Counts()
    counts.add(steps)
    counts.add(steps, -1)
    assert {value for after in counts.order.values() for value in after.values()} == {0.0}


def test_a_step_within_a_field_has_no_bonus(usual: Usual) -> None:
    """The list says only which field follows another one."""
    known = readings([*SURE, DOUBTFUL])
    decoder = labeller().decoder
    search = Search(known[-1], Evidence(known, decoder, usual).counts, usual, decoder)
    author = labeller().labels.index("author")
    assert search.row(author, ",|")[1][author] == decoder.transitions[author][author]
