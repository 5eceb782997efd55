# ruff: noqa: E501
"""News agencies, newspapers, magazines and broadcasters, as reference lists name them; lower case.

Sources: Wikidata's lists of newspapers of record, news agencies, news magazines and public broadcasters by
country, with the names that they use themselves.
"""


def _name_set(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.replace("\n", "|").split("|") if name.strip())


AGENCIES = _name_set(
    """reuters|thomson reuters|associated press|the associated press|ap|ap news|afp|agence france-presse
    agence france presse|united press international|upi|dpa|deutsche presse-agentur|apa|efe|agencia efe|ansa|tass|itar-tass
    ria novosti|interfax|xinhua|xinhua news agency|kyodo news|jiji press|yonhap|yonhap news agency|anadolu agency|sana|irna
    bloomberg|bloomberg news|dow jones newswires|pa media|press association|press trust of india|canadian press
    the canadian press|belga|keystone-sda|sda|ats|ritzau|tt nyhetsbyrån|ntb|stt|pap|čtk|mti|bta|unian|ukrinform
    swissinfo|inter press service|pr newswire|business wire|globenewswire"""
)

NEWSPAPERS = _name_set(
    """new york times|the new york times|nyt|washington post|the washington post|wall street journal|the wall street journal
    usa today|los angeles times|chicago tribune|boston globe|the boston globe|san francisco chronicle|houston chronicle
    philadelphia inquirer|miami herald|denver post|the denver post|seattle times|star tribune|newsday|new york post
    new york daily news|dallas morning news|christian science monitor|the christian science monitor|atlanta journal-constitution
    politico|the hill|huffpost|huffington post|the huffington post|buzzfeed news|vox|axios|the intercept|propublica|quartz|slate
    salon|the daily beast|vice|vice news|business insider|cnbc|cnn|cnn.com|fox news|msnbc|abc news|nbc news|cbs news|npr|pbs newshour
    the guardian|guardian|the observer|the times|times of london|sunday times|the sunday times|the daily telegraph|daily telegraph
    the telegraph|sunday telegraph|the independent|independent on sunday|daily mail|mail online|daily mirror|the sun|evening standard|metro
    financial times|the scotsman|the herald|irish times|the irish times|irish independent|irish examiner|belfast telegraph
    bbc|bbc news|bbc news online|bbc.com|bbc sport|sky news|itv news|channel 4 news|rte|rté|rté news
    al jazeera|al jazeera english|al-jazeera|aljazeera|al-monitor|al monitor|al arabiya|al-ahram|asharq al-awsat|middle east eye
    arab news|the national|gulf news|khaleej times|haaretz|ha’aretz|ha'aretz|jerusalem post|the jerusalem post|times of israel
    the times of israel|ynet|daily star|the daily star|hürriyet|hürriyet daily news|daily sabah|cumhuriyet|tehran times|rudaw|kurdistan 24
    north press agency|syria direct|enab baladi|long war journal
    times of india|the times of india|the hindu|hindustan times|indian express|the indian express|economic times|the economic times
    the wire|dawn|the straits times|straits times|south china morning post|china daily|global times|people’s daily|people's daily
    asahi shimbun|the asahi shimbun|mainichi shimbun|yomiuri shimbun|nikkei|nikkei asia|japan times|the japan times|korea herald
    the korea herald|chosun ilbo|bangkok post|jakarta post|the jakarta post|philippine daily inquirer|the age|the australian
    sydney morning herald|the sydney morning herald|australian financial review|new zealand herald|the new zealand herald|stuff
    globe and mail|the globe and mail|toronto star|national post|the gazette|la presse|le devoir|cbc news|cbc|radio-canada
    mail & guardian|daily maverick|daily nation|the punch|the east african|new vision|daily monitor
    moscow times|the moscow times|kommersant|коммерсантъ|известия|новая газета|izvestia|izvestiya|pravda|novaya gazeta|rossiyskaya gazeta|rt|sputnik|meduza
    kyiv post|kyiv independent|the kyiv independent|radio free europe/radio liberty|radio free asia|voice of america|deutsche welle|dw|euronews
    frankfurter allgemeine zeitung|faz|faz.net|frankfurter allgemeine|frankfurter rundschau|süddeutsche zeitung|süddeutsche|sz|die zeit|zeit online|die welt
    welt|welt am sonntag|die tageszeitung|taz|handelsblatt|der tagesspiegel|tagesspiegel|berliner zeitung|bild|bild-zeitung|stuttgarter zeitung
    spiegel online|der spiegel|spiegel|focus|focus online|stern|tagesschau|tagesschau.de|zdf|ard|deutschlandfunk|netzpolitik.org|heise online|golem.de
    hannoversche allgemeine zeitung|kölner stadt-anzeiger|rheinische post|neues deutschland|junge welt|der freitag|jungle world|wirtschaftswoche|manager magazin
    neue zürcher zeitung|nzz|nzz am sonntag|tages-anzeiger|tagesanzeiger|le temps|tribune de genève|24 heures|blick|die weltwoche|woz|srf
    der standard|die presse|kurier|salzburger nachrichten|kronen zeitung|kleine zeitung|wiener zeitung|profil|falter|orf
    le monde|le monde diplomatique|le figaro|libération|liberation|l’humanité|l'humanité|la croix|les échos|les echos|le parisien|ouest-france
    la voix du nord|sud ouest|mediapart|le point|l’express|l'express|l’obs|le nouvel observateur|france 24|france info|franceinfo|rfi|le soir|la libre belgique
    de standaard|de morgen|de tijd|het laatste nieuws|de volkskrant|nrc|nrc handelsblad|nrc next|trouw|de telegraaf|algemeen dagblad|het parool|de groene amsterdammer
    el país|el pais|el mundo|abc|la vanguardia|el periódico|el confidencial|eldiario.es|público|la razón|expansión|clarín|la nación|página/12|página 12
    el universal|la jornada|reforma|excélsior|proceso|el tiempo|el espectador|el comercio|la república|el mercurio|la tercera|el nacional
    corriere della sera|la repubblica|repubblica|la stampa|il sole 24 ore|il messaggero|il fatto quotidiano|il manifesto|l’unità|l'unità|avvenire|il giornale|l’espresso|l'espresso|il foglio
    folha de são paulo|folha de s. paulo|o estado de s. paulo|o estado de são paulo|o globo|estadão|valor econômico|expresso|diário de notícias|jornal de notícias|correio da manhã
    gazeta wyborcza|rzeczpospolita|dziennik polski|mladá fronta dnes|lidové noviny|sme|népszabadság|magyar nemzet|politika|danas|vreme|jutarnji list|večernji list|delo|kathimerini|to vima
    dagens nyheter|svenska dagbladet|aftonbladet|expressen|göteborgs-posten|sydsvenskan|aftenposten|verdens gang|dagbladet|nrk|politiken|berlingske|jyllands-posten|helsingin sanomat|yle"""
)

