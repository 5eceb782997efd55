"""Properties of a line that make it likely to belong to a reference."""

import pytest

from refkit.formats.text.finding.likeness import CHUNK, CLUES, chunks_of, clues


@pytest.mark.parametrize(
    ("clue", "text", "value"),
    [
        ("year", "Ebb 1999", 1.0),
        ("year", "Ebb 9999", 0.0),
        ("range", "Ebb, 12–19", 1.0),
        ("range", "Ebb, 12 and 19", 0.0),
        ("volume", "Ebb 4(2)", 1.0),
        ("volume", "Ebb 4", 0.0),
        ("cue", "the volume of water", 0.0),
        ("cue", "Ebb, vol", 0.5),
        ("cue", "Ebb, vol 3, pp 5", 1.0),
        ("name", "Roe, J. On tides", 1 / 3),
        ("name", "Roe, J., Doe, A., Poe, B.", 1.0),
        ("prose", "tides that are high", 2 / 3),
        ("prose", "we know that they are", 1.0),
        ("quote", "a “tide", 0.5),
        ("quote", "a “tide” is «it»", 1.0),
        ("stops", "a line with one stop in it.", 8 / 27),
        ("stops", "a. b. c", 1.0),
        ("capitals", "Ann went to Leith", 0.5),
        ("head", "Roe, J. On tides", 1.0),
        ("head", "on tides", 0.0),
        ("mark", "[12] Roe", 1.0),
        ("mark", "(12) Roe", 1.0),
        ("mark", "12. Roe", 1.0),
        ("mark", "12 Roe", 0.0),
        ("digits", "2 dogs at sea", 4 / 13),
        ("digits", "2001", 1.0),
        ("short", "a" * 39, 1.0),
        ("short", "a" * 40, 0.0),
    ],
)
def test_a_clue_is_between_0_and_1(clue: str, text: str, value: float) -> None:
    """More of the same counts up to a limit."""
    assert dict(zip(CLUES, clues(text), strict=True))[clue] == pytest.approx(value)


def test_a_long_line_is_split_into_parts_of_the_width_of_a_page() -> None:
    """Up to twice that width, it is one part."""
    assert [len(part) for part in chunks_of("a" * 2 * CHUNK)] == [2 * CHUNK]
    assert [len(part) for part in chunks_of("a" * (2 * CHUNK + 1))] == [CHUNK, CHUNK, 1]
