"""The rule private-url."""

import pytest
from tests.rules.lintcase import messages


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("file:///C:/Users/ida/buoys.pdf", "a file"),
        ("file://localhost/buoys.pdf", "a file"),
        ("https://www-sciencedirect-com.ezproxy.uni.edu/science/article/pii/S1", "proxy"),
        ("https://ezproxy.library.uni.edu/login?url=https://www.jstor.org/stable/1", "proxy"),
        ("http://0-www.jstor.org.libproxy2.uni.edu/stable/1", "proxy"),
        ("https://go.openathens.net.eui.idm.oclc.org/x", "proxy"),
        ("https://webvpn.uni.edu.cn/https/x", "proxy"),
        ("https://search.uni.edu/login?qurl=https%3A%2F%2Fjstor.org", "proxy"),
        ("https://www.google.com/search?q=buoys", "search"),
        ("https://scholar.google.de/scholar?hl=de&q=buoys", "search"),
        ("https://www.google.co.uk/url?sa=t&url=https://buoys.net", "search"),
        ("https://www.bing.com/search?q=buoys", "search"),
        ("https://mail.google.com/mail/u/0/#inbox/x", "mailbox"),
    ],
)
def test_addresses_of_one_reader_are_found(url: str, kind: str) -> None:
    """The message names the kind of the address."""
    assert [kind in message for message in messages("IDS235", f"@misc{{a, url={{{url}}}}}")] == [
        True
    ]


@pytest.mark.parametrize(
    "url",
    [
        "https://books.google.com/books?id=x",
        "https://scholar.google.com/citations?user=x",
        "https://ezproxy.org",
        "https://www.oclc.org/en/ezproxy.html",
        "https://buoys.net/search?q=a",
        "https://proxy.com/x",
        "https://files.org/file:x",
        "https://github.com/nginx/proxy",
        "https://patents.google.com/patent/US1",
    ],
)
def test_addresses_for_all_pass(url: str) -> None:
    """Works about proxies, and pages of search engines that are not lists of results."""
    assert messages("IDS235", f"@misc{{a, url={{{url}}}}}") == []
