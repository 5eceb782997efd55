"""Names as BibTeX and BibLaTeX write them, and as other formats do.

The division into parts is BibTeX's own (bibtex.web, sections 382 to 405, and "Designing BibTeX
styles", btxhak, section 5.1): names are split, and parts told apart, before any TeX is decoded. Two
things are read as people mean them and not as the program would: a letter counts as lower case by
Unicode, and an accented letter without its outer braces (`\\'{E}ric`) is a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.tex import ACCENTS, SYMBOLS
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.tex.decode import decode_letters, decode_text, find_special

OTHERS = Name(others=True)
_NOBODY = Name()

_AND = lazy_pattern(r"(?:(?<=\s)|\A)and(?=\s|\Z)", re.IGNORECASE)
_BRACE_OR_AND = lazy_pattern(r"[{}]|" + _AND.pattern, re.IGNORECASE)
_BRACE = lazy_pattern(r"[{}]")
_special = re.compile(r"[\\{}~$=`]|--|''").search
_TOKEN_STOP = lazy_pattern(r"[{}]|(?:[\s-]|(?<!\\)~)+")
_COMMA_STOP = lazy_pattern(r"[{},]")
_EXTENDED = lazy_pattern(r"\s*[a-z]+(?:-i)?\s*=", re.IGNORECASE)
_unsure = re.compile(r"(?:\A|[\s-])(?![A-Z])").search  # a word that may be a particle
_CONTROL = lazy_pattern(r"\\([A-Za-z]+|.)\s*", re.DOTALL)
_GROUP = lazy_pattern(r"\{(?!\\)((?>(?:[^{}]++|\{[^{}]*+\})*))\}(?=[^\s}])")
# What ends a particle that no space separates from the family name.
APOSTROPHES = ("'", "’", "ʼ", "‘")
JOINTS = (*APOSTROPHES, "-", "‐", "–")


def parse_names(value: str) -> list[Name]:
    """names = name (" and " name)*; a final "others" becomes `Name(others=True)`."""
    return read_names(value)[0]


def parse_name(value: str) -> Name:
    """Return the one name that a BibTeX or BibLaTeX text holds."""
    return _read_name(value.strip())[0]


def read_names(value: str) -> tuple[list[Name], list[str]]:
    """Return the names of a field, and what is wrong with single ones; no name is lost over it."""
    value = decode_letters(value)
    plain = _special(value) is None
    pieces = _AND.split(value) if plain else [text for text, _ in split_names(value)]
    names: list[Name] = []
    problems: list[str] = []
    for at, piece in enumerate(pieces):
        text = piece.strip()
        if plain and (simple := _simple_name(text)) is not None:
            names.append(simple)
        elif not text:
            if len(pieces) > 1:
                problems.append(_empty(at, len(pieces)))
        elif text == "others" and at:
            names.append(OTHERS)
        else:
            name, problem = _read_name(text)
            if name != _NOBODY:
                names.append(name)
            if problem:
                problems.append(problem)
    return names, problems


def split_names(value: str) -> list[tuple[str, int]]:
    """Split a field at its "and"s outside braces; each name as written, with its offset.

    The parts between two "and"s are kept even where they are empty.
    """
    return [_stripped(value, start, end) for start, end in _parts(value, _BRACE_OR_AND)]


def split_at_commas(name: str) -> list[str]:
    """Split one name at its commas outside braces."""
    if "{" not in name:
        return name.split(",")
    return [name[start:end] for start, end in _parts(name, _COMMA_STOP)]


def _parts(text: str, stops: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The places of the parts of a text between stops outside braces; `stops` finds braces, too."""
    start = depth = 0
    for stop in stops.finditer(text):
        if stop[0] == "{":
            depth += 1
        elif stop[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield start, stop.start()
            start = stop.end()
    yield start, len(text)


def is_literal(name: str) -> bool:
    """Tell whether a name as written is one brace group, and so an organisation kept whole."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for stop in _BRACE.finditer(name):
        depth += 1 if stop[0] == "{" else -1
        if depth == 0 and stop.end() < len(name):
            return False
    return depth == 0 and (name[1:2] != "\\" or " " in name)


def is_extended(name: str) -> bool:
    """Tell whether a name is in BibLaTeX's form `family=..., given=...` (manual, 3.2.1)."""
    return _EXTENDED.match(name) is not None


def parse_plain_name(text: str) -> Name:
    """Return a name written without TeX: "Family, Given", "Family, Given, Suffix" or "Given Family"."""
    parts = [" ".join(part.split()) for part in text.split(",")]
    words = parts[0].split(" ")
    first = _first_end(words, [" "] * len(words)) if len(parts) == 1 else 0
    last = _last_start(words, first)
    return Name(
        family=" ".join(words[last:]),
        given=parts[1] if len(parts) > 1 else " ".join(words[:first]),
        particle=" ".join(words[first:last]),
        suffix=", ".join(parts[2:]),
    )


def _empty(at: int, count: int) -> str:
    if at == 0:
        return "the list of names begins with `and`"
    return "the list of names ends in `and`" if at == count - 1 else "empty name between two `and`s"


def _stripped(value: str, start: int, end: int) -> tuple[str, int]:
    text = value[start:end]
    left = text.lstrip()
    return left.rstrip(), start + len(text) - len(left)


def _read_name(text: str) -> tuple[Name, str]:
    """Return one name, and what is wrong with it."""
    text = decode_letters(text)
    if is_literal(text):
        name = Name(literal=_decoded(text[1:-1]))
    elif "=" in text and is_extended(text):
        name = _extended_name(text)
    else:
        return _bibtex_name(split_at_commas(text), text)
    return name, "" if name != _NOBODY else f"`{text}` is no name"


def _simple_name(text: str) -> Name | None:
    """A name of plain letters in which no word but the last can begin in lower case, as most names are."""
    family, comma, given = text.partition(",")
    if comma:
        given = given.strip()
        if "," in given or "  " in given or not given:
            return None
        return Name(family, given) if family.isalpha() or _unsure(family) is None else None
    if _unsure(text) is not None and (
        "-" in text or not all(w[:1].isupper() for w in text.split(" "))
    ):
        return None
    given, _, family = text.rpartition(" ")
    return Name(family, given)


def _bibtex_name(parts: list[str], text: str) -> tuple[Name, str]:
    """name = [first] [von] last | [von] last "," first | [von] last "," jr "," first"""
    problem, unparted = "", len(parts) == 1
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
        if len(parts) > 1 or not parts[0].strip():
            problem = f"`{text}` has an empty part"
    if len(parts) > 3:
        problem = f"`{text}` has too many commas"
        parts = [parts[0], parts[1], " ".join(part.strip() for part in parts[2:])]
    tokens, gaps = _tokens(parts[0])
    if not tokens:
        problem = problem or f"`{text}` has no family name"
        return Name(given=_decoded(parts[-1])), problem
    first = _first_end(tokens, gaps) if unparted else 0
    last = _last_start(tokens, first)
    suffix = parts[1] if len(parts) == 3 else ""
    given = _joined(tokens, gaps, 0, first) if len(parts) == 1 else parts[-1]
    dropping, particle = "", _decoded(_joined(tokens, gaps, first, last, glue=True))
    if particle.endswith(APOSTROPHES):
        particle += " "  # a word of its own: de' Medici, not d'Este
    family = _joined(tokens, gaps, last, len(tokens))
    if family.startswith("{"):
        dropping, particle, family = _split_groups(family, particle)
    return (
        Name(_decoded(family), _decoded(given), particle, dropping, suffix=_decoded(suffix)),
        problem,
    )


def _split_groups(last: str, von: str) -> tuple[str, str, str]:
    """The dropping and the non-dropping particle, and the family name without its leading groups."""
    first = _GROUP.match(last)
    particle = _grouped_particle(first)
    if first is None or particle is None:
        return "", von, last
    second = _GROUP.match(last, first.end())
    other = _grouped_particle(second)
    if second and other is not None and not von:
        return particle, other, last[second.end() :]
    if von or first[1].endswith(" ") or _is_elided(particle):
        return von, particle, last[first.end() :]
    return "", von, last


def _is_elided(particle: str) -> bool:
    """Whether a particle is in lower case and ends in an apostrophe: `d'`."""
    return particle.endswith(APOSTROPHES) and is_lower(particle)


def _grouped_particle(group: re.Match[str] | None) -> str | None:
    """The particle in a brace group: nothing, or words that end in a space, an apostrophe or a hyphen."""
    if group is None:
        return None
    words = _decoded(group[1])
    if words.endswith(JOINTS):
        return f"{words} " if group[1].endswith(" ") else words
    return words if not words or group[1].endswith(" ") else None


def _tokens(text: str) -> tuple[list[str], list[str]]:
    """token (gap token)*: the words of a name and what stands behind each; ties and hyphens divide."""
    text = text.strip(" \t\r\n~")
    if "{" not in text and "-" not in text and "~" not in text:
        words = text.split()
        return words, [" "] * len(words)
    tokens: list[str] = []
    gaps: list[str] = []
    start = depth = 0
    for stop in _TOKEN_STOP.finditer(text):
        if stop[0] == "{":
            depth += 1
        elif stop[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and stop.start() > start:
            tokens.append(text[start : stop.start()])
            gaps.append(stop[0].replace("~", " ") if "-" in stop[0] else " ")
            start = stop.end()
        elif depth == 0 and stop.start() == start and not tokens:
            start = stop.end()
    if start < len(text):
        tokens.append(text[start:])
        gaps.append(" ")
    return tokens, gaps


def _first_end(tokens: list[str], gaps: list[str]) -> int:
    """Where the first names end: at the first von token, else before the last token and its hyphens."""
    count = len(tokens)
    for at in range(count - 1):
        if is_lower(tokens[at]):
            return at
    at = count - 1
    while at > 0 and " " not in gaps[at - 1]:
        at -= 1
    return at


def _last_start(tokens: list[str], von: int) -> int:
    """Where the last name begins: behind the last von token that is not the final token."""
    for at in range(len(tokens) - 2, von - 1, -1):
        if is_lower(tokens[at]):
            return at + 1
    return von


def is_lower(token: str) -> bool:
    """Tell whether the first letter at brace depth 0, or of a special character, is lower case."""
    char = token[:1]
    if char.isalpha() and (char.islower() or char.isupper()):
        return char.islower()
    at, end = 0, len(token)
    while at < end:
        char = token[at]
        if char == "{" and token[at + 1 : at + 2] != "\\":
            at = _group_end(token, at)
        elif char == "\\":
            found, at = _control_case(token, at)
            if found is not None:
                return found
        else:
            if char.islower() or char.isupper():
                return char.islower()
            at += 1
    return False


def _control_case(token: str, at: int) -> tuple[bool | None, int]:
    """The case of the letter that a control sequence makes, if it makes one, and where to go on."""
    control = _CONTROL.match(token, at)
    if control is None:
        return None, at + 1
    letter = SYMBOLS.get(control[1], "")
    if letter and (letter.islower() or letter.isupper()):
        return letter.islower(), control.end()
    at = control.end()
    if control[1] in ACCENTS and token[at : at + 1] == "{":
        return None, at + 1
    return None, at


def _group_end(token: str, at: int) -> int:
    depth = 0
    for stop in _BRACE.finditer(token, at):
        depth += 1 if stop[0] == "{" else -1
        if depth == 0:
            return stop.end()
    return len(token)


def _joined(tokens: list[str], gaps: list[str], start: int, end: int, glue: bool = False) -> str:
    """The tokens with what stood between them; `glue` keeps a hyphen behind the last."""
    if end - start == 1 and not glue:
        return tokens[start]
    text = "".join(tokens[at] + gaps[at] for at in range(start, end))
    return text.rstrip(" ") if glue else text[: len(text) - len(gaps[end - 1])]


def _decoded(text: str) -> str:
    """One part in Unicode, with plain spaces."""
    if find_special(text) is not None:
        text = decode_text(text)
    text = text.strip()
    return " ".join(text.split()) if "  " in text or not text.isprintable() else text


def _extended_name(text: str) -> Name:
    """part ("," part)*, part = word "=" value; a prefix stays with the family unless useprefix=false."""
    parts: dict[str, str] = {}
    pieces = split_at_commas(text)
    at = 0
    while at < len(pieces):
        word, _, value = pieces[at].partition("=")
        at += 1
        while value.count('"') == 1 and at < len(pieces):
            value += "," + pieces[at]
            at += 1
        parts[word.strip().lower()] = value.strip().strip('"')
    family, prefix = parts.get("family", ""), _decoded(parts.get("prefix", ""))
    dropping, particle = "", prefix
    if prefix and parts.get("useprefix", "").lower() == "false":
        inner = family[1:-1] if is_literal(family) else family
        dropping, particle, family = _split_groups(inner, prefix)
        if not dropping:
            dropping, particle = prefix, ""
    return Name(
        family=_decoded(family),
        given=_decoded(parts.get("given", "")),
        particle=particle,
        dropping_particle=dropping,
        suffix=_decoded(parts.get("suffix", "")),
    )
