# ruff: noqa: E501
"""Patterns for words of dates in reference lists: months, seasons, "in press", "n.d.", "first published"."""

from __future__ import annotations

# Beginnings of the names of months and seasons; the date parser decides whether a word is one.
MONTH_OR_SEASON = (
    r"(?:jan|jän|janv|ene|gen|feb|fév|fev|mar|mär|maa|mrz|mrt|apr|abr|avr|kwi|may|mai|maj|mag|mei|jun|giu|juin|jul|juil|lug|lip|aug|ago|aoû|sep|set|wrz|oct|"
    r"okt|ott|out|paź|nov|lis|dec|dez|dic|déc|gru|sty|lut|cze|sie|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|led|úno|bře|dub|kvě|čer|srp|zář|říj|pros|"
    r"spring|summer|fall|autumn|winter|früh|somm|herb|prin|été|auto|hiv|prim|vera|oto|invi|est|autu|inve|lente|zom|herf)[^\W\d_]{0,10}"
)
FIRST_PUBLISHED = r"original(?:ly)?(?:\s+work)?\s+published|orig(?:\.|inal|inally)?(?:\s+(?:publ?\.?|ed\.?|ausg\.?))?|first published|erstausgabe|zuerst(?: erschienen)?|1st ed\.|première édition|éd\. orig\.|1re éd\.|opera originale|original"
# One group per publication status.
PUBLICATION_STATUS = (
    r"(?P<press>in press|im druck|in druck|sous presse|en prensa|in stampa|in corso di stampa|c\.\s?d\.\s?s\.?|no prelo|в печати|w druku|i tryck|in de pers)|"
    r"(?P<forthcoming>forthcoming|to appear|to be published|im erscheinen|erscheint(?: demnächst)?|à paraître|en cours de publication|próxima aparición|"
    r"in uscita|in pubblicazione|a publicar|accepted(?: for publication)?|advance online publication|online first|ahead of print|early view|"
    r"epub ahead of print)|(?P<submitted>submitted(?: for publication| to)?|eingereicht|soumis|enviado)|(?P<preparation>in preparation|in prep|"
    r"in vorbereitung|en préparation|en preparación|in preparazione|manuscript in preparation)"
)
NO_DATE = r"n\.?\s?d\.?|s\.?\s?d\.?|o\.\s?[JD]\.|s\.\s?f\.|s\.\s?a\.|o\.\s?J|no date|undated|ohne jahr|ohne datum|sans date|sin fecha|senza data|sem data|б\.\s?г\."
