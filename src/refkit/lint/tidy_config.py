"""The table `tidy` of a configuration: the layout that `refkit tidy` gives to .bib files."""

from __future__ import annotations

import os
from collections.abc import Mapping

from refkit.errors import nearest
from refkit.formats.bibtex.tidy_options import DEFAULT_OPTIONS, TidyOptions
from refkit.lint.config import Config, ConfigError, OptionReader

DELIMITERS = ("braces", "keep", "quotes")
ENCODINGS = ("keep", "tex", "unicode")
SHORTEST_LINE = 20  # characters
LARGEST_INDENT = 40  # columns
TITLES = ("keep", "sentence-case", "title-case")
DIALECTS = ("biblatex", "bibtex")
JOURNALS = ("abbreviate", "expand", "keep")
OPTIONS = (
    "align", "delimiters", "dialect", "encode", "indent", "journal-lists", "journals", "keep", "months", "omit",
    "order", "sort", "titles", "trailing-comma", "wrap",
)  # fmt: skip


def tidy_options(config: Config) -> TidyOptions:
    """Return the layout that a configuration asks for, with the defaults for what it leaves open.

    Raises ConfigError, with the line, for an unknown option or value.
    """
    table, reader = config.tidy, OptionReader(config.path, config.text)
    unknown = next((option for option in table if option not in OPTIONS), None)
    if unknown is not None:
        raise _unknown(reader, unknown)
    default = DEFAULT_OPTIONS
    wrap = reader.count("wrap", table, default.wrap)
    if 0 < wrap < SHORTEST_LINE:
        raise reader.error("wrap", f"`wrap` must be 0 or at least {SHORTEST_LINE}")
    return TidyOptions(
        sort=_names("sort", reader, table),
        order=_names("order", reader, table),
        align=reader.flag("align", table),
        delimiters=reader.choice("delimiters", table, DELIMITERS) or default.delimiters,
        wrap=wrap,
        months=reader.flag("months", table),
        encode=reader.choice("encode", table, ENCODINGS) or default.encode,
        indent=reader.count("indent", table, default.indent, LARGEST_INDENT),
        trailing_comma=reader.flag("trailing-comma", table, default.trailing_comma),
        keep=_names("keep", reader, table),
        omit=_names("omit", reader, table),
        titles=reader.choice("titles", table, TITLES) or default.titles,
        journals=reader.choice("journals", table, JOURNALS) or default.journals,
        dialect=reader.choice("dialect", table, DIALECTS),
        journal_lists=tuple(
            os.path.join(os.path.dirname(config.path), path)
            for path in reader.words("journal-lists", table)
        ),
    )


def _names(option: str, reader: OptionReader, table: Mapping[str, object]) -> tuple[str, ...]:
    """Return names of fields, none of which is empty."""
    names = reader.words(option, table)
    if not all(name.strip("- ") for name in names):
        raise reader.error(option, f"`{option}` contains an empty name; remove it")
    return names


def _unknown(reader: OptionReader, option: str) -> ConfigError:
    near = nearest(option, OPTIONS)
    advice = f"did you mean `{near}`?" if near else "choose from " + ", ".join(OPTIONS)
    return reader.error(option, f"no option `{option}` in the table `tidy`; {advice}")
