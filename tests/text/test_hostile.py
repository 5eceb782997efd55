"""Any document is read to its end, and no part of its list is lost."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from refkit.formats.text.doubt import doubtful
from refkit.formats.text.reader import read
from refkit.model.library import Library
from refkit.model.source import Source, Span, decode

DELIMITERS = (
    " ", "\n", "\t", "\r", ".", ",", ";", ":", "(", ")", "()", "[", "]", "[1]", "{", "}", "<", ">", "<b>", "</", "<!--",
    "&", "&amp;", "&#", "\\", "\\bibitem{a}", "\\emph{", "$", "%", "#", "*", "_", "**", "`", "```", "~", "^", "|", "=",
    "-", "--", "—", "---. ", "–", "/", "//", "http://", "https://doi.org/", "10.", "10.1/", "doi:", "arXiv:", "“", "„",
    "«", '"', "'", "’", "1", "12(", "1-", "1 ", "2020", "(2020) ", "2020a. ", "1. ", "1.\n", "[1]\n", "a", "a ", "A",
    "A.", "A. ", "A.-", "Ab, C., ", "& ", "and ", "et al. ", "In: ", "eds. ", "(Hg.) ", "pp. ", "vol. ", "van der ",
    "de ", "Jr., ", "\u00ad", "\u200b", "\u0301", "e\u0301", "\u202e", "\ufeff", "\x00", "\x0c", "\x1b[", "\ud800", "ß",
    "İ", "Журнал ", "中", "é", "🙂", "References\n", "a-\n", "-\n", "\n\n\n", "    a\n", "• ", "Ab, C. 2020.\n    D.\n",
)  # fmt: skip
LENGTH = 4_000
SECONDS = (
    20.0  # of processor time, ten times that of the slowest text; quadratic time is far above it
)

NORMAL = "Mbeki, Z., & O’Hara, P. (2011). On goats. Journal of Goats, 4(2), 11–19. https://doi.org/10.5555/g.4\n"
CHARACTERS = st.sampled_from(
    "aZéß İ\u0301\u00ad\u200b\ud83d\udc00 \n\r\t.,;:()[]{}<>&\\%$#*_-–—/|=\"'“”«»0123456789IVX中ж\x00\x0c\u2028"
)
WORDS = st.sampled_from(
    [*DELIMITERS, NORMAL, "References\n", "Bibliography\n", "Appendix\n", "## References\n"]
)
HOSTILE = st.lists(WORDS | st.text(CHARACTERS, max_size=12), max_size=40).map("".join)


def of(text: str, name: str = "x.txt") -> Library:
    """Read a text and parse all its references."""
    library = read(Source(text, name))
    assert len(list(library.items)) == len(list(library.entries))
    return library


def spans(library: Library) -> Iterator[Span]:
    """Yield the spans of entries and of unparsed text."""
    yield from (entry.span for entry in library.entries)
    yield from (fault.span for fault in library.faults)


def lost(text: str, library: Library, start: int = 0) -> str:
    """Return the text that is in no entry and in no fault, without white space."""
    seen = bytearray(len(text))
    for first, last in spans(library):
        seen[first:last] = b"\1" * (last - first)
    return "".join(
        text[at] for at in range(start, len(text)) if not seen[at] and not text[at].isspace()
    )


@settings(max_examples=200)
@given(HOSTILE, st.sampled_from(["x.txt", "x.md", "x.html", "x.tex", ""]))
@example("", "x.txt")
@example("\ud800", "x.txt")
@example("References\n\x00", "x.md")
def test_any_text_is_read(text: str, name: str) -> None:
    """Reading raises no exception, and the spans lie in the text in order."""
    library = of(text, name)
    places = [entry.span for entry in library.entries]
    assert all(0 <= start <= end <= len(text) for start, end in spans(library))
    assert places == sorted(places)


@settings(max_examples=100)
@given(st.text(max_size=400))
def test_any_characters_are_read(text: str) -> None:
    """Reading and listing doubtful words raise no exception, whatever the alphabet."""
    doubtful(of(text), 1.0)


@settings(max_examples=100)
@given(st.binary(max_size=600))
def test_any_bytes_are_read(raw: bytes) -> None:
    """A file that is not text is read as far as possible."""
    library = read(decode(raw, "x.txt"))
    assert len(list(library.items)) == len(list(library.entries))


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_a_long_run_of_a_delimiter_is_read_in_time(delimiter: str) -> None:
    """Four thousand equal characters are read alone, within a reference and between references."""
    run = (delimiter * LENGTH)[:LENGTH]
    start = time.process_time()
    for text in (run, f"References\n\n{NORMAL}{NORMAL[:40]}{run}{NORMAL[40:]}{NORMAL}"):
        of(text)
    assert time.process_time() - start < SECONDS


@settings(max_examples=100)
@given(
    st.lists(
        st.text(CHARACTERS.filter(lambda c: c not in "\n\r\x0c\u2028"), max_size=30),
        min_size=1,
        max_size=4,
    )
)
def test_nothing_of_a_list_is_lost(inside: list[str]) -> None:
    """Every character of a list is in a reference or in text reported as not a reference."""
    middle = "".join(
        f"{name}, Z. (2011). On {words} goats. Journal of Goats, 4, 11–19.\n"
        for name, words in zip(("Mbeki", "Nagy", "Ortiz", "Perec"), inside, strict=False)
    )
    text = f"References\n\n{NORMAL}{middle}{NORMAL}"
    assert lost(text, of(text), len("References\n")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "(" * 3_000 + ")" * 3_000,
        "[" * 3_000,
        r"{\rtf1\ansi{\fonttbl\f0 Times;}\f0\pard References\par Mbeki, Z. 2011. Goats.\par}",
        "References\n\n" + "Z" + "\u0301" * 5_000 + ", A. (2001). Zalgo. Zalgo Press.\n",
        "References\n\n" + "\u200b".join("Mbeki, Z. (2011). On goats. Goat Press.") + "\n",
        f"References\n\nMbeki, Z. ({'9' * 5_000}). On goats. Goats, {'8' * 5_000}({'7' * 900}), {'1' * 900}.\n",
        f"References\n\nMbeki, Z. (2011). {'x' * 20_000}. Goat Press.\n",
        "\n" * 20_000 + "References\n" + "\n" * 20_000 + NORMAL,
        "References\n" + "\x0c\n12\n\n" * 2_000 + NORMAL,
        "PK\x03\x04" + "\x00\xff" * 3_000,
        "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + "\x80" * 3_000,
        "\ufeffReferences\r\n\r\n" + NORMAL.replace("\n", "\r\n") * 2,
        "References\r\r" + NORMAL.replace("\n", "\r") * 2,
    ],
    ids=(
        "brackets open-brackets rtf combining zero-width numbers word blank-lines form-feeds zip pdf crlf cr".split()
    ),
)
def test_what_is_no_list_is_read(text: str) -> None:
    """Reading terminates and raises no exception."""
    of(text)
