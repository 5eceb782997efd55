"""Citations and bibliographies as text: items, clusters and a style go through an engine."""

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
class Form:
    """How references are to be printed: style, output, language, wrapper, hyperlinks."""

    style: str
    output: str
    locale: str | None
    bare: bool
    links: bool


Render = Callable[
    [Mapping[str, Item], Sequence["Cluster"], Sequence[str], Form],
    "Formatted",
]


@dataclass(slots=True)
class Formatted:
    """Citations in document order and the bibliography, and what the engine could not do."""

    citations: list[str]
    bibliography: str
    warnings: list[str] = field(default_factory=list)

    output: str = "text"

    def text(self) -> str:
        """Return the citations and below them the bibliography as one document."""
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


def engine_named(name: str) -> Render:
    """Return the engine called `name`. Raises UnknownChoice, naming the nearest."""
    engines: dict[str, Render] = {"citeproc-py": _with_citeproc_py, "refkit": _with_refkit}
    if name not in engines:
        raise UnknownChoice("engine", name, engines)
    return engines[name]


def _with_refkit(
    items: Mapping[str, Item],
    clusters: Sequence[Cluster],
    included: Sequence[str],
    form: Form,
) -> Formatted:
    from refkit.csl import Processor, Style
    from refkit.csl.catalogue import known_locale

    language = known_locale(form.locale) if form.locale else None
    sheet = Style.load(form.style)
    if sheet.style_class == "note":
        clusters = [replace(cluster, note=number) for number, cluster in enumerate(clusters, 1)]
    processor = Processor(sheet, items.values(), language, form.output, form.links)
    processor.nocite(included)
    processor.update(clusters)
    warnings = [str(warning) for warning in processor.warnings]
    bibliography, left_out = _printed(processor, frozenset(included))
    if included and not bibliography.entries:
        warnings.append(f"the style `{form.style}` writes citations only, no bibliography")
    elif left_out:
        names = ", ".join(f"`{key}`" for key in left_out)
        warnings.append(f"the style `{form.style}` prints no bibliography entry for {names}")
    lines = (entry.strip() for entry in bibliography.entries)
    bare = (
        form.bare and form.output != "json"
    )  # whose brackets are no wrapper: without them it is no JSON
    text = "\n".join(lines) if bare else bibliography.text
    return Formatted(list(processor.citations), text, warnings, form.output)


def _printed(processor: Processor, wanted: frozenset[str]) -> tuple[Bibliography, list[str]]:
    """Return the bibliography of what a style prints, and the ids that it prints nothing for.

    Chicago's notes, for one, leave unpublished documents to the notes.
    """
    from refkit.csl.citation import NOTHING_TO_SHOW

    said = NOTHING_TO_SHOW.partition(": ")[2].strip(".]")
    found = processor.bibliography(include=lambda item: item.id in wanted)
    printed = {
        key for key, entry in zip(found.ids, found.entries, strict=True) if said not in entry
    }
    if len(printed) < len(found.ids):
        found = processor.bibliography(include=lambda item: item.id in printed)
    return found, [key for key in processor.ids if key in wanted and key not in printed]


def _with_citeproc_py(
    items: Mapping[str, Item],
    clusters: Sequence[Cluster],
    included: Sequence[str],
    form: Form,
) -> Formatted:
    from refkit.csl import peer

    citations, entries, warnings = peer.render(
        items, clusters, included, form.style, form.output, form.locale
    )
    if form.output == "html":
        entries = [f'  <div class="csl-entry">{entry}</div>' for entry in entries]
    text = "\n".join(entries)
    if form.output == "html" and not form.bare:
        text = f'<div class="csl-bib-body">\n{text}\n</div>'
    return Formatted(citations, text, warnings, form.output)
