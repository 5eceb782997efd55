"""Writers: turn finished runs into text in some markup. One file per format, found by listing the folder."""

from __future__ import annotations

import os
from importlib import import_module

from refkit.csl.write._writer import Writer
from refkit.errors import RefkitError, UnknownChoice
from refkit.folders import module_names

WRITERS = tuple(module_names(__path__))

# Endings of file names, by output; without the dot they are names of the output, too.
SUFFIXES = {
    "html": ("html", "htm"),
    "json": ("json",),
    "latex": ("tex", "ltx"),
    "markdown": ("md", "markdown", "mdown", "qmd", "rmd"),
    "rst": ("rst", "rest"),
    "rtf": ("rtf",),
    "text": ("txt", "text"),
    "typst": ("typ",),
}
_BY_SUFFIX = {suffix: name for name, suffixes in SUFFIXES.items() for suffix in suffixes}
_INSTEAD = {
    "docx doc odt ott fodt pages wps": "write .rtf, which word processors open",
    "pdf ps epub djvu xps": "write .tex, .typ or .html and typeset that",
    "pptx ppt odp key xlsx xls ods": "write .rtf or .html and insert that",
    "bib bibtex biblatex csljson ris nbib enw xml yaml yml": "for references use `refkit convert`",
}
_REFUSED = {suffix: advice for suffixes, advice in _INSTEAD.items() for suffix in suffixes.split()}

__all__ = ["SUFFIXES", "WRITERS", "Writer", "output_for", "output_named", "writer"]


def output_named(name: str) -> str:
    """Return the output with a name or short name. Raises UnknownChoice, which names the most similar one."""
    known = name.lower()
    if known in WRITERS:
        return known
    if known not in _BY_SUFFIX:
        raise UnknownChoice("output", name, WRITERS)
    return _BY_SUFFIX[known]


def output_for(path: str, name: str | None = None) -> str:
    """Return the output called `name`, or else that of the file suffix; a file without one is plain text.

    Raises RefkitError for a suffix of another kind of file, and for an unknown one without a name of the output.
    """
    suffix = os.path.splitext(path)[1].lower().removeprefix(".")
    if suffix in _REFUSED:
        raise RefkitError(
            f"cannot write `{path}`: .{suffix} is not an output of `refkit format`; {_REFUSED[suffix]}"
        )
    if name:
        return output_named(name)
    if suffix.isalpha() and suffix not in _BY_SUFFIX:
        raise RefkitError(
            f"cannot write `{path}`: .{suffix} is not the suffix of an output; choose the output with `--to`"
        )
    return _BY_SUFFIX.get(suffix, "text")


def writer(name: str) -> Writer:
    """Return the writer for an output. Raises UnknownChoice, which names the most similar one."""
    found = import_module(f"{__name__}.{output_named(name)}").WRITER
    assert isinstance(found, Writer)
    return found
