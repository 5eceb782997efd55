"""A work is cited in the text but missing from the list.

Readers look for the reference and find nothing, or another year. The reference was forgotten, or the year in
the citation is a typo.

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

Fix: none, because the file does not say which of the two is right.
Source: APA Publication Manual (7th ed.), 8.4: each work cited must appear in the reference list. The rule
applies to documents that clearly cite their list: by author and year, by numbers in square brackets, or by
keys in LaTeX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.citations import Cited
from refkit.lint.cited import Citing, citing, meant, surely_by_name, surely_by_number
from refkit.lint.keyed import Keyed
from refkit.lint.listed import shown_head
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.library import Library
from refkit.patterns import lazy_pattern

# A line that begins like a reference or a note: with a name and a comma, or with a number.
_NAME_FIRST = lazy_pattern(r"(?m)^[\W\d]{0,60}+([^\W\d_][\w'’-]*+),")
_NUMBER_FIRST = lazy_pattern(r"(?m)^\W{0,6}+(\d{1,4})(?!\d)")
_YEAR = lazy_pattern(r"(?<!\d)\d{4}(?!\d)")
_REFERENCE = 300  # characters that a reference mostly has at most


@rule("REF228", "cited-not-listed", verdict=Verdict.INCONSISTENT, formats=("text",))
def cited_not_listed(library: Library, context: Context) -> Iterator[Finding]:
    """Report citations without a reference in the list."""
    for one in citing(library):
        if one.by_key is not None:
            yield from _keys(one, one.by_key)
        elif surely_by_number(one):
            yield from _numbers(one)
        elif surely_by_name(one):
            yield from _names(one)


def _keys(one: Citing, by_key: Keyed) -> Iterator[Finding]:
    r"""Report the first citation of each key without a `\bibitem`, in documents without another list."""
    from refkit.lint.near_keys import near_keys

    known = {"*", *(listed.entry.key for listed in one.shelf.references)}
    places = by_key.places.items() if by_key.own and by_key.whole else ()
    missing = [(key, place) for key, place in places if key not in known]
    index = near_keys(known) if missing else None
    for key, place in missing:
        near = " or ".join(f"`{listed}`" for listed in index.near(key)) if index else ""
        advice = f"did you mean {near}?" if near else "add the reference or correct the key"
        message = f"the key `{key}` is cited, but no `\\bibitem` has it; {advice}"
        yield Finding(place, message, source=one.running.source)


def _names(one: Citing) -> Iterator[Finding]:
    """Report the first citation of each work that is neither in the list nor at the start of another line."""
    seen, elsewhere = set(), _years_by_first_name(one.running.text)
    for cited in one.unlisted:
        key = (cited.words, cited.year)
        if key in seen or str(cited.year) in elsewhere.get(_first_family(cited.shown), ()):
            continue
        seen.add(key)
        message = _message(cited, one)
        if message:
            yield Finding(
                one.running.place(cited.start, cited.end), message, source=one.running.source
            )


def _message(cited: Cited, one: Citing) -> str:
    """Return the message, or an empty string for a doubtful citation without a similar reference."""
    work = f"`{cited.shown}, {cited.year}{cited.letter}`"
    near = [one.shelf.references[at] for at in meant(cited, one.shelf)]
    if any(cited.words[-1] in listed.authors and cited.year == listed.year for listed in near):
        return ""
    if near:
        advice = (
            "write the name in one form"
            if near[0].year == cited.year
            else "correct the year or add the reference"
        )
        heads = ", ".join(shown_head(listed) for listed in near[:3])
        return f"{work} is cited, but the list has {heads}; {advice}"
    if not cited.sure:
        return ""
    return f"{work} is cited but missing from the list; add the reference or correct the citation"


def _years_by_first_name(text: str) -> dict[str, set[str]]:
    """Return the years near names at the start of lines, which may be notes or an unrecognized list."""
    found: dict[str, set[str]] = {}
    for match in _NAME_FIRST.finditer(text):
        years = _YEAR.findall(text, match.end(), match.end() + _REFERENCE)
        found.setdefault(match[1], set()).update(years)
    return found


def _first_family(shown: str) -> str:
    return re.split(r"\s+(?:and|&|et\s+al)|,", shown)[0].split()[-1]


def _numbers(one: Citing) -> Iterator[Finding]:
    """Report the first citation of each number that the list lacks, unless a line begins with it."""
    most = 2 * max(one.numbers) + 10
    lines = "\n".join([one.running.text, *one.shelf.texts])
    known = {*one.numbers, *map(int, _NUMBER_FIRST.findall(lines))}
    for cited in one.by_number:
        number = cited.number
        if number not in known and number <= most:
            known.add(number)
            yield Finding(
                one.running.place(cited.start, cited.end),
                f"`[{number}]` is cited, but the list has no reference with that number; add it or correct the number",
                source=one.running.source,
            )
