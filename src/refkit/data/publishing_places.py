"""Places of publishers and universities, in addition to the capitals and large cities of `cities`; lower case.

Collected from the places of publication of public reference lists, and from the seats of universities and their
presses in Europe and the Americas, without words of titles and common family names.
"""

from __future__ import annotations

from refkit.data.cities import CITIES

_TOWNS = """'s-gravenhage|'s-hertogenbosch|aachen|aalborg|aarhus|abingdon|adelaide|aix-en-provence|albany|albuquerque
    |alcalá de henares|aldershot|alessandria|alicante|almería|amersfoort|amherst|amiens|angers|ann arbor|antwerpen
    |antwerpen-apeldoorn|anvers|apeldoorn|aracaju|araraquara|arles|arlington|arnhem|assen|athènes|augsburg|austin
    |aveiro|avignon|baarn|bad heilbrunn|bad homburg|badajoz|baden-baden|bamberg|bari|basingstoke|bauru|bayreuth
    |belo horizonte|belém|bergamo|bergen|bergisch gladbach|berlijn|berne|besançon|bethesda|beverly hills|bialystok
    |białystok|bielefeld|bilbao|bloomington|boca raton|bochum|bordighera|botucatu|boulder|braga|brasilia|braunschweig
    |breda|bregenz|bremen|brescia|brest|brno|bruges|brugge|brussel|bruxelles|brügge|buffalo|burgos|bussum|bydgoszcz
    |bâle|caen|cagliari|cambrai|campina grande|campinas|canterbury|cartagena|casale monferrato|castellón|catania
    |champaign|chapecó|chapel hill|charlottesville|chemnitz|chichester|christchurch|cieszyn|cincinnati
    |cinisello balsamo|città del vaticano|ciudad de méxico|clermont-ferrand|coimbra|college station|colorado springs
    |columbus|cork|cosenza|cracovia|cremona|cuenca|cuiabá|culemborg|curitiba|częstochowa|cáceres|cádiz|córdoba
    |darmstadt|davis|delft|den bosch|denver|dessau|dessau-roßlau|deventer|dijon|donostia|dordrecht|dortmund
    |downers grove|dubrovnik|duisburg|durham|dusseldorf|edmonton|eichstätt|eindhoven|englewood cliffs|erfurt|erlangen
    |essen|eugene|evanston|exeter|fairfax|farnham|fayetteville|ferrara|fiesole|firenze|flensburg|florianópolis|foggia
    |fort collins|fort worth|fortaleza|franeker|frankfort|frankfurt a. m|frankfurt a.m|frankfurt am main|frankfurt/m
    |frankfurt/main|freiberg|freiburg|freiburg i. br|freiburg im breisgau|fribourg|fulda|funchal|gainesville
    |gaithersburg|galway|gand|gdańsk|gdynia|gelsenkirchen|genf|genova|gent|gießen|gijón|girona|gliwice|goiânia|gotha
    |gothenburg|granada|grand rapids|greifswald|grenoble|groningen|guadalajara|göteborg|gütersloh|haarlem|hackensack
    |hagen|haifa|halifax|halle|halle (saale)|hannover|harmondsworth|hasselt|heerlen|hershey|hildesheim|hillsdale
    |hilversum|hobart|hoboken|holzminden|houten|hove|huelva|husum|idstein|indianapolis|iowa city|irvine
    |issy-les-moulineaux|istanbul|ithaca|ivrea|jaén|joensuu|joão pessoa|juiz de fora|jyväskylä|kaiserslautern|kalisz
    |kampen|karlsruhe|kassel|katowice|kazan|kielce|klagenfurt|konstanz|kopenhagen|kortrijk|københavn|la habana|la haye
    |la laguna|la plata|la rochelle|lanham|laramie|las palmas|lausanne|le havre|lecce|leeuwarden|leicester|leioa
    |leverkusen|limerick|limoges|linköping|linz|liège|logroño|londen|londra|londrina|londyn|louvain|louvain-la-neuve
    |lovanio|luanda|lubbock|lublin|lucca|luxemburg|luzern|lwów|lübeck|lüneburg|maastricht|maceió|macerata|madison
    |magdeburg|mahwah|malden|malmö|manaus|mannheim|mantova|maputo|maribor|maringá|maryknoll|medellín|medford
    |mem martins|menlo park|meppel|messina|metz|middelburg|modena|monterrey|montréal|morgantown|mountain view|mulhouse
    |murcia|málaga|méxico|méxico d.f|méxico, d.f|münster|namur|nancy|nanterre|nantes|nashville|neuchâtel|neuwied
    |new brunswick|new haven|newbury park|newcastle|newcastle upon tyne|newton abbot|nijmegen|niterói|norwich
    |notre dame|nottingham|novara|novosibirsk|nuremberg|nîmes|nørresundby|nürnberg|odense|oeiras|oldenburg|olomouc
    |olsztyn|opladen|opole|orléans|osnabrück|oulu|ourense|oviedo|paderborn|padova|palma de mallorca|palo alto|pamplona
    |parigi|parijs|paris-la haye|parma|paryż|passau|passo fundo|pavia|peking|pelotas|perpignan|perugia|pescara
    |petrópolis|piracicaba|pisa|piscataway|pistoia|poitiers|pordenone|porto alegre|potsdam|poznań|princeton|puebla
    |pullman|płock|québec|rabat|radom|raleigh|ravenna|recife|redwood city|regensburg|reggio emilia|reims|reinbek
    |reinbek bei hamburg|rennes|rethymno|ribeirão preto|rimini|rockville|roskilde|rostock|rouen|rueil-malmaison
    |rzeszów|rzym|saarbrücken|sacramento|saint louis|saint-denis|saint-pétersbourg|saint-étienne|salerno
    |salt lake city|san jose|san josé|san juan|san mateo|san sebastián|sankt augustin|santa barbara|santa cruz
    |santa fe|santa maria|santa monica|santander|santiago de compostela|santo domingo|saskatoon|sassari|schaffhausen
    |schwalbach|schwerin|segovia|setúbal|sheffield|siedlce|siegen|siena|silver spring|skopje|solna|sopot|southampton
    |soveria mannelli|spoleto|st andrews|st gallen|st. andrews|st. gallen|st. louis|st. paul|st. petersburg
    |stuttgart-bad cannstatt|swansea|szczecin|szeged|são carlos|são paulo|tarnów|tarragona|tartu|tempe|teresina|teruel
    |thessaloniki|thousand oaks|tielt|tilburg|toruń|toulon|tournai|tours|trento|trier|troyes|tucson|tulsa|turnholt
    |turnhout|uberlândia|udine|ulm|umeå|university park|upper saddle river|urbana|urbino|vaduz|valladolid|valparaíso
    |varese|verona|versailles|viborg|vicenza|vigo|vila nova de gaia|villeneuve d'ascq|villeneuve d’ascq
    |villeneuve-d'ascq|villeneuve-d’ascq|viseu|viterbo|vitoria|vitoria-gasteiz|viçosa|växjö|wageningen|warszawa
    |washington dc|washington, d.c|washington, dc|weimar|weinheim|west lafayette|westport|white plains|wiesbaden
    |wilmington|wilno|windhoek|winnipeg|winona lake|winterthur|wolfenbüttel|woodbridge|wrocław|wuppertal|zadar
    |zakopane|zaragoza|zielona góra|zutphen|zwolle|ålborg|évora|łódź|алма-ата|владивосток|воронеж|екатеринбург|иркутск
    |казань|калининград|киев|краснодар|ленинград|львов|минск|москва|нижний новгород|новосибирск|омск|пермь|псков|рига
    |ростов-на-дону|самара|санкт-петербург|саратов|свердловск|смоленск|софия|спб|тарту|ташкент|тверь|томск|уфа|харьков
    |ярославль|’s-gravenhage|’s-hertogenbosch"""

PLACES = CITIES | frozenset(name.strip() for name in _TOWNS.split("|"))
