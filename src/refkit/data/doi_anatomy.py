# ruff: noqa: E501
"""Facts that publishers encode in their DOIs: year, volume, first page, ISSN or ISBN.

Each row: registrants (the part before the slash, separated by spaces), a pattern for the suffix in lower case,
how the year in it relates to the year of publication, the year before volume 1 if the volume implies the year
(otherwise 0), and an example of the practice. Groups of a pattern: `year` (four digits), `yy` (two), `volume`,
`issue`, `page` (the first), `issn` (eight characters), `isbn`.
"""

# Allowed differences between the year of publication and the year in the DOI, as (smallest, largest).
# A work is submitted before it is accepted, and accepted before it is published.
TOLERANCE: dict[str, tuple[int, int]] = {
    "exact": (0, 0),
    "published": (-1, 1),
    "conference": (-1, 2),
    "accepted": (-1, 3),
    "submitted": (0, 6),
}

YEAR = r"(?P<year>(?:19|20)\d\d)"
SERIAL = r"(?P<issn>\d{4}-?\d{3}[\dx])"

# Identifiers of articles (PII) that contain the year of digitization if the volume was scanned later: Cambridge
# University Press always writes 00, Elsevier 07, 08, 09 or 19. Elsevier's form without `s` contains the true year.
SCANNED = r"10\.(?:1016|1006)/s\d{4}-?\d{3}[\dx]\(|10\.1017/s\d{7}[\dx]"

