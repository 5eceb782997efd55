"""The macros for journals that AASTeX and the journals' classes define and that ADS writes.

Each row: the macro, the name of the journal, and the abbreviation that the macro prints. The names are those that the
journals use. Sources: "Journal abbreviations" in the help of ADS (https://ui.adsabs.harvard.edu/help/actions/journal-macros),
the AASTeX guide, and the classes of Astronomy & Astrophysics and Monthly Notices.
"""

from __future__ import annotations

from typing import NamedTuple


class Journal(NamedTuple):
    """The name of a journal and its abbreviation."""

    name: str
    abbreviation: str


_ROWS = r"""
aap        | Astronomy and Astrophysics                                          | A&A
aapr       | Astronomy and Astrophysics Review                                   | A&A Rev.
aaps       | Astronomy and Astrophysics Supplement Series                        | A&AS
aas        | American Astronomical Society Meeting Abstracts                     | AAS Meeting Abstracts
actaa      | Acta Astronomica                                                    | Acta Astron.
aj         | The Astronomical Journal                                            | AJ
ao         | Applied Optics                                                      | Appl. Opt.
apj        | The Astrophysical Journal                                           | ApJ
apjl       | The Astrophysical Journal Letters                                   | ApJL
apjlett    | The Astrophysical Journal Letters                                   | ApJL
apjs       | The Astrophysical Journal Supplement Series                         | ApJS
apjsupp    | The Astrophysical Journal Supplement Series                         | ApJS
aplett     | Astrophysical Letters                                               | Astrophys. Lett.
appopt     | Applied Optics                                                      | Appl. Opt.
apspr      | Astrophysics and Space Physics Research                             | Astrophys. Space Phys. Res.
apss       | Astrophysics and Space Science                                      | Ap&SS
araa       | Annual Review of Astronomy and Astrophysics                         | ARA&A
areps      | Annual Review of Earth and Planetary Sciences                       | AREPS
astap      | Astronomy and Astrophysics                                          | A&A
azh        | Astronomicheskii Zhurnal                                            | AZh
baas       | Bulletin of the American Astronomical Society                       | BAAS
bac        | Bulletin of the Astronomical Institutes of Czechoslovakia           | BAICz
bain       | Bulletin of the Astronomical Institutes of the Netherlands          | BAN
caa        | Chinese Astronomy and Astrophysics                                  | Chinese Astron. Astrophys.
cjaa       | Chinese Journal of Astronomy and Astrophysics                       | Chinese J. Astron. Astrophys.
dps        | AAS/Division for Planetary Sciences Meeting Abstracts               | DPS Meeting Abstracts
fcp        | Fundamentals of Cosmic Physics                                      | Fund. Cosmic Phys.
gca        | Geochimica et Cosmochimica Acta                                     | Geochim. Cosmochim. Acta
grl        | Geophysical Research Letters                                        | Geophys. Res. Lett.
iaucirc    | International Astronomical Union Circular                           | IAU Circ.
icarus     | Icarus                                                              | Icarus
jaavso     | Journal of the American Association of Variable Star Observers      | JAAVSO
jcap       | Journal of Cosmology and Astroparticle Physics                      | J. Cosmology Astropart. Phys.
jcp        | The Journal of Chemical Physics                                     | J. Chem. Phys.
jgr        | Journal of Geophysical Research                                     | J. Geophys. Res.
jqsrt      | Journal of Quantitative Spectroscopy and Radiative Transfer         | J. Quant. Spectr. Rad. Transf.
jrasc      | Journal of the Royal Astronomical Society of Canada                 | JRASC
maps       | Meteoritics and Planetary Science                                   | M&PS
memras     | Memoirs of the Royal Astronomical Society                           | MmRAS
memsai     | Memorie della Società Astronomica Italiana                          | Mem. Soc. Astron. Italiana
mnras      | Monthly Notices of the Royal Astronomical Society                   | MNRAS
na         | New Astronomy                                                       | New A
nar        | New Astronomy Reviews                                               | New A Rev.
nat        | Nature                                                              | Nature
nphysa     | Nuclear Physics A                                                   | Nucl. Phys. A
pasa       | Publications of the Astronomical Society of Australia               | PASA
pasj       | Publications of the Astronomical Society of Japan                   | PASJ
pasp       | Publications of the Astronomical Society of the Pacific             | PASP
physrep    | Physics Reports                                                     | Phys. Rep.
physscr    | Physica Scripta                                                     | Phys. Scr.
planss     | Planetary and Space Science                                         | Planet. Space Sci.
pra        | Physical Review A                                                   | Phys. Rev. A
prb        | Physical Review B                                                   | Phys. Rev. B
prc        | Physical Review C                                                   | Phys. Rev. C
prd        | Physical Review D                                                   | Phys. Rev. D
pre        | Physical Review E                                                   | Phys. Rev. E
prl        | Physical Review Letters                                             | Phys. Rev. Lett.
procspie   | Proceedings of SPIE                                                 | Proc. SPIE
psj        | The Planetary Science Journal                                       | PSJ
qjras      | Quarterly Journal of the Royal Astronomical Society                 | QJRAS
rmxaa      | Revista Mexicana de Astronomía y Astrofísica                        | Rev. Mexicana Astron. Astrofis.
skytel     | Sky and Telescope                                                   | S&T
solphys    | Solar Physics                                                       | Sol. Phys.
sovast     | Soviet Astronomy                                                    | Soviet Ast.
ssr        | Space Science Reviews                                               | Space Sci. Rev.
zap        | Zeitschrift für Astrophysik                                         | ZAp
"""


def _journals() -> dict[str, Journal]:
    rows = (line.split("|") for line in _ROWS.strip().splitlines())
    return {macro.strip(): Journal(name.strip(), short.strip()) for macro, name, short in rows}


JOURNAL_MACROS: dict[str, Journal] = _journals()
