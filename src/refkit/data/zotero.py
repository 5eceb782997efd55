"""Item types, fields and creators of Zotero, and CSL's names for them, read in both directions.

Source: Zotero's data schema (https://api.zotero.org/schema, version 22: item types, their fields and creators, and the
mapping to CSL), and for the types that it does not map, CSL 1.0.2 itself.
"""

from __future__ import annotations

# Item type -> item type of CSL. The first of several is written.
ITEM_TYPES = {
    "artwork": "graphic",
    "audioRecording": "song",
    "bill": "bill",
    "blogPost": "post-weblog",
    "book": "book",
    "bookSection": "chapter",
    "case": "legal_case",
    "computerProgram": "software",
    "conferencePaper": "paper-conference",
    "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary",
    "document": "document",
    "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forumPost": "post",
    "hearing": "hearing",
    "interview": "interview",
    "journalArticle": "article-journal",
    "letter": "personal_communication",
    "email": "personal_communication",
    "instantMessage": "personal_communication",
    "magazineArticle": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "newspaperArticle": "article-newspaper",
    "patent": "patent",
    "preprint": "article",
    "presentation": "speech",
    "report": "report",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "tvBroadcast": "broadcast",
    "podcast": "broadcast",
    "radioBroadcast": "broadcast",
    "videoRecording": "motion_picture",
    "webpage": "webpage",
}

# Records that are not references.
PARTS_OF_ITEMS = frozenset(("annotation", "attachment", "note"))

# Item types of CSL that Zotero does not have -> the nearest one; Zotero reads the type itself in the field Extra.
NEAREST_TYPES = {
    "classic": "book",
    "collection": "document",
    "entry": "encyclopediaArticle",
    "event": "document",
    "figure": "artwork",
    "musical_score": "book",
    "pamphlet": "book",
    "performance": "presentation",
    "periodical": "document",
    "regulation": "statute",
    "review": "journalArticle",
    "review-book": "journalArticle",
    "treaty": "statute",
}

_ARCHIVED = "archive archiveLocation libraryCatalog callNumber"
_ENTRY = (
    f"series seriesNumber volume numberOfVolumes edition place publisher pages ISBN {_ARCHIVED}"
)
_RECORDED = f"seriesTitle volume numberOfVolumes place runningTime ISBN {_ARCHIVED}"
_BROADCAST = f"programTitle episodeNumber place network runningTime {_ARCHIVED}"
_LAW = "section session history"

# The fields of each item type, in addition to those of all types, as far as CSL has a variable for them.
FIELDS_OF_ALL = (
    "title abstractNote date language shortTitle url accessDate rights citationKey extra".split()
)
FIELDS_OF = {
    "artwork": f"artworkMedium artworkSize {_ARCHIVED}",
    "audioRecording": f"audioRecordingFormat label {_RECORDED}",
    "bill": f"billNumber code codeVolume codePages legislativeBody {_LAW}",
    "blogPost": "blogTitle websiteType",
    "book": f"series seriesNumber volume numberOfVolumes edition place publisher numPages ISBN {_ARCHIVED}",
    "bookSection": f"bookTitle {_ENTRY}",
    "case": "caseName court dateDecided docketNumber reporter reporterVolume firstPage history",
    "computerProgram": f"seriesTitle versionNumber system place company programmingLanguage ISBN {_ARCHIVED}",
    "conferencePaper": f"proceedingsTitle conferenceName place publisher volume pages series DOI ISBN {_ARCHIVED}",
    "dataset": f"identifier type versionNumber repository repositoryLocation format DOI {_ARCHIVED}",
    "dictionaryEntry": f"dictionaryTitle {_ENTRY}",
    "document": f"publisher {_ARCHIVED}",
    "email": "subject",
    "encyclopediaArticle": f"encyclopediaTitle {_ENTRY}",
    "film": f"distributor genre videoRecordingFormat runningTime {_ARCHIVED}",
    "forumPost": "forumTitle postType",
    "hearing": f"committee place publisher numberOfVolumes documentNumber pages legislativeBody {_LAW}",
    "instantMessage": "",
    "interview": f"interviewMedium {_ARCHIVED}",
    "journalArticle": f"publicationTitle volume issue pages series journalAbbreviation DOI ISSN {_ARCHIVED}",
    "letter": f"letterType {_ARCHIVED}",
    "magazineArticle": f"publicationTitle volume issue pages ISSN {_ARCHIVED}",
    "manuscript": f"manuscriptType place numPages {_ARCHIVED}",
    "map": f"mapType scale seriesTitle edition place publisher ISBN {_ARCHIVED}",
    "newspaperArticle": f"publicationTitle place edition section pages ISSN {_ARCHIVED}",
    "patent": "place country issuingAuthority patentNumber filingDate pages applicationNumber priorityNumbers"
    " issueDate references legalStatus",
    "podcast": "seriesTitle episodeNumber audioFileType runningTime",
    "preprint": f"genre repository archiveID place series seriesNumber DOI {_ARCHIVED}",
    "presentation": "presentationType place meetingName",
    "radioBroadcast": f"audioRecordingFormat {_BROADCAST}",
    "report": f"reportNumber reportType seriesTitle place institution pages {_ARCHIVED}",
    "standard": "organization committee type number versionNumber status publisher place DOI numPages"
    f" {_ARCHIVED}",
    "statute": f"nameOfAct code codeNumber publicLawNumber dateEnacted pages {_LAW}",
    "thesis": f"thesisType university place numPages {_ARCHIVED}",
    "tvBroadcast": f"videoRecordingFormat {_BROADCAST}",
    "videoRecording": f"videoRecordingFormat studio {_RECORDED}",
    "webpage": "websiteTitle websiteType",
}

