# ruff: noqa: E501
"""The forms of identifiers as regular expressions; all other modules compose theirs from these.

Patterns have no flags and, unless the comment says so, no groups. Match labels, hosts and archives without regard to
case. Sources: ISO 26324 and the DOI Handbook, 2.2; shortdoi.org; ISO 2108; ISO 3297; ISO 27729; arXiv's
"Understanding the arXiv identifier"; NLM's PMID and PMCID; RFC 3650 (handles).
"""

from __future__ import annotations

# DOI. A registrant code may be divided: 10.1000.10/123456.
DOI_REGISTRANT = r"10\.[0-9]{4,9}(?:\.[0-9]+)*"
DOI_START = rf"{DOI_REGISTRANT}/"
DOI = rf"{DOI_START}\S+"
# Without the characters that end a DOI in TeX and HTML.
DOI_IN_FIELD = rf"{DOI_START}[^\s\"{{}}|^`]+"
# The first digits, for text in which a DOI may be divided or damaged.
DOI_CUE = r"10\.[0-9]"
DOI_NUMBER = rf"{DOI_CUE}[0-9.]*/"
# shortdoi.org: a handle that resolves at doi.org.
SHORT_DOI = r"10/[a-z0-9]{3,10}"
DOI_RESOLVER = r"(?:https?://)?(?:dx\.|www\.)?doi\.org/?"
DOI_LABEL = r"(?:(?:https?://)?(?:dx\.|www\.)?doi(?:\.org)?\s?[:/\s]\s{0,2}(?:doi:)?|(?<![\w/.]))"
# Group `doi`. A DOI in prose, possibly after a label.
DOI_IN_PROSE = rf"{DOI_LABEL}(?P<doi>{DOI})"

# arXiv. The numbers since April 2007, and those before, which were counted by archive and month.
ARXIV_NUMBER = r"[0-9]{4}\.[0-9]{4,5}"
ARXIV_ARCHIVE = r"[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?"
ARXIV_OLD_NUMBER = rf"{ARXIV_ARCHIVE}/[0-9]{{7}}"
ARXIV_VERSION = r"(?:v[0-9]+)?"
# The archives that existed before April 2007: https://arxiv.org/archive
ARXIV_HYPHENATED = (
    r"(?:astro-ph|cond-mat|gr-qc|hep-\s?(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph|q-bio|alg-geom|dg-ga|q-alg"
    r"|funct-an|solv-int|patt-sol|adap-org|chao-dyn|comp-gas|cmp-lg|acc-phys|ao-sci|atom-ph|bayes-an|chem-ph|plasm-ph|supr-con|mtrl-th)"
)
ARXIV_ARCHIVES = rf"(?:{ARXIV_HYPHENATED}|math|physics|cs|nlin)"
ARXIV_SUBJECTS = rf"(?:(?:astro-ph|cond-mat|cs|math|nlin|stat|physics|q-bio|q-fin|econ|eess)\.[A-Za-z-]{{2,8}}|{ARXIV_HYPHENATED})"
ARXIV_OLD_ID = rf"{ARXIV_ARCHIVES}(?:\.[A-Z]{{2}})?/[0-9]{{7}}"
ARXIV_OLD_IN_TOKEN = rf"[a-z\-]+(?:\.[A-Z]{{2}})?/[0-9]{{7}}{ARXIV_VERSION}"
ARXIV_IN_TOKEN = rf"{ARXIV_NUMBER}{ARXIV_VERSION}|{ARXIV_OLD_IN_TOKEN}"
# A feature of the model of plain-text references, which was trained with this form.
ARXIV_FEATURE = rf"{ARXIV_NUMBER}{ARXIV_VERSION}|[a-z-]+(?:\.[A-Z]{{2}})?/[0-9]{{7}}"
# Group `arxiv`. Addresses and labelled numbers in prose, with group `group` for the subject class after the number.
ARXIV_ADDRESS = r"(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/(?P<arxiv>[\w./-]+)"
ARXIV_IN_PROSE = (
    r"arxiv\s*+(?:e-?prints?|preprint)?[\s:;,]*+(?:abs/\s*+)?"
    rf"(?P<arxiv>[0-9]{{4}}\s?\.\s?[0-9]{{4,5}}{ARXIV_VERSION}|(?:[a-z]+-\s?[a-z]+|math|physics|cs|nlin)(?:\.[a-z]{{2}})?\s*/\s*[0-9]{{7}}{ARXIV_VERSION})"
    r"\s*(?:\[(?P<group>[a-z-]+(?:\.[A-Z]{2})?)\])?"
)
ARXIV_OLD_IN_PROSE = (
    rf"(?<![\w/.])(?P<arxiv>{ARXIV_HYPHENATED}(?:\.[A-Z]{{2}})?/[0-9]{{7}}{ARXIV_VERSION})"
)
ARXIV_CLASS_IN_PROSE = rf"[\[(]?(?<![\w-])(?P<group>{ARXIV_SUBJECTS})(?![\w/-])[\])]?"
# Group `id`. A number after the word arXiv in a field: a journal, an address, a note.
ARXIV_IN_FIELD = (
    r"arxiv[^0-9a-z]{0,12}(?:(?:org|abs|pdf|html|e-?prints?|preprint|corr)[^0-9a-z]{1,3}){0,3}(?:arxiv[:. ]*)?"
    rf"(?P<id>{ARXIV_NUMBER}(?![0-9])|{ARXIV_OLD_NUMBER}(?![0-9]))"
)
# Letters for digits, numbers that are never assigned (they begin at 00001) or that people invent.
ARXIV_PLACEHOLDER = (
    r"(?:(?:[0-9]{4}|[xy]{4}|yymm)\.(?:[x?n]{3,5}|[0-9]{1,2}[x?]{2,4})"
    r"|[0-9]{4}\.(?:12345|00000?|54321)(?![0-9]))"
)
# Group 1. Incomplete numbers, such as "arXiv:2402.".
ARXIV_INCOMPLETE = r"arxiv:\s?((?:[0-9]{4}\.[0-9]{0,3}|[0-9]{1,3}\.[0-9]+|[0-9]{4}\.[0-9]{6,}|[0-9]{4}\.[0-9]{4,5}v0))(?![\w.])"

