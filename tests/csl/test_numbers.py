"""Numbers, labels, locators and page ranges."""

from __future__ import annotations

import pytest
from tests.csl.documents import citing, style
from tests.csl.rendering import rendered, style_of

from refkit.csl import Cite, Cluster, Processor
from refkit.csl.numbers import is_numeric, is_plural, roman


@pytest.mark.parametrize("text", ["2", "D2", "2b", "L2d", "2, 3", "2-4", "2 & 4", "2nd", "xii-xv"])
def test_numbers_with_or_without_letters_are_numeric(text: str) -> None:
    """CSL 1.0.2, choose, `is-numeric`."""
    assert is_numeric(text)


@pytest.mark.parametrize("text", ["second", "2nd edition", "5 ed.", "3:4", "", "Suppl. 1"])
def test_numbers_among_words_are_not_numeric(text: str) -> None:
    """Text that contains anything except numbers is not numeric."""
    assert not is_numeric(text)


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("3", False),
        ("3-5", True),
        ("2 & 4", True),
        ("1, 3", True),
        ("327\\-30", False),
        ("IV", False),
    ],
)
def test_several_numbers_are_plural(text: str, plural: bool) -> None:
    """An escaped hyphen does not make a range."""
    assert is_plural(text) is plural


@pytest.mark.parametrize(
    ("number", "numeral"), [(4, "iv"), (9, "ix"), (44, "xliv"), (1999, "mcmxcix"), (4000, "4000")]
)
def test_roman_numerals_end_before_4000(number: int, numeral: str) -> None:
    """Greater numbers are written with digits."""
    assert roman(number) == numeral


@pytest.mark.parametrize(
    ("form", "expected"),
    [("numeric", "2"), ("ordinal", "2nd"), ("long-ordinal", "second"), ("roman", "ii")],
)
def test_a_number_has_four_forms(form: str, expected: str) -> None:
    """The attribute `form` of cs:number has four values."""
    assert rendered(f'<number variable="edition" form="{form}"/>', {"edition": 2}) == expected


def test_each_number_of_a_list_is_transformed() -> None:
    """The list "2, 3" becomes "2nd, 3rd"."""
    assert (
        rendered('<number variable="edition" form="ordinal"/>', {"edition": "2, 3"}) == "2nd, 3rd"
    )


def test_text_that_is_not_numeric_stays_as_it_is() -> None:
    """The text "Special edition" does not become an ordinal."""
    body = '<number variable="edition" form="ordinal"/>'
    assert rendered(body, {"edition": "Special edition"}) == "Special edition"


def test_long_ordinals_end_at_ten() -> None:
    """From 11 on they are rendered as ordinals with digits."""
    body = '<number variable="edition" form="long-ordinal"/>'
    assert [rendered(body, {"edition": n}) for n in (10, 11)] == ["tenth", "11th"]


def test_an_ordinal_has_the_gender_of_its_noun() -> None:
    """The French word for edition is feminine."""
    body = '<number variable="edition" form="ordinal"/>'
    assert rendered(body, {"edition": 1}, language="fr-FR") == "1ʳᵉ"


@pytest.mark.parametrize(("page", "label"), [("3", "page"), ("3-5", "pages"), ("3, 7", "pages")])
def test_a_label_has_the_number_of_its_variable(page: str, label: str) -> None:
    """The attribute has the value plural="contextual"."""
    assert rendered('<label variable="page"/>', {"page": page}) == label


def test_a_period_after_pages_does_not_change_their_label() -> None:
    """Many BibTeX files have it."""
    assert rendered('<label variable="page" form="short"/>', {"page": "403-420."}) == "pp."
    assert rendered('<label variable="page" form="short"/>', {"page": "403."}) == "p."
    assert rendered('<label variable="page" form="short"/>', {"page": "3-16. Vol. 349"}) == "pp."
    assert rendered('<label variable="page" form="short"/>', {"page": "3. Vol. 349"}) == "p."


def test_no_locator_has_no_label() -> None:
    """The label of a locator is omitted without the locator, outside of groups, too."""
    body = '<text value="x"/><label variable="locator" prefix=", "/><text variable="locator"/>'
    assert rendered(body) == "x"


@pytest.mark.parametrize(("count", "label"), [(1, "page"), (3, "pages")])
def test_counts_are_plural_from_two_on(count: int, label: str) -> None:
    """This applies to number-of-pages and number-of-volumes."""
    assert rendered('<label variable="number-of-pages"/>', {"number-of-pages": count}) == label


LOCATOR = '<group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>'


