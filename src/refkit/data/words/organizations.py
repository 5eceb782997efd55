# ruff: noqa: E501
"""Words in the names of organizations, by language (ISO 639-1); lower case.

Sources: authors, editors and publishers of public reference lists, and the names that ministries, universities,
academies, statistical offices and courts use for themselves. A word of several languages is listed with some of them.
"""

from __future__ import annotations

from collections.abc import Mapping

_CERTAIN = {
    "en": """academy administration agency alliance assembly association associates authority bureau collaboration
    collaborators college commission committee community company confederation congress consortium cooperative corp
    corporation corps council department dept directorate division embassy enterprises establishment faculty federation
    forum foundation government headquarters hospital inc inspectorate inst instruments institute institution institutes
    initiative investigators lab laboratories laboratory labs league limited llc ltd museum ministry nations network
    observatory office ombudsman organisation organization organisations organizations parliament partnership party
    police programme project ratings registry republic research secretariat senate society staff study subcommittee survey
    taskforce team technologies treasury tribunal trust univ university universities union workgroup archives plc pty
    polytechnic subcommission commissioner""",
    "de": """gesellschaft ministerium redaktion stiftung universität verband verein vereinigung zentrum zentralverband
    akademie amt anstalt arbeitsgemeinschaft arbeitsgruppe arbeitskreis archiv ausschuss ausschuß bezirksamt bibliothek
    bundesagentur bundesamt bundesanstalt bundesinstitut bundesministerium bundesregierung bundestag bundesverband
    bundeszentrale bund deutschland fachhochschule forschungszentrum genossenschaft gmbh handelskammer hochschule institut
    kommission konferenz kongress kultusministerkonferenz landesamt landtag landesregierung rat regionaldirektion
    senatsverwaltung statistik statistisches verlag werkstatt zentralinstitut zentralstelle gemeinde parlament senat
    bundesgerichtshof bundesverfassungsgericht bundesbank forschungsgemeinschaft landeszentrale landesanstalt statistikamt""",
    "fr": """agence commissariat coopération département fondation fédération gouvernement laboratoire ministère musée
    observatoire parlement société université bibliothèque chambre conseil cour direction centre mairie préfecture sarl asbl
    organisme académie institutions ministères délégation""",
    "es": """agencia asociación comisión comité consejo consejería departamento diputación federación fundación gobierno
    instituto ministerio museo observatorio secretaría secretaria sociedad universidad ayuntamiento biblioteca centro
    organización prefectura academia ministerios hospitales""",
    "pt": """agência associação comissão comitê conselho federação fundação governo ministério organização senado
    sociedade universidade câmara prefeitura secretarias""",
    "it": """agenzia associazione commissione consiglio dipartimento federazione fondazione governo istituto ministero
    organizzazione osservatorio prefettura provveditorato soprintendenza società università ente spa accademia""",
    "ca": "conselleria generalitat universitat agència ajuntament associació fundació institució departament",
    "gl": "xunta consellería concello",
    "nl": """centraal commissie ministerie raad universiteit vzw bibliotheek hogeschool stichting vereniging rijksinstituut
    gemeenteraad planbureau""",
    "sv": """naturvårdsverket socialstyrelsen universitet institutet statistiska myndigheten kungliga högskolan riksdagen
    regeringen försäkringskassan skolverket trafikverket energimyndigheten riksbanken vetenskapsrådet""",
    "da": """institutet departement styrelsen ministeriet sundhedsstyrelsen folketinget universitetet selskab
    undervisningsministeriet miljøstyrelsen""",
    "no": """departementet direktoratet utdanningsdirektoratet helsedirektoratet sentralbyrå stortinget høgskolen
    forskningsrådet folkehelseinstituttet""",
    "fi": """yliopisto ministeriö laitos virasto tilastokeskus keskus ammattikorkeakoulu opetushallitus valtioneuvosto
    eduskunta seura""",
    "pl": """akademia instytut ministerstwo ministerstvo uniwersytet politechnika urząd stowarzyszenie fundacja
    towarzystwo komitet wydawnictwo""",
    "cs": "ministerstva univerzita akademie ústav úřad společnost vláda vlada svaz sdružení nakladatelství",
    "sk": "univerzita akadémia úrad spoločnosť",
    "sl": "univerza inštitut akademija zavod urad",
    "hr": "sveučilište zavod institut društvo",
    "hu": "egyetem intézet minisztérium akadémia társaság hivatal bizottság főiskola könyvtár alapítvány",
    "ro": "universitatea institutul ministerul academia comisia consiliul guvernul asociația fundația societatea agenția",
    "tr": """üniversitesi bakanlığı kurumu enstitüsü derneği vakfı başkanlığı müdürlüğü kurulu belediyesi meclisi
    merkezi""",
    "el": "πανεπιστήμιο υπουργείο ινστιτούτο ακαδημία εταιρεία επιτροπή οργανισμός κυβέρνηση",
    "ru": """университет институт академия министерство комитет правительство общество центр служба управление агентство
    ассоциация федерации федерация совет комиссия фонд организация департамент""",
    "uk": """університет інститут академія міністерство комітет уряд товариство служба управління агентство асоціація
    фонд організація комісія""",
}
# These are also family names: the name needs a third word or a function word, too.
_AMBIGUOUS = {
    "en": """bank bar board center chamber charity church city clinic club court field force fund group guild hall house
    library park press school series service services society state states store system systems task union unit users watch works
    world""",
}
# A name of two or more words is an organization's if its first word is one of these.
_FIRST = {
    "en": """african american arab asian department australian austrian british canadian centers centres chinese consumers danish dutch
    european eurostat finnish french german indian international intergovernmental italian japanese korean kingdom london's
    national nordic norwegian pan-american pew royal russian save south spanish statistics supreme swedish swiss the
    turkish u.s. uk un united us welsh world""",
    "de": """deutsche deutscher deutsches deutschen eidgenössische europäische europäischer europäisches nationale
    nationaler österreichische republik schweizerische statistisches""",
    "es": "cámara",
}
# A name after a comma whose first word is one of these is a division of the organization before it.
_DIVISION = {
    "en": "branch bureau commission committee dept department directorate division institute office school section subcommittee subdivision unit laboratory faculty",
    "de": "abteilung abteilungen ausschuss dezernat fachbereich fakultät institut lehrstuhl referat sektion",
    "fr": "département direction faculté laboratoire",
    "es": "departamento dirección facultad instituto servicio",
    "pt": "direcção faculdade seção serviço",
    "it": "dipartimento direzione facoltà istituto servizio",
    "pl": "wydział",
    "cs": "fakulta katedra",
    "nl": "faculteit vakgroep",
    "sv": "institutionen avdelningen",
    "ru": "кафедра факультет отдел",
}
# A name with one of these words is the parent of its departments, even if it follows them.
_UNIVERSITY = {
    "en": "college univ university",
    "de": "eth hochschule universität",
    "fr": "université",
    "es": "universidad",
    "pt": "universidade",
    "it": "università",
    "ca": "universitat",
    "nl": "universiteit",
    "sv": "universitet",
    "pl": "uniwersytet",
    "cs": "univerzita",
    "fi": "yliopisto",
    "hu": "egyetem",
    "ru": "университет",
    "uk": "університет",
}


