"""Tables of references for pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refkit.errors import RefkitError
from refkit.model.item import Item

if TYPE_CHECKING:
    from pandas import DataFrame

    from refkit.library import Library


def to_pandas(library: Library) -> DataFrame:
    """Return a table with a row for each reference. Raises RefkitError if pandas is not installed."""
    try:
        import pandas as pd
    except ImportError as error:
        raise RefkitError(
            "pandas is not installed; run `pip install refkit-bib[pandas]`, or use `library.to_dicts()`"
        ) from error
    return pd.DataFrame([row(item) for item in library])


def row(item: Item) -> dict[str, object]:
    """Return the variables of an item as plain text: names with "; " between them, dates as in ISO 8601."""
    names = {name: "; ".join(map(str, people)) for name, people in item.names.items()}
    dates = {name: str(date) for name, date in item.dates.items()}
    year = {"year": item.issued.year} if item.issued.year is not None else {}
    texts = {name: item.plain(name) for name in item.text}
    return {"id": item.id, "type": item.type, **names, **year, **dates, **texts, **item.custom}
