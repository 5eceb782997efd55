"""Commands read files in their declared or given encoding, and write them back in it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import refkit
from refkit.cli import main

BOOK = "@book{war,\n  author = {Иванов, И.},\n  title = {Война},\n  year = 2001,\n  pages = {1-9},\n}\n"
DECLARED = f"% Encoding: windows-1251\n{BOOK}"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


@pytest.fixture
def declared(tmp_path: Path) -> Path:
    path = tmp_path / "declared.bib"
    path.write_bytes(DECLARED.encode("cp1251"))
    return path


@pytest.fixture
def undeclared(tmp_path: Path) -> Path:
    path = tmp_path / "undeclared.bib"
    path.write_bytes(BOOK.encode("cp1251"))
    return path


def test_a_declared_encoding_needs_no_option(declared: Path) -> None:
    """No fault is reported, and the text is right."""
    done = run("format", "--style", "apa", str(declared))
    assert (done.exit_code, done.stdout) == (0, "Иванов, И. (2001). Война (pp. 1–9).\n")
    assert run("check", "--isolated", "--no-cache", "--select", "SYN", str(declared)).exit_code == 0


def test_fixes_keep_the_encoding_and_every_other_byte(declared: Path) -> None:
    done = run("check", "--isolated", "--no-cache", "--select", "PAG", "--fix", str(declared))
    assert done.exit_code == 0, done.output
    assert declared.read_bytes() == DECLARED.replace("1-9", "1--9").encode("cp1251")


def test_fixes_keep_a_stray_byte(tmp_path: Path) -> None:
    """In UTF-8, and as it was."""
    path = tmp_path / "stray.bib"
    raw = BOOK.encode() + b"% it\x92s here\n@misc{a\x93, note = {it\x92s}, pages = {1-9}}\n"
    path.write_bytes(raw)
    run("check", "--isolated", "--no-cache", "--select", "PAG", "--fix", str(path))
    assert path.read_bytes() == raw.replace(b"1-9", b"1--9")


def test_tidy_keeps_a_stray_byte(tmp_path: Path) -> None:
    path = tmp_path / "stray.bib"
    path.write_bytes(BOOK.encode() + b"\n@misc{a, note={it\x92s}, }\n")
    assert run("tidy", "--isolated", str(path)).exit_code in (0, 1)
    assert path.read_bytes() == BOOK.encode() + b"\n@misc{a,\n  note = {it\x92s},\n}\n"


def test_a_stray_byte_is_readable_in_every_output(tmp_path: Path) -> None:
    """Also in keys and messages."""
    path = tmp_path / "stray.bib"
    path.write_bytes("é ü ö\n@misc{a".encode() + b"\x92, title={It\x92s}, year=2001, note={\\x}}\n")
    converted = run("convert", "--to", "csl-json", str(path))
    assert '"title": "It’s"' in converted.stdout
    assert '"id": "a’"' in converted.stdout
    assert "92 here, read as `’`" in converted.stderr
    assert run("check", "--isolated", "--no-cache", str(path)).exit_code == 1


@pytest.mark.parametrize("suffix", ["json", "txt", "md", "html"])
def test_a_stray_byte_is_readable_in_every_format(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"list.{suffix}"
    if suffix == "json":
        path.write_bytes('[{"id": "é", "type": "book", "title": "It'.encode() + b'\x92s"}]')
    else:
        path.write_bytes(
            "# References\n\nÉcole, É. (2001). It".encode() + b"\x92s time. Paris: Seuil.\n"
        )
    assert "It’s" in run("convert", "--to", "csl-json", str(path)).stdout


def test_every_command_that_reads_files_has_the_option(undeclared: Path) -> None:
    option = ("--encoding", "windows-1251", str(undeclared))
    assert "Война" in run("format", *option).stdout
    assert "Война" in run("convert", "--to", "csl-json", *option).stdout
    assert "SYN" not in run("check", "--isolated", "--no-cache", *option).output
    assert (
        run("check", "--isolated", "--no-cache", "--select", "PAG", "--fix", *option).exit_code == 0
    )
    assert run("tidy", "--isolated", "--align", *option).exit_code in (0, 1)
    assert undeclared.read_bytes().decode("cp1251").count("Война") == 1


def test_standard_input_is_written_in_its_encoding(undeclared: Path) -> None:
    raw = undeclared.read_bytes()
    fixed = run("check", "--isolated", "--fix", "--encoding", "windows-1251", "-", stdin=raw)
    tidied = run("tidy", "--isolated", "--encoding", "windows-1251", "-", stdin=raw)
    assert "Война".encode("cp1251") in fixed.stdout_bytes
    assert "Война".encode("cp1251") in tidied.stdout_bytes


def test_plain_text_is_parsed_in_an_encoding() -> None:
    raw = "Иванов, И. (2001). Война и мир. Москва: Наука.".encode("koi8-r")
    assert "Наука" in run("parse", "--encoding", "koi8-r", "--json", "-", stdin=raw).stdout


@pytest.mark.parametrize(
    "command", [("check",), ("tidy",), ("format",), ("convert", "--to", "bibtex")]
)
def test_an_unknown_encoding_is_refused_once(command: tuple[str, ...], undeclared: Path) -> None:
    done = run(*command, "--encoding", "windoze-1251", str(undeclared), str(undeclared.parent))
    assert (done.exit_code, done.stderr) == (
        2,
        "refkit: no encoding `windoze-1251`; did you mean `windows1251`?\n",
    )


def test_a_character_that_the_encoding_lacks_is_an_error(declared: Path) -> None:
    """It is never replaced by a question mark."""
    raw = DECLARED.replace("Война", '{\\"O}l').encode("cp1251")
    declared.write_bytes(raw)
    done = run("tidy", "--isolated", "--encode", "unicode", str(declared))
    assert "Windows-1251, has no character `Ö`" in done.stderr
    assert (done.exit_code, declared.read_bytes()) == (2, raw)


def test_load_takes_an_encoding(undeclared: Path) -> None:
    """For paths and for files that are open in binary mode."""
    assert refkit.load(undeclared, encoding="windows-1251")["war"].title == "Война"
    with undeclared.open("rb") as file:
        assert refkit.load(file, encoding="cp1251")["war"].title == "Война"
    converted = refkit.convert(undeclared, "csl-json", encoding="cp1251")
    assert "Война" in converted.text
    assert "Война" in refkit.tidy(undeclared, encoding="cp1251")[0].text
