"""The parts of a value whose characters are not text: addresses, labels, mathematics and alignments."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.patterns import lazy_pattern

# Commands whose argument is an address, a key or a formula. Only the first argument of `\href` is one.
_COMMANDS = (
    "url|path|nolinkurl|burl|href|doi|verb|lstinline|detokenize|texttt|index|glossary|label|includegraphics|input"
    "|include|[a-zA-Z]{0,9}ref|[a-zA-Z]{0,12}cite[a-zA-Z]{0,12}|bibitem|hypertarget|hyperlink|gls(?:pl)?|ce|ch|si|SI"
    "|unit|qty|ensuremath"
)
_ENVIRONMENTS = (
    "tabular|tabularx|tabbing|array|[pbBvV]?matrix|smallmatrix|cases|align|aligned|alignat|alignedat|flalign|eqnarray"
    "|split|gather|gathered|multline|equation|math|displaymath|verbatim|lstlisting|tikzcd|tikzpicture"
)
_CODE = lazy_pattern(
    rf"\\begin\s*\{{({_ENVIRONMENTS})\*?\}}(?s:.*?)(?:\\end\s*\{{\1\*?\}}|\Z)"
    r"|\\(?:verb|lstinline|url|path|nolinkurl)\*?([^\w\s{*\[]).{0,500}?\2"
    r"|\\(?:SI|qty|SIrange|qtyrange)(?![a-zA-Z])\s*(?:\[[^\]]*\]\s*)?(?:\{[^{}]*\}\s*){2,3}"
    rf"|\\(?:{_COMMANDS})(?![a-zA-Z])\*?\s*(?:\[[^\]]*\]\s*){{0,2}}\{{[^{{}}]*(?:\{{[^{{}}]*\}}[^{{}}]*)*\}}"
    r"|\\\(.{0,500}?\\\)|\\\[.{0,500}?\\\]|\$\$[^$]*\$\$|\$(?:[^$\\]|\\.)+\$|(\\.)"
)


def code_parts(value: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the parts of a value that are not text."""
    if "\\" in value or "$" in value:
        for match in _CODE.finditer(value):
            if match[3] is None:
                yield match.span()


def without_code(value: str) -> str:
    """Return the value with spaces in the place of what is not text."""
    pieces: list[str] = []
    done = 0
    for start, end in code_parts(value):
        pieces += [value[done:start], " " * (end - start)]
        done = end
    return "".join((*pieces, value[done:]))
