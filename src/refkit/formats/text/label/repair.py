"""Correct labels of the model that contradict the words of the reference.

An organization at the head is the author. Names follow "a cura di", "translated by" and similar phrases.
A title in quotation marks ends with them. A day next to a month is not a volume.
"""

from __future__ import annotations

import re

from refkit.data.given_names import GIVEN_NAMES
from refkit.data.words.months import MONTH_MARK, mask_months
from refkit.data.work_types import CONFERENCE, ENCYCLOPEDIA, JOURNAL, SERIES, SPEECH
from refkit.formats.text.label.after_names import title_after_names, title_before_journal
from refkit.formats.text.label.editors import (
    book_of_editors,
    bracketed_editors,
    editors_alone,
    editors_in_two,
    meeting_by_its_acronym,
    named_by_role,
    named_in_title,
)
from refkit.formats.text.label.heads import (
    acronym_of_a_title,
    author_out_of_all,
    journal_in_quotes,
    month_that_is_a_name,
    name_to_its_colon,
    name_with_a_mark,
    organisation_at_head,
    organisation_before_comma,
    organisation_cut_short,
    organisation_in_pieces,
    organisation_to_its_stop,
    title_cut_before,
)
from refkit.formats.text.label.runs import (
    ANDS,
    EDGES,
    IN,
    WORKS,
    Rule,
    head_start,
    is_initials,
    run_end,
)
from refkit.formats.text.label.tails import (
    book_behind_editors,
    container_behind_in,
    head_of_place,
    house_behind_work,
    meeting_that_publishes,
    name_from_its_place,
    name_to_its_place,
    place_behind_work,
    place_of_publisher,
    work_that_goes_on,
)
from refkit.formats.text.label.tokens import Tokens
from refkit.patterns import lazy_pattern

__all__ = ["SURE", "repaired"]

SURE = 0.8  # the probability of a corrected label

# Titles

CLOSERS = {"“": "”", '"': '"', "«": "»", "„": "“”", "»": "«"}
NUMBERED = {"volume", "issue", "date", "pages", "url", "doi"}
PRESENTED = lazy_pattern(SPEECH, re.IGNORECASE)


def title_to_its_quote(tokens: Tokens, labels: list[str]) -> list[str]:
    """End a quoted title at its closing mark, and label the rest as its container before "in" or a number."""
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
        unquoted = not re.search('[“„«"]', rest)
        if PRESENTED.match(rest) or (unquoted and (IN.match(rest) or numbered)):
            return [*labels[: close + 1], *["container-title"] * (end - close - 1), *labels[end:]]
    return labels


def title_out_of_author(tokens: Tokens, labels: list[str]) -> list[str]:
    """End the author at the first full stop after a full name if there is no title."""
    if "title" in labels or "author" not in labels:
        return labels
    start = labels.index("author")
    end = run_end(labels, start)
    last = next(
        (i for i in range(start + 1, end - 1) if is_last_of_names(tokens, start, i, end)), 0
    )
    return [*labels[: last + 1], *["title"] * (end - last - 1), *labels[end:]] if last else labels


def is_last_of_names(tokens: Tokens, start: int, at: int, end: int) -> bool:
    """Whether the author ends at a token, so that the rest of the run is the title."""
    token = tokens.token(at)
    core = token.strip(EDGES)
    stopped = token.endswith(".") and len(core) > 3 and core[0].isupper() and not core.isupper()
    return (
        (stopped and at < end - 2)
        or is_title_alone(tokens, at, end)
        or is_whole_name(tokens, start, at, end)
        or is_last_initial(tokens, at, end)
    )


def is_last_initial(tokens: Tokens, at: int, end: int) -> bool:
    """Whether "Surname, I." ends at a token and words that are not a name follow: Roe, J. Weirs of today."""
    if not is_initials(tokens.token(at).strip(EDGES)) or not tokens.token(at - 1).endswith(","):
        return False
    behind = [tokens.token(i) for i in range(at + 1, end)]
    return (
        tokens.token(at).endswith(".")
        and len(behind) > 1
        and behind[0][0].isupper()
        and not any("," in word or is_initials(word.strip(EDGES)) for word in behind)
    )