def _all(words: Mapping[str, str]) -> frozenset[str]:
    """Return the words of all languages."""
    return frozenset(" ".join(words.values()).split())


# A name of two or more words that contains one of these is an organization's.
CERTAIN_WORDS = _all(_CERTAIN)
AMBIGUOUS_WORDS = _all(_AMBIGUOUS)
FIRST_WORDS = _all(_FIRST)
# Of these, those that no person has as a given name.
ADJECTIVES = frozenset(_FIRST["de"].split()) - {"deutscher", "republik"}
DIVISION_WORDS = _all(_DIVISION)
UNIVERSITY_WORDS = _all(_UNIVERSITY)

# Certain words that are family names, too: two words that end in one of these may be a person.
FAMILY_NAMES = frozenset(
    """academy alliance amt archives bund bureau college company conseil corps council cour direction division ente establishment
    forum hospital lab labs league limited museum nations network office parlement party police project raad rat
    republic research secretaria senado senat senate society spa staff study survey team treasury trust union verein""".split()
)
# Certain words that also begin titles.
TITLE_WORDS = frozenset(
    "archiv archives community initiative programme project research staff statistik study survey".split()
)
# Organizations that publish journals of their own name.
PUBLISHING_BODIES = (
    "verlag", "ltd", "inc", "llc", "gmbh", "association", "society", "office", "organization", "organisation",
    "committee", "foundation", "board", "academy", "institute", "college", "university", "council", "group",
)  # fmt: skip
# Organizations of people, which are authors next to persons.
GROUP_WORDS = frozenset(
    "collaboration consortium group team committee investigators collaborators network".split()
)
# Several words that name an organization together, unlike each of them.
PHRASES = (
    "task force", "working group", "core team", "united nations", "european union", "world bank", "monetary fund",
    "human rights", "bank of", "college of", "court of", "office of", "school of", "center for", "centre for",
    "centers for", "centres for", "house of", "board of", "chamber of", "bank for", "fund for", "church of",
    "library of", "institute of",
)  # fmt: skip
# Endings of one-word names of organizations: Umweltbundesamt, Innenministerium, Naturvårdsverket.
COMPOUND_ENDINGS = (
    "bundesamt", "landesamt", "staatsamt", "kriminalamt", "jugendamt", "ministerium", "institut", "verband", "stiftung",
    "agentur", "behörde", "anstalt", "zentrale", "gesellschaft", "hochschule", "universität", "akademie", "kommission",
    "verein", "verket", "myndigheten", "styrelsen", "inspektionen", "direktoratet", "instituttet", "departementet",
)  # fmt: skip

