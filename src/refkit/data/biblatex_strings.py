"""The words of BibLaTeX's localization keys, which `\\bibstring` and fields such as `type` and `pubstate` name.

Source: BibLaTeX manual, section 4.9.2, and its English module in the long form.
"""

from __future__ import annotations

from refkit.data.bibtex_csl import COUNTRIES, GENRES, SERIES, STATES
from refkit.data.words.months import english_season, months_of

_NAMES_OF_MONTHS = {name: name.capitalize() for name in months_of("en", short=False)}
_SEASONS = {name: name for name in (english_season(number).lower() for number in range(1, 5))}
_LANGUAGES = """american british english french german italian spanish portuguese dutch swedish danish norwegian finnish
    polish czech slovak slovene croatian russian greek latin turkish hungarian brazilian catalan galician basque
    estonian latvian latin bulgarian ukrainian serbian romanian japanese chinese korean""".split()

STRINGS: dict[str, str] = {
    **GENRES, **STATES, **COUNTRIES, **SERIES, **_NAMES_OF_MONTHS,
    **{f"lang{name}": name.capitalize() for name in _LANGUAGES},
    **{f"from{name}": f"from the {name.capitalize()}" for name in _LANGUAGES},
    "bibliography": "Bibliography", "references": "References", "shorthands": "List of Abbreviations",
    "abstract": "Abstract", "annotation": "annotation", "library": "library",
    # roles
    "editor": "editor", "editors": "editors", "compiler": "compiler", "compilers": "compilers",
    "founder": "founder", "founders": "founders", "continuator": "continued",
    "redactor": "redactor", "redactors": "redactors", "reviser": "reviser", "revisers": "revisers",
    "collaborator": "collaborator", "collaborators": "collaborators", "organizer": "organizer",
    "organizers": "organizers", "translator": "translator", "translators": "translators",
    "commentator": "commentator", "commentators": "commentators", "annotator": "annotator",
    "annotators": "annotators", "introduction": "introduction", "foreword": "foreword",
    "afterword": "afterword", "byauthor": "by", "byeditor": "edited by",
    "bycompiler": "compiled by", "byfounder": "founded by", "bycontinuator": "continued by",
    "byredactor": "redacted by", "byreviser": "revised by", "byreviewer": "reviewed by",
    "bycollaborator": "in collaboration with", "byorganizer": "organized by",
    "bytranslator": "translated by", "bycommentator": "commented by",
    "byannotator": "annotated by", "withcommentator": "with a commentary by",
    "withannotator": "with annotations by", "withintroduction": "with an introduction by",
    "withforeword": "with a foreword by", "withafterword": "with an afterword by",
    # parts of publications
    "and": "and", "andothers": "et al.", "andmore": "et al.", "volume": "volume",
    "volumes": "volumes", "involumes": "in", "jourvol": "volume", "jourser": "series",
    "book": "book", "part": "part", "issue": "issue", "edition": "edition", "in": "in",
    "inseries": "in", "ofseries": "of", "number": "number", "chapter": "chapter",
    "reprint": "reprint", "reprintof": "reprint of", "reprintas": "reprinted as",
    "reprintfrom": "reprinted from", "translationof": "translation of",
    "translationas": "translated as", "translationfrom": "translated from",
    "reviewof": "review of", "origpubas": "originally published as",
    "origpubin": "originally published in", "astitle": "as", "bypublisher": "by",
    "page": "page", "pages": "pages", "column": "column", "columns": "columns",
    "section": "section", "sections": "sections", "paragraph": "paragraph",
    "paragraphs": "paragraphs", "line": "line", "lines": "lines", "verse": "verse",
    "verses": "verses", "pagetotal": "page", "pagetotals": "pages", "columntotal": "column",
    "columntotals": "columns", "version": "version", "url": "address",
    "urlfrom": "available from", "urlseen": "visited on",
    # references and dates
    "see": "see", "seealso": "see also", "seenote": "see note", "citedas": "henceforth cited as",
    "quotedin": "quoted in", "idem": "idem", "ibidem": "ibidem", "opcit": "op. cit.",
    "loccit": "loc. cit.", "confer": "cf.", "sequens": "sq.", "sequentes": "sqq.",
    "passim": "passim", "backrefpage": "cited on page", "backrefpages": "cited on pages",
    "nodate": "no date", "circa": "circa", "commonera": "CE", "beforecommonera": "BCE",
    "annodomini": "AD", "beforechrist": "BC", **_SEASONS,
}  # fmt: skip

# Commands that print a string: as it is, capitalized, in capitals and in small letters.
COMMANDS: dict[str, str] = {
    "bibstring": "", "biblstring": "", "bibsstring": "", "bibxstring": "",
    "bibcpstring": "capitalize", "bibcplstring": "capitalize", "bibcpsstring": "capitalize",
    "bibucstring": "upper", "bibuclstring": "upper", "bibucsstring": "upper",
    "biblcstring": "lower", "biblclstring": "lower", "biblcsstring": "lower",
}  # fmt: skip
