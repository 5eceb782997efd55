"""Locators after cite keys are those that Pandoc reads."""

import pytest

from refkit.documents.citations._roles import can_be_in_role, role_cites, role_kind
from refkit.model.locators import read_locator


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (", p. 3", ("page", "3", "")),
        (", pp. 33-35 and *passim*", ("page", "33-35", " and *passim*")),
        ("{ii, A, D-Z}, with a suffix", ("page", "ii, A, D-Z", ", with a suffix")),
        (", {pp. iv, vi-xi, (xv)-(xvii)} with suffix here", ("page", "iv, vi-xi, (xv)-(xvii)", " with suffix here")),
        ("{}, 99 years later", ("", "", ", 99 years later")),
        (" 3", ("page", "3", "")),
        (", 33, 35-37, and nowhere else", ("page", "33, 35-37", ", and nowhere else")),
        (", p. xii", ("page", "xii", "")),
        (", p. a", ("", "", ", p. a")),
        (", §5", ("section", "5", "")),
        (", p.3", ("page", "3", "")),
        (", pp.~3--5", ("page", "3--5", "")),
        (", pp. 3 and 5", ("page", "3 and 5", "")),
        (", 123(4)a-8", ("page", "123(4)a-8", "")),
        (", vol. 2, p. 3", ("volume", "2", ", p. 3")),
        (", fig. A", ("figure", "A", "")),
        (", p. 3: a claim", ("page", "3", ": a claim")),
        (", p. 12:3", ("page", "12:3", "")),
        (", s.v. love, and more", ("sub-verbo", "love", ", and more")),
        (", note that 3 is enough", ("", "", ", note that 3 is enough")),
        (", paragraph 3(a)(ii)", ("paragraph", "3(a)(ii)", "")),
        (", roe2002", ("", "", ", roe2002")),
        (", i think", ("", "", ", i think")),
        ("{p. 3", ("", "", "{p. 3")),
        ("", ("", "", "")),
    ],
)  # fmt: skip
def test_label_locator_and_suffix(text: str, expected: tuple[str, str, str]) -> None:
    """The suffix is as written."""
    assert read_locator(text) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cite", "parenthetical"), ("cite:p", "parenthetical"), ("cite:ps", "parenthetical"), ("cite:t", "narrative"),
        ("cite:cts", "narrative"), ("citet", "narrative"), ("cite:alp", "bare"), ("cite:yearpar", "no-author"),
        ("cite:year", "year-only"), ("cite:authors", "author-only"), ("cite:empty", "nocite"), ("footcite", "note"),
        ("footcite:t", "note"), ("fullcite", "full"), ("cite:x", None), ("ref", None), ("cited", None),
    ],
)  # fmt: skip
def test_kinds_of_roles(name: str, kind: str | None) -> None:
    """Roles that do not cite have none."""
    assert role_kind(name) == kind


def test_the_plain_role_has_the_kind_of_its_syntax() -> None:
    """MyST's own parser differs from sphinxcontrib-bibtex."""
    assert role_kind("cite", plain="narrative") == "narrative"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", [("a", "", "", "")]),
        ("a,b ; c d", [("a", "", "", ""), ("b", "", "", ""), ("c d", "", "", "")]),
        ("{see}a{p. 3},\n{also, in}b{and more}", [("a", "see", "3", ""), ("b", "also, in", "", "and more")]),
        ("{see a, b", [("b", "", "", "")]),
        (",,", []),
        ("", []),
    ],
)  # fmt: skip
def test_cites_of_a_role(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    """A cite without a key is skipped, and its neighbors are read."""
    cites = role_cites(f"x{text}x", 1, 1 + len(text))
    assert [(c.key, c.prefix, c.locator, c.suffix) for c in cites] == expected
    assert all(f"x{text}x"[slice(*cite.span)] == cite.key for cite in cites)


@pytest.mark.parametrize(
    ("key", "possible"), [("a:b/c", True), ("a b", True), ("a,b", False), ("a{b", False), ("", False), ("a`", False)]
)  # fmt: skip
def test_keys_that_roles_can_contain(key: str, possible: bool) -> None:
    """Other characters would end the key."""
    assert can_be_in_role(key) is possible
