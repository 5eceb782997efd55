"""Letters of different scripts that look the same (Unicode Technical Standard 39, confusables.txt)."""

from __future__ import annotations

# Cyrillic letters and the Latin letters that they look like.
CYRILLIC_AS_LATIN = str.maketrans("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYXaesijopcyxhdqw")
# The other direction, for Cyrillic words. Some Cyrillic letters look like a Latin letter only in italics.
LATIN_AS_CYRILLIC = str.maketrans("ABEIKMHOPCTYXaeiopcyx", "АВЕІКМНОРСТУХаеіорсух")
# Greek letters that look like Latin ones. The others are symbols in Latin text.
GREEK_AS_LATIN = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo")
