"""Names are split into parts as in BibTeX, before TeX is decoded."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from refkit.model.name import Name
from refkit.model.names import (
    OTHERS,
    has_names,
    parse_name,
    parse_names,
    parse_plain_name,
    read_names,
    split_names,
)
from refkit.model.names_write import write_name, write_names
from refkit.tex.encode import encode


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Donald E. Knuth", Name("Knuth", "Donald E.")),
        ("Knuth, Donald E.", Name("Knuth", "Donald E.")),
        ("Plato", Name("Plato")),
        ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", "van")),
        ("van Beethoven, Ludwig", Name("Beethoven", "Ludwig", "van")),
        ("Lorenzo de' Medici", Name("Medici", "Lorenzo", "de' ")),
        ("Oscar de la Vall{\\'e}e Poussin", Name("Vallée Poussin", "Oscar", "de la")),
        ("King, Jr., Martin Luther", Name("King", "Martin Luther", suffix="Jr.")),
        ("Jean-Paul Sartre", Name("Sartre", "Jean-Paul")),
        ("Sartre, J.-P.", Name("Sartre", "J.-P.")),
        ("J.~R. Smith", Name("Smith", "J. R.")),
        ("Maria von Berg, Anna", Name("Berg", "Anna", "Maria von")),
        ("Saunders {Mac Lane}", Name("Mac Lane", "Saunders")),
        ("{van Gogh}, Vincent", Name("van Gogh", "Vincent")),
        ("Jean d'Ormesson", Name("d'Ormesson", "Jean")),
        ("von Neumann", Name("Neumann", particle="von")),
        ("李 小龙", Name("小龙", "李")),
    ],
)
def test_a_name_is_split_into_first_von_last_and_jr(written: str, name: Name) -> None:
    """One, two or three parts between commas; words in lower case are the von part."""
    assert parse_name(written) == name


@pytest.mark.parametrize("written", ["Muhammad al-Khwarizmi", "al-Khwarizmi, Muhammad"])
def test_a_lower_case_prefix_with_a_hyphen_is_a_particle(written: str) -> None:
    """bibtex.web splits at hyphens, too; the hyphen is kept for the output."""
    assert parse_name(written) == Name("Khwarizmi", "Muhammad", "al-")


@pytest.mark.parametrize(
    ("written", "literal"),
    [
        ("{World Health Organization}", "World Health Organization"),
        ("{Barnes and Noble, Inc.}", "Barnes and Noble, Inc."),
        ("{{NASA}}", "NASA"),
        ("{{\\'E}cole Polytechnique}", "École Polytechnique"),
    ],
)
def test_a_name_in_braces_is_an_organization(written: str, literal: str) -> None:
    """Neither its commas nor its "and" divide it."""
    assert parse_names(f"{written} and Ann Doe") == [Name(literal=literal), Name("Doe", "Ann")]


@pytest.mark.parametrize(
    "written",
    ["{\\'E}ric Dupont", "\\'{E}ric Dupont", "\\'Eric Dupont", "Éric Dupont", "{\\'{E}}ric Dupont"],
)
def test_an_accented_capital_is_a_capital_in_every_notation(written: str) -> None:
    """No spelling of the accent makes a given name a particle."""
    assert parse_name(written) == Name("Dupont", "Éric")


def test_a_special_character_determines_the_case() -> None:
    """A lower-case letter made by a command begins a von part (bibtex.web, section 398)."""
    assert parse_name("Hans {\\o}r Berg") == Name("Berg", "Hans", "ør")


def test_a_tilde_accent_is_not_a_tie() -> None:
    """`\\~{a}` is a letter, `~` alone divides words."""
    assert parse_name("Brand\\~{a}o, F.~J.") == Name("Brandão", "F. J.")


@pytest.mark.parametrize("end", ["", " and ", " and {}"])
def test_others_before_the_end_is_a_name(end: str) -> None:
    """As in BibTeX's styles, which only print "et al." for the last name."""
    names = parse_names("Ann Doe and others and Bo Roe" + end)
    assert names == [Name("Doe", "Ann"), Name("others"), Name("Roe", "Bo")]


def test_and_others_ends_a_list() -> None:
    """The mark is a name of its own kind."""
    assert parse_names("Ann Doe and others") == [Name("Doe", "Ann"), OTHERS]


