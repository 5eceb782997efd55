"""Columns of tables of references (CSV, TSV): variables of CSL under their names, the most important first.

The columns are the same for all references, so that tables can be joined; other variables are in the last one.
"""

from __future__ import annotations

COLUMNS = (
    "id type title author editor translator issued container-title container-title-short collection-title"
    " collection-number volume issue number page number-of-pages edition version publisher publisher-place"
    " event-title event-place genre medium status DOI ISBN ISSN PMID PMCID URL accessed language original-date keyword"
    " abstract note"
).split()
OTHERS = "other"
