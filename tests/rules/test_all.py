"""Requirements that every rule has to meet."""

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.rules.lintcase import asked, options

from refkit import api
from refkit.lint.engine import check
from refkit.lint.fix import fix_text
from refkit.lint.pages import FAMILIES, FILES, PROSE, Documentation, documentation
from refkit.lint.registry import FOLDER, all_rules
from refkit.lint.rule import Finding, Rule, Safety
from refkit.lint.settings import Settings
from refkit.model.library import Library, merged
from refkit.model.source import Source, decode

RULES = all_rules()
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def sources(told: Documentation) -> tuple[Source, Source]:
    """Return the example and its replacement as files."""
    example = told.example.encode("latin-1" if told.note == "as Latin-1" else "utf-8")
    prose = told.note == PROSE
    if told.note == FILES:
        return Source(told.example, "example.files"), Source(told.instead, "instead.files")
    instead = Source(
        told.instead, "instead.txt" if prose and told.instead[0] != "@" else "instead.bib"
    )
    return decode(example, "example.txt" if prose else "example.bib"), instead


def read(source: Source) -> Library:
    """Read the library of an example in the format of its file name, or of several files."""
    if source.name.endswith(".files"):
        parts = re.split(r"(?m)^# (\S+)$\n?", source.text)[1:]
        files = zip(parts[::2], parts[1::2], strict=True)
        return merged([api.read(Source(text.strip() + "\n", name)) for name, text in files])
    return api.read(source, "text" if source.name.endswith(".txt") else "bibtex")


def found(rule: Rule, source: Source, settings: Settings) -> list[Finding]:
    return [f for f in check(read(source), settings) if f.code == rule.code]


def settings_of(rule: Rule) -> Settings:
    """Return settings for this rule only; a rule about suppressions needs the others, too."""
    told = documentation(rule)
    words = ("ALL",) if rule.code.startswith("SUP") else (rule.code,)
    return asked(words, options(told.options))


@each_rule
def test_is_documented(rule: Rule) -> None:
    """The docstring has all required sections."""
    told = documentation(rule)
    assert all(
        (told.wrong, told.why, told.example.strip(), told.instead.strip(), told.fix, told.source)
    )


@each_rule
def test_says_what_is_wrong_in_one_sentence(rule: Rule) -> None:
    """The first paragraph is one line that ends in a full stop."""
    assert re.fullmatch(r"[^\n]+\.", documentation(rule).wrong)


@each_rule
def test_example_is_found(rule: Rule) -> None:
    """The rule finds the example of its own page."""
    example, _ = sources(documentation(rule))
    assert found(rule, example, settings_of(rule))


@each_rule
def test_what_to_use_instead_is_not_found(rule: Rule) -> None:
    """The rule does not report the replacement on its own page."""
    _, instead = sources(documentation(rule))
    assert found(rule, instead, settings_of(rule)) == []


@each_rule
def test_example_shows_the_fix_that_the_page_names(rule: Rule) -> None:
    """The example has a safe or unsafe fix, or no fix, as its page says."""
    told = documentation(rule)
    example, _ = sources(told)
    shown = {f.fix.safety for f in found(rule, example, settings_of(rule)) if f.fix}
    word = re.split(r"[^a-z]", told.fix.lower())[0]
    assert shown == {"safe": {Safety.SAFE}, "unsafe": {Safety.UNSAFE}, "none": set()}[word]


@each_rule
def test_fixing_twice_is_fixing_once(rule: Rule) -> None:
    """A second run of the fixes changes nothing."""
    example, _ = sources(documentation(rule))
    once = fix_text(example, read, settings_of(rule), unsafe=True).source
    assert fix_text(once, read, settings_of(rule), unsafe=True).source.text == once.text


@each_rule
def test_fixed_example_parses(rule: Rule) -> None:
    """A fix causes no new syntax error."""
    example, _ = sources(documentation(rule))
    fixed = fix_text(example, read, settings_of(rule), unsafe=True).source
    assert len(read(fixed).faults) <= len(read(example).faults)


@each_rule
def test_messages_keep_to_the_style(rule: Rule) -> None:
    """A message has the value in backticks, no full stop, no blame and no claim of fabrication."""
    example, _ = sources(documentation(rule))
    for finding in found(rule, example, settings_of(rule)):
        message = finding.message
        assert not message.endswith(".")
        assert not re.search(r"(?i)\b(fake|invalid|illegal|error|wrong!|fabricated)\b", message)


@each_rule
def test_stands_in_a_file_of_its_name(rule: Rule) -> None:
    """The rule `duplicate-key` is in rules/duplicate_key.py."""
    assert rule.module == rule.name.replace("-", "_")


@each_rule
def test_has_a_test_of_its_name(rule: Rule) -> None:
    """The rule `duplicate-key` is tested in tests/rules/test_duplicate_key.py."""
    assert (Path(__file__).parent / f"test_{rule.module}.py").is_file()


@each_rule
def test_is_of_a_known_family(rule: Rule) -> None:
    """A code consists of a family and three digits."""
    assert rule.code[:3] in FAMILIES
    assert re.fullmatch(r"[A-Z]{3}[1-9]\d\d", rule.code)


def test_each_file_registers_one_rule() -> None:
    """Every file of the folder contains a rule, and all codes and names are unique."""
    files = {path.stem for path in Path(FOLDER).glob("*.py") if path.stem[0] != "_"}
    assert Counter(rule.module for rule in RULES) == Counter(files)
    assert len({rule.name for rule in RULES}) == len({rule.code for rule in RULES}) == len(RULES)
