"""Mapping between the sources of Word's citations and CSL 1.0.2.

Source: ECMA-376, part 1, section 22.6.2 (elements of `Source`), and the codes of languages of [MS-LCID].
"""

from __future__ import annotations

# Source type -> item type. A report with a `ThesisType` is a thesis.
TYPES: dict[str, str] = {
    "JournalArticle": "article-journal", "ArticleInAPeriodical": "article-magazine", "Book": "book",
    "BookSection": "chapter", "ConferenceProceedings": "paper-conference", "Report": "report", "Patent": "patent",
    "InternetSite": "webpage", "DocumentFromInternetSite": "webpage", "ElectronicSource": "document",
    "Case": "legal_case", "Film": "motion_picture", "Interview": "interview", "Art": "graphic",
    "Performance": "performance", "SoundRecording": "song", "Misc": "document",
}  # fmt: skip
OTHER_ITEM_TYPE = "document"

# Role -> variable.
ROLES: dict[str, str] = {
    "Author": "author", "Artist": "author", "Inventor": "author", "Interviewee": "author",
    "BookAuthor": "container-author", "Compiler": "compiler", "Composer": "composer", "Conductor": "performer",
    "Counsel": "contributor", "Director": "director", "Editor": "editor", "Interviewer": "interviewer",
    "Performer": "performer", "ProducerName": "producer", "Translator": "translator", "Writer": "script-writer",
}  # fmt: skip

# Element -> variable; the first one of a variable that has a text counts.
FIELDS: dict[str, str] = {
    "Title": "title", "ShortTitle": "title-short", "JournalName": "container-title", "BookTitle": "container-title",
    "PeriodicalTitle": "container-title", "InternetSiteTitle": "container-title",
    "PublicationTitle": "container-title", "AlbumTitle": "container-title", "BroadcastTitle": "container-title",
    "Reporter": "container-title", "ConferenceName": "event-title", "Volume": "volume", "Issue": "issue",
    "Edition": "edition", "Pages": "page", "NumberVolumes": "number-of-volumes", "ChapterNumber": "chapter-number",
    "Publisher": "publisher", "Institution": "publisher", "ProductionCompany": "publisher",
    "Distributor": "publisher", "Broadcaster": "publisher", "Station": "publisher", "Department": "division",
    "Court": "authority", "Theater": "event-place", "Medium": "medium", "ThesisType": "genre", "Type": "genre",
    "PatentNumber": "number", "CaseNumber": "number", "AbbreviatedCaseNumber": "number", "RecordingNumber": "number",
    "Version": "version", "DOI": "DOI", "URL": "URL", "Comments": "note", "BIBTEX_Abstract": "abstract",
    "BIBTEX_KeyWords": "keyword", "BIBTEX_Series": "collection-title",
}  # fmt: skip
PLACE = ("City", "StateProvince", "CountryRegion")

# Label of a number in `StandardNumber` -> variable; others are kept.
NUMBERS: dict[str, str] = {
    "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmcid": "PMCID", "pmid": "PMID",
}  # fmt: skip

# Number of a language -> its tag.
LANGUAGES: dict[str, str] = {
    "1025": "ar-SA", "1028": "zh-TW", "1029": "cs-CZ", "1030": "da-DK", "1031": "de-DE", "1032": "el-GR",
    "1033": "en-US", "1034": "es-ES", "1035": "fi-FI", "1036": "fr-FR", "1037": "he-IL", "1038": "hu-HU",
    "1040": "it-IT", "1041": "ja-JP", "1042": "ko-KR", "1043": "nl-NL", "1044": "nb-NO", "1045": "pl-PL",
    "1046": "pt-BR", "1048": "ro-RO", "1049": "ru-RU", "1050": "hr-HR", "1051": "sk-SK", "1053": "sv-SE",
    "1055": "tr-TR", "1058": "uk-UA", "1060": "sl-SI", "2052": "zh-CN", "2055": "de-CH", "2057": "en-GB",
    "2060": "fr-BE", "2070": "pt-PT", "3079": "de-AT", "3081": "en-AU", "3082": "es-ES", "4105": "en-CA",
}  # fmt: skip
BOOKKEEPING = frozenset(("SourceType", "Tag", "Guid", "RefOrder", "BIBTEX_Entry"))

# Item type -> source type that is written; others are `Misc`.
WRITTEN_TYPES: dict[str, str] = {
    "article": "Report", "article-journal": "JournalArticle", "article-magazine": "ArticleInAPeriodical",
    "article-newspaper": "ArticleInAPeriodical", "book": "Book", "chapter": "BookSection",
    "entry-dictionary": "BookSection", "entry-encyclopedia": "BookSection", "figure": "Art", "graphic": "Art",
    "interview": "Interview", "legal_case": "Case", "motion_picture": "Film",
    "paper-conference": "ConferenceProceedings",
    "patent": "Patent", "performance": "Performance", "post": "InternetSite", "post-weblog": "InternetSite",
    "report": "Report", "review": "JournalArticle", "song": "SoundRecording", "thesis": "Report",
    "webpage": "InternetSite",
}  # fmt: skip

# Variable -> element in sources of every type, and in those of one type.
WRITTEN_FIELDS: dict[str, str] = {
    "title": "Title", "title-short": "ShortTitle", "container-title": "PublicationTitle", "volume": "Volume",
    "issue": "Issue", "edition": "Edition", "page": "Pages", "publisher": "Publisher", "publisher-place": "City",
    "number-of-volumes": "NumberVolumes", "chapter-number": "ChapterNumber", "medium": "Medium", "genre": "Type",
    "version": "Version", "DOI": "DOI", "URL": "URL", "event-title": "ConferenceName", "division": "Department",
}  # fmt: skip
WRITTEN_WITH_TYPE: dict[str, dict[str, str]] = {
    "ArticleInAPeriodical": {"container-title": "PeriodicalTitle"},
    "BookSection": {"container-title": "BookTitle"},
    "Case": {"container-title": "Reporter", "number": "CaseNumber", "authority": "Court"},
    "ConferenceProceedings": {"container-title": "BookTitle"},
    "Film": {"publisher": "ProductionCompany"},
    "InternetSite": {"container-title": "InternetSiteTitle"},
    "JournalArticle": {"container-title": "JournalName"},
    "Patent": {"number": "PatentNumber", "jurisdiction": "CountryRegion"},
    "Performance": {"event-place": "Theater"},
    "Report": {"publisher": "Institution"},
    "SoundRecording": {"container-title": "AlbumTitle", "number": "RecordingNumber"},
}

# Source type -> role of its authors, and variable -> role.
AUTHORS: dict[str, str] = {"Art": "Artist", "Interview": "Interviewee", "Patent": "Inventor"}
WRITTEN_ROLES: dict[str, str] = {
    "compiler": "Compiler", "composer": "Composer", "container-author": "BookAuthor", "contributor": "Counsel",
    "director": "Director", "editor": "Editor", "interviewer": "Interviewer", "performer": "Performer",
    "producer": "ProducerName", "script-writer": "Writer", "translator": "Translator",
}  # fmt: skip
