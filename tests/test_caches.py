"""Caches are few, bounded and useful: each one is listed here with its savings.

`python -m benchmarks caches` measures the savings, as fractions of the CPU time of a workload.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from refkit.csl.item_language import CACHED_LANGUAGES

ROOT = Path(__file__).parent.parent / "src" / "refkit"
LARGEST = 20_000

# What a bounded cache saves, or why it is needed.
REASONS = {
    "tidying._journals": "reads lists of up to 100,000 journals once, not for each file",
    "formats.bibtex.title_names.people_of": "reads the names of a file once, not for each title",
    "csl.case.case_text": "4 % of formatting",
    "csl.citation._two_looks": "called for each cite with affixes; looks are few",
    "csl.collation._key_function": "compiles a pattern for each language",
    "csl.compile.of_language": "compiles the layout of a style for each language of the items",
    "csl.compile.of_variable": "compiles names for a sentence once for each variable, when first used",
    "csl.initials.initials": "2 % of formatting",
    "csl.locale._read_file": "parses an XML file for each language; 14 % of formatting in three styles",
    "csl.markup.first_characters": "compiles a pattern for each kind of quotes",
    "csl.markup.read_markup": "3 % of formatting",
    "csl.markup.special_characters": "compiles a pattern for each kind of quotes; 22 % of formatting",
    "csl.numbers.is_plural": "5 % of formatting",
    "csl.numbers.segments": "7 % of formatting",
    "csl.output.with_affixes": "called for each cite and entry with affixes; looks are few",
    "csl.person.affix_look": "called for each name with affixes; looks are few",
    "csl.person.bare_look": "3 % of formatting",
    "csl.person.eastern_look": "called for each eastern name; looks are few",
    "csl.setting.by_language": "reads the marks of a locale for each language of the items",
    "csl.style._load": "parses and checks an XML file for each style",
    "data.words.months.months_of": "builds the table of a language for each call",
    "files.gitignore._segment_regex": "compiles a pattern for each segment of an ignore file",
    "files.temporary.clear_once": "scans a folder once, not for each file written there",
    "formats.bibtex.fields._reading_plan": "53 % of converting",
    "formats.bibtex.grammar.grammar": "compiles the patterns of a dialect",
    "formats.bibtex.inherit.inherited_names": "the same few types and fields in every file with crossref",
    "formats.endnote_xml.writer._tags": "builds the table of a reference type for each record",
    "formats.refer.writer._tags": "builds the table of a reference type for each record",
    "formats.cff.reader.variables_of": "builds the table of a type for each work",
    "formats.cff.writer._fields_of": "builds the table of a type for each work",
    "formats.ris.build._combined_tags": "the same few reference types in every file",
    "formats.ris.build.meanings": "builds the table of a reference type for each record",
    "formats.zotero_json.build.variables_of": "the same few item types in every file",
    "formats.zotero_json.writer._creators": "builds the table of an item type for each item",
    "formats.zotero_json.writer._fields": "builds the table of an item type for each item",
    "formats.ris.writer.tags_of": "builds the table of a reference type for each record",
    "formats.text.read.organisations.is_organisation": "1 % of parsing",
    "formats.text.read.person.is_initial_word": "3 % of parsing",
    "formats.text.label.features.marks": "1 % of parsing",
    "formats.text.label.features.precede": "0.5 % of parsing",
    "formats.text.label.features.step": "7 % of parsing",
    "lint.access_dates._impossible": "a rule finds a date, and again for its place",
    "lint.access_dates._later": "a rule finds a date, and again for its place",
    "lint.access_dates._read": "three rules read the same date of access",
    "lint.access_dates.statement": "three rules look for the date of access in the same note",
    "lint.bibliography._content": "reads each file once, not for each file of its folder",
    "lint.bibliography._defined_in": "searches each file once, not for each file of its folder",
    "lint.bibliography._members": "reads the files of a bibliography once, not for each of them",
    "lint.cache_store.secret_in": "reads a file for each cache folder",
    "lint.citations._told_out": "called for each citation of a document",
    "lint.cited.citing": "rules share the citations of a document",
    "lint.config.nearest_config": "reads a file for each folder",
    "lint.config_files.find_config": "looks for files in every folder above each file",
    "lint.doi_anatomy._patterns": "compiles the patterns of a registrant; 5 % of checking",
    "lint.doi_anatomy.anatomy": "1 % of checking",
    "lint.places._elements": "reads a list of names once, not for each finding in it",
    "lint.persons._located_names": "splits a list of names once, not for each finding in it",
    "lint.facts.read_date": "3 % of checking",
    "lint.item_facts._edtf": "several rules show the same few years",
    "lint.journals._printed": "compares each pair of journals of a library",
    "lint.journals.telling_words": "0.8 % of checking; more of a large file, whose journals are compared",
    "lint.listed.listings": "rules share the lists of a document",
    "lint.odd_names.oddity": "twenty rules ask about the same list of names",
    "lint.people.has_organization_word": "ten rules ask about the same name",
    "lint.people.has_separator": "called for each part of a name with two commas",
    "lint.people.is_suffix": "several rules ask about the same few suffixes",
    "lint.people.role_at_end": "several rules ask about the same part of a name",
    "lint.persons.written_names": "2 % of checking",
    "lint.plan._plan": "the files of a run share which rules hear of which entries; 40 % of checking small files",
    "lint.reading.arxiv_of": "1 % of checking",
    "lint.reading.doi_in": "1 % of checking since doi_of has no cache",
    "lint.report._text._width": "called for each character that is printed",
    "lint.retractions.read_retractions": "reads a list of 50,000 works",
    "lint.rules.doi_other_venue._rows": "compiles the patterns of a registrant; 4 % of checking",
    "lint.rules.doi_other_venue._series": "called for each entry with a DOI and a venue",
    "lint.rules.field_outside_type._allowed": "8 % of checking",
    "lint.rules.invisible_character._has_controls": "searches the file once, not for each entry",
    "lint.rules.issn_of_other_journal._known": "journals repeat in a file",
    "lint.rules.issn_of_other_journal._may_be": "journals repeat in a file",
    "lint.rules.missing_field.missing_groups": "2 % of checking",
    "model.misspelt_names.distance": "2 % of checking",
    "model.misspelt_names.is_unknown": "1 % of checking",
    "lint.rules.meeting_year._series": "called for each venue; papers share them",
    "model.misspelt_names.meant_field": "13 % of checking",
    "model.misspelt_names.meant_variable": "compares a name with each variable for each change of an item",
    "lint.rules.misspelt_venue._meant": "words of venues repeat; 2 % of checking without it",
    "lint.rules.stale_status._status": "called for each note; many are the same",
    "lint.run_files.bib_files": "searches the folders of a run once, not for each file",
    "lint.running.documents": "rules share the documents of a library",
    "lint.sorting.sort_keys": "rules share the sort keys of a list",
    "lint.volumes.issues_by_journal": "rules share the articles of a library; 0.7 % of checking",
    "lint.works.twins": "rules share the pairs of a library; 6 % of checking",
    "documents.citations._found_in": "documents are read to follow them, to find lists, and again by the rules",
    "lint.keys_cited.keys_of_projects": "two rules need the keys of all documents",
    "lint.projects.projects_of": "two rules need the projects of a run",
    "model.locators._lengths": "sorts the labels of a table for each locator",
    "model.dates.year_month_date": "9 % of converting",
    "model.proper_names.find_proper_names": "reads a document once, not for each title",
}
# Unbounded caches with arguments, and why there are few values.
FINITE = {
    "data.words.months.months_of": "called with constants only",
    "formats.bibtex.grammar.grammar": "two dialects",
}
# Dictionaries at module level that functions fill.
FILLED = {
    "lint.per_item._FORGETTING": "one function for each decorated function, filled on import",
    "lint.rule.REGISTER": "the rules of the package, filled on import",
    "tex.decode._PLAIN_LETTERS": "as many as its pattern has letters with accents",
}


@dataclass(frozen=True, slots=True)
class Cache:
    """A cached function; `size` is None if it is unbounded, `arguments` is the number of arguments."""

    name: str
    arguments: int
    size: int | None


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


# Sizes that several modules share.
CONSTANTS = {"CACHED_LANGUAGES": CACHED_LANGUAGES}


def size_of(decorator: ast.expr) -> tuple[bool, int | None]:
    """Return whether a decorator is one of functools' caches, and its bound."""
    call = decorator.func if isinstance(decorator, ast.Call) else decorator
    name = ast.unparse(call).rpartition(".")[2]
    if name == "cache":
        return True, None
    if name != "lru_cache":
        return False, None
    given = [*decorator.args, *(k.value for k in decorator.keywords if k.arg == "maxsize")] if (
        isinstance(decorator, ast.Call)
    ) else []  # fmt: skip
    if given and isinstance(given[0], ast.Name):
        return True, CONSTANTS[given[0].id]
    return True, ast.literal_eval(given[0]) if given else 128


