"""Mapping between the elements of PubMed's XML and CSL 1.0.2's variables.

Source: National Library of Medicine, "MEDLINE PubMed XML Element Descriptions and their Attributes" and the DTD
pubmed_250101. Publication types are those of `data/nbib.py`. An empty variable keeps a value under its element's name.
"""

from __future__ import annotations

# Path of an element in PubmedArticle -> variable; names, dates, pages and identifiers have readers of their own.
ARTICLE: dict[str, str] = {
    "MedlineCitation/PMID": "PMID",
    "MedlineCitation/Article/ArticleTitle": "title",
    "MedlineCitation/Article/VernacularTitle": "",  # in the language of the article
    "MedlineCitation/Article/Journal/Title": "container-title",
    "MedlineCitation/Article/Journal/ISOAbbreviation": "container-title-short",
    "MedlineCitation/Article/Journal/ISSN": "ISSN",
    "MedlineCitation/Article/Journal/JournalIssue/Volume": "volume",
    "MedlineCitation/Article/Journal/JournalIssue/Issue": "issue",
    "MedlineCitation/Article/Journal/JournalIssue/PubDate": "issued",
    "MedlineCitation/Article/Pagination": "page",
    "MedlineCitation/Article/AuthorList": "author",
    "MedlineCitation/Article/ELocationID": "DOI",
    "MedlineCitation/Article/Abstract": "abstract",
    "MedlineCitation/Article/Language": "language",
    "MedlineCitation/Article/PublicationTypeList/PublicationType": "type",
    "MedlineCitation/Article/ArticleDate": "available-date",
    "MedlineCitation/MedlineJournalInfo/MedlineTA": "container-title-short",
    "MedlineCitation/MedlineJournalInfo/ISSNLinking": "ISSN",
    "MedlineCitation/MedlineJournalInfo/Country": "",
    "MedlineCitation/KeywordList/Keyword": "keyword",
    "MedlineCitation/MeshHeadingList/MeshHeading": "keyword",
    "MedlineCitation/GeneralNote": "note",
    "PubmedData/ArticleIdList/ArticleId": "id",
    "PubmedData/PublicationStatus": "",
}

# Path of an element in PubmedBookArticle -> variable.
BOOK: dict[str, str] = {
    "BookDocument/PMID": "PMID",
    "BookDocument/ArticleTitle": "title",
    "BookDocument/VernacularTitle": "",
    "BookDocument/AuthorList": "author",
    "BookDocument/Pagination": "page",
    "BookDocument/Book/BookTitle": "container-title",
    "BookDocument/Book/CollectionTitle": "collection-title",
    "BookDocument/Book/Volume": "volume",
    "BookDocument/Book/VolumeTitle": "volume-title",
    "BookDocument/Book/Edition": "edition",
    "BookDocument/Book/Publisher/PublisherName": "publisher",
    "BookDocument/Book/Publisher/PublisherLocation": "publisher-place",
    "BookDocument/Book/PubDate": "issued",
    "BookDocument/Book/AuthorList": "container-author",
    "BookDocument/Book/Isbn": "ISBN",
    "BookDocument/Book/ELocationID": "DOI",
    "BookDocument/Book/Medium": "medium",
    "BookDocument/Book/ReportNumber": "number",
    "BookDocument/Abstract": "abstract",
    "BookDocument/Language": "language",
    "BookDocument/PublicationType": "type",
    "BookDocument/ContributionDate": "",
    "BookDocument/DateRevised": "",
    "BookDocument/KeywordList/Keyword": "keyword",
    "BookDocument/ArticleIdList/ArticleId": "id",
    "PubmedBookData/ArticleIdList/ArticleId": "id",
    "PubmedBookData/PublicationStatus": "",
}

# Kind of an article identifier (`IdType`, `EIdType`) -> variable.
IDENTIFIERS: dict[str, str] = {"doi": "DOI", "pubmed": "PMID", "pmc": "PMCID", "pmcid": "PMCID"}

# Kind of the list of names (`Type`) -> variable.
NAME_LISTS: dict[str, str] = {"authors": "author", "editors": "editor"}
