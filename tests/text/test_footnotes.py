"""References in footnotes are found, split and parsed; short forms refer to them."""

from collections.abc import Callable

import pytest
from tests.text._notes import COUNT, LOOK

from refkit.api import read
from refkit.formats.text.entry import ReadEntry
from refkit.formats.text.finding.note_parts import parts_of
from refkit.model.excerpt import Excerpt
from refkit.model.library import Library
from refkit.model.source import Source

NOTES = (
    "Vgl. Anna Esche, Wasserrecht, 3. Aufl., Kiel: Moos 2004, S. 33.",
    "Ebd., S. 14.",
    "Das Wehr brach im Winter, wie die Chronik berichtet.",
    "Siehe auch Rose Willow, Sluices (London: Sedge Press, 2003); Esche (Anm. 1), S. 5.",
    "Esche, Wasserrecht, S. 9.",
)
PROSE = "Die Deiche an der Küste sind alt, und niemand weiß, wer sie zuerst gebaut hat."


def markdown(notes: tuple[str, ...]) -> Library:
    calls = " ".join(f"{PROSE}[^{number}]" for number in range(1, len(notes) + 1))
    texts = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))
    return read(Source(f"# Deiche\n\n{calls}\n\n{texts}\n", "a.md"))


def latex(notes: tuple[str, ...]) -> Library:
    text = " ".join(f"{PROSE}\\footnote{{{note}}}" for note in notes)
    return read(
        Source(f"\\documentclass{{article}}\\begin{{document}}{text}\\end{{document}}", "a.tex")
    )


def plain(notes: tuple[str, ...]) -> Library:
    texts = "\n".join(f"{number} {note}" for number, note in enumerate(notes, 1))
    return read(Source(f"Deiche\n\n{PROSE}1 {PROSE}2\n\nAnmerkungen\n\n{texts}\n", "a.txt"))


def mentions(library: Library) -> list[list[str]]:
    """The places that refer to each entry."""
    return [
        [entry.source.slice(one.span) for one in entry.mentions]
        for entry in library.entries
        if isinstance(entry, ReadEntry)
    ]


@pytest.mark.parametrize("written", [markdown, latex, plain])
def test_notes_of_every_document_are_read(written: Callable[[tuple[str, ...]], Library]) -> None:
    library = written(NOTES)
    assert [item.title for item in library] == ["Wasserrecht", "Sluices"]


@pytest.mark.parametrize("written", [markdown, latex, plain])
def test_short_forms_refer_to_the_full_reference(
    written: Callable[[tuple[str, ...]], Library],
) -> None:
    places = mentions(written(NOTES))[0]
    assert places[1:] == ["Ebd., S. 14.", "Esche (Anm. 1), S. 5.", "Esche, Wasserrecht, S. 9."]


@pytest.mark.parametrize(("note", "parts"), {**LOOK, **COUNT}.items())
def test_a_note_is_split_into_its_parts(note: str, parts: list[str]) -> None:
    found = parts_of(Excerpt.from_text(note))
    assert [
        p.kind if p.kind == "comment" else f"{p.kind}: {p.excerpt.text}" for p in found
    ] == parts


def test_pages_that_a_note_refers_to_are_not_those_of_the_book() -> None:
    assert "page" not in next(iter(markdown(NOTES))).text


@pytest.mark.parametrize(
    "note",
    [
        "See Figure 2 above.", "Vgl. Art. 5 GG.", "Vgl. oben, Kapitel 3.", "Siehe Abb. 3, S. 7.",
        "Elm notes 12 rivers in his diary.", "Der Verfasser dankt dem Archiv.",
    ],
)  # fmt: skip
def test_a_note_without_a_reference_gives_nothing(note: str) -> None:
    library = markdown((*NOTES[:1], note))
    assert (len(library), library.faults) == (1, [])


@pytest.mark.parametrize(
    ("note", "problem"),
    [
        ("Brandt, Gezeiten, S. 5.", "refers to no reference"),
        ("Brandt, op. cit., p. 5.", "refers to no reference"),
        ("Ada Birch, personal communication, 3 May 2001.", "personal communication"),
    ],
)
def test_what_is_not_a_work_is_reported(note: str, problem: str) -> None:
    library = markdown((*NOTES[:1], note))
    assert len(library) == 1
    assert problem in library.faults[0].message


def test_a_list_below_a_heading_is_read_instead_of_the_notes() -> None:
    listed = "## Literatur\n\nBrandt, Karl: Gezeiten. Husum: Moos, 1998.\n\nElm, Ada: Deiche. Kiel: Ried, 1999.\n"
    text = f"# Deiche\n\n{PROSE}[^1]\n\n[^1]: {NOTES[0]}\n\n{listed}"
    assert [item.title for item in read(Source(text, "a.md"))] == ["Gezeiten", "Deiche"]


def test_a_numbered_list_without_note_words_is_a_list() -> None:
    text = "\n\n".join(
        f"[{n}] {name}, A. ({1990 + n}). Weirs of the north. Harbor Press."
        for n, name in enumerate(("Alder", "Birch", "Cedar", "Dogwood"), 1)
    )
    assert len(read(Source(text, "a.txt"))) == 4