@pytest.mark.parametrize(
    ("locator", "label", "expected"),
    [
        ("12", "", "p. 12"),
        ("12-14", "page", "pp. 12–14"),
        ("2 - 4", "chapter", "chaps. 2–4"),
        ("vol. 3", "page", "vol. 3"),
        ("12, fig. 3", "page", "p. 12, fig. 3"),
        ("327\\-30", "page", "p. 327-30"),
    ],
)
def test_a_locator_has_its_label(locator: str, label: str, expected: str) -> None:
    """The label is the cite's own, or one written in the locator."""
    assert rendered(LOCATOR, locator=locator, label=label) == expected


def test_a_cite_without_locator_has_no_locator_group() -> None:
    """The label is omitted together with the group."""
    assert rendered(LOCATOR) == ""


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", "321–28"),
        ("expanded", "321–328"),
        ("minimal", "321–8"),
        ("minimal-two", "321–28"),
        ("chicago", "321–28"),
    ],
)
def test_page_ranges_are_written_as_the_style_says(setting: str, expected: str) -> None:
    """CSL 1.0.2, Appendix V."""
    style = f'page-range-format="{setting}"' if setting else ""
    assert rendered('<text variable="page"/>', {"page": "321-28"}, attributes=style) == expected


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("3-10", "3–10"),
        ("71-72", "71–72"),
        ("100-104", "100–104"),
        ("107-108", "107–8"),
        ("505-517", "505–17"),
        ("1002-1006", "1002–6"),
        ("1496-1504", "1496–1504"),
        ("e112-e115", "e112–15"),
        ("xii-xv", "xii–xv"),
        ("12a-c", "12a-c"),
        ("2005-02-03", "2005-02-03"),
        ("101-108, 112-13", "101–8, 112–13"),
        ("101-108; 112-13", "101–8; 112–13"),
        ("e12-e14", "e12–14"),
        ("S98-S105", "S98–105"),
    ],
)
def test_chicago_page_ranges(pages: str, expected: str) -> None:
    """Text that is not a range of numbers is unchanged."""
    style = 'page-range-format="chicago"'
    assert rendered('<text variable="page"/>', {"page": pages}, attributes=style) == expected


def test_the_first_page_is_taken_from_the_pages() -> None:
    """Few items have the variable page-first."""
    assert rendered('<text variable="page-first"/>', {"page": "321-28"}) == "321"


def value_of(numeral: str) -> int:
    """Add the letters of a Roman numeral; one before a larger one counts less."""
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}[c] for c in numeral]
    return sum(
        -one if any(one < other for other in values[at + 1 : at + 2]) else one
        for at, one in enumerate(values)
    )


def test_every_roman_numeral_has_its_value_in_the_usual_form() -> None:
    """No letter stands four times in a row, and no two numbers have the same numeral."""
    numerals = [roman(number) for number in range(1, 4000)]
    assert [value_of(numeral) for numeral in numerals] == list(range(1, 4000))
    assert not any(letter * 4 in numeral for numeral in numerals for letter in "ivxlcdm")


@pytest.mark.parametrize("form", ["ordinal", "long-ordinal", "roman", "numeric"])
@pytest.mark.parametrize(("digits", "suffix"), [("9" * 20, "th"), ("9" * 5000 + "2", "nd")])
def test_a_number_of_many_digits_keeps_them(form: str, digits: str, suffix: str) -> None:
    """Numbers that do not fit into 64 bits are kept, too."""
    expected = digits + (suffix if "ordinal" in form else "")
    assert rendered(f'<number variable="volume" form="{form}"/>', {"volume": digits}) == expected


WITH_LABEL = (
    '<group delimiter=" "><label variable="{0}" form="short"/><text variable="{0}"/></group>'
)


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("volume", "vol. 3", "vol. 3"),
        ("volume", "vols. 3-4", "vols. 3–4"),
        ("issue", "no. 5", "no. 5"),
        ("page", "pp. 3-4", "pp. 3–4"),
        ("chapter-number", "ch. 2", "chap. 2"),
        ("volume", "no. 5", "vol. no. 5"),
    ],
)
def test_the_label_of_a_value_is_not_written_twice(
    variable: str, value: str, expected: str
) -> None:
    """A number that brings along the label of its variable has only that of the style."""
    assert rendered(WITH_LABEL.format(variable), {variable: value}) == expected


@pytest.mark.parametrize(("locator", "expected"), [(" 12", "T:12"), ("  ", "T"), ("3-4 ", "T:3–4")])
def test_spaces_around_a_locator_do_not_count(locator: str, expected: str) -> None:
    """A locator of spaces is no locator."""
    body = '<group delimiter=":"><text variable="title"/><text variable="locator"/></group>'
    cite = Cite("x", locator)
    assert rendered(body, {"title": "T"}, locator=cite.locator) == expected


def test_expanded_page_ranges_repeat_the_letter() -> None:
    """Only formats that shorten the last page omit it."""
    style = 'page-range-format="expanded"'
    pages = '<text variable="page"/>'
    assert rendered(pages, {"page": "S98-S105"}, attributes=style) == "S98–S105"


