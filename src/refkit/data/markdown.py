"""Names in Markdown documents that decide whether a text is read as Markdown, by the manuals of their dialects."""

from __future__ import annotations

# Languages of executable cells: knitr's engines (knitr::knit_engines) and those of Quarto and Jupyter.
_ENGINES = frozenset(
    """
    asis asy awk bash c cat cc clojure coffee comment css dot embed exec fortran fortran95 gawk go groovy haskell html
    javascript js julia lein mermaid mysql node octave ojs perl php prql psql python python3 pyodide r rcpp rscript ruby
    rust sas sass scala scss sed sh shinylive sql stan stata targets tikz typescript verbatim webr zsh
    """.split()
)

# MyST's and Sphinx's directives whose content is code, data or mathematics (mystmd's "Directives", Sphinx's, and
# those of sphinx-thebe, sphinxcontrib-mermaid, sphinx-plotly and IPython).
_CODE_DIRECTIVES = frozenset(
    """
    code code-block code-cell sourcecode literalinclude parsed-literal raw math mermaid graphviz digraph graph uml
    plantuml doctest testcode testoutput testsetup testcleanup ipython jupyter-execute plot prompt terminal
    productionlist autosummary automodule autoclass autofunction autodoc toctree tableofcontents contents index meta
    image video iframe embed anywidget any:bundle highlight program option
    """.split()
)
VERBATIM_DIRECTIVES = _ENGINES | _CODE_DIRECTIVES

# Directives that print a list of references, and those whose argument is a path.
LISTING_DIRECTIVES = frozenset(("bibliography", "footbibliography"))
FILE_DIRECTIVES = LISTING_DIRECTIVES | {"include"}

# Types of cross-references that have the form of citations: `@fig-elephant` (Quarto's manual, "Cross References").
CROSS_REFERENCES = frozenset(
    """
    fig tbl lst eq sec tip nte wrn imp cau thm lem cor prp cnj def exm exr sol rem alg
    """.split()
)
# Those that documents for other programs contain, too; `@fig:elephant` is the form of pandoc-crossref and pandoc-xnos.
COMMON_CROSS_REFERENCES = frozenset("fig tbl tab lst eq sec thm".split())

# Fields of metadata whose text is Markdown.
PROSE_FIELDS = frozenset(
    """
    abstract acknowledgement acknowledgements acknowledgment acknowledgments caption dedication description
    funding highlights nocite note notes plain-language-summary summary subtitle thanks title
    """.split()
)

# Options of code cells whose value is Markdown (Quarto's "Cell Options", knitr's chunk options).
CAPTION_OPTIONS = frozenset(
    """
    cap caption fig-cap fig-subcap fig-scap fig-alt tbl-cap tbl-subcap lst-cap layout-caption title
    fig.cap fig.subcap fig.scap tab.cap tbl.cap
    """.split()
)
