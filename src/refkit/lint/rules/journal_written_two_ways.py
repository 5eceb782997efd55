"""One journal is written in two ways.

If one entry has "J. Fluid Mech." and another "Journal of Fluid Mechanics", the list shows both. A macro of AASTeX
(`\\apj`) is compared under the name of its journal; other macros, alone or within a name, can denote any journal.

Example:

    @article{pohl2015,
      author = {Pohl, Ute},
      title = {Waves in Thin Films},
      journal = {J. Fluid Mech.},
      year = {2015},
    }

    @article{pohl2016,
      author = {Pohl, Ute},
      title = {Waves in Thick Films},
      journal = {Journal of Fluid Mechanics},
      year = {2016},
    }

Use instead:

    @article{pohl2015,
      author = {Pohl, Ute},
      title = {Waves in Thin Films},
      journal = {Journal of Fluid Mechanics},
      year = {2015},
    }

    @article{pohl2016,
      author = {Pohl, Ute},
      title = {Waves in Thick Films},
      journal = {Journal of Fluid Mechanics},
      year = {2016},
    }

Fix: none, because the file does not show which form the document uses.
Source: ISO 4: an abbreviation keeps the first letters of the words, in order, without articles and
prepositions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from refkit.formats.bibtex.journal_macros import journal_of_macro, macro_name
from refkit.lint.facts import shown
from refkit.lint.items import item_finder, place_finder
from refkit.lint.journals import initials, one_journal, telling_words
from refkit.lint.rule import TEX_FORMATS, Context, Finding, Verdict, rule
from refkit.lint.works import place_of
from refkit.model.entry import Entry
from refkit.model.library import Library
from refkit.model.source import Span
from refkit.records import dataclass
from refkit.tex.decode import decode


@dataclass(slots=True)
class Form:
    """A form of the name of a journal: its first use and its frequency."""

    entry: Entry
    count: int = 0


_NAMES = frozenset({"journal", "journaltitle"})


@rule("FLD224", "journal-written-two-ways", severity="info", verdict=Verdict.INCONSISTENT)
def journal_written_two_ways(library: Library, context: Context) -> Iterator[Finding]:
    """Group the names of journals by initials and compare the names of a group word by word."""
    forms: dict[str, Form] = {}
    for entry, name in _journals(library):
        if len(name) <= 3:
            continue
        if name not in forms:
            forms[name] = Form(entry)
        forms[name].count += 1
    groups: dict[str, dict[str, Form]] = defaultdict(dict)
    for name, form in forms.items():
        full = named_journal(name)
        if telling_words(full):
            groups[initials(full)][name] = form
    place = place_finder(library)
    for names in groups.values():
        if len(names) > 1:
            yield from _compare(names, place)


def _journals(library: Library) -> Iterator[tuple[Entry, str]]:
    """Yield the names of journals; those of a .bib file are read from one field, which is faster than from items."""
    item_of = item_finder(library)
    for entry in library.entries:
        if entry.source.format in TEX_FORMATS:
            fields = entry.fields_named(_NAMES)
            field = fields.get("journal") or fields.get("journaltitle")
            yield entry, field.value if field else ""
        elif (item := item_of(entry)) is not None and item.type.startswith("article"):
            yield entry, item.container_title


def named_journal(written: str) -> str:
    """Return the name of a journal, or of the journal that a known macro means, or an empty string.

    A name that contains an unknown command (`\\foo\\ in press`) is unknown, too.
    """
    if "\\" not in written:
        return written
    if macro_name(written):
        journal = journal_of_macro(written)
        return journal.name if journal else ""
    return "" if decode(written)[1] else written


def _is_one(one: str, other: str) -> bool:
    names = named_journal(one), named_journal(other)
    return names[0] == names[1] or one_journal(*names)


def _compare(names: dict[str, Form], place: Callable[[Entry, str], Span]) -> Iterator[Finding]:
    """Report the first use of each rarer form, with the most frequent form of the journal."""
    ranked = sorted(names, key=lambda name: -names[name].count)[:200]
    for at, name in enumerate(ranked):
        other = next((known for known in ranked[:at] if _is_one(known, name)), None)
        if other is None:
            continue
        entry = names[name].entry
        yield Finding(
            place(entry, "container-title"),
            f"{shown(name)} is called {shown(other)} in {place_of(names[other].entry, entry)}; "
            "use one form of the name",
            source=entry.source,
            key=entry.key,
        )
