"""Labels that contradict the words are corrected."""

import pytest

from refkit.formats.text.label.certain import token_class
from refkit.formats.text.label.repair import repaired
from refkit.formats.text.label.tokens import Tokens, tokenize

SHORT = {
    "A": "author",
    "T": "title",
    "C": "container-title",
    "E": "editor",
    "R": "translator",
    "D": "date",
}
SHORT |= {
    "I": "issue",
    "X": "edition",
    "V": "volume",
    "P": "pages",
    "L": "location",
    "H": "publisher",
    "N": "note",
    "#": "citation-number",
}
LETTERS = {label: letter for letter, label in SHORT.items()}


def put_right(text: str, labels: str) -> str:
    """Return the corrected labels of a text's tokens, one letter each."""
    spans = tokenize(text)
    tokens = Tokens(text, spans, [token_class(text[start:end]) for start, end in spans])
    return "".join(
        LETTERS[label] for label in repaired(tokens, [SHORT[letter] for letter in labels])
    )


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Council for Small Rivers (2010). Clean banks.", "TTTTDTT", "AAAADTT"),
        ("[3] Landesamt für Deiche: Bericht zur Flut.", "#TTTTTT", "#AAATTT"),
        ("Ministry of Mills, Wells and Weirs. Grain today.", "AAATTTTT", "AAAAAATT"),
        ("The history of a council of fishermen. A tale.", "TTTTTTTTT", "TTTTTTTTT"),
        ("Roe, J. The Council of Elms. Paris: Ami.", "AATTTTLH", "AATTTTLH"),
        ("The Elm Research Institute Study: a tale of leaves.", "TTTTTTTTT", "TTTTTTTTT"),
    ],
)
def test_an_organisation_at_the_head_is_the_author(text: str, before: str, after: str) -> None:
    """It ends at the first full stop, colon or year if no person is the author."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Agenzia per le acque e i mulini, Catalogo, Roma 1999", "TTTTTTTTLD", "AAAAAAATLD"),
        ("Cour des moulins du Nord, Rapport annuel, Metz 1999", "TTTTTTTLD", "AAAAATTLD"),
        ("Ministry of Mills, Wells and Weirs, Report, Leeds 1999", "TTTTTTTLD", "AAAAAATLD"),
        ("Institut für Mühlen, Abteilung Nord, Jahrbuch, Bonn 1999", "TTTTTTLD", "AAAAATLD"),
        ("Museum of Mills, London, A guide, Moss 1999", "TTTTTTHD", "AAAATTHD"),
        ("Study of Mills, Wheels, Dams, Leeds 1999", "TTTTTLD", "TTTTTLD"),
        ("Board for Mills, Wells and Weirs (1999) Notes on wheels", "ATTTTTDTTT", "ATTTTTDTTT"),
        (
            "Department for Mills, Wells and Weirs (1999) Notes on wheels",
            "AAATTTDTTT",
            "AAAAAADTTT",
        ),
        ("Council housing, Water, Dams, Leeds 1999", "TTTTLD", "TTTTLD"),
    ],
)
def test_an_organisation_ends_at_a_comma_where_commas_divide(
    text: str, before: str, after: str
) -> None:
    """Commas in its own name, or before its place, do not end it."""
    assert put_right(text, before) == after


def test_an_organisation_is_not_cut_where_no_mark_stands() -> None:
    """Its parts are one author."""
    assert (
        put_right("Institute for Mills, Wells and Weirs. (1999). Notes on wheels", "HHHHHADTTT")
        == "AAAAAADTTT"
    )
    assert put_right("Ministère de l'Eau, Plan annuel, Metz 1999", "AATTTLD") == "AAATTLD"


def test_a_month_may_be_a_name() -> None:
    """The month has neither a day nor a year next to it."""
    assert put_right("Ash, Maria, Elm, Jan: Still Water. Leeds", "AAADTTL") == "AAAATTL"
    assert put_right("Ash, Maria, Jan. 1999: Still Water. Leeds", "AADDTTL") == "AADDTTL"


def test_a_journal_in_quotes_behind_a_title_without() -> None:
    """Italian lists use this form."""
    text = "A. Bo, Le acque del nord, «Rivista del mare», XII (1990), pp. 3-9"
    assert put_right(text, "AAAAAATTTVDPP") == "AATTTTCCCVDPP"


def test_an_acronym_that_runs_on_into_the_title_begins_it() -> None:
    """A punctuation mark separates an author from a title."""
    assert put_right("[6] ANSI Standard for Ladders, Mar. 1999", "#ATTTDD") == "#TTTTDD"
    assert put_right("[6] ANSI, Standard for Ladders, Mar. 1999", "#ATTTDD") == "#ATTTDD"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Au, Anna von und zu: Das Moor. Bonn", "ATTTTTTL", "AAAAATTL"),
        ("Au, Achim v.: Das Moor. Bonn", "AATTTL", "AAATTL"),
        ("Au, Anna: Das Moor. Bonn", "ATTTL", "AATTL"),
        ("Platon, Staat: Ein Gespräch. Bonn", "ATTTL", "ATTTL"),
        ("Roe, J., Paul: A life. Leeds", "AATTTL", "AATTTL"),
    ],
)
def test_a_name_goes_on_to_its_colon(text: str, before: str, after: str) -> None:
    """The words before the colon are given names and particles."""
    assert put_right(text, before) == after


def test_an_author_with_given_names_does_not_take_the_title() -> None:
    """If commas separate fields, the author ends at the second one."""
    assert put_right("Au, Georg, Netze, Reusen, Diss., Bonn 1999", "AAAANLD") == "AATTNLD"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Storm, Theo: Werke, hg. von Eva Lind, Kiel 1957", "EEEEEEELD", "AATEEEELD"),
        (
            "Au, Georg, Das Recht, in: Jan Ott/Kurt Ra (Hrsg.), Ufer 1988",
            "EEEEEEEEEECD",
            "AATTEEEEEECD",
        ),
        (
            "4. Roe, J. & Ash, B. in Rivers of Ice (eds Moro, L.) 1–9",
            "#EEEEEEEEEEEEP",
            "#AAAAACCCCEEEP",
        ),
        ("4. Roe, J. in Rivers of Ice (eds Moro, L.) 1–9", "#AAATTTEEEP", "#AACCCCEEEP"),
        ("4. Roe, J. in Rivers of Ice (eds Moro, L.) 1–9", "#AACCCCCCEP", "#AACCCCEEEP"),
    ],
)
def test_editors_don_t_take_what_stands_before_them(text: str, before: str, after: str) -> None:
    """Words that introduce editors separate author, title and book."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Rive e mulini, a cura di Anna Bo e Ugo Li, Roma", "TTTTTTTTTTTL", "TTTEEEEEEEEL"),
        ("Ufer, hrsg. v. Eva Lang. Bonn 1990", "TTTTTLD", "TEEEELD"),
        ("Ufer. Aus dem Polnischen von Jan Ott, Bonn", "TTTTTTTL", "TRRRRRRL"),
        ("In Water, Land, and Sea, edited by A. Holm, 1999", "EEEEEEEEED", "CCCCCEEEED"),
        ("Banks. Translated by R. Frost. Leeds: Moss, 1990.", "TTTTTLHD", "TRRRRLHD"),
        ("Ufer. Ein Roman, hrsg. v. Eva Lang, Bonn 1990", "TEEEEEELD", "TTTEEEELD"),
        ("Rive, a cura di A. Bo e U. Li, Roma, Po, 1990", "TEEEEEEEEEHD", "TEEEEEEEELHD"),
        ("Rive (sous la dir. de Ida Li), Rouen, Amont, 1990", "CEEEEEEEED", "CEEEEEELHD"),
        ("Ufer, hrsg. v. Eva Lang, Kiel o. J.", "TEEEEEEE", "TEEEELDD"),
        ("Ufer, trans. Ida Ott, ed. by Eva Lang, Kiel", "TEEEEEEEL", "TEEEEEEEL"),
        ("Ufer. Edited by A. Lang. Translated by E. Ott, Bonn", "TEEEEEEEEL", "TEEEEEEEEL"),
        ("Ufer. Edited and translated by E. Ott, Bonn", "TTTTTTTL", "TRRRRRRL"),
        ("Ufer, trad. dal tedesco di Anna Bo, Roma", "TTTTTTTL", "TRRRRRRL"),
    ],
)
def test_names_follow_the_words_that_say_what_people_did(
    text: str, before: str, after: str
) -> None:
    """Editors and translators follow "edited by" and similar words in other languages."""
    assert put_right(text, before) == after


