"""A reference in the list is never cited in the text.

It was left over from an earlier version, or its citation was forgotten. A reference list contains only cited
works.

Example (as text):

    Deltas grow where rivers slow down (Castell, 2009; Brandt, 2014). Their names are old (Abbott, 2011).

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

Fix: none, because only the author can decide whether to cite it or remove it.
Source: APA Publication Manual (7th ed.), 9.1: a reference list contains the works cited in the text, unlike a
bibliography. The rule applies to documents that clearly cite most of their list, by author and year, by
numbers in square brackets, or by keys in LaTeX.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.cited import Citing, citing, meant, surely_by_name, surely_by_number, uncited
from refkit.lint.keyed import Keyed
from refkit.lint.listed import Listed, shown_head
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.library import Library


@rule("REF229", "listed-not-cited", verdict=Verdict.INCONSISTENT, formats=("text",))
def listed_not_cited(library: Library, context: Context) -> Iterator[Finding]:
    """Search the text for each reference."""
    for one in citing(library):
        if one.by_key is not None:
            yield from _keys(one, one.by_key)
        elif surely_by_number(one):
            yield from _numbers(one)
        elif surely_by_name(one):
            yield from _names(one)


def _keys(one: Citing, by_key: Keyed) -> Iterator[Finding]:
    for listed in one.shelf.references if by_key.whole else ():
        if listed.entry.key not in by_key.places and listed.entry.key not in by_key.perhaps:
            yield _finding(listed, f"`{listed.entry.key}`")


def _finding(listed: Listed, shown: str) -> Finding:
    return Finding(
        listed.head,
        f"{shown} is in the list, but is not cited in the text; cite it or remove it",
        source=listed.entry.source,
        key=listed.entry.key,
    )


def _names(one: Citing) -> Iterator[Finding]:
    """Report references that are never named, if most of the list is cited."""
    found = list(uncited(one))
    cited_indexes = {at for cited in one.unlisted for at in meant(cited, one.shelf)}
    if len(one.led_to) * 2 >= len(one.shelf.references):
        for at in found:
            if at not in cited_indexes:
                yield _finding(one.shelf.references[at], shown_head(one.shelf.references[at]))


def _numbers(one: Citing) -> Iterator[Finding]:
    cited = {found.number for found in one.by_number}
    for listed in one.shelf.references:
        if listed.number is not None and listed.number not in cited:
            yield _finding(listed, f"`[{listed.number}]`")
