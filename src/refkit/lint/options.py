"""The options of `refkit check`, each declared once: as an attribute of `Request`.

The command line (`refkit.cli._options`), the configuration (`refkit.lint.config`) and the settings of the rules
(`refkit.lint.precedence`) are derived from these declarations.
"""

# Without `from __future__ import annotations`: the annotations contain the declarations.

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from refkit.lint.report import output_formats
from refkit.model.item import Item
from refkit.records import dataclass, field_types

# codes: selectors of rules, separated by commas; patterns: one per use of the option; off: a flag that turns off
# what is on by default; switch: --name and --no-name.
Kind = Literal["codes", "count", "day", "flag", "fraction", "off", "patterns", "switch", "word"]
Words = tuple[str, ...]
DIALECTS = ("bibtex", "biblatex")
COLORS = ("auto", "always", "never")
Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # the most severe first
MOST_ON_TERMINAL = 50
# Returns the variables that a citation style uses, by CSL item type; provided by the caller.
Prints = tuple[tuple[str, tuple[str, ...]], ...]
# Returns the variables of an item that a style does not print.
Losses = Callable[[Item, Sequence[str]], Sequence[str]]
FORMATS = tuple(output_formats())


@dataclass(slots=True, frozen=True)
class Option:
    """How users set an option.

    `flags` are its names on the command line if not `--` and the name of the attribute. `config` is whether a
    configuration can set it; `writes` is whether it makes refkit write, which no configuration can. `is_path` is
    whether its value is a path relative to the configuration. `choices` are the allowed values, if they are few.
    """

    kind: Kind
    help: str
    metavar: str = ""
    flags: Words = ()
    config: bool = False
    writes: bool = False
    is_path: bool = False
    choices: Words = ()


