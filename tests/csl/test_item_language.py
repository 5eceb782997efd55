"""Items in their own language: cs:layout with `locale`, and `item_language` for any style."""

from __future__ import annotations

import pytest
from tests.csl.documents import style

from refkit.csl import Cite, Cluster, Processor, Style
from refkit.csl.item_language import known_language
from refkit.csl.output import Group, Node, Text
from refkit.csl.text import finish
from refkit.csl.text_state import TextOptions
from refkit.csl.validate import validate

BODY = (
    '<group delimiter=", "><names variable="author">'
    '<name and="text" et-al-min="3" et-al-use-first="1" initialize-with=". "/>'
    '<label prefix=" (" suffix=")"/></names>'
    '<text variable="title" quotes="true" text-case="title"/>'
    '<group delimiter=" "><text term="in"/><names variable="editor"><name/>'
    '<label form="short" prefix=" (" suffix=")"/></names></group>'
    '<date variable="issued" form="text"/>'
    '<group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group></group>'
)
ENTRY = f'<bibliography><layout suffix=".">{BODY}</layout></bibliography>'
STYLE = style("<citation><layout>" + BODY + "</layout></citation>", ENTRY)
PEOPLE = [{"family": name, "given": "Ann"} for name in ("Doe", "Roe", "Poe")]


def item(id_: str, language: str, people: int = 2) -> dict[str, object]:
    """An item in a language, with two or three authors, an editor, a date and pages."""
    return {
        "id": id_,
        "type": "chapter",
        "language": language,
        "title": "a study of words",
        "author": PEOPLE[:people],
        "editor": [{"family": "Ed", "given": "Eve"}],
        "issued": {"date-parts": [[2001, 3, 5]]},
        "page": "5-7",
    }


def entry(language: str, people: int = 2, *, locale: str = "en-US", styled: Style = STYLE) -> str:
    """Return the entry of one item with `item_language`."""
    record = item("x", language, people)
    processor = Processor(styled, [record], locale, "text", item_language=True)
    processor.nocite(["x"])
    return processor.bibliography().entries[0]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "A. Doe and A. Roe, “A Study of Words,” in Eve Ed (ed.), March 5, 2001, pp. 5–7."),
        ("de", "A. Doe und A. Roe, „a study of words“, in Eve Ed (Hrsg.), 5. März 2001, S. 5–7."),
        (
            "fr-FR",
            "A. Doe et A. Roe, « a study of words », in Eve Ed (éd.), 5 mars 2001, p. 5‑7.",
        ),
        ("ru", "A. Doe и A. Roe, «a study of words», в Eve Ed (ред.), 5 март 2001 г., сс. 5–7."),
        ("zh", "A. Doe和A. Roe, 《a study of words》, 收入 Eve Ed (编), 2001年3月5日, 页 5～7."),
    ],
)
def test_an_item_has_terms_dates_and_quotes_of_its_language(language: str, expected: str) -> None:
    """An English style names a German item in German; only English titles have title case."""
    assert entry(language) == expected


@pytest.mark.parametrize(
    ("language", "et_al"), [("en", "et al."), ("de", "u.\u00a0a."), ("ru", "и др."), ("zh", "等")]
)
def test_et_al_is_in_the_language_of_the_item(language: str, et_al: str) -> None:
    """The term follows the first author."""
    assert et_al in entry(language, 3).partition("study")[0]


@pytest.mark.parametrize("language", ["", "xx", "Klingon", "de, en", "en-GB", "1"])
def test_an_unknown_language_is_that_of_the_style(language: str) -> None:
    """A dialect of the style's language changes nothing, too."""
    assert entry(language).partition(" in ")[2] == "Eve Ed (ed.), March 5, 2001, pp. 5–7."


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("German", "de"),
        ("ngerman", "de"),
        ("deu", "de"),
        ("ger", "de"),
        ("DE_at", "de-AT"),
        (" fr ", "fr"),
        ("zh-Hant", "zh-TW"),
        ("zh-HK", "zh-TW"),
        ("zh-Hans", "zh-CN"),
        ("", ""),
    ],
)
def test_a_language_may_be_a_name_or_a_code(tag: str, language: str) -> None:
    """Catalogs write languages in several ways."""
    assert known_language(tag) == language