def test_a_quoted_title_ends_with_its_quotation_mark() -> None:
    """The words between the title and a number are the container."""
    assert (
        put_right("Roe, J. “Still Water.” River Quarterly 12 (1999): 3-9.", "AATTTTVDP")
        == "AATTCCVDP"
    )


def test_what_was_said_at_a_meeting_is_no_part_of_the_title() -> None:
    """The name of the meeting may be in quotation marks, too."""
    text = "Roe, J., « Le sel », communication au colloque « Eaux », Lyon 1999"
    assert put_right(text, "AATTTTTTLD") == "AATTCCCCLD"


def test_who_publishes_right_behind_the_author_is_the_title() -> None:
    """There is no other title, and another publisher follows."""
    assert put_right("Roe, Jane, L'Eau, Paris, Ami, 1990", "AAHLHD") == "AATLHD"


def test_a_title_is_found_behind_a_full_name() -> None:
    """If the author includes the title, the author is cut at the full stop after the name."""
    assert put_right("Roe, Jane. Still Water. Leeds: Moss, 1990.", "AAAALHD") == "AATTLHD"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, J. The Herald, 3 November 2010", "AACCVDD", "AACCDDD"),
        ("Roe, J. The Herald, no. 3 November 2010", "AACCVVDD", "AACCVVDD"),
        ("Roe, J. The day of 3 November 2010", "AATTTTTT", "AATTTTTT"),
        ("Roe J. Mills. Lancet. 2010 Nov 67(3):1-9", "AATCDDVVP", "AATCDDVVP"),
        ("Roe, J. Talk at a meeting, Leeds, October 3–5", "AATTTTLDP", "AATTTTLDD"),
    ],
)
def test_a_day_belongs_to_its_month(text: str, before: str, after: str) -> None:
    """A day is not a volume unless a word such as "no." precedes it; in a title it is unchanged."""
    assert put_right(text, before) == after


