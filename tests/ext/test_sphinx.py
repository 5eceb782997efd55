"""Sphinx projects with citations in CSL styles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

pytest.importorskip("sphinx", reason="the extra `sphinx` is not installed")

from sphinx.cmd.build import build_main

BIB = r"""
@book{doe2001, author={Jane van Doe}, title={Old \emph{stones}}, year=2001, publisher={Hill}}
@book{doe2001b, author={Jane van Doe}, title={Stones again}, year=2001, publisher={Hill}}
@article{roe1999, author={Roe, Paul and Poe, Ann}, title={Seeds}, journal={J. Gard.}, year=1999, volume=3,
  doi={10.1234/abc}}
@book{unused, author={Una Used}, title={Not cited}, year=1990, publisher={Hill}}
"""
Settings = Mapping[str, object] | None
LIST = "\n\n.. bibliography::\n"


class Site:
    """A Sphinx project in a folder."""

    def __init__(self, folder: Path, style: str = "apa", settings: Settings = None) -> None:
        self.folder = folder
        values: dict[str, object] = {
            "extensions": ["refkit.ext.sphinx"],
            "refkit_bibliography": ["refs.bib"],
            "refkit_style": style,
            **(settings or {}),
        }
        conf = "".join(f"{name} = {value!r}\n" for name, value in values.items())
        self.write({"conf.py": conf, "refs.bib": BIB})

    def write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def build(self, builder: str = "text", *options: str) -> int:
        """Build the project, and return the exit code."""
        warnings = str(self.folder / "warnings.txt")
        out = self.folder / "_build" / builder
        arguments = ["-q", "-b", builder, "-w", warnings, "-d", str(self.folder / "_doctrees")]
        return int(build_main([*arguments, *options, str(self.folder), str(out)]))

    @property
    def warnings(self) -> list[str]:
        """The warnings of the last build, without the path of the folder."""
        text = (self.folder / "warnings.txt").read_text(encoding="utf-8")
        return text.replace(f"{self.folder}/", "").splitlines()

    def text(self, name: str = "index.txt", builder: str = "text") -> str:
        """Return a page with its white space collapsed, without its title."""
        page = (self.folder / "_build" / builder / name).read_text(encoding="utf-8")
        return " ".join(page.split()).removeprefix("Title ***** ")


def page(folder: Path, text: str, style: str = "apa", settings: Settings = None) -> str:
    """Return the text of a project with one page, which causes no warnings."""
    site = Site(folder, style, settings)
    site.write({"index.rst": f"Title\n=====\n\n{text}\n"})
    assert site.build() == 0
    assert site.warnings == []
    return site.text()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (":cite:`roe1999`", "(Roe & Poe, 1999)"),
        (":cite:p:`roe1999,doe2001`", "(Roe & Poe, 1999; van Doe, 2001)"),
        (":cite:p:`{see}doe2001{pp. 3-5}`", "(see van Doe, 2001, pp. 3–5)"),
        (":cite:ps:`roe1999`", "(Roe & Poe, 1999)"),
        (":cite:t:`roe1999`", "Roe & Poe (1999)"),
        (":cite:t:`doe2001,roe1999`", "van Doe (2001) and Roe & Poe (1999)"),
        (":cite:t:`doe2001{p. 3}`", "van Doe (2001, p. 3)"),
        (":cite:ct:`doe2001`", "Van Doe (2001)"),
        (":cite:alp:`doe2001{p. 3}`", "van Doe, 2001, p. 3"),
        (":cite:author:`roe1999`", "Roe & Poe"),
        (":cite:year:`doe2001`", "2001"),
        (":cite:yearpar:`doe2001`", "(2001)"),
        (":cite:title:`doe2001`", "Old *stones*"),
        ("a :cite:empty:`doe2001` b", "a b"),
        (":cite:full:`doe2001`", "van Doe, J. (2001). *Old stones*. Hill."),
    ],
)
def test_each_role(tmp_path: Path, text: str, expected: str) -> None:
    """The names are those of sphinxcontrib-bibtex."""
    assert page(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        (":cite:t:`roe1999` :cite:p:`doe2001`", "ieee", "Roe and Poe [1] [2]"),
        (":cite:alp:`doe2001`", "ieee", "1"),
        (":cite:year:`roe1999`", "ieee", "1999"),
        (":cite:year:`roe1999`", "chicago-notes-bibliography", "1999"),
        (":cite:author:`roe1999`", "chicago-notes-bibliography", "Roe and Poe"),
    ],
)
def test_roles_in_other_styles(tmp_path: Path, text: str, style: str, expected: str) -> None:
    assert page(tmp_path, text, style) == expected


def test_citations_of_note_styles_are_footnotes(tmp_path: Path) -> None:
    """The space before the number is removed, and the notes are numbered with those of the author."""
    text = "One :cite:p:`doe2001`. Two [#]_. :cite:t:`roe1999` say.\n\n.. [#] See :cite:p:`doe2001`, too."
    assert page(tmp_path, text, "chicago-notes-bibliography") == (
        "One[1]. Two [2]. Roe and Poe[3] say. "
        "[1] Jane van Doe, *Old stones* (Hill, 2001). "
        "[2] See van Doe, *Old stones*, too. "
        "[3] “Seeds,” *J. Gard.* 3 (1999), https://doi.org/10.1234/abc."
    )


def test_each_page_is_cited_as_if_it_were_alone(tmp_path: Path) -> None:
    """A reader of one page finds the full reference there."""
    site = Site(tmp_path, "chicago-notes-bibliography")
    body = "T\n=\n\nA :cite:p:`doe2001`.\n"
    site.write({"index.rst": f"{body}\n.. toctree::\n\n   b\n", "b.rst": body})
    site.build()
    assert [site.text(name).count("Jane van Doe") for name in ("index.txt", "b.txt")] == [1, 1]


def test_footcite_is_a_note_with_the_reference_in_all_styles(tmp_path: Path) -> None:
    text = "One :footcite:p:`doe2001`, :footcite:t:`roe1999`." + LIST
    assert page(tmp_path, text) == (
        "One[1], Roe & Poe[2]. [1] van Doe, J. (2001). *Old stones*. Hill. "
        "[2] Roe, P., & Poe, A. (1999). Seeds. *J. Gard.*, *3*. https://doi.org/10.1234/abc"
    )


def test_the_place_of_notes(tmp_path: Path) -> None:
    text = "One :footcite:p:`doe2001`.\n\n.. footbibliography::\n\nTwo :footcite:p:`unused`."
    found = page(tmp_path, text)
    assert found.index("[1] van Doe") < found.index("Two[2]") < found.index("[2] Used")


def test_numbers_are_those_of_citations_without_footcite(tmp_path: Path) -> None:
    text = "A :footcite:p:`unused`, :cite:p:`doe2001`."
    assert page(tmp_path, text, "ieee").startswith("A[1], [1].")


DOE, DOE_B = (
    "van Doe, J. (2001a). *Old stones*. Hill.",
    "van Doe, J. (2001b). *Stones again*. Hill.",
)
ROE = "Roe, P., & Poe, A. (1999). Seeds. *J. Gard.*, *3*. https://doi.org/10.1234/abc"
UNUSED = "Used, U. (1990). *Not cited*. Hill."


@pytest.mark.parametrize(
    ("directive", "expected"),
    [
        ("", [ROE, "van Doe, J. (2001). *Old stones*. Hill."]),
        (" refs.bib\n   :cited:", [ROE, "van Doe, J. (2001). *Old stones*. Hill."]),
        ("\n   :all:", [ROE, UNUSED, DOE, DOE_B]),
        ("\n   :notcited:", [UNUSED, DOE_B]),
        ("\n   :filter: type=article", [ROE]),
        ("\n   :filter: False\n\n   unused", [UNUSED]),
        ("\n\n   unused", [ROE, UNUSED, "van Doe, J. (2001). *Old stones*. Hill."]),
        ("\n   :style: ieee\n   :filter: type=article",
         ["[1] P. Roe and A. Poe, “Seeds,” *J. Gard.*, vol. 3, 1999, doi: 10.1234/abc."]),
        ("\n   :list: bullet", [f"* {ROE} *", "van Doe, J. (2001). *Old stones*. Hill."]),
    ],
)  # fmt: skip
def test_the_references_of_a_list(tmp_path: Path, directive: str, expected: list[str]) -> None:
    cited = ":cite:empty:`roe1999` :cite:empty:`doe2001`"
    found = page(tmp_path, f"{cited}\n\n.. bibliography::{directive}")
    assert found == " ".join(expected)


def test_a_list_of_its_own_page(tmp_path: Path) -> None:
    site = Site(tmp_path)
    own = ".. bibliography::\n   :filter: docname in docnames\n"
    site.write(
        {
            "index.rst": f"T\n=\n\n:cite:p:`doe2001`\n\n{own}\n.. toctree::\n\n   b\n",
            "b.rst": f"T\n=\n\n:cite:p:`roe1999`\n\n{own}",
        }
    )
    site.build()
    assert [("Old stones" in site.text(one), "Seeds" in site.text(one)) for one in ("index.txt", "b.txt")] == [
        (True, False), (False, True),
    ]  # fmt: skip


PAGES = {
    "index.rst": "T\n=\n\nAs :cite:p:`doe2001,roe1999` and :cite:t:`unused`.\n\n.. toctree::\n\n   refs\n",
    "refs.rst": "R\n=\n\n.. bibliography::\n   :filter: type=book\n\nAll\n---\n\n.. bibliography::\n",
}


def anchors(html: str) -> list[str]:
    return re.findall(r'id="(ref-[^"]*)"', html)


@pytest.mark.parametrize("style", ["apa", "ieee"])
def test_citations_link_to_the_first_list_with_the_reference(tmp_path: Path, style: str) -> None:
    """Each entry has its anchor once, in the document that the link leads to."""
    site = Site(tmp_path, style)
    site.write(PAGES)
    site.build("html")
    links = re.findall(r'href="refs\.html#(ref-[^"]*)"', site.text("index.html", "html"))
    assert sorted(links) == sorted(anchors(site.text("refs.html", "html")))
    assert len(set(links)) == len(links) == 3


def test_links_in_one_page_and_in_latex(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write(PAGES)
    site.build("singlehtml")
    single = site.text("index.html", "singlehtml")
    assert sorted(re.findall(r'href="#(ref-[^"]*)"', single)) == sorted(anchors(single))
    site.build("latex")
    tex = next((tmp_path / "_build" / "latex").glob("*.tex")).read_text(encoding="utf-8")
    labels = set(re.findall(r"label\{\\detokenize\{(refs:ref-[^}]*)\}", tex))
    assert labels == set(re.findall(r"hyperref\[\\detokenize\{(refs:ref-[^}]*)\}", tex))
    assert len(labels) == 3


def test_unknown_keys_are_warnings_with_the_nearest_key(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write({"index.rst": "Title\n=====\n\nText.\n\nAs :cite:p:`roe199,doe2001`.\n"})
    assert site.build() == 0
    assert site.warnings == [
        "index.rst:6: WARNING: no reference has the key `roe199`; did you mean `roe1999`? [refkit.undefined]"
    ]
    assert site.text() == "Text. As (van Doe, 2001; **roe199?**)."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (".. bibliography:: other.bib", "refkit.file"),
        (".. bibliography::\n   :filter: author % 'Doe'", "refkit.filter"),
        (".. bibliography::\n   :style: no-such-style", "refkit.style"),
        (".. bibliography::\n\n   nothing", "refkit.undefined"),
        (":cite:p:`{see}`", "[docutils]"),
    ],
)
def test_other_mistakes_are_warnings(tmp_path: Path, text: str, kind: str) -> None:
    site = Site(tmp_path)
    site.write({"index.rst": f"Title\n=====\n\n{text}\n"})
    assert site.build() == 0
    assert [kind in one for one in site.warnings if "WARNING" in one or "ERROR" in one] == [True]


def test_a_missing_bibliography_is_a_warning(tmp_path: Path) -> None:
    site = Site(tmp_path, settings={"refkit_bibliography": ["missing.bib"]})
    site.write({"index.rst": "Title\n=====\n\nA.\n"})
    assert site.build() == 0
    assert [("missing.bib" in one, "[refkit.file]" in one) for one in site.warnings] == [
        (True, True)
    ]


def test_errors_in_the_bibliography_are_warnings(tmp_path: Path) -> None:
    """A reference that is not closed, and a key that is used twice."""
    site = Site(tmp_path)
    broken = "@book{a, title={A}}\n@book{a, title={B}}\n\n@book{b, title={C}\n"
    site.write({"refs.bib": broken, "index.rst": "Title\n=====\n\nA.\n"})
    assert site.build() == 0
    places = [one.partition("WARNING: ") for one in site.warnings]
    assert [(place, message[:28]) for place, _, message in places] == [
        ("refs.bib:5: ", "the file ends in entry `b`; "),
        ("", "several references have the "),
    ]


@pytest.mark.parametrize("setting", ["refkit_style", "refkit_locale"])
def test_a_style_or_locale_that_does_not_exist_stops_the_build(
    tmp_path: Path, setting: str
) -> None:
    site = Site(tmp_path, settings={setting: "no-such-name"})
    site.write({"index.rst": "Title\n=====\n\nA.\n"})
    assert site.build() != 0


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"language": "de"}, "(Roe & Poe, 1999, S. 3)"),
        ({"refkit_locale": "fr"}, "(Roe & Poe, 1999, p. 3)"),
        ({"refkit_locale": "de", "language": "fr"}, "(Roe & Poe, 1999, S. 3)"),
        ({"language": "eo"}, "(Roe & Poe, 1999, p. 3)"),
    ],
)
def test_the_language(tmp_path: Path, settings: dict[str, object], expected: str) -> None:
    assert page(tmp_path, ":cite:p:`roe1999{p. 3}`", settings=settings) == expected


def test_the_files_of_sphinxcontrib_bibtex(tmp_path: Path) -> None:
    """A project that changes the extension keeps its setting."""
    settings: dict[str, object] = {"refkit_bibliography": [], "bibtex_bibfiles": ["refs.bib"]}
    assert page(tmp_path, ":cite:t:`roe1999`", settings=settings) == "Roe & Poe (1999)"


def test_the_example_of_the_documentation(tmp_path: Path) -> None:
    """The settings and the text of the page give the printed result."""
    guide = (Path(__file__).parents[2] / "docs/extensions.md").read_text(encoding="utf-8")
    blocks = dict(
        re.findall(
            r"```(python|rst|text)\n(.*?)```", guide[: guide.index("### Settings")], re.DOTALL
        )
    )
    site = Site(tmp_path)
    journal = BIB.replace("J. Gard.", "Journal of Gardens").replace("  doi={10.1234/abc}", "")
    site.write(
        {
            "conf.py": blocks["python"],
            "refs.bib": journal,
            "index.rst": f"Title\n=====\n\n{blocks['rst']}",
        }
    )
    site.build()
    assert site.text() == " ".join(blocks["text"].split())


# -- builds after changes --------------------------------------------------------------------------

CHANGING = {
    "index.rst": "Title\n=====\n\n:cite:p:`doe2001`\n\n.. toctree::\n\n   b\n",
    "b.rst": "Title\n=====\n\n:cite:p:`roe1999`\n",
}


def changed(site: Site, files: Mapping[str, str]) -> str:
    """Return the first page after a build, changes of files, and another build."""
    site.write(CHANGING)
    site.build()
    site.write(files)
    site.build()
    return site.text().partition(" ")[0]


def test_a_citation_in_another_document_changes_this_one(tmp_path: Path) -> None:
    """Only the other document is read again; this one gets the letter after the year."""
    files = {"b.rst": "Title\n=====\n\n:cite:p:`doe2001b`\n"}
    assert changed(Site(tmp_path), files) == "(van"
    assert Site(tmp_path).text().startswith("(van Doe, 2001a)")


def test_a_change_of_the_bibliography_is_seen(tmp_path: Path) -> None:
    assert changed(Site(tmp_path), {"refs.bib": BIB.replace("Jane van Doe", "Ann Lee")}) == "(Lee,"


def test_a_removed_document_is_forgotten(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write({**CHANGING, "b.rst": "Title\n=====\n\n:cite:p:`doe2001b`\n"})
    site.build()
    assert site.text().startswith("(van Doe, 2001a)")
    (tmp_path / "b.rst").unlink()
    site.build()
    assert site.text().startswith("(van Doe, 2001)")


def test_documents_are_read_and_written_in_parallel(tmp_path: Path) -> None:
    """The result is that of a single process."""
    names = [f"part{number}" for number in range(12)]
    key = ["doe2001", "doe2001b", "roe1999"]
    pages = {
        f"{name}.rst": f"{name}\n======\n\n:cite:p:`{key[number % 3]}` :footcite:p:`unused`\n"
        for number, name in enumerate(names)
    }
    toc = "Title\n=====\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names) + LIST
    found: list[list[str]] = []
    for number in ("1", "2"):
        folder = tmp_path / number
        folder.mkdir()
        site = Site(folder, "ieee")
        site.write({**pages, "index.rst": toc})
        site.build("text", "-j", number)
        assert site.warnings == []
        found.append([site.text(f"{name}.txt") for name in ("index", *names)])
    assert found[0] == found[1]
    assert "[1]" in found[0][1]


def test_myst(tmp_path: Path) -> None:
    pytest.importorskip("myst_parser", reason="MyST-Parser is not installed")
    site = Site(tmp_path, settings={"extensions": ["myst_parser", "refkit.ext.sphinx"]})
    text = "# Title\n\nAs {cite:t}`doe2001{p. 3}` {cite:p}`roe1999`.\n\n```{bibliography}\n:filter: type=book\n```\n"
    site.write({"index.md": text})
    site.build()
    assert site.warnings == []
    assert site.text() == (
        "As van Doe (2001, p. 3) (Roe & Poe, 1999). van Doe, J. (2001). *Old stones*. Hill."
    )
