"""Required fields that an entry lacks."""

from dataclasses import replace

from tests.rules.lintcase import messages

from refkit.lint.settings import Settings

BIBLATEX = replace(Settings(), dialect="biblatex")


def missing(text: str, settings: Settings | None = None) -> list[str]:
    """Return the required fields that the messages name."""
    return [m.split(" has no ")[1].split(",")[0] for m in messages("REQ101", text, settings)]


def test_article_needs_its_journal() -> None:
    """BibTeXing requires author, title, journal and year."""
    assert missing("@article{a, author={A}, title={T}, year=2020}") == ["`journal`"]


def test_editor_is_as_good_as_author() -> None:
    """A book requires an author or an editor."""
    assert missing("@book{a, editor={E}, title={T}, publisher={P}, year=2020}") == []


def test_neither_author_nor_editor_names_both() -> None:
    """If both are missing, the message names both."""
    assert missing("@book{a, title={T}, publisher={P}, year=2020}") == ["`author` or `editor`"]


def test_inherited_field_counts() -> None:
    """Inherited fields are not missing."""
    child = "@inproceedings{a, author={A}, title={T}, crossref={p}}\n"
    parent = "@proceedings{p, title={P}, booktitle={P}, year=2020}"
    assert missing(child + parent) == []


def test_date_is_as_good_as_year() -> None:
    """BibLaTeX's `date` contains the year."""
    assert missing("@article{a, author={A}, title={T}, journal={J}, date={2020-05}}") == []


def test_forthcoming_work_has_no_year() -> None:
    """A work in press has no year yet."""
    assert missing("@article{a, author={A}, title={T}, journal={J}, pubstate={inpress}}") == []


def test_misc_requires_nothing() -> None:
    """`@misc` has no required fields."""
    assert missing("@misc{a, note={N}}") == []


def test_organisation_signs_a_manual() -> None:
    """The organization can replace the author of a report or manual."""
    assert missing("@techreport{a, title={T}, institution={WHO}, year=2020}") == []


def test_biblatex_asks_less_of_a_book() -> None:
    """In BibLaTeX, a book requires no publisher."""
    assert missing("@book{a, author={A}, title={T}, date={2020}}", BIBLATEX) == []


def test_thesis_needs_its_school() -> None:
    """In BibTeXing, a thesis requires a school."""
    assert missing("@phdthesis{a, author={A}, title={T}, year=2020}") == ["`school`"]


def test_alias_brings_its_type() -> None:
    """In BibLaTeX, a thesis requires a type, which `@phdthesis` implies."""
    assert (
        missing("@phdthesis{a, author={A}, title={T}, institution={I}, date={2020}}", BIBLATEX)
        == []
    )


def test_broken_entry_is_not_asked() -> None:
    """The missing field may be in the part that could not be parsed."""
    assert missing("@article{a, author={A}, title={T, journal={J}, year=2020}") == []


def test_organisation_issues_its_own_report() -> None:
    """The institution may be missing, because its name would be repeated."""
    assert missing("@techreport{a, author={{World Bank}}, title={T}, year=2020}") == []


def test_person_does_not_issue_a_report() -> None:
    """A report by a person requires an institution."""
    assert missing("@techreport{a, author={Ann Roe}, title={T}, year=2020}") == ["`institution`"]


def test_article_of_an_organisation_still_has_a_journal() -> None:
    """An article by an organization still requires a journal."""
    assert missing("@article{a, author={{AP}}, title={T}, year=2020}") == ["`journal`"]


def test_all_missing_fields_are_one_finding() -> None:
    """An entry has one finding, which names all its missing fields."""
    assert missing("@phdthesis{a, author={A}, title={T}}") == ["`school` or `year`"]


def test_missing_fields_are_a_list() -> None:
    """The names have commas and one "or" between them."""
    message = messages("REQ101", "@article{a, volume=2}")[0]
    assert "has no `author`, `title`, `journal` or `year`, which BibTeX requires" in message


def test_alternatives_are_kept_apart() -> None:
    """With alternatives, each requirement has its own "no"."""
    message = messages("REQ101", "@book{a, publisher={P}}")[0]
    assert "has no `author` or `editor`, no `title` and no `year`, which" in message


def test_misspelled_field_is_not_missing() -> None:
    """Another rule reports the misspelled name."""
    assert missing("@article{a, author={A}, titel={The Tides}, journal={J}, year=2020}") == []


def test_venue_in_the_field_of_another_type_is_not_missing() -> None:
    """Another rule reports the `booktitle` of an article."""
    assert missing("@article{a, author={A}, title={T}, booktitle={B}, year=2020}") == []


def test_address_in_another_field_is_moved() -> None:
    """An online work with its address in `howpublished` needs no other address."""
    text = r"@online{a, title={T}, howpublished={\url{https://tides.org}}, year=2020}"
    advice = messages("REQ101", text, BIBLATEX)[0].split("; ")[1]
    assert advice == "move the URL in `howpublished` to `url`"


def test_a_field_of_another_type_explains_what_is_missing() -> None:
    """With the type that the field belongs to, nothing is missing; another rule reports that."""
    article = "@book{a, author={A}, title={T}, journal={J}, volume=3, year=2020}"
    assert missing(article) == []
    thesis = "@article{a, author={A}, title={T}, school={S}, year=2020}"
    assert missing(thesis) == []


def test_a_field_of_another_type_does_not_explain_what_both_types_require() -> None:
    """An article requires an author, too."""
    assert missing("@book{a, title={T}, journal={J}, publisher={P}, year=2020}") == [
        "`author` or `editor`"
    ]