# fmt: off
@dataclass(slots=True, frozen=True)
class Request:
    """The options of a run; None or an empty value means that the configuration decides.

    `printed_by` returns the variables that a style uses, and `lost_by` finds those of an item that it does not print.
    """

    paths: Words = (".",)
    printed_by: Callable[[str], Prints] | None = None
    lost_by: Callable[[str], Losses] | None = None

    select: Annotated[Words, Option("codes", "Rules to enable: codes, prefixes, names or ALL.", config=True)] = ()
    extend_select: Annotated[Words, Option("codes", "Additional rules to enable.", config=True)] = ()
    ignore: Annotated[Words, Option("codes", "Rules to ignore.", config=True)] = ()
    preview: Annotated[bool, Option("flag", "Enable preview rules.", config=True)] = False

    fix: Annotated[bool, Option(
        "flag", "Apply fixes that cannot change the typeset output.", writes=True)] = False
    unsafe_fixes: Annotated[bool, Option(
        "flag", "Include fixes that may change the typeset output.", writes=True)] = False
    fix_only: Annotated[bool, Option(
        "flag", "Apply fixes like --fix, but do not report the remaining findings.", writes=True)] = False
    diff: Annotated[bool, Option("flag", "Show the changes of --fix without writing them.")] = False
    show_fixes: Annotated[bool, Option("flag", "List the applied fixes.")] = False
    unfixable: Annotated[Words, Option("codes", "Rules whose findings are reported but not fixed.", config=True)] = ()
    extend_safe_fixes: Annotated[Words, Option(
        "codes", "Rules whose unsafe fixes are treated as safe.", config=True)] = ()
    add_ignore: Annotated[bool, Option(
        "flag", "Add comments that suppress all current findings.", writes=True)] = False

    output_format: Annotated[str, Option(
        "word", f"Output format: {', '.join(FORMATS)}.", "FORM", config=True, choices=FORMATS)] = ""
    output_file: Annotated[str, Option(
        "word", "Write the report to FILE instead of standard output.", "FILE", writes=True)] = ""
    statistics: Annotated[bool, Option("flag", "Show the number of findings per rule.")] = False
    show_all: Annotated[bool, Option(
        "flag", "List every finding of a habit (a rule with findings in most entries).",
        config=True)] = False
    max_findings: Annotated[int | None, Option(
        "count", "Number of findings to show in text output, the most severe first (0 = all; "
        f"default: {MOST_ON_TERMINAL} on a terminal, otherwise all).", "N", config=True)] = None
    color: Annotated[str, Option(
        "word", "When to use colors: auto, always or never (default: auto, which respects NO_COLOR, FORCE_COLOR and "
        "CLICOLOR_FORCE).", "WHEN", choices=COLORS)] = ""
    fail_on: Annotated[str, Option(
        "word", "Lowest severity of findings that cause exit code 1: error, warning, info or never (default: info, "
        "that is, any finding).", "SEVERITY", config=True, choices=(*SEVERITIES, "never"))] = ""
    exit_zero: Annotated[bool, Option("flag", "Exit with 0 even if there are findings.")] = False
    exit_non_zero_on_fix: Annotated[bool, Option(
        "flag", "Exit with 1 if a fix was applied, even if no finding remains.", config=True)] = False

    today: Annotated[date | None, Option("day", "The date to treat as today.")] = None
    document_date: Annotated[date | None, Option("day", "The date of the citing document.", config=True)] = None
    source_format: Annotated[str, Option(
        "word", "Input format (default: detected).", "FORMAT", ("--from",))] = ""
    encoding: Annotated[str, Option(
        "word", "Encoding of the files, such as windows-1251 (default: detected).", "NAME")] = ""
    min_confidence: Annotated[float | None, Option(
        "fraction", "Report fields of plain-text references with a lower confidence (0 to 1).",
        "NUMBER", config=True)] = None
    dialect: Annotated[str, Option(
        "word", "Dialect of .bib files: bibtex or biblatex (default: both are accepted).",
        "NAME", config=True, choices=DIALECTS)] = ""
    style: Annotated[str, Option(
        "word", "Also report missing fields that this CSL style prints, and fields that it does not print.",
        "STYLE", config=True)] = ""
    retractions: Annotated[str, Option(
        "word", "List of retracted works, made by `refkit update retractions`.",
        "FILE", config=True, is_path=True)] = ""

    config: Annotated[str, Option(
        "word", "Use this configuration file instead of the nearest one.", "FILE")] = ""
    isolated: Annotated[bool, Option("flag", "Ignore all configuration files.")] = False
    exclude: Annotated[Words, Option(
        "patterns", "Patterns of files and folders to skip; files named explicitly are checked.",
        "PATTERN", config=True)] = ()
    force_exclude: Annotated[bool, Option(
        "flag", "Skip excluded files even if they are named explicitly.", config=True)] = False
    respect_gitignore: Annotated[bool | None, Option(
        "switch", "Skip files in folders that git ignores (default: yes).", config=True)] = None
    baseline: Annotated[str, Option(
        "word", "Ignore the findings recorded in this baseline.", "FILE", config=True, is_path=True)] = ""
    write_baseline: Annotated[bool, Option(
        "flag", "Record the current findings in the baseline.", writes=True)] = False
    cache: Annotated[bool, Option("off", "Do not use the cache.", flags=("--no-cache",))] = True
    cache_dir: Annotated[str, Option(
        "word", "Cache folder (default: the user's cache folder).", "FOLDER", writes=True)] = ""
    jobs: Annotated[int | None, Option(
        "count", "Number of worker processes (0 = automatic).", "N", flags=("--jobs", "-j"))] = None
    stdin_filename: Annotated[str, Option(
        "word", "File name to report for standard input (-).", "NAME")] = ""
    watch: Annotated[bool, Option("flag", "Check again when a file changes.")] = False

    @property
    def fixes(self) -> bool:
        """Whether fixes are applied, to files or for a diff."""
        return self.fix or self.fix_only or self.diff

    @property
    def is_written(self) -> bool:
        """Whether fixed files are written."""
        return (self.fix or self.fix_only) and not self.diff
# fmt: on


def _declared() -> dict[str, Option]:
    metadata = {
        name: getattr(annotation, "__metadata__", ())
        for name, annotation in field_types(Request).items()
    }
    return {name: options[0] for name, options in metadata.items() if options}


DECLARED: Mapping[str, Option] = _declared()
CONFIGURABLE = tuple(name for name, option in DECLARED.items() if option.config)


def key(name: str) -> str:
    """Return the name of an option in a configuration."""
    return name.replace("_", "-")
