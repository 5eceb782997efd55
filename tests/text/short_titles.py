"""References with one-word titles, generated from labelled ones: how often author and title are right.

    python tests/text/short_titles.py DATA.jsonl...

Titles of one word are rare, and no set has enough of them. So the title of each reference that begins with inverted
names is replaced by one of its own words. A hash of the reference chooses the word, and the half that it belongs to.
Rules are written with the first half in view and measured on the second.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.text.evaluate import (
    Labeller,
    Reference,
    comparable,
    read_references,
    refkit_labeller,
    values_of,
)

STYLES = {
    "Surname II": re.compile(
        r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? [A-Z]{1,3}(?: (?:Jr|2nd|3rd))?(?:, |\Z|, et al\Z))+"
    ),
    "Surname, I. I.": re.compile(
        r"(?:[A-Z][\w'’-]+,? (?:[A-Z]\.[ -]?)+(?:[;,] ?|\Z|(?:,? ?and |,? ?& )))+"
    ),
}


@dataclass(slots=True, frozen=True)
class Shortened:
    """A reference with a one-word title, the form of its names, and the half that it belongs to."""

    text: str
    author: str
    title: str
    style: str
    half: int


def shortened(references: Iterable[Reference]) -> Iterator[Shortened]:
    """Yield the references that begin with inverted names and a title, each with a one-word title."""
    for one in references:
        segments = one.segments or []
        if [label for label, _, _ in segments[:2]] != ["author", "title"]:
            continue
        (_, start, end), (_, title_start, title_end) = segments[:2]
        author = one.text[start:end].rstrip(" :")
        mark = one.text[start:title_start].rstrip()[-1:]
        style = next((n for n, form in STYLES.items() if form.fullmatch(author.rstrip("."))), "")
        style = style or ("Surname, I. I." if STYLES["Surname, I. I."].fullmatch(author) else "")
        words = re.findall(r"[A-Za-z][a-z]{3,}", one.text[title_start:title_end])
        if not (style and words and mark in (".", ":")):
            continue
        digest = hashlib.sha256(one.text.encode()).digest()
        title = words[digest[1] % len(words)].capitalize()
        names = author.rstrip(".") + mark
        rest = one.text[title_end:].lstrip(" .")
        yield Shortened(f"{names} {title}. {rest}", author, title, style, digest[0] % 2)


def is_right(one: Shortened, label: Labeller) -> bool:
    """Whether a labeller finds both the author and the title."""
    told = values_of((name, one.text[a:b]) for name, a, b in label(one.text))
    wanted = {"author": one.author, "title": one.title}
    return all(
        comparable(name, told.get(name, "")) == comparable(name, text)
        for name, text in wanted.items()
    )


def share_right(cases: Sequence[Shortened], label: Labeller = refkit_labeller) -> float:
    """Percentage of references whose author and title are right."""
    return 100 * sum(is_right(one, label) for one in cases) / len(cases)


def main(paths: Sequence[str]) -> None:
    references = [one for path in paths for one in read_references(Path(path))]
    cases = list(dict.fromkeys(shortened(references)))
    for style in STYLES:
        for half in (0, 1):
            part = [one for one in cases if (one.style, one.half) == (style, half)]
            print(f"{style:<16} half {half}  n={len(part):5d}  right {share_right(part):5.1f} %")


if __name__ == "__main__":
    main(sys.argv[1:])
