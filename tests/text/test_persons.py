"""Names in every order that styles use."""

import pytest
from tests.text.marked import shown

import refkit
from refkit.formats.text.read.persons import read_persons


def names(text: str) -> list[str]:
    return shown(read_persons(text).names)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Almeida, J. A., & Brandt, B.", ["|Almeida|J. A.", "|Brandt|B."]),
        ("J. A. Almeida and B. Brandt", ["|Almeida|J. A.", "|Brandt|B."]),
        ("Almeida JA, Brandt B", ["|Almeida|J. A.", "|Brandt|B."]),
        ("Almeida J.A., Brandt B.", ["|Almeida|J.A.", "|Brandt|B."]),
        ("Almeida, John; Brandt, Bob", ["|Almeida|John", "|Brandt|Bob"]),
        ("Almeida, John, and Bob Brandt", ["|Almeida|John", "|Brandt|Bob"]),
        ("John Almeida, Ute Brandt und Eva Curie", ["|Almeida|John", "|Brandt|Ute", "|Curie|Eva"]),
        ("Almeida, David Paul, Rubin, Joan Shelley, and Curie, Eva",
         ["|Almeida|David Paul", "|Rubin|Joan Shelley", "|Curie|Eva"]),
        ("Witt, D. J., D.J. Case, and J. H. Gamm", ["|Witt|D. J.", "|Case|D.J.", "|Gamm|J. H."]),
        ("Almeida, Brandt, and Curie", ["|Almeida", "|Brandt", "|Curie"]),
        ("Hart, B, Lowe, E & Moss, Y", ["|Hart|B.", "|Lowe|E.", "|Moss|Y."]),
        ("Lund EN, Moe ET, Ito I", ["|Lund|E. N.", "|Moe|E. T.", "|Ito|I."]),
        ("B. Hart, U. Lowe, O. G. Moss", ["|Hart|B.", "|Lowe|U.", "|Moss|O. G."]),
        ("Hart, B. ,and E. Lowe", ["|Hart|B.", "|Lowe|E."]),
        ("NOVÁK, Jan, Petr HORÁČEK a Eva MALÁ", ["|Novák|Jan", "|Horáček|Petr", "|Malá|Eva"]),
        ("Tova Katz, Jan van der Zee, and Ed Young", ["|Katz|Tova", "van der|Zee|Jan", "|Young|Ed"]),
        ("Ayşe Demir, Luca Di Marco, and Ed Young", ["|Demir|Ayşe", "|Di Marco|Luca", "|Young|Ed"]),
        ("Vega Ruiz, María del Mar, and Ed Young", ["|Vega Ruiz|María del Mar", "|Young|Ed"]),
        ("A. Hart, J-L Lowe", ["|Hart|A.", "|Lowe|J.-L."]),
        ("Tova Katz, Robert Moss", ["|Katz|Tova", "|Moss|Robert"]),
        ("Hart, Ann B., Tova Katz, Robert C. Moss, and Ed Young",
         ["|Hart|Ann B.", "|Katz|Tova", "|Moss|Robert C.", "|Young|Ed"]),
        ("Tova Katz Jr., Robert Moss, and Ed Young", ["|Katz|Tova|Jr.", "|Moss|Robert", "|Young|Ed"]),
        ("Brandt, Ute/Curie, Eva", ["|Brandt|Ute", "|Curie|Eva"]),
        ("Brandt (A.-L.), Curie (Eva)", ["|Brandt|A.-L.", "|Curie|Eva"]),
    ],
)  # fmt: skip
def test_lists_in_every_order(written: str, read: list[str]) -> None:
    """A comma separates names, parts of a name, or both; the rest of the list decides."""
    assert names(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("van der Berg, J.", "van der|Berg|J."),
        ("von Neumann J", "von|Neumann|J."),
        ("Ludwig van Beethoven", "van|Beethoven|Ludwig"),
        ("Van Gogh, Vincent", "|Van Gogh|Vincent"),
        ("D. Van Gogh", "|Van Gogh|D."),
        ("Andrade, Mário de", "de|Andrade|Mário"),
        ("de la Cruz, M. J.", "de la|Cruz|M. J."),
        ("O'Neill, P.", "|O'Neill|P."),
        ("García Márquez, Gabriel", "|García Márquez|Gabriel"),
        ("Ortega y Gasset, José", "|Ortega y Gasset|José"),
        ("Martin Luther King, Jr.", "|King|Martin Luther|Jr."),
        ("Brandt Jr., J.", "|Brandt|J.|Jr."),
        ("Guerney, Jr., B. G.", "|Guerney|B. G.|Jr."),
        ("Boice JD Jr.", "|Boice|J. D.|Jr."),
        ("Lamorlette M-J", "|Lamorlette|M.-J."),
        ("Plato", "|Plato"),
        ("Dr. Robert Kirk, PhD", "|Kirk|Robert"),
        ("Robert Kirk, M.D.", "|Kirk|Robert"),
        ("Kirk, Robert, M.A.", "|Kirk|Robert"),
        ("Kirk, M.A.", "|Kirk|M.A."),
        ("Kirk Jr., Robert Lewis", "|Kirk|Robert Lewis|Jr."),
        ("Van Kirk, Robert Lewis", "|Van Kirk|Robert Lewis"),
        ("Kirk Mora, Robert James", "|Kirk Mora|Robert James"),
        ("MAISTRE (de) X.", "de|Maistre|X."),
        ("Pablo De los Santos", "|De los Santos|Pablo"),
    ],
)
def test_parts_of_one_name(written: str, read: str) -> None:
    """Particles, suffixes and initials are distinguished."""
    assert names(written) == [read]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("BRANDT, John", "|Brandt|John"),
        ("BRANDT Thierry", "|Brandt|Thierry"),
        ("R. G. BRANDT", "|Brandt|R. G."),
        ("Pedro MORA", "|Mora|Pedro"),
        ("Lima GMAC", "|Lima|G. M. A. C."),
        ("DE LA CRUZ, María", "de la|Cruz|María"),
        ("MUNCK, R.", "|Munck|R."),
    ],
)
def test_capitals_are_a_matter_of_type(written: str, read: str) -> None:
    """A family name in capitals is converted to mixed case."""
    assert names(written) == [read]