def test_a_year_that_a_word_leads_to_is_the_title_s() -> None:
    """The work must have another year."""
    assert put_right("Roe, J. Wages in 1500. Leeds 1990", "AATTDLD") == "AATTTLD"
    assert put_right("Roe, J. Wages in 1500.", "AATTD") == "AATTD"


def test_numbers_stand_with_what_counts_them() -> None:
    """The word for the unit precedes or follows the number."""
    assert (
        put_right("Roe, J. L'Eau, n° 812, 7 mars 2003", "AACVDDDD".replace("V", "I")) == "AACIIDDD"
    )
    assert put_right("Roe, J. L'Eau. 3e éd. 4 tomes. 1990", "AATXVVVD") == "AATXXVVD"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, Anna B. Weirs. Mole Press, 2001.", "AAAAHHD", "AAATHHD"),
        ("Roe, Anna B. and Carl D. Mole. Mole Press, 2001.", "AAAAAAAHHD", "AAAAAAAHHD"),
        ("Roe, Anna B. Mole, Carl. Mole Press, 2001.", "AAAAAHHD", "AAAAAHHD"),
    ],
)
def test_a_name_ends_with_its_initial_where_there_is_no_title(
    text: str, before: str, after: str
) -> None:
    """No words follow an inverted name; a second person needs a comma or an "and"."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, Paul. Rivers today. 17. ed. Leeds: Moss, 1987.", "AATTTELHD", "AATTXXLHD"),
        ("Rivers today. Roe ed. Leeds: Moss, 1987.", "TTEELHD", "TTEELHD"),
    ],
)
def test_a_number_before_ed_is_an_edition(text: str, before: str, after: str) -> None:
    """Brazilian lists use this form; a name before "ed." is that of an editor."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Essays on Ice. Ed. Anna Moss. Vol. 4. Leeds: Ash, 1984.", "CCCCCCVVLHD", "CCCEEEVVLHD"),
        ("Essays on Ice. Trans. A. Moss. Leeds: Ash, 1984.", "TTTTTTLHD", "TTTRRRLHD"),
        ("J. Phys. Ed. Quarterly Review 4: 1–3.", "CCCCCVP", "CCCCCVP"),
    ],
)
def test_a_given_name_behind_ed_is_an_editor_s(text: str, before: str, after: str) -> None:
    """MLA style uses this form, in a separate sentence."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Snow, Wind, Practice, Ithaca, NY: Moss Press", "CCLLLHH", "CCCLLHH"),
        ("Snow, Wind, Boston, Ithaca, NY: Moss Press", "CCLLLHH", "CCLLLHH"),
        ("Snow, Wind, Cambridge, MA: Moss Press", "CCLLHH", "CCLLHH"),
    ],
)
def test_a_place_begins_with_a_city(text: str, before: str, after: str) -> None:
    """A word before city and state ends the title, unless it is a city, too."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "Bo, Carla. Il gelo. La neve del nord. Torino: Einaudi, 1976.",
            "AATTCCCCLHD",
            "AATTTTTTLHD",
        ),
        (
            "Bo, Carla. Il gelo. In La neve del nord. Torino: Einaudi, 1976.",
            "AATTCCCCCLHD",
            "AATTCCCCCLHD",
        ),
        (
            "Bo, Carla. Il gelo. Rivista del nord. Torino: Einaudi, 1976.",
            "AATTCCCLHD",
            "AATTCCCLHD",
        ),
        ("Bo, Carla. Il gelo. La neve. Torino: Einaudi, 3–9.", "AATTCCLHP", "AATTCCLHP"),
        ("Bo, Carla, Il gelo, La neve, Torino: Einaudi, 1976.", "AATTCCLHD", "AATTCCLHD"),
    ],
)
def test_a_book_is_part_of_none(text: str, before: str, after: str) -> None:
    """The last sentence of its title is not a container unless its words, "in" or pages say so."""
    assert put_right(text, before) == after


