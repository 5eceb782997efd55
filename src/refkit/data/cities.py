# ruff: noqa: E501
"""Cities that texts name with a year: capitals, seats of meetings, universities and publishers; lower case.

Of those that are also family names ("Lincoln", "Washington"), only the largest are included.
"""

CITIES = frozenset(
    name.strip()
    for name in """aberdeen|abuja|accra|addis ababa|aleppo|alexandria|algiers|amman|amsterdam|ankara|antwerp|athens|atlanta|auckland|baghdad|baku
    |bali|baltimore|bangalore|bangkok|barcelona|basel|beijing|beirut|belfast|belgrade|berkeley|berlin|bern|birmingham|bogotá|bologna|bombay|bonn
    |bordeaux|boston|brasília|bratislava|brighton|brisbane|bristol|brussels|bruxelles|bucharest|budapest|buenos aires|cairo|calcutta|cambridge
    |canberra|cape town|caracas|cardiff|casablanca|chengdu|chennai|chicago|cologne|copenhagen|dakar|damascus|dallas|delhi|den haag|detroit|dhaka
    |doha|dresden|dubai|dublin|durban|düsseldorf|edinburgh|florence|frankfurt|geneva|genève|ghent|glasgow|göttingen|graz|guangzhou|hamburg|hanoi
    |harare|havana|heidelberg|helsinki|hiroshima|hong kong|honolulu|houston|innsbruck|istanbul|jakarta|jena|jerusalem|johannesburg|kabul|karachi
    |kampala|kathmandu|khartoum|kiel|kiev|kigali|kinshasa|krakow|kraków|kuala lumpur|kyiv|kyoto|köln|la paz|lagos|lahore|lausanne|leeds|leiden
    |leipzig|leningrad|leuven|lille|lima|lisboa|lisbon|liverpool|ljubljana|london|londres|los angeles|luxembourg|lyon|madras|madrid|mainz|manchester
    |manila|marburg|marseille|melbourne|mexico city|miami|milan|milano|minneapolis|minsk|montevideo|montpellier|montreal|montréal|moscow|moskau|mosul
    |mumbai|munich|münchen|nairobi|nanjing|naples|napoli|new delhi|new orleans|new york|osaka|oslo|ottawa|oxford|palermo|palmyra|paris|perth
    |philadelphia|pittsburgh|portland|porto|prag|prague|praha|pretoria|quito|raqqa|reykjavik|riga|rio de janeiro|roma|rome|rotterdam|saigon
    |salamanca|salzburg|san diego|san francisco|santiago|santiago de chile|sarajevo|seattle|seoul|sevilla|shanghai|shenzhen|singapore|sofia
    |st petersburg|stanford|stockholm|strasbourg|straßburg|stuttgart|sydney|taipei|tallinn|tampere|tehran|tel aviv|the hague|tokyo|toronto|torino
    |toulouse|trieste|tripoli|trondheim|tübingen|tunis|turin|turku|uppsala|utrecht|valencia|vancouver|venezia|venice|vienna|vilnius|warsaw
    |washington|wien|wuhan|würzburg|zagreb|zurich|zürich""".split("|")
)
