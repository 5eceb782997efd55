"""The rule contact-in-name."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "author",
    [
        "Tom Okafor tom@tides.org", "Okafor, Tom (tom@tides.org)", "Okafor, Tom <tom@tides.org>",
        "Okafor, Tom, tom.o@uni-ulm.de", "Okafor, Tom https://tides.org", "{https://tides.org}",
        "Okafor, Tom (0000-0002-1825-0097)", "Tom Okafor 0000-0002-1825-009X",
        "Okafor, Tom, ORCID: 0000-0002-1825-0097", "Tom Okafor [at] tides.org", "www.tides.org",
        "Okafor, Tom www.tides.org",
    ],
)  # fmt: skip
def test_addresses_are_found(author: str) -> None:
    """E-mail addresses, links and ORCID iDs are reported, also in organizations."""
    assert quoted("NAM232", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    [
        "Okafor, Tom", "{www.gov.uk}", "{Booking.com}", "{H@bitat}", "Okafor-Roe, T.-J.", "{Stichting 0800-1234}",
    ],
)  # fmt: skip
def test_names_of_sites_are_fine(author: str) -> None:
    """A site may have its address as its name."""
    assert messages("NAM232", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []
