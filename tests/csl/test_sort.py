"""Sorting: collation by language, then cites and entries by the keys of a style."""

import pytest
from tests.csl.documents import citing, items, listing, style

from refkit.csl import Cite, Cluster, Processor, Style
from refkit.csl.collation import collation_key
from refkit.csl.layout import SortKey
from refkit.csl.sort import sort_by


def in_order(words: str, language: str = "en-US") -> str:
    """Return the words, separated by `|`, in the order of a language."""
    return "|".join(sorted(words.split("|"), key=collation_key(language)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("b|A|a|B", "A|a|b|B"),
        ("zebra|Éclair|eclipse|Ärger", "Ärger|Éclair|eclipse|zebra"),
        ("b|(a)|“c”|'d'", "(a)|b|“c”|'d'"),
        ("vanb|van der x", "van der x|vanb"),
        ("10th|9th|100", "9th|10th|100"),
        ("a|1|$", "$|1|a"),
        ("<i>b</i>|a", "a|<i>b</i>"),
        ("Łódź|Lund|Lodz", "Łódź|Lodz|Lund"),
        ("Яблоко|Zoo|Αλφα", "Zoo|Αλφα|Яблоко"),
        ("straße|strasse|strata", "straße|strasse|strata"),
        (" b|«\u00a0c\u00a0»|a", "a| b|«\u00a0c\u00a0»"),
    ],
)
def test_case_accents_and_punctuation_do_not_count(words: str, expected: str) -> None:
    """Words are compared by letters, numbers by value; equal words keep their order."""
    assert in_order(words) == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("sv-SE", "ö|z|å|ä", "z|å|ä|ö"),
        ("da-DK", "å|ø|æ|z", "z|æ|ø|å"),
        ("de-DE", "z|ä|b", "ä|b|z"),
        ("es-ES", "ñu|nz|oa", "nz|ñu|oa"),
        ("cs-CZ", "chata|cukr|hora|ibis", "cukr|hora|chata|ibis"),
        ("pl-PL", "łza|luk|ma", "luk|łza|ma"),
        ("tr-TR", "ışık|hız|iz", "hız|ışık|iz"),
        ("tr-TR", "İnan|Işık|Ilgaz|hz", "hz|Ilgaz|Işık|İnan"),
        ("az", "ez|ə|f|e", "e|ez|ə|f"),
        ("en", "oz|ŋ|nz|þ|zz|ð|dz", "ð|dz|nz|ŋ|oz|zz|þ"),
        ("ru-RU", "йа|ия|к|ёж|ея|её", "её|ёж|ея|ия|йа|к"),
        ("uk-UA", "дуб|ґава|гуля|їжак|ія|йог", "гуля|ґава|дуб|ія|їжак|йог"),
        ("be", "ёж|ея|ўс|уя", "ея|ёж|уя|ўс"),
        ("mk", "ќе|кя|ѓо|дя", "дя|ѓо|кя|ќе"),
        ("sr", "ћ|т|љ|ля|ђ|д", "д|ђ|ля|љ|т|ћ"),
        ("fa", "ی|ه|و|آ|ا|گ|ک|پ|ب", "آ|ا|ب|پ|ک|گ|و|ه|ی"),
        ("th", "ขา|เก|กา|โข", "กา|เก|ขา|โข"),
        ("ja", "鈴木|サトウ|佐藤|さい|田中", "さい|サトウ|佐藤|田中|鈴木"),
        ("zh-CN", "张|王|歐陽|陈|李|翟", "陈|翟|李|歐陽|王|张"),
        ("zh-TW", "黃|張|陳|林|丁|王", "丁|王|林|張|陳|黃"),
        ("ja", "ン|ク|か|ケ|き|ァ|い|ヴ|え", "ァ|い|ヴ|え|か|き|ク|ケ|ン"),
    ],
)
def test_a_language_has_its_own_alphabet(language: str, words: str, expected: str) -> None:
    """Letters of a language's alphabet sort at their place in that alphabet."""
    assert in_order(words, language) == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "王|אב|ба|αβ|ab|12", "12|ab|αβ|ба|אב|王"),
        ("ru-RU", "王|αβ|ab|ба|12", "12|ба|ab|αβ|王"),
        ("el-GR", "ба|ab|αβ", "αβ|ab|ба"),
        ("he-IL", "ab|אב", "אב|ab"),
        ("ar", "ab|ба|اب", "اب|ab|ба"),
        ("zh-CN", "ab|王|12", "12|王|ab"),
        ("ko-KR", "ab|王|김", "김|王|ab"),
        ("ja-JP", "王|あ|ab", "ab|あ|王"),
        ("sr", "ab|ба", "ба|ab"),
        ("sr-Latn-RS", "ба|č|cz", "cz|č|ба"),
        ("hi-IN", "ab|क", "क|ab"),
    ],
)
def test_the_script_of_a_language_comes_first(language: str, words: str, expected: str) -> None:
    """The other scripts follow in their usual order."""
    assert in_order(words, language) == expected