def test_without_the_option_all_items_are_in_the_language_of_the_style() -> None:
    """This is what CSL specifies."""
    processor = Processor(STYLE, [item("x", "de")], output="text")
    processor.nocite(["x"])
    assert "March 5, 2001, pp. 5–7" in processor.bibliography().entries[0]


def test_the_language_of_the_document_is_that_of_the_other_items() -> None:
    """An English item in a German document."""
    assert "March 5, 2001" in entry("en", locale="de-DE")


def test_a_style_compiled_for_items_leaves_the_other_alone() -> None:
    """Both are cached under keys of their own."""
    assert STYLE.compiled("en-US", True) is not STYLE.compiled("en-US")
    assert STYLE.compiled("en-US").languages is None


AUTHOR_YEAR = (
    '<group delimiter=" "><names variable="author">'
    '<name form="short" and="text" et-al-min="3" et-al-use-first="1"/></names>'
    '<date variable="issued"><date-part name="year"/></date></group>'
)
AUTHOR_DATE = style(
    '<citation collapse="year" disambiguate-add-year-suffix="true">'
    '<sort><key variable="author"/></sort>'
    f'<layout prefix="(" suffix=")" delimiter="; ">{AUTHOR_YEAR}</layout></citation>',
    '<bibliography><sort><key variable="title"/></sort>'
    f"<layout>{AUTHOR_YEAR}</layout></bibliography>",
)


def cited(*records: dict[str, object]) -> str:
    """Return one citation of items with `item_language`."""
    processor = Processor(AUTHOR_DATE, records, output="text", item_language=True)
    return processor.cite(Cluster([Cite(str(one["id"])) for one in records]))


def test_two_items_in_one_language_are_collapsed() -> None:
    """Their names read the same, so they need year suffixes."""
    assert cited(item("a", "de"), item("b", "de")) == "(Doe und Roe 2001a, 2001b)"


def test_items_that_differ_in_language_differ_already() -> None:
    """The conjunction distinguishes them, and neither is collapsed."""
    assert cited(item("a", "de"), item("b", "en")) == "(Doe and Roe 2001; Doe und Roe 2001)"


def test_items_are_sorted_regardless_of_their_language() -> None:
    """Sorting compares names, not terms."""
    records = [
        {**item("b", "zh"), "title": "b"}, {**item("a", "de"), "title": "a"},
        {**item("c", "en"), "title": "c"},
    ]  # fmt: skip
    processor = Processor(AUTHOR_DATE, records, item_language=True)
    processor.nocite("bac")
    assert processor.ids == ("a", "b", "c")


def layouts(element: str, *parts: tuple[str, str]) -> str:
    """Return an area with layouts, each of them (attributes, content)."""
    inner = "".join(f"<layout {attributes}>{body}</layout>" for attributes, body in parts)
    return f"<{element}>{inner}</{element}>"


NO_DATE = '<text term="no date"/>'
LOCALIZED = style(
    layouts(
        "citation",
        ('locale="de fr" prefix="[" suffix="]"', NO_DATE),
        ('locale="de-AT" prefix="&lt;" suffix="&gt;"', f'{NO_DATE}<text value="!"/>'),
        ('prefix="(" suffix=")" delimiter="; "', NO_DATE),
    ),
    layouts(
        "bibliography",
        ('locale="ru" suffix="!"', f'<text variable="title" quotes="true"/>{NO_DATE}'),
        ('suffix="."', f'<text variable="title" quotes="true"/>{NO_DATE}'),
    ),
)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "[ohne Datum]"),
        ("de-CH", "[ohne Datum]"),
        ("de-AT", "<ohne Datum!>"),
        ("fr-CA", "[sans date]"),
        ("ru", "(без даты)"),
        ("en", "(no date)"),
        ("es", "(no date)"),
        ("", "(no date)"),
    ],
)
def test_a_layout_with_locale_is_for_items_in_its_languages(language: str, expected: str) -> None:
    """It has the terms of the language of the item; the layout without `locale` is for all others."""
    processor = Processor(LOCALIZED, [item("x", language)], output="text")
    assert processor.cite(Cluster([Cite("x")])) == expected


