"""Every character of an excerpt can be located in the source."""

from hypothesis import given
from hypothesis import strategies as st

from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.model.source import Span

WRITTEN = "Smith &amp; Do-\n   nne"
READ = Excerpt.from_pieces(
    [
        SourcePiece("Smith ", 0, 6),
        SourcePiece("&", 6, 11),
        SourcePiece(" Do", 11, 14),
        SourcePiece("nne", 19, 22),
    ]
)


def test_the_text_consists_of_the_pieces() -> None:
    """Text between pieces is omitted."""
    assert READ.text == "Smith & Donne"


def test_a_word_across_a_line_end_has_one_span() -> None:
    """A word that a hyphen broke spans both its halves."""
    start = READ.text.index("Donne")
    span = READ.span(start, start + 5)
    assert WRITTEN[span.start : span.end] == "Do-\n   nne"


def test_a_replaced_character_has_the_span_of_the_original() -> None:
    """An entity is one character read and five written."""
    assert READ.span(6, 7) == Span(6, 11)


def test_an_empty_range_has_a_span() -> None:
    """Text can be missing before the first, between two and after the last character."""
    assert [READ.span(at, at) for at in (0, 8, 13)] == [Span(0, 0), Span(12, 12), Span(22, 22)]


def test_the_span_of_an_empty_excerpt_is_the_beginning() -> None:
    """The span of an empty excerpt is the beginning of the source."""
    assert Excerpt.from_pieces([]).span(0, 0) == Span(0, 0)


def test_an_excerpt_of_an_excerpt_has_spans_in_the_source() -> None:
    """An excerpt of an excerpt refers to the source directly."""
    drawn = READ.extract(
        [SourcePiece("Smith", 0, 5), SourcePiece(" and ", 5, 8), SourcePiece("Donne", 8, 13)]
    )
    assert (drawn.text, drawn.span(5, 10), drawn.span(10, 12)) == (
        "Smith and Donne",
        Span(5, 12),
        Span(12, 14),
    )


@given(st.lists(st.tuples(st.text(max_size=6), st.integers(0, 3), st.integers(0, 3))))
def test_a_slice_has_the_same_spans_as_the_whole(parts: list[tuple[str, int, int]]) -> None:
    """Slicing an excerpt does not change the spans of its characters."""
    pieces, at = [], 0
    for text, gap, more in parts:
        pieces.append(SourcePiece(text, at + gap, at + gap + len(text) + more))
        at = pieces[-1].end
    whole = Excerpt.from_pieces(pieces)
    middle = len(whole.text) // 3
    for start in range(middle, len(whole.text)):
        assert whole.slice(middle, len(whole.text)).span(start - middle, start - middle + 1) == (
            whole.span(start, start + 1)
        )
