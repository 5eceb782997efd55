"""Change valid inputs at random and read them: `python -m tests.fuzz.mutate [SECONDS] [SEED]`.

With atheris installed, its coverage guides the changes and its options are understood instead:
`python -m tests.fuzz.mutate --atheris -max_total_time=600`. Failing inputs are written to `fuzz-failures`.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import traceback
from importlib import import_module, util
from pathlib import Path

from tests.documents.made import docx, paragraph, pdf
from tests.fuzz.corpus import VALUES
from tests.fuzz.structures import PLAIN, PLAIN_BIB, encoded, nested_tables, style

import refkit
from refkit.api import read
from refkit.csl import Style
from refkit.errors import InternalError, RefkitError
from refkit.files.read import read_source

FAILURES = Path("fuzz-failures")
_LIST = f"References\n\n{PLAIN}\n\nMüller, A. und Özil, B. (Hg.): Meere. Berlin: Verlag, 1999. doi:10.1000/x\n"
SEEDS = {
    "bib": '@string{j = "J"}\n% x\n@article{b, author={{\\"O}, B. and {A B}}, title="On {X}" # j, pages={1--2}, '
    f"url={{https://example.org/a_b}}, month=jan, crossref={{a}}}}\n{PLAIN_BIB}",
    "json": '[{"id": "a", "type": "book", "author": [{"family": "X", "given": "Y"}, {"literal": "Z"}], '
    '"issued": {"date-parts": [[2001, 2, 3]]}, "volume": 4, "title": "<i>T</i> \\u00e4"}]',
    "txt": _LIST,
    "md": f"# Title\n\nText [@a; @b, p. 3].[^1]\n\n[^1]: {PLAIN}\n\n## References\n\n* {PLAIN}\n* [x](https://x.org)\n",
    "html": f'<p>Text</p><h2>References</h2><ol><li>{PLAIN}</li><li><a href="https://x.org">A &amp; B</a></li></ol>',
    "tex": "\\documentclass{article}\\begin{document}\\cite[2]{a}\n\\begin{thebibliography}{9}"
    f"\\bibitem{{a}} {PLAIN}\\end{{thebibliography}}\\end{{document}}",
    "bbl": "\\refsection{0}\\datalist[entry]{nty/global//global/global}\\entry{a}{book}{}\\name{author}{1}{}{%\n"
    "{{hash=1}{family={Smith}, given={J.}}}%\n}\\field{title}{T}\\field{year}{2001}\\endentry\\enddatalist"
    "\\endrefsection",
    "csl": style(
        '<layout><names variable="author"><name et-al-min="2" et-al-use-first="1"/></names><choose>'
        '<if type="book"><text variable="title" font-style="italic"/></if></choose><number variable="volume"/>'
        '<date variable="issued" form="numeric"/></layout>'
    ),
}  # fmt: skip
BINARY = {
    "docx": docx(paragraph("References") + paragraph(PLAIN) + nested_tables(2)),
    "pdf": pdf([(50, 700, "References"), (50, 680, PLAIN)]),
}
KINDS = {kind: text.encode() for kind, text in SEEDS.items()} | BINARY


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """Return bytes with one to six random changes."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(raw) + 1)
        end = min(len(raw), start + chance.choice((1, 1, 2, 5, 20, 200)))
        piece = raw[start:end]
        raw = raw[:start] + chance.choice(_CHANGES)(piece, chance) + raw[end:]
    return raw


def _value(piece: bytes, chance: random.Random) -> bytes:
    return encoded(chance.choice(list(VALUES.values())))[: chance.choice((1, 3, 80, 2000))]


_CHANGES = (
    lambda piece, chance: b"",
    lambda piece, chance: piece * chance.choice((2, 3, 40)),
    lambda piece, chance: piece[::-1],
    lambda piece, chance: chance.randbytes(len(piece)),
    lambda piece, chance: bytes(byte ^ 1 << chance.randrange(8) for byte in piece),
    lambda piece, chance: piece.swapcase() + bytes([chance.choice(b"{}[]()<>\"'\\,;:#%@&=\0\n\r")]),
    _value,
)


def read_all(kind: str, raw: bytes, folder: Path) -> None:
    """Read bytes as an input of a kind and use the result in every way; RefkitError is an acceptable result."""
    path = folder / f"x.{kind}"
    path.write_bytes(raw)
    try:
        if kind == "csl":
            refkit.format(refkit.loads(SEEDS["bib"]), Style.load(path).id and path, "html")
            return
        source = read_source(str(path))
        library = read(source)
    except InternalError:
        raise
    except RefkitError:
        return
    refkit.check(library)
    items = list(library.items)
    for name in ("csl-json", "bibtex", "biblatex"):
        refkit.dumps(items, name)
    refkit.format(items, "apa", "html")


def failed(kind: str, raw: bytes, folder: Path) -> bool:
    """Read bytes, save and print a failure, and return whether there was one."""
    try:
        read_all(kind, raw, folder)
    except Exception:
        FAILURES.mkdir(exist_ok=True)
        kept = FAILURES / f"{len(list(FAILURES.iterdir()))}.{kind}"
        kept.write_bytes(raw)
        print(f"{kept}\n{traceback.format_exc(limit=-3)}", flush=True)
        return True
    return False


def with_atheris() -> None:
    """Let atheris generate the bytes; the first one chooses the kind."""
    atheris = import_module("atheris")
    kinds = list(KINDS)
    with tempfile.TemporaryDirectory() as name:

        def one(raw: bytes) -> None:
            read_all(kinds[raw[0] % len(kinds)] if raw else "bib", raw[1:], Path(name))

        atheris.instrument_all()
        atheris.Setup([sys.argv[0], *sys.argv[2:]], one)
        atheris.Fuzz()


def main(seconds: float, seed: int) -> int:
    """Try changed inputs for some seconds, and return how many failed."""
    chance = random.Random(seed)
    end, tried, failures = time.monotonic() + seconds, 0, 0
    with tempfile.TemporaryDirectory() as name:
        while time.monotonic() < end:
            kind = chance.choice(list(KINDS))
            failures += failed(kind, mutated(KINDS[kind], chance), Path(name))
            tried += 1
    print(f"{tried} inputs, {failures} failed (seed {seed})")
    return failures


if __name__ == "__main__":
    if sys.argv[1:2] == ["--atheris"] and util.find_spec("atheris"):
        with_atheris()
    else:
        numbers = [int(argument) for argument in sys.argv[1:] if argument.isdecimal()]
        sys.exit(min(1, main(*(numbers + [60, 1][len(numbers) :])[:2])))