def is_title_alone(tokens: Tokens, last: int, end: int) -> bool:
    """Whether a single word after "Surname, Given." is the title: Roe, Jane. Weirs. 1987."""
    given, word = tokens.token(last), tokens.token(last + 1)
    named = tokens.token(last - 1).endswith(",") and given.strip(EDGES).lower() in GIVEN_NAMES
    return last == end - 2 and given.endswith(".") and named and len(word.strip(EDGES)) > 3


def is_whole_name(tokens: Tokens, start: int, last: int, end: int) -> bool:
    """Whether a single inverted name ends with an initial after the given name: Roe, Anna B. Weirs."""
    token, given = tokens.token(last), tokens.token(last - 1)
    if last != start + 2 or not token.endswith(".") or not is_initials(token.strip(EDGES)):
        return False
    behind = [tokens.token(i) for i in range(last + 1, end)]
    return (
        tokens.token(start).endswith(",")
        and given.isalpha()
        and len(given) > 2
        and behind[-1].endswith((".", ":"))
        and not any("," in word or word.strip(EDGES).lower() in ANDS for word in behind)
    )


def publisher_of_no_title(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a publisher right after the author as the title if there is none and another publisher follows."""
    start = run_end(labels, head_start(labels))
    if not WORKS.isdisjoint(labels) or labels[start - 1] != "author" or start == len(labels):
        return labels
    start = run_end(labels, start) if labels[start] == "date" else start
    if labels[start : start + 1] != ["publisher"]:
        return labels
    end = run_end(labels, start)
    if "publisher" not in labels[end:]:
        return labels
    return [*labels[:start], *["title"] * (end - start), *labels[end:]]


def chapter_of_no_title(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label the words after names that end in "in" as the container: Roe, J. in Rivers (eds Moss, K.)."""
    start = head_start(labels)
    end = run_end(labels, start)
    if (
        labels[start] != "author"
        or tokens.token(end - 1).lower() not in ("in", "in:")
        or end - start < 2
    ):
        return labels
    last = end if end == len(labels) or labels[end] not in WORKS else run_end(labels, end)
    if last == end or (labels[end] == "title" and "editor" not in labels[last:]):
        return labels
    return [*labels[: end - 1], *["container-title"] * (last - end + 1), *labels[last:]]


# Dates and numbers

# Dates of texts in which the names of months are masked.
MONTH = rf"{MONTH_MARK}++\.?"
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:[0-2]?\d|3[01])"
DATE = lazy_pattern(
    rf"(?<![\w./-])(?:{DAY}(?:\.|er|st|nd|rd|th|º)?(?:(?:\sde|\sof)?\s|\sd[’']){MONTH}(?:(?:\sdel?|\sof)?,?\s{YEAR})?"
    rf"|{MONTH}\s{DAY}(?:st|nd|rd|th)?,\s{YEAR}|{YEAR},?\s{MONTH}\s{DAY}(?!\s?\()|[0-3]?\d\.[01]?\d\.{YEAR}"
    rf"|[0-3]?\d/[01]?\d/{YEAR})(?!\w|/|[-–]\d)",
    re.IGNORECASE,
)
DAYS = lazy_pattern(
    rf"(?<![\w./-])(?:{DAY}\.?\s?[-–]\s?{DAY}\.?\s{MONTH}|{MONTH}\s{DAY}\s?[-–]\s?{DAY})(?:,?\s{YEAR})?(?!\w|/)",
    re.IGNORECASE,
)
MEETING = lazy_pattern(
    r"presented|conference|meeting|symposium|congress|workshop|kongress|tagung|colloque|congrès|convegno|congreso",
    re.IGNORECASE,
)
NOT_SAID = {"volume", "issue", "pages", "date", "edition", "note", "other"}
COUNTED = lazy_pattern(
    r"(?<!\w)(?:no?s?|nr|vol|bd|n[°º]|issue|heft|nummer|number|jg)\.?\W*\Z", re.IGNORECASE
)


