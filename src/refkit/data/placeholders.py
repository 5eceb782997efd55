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
# ACM's template has `10.1145/nnnnnnn.nnnnnnn`.
PLACEHOLDER_SUFFIX = r"^(?:xyz|abc|abcd|abcdef|foo|foobar)[-._]?\d{0,6}$|[xn]{4,}|placeholder|example|\bfake|\bdummy|(?<!\d)(?:12345678?9?|0123456789|0{6,}|9{7,}|12345)(?!\d)"

# Hosts reserved for examples: RFC 2606, RFC 6761.
EXAMPLE_HOSTS = r"(?i)^\s*(?:\\url\{)?(?:https?://)?(?:[\w.-]+\.)?(?:example\.(?:com|org|net|edu)|[\w-]+\.(?:example|invalid|test)|localhost)(?=[/:?#}]|\s*$)"

SERIAL_NUMBERS = frozenset(
    "00000000 12345678 12345679 11111111 99999999 0000000000 1234567890 123456789x 0123456789 "
    "9780000000000 9780000000002 9781234567890 9781234567897 9780123456789 9780123456786 9783000000000".split()
)

# Names that are never a person's. Matched against one name in lower case, in the order "given family".
PLACEHOLDER_NAME = (
    r"(?:first|given|fore)[ -]?names?\b.*|(?:last|family|sur)[ -]?names?|"
    r"(?:john|jane) (?:[a-z]\.? )?doe|a\.? ?n\.? ?other|joe bloggs|joe public|foo(?: bar)?|bar|lorem(?: ipsum)?|ipsum|"
    r"(?:first|second|third|fourth|last|another|some|unknown|anonymous|the|your|corresponding|test|sample|example|dummy) authors?\d?|"
    r"authors?(?: (?:names?|[a-z]|\d|one|two|three|here))?|[a-z]\.? author|(?:another ?)?author \w+\.?|author\d+|"
    r"name|your name|names?(?: here)?|full name|author list|list of authors|"
    r"tbd|tba|todo|n/?a|null|none|nan|undefined|xxx+|placeholder|\?+|to be (?:determined|added|confirmed)|"
    # the words for given and family name: German, Spanish, Portuguese, Italian, French, Dutch, Nordic, Polish, Russian
    r"(?:vorname|nombre|nome|prénom|prenom|voornaam|förnamn|fornavn|imię|имя)s? "
    r"(?:nachname|familienname|apellidos?|sobrenome|apelido|cognome|nom|achternaam|efternamn|efternavn|etternavn|nazwisko|фамилия)|"
    r"vorname|nachname|familienname|apellidos?|sobrenome|cognome|voornaam|achternaam|förnamn|efternamn|etternavn|nazwisko|фамилия"
)
# Every one of these names in other languages has one of these words.
NAME_WORDS = frozenset(
    "vorname nachname familienname apellido apellidos sobrenome apelido cognome nombre nome prénom prenom nom voornaam "
    "achternaam förnamn efternamn efternavn fornavn etternavn imię nazwisko имя фамилия".split()
)

# Names that can be real, but that are placeholders if one list contains two of them.
EXAMPLE_NAMES = frozenset(
    "john smith,jane smith,john doe,jane doe,jane roe,john roe,joe bloggs,alice smith,bob jones,"
    "bob smith,alice johnson,bob johnson,john q. public,max mustermann,erika mustermann,"
    "jean dupont,juan perez,alice bob,john public".split(",")
)