# Field -> variable of CSL. A field that exporters write with the name for all types (`publicationTitle` of a web
# page) is read like its own.
FIELD_VARIABLES = {
    "abstractNote": "abstract",
    "accessDate": "accessed",
    "applicationNumber": "call-number",
    "archive": "archive",
    "archiveID": "number",
    "archiveLocation": "archive_location",
    "artworkMedium": "medium",
    "artworkSize": "dimensions",
    "audioFileType": "medium",
    "audioRecordingFormat": "medium",
    "authority": "authority",
    "billNumber": "number",
    "blogTitle": "container-title",
    "bookTitle": "container-title",
    "callNumber": "call-number",
    "caseName": "title",
    "code": "container-title",
    "codeNumber": "volume",
    "codePages": "page",
    "codeVolume": "volume",
    "committee": "section",
    "company": "publisher",
    "conferenceName": "event-title",
    "country": "jurisdiction",
    "court": "authority",
    "date": "issued",
    "dateDecided": "issued",
    "dateEnacted": "issued",
    "dictionaryTitle": "container-title",
    "distributor": "publisher",
    "docketNumber": "number",
    "documentNumber": "number",
    "DOI": "DOI",
    "edition": "edition",
    "encyclopediaTitle": "container-title",
    "episodeNumber": "number",
    "extra": "note",
    "filingDate": "submitted",
    "firstPage": "page",
    "format": "medium",
    "forumTitle": "container-title",
    "genre": "genre",
    "history": "references",
    "identifier": "number",
    "institution": "publisher",
    "interviewMedium": "medium",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "issue": "issue",
    "issueDate": "issued",
    "issuingAuthority": "authority",
    "journalAbbreviation": "container-title-short",
    "label": "publisher",
    "language": "language",
    "legalStatus": "status",
    "legislativeBody": "authority",
    "letterType": "genre",
    "libraryCatalog": "source",
    "manuscriptType": "genre",
    "mapType": "genre",
    "medium": "medium",
    "meetingName": "event-title",
    "nameOfAct": "title",
    "network": "publisher",
    "number": "number",
    "numberOfVolumes": "number-of-volumes",
    "numPages": "number-of-pages",
    "organization": "authority",
    "pages": "page",
    "patentNumber": "number",
    "place": "publisher-place",
    "postType": "genre",
    "presentationType": "genre",
    "priorityNumbers": "issue",
    "proceedingsTitle": "container-title",
    "programTitle": "container-title",
    "programmingLanguage": "genre",
    "publicationTitle": "container-title",
    "publicLawNumber": "number",
    "publisher": "publisher",
    "references": "references",
    "reporter": "container-title",
    "reporterVolume": "volume",
    "reportNumber": "number",
    "reportType": "genre",
    "repository": "publisher",
    "repositoryLocation": "publisher-place",
    "rights": "license",
    "runningTime": "dimensions",
    "scale": "scale",
    "section": "section",
    "series": "collection-title",
    "seriesNumber": "collection-number",
    "seriesTitle": "collection-title",
    "session": "chapter-number",
    "shortTitle": "title-short",
    "status": "status",
    "studio": "publisher",
    "subject": "title",
    "system": "medium",
    "thesisType": "genre",
    "title": "title",
    "type": "genre",
    "university": "publisher",
    "url": "URL",
    "versionNumber": "version",
    "videoRecordingFormat": "medium",
    "volume": "volume",
    "websiteTitle": "container-title",
    "websiteType": "genre",
}
# Exceptions of an item type: the place of a talk is where it was given.
FIELD_VARIABLES_OF = {"presentation": {"place": "event-place"}}

