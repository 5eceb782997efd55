"""The citation processor: CSL 1.0.2 styles, locales, citations and bibliographies."""
