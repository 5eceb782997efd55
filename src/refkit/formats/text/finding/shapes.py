"""Properties of the start of a line and of the end of the previous one, for `split`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from refkit.formats.text.finding.lines import Line
from refkit.formats.text.finding.repeated import SAME
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

_HEAD = 90
_FULL, _FULL_SHARE, _WIDEST = 0.88, 0.2, 160


class _Shapes(dict[int, str]):
    """A table for `str.translate`: letters become `A`, `a` or `x` (without case), digits `0`."""

    def __missing__(self, code: int) -> str:
        self[code] = shape = _shape(chr(code))
        return shape


def _shape(char: str) -> str:
    if char.isalpha():
        return "A" if char.isupper() or char.istitle() else "a" if char.islower() else "x"
    if char.isdigit():
        return "0"
    if char.isspace():
        return " "
    return _SAME.get(char, char if char.isascii() else "*")


_SAME = (
    dict.fromkeys("“”„«»‟″‹›「」『』《》", '"')
    | dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {
        "，": ",",
        "．": ".",
        "。": ".",
        "：": ":",
        "；": ";",
        "（": "(",
        "）": ")",
        "［": "[",
        "］": "]",
    }
)
_SHAPES = _Shapes()


def shape_of(text: str) -> str:
    """Return a text with letters as `A`, `a` or `x`, digits as `0`, and one kind of quotes, dashes and brackets."""
    return text.translate(_SHAPES)


# A surname, with what may stand before it ("van der", "O'", "Mc") and behind a hyphen.
_SURNAME = r"(?:a{1,4}'? ){0,3}(?:[Aa]')?A[Aa]+(?:[ -]A?[Aa]+)?"
_FORENAME = r"A[Aa]+(?:-A?[Aa]+)?"
_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
HEADS = tuple(
    (name, lazy_pattern(shape))
    for name, shape in (
        ("dash", r"(?:- ?-[ -]*|-(?=[.,:]| \(| A)|_{2,})(?! ?0{1,4}[.,;)]?(?: |$))"),
        ("caps, I.", r"A[A'-]+(?: A[A'-]+)?,? (?:A\.|A[a]+)"),
        ("caps,", r"A[A'-]{2,}(?: A[A'-]+)?[,.:;]"),
        ("name, I.", rf"{_SURNAME},? ?\(?A[Aa]?\.[ ,-]?"),
        ("name I,", rf"{_SURNAME},? A{{1,3}}(?:[,.;:]| and | & |$| \(| 0000)"),
        ("name (", rf"{_SURNAME} \(A[Aa.-]*\)"),
        ("I. name", rf"(?:A[a]?\.[ -]?){{1,4}}{_SURNAME}"),
        ("name, name", rf"{_SURNAME}, {_FORENAME}(?:[ .,:;(/]|$)"),
        ("name name,", rf"{_FORENAME}(?: A\.?)? {_SURNAME}[,.:;]"),
        ("name name and", rf"{_FORENAME}(?: A\.?)? {_SURNAME} (?:a{{1,3}}|&) A"),
        ("words (year", r"A.{1,60}\(0000"),
        ("words. year", r"A.{1,50}[.,:] 0000a?[.,:;]"),
        ("lower", r"a"),
        ("quote", r"[\"']"),
        ("bracket", r"[(\[]"),
        ("digit", r"0"),
        ("one word", r"A[Aa]+[.,:;]"),
        ("capital", r"A[Aa']*"),
        ("caseless name", r"x{1,4}[., ]"),
        ("caseless", r"x"),
    )
)
_ENDS = tuple(
    (name, lazy_pattern(shape))
    for name, shape in (
        ("pages.", r"(?:0-|-0|: ?0|a\.? )0{1,4}\)?\.$"),
        ("year.", r"[ (](?:0000)a?\)?\.?$"),
        ("pages", r"0-0+$"),
        ("hyphen", r"[Aa]-$"),
        ("dash", r"-$"),
        ("comma", r",$"),
        ("colon", r"[:;]$"),
        ("&", r"&$"),
        ("initial.", r"(?:^|[ .-])A\.$"),
        ("short.", r"(?:^|[ (])[Aa]a{0,2}\.$"),
        ("digit.", r"0\.$"),
        (").", r"[)\]]\.$"),
        ("quote.", r"(?:\.\"|\"\.)$"),
        ("word.", r"[Aax]\.$"),
        (".", r"[.?!]$"),
        (")", r"[)\]]$"),
        ("quote", r"[\"']$"),
        ("digit", r"0$"),
        ("short", r"(?:^| )a{1,3}$"),
        ("lower", r"(?:^| )a+$"),
        ("capital", r"A?a+$"),
        ("caps", r"A$"),
        ("link", r"/$"),
    )
)
_INITIALS = r"(?:Aa?\.[ -]?)+"
_NAME = rf"(?:{_SURNAME},? (?>{_INITIALS}|A{{1,3}}(?![Aa]))|{_INITIALS} ?{_SURNAME}|{_SURNAME}, {_FORENAME}(?: A\.)?)"
_NAMES_ONLY = lazy_pattern(
    rf"{_NAME}(?:(?>[,;] ?(?:& ?|a{{1,3}} )?| ?& ?| a{{1,3}} | ?/ ?){_NAME}){{0,9}}(?:,? aa aa\.?)?"
    r"(?: ?\(A?a{1,4}\.?\))?[.,:;&]?(?: ?[(\[]?0000a?[)\]]?)?[.,:]?"
)
_LONGEST_NAMES = 200
_LINKED = lazy_pattern(r"(?:https?://|www\.|doi\.org/|\bdoi:)\S*$", re.IGNORECASE)
_OPEN = lazy_pattern(r"[(\[][^)\]]*$|“[^”]*$|„[^“”]*$|«[^»]*$")
_IN = lazy_pattern(r"(?:In|in|IN|Dans|En|Em|W|В|Pp?|pp?|S|Vol|vol|Bd|Nr|No|ISBN|ISSN)\b[:.]?\s")
_LINK = lazy_pattern(
    rf"<?(?:https?:|www\.|{patterns.DOI_CUE}|URLs?\b|DOIs?\b|doi\b|Available\b|Accessed\b|Verfügbar\b|Retrieved\b|Online\b"
    r"|Abgerufen\b|Zugriff\b|Disponible\b|Disponível\b|Hentet\b|Hämtad\b|Stand:|zuletzt\b|arXiv\b)"
)
_INITIAL = lazy_pattern(r"A\.")
_YEAR_IN_HEAD = lazy_pattern(
    r"[^0]{3,75}?(?P<before>[ ,.]? ?\(?)0000a?(?:/0{2,4})?(?P<after>[a-z]?\)?[:.,;]?)(?= |$)"
)


def head_of(text: str) -> str:
    """Return the kind of start of a line."""
    if SAME.match(text):
        return "dash"
    if _LINK.match(text):
        return "link"
    if _IN.match(text):
        return "in"
    shape = shape_of(text[:_HEAD])
    return next((name for name, pattern in HEADS if pattern.match(shape)), "other")


def names_only(text: str) -> bool:
    """Return whether a line contains only inverted names or names with initials, with or without a year."""
    return len(text) <= _LONGEST_NAMES and _NAMES_ONLY.fullmatch(shape_of(text)) is not None


def end_of(text: str) -> str:
    """Return the kind of end of a line."""
    tail = text[-120:]
    if ("www." in tail or "doi" in tail.lower() or "://" in tail) and _LINKED.search(tail):
        return "link"
    shape = shape_of(text[-24:])
    return next((name for name, pattern in _ENDS if pattern.search(shape)), "other")


def year_place(text: str) -> str:
    """Return whether there is a year early in a line, late, or not at all."""
    match = _YEAR.search(text, 0, 400)
    if match is None:
        return "none"
    return "early" if match.start() < 25 else "middle" if match.start() < 60 else "late"


def initials_of(text: str) -> str:
    """Return the number of initials in the first half of a line."""
    return str(min(len(_INITIAL.findall(shape_of(text[:50]))), 3))


def year_marks(text: str) -> str:
    """Return the marks around the year near the start of a reference, such as `(Y):` or `.Y.`; or `none`."""
    match = _YEAR_IN_HEAD.match(shape_of(text[:_HEAD]))
    if match is None:
        return "none"
    before = match["before"].strip()
    return f"{before[-1:] if before.endswith('(') else before}Y{match['after']}"


def room_after(before: Line, line: Line, width: int) -> str:
    """Return whether the first word of a line would have fitted on the previous line."""
    word = len(line.text.split(None, 1)[0]) if len(line.text) < 2000 else 10
    room = (width - before.edge - 1 - word) / max(width, 1)
    return "full" if room < -0.06 else "tight" if room < 0.02 else "some" if room < 0.15 else "much"


def _is_wrapped(lines: Sequence[Line], width: int) -> bool:
    """Return whether lines end at the page width: several are about as long as the longest."""
    if width > _WIDEST:
        return False
    full = sum(line.edge > _FULL * width for line in lines)
    return full - 1 > _FULL_SHARE * (len(lines) - 1)


def shapes(lines: Sequence[Line], width: int) -> Iterator[dict[str, str]]:
    """Yield the properties of each line as the first of a reference."""
    before: Line | None = None
    unwrapped = not _is_wrapped(lines, width)
    for line in lines:
        seen = {
            "head": head_of(line.text),
            "year": year_place(line.text),
            "initials": initials_of(line.text),
            "year marks": year_marks(line.text),
            "comma": "near" if "," in line.text[:22] else "far",
        }
        if before is not None:
            seen["end"] = end_of(before.text)
            # An address is often set on a line of its own; a dash, or a line in a list that was not wrapped
            # whose lines are as long as what they say, begins a reference wherever the one before ends.
            if seen["head"] not in ("link", "dash") and not (
                unwrapped and before.edge > _FULL * width
            ):
                seen["room"] = room_after(before, line, width)
            seen["open"] = "open" if _OPEN.search(before.text[-200:]) else "shut"
            seen["year before"] = year_place(before.text)
        yield seen
        before = line