# Traces of chat assistants in copied text.
ASSISTANT_RESIDUE = (
    r"utm_source=(?:www\.)?(?:chatgpt|openai|chat\.openai|perplexity|copilot|claude|gemini|grok|deepseek)(?:\.\w+)?|"
    r"(?:referrer|ref|source)=chatgpt(?:\.com)?|:?contentreference\[(?:oaicite:\d+\](?:\{index=\d+\})?)?|oaicite|"
    r"\boai_citation|(?:\bcite|\b)turn\d+(?:search|view|news|fetch|academia|file|image|product|reddit|video)\d+|"
    r"【\d+[^】]{0,40}†|\[cite_?(?:start|end)?:? ?\d*\]|"
    r"\b(?:chat\.openai\.com|chatgpt\.com|claude\.ai|perplexity\.ai)/(?:c|chat|search)/|vertexaisearch\.cloud|"
    r"\bas an ai language model\b|\bals ki-(?:sprach)?modell\b|\ben tant que modèle de langage\b|\bcomo modelo de lenguaje\b|"
    r"\bcomo modelo de linguagem\b|\bcome modello linguistico\b|\bкак языковая модель\b|作为(?:一个)?(?:ai|人工智能|大)?语言模型"
)
# What assistants write about references. Titles may contain these words.
ASSISTANT_NOTES = (
    r"\bas (?:an ai\b(?! language)|a (?:large )?language model)(?: assistant)?|\bknowledge cut-?off\b|"
    r"\bi(?:'m| am| was|'ve been| have been) (?:unable|not able) to (?:independently )?(?:verify|access|browse|confirm|find|locate)|"
    r"\b(?:as of|up to|since) my last (?:knowledge |training )?(?:update|training|cut-?off)\b|"
    r"\bplease (?:independently )?(?:verify|double-check|check|confirm) (?:the )?(?:exact |correct |final |actual )?"
    r"(?:page|volume|issue|author|publication|publisher|bibliographic|doi|isbn|url|year|title|journal|citation|reference)s?\b|"
    r"\bi (?:could(?: not|n't)|cannot|can't|can not) (?:verify|confirm|access|find)|"
    r"\bi (?:do not|don't) have (?:real-time |direct )?access\b|\bmy (?:training data|knowledge)\b|"
    r"\b(?:reference|citation|source|entry|doi|details?) (?:could not|cannot|can not|can't) be (?:independently )?"
    r"(?:verified|confirmed)\b|"
    r"\b(?:please|must be|should be|needs? to be|to be) (?:independently )?(?:verif(?:y|ied)|double-check(?:ed)?)"
    r"(?: (?:this|that|the|these|all|it)\b| (?:before|against|with)\b|[.!)\]]*$)|"
    r"\b(?:this|the above) (?:reference|citation|entry|source) (?:is|may be|might be|could be|was) "
    r"(?:generated|hypothetical|fictional|fictitious|illustrative|made up|not real|hallucinated|placeholder)|"
    r"\b(?:hypothetical|fictional|fictitious|hallucinated|ai-generated) (?:reference|citation|source|entry|doi)\b|"
    r"\bfor illustrati(?:ve|on) purposes\b|\bcitations? needed\b"
)
# "Generated by ChatGPT", by language (ISO 639-1). Works of or about a program may say so, too. Some names are those of
# people and things, too: a capitalized word after them continues a name ("written by Claude Simon").
_PROGRAMS = (
    r"(?:chatgpt\w*|gpt-?[345o]\w*|openai|perplexity|deepseek|(?:claude|gemini|copilot|bard|grok|llama)\b"
    r"(?!,?\s+(?!Opus|Sonnet|Haiku|Code|Pro|Ultra|Flash|Advanced)(?-i:[^\W\d_a-z])))"
)
GENERATED_BY_LANGUAGE = {
    "en": rf"(?:generated|created|written|produced|suggested|provided|compiled|drafted) (?:by|with|using|via) (?:an? )?"
    rf"(?:ai\b(?!\s+(?-i:[A-Z]))|llm\b|large language model|language model|{_PROGRAMS})",
    "de": r"(?:erstellt|generiert|erzeugt|geschrieben|verfasst) (?:mit|von|durch) (?:hilfe von )?(?:einer )?"
    rf"(?:ki\b|künstlicher intelligenz|{_PROGRAMS})|(?:mit|von|durch) (?:ki|{_PROGRAMS}) (?:erstellt|generiert|erzeugt)",
    "fr": r"(?:généré|créé|produit|écrit|rédigé)e?s? (?:par|avec|à l'aide de) (?:l'|une )?"
    rf"(?:ia\b|intelligence artificielle|{_PROGRAMS})",
    "es": r"(?:generad|cread|escrit|producid|elaborad)[oa]s? (?:por|con|mediante) (?:la |una )?"
    rf"(?:ia\b|inteligencia artificial|{_PROGRAMS})",
    "pt": r"(?:gerad|criad|escrit|produzid|elaborad)[oa]s? (?:por|com|pel[oa]) (?:uma )?"
    rf"(?:ia\b|inteligência artificial|{_PROGRAMS})",
    "it": r"(?:generat|creat|scritt|prodott)[oaie] (?:da|con|tramite|dall')\s?(?:ia\b|intelligenza artificiale|"
    rf"{_PROGRAMS})",
    "nl": rf"(?:gegenereerd|gemaakt|geschreven) (?:door|met) (?:ai\b|{_PROGRAMS})",
    "sv": rf"(?:genererad|skapad|skriven|genereret|skrevet|generert)e?t? (?:av|af|med) (?:ai\b|{_PROGRAMS})",
    "pl": rf"(?:wygenerowan|stworzon|napisan)\w+ (?:przez|za pomocą|przy użyciu) (?:ai\b|{_PROGRAMS})",
    "ru": rf"(?:сгенерирован|создан|написан)\w* (?:с помощью |при помощи |посредством )?(?:ии\b|нейросет\w+|{_PROGRAMS})",
    "tr": rf"(?:{_PROGRAMS}|yapay zeka) (?:tarafından|ile) (?:oluşturul|yazıl|üretil)\w+",
    "zh": r"(?:由|使用|用|通过|利用)\s*(?:ai|人工智能|chatgpt|gpt-?\d?|claude|gemini|deepseek)\s*(?:生成|创建|编写|撰写|產生|产生|創建)",
    "ja": r"(?:ai|chatgpt|gpt-?\d?|claude|gemini)\s*(?:で|により|によって|が|を使って)\s*(?:生成|作成)",
}  # fmt: skip
GENERATED_BY = rf"(?<!\w)(?:{'|'.join(GENERATED_BY_LANGUAGE.values())})"
# Programs and their makers, as authors or titles of works that may be generated.
ASSISTANTS = r"openai|chatgpt|gpt|anthropic|claude|gemini|google|copilot|microsoft|perplexity|deepseek|llama|\bmeta\b"

