"""The tokens of BibTeX's grammar as patterns, per dialect.

Source: bibtex.web 0.99d, sections "Character classes" and "Reading the database file". In BibLaTeX, `%` also starts
a comment inside an entry (btparse, biber's reader). Every repetition is possessive, so that matching takes linear
time.
"""

from __future__ import annotations

import re
from functools import cache

from refkit.patterns import lazy_pattern
from refkit.records import dataclass

# bibtex.web: only spaces, tabs and line ends are white space (a nonbreaking space is a letter).
SPACE = r"[ \t\r\n]*+"
SPACE_OR_COMMENT = r"[ \t\r\n]*+(?>(?:%[^\r\n]*+[ \t\r\n]*+)*)"
NAME = r"""[^\x00-\x20"#%'(),={}0-9][^\x00-\x20"#%'(),={}]*+"""
NUMBER = r"[0-9]++"
BRACED_1 = r"\{[^{}]*+\}"
BRACED_2 = rf"\{{[^{{}}]*+(?>(?:{BRACED_1}[^{{}}]*+)*)\}}"
BRACED_3 = rf"\{{[^{{}}]*+(?>(?:{BRACED_2}[^{{}}]*+)*)\}}"
QUOTED_2 = rf'"[^"{{}}]*+(?>(?:{BRACED_2}[^"{{}}]*+)*)"'


@dataclass(slots=True, frozen=True)
class Grammar:
    """Compiled patterns for the scanner.

    `field` matches a field whose value is a single piece: group 1 is the name, 2 the value, 3 the mark after it.
    `entry` matches the start of a usual entry up to the comma after its key, `head` the start of any block. `key`
    and `key_in_parentheses` match a key and the mark after it. A key with `=`, which may be a field, is unusual.
    """

    space: re.Pattern[str]
    entry: re.Pattern[str]
    head: re.Pattern[str]
    key: re.Pattern[str]
    key_in_parentheses: re.Pattern[str]
    close: re.Pattern[str]
    field: re.Pattern[str]
    name: re.Pattern[str]
    word: re.Pattern[str]
    percent_comments: bool


@cache
def grammar(dialect: str) -> Grammar:
    """Return the patterns of a dialect, "bibtex" or "biblatex"."""
    comments = dialect == "biblatex"
    space = SPACE_OR_COMMENT if comments else SPACE
    value = f"{BRACED_3}|{QUOTED_2}|{NUMBER}|{NAME}"
    return Grammar(
        space=re.compile(space),
        entry=re.compile(rf"@{space}({NAME}){space}\{{{space}([^, \t\r\n}}=]*+){space},"),
        head=re.compile(rf"@{space}({NAME}){space}([{{(])?"),
        key=re.compile(rf"{space}([^, \t\r\n}}]*+){space}([,}}]?)"),
        key_in_parentheses=re.compile(rf"{space}([^, \t\r\n]*+){space}([,)]?)"),
        close=re.compile(rf"{space}([}})])"),
        field=re.compile(rf"{space}({NAME}){space}={space}({value}){space}([,}})#]?)"),
        name=re.compile(rf"{space}({NAME})?{space}(=?)"),
        word=re.compile(f"{NUMBER}|{NAME}"),
        percent_comments=comments,
    )


BRACES = lazy_pattern(r"[{}]")
QUOTE_OR_BRACES = lazy_pattern(r'["{}]')
# The probable start of the next entry after a value that is not closed.
LINE_HEAD = lazy_pattern(rf"(?:^|(?<=\r))[ \t]*+@[ \t]*+{NAME}[ \t]*+[{{(]", re.MULTILINE)
# btparse: outside of entries, a `%` at the start of a word comments out the rest of the line.
COMMENT_START = lazy_pattern(r"(?<![^ \t\r\n])%")
LONE_AT = lazy_pattern(r"(?>(?:@[ \t\r\n]*+)+)")
