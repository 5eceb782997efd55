"""A printed reference and a record are compared by DOI, title, names and numbers."""

import pytest
from tests.text.records.reading import DOE, ROE

from refkit.formats.text.records.match import Printed, identity, matcher
from refkit.model.csl_json import item_from_record

SAME = [
    (DOE, "Doe J, Roe P. The Growth of Seeds in Dark Rooms. J Gard. 2001;12(3):33-9."),
    (DOE, "J. Doe and P. Roe, J. Gard. 12, 33 (2001)."),
    (DOE, "Seeds. https://doi.org/10.1234/SEEDS.1"),
    (DOE, "„The growth of seeds in dark rooms“, in: Journal of Gardens, 2001"),
    (ROE, "ROE, Paul. Stones. Oslo, 1999."),
]
OTHER = [
    (DOE, "Poe, E. (1985). Old ravens. Journal of Birds, 5(2), 11–29."),
    (DOE, "Doe, J. (2001). Other seeds. Journal of Gardens, 12(4), 50–59."),
    (DOE, "Seeds. https://doi.org/10.1234/seeds.12"),
    (ROE, "Doe, J. (1999). Stones and seeds. Oslo."),
    (ROE, "Roe, P. (2003). Stones. Oslo."),
]


def is_printed(record: dict[str, object], text: str) -> bool:
    return matcher(item_from_record(record)[0])(Printed.of(text))


@pytest.mark.parametrize(("record", "text"), SAME)
def test_the_same_work_is_recognized(record: dict[str, object], text: str) -> None:
    assert is_printed(record, text)


@pytest.mark.parametrize(("record", "text"), OTHER)
def test_other_works_are_distinguished(record: dict[str, object], text: str) -> None:
    assert not is_printed(record, text)


def test_copies_of_a_record_have_the_same_identity() -> None:
    first, second = (
        item_from_record(ROE)[0],
        item_from_record({**ROE, "title": "STONES", "id": "x"})[0],
    )
    assert identity(first) == identity(second)


def test_records_without_a_title_have_no_identity() -> None:
    assert identity(item_from_record({"type": "book", "publisher": "P"})[0]) == ""