# Markdown and other notation of chats around the text of a field.
MARKDOWN = (
    r"(?<![\w*\\])\*\*(?=[\w\"“'])[^*]+(?<=\S)\*\*(?![\w*])|^\s*#{1,6} [A-Z]|^\s*(?P<mark>[*_])(?=\w)[^*_]+(?P=mark)\s*$|"
    r"!?\[[^\[\]]+\]\((?:https?:|www\.|10\.)[^)\s]+\)"
)

# Text in brackets that asks for a value: "[Author Names]", "<insert title>", "[URL]".
REQUESTED_VALUE = (
    r"(?:(?:insert|add|enter|fill in|replace(?: with)?|your|please add|specify|provide|todo:?|tbd:?)\b[^\[\]<>]{0,60}|"
    r"(?:the |actual |full |complete |real |correct |exact |relevant |specific |first |second |corresponding |lead )*"
    r"(?:author|editor|article|paper|book|chapter|journal|publisher|conference|proceedings|thesis|report|website|page|volume"
    r"|issue|number|university|institution|city|location|title|name|last|first|family|given|publication|access|doi|url|isbn"
    r"|year|month|date|series|source|edition|booktitle|venue)"
    r"(?:'?s)?(?:[ -](?:of|the|a|an|and|or|author|article|paper|book|chapter|journal|publisher|conference|proceedings|thesis"
    r"|report|website|page|volume|issue|number|university|institution|title|name|full|last|first|family|given|publication"
    r"|date|here|needed|missing|list|range|link|url|doi|initials?)(?:'?s)?)*)"
)
# Values that ask for a value without brackets.
REQUESTED_WHOLE = (
    r"(?:insert|add|enter|fill in) (?:the |your |an? )?(?:\w+ )?(?:title|author|journal|name|publisher|year|doi|url|text)s?(?: names?| here| of .*)?|"
    r"(?:your|sample|example|dummy|placeholder|paper|article|some|full) (?:title|paper title|article title|journal|publisher|booktitle)(?: here)?|"
    r"(?:title|journal|publisher|article|paper|book) (?:title|name)(?: here)?|"
    r"(?:title|name) (?:of|for) (?:the |your |an? |this )?(?:article|paper|book|journal|work|thesis|conference|publisher|proceedings|chapter)(?: here)?|"
    r"(?:title|journal|author|publisher) (?:goes )?here|publisher name|journal of x+|name of (?:the )?(?:journal|publisher|conference|university)|"
    r"lorem ipsum\b.*|journal abbreviation|conference name|university name|volume number|issue number|page (?:numbers?|range)|yyyy|20xx|19xx|"
    r"(?-i:TODO|FIXME|TBD|TBC)(?::.*| (?:add|ask|check|cite|complete|confirm|fill|find|fix|get|insert|look|missing|replace|update|verify)\b.*)|"
    r"xxx+-+xxx+|vol\.? x+|no\.? x+"
)

