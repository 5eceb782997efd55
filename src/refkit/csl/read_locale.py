"""Parse cs:locale (terms, date formats, options), and the formatting and dates that styles share."""

from __future__ import annotations

from refkit.csl.ast import Date, DatePart, LocaleElement, Term
from refkit.csl.output import Look
from refkit.xml_reading import XmlElement


def read_locale(element: XmlElement) -> LocaleElement:
    """cs:locale, the root of a locale file or a child of cs:style."""
    terms = [term for child in element.find_all("terms") for term in child.find_all("term")]
    options: dict[str, str] = {}
    for child in element.find_all("style-options"):
        options.update(child.attributes)
    return LocaleElement(
        language=element.attributes.get("lang", ""),
        options=options,
        terms=tuple(read_term(term) for term in terms),
        dates={date.form: date for date in map(read_date, element.find_all("date"))},
    )


def read_term(element: XmlElement) -> Term:
    """cs:term, with cs:single and cs:multiple or one text for both."""
    get = element.attributes.get
    single, multiple = element.find("single"), element.find("multiple")
    own = _text(element)
    one = _text(single) if single else own
    return Term(
        name=get("name", ""),
        form=get("form", "long"),
        single=one,
        multiple=_text(multiple) if multiple else one,
        gender=get("gender", ""),
        gender_form=get("gender-form", ""),
        match=get("match", ""),
    )


def _text(element: XmlElement) -> str:
    """Return the text of an element without line breaks and indentation."""
    return " ".join(element.text.split()) if "\n" in element.text else element.text


def read_look(element: XmlElement) -> Look:
    """The formatting, affix, text-case, quotes, strip-periods and display attributes."""
    get = element.attributes.get
    return Look(
        prefix=get("prefix", ""),
        suffix=get("suffix", ""),
        font_style=get("font-style", ""),
        font_variant=get("font-variant", ""),
        font_weight=get("font-weight", ""),
        text_decoration=get("text-decoration", ""),
        vertical_align=get("vertical-align", ""),
        text_case="" if _holds_elements(element) else get("text-case", ""),
        display=get("display", ""),
        quotes=get("quotes") == "true",
        strip_periods=get("strip-periods") == "true",
    )


def _holds_elements(element: XmlElement) -> bool:
    """Whether an element contains others, so that text-case has no effect.

    citeproc-js, with which styles are tested, applies it only to elements with text.
    """
    return element.tag in ("date", "names") or "macro" in element.attributes


_SHOWN = {"year": ("year",), "year-month": ("year", "month")}


def read_date(element: XmlElement) -> Date:
    """cs:date, in a style or in a locale."""
    get = element.attributes.get
    return Date(
        variable=get("variable", ""),
        form=get("form", ""),
        shows=frozenset(_SHOWN.get(get("date-parts", ""), ("year", "month", "day"))),
        parts=tuple(read_date_part(part) for part in element.find_all("date-part")),
        delimiter=get("delimiter", ""),
        look=read_look(element),
    )


def read_date_part(element: XmlElement) -> DatePart:
    """cs:date-part."""
    get = element.attributes.get
    look = read_look(element)
    return DatePart(get("name", ""), get("form", ""), get("range-delimiter", ""), look)
