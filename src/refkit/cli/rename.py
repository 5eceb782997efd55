"""`refkit rename`: rename cite keys in reference lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from refkit.cli import _options as shared
from refkit.records import dataclass

if TYPE_CHECKING:
    from refkit.library import Library
    from refkit.lint.options import Request
    from refkit.model.source import Source


@dataclass(slots=True, frozen=True)
class Mode:
    """Where results are written; `is_filter` is whether standard input is renamed."""

    key_style: str | None
    check: bool
    show_diff: bool
    map_file: str | None
    is_filter: bool


@click.command()
@click.argument("arguments", nargs=-1, metavar="[OLD NEW] [PATH]...")
@click.option(
    "--key-style",
    metavar="PATTERN",
    help="Rename all keys by a pattern, such as `[auth][year]`, instead of OLD.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a key would change.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--map", "map_file", type=click.Path(), metavar="FILE", help="Write old and new keys as CSV."
)
@shared.encoding
@shared.config
@shared.isolated
@shared.respect_gitignore
@click.pass_context
def command(
    ctx: click.Context,
    arguments: tuple[str, ...],
    key_style: str | None,
    check: bool,
    show_diff: bool,
    map_file: str | None,
    encoding: str,
    config: str,
    isolated: bool,
    respect_gitignore: bool | None,
) -> None:
    """Rename cite keys in .bib and CSL-JSON files.

    `crossref`, `xdata`, `xref`, `related`, `ids` and `entryset` follow, also in other files: all files are one
    bibliography. Every other byte is kept. Only reference lists are changed, documents that cite the keys are not.

    PATH is a file or a folder (default: the current folder). `-` reads standard input and writes to standard output.

    A key style has markers such as [auth], [authEtAl], [authors3], [year], [shortyear], [veryshorttitle],
    [shorttitle], [journal], [volume], [firstpage], [entrytype] and names of fields, with the modifiers :lower, :upper,
    :abbr, :truncate8 and :(fallback). The letters a, b, c distinguish equal keys. Keys that follow the style are kept.
    """
    from refkit.lint.options import Request

    old_and_new, paths = _split(arguments, key_style)
    request = Request(
        paths or (".",), config=config, isolated=isolated,
        respect_gitignore=respect_gitignore, encoding=encoding,
    )  # fmt: skip
    library = _load(request)
    changes = _changes(library, old_and_new, key_style)
    mode = Mode(key_style, check, show_diff, map_file, paths == ("-",))
    ctx.exit(_rename(library, changes, mode))


def _rename(library: Library, changes: Mapping[str, str], mode: Mode) -> int:
    """Rename keys, write the results, and return the exit code."""
    if mode.key_style is not None:
        _report_unstyled(library, mode.key_style, changes)
    before = [part.sources[0] for part in library.parts()]
    library.rename(changes)
    is_written = not mode.check and not mode.show_diff
    if mode.show_diff:
        _show_differences(library, before)
    if is_written:
        _write(library, changes, mode.map_file)
    if mode.key_style is not None and not mode.show_diff and not mode.is_filter:
        _show(changes)
    if not mode.is_filter:
        _summarize(library, changes, is_written)
    return 1 if changes and not is_written else 0


def _split(
    arguments: tuple[str, ...], key_style: str | None
) -> tuple[tuple[str, str] | None, tuple[str, ...]]:
    """Return the old and the new key, or None with a key style, and the paths."""
    if key_style is not None:
        return None, arguments
    if len(arguments) < 2:
        raise click.UsageError("name the old and the new key, or use `--key-style`")
    if not arguments[0].strip() or not arguments[1].strip():
        raise click.UsageError("a key is empty; name the old and the new one")
    return (arguments[0], arguments[1]), arguments[2:]


def _load(request: Request) -> Library:
    """Read the reference lists that a request names. Raises RefkitError if there are none."""
    from refkit.cli._configured import configuration, folder_options
    from refkit.cli._console import show_progress
    from refkit.errors import RefkitError
    from refkit.inputs import load
    from refkit.lint.run import with_config

    request = with_config(request)
    files = _lists(request)
    if not files:
        raise RefkitError("there are no .bib or CSL-JSON files; name one")
    found = configuration(request.config, request.isolated)
    with show_progress("reading"):
        library = load(
            files,
            encoding=request.encoding or None,
            bibliography=folder_options(found)["bibliography"],
        )
    _verify_lists(library, request)
    return library


def _verify_lists(library: Library, request: Request) -> None:
    """Raise RefkitError for a named file whose keys cannot be changed."""
    from refkit.model.editing import ListEditor

    for editor in library.editors:
        source = editor.source
        if isinstance(editor, ListEditor) and source and source.name in (*request.paths, "<stdin>"):
            raise _not_a_list(source.name)


def _lists(request: Request) -> list[str]:
    """Return the .bib and CSL-JSON files. Raises RefkitError if a named file has another format."""
    import os

    from refkit.errors import EmptyFolder, RefkitError
    from refkit.files import STDIN
    from refkit.formats import all_formats
    from refkit.lint.run import files_of

    named = {os.path.normpath(path) for path in request.paths}
    suffixes = {
        suffix
        for known in all_formats().values()
        if known.edit
        for suffix in (*known.suffixes, *known.shared_suffixes)
    }
    lists = []
    for path in files_of(request):
        if isinstance(path, EmptyFolder):
            continue
        if isinstance(path, RefkitError):
            raise path
        if path == STDIN or os.path.splitext(path)[1].lower() in suffixes:
            lists.append(path)
        elif path in named:
            raise _not_a_list(path)
    return lists


def _not_a_list(path: str) -> Exception:
    from refkit.errors import RefkitError

    return RefkitError(f"`{path}` is not a .bib or CSL-JSON file; keys are renamed only in these")


def _changes(
    library: Library, old_and_new: tuple[str, str] | None, key_style: str | None
) -> dict[str, str]:
    """Return the new keys by the old ones. Raises RefkitError if there is no such key."""
    if old_and_new is None:
        return library.keys_in_style(key_style or "")
    from refkit.errors import RefkitError
    from refkit.library.keys import new_keys, verify_new_keys, verify_old

    changes = new_keys(*old_and_new)
    try:
        verify_old(old_and_new[0], library)
        verify_new_keys(changes, library)
    except KeyError as error:
        raise RefkitError(f"{error.args[0]}") from error
    return changes


def _report_unstyled(library: Library, key_style: str, changes: Mapping[str, str]) -> None:
    """Write which keys are kept although they do not follow the style."""
    from refkit.cli._console import warn
    from refkit.library.keys import unstyled
    from refkit.model.key_style import KeyStyle

    kept = unstyled(library, KeyStyle(key_style), changes)
    if kept:
        shown = ", ".join(f"`{key}`" for key in kept[:5]) + ", ..." * (len(kept) > 5)
        warn(
            f"refkit: kept {shown}: the entry is malformed or has no key, shares its key with another one, or "
            "lacks a name and title in letters that keys can have"
        )


def _show(changes: Mapping[str, str]) -> None:
    """Write a table of the old and new keys."""
    from refkit.cli._console import put_line

    width = min(max(map(len, changes), default=0), 40)
    for old, new in changes.items():
        put_line(f"{old:{width}} -> {new}")


def _show_differences(library: Library, before: Sequence[Source]) -> None:
    import sys

    from refkit.cli._view import use_color
    from refkit.files.difference import as_byte_text, unified_difference
    from refkit.lint.report._changes import in_color

    for source, editor in zip(before, library.editors, strict=True):
        texts = (as_byte_text(source, text) for text in (source.text, editor.text))
        lines = unified_difference(source.name, *texts)
        if use_color("auto", sys.stdout.isatty()):
            lines = map(in_color, lines)
        click.echo("".join(lines).encode("utf-8", "surrogateescape"), nl=False)


def _put_text(library: Library) -> None:
    from refkit.files import encode_text

    for editor in library.editors:
        source = editor.source
        name = source.name if source else ""
        click.echo(encode_text(name, editor.text, source), nl=False)


def _write(library: Library, changes: Mapping[str, str], map_file: str | None) -> None:
    """Save the files, and write the table of keys."""
    from refkit.cli._console import warn
    from refkit.files import clear_leftovers_near, write_text
    from refkit.library.saving import write_files

    if map_file is not None:
        write_text(map_file, _as_csv(changes))
    if any(source.name == "<stdin>" for source in library.sources):
        _put_text(library)
        return
    for name in write_files(library):
        warn(f"renamed keys in {name}")
    clear_leftovers_near(source.name for source in library.sources)


def _as_csv(changes: Mapping[str, str]) -> str:
    import csv
    import io

    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([("old", "new"), *changes.items()])
    return table.getvalue()


def _summarize(library: Library, changes: Mapping[str, str], is_written: bool) -> None:
    """Write the number of renamed keys to standard error."""
    from refkit.cli._console import warn
    from refkit.lint.report._summary import counted

    verb = "renamed" if is_written else "would be renamed"
    unchanged = len(library) - len(changes)
    parts = [f"{counted(len(changes), 'key')} {verb}"] if changes else []
    parts += [f"{counted(unchanged, 'key')} left unchanged"] if unchanged > 0 else []
    warn(", ".join(parts) or "no keys found")
