"""Month and season names as bibliographies write them (CLDR's wide and abbreviated forms)."""

# The twelve months per language. Readers accept a name with and without its full stop and accents.
_MONTH_NAMES = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan febr mar apr may june july aug sept oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jän feb mrz apr mai jun jul aug sept okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago set oct nov dic",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november desember",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "leden únor březen duben květen červen červenec srpen září říjen listopadu prosinec",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
)

MONTHS: dict[str, int] = {
    name: number for names in _MONTH_NAMES for number, name in enumerate(names.split(), 1)
}

SEASONS: dict[str, int] = {
    "spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4,
    "frühjahr": 1, "frühling": 1, "sommer": 2, "herbst": 3,
    "printemps": 1, "été": 2, "automne": 3, "hiver": 4,
    "primavera": 1, "verano": 2, "otoño": 3, "invierno": 4,
    "estate": 2, "autunno": 3, "inverno": 4,
    "lente": 1, "zomer": 2, "herfst": 3,
}  # fmt: skip

# Words for "about" before a year, and marks for an unknown year.
CIRCA = frozenset(
    "c c. ca ca. circa cca um vers about approx. approx approximately env. env".split()
)
NO_DATE = frozenset(
    ("n.d.", "n. d.", "nd", "no date", "s.d.", "s. d.", "s.a.", "o.j.", "undated", "unknown")
)