DELIMITED = style(
    layouts(
        "citation",
        ('locale="de" prefix="[" suffix="]" delimiter=" / " font-style="italic"', NO_DATE),
        ('locale="fr" prefix="&lt;" suffix="&gt;"', NO_DATE),
        ('prefix="(" suffix=")" delimiter="; "', NO_DATE),
    )
)


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        ("de en", "<i>[ohne Datum / no date]</i>"),
        ("de de en de", "<i>[ohne Datum / ohne Datum / no date / ohne Datum]</i>"),
        ("en de", "(no date; ohne Datum)"),
        ("fr de", "&#60;sans dateohne Datum&#62;"),
        ("ru de", "(no date; ohne Datum)"),
    ],
)
def test_a_citation_has_the_affixes_and_the_delimiter_of_its_first_cite(
    languages: str, expected: str
) -> None:
    """The layouts of the cites can differ, but brackets match."""
    records = [item(f"x{at}", language) for at, language in enumerate(languages.split())]
    processor = Processor(DELIMITED, records, output="html")
    assert processor.cite(Cluster([Cite(str(one["id"])) for one in records])) == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (("", 'locale="de"'), []),
        (('locale="de-AT pt-BR"', 'locale="la"', ""), []),
        (('locale="de"', 'locale="fr"'), ["`citation` has no `layout` without `locale`"]),
        (('locale="zz qq"', ""), ["`zz` is not a known language", "`qq` is not a known language"]),
        (('locale="german"', ""), ["`german` is not a known language"]),
        (('locale=""', ""), ['`locale=""` names no language']),
        (('locale="de"', 'locale="fr de"', ""), ["a second `layout` for `de`"]),
        (("", ""), ["a second `layout` without `locale`"]),
    ],
)
def test_the_languages_of_layouts_are_checked(
    attributes: tuple[str, ...], expected: list[str]
) -> None:
    """The layout of an unknown language would never be used."""
    area = layouts("citation", *((one, NO_DATE) for one in attributes))
    found = [fault.message for fault in style(area).faults]
    assert [one[: len(start)] for one, start in zip(found, expected, strict=True)] == expected


def test_the_validator_checks_the_languages_of_layouts() -> None:
    """Layouts with languages are valid, and unknown languages are not."""
    head = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><id>x</id>'
    head += "<title>X</title><updated>2020-01-01T00:00:00Z</updated></info>"
    area = layouts("citation", ('locale="de zz"', NO_DATE), ("", NO_DATE))
    assert [fault.message for fault in validate(f"{head}{area}</style>")] == [
        "`zz` is not a known language; write a code such as `de` or `pt-BR`"
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ru", "«a study of words»без даты!"), ("en", "“a study of words”no date.")],
)
def test_an_entry_has_the_affixes_of_its_layout(language: str, expected: str) -> None:
    """Bibliographies have layouts by language, too."""
    processor = Processor(LOCALIZED, [item("x", language)], output="text")
    processor.nocite(["x"])
    assert processor.bibliography().entries[0] == expected


