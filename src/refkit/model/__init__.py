"""The data model: sources, entries, items, names, dates, identifiers, libraries."""
