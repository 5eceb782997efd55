"""Formatting of citations and bibliographies by a citation engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from refkit.errors import RefkitError, UnknownChoice
from refkit.formatting_options import (
    FormatExtras,
    FormatOptions,
    check_options,
    option_name,
    with_extras,
)
from refkit.model.item import Item
from refkit.records import dataclass, field, replace

__all__ = [
    "Citations", "FormatExtras", "FormatOptions", "Formatted", "cite_items", "engine_by_name", "read_citations",
    "with_extras",
]  # fmt: skip

if TYPE_CHECKING:
    from refkit.csl import Bibliography, Processor, Style
    from refkit.csl.cite import Cluster
    from refkit.csl.layout import Compiled
    from refkit.csl.presentation import Presentation
    from refkit.csl.sections import Section


@dataclass(slots=True)
class Citations:
    """The citations of a document in order, and the ids that each chapter cites, after its heading."""

    clusters: list[Cluster]
    chapters: list[tuple[str, list[str]]] = field(default_factory=list)


def read_citations(
    texts: Iterable[str], keys: Mapping[str, Item], locale: str | None = None
) -> Citations:
    """Return the citations in texts such as "smith2020, p. 12"; `# Introduction` starts a chapter.

    The labels of locators can be those of a locale, too.
    """
    from refkit.csl.cite_text import locale_labels, read_cluster
    from refkit.data.locators import LOCATOR_LABELS

    labels = locale_labels(locale) if locale else LOCATOR_LABELS
    found = Citations([])
    chapter: list[str] = []
    for text in texts:
        if text[:2] in ("# ", "#") and text not in keys:
            chapter = []
            found.chapters.append((_chapter_heading(text), chapter))
            continue
        cluster = read_cluster(text, keys, labels=labels)
        found.clusters.append(cluster)
        chapter += [cite.id for cite in cluster.cites]
    return found


def _chapter_heading(text: str) -> str:
    heading = text[2:].strip()
    if not heading:
        raise RefkitError(f"`{text}` has no heading; start a chapter like `# Introduction`")
    return heading


def is_set(item: Item) -> bool:
    """Whether an item only groups others under one key (biblatex manual, "Entry Sets")."""
    return item.entry is not None and item.entry.type == "set"


def by_key(items: Iterable[Item]) -> tuple[dict[str, Item], list[str]]:
    """Return the items by key, and a warning for each repeated key: the first item is used."""
    known: dict[str, Item] = {}
    repeated: dict[str, list[Item]] = {}
    for item in items:
        first = known.setdefault(item.id, item)
        if first is not item and item.id:
            repeated.setdefault(item.id, [first]).append(item)
    return known, [_repeated_key(key, found) for key, found in repeated.items()]


def _incomplete(items: Iterable[Item]) -> list[str]:
    """Return warnings for references without fields, and for records that were read without a type."""
    warnings: list[str] = []
    for item in items:
        if not (item.text or item.names or item.dates):
            warnings.append(
                f"the reference `{item.id}` has no fields to print; add its title and author"
            )
        elif item.entry is not None and not item.entry.type and item.type == "document":
            warnings.append(
                f"the reference `{item.id}` has no type; it is written as a {item.type}"
            )
    return warnings


def _repeated_key(key: str, items: Sequence[Item]) -> str:
    """Return the warning about a key of several items, with their places if they were read from files."""
    places = [
        f"{item.entry.source.name}:{item.entry.source.position(item.entry.key_span.start).line}"
        for item in items
        if item.entry is not None
    ]
    listed = f" ({', '.join(places)})" if places else ""
    return f"several references have the key `{key}`{listed}; the first is used"


def cite_items(
    items: Iterable[Item],
    texts: Sequence[str],
    keys: Sequence[str],
    engine: str,
    options: FormatOptions,
) -> Formatted:
    """Return citations and the bibliography of the keys, or else of the cited items, or else of all."""
    from refkit.csl.cite_text import keys_as_text, unknown_labels

    known, warnings = by_key(items)
    unknown = next((key for key in keys if key not in known), None)
    if unknown is not None:
        raise UnknownChoice("reference", unknown, known)
    citations = read_citations(texts, known, options.locale)
    warnings += keys_as_text(citations.clusters, known)
    warnings += unknown_labels(citations.clusters)
    cited = dict.fromkeys(cite.id for cluster in citations.clusters for cite in cluster.cites)
    included = list(keys or cited or (key for key, item in known.items() if not is_set(item)))
    if not known:
        return Formatted([], "", ["there are no references to format"], options.output)
    warnings += _incomplete([known[key] for key in included])
    formatted = engine_by_name(engine)(known, citations, included, options)
    return replace(formatted, warnings=[*warnings, *formatted.warnings])


Engine = Callable[
    [Mapping[str, Item], Citations, Sequence[str], FormatOptions],
    "Formatted",
]


@dataclass(slots=True)
class Formatted:
    """Citations in document order, the bibliography, and the engine's warnings.

    `document` is the complete document, if one was requested.
    """

    citations: list[str]
    bibliography: str
    warnings: list[str] = field(default_factory=list)

    output: str = "text"
    document: str = ""
    hanging_indent: bool = False

    def _repr_html_(self) -> str:
        """Return the citations and the bibliography as a notebook shows them."""
        from refkit.csl.write._notebook import notebook_html

        return notebook_html(self.bibliography, self.output, self.citations, self.hanging_indent)

    def text(self) -> str:
        """Return the citations, followed by the bibliography, as one document."""
        if self.document:
            return self.document
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
    citations: Citations,
    included: Sequence[str],
    options: FormatOptions,
) -> Formatted:
    from refkit.csl import Processor, Style
    from refkit.csl.catalogue import known_locale

    check_options(options)
    _check_chapters(citations, options)
    language = known_locale(options.locale) if options.locale else None
    style = Style.load(options.style)
    is_listed = _listed_test(frozenset(included), options)
    presentation = _presentation(options, is_listed) if options.extras else None
    processor = Processor(
        style,
        items.values(),
        language,
        options.output,
        options.links,
        presentation,
        options.item_language,
    )
    processor.update(_numbered(citations.clusters, style))  # the cites are kept for the citations
    processor.nocite(included)
    warnings = [*_style_errors(style, options.style), *map(str, processor.warnings)]
    bibliography = _bibliography(processor, style, language, citations, is_listed, options)
    warnings += _bibliography_warnings(bibliography, included, options)
    listed = [item for item in processor.items if is_listed(item)] if options.extras else []
    warnings += _without_effect(listed, style.compiled(language), citations, options)
    formatted = Formatted(
        _written_citations(processor, options.output),
        _text(bibliography, options.bare),
        warnings,
        options.output,
        hanging_indent=bibliography.hanging_indent,
    )
    if options.standalone:
        formatted.document = _document(formatted, bibliography, style, language, options, items)
    if formatted.document and options.output == "latex":
        from refkit.csl.write._scripts import font_warnings

        warnings += font_warnings(formatted.document)
    return formatted


def _numbered(clusters: list[Cluster], style: Style) -> list[Cluster]:
    """Return the clusters, each in a note of its own in a note style."""
    if style.style_class != "note":
        return clusters
    return [replace(cluster, note=number) for number, cluster in enumerate(clusters, 1)]


def _style_errors(style: Style, name: str) -> list[str]:
    """Return the errors of a style that can be used nevertheless."""
    return [f"{name}:{fault.line}: {fault.message}" for fault in style.faults]


def _written_citations(processor: Processor, output: str) -> list[str]:
    """Return the citations; a note whose author is named in the sentence follows that author."""
    notes, authors = processor.citations, processor.authors
    if output == "json" or not any(authors):
        return list(notes)
    return [
        f"{author}: {note}" if author else note for author, note in zip(authors, notes, strict=True)
    ]


def _check_chapters(citations: Citations, options: FormatOptions) -> None:
    if citations.chapters and options.group_by != "chapter":
        chapter = citations.chapters[0][0]
        raise RefkitError(
            f"`# {chapter}` starts a chapter, which only has an effect if you group by chapter"
        )


def _text(bibliography: Bibliography, bare: bool) -> str:
    """Return the text of a bibliography; JSON without its brackets would be invalid."""
    if bare and bibliography.output != "json":
        return "\n".join(entry.strip() for entry in bibliography.entries)
    return bibliography.text


def _listed_test(included: frozenset[str], options: FormatOptions) -> Callable[[Item], bool]:
    """Return the test whether the bibliography contains an item."""
    if not (options.include or options.exclude):
        return lambda item: item.id in included
    from refkit.csl.item_filter import any_filter, item_filter

    wanted = [item_filter(text) for text in options.include]
    unwanted = any_filter(options.exclude)
    return lambda item: (
        item.id in included and all(test(item) for test in wanted) and not unwanted(item)
    )


def _presentation(options: FormatOptions, is_listed: Callable[[Item], bool]) -> Presentation:
    from refkit.csl.presentation import Presentation

    is_own = adapt = None
    if options.highlight:
        from refkit.csl.highlighting import own_names

        is_own = own_names(options.highlight)
    if options.abbreviations:
        from refkit.csl.abbreviations import load_abbreviations

        adapt = load_abbreviations(options.abbreviations).applied
    return Presentation(
        options.link_citations, options.standalone, is_listed, is_own, options.annotate, adapt
    )


def _bibliography(
    processor: Processor,
    style: Style,
    language: str | None,
    citations: Citations,
    is_listed: Callable[[Item], bool],
    options: FormatOptions,
) -> Bibliography:
    """Return the bibliography, in sections if requested, without references that the style omits.

    Chicago's notes, for example, omit unpublished documents from the bibliography.
    """
    if not options.has_sections:
        bibliography = processor.bibliography(is_listed)
        if not set(bibliography.empty).isdisjoint(bibliography.ids):
            empty = bibliography.empty
            rendered = processor.bibliography(lambda item: item.id not in empty and is_listed(item))
            bibliography = replace(rendered, empty=empty)
        return bibliography
    from refkit.csl.sections import sectioned_bibliography

    listed = [item for item in processor.items if is_listed(item)]
    sections = _sections(listed, style, language, citations, options)
    return sectioned_bibliography(processor, sections)


def _sections(
    listed: Sequence[Item],
    style: Style,
    language: str | None,
    citations: Citations,
    options: FormatOptions,
) -> list[Section]:
    from refkit.csl.sections import chapter_sections, sections_by, sections_from

    locale = style.compiled(language).locale
    if options.sections:
        return sections_from(listed, options.sections)
    if options.group_by == "chapter":
        return chapter_sections(listed, citations.chapters, locale)
    return sections_by(listed, options.group_by, locale)


def _bibliography_warnings(
    bibliography: Bibliography, included: Sequence[str], options: FormatOptions
) -> list[str]:
    """Return a warning if a bibliography is empty or lacks entries."""
    if included and not bibliography.entries:
        if options.include or options.exclude or options.sections:
            return ["the bibliography is empty: no reference passes the filters"]
        return [f"the style `{options.style}` writes citations only, no bibliography"]
    if not bibliography.empty:
        return []
    names = ", ".join(f"`{key}`" for key in bibliography.empty)
    return [f"the style `{options.style}` prints no bibliography entry for {names}"]


def _without_effect(
    listed: Sequence[Item], style: Compiled, citations: Citations, options: FormatOptions
) -> list[str]:
    """Return warnings about options and chapters without effect."""
    if not (options.highlight or options.annotate or options.sections or citations.chapters):
        return []
    from refkit.formatting_warnings import empty_chapters, unused

    return unused(listed, style, options) + empty_chapters(citations.chapters)


def _document(
    formatted: Formatted,
    bibliography: Bibliography,
    style: Style,
    language: str | None,
    options: FormatOptions,
    items: Mapping[str, Item],
) -> str:
    from refkit.csl.item_language import known_language
    from refkit.csl.sections import heading
    from refkit.csl.write._page import Page, page

    locale = style.compiled(language).locale
    content = Page(
        options.title,
        heading("references", locale.language),
        locale.language,
        formatted.citations,
        bibliography,
        style.style_class == "note",
        {id_: known_language(items[id_].text.get("language", "")) for id_ in bibliography.ids},
    )
    return page(content)


def _with_citeproc_py(
    items: Mapping[str, Item],
    citations: Citations,
    included: Sequence[str],
    options: FormatOptions,
) -> Formatted:
    from refkit.csl import peer

    unknown = [
        *options.extras,
        *(name for name in ("item_language", "links") if getattr(options, name)),
    ]
    if unknown:
        raise RefkitError(f"citeproc-py has no `{option_name(unknown[0])}`; omit `--engine`")
    written, entries, warnings = peer.render(
        items, citations.clusters, included, options.style, options.output, options.locale
    )
    if options.output == "html":
        entries = [f'  <div class="csl-entry">{entry}</div>' for entry in entries]
    text = "\n".join(entries)
    if options.output == "html" and not options.bare:
        text = f'<div class="csl-bib-body">\n{text}\n</div>'
    return Formatted(written, text, warnings, options.output)
