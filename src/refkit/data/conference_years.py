"""Years in which the conferences of a series took place.

Sources: the pages of the series (https://aclanthology.org/venues/, https://www.thecvf.com/, https://www.ijcai.org/past_conferences,
https://aaai.org/conference/aaai/, https://www.usenix.org/conferences, https://www.ecva.net/). Years after `KNOWN_UNTIL`
are not checked.
"""

KNOWN_UNTIL = 2025

_EVEN = frozenset(range(1990, KNOWN_UNTIL + 1, 2))

# The years of each series from the first on; there was no meeting in a missing year.
YEARS: dict[str, frozenset[int]] = {
    "ECCV": _EVEN,
    "ICCV": frozenset({1987, 1988, 1990, 1993, 1995, 1998, 1999, *range(2001, KNOWN_UNTIL + 1, 2)}),
    "NAACL": frozenset(
        {
            2000,
            2001,
            2003,
            2004,
            2006,
            2007,
            2009,
            2010,
            2012,
            2013,
            2015,
            2016,
            2018,
            2019,
            2021,
            2022,
            2024,
            2025,
        }
    ),
    "EACL": frozenset(
        {
            1983,
            1985,
            1987,
            1989,
            1991,
            1993,
            1995,
            1997,
            1999,
            2003,
            2006,
            2009,
            2012,
            2014,
            2017,
            2021,
            2023,
            2024,
        }
    ),
    "COLING": frozenset(
        {1965, 1967, 1969, 1971, 1973, 1976, 1978, 1980, 1982, 1984, 1986, 1988, *_EVEN, 2025}
    ),
    "LREC": frozenset(range(1998, KNOWN_UNTIL + 1, 2)),
    "IJCAI": frozenset({*range(1969, 2016, 2), *range(2016, KNOWN_UNTIL + 1)}),
    "ICLR": frozenset(range(2013, KNOWN_UNTIL + 1)),
    "AAAI": frozenset(
        set(range(1980, KNOWN_UNTIL + 1)) - {1981, 1985, 1989, 1995, 2001, 2003, 2009}
    ),
    "CVPR": frozenset(set(range(1983, KNOWN_UNTIL + 1)) - {1984, 1987, 1990, 1995, 2002}),
    "OSDI": frozenset({1994, 1996, 1999, *range(2000, 2021, 2), *range(2021, KNOWN_UNTIL + 1)}),
    "SOSP": frozenset({*range(1967, 2024, 2), 2024, 2025}),
    "ICPR": frozenset({*range(1974, KNOWN_UNTIL + 1, 2), 1973, 2021}),
}

# Names of the series as a venue, alone or in "Proceedings of ...".
NAMES: dict[str, str] = {
    "european conference on computer vision": "ECCV",
    "international conference on computer vision": "ICCV",
    "ieee international conference on computer vision": "ICCV",
    "ieee/cvf international conference on computer vision": "ICCV",
    "computer vision and pattern recognition": "CVPR",
    "ieee conference on computer vision and pattern recognition": "CVPR",
    "ieee/cvf conference on computer vision and pattern recognition": "CVPR",
    "conference of the north american chapter of the association for computational linguistics": "NAACL",
    "conference of the european chapter of the association for computational linguistics": "EACL",
    "international conference on computational linguistics": "COLING",
    "international conference on language resources and evaluation": "LREC",
    "international joint conference on artificial intelligence": "IJCAI",
    "international joint conferences on artificial intelligence": "IJCAI",
    "international conference on learning representations": "ICLR",
    "aaai conference on artificial intelligence": "AAAI",
    "naacl-hlt": "NAACL",
    **{name.lower(): name for name in YEARS},
}
