"""Configuration: the nearest `refkit.toml`, or `[tool.refkit]` in pyproject.toml."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from refkit.errors import RefkitError, UnknownChoice, nearest
from refkit.files import read_source
from refkit.lint.config_files import find_config
from refkit.lint.options import (
    CONFIGURABLE,
    DECLARED,
    SEVERITIES,
    Kind,
    Option,
    Request,
    Severity,
    key,
)
from refkit.lint.precedence import described, pattern_fault, with_options
from refkit.lint.settings import Ignore, Settings
from refkit.model.source import Source
from refkit.records import dataclass, field

MOST = 10_000  # the largest number that an option can have


class ConfigError(RefkitError):
    """A configuration that cannot be used; the message starts with `file:line:`."""


@dataclass(slots=True, frozen=True)
class Config:
    """The content of a configuration file; `path` is empty if there is none.

    `options` are the options of `check` that it sets, and `settings` those on which rules depend. `table` is what the
    file contains.
    """

    path: str = ""
    settings: Settings = field(default_factory=Settings)
    options: Request = field(default_factory=Request)
    text: str = ""
    notes: tuple[str, ...] = ()
    tidy: Mapping[str, object] = field(default_factory=dict, compare=False)
    bibliography: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    locale: str = ""
    item_language: bool = False
    table: Mapping[str, object] = field(default_factory=dict, compare=False)

    def documents_found(self) -> list[str]:
        """Return the files that match `documents`, globs relative to the folder of the configuration."""
        if not self.documents:
            return []
        from glob import escape, glob

        folder = escape(self.settings.folder)
        found = (glob(os.path.join(folder, path), recursive=True) for path in self.documents)
        return sorted({path for paths in found for path in paths if os.path.isfile(path)})

    def missing_files(self) -> list[str]:
        """Return a note for each path in `bibliography` without a file."""
        if not self.bibliography:
            return []
        from glob import escape, glob

        folder = escape(self.settings.folder)
        found = {
            path: glob(os.path.join(folder, path), recursive=True) for path in self.bibliography
        }
        return [
            f"`bibliography` in `{self.path}` names `{path}`, which {'is not a file' if files else 'does not exist'}"
            for path, files in found.items()
            if not any(map(os.path.isfile, files))
        ]

    def notes_for(self, roots: Sequence[str], sources: Sequence[Source]) -> list[str]:
        """Return the notes on the options of a run, on missing files, and on parts without effect."""
        notes = [*self.notes, *self.missing_files()]
        if self.settings.per_file_ignores or self.settings.ignores:
            from refkit.lint.unmatched import unmatched

            notes += unmatched(self.settings, self.path, roots, sources)
        return notes

    @property
    def exclude(self) -> tuple[str, ...]:
        """The patterns of files to skip, as written and also relative to the folder of the configuration.

        Thus a run that starts below the folder skips the same files.
        """
        patterns = self.options.exclude
        if not patterns:
            return ()
        from glob import escape

        folder = escape(self.settings.folder)
        return (*patterns, *(os.path.join(folder, pattern) for pattern in patterns))

    def at(self, option: str, error: RefkitError) -> ConfigError:
        """Return an error about the value of an option, with its line."""
        return OptionReader(self.path, self.text).error(option, str(error))

    def verify_retractions(self, path: str) -> None:
        """Raise ConfigError, with the line, if this configuration sets a path that is not a list of retractions."""
        if path and path == self.options.retractions:
            from refkit.lint.retractions import read_retractions

            try:
                read_retractions(path)
            except RefkitError as error:
                raise self.at("retractions", error) from error

    def _verify_severities(self) -> None:
        """Raise ConfigError, with the line, for a rule with two severities, by its code and its name."""
        from refkit.lint.registry import check_selector

        known: dict[str, tuple[str, Severity]] = {}
        for word, severity in self.settings.severity:
            first, other = known.setdefault(check_selector(word), (word, severity))
            if other != severity:
                reason = f"`{word}` and `{first}` are the same rule, with different severities"
                raise self.at(word, RefkitError(reason))

    def verify_tidy(self) -> None:
        """Raise ConfigError, with the line, for an option of `tidy` that does not exist, or its value."""
        if self.tidy:
            from refkit.lint.tidy_config import tidy_options

            tidy_options(self)

    def verify(self) -> None:
        """Raise ConfigError, with the line, for a rule or an option of `tidy` that does not exist."""
        from refkit.lint.registry import check_selector

        self.verify_tidy()
        settings = self.settings
        words = [*settings.select, *settings.extend_select, *settings.ignore]
        words += [*settings.unfixable, *settings.extend_safe_fixes]
        words += [code for _, codes in settings.per_file_ignores for code in codes]
        words += [wish.rule for wish in settings.ignores]
        words += [selector for selector, _ in settings.severity]
        for word in words:
            try:
                check_selector(word)
            except UnknownChoice as error:
                line = _line_of(
                    self.text, rf"['\"]{re.escape(word)}['\"]|^\s*{re.escape(word)}\s*="
                )
                raise ConfigError(f"{self.path}:{line}: {error}") from error
        self._verify_severities()


@lru_cache(256)
def nearest_config(folder: str) -> Config:
    """Return the configuration for files in a folder: its own, or that of the nearest parent folder."""
    found = find_config(folder)
    return load_config(found) if found else Config()


def load_config(path: str) -> Config:
    """Read a configuration file. Raises ConfigError with the line of the error."""
    import tomllib

    text = _read(path)
    try:
        document: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        reason = re.sub(r" \(at .*\)$", "", str(error)).rstrip(".")
        at = line[1] if line else text.count("\n") + 1
        raise ConfigError(f"{path}:{at}: not TOML: {reason[:1].lower()}{reason[1:]}") from error
    except ValueError as error:  # what `int` and `datetime` raise in older versions of tomllib
        raise ConfigError(f"{path}: not TOML: a number or date is out of range") from error
    except RecursionError as error:
        raise ConfigError(f"{path}: not TOML: it is nested too deeply") from error
    return OptionReader(path, text).config(_table_of(document, path, text))


def _read(path: str) -> str:
    source = read_source(path)
    if source.encoding != "utf-8":
        raise ConfigError(f"{path}: not UTF-8, the encoding of TOML; save the file in UTF-8")
    return source.text


def _table_of(document: dict[str, object], path: str, text: str) -> Mapping[str, object]:
    if os.path.basename(path) != "pyproject.toml":
        return document
    tool = document.get("tool")
    table = tool.get("refkit", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise OptionReader(path, text).error("refkit", "`refkit` must be a table: `[tool.refkit]`")
    return table


def _line_of(text: str, pattern: str) -> int:
    found = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


@dataclass(slots=True)
class OptionReader:
    """Read the options of a table, each with its type."""

    path: str
    text: str

    def config(self, table: Mapping[str, object]) -> Config:
        """Return the configuration in a table. Raises ConfigError for unknown options and values."""
        for option in table:
            if option not in OPTIONS and option not in COMMAND_LINE_ONLY:
                near = nearest(option, OPTIONS)
                advice = f"did you mean `{near}`?" if near else "choose from " + ", ".join(OPTIONS)
                if option == "tool":
                    advice = f"in `{self.path}`, write the options without `[tool.refkit]`"
                raise self.error(option, f"no option `{option}`; {advice}")
        options = self.options(table)
        ignored = [part for part in self.parts("ignore", table) if isinstance(part, dict)]
        settings = Settings(
            per_file_ignores=self.per_file(table),
            ignores=tuple(self.ignored_entry(values) for values in ignored),
            folder=os.path.dirname(os.path.abspath(self.path)),
            severity=self.severities(table),
        )
        return Config(
            self.path, with_options(settings, Request(), options), options, self.text, self.notes(table),
            self.table("tidy", table), self.words("bibliography", table), self.words("documents", table),
            self.word("locale", table),
            "item-language" in table and self.flag("item-language", table), table,
        )  # fmt: skip

    def options(self, table: Mapping[str, object]) -> Request:
        """Return the options in a table that `check` has on the command line, too."""
        plain = [part for part in self.parts("ignore", table) if not isinstance(part, dict)]
        values: dict[str, object] = {
            name: self.value(key(name), DECLARED[name], table)
            for name in CONFIGURABLE
            if key(name) in table and name != "ignore"
        }
        values["ignore"] = (*self.strings("ignore", plain), *self.words("extend-ignore", table))
        return Request(**values)  # type: ignore[arg-type]  # each kind of option has one type

    def value(self, name: str, option: Option, table: Mapping[str, object]) -> object:
        """Return the value of an option, which has the type of its kind."""
        if option.choices:
            return self.choice(name, table, option.choices)
        reader = getattr(self, _READERS[option.kind])
        value: object = reader(name, table)
        is_path = option.is_path or (name == "style" and str(value).endswith(".csl"))
        return self.beside(str(value)) if is_path else value

    def error(self, option: str, reason: str) -> ConfigError:
        """Return an error with the line of an option."""
        return ConfigError(f"{self.path}:{self.line(option)}: {reason}")

    def line(self, option: str) -> int:
        """Return the line of an option or table in the file."""
        name = re.escape(option)
        return _line_of(self.text, rf"^[ \t\[]*(tool\.refkit\.)?[\"']?{name}[\"']?\s*[=\]]")

    def beside(self, name: str) -> str:
        """Return a path relative to the folder of the configuration."""
        return os.path.join(os.path.dirname(self.path), name) if name else ""

    def word(self, option: str, table: Mapping[str, object]) -> str:
        """Return a string, or an empty one."""
        value = table.get(option, "")
        if not isinstance(value, str):
            raise self.error(option, f"`{option}` must be a string in quotes")
        return value

    def choice(self, option: str, table: Mapping[str, object], choices: tuple[str, ...]) -> str:
        """Return one of `choices`, or an empty string."""
        value = self.word(option, table)
        if value and value not in choices:
            raise self.error(option, str(UnknownChoice(described(option), value, choices)))
        return value

    def notes(self, table: Mapping[str, object]) -> tuple[str, ...]:
        """Return a note for each option that a file cannot set, because it would make a check write."""
        return tuple(
            f"`{option}` in `{self.path}` is ignored; only `--{option}` on the command line makes refkit write"
            for option in table
            if option in COMMAND_LINE_ONLY
        )

    def flag(self, option: str, table: Mapping[str, object], default: bool = False) -> bool:
        """Return true or false."""
        value = table.get(option, default)
        if not isinstance(value, bool):
            raise self.error(option, f"`{option}` must be true or false")
        return value

    def table(self, option: str, table: Mapping[str, object]) -> Mapping[str, object]:
        """Return a table, or an empty one."""
        value = table.get(option, {})
        if not isinstance(value, dict):
            raise self.error(option, f"`{option}` must be a table")
        return value

    def count(
        self, option: str, table: Mapping[str, object], default: int = 0, largest: int = MOST
    ) -> int:
        """Return a whole number from 0 to `largest`."""
        value = table.get(option, default)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= largest:
            raise self.error(option, f"`{option}` must be a whole number from 0 to {largest:,}")
        return value

    def share(self, option: str, table: Mapping[str, object]) -> float:
        """Return a number from 0 to 1."""
        value = table.get(option, 0.0)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
            raise self.error(option, f"`{option}` must be a number from 0 to 1")
        return float(value)

    def day(self, option: str, table: Mapping[str, object]) -> datetime.date | None:
        """Return a date, or None."""
        value = table.get(option)
        if value is None or (
            isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
        ):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError as error:
            raise self.error(option, f"`{option}` must be a date such as 2026-01-31") from error

    def parts(self, option: str, table: Mapping[str, object]) -> list[object]:
        """Return the parts of a list."""
        value = table.get(option, [])
        if not isinstance(value, list):
            raise self.error(option, f"`{option}` must be a list in brackets")
        return value

    def words(self, option: str, table: Mapping[str, object]) -> tuple[str, ...]:
        """Return a list of strings."""
        return self.strings(option, self.parts(option, table))

    def strings(self, option: str, parts: list[object]) -> tuple[str, ...]:
        """Return parts that all are strings."""
        words = tuple(part for part in parts if isinstance(part, str))
        if len(words) < len(parts):
            raise self.error(option, f"`{option}` must be a list of strings in quotes")
        return words

    def patterns(self, option: str, table: Mapping[str, object]) -> tuple[str, ...]:
        """Return a list of patterns of files."""
        patterns = self.words(option, table)
        for pattern in patterns:
            fault = pattern_fault(pattern)
            if fault:
                raise self.error(option, f"`{option}`: {fault}")
        return patterns

    def per_file(self, table: Mapping[str, object]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return pairs of a pattern and the rules to ignore in the files that match it."""
        option = "per-file-ignores"
        value = table.get(option, {})
        if not isinstance(value, dict):
            raise self.error(
                option, f'`{option}` must be a table such as {{"old/*.bib" = ["DAT"]}}'
            )
        return tuple((str(pattern), self.words(str(pattern), value)) for pattern in value)

    def severities(self, table: Mapping[str, object]) -> tuple[tuple[str, Severity], ...]:
        """Return pairs of a selector of rules and their severity."""
        pairs = self.table("severity", table)
        return tuple((selector, self.severity(selector, pairs)) for selector in pairs)

    def severity(self, selector: str, pairs: Mapping[str, object]) -> Severity:
        """Return the severity in a line of the table `severity`."""
        given = pairs[selector]
        for severity in SEVERITIES:
            if given == severity:
                return severity
        raise self.error(selector, str(UnknownChoice("severity", str(given), SEVERITIES)))

    def ignored_entry(self, values: dict[str, object]) -> Ignore:
        """Return a suppression from its table."""
        for part in ("key", "rule", "reason"):
            if not isinstance(values.get(part), str) or not values[part]:
                raise self.error(
                    "ignore",
                    f"a suppression in `ignore` requires `{part}`; key, rule and reason are strings",
                )
        unknown = next((part for part in values if part not in ("key", "rule", "reason")), "")
        if unknown:
            raise self.error(
                unknown, f"a suppression in `ignore` has key, rule and reason, not `{unknown}`"
            )
        return Ignore(str(values["key"]), str(values["rule"]), str(values["reason"]))


# The method that reads each kind of option.
_READERS: dict[Kind, str] = {
    "codes": "words", "count": "count", "day": "day", "flag": "flag", "fraction": "share",
    "patterns": "patterns", "switch": "flag", "word": "word",
}  # fmt: skip
TABLES = (
    "bibliography",
    "documents",
    "extend-ignore",
    "item-language",
    "locale",
    "per-file-ignores",
    "severity",
    "tidy",
)  # set in configurations alone
OPTIONS = tuple(sorted((*map(key, CONFIGURABLE), *TABLES)))
# The configuration of a foreign repository must not make refkit write.
COMMAND_LINE_ONLY = tuple(sorted(key(name) for name, option in DECLARED.items() if option.writes))
