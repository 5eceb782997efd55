"""Citations written by users are parsed into clusters."""

import pytest

from refkit.csl.cite import Cite, Cluster
from refkit.csl.cite_text import (
    keys_as_text,
    locale_labels,
    read_cite,
    read_cluster,
    unknown_labels,
)
from refkit.errors import RefkitError, UnknownChoice

KEYS = {"doe2001", "roe2002", "a, b", "-odd", "x;y z", "gs"}


@pytest.mark.parametrize(
    ("text", "cite"),
    [
        ("doe2001", Cite("doe2001")),
        ("@doe2001", Cite("doe2001")),
        ("doe2001, p. 3", Cite("doe2001", "3", "page")),
        ("doe2001, 3", Cite("doe2001", "3", "page")),
        ("doe2001, pp. 3-4, 7", Cite("doe2001", "3-4, 7", "page")),
        ("doe2001, 12--14", Cite("doe2001", "12--14", "page")),
        ("doe2001, pp. 12--14, 20---22", Cite("doe2001", "12--14, 20---22", "page")),
        ("doe2001, ch. IV--VI, VIII", Cite("doe2001", "IV--VI, VIII", "chapter")),
        ("doe2001, xii", Cite("doe2001", "xii", "page")),
        ("doe2001, ch. 2", Cite("doe2001", "2", "chapter")),
        ("doe2001, chapter two", Cite("doe2001", "two", "chapter")),
        ("doe2001, §5", Cite("doe2001", "5", "section")),
        ("doe2001, vol. 2, and more", Cite("doe2001", "2", "volume", suffix=", and more")),
        ("doe2001, p. 3, emphasis added", Cite("doe2001", "3", "page", suffix=", emphasis added")),
        ("doe2001, passim", Cite("doe2001", suffix=", passim")),
        ("see also doe2001, p. 3", Cite("doe2001", "3", "page", prefix="see also ")),
        ("-doe2001", Cite("doe2001", suppress_author=True)),
        ("see -@doe2001", Cite("doe2001", prefix="see ", suppress_author=True)),
        ("a, b", Cite("a, b")),
        ("-odd", Cite("-odd")),
        ("@{x;y z}", Cite("x;y z")),
        ("@{a, b}, p. 3", Cite("a, b", "3", "page")),
        ("@{doe2001} 3", Cite("doe2001", "3", "page")),
        ("see also @{x;y z}, passim", Cite("x;y z", prefix="see also ", suffix=", passim")),
        ("see -@{x;y z}", Cite("x;y z", prefix="see ", suppress_author=True)),
    ],
)
def test_a_cite_has_prefix_key_locator_and_suffix(text: str, cite: Cite) -> None:
    """A key of the file takes precedence over other readings of its characters."""
    assert read_cite(text, KEYS) == cite


def test_semicolons_stand_between_cites() -> None:
    """A semicolon separates two cites of one citation."""
    assert [cite.id for cite in read_cluster("doe2001, p. 3; roe2002", KEYS).cites] == [
        "doe2001", "roe2002",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("doe2001; see @{x;y z}, p. 3; roe2002", ["doe2001", "x;y z", "roe2002"]),
        ("x;y z", ["x;y z"]),
    ],
)
def test_a_key_can_contain_a_semicolon(text: str, ids: list[str]) -> None:
    """Such a key works in braces, or if the citation contains nothing else."""
    assert [cite.id for cite in read_cluster(text, KEYS).cites] == ids