# Measured: this runs for every reference, and the search for dates takes 25 us.
def is_date_divided(tokens: Tokens, labels: list[str]) -> bool:
    """Whether the label changes next to a month or between two numbers."""
    sorts = tokens.sorts
    if "month" not in sorts and "day" not in sorts:
        return False
    for i in range(1, len(labels)):
        if labels[i] == labels[i - 1] or labels[i] not in NOT_SAID or labels[i - 1] not in NOT_SAID:
            continue
        if "month" in (sorts[i], sorts[i - 1]) or {sorts[i], sorts[i - 1]} <= {"day", "year"}:
            return True
    return False


def whole_dates(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a whole date as the date if its day was labelled as a volume, issue or page."""
    if not is_date_divided(tokens, labels):
        return labels
    found = list(labels)
    masked = mask_months(tokens.text)
    dates = [*DATE.finditer(masked)]
    if "month" in tokens.sorts and MEETING.search(tokens.text):
        dates += DAYS.finditer(masked)
    for date in dates:
        first, last = tokens.covered(date.span())
        said = set(found[first:last])
        counted = COUNTED.search(tokens.text, max(0, date.start() - 8), date.start())
        if len(said) > 1 and said <= NOT_SAID and not counted:
            found[first:last] = ["date"] * (last - first)
    return found


# Words before a year in a title: "Wages in 1500".
BEFORE_YEAR = set(
    "in um of since until von bis nach vor seit to de en del dal di nel from after before about des zu".split()
)
A_YEAR = lazy_pattern(YEAR)
COUNT = lazy_pattern(r"n[°º]|n[or]s?\.?|№|#|issue|heft", re.IGNORECASE)
ORDINAL = lazy_pattern(r"\d{1,2}(?:st|nd|rd|th|e|ème|ª|º|\.)?,?", re.IGNORECASE)
EDITION = lazy_pattern(
    r"(?:éd|eds?|edn|aufl)\.,?|(?:edition|édition|auflage|edizione|edición)[.,]?", re.IGNORECASE
)


def year_in_title(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a year at the start of a title or after a preposition in it as the title if there is another date."""
    if labels.count("date") < 2 or "title" not in labels:
        return labels
    found = list(labels)
    for i in range(1, len(labels)):
        alone = (
            labels[i] == "date" and labels[i - 1] == "title" and labels[i + 1 : i + 2] != ["date"]
        )
        led_to = alone and tokens.token(i - 1).lower() in BEFORE_YEAR
        if led_to and A_YEAR.fullmatch(tokens.token(i).strip(EDGES)):
            found[i] = "title"
        begins = labels[i - 1 : i + 2] == ["date", "date", "title"] and tokens.is_parted(i)
        if begins and A_YEAR.fullmatch(tokens.token(i)):  # (1990). 1990 census of weirs
            found[i] = "title"
    return found if "date" in found else labels


COUNTABLE = frozenset(("issue", "edition", "editor"))


def is_edition(number: str, word: str) -> bool:
    """Whether two tokens are the number and the word of an edition: 17. ed."""
    return (
        number.endswith(".")
        and ORDINAL.fullmatch(number) is not None
        and EDITION.fullmatch(word) is not None
    )


YEARS = lazy_pattern(rf"[(\[]?{YEAR}\s?[-–—]\s?{YEAR}[)\]]?[.,:;]?")


def years_in_title(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a range of years without punctuation before it as part of the title: The war 1849–1914."""
    found = list(labels)
    works = WORKS if "volume" in labels else {"title"}  # J. Weir Soc. 1501–1506
    for i in range(1, len(labels)):
        if found[i] in ("pages", "date") and found[i - 1] in works and not tokens.is_parted(i):
            alone = found[i + 1 : i + 2] != [found[i]] and YEARS.fullmatch(tokens.token(i))
            if alone and tokens.token(i - 1)[-1].isalpha():
                found[i] = found[i - 1]
    return found


def counted(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a number like the "n°" before it or the "éd." after it."""
    if COUNTABLE.isdisjoint(labels):
        return labels
    found = list(labels)
    for i in range(1, len(labels)):
        before, here = found[i - 1], found[i]
        if before == here:
            continue
        token, last = tokens.token(i), tokens.token(i - 1)
        if before == "issue" and COUNT.fullmatch(last) and token.strip(EDGES).isdecimal():
            found[i] = "issue"
        elif before == "edition" and ORDINAL.fullmatch(last) and EDITION.fullmatch(token):
            found[i] = "edition"
        elif here == "editor" and found[i + 1 : i + 2] != ["editor"] and is_edition(last, token):
            found[i - 1 : i + 1] = ["edition"] * 2
    return found


def book_of_no_title(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label an unnumbered container with publisher or place as the missing title: Roe, J. Weirs. Moss, Leeds."""
    if (
        "title" in labels
        or not PARTLY.isdisjoint(labels)
        or {"publisher", "location"}.isdisjoint(labels)
    ):
        return labels
    if "author" not in labels or "container-title" not in labels:
        return labels
    start = labels.index("container-title")
    end = run_end(labels, start)
    if "container-title" in labels[end:] or IN.match(tokens.token(start)):
        return labels
    if OF_A_SERIES.search(tokens.piece(start, end)):
        return labels
    return [*labels[:start], *["title"] * (end - start), *labels[end:]]


def book_of_no_part(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a container without pages and editors as the end of the title: Ice. A story. Oslo: Lind."""
    if not PARTLY.isdisjoint(labels) or not {"publisher", "location"} <= set(labels):
        return labels
    starts = [
        i for i in range(1, len(labels)) if labels[i - 1 : i + 1] == ["title", "container-title"]
    ]
    if len(starts) != 1 or labels.count("container-title") > run_end(labels, starts[0]) - starts[0]:
        return labels
    start, end = starts[0], run_end(labels, starts[0])
    title = tokens.piece(labels.index("title"), start)
    if title[0] in CLOSERS or title[-1] not in ".?!" or IN.match(tokens.token(start)):
        return labels
    if OF_A_SERIES.search(tokens.piece(start, end)):
        return labels
    return [*labels[:start], *["title"] * (end - start), *labels[end:]]


PARTLY = frozenset(("editor", "pages", "volume", "issue", "doi", "url", "accessed"))
OF_A_SERIES = lazy_pattern(f"{SERIES}|{CONFERENCE}|{JOURNAL}|{ENCYCLOPEDIA}", re.IGNORECASE)

RULES: tuple[Rule, ...] = (
    acronym_of_a_title,
    month_that_is_a_name,
    name_to_its_colon,
    name_with_a_mark,
    title_cut_before,
    meeting_by_its_acronym,
    editors_in_two,
    editors_alone,
    organisation_in_pieces,
    organisation_at_head,
    organisation_cut_short,
    organisation_to_its_stop,
    organisation_before_comma,
    journal_in_quotes,
    named_by_role,
    named_in_title,
    bracketed_editors,
    title_after_names,
    title_before_journal,
    title_out_of_author,
    author_out_of_all,
    publisher_of_no_title,
    chapter_of_no_title,
    title_to_its_quote,
    whole_dates,
    year_in_title,
    years_in_title,
    counted,
    book_of_editors,
    container_behind_in,
    book_behind_editors,
    work_that_goes_on,
    meeting_that_publishes,
    name_from_its_place,
    name_to_its_place,
    head_of_place,
    place_behind_work,
    house_behind_work,
    place_of_publisher,
    book_of_no_title,
    book_of_no_part,
)


def repaired(tokens: Tokens, labels: list[str]) -> list[str]:
    """Return the labels of a reference's tokens, corrected if its words contradict them."""
    if len(labels) < 4:
        return labels
    for rule in RULES:
        labels = rule(tokens, labels)
    return labels
