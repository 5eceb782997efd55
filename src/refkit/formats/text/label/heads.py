"""Correct the author at the head of a reference: an organization, or a person whose name was cut too early."""

from __future__ import annotations

from refkit.data.countries import COUNTRIES
from refkit.data.given_names import GIVEN_NAMES
from refkit.data.publishing_places import PLACES
from refkit.data.words.organizations import CERTAIN_WORDS, DIVISION_WORDS, FIRST_WORDS, TITLE_WORDS
from refkit.formats.text.label.runs import (
    ANDS,
    BEFORE_FAMILY,
    EDGES,
    WORKS,
    head_start,
    is_initials,
    is_of_a_name,
    run_end,
)
from refkit.formats.text.label.tokens import Tokens
from refkit.patterns import lazy_pattern

LONGEST_HEAD = 14  # tokens
YEAR_OR_MEDIUM = lazy_pattern(r"\((?:1[5-9]|20)\d\d|\[(?:Internet|[Oo]nline)")
WORD = lazy_pattern(r"[^\W\d_]+(?:[-&][^\W\d_]+)*")
ARTICLES = {"the", "le", "la", "les", "der", "die", "das", "el", "los", "il", "l"}
SMALL = ARTICLES | set(
    "of and for on in to de des du et d für und den von zur zum am im del della delle dei di e y las en per por para "
    "van het voor w i na do a an at with".split()
)


def head_end(tokens: Tokens, start: int) -> int:
    """Return the end of the head of a reference: after a full stop or colon, or before a year; 0 if unknown."""
    count = len(tokens.spans)
    for i in range(start, min(start + LONGEST_HEAD, count)):
        token = tokens.token(i)
        if token.endswith(":"):  # a lower-case letter after it begins a subtitle
            return 0 if tokens.piece(i, min(i + 2, count)).split()[-1][:1].islower() else i + 1
        if i + 1 < count and YEAR_OR_MEDIUM.match(tokens.token(i + 1)):
            return i + 1
        core = token.strip(EDGES)
        if token.endswith(".") and (
            (len(core) > 3 and "." not in core) or (len(core) > 1 and core.isupper())
        ):
            return i + 1
    return 0


def called_so(name: str) -> bool:
    """Whether a name contains the words of an organization and is capitalized like a name."""
    words = WORD.findall(name)
    if words and words[0].lower() in ARTICLES:
        words = words[1:]
    lower = [word.lower() for word in words]
    if not 2 <= len(words) <= LONGEST_HEAD or not (
        CERTAIN_WORDS.intersection(lower) or lower[0] in FIRST_WORDS
    ):
        return False
    return (lower[0] in CERTAIN_WORDS and len(words) <= 10) or all(
        word[0].isupper() for word, small in zip(words, lower, strict=True) if small not in SMALL
    )


# Words of organizations that also begin titles; and marks around titles.
CLOSING = '”»"“’'
NOT_NAMED = WORKS | {"publisher", "location", "note", "other"}


