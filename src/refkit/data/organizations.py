"""Words in the names of organizations, in the languages of most bibliographies.

Collected from the authors, editors and publishers of public reference lists; lower case.
"""

from __future__ import annotations

# A name of two or more words that contains one of these is an organization's.
CERTAIN_WORDS = frozenset(
    """academy administration agence agencia agenzia agência agency alliance assembly association associates
    associação associazione asociación authority bureau collaboration collaborators college comisión
    comissão comité comitê commissariat commission commissione committee community company confederation
    congress consortium cooperative coopération corp corporation corps council cour department dept
    departamento departement dipartimento directorate division département embassy enterprises
    establishment faculty federation fédération federación federazione fondation fondazione forum
    foundation fundación fundação gesellschaft government governo gobierno gouvernement headquarters
    hospital inc inspectorate inst instruments institut institute institution institutes institutet instituto
    initiative investigators istituto lab laboratories laboratory laboratoire labs league limited llc ltd
    museum ministry ministère ministerio ministério ministero ministerium ministerie museo musée nations
    network observatoire observatorio observatory office ombudsman organisation organización organização
    organizzazione organization osservatorio parliament parlement parlament partnership party police
    project programme ratings redaktion registry republic research secretariat secretaría secretaria
    senate senat society sociedad sociedade società société staff stiftung study subcommittee survey
    taskforce team technologies treasury tribunal trust universidad universidade università universität
    universitat université universiteit universitet univ university union verband verein vereinigung vlada
    workgroup zentrum zentralverband akademie akademia amt anstalt arbeitsgemeinschaft arbeitsgruppe
    arbeitskreis archiv archives ausschuss ausschuß bezirksamt bibliothek bibliothèque biblioteca
    bundesagentur bundesamt bundesanstalt bundesinstitut bundesministerium bundesregierung bundestag
    bundesverband bundeszentrale bund centraal centre centro cámara chambre deutschland direction conseil
    consejo consiglio conselho commissie fachhochschule forschungszentrum genossenschaft gmbh
    handelskammer hochschule instytut kommission konferenz kongress kultusministerkonferenz landesamt
    landtag landesregierung ministerstwo ministerstvo naturvårdsverket rat raad regionaldirektion
    senatsverwaltung socialstyrelsen statistik statistisches uniwersytet verlag werkstatt zentralinstitut
    zentralstelle plc sarl spa pty vzw asbl университет институт академия министерство комитет
    правительство общество центр служба управление агентство ассоциация федерации федерация ayuntamiento
    conselleria consejería diputación ente gemeinde generalitat mairie préfecture prefectura prefettura
    provveditorato soprintendenza""".split()
)

# These are also family names: the name needs a third word or a function word, too.
AMBIGUOUS_WORDS = frozenset(
    """bank bar board center chamber charity church city clinic club court field force fund group guild hall
    house library park press school series service services society state states store system systems
    task unit union users watch works world""".split()
)

# Legal forms of companies, which follow the name and usually a comma; case matters. S.A. or AG may be initials.
COMPANY_FORMS = ("Inc", "Ltd", "LLC", "Corp", "GmbH", "PLC")

# A name of two or more words is an organization's if its first word is one of these.
FIRST_WORDS = frozenset(
    """american african arab asian australian austrian british canadian centers centres chinese
    consumers danish department deutsche deutscher deutsches deutschen dutch eidgenössische eurostat
    european europäische europäischer europäisches finnish french german indian
    international intergovernmental italian japanese korean kingdom london's national nationale
    nationaler nordic norwegian österreichische pan-american pew republik royal russian save
    schweizerische south spanish statistics statistisches supreme swedish swiss the turkish u.s. uk un united us
    welsh world""".split()
)

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

# A name after a comma whose first word is one of these is a division of the organization before it.
DIVISION_WORDS = frozenset(
    """abteilung abteilungen ausschuss branch bureau commission committee dept departamento department
    département dipartimento direcção dirección direction directorate direzione division dezernat
    fachbereich facultad faculdade facoltà faculté faculty fakultät institut institute instituto istituto
    laboratoire laboratory lehrstuhl office referat school section sektion servicio servizio seção
    subcommittee subdivision unit wydział""".split()
)
# A name with one of these words is the parent of its departments, even if it follows them.
UNIVERSITY_WORDS = frozenset(
    """college eth hochschule universidad universidade università universität universitat université universiteit
    universitet university uniwersytet univ""".split()
)
