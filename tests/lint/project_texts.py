"""Projects of documents and reference lists, each as one text: a line `=== NAME` starts a file.

Each project is sound, and cites `castell2009` at least once in its first file. In `PARTLY_KNOWN`, a list,
a document or a key is unknown, so that no key can be called undefined.
"""

from __future__ import annotations

BOOKS = """\
@book{castell2009, author = {Castell, Mary}, title = {The Shape of Deltas}, publisher = {Tidal Books}, year = {2009}}
@book{brandt2014, author = {Brandt, Karl}, title = {Rivers and Their Names}, publisher = {Harbour Press}, year = {2014}}
"""
MORE = "@book{okafor2019, author = {Okafor, Ben}, title = {Rivers under Ice}, publisher = {North}, year = {2019}}\n"

COMPLETE = {
    "a list for several papers": r"""
=== one.tex
\documentclass{article}\begin{document}Deltas \citep{castell2009}.\bibliography{all}\end{document}
=== two.tex
\documentclass{article}\begin{document}Rivers \citet{brandt2014}.\bibliography{all}\end{document}
=== all.bib
{BOOKS}{MORE}""",
    "a list in the folder above": r"""
=== papers/one.tex
\documentclass{article}\begin{document}Deltas \citep{castell2009}.\bibliography{../refs}\end{document}
=== refs.bib
{BOOKS}""",
    "parts of a thesis, with paths relative to the main document": r"""
=== thesis.tex
\documentclass{book}\begin{document}\cite{castell2009}\include{chapters/one}\input{chapters/two.tex}
\bibliography{lists/refs}\end{document}
=== chapters/one.tex
\chapter{One} Names \citep[see][p.~3]{brandt2014}. \input{chapters/parts/three}
=== chapters/two.tex
\chapter{Two} \cite{castell2009,%
  brandt2014}
=== chapters/parts/three.tex
\section{Three} \autocite{okafor2019}
=== lists/refs.bib
{BOOKS}{MORE}""",
    "two lists of BibLaTeX": r"""
=== paper.tex
\documentclass{article}\usepackage{biblatex}\addbibresource{a.bib}\addbibresource[label=more]{b.bib}
\begin{document}\parencites[1]{castell2009}[2]{okafor2019}\printbibliography\end{document}
=== a.bib
{BOOKS}
=== b.bib
{MORE}""",
    "sections of BibLaTeX with lists of their own": r"""
=== paper.tex
\documentclass{article}\usepackage{biblatex}
\begin{document}
\begin{refsection}[a.bib]\cite{castell2009}\printbibliography\end{refsection}
\begin{refsection}[b.bib]\cite{okafor2019}\printbibliography\end{refsection}
\end{document}
=== a.bib
{BOOKS}
=== b.bib
{MORE}""",
    "chapterbib": r"""
=== thesis.tex
\documentclass{book}\usepackage{chapterbib}\begin{document}\include{one}\include{two}
The deltas of \cite{castell2009}.\bibliography{a}\end{document}
=== one.tex
\chapter{One}\cite{castell2009}\bibliographystyle{plain}\bibliography{a}
=== two.tex
\chapter{Two}\cite{okafor2019}\bibliographystyle{plain}\bibliography{b}
=== a.bib
{BOOKS}
=== b.bib
{MORE}""",
    "multibib": r"""
=== paper.tex
\documentclass{article}\usepackage{multibib}\newcites{own}{Own work}
\begin{document}\cite{castell2009} \citeown{okafor2019}
\bibliographystyle{plain}\bibliography{a}\bibliographystyleown{plain}\bibliographyown{b}\end{document}
=== a.bib
{BOOKS}
=== b.bib
{MORE}""",
    "a command of the document that cites": r"""
=== paper.tex
\documentclass{article}\newcommand{\seebook}[1]{(see \citealt{#1})}
\begin{document}Deltas \seebook{castell2009}.\bibliography{refs}\end{document}
=== refs.bib
{BOOKS}""",
    "citations in code, comments and verbatim text": r"""
=== paper.tex
\documentclass{article}\begin{document}
\cite{castell2009} % \cite{never}
\verb|\cite{nope}|
\begin{verbatim}
\cite{none}
\end{verbatim}
\begin{comment}
\cite{nothing}
\end{comment}
\bibliography{refs}\end{document}
\cite{afterwards}
=== refs.bib
{BOOKS}""",
    "aliases, parents and sets": r"""
=== paper.tex
\documentclass{article}\usepackage{biblatex}\addbibresource{refs.bib}
\begin{document}\cite{castell2009} \cite{old-key} \cite{both} \cite{chapter}\printbibliography\end{document}
=== refs.bib
{BOOKS}
@book{okafor2019, ids = {old-key, older-key}, author = {Okafor, Ben}, title = {Rivers under Ice}, date = {2019}}
@set{both, entryset = {castell2009, brandt2014}}
@incollection{chapter, crossref = {whole}, author = {Ames, Ann}, title = {On Tides}, pages = {1--9}}
@collection{whole, editor = {Cole, Cy}, title = {Seas}, date = {2011}}
""",
    "keys in another case, which BibTeX ignores": r"""
=== paper.tex
\documentclass{article}\begin{document}\cite{castell2009} \cite{Brandt2014}
\bibliographystyle{plain}\bibliography{refs}\end{document}
=== refs.bib
{BOOKS}""",
    "a list of its own": r"""
=== paper.tex
\documentclass{article}\begin{document}Deltas \cite{castell2009}, names \cite{brandt2014}.
\begin{thebibliography}{9}
\bibitem{castell2009} Castell, M. The shape of deltas. Tidal Books, 2009.
\bibitem{brandt2014} Brandt, K. Rivers and their names. Harbour Press, 2014.
\end{thebibliography}\end{document}""",
    "a list of its own beside another": r"""
=== paper.tex
\documentclass{article}\begin{document}Deltas \cite{castell2009}, names \cite{ames}.
\begin{thebibliography}{9}
\bibitem{ames} Ames, A. On tides. Harbour Press, 2014.
\end{thebibliography}
\bibliography{refs}\end{document}
=== refs.bib
{BOOKS}""",
    "Pandoc": """
=== paper.md
---
title: Deltas
bibliography: refs.bib
---

Deltas [see @castell2009, p. 3; -@brandt2014], and @{brandt2014}. Write to me@example.org or `@code`.

    [@indented]
=== refs.bib
{BOOKS}""",
    "Pandoc with references in its metadata": """
=== paper.md
---
references:
- id: castell2009
  type: book
  title: The Shape of Deltas
  author: [{family: Castell, given: Mary}]
- id: brandt2014
  type: book
  title: Rivers and Their Names
---

Deltas [@castell2009], and names [@brandt2014].""",
    "a book of Quarto": """
=== index.qmd
# Preface

Deltas [@castell2009], shown in @fig-map and @sec-rivers, and in @tbl-one, @eq-two and @thm-three.
=== _quarto.yml
project:
  type: book
book:
  title: Rivers
  chapters:
    - index.qmd
    - part/rivers.qmd
bibliography: [a.bib, b.bib]
=== part/rivers.qmd
# Rivers {#sec-rivers}

Ice [@okafor2019].
=== a.bib
{BOOKS}
=== b.bib
{MORE}""",
    "a book of bookdown": """
=== index.Rmd
---
site: bookdown::bookdown_site
bibliography: refs.bib
---

# Preface

Deltas [@castell2009]. See \\@ref(fig:map).
=== _bookdown.yml
bibliography: refs.bib
rmd_files: [index.Rmd, 01-names.Rmd]
=== 01-names.Rmd
# Names

Rivers @brandt2014.
=== refs.bib
{BOOKS}""",
    "MyST": """
=== paper.md
---
title: Deltas
---

Deltas {cite:p}`castell2009`, and {cite:t}`brandt2014`. See {ref}`intro`.

```{bibliography}
```
=== myst.yml
version: 1
project:
  bibliography:
    - refs.bib
=== refs.bib
{BOOKS}""",
    "Sphinx with three lists": """
=== index.rst
Deltas
======

Deltas :cite:p:`castell2009`, ice :cite:t:`okafor2019` and tides :cite:`ames2011`. See :ref:`there`.

.. toctree::

   chapter

.. bibliography::
=== conf.py
project = "Deltas"
extensions = ["sphinxcontrib.bibtex"]
bibtex_bibfiles = ["a.bib", "b.bib", "lists/c.bib"]
=== chapter.rst
Chapter
=======

Names :footcite:p:`brandt2014`.

.. footbibliography::
=== a.bib
{BOOKS}
=== b.bib
{MORE}
=== lists/c.bib
@book{ames2011, author = {Ames, Ann}, title = {On Tides}, publisher = {Harbour Press}, year = {2011}}
""",
    "reStructuredText with citations of its own": """
=== paper.rst
Deltas [castell2009]_ and names [brandt2014]_.

.. [castell2009] Castell, M. The shape of deltas. Tidal Books, 2009.
.. [brandt2014] Brandt, K. Rivers and their names. Harbour Press, 2014.""",
    "Typst with two lists, one of Hayagriva": """
=== paper.typ
= Deltas <intro>

Deltas @castell2009, ice #cite(<okafor2019>, form: "prose"), as in @intro. Write to me\\@example.org.

#bibliography(("a.bib", "b.yml"))
=== a.bib
{BOOKS}
=== b.yml
okafor2019:
  type: Book
  title: Rivers under Ice
  author: Okafor, Ben
  date: 2019
""",
    "Org": """
=== paper.org
#+title: Deltas
#+bibliography: refs.bib

Deltas [cite:see @castell2009 p. 3; @brandt2014], and [cite/t:@brandt2014].

#+begin_src org
[cite:@nope]
#+end_src

#+print_bibliography:
=== refs.bib
{BOOKS}""",
    "AsciiDoc with asciidoctor-bibtex": """
=== paper.adoc
= Deltas
:bibtex-file: refs.bib

Deltas cite:[castell2009(3)], and citenp:[brandt2014].

bibliography::[]
=== refs.bib
{BOOKS}""",
    "an R Markdown document with LaTeX in it": """
=== paper.Rmd
---
output: pdf_document
bibliography: "refs.bib"
nocite: |
  @brandt2014
---

Deltas \\citep{castell2009}.

```{r}
x <- "@nope"
```
=== refs.bib
{BOOKS}""",
    "a list in JSON": """
=== paper.md
---
bibliography: refs.json
---

Deltas [@castell2009].
=== refs.json
[{"id": "castell2009", "type": "book", "title": "The Shape of Deltas", "author": [{"family": "Castell"}]}]
""",
}

