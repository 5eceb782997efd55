# ruff: noqa: E501
"""Names of countries at the end of titles and places (UN M49, with common short forms); lower case."""

COUNTRIES = frozenset(
    name.strip()
    for name in """afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium
    |benin|bhutan|bolivia|bosnia and herzegovina|botswana|brazil|bulgaria|burkina faso|burundi|cambodia|cameroon|canada|central african republic
    |chad|chile|china|colombia|congo|costa rica|côte d’ivoire|croatia|cuba|cyprus|czech republic|czechia|denmark|dominican republic|ecuador
    |egypt|el salvador|eritrea|estonia|ethiopia|fiji|finland|france|gabon|gambia|georgia|germany|ghana|greece|guatemala|guinea|haiti|honduras
    |hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|jamaica|japan|jordan|kazakhstan|kenya|kosovo|kuwait|kyrgyzstan|korea|laos|latvia
    |lebanon|lesotho|liberia|libya|lithuania|madagascar|malawi|malaysia|mali|malta|mauritania|mexico|moldova|mongolia|montenegro|morocco
    |mozambique|myanmar|namibia|nepal|new zealand|nicaragua|niger|nigeria|north korea|north macedonia|norway|oman|pakistan|palestine|panama
    |papua new guinea|paraguay|peru|philippines|poland|portugal|qatar|romania|russia|rwanda|saudi arabia|scotland|senegal|serbia|sierra leone
    |slovakia|slovenia|somalia|south africa|south korea|south sudan|spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|tajikistan
    |tanzania|thailand|togo|tunisia|turkey|turkmenistan|uganda|ukraine|united arab emirates|united kingdom|united states|uruguay|uzbekistan
    |venezuela|vietnam|wales|yemen|zambia|zimbabwe|deutschland|österreich|frankreich|italien|spanien|polen|schweiz|syrien|irak|russland
    |türkei|allemagne|autriche|espagne|italie|suisse|syrie|russie|turquie|alemania|francia|italia|españa|suiza|siria|rusia|turquía|germania
    |svizzera|brasil|alemanha|frança|espanha|itália""".split("|")
)
