"""cs:names: the order of name-parts, initials, et al., delimiters, labels, substitutes."""

from __future__ import annotations

import pytest
from tests.csl.rendering import PEOPLE, names, one_name, rendered, style_of

from refkit.csl.context import Call, Hints, Position
from refkit.csl.text import plain
from refkit.model.csl_json import item_from_record
from refkit.model.item import Item
from refkit.model.name import Name

VAN_GOGH = {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}
HUMBOLDT = {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}
KING = {"family": "King", "given": "Martin Luther", "suffix": "Jr."}


@pytest.mark.parametrize(
    ("demote", "inverted"),
    [
        ("never", "van Gogh, Vincent"),
        ("sort-only", "van Gogh, Vincent"),
        ("display-and-sort", "Gogh, Vincent van"),
    ],
)
def test_an_inverted_name_demotes_its_particle_as_the_style_says(
    demote: str, inverted: str
) -> None:
    """CSL 1.0.2, "Name-part Order"."""
    style = f'demote-non-dropping-particle="{demote}"'
    assert one_name('name-as-sort-order="all"', VAN_GOGH, attributes=style) == inverted


def test_a_short_name_keeps_only_the_particle_that_is_never_dropped() -> None:
    """The short forms are "van Gogh", but "Humboldt"."""
    assert (one_name('form="short"', VAN_GOGH), one_name('form="short"', HUMBOLDT)) == (
        "van Gogh",
        "Humboldt",
    )


def test_a_dropping_particle_follows_the_given_name_of_an_inverted_name() -> None:
    """The result is "Humboldt, Alexander von"."""
    assert one_name('name-as-sort-order="all"', HUMBOLDT) == "Humboldt, Alexander von"


def test_a_suffix_stands_last() -> None:
    """It follows the family name without a comma; in an inverted name, it follows the separator."""
    both = one_name("", KING), one_name('name-as-sort-order="first"', KING)
    assert both == ("Martin Luther King Jr.", "King, Martin Luther, Jr.")


def test_a_suffix_with_a_comma_keeps_it() -> None:
    """The item requests the comma with comma-suffix."""
    assert one_name("", {**KING, "comma-suffix": True}) == "Martin Luther King, Jr."


def test_a_particle_with_an_apostrophe_clings_to_its_name() -> None:
    """No space follows the particle in "d'Alembert" and "al-Hakim"."""
    assert [
        one_name("", {"family": "Alembert", "given": "Jean", "dropping-particle": "d'"}),
        one_name("", {"family": "Hakim", "given": "Tawfiq", "non-dropping-particle": "al-"}),
    ] == ["Jean d'Alembert", "Tawfiq al-Hakim"]


def test_an_eastern_name_is_never_inverted_and_has_no_space() -> None:
    """This applies to scripts that put the family name first."""
    mao = {"family": "毛", "given": "泽东"}
    assert (one_name("", mao), one_name('form="short"', mao)) == ("毛泽东", "毛")


def test_a_literal_name_is_left_alone() -> None:
    """An organization has no initials, and its name is not inverted."""
    attributes = 'initialize-with=". " name-as-sort-order="all"'
    assert (
        one_name(attributes, {"literal": "World Health Organization"})
        == "World Health Organization"
    )


def test_a_name_of_one_part_is_that_part() -> None:
    """Prince has no given name, Banksy has no family name."""
    assert [one_name('initialize-with="."', {part: "Banksy"}) for part in ("family", "given")] == [
        "Banksy",
        "Banksy",
    ]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "John Paul Doe"),
        (2, "John Paul Doe and Jane Roe"),
        (3, "John Paul Doe, Jane Roe, and Ann Smith"),
    ],
)
def test_and_takes_the_delimiter_from_three_names_on(count: int, expected: str) -> None:
    """delimiter-precedes-last="contextual" is the default."""
    assert names('and="text"', count) == expected


