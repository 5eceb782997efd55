"""The words of BibTeX's grammar as patterns, one set per dialect.

Source: bibtex.web 0.99d, sections "Character classes" and "Reading the database file"; for BibLaTeX
what biber's reader (btparse) adds: `%` starts a comment inside an entry. Every repetition is
possessive, so no text can make a pattern try the same characters twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from refkit.patterns import lazy_pattern

# bibtex.web: blank, tab and line end are white space, no other character is (a no-break space is a letter)
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
    """The patterns that reading needs, compiled.

    `field` matches a whole field with one piece of value and what follows it: group 1 is the name,
    2 the value, 3 the mark after it. `entry` matches what nearly every entry starts with, up to the
    comma after its key; `head` what any block starts with. `key` and `key_in_parentheses` match a key
    and the mark after it.
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
        entry=re.compile(rf"@{space}({NAME}){space}\\{{{space}([^, \\t\\r\\n}}]*+){space},"),
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
# where an entry most likely starts anew after a value that never ends
LINE_HEAD = lazy_pattern(rf"(?:^|(?<=\r))[ \t]*+@[ \t]*+{NAME}[ \t]*+[{{(]", re.MULTILINE)
# btparse: outside of entries a `%` that starts a word hides the rest of its line
COMMENT_START = lazy_pattern(r"(?<![^ \t\r\n])%")
LONE_AT = lazy_pattern(r"(?>(?:@[ \t\r\n]*+)+)")
