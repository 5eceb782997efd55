"""The rule foreign-and."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("Brandt, Ilse und Okafor, Tom", "Brandt, Ilse and Okafor, Tom"),
        ("Ilse B. Brandt et Tom Okafor", "Ilse B. Brandt and Tom Okafor"),
        ("Brandt, Ilse und Okafor, Tom und Roe, Cy", "Brandt, Ilse and Okafor, Tom and Roe, Cy"),
        ("Ruiz, Ana y Roe, Bo", "Ruiz, Ana and Roe, Bo"),
        ("Anna Berg e Tom Roe", "Anna Berg and Tom Roe"),
        ("Berg, A. en Roe, B.", "Berg, A. and Roe, B."),
        ("Berg, A. och Roe, B.", "Berg, A. and Roe, B."),
        ("Berg, A. i Roe, B.", "Berg, A. and Roe, B."),
        ("Иванов, А. и Петров, Б.", "Иванов, А. and Петров, Б."),
        ("Anna Berg + Tom Roe", "Anna Berg and Tom Roe"),
        ("Berg, A. / Roe, B.", "Berg, A. and Roe, B."),
        ("Berg, A./Roe, B.", "Berg, A. and Roe, B."),
        ("Anna Berg | Tom Roe", "Anna Berg and Tom Roe"),
        ("Anna Berg • Tom Roe", "Anna Berg and Tom Roe"),
        ("Anna Berg – Tom Roe", "Anna Berg and Tom Roe"),
        ("Berg, A. und zu Roe, B.", "Berg, A. and zu Roe, B."),
        ("Berg, A. von und Roe, B. zu", "Berg, A. von and Roe, B. zu"),
        ("Anna Berg with Tom Roe", "Anna Berg and Tom Roe"),
    ],
)
def test_separators_become_and(author: str, people: str) -> None:
    """Words of other languages and marks between people are replaced."""
    text = f"@misc{{a, author={{Roe, Cy and {author}}}}}"
    assert messages("NAM240", text)
    assert fixed("NAM240", text, unsafe=True) == f"@misc{{a, author={{Roe, Cy and {people}}}}}"


@pytest.mark.parametrize(
    ("author", "mark"),
    [
        ("Brandt und Okafor", "und"),
        ("Haus und Garten", "und"),
        ("张三，李四", "，"),
        ("张三、李四", "、"),
    ],
)
def test_what_may_be_one_name_is_not_split(author: str, mark: str) -> None:
    """The word is reported, because BibTeX reads it as a particle, but the name may need braces."""
    text = f"@misc{{a, author={{{author}}}}}"
    assert quoted("NAM240", text) == [mark]
    assert fixed("NAM240", text, unsafe=True) == text


@pytest.mark.parametrize(
    "author",
    [
        "Ortega y Gasset, José", "José Ortega y Gasset", "Costa e Silva, Ana", "Puig i Cadafalch, Josep",
        "{Haus und Garten}",
        "Bundesministerium für Bildung und Forschung", "Smith, J. et al.", "Smith, J. und andere",
        "Hewlett/Packard", "A/S, B.",
        "Undset, Sigrid", "Ruiz García y Sáenz, José", "Smith-Roe, A.", "Anna Berg (Haus und Garten)",
        "Etienne, Y.", "E, Weinan", "安东尼·弗卢",
        "Müller, Heinrich von und zu", "Guttenberg, Karl-Theodor von und zu", "von und zu Berg, Anna",
        "Anna von und zum Berg", "Wolff von und zur Heide, Bo", "Anna Von und zu Berg", "van en tot Berg, Jan",
        "Anna von u. zu Berg",
        "Cruz y Roe, A.", "Ana Ruiz y Gasset",
    ],
)  # fmt: skip
def test_names_with_such_words_are_fine(author: str) -> None:
    """Family names with `y`, `e` or `i`, organizations and other rules' words are not reported."""
    assert messages("NAM240", f"@misc{{a, author={{{author}}}}}") == []


@pytest.mark.parametrize(
    ("names", "word"),
    [
        ("Nguyễn Văn An và Trần Thị Bình", "và"), ("محمد أحمد و علي حسن", "و"),
        ("Գարեգին Արամյան և Անի Հակոբյան", "և"),
    ],
)  # fmt: skip
def test_words_of_other_scripts_are_found(names: str, word: str) -> None:
    """The words for "and" are listed by language."""
    assert f"`{word}` separates names" in messages("NAM240", f"@misc{{a, author={{{names}}}}}")[0]
