"""Options for formatting citations and bibliographies, and which of them can be combined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypedDict

from refkit.errors import RefkitError
from refkit.records import dataclass, replace

Strings = str | Sequence[str]
_COMMON = ("locale", "item_language", "bare", "links")  # the options of all engines


class FormatExtras(TypedDict, total=False):
    """The optional arguments of `cite` and `format`, as in the fields of `FormatOptions`."""

    locale: str | None
    item_language: bool
    bare: bool
    links: bool
    link_citations: bool
    highlight: Strings
    annotate: bool | Strings
    abbreviations: Strings
    include: Strings
    exclude: Strings
    group_by: str
    sections: Strings
    standalone: bool
    title: str


@dataclass(slots=True, frozen=True)
class FormatOptions:
    """Options for formatting.

    `item_language` writes terms, dates and quotation marks in the language of each reference.
    `bare` omits the markup around the bibliography. `links` turns DOIs and URLs into hyperlinks. `link_citations`
    links cites to their entries. `highlight` contains names to set in bold. `annotate` names the variables of which
    the first that a reference has is printed below its entry. `abbreviations` are paths of lists for short forms.
    `include` and `exclude` are filters of the bibliography such as `type=book`. `group_by` is year, type, keyword or
    chapter, and `sections` are sections such as `Books: type=book`. `standalone` writes a complete document with a
    `title`.
    """

    style: str
    output: str
    locale: str | None = None
    item_language: bool = False
    bare: bool = False
    links: bool = False
    link_citations: bool = False
    highlight: tuple[str, ...] = ()
    annotate: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    group_by: str = ""
    sections: tuple[str, ...] = ()
    standalone: bool = False
    title: str = ""

    @property
    def has_sections(self) -> bool:
        """Whether the bibliography has several parts."""
        return bool(self.group_by or self.sections)

    @property
    def extras(self) -> list[str]:
        """The names of the arguments in use that only the engine of refkit has."""
        names = (name for name in FormatExtras.__annotations__ if name not in _COMMON)
        return [name for name in names if getattr(self, name)]


def with_extras(options: FormatOptions, extras: FormatExtras) -> FormatOptions:
    """Return options with the optional arguments of `cite`, where a text is a list with one member."""
    values: dict[str, object] = {}
    for name, value in extras.items():
        if name not in FormatExtras.__annotations__:
            raise TypeError(f"there is no argument `{name}`")
        is_list = isinstance(getattr(options, name), tuple)
        values[name] = _list(value) if is_list else value
    return replace(options, **values)  # type: ignore[arg-type]  # FormatExtras has the types


def _list(value: object) -> tuple[str, ...]:
    if value is False:
        return ()
    if value is True:
        from refkit.csl.presentation import ANNOTATION

        return ANNOTATION
    if isinstance(value, str):
        return (value,)
    assert isinstance(value, Iterable)
    return tuple(map(str, value))


def check_options(options: FormatOptions) -> None:
    """Raise RefkitError for options that contradict each other or that the output does not support."""
    needs_markup = [name for name in options.extras if name in _NEED_MARKUP]
    if options.bare and needs_markup:
        name = option_name(needs_markup[0])
        raise RefkitError(f"`--bare` and `{name}` cannot be combined; omit one of them")
    if options.group_by and options.sections:
        raise RefkitError("`--group-by` and `--section` cannot be combined; omit one of them")
    if options.title and not options.standalone:
        raise RefkitError("`--title` is only written with `--standalone`")
    _check_output(options)
    if options.standalone:
        from refkit.csl.write._page import check_page

        check_page(options.output)


def _check_output(options: FormatOptions) -> None:
    """Raise RefkitError for an option that has no effect in an output."""
    for name, outputs, markup in (
        ("links", ("text", "ansi"), "links"),
        ("highlight", ("text",), "bold text"),
    ):
        if getattr(options, name) and options.output in outputs:
            raise RefkitError(
                f"the output `{options.output}` has no {markup}; omit `{option_name(name)}` or choose html, "
                "latex, markdown, rst, rtf or typst"
            )


def option_name(argument: str) -> str:
    """Return the option of `refkit format` for an argument of `cite`."""
    return f"--{_OPTION_NAMES.get(argument, argument.replace('_', '-'))}"


_OPTION_NAMES = {"highlight": "highlight-author", "sections": "section"}
_NEED_MARKUP = ("link_citations", "annotate", "group_by", "sections", "standalone")
