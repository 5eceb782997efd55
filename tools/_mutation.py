"""Random sample of mutants of the package, with the mutation operators of cosmic-ray.

A mutant differs from a module in one place: a comparison, a number, an `and`, a loop and so on. Code that tests cannot
observe is excluded: annotations, decorators (caches and `slots=True`) and imports for type checkers.
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

PARSER = (
    parso.__version__
)  # part of the report, because another version may order the changes differently
# Operators that insert or rename variables at random; nearly all of their mutants are equivalent or cannot run.
EXCLUDED_OPERATORS = frozenset({"VariableReplacer", "VariableInserter", "RemoveDecorator"})
MAX_TRIES = 50  # per mutant; a module of tables has nothing to change

CodeRange = tuple[tuple[int, int], tuple[int, int]]
Change = tuple[str, int]  # operator and occurrence


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of a module; `probe` is the line before which a probe can record that a test runs the function."""

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
    """Return the modules of the whole package, or of parts of it (`csl`, `formats/text`, `api`)."""
    paths: set[Path] = set()
    for package in packages or [""]:
        base = source / "refkit" / package
        paths.update(base.rglob("*.py") if base.is_dir() else [base.with_suffix(".py")])
    return sorted(paths)


def sample(root: Path, packages: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """Return a number of mutants: modules are drawn by their length, changes in a module with equal probability."""
    chance = Random(seed)
    paths = modules(root / "src", packages)
    ends = list(accumulate(len(path.read_text(encoding="utf-8").splitlines()) for path in paths))
    mutants: dict[tuple[str, str], Mutant] = {}
    for _ in range(MAX_TRIES * count):
        if len(mutants) == count:
            break
        path = paths[bisect(ends, chance.randrange(ends[-1]))]
        mutant = make_mutant(path, str(path.relative_to(root)), chance)
        if mutant is not None:
            mutants.setdefault((mutant.path, mutant.code), mutant)
    return list(mutants.values())


def make_mutant(path: Path, name: str, chance: Random) -> Mutant | None:
    """Return a mutant of a module that compiles, or None if the random change does not give one."""
    code = path.read_text(encoding="utf-8")
    tree = ast.parse(code)
    changes_by_range = find_changes(code, list(excluded_ranges(tree, code.splitlines())))
    if not changes_by_range:
        return None
    code_range = chance.choice(sorted(changes_by_range))
    operator, occurrence = chance.choice(changes_by_range[code_range])
    mutated = mutate_code(code, OperatorProvider()[operator](), occurrence)
    if mutated is None or mutated == code or not compiles(mutated):
        return None
    line = code_range[0][0]
    probe, indent = probe_position(tree, code.splitlines(), line)
    return Mutant(name, line, operator, code, mutated, probe, indent)


def find_changes(code: str, excluded: Sequence[CodeRange]) -> dict[CodeRange, list[Change]]:
    """Return the possible changes of a module outside the excluded ranges, by the range that they change."""
    provider = OperatorProvider()
    changes: dict[CodeRange, list[Change]] = defaultdict(list)
    nodes = list(ast_nodes(get_ast(code)))
    for name in sorted(set(provider) - EXCLUDED_OPERATORS):
        operator, occurrence = provider[name](), 0
        for node in nodes:
            for start, end in operator.mutation_positions(node):
                if not any(first <= start and end <= last for first, last in excluded):
                    changes[start, end].append((name, occurrence))
                occurrence += 1
    return changes


def excluded_ranges(tree: ast.Module, lines: Sequence[str]) -> Iterator[CodeRange]:
    """Yield the ranges of annotations, decorators and blocks for type checkers."""
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
            yield (
                character_position(lines, part.lineno, part.col_offset),
                character_position(lines, *end),
            )


def character_position(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """Return a position with a column in characters (parso) for one in UTF-8 bytes (`ast`)."""
    return line, len(lines[line - 1].encode()[:column].decode(errors="ignore"))


def compiles(code: str) -> bool:
    """Whether the code compiles."""
    try:
        compile(code, "<mutant>", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def probe_position(tree: ast.Module, lines: Sequence[str], line: int) -> tuple[int | None, str]:
    """Return the line before which to insert a probe for the function around a line, and its indentation."""
    functions = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    if not functions:
        return None, ""
    function = max(functions, key=lambda node: node.lineno)
    if any("cache" in ast.unparse(decorator) for decorator in function.decorator_list):
        return None, ""  # only the first test that needs the value would run the function
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    if line < function.body[0].lineno or not body or body[0].lineno == function.lineno:
        return None, ""  # a default value, or a function whose body is on the same line
    decorators = getattr(body[0], "decorator_list", [])
    first_line = min([body[0].lineno, *(node.lineno for node in decorators)])
    text = lines[first_line - 1]
    return first_line, text[: len(text) - len(text.lstrip())]
