# ruff: noqa: E501
"""How the volumes of some journals run with the years.

Each row: the name, and from which year on which volume opened the year and how many volumes a year has.
Sources: the journals' own archives of issues. Years before a row's first and after `KNOWN_UNTIL` are not judged.
"""

KNOWN_UNTIL = 2025

Run = tuple[int, int, int]

# Several volumes a year.
SEVERAL: dict[str, tuple[Run, ...]] = {
    "nature": ((1990, 343, 6), (2011, 469, 12)),
    "science": ((1990, 247, 4),),
    "cell": ((1990, 60, 4), (2021, 184, 1)),
    "new england journal of medicine": ((1990, 322, 2),),
    "lancet": ((1990, 335, 2),),
    "jama": ((1990, 263, 2),),
    "physical review letters": ((1990, 64, 2),),
    "physical review a": ((1990, 41, 2),),
    "physical review b": ((1990, 41, 2),),
    "physical review c": ((1990, 41, 2),),
    "physical review d": ((1990, 41, 2),),
    "physical review e": ((1993, 47, 2),),
    "journal of applied physics": ((1990, 67, 2),),
    "applied physics letters": ((1990, 56, 2),),
    "journal of chemical physics": ((1990, 92, 2),),
    "journal of the acoustical society of america": ((1990, 87, 2),),
}

# The first year, for journals whose early volumes ran otherwise or that are not in the tables below.
FOUNDED: dict[str, int] = {
    "nature": 1869, "science": 1880, "cell": 1974, "new england journal of medicine": 1812, "lancet": 1823, "jama": 1883,
    "physical review letters": 1958, "physical review a": 1970, "physical review b": 1970, "physical review c": 1970,
    "physical review d": 1970, "physical review e": 1993, "physical review x": 2011, "journal of applied physics": 1931,
    "applied physics letters": 1962, "journal of chemical physics": 1933,
    "proceedings of the national academy of sciences": 1915, "pnas": 1915, "proc natl acad sci usa": 1915,
    "journal of the acm": 1954, "communications of the acm": 1958, "plos one": 2006, "plos biology": 2003,
    "plos computational biology": 2005, "plos genetics": 2005, "plos medicine": 2004, "nature communications": 2010,
    "scientific reports": 2011, "elife": 2012, "peerj": 2013, "nature methods": 2004, "nature neuroscience": 1998,
    "nature medicine": 1995, "nature genetics": 1992, "nature physics": 2005, "nature materials": 2002,
    "nature photonics": 2007, "nature nanotechnology": 2006, "nature climate change": 2011, "nature energy": 2016,
    "nature machine intelligence": 2019, "science advances": 2015, "ieee access": 2013,
    "plos pathogens": 2005, "plos neglected tropical diseases": 2007, "frontiers in psychology": 2010,
    "frontiers in neuroscience": 2007, "bmc bioinformatics": 2000, "bmc genomics": 2000, "genome biology": 2000,
    "remote sensing": 2009, "sustainability": 2009, "atmospheric chemistry and physics": 2001,
    "geoscientific model development": 2008, "earth system science data": 2009,
    "ieee transactions on pattern analysis and machine intelligence": 1979,
    "ieee transactions on image processing": 1992, "ieee transactions on knowledge and data engineering": 1989,
    "journal of machine learning research": 2000, "transactions on machine learning research": 2022,
    "transactions of the association for computational linguistics": 2013, "neural computation": 1989,
    "siam review": 1959, "siam journal on computing": 1972, "journal of neuroscience": 1981,
    "nucleic acids research": 1974, "bioinformatics": 1985, "reviews of modern physics": 1929,
    "journal of climate": 1988, "geophysical research letters": 1974, "journal of finance": 1946,
    "management science": 1954, "operations research": 1952, "econometrica": 1933, "american economic review": 1911,
}