def caches() -> Iterator[Cache]:
    for module, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef):
                continue
            for is_cache, size in map(size_of, node.decorator_list):
                if is_cache:
                    arguments = len(
                        [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                    )
                    yield Cache(f"{module}.{node.name}", arguments, size)


CACHES = list(caches())


def filled_dictionaries() -> Iterator[str]:
    """Names of module-level dictionaries, lists and sets that begin empty."""
    for module, tree in modules():
        for node in tree.body:
            value = getattr(node, "value", None)
            if isinstance(node, ast.Assign | ast.AnnAssign) and value is not None:
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                if ast.unparse(value) in ("{}", "[]", "set()", "dict()", "list()"):
                    yield f"{module}.{ast.unparse(target)}"


def test_caches_with_arguments_are_bounded() -> None:
    """Otherwise a long run over many files keeps growing."""
    unbounded = [c.name for c in CACHES if c.arguments and c.size is None and c.name not in FINITE]
    assert unbounded == []


def test_bounds_are_small() -> None:
    """The cached values fit into a few megabytes."""
    assert [c.name for c in CACHES if c.size is not None and c.size > LARGEST] == []


def test_every_cache_with_arguments_has_a_reason() -> None:
    """A new cache must be measured first, and a deleted one removed here."""
    assert {c.name for c in CACHES if c.arguments} == set(REASONS)


def test_finite_caches_exist() -> None:
    """An obsolete name could allow another cache later."""
    assert set(FINITE) <= {c.name for c in CACHES if c.size is None}


def test_nothing_else_at_module_level_is_filled() -> None:
    """A dictionary that functions fill is an unbounded cache."""
    assert set(filled_dictionaries()) == set(FILLED)


@pytest.mark.parametrize(
    ("decorator", "expected"),
    [
        ("cache", (True, None)),
        ("functools.cache", (True, None)),
        ("lru_cache", (True, 128)),
        ("lru_cache(None)", (True, None)),
        ("lru_cache(maxsize=16)", (True, 16)),
        ("staticmethod", (False, None)),
    ],
)
def test_bounds_are_read_from_decorators(decorator: str, expected: tuple[bool, int | None]) -> None:
    """Whatever way they are written."""
    assert size_of(ast.parse(decorator, mode="eval").body) == expected