# Fields without a variable of CSL, in lower case -> the field of BibLaTeX.
OTHER_FIELDS = {"assignee": "holder"}

# The creators of each item type, the most important first.
CREATORS_OF = {
    "artwork": "artist contributor",
    "audioRecording": "performer contributor composer wordsBy",
    "bill": "sponsor cosponsor contributor",
    "blogPost": "author commenter contributor",
    "book": "author contributor editor translator seriesEditor",
    "bookSection": "author contributor editor bookAuthor translator seriesEditor",
    "case": "author counsel contributor",
    "computerProgram": "programmer contributor",
    "conferencePaper": "author contributor editor translator seriesEditor",
    "dataset": "author contributor",
    "dictionaryEntry": "author contributor editor translator seriesEditor",
    "document": "author contributor editor translator reviewedAuthor",
    "email": "author contributor recipient",
    "encyclopediaArticle": "author contributor editor translator seriesEditor",
    "film": "director contributor scriptwriter producer",
    "forumPost": "author contributor",
    "hearing": "contributor",
    "instantMessage": "author contributor recipient",
    "interview": "interviewee contributor interviewer translator",
    "journalArticle": "author contributor editor translator reviewedAuthor",
    "letter": "author contributor recipient",
    "magazineArticle": "author contributor translator reviewedAuthor",
    "manuscript": "author contributor translator",
    "map": "cartographer contributor seriesEditor",
    "newspaperArticle": "author contributor translator reviewedAuthor",
    "patent": "inventor attorneyAgent contributor",
    "podcast": "podcaster contributor guest",
    "preprint": "author contributor editor translator reviewedAuthor",
    "presentation": "presenter contributor",
    "radioBroadcast": "director scriptwriter producer castMember contributor guest",
    "report": "author contributor translator seriesEditor",
    "standard": "author contributor",
    "statute": "author contributor",
    "thesis": "author contributor",
    "tvBroadcast": "director scriptwriter producer castMember contributor guest",
    "videoRecording": "director scriptwriter producer castMember contributor",
    "webpage": "author contributor translator",
}

# Creator -> variable of CSL; the others ("attorneyAgent", "counsel") have none.
CREATOR_VARIABLES = {
    "artist": "author",
    "author": "author",
    "bookAuthor": "container-author",
    "cartographer": "author",
    "castMember": "performer",
    "commenter": "author",
    "composer": "composer",
    "contributor": "contributor",
    "director": "director",
    "editor": "editor",
    "guest": "guest",
    "interviewee": "author",
    "interviewer": "interviewer",
    "inventor": "author",
    "performer": "performer",
    "podcaster": "host",
    "presenter": "author",
    "producer": "producer",
    "programmer": "author",
    "recipient": "recipient",
    "reviewedAuthor": "reviewed-author",
    "scriptwriter": "script-writer",
    "seriesEditor": "collection-editor",
    "sponsor": "author",
    "translator": "translator",
}

# Names and labels as users write them in notes: without spaces, dashes and capitals. Words that free text uses, too
# ("Code", "Identifier", "History"), are not among them.
_WORDS_OF_NOTES = frozenset(
    """code committee company distributor extra format history identifier label network repository reporter rights
    session subject system title type""".split()
)
TYPES = {name.lower(): csl_type for name, csl_type in ITEM_TYPES.items()}
FIELDS = {
    name.lower(): variable
    for name, variable in FIELD_VARIABLES.items()
    if name not in _WORDS_OF_NOTES
} | {
    "journalabbr": "container-title-short",
    "libcatalog": "source",
    "locinarchive": "archive_location",
    "numvolumes": "number-of-volumes",
    "organization": "publisher",
}
CREATORS = {name.lower(): variable for name, variable in CREATOR_VARIABLES.items()}