PATTERNS: tuple[tuple[str, str, str, int, str], ...] = (
    # Preprints: the identifier contains the date of submission.
    ("10.48550", r"arxiv\.(?P<yy>\d\d)(?:0[1-9]|1[0-2])\.\d{4,5}", "submitted", 0, "arXiv: https://info.arxiv.org/help/doi.html"),
    ("10.1101 10.64898", rf"{YEAR}\.\d\d\.\d\d\.\d+", "submitted", 0, "bioRxiv and medRxiv since December 2019: https://www.biorxiv.org/about/FAQ"),
    ("10.20944", r"preprints(?P<year>20\d\d)\d\d\.\d{4}", "submitted", 0, "Preprints.org: YYYYMM of submission: https://www.preprints.org/how-it-works"),
    ("10.26434", rf"chemrxiv-{YEAR}-", "submitted", 0, "ChemRxiv: https://chemrxiv.org/engage/chemrxiv/about-information"),
    # Proceedings: the year of the meeting.
    ("10.18653 10.3115", rf"v1/{YEAR}\.", "exact", 0, "ACL Anthology: https://aclanthology.org/info/ids/"),
    ("10.18653 10.3115", r"v1/[a-z](?P<yy>\d\d)-\d{4}", "exact", 0, "ACL Anthology, before 2020: https://aclanthology.org/info/ids/"),
    # IJCAI 2020 met in January 2021.
    ("10.24963", rf"[a-z]+\.{YEAR}/", "published", 0, "IJCAI and KR proceedings: https://www.ijcai.org/proceedings/"),
    ("10.1609", r"aaai\.v(?P<volume>\d+)i", "exact", 1986, "AAAI conference: volume 36 is AAAI-22: https://ojs.aaai.org/index.php/AAAI/issue/archive"),
    ("10.1609", r"icwsm\.v(?P<volume>\d+)i", "exact", 2006, "ICWSM: https://ojs.aaai.org/index.php/ICWSM/issue/archive"),
    ("10.1609", r"hcomp\.v(?P<volume>\d+)i", "exact", 2012, "HCOMP: https://ojs.aaai.org/index.php/HCOMP/issue/archive"),
    ("10.1609", r"aiide\.v(?P<volume>\d+)i", "exact", 2004, "AIIDE: https://ojs.aaai.org/index.php/AIIDE/issue/archive"),
    ("10.1609", r"icaps\.v(?P<volume>\d+)i", "exact", 1990, "ICAPS: https://ojs.aaai.org/index.php/ICAPS/issue/archive"),
    ("10.1609", r"aimag\.v(?P<volume>\d+)i", "published", 1979, "AI Magazine: https://ojs.aaai.org/aimagazine/index.php/aimagazine/issue/archive"),
    ("10.4230", rf"(?:lipics|oasics|dagsemproc|tgdk)\.[a-z0-9&_-]+\.{YEAR}\.", "published", 0, "Dagstuhl Publishing: https://drops.dagstuhl.de/"),
    ("10.21437", rf"[a-z_]+\.{YEAR}-", "exact", 0, "ISCA Archive: https://www.isca-archive.org/"),
    ("10.15607", rf"rss\.{YEAR}\.", "exact", 0, "Robotics: Science and Systems: https://www.roboticsproceedings.org/"),
    ("10.14722", rf"[a-z]+\.{YEAR}\.", "published", 0, "NDSS: https://www.ndss-symposium.org/"),
    ("10.5244", r"c\.(?P<volume>\d+)\.", "exact", 1986, "BMVC: volume 28 is 2014: http://www.bmva.org/bmvc"),
    ("10.18429", rf"jacow-[a-z-]+{YEAR}-", "published", 0, "JACoW: https://www.jacow.org/"),
    ("10.2514", rf"6\.{YEAR}-\d", "published", 0, "AIAA papers: https://arc.aiaa.org/"),
    ("10.4271", rf"{YEAR}-\d\d-\d{{4}}", "published", 0, "SAE papers: https://www.sae.org/publications/technical-papers"),
    ("10.1115", r"[a-z]{2,8}(?P<year>(?:19|20)\d\d)-\d", "published", 0, "ASME conferences: https://asmedigitalcollection.asme.org/"),
    ("10.3182", r"(?P<year>(?:19|20)\d\d)[01]\d[0-3]\d-\d+-[a-z]{2}-\d", "published", 0, "IFAC, date of the meeting: https://www.ifac-papersonline.net/"),
    # Journals: the year of the issue.
    ("10.1002 10.1111 10.1046", rf"\(sici\){SERIAL}\((?P<year>(?:19|20)\d\d)\d*(?:/\d+)?\)(?P<volume>\d+):", "published", 0, "SICI, ANSI/NISO Z39.56"),
    ("10.1175 10.1577 10.1641 10.1659 10.2108", rf"{SERIAL}\((?P<year>(?:19|20)\d\d)\)(?P<volume>\d+)[<\[]", "published", 0, "SICI, ANSI/NISO Z39.56"),
    ("10.1061", rf"\(asce\){SERIAL}\((?P<year>(?:19|20)\d\d)\)(?P<volume>\d+):(?P<issue>\d+)\((?P<page>\d+)\)", "published", 0, "ASCE: https://ascelibrary.org/"),
    ("10.5194", rf"(?!egusphere)[a-z]+-(?P<volume>\d+)-(?P<page>\d+)-{YEAR}$", "published", 0, "Copernicus: https://publications.copernicus.org/"),
    ("10.5194", rf"[a-z]+-{YEAR}-\d+$", "submitted", 0, "Copernicus preprints: https://publications.copernicus.org/"),
    ("10.1162", rf"[a-z]{{2,6}}\.{YEAR}\.(?P<volume>\d+)\.(?P<issue>\d+)\.(?:(?P<page>\d{{1,4}})|\d+)$", "published", 0, "MIT Press: https://direct.mit.edu/"),
    ("10.1371", r"journal\.pbio\.00(?P<volume>[2-5])0\d{3}$", "published", 2002, "PLOS Biology, volume by volume before 2008: https://journals.plos.org/plosbiology/volume"),
    ("10.1371", r"journal\.pmed\.00(?P<volume>[1-4])0\d{3}$", "published", 2003, "PLOS Medicine, volume by volume before 2008: https://journals.plos.org/plosmedicine/volume"),
    ("10.1371", r"journal\.p(?:cbi|gen|pat)\.00(?P<volume>[1-3])0\d{3}$", "published", 2004, "PLOS, volume by volume before 2008: https://journals.plos.org/ploscompbiol/volume"),
    ("10.4007", rf"annals\.{YEAR}\.(?P<volume>\d+)\.(?P<issue>\d+)\.\d+$", "published", 0, "Annals of Mathematics: https://annals.math.princeton.edu/"),
    ("10.2140", rf"[a-z]+\.{YEAR}\.(?P<volume>\d+)\.(?P<page>\d+)$", "published", 0, "Mathematical Sciences Publishers: https://msp.org/"),
    ("10.3934", rf"[a-z]+\.{YEAR}\.(?P<volume>\d+)\.(?P<page>\d+)$", "published", 0, "AIMS: https://www.aimsciences.org/"),
    ("10.1155", r"(?P<year>(?:19|20)\d\d)/\d{5,8}$", "published", 0, "Hindawi: https://www.hindawi.com/"),
    ("10.1523", rf"jneurosci\.\d{{4}}-\d\d\.{YEAR}$", "published", 0, "Journal of Neuroscience: https://www.jneurosci.org/"),
    ("10.1103", r"(?:physrev(?!lett\.\d+$)[a-z]*|revmodphys)\.(?P<volume>\d+)\.(?P<page>\d+)$", "", 0, "American Physical Society: https://journals.aps.org/"),
    ("10.1103", r"physrevlett\.(?P<volume>\d+)\.(?P<page>\d+)$", "", 0, "American Physical Society: https://journals.aps.org/"),
    ("10.1364", r"(?:oe|ol|ao|josa|josaa|josab|ome|boe|prj|optica)\.(?P<volume>\d+)\.0*(?P<page>\d+)$", "", 0, "Optica: https://opg.optica.org/"),
    # The last part is the number of the article in its issue; since 2008 it is the article number, of six digits.
    ("10.1088", rf"{SERIAL}/(?!(?:19|20)\d\d/)(?P<volume>\d+)/(?P<issue>\d+)/(?:(?P<page>\d{{6}})|[a-z]?\d+)$", "", 0, "IOP: https://iopscience.iop.org/"),
    # The last part is the number of a manuscript. From 2002 to 2006 it is the time of day, and the volume is a guess.
    ("10.1146", r"annurev\.[a-z]+\.(?P<volume>\d+)\.\d{6}\.00\d{4}$", "", 0, "Annual Reviews: https://www.annualreviews.org/"),
    # A volume of JHEP is a month, which some write as YYMM; JHEP's older DOIs have the same parts.
    ("10.1007", rf"jhep\d\d\({YEAR}\)(?P<page>\d{{3}})$", "published", 0, "JHEP: https://link.springer.com/journal/13130"),
    ("10.1088", rf"(?:1126-6708|1029-8479)/{YEAR}/\d\d/\d{{3}}$", "published", 0, "JHEP: https://iopscience.iop.org/journal/1126-6708"),
    ("10.1088", rf"1475-7516/{YEAR}/\d\d/\d{{3}}$", "published", 0, "JCAP: https://iopscience.iop.org/journal/1475-7516"),
    ("10.1088", rf"1742-5468/{YEAR}/\d\d/[a-z]\d{{5}}$", "published", 0, "JSTAT: https://iopscience.iop.org/journal/1742-5468"),
    ("10.1257", r"[a-z]{2,4}\.(?P<volume>\d{1,3})\.(?P<issue>\d+)\.(?P<page>\d+)$", "", 0, "American Economic Association: https://www.aeaweb.org/journals"),
    ("10.1287", r"[a-z]{4}\.(?P<volume>\d{1,2})\.(?P<issue>\d+)\.(?P<page>\d+)$", "", 0, "INFORMS: https://pubsonline.informs.org/"),
    ("10.1001", r"[a-z]+\.(?P<volume>\d{2,3})\.(?P<issue>\d+)\.(?P<page>\d+)$", "", 0, "JAMA Network: https://jamanetwork.com/"),
    ("10.1037", rf"{SERIAL}\.(?P<volume>\d+)\.(?P<issue>\d+)\.(?P<page>\d+)$", "", 0, "American Psychological Association: https://psycnet.apa.org/"),
    # Journals: the year of acceptance, or of the manuscript's number.
    ("10.1016", rf"j\.[a-z]+\.{YEAR}\.\d\d\.\d+", "accepted", 0, "Elsevier, year and month of acceptance: https://www.sciencedirect.com/"),
    ("10.1016", rf"j\.[a-z]+\.{YEAR}\.1\d{{5}}$", "accepted", 0, "Elsevier, year of acceptance and article number: https://www.sciencedirect.com/"),
    # All proceedings of IFAC (1474-6670) were given their PIIs in 2016.
    ("10.1016 10.1006", rf"s?(?!1474-6670){SERIAL}\((?P<yy>\d\d)\)\d{{5}}-[\dx]", "accepted", 0, "PII, ANSI/NISO and STM: https://en.wikipedia.org/wiki/Publisher_Item_Identifier"),
    ("10.1038 10.1007 10.1186 10.1057 10.1245 10.1208 10.1365 10.1617 10.3758", r"s\d{5}-0(?P<yy>\d\d)-\d{4,5}-[\dx]$", "accepted", 0, "Springer Nature: https://www.springernature.com/"),
    ("10.3389", rf"[a-z]+\.{YEAR}\.\d+", "published", 0, "Frontiers: https://www.frontiersin.org/"),
    ("10.1109", r"(?:t[a-z-]{1,8}|jproc|lra|access|lsp|comst|jsac|jiot|jstsp|lcomm|lwc|mcom|msp)\.(?P<year>(?:19|20)\d\d)\.\d{7}$", "accepted", 0, "IEEE journals: https://ieeexplore.ieee.org/"),
    ("10.1109", r"[a-z-]*[a-z]\d*\.(?P<year>(?:19|20)\d\d)\.\d+$", "conference", 0, "IEEE conferences: https://ieeexplore.ieee.org/"),
    ("10.1080 10.3109 10.1081", rf"{SERIAL}\.{YEAR}\.\d+", "accepted", 0, "Taylor & Francis: https://www.tandfonline.com/"),
    ("10.1111", r"j\.(?P<issn>\d{4}-\d{3}[\dx])\.(?P<year>(?:19|20)\d\d)\.\d{5}\.x$", "accepted", 0, "Blackwell: https://onlinelibrary.wiley.com/"),
    ("10.1002", r"[a-z]{3,5}\.(?P<year>20[0-2]\d)\d{5}$", "accepted", 0, "Wiley-VCH: https://onlinelibrary.wiley.com/"),
    ("10.1029 10.1002", r"(?P<year>20[012]\d)[a-z]{1,2}\d{6}$", "submitted", 0, "American Geophysical Union: https://agupubs.onlinelibrary.wiley.com/"),
    ("10.1177", r"(?P<issn>\d{7}[\dx])(?P<yy>\d\d)\d{6}$", "accepted", 0, "SAGE: ISSN, year, number: https://journals.sagepub.com/"),
    ("10.1017", r"s(?P<issn>\d{7}[\dx])(?P<yy>\d\d)\d{5}[\dx]$", "accepted", 0, "Cambridge University Press, PII: https://www.cambridge.org/core"),
    ("10.1017", rf"[a-z]{{2,4}}\.{YEAR}\.\d+$", "accepted", 0, "Cambridge University Press: https://www.cambridge.org/core"),
    ("10.1098", rf"rs[a-z]{{2,3}}\.{YEAR}\.\d{{4}}$", "accepted", 0, "Royal Society: https://royalsocietypublishing.org/"),
    ("10.1152", rf"[a-z]+\.\d{{5}}\.{YEAR}$", "accepted", 0, "American Physiological Society: https://journals.physiology.org/"),
    ("10.1049", rf"(?:iet-[a-z]+|el|cp)\.{YEAR}\.\d{{4}}$", "accepted", 0, "IET: https://digital-library.theiet.org/"),
    ("10.1287", rf"[a-z]{{4}}\.{YEAR}\.\d{{4}}$", "accepted", 0, "INFORMS: https://pubsonline.informs.org/"),
    ("10.1001", rf"[a-z]+\.{YEAR}\.\d{{2,6}}$", "accepted", 0, "JAMA Network: https://jamanetwork.com/"),
    ("10.1021", r"acs\.[a-z]+\.(?P<c>[0-9])c\d{5}$", "accepted", 2020, "American Chemical Society: https://pubs.acs.org/"),
    ("10.1021", r"acs\.[a-z]+\.(?P<c>[4-9])b\d{5}$", "accepted", 2010, "American Chemical Society: https://pubs.acs.org/"),
    ("10.1039", r"d(?P<c>\d)[a-z]{2}\d{5}[a-z]$", "accepted", 2020, "Royal Society of Chemistry: https://pubs.rsc.org/"),
    ("10.1039", r"c(?P<c>\d)[a-z]{2}\d{5}[a-z0-9]$", "accepted", 2010, "Royal Society of Chemistry: https://pubs.rsc.org/"),
    ("10.1073", r"pnas\.(?P<yy>\d\d)\d{5}\d{3}$", "accepted", 0, "PNAS: year, number, volume at acceptance: https://www.pnas.org/"),
    ("10.1175", r"[a-z]+-d-(?P<yy>\d\d)-\d{4,5}\.\d$", "submitted", 0, "American Meteorological Society: https://journals.ametsoc.org/"),
    ("10.1137", r"s(?P<issn>\d{7}[\dx])(?P<yy>\d\d)\d{6}$", "submitted", 0, "SIAM, PII: https://epubs.siam.org/"),
    ("10.1137", r"(?P<yy>[012]\d)[m\d]\d{6}[\dx]?$", "submitted", 0, "SIAM: year of submission: https://epubs.siam.org/"),
    ("10.1051", r"0004-6361[:/](?P<year>20\d\d)\d{4,5}$", "submitted", 0, "Astronomy & Astrophysics: https://www.aanda.org/"),
    ("10.1146", r"annurev-[a-z]+-[01]\d[0-3]\d(?P<yy>\d\d)-\d{6}$", "submitted", 0, "Annual Reviews: https://www.annualreviews.org/"),
    ("10.1128", r"[a-z]+\.\d{5}-(?P<yy>\d\d)$", "submitted", 0, "American Society for Microbiology: https://journals.asm.org/"),
    ("10.1190", rf"geo{YEAR}-\d{{4}}\.\d$", "submitted", 0, "Society of Exploration Geophysicists: https://library.seg.org/"),
    ("10.1257", r"[a-z]{3,5}\.(?P<year>20\d\d)\d{4}$", "submitted", 0, "American Economic Association: https://www.aeaweb.org/journals"),
    ("10.1214", r"(?P<yy>[012]\d)-[a-z]+\d+$", "submitted", 0, "Institute of Mathematical Statistics: https://imstat.org/"),
    ("10.1090", r"s(?P<issn>\d{4}-\d{3}[\dx])-(?P<yy>\d\d)-\d{5}-[\dx]$", "accepted", 0, "American Mathematical Society, PII: https://www.ams.org/journals"),
    ("10.1090", r"s(?P<issn>\d{4}-\d{3}[\dx])-(?P<year>(?:19|20)\d\d)-\d{5}-[\dx]$", "accepted", 0, "American Mathematical Society, PII: https://www.ams.org/journals"),
    ("10.1164", r"[a-z]+\.(?P<year>20\d\d)[01]\d-\d{4}[a-z]{1,3}$", "submitted", 0, "American Thoracic Society: https://www.atsjournals.org/"),
    ("10.1182", rf"blood-{YEAR}-\d\d-\d+$", "submitted", 0, "American Society of Hematology: https://ashpublications.org/"),
    ("10.1136", rf"[a-z]+-{YEAR}-\d{{5,6}}$", "submitted", 0, "BMJ: https://journals.bmj.com/"),
    # Books: the ISBN.
    ("10.1007 10.1057 10.1002 10.1515 10.4324 10.1201 10.1016 10.1090 10.1142 10.3233 10.1163 10.1037 10.18574 10.7551", r"b?(?P<isbn>97[89][-\d]{10,14})", "", 0, "ISBN as suffix, ISO 26324: https://www.doi.org/"),
    ("10.1017", r"cbo(?P<isbn>97[89]\d{10})", "", 0, "Cambridge University Press: https://www.cambridge.org/core"),
    ("10.1017", r"(?P<isbn>97[89]\d{10})", "", 0, "Cambridge University Press: https://www.cambridge.org/core"),
    ("10.1093", r"(?:acprof:oso|oso|acref|oxfordhb)/(?P<isbn>97[89]\d{10})", "", 0, "Oxford University Press: https://academic.oup.com/"),
    ("10.1137 10.1061", r"(?:1\.)?(?P<isbn>97[89]\d{10})", "", 0, "SIAM and ASCE books: https://epubs.siam.org/"),
)  # fmt: skip
