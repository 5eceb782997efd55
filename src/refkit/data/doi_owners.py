# ruff: noqa: E501
"""The series that DOIs name, and the registrants of venues' DOIs.

Sources: the publishers' pages of the series and Crossref's list of registrants
(https://www.crossref.org/06members/50go-live.html).
"""

# (registrant, start of the suffix, the series, words of which every name of the series contains one).
# The suffix starts with the abbreviation that the publisher gave to the series.
SERIES: tuple[tuple[str, str, str, str], ...] = (
    ("10.1609", r"aaai\.", "AAAI", r"aaai|iaai|eaai|artif|intelligence"),
    ("10.1609", r"icwsm\.", "ICWSM", r"icwsm|social media|weblog|aaai"),
    ("10.1609", r"icaps\.", "ICAPS", r"icaps|planning|aaai"),
    ("10.1609", r"aiide\.", "AIIDE", r"aiide|entertainment|aaai"),
    ("10.1609", r"hcomp\.", "HCOMP", r"hcomp|human comp|crowd|aaai"),
    ("10.1609", r"aimag\.", "AI Magazine", r"\bai mag|artif|magazine"),
    ("10.24963", r"ijcai\.", "IJCAI", r"ijcai|artif|joint conf|intelligence"),
    ("10.24963", r"kr\.", "KR", r"\bkr\b|\bkr20|knowledge repr|principles of knowl"),
    ("10.1162", r"tacl_?\.?a", "TACL", r"tacl|trans|assoc"),
    ("10.1162", r"coli", "Computational Linguistics", r"linguist"),
    ("10.1162", r"neco", "Neural Computation", r"neural comp|neco"),
    ("10.1109", r"cvprw?\d*\.", "CVPR", r"cvpr|vision|\bvis\b|patt"),
    ("10.1109", r"iccvw?\d*\.", "ICCV", r"iccv|vision|\bvis\b"),
    ("10.1109", r"wacvw?\d*\.", "WACV", r"wacv|vision|\bvis\b"),
    ("10.1109", r"icra\d*\.", "ICRA", r"icra|robot"),
    ("10.1109", r"iros\d*\.", "IROS", r"iros|robot"),
    ("10.1109", r"icassp\d*\.", "ICASSP", r"icassp|acoust|speech|signal"),
    ("10.1109", r"infocom\d*\.", "INFOCOM", r"infocom|communic|commun\."),
    ("10.1109", r"icde\d*\.", "ICDE", r"icde|data eng"),
    ("10.1109", r"icdm\d*\.", "ICDM", r"icdm|data min"),
    ("10.1109", r"focs\d*\.", "FOCS", r"focs|foundations|found\.|sfcs"),
    ("10.1109", r"globecom\d*\.", "GLOBECOM", r"globe|communic|commun\."),
    ("10.1109", r"icip\d*\.", "ICIP", r"icip|image"),
    ("10.1109", r"ijcnn\d*\.", "IJCNN", r"ijcnn|neural"),
    ("10.1109", r"cdc\d*\.", "CDC", r"\bcdc\b|decision|control"),
    ("10.1109", r"icpr\d*\.", "ICPR", r"icpr|pattern"),
    ("10.1109", r"bigdata\d*\.", "IEEE Big Data", r"big ?data"),
    ("10.1109", r"tpami\.", "IEEE TPAMI", r"pami|patt|machine intel|mach\. intel"),
    ("10.1109", r"tkde\.", "IEEE TKDE", r"tkde|knowledge|knowl\."),
    ("10.1109", r"tip\.", "IEEE TIP", r"\btip\b|image|\bimg\b"),
    ("10.1109", r"tit\.", "IEEE TIT", r"\btit\b|inform|inf\."),
    ("10.1109", r"tac\.", "IEEE TAC", r"\btac\b|autom"),
    ("10.1109", r"tnnls\.", "IEEE TNNLS", r"tnnls|neural"),
    ("10.1109", r"tvcg\.", "IEEE TVCG", r"tvcg|visual|\bvis\b|graph"),
    ("10.1109", r"tmi\.", "IEEE TMI", r"\btmi\b|imag"),
    ("10.1109", r"tgrs\.", "IEEE TGRS", r"tgrs|geosc|remote"),
    ("10.1109", r"access\.", "IEEE Access", r"access"),
    ("10.3389", r"fpsyg\.", "Frontiers in Psychology", r"psych|^frontiers$"),
    ("10.3389", r"fpsyt\.", "Frontiers in Psychiatry", r"psych|^frontiers$"),
    ("10.3389", r"fnins\.", "Frontiers in Neuroscience", r"neurosc|^frontiers$"),
    ("10.3389", r"fnhum\.", "Frontiers in Human Neuroscience", r"hum|^frontiers$"),
    ("10.3389", r"fimmu\.", "Frontiers in Immunology", r"immun|^frontiers$"),
    ("10.3389", r"fmicb\.", "Frontiers in Microbiology", r"microb|^frontiers$"),
    ("10.3389", r"fpls\.", "Frontiers in Plant Science", r"plant|^frontiers$"),
    ("10.3389", r"fonc\.", "Frontiers in Oncology", r"onc|^frontiers$"),
    ("10.3389", r"fphys\.", "Frontiers in Physiology", r"physiol|^frontiers$"),
    ("10.3389", r"fgene\.", "Frontiers in Genetics", r"gen|^frontiers$"),
    ("10.3389", r"fphar\.", "Frontiers in Pharmacology", r"pharm|^frontiers$"),
    ("10.3389", r"fneur\.", "Frontiers in Neurology", r"neurol|^frontiers$"),
    ("10.3389", r"fmars\.", "Frontiers in Marine Science", r"mar|^frontiers$"),
    ("10.3389", r"f[a-z]+\.", "Frontiers", r"front"),
    ("10.1371", r"journal\.pone\.", "PLOS ONE", r"\bone\b|plosone|^plos$"),
    ("10.1371", r"journal\.pbio\.", "PLOS Biology", r"biol|^plos$"),
    ("10.1371", r"journal\.pmed\.", "PLOS Medicine", r"med|^plos$"),
    ("10.1371", r"journal\.pgen\.", "PLOS Genetics", r"gen|^plos$"),
    ("10.1371", r"journal\.pcbi\.", "PLOS Computational Biology", r"comp|^plos$"),
    ("10.1371", r"journal\.ppat\.", "PLOS Pathogens", r"path|^plos$"),
    ("10.1371", r"journal\.pntd\.", "PLOS Neglected Tropical Diseases", r"negl|trop|ntd|^plos$"),
    ("10.1371", r"journal\.p", "PLOS", r"plos|public library of sci"),
    ("10.7554", r"elife", "eLife", r"elife"),
    ("10.1103", r"physrevlett\.", "Physical Review Letters", r"lett|prl\b|^phys\S* rev\S*$"),
    ("10.1103", r"physreva\.", "Physical Review A", r"phys(?!.*\brev\S* (?!a\b)(?:[a-ex]|lett\S*)(?!\w))|pra\b"),
    ("10.1103", r"physrevb\.", "Physical Review B", r"phys(?!.*\brev\S* (?!b\b)(?:[a-ex]|lett\S*)(?!\w))|prb\b"),
    ("10.1103", r"physrevc\.", "Physical Review C", r"phys(?!.*\brev\S* (?!c\b)(?:[a-ex]|lett\S*)(?!\w))|prc\b"),
    ("10.1103", r"physrevd\.", "Physical Review D", r"phys(?!.*\brev\S* (?!d\b)(?:[a-ex]|lett\S*)(?!\w))|prd\b"),
    ("10.1103", r"physreve\.", "Physical Review E", r"phys(?!.*\brev\S* (?!e\b)(?:[a-ex]|lett\S*)(?!\w))|pre\b"),
    ("10.1103", r"physrevx\.", "Physical Review X", r"phys(?!.*\brev\S* (?!x\b)(?:[a-ex]|lett\S*)(?!\w))|prx\b"),
    ("10.1103", r"physrev[a-ex]", "Physical Review", r"phys|pr[a-ex]\b"),
    ("10.1126", r"science\.", "Science", r"science|\bsci\b"),
    ("10.1073", r"pnas\.", "PNAS", r"pnas|nat|proc|u\.?s\.?a"),
    ("10.1038", r"nature\d|s41586-", "Nature", r"nature|\bnat\b"),
    ("10.1038", r"s41467-|ncomms\d", "Nature Communications", r"nat"),
    ("10.1038", r"s41598-|srep\d", "Scientific Reports", r"sci"),
    ("10.1056", r"nejm", "New England Journal of Medicine", r"engl|nejm|n\.? ?e\.? ?j"),
    ("10.1001", r"jama", "JAMA", r"jama|med|assoc|arch"),
    ("10.21437", r"interspeech", "Interspeech", r"interspeech|speech|isca"),
    ("10.21105", r"joss\.", "JOSS", r"joss|open source"),
    ("10.1016", r"j\.neuroimage\.", "NeuroImage", r"neuro-? ?im"),
    ("10.1016", r"j\.cell\.", "Cell", r"cell"),
    ("10.1016", r"j\.neuron\.", "Neuron", r"neuron"),
    ("10.1016", r"j\.artint\.", "Artificial Intelligence", r"artif|intell"),
    ("10.1016", r"j\.patcog\.", "Pattern Recognition", r"patt"),
    ("10.1093", r"bioinformatics/", "Bioinformatics", r"bioinf|computer applications|cabios"),
    ("10.1093", r"nar/", "Nucleic Acids Research", r"nucl|nar\b"),
    ("10.1093", r"mnras/", "MNRAS", r"mnras|astron|month|mon\."),
    ("10.5194", r"acp-", "Atmospheric Chemistry and Physics", r"atmos|chem|acp"),
    ("10.5194", r"hess-", "Hydrology and Earth System Sciences", r"hydrol|hess"),
    ("10.5194", r"gmd-", "Geoscientific Model Development", r"geosc|model|gmd"),
    ("10.5194", r"tc-", "The Cryosphere", r"cryo|tc\b"),
    ("10.5194", r"bg-", "Biogeosciences", r"biogeo|bg\b"),
    ("10.5194", r"essd-", "Earth System Science Data", r"earth|essd"),
)  # fmt: skip

