"""Habits of PubMed's records in all of their formats."""

from __future__ import annotations

from collections.abc import Iterable

from refkit.data.nbib import OTHER_ITEM_TYPE, PUBLICATION_TYPES


def item_type_of(types: Iterable[str]) -> str:
    """Return the item type of a record by its publication types."""
    lower = (name.lower() for name in types)
    return next((PUBLICATION_TYPES[n] for n in lower if n in PUBLICATION_TYPES), OTHER_ITEM_TYPE)


def is_kept_type(name: str) -> bool:
    """Whether a publication type says more than the item type."""
    return name.lower() not in ("journal article", *PUBLICATION_TYPES)


def plain_title(title: str) -> str:
    """Return a title without the full stop that PubMed adds."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title
