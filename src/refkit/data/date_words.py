# ruff: noqa: E501
"""Patterns for words of dates in reference lists: "in press", "n.d.", "first published"."""

from __future__ import annotations

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
# Words for "about" before a year, and marks for an unknown year.
CIRCA = frozenset(
    "c c. ca ca. circa cca um vers about approx. approx approximately env. env".split()
)
UNDATED = frozenset(
    ("n.d.", "n. d.", "nd", "no date", "s.d.", "s. d.", "s.a.", "o.j.", "undated", "unknown")
)
