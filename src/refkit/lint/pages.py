"""The documentation of the rules, generated from the docstrings of their modules."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence

from refkit.errors import UnknownChoice
from refkit.lint.registry import all_rules, words
from refkit.lint.rule import Rule
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

FAMILIES = {
    "SYN": "Syntax",
    "KEY": "Cite keys",
    "FLD": "Fields and types",
    "REQ": "Completeness",
    "DAT": "Dates",
    "IDS": "Identifiers",
    "NAM": "Names",
    "TTL": "Titles",
    "PAG": "Pages and numbers",
    "TEX": "Encoding and markup",
    "DUP": "Duplicates",
    "REF": "Cross-references and citations",
    "SIG": "Signals to verify",
    "RET": "Retractions",
    "SUP": "Suppressions",
}
PROSE = "as text"  # the note of examples that are plain-text lists
FILES = "as files"  # that of examples with several files, each after a line `# name`
_SECTION = lazy_pattern(
    r"^(Example|Use instead|Fix|Source|Options)(?: \(([^)]*)\))?:[ \t]*", re.MULTILINE
)


@dataclass(slots=True, frozen=True)
class Documentation:
    """The parts of the docstring of a rule; `note` is the text in parentheses after "Example"."""

    wrong: str
    why: str
    example: str
    instead: str
    fix: str
    source: str
    note: str = ""
    options: str = ""


def documentation(rule: Rule) -> Documentation:
    """Return the parts of a rule's docstring."""
    text = rule.documentation.strip()
    marks = list(_SECTION.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    parts = {m[1]: text[m.end() : end] for m, end in zip(marks, ends, strict=True)}
    wrong, _, why = text[: marks[0].start() if marks else len(text)].partition("\n\n")
    note = next((mark[2] or "" for mark in marks if mark[1] == "Example"), "")
    return Documentation(
        wrong.strip(), why.strip(), _block(parts, "Example"), _block(parts, "Use instead"),
        parts.get("Fix", "").strip(), parts.get("Source", "").strip(),
        note, parts.get("Options", "").strip(),
    )  # fmt: skip


def _block(parts: dict[str, str], title: str) -> str:
    return textwrap.dedent(parts.get(title, "").strip("\n")).strip("\n") + "\n"


def matching(wanted: Sequence[str]) -> list[Rule]:
    """Return the rules that match any of the words. Raises UnknownChoice for a word without a match."""
    found = [rule for rule in all_rules() if not wanted or any(_is_about(rule, w) for w in wanted)]
    missing = next((w for w in wanted if not any(_is_about(r, w) for r in found)), None)
    if missing is not None:
        raise UnknownChoice("rule", missing, words(), "`refkit rules` lists them")
    return found


def _is_about(rule: Rule, word: str) -> bool:
    """Whether a word begins the code of a rule, or if no code begins like that, is in its name."""
    if any(known.code.startswith(word.upper()) for known in all_rules()):
        return rule.code.startswith(word.upper())
    return word.lower() in rule.name


def table(rules: Iterable[Rule]) -> str:
    """Return one line per rule: code, whether it is on by default, severity, name and summary."""
    lines = (
        f"{rule.code} {_mark(rule)} {rule.severity:<7} {rule.name:<28} {documentation(rule).wrong}\n"
        for rule in rules
    )
    return "".join(lines)


def _mark(rule: Rule) -> str:
    return "p" if rule.preview else "*" if rule.default else " "


def as_json(rules: Iterable[Rule]) -> str:
    """Return the rules as a JSON array."""
    rows = []
    for rule in rules:
        parts = documentation(rule)
        row = {
            "code": rule.code, "name": rule.name, "verdict": rule.verdict.value,
            "severity": rule.severity,
            "default": rule.default, "preview": rule.preview, "summary": parts.wrong, "why": parts.why,
            "example": parts.example, "use_instead": parts.instead, "fix": parts.fix, "source": parts.source,
        }  # fmt: skip
        rows.append(row)
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def page(rule: Rule, evidence: str = "") -> str:
    """Return the page of a rule in Markdown; `evidence` is a sentence about its precision."""
    parts = documentation(rule)
    note = f" ({parts.note})" if parts.note else ""
    options = f" (with `{parts.options}`)" if parts.options else ""
    return "\n".join(
        (
            f"## {rule.name} ({rule.code})",
            "",
            parts.wrong,
            "",
            parts.why,
            "",
            f"Example{note}{options}:",
            "",
            f"```{_language(parts.example, parts.note)}\n{parts.example}```",
            "",
            "Use instead:",
            "",
            f"```{_language(parts.instead, parts.note)}\n{parts.instead}```",
            "",
            f"**Fix**: {parts.fix}",
            "",
            f"**Source**: {parts.source}",
            "",
            f"**Runs by default**: {'yes' if rule.default and not rule.preview else 'no'}. "
            f"**Severity**: {rule.severity}. **Verdict**: {rule.verdict.value}.",
            *(("", f"**Evidence**: {evidence}") if evidence else ()),
        )
    )


def _language(example: str, note: str) -> str:
    """Return the language of an example; the corrected form of a plain text can be an entry."""
    return "text" if note == FILES or (note == PROSE and not example.startswith("@")) else "bibtex"


def handbook(evidence: Mapping[str, str]) -> str:
    """Return the page of all rules, by family, in Markdown, with what is known about the precision of each."""
    rules = all_rules()
    on = sum(rule.default and not rule.preview for rule in rules)
    parts = [
        "# Rules\n",
        f"refkit has {len(rules)} rules; {on} of them are on by default. `python docs/make_rules.py` generates "
        "this page from the docstrings of the rules.\n",
        "The verdict of a rule is *fault* (the entry is wrong), *inconsistent* (two facts in the file disagree) or "
        "*signal* (verify the reference; the work may still exist).\n",
        "The severity is *error* (the output will be wrong, or the file is broken), *warning* (facts to verify) or "
        "*info* (habits and style). The table `severity` of the [configuration](checking.md#severity) changes it.\n",
    ]
    for family in dict.fromkeys(rule.code[:3] for rule in rules):
        members = [rule for rule in rules if rule.code[:3] == family]
        parts.append(
            f"- **{FAMILIES.get(family, family)}**: " + ", ".join(_link(r) for r in members)
        )
    parts.append("")
    parts.extend(page(rule, evidence.get(rule.code, "")) + "\n" for rule in rules)
    return "\n".join(parts)


def _link(rule: Rule) -> str:
    return f"[{rule.code}](#{rule.name}-{rule.code.lower()}) {rule.name}"