@pytest.mark.parametrize(
    ("setting", "two", "three"),
    [
        ("always", "Doe, and Roe", "Doe, Roe, and Smith"),
        ("never", "Doe and Roe", "Doe, Roe and Smith"),
    ],
)
def test_delimiter_precedes_last(setting: str, two: str, three: str) -> None:
    """The setting takes precedence over the number of names."""
    attributes = f'form="short" and="text" delimiter-precedes-last="{setting}"'
    assert (names(attributes, 2), names(attributes, 3)) == (two, three)


def test_a_delimiter_after_an_inverted_name_only() -> None:
    """If only the first name is inverted, two names have the delimiter and three do not."""
    attributes = (
        'name-as-sort-order="first" and="text" delimiter-precedes-last="after-inverted-name" '
        'initialize-with="."'
    )
    assert names(attributes, 2) == "Doe, J.P., and J. Roe"
    assert names(attributes, 3) == "Doe, J.P., J. Roe and A. Smith"


def test_an_organization_is_a_name_like_others() -> None:
    """CSL 1.0.2, delimiter-precedes-last: `always` applies to a person and an organization, too."""
    people = [PEOPLE[0], {"literal": "ACME"}]
    body = (
        '<names variable="author"><name form="short" and="text" delimiter-precedes-last="always"/>'
        "</names>"
    )
    assert rendered(body, {"author": people}) == "Doe, and ACME"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh-CN", "Doe, 和Roe"), ("ja", "Doe, とRoe"), ("en", "Doe, and Roe")],
)
def test_a_delimiter_precedes_and_in_every_script(language: str, expected: str) -> None:
    """The value `always` holds for two names even if the script has no spaces."""
    body = '<names variable="author"><name form="short" and="text" delimiter-precedes-last="always"/></names>'
    assert rendered(body, {"author": PEOPLE[:2]}, language=language) == expected


@pytest.mark.parametrize(
    ("delimiter", "expected"),
    [("; ", "Doe; Roe; & Smith"), (",", "Doe,Roe,& Smith"), ("、", "Doe、Roe、& Smith")],
)
def test_no_space_is_added_to_the_delimiter(delimiter: str, expected: str) -> None:
    """The delimiter before the last name is that of the style."""
    assert names(f'form="short" and="symbol" delimiter="{delimiter}"', 3) == expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("", "J. Doe (editor), J. Doe (translator)"),
        ("ed. and tr.", "J. Doe (ed. and tr.)"),
    ],
)
def test_a_style_without_a_word_for_editor_and_translator_keeps_both(
    term: str, expected: str
) -> None:
    """An empty term `editortranslator` prevents that equal editors and translators are merged."""
    same = [{"family": "Doe", "given": "J."}]
    locale = f'<locale><terms><term name="editortranslator">{term}</term></terms></locale>'
    body = (
        '<names variable="editor translator" delimiter=", "><label prefix=" (" suffix=")"/></names>'
    )
    assert rendered(body, {"editor": same, "translator": same}, macros=locale) == expected


def test_names_in_a_substitute_are_shown_once() -> None:
    """A macro of a cs:substitute that renders the same names twice renders them once."""
    macro = (
        '<macro name="ed"><names variable="editor"/><names variable="editor" prefix=", "/></macro>'
    )
    body = '<names variable="author"><substitute><text macro="ed"/></substitute></names>'
    assert rendered(body, {"editor": PEOPLE[1:2]}, macros=macro) == "Jane Roe"


@pytest.mark.parametrize(("term", "expected"), [("", "by"), (None, "by Anon.")])
def test_an_empty_term_fills_a_substitute(term: str | None, expected: str) -> None:
    """The next element of the cs:substitute is used only if the term is not defined."""
    own = "" if term is None else f'<term name="anonymous">{term}</term>'
    name = "anonymous" if term is not None else "unknown"
    substitutes = f'<text term="{name}"/><text value="Anon."/>'
    body = f'<names variable="author"><substitute>{substitutes}</substitute></names>'
    locale = f"<locale><terms>{own}</terms></locale>"
    group = f'<group delimiter=" "><group><text value="by"/></group>{body}</group>'
    assert rendered(group, macros=locale).strip() == expected


ET_AL = 'form="short" et-al-min="3" et-al-use-first="1"'


def test_a_list_is_cut_from_et_al_min_on() -> None:
    """Two names are all shown, three are abbreviated."""
    assert (names(ET_AL, 2), names(ET_AL, 3)) == ("Doe, Roe", "Doe et al.")


def test_et_al_takes_the_delimiter_after_two_names() -> None:
    """delimiter-precedes-et-al="contextual"."""
    assert names('form="short" et-al-min="3" et-al-use-first="2"', 4) == "Doe, Roe, et al."


def test_et_al_use_last_shows_the_last_name() -> None:
    """At least two more names than are shown must be in the list."""
    attributes = 'form="short" et-al-min="4" et-al-use-first="2" et-al-use-last="true"'
    assert names(attributes, 5) == "Doe, Roe, … Lee"


def test_the_last_name_needs_two_left_out_before_it() -> None:
    """Fewer names are shown if the style's numbers would omit only one name."""
    attributes = 'form="short" et-al-min="4" et-al-use-first="3" et-al-use-last="true"'
    assert names(attributes, 5) == "Doe, Roe, … Lee"


def test_a_list_is_not_cut_to_more_names_than_ask_for_it() -> None:
    """et-al-min="2" with et-al-use-first="3" omits no name."""
    assert names('form="short" et-al-min="2" et-al-use-first="3"', 4) == "Doe, Roe, Smith, Brown"


def test_later_cites_have_their_own_et_al_settings() -> None:
    """From the second cite on, et-al-subsequent-min and -use-first replace the other settings."""
    attributes = f'{ET_AL[:-2]}2" et-al-subsequent-min="2" et-al-subsequent-use-first="1"'
    body = f'<names variable="author"><name {attributes}/></names>'
    author = {"author": PEOPLE[:3]}
    first = rendered(body, author, position=Position.FIRST)
    later = rendered(body, author, position=Position.SUBSEQUENT)
    assert (first, later) == ("Doe, Roe, et al.", "Doe et al.")


def test_no_name_shown_is_no_output() -> None:
    """With et-al-use-first="0" the element has no output, and "et al." is omitted as well."""
    assert names('et-al-min="2" et-al-use-first="0"', 3) == ""


def test_count_gives_the_number_of_names_shown() -> None:
    """The count takes et-al abbreviation into account."""
    assert names('form="count" et-al-min="4" et-al-use-first="3"', 5) == "3"


@pytest.mark.parametrize(
    ("level", "expected"), [(0, "Doe"), (1, "J. P. Doe"), (2, "John Paul Doe")]
)
def test_a_hint_expands_a_given_name(level: int, expected: str) -> None:
    """Level 1 adds initials, level 2 the full given name."""
    body = '<names variable="author"><name form="short" initialize-with=". "/></names>'
    hints = Hints(given=(("author", (level,)),))
    assert rendered(body, {"author": PEOPLE[:1]}, hints=hints) == expected


def test_a_hint_shows_more_names() -> None:
    """The requested number of names is shown, with "et al." after them."""
    body = f'<names variable="author"><name {ET_AL}/></names>'
    hints = Hints(names=(("author", 2),))
    assert rendered(body, {"author": PEOPLE[:4]}, hints=hints) == "Doe, Roe, et al."


EDITORS = '<names variable="editor translator" delimiter="; "><name form="short"/>{}</names>'
LABEL = '<label form="short" prefix=" (" suffix=")"/>'


def test_each_variable_has_its_own_label() -> None:
    """The number of names in each variable decides between singular and plural."""
    people = {"editor": PEOPLE[:2], "translator": PEOPLE[2:3]}
    expected = "Doe, Roe (eds.); Smith (trans.)"
    assert rendered(EDITORS.format(LABEL), people) == expected


def test_editors_who_translate_are_written_once() -> None:
    """CSL 1.0.2, "Names": the term editortranslator is used."""
    people = {"editor": PEOPLE[:1], "translator": PEOPLE[:1]}
    assert rendered(EDITORS.format(LABEL), people) == "Doe (ed. & trans.)"


