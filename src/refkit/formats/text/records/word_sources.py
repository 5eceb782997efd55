"""Sources of Word's own citations (ECMA-376-1, 22.6: bibliography)."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.text.records.values import (
    DataRecord,
    Values,
    complete_elements,
    date_text,
    doi_in,
    plain_pages,
    put_fields,
    put_names,
    put_texts,
)
from refkit.xml_reading import XmlElement

TYPES: dict[str, str] = {
    "JournalArticle": "article-journal", "ArticleInAPeriodical": "article-magazine", "Book": "book",
    "BookSection": "chapter", "ConferenceProceedings": "paper-conference", "Report": "report", "Patent": "patent",
    "InternetSite": "webpage", "DocumentFromInternetSite": "webpage", "ElectronicSource": "document",
    "Case": "legal_case", "Film": "motion_picture", "Interview": "interview", "Art": "graphic",
    "Performance": "performance", "SoundRecording": "song", "Misc": "document",
}  # fmt: skip
_ROLES = {
    "Author": "author", "Editor": "editor", "Translator": "translator", "BookAuthor": "container-author",
    "Director": "director", "Interviewer": "interviewer", "Interviewee": "author", "Artist": "author",
    "Composer": "composer", "Performer": "performer", "Inventor": "author", "Compiler": "compiler",
    "ProducerName": "producer", "Writer": "script-writer", "Counsel": "contributor",
}  # fmt: skip
_TEXTS = {
    "Title": "title", "ShortTitle": "title-short", "JournalName": "container-title",
    "BookTitle": "container-title", "PeriodicalTitle": "container-title", "InternetSiteTitle": "container-title",
    "PublicationTitle": "container-title", "AlbumTitle": "container-title", "ConferenceName": "event-title",
    "Volume": "volume", "Issue": "issue", "Edition": "edition", "NumberVolumes": "number-of-volumes",
    "Publisher": "publisher", "Institution": "publisher", "ProductionCompany": "publisher", "Court": "authority",
    "City": "publisher-place", "Medium": "medium", "ThesisType": "genre", "PatentNumber": "number",
    "CaseNumber": "number", "ChapterNumber": "chapter-number", "URL": "URL", "Comments": "note",
    "AbbreviatedCaseNumber": "number", "Theater": "event-place", "Version": "version",
}  # fmt: skip


def read(data: str) -> Iterator[DataRecord]:
    """Yield the sources of a part. Raises DamagedRecord after those that precede an error."""
    for source in complete_elements(data, "Source"):
        key = _text(source, "Tag")
        yield DataRecord(_values(source), _text(source, "Guid") or key, key)


def _text(source: XmlElement, tag: str) -> str:
    found = source.find(tag)
    return " ".join(found.all_text().split()) if found else ""


def _values(source: XmlElement) -> Values:
    """Return a source as CSL-JSON."""
    values: Values = {"type": TYPES.get(_text(source, "SourceType"), "document")}
    if _text(source, "ThesisType"):
        values["type"] = "thesis"
    roles = source.find("Author")
    for role in roles.children if roles else ():
        variable = _ROLES.get(role.tag, "contributor")
        if variable not in values:
            put_names(values, variable, _names(role))
    put_fields(values, _TEXTS, lambda tag: _text(source, tag))
    put_texts(
        values, {"page": plain_pages(_text(source, "Pages")), "DOI": doi_in(_text(source, "DOI"))}
    )
    number = _text(source, "StandardNumber")
    put_texts(values, {"ISSN" if values["type"] == "article-journal" else "ISBN": number})
    for variable, suffix in (("issued", ""), ("accessed", "Accessed")):
        parts = [_text(source, f"{part}{suffix}") for part in ("Year", "Month", "Day")]
        if parts[0]:
            values[variable] = date_text(*parts)
    return values


def _names(role: XmlElement) -> Iterator[object]:
    """Yield the persons of a role, or its organization."""
    for person in role.iter("Person"):
        given = f"{_text(person, 'First')} {_text(person, 'Middle')}".strip()
        name = {"family": _text(person, "Last"), "given": given}
        yield {part: text for part, text in name.items() if text}
    corporate = _text(role, "Corporate")
    yield {"literal": corporate} if corporate else None
