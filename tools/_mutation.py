"""Make a seeded sample of mutants of the package, with the mutation operators of cosmic-ray.

A mutant changes one place of one module: a comparison, a number, an `and`, a loop and so on. Places that no test can
tell anything about are left out: annotations, decorators (caches and `slots=True`) and imports for type checkers.
"""

from __future__ import annotations

import ast
import difflib
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

# cosmic-ray imports `parso.tree` first, which fails unless parso itself has been imported.
import parso
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.provider import OperatorProvider

PARSER = parso.__version__  # named in the report: another version may number the places differently
# They insert or rename variables at random; nearly all of these mutants are equal to the original or cannot run.
LEFT_OUT = frozenset({"VariableReplacer", "VariableInserter", "RemoveDecorator"})
TRIES = 50  # modules to try before giving up; a module of tables has no place to change

Place = tuple[tuple[int, int], tuple[int, int]]
Change = tuple[str, int]  # operator and occurrence


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module. `probe` is the line before which a probe can record that a test comes by, if any."""

    path: str
    line: int
    operator: str
    original: str
    code: str
    probe: int | None
    indent: str

    def diff(self) -> str:
        """Return the change as a unified diff."""
        before, after = self.original.splitlines(), self.code.splitlines()
        names = (f"a/{self.path}", f"b/{self.path}")
        return "\n".join(difflib.unified_diff(before, after, *names, n=1, lineterm=""))


def modules(source: Path, packages: Sequence[str]) -> list[Path]:
    """Return the modules of the package, or of some of its parts (`csl`, `formats/text`, `api`)."""
    found: set[Path] = set()
    for package in packages or [""]:
        place = source / "refkit" / package
        found.update(place.rglob("*.py") if place.is_dir() else [place.with_suffix(".py")])
    return sorted(found)


def sample(root: Path, packages: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """Return so many mutants: modules are drawn by their length, places in a module evenly."""
    chance = Random(seed)
    paths = modules(root / "src", packages)
    ends = list(accumulate(len(path.read_text(encoding="utf-8").splitlines()) for path in paths))
    found: dict[tuple[str, str], Mutant] = {}
    for _ in range(TRIES * count):
        if len(found) == count:
            break
        path = paths[bisect(ends, chance.randrange(ends[-1]))]
        mutant = mutant_of(path, str(path.relative_to(root)), chance)
        if mutant is not None:
            found.setdefault((mutant.path, mutant.code), mutant)
    return list(found.values())


def mutant_of(path: Path, name: str, chance: Random) -> Mutant | None:
    """Return a mutant of a module that differs from it and compiles, or None if the place drawn gives none."""
    code = path.read_text(encoding="utf-8")
    tree = ast.parse(code)
    places = changes(code, list(untested(tree, code.splitlines())))
    if not places:
        return None
    place = chance.choice(sorted(places))
    operator, occurrence = chance.choice(places[place])
    mutated = mutate_code(code, OperatorProvider()[operator](), occurrence)
    if mutated is None or mutated == code or not compiles(mutated):
        return None
    line = place[0][0]
    probe, indent = probe_of(tree, code.splitlines(), line)
    return Mutant(name, line, operator, code, mutated, probe, indent)


def changes(code: str, without: Sequence[Place]) -> dict[Place, list[Change]]:
    """Return what can be changed at every place of a module that is not among those to leave out."""
    provider = OperatorProvider()
    found: dict[Place, list[Change]] = defaultdict(list)
    nodes = list(ast_nodes(get_ast(code)))
    for name in sorted(set(provider) - LEFT_OUT):
        operator, occurrence = provider[name](), 0
        for node in nodes:
            for start, end in operator.mutation_positions(node):
                if not any(first <= start and end <= last for first, last in without):
                    found[start, end].append((name, occurrence))
                occurrence += 1
    return found


def untested(tree: ast.Module, lines: Sequence[str]) -> Iterator[Place]:
    """Yield the places of annotations, decorators and blocks for type checkers."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                parts = [*node.decorator_list, *([node.returns] if node.returns else [])]
            case ast.ClassDef():
                parts = node.decorator_list
            case (
                ast.arg(annotation=ast.expr() as annotation) | ast.AnnAssign(annotation=annotation)
            ):
                parts = [annotation]
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield (node.lineno, 0), (node.end_lineno or node.lineno, 10_000)
                continue
            case _:
                continue
        for part in parts:
            end = (part.end_lineno or part.lineno, part.end_col_offset or 0)
            yield place_in(lines, part.lineno, part.col_offset), place_in(lines, *end)


def place_in(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """Turn a column in UTF-8 bytes (`ast`) into one in characters (parso)."""
    return line, len(lines[line - 1].encode()[:column].decode(errors="ignore"))


def compiles(code: str) -> bool:
    """Whether Python accepts the code at all."""
    try:
        compile(code, "<mutant>", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def probe_of(tree: ast.Module, lines: Sequence[str], line: int) -> tuple[int | None, str]:
    """Return before which line a probe of the function around a line belongs, and its indentation."""
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    if not around:
        return None, ""
    inner = max(around, key=lambda node: node.lineno)
    if any("cache" in ast.unparse(decorator) for decorator in inner.decorator_list):
        return None, ""  # only the first test that needs the value would come by
    body = inner.body[1:] if ast.get_docstring(inner) is not None else inner.body
    if line < inner.body[0].lineno or not body or body[0].lineno == inner.lineno:
        return None, ""  # a default value, or a function without a line of its own to put it before
    decorators = getattr(body[0], "decorator_list", [])
    first = min([body[0].lineno, *(node.lineno for node in decorators)])
    text = lines[first - 1]
    return first, text[: len(text) - len(text.lstrip())]
