# ruff: noqa: E501
"""Words and patterns that show the type of a work, in the languages of most reference lists.

The words are from the styles' own examples (APA 7, Chicago 17, MLA 9, IEEE, Vancouver, DIN ISO 690, ABNT,
GOST) and from public reference lists; lower case.
"""

# Words in brackets after a title (APA 7, 9.22; ISO 690, medium) -> CSL's type, "" if they do not determine one.
BRACKETED_TYPES: dict[str, str] = {
    "data set": "dataset", "dataset": "dataset", "database": "dataset", "data file": "dataset", "data": "dataset",
    "datensatz": "dataset", "jeu de données": "dataset", "conjunto de datos": "dataset",
    "data set and code book": "dataset", "unpublished raw data": "dataset",
    "computer software": "software", "software": "software", "mobile app": "software", "app": "software",
    "computer program": "software", "source code": "software", "code": "software", "logiciel": "software",
    "computersoftware": "software", "apparatus and software": "software", "r package": "software",
    "video game": "software", "programme informatique": "software", "programa de computador": "software",
    "film": "motion_picture", "motion picture": "motion_picture", "movie": "motion_picture",
    "video": "motion_picture", "video file": "motion_picture", "youtube video": "motion_picture",
    "spielfilm": "motion_picture", "dvd": "motion_picture", "documentary": "motion_picture",
    "película": "motion_picture", "vidéo": "motion_picture", "dokumentarfilm": "motion_picture",
    "tv series": "broadcast", "tv series episode": "broadcast", "television series": "broadcast",
    "television broadcast": "broadcast", "radio broadcast": "broadcast", "audio podcast": "broadcast",
    "podcast": "broadcast", "audio podcast episode": "broadcast", "podcast episode": "broadcast",
    "television series episode": "broadcast", "fernsehserie": "broadcast", "webinar": "broadcast",
    "album": "song", "song": "song", "recorded by": "song", "cd": "song", "audio cd": "song",
    "lp": "song", "chanson": "song", "musikalbum": "song", "audio recording": "song",
    "blog post": "post-weblog", "web log post": "post-weblog", "weblog post": "post-weblog", "blog": "post-weblog",
    "weblog": "post-weblog", "billet de blog": "post-weblog", "blogbeitrag": "post-weblog",
    "entrada de blog": "post-weblog", "post de blog": "post-weblog",
    "tweet": "post", "twitter post": "post", "facebook post": "post", "status update": "post", "post": "post",
    "online forum comment": "post", "instagram photo": "post", "forum post": "post", "thread": "post",
    "press release": "report", "pressemitteilung": "report", "communiqué de presse": "report",
    "fact sheet": "report", "policy brief": "report", "white paper": "report", "brochure": "pamphlet",
    "pamphlet": "pamphlet", "broschüre": "pamphlet", "map": "map", "karte": "map", "carte": "map",
    "interview": "interview", "personal communication": "personal_communication", "letter": "personal_communication",
    "e-mail": "personal_communication", "email": "personal_communication", "powerpoint slides": "speech",
    "lecture notes": "speech", "slides": "speech", "poster": "speech", "poster presentation": "speech",
    "paper presentation": "speech", "conference presentation": "speech", "conference session": "speech", "keynote": "speech",
    "keynote address": "speech", "lecture": "speech", "presentation": "speech", "vortrag": "speech", "conférence": "speech",
    "symposium presentation": "speech", "ponencia": "speech", "speech": "speech", "ted talk": "speech", "poster session": "speech",
    "unpublished manuscript": "manuscript", "manuscript submitted for publication": "manuscript",
    "manuscript in preparation": "manuscript", "unpublished": "manuscript", "manuscript": "manuscript",
    "unveröffentlichtes manuskript": "manuscript", "unveröffentlicht": "manuscript",
    "manuscrit non publié": "manuscript", "inédit": "manuscript", "manuscrito no publicado": "manuscript",
    "preprint": "article", "pre-print": "article", "painting": "graphic", "photograph": "graphic", "sculpture": "graphic",
    "patent": "patent", "sheet music": "musical_score", "score": "musical_score",
    "editorial": "article-journal", "letter to the editor": "article-journal", "abstract": "",
    "online": "", "en ligne": "", "internet": "", "em linha": "", "en línea": "", "web": "", "print": "",
    "на английском": "", "электронный ресурс": "", "cd-rom": "", "ebook": "", "e-book": "", "pdf": "", "kindle edition": "", "kindle": "",
    "online serial": "", "audiobook": "", "website": "webpage", "homepage": "webpage", "webpage": "webpage", "web page": "webpage",
    "computer game": "software", "thesis": "thesis", "phd thesis": "thesis", "dissertation": "thesis",
}  # fmt: skip

# Codes after a title in Chinese lists (GB/T 7714-2015, appendix B) -> CSL's type.
GBT_CODES = {
    "J": "article-journal", "M": "book", "D": "thesis", "C": "paper-conference", "R": "report", "N": "article-newspaper",
    "S": "standard", "P": "patent", "G": "book", "A": "document", "Z": "document", "EB": "webpage", "DB": "dataset",
    "DS": "dataset", "CP": "software", "CM": "map",
}  # fmt: skip