NUMERIC_TEST = (
    '<choose><if is-numeric="{}"><text value="yes"/></if><else><text value="no"/></else></choose>'
)


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("volume", "12, 14", "yes"),
        ("volume", "12 , 14", "yes"),
        ("volume", "12\\-14", "yes"),
        ("volume", "12 13", "no"),
        ("volume", "vol. 3", "yes"),
        ("volume", "no. 3", "no"),
        ("volume", "12 p. 5", "yes"),
        ("volume", "§ 12", "no"),
        ("edition", "c", "no"),
        ("edition", "x", "yes"),
        ("number", "no. 3", "yes"),
        ("page", "p. 3", "yes"),
        ("page", "ch. 3", "yes"),
    ],
)
def test_a_value_may_bring_along_the_label_of_its_variable(
    variable: str, value: str, expected: str
) -> None:
    """A number with another label is a text; numbers before one count."""
    assert rendered(NUMERIC_TEST.format(variable), {variable: value}) == expected


@pytest.mark.parametrize(
    ("locator", "expected"),
    [("§ 12", "yes"), ("12 n. 3", "yes"), ("ch. x", "yes"), ("A p. 3", "no")],
)
def test_a_locator_may_have_any_label(locator: str, expected: str) -> None:
    """The numbers before the first other label decide."""
    assert rendered(NUMERIC_TEST.format("locator"), locator=locator) == expected


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("volume", "12 , 14", "vols. 12, 14"),
        ("volume", "12 13", "vol. 12 13"),
        ("volume", "12-iv", "vols. 12–iv"),
        ("volume", "xv-12", "vols. xv–12"),
        ("volume", "12 § 5", "vol. 12 § 5"),
        ("section", "sec. 12\\-14", "sec. 12-14"),
        ("page", "12, p. 5-8", "pp. 12, 5–8"),
        ("number-of-pages", "12n3", "pp. 12n3"),
        ("number-of-pages", "1", "p. 1"),
        ("number-of-volumes", "3, no. 5", "vols. 3, no. 5"),
    ],
)
def test_numbers_in_one_value(variable: str, value: str, expected: str) -> None:
    """Ranges, spaces and repeated labels."""
    assert rendered(WITH_LABEL.format(variable), {variable: value}) == expected


def test_ordinals_apply_to_all_numbers_with_the_label_of_the_variable() -> None:
    """Numbers with another label stay as they are."""
    body = '<number variable="volume" form="ordinal"/>'
    assert rendered(body, {"volume": "2, vol. 3, p. 5"}) == "2nd, 3rd, p. 5"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("12-15", "12"),
        ("12 – 15", "12"),
        ("12, 14", "12"),
        ("12 & 14", "12"),
        ("A 12-15", "A 12"),
        ("suppl. 2", "suppl. 2"),
        ("12\\-15", "12\\-15"),
    ],
)
def test_the_first_page_ends_at_a_dash_comma_or_ampersand(page: str, expected: str) -> None:
    """A space belongs to the number of the page."""
    assert rendered('<text variable="page-first"/>', {"page": page}) == expected


@pytest.mark.parametrize(
    ("variable", "value"), [("URL", "https://example.org/a.b"), ("DOI", "10.1000/x.y")]
)
def test_an_address_keeps_its_periods(variable: str, value: str) -> None:
    """The attribute strip-periods would change where it leads."""
    body = style(citing(body=f'<text variable="{variable}" strip-periods="true"/>', layout=""))
    record = {"id": "a", "type": "book", variable: value}
    assert Processor(body, [record], output="text").cite(Cluster([Cite("a")])) == f"({value})"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Foo's", "Foo’s"),
        ('"A"', "“A”"),
        ("<i>A</i>", "<i>A</i>"),
    ],
)
@pytest.mark.parametrize("element", ["number", "text"])
def test_a_number_variable_may_contain_markup(element: str, value: str, expected: str) -> None:
    """cs:number writes text that is not a number like cs:text."""
    record = {"id": "a", "type": "book", "volume": value}
    processor = Processor(style_of(f'<{element} variable="volume"/>'), [record])
    assert processor.cite(Cluster([Cite("a")])) == expected


def test_a_number_with_an_escaped_hyphen_is_not_an_ordinal() -> None:
    """It is one number, such as that of a report, and no range."""
    assert rendered('<number variable="volume" form="ordinal"/>', {"volume": "12\\-14"}) == "12-14"


