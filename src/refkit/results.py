"""Lists of results that can be saved, and shown in a notebook."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from refkit.errors import RefkitError
from refkit.lint.rule import Finding
from refkit.model.source import Source

SHOWN = 200
_HEAD = ("place", "key", "code", "message")


class Findings(list[Finding]):
    """The findings of `check`, by file and position."""

    def _repr_html_(self) -> str:
        """Return the findings as a notebook shows them."""
        if not self:
            return "<p>no findings</p>\n"
        rows = [_row(finding) for finding in self[:SHOWN]]
        head = "".join(f"<th>{name}</th>" for name in _HEAD)
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
        more = f"; the first {SHOWN} are shown" if len(self) > SHOWN else ""
        count = f"{len(self)} finding{'' if len(self) == 1 else 's'}{more}"
        return f"<p>{count}</p>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _row(finding: Finding) -> list[str]:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    return [html.escape(cell) for cell in (place, finding.key, finding.code, finding.message)]


class HasText(Protocol):
    """A source with its new text."""

    source: Source

    @property
    def text(self) -> str:
        """The new text."""


F = TypeVar("F", bound=HasText)


class Files(list[F]):
    """The results of `fix` or `tidy`, one for each file, which `save` writes."""

    def __init__(
        self, files: Iterable[F] = (), after_save: Callable[[], object] | None = None
    ) -> None:
        super().__init__(files)
        self._after_save = after_save

    def save(self) -> list[str]:
        """Write the changed texts to their files; return the paths. Raises UnwritableFile if a file has changed."""
        from refkit.files import write_text

        for file in self:
            if file.source.state is None:
                raise RefkitError(
                    f"`{file.source.name}` was not read from a file; use `.text` of the result"
                )
        written = [
            file.source.name
            for file in self
            if write_text(file.source.name, file.text, file.source)
        ]
        if written and self._after_save is not None:
            self._after_save()
        return written
