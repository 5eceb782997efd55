"""Keys and values compared with those of the real `bibtex` program, on real files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from refkit.formats.bibtex import read, resolved_fields
from refkit.formats.bibtex.recovery import is_field
from refkit.model.entry import Entry
from refkit.model.source import Source, decode

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[4] / "shared" / "cases")
FILES = sorted((CASES / "bib-real").glob("*.bib"))
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

Read = dict[str, dict[str, str]]


def declarable(names: set[str]) -> list[str]:
    """The field names that a style can declare."""
    return sorted(n for n in names - {"crossref"} if re.fullmatch(r"[a-z][a-z0-9_:.+/*-]*", n))


def dumping_style(names: list[str]) -> str:
    """A style that writes every field of every entry."""
    writes = "\n".join(
        f'{name} missing$ \'skip$ {{ "<F>{name}=" {name} * write$ newline$ }} if$'
        for name in [*names, "crossref"]
    )
    macros = "\n".join(f'MACRO {{{month}}} {{"{month}"}}' for month in MONTHS)
    return (
        f"ENTRY {{ {' '.join(names)} }} {{}} {{}}\n"
        f'FUNCTION {{default.type}} {{ "<K>" cite$ * write$ newline$ {writes} }}\n'
        f"{macros}\nREAD\nITERATE {{call.type$}}\n"
    )


def by_program(folder: Path, text: str, names: list[str]) -> tuple[Read, bool]:
    """The values that the `bibtex` program reads, without white space, because it wraps its lines.

    With it whether the program lost the rest of the file to a value that is never closed.
    """
    (folder / "t.bib").write_bytes(text.encode())
    (folder / "t.bst").write_text(dumping_style(names))
    (folder / "t.aux").write_text("\\citation{*}\n\\bibstyle{t}\n\\bibdata{t}\n")
    places = {**os.environ, "BSTINPUTS": ".", "BIBINPUTS": "."}
    run = subprocess.run(["bibtex", "t"], cwd=folder, env=places, capture_output=True, check=False)
    written = (folder / "t.bbl").read_bytes().decode(errors="replace")
    found: Read = {}
    for block in written.split("<K>")[1:]:
        key, *fields = block.split("<F>")
        pairs = (field.partition("=") for field in fields)
        found[squeezed(key)] = {name: squeezed(value) for name, _, value in pairs}
    return found, b"Illegal end of database file" in run.stdout


def by_refkit(entries: list[Entry], names: list[str]) -> Read:
    """The values that refkit reads, from the first entry of a repeated key."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for entry in entries:
        fields = resolved_fields(entry).items()
        shown = {n: squeezed(f.value) for n, f in fields if n in names or n == "crossref"}
        found.setdefault(entry.key.lower(), (entry.key, shown))
    return dict(found.values())


def squeezed(text: str) -> str:
    """Text without ASCII white space."""
    return re.sub(r"[ \t\r\n]+", "", text)


def differences(path: Path, folder: Path) -> tuple[int, int, list[str]]:
    """Keys, values and differences in a file."""
    text = decode(path.read_bytes()).text
    entries = list(read(Source(text), "bibtex").entries)
    names = declarable({field.name for entry in entries for field in entry.fields})
    program, lost_the_rest = by_program(folder, text, names)
    if any(not entry.key for entry in entries):  # `bibtex` reads the first field as the key
        program = {key: value for key, value in program.items() if key and not is_field(key)}
        entries = [entry for entry in entries if entry.key]
    refkit = by_refkit(entries, names)
    keys = program.keys() - refkit.keys() if lost_the_rest else program.keys() ^ refkit.keys()
    wrong = [f"{path.name}: key {key}" for key in keys]
    for key in program.keys() & refkit.keys():
        expected, found = program[key], refkit[key]
        for name in expected.keys() | found.keys():
            if expected.get(name) != found.get(name):
                wrong.append(
                    f"{path.name}: {key}.{name}: {found.get(name)!r}, not {expected.get(name)!r}"
                )
    return len(program), sum(map(len, program.values())), wrong


@pytest.mark.skipif(not FILES, reason="the shared cases are not here")
@pytest.mark.skipif(not shutil.which("bibtex"), reason="the bibtex program is not installed")
def test_real_files_are_read_like_the_bibtex_program(tmp_path: Path) -> None:
    """Every key, and 99.99 % of the values."""
    keys = values = 0
    wrong: list[str] = []
    for path in FILES:
        key_count, value_count, differing = differences(path, tmp_path)
        keys, values, wrong = keys + key_count, values + value_count, wrong + differing
    assert keys > 1000
    assert [line for line in wrong if ": key " in line] == []
    assert len(wrong) <= values / 10_000, wrong
