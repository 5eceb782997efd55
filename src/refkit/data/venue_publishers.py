"""Publishers and databases that are not journals, in lower case."""

from __future__ import annotations

# Publishers that issue journals and proceedings, with the forms that reference managers write.
_PUBLISHERS = """acm|acm press|association for computing machinery|academic press|addison-wesley|aip publishing
american chemical society|american institute of physics|american mathematical society|american physical society
biomed central|birkhäuser|bmj publishing group|cambridge univ press|cambridge university press|chapman & hall
chapman and hall|crc press|de gruyter|walter de gruyter|dover publications|edward elgar|elsevier|elsevier b.v.
elsevier bv|elsevier ltd|elsevier science
elsevier inc.|emerald|emerald group publishing|emerald group publishing limited
frontiers media sa|harvard university press|hindawi|hindawi publishing corporation|ieee|ieee computer society
ieee computer society press|ieee press|iet|iop publishing|inderscience|ios press|john wiley & sons|john wiley and sons
kluwer|kluwer academic publishers|longman|macmillan|mcgraw-hill|mdpi|mdpi ag|mit press|the mit press
morgan kaufmann|nature publishing group|north-holland|o'reilly|o'reilly media|oxford univ press
oxford university press|packt publishing|palgrave macmillan|pearson|pergamon|pergamon press|plenum press
prentice hall|prentice-hall|princeton university press|public library of science|routledge|royal society of chemistry
sage|sage publications|springer|springer nature|springer science & business media|springer berlin heidelberg
springer international publishing|springer new york|springer us|springer verlag|springer-verlag|taylor & francis
taylor and francis|university of chicago press|usenix association|wiley|wiley-blackwell|wiley-interscience
wiley-vch|world scientific|yale university press"""

# Databases and search engines, which publish no journal of this name.
_DATABASES = """academia.edu|acm digital library|citeseer|citeseerx|ebsco|google scholar|ieee xplore|jstor|project muse
proquest|pubmed|researchgate|sciencedirect|scopus|semantic scholar|springerlink|web of science
wiley online library"""

VENUE_PUBLISHERS = frozenset(
    name.strip() for name in f"{_PUBLISHERS}|{_DATABASES}".replace("\n", "|").split("|")
)
