"""The CSL test suite, if its fixtures are available: a fixture that passed once must still pass."""

import os
from pathlib import Path

import pytest
from tests.csl.suite import run_folder, try_fixture

HERE = Path(__file__).parent
CASES = Path(os.environ.get("REFKIT_CASES", HERE.parents[2] / "shared" / "cases"))

MINIMAL = """>>===== MODE =====>>
{mode}
<<===== MODE =====<<
>>===== RESULT =====>>
{result}
<<===== RESULT =====<<
>>===== CSL =====>>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><id/><title/><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout delimiter="; "><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>
<<===== CSL =====<<
>>===== INPUT =====>>
[{{"id": "a", "type": "book", "title": "Alpha"}}, {{"id": "b", "type": "book", "title": "Beta"}}]
<<===== INPUT =====<<
{more}"""
LISTS = """>>===== CITATION-ITEMS =====>>
[[{"id": "b"}], [{"id": "b"}, {"id": "a"}]]
<<===== CITATION-ITEMS =====<<"""
DOCUMENT = """>>===== CITATIONS =====>>
[[{"citationID": "one", "citationItems": [{"id": "a"}]}, [], []],
 [{"citationID": "two", "citationItems": [{"id": "b"}]}, [["one", 0]], []]]
<<===== CITATIONS =====<<"""
BARE_DOCUMENT = """>>===== CITATIONS =====>>
[[{"id": "a"}, {"id": "b"}], [{"citationItems": [{"id": "b"}]}]]
<<===== CITATIONS =====<<"""
HASKELL = """>>===== CITATIONS =====>>
[{"citationItems": [{"id": "c", "itemData": {"id": "c", "type": "book", "title": "Own"}}],
  "citationPrefix": "see ", "citationSuffix": " here", "citationResetPosition": true}]
<<===== CITATIONS =====<<"""
TWO_MEMBERS = """>>===== CITATIONS =====>>
[[{"citationID": "one", "citationItems": [{"id": "a"}]}, []],
 [{"citationID": "two", "citationItems": [{"id": "b"}]}, [["one", 0]]]]
<<===== CITATIONS =====<<"""
SECTION = """>>===== BIBSECTION =====>>
{"include": [{"field": "title", "value": "Beta"}]}
<<===== BIBSECTION =====<<"""
QUASHED = """>>===== BIBSECTION =====>>
{"quash": [{"field": "type", "value": "book"}, {"field": "title", "value": "Alpha"}]}
<<===== BIBSECTION =====<<"""
ABBREVIATED = """>>===== ABBREVIATIONS =====>>
{"default": {"title": {"Alpha": "A", "Beta": "B"}}}
<<===== ABBREVIATIONS =====<<"""
UNCITED = """>>===== BIBENTRIES =====>>
[["a", "b"], ["b"]]
<<===== BIBENTRIES =====<<"""
BETA = """<div class="csl-bib-body">
  <div class="csl-entry">Beta</div>
</div>"""
ENTRIES = """<div class="csl-bib-body">
  <div class="csl-entry">Alpha</div>
  <div class="csl-entry">Beta</div>
</div>"""


@pytest.mark.parametrize("folder", ["csl-suite", "csl-peers"])
def test_what_passed_still_passes(folder: str) -> None:
    """No fixture of the ratchet fails; the CSL suite and the peers' own fixtures have one each."""
    if not (CASES / folder).is_dir():
        pytest.skip("the fixtures are not at hand")
    ratchet = HERE / ("ratchet.txt" if folder == "csl-suite" else f"ratchet-{folder}.txt")
    failed = {one.name for one in run_folder(CASES / folder) if not one.passed}
    assert failed & set(ratchet.read_text(encoding="utf-8").split()) == set()


@pytest.mark.parametrize(
    ("mode", "more", "result"),
    [
        ("citation", "", "Alpha; Beta"),
        ("citation", LISTS, "Beta\nBeta; Alpha"),
        ("citation", DOCUMENT, "..[0] Alpha\n>>[1] Beta"),
        ("citation", BARE_DOCUMENT, "Alpha; Beta\nBeta"),
        ("citation", HASKELL, "see Own here"),
        ("citation", TWO_MEMBERS, "..[0] Alpha\n>>[1] Beta"),
        ("bibliography", "", ENTRIES),
        ("bibliography", SECTION, BETA),
        ("bibliography", QUASHED, BETA),
        ("bibliography", UNCITED, BETA),
    ],
)
def test_the_runner_reads_every_kind_of_fixture(
    tmp_path: Path, mode: str, more: str, result: str
) -> None:
    """Fixtures contain lists of cites, documents or plain items, for citations or bibliographies."""
    fixture = tmp_path / "own.txt"
    fixture.write_text(MINIMAL.format(mode=mode, more=more, result=result), encoding="utf-8")
    assert try_fixture(fixture).output.strip() == result


def test_the_runner_uses_abbreviations_and_options(tmp_path: Path) -> None:
    """Short forms come from the fixture, and so does the wish for links."""
    options = """>>===== OPTIONS =====>>
    {"linkBibliography": true}
    <<===== OPTIONS =====<<"""
    text = MINIMAL.format(mode="bibliography", more=ABBREVIATED + options, result="x")
    text = text.replace('variable="title"', 'variable="title" form="short"')
    text = text.replace('"title": "Alpha"', '"title": "Alpha", "URL": "https://x.org"')
    (tmp_path / "own.txt").write_text(text, encoding="utf-8")
    assert '<a href="https://x.org">A</a>' in try_fixture(tmp_path / "own.txt").output


def test_the_runner_survives_a_broken_fixture(tmp_path: Path) -> None:
    """An unreadable style is a failure with its error; the run continues."""
    (tmp_path / "own.txt").write_text(
        MINIMAL.format(mode="citation", more="", result="x").replace("<citation>", "<cit"),
        encoding="utf-8",
    )
    (outcome,) = run_folder(tmp_path)
    assert (outcome.passed, "StyleError" in outcome.error) == (False, True)
