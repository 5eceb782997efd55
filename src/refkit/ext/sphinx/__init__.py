"""Citations and bibliographies in Sphinx, in any CSL style.

extensions = ["refkit.ext.sphinx"]
refkit_bibliography = ["refs.bib"]
refkit_style = "apa"
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from refkit.errors import RefkitError
from refkit.ext._bibliography import read_bibliography
from refkit.ext.sphinx._domain import CiteDomain, FootciteDomain
from refkit.ext.sphinx._nodes import CitationNode, Link, ListNode, NotesNode, nodes_of
from refkit.ext.sphinx._notes import NotesTransform
from refkit.ext.sphinx._project import Printed, PrintedEntry, Project, References
from refkit.ext.sphinx._roles import BibliographyDirective, CiteRole, NotesDirective
from refkit.ext.sphinx._style import is_note_style, locale_of
from refkit.model.item import Item

__all__ = ["setup"]

_QUOTES = "”’»\"'"
_LOGGER = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict[str, object]:
    """Register the roles and directives, and the settings `refkit_bibliography`, `refkit_style` and `refkit_locale`."""
    app.add_config_value("refkit_bibliography", [], "env", (list, tuple, str))
    app.add_config_value("refkit_style", "apa", "env", (str,))
    app.add_config_value("refkit_locale", "", "env", (str,))
    app.add_config_value("bibtex_bibfiles", [], "env", (list, tuple, str))
    app.add_domain(CiteDomain)
    app.add_domain(FootciteDomain)
    app.add_role("cite", CiteRole(""))
    app.add_role("footcite", CiteRole("", is_foot=True))
    app.add_directive("bibliography", BibliographyDirective)
    app.add_directive("footbibliography", NotesDirective)
    for node in (CitationNode, ListNode, NotesNode):
        app.add_node(node)
    app.add_transform(NotesTransform)
    app.connect("builder-inited", _check_settings)
    app.connect("env-updated", _print)
    app.connect("doctree-resolved", _resolve)
    from refkit import __version__

    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _check_settings(app: Sphinx) -> None:
    """Raise ExtensionError for a style or locale that does not exist, and add the style sheet."""
    try:
        is_note_style(app.config.refkit_style)
        locale_of(app.config.refkit_locale, "")
    except RefkitError as error:
        raise ExtensionError(f"refkit: {error}") from error
    if app.builder.format == "html":
        app.config.html_static_path.append(os.path.join(os.path.dirname(__file__), "_static"))
        app.add_css_file("refkit.css")


def _print(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Format all citations, and return the documents whose texts changed, so that Sphinx writes them again."""
    domain = env.get_domain("cite")
    documents = list(reading_order(env))
    project = Project(
        _references(app),
        app.config.refkit_style,
        locale_of(app.config.refkit_locale, app.config.language or ""),
        {name: domain.places[name] for name in documents if name in domain.places},
        {name: domain.lists[name] for name in documents if name in domain.lists},
    )
    printed = project.printed()
    for problem in project.problems:
        place = (problem.document, problem.line) if problem.line else problem.document
        _LOGGER.warning(problem.message, location=place, type="refkit", subtype=problem.kind)
    changed = [name for name, texts in printed.items() if domain.printed.get(name) != texts]
    domain.printed.clear()
    domain.printed.update(printed)
    return changed


def reading_order(env: BuildEnvironment) -> Iterator[str]:
    """Yield the documents in the order of the tables of contents, and then those that are in none."""
    seen: set[str] = set()
    waiting = [env.config.root_doc]
    while waiting:
        name = waiting.pop()
        if name not in seen and name in env.all_docs:
            seen.add(name)
            yield name
            waiting += reversed(env.toctree_includes.get(name, []))
    yield from sorted(name for name in env.all_docs if name not in seen)