def test_characters_without_a_place_come_last_in_their_script() -> None:
    """A rare character is not in the order of the pronunciation."""
    assert in_order("㐀|ab|鿰|张", "zh") == "张|㐀|鿰|ab"


def test_empty_keys_come_last_both_ways() -> None:
    """CSL 1.0.2: empty values are at the end, in ascending and descending order."""
    rows = {"none": "", "low": "1", "high": "2"}
    for descending, expected in ((False, ["low", "high", "none"]), (True, ["high", "low", "none"])):
        key = SortKey(lambda call: None, descending=descending)
        assert sort_by(list(rows), [key], lambda one, at: rows[one]) == expected


def test_later_keys_decide_between_equals_and_equals_stay() -> None:
    """The second key may have the opposite direction."""
    rows = {"a": ("x", "1"), "b": ("x", "2"), "c": ("w", "1"), "d": ("x", "2")}
    keys = [SortKey(lambda call: None), SortKey(lambda call: None, descending=True)]
    assert sort_by(list(rows), keys, lambda one, at: rows[one][at]) == ["c", "b", "d", "a"]


def test_a_key_is_asked_only_where_it_decides() -> None:
    """The second key is not computed if the first key already decides the order."""
    rows = {"a": ("x", "2"), "b": ("x", "1"), "c": ("w", "1")}
    asked = []

    def text(one: str, at: int) -> str:
        asked.append((one, at))
        return rows[one][at]

    keys = [SortKey(lambda call: None), SortKey(lambda call: None)]
    assert sort_by(list(rows), keys, text) == ["c", "b", "a"]
    assert ("c", 1) not in asked


RECORDS: list[dict[str, object]] = [
    {
        "id": "fundy", "type": "book", "title": "Tides of Fundy", "volume": "10", "citation-label": "x",
        "author": [{"family": "Moor", "given": "Ada"}], "issued": {"date-parts": [[1999, 3, 4]]},
    },
    {
        "id": "leith", "type": "article", "title": "Leith", "volume": "9",
        "author": [{"family": "Brook", "given": "Zoe"}], "issued": {"date-parts": [[2003]]},
    },
    {"id": "dover", "type": "chapter", "title": "A channel", "issued": {"date-parts": [[-44]]}},
    {"id": "brest", "type": "map", "title": "Ports", "author": [{"literal": "Navy Board"}]},
]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ('variable="issued"', "dover fundy leith brest"),
        ('variable="issued" sort="descending"', "leith fundy dover brest"),
        ('variable="author"', "leith fundy brest dover"),
        ('variable="author" sort="descending"', "brest fundy leith dover"),
        ('variable="volume"', "leith fundy dover brest"),
        ('variable="title"', "dover leith brest fundy"),
        ('macro="year"', "dover fundy leith brest"),
    ],
)
def test_a_bibliography_is_sorted_by_a_key_of_its_style(key: str, order: str) -> None:
    """Dates by time, numbers by value, names and titles by the alphabet; items without a value come last."""
    macro = '<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>'
    sorting = f"<sort><key {key}/></sort>"
    processor = Processor(style(macro + citing(), listing(sort=sorting)), RECORDS, output="text")
    processor.nocite(["fundy", "leith", "dover", "brest"])
    assert " ".join(processor.bibliography().ids) == order


def ordered(key: str, records: list[dict[str, object]], macros: str = "") -> str:
    """Return the ids of records in the order of a bibliography that is sorted by `key`."""
    text = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        f"<info><id>t</id><title>T</title></info>{macros}{citing()}"
        f"{listing(sort=f'<sort>{key}</sort>')}</style>"
    )
    processor = Processor(Style.parse(text), [{"type": "book", **one} for one in records])
    processor.nocite(str(one["id"]) for one in records)
    return " ".join(processor.ids)


def test_a_number_variable_sorts_by_its_first_number() -> None:
    """Ranges and letters around the number do not count; text without a number comes last."""
    pages = {"a": "A", "b": "12-15", "c": "e12", "d": "12", "e": "2", "f": "S1"}
    records: list[dict[str, object]] = [{"id": id_, "page": page} for id_, page in pages.items()]
    assert ordered('<key variable="page"/>', records) == "f e b c d a"