MAGAZINES = _name_set(
    """time|time magazine|newsweek|the economist|economist|the new yorker|new yorker|the atlantic|atlantic monthly|the atlantic monthly
    harper’s magazine|harper's magazine|harper’s|harper's|the nation|the new republic|new republic|national review|mother jones|rolling stone|vanity fair
    esquire|gq|vogue|forbes|fortune|bloomberg businessweek|businessweek|business week|inc.|fast company|wired|wired magazine|ars technica|techcrunch|the verge
    popular science|popular mechanics|national geographic|smithsonian|smithsonian magazine|discover|psychology today|new york magazine|new york times magazine|the new york times magazine
    publishers weekly|variety|billboard|the hollywood reporter|entertainment weekly|people|sports illustrated|the spectator|new statesman|prospect|private eye
    the times literary supplement|times literary supplement|times higher education|times educational supplement|the chronicle of higher education|chronicle of higher education
    education week|inside higher ed|london review of books|new york review of books|the new york review of books|foreign policy|the diplomat|jane’s defence weekly
    jane's defence weekly|far eastern economic review|india today|outlook|frontline|caravan|maclean’s|maclean's|cicero|merkur|konkret|c’t|c't|ix|bild der wissenschaft
    geo|national geographic deutschland|paris match|marianne|courrier international|sciences et avenir|la recherche|internazionale|limes|panorama|veja|época|istoé|cuadernos para el diálogo|letras libres|nexos|computerworld
    infoworld|pc magazine|macworld|byte|linux journal|dr. dobb’s journal|dr. dobb's journal"""
)

# Patterns: words in the names of newspapers and magazines, and hosts of news on the Web.
NEWSPAPER_WORDS = (
    r"\b(?:times|post|observer|herald|tribune|gazette|chronicle|daily|news|telegraph|mirror|echo|courier|mail|star|examiner|inquirer|journal-constitution|"
    r"union-tribune|sunday|tageblatt|anzeiger|nachrichten|kurier|tageszeitung|zeitung|allgemeine|abendblatt|morgenpost|tagblatt|diario|diário|corriere|"
    r"gazzetta|giornale|messaggero|jornal|gazeta|dagblad|tidning\w*|tidende|matin|soir|dépêche|nouvelles|voix|liberté)\b"
)
MAGAZINE_WORDS = r"\b(?:magazine|magazin|week(?:ly)?|monthly|review|wochenzeitung|semanal|hebdo\w*|express|point|observateur|settimanale|revista|rivista)\b"
NEWS_HOST = (
    r"//(?:[\w-]+\.)*(?:reuters|apnews|nytimes|washingtonpost|theguardian|bbc|cnn|spiegel|zeit|faz|sueddeutsche|lemonde|lefigaro|liberation|elpais|elmundo|"
    r"corriere|repubblica|lastampa|aljazeera|al-monitor|ft|wsj|telegraph|independent|economist|politico|tagesschau|welt|taz|nzz|derstandard|folha|globo|"
    r"publico|bloomberg|npr|latimes|usatoday|haaretz|jpost|timesofisrael|scmp|dw|france24|euronews|abc|cbc|rferl|rudaw)\.(?:com|co\.uk|net|org|de|fr|es|it|ch|"
    r"at|uk|ca|br|pt)(?:\.\w\w)?(?:/|\Z)"
)