# One volume a year: the year before volume 1, as the volumes have run since 1990 or their first.
ONE: dict[str, int] = {
    "proceedings of the national academy of sciences": 1903, "proc natl acad sci": 1903, "pnas": 1903,
    "proceedings of the national academy of sciences of the united states of america": 1903,
    "proc natl acad sci usa": 1903, "proc natl acad sci u s a": 1903,
    "journal of the acm": 1953, "jacm": 1953, "communications of the acm": 1957, "cacm": 1957,
    "psychological review": 1893, "american economic review": 1910, "econometrica": 1932,
    "quarterly journal of economics": 1885, "journal of political economy": 1892, "review of economic studies": 1933,
    "journal of the american statistical association": 1905, "biometrika": 1913, "annals of statistics": 1972,
    "biometrics": 1944, "journal of neuroscience": 1980, "nucleic acids research": 1972, "bioinformatics": 1984,
    "plos one": 2005, "plos biology": 2002, "plos computational biology": 2004, "plos genetics": 2004,
    "nature communications": 2009, "scientific reports": 2010, "elife": 2011, "nature methods": 2003,
    "nature neuroscience": 1997, "nature biotechnology": 1982, "nature medicine": 1994, "nature physics": 2004,
    "nature materials": 2001, "nature photonics": 2006, "nature nanotechnology": 2005,
    "ieee transactions on pattern analysis and machine intelligence": 1978,
    "ieee transactions on information theory": 1954, "proceedings of the ieee": 1912,
    "ieee transactions on signal processing": 1952, "ieee transactions on automatic control": 1955,
    "ieee transactions on image processing": 1991, "ieee transactions on knowledge and data engineering": 1988,
    "journal of machine learning research": 1999, "neural computation": 1988, "siam review": 1958,
    "siam journal on computing": 1971, "computational linguistics": 1974, "ecology": 1919, "evolution": 1946,
    "journal of biological chemistry": 1725, "journal of the american chemical society": 1878,
    "chemical reviews": 1900, "analytical chemistry": 1928, "journal of organic chemistry": 1935,
    "physical review x": 2010, "reviews of modern physics": 1928, "journal of climate": 1987,
    "journal of the atmospheric sciences": 1943, "monthly weather review": 1872,
    "quarterly journal of the royal meteorological society": 1874,
    "bulletin of the american meteorological society": 1919, "geophysical research letters": 1973,
    "journal of finance": 1945, "management science": 1954, "operations research": 1952, "child development": 1929,
    "american sociological review": 1935, "language": 1924,
    "frontiers in psychology": 2009, "frontiers in microbiology": 2009, "frontiers in immunology": 2009,
    "frontiers in plant science": 2009, "frontiers in genetics": 2009, "frontiers in physiology": 2009,
    "frontiers in neuroscience": 2006, "frontiers in human neuroscience": 2006, "frontiers in robotics and ai": 2013,
    "frontiers in computational neuroscience": 2006, "frontiers in neuroinformatics": 2006,
    "frontiers in neurorobotics": 2006, "frontiers in behavioral neuroscience": 2006,
    "bmc bioinformatics": 1999, "bmc genomics": 1999, "bmc medicine": 2002, "genome biology": 1999,
    "sensors": 2000, "remote sensing": 2008, "international journal of molecular sciences": 1999, "molecules": 1995,
    "entropy": 1998, "sustainability": 2008, "energies": 2007, "nutrients": 2008, "applied sciences": 2010,
    "international journal of environmental research and public health": 2003, "future internet": 2008,
    "nature climate change": 2010, "nature energy": 2015, "nature machine intelligence": 2018,
    "science advances": 2014, "ieee access": 2012, "transactions of the association for computational linguistics": 2012,
    "plos medicine": 2003, "plos pathogens": 2004, "plos neglected tropical diseases": 2006,
    "atmospheric chemistry and physics": 2000, "hydrology and earth system sciences": 1996,
    "geoscientific model development": 2007, "cryosphere": 2006, "biogeosciences": 2003, "earth system science data": 2008,
}  # fmt: skip
