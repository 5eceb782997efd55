"""Warnings about a document: unknown items, labels and locales, repeated ids, and data that could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from refkit.csl.citation import NOTHING_TO_SHOW, is_empty_cite
from refkit.csl.cite import Cite, Cluster
from refkit.csl.layout import Compiled
from refkit.csl.locale import FALLBACK, Locale, locale_name, normal_language
from refkit.csl.processor import ClusterKey
from refkit.csl.registry import Items, Registry
from refkit.records import dataclass

_EMPTY_MARK = NOTHING_TO_SHOW[1:].partition(":")[0]  # without the brackets, which writers escape


@dataclass(slots=True, frozen=True)
class UnknownItem:
    """A cite of an item that does not exist; `cluster` counts from 0 and is None for items without a citation."""

    id: str
    cluster: int | None

    def __str__(self) -> str:
        if self.cluster is None:
            return f"no item `{self.id}` (listed without a citation)"
        return f"no item `{self.id}` (citation {self.cluster + 1})"


@dataclass(slots=True, frozen=True)
class UnknownLabel:
    """A cite whose locator has a label without a term, so that the locator has no label; `cluster` counts from 0."""

    id: str
    label: str
    cluster: int

    def __str__(self) -> str:
        return (
            f"`{self.label}` is not a label of locators (`{self.id}`, citation {self.cluster + 1}); "
            "use a term of CSL such as `page` or `chapter`"
        )


@dataclass(slots=True, frozen=True)
class EmptyCite:
    """A cite of which the style shows nothing, for example without its author; `cluster` counts from 0."""

    id: str
    cluster: int
    without_author: bool

    def __str__(self) -> str:
        where = f"the cite of `{self.id}` (citation {self.cluster + 1}) is empty"
        if self.without_author:
            return f"{where}: the style shows nothing without the author; cite the item with its author"
        return f"{where}: the style shows nothing of the item; add the data that it prints"


@dataclass(slots=True, frozen=True)
class RepeatedItem:
    """An id of several items."""

    id: str

    def __str__(self) -> str:
        return f"several items have the id `{self.id}`; the first is used"


@dataclass(slots=True, frozen=True)
class ItemWithoutId:
    """A CSL-JSON item without an id; `number` counts from 1."""

    number: int

    def __str__(self) -> str:
        return f"item {self.number} has no `id`; add one to cite it"


@dataclass(slots=True, frozen=True)
class BadItem:
    """Data of a CSL-JSON item that could not be read."""

    id: str
    problem: str

    def __str__(self) -> str:
        return f"item `{self.id}`: {self.problem}"


@dataclass(slots=True, frozen=True)
class UnknownLocale:
    """A requested language without a locale."""

    language: str

    def __str__(self) -> str:
        return f"there is no locale `{self.language}`; {FALLBACK} is used"


Warnings = tuple[
    UnknownItem | UnknownLabel | EmptyCite | RepeatedItem | ItemWithoutId | BadItem | UnknownLocale,
    ...,
]


def document_warnings(
    clusters: Sequence[Cluster], items: Items, cited: Iterable[str], locale: Locale
) -> Warnings:
    """Return the warnings about a document that is rendered in a locale; `cited` are the ids of its items."""
    return (
        *_unknown_locales(locale),
        *map(ItemWithoutId, items.without_id),
        *map(RepeatedItem, items.repeated),
        *_bad_cites(clusters, items, locale),
        *(BadItem(id_, one) for id_ in cited for one in items.problems.get(id_, ())),
    )


def _unknown_locales(locale: Locale) -> Iterator[UnknownLocale]:
    if locale_name(normal_language(locale.language)) is None:
        yield UnknownLocale(locale.language)


def _bad_cites(
    clusters: Sequence[Cluster], items: Items, locale: Locale
) -> Iterator[UnknownItem | UnknownLabel]:
    for at, cluster in enumerate(clusters):
        for cite in cluster.cites:
            if cite.id not in items:
                yield UnknownItem(cite.id, at)
            if cite.locator and not _has_term(cite, locale):
                yield UnknownLabel(cite.id, cite.label, at)


def empty_cites(
    keys: Iterable[ClusterKey], citations: Iterable[str], registry: Registry, compiled: Compiled
) -> Iterator[EmptyCite]:
    """Return warnings about the cites of which the style shows nothing, by the keys and texts of the citations.

    A cite with its author is rendered once for each item: its position and its locator rarely matter for this. One
    that is alone in its citation is rendered again only if its text may be that of an empty cite.
    """
    found: dict[tuple[str, bool], bool] = {}
    for at, ((_, cites), text) in enumerate(zip(keys, citations, strict=True)):
        if len(cites) == 1 and _shows_something(cites[0].cite, text):
            continue
        for key in cites:
            if not key.known:
                continue
            id_, without_author = key.cite.id, key.cite.suppress_author
            if without_author or (id_, False) not in found:
                found[id_, without_author] = is_empty_cite(key, registry, compiled)
            if found[id_, without_author]:
                yield EmptyCite(id_, at, without_author)


def _shows_something(cite: Cite, text: str) -> bool:
    """Whether the text of a citation shows that its only cite is not empty."""
    return bool(text) and _EMPTY_MARK not in text and not cite.prefix and not cite.suffix


def _has_term(cite: Cite, locale: Locale) -> bool:
    """Whether the label of a cite has a term in the locale or in the style; without one it is a page."""
    return not cite.label or locale.term(cite.label) is not None
