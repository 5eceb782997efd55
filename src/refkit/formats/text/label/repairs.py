"""Correct labels of the model that contradict the words of the reference.

Each rule is worth its place on references that it was not written from: docs/text-model.md lists what each changes,
and `tools/text_repairs.py` measures it. A day next to a month is not a volume; names before "(eds.)" are editors.
"""

from __future__ import annotations

import re

from refkit.data.given_names import GIVEN_NAMES
from refkit.data.words.months import MONTH_MARK, mask_months
from refkit.data.words.roles import ROLE_AFTER_NAMES
from refkit.data.work_types import CONFERENCE, ENCYCLOPEDIA, JOURNAL, SERIES
from refkit.formats.text.label.after_names import title_after_names, title_before_journal
from refkit.formats.text.label.runs import IN, WORKS, Rule, head_start, run_end
from refkit.formats.text.places import is_place
from refkit.formats.text.recognize.name_words import ANDS, EDGES, is_initials
from refkit.formats.text.recognize.people import ROLE
from refkit.formats.text.recognize.tokens import Tokens
from refkit.patterns import lazy_pattern

__all__ = ["REPAIRS", "SURE"]

SURE = 0.8  # the probability of a corrected label

# Titles


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


PARTLY = frozenset(("editor", "pages", "volume", "issue", "doi", "url", "accessed"))


OF_A_SERIES = lazy_pattern(f"{SERIES}|{CONFERENCE}|{JOURNAL}|{ENCYCLOPEDIA}", re.IGNORECASE)


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
    """Label a whole date as the date if its day was labeled as a volume, issue or page."""
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


COUNT = lazy_pattern(r"n[°º]|n[or]s?\.?|№|#|issue|heft", re.IGNORECASE)


ORDINAL = lazy_pattern(r"\d{1,2}(?:st|nd|rd|th|e|ème|ª|º|\.)?,?", re.IGNORECASE)


EDITION = lazy_pattern(
    r"(?:éd|eds?|edn|aufl)\.,?|(?:edition|édition|auflage|edizione|edición)[.,]?", re.IGNORECASE
)


COUNTABLE = frozenset(("issue", "edition", "editor"))


def is_edition(number: str, word: str) -> bool:
    """Whether two tokens are the number and the word of an edition: 17. ed."""
    return (
        number.endswith(".")
        and ORDINAL.fullmatch(number) is not None
        and EDITION.fullmatch(word) is not None
    )


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


# Editors


def editors_in_two(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label names right before names with "(eds.)" as editors, too: Elm, A., Ash, B. (eds.)."""
    start = head_start(labels)
    cut = run_end(labels, start)
    if (
        labels[start] != "author"
        or labels[cut : cut + 1] != ["editor"]
        or IN.match(tokens.token(cut))
    ):
        return labels
    end = run_end(labels, cut)
    if not ROLE_LAST.search(tokens.piece(cut, end)) or ROLE.search(tokens.piece(start, cut)):
        return labels
    return [*labels[:start], *["editor"] * (cut - start), *labels[cut:]]


ROLE_LAST = lazy_pattern(
    rf"\((?:{ROLE_AFTER_NAMES['editor']})\.?\)\W*\Z", re.IGNORECASE | re.VERBOSE
)


def book_of_editors(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a container after editors at the head as the title if there is none: Elm, A. (ed.), Weirs, Leeds 1999."""
    start = head_start(labels)
    if (
        labels[start] != "editor"
        or {"author", "title"} & set(labels)
        or "container-title" not in labels
    ):
        return labels
    book = labels.index("container-title")
    end = run_end(labels, book)
    if (
        "container-title" in labels[end:]
        or "editor" in labels[book:]
        or IN.match(tokens.token(book))
    ):
        return labels
    return [*labels[:book], *["title"] * (end - book), *labels[end:]]


def book_behind_editors(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a second title after editors as the container: Weirs. Elm, A. (ed.), Dams of Today."""
    if "container-title" in labels or "title" not in labels:
        return labels
    for i in range(run_end(labels, labels.index("title")), len(labels)):
        if labels[i - 1 : i + 1] == ["editor", "title"]:
            end = run_end(labels, i)
            return [*labels[:i], *["container-title"] * (end - i), *labels[end:]]
    return labels


# Publishers and places

LONGEST_PLACE = 5  # tokens


HOUSED = frozenset(("location", "publisher"))


def place_behind_work(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a city between the last comma of a title and the year as the location: Elm, A., Weirs, Leeds 1999.

    After the proceedings of a meeting, it is the place of the meeting.
    """
    if not HOUSED.isdisjoint(labels) or "date" not in labels:
        return labels
    for end in range(2, len(labels)):
        if (
            labels[end - 1] not in WORKS
            or labels[end] not in ("date", "pages")
            or tokens.token(end)[0] in "(["
        ):
            continue
        at = next(
            (
                k
                for k in range(end - 1, max(end - 1 - LONGEST_PLACE, 0), -1)
                if tokens.token(k - 1)[-1] == ","
            ),
            0,
        )
        if not at or labels[at - 1] != labels[end - 1] or not is_place(tokens.piece(at, end)):
            continue
        start = next(k for k in range(at, -1, -1) if k == 0 or labels[k - 1] != labels[end - 1])
        if labels[end - 1] == "title" or CONFERENCE_NAME.search(tokens.piece(start, at)):
            return [*labels[:at], *["location"] * (end - at), *labels[end:]]
    return labels


def place_of_publisher(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a city at the start or end of the publisher as the location if there is none."""
    if "location" in labels or "publisher" not in labels:
        return labels
    start = labels.index("publisher")
    end = run_end(labels, start)
    commas = [i + 1 for i in range(start, end - 1) if tokens.token(i)[-1] == ","]
    if start and tokens.token(start - 1)[-1] == ":":  # Nashville: Abingdon
        return labels
    if is_place(tokens.piece(start, end)):
        places = (start, end)
    elif commas and is_place(tokens.piece(commas[-1], end)):
        places = (commas[-1], end)
    elif commas and is_place(tokens.piece(start, commas[0])):
        places = (start, commas[0])
    else:
        return labels
    return [*labels[: places[0]], *["location"] * (places[1] - places[0]), *labels[places[1] :]]


def meeting_that_publishes(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a meeting after its proceedings as the container: Proc. of the 1992, Winter Conference."""
    for i in range(1, len(labels)):
        if (
            labels[i - 1 : i + 1] != ["container-title", "publisher"]
            or tokens.token(i - 1)[-1] in ".;:"
        ):
            continue
        last = run_end(labels, i)
        end = next((k + 1 for k in range(i, last) if tokens.token(k)[-1] in ",.;:"), last)
        start = next(k for k in range(i, -1, -1) if k == 0 or labels[k - 1] != "container-title")
        if CONFERENCE_NAME.search(tokens.piece(start, i)) and CONFERENCE_NAME.search(
            tokens.piece(i, end)
        ):
            return [*labels[:i], *["container-title"] * (end - i), *labels[end:]]
    return labels


CONFERENCE_NAME = lazy_pattern(rf"(?<!\w)(?:{CONFERENCE})", re.IGNORECASE)

REPAIRS: tuple[Rule, ...] = (
    editors_in_two,
    title_after_names,
    title_before_journal,
    title_out_of_author,
    whole_dates,
    counted,
    book_of_editors,
    book_behind_editors,
    meeting_that_publishes,
    place_behind_work,
    place_of_publisher,
    book_of_no_title,
)
