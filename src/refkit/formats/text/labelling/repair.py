"""Labels put right where the words themselves say what a run of tokens is, whatever the model made of it.

An organisation at the head is the author; "a cura di", "translated by" and their like are followed by
names; a title in quotation marks ends with them; a day beside its month is no volume.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from refkit.data.organisations import BEGINNINGS, STRONG
from refkit.formats.text.labelling.tokens import Tokens

__all__ = ["SURE", "repaired"]

SURE = 0.8  # how likely a label is that was put right
Rule = Callable[[Tokens, list[str]], list[str]]

EDGES = " \xa0“”\"'()[]{},;:.«»„‘’"
WORKS = {"title", "container-title"}
LONGEST_HEAD = 14  # tokens


def run_end(labels: Sequence[str], start: int) -> int:
    """Return where the run of one label ends that starts at a token."""
    end = start
    while end < len(labels) and labels[end] == labels[start]:
        end += 1
    return end


def head_start(labels: Sequence[str]) -> int:
    """Return the first token after a citation number."""
    return 1 if labels[:1] == ["citation-number"] else 0


# Organisations

YEAR_OR_MEDIUM = re.compile(r"\((?:1[5-9]|20)\d\d|\[(?:Internet|[Oo]nline)")
WORD = re.compile(r"[^\W\d_]+(?:[-&][^\W\d_]+)*")
ARTICLES = {"the", "le", "la", "les", "der", "die", "das", "el", "los", "il", "l"}
SMALL = ARTICLES | set(
    "of and for on in to de des du et d für und den von zur zum am im del della delle dei di e y las en per por para "
    "van het voor w i na do a an at with".split()
)


def head_end(tokens: Tokens, start: int) -> int:
    """Return the token before which the head of a reference ends: after a stop or colon, before a year; else 0."""
    count = len(tokens.spans)
    for i in range(start, min(start + LONGEST_HEAD, count)):
        token = tokens.token(i)
        if token.endswith(":") or (i + 1 < count and YEAR_OR_MEDIUM.match(tokens.token(i + 1))):
            return i + 1
        core = token.strip(EDGES)
        if token.endswith(".") and (
            (len(core) > 3 and "." not in core) or (len(core) > 1 and core.isupper())
        ):
            return i + 1
    return 0


def called_so(name: str) -> bool:
    """Return whether a name is called as organisations are, and written as names are."""
    words = WORD.findall(name)
    if words and words[0].lower() in ARTICLES:
        words = words[1:]
    lower = [word.lower() for word in words]
    if not 2 <= len(words) <= LONGEST_HEAD or not (
        STRONG.intersection(lower) or lower[0] in BEGINNINGS
    ):
        return False
    return (lower[0] in STRONG and len(words) <= 10) or all(
        word[0].isupper() for word, small in zip(words, lower, strict=True) if small not in SMALL
    )


def organisation_at_head(tokens: Tokens, labels: list[str]) -> list[str]:
    """Where nobody is the author, the organisation before the first stop, colon or year is."""
    start = head_start(labels)
    if "author" in labels or labels[start] not in WORKS | {
        "publisher",
        "location",
        "note",
        "other",
    }:
        return labels
    end = head_end(tokens, start)
    if (
        end - start < 2
        or not WORKS.intersection(labels[end : end + 6])
        or not called_so(tokens.piece(start, end))
    ):
        return labels
    return [*labels[:start], *["author"] * (end - start), *labels[end:]]


def organisation_to_its_stop(tokens: Tokens, labels: list[str]) -> list[str]:
    """An organisation's name goes on over its own commas and "and" up to a stop, colon or year."""
    start = head_start(labels)
    if labels[start] != "author":
        return labels
    cut = run_end(labels, start)
    if (
        cut == len(labels)
        or labels[cut] not in WORKS | {"publisher", "location"}
        or tokens.token(cut - 1)[-1] in ".:;"
    ):
        return labels
    end = head_end(tokens, start)
    if not cut < end <= cut + 8 or not WORKS.intersection(labels[end : end + 6]):
        return labels
    if not called_so(tokens.piece(start, cut)) or not called_so(tokens.piece(start, end)):
        return labels
    return [*labels[:start], *["author"] * (end - start), *labels[end:]]


# Editors and translators