# Conference proceedings.
CONFERENCE = (
    r"proceedings|proc\b|advances in neural information|procs\b|conference|conf\b|symposi(?:um|a|on)|symp\b|workshop|congress|meeting|colloquium|colloque|"
    r"congr[èe]s|congreso|congresso|convegno|konferenz|kongress|kongreß|tagung(?:sband)?|fachtagung|jahrestagung|"
    r"actes du|actes de la|atti del|actas del?|anais do|jornadas|encuentro|simposio|simpósio|séminaire|konferencja|"
    r"конференци\w+|сборник трудов|материалы|труды|konferens|handelingen|winter school|summer school|"
    r"trans\. .{0,30}conf"
)
CONFERENCE_ACRONYMS = (
    r"(?:AAAI|IJCAI|NIPS|NeurIPS|ICML|ICLR|CVPR|ICCV|ECCV|ACL|EMNLP|NAACL(?:-HLT)?|EACL|COLING|LREC|SIGGRAPH|SIGMOD|SIGIR|SIGCOMM|"
    r"SIGKDD|KDD|VLDB|ICDE|ICDM|CHI|UIST|CSCW|WWW|SODA|STOC|FOCS|PODC|PODS|POPL|PLDI|OOPSLA|ECOOP|ICSE|FSE|ASE|OSDI|SOSP|NSDI|"
    r"USENIX(?: Security)?|CCS|NDSS|CRYPTO|EUROCRYPT|ASIACRYPT|INTERSPEECH|ICASSP|ICIP|ICRA|IROS|RSS|AISTATS|UAI|COLT|ECML|PKDD|"
    r"MICCAI|ISBI|BMVC|WACV|ACCV|ICPR|CAV|TACAS|LICS|CADE|ISSAC|SAT|ISWC|ESWC|CIKM|WSDM|RecSys|JCDL|TPDL|ECIR|ECIS|ICIS|HICSS)"
)
# Journals whose names contain "proceedings".
JOURNAL_PROCEEDINGS = (
    r"proc(?:eedings|\.)?\s*(?:of\s+)?(?:the\s+)?(?:u\.?s\.?\s+)?(?:national|natl?\.?)\s+acad|proc(?:eedings|\.)?,?\s*(?:of\s+)?(?:the\s+)?(?:r(?:oyal|\.)\s*soc|roy\.\s*soc)|"
    r"\bproc(?:eedings|\.)?\s*(?:of\s+)?(?:the\s+)?(?:ieee|i\.e\.e\.e\.|ire)\s*\.?\Z|proc(?:eedings|\.)?\s*(?:of\s+)?(?:the\s+)?(?:london|edinburgh|american|amer|am|cambridge|lond|nutrition|nutr|japan|jpn|indian|"
    r"camb|prehistoric|linnean|zool\w*|biol\w*|entomol\w*|aristotelian|british|institution|inst)\b[^,]{0,30}(?:soc|acad|math|philos|physiol|inst|civ|mech)|"
    r"proc(?:eedings|\.)?\s*(?:of\s+)?(?:the\s+)?(?:vldb endow|acm on|american (?:philosophical|mathematical) soc|physical soc|phys\.? soc)|pnas\b"
)
JOURNAL = (
    r"\bj\b|journal|zeitschrift|zeitung|zs\b|ztschr|revue|rev\b|review|reviews|revista|rivista|annals|annales|ann\b|annual review|"
    r"bulletin|bull\b|acta\b|archiv(?:es|e)?\b|arch\b|letters|lett\b|quarterly|magazine|transactions|trans\b|communications|commun\b|"
    r"cahiers|cuadernos|quaderni|jahrbuch|jahrbücher|vierteljahr\w*|monatsschrift|wochenschrift|blätter|mitteilungen|tijdschrift|"
    r"tidskrift|tidsskrift|časopis|gazette|chronicle|studies|science\b|sci\b|research\b|res\b|вестник|журнал|известия|вопросы|rundschau|"
    r"forum\b|nature\b|lancet|cell\b|plos\b|physics|physik|phys\b|chem\b|int\b|am\b|advances\b|adv\b|boletín|boletim|bollettino|anales|notices|"
    r"przegląd|rocznik|kwartalnik|dergisi|学报|学誌|雑誌|论坛|研究|학회지|psychology|psychologie|medicine|perspectives"
)
ENCYCLOPEDIA = (
    r"encyclop(?:a?e|æ)dia|encyclopédique|enciclopedico|enzyklopädie|encyclopédie|enciclopedia|enciclopédia|encyklopedi\w*|энциклопеди\w+|wikipedia|britannica\.com|"
    r"(?:hand)?lexikon|konversations-?lexikon|handwörterbuch|universalis|scholarpedia|oxford companion|\boxford reference|\bbrockhaus\b"
)
DICTIONARY = r"\bdictionary\b|wörterbuch|dictionnaire|diccionario|dizionario|dicionário|woordenboek|\bduden\b|merriam-webster|słownik|словарь|thesaurus"
BLOG = r"\bblog\b|weblog|\bblogs\b|medium\.com|wordpress|blogspot|substack|hypotheses\.org|tumblr"

