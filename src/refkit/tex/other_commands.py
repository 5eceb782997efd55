"""Commands that few texts contain: BibLaTeX's localization keys, and those that only pylatexenc's table has."""

from __future__ import annotations

from functools import cache


def localized_words(command: str, key: str) -> str:
    """Return the words that a command such as `\\bibstring` prints for a key of BibLaTeX, or "" if one is unknown."""
    from refkit.data.biblatex_strings import COMMANDS, STRINGS

    words = STRINGS.get(key, "") if command in COMMANDS else ""
    change = COMMANDS.get(command)
    if change == "capitalize":
        return words[:1].upper() + words[1:]
    return words.upper() if change == "upper" else words.lower() if change == "lower" else words


def pylatexenc_symbol(name: str) -> str | None:
    """Return the character in pylatexenc's table for a command without an argument."""
    if not name.isalpha():
        return None
    return _pylatexenc_symbols().get(name)


@cache
def _pylatexenc_symbols() -> dict[str, str]:
    """Return pylatexenc's symbols by command name."""
    from pylatexenc.latex2text import (  # type: ignore[import-untyped]  # ships no types
        get_default_latex_context_db,
    )

    symbols = {
        spec.macroname: getattr(spec, "simplify_repl", None)
        for spec in get_default_latex_context_db().iter_macro_specs()
    }
    return {
        name: char
        for name, char in symbols.items()
        if isinstance(char, str) and char and "%" not in char and len(char) <= 3
    }
