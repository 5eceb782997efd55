"""Access dates in the future; the tests treat 22 November 2026 as today."""

import pytest
from tests.rules.lintcase import quoted


@pytest.mark.parametrize("date", ["2039-01-05", "2026-11-24", "2026-12", "5 January 2039"])
def test_access_in_the_future_is_found(date: str) -> None:
    """The date is compared to the precision that it has."""
    assert quoted("DAT105", f"@misc{{a, urldate={{{date}}}}}") == [date]


@pytest.mark.parametrize("date", ["2026-11-22", "2026-11-23", "2026", "2008-02-09", "last week"])
def test_access_until_today_passes(date: str) -> None:
    """Words cannot be compared with a date, and in some time zones it is already tomorrow."""
    assert quoted("DAT105", f"@misc{{a, urldate={{{date}}}}}") == []


@pytest.mark.parametrize(
    ("fields", "marked"),
    [
        ("note={Accessed: 2031-03-02}", "2031-03-02"),
        ("note={Accessed 2 March 2031}", "2 March 2031"),
        ("note={[Online; accessed 13/04/2031]}", "13/04/2031"),
        ("note={Last accessed on March 2nd, 2031.}", "March 2nd, 2031"),
        ("note={Accessed~2~March~2031}", "2~March~2031"),
        ("note={retrieved March 2031 from the archive}", "March 2031"),
        ("note={[cited 2031 Mar 3]}", "2031 Mar 3"),
        ("howpublished={\\url{https://a.org}, visited 2031}", "2031"),
        ("addendum={Zugriff am 12.03.2031}", "12.03.2031"),
        (r"""note={abgerufen am 12. M{\"a}rz 2031}""", r"""abgerufen am 12. M{\"a}rz 2031"""),
        ("note={abgerufen am 12. März 2031}", "12. März 2031"),
        ("note={consulté le 12 mars 2031}", "12 mars 2031"),
        ("note={Consultado el 12 de marzo de 2031}", "12 de marzo de 2031"),
        ("note={ultimo accesso: 12 marzo 2031}", "12 marzo 2031"),
        ("url={https://a.org/ (accessed 2031-01-01)}", "2031-01-01"),
        ("urldate={Accessed 12 May 2031}", "Accessed 12 May 2031"),
        ("lastchecked={2031-01-01}", "2031-01-01"),
        ("urlaccessdate={May 2031}", "May 2031"),
        ("note={Accessed 2020-03-02}", ""),
        ("note={Cited by 2031 articles}", ""),
        ("note={Accessible in 2031}", ""),
        ("howpublished={\\url{https://a.org/2031}}", ""),
    ],
)
def test_dates_in_words(fields: str, marked: str) -> None:
    """The date is found after a word for access, in several languages and fields."""
    assert quoted("DAT105", f"@misc{{a, {fields}}}") == ([marked] if marked else [])