def test_a_label_before_the_name_element_stands_before_the_names() -> None:
    """Label and names have the order of their elements in the style."""
    body = '<names variable="editor"><label form="verb" suffix=" "/><name form="short"/></names>'
    assert rendered(body, {"editor": PEOPLE[:1]}) == "edited by Doe"


SUBSTITUTE = (
    '<group delimiter="|"><names variable="author"><name form="short"/><label prefix=", "/>'
    '<substitute><names variable="editor"/><text variable="title"/></substitute></names>'
    '<text variable="title"/></group>'
)


def test_a_bare_names_in_a_substitute_inherits_name_and_label() -> None:
    """CSL 1.0.2, "Substitute"."""
    assert rendered(SUBSTITUTE, {"editor": PEOPLE[:2], "title": "T"}) == "Doe, Roe, editors|T"


def test_a_macro_in_a_substitute_does_not_inherit_the_name() -> None:
    """Only direct children of cs:substitute inherit it."""
    body = (
        '<names variable="author"><name form="short"/>'
        '<substitute><text macro="editor"/></substitute></names>'
    )
    macros = '<macro name="editor"><names variable="editor"/></macro>'
    assert rendered(body, {"editor": PEOPLE[:1]}, macros=macros) == "John Paul Doe"


def test_the_first_element_of_a_choose_in_a_substitute_that_renders_is_enough() -> None:
    """The elements of cs:choose are alternatives, like those of cs:substitute."""
    body = (
        '<names variable="author"><substitute><choose><if type="book"><text variable="DOI"/>'
        '<text variable="publisher"/><text variable="title"/></if></choose></substitute></names>'
    )
    assert rendered(body, {"publisher": "P", "title": "T"}) == "P"


def test_a_term_in_a_substitute_does_not_hold_a_group() -> None:
    """An enclosing group treats substituted variables as empty."""
    body = (
        '<group><names variable="author"><substitute><text term="anonymous"/></substitute></names>'
        "</group>"
    )
    assert rendered(body) == ""


def test_what_a_substitute_rendered_is_not_rendered_again() -> None:
    """The title replaces the author and is not rendered a second time."""
    assert rendered(SUBSTITUTE, {"title": "T"}) == "T"


def test_name_options_are_inherited_from_citation_and_style() -> None:
    """The innermost setting takes precedence."""
    text = names(
        'initialize-with="."', 3, attributes='name-form="long" and="text"', citation='and="symbol"'
    )
    assert text == "J.P. Doe, J. Roe, & A. Smith"


def test_a_name_part_look_goes_around_particles_and_suffix() -> None:
    """Affixes of the family name enclose the particle before it and the suffix after it."""
    body = (
        '<names variable="author"><name><name-part name="family" prefix="[" suffix="]"/>'
        "</name></names>"
    )
    author = [{**VAN_GOGH, "suffix": "III"}]
    assert rendered(body, {"author": author}) == "Vincent [van Gogh III]"


def test_and_others_in_a_list_is_et_al() -> None:
    """A BibTeX list that ends in "and others" is always abbreviated, whatever the style's numbers are."""
    item = Item("x", names={"author": (Name("Doe", "J."), Name(others=True))})
    compiled = style_of('<names variable="author"/>').compiled()
    node = compiled.citation.render(Call(item))
    assert node is not None
    assert plain(node) == "J. Doe et al."


