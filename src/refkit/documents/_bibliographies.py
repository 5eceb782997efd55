"""The reference files that a document names: `\\bibliography{strings,refs}`, `bibliography: refs.bib` ..."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from os.path import splitext

from refkit.patterns import lazy_pattern

# A cheap test of bytes, because most documents name no file.
SIGNS = (b"bibliography", b"addbibresource", b"addglobalbib", b"addsectionbib", b"bibtex-file")

_FRONT_MATTER = lazy_pattern(r"\A(?:\ufeff)?---[ \t]*+\n(.*?)^(?:---|\.\.\.)[ \t]*+$", re.S | re.M)
# YAML: `bibliography: refs.bib`, `bibliography: [a.bib, "b.bib"]`, or a list with one file per line
_YAML = lazy_pattern(
    r"^[ \t]*+bibliography[ \t]*+:[ \t]*+(?:\[([^\[\]]{0,10000}+)\]|([^\s#][^\n]*+)|"
    r"((?>(?:[ \t]*+\n[ \t]*+-[ \t]++[^\n]++)+)))",
    re.M,
)
_YAML_ITEM = lazy_pattern(r"""(?:"([^"\n]++)"|'([^'\n]++)'|([^\s,"'#-][^\s,"'#]*+))""")
_TYPST = lazy_pattern(r"(?<![\w-])bibliography\(\s*+(\([^()]{0,10000}+\)|\"[^\"\n]++\")")
_QUOTED = lazy_pattern(r"\"([^\"\n]++)\"")
_REST = lazy_pattern(r"^[ \t]*+\.\.[ ]++(?:foot)?bibliography::[ \t]++([^\n]++)$", re.M)
_ORG = lazy_pattern(r"^[ \t]*+\#\+bibliography:[ \t]*+([^\n]++)$", re.M | re.I)
_ASCIIDOC = lazy_pattern(r"^:bibtex-file:[ \t]*+([^\n]++)$", re.M)


def named_bibliographies(text: str, name: str) -> tuple[str, ...]:
    """Return the paths of the reference files that a document names, in order, relative to its folder.

    A path can contain `*`. BibTeX's ending `.bib` is added. Paths that contain TeX macros, and addresses, are skipped.
    """
    find = _FINDERS.get(splitext(name)[1].lower())
    named = (path.strip() for path in find(text)) if find else ()
    paths = (path for path in named if path and "\\" not in path and "://" not in path)
    return tuple(dict.fromkeys(paths))


def _in_latex(text: str) -> Iterator[str]:
    from refkit.documents._latex_active import active_text
    from refkit.documents.citations._latex_files import find_files

    yield from (file.path for file in find_files(active_text(text)).bibliographies)


def _in_markdown(text: str) -> Iterator[str]:
    front_matter = _FRONT_MATTER.match(text)
    return _in_yaml(front_matter[1]) if front_matter else iter(())


def _in_yaml(text: str) -> Iterator[str]:
    for inline, one, block in _YAML.findall(text):
        for line in (inline, one, *(item.strip().lstrip("-") for item in block.split("\n"))):
            for words in _YAML_ITEM.findall(line):
                yield next(filter(None, words))


def _in_typst(text: str) -> Iterator[str]:
    for argument in _TYPST.findall(text):
        yield from _QUOTED.findall(argument)


def _in_rest(text: str) -> Iterator[str]:
    for paths in _REST.findall(text):
        yield from paths.split()


def _in_org(text: str) -> Iterator[str]:
    yield from _ORG.findall(text)


def _in_asciidoc(text: str) -> Iterator[str]:
    yield from _ASCIIDOC.findall(text)


_FINDERS: dict[str, Callable[[str], Iterator[str]]] = {
    **dict.fromkeys((".tex", ".ltx", ".latex", ".rnw"), _in_latex),
    **dict.fromkeys((".md", ".markdown", ".qmd", ".rmd"), _in_markdown),
    **dict.fromkeys((".yml", ".yaml"), _in_yaml),
    ".typ": _in_typst,
    ".rst": _in_rest,
    ".org": _in_org,
    **dict.fromkeys((".adoc", ".asciidoc"), _in_asciidoc),
}
SUFFIXES = frozenset(_FINDERS)