def _references(app: Sphinx) -> References:
    """Return the references of the project's files; problems of files are warnings."""
    configured = app.config.refkit_bibliography or app.config.bibtex_bibfiles
    names = [configured] if isinstance(configured, str) else list(configured)
    items: dict[str, Item] = {}
    keys: dict[str, list[str]] = {}
    for name in names:
        try:
            found, problems = read_bibliography(os.path.join(app.srcdir, name))
        except RefkitError as error:
            _LOGGER.warning("%s", error, type="refkit", subtype="file")
            continue
        for problem in problems:
            place = f"{name}:{problem.line}" if problem.line else None
            _LOGGER.warning("%s", problem.message, location=place, type="refkit", subtype="syntax")
        keys[name] = list(dict.fromkeys(item.id for item in found))
        for item in found:
            items.setdefault(item.id, item)
    return References(items, keys)


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace the places of citations and lists with their texts."""
    printed = app.env.get_domain("cite").printed
    for node in list(doctree.findall(CitationNode)):
        texts = printed.get(node["document"], Printed())
        text = texts.texts.get(node["number"])
        html = "" if text is None else text.author if node["part"] == "author" else text.html
        found = nodes_of(html, _link(app, node["document"], texts.targets), has_margin=False)
        _strip_stop(node, found)
        node.replace_self(found)
    for place in list(doctree.findall(ListNode)):
        place.replace_self(_list(place, printed.get(place["document"], Printed())))


def _link(app: Sphinx, document: str, targets: dict[str, str]) -> Link:
    """Return the function that finds the address of an entry."""

    def link(anchor: str) -> tuple[str, str]:
        target = targets.get(anchor)
        if target is None:
            return "", ""
        reference = make_refnode(app.builder, document, target, anchor, nodes.inline())
        if "refid" in reference:
            return "refid", reference["refid"]
        # A project on a single page has addresses such as `#document-a#ref-b`.
        page, _, name = reference["refuri"].rpartition("#")
        return "refuri", f"#{name}" if page.startswith("#") else reference["refuri"]

    return link


def _strip_stop(node: CitationNode, found: list[nodes.Node]) -> None:
    """Remove the full stop of a citation before other punctuation in a note of the author, or that after it."""
    after = node.next_node(descend=False, siblings=True)
    last = found[-1] if found else None
    if not isinstance(after, nodes.Text) or after[:1] not in tuple(".,;:)") or last is None:
        return
    if isinstance(last, nodes.Text) and last.endswith("."):
        found[-1] = nodes.Text(last.removesuffix("."))
    elif last.astext().rstrip(_QUOTES).endswith(".") and after.startswith("."):
        after.parent.replace(after, nodes.Text(after[1:]))


def _list(place: ListNode, printed: Printed) -> list[nodes.Node]:
    """Return a list of references: a container with a paragraph for each, or a list of docutils."""
    entries = printed.entries.get(place["number"], ())
    if not entries:
        return []
    paragraphs = [_entry(one, place["list_type"] == "citation") for one in entries]
    if place["list_type"] != "citation":
        kind = nodes.bullet_list if place["list_type"] == "bullet" else nodes.enumerated_list
        items = [nodes.list_item("", paragraph) for paragraph in paragraphs]
        return [kind("", *items, classes=["refkit-bibliography"])]
    classes = ["refkit-bibliography"]
    classes += ["csl-hanging-indent"] if printed.hanging.get(place["number"]) else []
    return [nodes.container("", *paragraphs, classes=classes)]


def _entry(entry: PrintedEntry, has_margin: bool) -> nodes.paragraph:
    """Return the paragraph of an entry, with a target for links if it is the first one of its reference."""
    content = nodes_of(entry.html, None, has_margin)
    is_margin = any(
        "csl-left-margin" in one["classes"] for one in content if isinstance(one, nodes.Element)
    )
    classes = ["csl-entry", *(["csl-with-margin"] if is_margin else [])]
    target = [nodes.target("", "", ids=[entry.anchor])] if entry.is_target else []
    return nodes.paragraph("", "", *target, *content, classes=classes)
