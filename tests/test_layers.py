"""Imports point down: data < tex < model < documents < formats < csl, lint, verify < scale < api < cli, ext."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "src" / "refkit"
RANK = {
    "errors": -1, "folders": -1, "integers": -1, "patterns": -2, "records": -1, "data": 0, "tex": 1, "model": 2,
    "xml_reading": 2.2, "yaml_reading": 2.2,
    "documents": 2.3, "files": 2.5, "formats": 3, "csl": 4, "lint": 4, "verify": 4, "scale": 5,
    "formatting_options": 5.2, "formatting_warnings": 5.3, "formatting": 5.5, "library": 5.6, "results": 5.6,
    "citing": 5.85, "renaming": 5.7, "tidying": 5.7, "merging": 5.9, "inputs": 5.8, "api": 6, "extracting": 6.5,
    "cli": 7, "ext": 7, "__main__": 8,
}  # fmt: skip


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = (
                [node.module]
                if node.module != "refkit"
                else [f"refkit.{a.name}" for a in node.names]
            )
            found.update(name for name in names if name.startswith("refkit."))
        elif isinstance(node, ast.Import):
            found.update(a.name for a in node.names if a.name.startswith("refkit."))
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            named = node.args[0]
            if isinstance(named, ast.Constant) and str(named.value).startswith("refkit."):
                found.add(str(named.value))
    return found


@pytest.mark.parametrize(
    "path",
    [p for p in sorted(ROOT.rglob("*.py")) if p != ROOT / "__init__.py"],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_imports_point_down(path: Path) -> None:
    """A package imports only from itself and from packages below it."""
    here = path.relative_to(ROOT).with_suffix("").parts[0]
    wrong = {
        module
        for module in imports(path)
        if room(module) in RANK and room(module) != here and RANK[room(module)] >= RANK[here]
    }
    assert wrong == set()


def module_name(path: Path) -> str:
    return ".".join(("refkit", *path.relative_to(ROOT).with_suffix("").parts))


# Methods of a value that convert it with functions which themselves return such values.
LATE = {
    "refkit.model.date": {"refkit.model.dates"},
    "refkit.model.item": {
        "refkit.model.citing", "refkit.model.csl_json", "refkit.model.library_html", "refkit.model.values",
    },
}  # fmt: skip


def imported_modules(path: Path) -> set[str]:
    """The modules that a module imports at any point, also inside functions and for type checkers."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found - LATE.get(module_name(path), set())


@pytest.mark.parametrize("package", ["csl", "data", "formats", "model", "tex"])
def test_modules_of_a_package_import_one_another_in_one_direction(package: str) -> None:
    """No module of the package reaches itself through the imports of others."""
    paths = [path for path in (ROOT / package).rglob("*.py") if path.name != "__init__.py"]
    names = set(map(module_name, paths))
    TopologicalSorter({module_name(p): imported_modules(p) & names for p in paths}).prepare()
