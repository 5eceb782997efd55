"""`refkit merge`: combine the changes of two versions of a .bib file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from refkit.cli import _options as shared

if TYPE_CHECKING:
    from refkit.formats.bibtex.merge import Merged
    from refkit.model.source import Source


@click.command()
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.option(
    "-p", "--stdout", "to_stdout", is_flag=True, help="Write to standard output; OURS is kept."
)
@click.option("--path", metavar="NAME", help="The name of the file in messages (git: %P).")
@click.option(
    "--marker-size",
    type=shared.WholeNumber(1, 200),
    default=7,
    metavar="N",
    help="Characters of a conflict marker (default: 7; git: %L).",
)
@click.option(
    "--conflict-style",
    type=click.Choice(["merge", "diff3", "zdiff3"]),
    default="merge",
    help="Style of conflicts, as in git's merge.conflictStyle (default: merge).",
)
@click.option(
    "--base-label", default="base", metavar="NAME", help="Name of BASE in markers (git: %S)."
)
@click.option(
    "--ours-label", default="ours", metavar="NAME", help="Name of OURS in markers (git: %X)."
)
@click.option(
    "--theirs-label", default="theirs", metavar="NAME", help="Name of THEIRS in markers (git: %Y)."
)
@shared.encoding
@click.pass_context
def command(
    ctx: click.Context,
    /,
    base: str,
    ours: str,
    theirs: str,
    to_stdout: bool,
    path: str | None,
    marker_size: int,
    conflict_style: str,
    encoding: str,
    **labels: str,
) -> None:
    """Combine the changes of two versions of a .bib file.

    The files are compared entry by entry and field by field. BASE is the version that both started from. OURS is
    overwritten with the result. Only a field that both sides changed, or an entry that one side removed and the
    other changed, is a conflict. Both versions are then written between conflict markers, and the exit code is 1.

    As a merge driver of git:

    \b
      git config merge.refkit.driver "refkit merge %O %A %B --path %P --marker-size %L"
      echo "*.bib merge=refkit" >> .gitattributes

    The labels of git 2.44 and newer: --base-label %S --ours-label %X --theirs-label %Y
    """
    from refkit.files import read_source, write_text
    from refkit.formats.bibtex.merge import merge_texts
    from refkit.formats.bibtex.merge_lines import Markers

    sources = [read_source(name, streams=True, encoding=encoding) for name in (base, ours, theirs)]
    for source in sources:
        _refuse_other_format(source, path or source.name)
    texts = [source.text for source in sources]
    names = {name: _label(labels[f"{name}_label"], name) for name in ("ours", "theirs", "base")}
    markers = Markers(**names, size=marker_size, style=conflict_style)
    merged = merge_texts(*texts, markers=markers)
    target = _target(sources[1], merged)
    if to_stdout:
        click.echo(target.encode(merged.text), nl=False)
    elif merged.text != sources[1].text or target is not sources[1]:
        write_text(ours, merged.text, target)
    _report(merged, path or ours)
    ctx.exit(1 if merged.conflicts else 0)


def _label(given: str, name: str) -> str:
    """Return a label, or the name of the version if git is too old to replace the placeholder."""
    return name if given in ("%S", "%X", "%Y") else given


def _target(mine: Source, merged: Merged) -> Source:
    """Return our source in the encoding for the merged text: that of its declaration if it is another one, or ours.

    A text that the encoding cannot represent is written in UTF-8, which is a conflict with a declaration.
    """
    from refkit.formats.bibtex.merge import Conflict
    from refkit.model.encodings import codecs_named, declaration, label
    from refkit.records import replace

    stated, before = declaration(merged.text), declaration(mine.text)
    is_new = stated is not None and (before is None or before.name != stated.name)
    candidates = codecs_named(stated.name) if is_new and stated else (mine.encoding,)
    for encoding in candidates:
        is_same = encoding == mine.encoding
        target = mine if is_same else replace(mine, encoding=encoding, bom=b"", errors="strict")
        try:
            target.encode(merged.text)
        except UnicodeEncodeError:
            continue
        return target
    if stated is not None:
        message = (
            f"it is in UTF-8 now, because {label(candidates[0])} has not all of its characters"
        )
        merged.conflicts = [
            *merged.conflicts,
            Conflict("", "", f"{message}; change the declaration of the encoding"),
        ]
    return replace(mine, encoding="utf-8", bom=b"", errors="surrogateescape")


def _refuse_other_format(source: Source, name: str) -> None:
    """Raise RefkitError for a file of another format, by its name or as JSON or XML."""
    from refkit.errors import RefkitError
    from refkit.formats import by_suffix

    known = by_suffix(name)
    is_bib = known is None or known.name in ("bibtex", "biblatex")
    if not is_bib or source.text.lstrip()[:1] in ("[", "{", "<"):
        raise RefkitError(f"`{name}` is not a .bib file; only .bib files are merged")


def _report(merged: Merged, name: str) -> None:
    """Write the conflicts to standard error."""
    from shlex import quote

    from refkit.cli._console import warn

    for conflict in merged.conflicts:
        entry = f"`{conflict.key}`: " if conflict.key else ""
        warn(f"{name}: {entry}{conflict.message}")
    if merged.conflicts:
        count = len(merged.conflicts)
        noun = "conflict" if count == 1 else "conflicts"
        command = f"git add {quote(name)}"
        warn(
            f"refkit: {count} {noun} in {name}; resolve what is marked or named, then run `{command}`"
        )
