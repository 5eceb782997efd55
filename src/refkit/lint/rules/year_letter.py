"""The letters after the years of one author are missing or incomplete.

"(Okafor, 2019)" refers to two references unless they are 2019a and 2019b. A single letter means that another
reference is missing or was removed.

Example (as text):

    References

    Abbott, L. (2011). Lakes of the north. Harbour Press.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.
    Okafor, B. (2019). Rivers under ice. Northern Press.
    Okafor, B. (2019). A winter of floods. Northern Press.

Use instead:

    References

    Abbott, L. (2011). Lakes of the north. Harbour Press.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.
    Okafor, B. (2019a). A winter of floods. Northern Press.
    Okafor, B. (2019b). Rivers under ice. Northern Press.

Fix: none, because the citations in the text would have to change, too.
Source: APA Publication Manual (7th ed.), 8.19; The Chicago Manual of Style (17th ed.), 15.20. The rule
applies to unnumbered lists that have the year next to the authors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from refkit.lint.listed import Listed, by_author_and_year, folded, listings, shown_head
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.library import Library
from refkit.model.source import Span


@rule("REF227", "year-letter", verdict=Verdict.INCONSISTENT, formats=("text",))
def year_letter(library: Library, context: Context) -> Iterator[Finding]:
    """Group the references by authors and year, and by first author and year."""
    for listing in listings(library):
        if by_author_and_year(listing):
            dated = [one for one in listing.references if one.year and one.names]
            yield from _without_letter(dated)
            yield from _gaps(dated)


def _finding(one: Listed, message: str) -> Finding:
    field = one.item.source_field("issued")
    place = field.value_span if field else Span(*one.entry.span)
    return Finding(place, message, source=one.entry.source, key=one.entry.key)


def _without_letter(dated: Sequence[Listed]) -> Iterator[Finding]:
    """Report the second work of the same authors and year with the same letter or none."""
    seen: dict[tuple[object, ...], Listed] = {}
    for one in dated:
        key = (one.authors, tuple(folded(name.given) for name in one.names), one.year, one.letter)
        first = seen.setdefault(key, one)
        if first is one or _titles_agree(first, one):
            continue
        if one.letter:
            message = (
                f"{shown_head(one)} appears twice in the list; give one of the two another letter"
            )
        else:
            year = one.year
            message = f"two works in the list are {shown_head(one)}; distinguish them as `{year}a` and `{year}b`"
        yield _finding(one, message)


def _titles_agree(one: Listed, other: Listed) -> bool:
    """Whether both titles are the same; another rule reports works listed twice."""
    titles = [folded(listed.item.title).replace(" ", "")[:30] for listed in (one, other)]
    return titles[0] == titles[1]


def _gaps(dated: Sequence[Listed]) -> Iterator[Finding]:
    """Report letters whose predecessor (or successor, for "a") no work of the author and year has."""
    groups: dict[tuple[str, int | None], list[Listed]] = defaultdict(list)
    for one in dated:
        groups[one.authors[0], one.year].append(one)
    for group in groups.values():
        letters = {one.letter for one in group if one.letter}
        for one in group:
            missing = _missing(one.letter, letters)
            if missing:
                message = f"{shown_head(one)} has a letter, but the list has no `{one.year}{missing}` of that author"
                yield _finding(one, f"{message}; add it or correct the letter")


def _missing(letter: str, letters: set[str]) -> str:
    if letter == "a":
        return "" if len(letters) > 1 else "b"
    before = chr(ord(letter) - 1) if letter else ""
    return before if before and before not in letters else ""
