"""The rules: the modules in the folder `rules`, found by listing it."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

from refkit.errors import RefkitError, UnknownChoice
from refkit.folders import module_names
from refkit.lint.rule import REGISTER, Rule
from refkit.lint.rule_row import rule_of
from refkit.lint.rules._index import ROWS

FOLDER = os.path.join(os.path.dirname(__file__), "rules")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of their codes.

    Modules of rules in the index are imported when first needed; other modules are imported now.
    """
    modules = module_names([FOLDER])
    rows = [row for row in ROWS if row[5] in modules]
    for name in set(modules).difference(row[5] for row in rows):
        import_module(f"refkit.lint.rules.{name}")
    known = REGISTER | {row[0]: rule_of(row) for row in rows}
    return tuple(known[code] for code in sorted(known))


def find_rule(word: str) -> Rule:
    """Return the rule with this code or name.

    Raises UnknownChoice, which names the most similar one, or RefkitError for the code of a family.
    """
    for rule in all_rules():
        if word.upper() == rule.code or word.lower() == rule.name:
            return rule
    if any(rule.code.startswith(word.upper()) for rule in all_rules()):
        raise RefkitError(f"`{word}` is a family of rules; `refkit rules {word}` lists them")
    raise UnknownChoice("rule", word, words(), "`refkit rules` lists them")


def check_selector(word: str) -> str:
    """Return a selector as a code or prefix: `ALL`, `DAT`, `DAT2`, `DAT201` or the name of a rule.

    Raises UnknownChoice for a selector without a rule.
    """
    upper = word.upper()
    if upper == "ALL" or any(rule.code.startswith(upper) for rule in all_rules()):
        return upper
    return find_rule(word).code


def words() -> list[str]:
    """Return all names, codes and families that select rules."""
    rules = all_rules()
    return sorted(
        {rule.name for rule in rules}
        | {rule.code for rule in rules}
        | {rule.code[:3] for rule in rules}
    )


@cache
def fingerprint() -> str:
    """Return a digest that changes whenever the code of the package changes, for caches.

    It uses the names, sizes and times of the modules, because reading their text would take too long.
    """
    import hashlib

    digest = hashlib.blake2b(digest_size=16)
    for folder, folders, files in os.walk(os.path.dirname(os.path.dirname(FOLDER))):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                status = os.stat(os.path.join(folder, name))
                digest.update(f"{name}:{status.st_size}:{status.st_mtime_ns};".encode())
    return digest.hexdigest()