SHORT_RANGES = 'page-range-format="chicago"'
NUMBER = (
    '<group delimiter=" "><label variable="number" form="short"/><text variable="number"/></group>'
)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("800-63", "no. 800-63"),
        ("18-2059", "no. 18-2059"),
        ("ISO 9000-1", "no. ISO 9000-1"),
        ("12-B", "no. 12-B"),
        ("2-3-4", "no. 2-3-4"),
        ("800\\-63", "no. 800-63"),
        ("7-1, 7-2", "nos. 7-1, 7-2"),
        ("7--9", "nos. 7–9"),
        ("7–9", "nos. 7–9"),
        ("7 - 9", "nos. 7–9"),
    ],
)
@pytest.mark.parametrize("kind", ["report", "standard", "patent", "legal_case"])
def test_a_hyphen_in_an_identifying_number_makes_no_range(
    kind: str, number: str, expected: str
) -> None:
    """Several numbers have a dash, a comma or spaces between them."""
    assert rendered(NUMBER, {"type": kind, "number": number}) == expected


@pytest.mark.parametrize("kind", ["broadcast", "book", "article-journal"])
def test_a_number_that_counts_may_be_a_range(kind: str) -> None:
    """The number of an episode is no identifier."""
    assert rendered(NUMBER, {"type": kind, "number": "3-4"}) == "nos. 3–4"


def test_ordinals_of_a_report_may_be_a_range() -> None:
    """A style that writes ordinals counts, as in citeproc-js."""
    body = '<number variable="number" form="ordinal"/>'
    assert rendered(body, {"type": "report", "number": "3-4"}) == "3rd–4th"


@pytest.mark.parametrize("variable", ["issue", "volume", "collection-number"])
def test_other_numbers_of_a_report_may_be_ranges(variable: str) -> None:
    """A double issue has two numbers."""
    assert rendered(f'<text variable="{variable}"/>', {"type": "report", variable: "3-4"}) == "3–4"


@pytest.mark.parametrize(
    ("label", "locator", "expected"),
    [
        ("page", "12--14", "pp. 12–14"),
        ("page", "12---14", "pp. 12–14"),
        ("page", "12 -- 14", "pp. 12–14"),
        ("chapter", "ii--iv", "chaps. ii–iv"),
        ("page", "12--14, 20--22", "pp. 12–14, 20–22"),
        ("section", "12--14", "secs. 12–14"),
        ("page", "321--328", "pp. 321–28"),
    ],
)
def test_several_hyphens_make_a_range_like_one(label: str, locator: str, expected: str) -> None:
    """LaTeX writes an en dash as two hyphens."""
    found = rendered(LOCATOR, locator=locator, label=label, attributes=SHORT_RANGES)
    assert found == expected


@pytest.mark.parametrize("variable", ["page", "volume", "issue"])
def test_several_hyphens_make_a_range_in_a_variable(variable: str) -> None:
    """CSL-JSON converted from BibTeX can contain them."""
    assert rendered(f'<text variable="{variable}"/>', {variable: "12--14"}) == "12–14"


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("IV", "yes"),
        ("X", "yes"),
        ("IV-VI", "yes"),
        ("II, IV", "yes"),
        ("ch. IV", "yes"),
        ("C", "no"),
        ("MIX", "yes"),
        ("CIVIC", "no"),
        ("IIX", "no"),
        ("Introduction", "no"),
        ("IV bis", "no"),
    ],
)
def test_a_locator_in_capital_roman_numerals_is_numeric(locator: str, expected: str) -> None:
    """Styles leave out the label of a chapter that is not."""
    assert rendered(NUMERIC_TEST.format("locator"), locator=locator) == expected


def test_several_capital_roman_numerals_are_plural() -> None:
    """They are written as they are, with a dash between them."""
    assert rendered(LOCATOR, locator="IV-VI", label="chapter") == "chaps. IV–VI"


def test_a_volume_in_capital_roman_numerals_is_a_text() -> None:
    """Only locators are read so; other variables have labels of their own in most styles."""
    assert rendered(NUMERIC_TEST.format("volume"), {"volume": "IV"}) == "no"


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("ch. IV", "chap. IV"),
        ("vol. II, ch. IV-VI", "vol. II, chaps. IV–VI"),
        ("§ XII", "sec. XII"),
        ("12, fig. III", "p. 12, fig. III"),
        ("p. 3 app. Index", "p. 3 app. Index"),
    ],
)
def test_a_label_in_a_locator_may_precede_a_capital_roman_numeral(
    locator: str, expected: str
) -> None:
    """It is read like one before digits."""
    assert rendered(LOCATOR, locator=locator) == expected


def test_a_volume_keeps_its_label_before_a_capital_roman_numeral() -> None:
    """Styles label only numeric volumes, so the label would be lost."""
    assert rendered('<text variable="volume"/>', {"volume": "vol. III"}) == "vol. III"


def test_pages_keep_another_label_of_their_own() -> None:
    """It says that the number is no page."""
    assert rendered('<text variable="page"/>', {"page": "fig. 3"}) == "fig. 3"
    assert rendered('<text variable="volume"/>', {"volume": "vol. 3"}) == "3"
