"""The rule et-al."""

import pytest
from tests.rules.lintcase import asked, fixed, messages

from refkit import formats
from refkit.lint.engine import check
from refkit.model.source import Source


def test_and_others_is_right() -> None:
    """BibTeX supports `and others`."""
    assert messages("NAM223", "@book{a, author={Smith, J. and others}}") == []


def test_others_in_the_middle_is_found() -> None:
    """Names after `others` are lost."""
    assert messages("NAM223", "@book{a, author={Smith, J. and others and Jones, R.}}")


def test_the_fix_writes_and_others() -> None:
    """The words at the end are replaced."""
    text = fixed("NAM223", "@book{a, author={Smith, J., et al.}}", unsafe=True)
    assert text == "@book{a, author={Smith, J. and others}}"


def test_no_fix_is_offered_if_others_are_inside() -> None:
    """A fix would not remove the finding."""
    text = "@book{a, author={Doe, J. and others and Smith, J. et al.}}"
    assert messages("NAM223", text)
    assert fixed("NAM223", text, unsafe=True) == text


def test_names_with_al_are_fine() -> None:
    """Al is a name."""
    assert messages("NAM223", "@book{a, author={Al Gray and Pet Albert}}") == []


@pytest.mark.parametrize(
    "end", [" and others et al.", ", et al. and others", " and others, et al", " et al., et al.", " and et al. others"]
)  # fmt: skip
def test_all_words_for_the_rest_become_one(end: str) -> None:
    """After the fix, none of the words is left to report."""
    after = fixed("NAM223", f"@book{{a, author={{Smith, John{end}}}}}", unsafe=True)
    assert after == "@book{a, author={Smith, John and others}}"


@pytest.mark.parametrize(
    "end",
    [
        ", et al.", " et al", " et. al.", " et al.,", " et alii", " and et al.", " u.a.", " u. a.", " und andere",
        " et autres", " y otros", " e altri", " and co-workers", " and coworkers", " and colleagues", " m. fl.",
        " and his collaborators",
        " и др.", " etc.", " and 12 others", " et coll.", ", ...", ", …", " and several others",
    ],
)  # fmt: skip
def test_words_for_the_rest_are_found_in_many_languages(end: str) -> None:
    """All of them become `and others`."""
    after = fixed("NAM223", f"@book{{a, author={{Smith, John{end}}}}}", unsafe=True)
    assert after == "@book{a, author={Smith, John and others}}"


@pytest.mark.parametrize(
    "author",
    ["Berg, U. A.", "Al, Et", "Smith, J. and Al-Sayed, A.", "{Team and Others}", "Berg, U.A.", "Colla, Ann"],
)  # fmt: skip
def test_initials_and_names_are_fine(author: str) -> None:
    """Initials and family names that look like these words are not reported."""
    assert messages("NAM223", f"@book{{a, author={{{author}}}}}") == []


def test_people_of_json_are_found() -> None:
    """Programs that split at the comma write "et al." as a person."""
    text = '[{"id": "a", "type": "book", "author": [{"family": "Roe"}, {"family": "et al."}]}]'
    found = check(formats.read(Source(text, "x.json")), asked("NAM223"))
    assert [text[f.span.start : f.span.end] for f in found] == ['{"family": "et al."}']


@pytest.mark.parametrize(
    "words", ["\\emph{et al.}", "\\textit{et al.}", "{others}", "{{others}}", "weitere"]
)
def test_braces_and_commands_do_not_hide_the_words(words: str) -> None:
    """BibTeX reads all of them as a name."""
    assert len(messages("NAM223", f"@misc{{a, author={{Smith, J. and {words}}}}}")) == 1
