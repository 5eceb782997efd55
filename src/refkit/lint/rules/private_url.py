"""The URL works only for you.

A file on your computer, an address of the proxy of a library, a list of search results or a mailbox cannot be
opened by readers.

Example:

    @misc{moor2015,
      title = {Heather Maps},
      year = {2015},
      url = {https://heather-example-net.ezproxy.university.edu/maps},
    }

Use instead:

    @misc{moor2015,
      title = {Heather Maps},
      year = {2015},
      url = {https://heather.example.net/maps},
    }

Fix: none, because the address for others cannot be derived with certainty.
Source: the address forms of EZproxy, WebVPN and search engines.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.item_facts import field_name
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_HOST = r"https?://(?:[\w-]+\.)*"
_KINDS = {
    "is a file on your computer": lazy_pattern(r"(?i)file:"),
    "leads through the proxy of a library": lazy_pattern(
        rf"(?i){_HOST}(?:(?:ez-?proxy|lib-?proxy|libproxy|eproxy|webvpn|remotexs)[\w-]*\.[\w-]+|proxy\d*\.(?:lib|library|bib))\."
        rf"|{_HOST}(?:idm\.oclc\.org|eui\.idm\.oclc\.org)(?:[/:?#]|$)"
        r"|https?://[\w.-]+/login\?q?url=https?(?:://|%3a)"
    ),
    "is a list of search results": lazy_pattern(
        r"(?i)https?://(?:www\.|scholar\.)?google\.[a-z.]{2,6}/(?:search|url|scholar(?:_url)?)\?"
        r"|https?://(?:www\.)?(?:bing\.com/search|duckduckgo\.com/|baidu\.com/s|yandex\.(?:ru|com)/search/?)\?"
    ),
    "is your mailbox": lazy_pattern(
        r"(?i)https?://(?:mail\.google\.com|outlook\.(?:live|office(?:365)?)\.com)/"
    ),
}


@rule("IDS235", "private-url", severity="warning", variables=("URL",))
def private_url(item: Item, context: Context) -> Iterator[Finding]:
    """Report addresses of files, proxies, searches and mailboxes."""
    address = item.text["URL"].strip()
    for kind, pattern in _KINDS.items():
        if pattern.match(address):
            message = f"{shown(address)} in `{field_name(item, 'URL')}` {kind}; give the address for readers"
            yield Finding(item.place("URL"), message)
            return
