# ruff: noqa: E501
"""Facts that stand anywhere in a reference, known by their own look: identifiers, access dates, remarks.

A remark is searched for each of them in turn; what one takes, the next does not see. What none takes is
not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from refkit.data.works import (
    BACHELORS,
    BRACKETED,
    COMMUNICATION,
    DOCTORAL,
    INTERVIEW,
    MASTERS,
    OTHER_THESES,
    PREPRINT_ARCHIVES,
    REPORT,
    SPEECH,
    UNPUBLISHED,
)
from refkit.formats.text.building.announcing import only_cues
from refkit.formats.text.building.datings import DATE, NO_DATE, STATES, STATUS, read_dating
from refkit.formats.text.building.draft import Draft
from refkit.formats.text.building.language import LANGUAGE_NAMED, language_named
from refkit.formats.text.building.parts import is_edition, read_edition, read_pages
from refkit.formats.text.labelled import Segment
from refkit.model.dates import parse_date
from refkit.model.identifiers import (
    find_doi,
    parse_arxiv,
    parse_isbn,
    parse_issn,
    parse_pmcid,
    parse_pmid,
)

Take = Callable[[Draft, re.Match[str], Segment], bool]

_AVAILABLE = (
    r"(?:(?:url|uri|available|verfügbar|online|retrieved|erreichbar|disponible|disponibile|retirado|consultado|disponível|dostupné|tillgänglig|режим доступа|abrufbar|recuperado|"
    r"link|download(?:ed)?|web|in internet|en ligne|im internet)\b[\s.:]*(?:(?:at|from|unter|en|sur|à|su|em|de|på|online|on)\b[\s:]*)*)?"
)
_ACCESS_WORD = (
    r"(?:last\s+)?(?:accessed|retrieved|visited|viewed|checked|downloaded|cited|access(?:\s+date)?|date\s+of\s+access|date\s+accessed)|(?:zuletzt\s+)?(?:abgerufen|aufgerufen|zugegriffen|geprüft|eingesehen|besucht|abruf|zugriff(?:sdatum)?|stand|"
    r"letzter\s+zugriff|letzter\s+aufruf|download|gesehen)|(?:page\s+)?consult(?:é|ée|ado|ada|ato|ata)|dernier\s+accès|dernière\s+consultation|date\s+de\s+consultation|visité|vu|accès|fecha\s+de\s+(?:consulta|acceso)|recuperado|acceso|último\s+acceso|visitado|"
    r"ultimo\s+accesso|ultima\s+consultazione|data\s+di\s+accesso|acces?so\s+em|acessado|visitato|acesso|acedido|geraadpleegd|bezocht|hämtad|besökt|åtkomst|hentet|besøgt|tilgået|dostęp|\[?cit\.?|дата\s+обращения|dostęp\s+z\s+dnia|viitattu|erişim(?:\s+tarihi)?"
)
_ON = r"(?:\s*(?:on|am|vom|den|le|el|il|em|op|den|d\.|a|the|w\s+dniu|:|,|\())*"
_URL = r"<?(?P<url>(?:https?://|ftp://|www\.)[^\s<>\"“”»]+)>?"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _doi(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    doi = find_doi(found["doi"])
    if doi is None:
        return False
    draft.put("DOI", doi.text, segment)
    return True


def _arxiv(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    identifier = parse_arxiv(re.sub(r"\s+", "", found["arxiv"]).rstrip(".,;:)]"))
    if identifier is None:
        return False
    version = f"v{identifier.version}" if identifier.version else ""
    draft.item.custom.setdefault("eprint", identifier.id + version)
    draft.item.custom.setdefault("eprinttype", "arxiv")
    draft.note_place("eprint", segment)
    if found.groupdict().get("group"):
        draft.item.custom.setdefault("eprintclass", found["group"])
    return True


def _arxiv_class(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """A subject of arXiv, which belongs to an identifier."""
    if "eprint" not in draft.item.custom and "arxiv" not in draft.text.lower():
        return False
    draft.item.custom.setdefault("eprintclass", found["group"].replace(" ", ""))
    draft.note_place("eprintclass", segment)
    return True


def _url(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    address = found["url"].rstrip(".,;:'’\"")
    while address.endswith((")", "]")) and address.count("(") + address.count("[") < address.count(")") + address.count("]"):
        address = address[:-1].rstrip(".,;:")
    draft.put("URL", address, segment)
    return True


def _accessed(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    date = parse_date(found["date"].strip(" ,.;()[]"))
    if date.literal or date.start is None or (found[0].lstrip("[ ")[:1].isdigit() and not date.start.day):
        return False
    if "accessed" not in draft.item.dates:
        draft.put_date("accessed", date, segment)
    return True


def _isbn(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    number = re.sub(r"\s+", " ", found["number"]).strip(" .,;-")
    isbn, issn = parse_isbn(number), parse_issn(number)
    if isbn is not None:
        draft.put("ISBN", number, segment)
    elif issn is not None:
        draft.put("ISSN", issn.text, segment)
    return isbn is not None or issn is not None


def _pmcid(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    number = parse_pmcid(found["number"])
    if number is not None:
        draft.put("PMCID", number, segment)
    return number is not None


def _pmid(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    number = parse_pmid(found["number"])
    if number is not None:
        draft.put("PMID", number, segment)
    return number is not None


_THESIS = _compiled(rf"(?<!\w)(?:{MASTERS}|{BACHELORS}|{DOCTORAL}|{OTHER_THESES})(?!\w)")


def is_thesis(text: str) -> bool:
    """Tell whether a text says that a work is a thesis."""
    return _THESIS.search(text) is not None


_REPORT_WORDS = _compiled(rf"(?<!\w)(?:{REPORT}|report|TR)(?!\w)")


def is_report(text: str) -> bool:
    """Tell whether a text says that a work is a report or a paper of a series."""
    return _REPORT_WORDS.search(text) is not None


def _bracketed(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """[Data set], [Film], (Online): a type, or a medium that tells none."""
    words = found["words"].strip()
    if words.lower() not in BRACKETED:
        return False
    read_medium(draft, words, segment)
    return True


def read_medium(draft: Draft, words: str, segment: Segment) -> None:
    """Words that tell what a work is or what it is on."""
    kind = BRACKETED[words.lower()]
    if kind:
        draft.cues.add(f"is:{kind}")
    variable = "genre" if kind and words.lower() not in ("dvd", "cd", "lp", "audio cd") else "medium"
    draft.put(variable, words, segment)


def _thesis(genre: str) -> Take:
    def take(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
        draft.cues.add("is:thesis")
        if draft.item.text.get("genre", "").lower() in ("thesis", "dissertation"):
            del draft.item.text["genre"]
        draft.put("genre", genre or found[0].strip(" ,.;:()[]"), segment)
        return True

    return take


def _report(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.cues.add("report")
    draft.put("genre", found["genre"].strip(" ,;:()"), segment)
    if found["number"]:
        draft.put("number", found["number"].strip(" ,.;:()"), segment)
    return True


def _patent(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.cues.add("is:patent")
    draft.put("number", " ".join(found[0].split()).strip(" ,.;:()[]"), segment)
    return True


def _unpublished(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.cues.add("unpublished")
    draft.put("genre", found[0].strip(" ,.;:()[]"), segment)
    return True


def _said(cue: str) -> Take:
    def take(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
        draft.cues.add(cue)
        draft.put("genre", found[0].strip(" ,.;:()[]"), segment)
        return True

    return take


def _status(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put("status", STATES[found.lastgroup or "press"], segment)
    return True


def _language(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put("language", language_named(found[1]), segment)
    return True


def _original(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    original = read_dating(found[0]).original
    if original is None:
        return False
    draft.put_date("original-date", original, segment)
    return True


def _edition(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    if not is_edition(found[0]):
        return False
    number, beside = read_edition(found[0])
    draft.put("edition", number, segment)
    if beside and not only_cues(beside):
        draft.unread.append(segment)
    return True


def _version(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put("version", found["number"], segment)
    return True


def _archive(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """A server of preprints that is named: the work is one, unless it stands in a journal."""
    if draft.has("container-title") or draft.has("publisher"):
        return False
    draft.cues.add("is:article")
    draft.put("publisher", PREPRINT_ARCHIVES[found[1].lower()], segment)
    return True


def _total(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    total = read_pages(found[0]).total
    draft.put("number-of-pages", total, segment)
    return bool(total)


def _volumes(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put("number-of-volumes", found["count"], segment)
    return True


def _pages(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    if draft.has("page"):
        return False
    draft.put("page", read_pages(found[0]).page, segment)
    return True


def _nothing(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    return True


_NUMBER = r"(?:\s*[-,:(]?\s*(?:(?:no|nr|number|num|n[°º]|№|#)\.?\s*)?(?P<number>(?=[A-Z0-9/.-]*\d)[A-Z0-9][A-Z0-9/.-]*(?:\s\d[\w./-]*)?))?"
_SEPARATE = r"(?<![\w])"
_ALL: tuple[tuple[re.Pattern[str], Take], ...] = (
    (_compiled(r"(?:(?:https?://)?(?:dx\.|www\.)?doi(?:\.org)?\s?[:/\s]\s{0,2}(?:doi:)?|(?<![\w/.]))(?P<doi>10\.\d{4,9}/\S+)"), _doi),
    (_compiled(r"(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/(?P<arxiv>[\w./-]+)"), _arxiv),
    (_compiled(r"arxiv\s*(?:e-?prints?|preprint)?[\s:;,]*(?:abs/)?\s*(?P<arxiv>\d{4}\s?\.\s?\d{4,5}(?:v\d+)?|(?:[a-z]+-\s?[a-z]+|math|physics|cs|nlin)(?:\.[A-Z]{2})?\s*/\s*\d{7}(?:v\d+)?)\s*(?:\[(?P<group>[a-z-]+(?:\.[A-Z]{2})?)\])?"), _arxiv),
    (_compiled(r"(?<![\w/.])(?P<arxiv>(?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph)/\d{7}(?:v\d+)?)"), _arxiv),
    (_compiled(
        rf"(?:[(\[<]?\s*{_SEPARATE}(?:{_ACCESS_WORD})(?!\w)\.?{_ON}\s*|(?<!\w)web\.\s*(?=\d\d?\s)|\[\s*)(?P<date>{DATE})(?!\d)"
        r"(?:,?\s*\d\d?:\d\d(?:\s*(?:uhr|h|[ap]m))?)?\s*[)\]>]?(?:,?\s*(?:from|at|de|von|unter)\b)?"
    ), _accessed),
    (re.compile(r"[\[(]?(?<![\w-])(?P<group>astro-ph|cond-mat|gr-qc|hep-\s?(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph|(?:cs|math|stat|physics|q-bio|eess)\.[A-Za-z-]{2,8})(?![\w/-])[\])]?"), _arxiv_class),
    (_compiled(_SEPARATE + _AVAILABLE + r"[\s:<(\[]*" + _URL), _url),
    (_compiled(r"(?<!\w)(?:PMCID\s?:?\s?)?(?P<number>PMC\s?\d{4,9})(?!\d)"), _pmcid),
    (_compiled(r"(?<!\w)PMID\s*:?\s*(?P<number>\d{3,9})(?!\d)"), _pmid),
    (_compiled(r"[(\[]?(?<!\w)[ep]?-?IS[BS]N(?:[- ]?1[03])?\s*(?:no\.?)?[\s:]*(?P<number>[\dXx][\dXx\s–‐-]{6,19}[\dXx])(?!\d)[)\]]?"), _isbn),
    (_compiled(r"[(\[]\s*(?P<words>[^()\[\]]{2,45}?)\s*[)\]]"), _bracketed),
    (LANGUAGE_NAMED, _language),
    (_compiled(r"[(\[]?(?:original(?:ly)?(?:\s+work)?\s+published|first\s+published|zuerst(?:\s+erschienen)?|original\s+erschienen)\s*(?:in|:)?\s*(?:1[5-9]|20)\d\d[)\]]?"), _original),
    (_compiled(rf"{_SEPARATE}(?:unpublished\s+)?(?:{MASTERS})(?!\w)"), _thesis("Master’s thesis")),
    (_compiled(rf"{_SEPARATE}(?:unpublished\s+)?(?:{BACHELORS})(?!\w)"), _thesis("Bachelor’s thesis")),
    (_compiled(rf"{_SEPARATE}(?:unpublished\s+)?(?:{DOCTORAL})(?!\w)"), _thesis("PhD thesis")),
    (_compiled(rf"{_SEPARATE}(?:{OTHER_THESES})(?!\w)"), _thesis("")),
    (_compiled(r"(?:(?:U\.?\s?S\.?|European|German|French|UK|British|Japanese|Chinese|Canadian|International|World|WO|EP|DE|FR|GB|JP|CN|CA|USA)\s+)?(?:patent|patentschrift|brevet)\s*(?:application|publication)?\s*(?:no\.?|nr\.?|n°|number)?\s*[:,]?\s*(?:[A-Z]{2}\s?)?\d[\d,./\s-]{3,18}\d(?:\s?[A-Z]\d?)?(?!\w)"), _patent),
    (re.compile(r"(?<!\w)(?:US|EP|WO|DE|GB|FR|JP|CN|CA|KR|RU|AT|CH)\s?-?(?:\d{2,4}[/ -]?)?\d[\d,./ ]{4,12}\d\s?[A-CTU]\d?(?!\w)"), _patent),
    (_compiled(rf"[(\[]?{_SEPARATE}(?P<genre>{REPORT})(?!\w){_NUMBER}"), _report),
    (_compiled(rf"[(\[]?{_SEPARATE}(?:{UNPUBLISHED})(?!\w)[)\]]?"), _unpublished),
    (_compiled(rf"[(\[]?{_SEPARATE}(?:{COMMUNICATION})[)\]]?"), _said("is:personal_communication")),
    (_compiled(rf"[(\[]?{_SEPARATE}(?:{INTERVIEW})[)\]]?"), _said("interview")),
    (_compiled(rf"{_SEPARATE}(?:{SPEECH})"), _said("speech")),
    (STATUS, _status),
    (_compiled(r"[(\[]?(?<!\w)(?:version|release|ver\.)\s?(?P<number>\d+(?:\.\d+)*[\w.-]*)(?<!\.)[)\]]?"), _version),
    (_compiled(r"(?<!\w)(bioRxiv|medRxiv|chemRxiv|psyArXiv|socArXiv|techRxiv|engrXiv|eartharXiv|edArXiv|SSRN|Research Square)(?!\w)"), _archive),
    (NO_DATE, _nothing),
    (_compiled(r"(?<!\w)(?P<count>\d{1,3}|[IVX]{1,5}|two|three|four|five|six|zwei|drei|deux|trois|dos|due|tre)\s+(?:vols?|volumes|bde|bände|tomes|tomos|tomi|voll)\b\.?"), _volumes),
    (_compiled(r"[(\[]?(?<!\w)(?:[ivxlcdm]+\s*[,+]\s*)?\d{1,5}\s?(?:pp?|pages|seiten|S|с|стр|págs?|páginas|pagine|blz|sidor)(?!\w)\.?[)\]]?"), _total),
    (_compiled(r"[(\[]?(?<!\w)(?:pp?|S|с|pages?|seiten?|págs?|стр)\b\.?\s*\d+\s?[-–—]\s?\d+[)\]]?"), _pages),
    (_compiled(r"[(\[]?(?<!\w)(?:\d{1,2}\s?(?:st|nd|rd|th|ª|º|e|è?me|ième|de|\.)\s?(?:[,\w]+\.?\s){0,4}?|(?:first|second|third|fourth|fifth|zweite|dritte|deuxième|troisième|segunda|tercera|seconda|terza)\s)(?:edition|edn|ed|aufl(?:age)?|éd(?:ition)?|edición|edizione|edição|uitgave|druk|upplagan)\b\.?[)\]]?"), _edition),
    (_compiled(r"(?<!\w)(?:изд|wyd|vyd)\.?\s*\d{1,2}(?:-\w+)?"), _edition),
)  # fmt: skip
_HAS_WORD = re.compile(r"\w")
LONGEST = 5000


def read_remark(draft: Draft, segment: Segment) -> None:
    """Take from a segment what is known by its look; what is left is not understood."""
    for part in read_known(draft, segment):
        words = draft.written(part)
        if words.strip(" :.(").lower() in ("in", "dans"):
            draft.cues.add("in")
        if not only_cues(words):
            draft.unread.append(_trimmed(draft.text, part))


def read_known(draft: Draft, segment: Segment) -> list[Segment]:
    """Take from a segment what is known by its look; return the parts that are left."""
    parts = [segment]
    if segment.end - segment.start > LONGEST:
        return parts
    for pattern, take in _ALL:
        if pattern.search(draft.text, segment.start, segment.end) is not None:
            parts = [left for part in parts for left in _searched(draft, part, pattern, take)]
    return [part for part in parts if _HAS_WORD.search(draft.text, part.start, part.end)]


def _searched(draft: Draft, part: Segment, pattern: re.Pattern[str], take: Take) -> Iterator[Segment]:
    at = part.start
    for found in pattern.finditer(draft.text, part.start, part.end):
        if found.end() > found.start() and take(draft, found, part._replace(start=found.start(), end=found.end())):
            draft.passed.append(part._replace(start=found.start(), end=found.end()))
            yield part._replace(start=at, end=found.start())
            at = found.end()
    if at < part.end:
        yield part._replace(start=at)


def _trimmed(text: str, part: Segment) -> Segment:
    start, end = part.start, part.end
    while start < end and text[start] in " ,;:.)]":
        start += 1
    while end > start and text[end - 1] in " ,;:.([":
        end -= 1
    return part._replace(start=start, end=end)
