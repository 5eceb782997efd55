"""The attribute text-case."""

from __future__ import annotations

import time

import pytest
from tests.csl.documents import Record, citations, style

from refkit.csl.output import Group, Look, Text
from refkit.csl.text import finish
from refkit.csl.text_state import TextOptions
from refkit.csl.write import writer


def cased(case: str, text: str, language: str = "") -> str:
    node = Group([Text(text, Look(text_case=case), rich=True)], language=language)
    return writer("html").inline(finish(node, TextOptions()))


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("the rise of the novel", "The Rise of the Novel"),
        ("what we live by", "What We Live By"),
        ("form: a reader", "Form: A Reader"),
        ("who pays? the state", "Who Pays? The State"),
        ("the story of an hour: an end of an age", "The Story of an Hour: An End of an Age"),
        ("α-decay of β emitters", "α-Decay of β Emitters"),
        ("αβ cells", "Αβ Cells"),
        ("an up-to-date study of the in-house press", "An Up-to-Date Study of the In-House Press"),
        ("the g<sub>1</sub> phase", "The g<sub>1</sub> Phase"),
        ("k<sub>b</sub>t and after", "K<sub>b</sub>t and After"),
        ("notes. the second part", "Notes. the Second Part"),
        ("up-to-date state-of-the-art work", "Up-to-Date State-of-the-Art Work"),
        ("a for-profit school", "A For-Profit School"),
        ("work—and life", "Work—and Life"),
        ("see https://example.org/a-b", "See https://example.org/a-b"),
        ("<i>see</i> http://example.org/a bees", "<i>See</i> http://example.org/a Bees"),
        ("an iPhone for NASA and me", "An iPhone for NASA and Me"),
        ("a theory of n bodies", "A Theory of n Bodies"),
        ("the 3rd way", "The 3rd Way"),
        ("what's new, doctor's orders", "What’s New, Doctor’s Orders"),
        ('"the end" of it', "“The End” of It"),
        ("on <i>the</i> road", "On <i>the</i> Road"),
        ("<i>on</i>: the road", "<i>On</i>: The Road"),
        ('the <span class="nocase">mRNA and</span> me', "The mRNA and Me"),
        ("role of <sup>a</sup> in <sc>ad</sc> times",
         'Role of <sup>a</sup> in <span style="font-variant:small-caps;">ad</span> Times'),
    ],
)  # fmt: skip
def test_title_case(typed: str, title: str) -> None:
    """Words are capitalized, except stop words inside a title and words with capitals of their own."""
    assert cased("title", typed) == title


@pytest.mark.parametrize("language", ["de", "fr-FR", "la"])
def test_title_case_is_for_english_only(language: str) -> None:
    """The title of an item in another language is unchanged."""
    assert cased("title", "der kurze Weg", language) == "der kurze Weg"


def test_an_english_item_takes_title_case_under_a_german_locale() -> None:
    """The item's language takes precedence over the locale's."""
    node = Group([Text("a short way", Look(text_case="title"))], language="en-GB")
    assert finish(node, TextOptions(language="de-DE")) == ["A Short Way"]


@pytest.mark.parametrize(
    ("case", "typed", "expected"),
    [
        ("lowercase", "On THE Road", "on the road"),
        ("uppercase", "On the <sup>th</sup> Road", "ON THE <sup>th</sup> ROAD"),
        ("capitalize-first", "on the Road", "On the Road"),
        ("capitalize-first", "iPads at work", "iPads at work"),
        ("capitalize-first", "o.O.", "O.O."),
        ("sentence", "On THE https://example.org/A Page", "On the https://example.org/A page"),
        ("capitalize-first", "<i>on</i> the road", "<i>On</i> the road"),
        ("capitalize-all", "on the self-made road", "On The Self-Made Road"),
        ("sentence", "The Long Road to Rome", "The long road to rome"),
        ("sentence", "THE LONG ROAD", "The long road"),
        ("sentence", "AIDS", "AIDS"),
        ("sentence", 'Notes on <span class="nocase">Rome</span>', "Notes on Rome"),
        ("uppercase", "straße", "STRASSE"),
    ],
)
def test_other_cases(case: str, typed: str, expected: str) -> None:
    """The other values of text-case."""
    assert cased(case, typed) == expected


def test_turkish_letters_keep_their_dots() -> None:
    """The capital form of the letter i has a dot in a Turkish item."""
    assert cased("uppercase", "izmir", "tr-TR") == "İZMİR"


def test_case_of_a_group_goes_over_all_of_it() -> None:
    """Text-case on a macro applies to the words of all its parts."""
    parts = Group([Text("see"), Text("the part")], " ", Look(text_case="capitalize-first"))
    assert "".join(map(str, finish(parts, TextOptions()))) == "See the part"


@pytest.mark.parametrize("case", ["title", "sentence", "capitalize-all", "uppercase"])
def test_long_titles_take_linear_time(case: str) -> None:
    """Ten thousand protected words take linear time."""
    start = time.process_time()
    cased(case, "<sup>a</sup> b: " * 10_000)
    assert time.process_time() - start < 2


def test_case_leaves_affixes_alone() -> None:
    """Text-case does not apply to affixes."""
    look = Look(prefix="in ", text_case="uppercase")
    assert finish(Text("rome", look), TextOptions()) == ["in ", "ROME"]


def test_periods_are_stripped() -> None:
    """`strip-periods` removes the full stops of the text, not those of the suffix."""
    look = Look(suffix=".", strip_periods=True)
    assert finish(Text("ed.", look), TextOptions()) == ["ed", "."]


@pytest.mark.parametrize("case", ["title", "capitalize-first", "capitalize-all"])
def test_the_micro_sign_is_no_letter_of_a_word(case: str) -> None:
    """Its capital would be a Greek letter."""
    assert cased(case, "\u00b5m").startswith("\u00b5m")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<text variable="title" text-case="uppercase"/>', "THE SEA"),
        ('<text value="the Sea" text-case="uppercase"/>', "THE SEA"),
        ('<text term="editor" text-case="uppercase"/>', "EDITOR"),
        ('<text macro="title" text-case="uppercase"/>', "the Sea"),
        ('<names variable="author" text-case="uppercase"/>', "Ann Roe"),
        ('<date variable="issued" form="text" text-case="uppercase"/>', "May 2000"),
        (
            '<date variable="issued"><date-part name="month" text-case="uppercase"/></date>',
            "MAY",
        ),
    ],
)
def test_text_case_applies_to_elements_with_text(body: str, expected: str) -> None:
    """citeproc-js ignores it on calls of macros, names and dates, and styles are tested with that."""
    item: Record = {
        "id": "a",
        "type": "book",
        "title": "the Sea",
        "author": [{"family": "Roe", "given": "Ann"}],
        "issued": {"date-parts": [[2000, 5]]},
    }
    macro = '<macro name="title"><text variable="title"/></macro>'
    citation = f"<citation><layout>{body}</layout></citation>"
    assert citations(style(macro + citation), [item], "a") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "О числах и знаках",
        "Математический сборник",
        "Περί αριθμών και σημείων",
        "Թվերի մասին",
        "О белке <i>lac</i> и числах",
    ],
)
def test_titles_in_other_scripts_have_no_title_case(text: str) -> None:
    """They are not English, whatever the language of the style."""
    assert cased("title", text) == text


def test_words_of_other_scripts_are_capitalized_in_english_titles() -> None:
    assert cased("title", "the cognate чай of tea") == "The Cognate Чай of Tea"
    assert cased("title", "straße zum ærø") == "Straße Zum Ærø"
