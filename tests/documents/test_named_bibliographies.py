"""The reference files that a document names."""

import pytest

from refkit.documents._bibliographies import named_bibliographies


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.tex", r"\bibliography{strings,refs}", ("strings.bib", "refs.bib")),
        ("a.tex", "\\bibliography{%\n  strings.bib,\n  lit/refs%\n}", ("strings.bib", "lit/refs.bib")),
        ("a.tex", r"\nobibliography{refs}", ("refs.bib",)),
        ("a.tex", "\\addbibresource{a.bib}\n\\addbibresource[label=b]{b.bib}", ("a.bib", "b.bib")),
        ("a.tex", r"\addglobalbib{a.bib} \addsectionbib{b.bib}", ("a.bib", "b.bib")),
        ("a.tex", r"\addbibresource[location=remote]{http://x.example/a.bib}", ()),
        ("a.tex", r"\addbibresource[glob]{lit/*.bib}", ("lit/*.bib",)),
        ("a.tex", "% \\bibliography{old}\n\\bibliography{new}", ("new.bib",)),
        ("a.tex", r"\bibliography{\jobname}", ()),
        ("a.tex", r"\bibliographystyle{plain}", ()),
        ("a.tex", r"\bibliography{a,b} \bibliography{b,c}", ("a.bib", "b.bib", "c.bib")),
        ("a.md", "---\nbibliography: refs.bib\n---\nText", ("refs.bib",)),
        ("a.qmd", '---\nbibliography: [a.bib, "b c.bib"]\n---\n', ("a.bib", "b c.bib")),
        ("a.Rmd", "---\ntitle: T\nbibliography:\n  - a.bib\n  - 'b.bib'\ncsl: x\n---\n", ("a.bib", "b.bib")),
        ("a.md", "# Bibliography\n\nbibliography: none.bib\n", ()),
        ("_quarto.yml", "format: html\nbibliography: refs.bib\n", ("refs.bib",)),
        ("a.typ", '#bibliography("refs.bib", style: "ieee")', ("refs.bib",)),
        ("a.typ", '#bibliography(("a.bib", "b.bib"))', ("a.bib", "b.bib")),
        ("a.rst", ".. bibliography:: a.bib b.bib\n   :all:\n", ("a.bib", "b.bib")),
        ("a.org", "#+BIBLIOGRAPHY: lit/refs.bib\n", ("lit/refs.bib",)),
        ("a.adoc", ":bibtex-file: refs.bib\n", ("refs.bib",)),
        ("a.html", "bibliography: refs.bib", ()),
    ],
)  # fmt: skip
def test_files_are_found(name: str, text: str, expected: tuple[str, ...]) -> None:
    assert named_bibliographies(text, name) == expected
