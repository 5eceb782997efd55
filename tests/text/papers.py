"""One paper with a list of references, in every kind of document that refkit reads."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import wrap

from tests.documents.made import docx, paragraph, pdf

TITLE = "Light on the water"
BODY = (
    "Fjords mix slowly (Alvarez & Lindqvist, 2019). Lighthouses have long marked their mouths (Brandt, 2015), "
    "and satellites see them now (Okafor, 2021; World Health Organization, 2022)."
)
REFERENCES = (
    "Alvarez, M., & Lindqvist, T. (2019). Tidal mixing in narrow fjords. Journal of Coastal Physics, 12(3), "
    "45–61. https://doi.org/10.5555/jcp.2019.0045",
    "Brandt, K. (2015). A history of lighthouses. Cambridge University Press.",
    "Okafor, N. (2021). Mapping estuaries from space. In R. Haas & J. Petit (Eds.), Remote sensing of coasts "
    "(pp. 101–129). Springer.",
    "World Health Organization. (2022). Drinking water on small islands (Technical Report No. 17). "
    "World Health Organization.",
)
KEYS = ("alvarez2019", "brandt2015", "okafor2021", "who2022")


def plain(references: tuple[str, ...] = REFERENCES) -> str:
    """Return lines of 72 characters, the references with a hanging indent."""
    hung = [
        "\n".join(wrap(one, 72, subsequent_indent="    ", break_on_hyphens=False))
        for one in references
    ]
    body = "\n".join(wrap(BODY, 72))
    return "\n".join([TITLE, "", body, "", "References", "", *hung, ""])


def markdown(references: tuple[str, ...] = REFERENCES) -> str:
    """Return a heading and a list."""
    return "\n".join(
        [f"# {TITLE}", "", BODY, "", "## References", "", *(f"- {one}" for one in references), ""]
    )


def html(references: tuple[str, ...] = REFERENCES) -> str:
    """Return HTML as exported by a word processor."""
    items = "".join(f"<li>{one.replace('&', '&amp;')}</li>\n" for one in references)
    body = BODY.replace("&", "&amp;")
    return (
        f"<!DOCTYPE html>\n<html><head><title>{TITLE}</title></head><body>\n<h1>{TITLE}</h1>\n<p>{body}</p>\n"
        f"<h2>References</h2>\n<ul>\n{items}</ul>\n</body></html>\n"
    )


def latex(references: tuple[str, ...] = REFERENCES) -> str:
    """Return a thebibliography environment with the author's keys."""
    items = "".join(
        f"\\bibitem{{{key}}} {one.replace('&', chr(92) + '&').replace('–', '--')}\n\n"
        for key, one in zip(KEYS, references, strict=False)
    )
    body = BODY.replace("&", "\\&")
    return (
        f"\\documentclass{{article}}\n\\begin{{document}}\n\\section{{{TITLE}}}\n{body}\n"
        f"\\begin{{thebibliography}}{{9}}\n{items}\\end{{thebibliography}}\n\\end{{document}}\n"
    )


def word(references: tuple[str, ...] = REFERENCES) -> bytes:
    """Return a Word document with a paragraph per reference."""
    texts = [BODY, "References", *references]
    return docx("".join(paragraph(text.replace("&", "&amp;")) for text in (TITLE, *texts)))


def portable(references: tuple[str, ...] = REFERENCES) -> bytes:
    """Return a PDF page with the lines of the text."""
    lines = plain(references).split("\n")
    return pdf([(72.0 + 5 * (len(line) - len(line.lstrip())), 780.0 - 14 * at, line.strip())
                for at, line in enumerate(lines) if line.strip()])  # fmt: skip


MAKERS: dict[str, Callable[[tuple[str, ...]], str | bytes]] = {
    "paper.txt": plain, "paper.md": markdown, "paper.html": html, "paper.tex": latex,
    "paper.docx": word, "paper.pdf": portable,
}  # fmt: skip


def made(name: str, references: tuple[str, ...] = REFERENCES) -> bytes:
    """Return the bytes of the paper in the format that a file name implies."""
    content = MAKERS[name](references)
    return content if isinstance(content, bytes) else content.encode()
