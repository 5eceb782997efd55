# ruff: noqa: E501
"""Names of months and seasons by language (ISO 639-1), with the forms and abbreviations that bibliographies use.

Sources: the Unicode CLDR's wide and abbreviated names, also in the genitive or partitive; the abbreviations of
libraries (ISO 832, ABNT NBR 6023, AFNOR); the dictionaries of the languages for variants such as `setiembre`.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from refkit.patterns import lazy_pattern

# Per month: full names, separated by slashes, then abbreviations after a bar. Every form has three letters or more.
_MONTHS = {
    "en": "january|jan february|feb/febr march|mar april|apr may june|jun july|jul august|aug september|sep/sept october|oct november|nov december|dec",
    "de": "januar/jänner/jaenner|jan/jän/jänn/jaen februar/feber|feb/febr märz/maerz|mär/mrz april|apr mai juni|jun juli|jul august|aug september|sep/sept oktober|okt november|nov dezember|dez",
    "fr": "janvier|janv/jan février|févr/fév mars avril|avr mai juin juillet|juil/juill août septembre|sept/sep octobre|oct novembre|nov décembre|déc",
    "es": "enero|ene febrero|feb/febr marzo|mar/mzo abril|abr mayo|may junio|jun julio|jul agosto|ago/agto septiembre/setiembre|sep/sept/set octubre/otubre|oct noviembre|nov diciembre|dic/dicbre",
    "it": "gennaio|gen/genn febbraio|feb/febbr marzo|mar aprile|apr maggio|mag/magg giugno|giu luglio|lug agosto|ago settembre|set/sett ottobre|ott novembre|nov dicembre|dic",
    "pt": "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez",
    "ca": "gener|gen febrer|febr/feb març|mar abril|abr maig|mai juny juliol|jul agost setembre|set octubre|oct novembre|nov desembre|des",
    "gl": "xaneiro|xan febreiro|feb marzo|mar abril|abr maio|mai xuño xullo|xul agosto|ago setembro|set outubro|out novembro|nov decembro|dec",
    "eu": "urtarrila/urtarrilak otsaila/otsailak martxoa/martxoak apirila/apirilak maiatza/maiatzak ekaina/ekainak uztaila/uztailak abuztua/abuztuak iraila/irailak urria/urriak azaroa/azaroak abendua/abenduak",
    "nl": "januari|jan februari|feb/febr maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep/sept oktober|okt november|nov december|dec",
    "af": "januarie|jan februarie|feb maart|mrt april|apr mei junie|jun julie|jul augustus|aug september|sep/sept oktober|okt november|nov desember|des",
    "sv": "januari|jan februari|feb/febr mars|mar april|apr maj juni|jun juli|jul augusti|aug september|sep/sept oktober|okt november|nov december|dec",
    "da": "januar|jan februar|feb/febr marts|mar april|apr maj juni|jun juli|jul august|aug september|sep/sept oktober|okt november|nov december|dec",
    "no": "januar|jan februar|feb/febr mars|mar april|apr mai juni|jun juli|jul august|aug september|sep/sept oktober|okt november|nov desember|des",
    "is": "janúar|jan febrúar|feb mars|mar apríl|apr maí júní|jún júlí|júl ágúst|ágú september|sep/sept október|okt nóvember|nóv desember|des",
    "fi": "tammikuu/tammikuuta/tammikuun|tammi helmikuu/helmikuuta/helmikuun|helmi maaliskuu/maaliskuuta/maaliskuun|maalis huhtikuu/huhtikuuta/huhtikuun|huhti toukokuu/toukokuuta/toukokuun|touko kesäkuu/kesäkuuta/kesäkuun heinäkuu/heinäkuuta/heinäkuun|heinä elokuu/elokuuta/elokuun|elo syyskuu/syyskuuta/syyskuun|syys lokakuu/lokakuuta/lokakuun|loka marraskuu/marraskuuta/marraskuun|marras joulukuu/joulukuuta/joulukuun|joulu",
    "et": "jaanuar|jaan veebruar|veebr märts aprill|apr mai juuni juuli august|aug september|sept oktoober|okt november|nov detsember|dets",
    "lv": "janvāris/janvāra|janv februāris/februāra|febr marts/marta aprīlis/aprīļa|apr maijs/maija jūnijs/jūnija|jūn jūlijs/jūlija|jūl augusts/augusta|aug septembris/septembra|sept oktobris/oktobra|okt novembris/novembra|nov decembris/decembra|dec",
    "lt": "sausis/sausio|saus vasaris/vasario|vas kovas/kovo balandis/balandžio|bal gegužė/gegužės|geg birželis/birželio|birž liepa/liepos rugpjūtis/rugpjūčio|rugp rugsėjis/rugsėjo|rugs spalis/spalio|spal lapkritis/lapkričio|lapkr gruodis/gruodžio|gruod",
    "pl": "styczeń/stycznia|sty luty/lutego|lut marzec/marca|mar kwiecień/kwietnia|kwi maj/maja czerwiec/czerwca|cze lipiec/lipca|lip sierpień/sierpnia|sie wrzesień/września|wrz październik/października|paź listopad/listopada|lis grudzień/grudnia|gru",
    "cs": "leden/ledna|led únor/února|úno březen/března|bře duben/dubna|dub květen/května|kvě červen/června|čvn/čer červenec/července|čvc srpen/srpna|srp září|zář říjen/října|říj listopad/listopadu|lis prosinec/prosince|pro",
    "sk": "január/januára|jan február/februára|feb marec/marca|mar apríl/apríla|apr máj/mája jún/júna júl/júla august/augusta|aug september/septembra|sep október/októbra|okt november/novembra|nov december/decembra|dec",
    "sl": "januar/januarja|jan februar/februarja|feb marec/marca|mar april/aprila|apr maj/maja junij/junija|jun julij/julija|jul avgust/avgusta|avg september/septembra|sep oktober/oktobra|okt november/novembra|nov december/decembra|dec",
    # Croatian without `listopad`, which is October there and November in Czech and Polish.
    "hr": "siječanj/siječnja veljača/veljače ožujak/ožujka travanj/travnja svibanj/svibnja lipanj/lipnja srpanj/srpnja kolovoz/kolovoza rujan/rujna - studeni/studenoga/studenog prosinac/prosinca",
    "sr": "januar/januara|jan februar/februara|feb mart/marta|mar april/aprila|apr maj/maja jun/juna jul/jula avgust/avgusta|avg septembar/septembra|sep oktobar/oktobra|okt novembar/novembra|nov decembar/decembra|dec",
    "hu": "január|jan február|febr/feb március|márc április|ápr május|máj június|jún július|júl augusztus|aug szeptember|szept október|okt november|nov december|dec",
    "ro": "ianuarie|ian februarie|feb/febr martie|mar/mart aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sep/sept octombrie|oct noiembrie|nov/noi decembrie|dec",
    "tr": "ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara",
    "el": "ιανουάριος/ιανουαρίου|ιαν φεβρουάριος/φεβρουαρίου|φεβ/φεβρ μάρτιος/μαρτίου|μάρ/μαρ απρίλιος/απριλίου|απρ μάιος/μαΐου|μάι/μαΐ ιούνιος/ιουνίου|ιούν/ιουν ιούλιος/ιουλίου|ιούλ/ιουλ αύγουστος/αυγούστου|αύγ/αυγ σεπτέμβριος/σεπτεμβρίου|σεπ/σεπτ οκτώβριος/οκτωβρίου|οκτ νοέμβριος/νοεμβρίου|νοέ/νοε δεκέμβριος/δεκεμβρίου|δεκ",
    "ru": "январь/января|янв февраль/февраля|фев/февр март/марта|мар апрель/апреля|апр май/мая июнь/июня|июн июль/июля|июл август/августа|авг сентябрь/сентября|сен/сент октябрь/октября|окт ноябрь/ноября|ноя/нояб декабрь/декабря|дек",
    "uk": "січень/січня|січ лютий/лютого|лют березень/березня|бер квітень/квітня|кві/квіт травень/травня|тра/трав червень/червня|чер/черв липень/липня|лип серпень/серпня|сер/серп вересень/вересня|вер жовтень/жовтня|жов/жовт листопад/листопада|лис/лист грудень/грудня|гру/груд",
    "be": "студзень/студзеня|сту люты/лютага сакавік/сакавіка|сак красавік/красавіка|кра травень/мая чэрвень/чэрвеня|чэр ліпень/ліпеня|ліп жнівень/жніўня|жні верасень/верасня кастрычнік/кастрычніка|кас лістапад/лістапада|ліс снежань/снежня|сне",
    "bg": "януари|яну февруари|фев март|мар април|апр май юни юли август|авг септември|сеп октомври|окт ноември|ное декември|дек",
    "id": "januari|jan februari|feb maret|mar april|apr mei juni|jun juli|jul agustus|agu september|sep oktober|okt november|nov desember|des",
}  # fmt: skip
# Spring to winter.
_SEASONS = {
    "en": "spring summer autumn/fall winter",
    "de": "frühjahr/frühling sommer herbst winter",
    "fr": "printemps été automne hiver",
    "es": "primavera verano otoño invierno",
    "it": "primavera estate autunno inverno",
    "pt": "primavera verão outono inverno",
    "ca": "primavera estiu tardor hivern",
    "nl": "lente/voorjaar zomer herfst/najaar winter",
    "sv": "vår/våren sommar/sommaren höst/hösten vinter/vintern",
    "da": "forår/foråret sommer/sommeren efterår/efteråret vinter/vinteren",
    "no": "vår/våren sommer/sommeren høst/høsten vinter/vinteren",
    "fi": "kevät kesä syksy talvi",
    "et": "kevad suvi sügis talv",
    "pl": "wiosna lato jesień zima",
    "cs": "jaro léto podzim zima",
    "sk": "jar leto jeseň zima",
    "hu": "tavasz nyár ősz tél",
    "ro": "primăvara/primăvară vara/vară toamna/toamnă iarna/iarnă",
    "tr": "ilkbahar/bahar yaz sonbahar/güz kış",
    "el": "άνοιξη καλοκαίρι φθινόπωρο χειμώνας",
    "ru": "весна лето осень зима",
    "uk": "весна літо осінь зима",
}
# Spellings that are common words, too: in running text, they are not months or seasons even next to a number.
_COMMON_WORDS = frozenset(
    "des pro ara tem eki elo tra сер вер лист tél jar yaz var vara leto loka сак кра кас vas bal".split()
)
# Spellings that are common given names, too: on their own, they are not months.
_GIVEN_NAMES = frozenset("ian marc marco marta maja julie augusta jula juna kas".split())
# A letter that no reference contains.
MONTH_MARK = "\ua66e"
_WORD = lazy_pattern(r"[^\W\d_]{3,}")
# Letters without a decomposition.
_PLAIN = str.maketrans("ıłøđ", "ilod")


@cache
def months() -> dict[str, int]:
    """Return the number of every spelling of a month, in lower case; names with accents are also listed without them."""
    return _numbered(_MONTHS)


@cache
def seasons() -> dict[str, int]:
    """Return the number of every spelling of a season, from 1 for spring, in lower case."""
    return _numbered(_SEASONS)


@cache
def months_of(*languages: str, short: bool = True) -> dict[str, int]:
    """Return the numbers of the spellings of some languages, with or without abbreviations."""
    return {
        word: number
        for language in languages
        for number, spellings in enumerate(_MONTHS[language].split(), 1)
        for word in (spellings if short else spellings.partition("|")[0])
        .replace("|", "/")
        .split("/")
        if word != "-"
    }


def seasons_of(*languages: str) -> frozenset[str]:
    """Return the spellings of the seasons in some languages."""
    return frozenset(
        word for language in languages for word in _SEASONS[language].replace("/", " ").split()
    )


def english_month(number: int) -> str:
    """Return the English name of a month."""
    return _MONTHS["en"].split()[number - 1].partition("|")[0].capitalize()


def english_season(number: int) -> str:
    """Return the English name of a season, from 1 for spring."""
    return _SEASONS["en"].split()[number - 1].partition("/")[0].capitalize()


@cache
def certain_months() -> frozenset[str]:
    """Return the spellings of months that mean a month even without a number next to them."""
    return frozenset(months().keys() - _COMMON_WORDS - _GIVEN_NAMES)


@cache
def certain_months_and_seasons() -> frozenset[str]:
    """Return the spellings of months and seasons that mean one even without a number next to them."""
    return certain_months() | (seasons().keys() - _COMMON_WORDS)


def mask_months(text: str, with_seasons: bool = False) -> str:
    """Return a text of the same length in which the names of months consist of the letter `MONTH_MARK`.

    A pattern for dates that contained all names several times would take long to compile.
    """
    return _WORD.sub(_masked_month_or_season if with_seasons else _masked_month, text)


def _masked_month(match: re.Match[str]) -> str:
    word = match[0].lower()
    return (
        MONTH_MARK * len(match[0]) if word in months() and word not in _COMMON_WORDS else match[0]
    )


def _masked_month_or_season(match: re.Match[str]) -> str:
    word = match[0].lower()
    is_season = word in seasons() and word not in _COMMON_WORDS
    return MONTH_MARK * len(match[0]) if is_season else _masked_month(match)


def _numbered(table: dict[str, str]) -> dict[str, int]:
    """Return the number of each spelling."""
    found: dict[str, int] = {}
    for line in table.values():
        for number, spellings in enumerate(line.split(), 1):
            for word in spellings.replace("|", "/").split("/"):
                found[word] = number
                if not word.isascii() and len(word) > 2:
                    found.setdefault(_without_accents(word), number)
    found.pop("-", None)
    return found


def _without_accents(word: str) -> str:
    letters = normalize("NFD", word.translate(_PLAIN))
    return normalize(
        "NFC", "".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f")
    )
