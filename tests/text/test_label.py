"""References are labelled with fields, positions and confidence."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text._references import REFERENCES

from refkit.formats.text.label.labeller import LONGEST, Labeller, label, label_all
from refkit.formats.text.label.model import load


def fields(text: str) -> list[tuple[str, str]]:
    """Return the labels and texts of a reference's segments."""
    return [(segment.label, text[segment.start : segment.end]) for segment in label(text).segments]


def test_a_plain_article_has_all_its_fields() -> None:
    """Fields in a common order are found without the punctuation between them."""
    assert fields(
        "Okafor, N. (2014). Tides of the inner gulf. Journal of Coastal Studies, 27(3), 114–129."
    ) == [
        ("author", "Okafor, N."),
        ("date", "2014"),
        ("title", "Tides of the inner gulf"),
        ("container-title", "Journal of Coastal Studies"),
        ("volume", "27"),
        ("issue", "3"),
        ("pages", "114–129"),
    ]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Roe J. Of it. Nature 2001. doi:10.5555/abc.(1)2.", ("doi", "10.5555/abc.(1)2")),
        ("Roe J. Of it. <http://www.example.org/a_(b)>.", ("url", "http://www.example.org/a_(b)")),
        ("Roe J. Of it, arXiv:2101.01234v2 [cs.CL]", ("arxiv", "2101.01234v2")),
        ("Roe J. Of it, hep-th/9901001.", ("arxiv", "hep-th/9901001")),
        ("Roe J. Of it. Paris: Ami. ISBN 978-3-16-148410-0", ("isbn", "978-3-16-148410-0")),
        ("Roe J. Of it. Things, ISSN: 1234-567X", ("issn", "1234-567X")),
        ("Roe J. http://a.org (accessed 5 May 2020).", ("accessed", "accessed 5 May 2020")),
        ("Roe J. It. 2001 [cited 2020 May 5]. At: www.a.org", ("accessed", "cited 2020 May 5")),
    ],
)
def test_what_is_certain_by_its_form_is_labelled_so(text: str, field: tuple[str, str]) -> None:
    """Identifiers and access dates need no model."""
    assert field in fields(text)


@pytest.mark.parametrize("text", REFERENCES)
def test_confidence_is_a_share(text: str) -> None:
    """The confidence of a reference and of each segment lies between 0 and 1."""
    labelled = label(text)
    shares = [labelled.confidence, *(segment.confidence for segment in labelled.segments)]
    assert all(0 <= share <= 1 for share in shares)


def test_what_was_read_before_changes_nothing() -> None:
    """The caches do not make the labels of one reference depend on another."""
    fresh = [Labeller(load()).label(text) for text in REFERENCES]
    assert label_all(REFERENCES) == fresh == label_all(REFERENCES)


@given(st.text())
def test_every_word_is_in_one_segment(text: str) -> None:
    """Each letter and digit of any text is in a segment, in order."""
    segments = label(text).segments
    inside = [place for segment in segments for place in range(segment.start, segment.end)]
    assert inside == sorted(set(inside))
    identifiers = {"doi", "url", "isbn", "issn", "arxiv", "issue", "pages", "volume"}
    if not identifiers & {segment.label for segment in segments}:
        assert all(
            not character.isalnum() or place in inside for place, character in enumerate(text)
        )


def test_what_is_too_long_for_a_reference_is_left_unread() -> None:
    """The text beyond the limit is one segment `other` with no confidence."""
    text = "Roe, J. (2001). A title. " + "word " * LONGEST
    *_, last = label(text).segments
    assert (last.label, last.end, last.confidence) == ("other", len(text), 0.0)


RUNS = [*"().,\"'-/«“[", "a. ", "1 ", "Aa, ", "(a) ", "http://", "10.1/", "\ud800"]


@pytest.mark.parametrize("run", RUNS)
def test_ten_megabytes_in_one_line_take_a_second(run: str) -> None:
    """Hostile text takes no longer than its first few thousand characters."""
    start = time.process_time()
    label(run * (10_000_000 // len(run)))
    assert time.process_time() - start < 5


@settings(max_examples=20)
@given(st.lists(st.text(max_size=30), max_size=20))
def test_tables_stay_small(texts: list[str]) -> None:
    """The word table is cleared instead of growing with hostile text."""
    labeller = Labeller(load())
    labeller.scorer.words.limit = 10
    for text in texts:
        labeller.label(text)
    assert len(labeller.scorer.words) <= 10
