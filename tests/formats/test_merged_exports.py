"""The exports of one search from three databases become one list, without losing titles, abstracts or authors."""

import csv
import io
from pathlib import Path

import pytest

import refkit

PUBMED = """PMID- 31234567
OWN - NLM
IS  - 0317-8471 (Print)
VI  - 50
IP  - 3
DP  - 2019 Mar
TI  - Salt in the diets of sailors: a cohort study.
PG  - 697-704
LID - 10.5555/salt.7 [doi]
AB  - BACKGROUND: Salt is
      everywhere. RESULTS: It is.
FAU - Alder, Ines M
AU  - Alder IM
FAU - Birk, Jon
AU  - Birk J
LA  - eng
PT  - Journal Article
TA  - J Salt
JT  - Journal of salt
"""
EMBASE = """TY  - JOUR
T1  - Brine in coastal wells
A1  - Cole A.
A1  - Drum B.E.
Y1  - 2018//
N2  - Wells near the sea were sampled.
KW  - brine
JF  - Water Letters
JA  - Water Lett.
VL  - 12
IS  - 4
SP  - 201
EP  - 210
SN  - 1050-124X (electronic)
M1  - (Cole, Drum) Department of Wells, Oslo, Norway
DB  - Embase
L2  - http://dx.doi.org/10.5555/brine.12
DO  - 10.5555/brine.12
ER  -

"""
CINAHL = """TY  - JOUR
ID  - 129876543
T1  - Nurses and the sea: A survey
AU  - Elm, Freya
AU  - Fern, Gil
Y1  - 2017/11//Nov2017
N1  - Accession Number: 129876543. Language: English.
N2  - Objective: To ask nurses about the sea.
JO  - Nursing at Sea
JF  - Nursing at Sea
VL  - 7
IS  - 11
SP  - 33
EP  - 41
DP  - EBSCOhost
DB  - cin20
ER  -
"""
TITLES = [
    "Salt in the diets of sailors: a cohort study",
    "Brine in coastal wells",
    "Nurses and the sea: A survey",
]
ABSTRACTS = [
    "BACKGROUND: Salt is everywhere. RESULTS: It is.", "Wells near the sea were sampled.",
    "Objective: To ask nurses about the sea.",
]  # fmt: skip
AUTHORS = [["Alder, Ines M", "Birk, Jon"], ["Cole, A.", "Drum, B.E."], ["Elm, Freya", "Fern, Gil"]]


@pytest.fixture
def exports(tmp_path: Path) -> list[Path]:
    """The three files."""
    texts = {"pubmed.nbib": PUBMED, "embase.ris": EMBASE, "cinahl.ris": CINAHL}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in texts]


@pytest.mark.parametrize(
    "to", ["bibtex", "biblatex", "ris", "nbib", "refer", "endnote-xml", "csl-json", "zotero-json"]
)
def test_every_title_abstract_and_author_is_there(exports: list[Path], to: str) -> None:
    """In each format that is read again."""
    converted = refkit.convert(exports, to)
    assert list(converted.faults) == []
    library = refkit.loads(converted.text, format=to)
    assert [item.title for item in library] == TITLES
    assert [item.abstract for item in library] == ABSTRACTS
    assert [[name.inverted() for name in item.author] for item in library] == AUTHORS


def test_the_table_has_them_too(exports: list[Path]) -> None:
    """One row for each reference."""
    rows = list(csv.DictReader(io.StringIO(refkit.convert(exports, "csv").text)))
    assert [row["title"] for row in rows] == TITLES
    assert [row["abstract"] for row in rows] == ABSTRACTS
    assert [row["author"].split("; ") for row in rows] == AUTHORS
