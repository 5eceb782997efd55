"""Split a reference into tokens: words or numbers with adjacent punctuation.

A token ends wherever a field can end: `1988;27(3):1-9` is `1988;` `27` `(3):` `1-9`. Punctuation
belongs to its word, opening marks before it and closing ones after it, so that a field is a run of
whole tokens, and the last character of a token shows how it ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

__all__ = ["Tokens", "tokenize"]

# `\w` does not match combining marks, so they are added, and the whole scripts of India and its neighbors (without
# their danda), whose vowel signs are marks.
WORD = (
    r"\w\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0963\u0966-\u109f\u00ad\u200c\u200d"
)
OPENERS = r"(\[{<“„«‹‘‚¿¡（［【《〈「『〔"
# Scripts without spaces: a number in them is a separate token (`제32권`).
EAST = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
EAST_MARKS = "、。，；（）「」『』【】〔〕"
# Marks that close in one language and open in another („so“, »so«) are closing marks if no word follows.
EITHER = r"“«‹‘"

# Parts that can be long do not backtrack (`++`, `*+`), so that the time is linear for any text.
TOKEN = lazy_pattern(
    rf"""(?=\S)
    [^\s{WORD}]*+ (?: (?<=[{OPENERS}]) [ \xa0\u202f] (?=[{WORD}]) )?  # what opens; French then sets a space
    (?>(?:
      (?: https?:// | ftp:// | www\. )                              # URL; never ends with punctuation
        (?>(?: [.,;:!?'’*]*+ (?: [^\s<>"“”«»()\[\]{{}}.,;:!?'’*{EAST_MARKS}] | \([^\s<>()]{{0,200}}+\) ) )+)
    | {patterns.DOI_START} (?>(?: [.,;:!?'’)\]}}]*+ [^\s<>"“”«»)\]}}.,;:!?'’] )+)   # DOI
    | {patterns.ARXIV_NUMBER} (?: v\d{{1,2}} )? (?!\d)                 # arXiv, since 2007
    | {patterns.ARXIV_OLD_ID}                                          # arXiv, before
    | [^\W\d_] (?>(?: \. [-‐‑]? [^\W\d_] (?=\.) )*) (?=\.)               # initials: J.-P., s.l.
    | [\w.+\-]{{1,64}}+ @ [\w\-]++ (?>(?: \.[\w\-]++ )*)                 # e-mail
    | [{EAST}]++ | \d{{1,9}} (?: [-–]\d{{1,9}} )? (?=[{EAST}])
    | (?: [A-Z] | [^\W\d_]{{3,60}} ) (?= \d{{1,4}} (?![{WORD}\-‐‑–]) )     # Phys. Rev. D86, JHEP03
    | (?: 1[5-9] | 20 ) \d\d (?= [^\W\d_]{{3}} )                        # 2013Title
    | [{WORD}]++
        (?>(?: (?: ['’`´&\-‐‑–] | (?<=\d) (?: --|—|− ) (?=\d) ) [{WORD}]++ )*)
    )?)
    (?>(?: [^\s{WORD}{OPENERS}] | [{EITHER}] (?![{WORD}]) )*)             # what closes
    (?>(?: [ \xa0\u202f]{{1,2}} [.,;:!?)\]}}”»]++ (?=\s|\Z) )*)           # and does so after a stray space
    """,
    re.VERBOSE,
)


def tokenize(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each token of a reference; every character except spaces is in a token."""
    return [match.span() for match in TOKEN.finditer(text)]


Span = tuple[int, int]
STOPS = frozenset('.,:;?!”"»’)')
STARTS = frozenset('“"„«(')


class Tokens(NamedTuple):
    """The tokens of a reference, with the sort of each according to its form."""

    text: str
    spans: Sequence[Span]
    sorts: Sequence[str]

    def token(self, index: int) -> str:
        """Return one token."""
        start, end = self.spans[index]
        return self.text[start:end]

    def piece(self, first: int, last: int) -> str:
        """Return the text of the tokens from `first` up to, but not including, `last`."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def covered(self, span: Span) -> Span:
        """Return the index of the first token that overlaps a span of the text, and the index after the last one."""
        first = bisect_left(self.spans, (span[0] + 1, 0)) - 1
        return max(first, 0), bisect_left(self.spans, (span[1], 0))

    def is_parted(self, index: int) -> bool:
        """Whether there is punctuation between a token and the previous one."""
        return self.token(index - 1)[-1] in STOPS or self.token(index)[0] in STARTS