def test_a_title_of_one_word_behind_a_full_name() -> None:
    """The title was labelled as part of the author."""
    assert put_right("Roe, Jane. Weirs. 1987. Moss, 2004.", "AAADHD") == "AATDHD"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, J., The war of the weirs 1849–1914, Leeds 1995", "AATTTTTPLD", "AATTTTTTLD"),
        ("Roe, J., The war of the weirs, 1849–1914, Leeds 1995", "AATTTTTPLD", "AATTTTTPLD"),
        ("Roe, J., The war of the weirs 311–337, Leeds 1995", "AATTTTTPLD", "AATTTTTPLD"),
        ("Roe, J., On weirs, Weir Commun 1501–1506, 1995", "AATTCCPD", "AATTCCPD"),
    ],
)
def test_years_that_a_title_is_about(text: str, before: str, after: str) -> None:
    """No punctuation mark precedes them."""
    assert put_right(text, before) == after


def test_a_house_goes_on_to_its_city() -> None:
    """The name of the publisher ends in "of" or "di"."""
    assert (
        put_right("Roe, J. Weirs. Politecnico di Torino, Turin, Italy, 2014.", "AATHHLLLD")
        == "AATHHHLLD"
    )


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("A. Elm – B. Ash (a c. di), Weirs, Leeds 1999", "AAAEEEEECLD", "EEEEEEEETLD"),
        ("C. Roe (ed.), Weirs today, Leeds 1999", "EEECCLD", "EEETTLD"),
        ("C. Roe (ed.), In Weirs, Leeds 1999", "EEECCLD", "EEECCLD"),
        ("J. Moss in C. Roe (ed.), Weirs, Leeds 1999", "AAEEEECLD", "AAEEEECLD"),
    ],
)
def test_a_book_of_its_editors(text: str, before: str, after: str) -> None:
    """All names before "(ed.)" are editors, and only the rest is the title."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, J. Weirs of today (1995) Moss, Leeds", "AAAAADHL", "AATTTDHL"),
        ("Roe, J., Elm, K. Weirs and dams (1984) Moss", "AAAAAAADH", "AAAATTTDH"),
        ("Roe, J., Elm, K. and Ash B. (1984) Moss", "AAAAAAADH", "AAAAAAADH"),
        ("J. Roe and K. Elm Ash (1984) Moss", "AAAAAADH", "AAAAAADH"),
    ],
)
def test_a_title_behind_initials(text: str, before: str, after: str) -> None:
    """The title was labelled as part of the author; further names are still authors."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("J. Roe, Weirs and dams, Leipzig 1999", "AATTTTD", "AATTTLD"),
        ("J. Roe, Weirs and dams, Leipzig und Kiel 1999", "AATTTTTTD", "AATTTLLLD"),
        ("J. Roe, Weirs and dams, Cambridge Mass. 1999", "AATTTTTD", "AATTTLLD"),
        ("J. Roe, Weirs and dams, Leipzig (1999)", "AATTTTD", "AATTTTD"),
        ("J. Roe, Weirs, Proc. Symposium on Dams, Leipzig 1999", "AATCCCCCD", "AATCCCCLD"),
        ("J. Roe, Weirs, Journal of Dams, Leipzig 1999", "AATCCCCD", "AATCCCCD"),
    ],
)
def test_a_city_before_the_year_is_no_part_of_the_title(text: str, before: str, after: str) -> None:
    """The city follows the last comma; only containers that are meetings have one."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "Roe. Weirs. In Proceedings of the 1992 Winter Weir Conference, Leeds",
            "ATCCCCCHHHL",
            "ATCCCCCCCCL",
        ),
        (
            "Roe. Weirs. In Proceedings of the Weir Conference, Moss Press, Leeds",
            "ATCCCCCCHHL",
            "ATCCCCCCHHL",
        ),
        ("Roe. Weirs. In Essays in Honour of B. Elm, Leeds", "ATCCCCHHHL", "ATCCCCCCCL"),
        ("Roe. Weirs. In Essays in Honour. Moss of Leeds, Leeds", "ATCCCCHHHL", "ATCCCCHHHL"),
    ],
)
def test_a_container_goes_on(text: str, before: str, after: str) -> None:
    """Neither a meeting nor words that begin with "of" are a publisher."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, J. Weirs. Leipzig 1999", "AATHD", "AATLD"),
        ("Roe, J. Weirs. Hull University, Armidale (NSW) 1999", "AATHHHHD", "AATHHLLD"),
        ("Roe, J. Weirs. Leipzig, Moss 1999", "AATHHD", "AATLHD"),
        ("Roe, J. Weirs. Moss Press 1999", "AATHHD", "AATHHD"),
        ("Roe, J. Weirs. Nashville: Abingdon 1999", "AATTHD", "AATTHD"),
        ("Roe, J. Weirs. Leipzig, Kiel 1999", "AATHLD", "AATHLD"),
    ],
)
def test_a_city_is_no_publisher(text: str, before: str, after: str) -> None:
    """No other place is known."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "Roe, J. Weirs. In Dams of Today, edited by C. Elm, Leeds",
            "AATTTTTEEEEL",
            "AATCCCCEEEEL",
        ),
        ("Roe, J. Weirs In Dams of Today, edited by C. Elm, Leeds", "AATTTTTEEEEL", "AATTTTTEEEEL"),
        (
            "Roe, J. Weirs. In memory of today, edited by C. Elm, Leeds",
            "AATTTTTEEEEL",
            "AATTTTTEEEEL",
        ),
        ("Roe, J. Weirs. In Dams of Today. Leeds: Moss", "AATTTTTLH", "AATTTTTLH"),
        ("Roe, J. Weirs. Elm, C. (ed.), Dams of Today, Leeds", "AATEEETTTL", "AATEEECCCL"),
        ("Elm, C. (ed.), Dams of Today, Leeds 1999", "EEETTTLD", "EEETTTLD"),
    ],
)
def test_what_a_part_stands_in(text: str, before: str, after: str) -> None:
    """The container follows "In" after a full stop, or the book's editors, if no other container is known."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, J. Weirs of Today. Moss, Leeds 1999", "AACCCHLD", "AATTTHLD"),
        ("Roe, J. Journal of Weirs. Moss, Leeds 1999", "AACCCHLD", "AACCCHLD"),
        ("Roe, J. Weirs of Today 12. Moss, Leeds 1999", "AACCCVHLD", "AACCCVHLD"),
        ("Roe, J. In Weirs of Today. Moss, Leeds 1999", "AACCCCHLD", "AACCCCHLD"),
    ],
)
def test_a_book_where_no_title_stands(text: str, before: str, after: str) -> None:
    """The book has a publisher and no number, and its name is not that of a journal."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("G. 't Hooft and M. Elm, Weir Lett. 19, 12 (1967).", "ATTTTTCCVPD", "AAAAAACCVPD"),
        ("G. 't weir and the dam, Weir Lett. 19, 12 (1967).", "ATTTTTCCVPD", "ATTTTTCCVPD"),
        ("W3C. Web content for weirs, 5 June 2018.", "AATTTDDD", "ATTTTDDD"),
        ("J. Roe and K. Elm. WEIR: a tool, 2019.", "AAAAAATTD", "AAAAATTTD"),
        ("J. Roe and K. Elm: a tool, 2019.", "AAAAATTD", "AAAAATTD"),
        ("J. R. Roe of weirs, 2019.", "AAATTD", "AAATTD"),
    ],
)
def test_where_an_author_ends(text: str, before: str, after: str) -> None:
    """The author ends neither before a family name with a mark nor after the first word of a title."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, J. Weirs. In KDD, pages 7–9, 2016.", "AATEEPPD", "AATCCPPD"),
        ("Roe, J. Weirs. In Roe, pages 7–9, 2016.", "AATEEPPD", "AATEEPPD"),
        ("Roe, J. Weirs. In KDD Elm, pages 7–9, 2016.", "AATEEEPPD", "AATEEEPPD"),
    ],
)
def test_a_meeting_by_its_acronym(text: str, before: str, after: str) -> None:
    """A single acronym after "In" is not an editor."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, J. Weirs (Durham University, 2013)", "AATLHD", "AATHHD"),
        ("Roe, J. Weirs (Durham: University Press, 2013)", "AATLHHD", "AATLHHD"),
        ("Roe, J. Weirs today, Pearson, 2nd ed., 2016", "AATTTXXD", "AATTHXXD"),
        ("Roe, J. Weirs today, Pearson and us, 2016", "AATTTTTD", "AATTTTTD"),
        ("Roe, J. Weirs today, Pearson, Leeds 2016", "AATTTLD", "AATTTLD"),
    ],
)
def test_houses_by_their_names(text: str, before: str, after: str) -> None:
    """A university begins with its city, and a known publisher may end a title."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, J. (1990). 1990 census of weirs. Leeds: Moss", "AADDTTTLH", "AADTTTTLH"),
        ("Roe, J. (1990), 1992. Census of weirs. Leeds: Moss", "AADDTTTLH", "AADDTTTLH"),
    ],
)
def test_a_year_that_begins_a_title(text: str, before: str, after: str) -> None:
    """The year of the work precedes it, and no mark follows it."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Brandt K. Tides. J Seas. 2005;12:61.", "AAACCDVP", "AATCCDVP"),
        ("Brandt KA. Tides? J Seas. 2005;12:61.", "AAACCDVP", "AATCCDVP"),
        ("Lind K, Moe P. Fjords. J Seas. 2005;12:61.", "AAAAACCDVP", "AAAATCCDVP"),
        ("Lind K; Moe P. Fjords. J Seas. 2005;12:61.", "AAAAACCDVP", "AAAATCCDVP"),
        ("Lind K and Moe P. Fjords. J Seas. 2005;12:61.", "AAAAAACCDVP", "AAAAATCCDVP"),
        ("Lind K, Moe P, et al. Fjords. J Seas. 2005;12:61.", "AAAAAAACCDVP", "AAAAAATCCDVP"),
        ("[3] van der Berg K, Moe P Jr. Gezeiten. Küste. 2005;12:61.", "#AAAAAAAACDVP", "#AAAAAAATCDVP"),
        ("Lind K, Moe P: Fjords. J Seas 2005;12:61.", "AAAAACCDVP", "AAAATCCDVP"),
        ("Brandt, K. Tides. J. Seas. 2005, 12, 61.", "AAACCDVP", "AATCCDVP"),
        ("Brandt, K. A.; Moe, P. Tides. J. Seas. 2005, 12, 61.", "AAAAAACCDVP", "AAAAATCCDVP"),
        ("Lind K, Moe P. Fjords. Seas. 2005;12:61.", "AAAAAADVP", "AAAATCDVP"),
        ("Lind K, Moe P. Fjords. Oslo: Ami; 2005.", "AAAAALHD", "AAAATLHD"),
        ("Brandt, K. Tides. In Seas, ed. Moe. Oslo: Ami", "AAATTEELH", "AATCCEELH"),
        ("Kim J, Lee H. 조석. J Seas. 2005;12:61.", "AAAAACCDVP", "AAAATCCDVP"),
    ],
)  # fmt: skip
def test_a_short_title_ends_the_inverted_names(text: str, before: str, after: str) -> None:
    """The last name ends with initials after a family name, and a full stop."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Anna K. Tides. J Seas 12 (2005) 61.", "AAACCVDP"),  # a given name, an initial and a family name
        ("Lind K. L., Moe P. Q., 2005, J Seas, 12, 61", "AAAAAADCCVP"),
        ("Lind K, Moe P. Berg A. J Seas. 2005;12:61.", "AAAAAACCDVP"),
        ("Lind K. et al., J Seas. 2005;12:61.", "AAAACCDVP"),
        ("Lind K, Moe P. Fjords, J Seas. 2005;12:61.", "AAAAACCDVP"),
        ("Tides of today. J Seas. 2005;12:61.", "AAACCDVP"),
    ],
)  # fmt: skip
def test_names_that_go_on_hold_no_title(text: str, labels: str) -> None:
    """More initials or names follow, no full stop follows, or the list is not one of inverted names."""
    assert put_right(text, labels) == labels


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Moe P, et al. Tides. Brain. 2005;12:61.", "AAAACCDVP", "AAAATCDVP"),
        ("Moe P, Lind K. Tides. J Clin Sea. 2005 Mar 3;12:61.", "AAAACCCCDDDVP", "AAAATCCCDDDVP"),
        ("Moe P, et al. Biochem. Biophys. Seas. 2005;12:61.", "AAAACCCDVP", "AAAACCCDVP"),
        ("Moe P, et al. Tides. Brain 12 (2005) 61.", "AAAACCVDP", "AAAACCVDP"),
        ("Moe P, et al. Brain. 2005;12:61.", "AAAACDVP", "AAAACDVP"),
    ],
)
def test_a_short_title_is_no_part_of_the_journal(text: str, before: str, after: str) -> None:
    """In Vancouver style every work has a title; abbreviations of a journal are kept together."""
    assert put_right(text, before) == after
