"""Records as databases and reference managers export them: a right record has no finding but the exporter's habits."""

import pytest
from tests.rules.lintcase import TODAY

from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.source import Source

ADS = r"""@ARTICLE{1998AJ....116.1009R,
       author = {{Riess}, Adam G. and {Filippenko}, Alexei V. and {Challis}, Peter},
        title = "{Observational Evidence from Supernovae for an Accelerating Universe}",
      journal = {\aj},
     keywords = {COSMOLOGY: OBSERVATIONS, STARS: SUPERNOVAE: GENERAL, Astrophysics},
         year = 1998,
        month = sep,
       volume = {116},
       number = {3},
        pages = {1009-1038},
          doi = {10.1086/300499},
archivePrefix = {arXiv},
       eprint = {astro-ph/9805201},
 primaryClass = {astro-ph},
       adsurl = {https://ui.adsabs.harvard.edu/abs/1998AJ....116.1009R},
      adsnote = {Provided by the SAO/NASA Astrophysics Data System}
}

@ARTICLE{2018A&A...616A...1G,
       author = {{Gaia Collaboration} and {Brown}, A.~G.~A. and {Vallenari}, A.},
        title = "{Gaia Data Release 2. Summary of the contents and survey properties}",
      journal = {\aap},
         year = 2018,
        month = aug,
       volume = {616},
          eid = {A1},
        pages = {A1},
          doi = {10.1051/0004-6361/201833051},
archivePrefix = {arXiv},
       eprint = {1804.09365},
 primaryClass = {astro-ph.GA},
       adsurl = {https://ui.adsabs.harvard.edu/abs/2018A&A...616A...1G},
      adsnote = {Provided by the SAO/NASA Astrophysics Data System}
}
"""
INSPIRE = r"""@article{Maldacena:1997re,
    author = "Maldacena, Juan Martin",
    editor = "Shifman, M. and Vainshtein, A.",
    title = "{The Large $N$ limit of superconformal field theories and supergravity}",
    eprint = "hep-th/9711200",
    archivePrefix = "arXiv",
    reportNumber = "HUTP-97-A097",
    doi = "10.4310/ATMP.1998.v2.n2.a1",
    journal = "Adv. Theor. Math. Phys.",
    volume = "2",
    pages = "231--252",
    year = "1998"
}

@article{Pugh:1989eb,
      author         = "Pugh, H. G.",
      title          = "{Search for the quark gluon plasma}",
      booktitle      = "{Quark Matter, Lenox, USA}",
      journal        = "Phys. Scripta",
      volume         = "32",
      year           = "1990",
      pages          = "208-217",
      SLACcitation   = "%%CITATION = PHSTB,T32,208;%%"
}
"""
MEDLINE = r"""@article{Livak2001,
author = {Livak, K J and Schmittgen, T D},
doi = {10.1006/meth.2001.1262},
file = {:home/ann/livak.pdf:pdf},
issn = {1046-2023},
journal = {Methods},
mendeley-groups = {qPCR},
month = {dec},
number = {4},
pages = {402--8},
pmid = {11846609},
title = {Analysis of relative gene expression data using real-time quantitative PCR},
volume = {25},
year = {2001}
}

@article{Bradford1976,
author = {Bradford, M M},
journal = {Anal. Biochem.},
pages = {48--54},
title = {A rapid and sensitive method for the quantitation of microgram quantities of protein},
volume = {72},
year = {1976}
}
"""
GBT7714 = r"""@book{yuanxunling1996,
  author    = {袁训来 and 陈哲 and 肖书海},
  title     = {蓝田生物群},
  address   = {北京},
  publisher = {科学出版社},
  year      = {2012},
  pages     = {23},
  langid    = {chinese}
}

@newspaper{dingwenxiang2000,
  author  = {丁文祥},
  title   = {数字革命与竞争国际化},
  journal = {中国青年报},
  date    = {2000-11-20},
  number  = {15},
  langid  = {chinese}
}
"""
STYLES = r"""@IEEEtranBSTCTL{IEEEexample:BSTcontrol, CTLuse_forced_etal = "yes", CTLmax_names_forced_etal = "3"}
@CONTROL{REVTEX41Control}
@CONTROL{apsrev41Control,author="08",editor="1",pages="0",title="",year="1"}
"""
DISABLED = r"""@article{a, author={Ames, Ann}, title={On tides}, journal={Nature Physics}, volume=5, year=2009,
  pages={1--9}, note={Real note}, //note={old}, \url={https://tides.org}, x_publisher={Foo}, @series={Bar},
  _month={jan}, zmnumber={0123.45}, OPTaddress={Berlin}, ALTeditor={Poe, Bob}, note-omit={x}, title2={y},
  bdsk-url-1={https://tides.org}, date-added={2009-01-01}, abstractnote={A}, owner={ann}, timestamp={2009}}
"""
HABITS = frozenset({"TTL221", "PAG102"})  # braces around titles, and single hyphens


@pytest.mark.parametrize("text", [ADS, INSPIRE, MEDLINE, GBT7714, STYLES, DISABLED])
def test_right_record_has_no_finding(text: str) -> None:
    """Journal macros, meetings of articles, elided pages, settings and disabled fields are right."""
    found = check(read(Source(text, "refs.bib")), Settings(today=TODAY))
    assert [(f.code, f.message) for f in found if f.code not in HABITS] == []
