# ruff: noqa: E501
"""Placeholders that people and programs write instead of a fact."""

# Registrants that are only used in tests and examples (10.5555 is real: Crossref's test registrant and
# ACM's for proceedings without DOIs; 10.1111 is Wiley's). Source: public code, November 2026.
EXAMPLE_REGISTRANTS = frozenset(
    "10.0000 10.1234 10.2222 10.3333 10.4444 10.6666 10.7777 10.8888 10.9999 10.12345 10.123456 "
    "10.00000 10.77777 10.88888 10.99999".split()
)

# CNRI assigns registrants to the registration agencies in ascending blocks. The highest in use in
# November 2026 were 10.82902 (DataCite) and 10.66838 (Crossref).
# https://community.crossref.org/t/13215
HIGHEST_REGISTRANT = 85000

# In the suffix of a DOI: sequences that do not occur by chance.
PLACEHOLDER_SUFFIX = r"x{4,}|placeholder|example|\bfake|\bdummy|(?<!\d)(?:12345678?9?|0123456789|0{6,}|9{7,}|12345)(?!\d)"

# In an arXiv identifier: letters for digits, numbers that are never assigned (they begin at 00001) or
# that people invent. https://info.arxiv.org/help/arxiv_identifier.html
PLACEHOLDER_ARXIV = r"(?i)arxiv[^,;]{0,20}?((?:\d{4}|[xy]{4}|yymm)\.(?:[x?n]{3,5}|\d{1,2}[x?]{2,4})|\d{4}\.(?:12345|00000?|54321)(?!\d))"

# Hosts reserved for examples: RFC 2606, RFC 6761.
EXAMPLE_HOSTS = r"(?i)^\s*(?:\\url\{)?(?:https?://)?(?:[\w.-]+\.)?(?:example\.(?:com|org|net|edu)|[\w-]+\.(?:example|invalid|test)|localhost)(?=[/:?#}]|\s*$)"

SERIAL_NUMBERS = frozenset(
    "00000000 12345678 12345679 11111111 99999999 0000000000 1234567890 123456789x 0123456789 "
    "9780000000000 9780000000002 9781234567890 9781234567897 9780123456789 9780123456786 9783000000000".split()
)

# Names that are never a person's. Matched against one name in lower case, in the order "given family".
PLACEHOLDER_NAME = (
    r"(?:first|given|fore)[ -]?names?\b.*|(?:last|family|sur)[ -]?names?|"
    r"(?:john|jane) (?:[a-z]\.? )?doe|joe bloggs|joe public|foo(?: bar)?|bar|lorem(?: ipsum)?|ipsum|"
    r"(?:first|second|third|fourth|last|another|some|unknown|anonymous|the|your|corresponding) authors?\d?|"
    r"authors?(?: (?:names?|[a-z]|\d|one|two|three|here))?|[a-z]\.? author|(?:another ?)?author \w+\.?|author\d+|"
    r"name|your name|names?(?: here)?|full name|author list|list of authors|"
    r"tbd|tba|todo|n/?a|null|none|nan|undefined|xxx+|placeholder|\?+|to be (?:determined|added|confirmed)"
)

# Names that can be real, but that are placeholders if one list contains two of them.
EXAMPLE_NAMES = frozenset(
    "john smith,jane smith,john doe,jane doe,jane roe,john roe,joe bloggs,alice smith,bob jones,"
    "bob smith,alice johnson,bob johnson,john q. public,max mustermann,erika mustermann,"
    "jean dupont,juan perez,alice bob,john public".split(",")
)

# Traces of chat assistants in copied text.
ASSISTANT_RESIDUE = (
    r"utm_source=(?:chatgpt|openai|perplexity|copilot|claude|gemini)|referrer=chatgpt|"
    r":?contentreference\[|oaicite|\boai_citation|(?:\bcite|\b)turn\d+(?:search|view|news|fetch|academia)\d+|"
    r"【\d+[^】]{0,40}†|\[cite_?(?:start|end)?:? ?\d*\]|"
    r"\bas an ai (?:language )?model|\bi (?:cannot|can't|can not) verify|\bknowledge cut-?off\b|"
    r"vertexaisearch\.cloud"
)

# Values that say that there is no value.
EMPTY_VALUES = frozenset(
    "n.a.,n.a,n.d.,n.d,n/a,null,none,nan,undefined,unknown,???,??,?,tbd,tba,todo,fixme,xxx,xx,x,-,--,---,"
    "placeholder,to be added,to be determined,fill in,missing,empty,not available,no title,untitled".split(
        ","
    )
)