# Doctoral, master's, bachelor's and other theses, each in many languages.
DOCTORAL = (
    r"ph\.?\s?d\.?(?:[\s-]*(?:thesis|diss(?:ertation)?\b\.?))?|d\.?\s?phil\.?(?:\s*thesis)?|doctoral\s+(?:thesis|diss(?:ertation|\.)?)|doctorate(?:\s+thesis)?|"
    r"(?:inaugural-?\s?)?dissertation(?:sschrift)?|(?:phil|jur|iur|med|theol)\.[\s-]*diss\.?|(?<!diploma\s)(?<!diplom)diss\.(?:\s*(?:phil|jur|iur|med|theol|oec|rer|nat|pol|masch|paed|math|techn|ing|sc|habil)\.)*|doktorarbeit|thèse(?:\s+(?:de|d’|d')\s*(?:doctorat|doctorale|3e cycle|troisième cycle))?(?:\s+(?:en|ès)\s+[^\W\d_]+(?:\s+(?:et|de|du|des)\s+[^\W\d_]+)?)?"
    r"(?:\s+(?:d’état|d'état|d’université))?|tesis\s+doctoral|tesi\s+di\s+dottorato|tese\s+(?:de\s+doutora(?:mento|do))|proefschrift|doktorsavhandling|avhandling|"
    r"rozprawa\s+doktorska|praca\s+doktorska|disertační\s+práce|докторская\s+диссертация|дис(?:с|\.)\w*[\s.…]*(?:канд|д-ра|докт)\.?[^,;:]{0,20}наук|диссертация|doktora\s+tezi|phil\.\s*diss\.?|sc\.?d\.?\s+thesis|"
    r"ed\.?d\.?\s+(?:thesis|dissertation)|博士(?:学位)?论文|博士論文|박사학위논문"
)
MASTERS = (
    r"master['’]?s?\s*(?:of\s+\w+\s+)?['’]?\s*(?:degree\s+)?(?:thesis|diss(?:ertation|\.)?|project|paper)|master-?\s?(?:thesis|arbeit)|masterarbeit|magisterarbeit|m\.?\s?(?:sc?|a|phil|eng|ed|b\.?a|res)(?:\.?[\s-]+|\.)(?:thesis|diss(?:ertation|\.)?|arbeit)|"
    r"mémoire\s+de\s+(?:master|maîtrise|maitrise|dea|m2|recherche)(?:\s+[12])?|tesis\s+de\s+(?:maestría|máster|magíster|magister)|trabajo\s+(?:de\s+)?fin\s+de\s+máster|tesi\s+(?:di\s+laurea\s+)?(?:magistrale|specialistica)|"
    r"dissertação(?:\s+de\s+mestrado|\s*\(mestrado[^)]*\))?|masterscriptie|masteruppsats|praca\s+magisterska|diplomová\s+práce|магистерская\s+диссертация|yüksek\s+lisans\s+tezi|硕士(?:学位)?论文|修士論文"
)
BACHELORS = (
    r"bachelor['’]?s?\s*(?:thesis|diss(?:ertation|\.)?)|bachelor-?\s?arbeit|b\.?\s?(?:sc?|a)(?:\.?[\s-]+|\.)(?:thesis|diss(?:ertation|\.)?)|"
    r"tesi\s+di\s+laurea(?:\s+triennale)?|kandidatuppsats|praca\s+licencjacka|bakalářská\s+práce|honou?rs\s+thesis|undergraduate\s+thesis|trabajo\s+(?:de\s+)?fin\s+de\s+grado"
)
OTHER_THESES = (
    r"projektarbeit|studienarbeit|diplom(?:-?\s?arbeit|a\s+thesis)|diploma\s+(?:thesis|diss(?:ertation|\.)?)|habil(?:itation)?(?:sschrift|\.)?(?:\s+à\s+diriger\s+des\s+recherches)?|lizentiatsarbeit|licentiate\s+thesis|mémoire(?!s\b)(?:\s+(?:d’|d'|de\s+fin\s+d['’]\s?)\w+)?(?=\s*[,.(]|\s+de\s+l|\s+d’|\s+d')|"
    r"tesis(?:\s+de\s+(?:grado|licenciatura|pregrado))?(?=\W)|tesi(?=\W)|thesis(?!\s+eleven)|seminararbeit|hausarbeit|staatsexamensarbeit|zulassungsarbeit|tese(?=\W)|автореф\w*\.?(?:\s*дис\w*\.?)?[^,;:]{0,30}|tcc\b"
)
# Parts of words in lower case: every name of a thesis contains one of them.
THESIS_SIGNS = (
    "thes", "thès", "tesi", "tese", "tezi", "diss", "disert", "doctor", "doktor", "arbeit", "master", "magist", "bachelor",
    "mémoire", "trabajo", "proefschrift", "avhandling", "uppsats", "rozpraw", "praca", "diplom", "bakal", "habil", "tcc",
    "дис", "автореф", "博士", "硕士", "修士", "박사",
)  # fmt: skip
# The same, without spaces and full stops: Ph. D., D.Phil.
DEGREE_SIGNS = ("phd", "dphil")

