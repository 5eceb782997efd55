"""Styles that would render without end, or exceed Python's recursion limit, are refused."""

import pytest

from refkit.csl import Cite, Cluster, Processor, Style
from refkit.csl.faults import StyleError
from refkit.csl.survey import check_macros

HEAD = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
    "<info><title>t</title><id>t</id></info>"
)
ITEMS = [{"id": "a", "type": "book", "title": "Tides"}]
TITLE = '<text variable="title"/>'
NESTED = {
    "groups": ("<group>", "</group>"),
    "conditions": ('<choose><if type="book"><group>', "</group></if></choose>"),
    "substitutes": ('<names variable="author"><substitute>', "</substitute></names>"),
}


def style(body: str, macros: str = "") -> Style:
    return Style.parse(f"{HEAD}{macros}<citation><layout>{body}</layout></citation></style>")


def chain(length: int, calls: int = 1) -> str:
    """Return macros that each call the next several times; the last one renders the title."""
    called = [f'<text macro="m{number + 1}"/>' * calls for number in range(length)]
    bodies = [*called, TITLE]
    return "".join(f'<macro name="m{n}">{body}</macro>' for n, body in enumerate(bodies))


@pytest.mark.parametrize("kind", NESTED)
def test_deep_nesting_is_rendered(kind: str) -> None:
    """Real styles nest less than a third as deeply."""
    start, end = NESTED[kind]
    processor = Processor(style(start * 45 + TITLE + end * 45), ITEMS)
    assert processor.cite(Cluster([Cite("a")])) == "Tides"


@pytest.mark.parametrize("depth", [101, 300, 5000])
@pytest.mark.parametrize("kind", NESTED)
def test_deeper_nesting_is_refused(kind: str, depth: int) -> None:
    start, end = NESTED[kind]
    with pytest.raises(StyleError, match="nested more than"):
        Processor(style(start * depth + TITLE + end * depth), ITEMS)


def test_long_chains_of_macros_are_refused() -> None:
    with pytest.raises(StyleError, match="more than 100 deep"):
        Processor(style('<text macro="m0"/>', chain(5000)), ITEMS)


def test_macros_that_multiply_are_refused() -> None:
    """Forty macros that each call the next one twice render 2 to the power of 40 elements."""
    with pytest.raises(StyleError, match="expand to more than 20,000 elements"):
        Processor(style('<text macro="m0"/>', chain(40, calls=2)), ITEMS)


def test_branches_of_which_one_is_rendered_do_not_multiply() -> None:
    """Chicago's notes have 1,100 elements on the rendered branches and 820,000 on all."""
    called = '<text macro="m{0}"/>'
    choose = f'<choose><if type="book">{called}</if><else>{called}</else></choose>'
    macros = (
        "".join(f'<macro name="m{n}">{choose.format(n + 1)}</macro>' for n in range(40))
        + f'<macro name="m40">{TITLE}</macro>'
    )
    processor = Processor(style('<text macro="m0"/>', macros), ITEMS)
    assert processor.cite(Cluster([Cite("a")])) == "Tides"


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(StyleError, match="unknown encoding: zzz"):
        Style.parse(b'<?xml version="1.0" encoding="zzz"?><style/>')


def test_counts_of_any_length_are_read() -> None:
    """Python does not convert numbers of more than 4,300 digits."""
    names = f'<names variable="author"><name et-al-min="{"9" * 5000}" et-al-use-first="1"/></names>'
    processor = Processor(style(names), [{**ITEMS[0], "author": [{"literal": "Doe"}]}])
    assert processor.cite(Cluster([Cite("a")])) == "Doe"


@pytest.mark.parametrize(("calls", "is_refused"), [(10_000, False), (10_001, True)])
def test_the_limit_of_elements_includes_those_of_macros(calls: int, is_refused: bool) -> None:
    """Each call counts, and each element of the macro that is called."""
    called = style('<text macro="m0"/>' * calls, chain(0)).tree
    if is_refused:
        with pytest.raises(StyleError, match="expand to more than 20,000 elements"):
            check_macros(called)
    else:
        check_macros(called)


@pytest.mark.parametrize(("groups", "is_refused"), [(99, False), (100, True)])
def test_the_limit_of_nesting_includes_the_innermost_element(groups: int, is_refused: bool) -> None:
    nested = style("<group>" * groups + TITLE + "</group>" * groups).tree
    if is_refused:
        with pytest.raises(StyleError, match="nested more than 100 deep"):
            check_macros(nested)
    else:
        check_macros(nested)


def test_nesting_continues_in_macros() -> None:
    """Fifty groups with a call of a macro with fifty groups are too deep together."""
    start, end = "<group>" * 50, "</group>" * 50
    macro = f'<macro name="m">{start}{TITLE}{end}</macro>'
    with pytest.raises(StyleError, match="nested more than 100 deep"):
        check_macros(style(f'{start}<text macro="m"/>{end}', macro).tree)


@pytest.mark.parametrize(
    ("line", "source", "expected"),
    [(3, "a.csl", "a.csl:3: no"), (3, "", "line 3: no"), (0, "a.csl", "no"), (0, "", "no")],
)
def test_an_error_has_its_place(line: int, source: str, expected: str) -> None:
    """An unknown line is not printed."""
    error = StyleError("no", line, source)
    assert (str(error), error.message, error.line, error.source) == (expected, "no", line, source)
