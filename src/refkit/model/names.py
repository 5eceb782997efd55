"""Parser for names in BibTeX, BibLaTeX and other formats.

Names are split into parts as BibTeX does it (bibtex.web, sections 382 to 405, and "Designing BibTeX styles",
btxhak, section 5.1), before TeX is decoded. There are two deliberate differences: Unicode decides which letters
are lower case, and an accented letter without outer braces (`\\'{E}ric`) is a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.tex import SYMBOLS
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.tex.decode import decode_letters, decode_text, find_special
from refkit.tex.math import without_conditions

OTHERS = Name(others=True)
_EMPTY_NAME = Name()

_AND = lazy_pattern(r"(?:(?<=\s)|\A)and(?=\s|\Z)", re.IGNORECASE)
_BRACE_OR_AND = lazy_pattern(r"[{}]|" + _AND.pattern, re.IGNORECASE)
_BRACE = lazy_pattern(r"[{}]")
_find_markup = re.compile(r"[\\{}~$=`]|--|''").search
_TOKEN_STOP = lazy_pattern(r"[{}]|(?:[\s-]|(?<!\\)~)+")
_COMMA_STOP = lazy_pattern(r"[{},]")
_EXTENDED = lazy_pattern(r"\s*[a-z]+(?:-i)?\s*=", re.IGNORECASE)
# Finds a word that may be a particle.
_find_lower_start = re.compile(r"(?:\A|[\s-])(?![A-Z])").search
_CONTROL = lazy_pattern(r"\\([A-Za-z]+|.)\s*", re.DOTALL)
_GROUP = lazy_pattern(r"\{(?!\\)((?>(?:[^{}]++|\{[^{}]*+\})*))\}(?=[^\s}])")
# Spaces as commands, after which BibTeX would keep the backslash: `L.\ Berg`, `J.\,K. Berg`.
_SPACE = lazy_pattern(r"(?<!\\)\\(?:[\s,;:]\s*|$)")
# Characters at the end of a particle that is not separated from the family name by a space.
APOSTROPHES = ("'", "’", "ʼ", "‘")
JOINING_MARKS = (*APOSTROPHES, "-", "‐", "–")
# A command for a letter with the white space that TeX skips after it: `\v s`, `\'\i a`, `\o re`.
_SPACED_ACCENT = lazy_pattern(
    r"(?<!\\)\\([`'^\"~=.]|[uvHckdbr](?![A-Za-z]))\s*(?:(?<=\s)([A-Za-z])|(\\[ij])\s+(?=[A-Za-z]))"
)
_SPACED_LETTER = lazy_pattern(
    r"(?<![{\\])\\(ss|ae|AE|oe|OE|o|O|aa|AA|l|L|dh|DH|th|TH|dj|DJ|ng|NG|i|j)\s+(?!and\s)(?=[A-Za-z])"
)


def parse_names(value: str) -> list[Name]:
    """names = name (" and " name)*; a final "others" becomes `Name(others=True)`."""
    return read_names(value)[0]


def has_names(value: str) -> bool:
    """Whether a field contains a name, as far as its start shows; it may contain some otherwise."""
    has_word = value[:3].lower() != "and" or value[3:4].isalpha()  # not the word "and"
    return has_word and value[:1].isalpha() and "=" not in value


def parse_name(value: str) -> Name:
    """Return a single name in the syntax of BibTeX or BibLaTeX."""
    return _read_name(value.strip())[0]


def read_names(value: str) -> tuple[list[Name], list[str]]:
    """Return the names of a field, and the problems of names; problematic names are included."""
    value = _join_letters(value)
    is_plain = _find_markup(value) is None
    pieces = _AND.split(value) if is_plain else [text for text, _ in split_names(value)]
    names: list[Name] = []
    problems: list[str] = []
    for index, piece in enumerate(pieces):
        text = piece.strip()
        if is_plain and (simple := _parse_simple_name(text)) is not None:
            names.append(simple)
        elif not text:
            if len(pieces) > 1:
                problems.append(_describe_empty_name(index, len(pieces)))
        elif text == "others" and index and not any(map(str.strip, pieces[index + 1 :])):
            names.append(OTHERS)
        else:
            name, problem = _read_name(text)
            if name != _EMPTY_NAME:
                names.append(name)
            if problem:
                problems.append(problem)
    return names, problems


def split_names(value: str) -> list[tuple[str, int]]:
    """Return the names in a field as written, with their offsets, split at "and" outside braces.

    Empty names between two "and"s are included.
    """
    return [_strip_span(value, start, end) for start, end in _spans_between(value, _BRACE_OR_AND)]


def split_at_commas(name: str) -> list[str]:
    """Return the parts of a name between commas outside braces."""
    if "{" not in name:
        return name.split(",")
    return [name[start:end] for start, end in _spans_between(name, _COMMA_STOP)]


def _spans_between(text: str, stops: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of a text between separators outside braces; `stops` must match braces, too."""
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
    """Whether a name as written is a single brace group and therefore not split, like an organization's."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for stop in _BRACE.finditer(name):
        depth += 1 if stop[0] == "{" else -1
        if depth == 0 and stop.end() < len(name):
            return False
    return depth == 0 and (name[1:2] != "\\" or " " in name)


def is_extended(name: str) -> bool:
    """Whether a name has BibLaTeX's extended form `family=..., given=...` (manual, 3.2.1)."""
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


