# ruff: noqa: E501
"""Names that keep their capitals in titles in sentence case, besides places; lower case, without ordinary words."""

from __future__ import annotations

# Adjectives, nouns and languages of peoples, countries, continents and religions.
PEOPLES = frozenset(
    """afghan african africans albanian algerian american americans anglo anglican antarctic arab arabian arabic arabs aramaic arctic argentine
    argentinian armenian asian asians assyrian athenian atlantic australian austrian aztec babylonian bangladeshi basque bavarian belgian bengali
    berber bohemian bolivian bosnian brazilian brazilians breton british buddhism buddhist bulgarian burmese byzantine californian cambodian
    cameroonian canadian canadians cantonese caribbean carolingian catalan catholic catholicism catholics caucasian celtic chilean chinese christian
    christianity christians colombian confucian confucianism congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian egyptians english
    eritrean estonian ethiopian etruscan eurasian european europeans finnish finno flemish florentine franco french frisian gaelic galician
    georgian german germanic germans ghanaian gothic greek greeks gujarati habsburg haitian hebrew hellenistic hindi hindu hinduism hindus hispanic
    hungarian ibero icelandic inca indian indians indo indonesian inuit iranian iraqi irish islam islamic islamist israeli israelis italian italians
    jamaican japanese javanese jesuit jewish jews jordanian judaism kantian kazakh kenyan korean koreans kurdish kurds latin latino latinos latvian
    lebanese libyan lithuanian lutheran macedonian malay malaysian maltese mandarin maori marathi marxism marxist maya mayan mediterranean mexican
    mexicans minoan moldovan mongol mongolian moravian moroccan mughal muslim muslims mycenaean navajo nazi nazis neapolitan nepalese nepali nigerian
    nordic norse norwegian occitan ottoman ottomans pakistani palestinian palestinians parisian persian peruvian philippine phoenician polish
    polynesian portuguese protestant protestantism protestants prussian punjabi quechua roman romanian romans russian russians rwandan safavid saudi
    saxon scandinavian scottish semitic senegalese serbian shia shinto sikh sikhs slavic slavonic slovak slovene slovenian somali soviet spanish
    sumerian sunni swahili swedish swiss syriac syrian syrians taiwanese tamil tanzanian taoism taoist telugu thai tibetan trojan tunisian turkic
    turkish turks ugandan ukrainian ukrainians urdu uyghur uzbek vedic venetian venezuelan victorian vietnamese welsh yiddish yoruba zambian
    zimbabwean zionism zionist zulu""".split()
)

# Continents, regions, seas, rivers, mountains and states that are not in the lists of cities and countries.
REGIONS = frozenset(
    name.strip()
    for name in """africa|alaska|alps|amazon|america|americas|anatolia|andes|antarctica|appalachia|arabia|arizona|arkansas|asia|atlantic ocean
    |balkans|baltic|baltic sea|bavaria|black sea|britain|brittany|california|catalonia|caucasus|central america|central asia|central europe
    |colorado|connecticut|corsica|crete|crimea|danube|delaware|east africa|east asia|east germany|eastern europe|england|eurasia|europe
    |european union|far east|flanders|florida|galicia|ganges|great britain|great lakes|greenland|gulf of mexico|hawaii|himalaya|himalayas|hokkaido
    |holland|iberia|idaho|illinois|indian ocean|indiana|iowa|kansas|kashmir|kentucky|kosovo|kurdistan|latin america|louisiana|macedonia|maghreb
    |manchuria|maryland|massachusetts|mediterranean sea|mesopotamia|michigan|middle east|minnesota|mississippi|missouri|mongolia|montana|near east
    |nebraska|nevada|new england|new hampshire|new jersey|new mexico|new south wales|normandy|north africa|north america|north atlantic|north carolina
    |north dakota|north korea|north sea|northern ireland|nova scotia|ohio|oklahoma|ontario|oregon|ottoman empire|pacific|pacific ocean|palestine
    |papua|patagonia|pennsylvania|persia|persian gulf|prussia|punjab|pyrenees|quebec|queensland|rhine|rhode island|roman empire|rocky mountains
    |sahara|sahel|saxony|scandinavia|scotland|siberia|sicily|silesia|south africa|south america|south asia|south carolina|south dakota|south korea
    |southeast asia|soviet union|sub-saharan|taiwan|tasmania|tennessee|texas|tibet|transylvania|tuscany|ulster|united kingdom|united nations
    |united states|utah|vermont|virginia|wales|west africa|west germany|western europe|wisconsin|wyoming|yorkshire
    |world war|cold war|world bank|world wide web|first world war|second world war""".split("|")
)

# Persons that works are about or whose names are in terms, and the adjectives from their names.
PERSONS = frozenset(
    """abelian aristotelian aristotle augustine bach banach bayes bayesian beethoven bernoulli bessel boltzmann boolean bose
    brownian byron calvin calvinist cartesian cauchy chaucer chebyshev chomsky cicero coulomb curie dante darwin darwinian darwinism
    deleuze derrida descartes dickens diophantine dirac dirichlet dostoevsky doppler durkheim einstein euclid euclidean euler eulerian faraday
    fermat fermi feynman foucault fourier freud freudian galileo galois gauss gaussian gibbs goethe gödel habermas hamiltonian hegel hegelian
    heidegger heisenberg hermitian hilbert hitler hobbes homeric hume husserl jacobian jesus kafka kalman kant kepler keynes keynesian kierkegaard
    kolmogorov lacan lagrange lagrangian laplace laplacian lebesgue leibniz lenin levinas lincoln lipschitz lorentz luther machiavelli mandelbrot
    markov markovian marx maxwell mendel mendelian milton mozart napoleon napoleonic nash navier newton newtonian nietzsche noether
    parkinson pascal pavlov petri planck plato platonic poincaré poisson popper ptolemy pythagoras rawls rayleigh ricci riemann riemannian rousseau
    sartre schopenhauer schrödinger schubert shakespeare shakespearean sobolev socrates spinoza stalin stalinist stokes taylor tocqueville tolkien
    tolstoy turing virgil voltaire wagner weber weierstrass wittgenstein alzheimer hodgkin crohn
    monday tuesday wednesday thursday friday saturday sunday
    christmas easter ramadan bible koran quran talmud torah internet facebook google twitter wikipedia youtube linux python""".split()
)

# Places and family names that are also ordinary words.
ALSO_WORDS = frozenset(
    """angers baker ball bank banks barking bath battle bell best bird bishop black blood bond born bright brown buffalo burns bush camp case chance
    church cook cooper cork cross day deal diamond diss drake essen face ferry field fields fish fisher flood flowers ford forest fox freeman frost
    gates glass goes gold golden good grace grant gray green hall halle hand head hill holder hood hope horn house hull hunt hunter jersey joy king
    knight lake lamb land lane law lead lens light little long lord love major male march mark marks marsh mason may miller mobile moon moss nancy
    nature nice noble normal north orange page paradise park parks phoenix pool pope post power price pride providence reading rice rich rivers root
    rose rugby sale sands school self sharp short silver singer small smart snow song south split star stone street strong success sun
    swan tours tree turner union victoria walker wall ward warren water waters way wells west white wild wise wolf wood woods world worms
    yard york young""".split()
)
