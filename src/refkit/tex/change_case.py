"""Lower case as BibTeX's styles apply it to titles: `change.case$` with "t"."""

from __future__ import annotations

from refkit.patterns import lazy_pattern

_CONTROL = lazy_pattern(r"\\[A-Za-z]*")
# Control sequences that are letters; BibTeX lowers them too.
_LETTERS = frozenset({"\\L", "\\O", "\\OE", "\\AE", "\\AA"})


def lowered_title(title: str) -> str:
    """Return a title as sentence case prints it, with as many characters and with its braces.

    Capitals stay at the start, after a colon and a space, and in braces; a brace group that begins with a
    backslash is one letter with its accent, and is lowered (bibtex.web, sections 364 to 376).
    """
    pieces: list[str] = []
    done, depth, after_colon = 0, 0, False
    for at, char in enumerate(title):
        if at < done:
            continue
        keeps = at == 0 or (after_colon and title[at - 1].isspace())
        done = at + 1
        if char == "{" and depth == 0 and title.startswith("\\", done) and not keeps:
            done = _group_end(title, at)
            pieces.append(_lowered_letter(title[at:done]))
        else:
            depth = max(depth + (char == "{") - (char == "}"), 0)
            plain = depth == 0 and char != "}" and not keeps
            pieces.append(_lower(char) if plain else char)
        after_colon = depth == 0 and (char == ":" or (after_colon and char.isspace()))
    return "".join(pieces)


def _group_end(text: str, start: int) -> int:
    """Return the offset after the brace group that starts at `start`."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at + 1
    return len(text)


def _lowered_letter(group: str) -> str:
    """Return a special character in lower case; names of commands keep theirs."""
    pieces: list[str] = []
    done = 0
    for control in _CONTROL.finditer(group):
        name = control[0].lower() if control[0] in _LETTERS else control[0]
        pieces += ["".join(map(_lower, group[done : control.start()])), name]
        done = control.end()
    return "".join((*pieces, *map(_lower, group[done:])))


def _lower(char: str) -> str:
    small = char.lower()
    return small if len(small) == 1 else char