@pytest.mark.parametrize(
    "key", ['<key variable="issued"/>', '<key variable="issued" sort="descending"/>']
)
def test_a_date_in_words_sorts_like_none(key: str) -> None:
    """CSL 1.0.2: empty values are at the end in both directions."""
    records: list[dict[str, object]] = [
        {"id": "words", "issued": {"literal": "in press"}},
        {"id": "none"},
        {"id": "year", "issued": {"date-parts": [[2000]]}},
    ]
    assert ordered(key, records) == "year words none"


FULL_NAMES = """
a: Roe, Joan|1997
b: Roe, J.|1999
c: Roe, John|2005
d: Roe, Jane|2001
"""
SHOWN = '<names variable="author"><name name-as-sort-order="all" initialize-with=". "/></names>'


def sorted_by_names(records: str) -> Processor:
    """Return a processor for a bibliography that is sorted by names with initials."""
    rule = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name"'
    body = '<names variable="author"><name form="short" initialize="false" initialize-with=". "/></names>'
    sort = '<sort><key macro="m"/><key variable="issued"/></sort>'
    found = Style.parse(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        f'<info><id>t</id><title>T</title></info><macro name="m">{SHOWN}</macro>'
        f"{citing(rule, '', body)}{listing(SHOWN, sort=sort)}</style>"
    )
    return Processor(found, items(records), output="text")


def test_given_names_that_disambiguation_adds_count_in_sorting() -> None:
    """J., Jane, Joan and John would all be J. and sort by the year."""
    processor = sorted_by_names(FULL_NAMES)
    processor.render([Cluster([Cite(id_)]) for id_ in "abcd"])
    assert processor.ids == ("b", "d", "a", "c")
    assert processor.bibliography().entries[0] == "Roe, J."


@pytest.mark.parametrize("cited", ["abcd", "dcba", "bdac", "cadb"])
def test_the_order_is_the_same_if_cites_are_added_one_by_one(cited: str) -> None:
    """A later cite can add given names to earlier ones, which then change their places."""
    processor = sorted_by_names(FULL_NAMES)
    for id_ in cited:
        processor.cite(Cluster([Cite(id_)]))
    assert processor.ids == ("b", "d", "a", "c")


def test_only_keys_with_names_depend_on_given_names_that_are_added() -> None:
    """A macro has names if one that it calls has them."""
    macros = (
        '<macro name="who"><names variable="author"/></macro>'
        '<macro name="by"><choose><if type="book"><text macro="who"/></if></choose></macro>'
        '<macro name="when"><date variable="issued" form="text"/></macro>'
    )
    keys = "".join(f'<key macro="{name}"/>' for name in ("by", "when"))
    keys += '<key variable="editor"/><key variable="title"/>'
    layout = '<layout><text variable="title"/></layout>'
    found = Style.parse(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        f"<info><id>t</id><title>T</title></info>{macros}<citation>{layout}</citation>"
        f"<bibliography><sort>{keys}</sort>{layout}</bibliography></style>"
    )
    bibliography = found.compiled().bibliography
    assert bibliography is not None
    assert [key.has_names for key in bibliography.sort] == [True, False, True, False]


def dated(**dates: list[list[int]]) -> list[dict[str, object]]:
    """Return records with the ids and the date parts."""
    return [{"id": id_, "issued": {"date-parts": parts}} for id_, parts in dates.items()]


@pytest.mark.parametrize(
    ("records", "order"),
    [
        (dated(day=[[2000, 5, 1]], month=[[2000, 5]], year=[[2000]]), "year month day"),
        (dated(d=[[100]], c=[[50]], b=[[-50]], a=[[-100]]), "a b c d"),
        (dated(d=[[2002], [2009]], c=[[2002], [2003]], b=[[2000], [2005]], a=[[2000], [2001]]), "a b c d"),
        (dated(range=[[2000], [2002]], single=[[2000]]), "single range"),
    ],
)  # fmt: skip
def test_dates_sort_by_start_precision_and_end(
    records: list[dict[str, object]], order: str
) -> None:
    """CSL 1.0.2, "Sorting Variables"."""
    assert ordered('<key variable="issued"/>', records) == order


YEARS = '<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>'


