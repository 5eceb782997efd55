# ruff: noqa: E501
"""Case-insensitive patterns for facts that can be recognized anywhere in a reference.

Words for addresses and access dates follow APA 7, MLA 9, ISO 690, NLM and the styles of other languages.
"""

from __future__ import annotations

from refkit.data.number_words import CHAPTER_WORD, REVISED
from refkit.data.words.conjunctions import and_pattern

AVAILABILITY = (
    r"(?:(?:url|uri|available|verfügbar|online|retrieved|erreichbar|disponible|disponibile|retirado|consultado|disponível|dostupné|tillgänglig|режим доступа|abrufbar|recuperado|"
    r"link|download(?:ed)?|web|in internet|en ligne|im internet)\b[\s.:]*(?:(?:at|from|unter|en|sur|à|su|em|de|på|online|on)\b[\s:]*)*)?"
)
ACCESSED = r"(?:last\s+)?(?:accessed|retrieved|visited|viewed|checked|downloaded|cited|access(?:\s+date)?|date\s+of\s+access|date\s+accessed)|\[?cit\.?"
# Languages that write the day of a date before the month.
ACCESSED_DAY_FIRST = (
    r"(?:zuletzt\s+)?(?:abrufdatum|abgerufen|aufgerufen|zugegriffen|geprüft|eingesehen|besucht|abruf|zugriff(?:sdatum)?|stand|letzter\s+zugriff|letzter\s+aufruf|download|gesehen)|"
    r"(?:page\s+)?consult(?:é|ée|ado|ada|ato|ata)|dernier\s+accès|dernière\s+consultation|date\s+de\s+consultation|visité|vu|accès|fecha\s+de\s+(?:consulta|acceso)|recuperado|acceso|último\s+acceso|visitado|"
    r"(?:ultimo\s+)?accesso|(?:ultima\s+)?consultazione|data\s+di\s+accesso|acces?so\s+em|acessado|visitato|acesso|acedido|geraadpleegd|bezocht|hämtad|besökt|åtkomst|hentet|besøgt|tilgået|"
    r"dostęp(?:\s+(?:z\s+)?dnia)?|data\s+(?:dostępu|odczytu)|odczyt(?:\s+z\s+dnia)?|pobrano|consult\.|consultatie(?:datum)?|проверено|дата\s+просмотра|дата\s+(?:обращения|звернення|доступ[ау])|последно\s+посетен[ао]?|访问日期|引用日期|檢索日期|最終(?:閲覧|アクセス)日?|(?:閲覧|アクセス)日|参照|검색일|접속일|viitattu|erişim(?:\s+tarihi)?"
)
# Chinese, Japanese and Korean words before or after the date.
CJK_DAY = r"\d{4}(?:\s?[年년]\s?\d\d?\s?[月월]\s?\d\d?\s?[日일]|[-./]\d\d?[-./]\d\d?)(?!\d)"
ACCESSED_BEFORE_CJK_DAY = r"(?:最終)?(?:閲覧|アクセス|参照)日?[：:\s]*"
ACCESSED_AFTER_CJK_DAY = r"\s?に?(?:最終)?(?:閲覧|アクセス|参照|取得|访问|检索|檢索|검색|접속)"
DATE_PREPOSITION = r"(?:\s*(?:on|am|vom|den|le|el|il|em|op|den|d\.|a|the|w\s+dniu|:|,|\())*"
URL = r"<?(?P<url>(?:https?://|ftp://|www\.)[^\s<>\"“”»、。，；（）「」『』【】〔〕]+)>?"
BRACKETED_WORDS = r"[(\[]\s*+(?P<words>[^()\[\]]{2,45}?)\s*+[)\]]"
FIRST_PUBLISHED = r"[(\[]?(?:original(?:ly)?(?:\s+work)?\s+published|first\s+published|zuerst(?:\s+erschienen)?|original\s+erschienen)\s*(?:in|:)?\s*(?:1[5-9]|20)\d\d[)\]]?"
# Place and year of the original of a translation, in Italian.
ORIGINAL_EDITION = r"[(\[]?(?<!\w)ed\.\s?or(?:ig)?\.,?\s(?P<place>[^()\[\].,;:\d]{3,40}?)?,?\s?(?P<year>(?:1[5-9]|20)\d\d)[)\]]?"
# Words before the date when a page was posted or last changed.
MODIFIED = (
    r"(?:submitted|(?:preprint\s+)?posted(?:\s+online)?|published\s+online|uploaded|last\s+(?:modified|updated|revised|changed)|updated|modified|mis\s+à\s+jour|zuletzt\s+(?:geändert|aktualisiert|bearbeitet)|aktualisiert|actualizad[oa]|aggiornat[oa]|atualizado)"
    r"(?:\s++(?:on|am|le|el|il|em))?:?\s++"
)
PATENT = (
    r"(?:(?:U\.?\s?S\.?|European|German|French|UK|British|Japanese|Chinese|Canadian|International|World|WO|EP|DE|FR|GB|JP|CN|CA|USA)\s+)?(?:patent|patentschrift|brevet)\s*+"
    r"(?:(?:application|publication)\s*+)?(?:(?:no\.?|nr\.?|n°|number)\s*+)?(?:[:,]\s*+)?(?:[A-Z]{2}\s?)?\d(?:(?:(?!\.\s)[,./\s-]){0,3}\d){4,15}(?:\s?[A-Z]\d?)?(?!\w)"
)
PATENT_CODE = r"(?<!\w)(?:US|EP|WO|DE|GB|FR|JP|CN|CA|KR|RU|AT|CH)\s?-?(?:\d{2,4}[/ -]?)?\d(?:[,./ ]?\d){4,12}\s?[A-CTU]\d?(?!\w)"
# A newspaper section and the page in it: Sect. F:9 (col. 1); sec. B: 7.
SECTION = r"(?<!\w)sec(?:t|tion)?\.?\s?(?P<section>[A-Z]|\d{1,2})\s?[:,]\s?(?P<page>\d{1,3}(?:-\d{1,3})?)(?:\s?\(col\.\s?\d\))?"
NUMBER_AFTER_WORD = r"(?:\s*+(?:[-,:(]\s*+)?(?:(?:no|nr|number|num|n[°º]|№|#)\.?\s*+)?(?P<number>(?=[A-Z0-9/.-]*\d)[A-Z0-9][A-Z0-9/.-]*(?:\s\d[\w./-]*)?))?"
# An issue after its sign, if nothing else indicates one.
ISSUE = r"(?<!\w)(?:№|n[°º]|nr\.|no\.)\s?(?P<number>\d{1,4})(?![\w/-]|\.\d)"
# A document number of ERIC, the database of education research.
ERIC = r"[(\[]?(?<!\w)ERIC(?:\s(?:Document|Doc\.?)(?:\sReproduction(?:\sService)?)?)?(?:\s(?:No\.?|Number))?[\s:,]*(?P<number>E[DJ][\s-]?\d{3}[\s-]?\d{3})(?!\d)[)\]]?"
VERSION = r"[(\[]?(?<!\w)(?:version|release|ver\.)\s?(?P<number>\d+(?:\.\d+)*[\w.-]*)(?<!\.)[)\]]?"
PREPRINTS = r"(?<!\w)(bioRxiv|medRxiv|chemRxiv|psyArXiv|socArXiv|techRxiv|engrXiv|eartharXiv|edArXiv|SSRN|Research Square)(?!\w)"
VOLUMES = r"(?<!\w)(?P<count>\d{1,3}|[IVX]{1,5}|two|three|four|five|six|zwei|drei|deux|trois|dos|due|tre)\s+(?:vols?|volumes|bde|bände|tomes|tomos|tomi|voll)\b\.?"
TOTAL_PAGES = r"[(\[]?(?<!\w)(?:[ivxlcdm]+\s*[,+]\s*)?\d{1,5}\s?(?:pp?|pages|seiten|S|с|стр|págs?|páginas|pagine|blz|sidor|f(?=\.)|fls?|folhas)(?!\w)\.?[)\]]?"
PAGES = r"[(\[]?(?<!\w)(?:pp?|S|с|pages?|seiten?|págs?|стр)\b\.?\s*\d+\s?[-–—]\s?\d+[)\]]?"
CHAPTER = rf"(?<!\w){CHAPTER_WORD}\b\.?\s*(?P<number>\d{{1,3}})(?![\w-])"
EDITION = (
    r"[(\[]?(?<!\w)(?:\d{1,2}\s?(?:st|nd|rd|th|ª|º|e|è?me|ième|de|\.)\s?(?:[,\w]+\.?\s){0,4}?|(?:first|second|third|fourth|fifth|zweite|dritte|deuxième|troisième|segunda|tercera|seconda|terza)\s)"
    r"(?:edition|edn|ed|aufl(?:age)?|éd(?:ition)?|edición|edizione|edição|uitgave|druk|upplagan)\b\.?"
    rf"(?:,?\s(?:(?:{and_pattern()})\s)?(?:{REVISED})(?!\w)){{0,4}}[)\]]?"
)
EDITION_BEFORE = r"(?<!\w)(?:изд|wyd|vyd)\.?\s*\d{1,2}(?:-\w+)?"
# Place, publisher and year after the name of a site in NLM style: Leeds: The Trust; c2011-14
IMPRINT = r"(?:\A|[.\]]\s)\s*(?P<place>[^\W\d_][^:;.\[\]]{1,40}):\s(?P<publisher>[^:;\[\]]{2,80});\s(?:c|©)?(?P<date>(?:19|20)\d\d(?:[-–](?:\d{4}|\d\d))?)"
