"""The keys of a project: those that its documents cite and name, and those that its lists have."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache

from refkit.lint.projects import Project, projects_of
from refkit.model.entry import Entry
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.records import dataclass, field

_ALIASES = frozenset(("ids",))
# Fields that name other entries (biblatex manual, 2.2.3).
_RELATIONS = frozenset(("crossref", "xref", "xdata", "entryset", "related"))


@dataclass(slots=True)
class CitedKey:
    """A key with the places at which a document cites it."""

    key: str
    source: Source
    spans: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Keys:
    """The keys of a project. `is_complete` is false if it may cite or list others."""

    project: Project
    cited: list[CitedKey]
    named: frozenset[str]
    listed: Mapping[str, Entry]
    defined: frozenset[str]
    labels: frozenset[str]
    is_complete: bool

    @property
    def is_latex(self) -> bool:
        """Whether all documents are in LaTeX."""
        parts = self.project.parts
        return all(part.source.name.endswith((".tex", ".ltx", ".latex")) for part in parts)

    @property
    def ignores_case(self) -> bool:
        """Whether BibTeX reads the lists, which ignores the case of keys; biber does not."""
        parts = self.project.parts
        has_list = any(part.found.styles or part.found.list_places for part in parts)
        uses_biber = any("\\addbibresource" in part.source.text for part in parts)
        return self.is_latex and has_list and not uses_biber

    def known(self) -> frozenset[str]:
        """Return all keys and labels; where the case does not count, those of lists also in lower case."""
        folded = (key.lower() for key in self.listed) if self.ignores_case else ()
        return frozenset((*self.listed, *self.defined, *self.labels, *folded))


@lru_cache(1)
def keys_of_projects(library: Library) -> tuple[Keys, ...]:
    """Return the keys of the projects in a library; the result is cached for other rules."""
    return tuple(_keys(project, library) for project in projects_of(library))


def _keys(project: Project, library: Library) -> Keys:
    lists = frozenset(project.lists)
    listed: dict[str, Entry] = {}
    for entry in library.entries:
        if os.path.abspath(entry.source.name) in lists:
            listed.setdefault(entry.key, entry)
            for alias in _words(entry, _ALIASES):
                listed.setdefault(alias, entry)
    defined = {key.key for part in project.parts for key in part.found.defined}
    labels = frozenset(label for part in project.parts for label in part.found.labels)
    named = frozenset(key.key for part in project.parts for key in part.found.mentions)
    return Keys(
        project,
        list(_cited(project)),
        named,
        listed,
        frozenset(defined),
        labels,
        not project.doubts,
    )


def _cited(project: Project) -> Iterator[CitedKey]:
    for part in project.parts:
        found: dict[str, CitedKey] = {}
        for citation in part.found.citations:
            for cite in citation.cites:
                known = found.setdefault(cite.key, CitedKey(cite.key, part.source))
                known.spans.append(cite.span)
        yield from found.values()


def related_keys(entry: Entry) -> list[str]:
    """Return the keys that an entry names: its parents, members of a set, and related works."""
    return _words(entry, _RELATIONS)


def _words(entry: Entry, names: frozenset[str]) -> list[str]:
    text = entry.source.text
    if not any(name in text[entry.span.start : entry.span.end].lower() for name in names):
        return []
    fields = entry.fields_named(names)  # and perhaps others
    values = [one.value for name, one in fields.items() if name in names]
    return [word.strip() for value in values for word in value.split(",") if word.strip()]
