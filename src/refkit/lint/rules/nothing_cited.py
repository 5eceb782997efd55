"""The text cites no reference of its list.

A list that nothing refers to supports no sentence. Either the citations are missing, or the list was
fabricated.

Example (as text):

    Deltas grow where rivers slow down. Their names are old, and the ice above them is thin. What the maps of the last
    century show as land is water today, and the dykes that were built to keep it out have sunk into the silt they
    once held back. People who live there have moved their houses three times within a lifetime. None of the plans
    that were drawn up for the coast took this into account, although the measurements had been published for years.
    The winters have become warmer, so that the floods come earlier, and they leave less sand behind than they take
    away. Engineers speak of a balance that was lost; the people of the villages speak of the year in which the
    church moved. Both mean the same, and both are right. What remains is to decide which of the arms should be left
    to the sea, and who is to pay for the new harbour. A decision was announced for the spring, then for the autumn.
    Since then nobody has asked any more, and the gauge at the old lock has been out of order. The birds have come
    back to the outer islands, where the grass is high enough for them to breed.

    References

    Abbott, L. (2011). Lakes of the north. Harbour Press.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.

Use instead:

    Deltas grow where rivers slow down (Castell, 2009). Their names are old (Brandt, 2014), and the ice above them is
    thin (Abbott, 2011).

    References

    Abbott, L. (2011). Lakes of the north. Harbour Press.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.

Fix: none, because only the author knows which sentence relies on which work.
Source: common practice. The rule applies to texts of some length without any citation: no year or number in brackets,
no raised number, no footnote, and none of the names in the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.cited import Citing, citing
from refkit.lint.listed import family_of, folded
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.library import Library
from refkit.patterns import lazy_pattern

ENOUGH_WORDS = 150
ENOUGH_REFERENCES = 3
# Other possible citations: numbers in brackets, raised numbers, numbers after a word, commands of TeX and pandoc.
_ANY = lazy_pattern(
    r"\[\^?\d|[¹²³⁰⁴-⁹]"
    r"|[^\W\d_]{2}[.,;:”\"’)]{0,2}\d{1,3}(?=[\s.,;)]|$)|\\(?:foot|auto|paren|text)?cite|\[-?@|(?m:^\s*\d{1,3}\s+(?:See|Cf|Ibid|Vgl)\b)"
    r"|\(\d{1,3}(?:\s*[-–,]\s*\d{1,3})*\)|(?i:\bibid\b|\bop\. cit|\bfootnote)"
)
_NUMBER = lazy_pattern(r"(?<=[^\W\d_]\s)(\d{1,3})(?=[.,;–-])")


@rule("REF230", "nothing-cited", verdict=Verdict.SIGNAL, formats=("text",))
def nothing_cited(library: Library, context: Context) -> Iterator[Finding]:
    """Search the text for anything that may be a citation, and for the names of the list."""
    for one in citing(library):
        references = one.shelf.references
        if len(references) < ENOUGH_REFERENCES or one.running.words < ENOUGH_WORDS:
            continue
        if not (
            one.by_key
            or one.by_name
            or _ANY.search(one.running.text)
            or _named(one)
            or _counted(one)
        ):
            yield Finding(
                references[0].head,
                f"the text cites none of the `{len(references)}` references of its list; add the citations",
                source=one.running.source,
            )


def _counted(one: Citing) -> bool:
    """Whether small numbers follow several clauses: raised numbers lose their formatting in plain text."""
    found = {read_int(number) for number in _NUMBER.findall(one.running.text)}
    return len(found & set(range(1, len(one.shelf.references) + 1))) >= ENOUGH_REFERENCES


def _named(one: Citing) -> bool:
    """Whether the text contains a name of the list."""
    words = f" {folded(one.running.text)} "
    names = {
        folded(family_of(name)) for listed in one.shelf.references for name in listed.names[:1]
    }
    return any(f" {name} " in words for name in names if name)