# Registrants of publishers that never register copies of works that others published.
PUBLISHERS: dict[str, str] = {
    "10.1109": "IEEE", "10.1145": "ACM", "10.1007": "Springer", "10.1016": "Elsevier",
    "10.1038": "Nature", "10.1609": "AAAI", "10.18653": "ACL", "10.3115": "ACL",
    "10.24963": "IJCAI", "10.1126": "AAAS", "10.1073": "PNAS", "10.1103": "American Physical Society",
    "10.1371": "PLOS", "10.7554": "eLife", "10.3389": "Frontiers", "10.3390": "MDPI",
    "10.1080": "Taylor & Francis", "10.1177": "SAGE", "10.1002": "Wiley", "10.1111": "Wiley",
    "10.1093": "Oxford University Press", "10.1017": "Cambridge University Press", "10.1137": "SIAM",
    "10.1162": "MIT Press", "10.1214": "IMS", "10.1186": "BioMed Central", "10.1136": "BMJ",
    "10.1056": "NEJM", "10.1001": "American Medical Association", "10.1021": "American Chemical Society",
    "10.1039": "Royal Society of Chemistry", "10.1063": "AIP", "10.1088": "IOP", "10.1098": "Royal Society",
    "10.1155": "Hindawi", "10.21437": "ISCA", "10.4230": "Dagstuhl", "10.14778": "VLDB Endowment",
    "10.1287": "INFORMS", "10.1257": "American Economic Association", "10.1037": "American Psychological Association",
    "10.1152": "American Physiological Society", "10.1128": "American Society for Microbiology",
    "10.5194": "Copernicus", "10.2514": "AIAA", "10.1115": "ASME", "10.1061": "ASCE",
}  # fmt: skip