def _describe_empty_name(index: int, count: int) -> str:
    if index == 0:
        return "the list of names begins with `and`"
    return (
        "the list of names ends in `and`" if index == count - 1 else "empty name between two `and`s"
    )


def _strip_span(value: str, start: int, end: int) -> tuple[str, int]:
    text = value[start:end]
    without_indent = text.lstrip()
    return without_indent.rstrip(), start + len(text) - len(without_indent)


def _join_letters(tex: str) -> str:
    """Return `tex` with simple accents and signs as characters, also where TeX skips white space after a command.

    `Babu\\v ska` is Babuška and `S\\o ren` is Søren, although BibTeX splits both names there.
    """
    if "\\" not in tex:
        return tex
    tex = _SPACED_ACCENT.sub(_brace_letter, without_conditions(tex))
    return decode_letters(_SPACED_LETTER.sub(r"{\\\1}", tex))


def _brace_letter(match: re.Match[str]) -> str:
    return f"\\{match[1]}{{{match[2] or match[3]}}}"


def _read_name(text: str) -> tuple[Name, str]:
    """Return a name and its problem, or ""."""
    text = _join_letters(text)
    if "\\" in text:
        text = _SPACE.sub(" ", text)
    if is_literal(text):
        name = Name(literal=_decode_part(text[1:-1]))
    elif "=" in text and is_extended(text):
        name = _parse_extended_name(text)
    else:
        return _parse_bibtex_name(split_at_commas(text), text)
    return name, "" if name != _EMPTY_NAME else f"`{text}` is not a name"


def _parse_simple_name(text: str) -> Name | None:
    """Return a name whose words before the last are all capitalized, as in most names; otherwise None."""
    family, comma, given = text.partition(",")
    if comma:
        given = given.strip()
        if "," in given or "  " in given or not given:
            return None
        return (
            Name(family, given) if family.isalpha() or _find_lower_start(family) is None else None
        )
    if _find_lower_start(text) is not None and (
        "-" in text or not all(w[:1].isupper() for w in text.split(" "))
    ):
        return None
    given, _, family = text.rpartition(" ")
    return Name(family, given)


def _parse_bibtex_name(parts: list[str], text: str) -> tuple[Name, str]:
    """name = [first] [von] last | [von] last "," first | [von] last "," jr "," first"""
    problem, has_no_comma = "", len(parts) == 1
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
        if len(parts) > 1 or not parts[0].strip():
            problem = f"`{text}` has an empty part"
    if len(parts) > 3:
        problem = f"`{text}` has too many commas"
        parts = [parts[0], parts[1], " ".join(part.strip() for part in parts[2:])]
    tokens, gaps = _split_tokens(parts[0])
    if not tokens:
        problem = problem or f"`{text}` has no family name"
        return Name(given=_decode_part(parts[-1])), problem
    first = _first_end(tokens, gaps) if has_no_comma else 0
    last = _last_start(tokens, first)
    suffix = parts[1] if len(parts) == 3 else ""
    given = _join_tokens(tokens, gaps, 0, first) if len(parts) == 1 else parts[-1]
    dropping, particle = "", _decode_part(_join_tokens(tokens, gaps, first, last, keep_gap=True))
    if particle.endswith(APOSTROPHES):
        particle += " "  # a word of its own: de' Medici, not d'Este
    family = _join_tokens(tokens, gaps, last, len(tokens))
    if family.startswith("{"):
        dropping, particle, family = _split_groups(family, particle)
    return (
        Name(
            _decode_part(family),
            _decode_part(given),
            particle,
            dropping,
            suffix=_decode_part(suffix),
        ),
        problem,
    )


def _split_groups(last: str, von: str) -> tuple[str, str, str]:
    """Return both particles (dropping first), and the family name without the groups before it."""
    first = _GROUP.match(last)
    particle = _particle_in_group(first)
    if first is None or particle is None:
        return "", von, last
    second = _GROUP.match(last, first.end())
    second_particle = _particle_in_group(second)
    if second and second_particle is not None and not von:
        return particle, second_particle, last[second.end() :]
    if von or first[1].endswith(" ") or _is_elided(particle):
        return von, particle, last[first.end() :]
    return "", von, last


