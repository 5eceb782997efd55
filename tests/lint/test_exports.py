"""Records as databases and reference managers export them: a right record has no finding but the exporter's habits."""

import pytest
from tests.lint.exports import problems

INSPIRE = r"""@article{Kestrel:1997re,
    author = "Kestrel, Juan Martin",
    editor = "Finch, M. and Wagtail, A.",
    title = "{The Large $N$ limit of tidal theories and gravity}",
    eprint = "hep-th/9711001",
    archivePrefix = "arXiv",
    reportNumber = "TIDE-97-A001",
    doi = "10.4310/ATMP.1998.v2.n2.a1",
    journal = "Adv. Theor. Math. Phys.",
    volume = "2",
    pages = "231--252",
    year = "1998"
}

@article{Plover:1989eb,
      author         = "Plover, H. G.",
      title          = "{Search for the tidal plasma}",
      booktitle      = "{Tidal Matter, Lenox, USA}",
      journal        = "Phys. Scripta",
      volume         = "32",
      year           = "1990",
      pages          = "208-217",
      SLACcitation   = "%%CITATION = PHSTB,T32,208;%%"
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


@pytest.mark.parametrize("text", [INSPIRE, STYLES, DISABLED])
def test_right_record_has_no_problem(text: str) -> None:
    """Meetings of articles, settings of styles and disabled fields are right."""
    assert problems(text) == []