# Taylor & Francis reissues books of others; De Gruyter (10.1515) also distributes books of university presses.
# Registrants of books and proceedings, and the publisher's name in `refkit/data/isbn_publishers.py`.
BOOK_REGISTRANTS: dict[str, str] = {
    "10.1007": "Springer", "10.1016": "Elsevier", "10.1002": "Wiley", "10.1109": "IEEE", "10.1145": "ACM",
    "10.1093": "Oxford University Press", "10.1017": "Cambridge University Press", "10.1137": "SIAM",
    "10.1090": "American Mathematical Society", "10.7551": "MIT Press",
    "10.1163": "Brill", "10.1142": "World Scientific",
}  # fmt: skip

# Registrants of preprint servers, data archives and universities: their DOIs may identify copies of works of
# any publisher. Source: the servers' own pages.
REPOSITORIES = frozenset(
    # arXiv, bioRxiv, PsyArXiv, OSF, SocArXiv, EarthArXiv, ChemRxiv, Preprints, Research Square, SSRN, TechRxiv
    "10.48550 10.1101 10.64898 10.31234 10.31219 10.31235 10.31223 10.26434 10.20944 10.21203 10.2139 10.36227 "
    # Zenodo, figshare, ResearchGate, OSF, Dryad, Dataverse, Kaggle, Hugging Face, Qeios, Authorea, Apollo
    "10.5281 10.6084 10.13140 10.17605 10.5061 10.7910 10.34740 10.57967 10.32388 10.22541 10.17863 10.60692 10.52843 "
    # JSTOR, e-periodica, OSTI, DTIC, CERN, DESY
    "10.2307 10.5169 10.2172 10.21236 10.17181 10.5170 10.3204 "
    # ETH, EPFL, Zurich, Bern, Basel, KIT, Stuttgart, HU and TU Berlin, Darmstadt, Regensburg, LMU, Heidelberg
    "10.3929 10.5075 10.5167 10.7892 10.48350 10.5451 10.5445 10.18419 10.18452 10.14279 10.26083 10.5283 10.5282 "
    "10.11588 10.15496 10.15488 10.17617 10.24406 10.34726 10.34727 10.25560 10.7488 10.5287 10.17169 10.18154 "
    # CMU, SAGE, Columbia, Texas, North Carolina, Maryland, Singapore, DataCite's tests
    "10.1184 10.25384 10.7916 10.26153 10.17615 10.13016 10.32657 10.15781 10.7302 10.25335 10.5072 10.22215".split()
)

