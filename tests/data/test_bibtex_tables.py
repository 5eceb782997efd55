"""The tables of BibTeX and BibLaTeX agree with each other and with CSL's."""

import pytest

from refkit.data import biblatex, bibtex
from refkit.data.bibtex_csl import (
    BIBLATEX_TYPES,
    BIBTEX_TYPES,
    ITEM_TYPES,
    LANGUAGE_NAMES,
    LANGUAGES,
    ROWS,
    SUBTYPES,
)
from refkit.data.csl import ITEM_TYPES as CSL_TYPES
from refkit.data.csl import VARIABLES


def test_bibtex_has_its_fourteen_types() -> None:
    """btxdoc, section 3.1."""
    assert len(bibtex.ENTRY_TYPES) == 14


@pytest.mark.parametrize("name", sorted(bibtex.ENTRY_TYPES))
def test_bibtex_types_require_bibtex_fields(name: str) -> None:
    """BibTeX's fields do not include fields of BibLaTeX."""
    assert bibtex.ENTRY_TYPES[name].fields() <= bibtex.FIELDS | {"key"}


@pytest.mark.parametrize("name", sorted(biblatex.ENTRY_TYPES))
def test_biblatex_types_require_biblatex_fields(name: str) -> None:
    """Aliases are fields too."""
    assert biblatex.ENTRY_TYPES[name].fields() <= biblatex.FIELDS | {"endyear", "isrn"}


def test_aliases_refer_to_defined_names() -> None:
    """Types for types, fields for fields."""
    assert set(biblatex.TYPE_ALIASES.values()) <= set(biblatex.ENTRY_TYPES)
    assert set(biblatex.FIELD_ALIASES.values()) <= biblatex.FIELDS


def test_every_entry_type_has_an_item_type() -> None:
    """Except for those that are not references: sets, data and custom types."""
    known = set(bibtex.ENTRY_TYPES) | set(biblatex.ENTRY_TYPES) | biblatex.NONSTANDARD_TYPES
    without = {name for name in known - set(ITEM_TYPES) if not name.startswith("custom")}
    assert without == {"set", "xdata"}


def test_item_types_are_csl_types() -> None:
    """On every side of the tables."""
    named = {*ITEM_TYPES.values(), *SUBTYPES.values(), *BIBLATEX_TYPES, *BIBTEX_TYPES}
    assert named <= CSL_TYPES


def test_written_entry_types_belong_to_the_dialect() -> None:
    """A type written for BibTeX is one of BibTeX's."""
    assert set(BIBTEX_TYPES.values()) <= set(bibtex.ENTRY_TYPES)
    assert set(BIBLATEX_TYPES.values()) <= set(biblatex.ENTRY_TYPES) | biblatex.NONSTANDARD_TYPES


def test_rows_have_csl_variables() -> None:
    """Each with its source."""
    assert {row.variable for row in ROWS} <= VARIABLES
    assert all(row.source for row in ROWS)


def test_language_names_match_their_codes() -> None:
    """The name written for a language code is read as that code."""
    assert all(LANGUAGES[name] == code for code, name in LANGUAGE_NAMES.items())
