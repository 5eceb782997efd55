"""Formatting of citations and bibliographies by a citation engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from refkit.errors import UnknownChoice
from refkit.model.item import Item
from refkit.records import dataclass, field, replace

if TYPE_CHECKING:
    from refkit.csl import Bibliography, Processor
    from refkit.csl.cite import Cluster


@dataclass(slots=True, frozen=True)
class FormatOptions:
    """Options for formatting: style, output format, language, no markup around, hyperlinks, language of the items."""

    style: str
    output: str
    locale: str | None
    bare: bool
    links: bool
    item_language: bool = False


Engine = Callable[
    [Mapping[str, Item], Sequence["Cluster"], Sequence[str], FormatOptions],
    "Formatted",
]


@dataclass(slots=True)
class Formatted:
    """Citations in document order, the bibliography, and the engine's warnings."""

    citations: list[str]
    bibliography: str
    warnings: list[str] = field(default_factory=list)

    output: str = "text"

    def text(self) -> str:
        """Return the citations, followed by the bibliography, as one document."""
        if not self.citations:
            return self.bibliography
        if self.output == "json":
            cited = ", ".join(self.citations)
            return (
                f'{{"citations": [{cited}], "bibliography": {self.bibliography.strip() or "[]"}}}'
            )
        if self.output == "rtf" and self.bibliography[:5] in ("", "{\\rtf"):
            head, _, body = (self.bibliography or "{\\rtf1\\ansi\\uc1\n}").partition("\n")
            return head + "\n" + "".join(f"\\pard {c}\\par\n" for c in self.citations) + body
        between = "\n" if self.output in ("ansi", "html", "text") else "\n\n"
        return f"{between.join(self.citations)}\n\n{self.bibliography}"


def engine_by_name(name: str) -> Engine:
    """Return the engine called `name`. Raises UnknownChoice with the most similar name."""
    engines: dict[str, Engine] = {"citeproc-py": _with_citeproc_py, "refkit": _with_refkit}
    if name not in engines:
        raise UnknownChoice("engine", name, engines)
    return engines[name]


def _with_refkit(
    items: Mapping[str, Item],
    clusters: Sequence[Cluster],
    included: Sequence[str],
    options: FormatOptions,
) -> Formatted:
    from refkit.csl import Processor, Style
    from refkit.csl.catalogue import known_locale

    language = known_locale(options.locale) if options.locale else None
    style = Style.load(options.style)
    if style.style_class == "note":
        clusters = [replace(cluster, note=number) for number, cluster in enumerate(clusters, 1)]
    processor = Processor(
        style,
        items.values(),
        language,
        options.output,
        options.links,
        item_language=options.item_language,
    )
    processor.nocite(included)
    processor.update(clusters)
    warnings = [str(warning) for warning in processor.warnings]
    bibliography, omitted = _bibliography_and_omitted(processor, frozenset(included))
    if included and not bibliography.entries:
        warnings.append(f"the style `{options.style}` writes citations only, no bibliography")
    elif omitted:
        names = ", ".join(f"`{key}`" for key in omitted)
        warnings.append(f"the style `{options.style}` prints no bibliography entry for {names}")
    lines = (entry.strip() for entry in bibliography.entries)
    bare = (
        options.bare and options.output != "json"
    )  # without its brackets, it would not be valid JSON
    text = "\n".join(lines) if bare else bibliography.text
    return Formatted(list(processor.citations), text, warnings, options.output)


def _bibliography_and_omitted(
    processor: Processor, included: frozenset[str]
) -> tuple[Bibliography, list[str]]:
    """Return the bibliography without references that the style omits, and the ids of these.

    Chicago's notes, for example, omit unpublished documents from the bibliography.
    """
    bibliography = processor.bibliography(include=lambda item: item.id in included)
    empty = bibliography.empty
    if not set(empty).isdisjoint(bibliography.ids):
        rendered = included.difference(empty)
        bibliography = processor.bibliography(include=lambda item: item.id in rendered)
    return bibliography, list(empty)


def _with_citeproc_py(
    items: Mapping[str, Item],
    clusters: Sequence[Cluster],
    included: Sequence[str],
    options: FormatOptions,
) -> Formatted:
    from refkit.csl import peer

    citations, entries, warnings = peer.render(
        items, clusters, included, options.style, options.output, options.locale
    )
    if options.output == "html":
        entries = [f'  <div class="csl-entry">{entry}</div>' for entry in entries]
    text = "\n".join(entries)
    if options.output == "html" and not options.bare:
        text = f'<div class="csl-bib-body">\n{text}\n</div>'
    return Formatted(citations, text, warnings, options.output)