# Reports and other publications in an institution's numbered series.
REPORT = (
    r"internet[\s-]draft|technical\s+report|tech(?:n|\.)?\.?\s+rep(?:ort|t)?\.?|technischer\s+bericht|rapport\s+(?:technique|de\s+recherche|interne|annuel|final|d['’]\s?activités?|de\s+stage)|informe\s+(?:técnico|final|anual)|relatório\s+técnico|rapporto\s+tecnico|"
    r"research\s+(?:report|paper|memorandum|note)|forschungsbericht|abschlussbericht|schlussbericht|endbericht|jahresbericht|projektbericht|working[\s-]+papers?(?:\s+series)?|arbeitspapier|arbeitsbericht|document\s+de\s+travail|"
    r"documento\s+de\s+trabajo|discussion\s+papers?|diskussionspapier|policy\s+(?:research\s+working\s+)?(?:paper|brief|note)|policy\s+report|occasional\s+papers?|staff\s+(?:working\s+)?paper|white\s*paper|green\s+paper|weißbuch|grünbuch|"
    r"interim\s+report|final\s+report|annual\s+report|progress\s+report|internal\s+report|special\s+report|summary\s+report|(?<!\w)report\s+(?:no|nr|number|series)\b\.?|rep\.\s+no\.?|contract\s+report|consultant\s+report|technical\s+(?:memorandum|note|paper|bulletin|memo)|tech\.\s+memo|"
    r"press\s+release|pressemitteilung|communiqué\s+de\s+presse|news\s+release|nota\s+de\s+prensa|fact\s*sheet|factsheet|briefing\s+(?:paper|note)|open[\s-]file\s+report|information\s+circular|gutachten|stellungnahme|memorandum|"
    r"internal\s+document|user['’]?s?\s+(?:manual|guide)|raportti|rapport\s+(?:nr|n[°o])\.?|отч[её]т|препринт"
)
REPORT_TITLE = (
    r"(?:\w+\s+){0,3}?(?:report|bericht|rapport|informe|relatório|rapporto|raport|отчет|yearbook)\b|.{0,80}\b(?:annual|final|interim|progress|technical|summary|world\s+\w+|status|activity|global\s+\w+)\s+report\b|"
    r".{0,120}(?:[:–—-]\s*(?:(?:a|an|the|final|interim|synthesis|summary)\s+)*(?:report|bericht|rapport|informe)\b)|.{0,100}(?:(?:jahres|abschluss|schluss|forschungs|armuts|bildungs|sach|zwischen|end|lage)bericht)\b|.{0,200}\breport\s*\d{0,4}\Z|.{5,200}»,?\s+rapport\b"
)

STANDARD = (
    r"(?:ISO(?:/IEC|/IEEE|/TS|/TR|/ASTM|/DIS)?(?:[\s-]IEC)?|IEC|DIN(?:[\s-](?:EN|ISO|VDE|SPEC))*|EN(?:[\s-]ISO)?|BS(?:[\s-](?:EN|ISO))*|NF(?:[\s-](?:EN|ISO|X|P|S|C|Z))*|ÖNORM|ASTM|ANSI(?:/\w+)*|IEEE(?:\s+Std\.?|\s+Standard)|ITU-[TR](?:\s+Rec(?:ommendation|\.)?)?|"
    r"ETSI|VDI|UNE(?:[\s-]EN)?|UNI(?:[\s-]EN)?|SN(?:[\s-]EN)?|GB(?:/T)?|JIS|ГОСТ(?:\s+Р)?|NEN(?:[\s-]EN)?|SS(?:[\s-]EN)|SAE|ASHRAE|API|NFPA|ASME|ECMA|RFC|W3C|OASIS|MIL-STD|FIPS(?:\s+PUB)?|NIST\s+(?:SP|FIPS|Special\s+Publication)|ABNT(?:\s+NBR)?|NBR|NBR\s+ISO)"
)