# ISBN and ISSN.
ISBN_IN_FIELD = r"[0-9](?:[ \u00a0‐‑–-]{0,2}[0-9Xx]){7,16}"
ISBN_START = r"97[89](?=[0-9-])"
ISBN_DIGITS = r"(?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9Xx]"
ISBN_IN_TOKEN = r"97[89][-‐‑–]?[0-9][-‐‑–0-9]{7,12}[0-9Xx]|(?:[0-9]+[-‐‑–]){3}[0-9Xx]"
# A feature of the model of plain-text references, which was trained with this form.
ISBN_FEATURE = r"97[89][-0-9]{10,14}|(?:[0-9]+-){3}[0-9Xx]"
ISBN_CORE = r"[0-9Xx][0-9Xx \-‐‑–]{8,16}[0-9Xx]"
# Group `number`. After the word ISBN or ISSN in prose.
ISBN_IN_PROSE = r"[(\[]?(?<!\w)[ep]?-?IS[BS]N(?:[- ]?1[03])?\s*(?:no\.?)?[\s:]*(?P<number>[0-9Xx][0-9Xx\s–‐-]{6,19}[0-9Xx])(?![0-9])[)\]]?"
ISSN = r"[0-9]{4}-?[0-9]{3}[0-9Xx]"
ISSN_IN_FIELD = r"[0-9]{4}(?:--|[ \u00a0‐‑–-])?[0-9]{3}[0-9Xx]"
ISSN_CORE = r"[0-9]{4}[-‐‑–]?[0-9]{3}[0-9Xx]"
ISSN_IN_TOKEN = r"[0-9]{4}[-‐‑–][0-9]{3}[0-9Xx]"
# The field contains only the digits of one ISSN, which may be too many or too few. Group 1: the digits.
ISSN_ALONE = r"(?:[ep]-?)?(?:issn:?)?[\s\u00a0]*([0-9][0-9Xx\s\u00a0‐‑–-]*)"

