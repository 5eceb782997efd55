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
