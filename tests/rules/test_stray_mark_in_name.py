"""The rule stray-mark-in-name."""

import pytest
from tests.rules.lintcase import findings, messages, quoted


@pytest.mark.parametrize(
    "author",
    [
        "Holm, Ingrid.", "Ingrid Holm.", "Holm, Ingrid;", "Holm, Ingrid:", "Holm (Ingrid", "Ingrid Holm)",
        "“Ingrid Holm", "Holm, Ingrid -", "Holm:, Ingrid", "[Holm, Ingrid", "Holm], Ingrid", "/Ingrid Holm",
        "Holm, Ingrid?", "Holm. Ingrid", ".Ingrid Holm",
    ],
)  # fmt: skip
def test_stray_marks_are_found(author: str) -> None:
    """Marks at the ends of names and brackets without a partner are reported."""
    assert quoted("NAM236", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    [
        "Holm, I.", "Holm, Geo.", "Holm Jr., Ingrid", "Holm, I., Jr.", "Ramesh K.", "Holm, Alex.", "{Yahoo!}",
        "{Holm Inc.}", "O'Hara, Ann", "D'Souza, A.", "Holm-Roe, Ingrid", "Holm, Ingrid (Inga)", "Holm, L.\\ ",
        "{\\'E}. Dupont", "Holm, Ch.", "St. John, A.", "Holm, J.-P.", "Holm, Wm.", "Al-'Ali, A.",
    ],
)  # fmt: skip
def test_initials_and_abbreviations_are_fine(author: str) -> None:
    """Full stops of initials, abbreviated names and suffixes are not reported."""
    assert messages("NAM236", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []


@pytest.mark.parametrize(
    ("name", "word"), [("M?ller, Rudolf", "M?ller"), ("Perea, Andr?s", "Andr?s"), ("?kesson, Eva", "?kesson")]
)  # fmt: skip
def test_a_lost_letter_is_found(name: str, word: str) -> None:
    """A program wrote a question mark for a letter that its encoding lacks."""
    found = messages("NAM236", f"@misc{{a, author={{{name}}}}}")
    assert len(found) == 1
    assert f"a letter of `{word}`" in found[0]


@pytest.mark.parametrize(
    "command",
    ["\\thanks{By {X}}", "\\footnote{a}", "\\inst{1,2}", "\\orcidlink{0000-0002-1825-0097}", "\\email{a@b.org}",
     "\\affil[1]{Oslo}", "\\IEEEauthorrefmark{1}"],
)  # fmt: skip
def test_commands_of_title_pages_are_found(command: str) -> None:
    """The command and its argument are marked."""
    assert quoted("NAM236", f"@misc{{a, author={{Holm, Ingrid{command} and Roe, Cy}}}}") == [
        command
    ]


def test_quotation_marks_around_a_whole_name_are_found() -> None:
    """Each part has one of the two."""
    assert len(messages("NAM236", '@misc{a, author={"Holm, Ingrid"}}')) == 1
    assert messages("NAM236", '@misc{a, author={Holm, Ingrid "Inga"}}') == []


def test_the_command_between_names_of_title_pages_is_found() -> None:
    r"""`\\and` separates authors in LaTeX, not in BibTeX."""
    assert quoted("NAM236", "@misc{a, author={Ingrid Holm \\and Cy Roe}}") == ["\\and"]
    assert messages("NAM236", "@misc{a, author={Ingrid Holm\\andere}}") == []


@pytest.mark.parametrize("rest", ["Holm, Ingrid et al.;", "...", "Holm, I. [et al."])
def test_marks_of_et_al_are_left_to_its_rule(rest: str) -> None:
    """One problem has one finding."""
    entry = f"@misc{{a, author={{Roe, Cy and {rest}}}}}"
    found = {finding.code for finding in findings(("NAM223", "NAM236"), entry)}
    assert found == {"NAM223"}