def organisation_at_head(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label the organization before the first full stop, colon or year as the author if there is none."""
    start = head_start(labels)
    if "author" in labels or labels[start] not in NOT_NAMED:
        return labels
    end = head_end(tokens, start)
    if (
        end - start < 2
        or not WORKS.intersection(labels[end : end + 6])
        or not called_so(tokens.piece(start, end))
    ):
        return labels
    return [*labels[:start], *["author"] * (end - start), *labels[end:]]


def organisation_in_pieces(tokens: Tokens, labels: list[str]) -> list[str]:
    """Join an organization that was split without punctuation into one author: Board of Wells and | Weirs (1999)."""
    start = head_start(labels)
    cut = run_end(labels, start)
    if cut == len(labels) or labels[start] not in NOT_NAMED or tokens.is_parted(cut):
        return labels
    end = head_end(tokens, start)
    pieces = set(labels[start:end])
    if len(pieces) < 2 or not pieces <= NOT_NAMED | {"author"} or "author" in labels[end:]:
        return labels
    cuts = [i for i in range(start + 1, end) if labels[i] != labels[i - 1]]
    if any(tokens.is_parted(i) for i in cuts) or not WORKS.intersection(labels[end : end + 6]):
        return labels
    if not called_so(tokens.piece(start, end)):
        return labels
    return [*labels[:start], *["author"] * (end - start), *labels[end:]]


def organisation_to_its_stop(tokens: Tokens, labels: list[str]) -> list[str]:
    """Extend the name of an organization over its own commas and "and" up to a full stop, colon or year."""
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
    if (
        not goes_on(tokens, cut)
        or not called_so(tokens.piece(start, cut))
        or not called_so(tokens.piece(start, end))
    ):
        return labels
    return [*labels[:start], *["author"] * (end - start), *labels[end:]]


def organisation_before_comma(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label the organization before a comma as the author if there is none."""
    start = head_start(labels)
    if labels[start] not in NOT_NAMED or "author" in labels or "editor" in labels:
        return labels
    end = run_end(labels, start)
    if labels[start] != "title" and labels[end : end + 1] != ["title"]:
        return labels
    cut = comma_behind_organisation(tokens, start, end)
    if not cut:
        return labels
    rest = [label if label != labels[start] else "title" for label in labels[cut:end]]
    return [*labels[:start], *["author"] * (cut - start), *rest, *labels[end:]]


def comma_behind_organisation(tokens: Tokens, start: int, end: int) -> int:
    """Return the token after the name of an organization and a comma, or 0 if there is none."""
    for i in range(start + 1, min(start + LONGEST_HEAD, end)):
        token = tokens.token(i)
        if token[-1] in ".:;" and len(token.strip(EDGES)) > 3:
            return 0
        if not token.endswith(",") or goes_on(tokens, i + 1):
            continue
        name = tokens.piece(start, i + 1)
        return i + 1 if called_so(name) and begins_as_one(name) else 0
    return 0


def organisation_cut_short(tokens: Tokens, labels: list[str]) -> list[str]:
    """Extend a name that ends in "of" or "de" to the next punctuation mark: Ministère de l'Agriculture."""
    start = head_start(labels)
    cut = run_end(labels, start)
    if labels[start] != "author" or cut == len(labels) or labels[cut] not in WORKS:
        return labels
    if (
        cut - start < 2
        or tokens.token(cut - 1).lower() not in SMALL - ANDS
        or not CERTAIN_WORDS.intersection(WORD.findall(tokens.piece(start, cut).lower()))
    ):
        return labels
    end = next(
        (
            i + 1
            for i in range(cut, min(cut + 8, run_end(labels, cut)))
            if is_last_of_piece(tokens, i)
        ),
        0,
    )
    return [*labels[:start], *["author"] * (end - start), *labels[end:]] if end else labels


def begins_as_one(name: str) -> bool:
    """Whether a name begins with a kind of organization and specifies its owner or purpose: Agence de l'eau."""
    words = [word.lower() for word in WORD.findall(name) if word.lower() not in ARTICLES]
    told = words[0] in CERTAIN_WORDS - TITLE_WORDS and any(word in SMALL for word in words[1:])
    return told and name[0].isupper() and not any(mark in name for mark in CLOSING)


def goes_on(tokens: Tokens, start: int) -> bool:
    """Whether the name of an organization continues after a comma: Health, Labour and Welfare; X, Paris."""
    count = len(tokens.spans)
    if start >= count or not tokens.token(start).lstrip(EDGES)[:1].isupper():
        return start < count
    end = next(
        (i for i in range(start, min(start + 6, count)) if is_last_of_piece(tokens, i)), start
    )
    words = [tokens.token(i).strip(EDGES).lower() for i in range(start, end + 1)]
    place = " ".join(words)
    return (
        words[0] in DIVISION_WORDS
        or (len(words) < 6 and not ANDS.isdisjoint(words[1:-1]))
        or place in PLACES
        or place in COUNTRIES
    )


def is_last_of_piece(tokens: Tokens, at: int) -> bool:
    """Whether a punctuation mark or an opening bracket follows a token."""
    behind = tokens.token(at + 1)[0] if at + 1 < len(tokens.spans) else "."
    return tokens.token(at)[-1] in ",.:;" or behind in "(["


# People


def acronym_of_a_title(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label an acronym without punctuation before the title as part of it: DIN Clocks and dials."""
    start = head_start(labels)
    if labels[start : start + 2] != ["author", "title"]:
        return labels
    token = tokens.token(start)
    if not (token.isalpha() and token.isupper() and 1 < len(token) < 7):
        return labels
    return [*labels[:start], "title", *labels[start + 1 :]]


def name_to_its_colon(tokens: Tokens, labels: list[str]) -> list[str]:
    """Extend a name that was cut too early to its colon: Roe, Anna von und zu: Title."""
    start = head_start(labels)
    if labels[start : start + 1] != ["author"] or tokens.token(start)[-1] not in ",":
        return labels
    cut = run_end(labels, start)
    if cut == len(labels) or labels[cut] not in WORKS or ":" in tokens.piece(start, cut):
        return labels
    for i in range(cut, min(cut + 7, len(labels))):
        token = tokens.token(i)
        core = token.strip(EDGES)
        if not is_of_a_name(core) or not token[0].isalpha():
            return labels
        if token.endswith(":"):
            named = is_rest_of_name(tokens, cut, i + 1, cut == start + 1)
            return (
                [*labels[:cut], *["author"] * (i + 1 - cut), *labels[i + 1 :]] if named else labels
            )
        if token[-1] in ".,;" and not is_initials(core) and core.lower() not in BEFORE_FAMILY:
            return labels
    return labels


def is_rest_of_name(tokens: Tokens, start: int, end: int, given: bool) -> bool:
    """Whether tokens are given names and particles, or particles only if the name already has given names."""
    words = [tokens.token(i).strip(EDGES) for i in range(start, end)]
    particles = [word.lower() in BEFORE_FAMILY or word.lower() == "und" for word in words]
    first = words[0].lower() in GIVEN_NAMES or is_initials(words[0])
    return all(particles) or (given and (first or (particles[-1] and not particles[0])))


def name_with_a_mark(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a family name that begins with an apostrophe as the author: G. | 't Hooft, Nucl. Phys."""
    cut = run_end(labels, head_start(labels))
    if labels[cut - 1 : cut + 1] != ["author", "title"] or tokens.token(cut).lower() not in (
        "'t",
        "’t",
        "‘t",
    ):
        return labels
    end = run_end(labels, cut)
    if not is_initials(tokens.token(cut - 1).strip(EDGES)) or not all(
        is_of_a_name(tokens.token(i).strip(EDGES)) or tokens.token(i).lower() in ("'t", "’t", "‘t")
        for i in range(cut, end)
    ):
        return labels
    return [*labels[:cut], *["author"] * (end - cut), *labels[end:]]


def title_cut_before(tokens: Tokens, labels: list[str]) -> list[str]:
    """Move the first word of a title out of the author after an acronym or a full name: W3C. Web | guidelines."""
    start = head_start(labels)
    cut = run_end(labels, start)
    if labels[start] != "author" or labels[cut : cut + 1] != ["title"] or cut - start < 2:
        return labels
    before, last = tokens.token(cut - 2), tokens.token(cut - 1)
    name, word = before.strip(EDGES), last.strip(EDGES)
    acronym = cut - 2 == start and name.isupper() and len(name) > 2 and "." not in name
    goes_on = last[-1].isalnum() and acronym
    headed = last.endswith(":") and word.isupper() and len(word) > 1 and "." not in word
    if not before.endswith(".") or is_initials(name) or not (goes_on or headed):
        return labels
    return [*labels[: cut - 1], "title", *labels[cut:]]


def month_that_is_a_name(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a month without a day or year right after a family name as the given name: Roe, Jan: Title."""
    if "month" not in tokens.sorts:
        return labels
    at = run_end(labels, head_start(labels))
    if labels[at - 1 : at + 1] != ["author", "date"] or labels[at + 1 : at + 2] == ["date"]:
        return labels
    token = tokens.token(at)
    named = tokens.sorts[at] == "month" and token.strip(EDGES).lower() in GIVEN_NAMES
    if not named or not tokens.token(at - 1).endswith(",") or token[-1] not in ",:.;":
        return labels
    return [*labels[:at], "author", *labels[at + 1 :]]


def author_out_of_all(tokens: Tokens, labels: list[str]) -> list[str]:
    """End the author at the comma after the given name if the run also contains a title without a full stop."""
    start = head_start(labels)
    if labels[start] != "author" or not WORKS.isdisjoint(labels):
        return labels
    end = run_end(labels, start)
    cut = behind_given_name(tokens, start, end)
    if not cut or end - cut < 1 or not tokens.token(cut).strip(EDGES)[:1].isupper():
        return labels
    if any(is_initials(tokens.token(i).strip(EDGES)) for i in range(cut, end)):
        return labels
    if any(tokens.token(i).strip(EDGES).lower() in GIVEN_NAMES | ANDS for i in range(cut, end)):
        return labels
    return [*labels[:cut], *["title"] * (end - cut), *labels[end:]]


def journal_in_quotes(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label « » before a number as the journal if the author contains the title: M. Roe, Acque, «Eco», XII."""
    start = head_start(labels)
    cut = run_end(labels, start)
    if (
        labels[start] != "author"
        or cut == len(labels)
        or labels[cut] != "title"
        or "container-title" in labels
    ):
        return labels
    end = run_end(labels, cut)
    numbered = end < len(labels) and labels[end] in ("volume", "issue", "date")
    name = next((i + 1 for i in range(start, cut - 1) if tokens.token(i).endswith(",")), 0)
    if (
        not name
        or not numbered
        or not (tokens.token(cut)[0] == "«" and "»" in tokens.token(end - 1))
    ):
        return labels
    words = [tokens.token(i).strip(EDGES) for i in range(name, cut)]
    if not any(word[:1].islower() and word.lower() not in BEFORE_FAMILY | ANDS for word in words):
        return labels
    title, journal = ["title"] * (cut - name), ["container-title"] * (end - cut)
    return [*labels[:name], *title, *journal, *labels[end:]]


def behind_given_name(tokens: Tokens, start: int, end: int) -> int:
    """Return the token after "Surname, Given," at the start of some tokens, or 0 if they begin differently."""
    commas = [i for i in range(start, min(end, start + 8)) if tokens.token(i).endswith(",")]
    if len(commas) < 2 or commas[1] - commas[0] > 3 or commas[0] - start > 2:
        return 0
    given = tokens.token(commas[0] + 1).strip(EDGES)
    return commas[1] + 1 if given.lower() in GIVEN_NAMES or is_initials(given) else 0