# Repositories for data, code and manuscripts.
# Starts of the DOIs of repositories for research data, in lower case.
DATA_DOIS = (
    "10.5061/dryad", "10.5281/zenodo", "10.6084/m9.figshare", "10.17632/", "10.7910/", "10.1594/pangaea",
    "10.3886/icpsr", "10.5067/", "10.18112/openneuro", "10.24432/",
)  # fmt: skip
DATA_ARCHIVES = (
    "zenodo|dryad|figshare|pangaea|dataverse|icpsr|gesis(?: datenarchiv| data archive)?|uk data (?:service|archive)|"
    r"data (?:archive|cent(?:er|re)|repository|service|bank)|datenarchiv|datenzentrum|"
    "mendeley data|kaggle|openneuro|physionet|gbif|genbank|earthdata|uci machine learning repository"
)
# Databases that provide a work but did not publish it.
DATABASES = frozenset(
    """proquest|proquest dissertations|proquest dissertations and theses|proquest dissertations & theses global|jstor|ebscohost
    |ebsco|lexisnexis|lexisnexis academic|nexis uni|project muse|heinonline|gale academic onefile|psycinfo|medline|scopus
    |web of science|google scholar|ingentaconnect|factiva""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
# Book series, and words for editions.
SERIES = r"lecture notes|\bseries\b|\bstudies in\b|schriften|\breihe\b|\bcoll(?:ection|ana|ección|\.)|beiträge|monogra|\bLNCS\b|\bLNAI\b|ser\."
EDITION_WORDS = r"ed|edn|edition|éd|rev|revised|aufl|expanded|version|druck|ausg\w*"
PREPRINT_ARCHIVES = {
    "arxiv": "arXiv", "biorxiv": "bioRxiv", "medrxiv": "medRxiv", "chemrxiv": "ChemRxiv", "psyarxiv": "PsyArXiv", "socarxiv": "SocArXiv",
    "ssrn": "SSRN", "engrxiv": "engrXiv", "research square": "Research Square", "preprints.org": "Preprints.org", "osf preprints": "OSF Preprints", "edarxiv": "EdArXiv",
    "corr": "arXiv", "techrxiv": "TechRxiv", "eartharxiv": "EarthArXiv", "hal": "HAL", "repec": "RePEc", "mpra": "MPRA",
}  # fmt: skip

# Publishers' names, and words that mark a name as a publisher's.
PUBLISHER = (
    r"\bpress\b|\bpresses\b|\bpubl(?:ishers?|ishing|ications?|\.)|\bverlag|\bbooks?\b|éditions?\b|\bed(?:itorial|izioni|itora|itore|itions)\b|\bedit[oe]ri?\b|uitgever|förlag|wydawnictwo|"
    r"nakladatelství|изд-во|издательство|\bspringer|elsevier|wiley|routledge|\bsage\b|palgrave|blackwell|mcgraw|pearson|prentice|addison|o['’]reilly|penguin|random house|harper|oxford u|cambridge u|\bmit\b|"
    r"\bkluwer|de gruyter|brill\b|suhrkamp|fischer|rowohlt|beck\b|mohr|vandenhoeck|klett|kohlhammer|campus|transcript|nomos|gallimard|seuil|\bpuf\b|armand colin|dunod|hachette|flammarion|larousse|larcier|bruylant|einaudi|laterza|"
    r"feltrinelli|mondadori|il mulino|franco ?angeli|carocci|alianza|ariel|paidós|cátedra|siglo xxi|fondo de cultura|companhia das letras|lang\b|peter lang|taylor|francis|crc\b|academic\b|houghton|macmillan|norton|knopf|basic books|free press|doubleday|bantam"
)
# Words that occur only in publishers' names.
PUBLISHER_WORD = (
    r"\bpress(?:es)?\b|\bpublish(?:ers?|ing)\b|verlag\b|\bbooks\b|\béditions?\b|\béditeurs?\b|\bedizioni\b|\beditor[ei]\b|\beditorial\b|\beditora\b|\bediciones\b|"
    r"\buitgever(?:ij|s)\b|\bförlag\b|\bforlag\b|wydawnictwo|nakladatelství|издательство|\bu(?:niv\.\s)?p\b|\bprinting office\b|\bstationery office\b"
)

UNPUBLISHED = (
    r"unpublished(?:\s+(?:manuscript|document|paper|report|data|work|ms\.?|raw data|note|lecture))?|unveröff(?:entlicht(?:es)?|\.)(?:\s+(?:manuskript|ms\.?|typoskript))?|"
    r"manuscrit(?:\s+(?:inédit|non\s+publié))?|non\s+publié|inédit|manuscrito(?:\s+(?:inédito|no\s+publicado))?|inédito|manoscritto(?:\s+inedito)?|inedito|manuskript|typoskript|"
    r"mimeo(?:graph(?:ed)?)?\.?|manuscript(?:\s+(?:submitted(?:\s+for\s+publication)?|in\s+preparation))?|opublicerad|niet\s+gepubliceerd|рукопись"
)
SPEECH = (
    r"(?:paper|poster|talk|lecture|address|keynote|speech|presentation)\s+(?:was\s+)?(?:presented|given|delivered|read)\s+(?:at|to|in|on|before)\b|(?:invited\s+|keynote\s+|plenary\s+)(?:talk|lecture|address|speech)\b|"
    r"presented\s+at\b|vortrag\s+(?:auf|bei|an|am|im|gehalten)|communication\s+présentée|conférence\s+(?:donnée|prononcée)|ponencia\s+presentada|comunicación\s+presentada|relazione\s+presentata|trabalho\s+apresentado|"
    r"(?:communication|intervention|exposé|allocution|conférence)(?:\s+(?:orale|faite|donnée|présentée))?(?=\s+(?:au|aux|à\s+la|à\s+l[’']|lors\s+d[ue’'])\s*(?:colloque|congrès|séminaire|journées?|table\s+ronde|rencontres?|symposium|assemblée|atelier|conférence|université)\b)|"
    r"(?:ponencia|comunicación)(?=\s+(?:en|al)\s+(?:el\s+|la\s+|las\s+)?(?:congreso|seminario|jornadas|simposio|encuentro|coloquio)\b)|"
    r"(?:relazione|comunicazione|intervento)(?=\s+(?:al|alla|alle)\s+(?:convegno|congresso|seminario|giornat[ae]|simposio|colloquio)\b)|"
    r"paper\s+for\s+the|\bvortrag\b|lezing|anförande|доклад\s+на|antrittsvorlesung|inaugural\s+lecture"
)
INTERVIEW = r"\binterview(?:ed)?\s+(?:by|with|mit|von)\b|personal\s+interview|interview\s*\Z|interview\s+\d|entretien\s+avec|entrevista\s+(?:a|con|de|com)|intervista\s+(?:a|di)|gespräch\s+mit"
PERSONAL_COMMUNICATION = r"(?:personal|private)\s+communication|priv\.\s*comm\.|pers\.\s*comm\.|persönliche\s+mitteilung|communication\s+personnelle|comunicación\s+personal|comunicazione\s+personale|\bletter\s+to\s+[A-Z]|e-?mail\s+(?:to|message)|brief\s+an\s+[A-Z]|lettre\s+à\s+[A-Z]"
LEGISLATION = (
    r"\b(?:Act|Bill|Ordinance)\s+(?:of\s+)?(?:1[5-9]|20)\d\d\b|\b(?:Council|Commission)\s+(?:Directive|Regulation|Decision)\b|\b(?:Directive|Regulation|Richtlinie|Verordnung|Directiva|Reglamento|Direttiva|Règlement)\s+(?:\((?:EU|EC|EG|EEC|UE|CE|EWG)\)\s*)?(?:No\.?|Nr\.?|n[°o]\.?)?\s*\d+/\d+|"
    r"\bPub(?:lic|\.)\s*L(?:aw|\.)\.?\s*(?:No\.?\s*)?\d+|\bU\.?S\.?C\.?\s*§|\bStat\.\s+\d+|\b(?:BGBl|ABl|RGBl)\b|\bLoi\s+(?:n[°o]|du)\b|\bDécret\s+(?:n[°o]|du)\b|\bLey\s+(?:Orgánica\s+)?\d+/\d+|\b(?:Ley|Decreto|Lei)\s(?:N\.?[°ºo]\.?\s|No\.\s)?\d+(?:\.\d{3})*\sdel?\s|\bReal\s+Decreto\b|\bLei\s+(?:n[°ºo.]|Federal|Complementar)|\bLegge\s+(?:n\.|\d)|"
    r"\bGesetz\s+(?:über|zu[rm]?|vom|gegen)\b|gesetz\s+(?:vom|in der Fassung)|\bFederal\s+Register\b|\bC\.?F\.?R\.?\s*§?\s*\d|\bФедеральный\s+закон\b"
)
LEGAL_REPORTERS = (
    r"(?:U\.\s?S\.|US|F\.(?:\s?(?:2d|3d|4th|Supp\.(?:\s?[23]d)?))?|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|N\.\s?[EW]\.(?:\s?[23]d)?|[SA]\.(?:\s?[EW]\.)?(?:\s?[23]d)?|So\.(?:\s?[23]d)?|"
    r"P\.(?:\s?[23]d)?|Cal\.(?:\s?[2345](?:d|th))?|N\.Y\.(?:\s?[23]d)?|CLR|SCR|ER|All ER|WLR|AC|QB)"
)
# Law reports of Britain and Australia, and courts of Germany.
CASE_REPORTS = r"(?:AC|QB|KB|Ch|Fam|WLR|All\sER|Lloyd['’]s\sRep|UKSC|UKHL|UKPC|EWCA\s(?:Civ|Crim)|EWHC|CSIH|SC|HCA|FCA|FCAFC|NSWCA|NSWSC|VSC|SCC|NZCA|NZSC|IESC|IR|CLR)"
COURTS = r"(?:BGH|BVerfG|BVerwG|BAG|BSG|BFH|EuGH|EuG|EGMR|(?:OLG|LG|AG|VG|OVG|VGH|LAG|LSG|FG|KG)(?:\s[A-ZÄÖÜ][\wäöüß./-]+){0,3})"
LEGAL_CASE = (
    r"\b[^,]{3,100}\sv\.\s[^,]{3,100},\s+\d{1,4}\s+(?:U\.\s?S\.|F\.|S\.\s?Ct|CLR|SCR)|"
    r"(?:[A-Z][\w.&'’,]*\s+){1,8}v\.?s?\.?\s+(?:[A-Z][\w.&'’,]*+\s*+){1,8}.{0,40}\d+\s+(?:U\.\s?S\.|F\.\s?(?:2d|3d|4th|Supp)|S\.\s?Ct\.|N\.E\.|A\.2d|P\.2d|So\.|Cal\.|N\.Y\.)|\b\d+\s+U\.\s?S\.\s+\d+|\[(?:19|20)\d\d\]\s+(?:UKHL|UKSC|EWCA|EWHC|AC|QB|WLR|All\s+ER|HCA|SCC|SCR)\b|"
    r"\b(?:BGH|BVerfG|BVerwG|BAG|BSG|BFH|OLG|EuGH)\b.{0,40}(?:Urteil|Beschluss|Urt\.|Beschl\.|,\s*\d)|\b(?:BGHZ|BVerfGE|BGHSt|BVerwGE)\s+\d+|\bCase\s+C[-–‑]\d+/\d+|\bECLI:|\bCass\.\s+(?:civ|com|soc|crim)|\bECtHR\b"
)

# Case-sensitive patterns that are recognized anywhere in a reference.
# A report number between commas or full stops, or in brackets.
REPORT_SIGNS = ("ap", "Bericht", "bericht", "Rep", "Informe", "Note", "Memo", "Document")
NUMBERED_REPORT = (
    r"(?<=[.,(:\[”\"»]\s|.[(\[])(?:[A-Z][\w&.]*\s){0,3}?(?:Technical Report|Tech\.? Rep\.?|Working Paper|Discussion Paper|Research Report|Research Paper|Rapport|Report|Rep\.(?=\s[A-Z]{2,6}[-/])|Arbeitspapier|Forschungsbericht|"
    r"Document de travail|Documento de trabajo|Occasional Paper|Policy Paper|Rapporto|Informe|Bericht|Technical Note|Technical Memorandum|Tech\. Memo\.|Raport|Relatório|Rapportnr\.|Forschungspapier|Diskussionspapier)\s*"
    r"(?:(?:[Nn]o\.?|[Nn]r\.?|[Nn][°º]|[Nn]úm\.|[Nn]umber|#)\s*)?(?!(?:19|20)\d\d(?![\w:/-]))[A-Z]{0,6}[-/ ]?\d+(?:[-/.:]\w+)*(?=\s*[.,;:)\]]|\s*\Z|\s\()"
)
DISSERTATION = r"(?<!\w)(?:(?:Phil|Jur|Iur|Med|Theol)\.[\s-]*)?Diss\.(?:\s*(?:phil|jur|iur|med|theol|oec|rer|nat|pol|masch|paed|math|techn|ing|sc|habil)\.)+|(?<!\w)(?:Phil|Jur|Iur|Med|Theol)\.[\s-]*Diss\."
# A parliamentary paper: the term of the parliament and the number within it.
PARLIAMENT_PAPER = r"(?<!\w)(?:(?:(?:Bundestag|Bundesrat|Landtag|Bürgerschaft)s?[\s-]?|BT|BR|LT)[\s-]?)?(?:[Dd]rucksache|Drs\.|Drucks\.)\s(?:Nr\.\s)?\d{1,2}/\d+(?!\w)"
# A review number of Mathematical Reviews, zbMATH or its predecessor.
REVIEW_NUMBER = r"(?<![\w.])(?:MR\s?\d{6,7}|Zbl\.?\s?\d{3,4}\.\d{5}|JFM\s?\d\d\.\d{4}\.\d\d)(?!\w)"
# An address without "https://", after a word or mark that introduces one.
BARE_ADDRESS = r"(?:(?<=from\s)|(?<=at\s)|(?<=see\s)|(?<=[:,.]\s))(?:[a-z0-9-]{1,40}\.){1,5}(?:(?:org|com|net|edu|gov|io)(?:\.[a-z]{2})?(?![\w@-]|\.\w)(?:/(?:[^\s<>]*[^\s<>.,;:)\]])?)?|[a-z]{2,6}/(?:[^\s<>]*[^\s<>.,;:)\]])?)"
# Words before an address without "https://", which are not the end of a publisher's name
BEFORE_ADDRESS = r"(?<=[.,;]\s)(?:Available|Retrieved|Accessible|Online|Verfügbar|Abrufbar|Disponible|Disponibile|Disponível)\b(?:\s(?:at|from|online|unter|sur|su|en|em))*\s?:?(?=\s(?:www\.|[a-z0-9-]{1,40}\.[a-z]))"
POSTED = (
    r"(?:[Pp]reprint\s++)?(?:[Pp]osted|[Pp]ublished)\s++online(?:\s++on)?:?\s++"
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},|\d{1,2}\s[A-Z][a-z]{2,8}\.?,?)\s(?:19|20)\d\d(?!\w)"
)
# Swedish libraries describe a revised edition in brackets.
ROMANCE_EDITION = r"(?<![\w.])\d{1,3}\.?\s?[ªº]\s?ed(?:\.|ic(?:\.|ión)|ição|iz(?:\.|ione))(?!\w)"
SWEDISH_EDITION = r"(?<!\w)\d{1,2}\.,?\s(?:\[[^\[\]\d]{2,40}\]\s)?uppl\."
DOCUMENT_NUMBER = r"(?<!\w)(?:COM|SWD|SEC|JOIN)\s?\(?\d{4}\)?\s?\d+(?:\s?(?:final|endg(?:ültig|\.)|final/2))?|(?<!\w)A/RES/\d+/\d+|(?<!\w)S/(?:RES/)?\d{4}/\d+"
PATENT = (
    r"(?:(?:U\.?\s?S\.?|United States|European|German|French|UK|British|Japanese|Chinese|Canadian|International|World|WO|EP|DE|FR|GB|JP|CN|CA|USA)\s+)?(?:[Pp]atent|PATENT|Patentschrift|[Bb]revet)"
    r"\s*+(?:(?:[Aa]pplication|[Pp]ublication)\s*+)?(?:(?:[Nn]o\.?|[Nn]r\.?|[Nn]°|[Nn]umber)\s*+)?(?:[:,]\s*+)?(?:[A-Z]{2}\s?)?\d(?:(?:(?!\.\s)[,./\s-]){0,3}\d){4,15}(?:\s?[A-Z]\d?)?(?!\w)"
)
PATENT_CODE = r"(?:US|EP|WO|DE|GB|FR|JP|CN|CA|KR)(?<!\w\w\w)\s?-?(?:\d{2,4}[/ -]?)?\d(?:[,./ ]?\d){4,12}\s?[A-CTU]\d?(?!\w)"
NUMBERED_LAW = (
    r"(?:Regulation|Directive|Decision|Richtlinie|Verordnung|Directiva|Reglamento|Direttiva|Règlement|Regolamento)\s+(?:\((?:EU|EC|EG|EEC|UE|CE|EWG)\)\s*)?"
    r"(?:No\.?\s*|Nr\.?\s*|n[°o]\.?\s*)?\d+/\d+(?:/(?:EC|EEC|EU|EG|EWG|CE|UE))?"
    r"|(?<!\w)(?:Ley|Decreto|Lei)(?:\s(?:N\.?[°ºo]\.?|No\.|Núm\.))?\s\d+(?:\.\d{3})*\s(?:de|del)\s(?:\d{1,2}\sde\s[^\W\d_]+\s(?:de\s)?)?\d{4}"
)
# The journal that publishes the laws of the European Union, and its number.
OFFICIAL_JOURNAL_NAMES = ("OJ", "ABl.", "JO", "Official Journal", "Amtsblatt", "Journal officiel")
OFFICIAL_JOURNAL = r"(?<!\w)(?P<journal>(?:OJ|ABl\.|JO|Official Journal|Amtsblatt|Journal officiel)(?:\s(?:EU|EG|EC|UE|CE|of the European Union|der Europäischen Union))?,?\s[LC])\s?(?P<volume>\d{1,3})(?!\w)"
# The regnal year and the chapter of a British statute: 2 & 3 Geo. 5, c. 12.
MONARCHS = (
    "Geo",
    "Vict",
    "Will",
    "Wm",
    "Edw",
    "Eliz",
    "Hen",
    "Car",
    "Jac",
    "Anne",
    "Ann",
    "Chas",
    "Jas",
)
STATUTE = rf"(?<!\w)\d{{1,2}}(?:\s?(?:&|and|et)\s?\d{{1,2}})?\s(?:{'|'.join(MONARCHS)})\.?\s?(?:\d|[IVX]{{1,4}})?\.?,?\s?(?:ss?\.\s?\d\s)?(?:c|ch|cap)\.?\s?\d+"
PUBLIC_LAW = r"Pub(?:lic|\.)\sL(?:aw|\.)\s(?:No\.\s)?\d{1,3}[-–]\d{1,3}(?:,?\s(?:§+\s?[\w.]+,?\s)?\d{1,3}\sStat\.\s\d{1,5})?"
# A medium without brackets, as a sentence of its own.
MEDIUM_SENTENCE = (
    r"(?<=[.”\"»?!]\s)(?:Data\s?set|Datensatz|Jeu de données|Conjunto de datos|Computer (?:[Ss]oftware|[Pp]rogram)|Mobile [Aa]pp|Podcast|Audiobook|DVD|Blu-ray|Motion [Pp]icture|TV [Ss]eries|"
    r"Blog [Pp]ost|Personal [Cc]ommunication|Unpublished [Mm]anuscript|Conference [Pp]resentation)\.(?=\s|\Z)"
)
SERIES_IN_QUOTES = r"(?:[Cc]oll(?:\.|ection|ana|ección)|[Cc]ol\.)\s+[«“„\"]\s?[^«»“”„\"]{2,80}[»”“\"](?:,?\s*(?:n[°ºo]\.?|nr\.|núm\.|vol\.|t\.)\s*\d{1,4}(?!\w)|,?\s\d{1,3}(?=\s*(?:[,.;)]|\Z)))?"
UNDATED = r"(?<=[\w.,:)]\s)(?:o\.\s?J\.|[ns]\.\s?d\.|s\.\s?a\.|s\.\s?f\.)(?=\s*(?:[.,;)]|\Z))"

# Words in the names of scholarly journals but not of newspapers and magazines.
SCHOLARLY_JOURNAL = (
    r"\b(?:journal of|j\.|zeitschrift für|annals|annales|revue (?:de|d’|d'|des|du|française|internationale)|proceedings|transactions|acta|archiv|bulletin|"
    r"studies|quarterly|research|science)\b"
)
# A law with a name of its own: "Clean Air Act 1970", "Housing Ordinance (Cap. 12)".
NAMED_LAW = (
    r"(?:\w[\w’',.()&-]*\s){1,16}(?:(?:Act|Ordinance)(?:\s+(?:of\s+)?(?:1[2-9]|20)\d\d)?|(?:Statute|Regulations|Rules|Order)\s+(?:of\s+)?(?:1[2-9]|20)\d\d)"
    r"(?:\s+\([^()]{1,40}\))?[\s.,]*\Z"
)
# Adjectives of dictionaries that are encyclopedias.
ENCYCLOPEDIC_DICTIONARY = (
    r"encyclop[ée]dique|enciclop[eé]dico|encyclop[aæ]?e?dic\b|enzyklopädisches\s+wörterbuch"
)
# A word for a report in the last sentence of a title.
REPORT_AT_END = (
    r"(?:[.:–—-]|\A)\s*(?:(?:a|an|the|le|el|il)\s+)?(?:[^\W\d_]+\s+){0,3}(?:report|informe|rapport|bericht|abschlussbericht|jahresbericht|endbericht|zwischenbericht|schlussbericht|rapporto|relatório|raport)"
    r"(?:\s+(?:[^\W\d_]+[’']?\s?){1,3})?(?:\s*(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?)?\W*\Z"
)
# Publishers' names that say that a work is self-published.
SELF_PUBLISHED = frozenset(
    "author|authors|the author|the authors|selbstverlag|eigenverlag|autor|l’auteur|l'auteur|chez l’auteur|autoedición|"
    "edición del autor|self-published|the trust|the association|the organisation|the organization".split(
        "|"
    )
)
# Patent offices by the word before "patent" and by their codes.
# Offices by the words before "patent", and the words by offices.
PATENT_OFFICES = {
    "us": "United States", "u.s": "United States", "usa": "United States", "ep": "European Patent Office", "european": "European Patent Office",
    "wo": "World Intellectual Property Organization", "de": "Germany", "german": "Germany", "fr": "France", "french": "France", "gb": "United Kingdom",
    "uk": "United Kingdom", "british": "United Kingdom", "jp": "Japan", "japanese": "Japan", "cn": "China", "chinese": "China", "ca": "Canada",
    "canadian": "Canada", "world": "World Intellectual Property Organization", "international": "World Intellectual Property Organization",
}  # fmt: skip
PATENT_ADJECTIVES = {
    "United States": "U.S.", "European Patent Office": "European", "Germany": "German", "France": "French",
    "United Kingdom": "UK", "Japan": "Japanese", "China": "Chinese", "Canada": "Canadian",
    "World Intellectual Property Organization": "International",
}  # fmt: skip
