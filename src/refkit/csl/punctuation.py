"""Punctuation between two pieces of text: what is dropped, and what moves into a quotation."""

from __future__ import annotations

from refkit.csl.output import Mark, Run

# Where a piece ends in the first character and the next begins with the second, this is what
# stands; pairs that are not listed stay as they are, and two of one kind are one.
SEAMS = {
    ";.": ";",
    ";:": ";",
    ";!": "!",
    ";?": "?",
    ":.": ":",
    ":!": "!",
    ":?": "?",
    "!.": "!",
    "!:": "!",
    "?.": "?",
    "?:": "?",
}

HOLD = Mark("hold", True)
"""Before a run whose beginning must not change, whatever precedes it."""

STRICT = Mark("strict", True)
"""Where a delimiter meets formatting or an affix, and after the suffix of a text.

There citeproc-js drops a mark only next to one of the same kind: “<i>Why?</i>. Next”.
"""

LOOSE = Mark("loose", True)
"""Before the prefix of an element that follows one with a suffix: equal marks are merged there."""

OUTSIDE = Mark("outside", True)
"""Before text that does not move into quotes: affixes that a user adds to a cite, and delimiters of cites."""

ENTRANCE = Mark("entrance", True)
"""The position of a mark that moves into a quotation: inside the other formatting of the element."""

APART = Mark("apart", True)
"""Before the prefix of an element if it or the previous element has formatting.

citeproc-js keeps the marks of both.
"""

INSIDE_QUOTES = Mark("inside-quotes", True)
"""Before text whose language puts commas and periods inside quotations."""

OUTSIDE_QUOTES = Mark("outside-quotes", True)
"""Before text whose language puts them after quotations."""

_SPACES = frozenset(" \u00a0\u2009\u202f")
_MEETING = frozenset(".,;:!?") | _SPACES
_ENTERS_QUOTE = frozenset(".,!?")  # goes inside with punctuation-in-quote
_FOLLOWS_FIELD = frozenset(";:")
_LEAVES_QUOTE = frozenset(",;:")  # goes outside without it
_BLOCKS = frozenset(("block", "left-margin", "right-inline", "indent"))
_ENTERS_BLOCK = frozenset(".,;:")  # punctuation that moves from after a display block to its end
_CLOSING = frozenset(("quote", "field-quote"))