# Legal forms of companies, which follow the name and usually a comma; case matters. S.A. or AG may be initials.
COMPANY_FORMS = ("Inc", "Ltd", "LLC", "Corp", "GmbH", "PLC")
# Legal forms of companies at the end of a name in a list of names; patterns without their final full stop.
ALL_COMPANY_FORMS = (
    *COMPANY_FORMS, "Limited", "Corporation", "Company", "Co", "LLP", r"L\.L\.C", r"L\.?P", "plc", "mbH", "KGaA", "KG",
    "OHG", "AG", "SE", r"S\.A\.S", "SAS", r"S\.A", "SA", "SARL", r"S\.?[rR]\.?[lL]", r"S\.?p\.?A", r"N\.?V", r"B\.?V",
    "AB", "A/S", "ApS", "AS", "Oyj?", "Pty", r"Sp\. z o\.o",
)  # fmt: skip
# Abbreviations at the end of names, which keep their full stop.
ABBREVIATIONS = ("Inc", "Ltd", "Co", "Corp", "Univ", "Dept", "Assn", "Bros")

# Words for "of" and "for" between an organization and its place or purpose.
OF_WORDS = frozenset("of for de du des di della do da für van voor för von zu".split())
# Words within the names of organizations that never occur in a person's name.
INNER_WORDS = frozenset("of for on the in at für pour".split())

# Organizations whose only word looks like a person's name.
ONE_WORD_NAMES = frozenset(
    """adobe airbus amazon amnesty anonymous apple arup basf bayer bertelsmann bitkom bloomberg boeing bosch
    bundesbank bundesrat bundestag capgemini caritas cisco cochrane coursera crossref datacite
    deloitte destatis diakonie eclipse elsevier ericsson eurobarometer eurofound europarl eurostat
    europol facebook frontex gallup gartner gesis github gitlab google greenpeace honeywell huawei ifo
    infineon infratest intel interpol ipsos jetbrains kaggle kpmg mathworks mckinsey mdpi merriam-webster meta
    microsoft mitsubishi mozilla netflix nielsen nokia novartis nvidia openai oracle oxfam panasonic
    pfizer philips pricewaterhousecoopers qualcomm roche samsung siemens sipri sony spotify springer
    stackoverflow statista statistik statoil tesla toyota transparency twitter uber unesco unicef
    verbraucherzentrale volkswagen wikimedia wikipedia world xerox yahoo youtube zalando""".split()
)

# Acronyms that could be mistaken for a family name in capitals.
ACRONYMS = frozenset(
    """who un eu oecd nato ilo imf wto unhcr undp unep fao iaea ipcc iso iec ieee acm nasa noaa usgs epa fda cdc nih nsf
    nist doe dod bbc cnn usaid ecb esa cern wwf iucn apa ama insee ibge bfs""".split()
)
