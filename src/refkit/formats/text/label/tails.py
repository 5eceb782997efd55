"""Correct the ends of titles, containers and publishers: places, meetings and words that continue a name."""

from __future__ import annotations

import re
from itertools import pairwise

from refkit.data.countries import COUNTRIES
from refkit.data.publishers import PUBLISHER_NAMES, REGIONS
from refkit.data.publishing_places import PLACES
from refkit.data.words.organizations import OF_WORDS, WORDS_WITH_CITIES
from refkit.data.work_types import CONFERENCE
from refkit.formats.text.label.runs import EDGES, WORKS, run_end
from refkit.formats.text.label.tokens import Tokens
from refkit.formats.text.places import is_place
from refkit.patterns import lazy_pattern

MEETING = lazy_pattern(rf"(?<!\w)(?:{CONFERENCE})", re.IGNORECASE)
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
        if labels[end - 1] == "title" or MEETING.search(tokens.piece(start, at)):
            return [*labels[:at], *["location"] * (end - at), *labels[end:]]
    return labels


def name_from_its_place(tokens: Tokens, labels: list[str]) -> list[str]:
    """Join the city in the name of a university to it: Durham | University."""
    for i in range(1, len(labels)):
        if labels[i - 1 : i + 1] != ["location", "publisher"] or tokens.is_parted(i):
            continue
        if tokens.token(i).strip(EDGES).lower() in WORDS_WITH_CITIES:
            start = next(k for k in range(i, -1, -1) if k == 0 or labels[k - 1] != "location")
            return [*labels[:start], *["publisher"] * (i - start), *labels[i:]]
    return labels


def house_behind_work(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a known publisher between the last comma of a title and an edition or year: Weirs, Pearson, 2016."""
    if not HOUSED.isdisjoint(labels) or "title" not in labels:
        return labels
    start = labels.index("title")
    end = run_end(labels, start)
    if (
        labels[end : end + 1] not in (["edition"], ["date"], [])
        or tokens.token(end - 1)[-1] not in ",."
    ):
        return labels
    at = next(
        (
            k
            for k in range(end - 1, max(end - LONGEST_PLACE, start), -1)
            if tokens.token(k - 1)[-1] == ","
        ),
        0,
    )
    if not at or tokens.piece(at, end).strip(EDGES).lower() not in PUBLISHER_NAMES:
        return labels
    return [*labels[:at], *["publisher"] * (end - at), *labels[end:]]


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


def container_behind_in(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label the words from "In" after a title's full stop as the container: Weirs. In Dams of Today, edited by."""
    if "container-title" in labels or PARTS.isdisjoint(labels):
        return labels
    for i in range(1, len(labels) - 1):
        inside = labels[i - 1 : i + 2] == ["title"] * 3 and tokens.token(i) in ("In", "In:", "Dans")
        if inside and tokens.token(i - 1)[-1] in '.?!”"»’' and tokens.token(i + 1)[0].isupper():
            end = run_end(labels, i)
            return [*labels[:i], *["container-title"] * (end - i), *labels[end:]]
    return labels


PARTS = frozenset(("editor", "pages"))


def book_behind_editors(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a second title after editors as the container: Weirs. Elm, A. (ed.), Dams of Today."""
    if "container-title" in labels or "title" not in labels:
        return labels
    for i in range(run_end(labels, labels.index("title")), len(labels)):
        if labels[i - 1 : i + 1] == ["editor", "title"]:
            end = run_end(labels, i)
            return [*labels[:i], *["container-title"] * (end - i), *labels[end:]]
    return labels


def meeting_that_publishes(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a meeting after its proceedings as the container: Proceedings of the 1992 | Winter Conference, Leeds."""
    for i in range(1, len(labels)):
        if (
            labels[i - 1 : i + 1] != ["container-title", "publisher"]
            or tokens.token(i - 1)[-1] in ".;:"
        ):
            continue
        last = run_end(labels, i)
        end = next((k + 1 for k in range(i, last) if tokens.token(k)[-1] in ",.;:"), last)
        start = next(k for k in range(i, -1, -1) if k == 0 or labels[k - 1] != "container-title")
        if MEETING.search(tokens.piece(start, i)) and MEETING.search(tokens.piece(i, end)):
            return [*labels[:i], *["container-title"] * (end - i), *labels[end:]]
    return labels


def work_that_goes_on(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label a publisher that begins with "of" as part of the work: In Studies in Honour | of B. Elm, Roma."""
    for i in range(1, len(labels)):
        if (
            labels[i - 1] in WORKS
            and labels[i] == "publisher"
            and tokens.token(i) in OF_WORDS
            and not tokens.is_parted(i)
        ):
            last = run_end(labels, i)
            end = next((k + 1 for k in range(i, last) if tokens.token(k)[-1] in ",;:"), last)
            return [*labels[:i], *[labels[i - 1]] * (end - i), *labels[end:]]
    return labels


def name_to_its_place(tokens: Tokens, labels: list[str]) -> list[str]:
    """Extend a publisher that ends in "of" to the place after it: Politecnico di | Torino, Turin."""
    for i in range(1, len(labels)):
        if (
            labels[i - 1 : i + 1] == ["publisher", "location"]
            and tokens.token(i - 1).lower() in OF_WORDS
        ):
            last = run_end(labels, i)
            end = next((k + 1 for k in range(i, last) if tokens.token(k)[-1] in ",;:"), last)
            return [*labels[:i], *["publisher"] * (end - i), *labels[end:]]
    return labels


def head_of_place(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label words before the city of a location as the end of the title: Ice, Wind, Rain, Ithaca, NY."""
    if "location" not in labels:
        return labels
    start = labels.index("location")
    end = run_end(labels, start)
    if not start or labels[start - 1] not in WORKS or not tokens.token(start - 1).endswith(","):
        return labels
    commas = [i + 1 for i in range(start, end - 1) if tokens.token(i).endswith(",")]
    pieces = [tokens.piece(a, b).strip(EDGES).lower() for a, b in pairwise([start, *commas, end])]
    if (
        len(pieces) != 3
        or not (pieces[-1] in REGIONS or pieces[-1] in COUNTRIES)
        or pieces[-2] not in PLACES
    ):
        return labels
    if not PLACES.isdisjoint(pieces[:-2]):
        return labels
    return [*labels[:start], *[labels[start - 1]] * (commas[-2] - start), *labels[commas[-2] :]]