ROLE = re.compile(
    r"""(?<!\w)(?:(?P<editor>
    (?:publiée?s?\s)?(?:sous\s(?:la\s)?dir(?:ection|\.)|sous\sla\sresponsabilité)\sd(?:e\s|[’']\s?)
    |a\scura\sdi\s|h(?:rs)?g\.?\s(?:v\.|von)\s|herausgegeben\svon\s|edited\sby\s|eds?\.\sby\s|éd(?:\.|itée?s?)\spar\s
    |(?:coordinad|coordenad|organizad|editad)[oa]s?\spor\s|edición\s(?:de|a\scargo\sde)\s|dirigée?s?\spar\s
    |onder\sredactie\svan\s|red(?:igerad|\.)\sav\s|pod\sred(?:akcją|\.)\s|под\sред(?:акцией|\.)\s)
    |(?P<translator>
    translated\s(?:from\s(?:the\s)?\w+(?:\s\w+)?\s)?by\s|transl?\.\s(?:from\s(?:the\s)?\w+\s)?by\s
    |aus\sdem\s\w+(?:\s\w+)?\s(?:übersetzt\s|übertragen\s)?(?:von|v\.)\s|übers(?:etzt|\.)\s(?:von|v\.)\s
    |trad(?:uite?s?|\.|uction)\s(?:(?:de\sl[’']\s?\w+|du\s\w+)\s)?(?:par|de)\s|traducid[oa]s?\s(?:del?\s\w+\s)?por\s
    |traducción\sde\s|traduzione\sdi\s|trad\.\sdi\s|vertaald\sdoor\s|övers(?:att|\.)\sav\s|przeł(?:ożyła?|\.)\s))""",
    re.IGNORECASE | re.VERBOSE,
)
IN = re.compile(r"(?:in|dans|en|im|nel)\b", re.IGNORECASE)
ANDS = {"und", "and", "et", "e", "y", "i", "u", "&", "en", "og", "och"}
PARTICLES = ANDS | set(
    "de la le van von der den du di del della da dos das zu zur con mit ten ter af av el al los las do st".split()
)
OTHERS = {"al", "others", "autres", "alii"}
INITIALS = re.compile(r"[^\W\d_](?:\.?[- ]?[^\W\d_])*")
LONGEST_NAMES = 16  # tokens


def names_end(tokens: Tokens, start: int) -> int:
    """Return where names end that start at a token: at a stop, a bracket, a word that is no name's."""
    count = len(tokens.spans)
    for i in range(start, min(count, start + LONGEST_NAMES)):
        token = tokens.token(i)
        core = token.strip(EDGES)
        if not is_of_a_name(core) or (i > start and token[0] in '([“"«„.,;'):
            return i
        tail = token[len(token.rstrip(' .,;:)]”"»')) :]
        if ")" in tail or ":" in tail or core.lower() in OTHERS:
            return i + 1
        if "." in tail and not is_initials(core) and core.lower() not in ("jr", "st", "dr", "sr"):
            return i + 1
        if "," in tail and not names_go_on(tokens, i + 1):
            return i + 1
    return min(count, start + LONGEST_NAMES)


def is_of_a_name(core: str) -> bool:
    """Return whether a word can be part of a name."""
    if not core or any(map(str.isdigit, core)):
        return False
    lower = core.lower()
    return (
        core[0].isupper()
        or lower in PARTICLES
        or lower in OTHERS
        or lower[:2] in ("d'", "d’", "o'")
    )


def is_initials(core: str) -> bool:
    """Return whether a word is one capital letter or several with stops."""
    return (
        core[:1].isupper()
        and (len(core) == 1 or "." in core)
        and INITIALS.fullmatch(core) is not None
    )


def names_go_on(tokens: Tokens, start: int) -> bool:
    """Return whether what follows a comma is another name: initials, or an "and" soon after it."""
    for i in range(start, min(len(tokens.spans), start + 5)):
        token = tokens.token(i)
        core = token.strip(EDGES)
        if core.lower() in ANDS or (i == start and is_initials(core)):
            return True
        if token[-1] in ".:;)" and len(core) > 2:
            return False
    return False


def named_by_role(tokens: Tokens, labels: list[str]) -> list[str]:
    """What follows "edited by" or "translated by", in any language, is those people."""
    if "role" not in tokens.sorts:
        return labels
    found = list(labels)
    for phrase in ROLE.finditer(tokens.text):
        first, names = tokens.covered(phrase.span())
        end = names_end(tokens, names) if names < len(labels) else names
        if end == names:
            continue
        people = set(found[first:end])
        if not people <= {"editor", "translator"}:
            found[first:end] = [phrase.lastgroup or "editor"] * (end - first)
        elif people == {
            "editor"
        }:  # "In Water and Land, edited by": the editors took their book, too
            start = first
            while start and found[start - 1] == "editor":
                start -= 1
            if start < first and IN.match(tokens.token(start)):
                found[start:first] = ["container-title"] * (first - start)
    return found