# (name of the venue, alone or within "Proceedings of ...", in lower case; the registrants of its DOIs, with
# the last year of a registrant that is no longer used).
ACL_FAMILY = "10.18653 10.3115 10.1145 10.5555"
VENUES: dict[str, str] = {
    "neurips": "10.5555 10.52202", "nips": "10.5555", "advances in neural information processing systems": "10.5555 10.52202 10.7551 10.1162",
    "iclr": "10.5555", "international conference on learning representations": "10.5555",
    "icml": "10.5555 10.1145<2010", "international conference on machine learning": "10.5555 10.1145<2010 10.1016<2000",
    "aistats": "10.5555", "colt": "10.5555 10.1007<2008 10.1145<2001 10.1016<1996", "uai": "10.5555 10.1016<2000",
    "aaai": "10.1609 10.5555", "ijcai": "10.24963 10.5555", "cvpr": "10.1109 10.5555", "iccv": "10.1109 10.5555",
    "eccv": "10.1007 10.5555", "acl": ACL_FAMILY, "emnlp": ACL_FAMILY, "naacl": ACL_FAMILY, "eacl": ACL_FAMILY,
    "kdd": "10.1145 10.5555 10.1609<2000", "sigir": "10.1145 10.5555 10.1007<1995", "www": "10.1145 10.5555 10.1016<2003",
    "icra": "10.1109", "icassp": "10.1109", "stoc": "10.1145 10.5555", "focs": "10.1109", "sosp": "10.1145", "chi": "10.1145 10.5555",
    "journal of machine learning research": "10.5555 10.1162<2005", "jmlr": "10.5555 10.1162<2005",
    "nature": "10.1038", "science": "10.1126", "pnas": "10.1073", "cell": "10.1016", "the lancet": "10.1016",
    "physical review letters": "10.1103", "phys. rev. lett.": "10.1103", "plos one": "10.1371", "elife": "10.7554",
    "nature communications": "10.1038", "scientific reports": "10.1038",
}  # fmt: skip