def test_the_suffix_of_a_name_list_follows_et_al() -> None:
    """The affixes of cs:name are those of each name, and of a list that et al. ends."""
    found = names('suffix=";" form="short" et-al-min="3" et-al-use-first="2"', 3)
    assert found == "Doe;, Roe;, et al.;"


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (".\u00a0", "J.\u00a0P.\u00a0Doe"),
        (". ", "J. P. Doe"),
        (".", "J.P. Doe"),
        ("\u00a0", "J\u00a0P\u00a0Doe"),
    ],
)
@pytest.mark.parametrize("part", ["", '<name-part name="family" font-style="italic"/>'])
def test_initials_keep_together_with_the_family_name(mark: str, expected: str, part: str) -> None:
    """A space after initials that does not break a line does not break one before the family name either."""
    body = f'<names variable="author"><name initialize-with="{mark}">{part}</name></names>'
    person = {"author": [{"family": "Doe", "given": "John Paul"}]}
    assert rendered(body, person) == expected


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ("editor translator", "Doe (ed. & trans.)"),
        ("translator editor", "Doe (ed. & trans.)"),
        ("editor composer translator", "Doe (ed.)Doe (trans.)"),
    ],
)
def test_only_two_roles_are_joined(variables: str, expected: str) -> None:
    """CSL 1.0.2, "Names": the selection consists of the editor and the translator."""
    label = '<label form="short" prefix=" (" suffix=")"/>'
    body = f'<names variable="{variables}"><name form="short"/>{label}</names>'
    same = [{"family": "Doe", "given": "Jane"}]
    assert rendered(body, {"editor": same, "translator": same}) == expected


@pytest.mark.parametrize(("count", "expected"), [(2, "Doe et al."), (3, "Doe … Smith")])
def test_a_list_never_begins_with_the_ellipsis(count: int, expected: str) -> None:
    """Two names have no room for an ellipsis, and are abbreviated as usual."""
    attributes = 'form="short" et-al-min="2" et-al-use-first="1" et-al-use-last="true"'
    assert names(attributes, count) == expected


def test_a_list_that_an_empty_term_ends_has_the_affixes_of_a_list() -> None:
    """Some styles redefine et al. as nothing."""
    terms = '<locale><terms><term name="et-al"></term></terms></locale>'
    name = '<name suffix="+" form="short" et-al-min="2" et-al-use-first="1"/>'
    body = f'<names variable="author">{name}</names>'
    assert rendered(body, {"author": PEOPLE[:2]}, macros=terms) == "Doe++"


HEBREW = [
    {"family": family, "given": given}
    for family, given in (("כהן", "דוד"), ("לוי", "רות"), ("מזרחי", "גד"))
]


@pytest.mark.parametrize(
    ("count", "name", "expected"),
    [
        (2, 'and="text"', "כהן ולוי"),
        (3, 'and="text"', "כהן, לוי, ומזרחי"),
        (3, 'and="text" delimiter-precedes-last="never"', "כהן, לוי ומזרחי"),
        (2, 'and="text" delimiter-precedes-last="always"', "כהן, ולוי"),
        (2, 'and="symbol"', "כהן & לוי"),
        (3, 'et-al-min="2" et-al-use-first="1"', "כהן ואחרים"),
    ],
)
def test_the_hebrew_and_is_written_together_with_the_next_name(
    count: int, name: str, expected: str
) -> None:
    """A space or the delimiter is before it; "et al." is a word by itself."""
    body = f'<names variable="author"><name form="short" {name}/></names>'
    assert rendered(body, {"author": HEBREW[:count]}, language="he-IL") == expected


@pytest.mark.parametrize(
    ("family", "given", "expected"),
    [
        ("Poe", "Edgar A.", Name("Poe", "Edgar A.")),
        ("Humboldt", "Alexander von", Name("Humboldt", "Alexander", dropping_particle="von")),
        ("Roe", "Ann\u00a0de", Name("Roe", "Ann", dropping_particle="de")),
        ("van Gogh", "Vincent", Name("Gogh", "Vincent", "van")),
        ("Doe", "John, Jr.", Name("Doe", "John", suffix="Jr.")),
        ("hooks", "bell", Name("hooks", "bell")),
        ('"van Gogh"', "Vincent", Name("van Gogh", "Vincent")),
    ],
)
def test_a_family_and_a_given_name_are_split_into_parts(
    family: str, given: str, expected: Name
) -> None:
    """Small words before the family name and after the given name are particles, as in citeproc-js."""
    item, _ = item_from_record({"id": "a", "author": [{"family": family, "given": given}]})
    assert item.author == (expected,)