def test_and_separates_names_in_any_case_but_not_in_braces_or_words() -> None:
    """Andrew Sand is one person."""
    assert len(parse_names("Andrew Sand AND {Smith and Sons} and Bo Lee")) == 3


@pytest.mark.parametrize(
    ("written", "family", "problem"),
    [
        ("A, B, C, D", "A", "`A, B, C, D` has too many commas"),
        ("Doe, Ann,", "Doe", "`Doe, Ann,` has an empty part"),
        ("Doe, Ann and", "Doe", "the list of names ends in `and`"),
        ("and Doe, Ann", "Doe", "the list of names begins with `and`"),
        ("Doe, Ann and and Lee, Bo", "Doe", "empty name between two `and`s"),
    ],
)
def test_an_error_in_a_name_does_not_lose_any_name(written: str, family: str, problem: str) -> None:
    """Names are returned together with problems."""
    names, problems = read_names(written)
    assert (names[0].family, problems) == (family, [problem])


def test_too_many_commas_keep_every_word() -> None:
    """Text after the third comma belongs to the given names."""
    assert parse_name("A, B, C, D") == Name("A", "C D", suffix="B")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("family=Fontaine, given=Jean, prefix=de la", Name("Fontaine", "Jean", "de la")),
        (
            "family=Fontaine, given=Jean, prefix=de la, useprefix=false",
            Name("Fontaine", "Jean", dropping_particle="de la"),
        ),
        ('family={de Foo}, given="A. B."', Name("de Foo", "A. B.")),
        ("given={Hans, Jr}, family=Mann, suffix=III", Name("Mann", "Hans, Jr", suffix="III")),
    ],
)
def test_extended_names_of_biblatex_are_read(written: str, name: Name) -> None:
    """The BibLaTeX manual, section 3.2.1."""
    assert parse_name(written) == name


def test_each_part_is_decoded_after_the_split() -> None:
    """TeX in a name becomes Unicode, in its own part."""
    assert parse_name('M{\\"u}ller-L{\\"u}denscheidt, Hans~G{\\"u}nter') == Name(
        "Müller-Lüdenscheidt", "Hans Günter"
    )


def test_split_names_returns_offsets() -> None:
    """An offset counts from the beginning of the value."""
    assert split_names("A and {B and C}  and D") == [("A", 0), ("{B and C}", 6), ("D", 21)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Smith, John", Name("Smith", "John")),
        ("John Smith", Name("Smith", "John")),
        ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", "van")),
        ("Smith, John, Jr.", Name("Smith", "John", suffix="Jr.")),
        ("O'Brien-Lee {x}", Name("{x}", "O'Brien-Lee")),
        ("", Name()),
    ],
)
def test_tex_in_plain_names_is_not_decoded(written: str, name: Name) -> None:
    """Other formats write the given name second and the suffix third."""
    assert parse_plain_name(written) == name


PART = st.text(
    st.characters(categories=["Lu", "Ll", "Lo"], exclude_characters="ǅǈǋǲ"), min_size=1, max_size=6
)
UPPER = PART.map(lambda text: "A" + text)
LOWER = st.sampled_from(["van", "de la", "von der", "al-", "d'"])
FAMILY = st.lists(st.one_of(UPPER, PART), min_size=1, max_size=3).map(" ".join)
NAMES = st.one_of(
    st.builds(
        Name,
        family=FAMILY.map(lambda f: "X" + f),
        given=st.one_of(st.just(""), FAMILY),
        particle=st.one_of(st.just(""), LOWER),
    ),
    st.builds(Name, family=FAMILY, given=FAMILY, suffix=st.sampled_from(["Jr.", "III", ""])),
    st.builds(Name, family=FAMILY, given=FAMILY, dropping_particle=st.just("de")),
    st.builds(Name, literal=st.lists(UPPER, min_size=1, max_size=4).map(" and ".join)),
)


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_written_names_are_read_back(names: list[Name]) -> None:
    """In ASCII TeX as in Unicode."""
    ascii_names = parse_names(write_names(names, encode, biblatex=True))
    assert ascii_names == parse_names(write_names(names, biblatex=True)) == names


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Fontaine", "Jean", dropping_particle="de la"), "de la {}Fontaine, Jean"),
        (Name("Fontaine", "Jean", "La", "de"), "de {La }Fontaine, Jean"),
        (Name("Cruz", "Ann", "De La"), "{De La }Cruz, Ann"),
        (Name("Este", "Ann", "d'"), "{d'}Este, Ann"),
        (Name("Este", "Ann", "", "d'"), "{d'}{}Este, Ann"),
        (Name("Este", "Ann", "D'"), "{}{D'}Este, Ann"),
        (Name("New York"), "New York, {}"),
        (Name("King", suffix="Jr."), "King, Jr., {}"),
        (Name(given="Ann"), "{}, Ann"),
    ],
)
def test_names_are_written_so_that_bibtex_can_read_them(name: Name, written: str) -> None:
    """No empty part without braces, no form of BibLaTeX's."""
    assert write_name(name) == written


PARTICLES = ["", "van", "de la", "De La", "d'", "D’", "al-", "Al-", "de' ", "Éa", "v."]
FAMILIES = ["Fontaine", "La Fontaine", "de Foo", "Élan", "O'Brien", "Foo–", "Foo and Bar", ""]


@pytest.mark.parametrize("biblatex", [False, True])
@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("suffix", ["", "Jr.", "III, Esq."])
def test_every_pair_of_particles_survives_a_round_trip(
    suffix: str, family: str, biblatex: bool
) -> None:
    """Dropping and not, in both cases, alone and together, with and without a space after them."""
    pairs = product(PARTICLES, PARTICLES)
    names = [Name(family, "Jean", first, second, suffix) for first, second in pairs]
    read = [parse_names(write_name(name, encode, biblatex)) for name in names]
    assert read == [[name] for name in names]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("{Mc}Donald, Ann", Name("McDonald", "Ann")),
        ("{O'}Brien, Ann", Name("O'Brien", "Ann")),
        ("{T}an, Ann", Name("Tan", "Ann")),
        ("{}Tan, Ann", Name("Tan", "Ann")),
        ("{Garcia} Lopez, Ann", Name("Garcia Lopez", "Ann")),
        ("de {La} Fontaine, Jean", Name("La Fontaine", "Jean", "de")),
        ("{\\O }rsted, Ann", Name("Ørsted", "Ann")),
    ],
)
def test_other_groups_are_part_of_the_family_name(written: str, name: Name) -> None:
    """People put braces around letters and words that are no particles."""
    assert parse_name(written) == name


def test_a_family_name_that_could_be_split_is_written_in_braces() -> None:
    """BibTeX reads such a particle as part of the family name."""
    assert write_name(Name("van Gogh", "Vincent")) == "{van Gogh}, Vincent"


@pytest.mark.parametrize("family", ["Smith–", "—", "-x"])
def test_a_dash_at_the_edge_of_a_name_is_kept(family: str) -> None:
    """Braces keep it from separating words, which would lose it."""
    assert parse_names(write_name(Name(family, "Ann"), encode)) == [Name(family, "Ann")]


@pytest.mark.parametrize("written", ["~Anna~Smith", "-Anna Smith", "~ ~Anna Smith"])
def test_ties_and_hyphens_before_the_first_word_are_dropped(written: str) -> None:
    """In BibTeX they separate words, but there is no word before them."""
    assert parse_names(written) == [Name("Smith", "Anna")]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("R. Babu\\v ska", Name("Babuška", "R.")),
        ("Be\\v cv\\'a\\v r, F.", Name("Bečvář", "F.")),
        ("Fran\\c cois Vi\\`ete", Name("Viète", "François")),
        ("Jos\\' e Garc\\'\\i a", Name("García", "José")),
        ("S\\o ren \\AA\n kerlund", Name("Åkerlund", "Søren")),
        ("\\L ukasz Kaiser", Name("Kaiser", "Łukasz")),
        ("Gau\\ss , Carl", Name("Gauß", "Carl")),
        ("{\\o rsted}, Hans", Name("ørsted", "Hans")),
        ("Solja\\ifmmode \\check{c}\\else \\v{c}\\fi{}i\\ifmmode \\acute{c}\\else \\'{c}\\fi{}, M.",
         Name("Soljačić", "M.")),
    ],
)  # fmt: skip
def test_a_space_inside_a_letter_does_not_separate_words(written: str, name: Name) -> None:
    """TeX skips it after a command; the program bibtex would split the name there."""
    assert parse_names(f"{written} and Roe, R.") == [name, Name("Roe", "R.")]


