"""Rules about missing, empty and unknown fields check the members of CSL-JSON records."""

import json

import pytest
from tests.rules.lintcase import asked

from refkit.api import read
from refkit.lint.engine import check
from refkit.model.source import Source

CODES = ("SYN101", "REQ101", "FLD102", "FLD103", "FLD104")
ARTICLE: dict[str, object] = {
    "id": "a",
    "type": "article-journal",
    "title": "Tides",
    "container-title": "Ocean Letters",
    "author": [{"family": "Holm", "given": "Ida"}],
    "issued": {"date-parts": [[2019]]},
}


def found(record: dict[str, object], indent: int | None = None) -> list[tuple[str, str, str]]:
    """Return the code, marked text and message of each finding about the members of a record."""
    text = json.dumps([record], ensure_ascii=False, indent=indent)
    findings = check(read(Source(text, "x.json"), "csl-json"), asked(CODES))
    return [(f.code, text[f.span.start : f.span.end], f.message) for f in findings]


def without(*names: str) -> dict[str, object]:
    """Return the article without some of its members."""
    return {name: value for name, value in ARTICLE.items() if name not in names}


@pytest.mark.parametrize("variable", ["author", "editor", "translator"])
@pytest.mark.parametrize(
    ("value", "kind"), [("Holm, Ida", "a text"), ({"family": "Holm"}, "an object")]
)
def test_names_must_be_a_list(variable: str, value: object, kind: str) -> None:
    """A text or a single object is no list of names."""
    [(code, place, message)] = found(ARTICLE | {variable: value})
    assert code == "SYN101"
    assert place in (value, json.dumps(value))
    assert message == f"`{variable}` must be a list of names, not {kind}"


@pytest.mark.parametrize("value", ["", " ", None])
@pytest.mark.parametrize("name", ["title", "container-title"])
def test_an_empty_required_variable_is_missing(name: str, value: object) -> None:
    """It is reported once, as missing."""
    [(code, _, message)] = found(ARTICLE | {name: value})
    assert code == "REQ101"
    assert message == f"`a` has no `{name}`, which `article-journal` requires in CSL-JSON; add it"


@pytest.mark.parametrize(
    "value",
    [{"date-parts": [[]]}, {"date-parts": [[None]]}, {"date-parts": []}, {"raw": ""}, {}, None, ""],
)
@pytest.mark.parametrize("name", ["issued", "accessed", "event-date"])
def test_an_empty_date_is_reported(name: str, value: object) -> None:
    """A date without a year is empty, however it is written."""
    assert [(code, message) for code, _, message in found(ARTICLE | {name: value})] == [
        ("FLD102", f"`{name}` is empty; fill it in or remove it")
    ]


@pytest.mark.parametrize("kind", ["article-journal", "article-magazine", "article-newspaper"])
def test_an_article_needs_its_periodical(kind: str) -> None:
    """The finding stands at the id."""
    [(code, place, _)] = found(without("container-title") | {"type": kind})
    assert (code, place) == ("REQ101", "a")


def test_a_record_needs_a_type() -> None:
    """Nothing else is required of a record without a type."""
    [(code, _, message)] = found(without("type", "title"))
    assert code == "REQ101"
    assert "no `type`" in message


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("journal", "container-title"),
        ("booktitle", "container-title"),
        ("Journal", "container-title"),
        ("pages", "page"),
        ("titel", "title"),
        ("Title", "title"),
        ("volumne", "volume"),
        ("publisher_place", "publisher-place"),
        ("container_title", "container-title"),
        ("keywords", "keyword"),
    ],
)
def test_a_name_of_another_format_or_a_typo(name: str, meant: str) -> None:
    """The intended variable is named, and not reported as missing."""
    [(code, place, message)] = found(without(meant) | {name: "Ocean 12"}, indent=1)
    assert (code, place) == ("FLD103", f'"{name}"')
    assert message == f"CSL has no variable `{name}`; did you mean `{meant}`?"


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        ("journal-article", "article-journal"),
        ("book-chapter", "chapter"),
        ("posted-content", "article"),
    ],
)
def test_a_type_of_crossref(kind: str, meant: str) -> None:
    """The type of CSL is named."""
    [(code, place, message)] = found(ARTICLE | {"type": kind})
    assert (code, place.strip('"')) == ("FLD104", kind)
    assert message == f"`{kind}` is a type of Crossref, not of CSL; use `{meant}`"


