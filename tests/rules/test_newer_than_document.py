"""The rule newer-than-document."""

import datetime

from tests.rules.lintcase import messages

from refkit.lint.settings import Settings


def test_without_a_date_nothing_is_found() -> None:
    """Nothing is reported without a document date."""
    assert messages("DAT226", "@misc{a, year={2025}}") == []


def test_year_of_the_document_is_fine() -> None:
    """A work from the year of the document can be cited."""
    settings = Settings(document_date=datetime.date(2020, 1, 5))
    assert messages("DAT226", "@misc{a, year={2020}} @misc{b, date={2021-01}}", settings) == [
        "`date` is 2021, but the document is from 2020-01-05; correct one of the two"
    ]