def test_a_letter_at_the_end_of_a_name_does_not_join_the_next() -> None:
    """`\\O and` is a letter and the separator of two names."""
    assert parse_names("Hansen, \\O and Ann Lee") == [Name("Hansen", "Ø"), Name("Lee", "Ann")]


@pytest.mark.parametrize("space", ["\u2009", "\u202f", "\u00a0", "\u2002", "\u3000", "\t"])
@pytest.mark.parametrize("unicode", [False, True])
def test_every_space_in_a_name_is_written_as_one_that_bibtex_reads(
    space: str, unicode: bool
) -> None:
    """A thin space is `\\,` in TeX, whose comma would separate the parts of the name."""
    written = write_names(
        [Name("Mac" + space + "Lane", f"D.{space}M."), Name(literal=f"A{space}B")],
        lambda part: encode(part, unicode=unicode),
    )
    assert "\\" not in written
    assert parse_names(written) == [Name("Mac Lane", "D. M."), Name(literal="A B")]


SPECIAL = [
    char for char in map(chr, range(33, 0x3000)) if not char.isspace() and encode(char) != char
]


@pytest.mark.parametrize("biblatex", [False, True])
@pytest.mark.parametrize("unicode", [False, True])
def test_every_character_with_a_command_is_kept_in_every_part(
    biblatex: bool, unicode: bool
) -> None:
    """Characters that are written as commands or escaped."""
    for char in SPECIAL:
        names = [
            Name(char + "o" + char, "D" + char, particle=f"v{char}n"),
            Name("Doe", char + "n", suffix="J" + char + "r", dropping_particle=f"d{char}s"),
            Name(literal=f"A {char}B"),
        ]
        written = write_names(names, lambda part: encode(part, unicode=unicode), biblatex)
        assert read_names(written) == (names, []), char


@given(st.text("{}\\,~- and'\"=aB", max_size=60))
def test_any_text_is_read_as_names(text: str) -> None:
    """Nothing raises, and no name is empty."""
    assert all(name != Name() for name in parse_names(text))


@pytest.mark.parametrize("piece", ["{", "}", "\\", ",", " and ", "~", "-", "a ", "=", "{\\'", "\t",
    "\\ifmmode ", "$\\ifmmode ", "\\v ", "\\o "])  # fmt: skip
def test_long_runs_take_linear_time(piece: str) -> None:
    """Four times as much input takes about four times as long."""
    assert is_linear(parse_names, lambda size: piece * size)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("L.\\ Berg", Name("Berg", "L.")),
        ("Berg, L.\\ M.", Name("Berg", "L. M.")),
        ("Berg, L.\\ ", Name("Berg", "L.")),
        ("J.\\,K. Berg", Name("Berg", "J. K.")),
        ("Berg, J.\\, K.", Name("Berg", "J. K.")),
        ("Ch.\\ van~der\\ Berg", Name("Berg", "Ch.", "van der")),
        ("J.~\\;K. Berg", Name("Berg", "J. K.")),
        ("{Berg\\ und Tal}", Name(literal="Berg und Tal")),
    ],
)
def test_commands_for_spaces_separate_words(written: str, name: Name) -> None:
    """BibTeX would keep the backslash, which then puts an accent on the next letter."""
    assert parse_name(written) == name


@given(
    st.text(alphabet="aZé ,{}\\\"'=~-.nd", max_size=12)
    | st.text(max_size=6)
    | st.text(max_size=3).map("and".__add__)
)
def test_a_list_that_shows_a_name_contains_one(value: str) -> None:
    """The start of a list is enough to know that it is not empty, whatever follows."""
    assert parse_names(value) or not has_names(value)


@pytest.mark.parametrize("value", ["Berg, Anna", "others", "a", "Zoë and", "é", "Andrea Berg"])
def test_lists_that_begin_with_a_letter_show_a_name(value: str) -> None:
    """Most lists do."""
    assert has_names(value)
