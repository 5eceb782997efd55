"""Field names that are often misspelled, words that only resemble them, and abbreviations of them."""

from __future__ import annotations

from refkit.data.biblatex import FIELDS as BIBLATEX_FIELDS
from refkit.data.bibtex import FIELDS as BIBTEX_FIELDS

# Fields that programs or macro packages write, or that no style prints; an unknown field is not a typo of these.
_NOT_TYPED = frozenset(
    """abstract annotation annote authortype bookpagination editoratype editorbtype editorctype entryset
    entrysubtype execute file gender hyphenation ids indexsorttitle indextitle key keywords label
    labelnamesource langidopts library lista listb listc listd liste listf namea nameatype nameb namebtype namec
    namectype options pdf presort related relatedoptions relatedstring relatedtype reprinttitle shorthandintro
    sortkey sortname sortshorthand sorttitle sortyear type usera userb userc userd usere userf verba verbb verbc
    day part isan ismn isrn iswc""".split()
)
TYPED_FIELDS = (BIBTEX_FIELDS | BIBLATEX_FIELDS) - _NOT_TYPED

# Words that resemble the name of a field but mean something else.
OTHER_WORDS = frozenset(
    """data dated dates eisbn eprints gate issnl issne issnp issnx issued late locations lissn months moth node nodes
    noted pissn pisbn print printed published purl curl reprint surl rate types typo urls versions vocation vote
    votes years shortname titles session""".split()
)

# Abbreviations and words that people write for the name of a field.
ABBREVIATIONS: dict[str, str] = {
    "auth": "author", "jour": "journal", "jrnl": "journal", "no": "number", "nr": "number", "num": "number",
    "pag": "pages", "pg": "pages", "pgs": "pages", "pp": "pages", "publ": "publisher", "vol": "volume",
    "yr": "year",
}  # fmt: skip
