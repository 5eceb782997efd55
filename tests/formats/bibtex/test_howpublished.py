"""`howpublished` is an address, a publisher, or an address with words next to it."""

from __future__ import annotations

import pytest

import refkit
from refkit.model.item import Item


def item(value: str, more: str = "") -> Item:
    return refkit.loads(f"@misc{{m, title={{T}}, howpublished={{{value}}}{more}}}")[0]


@pytest.mark.parametrize(
    "value",
    [
        r"\url{http://a.org/x_y/}",
        r"{\url{http://a.org/x_y/}}",
        r"Available at \url{http://a.org/x_y/}",
        r"Online: \url{http://a.org/x_y/}",
        r"[Online]. Available: http://a.org/x\_y/.",
        r"Web page, \path{http://a.org/x_y/}",
        r"\href{http://a.org/x_y/}{http://a.org/x\_y/}",
        r"\href{http://a.org/x_y/}{online}",
        r"Verf\"ugbar unter \url{http://a.org/x_y/}",
        r"Disponible sur : \url{http://a.org/x_y/}",
        r"Disponible en línea: \url{http://a.org/x_y/}",
        r"Disponibile su \url{http://a.org/x_y/}",
        r"Disponível em: \url{http://a.org/x_y/}",
        r"Beschikbaar op \url{http://a.org/x_y/}",
        r"Режим доступа: http://a.org/x_y/",
    ],
)
def test_words_that_introduce_an_address_are_no_publisher(value: str) -> None:
    """In many languages."""
    found = item(value)
    assert (found.text["URL"], "publisher" in found.text, found.custom) == (
        "http://a.org/x_y/",
        False,
        {},
    )


@pytest.mark.parametrize(
    ("value", "publisher"),
    [
        (r"GitHub repository, \url{http://a.org}", "GitHub repository"),
        (r"\href{http://a.org}{The {Long} Blog}", "The Long Blog"),
        (r"\url{http://a.org} Version 2", "Version 2"),
        (r"Priv{\"a}tdruck", "Privätdruck"),
    ],
)
def test_other_words_are_the_publisher(value: str, publisher: str) -> None:
    assert item(value).text["publisher"] == publisher


@pytest.mark.parametrize(
    "value",
    [
        r"\url{http://a.org}, Accessed: 2010-09-30",
        r"\url{http://a.org} (accessed 30 September 2010)",
        r"[Online; accessed 30-September-2010] \url{http://a.org}",
        r"Zugriff am 30.09.2010: \url{http://a.org}",
    ],
)
def test_a_date_of_access_beside_an_address_is_read(value: str) -> None:
    found = item(value)
    start = found.dates["accessed"].start
    assert start is not None
    assert ((start.year, start.month, start.day), "publisher" in found.text) == (
        (2010, 9, 30),
        False,
    )


def test_the_address_in_url_is_not_repeated() -> None:
    """Another address stays."""
    same = item(r"Available at \url{http://a.org}", ", url={http://a.org}")
    other = item(r"Available at \url{http://b.org}", ", url={http://a.org}")
    assert "publisher" not in same.text
    assert (other.text["URL"], "http://b.org" in other.text["publisher"]) == ("http://a.org", True)