# PubMed and ORCID.
PMID = r"(?:pmid:?\s*)?0*[1-9][0-9]{0,7}"
SHORT_PMCID = r"(?:pmcid:?\s*)?PMC\s*[0-9]{1,2}"
PMCID = r"(?:pmcid:?\s*)?PMC\s*[0-9]{3,9}(?:\.[0-9]+)?"
# Group `number`. In prose.
PMID_IN_PROSE = r"(?<!\w)PMID\s*:?\s*(?P<number>[0-9]{3,9})(?![0-9])"
PMCID_IN_PROSE = r"(?<!\w)(?:PMCID\s?:?\s?)?(?P<number>PMC\s?[0-9]{4,9})(?![0-9])"
ORCID = r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9Xx]"

# The whole text of one identifier, with groups for the parts that the parsers return.
DOI_PREFIX = (
    r"(?:doi\s*:\s*|info:doi/|urn:doi:|doi\s+|"
    r"(?:https?:)?(?://)?(?:dx\.|www\.)?doi\.(?:org|acm\.org)/+(?:doi:)?)+"
)
DOI_PREFIX_OF_ANY_RESOLVER = (
    r"(?:(?:https?:)?//(?:[a-z0-9-]+\.)*doi\.org/+|(?:dx\.|www\.)?doi\.org/+|doi(?:\s*:\s*|\s+))+"
)
WHOLE_ISBN = r"[0-9][0-9\s‐‑–-]{7,20}[0-9Xx]\Z"
ISBN_LABEL = r"(?:urn:)?isbn(?:[ -]?1[03])?\s*:?\s*"
WHOLE_ISSN = r"(?:(?:urn:)?[ep]?-?issn\s*+(?::\s*+)?)?([0-9]{4})[\s‐‑–-]?([0-9]{3})([0-9Xx])\Z"
WHOLE_ISMN = r"(?:ismn\s*+(?::\s*+)?)?(M|979-?0)[\s-]?([0-9][0-9\s-]{6,12}[0-9])\Z"
ARXIV_PREFIX = (
    r"(?:(?:https?://)?(?:www\.|[a-z]{2}\.|export\.)?arxiv\.org/(?:abs|pdf|html|format)/|arxiv\s*:?\s*|"
    r"(?:https?://(?:dx\.)?doi\.org/)?10\.48550/arxiv\.)+"
)
WHOLE_ARXIV = (
    r"([0-9]{2})([0-9]{2})\.([0-9]{4,5})(?:v([1-9][0-9]*))?(?:\.pdf)?(?:\s*\[([a-z.-]+)\])?\Z"
)
WHOLE_OLD_ARXIV = r"([a-z]+(?:-[a-z]+)?)(?:\.([a-z]{2}))?/([0-9]{2})([0-9]{2})([0-9]{3})(?:v([1-9][0-9]*))?(?:\.pdf)?(?:\s*\[[a-z.-]+\])?\Z"
WHOLE_PMID = (
    r"(?:pmid\s*+(?::\s*+)?|(?:https?://)?(?:www\.ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)/)?"
    r"([1-9][0-9]{0,8})/?\Z"
)
WHOLE_PMCID = (
    r"(?:pmcid\s*+(?::\s*+)?|(?:https?://)?(?:www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/)?"
    r"(?:PMC)?([1-9][0-9]{0,8})(?:\.[0-9]+)?/?\Z"
)
WHOLE_ORCID = (
    r"(?:orcid\s*+(?::\s*+)?)?(?:https?://)?(?:www\.)?(?:orcid\.org/)?"
    r"([0-9]{4})[\s-]?([0-9]{4})[\s-]?([0-9]{4})[\s-]?([0-9]{3}[0-9Xx])/?\Z"
)
WHOLE_HANDLE = (
    r"(?:hdl\s*:\s*|info:hdl/|(?:https?://)?hdl\.handle\.net/)?([0-9]+(?:\.[0-9a-z]+)*/\S+)\Z"
)
