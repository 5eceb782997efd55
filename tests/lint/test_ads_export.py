"""Records as the Astrophysics Data System exports them."""

from tests.lint.exports import problems

from refkit.formats.bibtex import read
from refkit.lint.fix import fix_text
from refkit.lint.settings import Settings
from refkit.model.source import Source

RECORDS = r"""@ARTICLE{1999AJ....117.1009K,
       author = {{Kestrel}, Adam G. and {Finch}, Alexei V. and {Wagtail}, Peter},
        title = "{Observational Limits on the Dust of Faint Shells}",
      journal = {\aj},
     keywords = {COSMOLOGY: OBSERVATIONS, STARS: SHELLS: GENERAL, Astrophysics},
         year = 1999,
        month = sep,
       volume = {117},
       number = {3},
        pages = {1009-1038},
          doi = {10.1086/300001},
archivePrefix = {arXiv},
       eprint = {astro-ph/9905201},
 primaryClass = {astro-ph},
       adsurl = {https://ui.adsabs.harvard.edu/abs/1999AJ....117.1009K},
      adsnote = {Provided by the SAO/NASA Astrophysics Data System}
}

@ARTICLE{2018A&A...616A...1S,
       author = {{Shell Collaboration} and {Plover}, A.~G.~A. and {Dunlin}, A.},
        title = "{The second list of faint shells. Summary of the contents}",
      journal = {\aap},
         year = 2018,
        month = aug,
       volume = {616},
          eid = {A1},
        pages = {A1},
          doi = {10.1051/0004-6361/201800001},
archivePrefix = {arXiv},
       eprint = {1804.00001},
 primaryClass = {astro-ph.GA},
       adsurl = {https://ui.adsabs.harvard.edu/abs/2018A&A...616A...1S},
      adsnote = {Provided by the SAO/NASA Astrophysics Data System}
}

@ARTICLE{2003MNRAS.340..700T,
       author = {{Teal}, M.},
        title = "{Two shells in one year}",
      journal = {\mnras},
         year = 2003,
        month = apr,
       volume = {340},
        pages = {700-708},
          doi = {10.1046/j.1365-8711.2003.00001.x}
}

@ARTICLE{2011ApJ...340..700T,
       author = {{Teal}, M.},
        title = "{One shell in two years}",
      journal = {\unknownjournal},
         year = 2011,
       volume = {340},
        pages = {700-708}
}
"""


def test_right_records_have_no_problem() -> None:
    """Macros for journals are names, equal volumes of two journals do not disagree, and `eid` is no page."""
    assert problems(RECORDS) == []


def test_macros_of_journals_are_read() -> None:
    """The macros of AASTeX have the names of their journals, and an unknown one stays as it is."""
    names = [item.container_title for item in read(Source(RECORDS, "ads.bib"))]
    assert names[2] == "Monthly Notices of the Royal Astronomical Society"


def test_a_wrong_year_is_still_found() -> None:
    """The file is checked like any other."""
    text = RECORDS.replace("year = 2018", "year = 2031")
    assert "DAT103" in {code for code, _ in problems(text)}


def test_fixes_keep_macros() -> None:
    """No fix replaces a macro by the name of the journal."""
    fixed = fix_text(Source(RECORDS, "ads.bib"), read, Settings(), True).source.text
    assert all(macro in fixed for macro in (r"{\aj}", r"{\aap}", r"{\mnras}", r"{\unknownjournal}"))
