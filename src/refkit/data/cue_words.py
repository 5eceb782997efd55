# ruff: noqa: E501
"""Words in references that only introduce a neighboring field and that no field needs to keep; lower case."""

from refkit.data.words.months import months_of

# Words next to an address that only say that it is one, or how to reach it; lower case.
ADDRESS_WORDS = frozenset(
    """available online on-line at from url uri web website webpage site page homepage home internet www http https link see
    accessible retrieved download downloadable downloaded also via on the verfügbar online-verfügbar abrufbar
    erhältlich erreichbar unter siehe auch im disponible disponibile disponível en ligne línea linha sur em a à su in rete
    consultable voir ver vedi dostępne dostępny dostupné z na tillgänglig på tilgjengelig tilgængelig beschikbaar op
    saatavilla elérhető режим доступа электронный ресурс доступно по адресу""".split()
)
CUE_WORDS = (
    frozenset(
        """in in: dans en em nel nella su sur im v w at from by and & und et y e i и und of the a der die das le la les on to
    et al ed eds edd edn edited editor editors edition editions hrsg hg herausgegeben herausgeber von vom v éd éds édition éditions
    dir coord org cura di sous direction édit redaktion red auflage aufl edición edizione edição uitgave druk изд ред под
    trans transl translated translator übersetzt übers aus dem trad traduit par traducción de por traducido
    vol vols volume volumes bd bde band t tome tomo no nr nos num núm número numéro n issue iss heft h fasc p pp pages page seiten seite s ss pág págs
    pagg blz jg jahrgang т с № вып стр st nd rd th rev
    accessed retrieved access available online visited viewed cited cit consulté consultado consultato abgerufen aufgerufen zugriff am zugegriffen stand
    verfügbar unter disponible disponibile disponível acesso acessado hämtad geraadpleegd op режим доступа дата обращения url uri http https www doi org dx last date den el il em accès
    last modified updated letzter zuletzt ultimo accesso último dernier dernière consultation le visitato internet web ligne línea linha
    isbn issn pmid pmcid pmc arxiv eprint preprint e-print eissn pissn
    accès published original work originally first pub
    dr prof professor mag sir phd ph d md m.d jr sr
    n.d nd o j s.d s.f sl sn s.l s.n l
    phd thesis dissertation diss master masters master’s bachelor doctoral unpublished doctor doctorat doctorale doctoraat
    unveröff unveröffentlichte unveröffentlicht doktorarbeit masterarbeit magisterarbeit bachelorarbeit inaugural thèse tesis tesi tese tesis doctoral di
    dottorato doutorado doutoramento maestría máster mémoire maîtrise magistrale laurea proefschrift avhandling doktorsavhandling
    director producer writer illustrator compiler host interviewer regie directed produced
    press forthcoming appear submitted accepted preparation prep druck vorbereitung prensa stampa corso
    name names behalf for pour im auftrag article art id number u a others andere autres otros altri outros fl др
    année annata jaargang ročník årgång évf prima première primera primeira
    译 编译 译注 校译 à uppl recuperado retirado repéré przeł tłum orgs pg coll nº št year suffix volume band bände art""".split()
    )
    | months_of("en").keys()
)
