"""Organizations that are parsed as people."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    "author",
    ["World Health Organization", "University of Foo", "European Commission", "Jane Smith and ATLAS Collaboration",
     "Apple Inc.", "Ministry of Health"],
)  # fmt: skip
def test_bodies_are_found(author: str) -> None:
    """Organizations are recognized by words that do not occur in names of people."""
    assert quoted("NAM101", f"@misc{{a, author={{{author}}}}}") == [
        author.removeprefix("Jane Smith and ")
    ]


@pytest.mark.parametrize(
    "author",
    ["{World Health Organization}", "Smith, Jane", "Council, Ann", "Jane Q. Society", "WHO", "Smith, J. and {CDC}",
     "Agency", "Denis Bureau"],
)  # fmt: skip
def test_people_and_braced_bodies_pass(author: str) -> None:
    """A name with a comma or an initial is a person, and braces protect a name."""
    assert quoted("NAM101", f"@misc{{a, author={{{author}}}}}") == []


def test_braces_are_put_on_demand() -> None:
    """An unsafe fix puts braces around the one name only."""
    text = "@misc{a, author = {Smith, Jane and ATLAS Collaboration}}"
    assert fixed("NAM101", text) == text
    assert (
        fixed("NAM101", text, unsafe=True)
        == "@misc{a, author = {Smith, Jane and {ATLAS Collaboration}}}"
    )


@pytest.mark.parametrize(
    "whole", ["Food and Agriculture Organization", "Ministry of Health and Welfare"]
)
def test_and_inside_a_name_is_thought_of(whole: str) -> None:
    """Braces around half of the name would leave two authors, so none are added."""
    text = f"@misc{{a, author={{{whole}}}}}"
    assert f"put braces around `{whole}` if that is one name" in messages("NAM101", text)[0]
    assert fixed("NAM101", text) == text


@pytest.mark.parametrize("name", ["Bank of Canada", "R Core Team", "U.S. Department of Energy"])
def test_more_bodies_are_known(name: str) -> None:
    """Names with "bank", "team" or "department" are organizations."""
    assert messages("NAM101", f"@misc{{a, author={{{name}}}}}") != []


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Acme Research Institute of Wells and Research Institute",
         "{Acme Research Institute of Wells} and {Research Institute}"),
        ("Research Institute and Jane Doe and Research Institute",
         "{Research Institute} and Jane Doe and {Research Institute}"),
        ("Doe, Jane and\n   World Health\n   Organization", "Doe, Jane and\n   {World Health\n   Organization}"),
    ],
)  # fmt: skip
def test_braces_are_put_where_the_name_is(author: str, expected: str) -> None:
    """A name inside another name, repeated or on two lines gets one pair of braces in place."""
    text = fixed("NAM101", f"@misc{{a, author = {{{author}}}}}", unsafe=True)
    assert text == f"@misc{{a, author = {{{expected}}}}}"
    assert fixed("NAM101", text, unsafe=True) == text


@pytest.mark.parametrize(
    "whole",
    ["Department of Health and Human Services", "Department of Health and Human Services; WHO",
     "Human Rights and Equal Opportunity Commission", "Ministry of Education and Family Welfare"],
)  # fmt: skip
def test_half_of_a_name_may_have_several_words(whole: str) -> None:
    """`Human Services` may be the rest of the name or another author."""
    text = f"@misc{{a, author={{{whole}}}}}"
    assert "if that is one name" in messages("NAM101", text)[0]
    assert fixed("NAM101", text, unsafe=True) == text


def test_teams_are_next_to_people() -> None:
    """A collaboration next to a person is not half of a name."""
    text = fixed("NAM101", "@misc{a, author={Aiko Tanabe and ATLAS Collaboration}}", unsafe=True)
    assert text == "@misc{a, author={Aiko Tanabe and {ATLAS Collaboration}}}"


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Weber & Söhne GmbH", r"{Weber \& Söhne GmbH}"),
        ("Procter & Gamble Company", r"{Procter \& Gamble Company}"),
        ("Ernst & Young LLP and Smith, John", r"{Ernst \& Young LLP} and Smith, John"),
        (r"Smith \& Sons", r"{Smith \& Sons}"),
        ("Ramón & Hijos S.A.", r"{Ramón \& Hijos S.A.}"),
        ("Siemens AG & Bosch GmbH", "Siemens AG & Bosch GmbH"),
        ("World Bank & United Nations", "World Bank & United Nations"),
        ("World Bank / United Nations", "World Bank / United Nations"),
        ("World Bank – United Nations", "World Bank – United Nations"),
    ],
)  # fmt: skip
def test_companies_with_an_ampersand_get_braces(author: str, expected: str) -> None:
    """The ampersand is escaped, but an ampersand between two companies is not changed."""
    after = fixed("NAM101", f"@misc{{a, author={{{author}}}}}", unsafe=True)
    assert after == f"@misc{{a, author={{{expected}}}}}"


@pytest.mark.parametrize(
    "name",
    ["Bundesamt Statistik", "Agencia Espacial Europea", "North Sea Alliance", "Robert Koch-Institut", "Instytut Fizyki",
     "Statistiska Institutet", "Türk Dil Kurumu", "Helsingin Yliopisto", "Министерство культуры", "Institut Ruder"],
)  # fmt: skip
def test_organizations_in_several_languages(name: str) -> None:
    """The words are those that the reader of plain text knows."""
    assert len(messages("NAM101", f"@misc{{a, author={{{name}}}}}")) == 1


@pytest.mark.parametrize(
    "name",
    [
        "Cornelia Bund",
        "José Cámara Ruiz",
        "Ann Council",
        "Rada Chirkova",
        "Mary Ann College",
        "Paul Amt",
    ],
)
def test_people_with_words_of_organizations(name: str) -> None:
    """Family names and given names that are such words, too."""
    assert messages("NAM101", f"@misc{{a, author={{{name}}}}}") == []


@pytest.mark.parametrize(
    "author",
    ["Acme Tools, Inc", "SPARC International, Inc.", "Acme, Ltd", "Department of Physics, University of Oslo",
     "University of Oslo, Department of Physics", "Universität Ulm, Institut für Physik"],
)  # fmt: skip
def test_organizations_with_a_comma_are_found(author: str) -> None:
    """A legal form and a department may follow a comma, and get braces with the rest."""
    text = f"@misc{{a, author={{{author} and Roe, Cy}}}}"
    assert quoted("NAM101", text) == [author]
    assert fixed("NAM101", text, unsafe=True) == f"@misc{{a, author={{{{{author}}} and Roe, Cy}}}}"


@pytest.mark.parametrize(
    "author",
    ["Berg, Anna", "Berg, University of Oslo", "Council, Ann", "University, Anna", "Berg, Co"],
)
def test_people_with_a_comma_are_fine(author: str) -> None:
    """One part with a word of organizations may be a person with an affiliation."""
    assert messages("NAM101", f"@misc{{a, author={{{author} and Roe, Cy}}}}") == []


@pytest.mark.parametrize(
    "name",
    ["Ministerio de Sanidad", "Instituto Nacional de Estadística", "Universidad de Chile", "Istituto di Studi del Mare",
     "Deutsche Forschungsgemeinschaft", "Deutsche Bahn", "Europäische Zentralbank", "Université de la Sorbonne"],
)  # fmt: skip
def test_organizations_with_particles_are_found(name: str) -> None:
    """The first word decides, although "de" and "la" are also parts of the names of people."""
    assert quoted("NAM101", f"@misc{{a, author={{Roe, Cy and {name}}}}}") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Maria de Rada",
        "Ana de la Cámara",
        "de Universidad, Pedro",
        "Rada, Ana de",
        "Bund van Holm",
        "Isaac Deutscher",
    ],
)
def test_people_with_particles_are_no_organizations(name: str) -> None:
    """A word of organizations after a particle may be a family name."""
    assert messages("NAM101", f"@misc{{a, author={{{name}}}}}") == []


@pytest.mark.parametrize(
    ("name", "natural"),
    [
        ("Force, US Preventive Services Task", "US Preventive Services Task Force"),
        ("Organization, World Health", "World Health Organization"),
        ("Team, R Core", "R Core Team"),
        ("Association, American Psychiatric", "American Psychiatric Association"),
        ("Commission, European", "European Commission"),
        ("Nations, United", "United Nations"),
        ("Council, National Research", "National Research Council"),
        ("of Health, National Institutes", "National Institutes of Health"),
        ("Gesellschaft, Deutsche Physikalische", "Deutsche Physikalische Gesellschaft"),
    ],
)
def test_inverted_organizations_are_found(name: str, natural: str) -> None:
    """Search engines write an organization's last word as a family name."""
    text = f"@misc{{a, author={{Roe, Cy and {name}}}}}"
    assert quoted("NAM101", text) == [name]
    after = f"@misc{{a, author={{Roe, Cy and {{{natural}}}}}}}"
    assert fixed("NAM101", text, unsafe=True) == after
    assert messages("NAM101", after) == []


@pytest.mark.parametrize(
    "name",
    ["Council, Ann Marie", "Bank, Mary Ann", "Force, Michael J.", "Institute, Robert K.", "Team, Mei Ling",
     "Bureau, Denis", "College, Wanja Maria", "World, Kim", "Group, John Paul", "Project, Jane",
     "von Hospital, Karl Otto", "{Organization}, World Health"],
)  # fmt: skip
def test_people_with_family_names_like_words_of_organizations_pass(name: str) -> None:
    """The words before such a family name must be those of an organization, too."""
    assert messages("NAM101", f"@misc{{a, author={{Roe, Cy and {name}}}}}") == []