@pytest.mark.parametrize(
    ("text", "cites", "composite"),
    [
        ("@doe2001", [Cite("doe2001")], True),
        ("@doe2001, p. 3", [Cite("doe2001", "3", "page")], True),
        ("@doe2001 [p. 3; roe2002]", [Cite("doe2001", "3", "page"), Cite("roe2002")], True),
        ("@{x;y z} [3, passim]", [Cite("x;y z", "3", "page", suffix=", passim")], True),
        ("@doe2001 []", [Cite("doe2001")], True),
        ("[@doe2001, p. 3]", [Cite("doe2001", "3", "page")], False),
        ("[see @doe2001; -@roe2002]", [Cite("doe2001", prefix="see "), Cite("roe2002", suppress_author=True)], False),
        ("@doe2001; @roe2002", [Cite("doe2001"), Cite("roe2002")], False),
        ("see @doe2001", [Cite("doe2001", prefix="see ")], False),
        ("@gs: doe2001", [Cite("doe2001", prefix="@gs: ")], False),
        ("doe2001, [sic]", [Cite("doe2001", suffix=", [sic]")], False),
        ("doe2001", [Cite("doe2001")], False),
    ],
)  # fmt: skip
def test_a_cite_that_begins_with_an_at_sign_has_its_author_in_the_sentence(
    text: str, cites: list[Cite], composite: bool
) -> None:
    """As in Pandoc, unless the citation is in brackets or has several cites."""
    assert read_cluster(text, KEYS) == Cluster(cites, composite=composite)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the gs and doe2001", ["the prefix of `doe2001` contains the key `gs`"]),
        ("@gs: doe2001", ["the prefix of `doe2001` contains the key `gs`"]),
        ("doe2001, p. 3, roe2002", ["the suffix of `doe2001` contains the key `roe2002`"]),
        ("doe2001, roe2002", ["the suffix of `doe2001` contains the key `roe2002`"]),
        ("see doe2001, p. 3, emphasis added; roe2002", []),
    ],
)
def test_a_key_in_a_prefix_or_suffix_is_reported(text: str, words: list[str]) -> None:
    """Otherwise the key would appear in the text instead of a cite."""
    advice = "; put `;` between cites"
    assert [*keys_as_text([read_cluster(text, KEYS)], KEYS)] == [word + advice for word in words]


def test_an_unknown_key_in_braces_names_the_nearest() -> None:
    """The error suggests the most similar key, as it does without braces."""
    with pytest.raises(UnknownChoice, match="did you mean `doe2001`"):
        read_cluster("see @{doe2000}, p. 3", KEYS)


def test_an_unknown_key_names_the_nearest() -> None:
    """The error suggests the most similar key."""
    with pytest.raises(UnknownChoice, match="no reference `doe2000`; did you mean `doe2001`"):
        read_cluster("see doe2000, p. 3", KEYS)


@pytest.mark.parametrize("text", ["", ";", "doe2001;", "doe2001;; roe2002"])
def test_a_citation_of_nothing_is_refused(text: str) -> None:
    """Otherwise the output would be an empty pair of brackets."""
    with pytest.raises(RefkitError):
        read_cluster(text, KEYS)


@pytest.mark.parametrize(
    ("text", "label"),
    [("x, pp. 3", "page"), ("x, p. 3", "page"), ("x, vols. 3", "volume"), ("x, §§ 3", "section")],
)
def test_the_longest_label_is_read(text: str, label: str) -> None:
    """Otherwise the rest of a plural would be part of the locator."""
    cite = read_cluster(text, {"x"}).cites[0]
    assert (cite.label, cite.locator) == (label, "3")


@pytest.mark.parametrize(
    ("language", "text", "locator", "label"),
    [
        ("de-DE", "doe2001, Kap. 2", "2", "chapter"),
        ("de-DE", "doe2001, S. 3", "3", "page"),
        ("de", "@{doe2001}, Kapitel zwei", "zwei", "chapter"),
        ("de-DE", "doe2001, chap. 2", "2", "chapter"),
        ("fr-FR", "doe2001, chapitre 2", "2", "chapter"),
    ],
)
def test_labels_can_be_those_of_the_locale(
    language: str, text: str, locator: str, label: str
) -> None:
    """In addition to those in English."""
    cite = read_cluster(text, KEYS, labels=locale_labels(language)).cites[0]
    assert (cite.locator, cite.label, cite.suffix) == (locator, label, "")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("doe2001, Kap. 2", "Kap."),
        ("doe2001, seite. 3", "seite."),
        ("doe2001, passim", None),
        ("doe2001, p. 3, cf. 4", None),
        ("doe2001, and 7 others", None),
    ],
)
def test_unknown_labels_are_reported(text: str, label: str | None) -> None:
    """They are printed as text."""
    said = list(unknown_labels([read_cluster(text, KEYS)]))
    assert [one.split("`")[1] for one in said] == ([label] if label else [])


@pytest.mark.parametrize("text", ["@{doe2001", "see @{doe2001, p. 3", "@{doe2001; roe2002"])
def test_a_key_without_a_closing_brace_is_reported(text: str) -> None:
    """Instead of a reference with such a key."""
    with pytest.raises(RefkitError, match="has a key without a closing brace"):
        read_cluster(text, KEYS)