class _Seams:
    """The text so far, and the state at its end that affects the next piece."""

    __slots__ = (
        "absorbed_at",
        "enter_at",
        "in_quote",
        "last",
        "last_at",
        "outside",
        "quote_at",
        "quote_takes",
        "written",
    )

    def __init__(self, in_quote: bool) -> None:
        self.in_quote = in_quote
        self.written: list[Run] = []
        self.last = ""  # the last character
        self.last_at = -1  # where the run that ends with it stands
        self.quote_at = -1  # the first quotation mark that closed since then
        self.quote_takes = in_quote  # whether that quotation takes in the marks after it
        self.enter_at = -1  # where a mark goes that enters the quotation
        self.absorbed_at = -1  # the run that has absorbed all of the next one
        self.outside = False  # whether the current text stays outside quotes

    def put(self, text: str) -> None:
        self.last_at = len(self.written)
        self.written.append(text)
        self.last = text[-1]
        self.quote_at = self.enter_at = -1

    def put_mark(self, text: str, strict: bool, held: bool, apart: bool) -> bool:
        """Append text that begins with punctuation or a space; return whether some of it was left to append."""
        if text[0] in _ENTERS_BLOCK and self.written and _is_block(self.written[-1]):
            text = self.enter_block(text, strict)
            if not text:
                return False
        meets = text[0] in _MEETING and (self.last in _MEETING or self.quote_at >= 0)
        if meets and not held and not (apart and text[0] not in _SPACES):
            self.meet(text, strict)
        else:
            self.put(text)
        self.outside = False
        return True

    def clear_edges(self) -> None:
        """Remove spaces at the start and the end of blocks."""
        if self.written and isinstance(self.written[0], Mark):
            self.space_before_blocks()
        if self.written and _is_block(self.written[-1]):
            self.space_after_blocks()

    def space_before_blocks(self) -> None:
        """Move the spaces at the start of the first block before that block."""
        for at, run in enumerate(self.written):
            if isinstance(run, str):
                stripped = run.lstrip(" ")
                if stripped != run and any(map(_is_block, self.written[:at])):
                    self.written[at] = stripped
                    self.written.insert(0, run[: len(run) - len(stripped)])
                    self.last_at += 1
                return

    def space_after_blocks(self) -> None:
        """Move the spaces at the end of the last block after that block."""
        last = self.written[self.last_at] if self.last_at >= 0 else ""
        after = self.written[self.last_at + 1 :]
        if isinstance(last, str) and last.endswith(" ") and any(map(_is_block, after)):
            stripped = last.rstrip(" ")
            self.written[self.last_at] = stripped
            self.written.append(last[len(stripped) :])

    def change_last(self, char: str) -> None:
        run = self.written[self.last_at]
        assert isinstance(run, str)
        self.written[self.last_at] = run[:-1] + char
        if char:
            self.last = char[-1]

    def meet(self, text: str, strict: bool) -> None:
        """Append text whose first character may have to change after the last one."""
        while text:
            first = text[0]
            if first in _SPACES:
                if self.last in _SPACES and self.quote_at < 0:
                    text = text[1:]
                    continue
            elif self.quote_at >= 0:
                if self.meet_quote(first, strict):
                    text = text[1:]
                    continue
            elif first in _MEETING and self.last in _MEETING:
                stays = _seam(self.last, first)
                if len(stays) == 1 and (first == self.last or not strict):
                    self.change_last(stays)
                    text = text[1:]
                    continue
            self.put(text)
            return
        self.absorbed_at = self.last_at

    def meet_quote(self, first: str, strict: bool) -> bool:
        """Whether the text inside a quotation absorbed a character after its closing mark."""
        if first not in _MEETING:
            return False
        enters = self.quote_takes and first in _ENTERS_QUOTE and not self.outside
        stays = _seam(self.last, first) if self.last in _MEETING else ""
        if len(stays) == 1 and (enters or first == self.last or not strict):
            self.change_last(stays)
            return True
        if enters:
            self.written.insert(self.enter_at, first)
            self.last, self.last_at = first, self.enter_at
            self.enter_at += 1
            self.quote_at += 1
            return True
        return self.quote_takes and not self.outside and self.follow_field(first)

    def follow_field(self, first: str) -> bool:
        """Put a colon or semicolon after the quotation at the end of a field, inside the surrounding text."""
        at = self.last_at + 1
        ends = [n for n in range(at, len(self.written)) if _closes(self.written[n], "field-quote")]
        if first not in _FOLLOWS_FIELD or not ends or ends[-1] == len(self.written) - 1:
            return False
        self.last, self.last_at = first, ends[-1] + 1
        self.written.insert(self.last_at, first)
        after = range(self.last_at + 1, len(self.written))
        self.enter_at = after[0]
        self.quote_at = next((n for n in after if _closes(self.written[n], "quote")), -1)
        return True

    def enter_block(self, text: str, strict: bool) -> str:
        """Move the punctuation at the start of a text before the edges of blocks; return the rest.

        Otherwise it would begin a line.
        """
        if self.last_at < 0:
            return text
        edges: list[Run] = []
        while _is_block(self.written[-1]):
            edges.append(self.written.pop())
        rest = text.lstrip(".,;:")
        self.meet(text[: len(text) - len(rest)], strict)
        self.written.extend(reversed(edges))
        return rest

    def close_quote(self, mark: Mark) -> None:
        leaving = self.last
        moves = (
            not self.in_quote
            and mark.kind == "quote"
            and self.quote_at < 0
            and leaving in _LEAVES_QUOTE
        )
        if moves:
            self.change_last("")
        if self.quote_at < 0:
            self.quote_at, self.quote_takes = len(self.written), self.in_quote
        if self.enter_at < 0:
            self.enter_at = len(self.written)
        self.written.append(mark)
        if moves:
            self.put(leaving)
            self.absorbed_at = (
                self.last_at
            )  # the next mark meets it as it would without the quotation


def _is_block(run: Run) -> bool:
    return isinstance(run, Mark) and run.kind in _BLOCKS


def _closes(run: Run, kind: str) -> bool:
    return isinstance(run, Mark) and run.kind == kind and not run.opens


def _seam(last: str, first: str) -> str:
    """Return the text between a piece that ends in `last` and one that begins with `first`."""
    return first if last == first else SEAMS.get(last + first, last + first)


def settle(runs: list[Run], punctuation_in_quote: bool) -> list[Run]:
    """Adjust the punctuation between runs, once, and drop the auxiliary marks."""
    seams = _Seams(punctuation_in_quote)
    written = seams.written
    held = strict = apart = at_edge = False
    for run in runs:
        if isinstance(run, str):
            if run[0] in _MEETING and (at_edge or seams.last in _MEETING or seams.quote_at >= 0):
                if not seams.put_mark(run, strict, held, apart):
                    continue
            else:  # as `put`, without the time of a call
                seams.last_at = len(written)
                written.append(run)
                seams.last = run[-1]
                seams.quote_at = seams.enter_at = -1
                seams.outside = False
            held = strict = apart = at_edge = False
        elif run is STRICT:
            strict = seams.absorbed_at != seams.last_at
        elif run is LOOSE:
            strict = False
        elif run is HOLD:
            held = True
        elif run is OUTSIDE:
            seams.outside = True
        elif run is APART:
            apart = True
        elif run is INSIDE_QUOTES or run is OUTSIDE_QUOTES:
            seams.in_quote = run is INSIDE_QUOTES
        elif run is ENTRANCE:
            if seams.enter_at < 0:
                seams.enter_at = len(written)
        elif run.kind in _CLOSING and not run.opens:
            seams.close_quote(run)
        elif run.kind != "protected":
            written.append(run)
            at_edge = at_edge or run.kind in _BLOCKS
    seams.clear_edges()
    return written
