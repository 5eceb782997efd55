"""The rule role-in-name."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "author",
    [
        "Brandt, Ilse (Ed.)", "Brandt, Ilse (Hrsg.)", "Ilse Brandt (ed.)", "Ilse Brandt [editor]",
        "Brandt, Ilse, ed.", "Brandt, Ilse, editor", "Ilse Brandt, ed.", "Ilse Brandt, editors", "Ilse Brandt Eds.",
        "edited by Ilse Brandt", "by Ilse Brandt", "Hrsg. von Ilse Brandt", "Brandt, Ilse, translator",
        "Brandt, Ilse (trans.)", "Brandt, Ilse (éd.)", "Brandt, Ilse (Übers.)", "Brandt, Ilse (coord.)",
        "Ilse Brandt Hrsg.", "Brandt, Ilse, Ed.", "Brandt, Ilse (Chair)", "Brandt, Ilse (deceased)",
        "Ilse Brandt, chair", "ed. Ilse Brandt", "Eds. Ilse Brandt", "Ilse Brandt (corresponding author)",
    ],
)  # fmt: skip
def test_roles_are_found(author: str) -> None:
    """Roles in brackets, after a comma, at the end and before the name are reported."""
    assert quoted("NAM231", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    [
        "Roberts, Ed.", "Roberts, Ed", "Ed Roberts", "{Board of Editors}", "Hg, Anna", "Brandt, Ilse", "Byron, Ann",
        "Brandt, Ilse (Ilsa)", "Van By, Tom", "Edson, Ann", "Trans, Anna", "Compton, A.", "Dir, Anna",
        "[Author Names]",
    ],
)  # fmt: skip
def test_names_are_fine(author: str) -> None:
    """The given name Ed and nicknames in brackets are not reported."""
    assert messages("NAM231", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []


@pytest.mark.parametrize("label", ["Authors:", "Author:", "Autoren:", "Auteurs :", "Автор:"])
def test_labels_before_names_are_found(label: str) -> None:
    """The label of a form was copied with the names."""
    for name in ("Smith, John", "John Smith"):
        found = messages("NAM231", f"@misc{{a, author={{{label} {name} and Roe, Cy}}}}")
        assert [message.partition(" in ")[0] for message in found] == [f"`{label}`"]


def test_an_abbreviated_translator_is_found() -> None:
    """The label precedes the name."""
    assert len(messages("NAM231", "@book{a, translator={Transl. Ida Holm}}")) == 1