@pytest.mark.parametrize(
    "written",
    [
        "United States Department of Defense",
        "Centers for Disease Control and Prevention",
        "Ministry of Health, Labour and Welfare",
        "Department of Health and Human Services",
        "Food and Agriculture Organization of the United Nations",
        "UN Security Council",
        "R Development Core Team",
        "ATLAS Collaboration",
        "Bundesministerium für Bildung und Forschung",
        "Ministère de la Culture",
        "Al-Monitor",
        "Reuters",
        "The Guardian",
        "WHO",
        "Microsoft",
        "World Bank",
        "Technische Universität Wien",
        "Ministry of Fish (Ebbland), Division of Nets",
        "U.S. Department of Labor, Bureau of Labor Statistics",
        "Institut für Geographie, Universität Hull",
    ],
)
def test_an_organisation_is_kept_whole(written: str) -> None:
    """The name of an organization has no parts and may contain "and" and commas."""
    assert names(written) == ["{" + written + "}"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("World Health Organization and World Bank", ["{World Health Organization}", "{World Bank}"]),
        ("Department of Health, Department of Trade", ["{Department of Health}", "{Department of Trade}"]),
        ("Tide Agency, Harbour Foundation", ["{Tide Agency}", "{Harbour Foundation}"]),
        ("Tide Agency, Harbour Office", ["{Tide Agency, Harbour Office}"]),
        ("Tide Agency; Harbour Office", ["{Tide Agency}", "{Harbour Office}"]),
        ("Ministry of Fish, Division of Nets", ["{Ministry of Fish, Division of Nets}"]),
        ("Ministry of Fish and Office of Nets", ["{Ministry of Fish}", "{Office of Nets}"]),
        ("Tide Agency and Harbour Research", ["{Tide Agency and Harbour Research}"]),
        ("UNESCO, OECD and World Bank", ["{UNESCO}", "{OECD}", "{World Bank}"]),
        ("Brandt, J., & World Health Organization", ["|Brandt|J.", "{World Health Organization}"]),
        ("Walter SD, Cook DJ, for the Lung Oncology Group",
         ["|Walter|S. D.", "|Cook|D. J.", "{Lung Oncology Group}"]),
    ],
)  # fmt: skip
def test_several_organisations(written: str, read: list[str]) -> None:
    """Each part that is named like an organization is a separate one."""
    assert names(written) == read


@pytest.mark.parametrize("written", ["Church, George", "Kenneth Church", "Bank, S.", "J. Park"])
def test_people_are_called_like_things(written: str) -> None:
    """Church and Park are family names, too."""
    assert not names(written)[0].startswith("{")


@pytest.mark.parametrize(
    "written",
    [
        "Brandt, J., et al.",
        "Brandt J et al",
        "Brandt, J. u. a.",
        "J. Brandt and others",
        "Brandt, J., et alii",
    ],
)
def test_others_are_told_as_bibtex_tells_them(written: str) -> None:
    """The list ends in `others`."""
    assert names(written) == ["|Brandt|J.", "others"]


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("In L. Angus & J. McLeod (Eds.),", "editor"),
        ("(Hrsg.: W. Jantzen, Iris Beck)", "editor"),
        ("hg. v. Peter Meier und Karl Huber", "editor"),
        ("sous la direction de Colette Soler", "editor"),
        ("a cura di Mario Rossi", "editor"),
        ("Edited by Philip Barnard and Stephen Shapiro.", "editor"),
        ("(sous la dir. de Colette Soler)", "editor"),
        ("Soler, Colette (édit.)", "editor"),
        ("Translated by Basil Creighton", "translator"),
        ("trad. du russe par Colette Soler", "translator"),
        ("trad. de l'anglais par Colette Soler", "translator"),
        ("Trad. dal tedesco di Mario Rossi", "translator"),
        ("traducción del inglés de Mario Rossi", "translator"),
        ("aus dem Russ. von Eva Moldenhauer", "translator"),
        ("J. Macquarrie & E. Robinson, Trans.", "translator"),
        ("übersetzt von Eva Moldenhauer", "translator"),
        ("Edited and translated by Ruth Moss", "editor_translator"),
        ("R. Moss & J. Ash, Eds. & Trans.", "editor_translator"),
        ("Davidson, F. (Producer)", "producer"),
        ("Soderbergh, Steven, director.", "director"),
    ],
)
def test_what_people_did_is_told_around_their_names(written: str, role: str) -> None:
    """Words for roles are not part of the names."""
    found = read_persons(written)
    assert (found.role, found.rest, all(name.family for name in found.names)) == (role, "", True)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("王小明, 李雷", ["|王|小明", "|李|雷"]),
        ("鈴木輝之", ["|鈴木|輝之"]),
        ("신동희", ["|신|동희"]),
        ("欧阳锋", ["|欧阳|锋"]),
        ("Иванов И. И., Петров П. П.", ["|Иванов|И. И.", "|Петров|П. П."]),
        ("И. И. Иванов", ["|Иванов|И. И."]),
    ],
)
def test_other_scripts(written: str, read: list[str]) -> None:
    """Chinese, Japanese and Korean names have no space between their parts."""
    assert names(written) == read


