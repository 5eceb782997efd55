"""`refkit rename`: rename cite keys in reference lists and documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from refkit.cli import _options as shared
from refkit.records import dataclass

if TYPE_CHECKING:
    from refkit.cli._rename_inputs import Inputs
    from refkit.library import Library
    from refkit.model.source import Source
    from refkit.renaming import ChangedDocument


@dataclass(slots=True, frozen=True)
class Mode:
    """Where results are written; `is_filter` is whether standard input is renamed."""

    key_style: str | None
    check: bool
    dry_run: bool
    show_diff: bool
    map_file: str | None
    is_filter: bool

    @property
    def is_written(self) -> bool:
        """Whether files are changed."""
        return not (self.check or self.dry_run or self.show_diff)


class Renaming(NamedTuple):
    """New keys by the old ones: all of them, those of the lists, and the documents with new keys."""

    changes: Mapping[str, str]
    in_lists: Mapping[str, str]
    documents: Sequence[ChangedDocument]


@click.command()
@click.argument("arguments", nargs=-1, metavar="[OLD NEW] [PATH]...")
@click.option(
    "--key-style",
    metavar="PATTERN",
    help="Rename all keys by a pattern, such as `[auth][year]`, instead of OLD.",
)
@click.option(
    "--keys",
    "keys_file",
    type=click.Path(),
    metavar="FILE",
    help="Rename the keys in a CSV file with old and new keys, such as one of `--map`.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a key would change.")
@click.option("--dry-run", is_flag=True, help="Write nothing; list the places that would change.")
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
    keys_file: str | None,
    check: bool,
    dry_run: bool,
    show_diff: bool,
    map_file: str | None,
    encoding: str,
    config: str,
    isolated: bool,
    respect_gitignore: bool | None,
) -> None:
    """Rename cite keys in reference lists and in documents.

    Lists are .bib and CSL-JSON files. `crossref`, `xdata`, `xref`, `related`, `ids` and `entryset` follow, also in
    other files: all files are one bibliography. Citations follow in LaTeX, Markdown, Quarto, MyST, reStructuredText,
    Org, Typst, AsciiDoc, notebooks, and in the files that these include. The lists that a document names are renamed
    with it. Every other byte is kept. Either all files are changed or none.

    PATH is a file or a folder (default: the current folder). `-` reads standard input and writes to standard output.

    A key style has markers such as [auth], [authEtAl], [authors3], [year], [shortyear], [veryshorttitle],
    [shorttitle], [journal], [volume], [firstpage], [entrytype] and names of fields, with the modifiers :lower, :upper,
    :abbr, :truncate8 and :(fallback). The letters a, b, c distinguish equal keys. Keys that follow the style are kept.
    """
    from refkit.cli._rename_inputs import load_inputs
    from refkit.lint.options import Request

    wanted, paths = _split(arguments, key_style, keys_file)
    _finish_killed_runs()
    request = Request(
        paths or (".",), config=config, isolated=isolated,
        respect_gitignore=respect_gitignore, encoding=encoding,
    )  # fmt: skip
    inputs = load_inputs(request)
    mode = Mode(key_style, check, dry_run, show_diff, map_file, paths == ("-",))
    ctx.exit(_rename(inputs, _renaming(inputs, wanted, key_style), mode))


def _finish_killed_runs() -> None:
    from refkit.cli._console import warn
    from refkit.files.several import finish_killed_runs

    finished = finish_killed_runs()
    for path in finished.files:
        warn(f"refkit: finished a killed run in {path}")
    for path in finished.changed:
        warn(f"refkit: `{path}` changed after a run was killed; its keys may be the old ones")


def _rename(inputs: Inputs, renaming: Renaming, mode: Mode) -> int:
    """Rename keys, write the results, and return the exit code."""
    library, changes = inputs.library, renaming.in_lists
    if mode.key_style is not None:
        _report_unstyled(library, mode.key_style, changes)
    before = [part.sources[0] for part in library.parts() if part.sources]
    library.rename(changes)
    if mode.show_diff:
        _show_differences(library, before, renaming.documents)
    if mode.is_written:
        _write(library, renaming, mode.map_file)
    if (mode.key_style is not None or mode.dry_run) and not mode.show_diff and not mode.is_filter:
        _show(renaming.changes)
    if mode.dry_run:
        _show_places(renaming.documents)
    if not mode.is_filter:
        _summarize(library, renaming, mode.is_written)
    is_pending = bool(changes or renaming.documents) and not mode.is_written
    return 1 if is_pending and not mode.dry_run else 0


def _split(
    arguments: tuple[str, ...], key_style: str | None, keys_file: str | None
) -> tuple[Mapping[str, str] | None, tuple[str, ...]]:
    """Return the new keys by the old ones, or None with a key style, and the paths."""
    if key_style is not None and keys_file is not None:
        raise click.UsageError("use `--key-style` or `--keys`, not both")
    if key_style is not None:
        return None, arguments
    if keys_file is not None:
        return _read_keys(keys_file), arguments
    if len(arguments) < 2:
        raise click.UsageError("name the old and the new key, or use `--key-style`")
    if not arguments[0].strip() or not arguments[1].strip():
        raise click.UsageError("a key is empty; name the old and the new one")
    return {arguments[0]: arguments[1]}, arguments[2:]


def _read_keys(path: str) -> dict[str, str]:
    """Return the new keys by the old ones in a CSV file like those of `--map`."""
    import csv

    from refkit.errors import UnreadableFile
    from refkit.files import read_source

    keys: dict[str, str] = {}
    rows = csv.reader(read_source(path).text.splitlines())
    for number, row in enumerate(rows, 1):
        if not row or (number == 1 and row == ["old", "new"]):
            continue
        if len(row) != 2 or not all(map(str.strip, row)) or keys.get(row[0], row[1]) != row[1]:
            raise UnreadableFile(
                path, f"row {number} is not an old key and its new key; write `old,new` in each row"
            )
        keys[row[0]] = row[1]
    return keys


def _renaming(inputs: Inputs, wanted: Mapping[str, str] | None, key_style: str | None) -> Renaming:
    """Return the new keys and the changed documents. Raises RefkitError if there is no such key, or for a clash."""
    if wanted is None:
        changes = inputs.library.keys_in_style(key_style or "", _reserved(inputs))
        return Renaming(changes, changes, _changed_documents(inputs, changes))
    from refkit.library.keys import new_keys

    wanted = new_keys(wanted)
    return Renaming(wanted, _changes(inputs, wanted), _changed_documents(inputs, wanted))


def _changed_documents(inputs: Inputs, changes: Mapping[str, str]) -> list[ChangedDocument]:
    """Return the documents with new keys; those that are only read are reported unless they are named."""
    if not inputs.documents:
        return []
    from refkit.cli._console import warn
    from refkit.renaming import notes_on_unwritable, refuse_clashes, rename_in_all

    unwritable = [
        one
        for one in inputs.documents
        if one.source.derived and one.source.name not in inputs.named
    ]
    documents = [one for one in inputs.documents if one not in unwritable]
    listed = {old for old in changes if _is_listed(inputs.library, old)}
    refuse_clashes(documents, changes, listed)
    changed = rename_in_all(documents, changes)
    for note in notes_on_unwritable(unwritable, changes):
        warn(f"refkit: {note}")
    return changed


def _is_listed(library: Library, key: str) -> bool:
    return any(editor.has_key(key) for editor in library.editors)


def _changes(inputs: Inputs, wanted: Mapping[str, str]) -> Mapping[str, str]:
    """Return the new keys in the lists by the old ones, without those that only documents have."""
    from refkit.errors import RefkitError
    from refkit.library.keys import verify_new_keys

    library, cited = inputs.library, _cited(inputs)
    only_cited = {old for old in wanted if old in cited and not _is_listed(library, old)}
    changes = {old: new for old, new in wanted.items() if old not in only_cited}
    try:
        verify_new_keys(changes, library)
    except KeyError as error:
        raise RefkitError(f"{error.args[0]}") from error
    for old in only_cited:
        _report_missing(library, wanted[old])
    return changes


def _reserved(inputs: Inputs) -> Collection[str]:
    if not inputs.documents:
        return ()
    from refkit.renaming import reserved_keys

    return reserved_keys(inputs.documents)


def _cited(inputs: Inputs) -> Collection[str]:
    if not inputs.documents:
        return ()
    from refkit.renaming import keys_in

    return keys_in(inputs.documents)


def _report_missing(library: Library, key: str) -> None:
    """Write that no list has a key that documents now cite."""
    from refkit.cli._console import warn

    if len(library) and not _is_listed(library, key):
        warn(f"refkit: no reference list has the key `{key}`")


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


def _show_places(documents: Sequence[ChangedDocument]) -> None:
    """Write a line for each place in documents that would change."""
    from refkit.cli._console import put_line
    from refkit.renaming import located

    for document in documents:
        for place, new in document.replacements:
            put_line(f"{located(document.source, place)}: {place.key} -> {new}")


def _show_differences(
    library: Library, before: Sequence[Source], documents: Sequence[ChangedDocument]
) -> None:
    import sys

    from refkit.cli._view import use_color
    from refkit.files.difference import as_byte_text, unified_difference
    from refkit.lint.report._changes import in_color

    changed = [(one.source, one.text) for one in documents]
    after = [editor.text for editor in library.editors if editor.source]
    for source, text in (*zip(before, after, strict=True), *changed):
        texts = (as_byte_text(source, one) for one in (source.text, text))
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


def _write(library: Library, renaming: Renaming, map_file: str | None) -> None:
    """Save the files, and write the table of keys."""
    from refkit.cli._console import warn
    from refkit.files import clear_leftovers_near, write_text
    from refkit.library.saving import write_files

    if any(source.name == "<stdin>" for source in library.sources):
        if map_file is not None:
            write_text(map_file, _as_csv(renaming.changes))
        _put_text(library)
        return
    files = [document.as_file() for document in renaming.documents]
    if map_file is not None:
        write_text(map_file, _as_csv(renaming.changes))
    for name in write_files(library, files):
        warn(f"renamed keys in {name}")
    clear_leftovers_near(source.name for source in library.sources)


def _as_csv(changes: Mapping[str, str]) -> str:
    import csv
    import io

    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([("old", "new"), *changes.items()])
    return table.getvalue()


def _summarize(library: Library, renaming: Renaming, is_written: bool) -> None:
    """Write the number of renamed keys to standard error."""
    from refkit.cli._console import warn
    from refkit.lint.report._summary import counted

    verb = "renamed" if is_written else "would be renamed"
    changes, documents = renaming.in_lists, renaming.documents
    unchanged = len(library) - len(changes)
    places = sum(len(document.replacements) for document in documents)
    where = counted(len(documents), "document")
    parts = [f"{counted(len(changes), 'key')} {verb}"] if changes else []
    parts += [f"{counted(places, 'citation')} in {where} {verb}"] if documents else []
    parts += [f"{counted(unchanged, 'key')} left unchanged"] if unchanged > 0 else []
    warn(", ".join(parts) or "no keys found")
