# ruff: noqa: E501
"""Years in the addresses of proceedings and journals, or volumes that imply the year.

Each row: a substring of the address, a pattern for it in lower case (groups `year`, `yy` or `volume`), how the
year in it relates to the year of publication (as in `refkit/data/doi_anatomy.py`), the year before volume 1.
"""

PATTERNS: tuple[tuple[str, str, str, int], ...] = (
    ("neurips.cc/", r"neurips\.cc/paper(?:_files/paper)?/(?P<year>(?:19|20)\d\d)/", "published", 0),
    ("papers.nips.cc/", r"papers\.nips\.cc/paper(?:_files/paper)?/(?P<year>(?:19|20)\d\d)/", "published", 0),
    ("aclanthology.", r"aclanthology\.(?:org|info)/(?:papers/)?(?P<year>(?:19|20)\d\d)\.", "exact", 0),
    ("aclanthology.", r"aclanthology\.(?:org|info)/(?:papers/)?(?:[a-z]/[a-z]\d\d/)?[a-z](?P<yy>\d\d)-\d{4}", "published", 0),
    ("aclweb.org/", r"aclweb\.org/anthology/(?:[a-z]/[a-z]\d\d/)?[a-z](?P<yy>\d\d)-\d{4}", "published", 0),
    ("thecvf.com/", r"thecvf\.com/content_[a-z]+_(?P<year>20\d\d)/", "published", 0),
    ("thecvf.com/", r"thecvf\.com/content/[a-z]+(?P<year>20\d\d)[a-z]*/", "published", 0),
    ("mlr.press/", r"mlr\.press/v\d+/[a-z][a-z_-]*?(?P<yy>\d\d)[a-z]{0,2}(?:\.html|\.pdf|/|$)", "published", 0),
    ("jmlr.org/", r"jmlr\.org/papers/(?:v|volume)(?P<volume>\d+)/", "published", 1999),
    ("ijcai.org/", r"ijcai\.org/proceedings/(?P<year>20\d\d)/", "published", 0),
    ("isca-archive.org/", r"isca-archive\.org/[a-z]+_(?P<year>(?:19|20)\d\d)/", "published", 0),
    ("usenix.org/", r"usenix\.org/(?:conference|system/files/conference)/[a-z]+(?P<yy>\d\d)/", "published", 0),
    ("sciencedirect.com/", r"/pii/s(?!14746670)\d{7}[\dx](?P<yy>\d\d)\d{5}[\dx]", "accepted", 0),
    ("nature.com/", r"nature\.com/articles/s4\d{4}-0(?P<yy>\d\d)-\d{4,5}-[\dx]", "accepted", 0),
    ("biorxiv.org/", r"10\.1101/(?P<year>20\d\d)\.\d\d\.\d\d\.", "submitted", 0),
    ("medrxiv.org/", r"10\.1101/(?P<year>20\d\d)\.\d\d\.\d\d\.", "submitted", 0),
)  # fmt: skip
