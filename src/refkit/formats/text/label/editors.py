"""Find editors and translators by the words around their names."""

from __future__ import annotations

import re

from refkit.data.given_names import GIVEN_NAMES
from refkit.data.publishing_places import PLACES
from refkit.data.words.roles import ROLE_AFTER_NAMES, ROLE_PHRASES
from refkit.formats.text.label.heads import behind_given_name
from refkit.formats.text.label.runs import (
    ANDS,
    EDGES,
    IN,
    OTHERS,
    WORKS,
    head_start,
    is_initials,
    is_of_a_name,
    run_end,
)
from refkit.formats.text.label.tokens import Tokens
from refkit.patterns import lazy_pattern

ROLE = lazy_pattern(
    rf"(?<!\w)(?:(?P<editor>{ROLE_PHRASES['editor']})|(?P<translator>{ROLE_PHRASES['translator']}))",
    re.IGNORECASE | re.VERBOSE,
)
ABBREVIATED = lazy_pattern(
    r"[.?!”\"]\s(?:(?P<editor>Eds?\.)|(?P<translator>Trans\.))(?=\s[^\W\d_])"
)
LONGEST_NAMES = 16  # tokens
LONGEST_PLACE = 4
UNDATED = lazy_pattern(r"(?:o\.\s?J\.|[ns]\.\s?d\.|s\.\s?[af]\.)\W*")


def names_end(tokens: Tokens, start: int) -> int:
    """Return the end of names that start at a token: a full stop, a bracket, or a word that is not part of a name."""
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


def names_go_on(tokens: Tokens, start: int) -> bool:
    """Whether another name follows a comma: initials, or words with an "and" soon after them."""
    for i in range(start, min(len(tokens.spans), start + 5)):
        token = tokens.token(i)
        core = token.strip(EDGES)
        if core.lower() in ANDS or (i == start and is_initials(core)):
            return True
        if token[-1] in ".:;)" and len(core) > 2:
            return False
    return False


