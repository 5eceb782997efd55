"""The rule lost-in-style: facts that a style does not print, found by rendering the entry."""

import pytest
from tests.rules.lintcase import findings, messages, options, quoted

from refkit.api import loads, lost_by
from refkit.lint.engine import check
from refkit.lint.settings import Settings

EID = (
    "@article{k, author={Roe, Ann}, title={Small things}, journaltitle={Nat. Commun.}, "
    "volume={7}, eid={10535}, date={2016}}"
)
VENUE = (
    "@inproceedings{k, author={Roe, Ann}, title={Slot antennas}, booktitle={Proc. ECOC}, "
    "venue={Boston, MA}, year=1985, pages={1--4}}"
)
THESIS = (
    "@phdthesis{k, author={Roe, Ann}, title={On worry}, type={Doctoral dissertation}, "
    "institution={University of Oslo}, publisher={Oslo Repository}, year=2016}"
)
WEB = (
    "@online{k, title={Travel information}, organization={Centers for Health}, "
    "date={2016-01-26}, url={https://x.example/t}, urldate={2019-06-18}}"
)
LEAFLET = (
    "@misc{k, author={Roe, Ann}, title={On worry}, "
    "howpublished={Handed out at a meeting}, year=2016}"
)
REPORT = (
    "@techreport{k, author={Roe, Ann}, title={On worry}, institution={NASA}, "
    "number={TM-3}, year=2020}"
)
SOFTWARE = (
    "@software{k, author={Roe, Ann}, title={Tool}, version={1.2.3}, year=2020, "
    "url={https://x.example/p}}"
)


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        (EID, "nature", ["10535"]),
        (EID, "apa", []),
        (EID.replace("volume", "pages={1--9}, volume"), "nature", []),
        (VENUE, "ieee", ["Boston, MA"]),
        (VENUE.replace("venue={Boston, MA}, ", ""), "ieee", []),
        (THESIS, "apa", ["University of Oslo"]),
        (THESIS.replace("publisher={Oslo Repository}, ", ""), "apa", []),
        (WEB, "american-medical-association", ["Centers for Health"]),
        (WEB, "apa", []),
        (LEAFLET, "nature", ["Handed out at a meeting"]),
        (LEAFLET, "apa", []),
        (SOFTWARE, "ieee", ["1.2.3"]),
    ],
)
def test_a_fact_is_reported_if_the_style_does_not_print_it(
    text: str, style: str, expected: list[str]
) -> None:
    assert quoted("REQ222", text, options(f"style={style}")) == expected


def test_without_a_style_nothing_is_lost() -> None:
    assert messages("REQ222", EID) == []


def test_several_facts_are_one_finding_at_the_first() -> None:
    assert messages("REQ222", REPORT, options("style=nature")) == [
        "style `nature` does not print `institution` (`NASA`) and `number` (`TM-3`); "
        "move them to a field that the style prints, or use another style"
    ]
    assert quoted("REQ222", REPORT, options("style=nature")) == ["NASA"]


@pytest.mark.parametrize(
    "extra",
    [
        "abstract={Words}",
        "keywords={salt}",
        "issn={0000-0019}",
        "language={english}",
        "note={My copy}",
        "series={Lecture Notes}",
        "address={Oslo}",
        "number={4}",
        "publisher={Sea Press}",
        "shorttitle={Small}",
        "urldate={2019-06-18}",
    ],
)
def test_a_fact_that_readers_do_not_need_is_not_reported(extra: str) -> None:
    text = EID.replace("eid={10535}", f"pages={{1--9}}, {extra}")
    assert messages("REQ222", text, options("style=nature")) == []


def test_a_publisher_that_is_also_the_author_is_not_lost() -> None:
    """APA prints the name once."""
    text = "@book{k, author={{Sea Press}}, title={Salt}, publisher={Sea Press}, year=2015}"
    assert messages("REQ222", text, options("style=apa")) == []


def test_an_abbreviated_journal_is_not_lost() -> None:
    journal = "journaltitle={Nature Communications}, shortjournal={Nat. Commun.}"
    text = EID.replace("journaltitle={Nat. Commun.}", journal)
    assert messages("REQ222", text, options("style=ieee")) == []


def test_a_link_is_lost_only_if_no_link_is_printed() -> None:
    text = SOFTWARE.replace("version={1.2.3}, ", "")
    assert quoted("REQ222", text, options("style=nature")) == ["https://x.example/p"]
    assert messages("REQ222", text, options("style=apa")) == []


def test_a_fact_of_csl_json_is_reported_at_its_value() -> None:
    text = (
        '[{"id": "k", "type": "article-journal", "title": "T", "container-title": "J", '
        '"volume": "7", "number": "10535"}]'
    )
    library = loads(text, format="csl-json")
    settings = Settings(select=("REQ222",), style="nature", losses=lost_by("nature"))
    spans = [library.sources[0].slice(finding.span) for finding in check(library, settings)]
    assert spans == ["10535"]


def test_the_whole_first_fact_is_marked() -> None:
    finding = findings("REQ222", THESIS, options("style=nature"))[0]
    assert "`type`" in finding.message
    assert "`institution`" in finding.message
    assert finding.key == "k"
