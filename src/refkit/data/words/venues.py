"""Words in the names of journals, conferences, publishers and universities, and words that look like their typos."""

# Frequent words of seven or more letters, in English and some in German, French, Spanish, Portuguese and Italian.
VENUE_WORDS = frozenset(
    """academic academy académie acoustics advanced advances agricultural algebra algorithms american analysis
    annales application applications applied architecture archives artificial association astronomical astronomy
    astrophysical astrophysics atmospheric automatic automation behavior behavioral biological biology
    biomedical bollettino bulletin business cambridge chemical chemistry ciencias climate clinical cognitive
    colloquium communication communications computation computational computer computing conference congreso
    congress congresso contemporary cybernetics database department development discovery distributed dynamics
    earthquake ecological ecology economic economics education educational electrical electronic electronics
    elsevier emerging endocrinology engineering environment environmental european experimental exploration
    forschung foundation foundations frontiers general genetics geological geology geophysical geophysics
    geoscience gesellschaft giornale government graphics history hydraulic hydrological hydrology imaging
    industrial informatics information innovation institute intelligence intelligent interaction interactive
    interdisciplinary internacional international internet investigación investigation istituto jahrbuch
    japanese journal knowledge laboratory language languages learning lecture linguistics literature machinery
    magazine management manufacturing marketing materials mathematical mathematics mechanical mechanics medical
    medicine meteorological meteorology methodology microbiology mitteilungen molecular multimedia mémoires
    national natural networking networks neuroscience numerical oceanographic oceanography operations optical
    optimization organization parallel perspectives pharmaceutical pharmacology philosophical philosophy
    photogrammetry physical physics physiology planetary political practice principles probability proceedings
    processing programming psychiatry psychological psychology publications publishers publishing quantitative
    quantum quarterly recherche recognition reliability religious research resources retrieval revista rivista
    robotics scientific security sedimentology seismological selected semantic services simulation society
    sociological sociology software solutions springer statistical statistics strategic structural structures
    studies superconductivity surgery sustainable symposium systems tagungsband technical technische
    technological technology telecommunications theoretical therapy transactions transportation universidad
    universidade university università universität université veterinary wissenschaften workshop zeitschrift""".split()
)

# Other words, in several languages, that differ from one of these in one letter before the last two.
LIKE_VENUE_WORDS = frozenset(
    """academica academico academie acadèmia advance advancement anales analyse analyst annules applikation
    archines architectures architetture artificiel artificielle assoziation automates automaton avances avancés
    avanzados behaviour behavioural biologia biologica biologie bulletins bushiness busyness cognitieve
    cognitivo colloquia colloquio communization commutation commute commuter commuting competing competition
    compotation compter computable computacional computers computes computor conferences confidence conférence
    cotemporary departament departement deportment ecologic ecologist economica educacional educação eduction
    elseviers elzevier enology environnent estructural ethnology ethology expérimental fondation fondations
    gastronomy gemological gemology generale generics giornal insitut institut instituto institutt instituut
    interactieve interaktion interaktive internasional internationale inštitut javanese jornal journaal
    journalism journals jurnal kolloquium kongress laboratoire laboratories laboratorio langage langages leaning
    literatur literatura litteratur litterature littérature magasin magazin magazzine markering materiales
    maternal mathématique mediaal mediaeval medial medicina medicinal medieval metical mineral molekular
    multimedial multimédia mycology mythology médical ménagement nacional nacionales nationals naturale
    natürlichen neurology notional oological optimal optimisation opérations organisation organisational
    organisations pathology perspectivas perspective perspetives petrology pharmacologia pharmacologie phycology
    physica physician physicist physique physiques possessing precessing precession prevista principales
    principals principes principios procession processional professing programing prospectives provability
    psychical psychologia psychologie publicaciones publicacions publication publicationes rational regista
    religieus resource ressource ressources revisita seismologica selecta seleta sematic serology servies
    serviles simposio simposium simulations sistemas sistems sociologia sociologica sociologie sprenger springar
    springers springier sprinter statistik stimulation stimulations stricture strictures stringer structuras
    structure structurées symposia symposion system systèmes technique techniques technisch technologie
    technologies tecnología teleological theological theoretic transaction transection transections transition
    transitions urology virology zoological zweitschrift álgebra éducation""".split()
)

# Those that publishers and institutions have; companies often take a misspelled word as their name ("Automattic").
PUBLISHER_WORDS = VENUE_WORDS & frozenset(
    """academic academy american association astronomical biological cambridge chemical computer computing
    conference department economic educational elsevier engineering european foundation geological geophysical
    gesellschaft government institute international japanese laboratory linguistics machinery management
    mathematical mathematics medical medicine meteorological national philosophical physical physics proceedings
    psychological publications publishers publishing research science sciences scientific society springer
    statistical statistics studies technical technological technology universidad universidade university
    università universität université wissenschaften""".split()
)