def test_words_that_are_no_names_are_given_back() -> None:
    """They are returned, so that they are not lost."""
    assert (
        read_persons("Creighton, B.; revised by Joseph Mileck").rest == "revised by Joseph Mileck"
    )


def test_a_city_behind_names_is_nobody() -> None:
    """The city is the place of publication."""
    found = read_persons("a cura di F. Del Bono e A. Serra, Torino")
    assert (shown(found.names), found.rest) == (["|Del Bono|F.", "|Serra|A."], "Torino")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Le Goff Jacques", ["|Le Goff|Jacques"]),
        ("Moreau Anne, Petit Jean-Luc", ["|Moreau|Anne", "|Petit|Jean-Luc"]),
        ("Moreau Bernard et Petit Jacques", ["|Moreau|Bernard", "|Petit|Jacques"]),
        ("Moreau Fernand", ["|Moreau|Fernand"]),
        ("Elton Bernard", ["|Bernard|Elton"]),
        ("Anne Moreau, Luc Jacques", ["|Moreau|Anne", "|Jacques|Luc"]),
    ],
)
def test_family_names_first_without_a_comma(written: str, read: list[str]) -> None:
    """Given names at the end of all names show the order; an unambiguous given name decides a single one."""
    assert names(written) == read


def test_a_group_behind_et_al() -> None:
    """The group is an author, too."""
    assert names("Ash BP et al. (Ebb Collaboration and Flood Collaboration)") == [
        "|Ash|B. P.", "{Ebb Collaboration}", "{Flood Collaboration}", "others",
    ]  # fmt: skip


def test_names_between_hyphens() -> None:
    """Italian lists use this form; a hyphen inside a name has no spaces around it."""
    assert names("L. Elm-Ash - C. Moss - F. Roe (a c. di)") == [
        "|Elm-Ash|L.",
        "|Moss|C.",
        "|Roe|F.",
    ]


def test_an_institute_called_after_somebody() -> None:
    """A hyphen joins the type of the institute to the name."""
    assert names("Robert Elm-Institut") == ["{Robert Elm-Institut}"]


def test_a_company_keeps_its_comma() -> None:
    """The legal form follows the comma."""
    assert names("Moss, Inc., and Ash, B.") == ["{Moss, Inc.}", "|Ash|B."]


@pytest.mark.parametrize("initials", ["S.A.", "SA", "A.G.", "AG", "N.V.", "B.V.", "Co"])
def test_initials_are_no_company(initials: str) -> None:
    """Initials may look like a legal form."""
    assert "{" not in "".join(names(f"Baron, {initials}, & Elm, A."))


@pytest.mark.parametrize(
    ("text", "title", "families"),
    [
        ("Brandt K. Tides. J Coast Phys. 2005 Mar;12(3):61-5.", "Tides", ["Brandt"]),
        ("Lind K. Fjords. Ocean Sci. 2011;7:12-20.", "Fjords", ["Lind"]),
        ("Lind K, Moe P. Fjords. Ocean Sci. 2011;7:12-20.", "Fjords", ["Lind", "Moe"]),
        ("Brandt, K.; Moe, P. Tides. J. Coast. Phys. 2005, 12, 61-65.", "Tides", ["Brandt", "Moe"]),
        ("Lind K, Moe P: Fjords. Ocean Sci 2011, 7:12-20.", "Fjords", ["Lind", "Moe"]),
        ("Иванов И, Петров П. Приливы. Океанология. 2005;12:61-5.", "Приливы", ["Иванов", "Петров"]),
    ],
)  # fmt: skip
def test_a_title_of_one_word_is_nobody_s_name(text: str, title: str, families: list[str]) -> None:
    """The title follows names in Vancouver style and similar ones."""
    found = refkit.parse(text)
    assert (found.title, [name.family for name in found.names["author"]]) == (title, families)
