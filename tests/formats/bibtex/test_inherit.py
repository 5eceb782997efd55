"""Fields that entries inherit, and faults if they cannot."""

from __future__ import annotations

from refkit.formats.bibtex import read, resolved_fields, text_faults
from refkit.formats.bibtex.inherit import InheritedField
from refkit.model.entry import Field
from refkit.model.source import Source


def fields_of(key: str, text: str, dialect: str = "biblatex") -> dict[str, Field]:
    entries = read(Source(text), dialect).entries
    return resolved_fields(next(entry for entry in entries if entry.key == key))


def values(key: str, text: str, dialect: str = "biblatex") -> dict[str, str]:
    return {name: field.value for name, field in fields_of(key, text, dialect).items()}


def told(text: str, dialect: str = "biblatex") -> list[str]:
    return [fault.message for fault in text_faults(read(Source(text), dialect))]


BOOK = "@book{p, title={Whole}, subtitle={S}, author={A}, year={1999}, label={L}}\n"


def test_bibtex_inherits_under_the_same_name() -> None:
    """Own fields come first."""
    text = "@inbook{c, title={Part}, crossref={P}}\n" + BOOK
    assert values("c", text, "bibtex") == {
        "title": "Part", "crossref": "p", "subtitle": "S", "author": "A", "year": "1999", "label": "L",
    }  # fmt: skip


def test_parts_inherit_titles_of_a_book_as_booktitles_in_biblatex() -> None:
    """Appendix B; a label is not inherited."""
    text = "@inbook{c, title={Part}, crossref={p}}\n" + BOOK
    assert values("c", text) == {
        "title": "Part", "crossref": "p", "booktitle": "Whole", "booksubtitle": "S",
        "author": "A", "bookauthor": "A", "year": "1999",
    }  # fmt: skip


def test_biblatex_inherits_from_the_parents_of_parents() -> None:
    """A volume from its set of volumes, a part from both."""
    text = (
        "@inbook{c, title={C}, crossref={v}}\n@book{v, title={V}, crossref={m}}\n"
        "@mvbook{m, title={M}, publisher={P}}\n"
    )
    assert values("c", text) == {
        "title": "C", "crossref": "v", "booktitle": "V", "maintitle": "M", "publisher": "P",
    }  # fmt: skip


def test_a_child_with_a_date_does_not_inherit_parts_of_a_date() -> None:
    """`date` and `year` are alternatives."""
    assert "year" not in values("c", "@inbook{c, date={2001}, crossref={p}}\n" + BOOK)


def test_all_fields_of_xdata_are_inherited_also_indirectly() -> None:
    """Own fields come first, then those of the first parent in the list."""
    text = (
        "@misc{a, note={N}, xdata={x, y}}\n@xdata{x, note={X}, publisher={PX}}\n"
        "@xdata{y, publisher={PY}, xdata={z}}\n@xdata{z, location={L}}\n"
    )
    assert values("a", text) == {"note": "N", "xdata": "x, y", "publisher": "PX", "location": "L"}


def test_a_single_field_of_an_xdata_entry_can_be_inherited() -> None:
    """The field's name follows the key."""
    text = "@misc{a, publisher={xdata=my-x-organization}}\n@xdata{my-x, organization={O}}\n"
    assert values("a", text) == {"publisher": "O"}


def test_an_entry_is_found_by_its_other_keys() -> None:
    """`ids` lists them."""
    text = "@inbook{c, crossref={old}}\n@book{p, ids={older, old}, publisher={P}}\n"
    assert values("c", text)["publisher"] == "P"
    assert told(text) == []


def test_a_set_inherits_from_its_first_member() -> None:
    """The second one does not provide any fields."""
    text = "@set{s, entryset={a,b}}\n@misc{a, title={A}}\n@misc{b, title={B}, note={N}}\n"
    assert values("s", text) == {"entryset": "a,b", "title": "A"}


def test_an_inherited_field_has_its_parent_and_span() -> None:
    """The parent entry, the field's name there, and its span."""
    text = "@inbook{c, crossref={p}}\n" + BOOK
    field = fields_of("c", text)["booktitle"]
    assert isinstance(field, InheritedField)
    assert (field.parent.key, field.parent_field) == ("p", "title")
    assert text[slice(*field.value_span)] == "{Whole}"


def test_bibtex_uses_the_first_of_repeated_fields_and_biber_the_last() -> None:
    """Both are kept as written."""
    text = "@misc{a, note={1}, note={2}}"
    assert values("a", text, "bibtex") == {"note": "1"}
    assert values("a", text, "biblatex") == {"note": "2"}


def test_a_cycle_is_a_fault_and_nothing_is_inherited() -> None:
    """For cycles of any length; entries that inherit from a cycle are read."""
    text = (
        "@misc{a, crossref={b}}\n@misc{b, crossref={c}, note={B}}\n@misc{c, crossref={a}}\n"
        "@misc{d, crossref={b}}\n@misc{e, crossref={e}}\n"
    )
    assert values("a", text) == {"crossref": "b"}
    assert values("d", text) == {"crossref": "b", "note": "B"}
    assert [message.split(",")[0] for message in told(text)] == [
        "`crossref` of entry `a` names `b`",
        "`crossref` of entry `b` names `c`",
        "`crossref` of entry `c` names `a`",
        "`crossref` of entry `e` names `e`",
    ]


def test_bibtex_inherits_one_level_in_a_cycle() -> None:
    """bibtex inherits only one level, so the message does not say that nothing is inherited."""
    text = "@misc{a, crossref={b}}\n@misc{b, crossref={a}, note={B}}\n"
    assert values("a", text, "bibtex") == {"crossref": "b", "note": "B"}
    assert told(text, "bibtex")[0].endswith(
        "which inherits from this entry in turn; remove one of the links"
    )


def test_a_key_that_no_entry_has_is_a_fault() -> None:
    """`biber` distinguishes the case of keys, `bibtex` does not."""
    assert told("@misc{a, crossref={Q}}\n@misc{q}") == [
        "`crossref` of entry `a` names `Q`, which is not an entry of this file; check the key"
    ]
    assert told("@misc{a, crossref={Q}}\n@misc{q}", "bibtex") == []


def test_bibtex_requires_the_parent_below() -> None:
    """`biber` allows any order."""
    text = "@book{p, title={T}}\n@inbook{c, crossref={p}}\n"
    assert told(text, "bibtex") == [
        "`crossref` of entry `c` names `p`, which is above it; in BibTeX the parent must be below, so move it"
    ]
    assert told(text) == []


def test_bibtex_inherits_one_level_only() -> None:
    """A parent that inherits itself is a fault."""
    text = "@misc{a, crossref={b}}\n@misc{b, crossref={c}}\n@misc{c, note={N}}\n"
    assert values("a", text, "bibtex") == {"crossref": "b"}
    assert "only one level" in told(text, "bibtex")[0]


def test_links_are_found_wherever_the_names_of_their_fields_are_written() -> None:
    """Names in comments, titles, keys and in other letter case neither hide a link nor make one."""
    text = (
        "crossref @misc{crossref, title={On crossref and XData}}\n"
        "@inbook{c, CrossRef\n=\n{p}}\nxdata\n@misc{d, title={C}} crossref" + BOOK
    )
    for dialect in ("bibtex", "biblatex"):
        inheritance = read(Source(text), dialect).entries[0].database.inheritance  # type: ignore[attr-defined]
        assert list(inheritance.links) == [1]
        assert "publisher" not in values("c", text, dialect)
        assert values("c", text, dialect)["author"] == "A"
        assert values("d", text, dialect) == {"title": "C"}
