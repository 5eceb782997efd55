"""The text cites a work that its list of references does not hold.

Readers look it up and find nothing, or another year: the reference was forgotten, its year mistyped, or the work is
not what the sentence says.

Example (as text):

    Deltas grow where rivers slow down (Castell, 2009; Brandt, 2014). Their names are old (Abbott, 2011), and the ice
    above them is thin (Okafor, 2018; Lindqvist & Sorel, 2020).

    References

    Abbott, L. (2011). Lakes of the north. Harbour Press.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.
    Okafor, B. (2019). Rivers under ice. Northern Press.

Use instead:

    Deltas grow where rivers slow down (Castell, 2009; Brandt, 2014). Their names are old (Abbott, 2011), and the ice
    above them is thin (Okafor, 2019).

    References

    Abbott, L. (2011). Lakes of the north. Harbour Press.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.
    Okafor, B. (2019). Rivers under ice. Northern Press.

Fix: none: which of the two is right has to be looked up.
Source: APA Publication Manual (7th ed.), 8.4: each work cited must appear in the reference list. Asked of documents
that plainly cite their list, by author and year or by numbers in square brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.citations import Cited
from refkit.lint.cited import Citing, citing, meant, surely_by_name, surely_by_number
from refkit.lint.listed import shown_head
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.library import Library

_NO_WORD = re.compile(r"[\W\d]*")
_INDENT, _REFERENCE = 60, 300  # how far from its line's start a reference may begin, and how long one mostly is


@rule("REF228", "cited-not-listed", verdict=Verdict.INCONSISTENT)
def cited_not_listed(library: Library, context: Context) -> Iterator[Finding]:
    """Look each citation up in the list."""
    for one in citing(library):
        if surely_by_name(one):
            yield from _names(one)
        if surely_by_number(one):
            yield from _numbers(one)


def _names(one: Citing) -> Iterator[Finding]:
    """Blame the first citation of each work that is not there."""
    seen = set()
    for cited in one.unlisted:
        key = (cited.words, cited.year)
        if key in seen or _listed_elsewhere(cited, one):
            continue
        seen.add(key)
        message = _message(cited, one)
        if message:
            yield Finding(one.running.place(cited.start, cited.end), message, source=one.running.source)


def _message(cited: Cited, one: Citing) -> str:
    """Say what the list has instead; a citation that may be none is told only where it has something."""
    work = f"`{cited.shown}, {cited.year}{cited.letter}`"
    near = [one.shelf.references[at] for at in meant(cited, one.shelf)]
    if any(cited.words[-1] in listed.authors and cited.year == listed.year for listed in near):
        return ""
    if near:
        advice = "write the name one way" if near[0].year == cited.year else "correct the year or add the reference"
        heads = ", ".join(shown_head(listed) for listed in near[:3])
        return f"{work} is cited, but the list has {heads}; {advice}"
    if not cited.sure:
        return ""
    return f"{work} is cited, but is not in the list; add the reference or correct the citation"


def _listed_elsewhere(cited: Cited, one: Citing) -> bool:
    """Whether a line looks like the reference: a list that was not found, or a note, has it."""
    text, family = one.running.text, f"{_first_family(cited.shown)},"
    at = text.find(family)
    while at >= 0:
        before = text[max(0, text.rfind("\n", 0, at) + 1, at - _INDENT) : at]
        if _NO_WORD.fullmatch(before) and str(cited.year) in text[at : at + _REFERENCE]:
            return True
        at = text.find(family, at + 1)
    return False


def _first_family(shown: str) -> str:
    return re.split(r"\s+(?:and|&|et\s+al)|,", shown)[0].split()[-1]


def _numbers(one: Citing) -> Iterator[Finding]:
    """Blame the first citation of each number that the list has not, unless a line begins with it."""
    known, seen = one.numbers, set()
    for cited in one.by_number:
        number = cited.number
        if number in known or number in seen or number > 2 * max(known) + 10:
            continue
        seen.add(number)
        if not re.search(rf"(?m)^\W{{0,6}}{number}(?!\d)", one.running.text):
            yield Finding(
                one.running.place(cited.start, cited.end),
                f"`[{number}]` is cited, but the list has no reference of that number; add it or correct the number",
                source=one.running.source,
            )
