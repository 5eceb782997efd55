"""Cut a reference into tokens: a word or number with the punctuation that clings to it.

A token is cut wherever a field can end: `1988;27(3):1-9` is `1988;` `27` `(3):` `1-9`. Punctuation
stays with its word, opening marks before it and closing ones after it, so that a field is a run of
whole tokens and a token knows what it ends with.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from refkit.patterns import lazy_pattern

__all__ = ["Tokens", "tokenize"]

# `\w` knows no combining marks: they are added, and the scripts of India and its neighbours as a whole (without
# their danda), whose vowel signs are marks.
WORD = (
    r"\w\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0963\u0966-\u109f\u00ad\u200c\u200d"
)
OPENERS = r"(\[{<“„«‹‘‚¿¡（［【《〈「『〔"
# Scripts without spaces: a number in them is a token of its own (`제32권`).
EAST = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
# Marks that close in one language and open in another („so“, »so«) close where no word follows.
EITHER = r"“«‹‘"

# No part gives back what it took where that could be long (`++`, `*+`), so that any text takes linear time.
TOKEN = lazy_pattern(
    rf"""(?=\S)
    [^\s{WORD}]*+ (?: (?<=[{OPENERS}]) [ \xa0\u202f] (?=[{WORD}]) )?  # what opens; French then sets a space
    (?>(?:
      (?: https?:// | ftp:// | www\. )                              # URL; never ends with punctuation
        (?>(?: [.,;:!?'’*]*+ (?: [^\s<>"“”«»()\[\]{{}}.,;:!?'’*] | \([^\s<>()]{{0,200}}+\) ) )+)
    | 10\.\d{{4,9}} / (?>(?: [.,;:!?'’)\]}}]*+ [^\s<>"“”«»)\]}}.,;:!?'’] )+)   # DOI
    | \d{{4}} \. \d{{4,5}} (?: v\d{{1,2}} )? (?!\d)                      # arXiv, since 2007
    | (?: astro-ph | cond-mat | gr-qc | hep-(?:ex|lat|ph|th) | math(?:-ph)? | nlin | nucl-(?:ex|th)
        | physics | quant-ph | cs | q-bio ) (?: \.[A-Z]{{2}} )? / \d{{7}}  # arXiv, before
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
    """Return where each token of a reference starts and ends; every character but space is in one."""
    return [match.span() for match in TOKEN.finditer(text)]


Span = tuple[int, int]
STOPS = frozenset('.,:;?!”"»’)')
STARTS = frozenset('“"„«(')


class Tokens(NamedTuple):
    """The tokens of a reference, and of what sort each is by its form."""

    text: str
    spans: Sequence[Span]
    sorts: Sequence[str]

    def token(self, index: int) -> str:
        """Return one token."""
        start, end = self.spans[index]
        return self.text[start:end]

    def piece(self, first: int, last: int) -> str:
        """Return the text of the tokens from `first` up to `last`, which is not in it."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def covered(self, span: Span) -> Span:
        """Return the first of the tokens that a part of the text touches, and the one after the last."""
        first = bisect_left(self.spans, (span[0] + 1, 0)) - 1
        return max(first, 0), bisect_left(self.spans, (span[1], 0))

    def is_parted(self, index: int) -> bool:
        """Return whether punctuation stands between a token and the one before it."""
        return self.token(index - 1)[-1] in STOPS or self.token(index)[0] in STARTS