def _is_elided(particle: str) -> bool:
    """Whether a particle is in lower case and ends in an apostrophe: `d'`."""
    return particle.endswith(APOSTROPHES) and is_lower(particle)


def _particle_in_group(group: re.Match[str] | None) -> str | None:
    """Return the particle in a group, if it is empty or ends in a space, apostrophe or hyphen; or None."""
    if group is None:
        return None
    words = _decode_part(group[1])
    if words.endswith(JOINING_MARKS):
        return f"{words} " if group[1].endswith(" ") else words
    return words if not words or group[1].endswith(" ") else None


def _split_tokens(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a name and the separators after them; ties and hyphens separate words, too."""
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
    """Return the end of the first names: the first von token, or the last token with its hyphens."""
    count = len(tokens)
    for index in range(count - 1):
        if is_lower(tokens[index]):
            return index
    index = count - 1
    while index > 0 and " " not in gaps[index - 1]:
        index -= 1
    return index


def _last_start(tokens: list[str], von: int) -> int:
    """Return the start of the last name: after the last von token that is not the final token."""
    for index in range(len(tokens) - 2, von - 1, -1):
        if is_lower(tokens[index]):
            return index + 1
    return von


def is_lower(token: str) -> bool:
    """Whether the first letter at brace depth 0, or of a special character, is lower case."""
    char = token[:1]
    if char.isalpha() and (char.islower() or char.isupper()):
        return char.islower()
    position, end = 0, len(token)
    while position < end:
        char = token[position]
        if char == "{" and token[position + 1 : position + 2] != "\\":
            position = _group_end(token, position)
        elif char == "\\":
            is_lower_case, position = _control_case(token, position)
            if is_lower_case is not None:
                return is_lower_case
        else:
            if char.islower() or char.isupper():
                return char.islower()
            position += 1
    return False


def _control_case(token: str, position: int) -> tuple[bool | None, int]:
    """Return whether a control sequence is a lower-case letter, or None if not a letter, and its end."""
    control = _CONTROL.match(token, position)
    if control is None:
        return None, position + 1
    letter = SYMBOLS.get(control[1], "")
    if letter and (letter.islower() or letter.isupper()):
        return letter.islower(), control.end()
    position = control.end()
    if token[position : position + 1] == "{":  # bibtex.web: the letter may be in further braces
        return None, position + 1
    return None, position


def _group_end(token: str, start: int) -> int:
    depth = 0
    for stop in _BRACE.finditer(token, start):
        depth += 1 if stop[0] == "{" else -1
        if depth == 0:
            return stop.end()
    return len(token)


def _join_tokens(
    tokens: list[str], gaps: list[str], start: int, end: int, keep_gap: bool = False
) -> str:
    """Return the tokens with their separators; `keep_gap` keeps a hyphen after the last."""
    if end - start == 1 and not keep_gap:
        return tokens[start]
    text = "".join(tokens[index] + gaps[index] for index in range(start, end))
    return text.rstrip(" ") if keep_gap else text[: len(text) - len(gaps[end - 1])]


def _decode_part(text: str) -> str:
    """Return a name part in Unicode with plain spaces."""
    if find_special(text) is not None:
        text = decode_text(text)
    text = text.strip()
    return " ".join(text.split()) if "  " in text or not text.isprintable() else text


def _parse_extended_name(text: str) -> Name:
    """part ("," part)*, part = word "=" value; a prefix stays with the family unless useprefix=false."""
    parts: dict[str, str] = {}
    pieces = split_at_commas(text)
    index = 0
    while index < len(pieces):
        word, _, value = pieces[index].partition("=")
        index += 1
        if value.lstrip().startswith('"'):
            while value.count('"') == 1 and index < len(pieces):
                value += "," + pieces[index]
                index += 1
        parts[word.strip().lower()] = value.strip().strip('"')
    family, prefix = parts.get("family", ""), _decode_part(parts.get("prefix", ""))
    dropping, particle = "", prefix
    if prefix and parts.get("useprefix", "").lower() == "false":
        inner = family[1:-1] if is_literal(family) else family
        dropping, particle, family = _split_groups(inner, prefix)
        if not dropping:
            dropping, particle = prefix, ""
    return Name(
        family=_decode_part(family),
        given=_decode_part(parts.get("given", "")),
        particle=particle,
        dropping_particle=dropping,
        suffix=_decode_part(parts.get("suffix", "")),
    )
