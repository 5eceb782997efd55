"""References in the forms of one region with the right items: `python tests/text/_written_forms.py [NAME ...]`.

Each reference is followed by a line with its type (or several that are right) and all its variables. We wrote the
forms of refkit with one half of them in view (`--half 0`); prints how many of each half are right in every variable.
"""

from __future__ import annotations

import argparse
from hashlib import sha1
from pathlib import Path

from refkit import parse
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.names import OTHERS

FOLDER = Path(__file__).parent / "written_forms"
COMPARED = (
    "author", "editor", "translator", "title", "container-title", "issued", "accessed", "volume", "issue", "page",
    "publisher", "publisher-place", "edition", "genre", "collection-title", "collection-number", "number-of-pages",
    "number-of-volumes", "DOI", "URL",
)  # fmt: skip


def references(name: str) -> list[tuple[str, str]]:
    """Return the references of a file, each with the line that describes it."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return list(zip(lines[::2], lines[1::2], strict=True))


def half(text: str) -> int:
    """Return the half of a reference: 0 was in view when the forms were written, 1 was only counted."""
    return sha1(text.encode()).digest()[0] % 2


def described(text: str, expected: str) -> str:
    """Return the item of a reference in the notation of the files; of several types, the one that it has."""
    item = parse(text)
    types = expected.partition(" | ")[0].split("/")
    wanted = [part.partition("=")[0] for part in expected.split(" | ")[1:]]
    names = [*wanted, *(name for name in COMPARED if name not in wanted)]
    if "genre" not in wanted:
        names.remove("genre")
    given = [f"{name}={value}" for name in names if (value := _value(item, name))]
    return " | ".join(["/".join(types) if item.type in types else item.type, *given])


def _value(item: Item, variable: str) -> str:
    if variable in item.names:
        return " & ".join(map(_name, item.names[variable]))
    if variable in item.dates:
        return _date(item.dates[variable])
    return item.text.get(variable, "")


def _name(name: Name) -> str:
    if name == OTHERS:
        return "others"
    return f"{{{name.literal}}}" if name.literal else f"{name.family}, {name.given}".rstrip(", ")


def _date(date: Date) -> str:
    point = date.start
    if point is None:
        return date.raw
    return "-".join(str(part) for part in (point.year, point.month, point.day) if part)


def main() -> None:
    """Print the counts, and the wrong references of one half."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "names", nargs="*", default=sorted(path.stem for path in FOLDER.glob("*.txt"))
    )
    options.add_argument("--half", type=int, help="print the wrong references of this half")
    asked = options.parse_args()
    for name in asked.names:
        for number in (0, 1):
            ours = [one for one in references(name) if half(one[0]) == number]
            found = [(text, line, described(text, line)) for text, line in ours]
            right = sum(line == got for _, line, got in found)
            print(f"{name} half {number}: {right} of {len(ours)}")
            for text, line, got in found if number == asked.half else ():
                if line != got:
                    print(f"  {text}\n    {line}\n    {got}")


if __name__ == "__main__":
    main()
