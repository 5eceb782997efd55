"""Places of publishers and universities, in addition to the capitals and large cities of `cities`; lower case.

Collected from the places of publication of public reference lists, and from the seats of universities and their
presses in Europe and the Americas, without words of titles and common family names.
"""

from __future__ import annotations

from refkit.data.cities import CITIES

_TOWNS = """aachen|aalborg|aarhus|abingdon|adelaide|aix-en-provence|albany|albuquerque|alcalá de henares|aldershot
    |alessandria|alicante|almería|amherst|amiens|angers|ann arbor|antwerpen|anvers|aracaju|arles|arlington|athènes
    |augsburg|austin|avignon|bad heilbrunn|bad homburg|badajoz|baden-baden|bamberg|bari|basingstoke|bayreuth
    |belo horizonte|belém|bergamo|bergen|bergisch gladbach|berne|besançon|bethesda|beverly hills|bialystok|białystok
    |bielefeld|bilbao|bloomington|boca raton|bochum|bordighera|botucatu|boulder|braga|brasilia|braunschweig|bregenz
    |bremen|brescia|brest|brno|bruges|brugge|bruxelles|brügge|buffalo|burgos|bâle|caen|cagliari|cambrai|campina grande
    |campinas|canterbury|cartagena|casale monferrato|castellón|catania|champaign|chapel hill|charlottesville|chemnitz
    |chichester|christchurch|cincinnati|clermont-ferrand|coimbra|college station|colorado springs|columbus|cork
    |cosenza|cracovia|cremona|cuenca|cuiabá|curitiba|cáceres|cádiz|córdoba|darmstadt|davis|delft|den bosch|denver
    |dessau|dessau-roßlau|deventer|dijon|donostia|dordrecht|dortmund|downers grove|dubrovnik|duisburg|durham
    |dusseldorf|edmonton|eichstätt|eindhoven|englewood cliffs|erfurt|erlangen|essen|eugene|evanston|exeter|fairfax
    |farnham|fayetteville|ferrara|fiesole|firenze|flensburg|florianópolis|foggia|fort collins|fort worth|fortaleza
    |frankfort|frankfurt a. m|frankfurt a.m|frankfurt am main|frankfurt/m|frankfurt/main|freiberg|freiburg
    |freiburg i. br|freiburg im breisgau|fribourg|fulda|gainesville|gaithersburg|galway|gand|gdańsk|gelsenkirchen|genf
    |genova|gent|gießen|gijón|girona|goiânia|gotha|gothenburg|granada|grand rapids|greifswald|grenoble|groningen
    |guadalajara|göteborg|gütersloh|haarlem|hackensack|hagen|haifa|halifax|halle|halle (saale)|hannover|harmondsworth
    |heerlen|hershey|hildesheim|hillsdale|hobart|hoboken|holzminden|hove|huelva|husum|idstein|indianapolis|iowa city
    |irvine|issy-les-moulineaux|istanbul|ithaca|ivrea|jaén|joensuu|joão pessoa|juiz de fora|jyväskylä|kaiserslautern
    |karlsruhe|kassel|katowice|kazan|klagenfurt|konstanz|kopenhagen|københavn|la laguna|la plata|la rochelle|lanham
    |laramie|las palmas|lausanne|le havre|lecce|leioa|leverkusen|limerick|limoges|linköping|linz|liège|logroño
    |londrina|louvain|louvain-la-neuve|lovanio|lubbock|lublin|lucca|luxemburg|luzern|lübeck|lüneburg|maastricht|maceió
    |macerata|madison|magdeburg|mahwah|malden|malmö|manaus|mannheim|mantova|maputo|maribor|maringá|maryknoll|medellín
    |medford|menlo park|messina|metz|modena|monterrey|montréal|morgantown|mountain view|mulhouse|murcia|málaga|méxico
    |méxico d.f|méxico, d.f|münster|namur|nancy|nanterre|nantes|nashville|neuchâtel|neuwied|new brunswick|new haven
    |newbury park|newcastle|newcastle upon tyne|nijmegen|niterói|norwich|notre dame|nottingham|novara|novosibirsk
    |nuremberg|nîmes|nørresundby|nürnberg|odense|oldenburg|olomouc|opladen|orléans|osnabrück|oulu|ourense|oviedo
    |paderborn|padova|palma de mallorca|palo alto|pamplona|parigi|parma|passau|pavia|peking|pelotas|perpignan|perugia
    |pescara|piracicaba|pisa|piscataway|pistoia|poitiers|pordenone|porto alegre|potsdam|poznań|princeton|puebla
    |pullman|québec|rabat|raleigh|ravenna|recife|redwood city|regensburg|reggio emilia|reims|rennes|rethymno
    |ribeirão preto|rimini|rockville|roskilde|rostock|rouen|rueil-malmaison|saarbrücken|sacramento|saint louis
    |saint-denis|saint-pétersbourg|saint-étienne|salerno|salt lake city|san jose|san josé|san juan|san mateo
    |san sebastián|sankt augustin|santa barbara|santa cruz|santa fe|santa monica|santander|santiago de compostela
    |santo domingo|saskatoon|sassari|schaffhausen|schwalbach|schwerin|segovia|sheffield|siegen|siena|silver spring
    |skopje|solna|southampton|spoleto|st andrews|st gallen|st. andrews|st. gallen|st. louis|st. paul|st. petersburg
    |stuttgart-bad cannstatt|swansea|szczecin|szeged|são carlos|são paulo|tarragona|tartu|tempe|teresina|teruel
    |thessaloniki|thousand oaks|toruń|toulon|tournai|tours|trento|trier|troyes|tucson|tulsa|turnholt|turnhout
    |uberlândia|udine|ulm|umeå|university park|upper saddle river|urbana|urbino|vaduz|valladolid|valparaíso|varese
    |verona|versailles|viborg|vicenza|vigo|villeneuve d'ascq|villeneuve d’ascq|viterbo|vitoria|vitoria-gasteiz|viçosa
    |växjö|wageningen|warszawa|washington dc|washington, d.c|washington, dc|weimar|weinheim|west lafayette|westport
    |white plains|wiesbaden|wilmington|windhoek|winnipeg|winona lake|winterthur|wolfenbüttel|wrocław|wuppertal|zadar
    |zaragoza|zwolle|ålborg|łódź|воронеж|екатеринбург|иркутск|казань|киев|львов|минск|москва|новосибирск
    |ростов-на-дону|санкт-петербург|саратов|софия|спб|тарту|томск|харьков"""

PLACES = CITIES | frozenset(name.strip() for name in _TOWNS.split("|"))
