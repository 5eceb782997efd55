"""The rule undefined-key."""

from pathlib import Path

import pytest
from tests.rules.lintcase import asked

from refkit import api
from refkit.lint.engine import check
from refkit.lint.options import Request
from refkit.lint.run import run
from refkit.model.library import merged
from refkit.model.source import Source

REFS = (
    "@book{castell2009, title={A}}\n@book{okafor2019, title={B}, ids={okafor19}}\n"
    "@book{lee2015, title={C}}\n@book{smith_2020, title={D}}\n"
)


def messages(**files: str) -> list[str]:
    """Return the messages about files, whose names have `_` for the dot before the ending."""
    named = {".".join(name.rsplit("_", 1)): text for name, text in files.items()}
    libraries = [api.read(Source(text, name)) for name, text in named.items()]
    found = check(merged(libraries), asked("REF232"))
    return [f"{finding.file}:{finding.line}: {finding.message}" for finding in found]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("paper_tex", "\\cite{castell2009,%s}\n\\bibliography{refs}\n"),
        ("paper_tex", "\\textcite{castell2009}\\addbibresource{refs.bib}\\footcite[3]{%s}\n"),
        ("paper_md", "---\nbibliography: refs.bib\n---\nSee [@castell2009; @%s].\n"),
        ("paper_qmd", "---\nbibliography: refs.bib\n---\n@castell2009 and [-@%s, p. 3]\n"),
        ("paper_rst", ":cite:p:`castell2009` :cite:t:`%s`\n\n.. bibliography:: refs.bib\n"),
        ("paper_org", "#+bibliography: refs.bib\n[cite:@castell2009;@%s]\n"),
        ("paper_typ", "@castell2009 @%s\n#bibliography(\"refs.bib\")\n"),
    ],
)  # fmt: skip
def test_key_that_the_list_lacks(name: str, text: str) -> None:
    """It is reported in every syntax, with the key that is probably meant."""
    (message,) = messages(**{name: text % "okafro2019", "refs_bib": REFS})
    assert message.endswith(
        "the key `okafro2019` is cited, but the list lacks it; did you mean `okafor2019`?"
    )
    assert messages(**{name: text % "okafor2019", "refs_bib": REFS}) == []


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("okafro2019", "okafor2019"), ("okfor2019", "okafor2019"), ("okaffor2019", "okafor2019"),
        ("Okafor2019", "okafor2019"), ("okafor-2019", "okafor2019"), ("smith2020", "smith_2020"),
        ("lee2051", "lee2015"), ("lee2015a", "lee2015"), ("castel2009", "castell2009"),
    ],
)  # fmt: skip
def test_suggested_key(key: str, near: str) -> None:
    """Typos, signs and capitals are recognized."""
    (message,) = messages(paper_tex=f"\\cite{{{key}}}\\addbibresource{{refs.bib}}", refs_bib=REFS)
    assert message.endswith(f"did you mean `{near}`?")


@pytest.mark.parametrize("key", ["lee2016", "lee1999", "brandt2009", "x", "okafor"])
def test_key_without_a_suggestion(key: str) -> None:
    """Another year is another work."""
    (message,) = messages(paper_tex=f"\\cite{{{key}}}\\bibliography{{refs}}", refs_bib=REFS)
    assert message.endswith("; add the entry or correct the key")


@pytest.mark.parametrize(
    "files",
    [
        {"paper_tex": "\\cite{okafor19}\\bibliography{refs}"},  # an alias
        {"paper_tex": "\\cite{Lee2015}\\bibliographystyle{plain}\\bibliography{refs}"},  # BibTeX ignores the case
        {"paper_tex": "\\cite{nope}\\bibliography{refs,missing}"},
        {"paper_tex": "\\cite{nope}\\input{missing}\\bibliography{refs}"},
        {"paper_tex": "\\cite{nope}\\cite{\\key}\\bibliography{refs}"},
        {"paper_tex": "\\cite{nope}\\input{part}\\bibliography{refs}", "part_tex": "\\bibitem{nope} A"},
        {"paper_tex": "\\cite{nope}\\bibliography{refs,more}", "more_bib": "@book{nope, title={X}}"},
        {"paper_tex": "\\begin{refsection}[refs.bib]\\cite{lee2015}\\end{refsection}"
                      "\\begin{refsection}[more.bib]\\cite{nope}\\end{refsection}",
         "more_bib": "@book{nope, title={X}}"},
        {"paper_tex": "\\bibliography{refs}\\verb|\\cite{nope}| % \\cite{nope}"},
        {"paper_md": "Hello @someone, this names no list.\n"},
        {"paper_md": "---\nbibliography: refs.bib\n---\nSee @fig-one, a@b.org and `@nope`.\n"},
        {"paper_md": "---\nreferences:\n- id: nope\n  title: X\n---\nSee @nope.\n"},
        {"paper_typ": "= One <nope>\n@nope @lee2015 #bibliography(\"refs.bib\")\n"},
        {"a_tex": "\\cite{lee2015}\\bibliography{refs}", "b_tex": "\\cite{nope}\\bibliography{more}",
         "more_bib": "@book{nope, title={X}}"},
        {"paper_tex": "\\cite{nope}\\bibliography{refs,broken}", "broken_bib": "@book{x, title={X\n"},
    ],
)  # fmt: skip
def test_key_that_may_be_listed(files: dict[str, str]) -> None:
    """Nothing is reported if the list has the key, or if not all keys are known."""
    assert messages(**files, refs_bib=REFS) == []


def test_lists_of_the_run() -> None:
    """A document that names no list has those that are named with it."""
    (message,) = messages(paper_md="[@lee2015; @nope]\n", refs_bib=REFS)
    assert "`nope`" in message


def test_first_place_in_each_document() -> None:
    """A key that is cited again is reported once for each document."""
    found = messages(
        paper_tex="\\cite{nope}\n\\cite{nope}\\input{part}\\bibliography{refs}",
        part_tex="\n\\cite{nope}",
        refs_bib=REFS,
    )
    assert [message.partition(" the key")[0] for message in found] == [
        "paper.tex:1:",
        "part.tex:2:",
    ]
    assert "`nope` is cited 2 times" in found[0]


def test_case_of_a_key_matters_to_biber() -> None:
    (message,) = messages(paper_tex="\\cite{Lee2015}\\addbibresource{refs.bib}", refs_bib=REFS)
    assert message.endswith("did you mean `lee2015`?")


def test_parts_and_lists_of_a_document_are_followed(tmp_path: Path) -> None:
    """A run that names the main document checks its parts against the lists in its folder."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.tex").write_text("\\cite{okafro2019}", encoding="utf-8")
    (tmp_path / "refs.bib").write_text(REFS, encoding="utf-8")
    paper = tmp_path / "paper.tex"
    paper.write_text("\\cite{lee2015}\\include{parts/one}\\bibliography{refs}", encoding="utf-8")
    (finding,) = run(
        Request((str(paper),), select=("REF232",), cache=False, isolated=True)
    ).findings
    assert (finding.file, finding.line) == (str(tmp_path / "parts" / "one.tex"), 1)