PARTLY_KNOWN = {
    "a missing list": r"""
=== paper.tex
\documentclass{article}\begin{document}\cite{castell2009} \cite{elsewhere}
\bibliography{refs,private/own}\end{document}
=== refs.bib
{BOOKS}""",
    "a missing part": r"""
=== paper.tex
\documentclass{article}\begin{document}\cite{castell2009}\input{later}\bibliography{refs}\end{document}
=== refs.bib
{BOOKS}""",
    "a list from another computer": r"""
=== paper.tex
\documentclass{article}\usepackage{biblatex}\addbibresource[location=remote]{https://example.org/refs.bib}
\begin{document}\cite{castell2009}\printbibliography\end{document}
=== refs.bib
{BOOKS}""",
}

# A cross-reference of AsciiDoc can mean any anchor, so that an undefined one is not known to be a citation.
WITH_CROSS_REFERENCES = {
    "AsciiDoc with a list of its own": """
=== paper.adoc
= Deltas

Deltas <<castell2009>>, and names <<brandt2014>>. See <<names>>.

[[names]]
== Names

[bibliography]
== References

* [[[castell2009]]] Castell, M. The shape of deltas. Tidal Books, 2009.
* [[[brandt2014,2]]] Brandt, K. Rivers and their names. Harbour Press, 2014.""",
}

DAMAGED = r"""
=== paper.tex
\documentclass{article}\begin{document}\cite{castell2009} \cite{okafor2019}\bibliography{refs}\end{document}
=== refs.bib
{BOOKS}@book{okafor2019, title = {Rivers under Ice
"""

# Texts without a list, in which `@name` and the like mean something else.
WITHOUT_LIST = {
    "a README with people": """
=== README.md
# Tides

Thanks to @castell2009 and @octocat, and to [@brandt2014](https://github.com/brandt2014). Ask @org/team.

```python
@cached
def tides(): ...
```
""",
    "a post with mentions": """
=== post.md
---
title: News
---

Written with @octocat (@castell2009), for people@example.org.
""",
    "Python documentation": """
=== index.rst
Names
=====

See :pep:`8`, :func:`len` and [1]_. Deltas are old, says castell2009_.

.. _castell2009: https://example.org
.. [1] A note.
""",
}


def files_of(project: str) -> dict[str, str]:
    """Return the texts of a project's files by their paths."""
    parts = project.strip("\n").split("=== ")[1:]
    named = (part.partition("\n") for part in parts)
    return {
        name.strip(): text.replace("{BOOKS}", BOOKS).replace("{MORE}", MORE)
        for name, _, text in named
    }
