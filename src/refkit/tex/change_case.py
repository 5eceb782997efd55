"""Lower case as BibTeX's styles apply it to titles: `change.case$` with "t"."""

from __future__ import annotations

from refkit.patterns import lazy_pattern

_AFTER_COLON = lazy_pattern(r":\s+(?=\S)")
_CONTROL = lazy_pattern(r"\\[A-Za-z]*")
# Control sequences for letters, which BibTeX converts, too.
_LETTERS = frozenset({"\\L", "\\O", "\\OE", "\\AE", "\\AA"})


def lower_title(title: str) -> str:
    """Return a title in sentence case, with the same length and braces.

    Capitals stay at the start, after a colon and a space, and in braces. A brace group that begins with a
    backslash is a letter with its accent, which is converted (bibtex.web, sections 364 to 376).
    """
    if title.isascii() and "{" not in title and "}" not in title:
        return _lower_plain(title)
    pieces: list[str] = []
    resume, depth, after_colon = 0, 0, False
    for index, char in enumerate(title):
        if index < resume:
            continue
        keeps_case = index == 0 or (after_colon and title[index - 1].isspace())
        resume = index + 1
        if char == "{" and depth == 0 and title.startswith("\\", resume) and not keeps_case:
            resume = _group_end(title, index)
            pieces.append(_lower_special(title[index:resume]))
        else:
            depth = max(depth + (char == "{") - (char == "}"), 0)
            is_plain = depth == 0 and char != "}" and not keeps_case
            pieces.append(_lower(char) if is_plain else char)
        after_colon = depth == 0 and (char == ":" or (after_colon and char.isspace()))
    return "".join(pieces)


def _lower_plain(title: str) -> str:
    """Return a title in ASCII without braces in sentence case."""
    lowered = title[:1] + title[1:].lower()
    if ":" in title:
        for colon in _AFTER_COLON.finditer(title):
            at = colon.end()
            lowered = lowered[:at] + title[at] + lowered[at + 1 :]
    return lowered


def _group_end(text: str, start: int) -> int:
    """Return the offset after the brace group that starts at `start`."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] == "{") - (text[index] == "}")
        if depth == 0:
            return index + 1
    return len(text)


def _lower_special(group: str) -> str:
    """Return a special character in lower case; command names keep their case."""
    pieces: list[str] = []
    end = 0
    for control in _CONTROL.finditer(group):
        name = control[0].lower() if control[0] in _LETTERS else control[0]
        pieces += ["".join(map(_lower, group[end : control.start()])), name]
        end = control.end()
    return "".join((*pieces, *map(_lower, group[end:])))


def _lower(char: str) -> str:
    lowered = char.lower()
    return lowered if len(lowered) == 1 else char
