"""Letters and papers in archives."""

import pytest
from tests.text.marked import item


@pytest.mark.parametrize(
    ("marked", "archive", "papers", "shelf"),
    [
        ("<author|Marsh, E.> <title|Letter to Ruth Marsh>, <date|June 4, 1871>. <title|Box 12, folder 3. Marsh "
         "Papers>. <publisher|Dorset Record Office>.",
         "Dorset Record Office", "Marsh Papers", "Box 12, folder 3"),
        ("<author|Holt, A.> <title|Notes>, <date|1911>. <note|MS 221>, <publisher|Holt Papers. Special Collections, "
         "University of Leeds>.",
         "Special Collections", "Holt Papers", "MS 221"),
        ("<author|Rat der Stadt>, <title|Brief an den Müller>, <date|3. Mai 1688>, <container-title|Staatsarchiv "
         "Bremen, Bestand> <volume|7>, <issue|12>.",
         "Staatsarchiv Bremen", "", "Bestand 7, 12"),
        ("<author|Conseil>, <title|Délibération>, <date|1791>, <container-title|Archives départementales de "
         "l'Oise>, <volume|1Q> <pages|443>.",
         "Archives départementales de l'Oise", "", "1Q 443"),
        ("<author|Holt, Ada. Diary>, <date|1911>. <note|Box 2>. <publisher|Holt Papers>.", "", "Holt Papers", "Box 2"),
    ],
)  # fmt: skip
def test_where_a_work_lies(marked: str, archive: str, papers: str, shelf: str) -> None:
    """The archive, the collection and the location in it are distinguished."""
    found = item(marked)
    assert (found.type, found.archive.split(",")[0], found.archive_collection, found.archive_location) == (
        "manuscript", archive, papers, shelf,
    )  # fmt: skip


@pytest.mark.parametrize(
    "marked",
    [
        "<author|Ash, B.> <title|Tides of the state>. <publisher|National Archives of Ebb>, <date|2004>.",
        "<author|Ash, B.> <title|Tides>. <container-title|Oxford Tidal Papers>, <volume|62>, "
        "<issue|No. 4>, <pages|7–9>.",
        "<author|Ash, B.> <title|The past: Special Collections in the age of tides>. <publisher|Sage>, <date|2004>.",
    ],
)
def test_archives_publish_and_are_written_about(marked: str) -> None:
    """No location in an archive is given."""
    assert item(marked).type != "manuscript"
