# ruff: noqa: E501
"""ISBN prefixes of large publishers, and the words that name each publisher or its group.

Source: the imprints of the publishers' own books; the International ISBN Agency's register
(https://grp.isbn-international.org/). A prefix is the group and the registrant without hyphens.
"""

REGISTRANTS: dict[str, str] = {
    "019": "Oxford University Press",
    "0521": "Cambridge University Press", "1107": "Cambridge University Press",
    "1108": "Cambridge University Press", "1316": "Cambridge University Press",
    "0262": "MIT Press", "0691": "Princeton University Press", "0226": "University of Chicago Press",
    "0674": "Harvard University Press", "0300": "Yale University Press",
    "0520": "University of California Press", "0231": "Columbia University Press",
    "08018": "Johns Hopkins University Press", "08047": "Stanford University Press",
    "0387": "Springer", "3540": "Springer", "3642": "Springer", "3319": "Springer", "3030": "Springer",
    "3031": "Springer", "3658": "Springer", "3662": "Springer", "14612": "Springer", "14613": "Springer",
    "14614": "Springer", "14615": "Springer", "14684": "Springer", "14419": "Springer", "14757": "Springer",
    "14899": "Springer", "14939": "Springer", "98110": "Springer", "98113": "Springer", "98115": "Springer", "98116": "Springer",
    "98119": "Springer", "94007": "Springer", "94009": "Springer", "94011": "Springer", "94015": "Springer",
    "94017": "Springer", "94024": "Springer", "07923": "Springer", "14020": "Springer", "0471": "Wiley", "0470": "Wiley", "1118": "Wiley", "1119": "Wiley",
    "012": "Elsevier", "0444": "Elsevier", "0080": "Elsevier",
    "0201": "Pearson", "0321": "Pearson", "0130": "Pearson", "0131": "Pearson", "0132": "Pearson",
    "0133": "Pearson", "0134": "Pearson", "0135": "Pearson",
    "0415": "Taylor & Francis", "1138": "Taylor & Francis", "0367": "Taylor & Francis",
    "08218": "American Mathematical Society", "14704": "American Mathematical Society",
    "089871": "SIAM", "161197": "SIAM",
    "14503": "ACM", "159593": "ACM", "160558": "ACM",
    "14244": "IEEE", "14673": "IEEE", "14799": "IEEE", "15090": "IEEE", "15386": "IEEE", "17281": "IEEE",
}  # fmt: skip

NAMES: dict[str, str] = {
    "Oxford University Press": r"oxford|\boup\b|clarendon",
    "Cambridge University Press": r"cambridge|\bcup\b",
    "MIT Press": r"\bmit\b|m\.i\.t|massachusetts|bradford|triliteral|elsevier",
    "Princeton University Press": r"princeton",
    "University of Chicago Press": r"chicago",
    "Harvard University Press": r"harvard|belknap",
    "Yale University Press": r"yale",
    "University of California Press": r"california",
    "Columbia University Press": r"columbia",
    "Johns Hopkins University Press": r"hopkins|baker",
    "Stanford University Press": r"stanford",
    "Springer": r"springer|birkh|palgrave|kluwer|plenum|copernicus|apress|vieweg|teubner|physica|nature",
    "Wiley": r"wiley|blackwell|jossey|interscience|vch|van nostrand|for dummies|hungry minds|sybex|wrox|ieee",
    "Elsevier": r"elsevier|academic press|north[- ]holland|morgan kauf|pergamon|butterworth|mosby|saunders|newnes|focal|digital press|gulf|\bmit press",
    "Pearson": r"pearson|prentice|addison|longman|allyn|benjamin|cummings|scott|peachpit|new riders|que\b|sams\b|ft press|\bacm\b",
    "Taylor & Francis": r"taylor|francis|routledge|crc|chapman|erlbaum|psychology press|garland|methuen|ashgate|spon|focal",
    "American Mathematical Society": r"mathematical soc|math\. soc|\bams\b|chelsea",
    "SIAM": r"siam|industrial and applied|ind\. and appl",
    "ACM": r"\bacm\b|computing machinery|ieee|electrical and electronics",
    "IEEE": r"ieee|electrical and electronics|curran|\bacm\b|computing machinery",
}  # fmt: skip