def named_by_role(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label the names after "edited by" or "translated by", in any language, as editors or translators."""
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
        elif people == {"editor"} and phrase.lastgroup == "editor":
            give_back_work(tokens, found, first)
            give_back_place(tokens, found, end)
    return found


def named_in_title(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label "Ed." and names after a full stop in a title as editors: Essays on Ice. Ed. Anna Moss."""
    if "role" not in tokens.sorts:
        return labels
    found = list(labels)
    for role in ABBREVIATED.finditer(tokens.text):
        first, names = tokens.covered(role.span(role.lastgroup or 0))
        given = tokens.token(names).strip(EDGES) if names < len(labels) else ""
        if (
            not first
            or found[first] not in WORKS
            or not (given.lower() in GIVEN_NAMES or is_initials(given))
        ):
            continue
        end = names_end(tokens, names)
        if end > names + 1 and set(found[first:end]) <= WORKS:
            found[first:end] = [role.lastgroup or "editor"] * (end - first)
    return found


def give_back_work(tokens: Tokens, found: list[str], first: int) -> None:
    """Return words before "edited by" to the work: "In Water and Land, edited by", "Ufer. Ein Roman, hrsg. v."."""
    start = first
    while start and found[start - 1] == "editor":
        start -= 1
    if start == first or tokens.sorts[start] == "role":
        return
    if IN.match(tokens.token(start)):
        found[start:first] = ["container-title"] * (first - start)
    elif start and found[start - 1] in WORKS:
        found[start:first] = [found[start - 1]] * (first - start)


def give_back_place(tokens: Tokens, found: list[str], end: int) -> None:
    """Label a city after the last editor as the location, and the words after it as the publisher or "o. J."."""
    last = end
    while last < len(found) and found[last] == "editor":
        last += 1
    places = range(min(last, end + LONGEST_PLACE), end, -1)
    cut = next((at for at in places if tokens.piece(end, at).strip(EDGES).lower() in PLACES), end)
    if cut == end:
        return
    rest = tokens.piece(cut, last) if cut < last else ""
    found[end:cut] = ["location"] * (cut - end)
    if UNDATED.fullmatch(rest):
        found[cut:last] = ["date"] * (last - cut)
    elif rest[:1].isupper() and "publisher" not in found:
        found[cut:last] = ["publisher"] * (last - cut)


# Runs of editors that contain the words before them


def editors_alone(tokens: Tokens, labels: list[str]) -> list[str]:
    """Split the author and the title of a chapter or book from editors that start at the head."""
    start = head_start(labels)
    if labels[start] != "editor" or "title" in labels:
        return labels
    end = run_end(labels, start)
    at, inside = where_editors_begin(tokens, start, end)
    if at - start < 2:
        return labels
    head = labels_of_head(tokens, start, at)
    if not head:
        return labels
    bracket = (
        next((i for i in range(at, end) if BRACKETED_ROLE.match(tokens.token(i))), 0)
        if inside
        else 0
    )
    book = ["container-title"] * max(bracket - at, 0)
    return [*labels[:start], *head, *book, *["editor"] * (end - at - len(book)), *labels[end:]]


BRACKETED_ROLE = lazy_pattern(r"\((?:[Ee]ds?|[Hh]rsg|[Hh]g|dirs?|éds?)[.:]*\Z")


def meeting_by_its_acronym(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label "In" and an acronym as the container, not an editor: In KDD, pages 1-9."""
    if "editor" not in labels:
        return labels
    found = list(labels)
    for i in range(1, len(labels) - 1):
        alone = labels[i - 1] != "editor" and run_end(labels, i) == i + 2
        if (
            alone
            and labels[i] == "editor"
            and tokens.token(i) in INSIDE
            and ACRONYM.fullmatch(tokens.token(i + 1))
        ):
            found[i : i + 2] = ["container-title"] * 2
    return found


ACRONYM = lazy_pattern(r"[A-Z][A-Za-z]*[A-Z]+[A-Za-z]*[\s’']?(?:\d{2,4})?[.,]?")


def editors_in_two(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label names right before names with "(eds.)" as editors, too: Elm, A., Ash, | B. (eds.)."""
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


INSIDE = ("in", "in:", "In", "In:", "dans", "Dans")


def bracketed_editors(tokens: Tokens, labels: list[str]) -> list[str]:
    """Extend editors to the bracket with their role: Rivers of Ice (eds Moro, L. & Elm, K.)."""
    for i in range(1, len(labels)):
        if labels[i] != "editor" or labels[i - 1] not in WORKS:
            continue
        at = next(
            (k for k in range(i - 1, max(i - 5, 0), -1) if BRACKETED_ROLE.match(tokens.token(k))), 0
        )
        if at and labels[at] == labels[i - 1]:
            return [*labels[:at], *["editor"] * (i - at), *labels[i:]]
    return labels


def where_editors_begin(tokens: Tokens, start: int, end: int) -> tuple[int, bool]:
    """Return the index of "in" or the start of "edited by", or 0 if there is neither, and whether it is "in"."""
    inside = next((i for i in range(start + 2, end) if tokens.token(i) in INSIDE), 0)
    if inside:
        return inside, True
    phrase = ROLE.search(tokens.text, tokens.spans[start][0], tokens.spans[end - 1][1])
    if phrase is None or phrase.lastgroup != "editor":
        return 0, False
    return tokens.covered(phrase.span())[0], False


def labels_of_head(tokens: Tokens, start: int, end: int) -> list[str]:
    """Return the labels of an author and a title: "Roe, J.: Title", "Roe, Jane, Title", or names alone."""
    colon = next((i for i in range(start, end - 1) if tokens.token(i).endswith(":")), -1)
    cut = colon + 1 if colon >= 0 else behind_given_name(tokens, start, end)
    if (
        colon < 0
        and names_end(tokens, start) >= end
        and is_initials(tokens.token(end - 1).strip(EDGES))
    ):
        cut = end
    return ["author"] * (cut - start) + ["title"] * (end - cut) if cut else []
