"""Types and properties of schema.org (version 28) for CSL's item types and variables, which CodeMeta 3.0 uses, too.

Sources: https://schema.org/docs/full.html (types and their properties) and https://codemeta.github.io/terms (software).
"""

from __future__ import annotations

# Item type of CSL -> type of schema.org. Where several types are one, `additionalType` has CSL's.
TYPES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "broadcast": "Episode",
    "chapter": "Chapter",
    "collection": "Collection",
    "dataset": "Dataset",
    "entry-encyclopedia": "Article",
    "figure": "ImageObject",
    "graphic": "VisualArtwork",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Movie",
    "musical_score": "SheetMusic",
    "paper-conference": "ScholarlyArticle",
    "periodical": "Periodical",
    "personal_communication": "Message",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "regulation": "Legislation",
    "report": "Report",
    "review": "Review",
    "review-book": "Review",
    "software": "SoftwareSourceCode",
    "song": "MusicRecording",
    "thesis": "Thesis",
    "treaty": "Legislation",
    "webpage": "WebPage",
}
OTHER_TYPE = "CreativeWork"

# Variable -> property of every CreativeWork.
PROPERTIES = {
    "abstract": "abstract",
    "genre": "genre",
    "language": "inLanguage",
    "license": "license",
    "page": "pagination",
    "status": "creativeWorkStatus",
    "title": "name",
    "title-short": "alternateName",
    "URL": "url",
    "version": "version",
}
# Properties of some types only.
PROPERTIES_OF = {
    "Book": {"edition": "bookEdition", "number-of-pages": "numberOfPages"},
    "Legislation": {"jurisdiction": "legislationJurisdiction", "number": "legislationIdentifier"},
    "Report": {"number": "reportNumber"},
    "SoftwareSourceCode": {"medium": "runtimePlatform"},
}
NAMES = {
    "author": "author",
    "contributor": "contributor",
    "editor": "editor",
    "producer": "producer",
    "translator": "translator",
}
NAMES_OF = {
    "Book": {"illustrator": "illustrator"},
    "Episode": {"director": "director"},
    "Movie": {"director": "director"},
}
# Identifiers, which are written with their kind.
IDENTIFIERS = ("DOI", "PMID", "PMCID", "number")

# Types in issues and volumes of a periodical.
ARTICLES = frozenset(("Article", "NewsArticle", "Review", "ScholarlyArticle"))
