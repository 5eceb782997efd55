"""A citation style as typed elements (CSL 1.0.2), one class per rendering element."""

from __future__ import annotations

from refkit.csl.faults import StyleFault
from refkit.csl.output import PLAIN, Look
from refkit.records import dataclass, field


@dataclass(slots=True)
class TextVariable:
    """cs:text with `variable`."""

    variable: str
    form: str
    look: Look


@dataclass(slots=True)
class TextMacro:
    """cs:text with `macro`."""

    macro: str
    look: Look
    line: int


@dataclass(slots=True)
class TextTerm:
    """cs:text with `term`."""

    term: str
    form: str
    plural: bool
    look: Look


@dataclass(slots=True)
class TextValue:
    """cs:text with `value`."""

    value: str
    look: Look


@dataclass(slots=True)
class Number:
    """cs:number; `form` is numeric, ordinal, long-ordinal or roman."""

    variable: str
    form: str
    look: Look


@dataclass(slots=True)
class Label:
    """cs:label; `plural` is contextual, always or never. Inside cs:names it has no variable."""

    variable: str
    form: str
    plural: str
    look: Look


@dataclass(slots=True)
class DatePart:
    """cs:date-part; `name` is day, month or year."""

    name: str
    form: str
    range_delimiter: str
    look: Look


@dataclass(slots=True)
class Date:
    """cs:date. A localized date has a `form` (text, numeric) and `shows` these parts of it."""

    variable: str
    form: str
    shows: frozenset[str]
    parts: tuple[DatePart, ...]
    delimiter: str
    look: Look


@dataclass(slots=True, frozen=True)
class NameOptions:
    """The attributes of cs:names and cs:name that are inherited; None means that an attribute is not set."""

    and_: str | None = None
    delimiter: str | None = None
    delimiter_precedes_et_al: str | None = None
    delimiter_precedes_last: str | None = None
    et_al_min: int | None = None
    et_al_use_first: int | None = None
    et_al_subsequent_min: int | None = None
    et_al_subsequent_use_first: int | None = None
    et_al_use_last: bool | None = None
    form: str | None = None
    initialize: bool | None = None
    initialize_with: str | None = None
    name_as_sort_order: str | None = None
    sort_separator: str | None = None
    names_delimiter: str | None = None

    def over(self, outer: NameOptions) -> NameOptions:
        """Return these options, with those of `outer` for options that are not set."""
        if self is NO_OPTIONS or outer is NO_OPTIONS:
            return outer if self is NO_OPTIONS else self
        return NameOptions(
            *(
                getattr(outer, name) if getattr(self, name) is None else getattr(self, name)
                for name in NameOptions.__slots__
            )
        )


NO_OPTIONS = NameOptions()


@dataclass(slots=True)
class NameStyle:
    """cs:name: the inherited options, its formatting and that of its cs:name-parts."""

    options: NameOptions = NO_OPTIONS
    look: Look = PLAIN
    family: Look = PLAIN
    given: Look = PLAIN


@dataclass(slots=True)
class EtAl:
    """cs:et-al."""

    term: str = "et-al"
    look: Look = PLAIN


@dataclass(slots=True)
class Names:
    """cs:names; None means that the style does not have the child element."""

    variables: tuple[str, ...]
    options: NameOptions
    look: Look
    name: NameStyle | None = None
    et_al: EtAl | None = None
    label: Label | None = None
    label_first: bool = False
    substitute: tuple[Element, ...] = ()
    has_substitute: bool = False


@dataclass(slots=True)
class Group:
    """cs:group."""

    children: tuple[Element, ...]
    delimiter: str
    look: Look


@dataclass(slots=True, frozen=True, eq=False)
class Test:
    """One condition of a cs:if: an attribute and its values. Two tests are equal only if they are the same one."""

    kind: str
    values: tuple[str, ...]


@dataclass(slots=True)
class Branch:
    """cs:if, cs:else-if or cs:else (which has no tests); `match` is all, any or none."""

    match: str
    tests: tuple[Test, ...]
    children: tuple[Element, ...]


@dataclass(slots=True)
class Choose:
    """cs:choose."""

    branches: tuple[Branch, ...]


Element = (
    TextVariable | TextMacro | TextTerm | TextValue | Number | Label | Date | Names | Group | Choose
)


@dataclass(slots=True)
class Macro:
    """cs:macro, with its name options."""

    children: tuple[Element, ...]
    options: NameOptions


@dataclass(slots=True)
class Key:
    """cs:key: a variable or a macro (the other is empty) with its own et-al settings."""

    variable: str
    macro: str
    descending: bool
    options: NameOptions
    line: int


@dataclass(slots=True)
class Layout:
    """cs:layout with the options and sort keys of the cs:citation or cs:bibliography around it.

    `attributes` are those of the surrounding element, as written. `localized` are the layouts of the same element for
    items in certain languages, which are their `locales`.
    """

    children: tuple[Element, ...]
    delimiter: str
    look: Look
    options: NameOptions
    sort: tuple[Key, ...]
    attributes: dict[str, str]
    locales: tuple[str, ...]
    localized: tuple[Layout, ...]


@dataclass(slots=True)
class Term:
    """cs:term: `name` in a `form`, singular and plural, with the attributes of ordinals."""

    name: str
    form: str
    single: str
    multiple: str
    gender: str
    gender_form: str
    match: str


@dataclass(slots=True)
class LocaleElement:
    """cs:locale, in a locale file or in a style; an empty language matches every language."""

    language: str
    options: dict[str, str] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    dates: dict[str, Date] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Style:
    """The root of an independent style: its layouts, macros and options.

    `intext` is cs:intext of citeproc-js, the layout of an author in the sentence.
    """

    title: str
    id: str
    style_class: str
    citation: Layout
    bibliography: Layout | None
    macros: dict[str, Macro]
    intext: Layout | None = None
    locales: tuple[LocaleElement, ...] = ()
    options: NameOptions = NO_OPTIONS
    default_locale: str = ""
    page_range_format: str = ""
    demote_non_dropping_particle: str = "display-and-sort"
    initialize_with_hyphen: bool = True
    fields: tuple[str, ...] = ()
    faults: tuple[StyleFault, ...] = ()