# Values that say that there is no value.
EMPTY_VALUES = frozenset(
    "n.a.,n.a,n.d.,n.d,n/a,null,none,nan,undefined,unknown,???,??,?,tbd,tba,todo,fixme,xxx,xx,x,-,--,---,"
    "placeholder,to be added,to be determined,fill in,missing,empty,not available,no title,untitled,"
    "n.p.,n.p,unknown publisher,no publisher,publisher unknown,unknown journal,no journal,unknown venue,unknown conference,"
    "unbekannt,verlag unbekannt,inconnu,desconocido,editorial desconocida,sconosciuto,onbekend".split(
        ","
    )
)

# Words for an unknown author in lower case, without spaces, full stops and brackets. Works can be signed "Anonymous".
NO_AUTHOR = frozenset(
    "unknown,authorunknown,unknownauthor,noauthor,"
    "noauthors,noauthorlisted,noauthorgiven,withoutauthor,nn,n/a,na,sn,ov,ohneautor,ohneverfasser,unbekannt,verfasserunbekannt,"
    "autorunbekannt,unbekannterautor,unbekannterverfasser,autordesconhecido,desconhecido,autoreignoto,auteuronbekend,"
    "作者不详,作者不詳,作者未知,未知作者,inconnu,auteurinconnu,sansauteur,desconocido,autordesconocido,sinautor,sconosciuto,autoresconosciuto,aavv,vvaa,"
    "various,variousauthors,several,severalauthors,multipleauthors,diverse,verschiedene,verschiedeneautoren,collectif,"
    "admin,administrator,webmaster,onbekend,okänd,ukjent,ukendt,nieznany,autornieznany,неизвестен,авторнеизвестен,безавтора".split(
        ","
    )
)

# Every placeholder for a name has one of these words, "author" in a word, "xxx" or brackets.
PLACEHOLDER_HINTS = NAME_WORDS | frozenset(
    """name names firstname lastname givenname forename surname author authors doe bloggs smith jones johnson roe public
    mustermann dupont perez bob foo bar ipsum lorem tbd tba todo n/a na null none nan undefined placeholder ? ?? ???
    determined added confirmed here other""".split()
)
