"""The forms of a name in every combination of order, form, demoted particles and formatted parts.

citeproc-js writes all of them in the same way.
"""

from __future__ import annotations

import html

import pytest
from tests.csl.rendering import style_of

from refkit.csl import Cite, Cluster, Processor

NAMES: list[dict[str, object]] = [
    {"family": "Roe", "given": "Ann B."},
    {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"},
    {"family": "Berg", "given": "Max", "non-dropping-particle": "van den"},
    {"family": "King", "given": "Martin", "suffix": "Jr."},
    {"family": "King", "given": "Martin", "suffix": "Jr.", "comma-suffix": True},
    {"family": "Vries", "given": "Jan", "non-dropping-particle": "de", "suffix": "III"},
    {"family": "Plato"},
    {"family": "Oz", "non-dropping-particle": "de"},
    {"literal": "The Society"},
    {"family": "毛", "given": "泽东"},
]
ITEMS = [{"id": str(number), "type": "book", "author": [name]} for number, name in enumerate(NAMES)]
PARTS = (
    '<name-part name="family" text-case="uppercase"/><name-part name="given" font-style="italic"/>'
)
ALL, SHORT = 'name-as-sort-order="all"', 'form="short"'

FORMS = [
    (
        "never", "", "",
        "Ann B. Roe | Ludwig van Beethoven | Max van den Berg | Martin King Jr. | "
        "Martin King, Jr. | Jan de Vries III | "
        "Plato | de Oz | The Society | 毛泽东",
    ),
    (
        "never", "", PARTS,
        "<i>Ann B.</i> ROE | <i>Ludwig</i> <i>van</i> BEETHOVEN | <i>Max</i> VAN DEN BERG | "
        "<i>Martin</i> KING Jr. | <i>Martin</i> KING, Jr. | <i>Jan</i> DE VRIES III | "
        "PLATO | DE OZ | THE SOCIETY | 毛泽东",
    ),
    (
        "never", SHORT, "",
        "Roe | Beethoven | van den Berg | King | King | de Vries | Plato | de Oz | The Society | 毛",
    ),
    (
        "never", SHORT, PARTS,
        "ROE | BEETHOVEN | VAN DEN BERG | KING | KING | DE VRIES | PLATO | DE OZ | THE SOCIETY | 毛",
    ),
    (
        "never", ALL, "",
        "Roe, Ann B. | Beethoven, Ludwig van | van den Berg, Max | King, Martin, Jr. | "
        "King, Martin, Jr. | de Vries, Jan, III | "
        "Plato | de Oz | The Society | 毛泽东",
    ),
    (
        "never", ALL, PARTS,
        "ROE, <i>Ann B.</i> | BEETHOVEN, <i>Ludwig</i> <i>van</i> | "
        "VAN DEN BERG, <i>Max</i> | KING, <i>Martin</i>, Jr. | KING, <i>Martin</i>, Jr. | "
        "DE VRIES, <i>Jan</i>, III | "
        "PLATO | DE OZ | THE SOCIETY | 毛泽东",
    ),
    (
        "never", f"{ALL} {SHORT}", "",
        "Roe | Beethoven | van den Berg | King | King | de Vries | Plato | de Oz | The Society | 毛",
    ),
    (
        "sort-only", "", "",
        "Ann B. Roe | Ludwig van Beethoven | Max van den Berg | Martin King Jr. | "
        "Martin King, Jr. | Jan de Vries III | "
        "Plato | de Oz | The Society | 毛泽东",
    ),
    (
        "sort-only", "", PARTS,
        "<i>Ann B.</i> ROE | <i>Ludwig</i> <i>van</i> BEETHOVEN | <i>Max</i> VAN DEN BERG | "
        "<i>Martin</i> KING Jr. | <i>Martin</i> KING, Jr. | <i>Jan</i> DE VRIES III | "
        "PLATO | DE OZ | THE SOCIETY | 毛泽东",
    ),
    (
        "sort-only", SHORT, "",
        "Roe | Beethoven | van den Berg | King | King | de Vries | Plato | de Oz | The Society | 毛",
    ),
    (
        "sort-only", SHORT, PARTS,
        "ROE | BEETHOVEN | VAN DEN BERG | KING | KING | DE VRIES | PLATO | DE OZ | THE SOCIETY | 毛",
    ),
    (
        "sort-only", ALL, "",
        "Roe, Ann B. | Beethoven, Ludwig van | van den Berg, Max | King, Martin, Jr. | "
        "King, Martin, Jr. | de Vries, Jan, III | "
        "Plato | de Oz | The Society | 毛泽东",
    ),
    (
        "sort-only", ALL, PARTS,
        "ROE, <i>Ann B.</i> | BEETHOVEN, <i>Ludwig</i> <i>van</i> | "
        "VAN DEN BERG, <i>Max</i> | KING, <i>Martin</i>, Jr. | KING, <i>Martin</i>, Jr. | "
        "DE VRIES, <i>Jan</i>, III | "
        "PLATO | DE OZ | THE SOCIETY | 毛泽东",
    ),
    (
        "sort-only", f"{ALL} {SHORT}", "",
        "Roe | Beethoven | van den Berg | King | King | de Vries | Plato | de Oz | The Society | 毛",
    ),
    (
        "display-and-sort", "", "",
        "Ann B. Roe | Ludwig van Beethoven | Max van den Berg | Martin King Jr. | "
        "Martin King, Jr. | Jan de Vries III | "
        "Plato | de Oz | The Society | 毛泽东",
    ),
    (
        "display-and-sort", "", PARTS,
        "<i>Ann B.</i> ROE | <i>Ludwig</i> <i>van</i> BEETHOVEN | <i>Max</i> VAN DEN BERG | "
        "<i>Martin</i> KING Jr. | <i>Martin</i> KING, Jr. | <i>Jan</i> DE VRIES III | "
        "PLATO | DE OZ | THE SOCIETY | 毛泽东",
    ),
    (
        "display-and-sort", SHORT, "",
        "Roe | Beethoven | van den Berg | King | King | de Vries | Plato | de Oz | The Society | 毛",
    ),
    (
        "display-and-sort", SHORT, PARTS,
        "ROE | BEETHOVEN | VAN DEN BERG | KING | KING | DE VRIES | PLATO | DE OZ | THE SOCIETY | 毛",
    ),
    (
        "display-and-sort", ALL, "",
        "Roe, Ann B. | Beethoven, Ludwig van | Berg, Max van den | King, Martin, Jr. | "
        "King, Martin, Jr. | Vries, Jan de, III | "
        "Plato | Oz, de | The Society | 毛泽东",
    ),
    (
        "display-and-sort", ALL, PARTS,
        "ROE, <i>Ann B.</i> | BEETHOVEN, <i>Ludwig</i> <i>van</i> | "
        "BERG, <i>Max</i> VAN DEN | KING, <i>Martin</i>, Jr. | KING, <i>Martin</i>, Jr. | "
        "VRIES, <i>Jan</i> DE, III | "
        "PLATO | OZ, DE | THE SOCIETY | 毛泽东",
    ),
    (
        "display-and-sort", f"{ALL} {SHORT}", "",
        "Roe | Beethoven | Berg, van den | King | King | Vries, de | "
        "Plato | Oz, de | The Society | 毛",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("demote", "attributes", "parts", "expected"), FORMS)
def test_a_name_has_the_form_that_the_style_requests(
    demote: str, attributes: str, parts: str, expected: str
) -> None:
    """Particles, suffixes, single names, organizations and Chinese names in one row."""
    body = f'<names variable="author"><name {attributes}>{parts}</name></names>'
    found = style_of(body, attributes=f'demote-non-dropping-particle="{demote}"')
    rendered = Processor(found, ITEMS).render(
        [Cluster([Cite(str(at))]) for at in range(len(ITEMS))]
    )
    assert html.unescape(" | ".join(rendered.citations)) == expected


@pytest.mark.parametrize("parts", ["", PARTS])
def test_markup_and_apostrophes_in_names_are_typeset(parts: str) -> None:
    """Names may contain the markup of CSL-JSON."""
    names = [{"family": "O'Neil", "given": "<b>Ann</b>"}, {"literal": "Ann's <b>Friends</b>"}]
    items = [{"id": str(at), "type": "book", "author": [name]} for at, name in enumerate(names)]
    found = style_of(f'<names variable="author"><name>{parts}</name></names>')
    rendered = Processor(found, items).render([Cluster([Cite(str(at))]) for at in range(2)])
    plain = ("<b>Ann</b> O’Neil", "Ann’s <b>Friends</b>")
    formatted = ("<i><b>Ann</b></i> O’NEIL", "ANN’S <b>FRIENDS</b>")
    assert rendered.citations == (formatted if parts else plain)
