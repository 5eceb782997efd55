"""The options and the formatting in effect at a text, and how the markup of a field changes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from refkit.csl.markup import QuoteMarks, first_characters
from refkit.csl.output import DRESSES, Mark, Run
from refkit.csl.punctuation import HOLD
from refkit.records import dataclass, field, replace


@dataclass(slots=True, frozen=True)
class TextOptions:
    """The text options of a locale and a caller; create one per processor.

    `by_language` returns those for an item in a language, if they can differ.
    """

    open_quote: str = "“"
    close_quote: str = "”"
    open_inner_quote: str = "‘"
    close_inner_quote: str = "’"
    punctuation_in_quote: bool = False
    language: str = "en-US"
    links: bool = False
    by_language: Callable[[str], TextOptions] | None = field(default=None, compare=False)
    quotes: QuoteMarks = field(init=False, compare=False, repr=False)
    marks: tuple[Mark, Mark, Mark, Mark] = field(init=False, compare=False, repr=False)
    special: Callable[[str], object] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        quotes = QuoteMarks(
            self.open_quote, self.close_quote, self.open_inner_quote, self.close_inner_quote
        )
        put = object.__setattr__  # the class is frozen; these three follow from its other fields
        put(self, "quotes", quotes)
        put(self, "special", first_characters(quotes).search)
        put(self, "marks", tuple(Mark("quote", n % 2 == 0, text) for n, text in enumerate(quotes)))

    def of(self, language: str) -> TextOptions:
        """Return the options for an item in a language."""
        return self if self.by_language is None else self.by_language(language)


@dataclass(slots=True)
class State:
    """The formatting in effect at a node."""

    options: TextOptions
    language: str
    quoted: str = ""  # "", "outer" or "inner"
    italic: bool = False
    bold: bool = False
    small_caps: bool = False


_ITALIC, _NOT_ITALIC = DRESSES["font_style", "italic"], DRESSES["font_style", "normal"]
_BOLD, _NOT_BOLD = DRESSES["font_weight", "bold"], DRESSES["font_weight", "normal"]
_CAPS, _NOT_CAPS = DRESSES["font_variant", "small-caps"], DRESSES["font_variant", "normal"]
_RAISED, _LOWERED = DRESSES["vertical_align", "sup"], DRESSES["vertical_align", "sub"]
_QUOTES = ("outer-quote", "inner-quote")


def flip(read: Sequence[Run], runs: list[Run], state: State) -> None:
    """Turn the markup of a field into formatting: italics within italics are upright, and quotes alternate."""
    stack: list[tuple[State, tuple[Mark, ...]]] = []
    fresh = True
    for run in read:
        if isinstance(run, str):
            if not fresh:
                runs.append(HOLD)
            fresh = False
            runs.append(run)
        elif run.kind == "protected":
            runs.append(run)
        elif run.opens:
            opening, closing, inside = _change(run.kind, state)
            runs.extend(opening)
            stack.append((state, closing))
            state = inside
            fresh = fresh and run.kind not in _QUOTES
        else:
            state, closing = stack.pop()
            runs.extend(closing)


def _change(kind: str, state: State) -> tuple[tuple[Mark, ...], tuple[Mark, ...], State]:
    """Return the marks that open and close a piece of markup in `state`, and the state inside."""
    if kind in _QUOTES:
        own = kind[:5]
        quoted = own if state.quoted != own else ("inner" if own == "outer" else "outer")
        at = 0 if quoted == "outer" else 2
        quotes = state.options.marks
        opening, closing = (
            Mark("field-quote", side == 0, quotes[at + side].text) for side in (0, 1)
        )
        return (opening,), (closing,), replace(state, quoted=quoted)
    if kind == "i":
        dress = _NOT_ITALIC if state.italic else _ITALIC
        return (dress[0],), (dress[1],), replace(state, italic=not state.italic)
    if kind == "b":
        dress = _NOT_BOLD if state.bold else _BOLD
        return (dress[0],), (dress[1],), replace(state, bold=not state.bold)
    if kind == "sc":
        dress = _NOT_CAPS if state.small_caps else _CAPS
        return (dress[0],), (dress[1],), replace(state, small_caps=not state.small_caps)
    if kind == "nodecor":
        return _undress(state)
    dress = _RAISED if kind == "sup" else _LOWERED
    return (dress[0],), (dress[1],), state


def _undress(state: State) -> tuple[tuple[Mark, ...], tuple[Mark, ...], State]:
    worn = (
        (state.italic, _NOT_ITALIC),
        (state.small_caps, _NOT_CAPS),
        (state.bold, _NOT_BOLD),
    )
    dresses = [dress for is_worn, dress in worn if is_worn]
    inside = replace(state, italic=False, bold=False, small_caps=False)
    opening = tuple(dress[0] for dress in dresses)
    return opening, tuple(dress[1] for dress in reversed(dresses)), inside
