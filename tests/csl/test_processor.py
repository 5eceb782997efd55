"""The processor: documents that change, bibliographies, and options of cites."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from tests.csl.documents import AUTHOR, TITLE, YEAR, citing, cluster, items, listing, style

from refkit.csl import (
    BadItem,
    Cite,
    Cluster,
    Processor,
    RepeatedItem,
    Style,
    UnknownItem,
    UnknownLabel,
    UnknownLocale,
)
from refkit.csl.context import Position
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.records import replace

BOOKS = items(
    """
    a: Doe, Ann|2000|Alpha
    b: Doe, Bob|2001|Beta
    c: Roe, Cy|2002|Gamma
    d: Doe, Ann|2000|Delta
    """
)
AUTHOR_DATE = style(
    citing('disambiguate-add-year-suffix="true"'),
    listing(f'<group delimiter=", ">{AUTHOR}{YEAR}{TITLE}</group>', sort='<sort><key variable="title"/></sort>'),
)  # fmt: skip
NOTES = style(
    citing(
        body=f"""<choose>
        <if position="ibid"><text term="ibid"/></if>
        <else-if position="subsequent">{AUTHOR}<text variable="first-reference-note-number" prefix=" n "/></else-if>
        <else>{AUTHOR}<text variable="title" prefix=", "/></else></choose>""",
        layout='delimiter="; " suffix="."',
    ),
    style_class="note",
)


def processor(found: Style = AUTHOR_DATE, output: str = "text") -> Processor:
    return Processor(found, BOOKS, output=output)


def notes(*clusters: str) -> list[Cluster]:
    return [cluster(text, note) for note, text in enumerate(clusters, 1)]


def test_a_document_gives_citations_and_bibliography() -> None:
    """The bibliography contains the cited items, in the order of its style."""
    rendered = processor().render([cluster("c a@5"), cluster("a")])
    assert rendered.citations == ("(Roe 2002; Doe 2000)", "(Doe 2000)")
    assert rendered.bibliography.entries == ("Doe, 2000, Alpha", "Roe, 2002, Gamma")
    assert rendered.bibliography.ids == ("a", "c")


def test_items_may_be_refkit_items() -> None:
    """An `Item` does not have to be converted to CSL-JSON."""
    item = Item("x", "book", {"author": (Name("Poe"),)}, text={"title": "Raven"})
    assert Processor(AUTHOR_DATE, [item], output="text").cite(cluster("x")) == "(Poe)"


def test_a_new_cite_changes_the_earlier_ones_that_it_makes_ambiguous() -> None:
    """Apart from the new citation, only that of the namesake is reported."""
    document = processor()
    document.render([cluster("c"), cluster("a")])
    assert document.insert(0, cluster("d")) == {0: "(Doe 2000b)", 2: "(Doe 2000a)"}


def test_a_deleted_citation_takes_its_ambiguity_along() -> None:
    """The suffix disappears when the other item is no longer cited."""
    document = processor()
    document.render([cluster("a"), cluster("d"), cluster("c")])
    assert document.delete(1) == {0: "(Doe 2000)"}


def test_moving_a_note_renumbers_what_refers_back() -> None:
    """First references, ibids and note numbers follow the new order."""
    document = processor(NOTES)
    document.render([cluster("a", 1), cluster("c", 2), cluster("a", 3)])
    changed = document.move(2, 0)
    assert document.citations == ("Doe, Alpha.", "Doe n 3.", "Roe, Gamma.")
    assert changed == {0: "Doe, Alpha.", 1: "Doe n 3."}


def test_update_takes_a_citation_for_the_earlier_one_with_the_same_cites() -> None:
    """A citation that moved but has the same text is not reported as changed."""
    document = processor(NOTES)
    document.render(notes("a", "c"))
    assert document.update(notes("b", "a", "c")) == {0: "Doe, Beta."}


def test_what_did_not_change_is_not_rendered_again() -> None:
    """Inserting a citation renders only that citation and those that depend on it."""
    document = processor()
    document.render([cluster("b"), cluster("c")])
    document.insert(1, cluster("a"))
    assert document.changed == {1}


def test_cite_adds_to_the_document() -> None:
    """A note that repeats the preceding cite is ibid, with a capital letter at its start."""
    document = processor(NOTES)
    assert [document.cite(one) for one in notes("a", "a")] == ["Doe, Alpha.", "Ibid."]


def test_a_preview_leaves_the_document_alone() -> None:
    """Nothing is added to the document; the positions given in the cites are used."""
    document = processor()
    document.nocite(["a"])
    assert document.preview(cluster("a")) == "(Doe 2000)"
    assert document.citations == ()


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("a"), "Doe, Alpha."),
        (Cite("a", position=Position.FIRST), "Doe, Alpha."),
        (Cite("a", position=Position.SUBSEQUENT, first_note=7), "Doe n 7."),
        (Cite("a", position=Position.IBID), "Ibid."),
    ],
)
def test_a_preview_uses_the_position_in_its_cite(cite: Cite, expected: str) -> None:
    """The document may be elsewhere, as in a word processor that counts its own notes."""
    assert processor(NOTES).preview(Cluster([cite], note=9)) == expected


def test_a_preview_may_cite_what_the_document_does_not() -> None:
    """The preview is rendered as if the document cited the item; the document is unchanged."""
    document = processor()
    document.render([cluster("a")])
    assert document.preview(cluster("d")) == "(Doe 2000b)"
    assert (document.citations, document.ids) == (("(Doe 2000)",), ("a",))


def test_nocite_puts_items_into_the_bibliography() -> None:
    """Uncited items are sorted by the keys of the style."""
    document = processor()
    document.render([cluster("c")])
    document.nocite(["a"])
    assert document.bibliography().ids == ("a", "c")


def test_a_bibliography_may_hold_part_of_the_items() -> None:
    """A predicate includes or excludes items."""
    document = processor()
    document.nocite(["a", "b", "c"])

    def by_roe(item: Item) -> bool:
        return item.author[0].family == "Roe"

    assert document.bibliography(include=by_roe).ids == ("c",)
    assert document.bibliography(exclude=by_roe).ids == ("a", "b")


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("a", suppress_author=True), "(2000)"),
        (Cite("a", author_only=True), "Doe"),
        (Cite("a", prefix="see", suffix="and others"), "(see Doe 2000 and others)"),
        (Cite("a", prefix="see ", suffix=", passim"), "(see Doe 2000, passim)"),
    ],
)
def test_a_cite_may_differ_from_its_style(cite: Cite, expected: str) -> None:
    """A cite may omit the author, show only the author, or have affixes."""
    assert processor().cite(Cluster([cite])) == expected


def test_a_composite_citation_names_the_author_in_the_sentence() -> None:
    """The rest of the citation follows in the form of the style."""
    both = Cluster([Cite("a", locator="5"), Cite("c")], composite=True)
    assert processor().cite(both) == "Doe (2000; Roe 2002)"


def test_a_style_of_numbers_takes_the_author_from_its_entry() -> None:
    """In "Doe [1]", the author comes from the bibliography, because the cite is only a number."""
    numbers = style(
        citing(layout='prefix="[" suffix="]"', body='<text variable="citation-number"/>'),
        listing(f'<group delimiter=". ">{AUTHOR}{TITLE}</group>'),
    )
    assert processor(numbers).cite(Cluster([Cite("a")], composite=True)) == "Doe [1]"


@pytest.mark.parametrize(
    ("affixes", "expected"),
    [
        ({"suffix": ","}, "(Roe 2002, Doe 2000)"),
        ({"suffix": " x."}, "(Roe 2002 x. Doe 2000)"),
    ],
)
def test_a_stop_after_a_cite_stands_in_for_the_delimiter(
    affixes: dict[str, str], expected: str
) -> None:
    """The marks ",;" do not appear in the output."""
    assert processor().cite(Cluster([Cite("c", **affixes), Cite("a")])) == expected  # type: ignore[arg-type]


def test_an_unknown_item_is_shown_and_reported() -> None:
    """The citation shows the unknown identifier; the other cites are rendered."""
    rendered = processor(output="html").render([cluster("a"), cluster("nobody c")])
    assert rendered.citations[1] == "(<b>nobody?</b>; Roe 2002)"
    assert rendered.warnings == (UnknownItem("nobody", 1),)
    assert str(rendered.warnings[0]) == "no item `nobody` (citation 2)"


def test_a_label_without_a_term_is_reported() -> None:
    """The locator is printed without a label."""
    located = Cluster([Cite("a", "3", "pge"), Cite("b", "4", "chapter"), Cite("c", "5")])
    found = processor().render([located]).warnings
    assert found == (UnknownLabel("a", "pge", 0),)
    assert str(found[0]) == (
        "`pge` is not a label of locators (`a`, citation 1); use a term of CSL such as `page` or `chapter`"
    )


def test_a_label_without_a_locator_is_not_reported() -> None:
    """It is not printed."""
    assert processor().render([Cluster([Cite("a", label="pge")])]).warnings == ()


def test_a_label_that_the_style_defines_is_known() -> None:
    """Styles may define terms of their own."""
    terms = '<locale><terms><term name="clause">cl.</term></terms></locale>'
    own = style(terms + citing())
    rendered = Processor(own, BOOKS).render([Cluster([Cite("a", "3", "clause")])])
    assert rendered.warnings == ()


def test_the_first_item_of_a_repeated_id_is_used_and_the_others_are_reported() -> None:
    """An item that is given twice is one item."""
    first = {"id": "x", "type": "book", "title": "First"}
    second = {"id": "x", "type": "book", "title": "Second"}
    titles = style(citing(body=TITLE))
    rendered = Processor(titles, [first, second, second], output="text").render([cluster("x")])
    assert (rendered.citations, rendered.warnings) == (("(First)",), (RepeatedItem("x"),))
    assert str(RepeatedItem("x")) == "several items have the id `x`; the first is used"
    assert Processor(titles, [first, first]).warnings == ()


@pytest.mark.parametrize("language", ["xx", "xx-XX"])
def test_an_unknown_locale_is_reported(language: str) -> None:
    """American English is used instead."""
    found = Processor(AUTHOR_DATE, BOOKS, language).warnings
    assert found == (UnknownLocale(language),)
    assert str(found[0]) == f"there is no locale `{language}`; en-US is used"


@pytest.mark.parametrize("language", ["de", "de-AT", "pt_BR", None])
def test_a_known_language_is_not_reported(language: str | None) -> None:
    """A dialect without a locale has that of its language."""
    assert Processor(AUTHOR_DATE, BOOKS, language).warnings == ()


@pytest.mark.parametrize("cites", ["a", ["a"], Cite("a"), [Cite("a")]])
def test_an_id_is_a_cite(cites: str | Cite | list[str | Cite]) -> None:
    """A single cite needs no list."""
    assert processor().cite(Cluster(cites)) == "(Doe 2000)"


def test_ids_and_locators_may_be_integers() -> None:
    """Integers are common in CSL-JSON."""
    numbered = [{"id": 7, "type": "book", "title": "Seven"}]
    titles = style(citing(body=TITLE + '<text variable="locator" prefix=", "/>'))
    rendered = Processor(titles, numbered, output="text").render([Cluster([Cite(7, locator=3)])])
    assert rendered.citations == ("(Seven, 3)",)


def test_what_could_not_be_read_of_an_item_is_reported() -> None:
    """A title that is an object is ignored; the rest of the item is used."""
    bad: list[dict[str, object]] = [{"id": "x", "type": "book", "title": {"en": "Raven"}}]
    rendered = Processor(AUTHOR_DATE, bad, output="text").render([cluster("x")])
    assert rendered.warnings[:1] == (BadItem("x", "`title` must be a text, not an object"),)


@pytest.mark.parametrize(
    ("citation", "ids"), [(TITLE, ("b",)), ('<text variable="citation-number"/>', ("a", "b"))]
)
def test_items_for_which_the_style_renders_nothing_are_empty(
    citation: str, ids: tuple[str, ...]
) -> None:
    """They have an entry only in styles whose citations show numbers."""
    found = style(citing(body=citation), listing('<text variable="publisher"/>'))
    records: list[dict[str, object]] = [{"id": "a"}, {"id": "b", "publisher": "Press"}]
    listed = Processor(found, records).render([cluster("a b")]).bibliography
    assert (listed.empty, listed.ids) == (("a",), ids)


def test_a_style_without_bibliography_gives_an_empty_one() -> None:
    """Items are still numbered in the order of their first cites."""
    document = processor(NOTES)
    rendered = document.render(notes("c", "a"))
    assert rendered.bibliography.entries == ()
    assert document.ids == ("c", "a")


SAME = items(
    """
    a: Doe, A & Roe, B & Poe, C|2000|T1
    b: Doe, A & Roe, B & Poe, C|2000|T2
    c: Doe, A & Roe, B & Fox, D|2000|T3
    """
)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("complete-all", ["Doe, Roe, Poe. T1", "—. T2", "Doe, Roe, Fox. T3"]),
        ("complete-each", ["Doe, Roe, Poe. T1", "—, —, —. T2", "Doe, Roe, Fox. T3"]),
        ("partial-each", ["Doe, Roe, Poe. T1", "—, —, —. T2", "—, —, Fox. T3"]),
        ("partial-first", ["Doe, Roe, Poe. T1", "—, Roe, Poe. T2", "—, Roe, Fox. T3"]),
    ],
)
def test_repeated_authors_are_replaced(rule: str, expected: list[str]) -> None:
    """CSL 1.0.2, Reference Grouping: the attribute has four values."""
    options = f'subsequent-author-substitute="—" subsequent-author-substitute-rule="{rule}"'
    found = style(citing(), listing(f'<group delimiter=". ">{AUTHOR}{TITLE}</group>', options))
    document = Processor(found, SAME, output="text")
    document.nocite(["a", "b", "c"])
    assert list(document.bibliography().entries) == expected


def test_the_same_initials_are_not_the_same_author() -> None:
    """Jane and John are both "J. Doe"."""
    names = AUTHOR.replace('form="short" ', "")
    found = style(
        citing(), listing(f'<group delimiter=". ">{names}{TITLE}</group>', 'subsequent-author-substitute="—"')
    )  # fmt: skip
    document = Processor(found, items("a: Doe, Jane|2000\nb: Doe, John|2000"), output="text")
    document.nocite(["a", "b"])
    assert document.bibliography().entries == ("J. Doe. a", "J. Doe. b")


def test_an_author_is_the_same_in_another_format() -> None:
    """A style may write the names of books and of articles differently."""
    inverted = '<names variable="author"><name name-as-sort-order="all"/></names>'
    names = (
        f'<choose><if type="book">{inverted}</if>'
        f'<else><names variable="author"/></else></choose>{TITLE}'
    )
    found = style(
        citing(), listing(f'<group delimiter=". ">{names}</group>', 'subsequent-author-substitute="—"')
    )  # fmt: skip
    works = items("a: Doe, Jane|2000\nb: Doe, Jane|2000\nc: Doe, Jane & Roe, Bo|2000")
    works[1]["type"] = "article-journal"
    document = Processor(found, works, output="text")
    document.nocite(["a", "b", "c"])
    assert document.bibliography().entries == ("Doe, Jane. a", "—. b", "Doe, Jane, Roe, Bo. c")


def test_more_authors_than_shown_are_not_the_same_authors() -> None:
    """Both entries begin with Doe, but the second has et al."""
    names = '<names variable="author"><name et-al-min="3" et-al-use-first="1"/></names>'
    found = style(
        citing(), listing(f'<group delimiter=". ">{names}{TITLE}</group>', 'subsequent-author-substitute="—"')
    )  # fmt: skip
    works = items(
        "a: Doe, A|2000\nb: Doe, A & Roe, B & Poe, C|2000\nc: Doe, A & Fox, B & Poe, C|2000"
    )
    document = Processor(found, works, output="text")
    document.nocite(["a", "b", "c"])
    assert document.bibliography().entries == ("A Doe. a", "A Doe et al. b", "—. c")


def test_a_label_stays_beside_a_replaced_author() -> None:
    """The same person is an author and an editor."""
    names = AUTHOR.replace(
        "</names>",
        '<label form="short" prefix=", "/><substitute><names variable="editor"/></substitute></names>',
    )
    doe = [{"family": "Doe"}]
    two = [
        {"id": "a", "type": "book", "title": "A", "author": doe},
        {"id": "b", "type": "book", "title": "B", "editor": doe},
    ]
    found = style(
        citing(), listing(f'<group delimiter=". ">{names}{TITLE}</group>', 'subsequent-author-substitute="—"')
    )  # fmt: skip
    document = Processor(found, two, output="text")
    document.nocite(["a", "b"])
    assert document.bibliography().entries == ("Doe. A", "—, ed. B")


def test_the_layout_of_a_bibliography_is_told_as_data() -> None:
    """The result contains the layout parameters in addition to the text."""
    options = 'hanging-indent="true" second-field-align="flush" entry-spacing="0" line-spacing="2"'
    body = f'<text variable="citation-number" suffix=". "/>{TITLE}'
    document = processor(style(citing(), listing(body, options)), output="html")
    document.nocite(["a"])
    found = document.bibliography()
    assert (found.hanging_indent, found.second_field_align) == (True, "flush")
    assert (found.entry_spacing, found.line_spacing) == (0, 2)
    assert '<div class="csl-left-margin">1. </div>' in found.text


def test_threads_may_share_a_style() -> None:
    """A compiled style contains no state of the documents that it renders."""

    def run(seed: int) -> list[str]:
        order = ["a", "b", "c", "d"][seed % 4 :] + ["a", "b", "c", "d"][: seed % 4]
        document = processor()
        document.nocite(order)
        return sorted(document.preview(cluster(id_)) for id_ in order)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(run, range(16)))
    assert found == [["(Doe 2000a)", "(Doe 2000b)", "(Doe 2001)", "(Roe 2002)"]] * 16


def test_the_garbage_collector_runs_again_after_rendering() -> None:
    """It is disabled only while a whole document is rendered."""
    processor().render([cluster("a")])
    assert gc.isenabled()


NAMESAKES = items(
    "\n".join(
        f"i{at}: {'Doe' if at % 3 else 'Roe'}, {'Ann' if at % 2 else 'Bob'} & Fox, X|{2000 + at % 2}|T{at}"
        for at in range(8)
    )
)
EDITED = (
    style(
        citing(
            'disambiguate-add-names="true" disambiguate-add-givenname="true" collapse="year"'
            ' disambiguate-add-year-suffix="true" et-al-min="2" et-al-use-first="1"',
            sort='<sort><key variable="title"/></sort>',
        ),
        listing(f'<group delimiter=", ">{AUTHOR}{YEAR}{TITLE}</group>', 'subsequent-author-substitute="—"',
                sort='<sort><key variable="author"/></sort>'),
    ),
    NOTES,
    style(citing('collapse="citation-number"', body='<text variable="citation-number"/>'), listing()),
    style(
        citing('disambiguate-add-names="true" disambiguate-add-givenname="true" et-al-min="2" et-al-use-first="1"'
               ' disambiguate-add-year-suffix="true" givenname-disambiguation-rule="all-names"'),
        listing(f'<group delimiter=", ">{AUTHOR}{YEAR}{TITLE}</group>', sort='<sort><key variable="title"/></sort>'),
    ),
)  # fmt: skip


@pytest.mark.parametrize("found", EDITED, ids=["author-date", "notes", "numbers", "all-names"])
@pytest.mark.parametrize("seed", range(6))
def test_an_edited_document_reads_like_a_new_one(found: Style, seed: int) -> None:
    """Insertions, moves and deletions leave no trace, and every change is reported."""
    random = Random(seed)
    edited = Processor(found, NAMESAKES, output="text")
    shown: list[str] = []
    for _ in range(30):
        count = len(edited.citations)
        at = random.randrange(count + 1)
        deed = random.choice(
            ["cite", "insert", "insert", "delete", "move"] if count > 2 else ["cite"]
        )
        ids = random.sample(range(8), random.randint(1, 2))
        cites = [Cite(f"i{id_}", locator=random.choice(["", "", "5"])) for id_ in ids]
        new = Cluster(cites, note=random.choice([0, 1, 1, 2]))
        if deed == "cite":
            shown.append(edited.cite(new))
            changed = {place: edited.citations[place] for place in edited.changed}
        elif deed == "insert":
            changed = edited.insert(at, new)
            shown.insert(at, "")
        elif deed == "delete":
            at = min(at, count - 1)
            changed = edited.delete(at)
            del shown[at]
        else:
            at, to = min(at, count - 1), random.randrange(count)
            changed = edited.move(at, to)
            shown.insert(to, shown.pop(at))
        for place, text in changed.items():
            shown[place] = text
        fresh = Processor(found, NAMESAKES, output="text").render(edited.clusters)
        assert (tuple(shown), edited.citations) == (fresh.citations, fresh.citations)
        assert edited.bibliography().text == fresh.bibliography.text


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ('<key variable="citation-number"/>', ["1. Gamma", "2. Alpha"]),
        ('<key variable="citation-number" sort="descending"/>', ["2. Alpha", "1. Gamma"]),
        ('<key variable="title"/><key variable="citation-number" sort="descending"/>', ["2. Alpha", "1. Gamma"]),
    ],
)  # fmt: skip
def test_numbers_fall_where_a_key_sorts_them_so(keys: str, expected: list[str]) -> None:
    """A list of publications that begins with the latest one is numbered in descending order."""
    body = f'<text variable="citation-number" suffix=". "/>{TITLE}'
    document = processor(style(citing(), listing(body, sort=f"<sort>{keys}</sort>")))
    document.render([cluster("c"), cluster("a")])
    assert list(document.bibliography().entries) == expected


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("This was said. ", "This was said. Ibid."),
        ("Was it said? ", "Was it said? Ibid."),
        ("He wrote “so be it.” ", "He wrote “so be it.” Ibid."),
        ("Note. ", "Note. ibid."),
        ("See, however, ", "See, however, ibid."),
    ],
)
def test_a_term_after_a_sentence_has_a_capital(prefix: str, expected: str) -> None:
    """A prefix of several words that ends a sentence precedes the beginning of another one."""
    body = style(citing(body='<text term="ibid"/>', layout=""), style_class="note")
    assert processor(body).preview(Cluster([Cite("a", prefix=prefix)])) == f"({expected})"


def test_a_term_after_a_sentence_has_a_capital_in_every_cite() -> None:
    """The second cite of a citation can begin a sentence, too."""
    body = style(citing(body='<text term="ibid"/>', layout='delimiter="; "'), style_class="note")
    cites = [Cite("a"), Cite("b", prefix="That is all. ")]
    assert processor(body).preview(Cluster(cites)) == "Ibid.; That is all. Ibid."


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [(". See there", "“Alpha.” See there"), (", see", "“Alpha,” see"), ("; so", "“Alpha”; so")],
)
def test_the_suffix_of_a_cite_moves_into_a_quotation(suffix: str, expected: str) -> None:
    """With punctuation-in-quote, a full stop or comma that a user adds moves, too."""
    body = style(citing(body='<text variable="title" quotes="true"/>', layout='delimiter="; "'))
    assert processor(body).preview(Cluster([Cite("a", suffix=suffix)])) == expected


def test_an_entry_with_only_its_number_has_no_second_suffix() -> None:
    """With second-field-align, the suffix of the layout belongs to the fields next to the number."""
    body = '<text variable="citation-number" suffix=". "/><text variable="title"/>'
    options = 'second-field-align="flush"'
    bibliography = f'<bibliography {options}><layout suffix=".">{body}</layout></bibliography>'
    numeric = style(citing(body='<text variable="citation-number"/>'), bibliography)
    records = [{"id": "a", "type": "book", "title": "Alpha"}, {"id": "b", "type": "book"}]
    rendered = Processor(numeric, records, output="text").render([cluster("a b")])
    entries = [" ".join(entry.split()) for entry in rendered.bibliography.entries]
    assert entries == ["1. Alpha.", "2."]


NUMBER = '<text variable="citation-number" prefix="[" suffix="]" vertical-align="sup"/>'
BY_TYPE = f"""<choose><if type="book"><text value="b "/>{NUMBER}</if>
<else-if type="chapter"><text variable="citation-number"/><text variable="citation-number"/></else-if>
<else>{NUMBER}<text term="page" form="short" prefix=" "/></else></choose>"""


@pytest.mark.parametrize("output", ["html", "latex", "rtf", "json"])
@pytest.mark.parametrize("body", [NUMBER, BY_TYPE])
def test_cites_that_show_only_a_number_are_written_like_others(body: str, output: str) -> None:
    """They are rendered once for each type; the result is the same as if each were rendered."""
    found = style(citing(body=body), listing())
    records: list[dict[str, object]] = [
        {"id": f"{kind}{at}", "type": kind, "title": "T", "language": language}
        for at, language in enumerate(("en", "de", "fr"))
        for kind in ("book", "article", "chapter")
    ]
    clusters = [Cluster([Cite(str(record["id"]))]) for record in records]
    slow = Processor(found, records, output=output)
    layout = replace(found.compiled().citation, shows_only_number=False)
    slow._setting = replace(slow._setting, compiled=replace(found.compiled(), citation=layout))
    assert found.compiled().citation.shows_only_number
    fast = Processor(found, records, output=output)
    assert fast.render(clusters).citations == slow.render(clusters).citations


@pytest.mark.parametrize(
    "body",
    [
        f'{NUMBER}<text variable="title"/>',
        f'{NUMBER}<choose><if variable="title"><text value="x"/></if></choose>',
        f'{NUMBER}<choose><if position="subsequent"><text value="x"/></if></choose>',
        '<number variable="citation-number" form="ordinal"/>',
    ],
)
def test_cites_that_show_more_than_a_number_are_each_rendered(body: str) -> None:
    assert not style(citing(body=body), listing()).compiled().citation.shows_only_number


def test_an_entry_has_the_label_of_a_locator_before_its_pages() -> None:
    """Some styles write the label of locators in bibliographies, where citeproc-js prints it."""
    label = '<label variable="locator" form="short" suffix=" "/>'
    both = f'{label}<text variable="page"/>'
    pages = style(citing(body=both), listing(both))
    rendered = Processor(pages, [{"id": "a", "type": "book", "page": "7"}], output="text").render(
        [cluster("a")]
    )
    assert (rendered.citations, rendered.bibliography.entries) == (("(7)",), ("p. 7",))


def test_an_entry_without_its_first_field_has_its_suffix() -> None:
    """With second-field-align, only a number alone lacks the suffix of the layout."""
    body = '<text variable="note"/><text variable="title"/>'
    bibliography = listing(body, 'second-field-align="flush"').replace(
        "<layout", '<layout suffix="."', 1
    )
    found = Processor(style(citing(), bibliography), BOOKS, output="text")
    found.cite(cluster("a"))
    assert found.bibliography().entries == ("Alpha.",)