CROSSREF: dict[str, object] = {
    "indexed": {"date-parts": [[2022, 3, 30]], "timestamp": 1648614600000},
    "reference-count": 3, "references-count": 3, "reference": [{"key": "1", "year": "1999"}],
    "publisher-location": "Oslo", "short-container-title": ["Oc. Lett."], "short-title": [],
    "published": {"date-parts": [[2019]]}, "published-print": {"date-parts": [[2019]]},
    "institution": [{"name": "Sea Institute"}], "subtitle": [], "original-title": [], "relation": {},
    "journal-issue": {"issue": "2"}, "member": "78", "prefix": "10.1016", "score": 1, "subject": ["Seas"],
    "content-domain": {"domain": []}, "created": {"date-parts": [[2019, 1, 2]]}, "link": [], "license": [],
    "alternative-id": ["S1"], "article-number": "7", "issn-type": [], "resource": {}, "update-policy": "x",
}  # fmt: skip
ZOTERO: dict[str, object] = {
    "citation-key": "a", "journalAbbreviation": "Oc. Lett.", "shortTitle": "Tides", "library_id": 1,
    "call-number": "X", "source": "DOI.org (Crossref)", "note": "PMID: 1", "multi": {"main": {}}, "itemKey": "K",
    "attachments": [], "tags": [], "relations": {}, "collections": [], "dateAdded": "2019", "custom": {"journal": "x"},
    "author": [],
}  # fmt: skip


@pytest.mark.parametrize("members", [{}, CROSSREF, ZOTERO])
def test_members_of_other_programs_pass(members: dict[str, object]) -> None:
    """What Crossref and Zotero add is not reported."""
    assert found(ARTICLE | members) == []


@pytest.mark.parametrize("kind", ["webpage", "legal_case", "document", "personal_communication"])
def test_other_types_require_nothing(kind: str) -> None:
    """Works that often have no title pass."""
    assert found({"id": "a", "type": kind}) == []


def test_own_variables_beside_a_plural_pass() -> None:
    """A second form of a variable that the record has is not reported."""
    assert found(ARTICLE | {"page": "1-2", "pages": "2", "journal": "Ocean"}) == []


def marked_by(code: str, record: dict[str, object]) -> list[str]:
    """Return the messages of a rule for a record."""
    text = json.dumps([record], ensure_ascii=False)
    return [f.message for f in check(read(Source(text, "x.json"), "csl-json"), asked(code))]


@pytest.mark.parametrize(
    "name",
    [
        {"literal": "Evans, Gwilym"},
        {"literal": "Ames, Anna B."},
        {"family": "Rao, Venkata", "given": ""},
        {"family": "Rao, Venkata"},
        {"family": "Rao, V."},
    ],
)
def test_a_whole_name_in_one_part(name: dict[str, str]) -> None:
    """A person whose names are together in one part has no given name."""
    [message] = marked_by("NAM244", ARTICLE | {"author": [name]})
    wrong = (
        "is a person, but is read as an organization"
        if "literal" in name
        else "is a whole name in `family`"
    )
    whole = name.get("literal") or name["family"]
    assert message == f"`{whole}` in `author` {wrong}; split it into family and given name"


@pytest.mark.parametrize(
    "name",
    [
        {"literal": "Elsevier, Amsterdam"},
        {"literal": "Oxfam, Kenya"},
        {"literal": "Philips, NV"},
        {"literal": "Ministry of Health, Department of Statistics"},
        {"literal": "Acme, Inc."},
        {"literal": "Greenpeace"},
        {"literal": "Acme, Limited"},
        {"literal": "Bosch, Corporation"},
        {"literal": "Acme, Editors"},
        {"family": "Rao", "given": "Venkata"},
        {"family": "King", "given": "Martin Luther, Jr."},
        {"family": "Acme, Ltd"},
    ],
)
def test_organizations_and_split_names_pass(name: dict[str, str]) -> None:
    """A place or a form of company after the comma is no given name."""
    assert marked_by("NAM244", ARTICLE | {"author": [name]}) == []


@pytest.mark.parametrize("name", ["title", "container-title", "publisher"])
@pytest.mark.parametrize(
    "command",
    [
        r"\textit{Mus}",
        r"\emph{Mus}",
        r"\'e",
        r"\"{o}",
        r"\'{\i}",
        r"\c{c}",
        r"\&",
        r"\textsubscript{2}",
    ],
)
def test_tex_in_a_text(name: str, command: str) -> None:
    """The command is named; CSL-JSON does not know it."""
    [message] = marked_by("TEX233", ARTICLE | {name: f"On {command} at Sea"})
    assert (
        message
        == f"`{command}` in `{name}` is TeX, which CSL-JSON prints as it is; write its output"
    )


@pytest.mark.parametrize(
    "title",
    [
        r"Decay of $\textrm{B}^0$ mesons",
        r"Paths such as C:\temp and \\server\share",
        "On <i>Mus</i> at sea",
        r"The set A \ B",
        "M\u00fcller",
    ],
)
def test_other_backslashes_pass(title: str) -> None:
    """Mathematics and paths are not reported."""
    assert marked_by("TEX233", ARTICLE | {"title": title}) == []
