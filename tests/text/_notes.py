"""Invented notes in six languages, and their parts: the kind, and the text without introduction and pages."""

LOOK = {
    "Vgl. Elm, Der Deich, Husum 1999, S. 12.": ["reference: Elm, Der Deich, Husum 1999"],
    "Siehe auch Anna Esche, Wasserrecht, 3. Aufl., Kiel: Moos 2004, S. 33; Elm (Anm. 1), S. 5.": [
        "reference: Anna Esche, Wasserrecht, 3. Aufl., Kiel: Moos 2004",
        "short: Elm (Anm. 1), S. 5.",
    ],
    "Ebd., S. 14.": ["same: Ebd., S. 14."],
    "Das Wehr brach im Winter, wie die Chronik berichtet.": ["comment"],
    "Voir Jean Orme, La digue, Paris, Roseau, 1987, p. 33.": [
        "reference: Jean Orme, La digue, Paris, Roseau, 1987"
    ],
    "Orme, op. cit., p. 40.": ["short: Orme, op. cit., p. 40."],
    "Cfr. Mario Olmo, La diga, Torino, Canna, 1975, pp. 22-30.": [
        "reference: Mario Olmo, La diga, Torino, Canna, 1975"
    ],
    "Véase Juan Olmo, El dique, Madrid, Junco, 1990, p. 7.": [
        "reference: Juan Olmo, El dique, Madrid, Junco, 1990"
    ],
    "See John Alder, The Weir (Leeds: Reed Press, 1999), 12–14; Ada Birch, “Tides,” River Studies 4 (2001): 5–9.": [
        "reference: John Alder, The Weir (Leeds: Reed Press, 1999)",
        "reference: Ada Birch, “Tides,” River Studies 4 (2001): 5–9.",
    ],
    "Alder, Weir, 20.": ["short: Alder, Weir, 20."],
    "Zie P. van Olm, De dijk, Gent 2001, blz. 4.": ["reference: P. van Olm, De dijk, Gent 2001"],
    "Ada Birch, personal communication, 3 May 2001.": [
        "personal: Ada Birch, personal communication, 3 May 2001."
    ],
}
COUNT = {
    "So auch K. Linde, Die Schleuse, in: Zeitschrift für Deiche 12 (1988), S. 3–20, hier S. 7.": [
        "reference: K. Linde, Die Schleuse, in: Zeitschrift für Deiche 12 (1988), S. 3–20",
    ],
    "Linde, Schleuse, S. 9. Vgl. auch Eva Buche, Fluten, Bremen: Schilf 2010.": [
        "short: Linde, Schleuse, S. 9",
        "reference: Eva Buche, Fluten, Bremen: Schilf 2010.",
    ],
    "A. a. O., S. 15.": ["same: A. a. O., S. 15."],
    "Der Verfasser dankt dem Archiv für die Auskunft.": ["comment"],
    "Cf. Marie Saule, « Les marées », Revue des digues, 12, 1998, p. 3-20.": [
        "reference: Marie Saule, « Les marées », Revue des digues, 12, 1998, p. 3-20.",
    ],
    "Saule, art. cit., p. 5.": ["short: Saule, art. cit., p. 5."],
    "Si veda anche Lucia Salice, Fiumi, Bologna, Giunco, 1991.": [
        "reference: Lucia Salice, Fiumi, Bologna, Giunco, 1991."
    ],
    "Ivi, p. 12.": ["same: Ivi, p. 12."],
    "Cfr. también Ana Sauce, Ríos, Sevilla, Caña, 2005, p. 10.": [
        "reference: Ana Sauce, Ríos, Sevilla, Caña, 2005"
    ],
    "Cf. Rose Willow, Sluices of the North (London: Sedge, 2003).": [
        "reference: Rose Willow, Sluices of the North (London: Sedge, 2003).",
    ],
    "Id. at 12.": ["same: Id. at 12."],
    "Zie ook M. Wilg, Sluizen, Delft: Lis 1999, p. 8.": [
        "reference: M. Wilg, Sluizen, Delft: Lis 1999"
    ],
}
