"""The rule person-in-braces."""

import pytest
from tests.rules.lintcase import marked, messages, quoted


@pytest.mark.parametrize(
    "name",
    ["{Ames, Anna B.}", "{Ames, S.}", "{van der Berg, A. J.}", "{Ames, Anna and Roe, Maria}",
     "{Ames, S. and Roe, A. B.}",
     "{García Márquez, José}"],
)  # fmt: skip
def test_people_in_braces_are_found(name: str) -> None:
    """One person, and several people, in one pair of braces are reported."""
    assert quoted("NAM244", f"@misc{{a, author={{Holm, Ida and {name}}}}}") == [name]


@pytest.mark.parametrize(
    "name",
    ["{World Health Organization}", "{Barnes and Noble, Inc.}", "{Philips, NV}", "{Siemens, AG}",
     "{Elsevier, Amsterdam}",
     "{City Council, Washington, D.C.}", "{Museum, Washington, D.C.}", "{Washington, D.C.}", "{Anna Ames}", "{Plato}",
     "{University of Ulm, Institute of Physics}", "{Office for National Statistics, U.K.}", "{Merck, Sharp and Dohme}",
     "Ames, Anna", "{Ames}, Sue", "{Ames}, {Sue B.}", "{\\'A}mes, Sue", "{Smith, J. and Sons, Ltd.}"],
)  # fmt: skip
def test_organizations_and_parts_in_braces_are_fine(name: str) -> None:
    """Organizations, names without a comma, and braces around a part of a name are not reported."""
    assert messages("NAM244", f"@misc{{a, author={{Holm, Ida and {name}}}}}") == []


def test_single_field_name_in_csl_json_is_found() -> None:
    """A person in the field for organizations is the same error in other formats."""
    text = '[{"id": "a", "type": "book", "author": [{"literal": "Ames, Anna B."}]}]'
    assert marked("NAM244", text, "csl-json")


@pytest.mark.parametrize(
    "names",
    [
        "{Hansen, Lise and Nilsen, Geir}", "{Hansen, Yrsa; Nilsen, Odd}", "{Ames, Qiu-Li and van der Berg, Zorbo}",
        "{L. Hansen, G. Nilsen and P. Olsen}", "{Anna Hansen and Peter Nilsen}", "{{Hansen, Yrsa} and {Nilsen, Odd}}",
    ],
)  # fmt: skip
def test_lists_in_braces_are_found(names: str) -> None:
    """Several names in the form of people are no organization, whatever the given names."""
    (message,) = messages("NAM244", f"@misc{{a, author={{{names}}}}}")
    assert "contains several people" in message


@pytest.mark.parametrize(
    "name",
    [
        "{Simon and Schuster}", "{Department of Trade, Industry and Energy}", "{Smith, Kline and French}",
        "{Oceans, Fisheries and Coasts, Canada}", "{Agriculture, Forestry and Aquaculture, Fisheries}",
        "{Wiley, Sons and Partners, Ltd.}", "{Johnson Controls and General Electric}",
    ],
)  # fmt: skip
def test_organizations_with_and_are_fine(name: str) -> None:
    """Their parts do not all have the form of people."""
    assert messages("NAM244", f"@misc{{a, author={{{name}}}}}") == []