# Titles

CLOSERS = {"“": "”", '"': '"', "«": "»", "„": "“”", "»": "«"}
NUMBERED = {"volume", "issue", "date", "pages", "url", "doi"}


def title_to_its_quote(tokens: Tokens, labels: list[str]) -> list[str]:
    """A title in quotation marks ends with them; what stands from there to "in" or a number is its container."""
    for start, label in enumerate(labels):
        opener = tokens.text[tokens.spans[start][0]]
        if label != "title" or opener not in CLOSERS or (start and labels[start - 1] == "title"):
            continue
        end = run_end(labels, start)
        closing = re.compile(rf"\w\W*[{CLOSERS[opener]}]\W*\Z")
        close = next((i for i in range(start, end - 1) if closing.search(tokens.token(i))), end)
        if close == end:
            continue
        rest = tokens.piece(close + 1, end)
        numbered = (
            end < len(labels) and labels[end] in NUMBERED and end - close <= 9 and rest[0].isupper()
        )
        if not re.search('[“„«"]', rest) and (IN.match(rest) or numbered):
            return [*labels[: close + 1], *["container-title"] * (end - close - 1), *labels[end:]]
    return labels


def title_out_of_author(tokens: Tokens, labels: list[str]) -> list[str]:
    """Where there is no title, the author's ends at the first stop after a full name."""
    if "title" in labels or "author" not in labels:
        return labels
    start = labels.index("author")
    end = run_end(labels, start)
    for i in range(start + 1, end - 2):
        token = tokens.token(i)
        core = token.strip(EDGES)
        if token.endswith(".") and len(core) > 3 and core[0].isupper() and not core.isupper():
            return [*labels[: i + 1], *["title"] * (end - i - 1), *labels[end:]]
    return labels


# Dates

MONTHS = (
    r"(?:jan(?:uary|uar|vier|\.)?|feb(?:ruary|ruar|rero|braio|\.)?|févr(?:ier|\.)|mar(?:ch|s|zo|\.)?|märz|apr(?:il|ile|\.)?|"
    r"avril|abril|may|mai|mayo|maggio|june?|juni|juin|junio|giugno|july?|juli|juillet|julio|luglio|aug(?:ust|\.)?|août|"
    r"agosto|sept?(?:ember|embre|iembre|\.)?|settembre|oct(?:ober|obre|ubre|\.)?|okt(?:ober|\.)?|ottobre|"
    r"nov(?:ember|embre|iembre|\.)?|dec(?:ember|\.)?|déc(?:embre|\.)|dez(?:ember|\.)?|diciembre|dicembre|enero|gennaio)"
)
YEAR = r"(?:1[5-9]|20)\d\d"
DATE = re.compile(
    rf"(?<![\w./-])(?:\d\d?(?:\.|er|st|nd|rd|th|º)?(?:\sde)?\s{MONTHS}(?:(?:\sde)?,?\s{YEAR})?"
    rf"|{MONTHS}\s\d\d?(?:st|nd|rd|th)?,\s{YEAR}|{YEAR},?\s{MONTHS}\s\d\d?|[0-3]?\d\.[01]?\d\.{YEAR}|[0-3]?\d/[01]?\d/{YEAR})"
    r"(?!\w|[-–]\d)",
    re.IGNORECASE,
)
NOT_SAID = {"volume", "issue", "pages", "date", "edition", "other"}
COUNTED = re.compile(
    r"(?:no?s?|nr|vol|bd|n[°º]|issue|heft|nummer|number|jg)\.?\W*\Z", re.IGNORECASE
)


def whole_dates(tokens: Tokens, labels: list[str]) -> list[str]:
    """A day belongs to its month, and is no volume, issue or page."""
    if not {"month", "date", "year"}.intersection(tokens.sorts):
        return labels
    found = list(labels)
    for date in DATE.finditer(tokens.text):
        first, last = tokens.covered(date.span())
        said = set(found[first:last])
        counted = COUNTED.search(tokens.text, max(0, date.start() - 8), date.start())
        if len(said) > 1 and said <= NOT_SAID and not counted:
            found[first:last] = ["date"] * (last - first)
    return found


RULES: tuple[Rule, ...] = (
    organisation_at_head,
    organisation_to_its_stop,
    named_by_role,
    title_out_of_author,
    title_to_its_quote,
    whole_dates,
)


def repaired(tokens: Tokens, labels: list[str]) -> list[str]:
    """Return the labels of a reference's tokens with those put right that its words contradict."""
    if len(labels) < 4:
        return labels
    for rule in RULES:
        labels = rule(tokens, labels)
    return labels
