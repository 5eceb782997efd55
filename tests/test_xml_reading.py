"""XML: elements with positions, what precedes an error, and documents made to exhaust memory."""

import pytest

from refkit.xml_reading import (
    DEEPEST,
    XmlElement,
    XmlError,
    parse_xml,
    read_elements,
    read_xml,
)


def read(text: str) -> XmlElement:
    root, error = read_xml(text)
    assert error is None
    assert root is not None
    return root


def records(text: str, *tags: str) -> tuple[list[str], list[str]]:
    """The texts of the elements, and the messages of errors."""
    found = list(read_elements(text, *tags))
    return (
        [one.all_text() for one in found if isinstance(one, XmlElement)],
        [one.message for one in found if isinstance(one, XmlError)],
    )


def test_text_and_tail_keep_mixed_content_in_order() -> None:
    assert read("<a>x<b>y</b>z<c/>w</a>").all_text() == "xyzw"


@pytest.mark.parametrize("element", ["<b>é</b>", "<b x='>'/>", "<b>ü<c/></b>", "<b ></b >"])
def test_an_element_is_located_after_letters_of_several_bytes(element: str) -> None:
    text = f"<a>Zoë — 田中 {element} end</a>"
    found = read(text).find("b")
    assert found is not None
    assert text[slice(*found.span)] == element


def test_the_content_is_located_between_the_tags() -> None:
    text = "<a>é<b x='a>b'>Zoë<i>z</i></b></a>"
    found = read(text).find("b")
    assert found is not None
    assert text[slice(*found.content_span(text))] == "Zoë<i>z</i>"


def test_follow_returns_a_descendant_by_its_path() -> None:
    found = read("<a><b><c>x</c></b></a>").follow("b", "c")
    assert found is not None
    assert found.text == "x"


@pytest.mark.parametrize(
    "prefix",
    ["", "<!DOCTYPE a SYSTEM 'a.dtd'>", "<!DOCTYPE a PUBLIC '-//A' 'http://example.org/a.dtd'>"],
)
def test_entities_of_html_are_decoded(prefix: str) -> None:
    assert read(f"{prefix}<a>M&uuml;ller&nbsp;&amp; &unknown;</a>").text == "Müller\xa0& &unknown;"


def test_a_document_may_define_a_letter() -> None:
    assert read('<!DOCTYPE a [<!ENTITY oe "ö">]><a>K&oe;ln</a>').text == "Köln"


BOMBS = [
    '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb">]><a>&b;</a>',
    '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    '<!DOCTYPE a [<!ENTITY % b "<!ELEMENT a ANY>"> %b;]><a/>',
]


@pytest.mark.parametrize("text", BOMBS)
def test_other_entities_are_refused(text: str) -> None:
    _, error = read_xml(text)
    assert error is not None
    assert "is defined here" in error.message


def test_deep_elements_are_refused() -> None:
    root, error = read_xml("<a>" * 5000)
    assert root is not None
    assert error is not None
    assert error.message == f"elements are nested more than {DEEPEST} deep"


def test_elements_before_an_error_are_kept() -> None:
    text = "<a><b>é1</b><b>2</b><b>3</c></a>"
    root, error = read_xml(text)
    assert root is not None
    assert error is not None
    assert [child.text for child in root.children] == ["é1", "2", "3"]
    assert text[error.offset :].startswith("c>")


def test_control_characters_are_spaces() -> None:
    assert read("<a>x\x0by\x00</a>").text == "x y "


def test_empty_text_is_an_error() -> None:
    root, error = read_xml("")
    assert root is None
    assert error is not None


def test_records_are_read_one_by_one() -> None:
    text = "<x>skipped<r>1<r>inner</r></r><y>2</y>tail<z><r>3</r></z></x>"
    assert records(text, "r", "y") == (["1inner", "2", "3"], [])


def test_a_cut_off_record_is_kept_and_reported() -> None:
    assert records("<x><r>1</r><r>2", "r") == (
        ["1", "2"],
        ["not well-formed XML: no element found"],
    )


def test_records_do_not_depend_on_where_the_text_is_split() -> None:
    text = "<x>" + "".join(f"<r>é{number}—</r>" for number in range(20_000)) + "</x>"
    found = [one for one in read_elements(text, "r") if isinstance(one, XmlElement)]
    assert [one.text for one in found] == [f"é{number}—" for number in range(20_000)]
    assert all(text[slice(*one.span)] == f"<r>{one.text}</r>" for one in found)


def test_parse_xml_refuses_entities_of_html() -> None:
    with pytest.raises(XmlError, match="undefined entity"):
        parse_xml("<a>&nbsp;</a>")
