"""The tokens of LaTeX, and the patterns of its commands' arguments."""

from __future__ import annotations

import re

from refkit.documents._text_builder import TextBuilder
from refkit.patterns import lazy_pattern
from refkit.records import dataclass
from refkit.tex.decode import decode_text

# For each argument the text before and after it, or None if the argument is not typeset.
Arguments = tuple[tuple[str, str] | None, ...]
# Every repetition is possessive and ends before the next token, so that matching takes linear time.
TOKEN = lazy_pattern(
    r"(?P<text>[^%\\{}$~`'\-?!\r\n]++)"
    r"|(?P<break>\r?\n[ \t]*+(?>(?:\r?\n[ \t]*+)+))"
    r"|(?P<space>\r?\n[ \t]*+|\r)"
    r"|(?P<comment>%[^\n]*+(?>(?:\n[ \t]*+(?![\r\n]))?))"
    r"|\\(?P<command>[A-Za-z@]++)\*?(?>(?:[ \t]++(?>(?:\r?\n(?!\s*?\n))?))?)"
    r"|\\(?P<sign>.)"
    r"|(?P<group>[{}])"
    r"|(?P<math>\$)"
    r"|(?P<ligature>---?|``|''|[?!]`|`|~)"
    r"|.",
    re.DOTALL,
)
ACCENT = lazy_pattern(
    r"\\(?:[`'^\"~=.]|(?:[uvHckdbrthGfU]|textcommabelow)(?![A-Za-z]))\s{0,9}+"
    r"(?:\{\s{0,9}+(?:\\[A-Za-z]{1,3}+|[^\\{}]{0,9}+)\s{0,9}+\}|\\[A-Za-z]{1,2}(?![A-Za-z])[ ]?|[^\\{}\s%$])"
)
TAG = lazy_pattern(r"</?(?:i|b|sup|sub|sc|span)\b[^<>]*>|\u2060")
VERBATIM_GROUP = lazy_pattern(r"\{[^{}]{0,2000}+\}")
ENVIRONMENT = lazy_pattern(r"\s*+\{([A-Za-z]++\*?)\}")
KEY = lazy_pattern(r"\s*+\{\s*+([^{}]*?)\s*\}")
VERB = lazy_pattern(r"\\(?:verb|lstinline)\*?([^\sA-Za-z{\\])([^\n]{0,500}?)\1")
ESCAPED = lazy_pattern(r"\\([%#&_{}$~ ])|[{}]|\\[A-Za-z]+\s?")
SIGNS = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "?`": "¿", "!`": "¡"}
SPACES = frozenset(", ; : > \n \t \r".split(" ")) | {" ", "\\"}
INVISIBLE_SIGNS = frozenset("-/@!*+)(][|<=")


@dataclass(slots=True)
class Group:
    """An open group: the text to add at its end, the arguments after it, and whether it is a heading.

    `is_argument` means an argument of an unknown macro, which is kept apart from the next one.
    """

    after: str = ""
    arguments: Arguments = ()
    heading: bool = False
    is_argument: bool = False


def marker_of(label: str, number: int) -> str:
    """Return the number before a reference, or "" for other labels."""
    plain = plain_text(label) if label else str(number)
    return f"[{plain}] " if plain.isdecimal() else ""


def plain_text(tex: str) -> str:
    """Return the beginning of a short TeX text without markup."""
    return TAG.sub("", decode_text(tex[:500])).strip()


def put_verbatim(builder: TextBuilder, text: str, start: int, end: int) -> None:
    """Add an address without its escapes."""
    position = start
    for escaped in ESCAPED.finditer(text, start, end):
        builder.put_words(text, position, escaped.start())
        position = escaped.end()
        builder.put(escaped[1] or "", escaped.start(), position)
    builder.put_words(text, position, end)


_LATEX_START = lazy_pattern(
    r"\\begin\{(?:document|thebibliography)\}|^\\documentclass\b", re.MULTILINE
)


def is_latex(text: str) -> bool:
    """Whether a text is LaTeX."""
    return _LATEX_START.search(text[:100_000]) is not None