def test_a_macro_sorts_by_the_date_parts_that_it_renders() -> None:
    """Items of one year are equal for it, so that the next key decides."""
    records = dated(z=[[2000, 1]], a=[[2000, 12]], m=[[1999]])
    records = [{**one, "title": str(one["id"])} for one in records]
    keys = '<key macro="year"/><key variable="title"/>'
    assert ordered(keys, records, YEARS) == "m a z"
    assert ordered('<key variable="issued"/>', records) == "m z a"


def people(**names: str) -> list[dict[str, object]]:
    """Return records with the ids and the family names of their authors, all of them with the title of the id."""
    return [
        {"id": id_, "title": id_, "author": [{"family": name, "given": "A."} for name in text.split()]}
        for id_, text in names.items()
    ]  # fmt: skip


AUTHORS = '<macro name="authors"><names variable="author"><name {}/></names></macro>'


@pytest.mark.parametrize(
    ("name", "attributes", "order"),
    [
        ("", "", "c a b"),
        ('et-al-min="2" et-al-use-first="1"', "", "a b c"),
        ("", 'names-min="2" names-use-first="1"', "a b c"),
        ('et-al-min="2" et-al-use-first="1"', 'names-min="9" names-use-first="9"', "c a b"),
        ('form="count"', "", "c a b"),
        ('form="count"', 'sort="descending"', "a b c"),
        ("", 'sort="descending"', "b a c"),
    ],
)
def test_names_sort_as_a_macro_abbreviates_them(name: str, attributes: str, order: str) -> None:
    """CSL 1.0.2, "Sorting Macros": et al. does not count, and a shorter list precedes its continuations."""
    records = people(b="Doe Roe", a="Doe Poe", c="Doe")
    keys = f'<key macro="authors" {attributes}/><key variable="title"/>'
    assert ordered(keys, records, AUTHORS.format(name)) == order


PARTICLES: list[dict[str, object]] = [
    {"id": "gogh", "author": [{"non-dropping-particle": "van", "family": "Gogh", "given": "V."}]},
    {"id": "moor", "author": [{"family": "Moor", "given": "A."}]},
    {"id": "gaulle", "author": [{"family": "de Gaulle", "given": "C."}]},
]


@pytest.mark.parametrize(
    ("demotes", "order"),
    [("never", "gaulle moor gogh"), ("sort-only", "gaulle gogh moor"), ("display-and-sort", "gaulle gogh moor")],
)  # fmt: skip
def test_particles_sort_as_the_style_demotes_them(demotes: str, order: str) -> None:
    """A particle that is part of the family name always counts."""
    text = (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" '
        f'demote-non-dropping-particle="{demotes}"><info><id>t</id><title>T</title></info>{citing()}'
        f"{listing(sort='<sort><key variable=' + chr(34) + 'author' + chr(34) + '/></sort>')}</style>"
    )
    processor = Processor(Style.parse(text), [{"type": "book", **one} for one in PARTICLES])
    processor.nocite(str(one["id"]) for one in PARTICLES)
    assert " ".join(processor.ids) == order


def named(*names: str) -> list[dict[str, object]]:
    """Return records with the names `family, given` as ids and authors; a given name alone is in brackets."""
    records: list[dict[str, object]] = []
    for name in names:
        family, _, given = name.partition(", ")
        person = (
            {"given": name.strip("()")} if name[0] == "(" else {"family": family, "given": given}
        )
        records.append({"id": name.replace(" ", ""), "author": [person]})
    return records


@pytest.mark.parametrize(
    "names",
    [
        "Doe, Z.|Doering, A.",
        "Érard, Z.|Érardin, A.",
        "Еж, Я.|Ежов, А.",
        "Doe, A.|Doe, B.|Dof, A.",
        "Doe, A.|(Dora)|Dorn, A.",
        "Arp, Z.|(Arpad)|Arpen, A.",
        "王, 一|王, 丁",
    ],
)
def test_names_sort_by_family_and_then_given_name(names: str) -> None:
    """A family name ends before the given name begins, in all alphabets; a lone given name is like a family name."""
    expected = names.split("|")
    key = '<key variable="author"/>'
    assert ordered(key, named(*reversed(expected))) == " ".join(
        one.replace(" ", "") for one in expected
    )


@pytest.mark.parametrize("suffixes", [("", "Jr.", "Sr."), ("", "II", "III")])
def test_a_suffix_of_a_name_decides_last(suffixes: tuple[str, ...]) -> None:
    records: list[dict[str, object]] = [
        {"id": f"i{at}", "author": [{"family": "Doe", "given": "A.", "suffix": suffix}]}
        for at, suffix in reversed(list(enumerate(suffixes)))
    ]
    assert ordered('<key variable="author"/>', records) == "i0 i1 i2"
