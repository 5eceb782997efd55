"""A document cites a key that none of its reference lists has.

LaTeX prints a question mark, Pandoc the key itself. The key is mistyped, or the entry was forgotten.

Example (as files):

    # paper.tex
    Deltas grow where rivers slow down \\citep{castell2009}, and the ice above them is thin \\citep{okafro2019}.
    \\bibliography{refs}

    # refs.bib
    @book{castell2009, author = {Castell, Mary}, title = {The Shape of Deltas}, year = {2009}}
    @book{okafor2019, author = {Okafor, Ben}, title = {Rivers under Ice}, year = {2019}}

Use instead:

    # paper.tex
    Deltas grow where rivers slow down \\citep{castell2009}, and the ice above them is thin \\citep{okafor2019}.
    \\bibliography{refs}

    # refs.bib
    @book{castell2009, author = {Castell, Mary}, title = {The Shape of Deltas}, year = {2009}}
    @book{okafor2019, author = {Okafor, Ben}, title = {Rivers under Ice}, year = {2019}}

Fix: none, because the file does not say which entry is meant; `refkit rename` corrects a key in all documents.
Source: natbib, biblatex and Pandoc print a warning for such a key. The rule applies to documents whose lists and
included files were all read (docs/documents.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.library import Library

if TYPE_CHECKING:
    from refkit.lint.keys_cited import CitedKey, Keys
    from refkit.lint.near_keys import NearKeys


@rule(
    "REF232",
    "undefined-key",
    severity="error",
    verdict=Verdict.INCONSISTENT,
    formats=("text",),
    across=True,
)
def undefined_key(library: Library, context: Context) -> Iterator[Finding]:
    """Report the first citation of each key that is in no list, for each document."""
    from refkit.lint.keys_cited import keys_of_projects
    from refkit.lint.near_keys import near_keys

    for keys in keys_of_projects(library):
        if not keys.is_complete or not _has_list(keys):
            continue
        known, folds = keys.known(), keys.ignores_case
        missing = [
            cited
            for cited in keys.cited
            if cited.key not in known and not (folds and cited.key.lower() in known)
        ]
        index = near_keys([*keys.listed, *keys.defined]) if missing else None
        for cited in missing:
            if index is not None:
                yield Finding(cited.spans[0], _message(cited, keys, index), source=cited.source)


def _has_list(keys: Keys) -> bool:
    r"""Whether the keys can be compared; REF228 compares those of a document with `\bibitem` and no other list."""
    return bool(keys.listed) or (bool(keys.defined) and not keys.is_latex)


def _message(cited: CitedKey, keys: Keys, index: NearKeys) -> str:
    times = len(cited.spans)
    again = f" {times} times" if times > 1 else ""
    lists = "the list" if len(keys.project.lists) == 1 else "no list of the document"
    lacks = "lacks it" if len(keys.project.lists) == 1 else "has it"
    near = index.near(cited.key)
    if near:
        words = " or ".join(f"`{key}`" for key in near)
        advice = f"did you mean {words}?"
        lacks += " with these capitals" if near[0].lower() == cited.key.lower() else ""
    else:
        advice = "add the entry or correct the key"
    return f"the key `{cited.key}` is cited{again}, but {lists} {lacks}; {advice}"