def test_conditions_and_macros_of_every_layout_are_known() -> None:
    """A localized layout may test the position and call macros, although the default one does neither."""
    condition = '<choose><if position="ibid"><text term="ibid"/></if><else>{}</else></choose>'
    styled = style(
        layouts("citation", ('locale="de"', condition.format(NO_DATE)), ("", NO_DATE)),
        style_class="note",
    )
    processor = Processor(styled, [item("x", "de")], output="text")
    notes = [processor.cite(Cluster([Cite("x")], note=at)) for at in (1, 2)]
    assert notes == ["Ohne Datum", "Ebd."]


def test_an_unknown_language_is_not_english() -> None:
    """The locale of the style is used, not that which CSL falls back to."""
    assert "5. März 2001" in entry("xx", locale="de-DE")


def test_a_citation_has_the_quotes_of_its_items() -> None:
    """Each cite has those of its own language."""
    body = '<text variable="title" quotes="true"/>'
    quoting = style(f'<citation><layout delimiter="; ">{body}</layout></citation>')
    records = [item("a", "de"), item("b", "en")]
    processor = Processor(quoting, records, output="text", item_language=True)
    cluster = Cluster([Cite("a"), Cite("b")])
    assert processor.cite(cluster) == "„a study of words“; “a study of words”"


def test_a_localized_layout_may_test_for_ambiguity() -> None:
    """The default layout has no such test."""
    condition = '<choose><if disambiguate="true"><text variable="title"/></if></choose>'
    name = '<names variable="author"><name form="short"/></names>'
    styled = style(layouts("citation", ('locale="de"', name + condition), ("", name)))
    records = [{**item("a", "de"), "title": " A"}, {**item("b", "de"), "title": " B"}]
    processor = Processor(styled, records, output="text")
    processor.nocite("ab")
    assert processor.preview(Cluster([Cite("b")])) == "Doe, Roe B"


@pytest.mark.parametrize(
    ("locale", "language", "expected"),
    [
        ("en-US", "de", "„A ‚b‘“, in"),
        ("en-US", "fr", "« A “b” », in"),
        ("en-US", "en", "“A ‘b,’” in"),
        ("en-US", "", "“A ‘b,’” in"),
        ("de-DE", "en", "“A ‘b,’” in"),
        ("de-DE", "de", "„A ‚b‘“, in"),
    ],
)
def test_the_comma_after_a_quotation_stands_as_in_the_language_of_the_item(
    locale: str, language: str, expected: str
) -> None:
    """Citations and entries have the same punctuation."""
    body = '<group delimiter=", "><text variable="title" quotes="true"/><text value="in"/></group>'
    quoting = style(f'<citation><layout prefix="(" suffix=")">{body}</layout></citation>')
    record = {**item("a", language), "title": 'A "b"'}
    processor = Processor(quoting, [record], locale, "text", item_language=True)
    found = processor.cite(Cluster([Cite("a")])).replace("\u202f", " ").replace("\u00a0", " ")
    assert found == f"({expected})"


def test_the_period_after_a_citation_follows_the_language_of_its_last_item() -> None:
    """The suffix of the layout of a note meets the last quotation; the delimiter stays outside of each."""
    body = '<text variable="title" quotes="true"/>'
    quoting = style(
        f'<citation><layout delimiter="; " suffix=".">{body}</layout></citation>',
        style_class="note",
    )
    records = [item("a", "de"), item("b", "en")]
    processor = Processor(quoting, records, output="text", item_language=True)
    found = [processor.cite(Cluster(list(order), note=1)) for order in ("ab", "ba")]
    assert found == [
        "„a study of words“; “a study of words.”",
        "“a study of words”; „a study of words“.",
    ]


def test_a_group_in_another_language_that_is_empty_has_no_delimiter() -> None:
    """The change of punctuation is no text."""
    german = TextOptions(language="de-DE")
    options = TextOptions(punctuation_in_quote=True, by_language=lambda _: german)
    inside: list[Node] = [Group([Text("")], language="de"), Text("b")]
    assert finish(Group(inside, "; "), options) == ["b"]
