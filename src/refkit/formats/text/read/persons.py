"""Parse lists of people and organizations, in any order used by citation styles.

A list is split at semicolons, slashes and "and". The rest is read from comma to comma, because a comma may
end a name (Smith JA, Doe B), be part of it (Smith, John) or both. Organizations keep their own commas.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from refkit.data.chinese_surnames import CHINESE_SURNAMES
from refkit.data.given_names import ALSO_FAMILY_NAMES, GIVEN_NAMES
from refkit.data.publishing_places import PLACES
from refkit.data.words.conjunctions import CERTAIN_ANDS, and_pattern
from refkit.data.words.organizations import ABBREVIATIONS, ACRONYMS, COMPANY_FORMS
from refkit.data.words.particles import CAPITAL_PARTICLES, particle_pattern
from refkit.formats.text.read.asian_names import asian_names
from refkit.formats.text.read.organisations import is_organisation, organisations
from refkit.formats.text.read.person import (
    ends_in_capitals,
    inverted_name,
    is_given,
    is_initials,
    is_particle,
    is_suffix,
    natural_name,
    starts_with_initials,
    surname_first,
)
from refkit.formats.text.read.roles import without_others, without_role
from refkit.model.name import Name
from refkit.model.names import OTHERS
from refkit.patterns import lazy_pattern
from refkit.records import replace


class Persons(NamedTuple):
    """Names, their role (a CSL variable, or "" if there is none), and text that is not part of a name."""

    names: tuple[Name, ...]
    role: str = ""
    rest: str = ""


LONGEST = 20_000
_STRAY = lazy_pattern(r"\s+(?=[.,;)])")
_RUN_ON = lazy_pattern(r"(?<![^\W\d_])([^\W\d_a-z]\.)(?=[^\W\d_a-z][^\W\d_A-Z]{2})")
_GLUED_AND = lazy_pattern(rf"\.(?=(?:{and_pattern(CERTAIN_ANDS)}|y)\s)")
_TITLES = lazy_pattern(
    r"(?<!\w)(?:Prof(?:essor)?|Dr|Mag|Dipl\.-\w+|Sir|Dame|Rev|Hon|Mr|Mrs|Ms|Univ\.-Prof|PD)\.?\s+"
    r"(?:(?:h\.\s?c\.|med\.|phil\.|rer\.\s?nat\.|jur\.|-Ing\.)\s*)*(?=[^\W\d_a-z])"
)
_DEGREES = lazy_pattern(
    r",\s*(?:Ph\.?\s?D|D\.?Phil|Dr\.?\s?PH|M\.?Sc|B\.?Sc|Esq|MBA|DDS|FRCP|(?P<initials>M\.D|M\.?P\.?H|R\.?N|M\.A|B\.A))"
    r"\.?(?=\s*(?:[,;&]|and\b|\Z))"
)
_BOUNDARY = lazy_pattern(rf"[,;&]|\b(?:{and_pattern(CERTAIN_ANDS)})\b")
_PARTICLE_BEHIND = lazy_pattern(r"([^\W\d_][\w-]+)\s*\((de(?: la)?|du|d[’']|von|van)\)")
_BRACKETED = lazy_pattern(r"(?<=\w)\s*\(([^()]{1,40})\)")
_SEMICOLON = lazy_pattern(rf"\s*;\s*(?:(?:{and_pattern()}|&)\s+)?")
_SLASH = lazy_pattern(r"\s*/\s*|\s[–—-]\s")
_MARKS = lazy_pattern(
    r"\A\W*\d{1,3}\s?(?:[.)\]]+\s*(?=[^\W\d_])|-+\s*(?=[^\W\d_]{2}))|\(?(?:\.\s?\.\s?\.|…)\)?"
)
_PARTICLES = lazy_pattern(rf"(?>(?:{particle_pattern()}|\s)+)\Z")
# Words that join names. In capitals they are mostly initials: "Lowe, E & Moss, I", "Lund EN, Moe I".
_AND = lazy_pattern(
    r"\s*,?\s*(?:&(?:amp;)?|\+)\s*"
    rf"|(?:\s*,\s*|\s+)(?:(?i:and)|{and_pattern(CERTAIN_ANDS - {'und'})}|en|ja|ve|UND"
    r"|(?<!\bvon )und(?!\s+zu\b)|ET(?=\s[^\W\d_a-z]{3})|u\.(?=\s+[^\W\d_]{2})"
    r"|(?<!Thomas )a(?=\s[^\W\d_a-z]))\s+"
    r"|\s*,\s+(?:y|e|i|ed)\s+"
)
_SMALL_AND = lazy_pattern(r"\s+(?:y|e|i|ed)\s+")
_FOR = lazy_pattern(
    r"(?:(?:on behalf of|for|im Auftrag (?:von|des|der)|pour)\s+(?:the\s+)?)", re.IGNORECASE
)
_OVER = lazy_pattern(
    r"\bet\s+al\.?([\s,.:;]+(?!\(?(?:eds?|hrsg|trans)\b)[^\W\d_][^.]{3,}.*)|\)(\s*\d+\s?[-–].*)"
    r"|(,[^,]{2,30}\s(?:o\.\s?J|s\.\s?d|n\.\s?d)\b.*)|(,\s*art\b.*)"
)
_GROUPS = lazy_pattern(r"\bal\.?,?(?P<bracket>\s*[(\[](?P<groups>[^()\[\]]{6,200})[)\]])")
_LEADING_AND = lazy_pattern(r"(?:[Aa]nd|AND|[Uu]nd|UND|et|&)\s+")
# Given names that can be followed by "de": María de los Ángeles, Juan de Dios.
_DEVOUT = frozenset("maria maría m. josé jose juan joão joao".split())
_EDGES = ' ,;:.•·*/"“”„»«–—-'
_SIDES = ' ,;:•·*/"“”„»«–—-'


def read_persons(text: str) -> Persons:
    """persons = [role] name (separator name)* ["et al."] [role]"""
    text = _GLUED_AND.sub(". ", _STRAY.sub("", " ".join(text.split())))
    if len(text) > LONGEST:
        return Persons((), "", text)
    text = _MARKS.sub("", text)
    text, role = without_role(_RUN_ON.sub(r"\1 ", text))
    text, groups = _with_groups(text)
    text, behind = _cut(text)
    text, more = without_others(text.strip(_SIDES))
    if not role and (behind or more):
        text, role = without_role(text)
    names, rest = _names(_unbracketed(text))
    names.extend(groups)
    if more and names:
        names.append(OTHERS)
    return Persons(tuple(names), role, "; ".join(filter(None, (rest, behind))))


def _with_groups(text: str) -> tuple[str, list[Name]]:
    """Split off the groups in brackets after "et al." from the names: et al. (LIGO Collaboration)."""
    found = _GROUPS.search(text)
    groups = organisations(_FOR.sub("", found["groups"])) if found is not None else None
    if found is None or groups is None:
        return text, []
    return text[: found.start("bracket")] + text[found.end() :], [
        Name(literal=_tidy(name)) for name in groups
    ]


def _cut(text: str) -> tuple[str, str]:
    """Split names from the text after an end marker: et al., a bracket and pages, or o. J."""
    found = _OVER.search(text)
    if found is None:
        return text, ""
    at = next(start for start in map(found.start, range(1, 5)) if start >= 0)
    return text[:at], text[at:].strip(_EDGES)


def _unbracketed(text: str) -> str:
    """Remove an unpaired bracket, or a pair of brackets around the whole text."""
    if text.count("(") != text.count(")"):
        return text.strip(_SIDES + ".()")
    return text[1:-1] if text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1 else text


def _plain(text: str) -> str:
    """Remove titles and degrees, and replace brackets around a given name by a comma."""
    text = _DEGREES.sub(_without_degree, _TITLES.sub("", text))
    if "(" not in text:
        return text
    text = _PARTICLE_BEHIND.sub(r"\2 \1", text)
    if -1 < text.find(",") < text.find("("):
        return text
    return _BRACKETED.sub(lambda found: f", {found[1]}" if is_given(found[1]) else found[0], text)


def _without_degree(found: re.Match[str]) -> str:
    """Return the replacement of a degree: "", or the text itself if it may be initials ("Smith, M.A.")."""
    before = _BOUNDARY.split(found.string[max(0, found.start() - 60) : found.start()])[-1].strip()
    named = " " in before or before.lower() in GIVEN_NAMES or is_initials(before)
    return found[0] if found["initials"] and not named else ""


def _names(text: str) -> tuple[list[Name], str]:
    text = text.strip(" ,;:•*")
    joined = _LEADING_AND.match(text)
    text = text[joined.end() :] if joined is not None else text
    if not any(char.isalpha() for char in text):
        return [], text if any(char.isalnum() for char in text) else ""
    asian = asian_names(text)
    if asian:
        return asian, ""
    whole = organisations(text)
    if whole is not None:
        return [Name(literal=_tidy(name)) for name in whole], ""
    found: list[Name] = []
    rest: list[str] = []
    for chunk in _chunks(_plain(text)):
        _walk(chunk, found, rest)
    return found, "; ".join(rest)


def _chunks(text: str) -> list[str]:
    """Split a list at semicolons, or otherwise at slashes."""
    if ";" in text:
        return [chunk for chunk in _SEMICOLON.split(text) if chunk.strip()]
    parts = _SLASH.split(text)
    if len(parts) > 1 and all(part[:1].isupper() and len(part.split()) < 6 for part in parts):
        return parts
    return [text]


def _walk(chunk: str, found: list[Name], rest: list[str]) -> None:
    """names = group ("and" group)*, group = part ("," part)*"""
    groups = [
        [part for part in re.split(r"\s*[,،]\s*", group) if part.strip(_EDGES)]
        for group in _groups(chunk)
    ]
    groups = [group for group in groups if group]
    if _only_surnames(groups):
        found.extend(inverted_name(part, "") for group in groups for part in group)
        return
    if _are_in_capitals(groups):
        for part in (part.strip(_EDGES) for group in groups for part in group):
            if is_suffix(part):
                found[-1] = _with_suffix(found[-1], part)
            else:
                family, initials = _IN_CAPITALS.fullmatch(part).groups()  # type: ignore[union-attr]
                found.append(inverted_name(family, initials))
        return
    capitals = any(ends_in_capitals(part) for group in groups for part in group)
    if _is_chinese(groups):
        found.extend(inverted_name(*part.split()) for group in groups for part in group)
        return
    if _are_given_last(groups):
        found.extend(
            inverted_name(*part.strip(_EDGES + ".").rsplit(" ", 1))
            for group in groups
            for part in group
        )
        return
    if _is_natural(groups):
        found.extend(natural_name(part) for group in groups for part in group)
        return
    for group in groups:
        at = 0
        while at < len(group):
            if capitals and ends_in_capitals(group[at], 2):
                found.append(natural_name(group[at]))
                at += 1
            else:
                at = _take(group, at, found, rest)


# ISO 690 and GB/T 7714: ZHANG L, LI N, WU X Y. A family name of two letters is not initials.
_IN_CAPITALS = lazy_pattern(
    r"([A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+){0,3})((?:[ -][A-ZÀ-Þ]\.?)+)"
)


def _are_in_capitals(groups: list[list[str]]) -> bool:
    """Whether all names are family names in capitals with separate initials after them, some of them short."""
    parts = [part.strip(_EDGES) for group in groups for part in group]
    names = [_IN_CAPITALS.fullmatch(part) for part in parts if not is_suffix(part)]
    if len(names) < 2 or is_suffix(parts[0]):
        return False
    return all(names) and any(len(name[1]) < 3 for name in names if name)


def _is_chinese(groups: list[list[str]]) -> bool:
    """Whether all names have two words with the family name first, as in Chinese: Wang Min, Li Na."""
    words = [part.strip(_EDGES + ".").split() for group in groups for part in group]
    if not all(
        len(pair) == 2 and not is_initials(pair[1]) and not is_initials(pair[0]) for pair in words
    ):
        return False
    first, last = (all(pair[at].lower() in CHINESE_SURNAMES for pair in words) for at in (0, 1))
    return first and not last


def _are_given_last(groups: list[list[str]]) -> bool:
    """Whether family names come first without a comma: Le Goff Jacques, Moreau Anne et Petit Luc.

    A single name must end in a given name that is not also a family name, or begin with a capitalized particle.
    """
    names = [part.strip(_EDGES + ".").split() for group in groups for part in group]
    if not all(
        1 < len(words) < 4 and _is_given_name(words[-1]) and not _is_given_name(words[0])
        for words in names
    ):
        return False
    if any(
        is_initials(words[0]) or not words[0][:1].isupper() or is_organisation(" ".join(words))
        for words in names
    ):
        return False
    return (
        len(names) > 1
        or names[0][-1].lower() not in ALSO_FAMILY_NAMES
        or names[0][0].lower() in CAPITAL_PARTICLES
    )


def _is_natural(groups: list[list[str]]) -> bool:
    """Whether commas only separate names: each part has at least two words, and "and" precedes the last one."""
    parts = [part for group in groups for part in group]
    if (
        len(groups) < 2
        or len(groups[-1]) != 1
        or len(parts) < 3
        or any(is_organisation(part) for part in parts)
    ):
        return False
    if any(
        len(part.split()) < 2 or is_initials(part) or surname_first(part) is not None
        for part in parts
    ):
        return False
    first, second = groups[0][0], groups[0][-1]
    return (
        len(parts) > 3
        or _has_particle(second)
        or not _are_given(second)
        or _is_given_name(first.split()[0])
    )


def _is_given_name(word: str) -> bool:
    return word.lower() in GIVEN_NAMES


def _are_given(part: str) -> bool:
    """Whether two or more words are given names rather than a full name: Mary Ann, Mary A., María del Mar."""
    words = part.split()
    last = _is_given_name(words[-1]) or is_initials(words[-1]) or words[0].lower() in _DEVOUT
    return _is_given_name(words[0]) and last


def _has_particle(part: str) -> bool:
    """Whether a particle inside the part shows that it is a full name: Jan van der Zee."""
    first, *inner = part.split()[:-1]
    return first.lower() not in _DEVOUT and any(is_particle(word.lower()) for word in inner)


def _groups(chunk: str) -> list[str]:
    """Split at "and"; "y" and "e" can also be part of a family name (Ortega y Gasset, J.)."""
    groups = []
    for group in _AND.split(chunk):
        found = _SMALL_AND.search(group)
        while found is not None:
            left, right = group[: found.start()], group[found.end() :]
            if (" " not in left.strip() and "," in right) or not right[:1].isupper():
                break
            groups.append(left)
            group, found = right, _SMALL_AND.search(right)
        groups.append(group)
    return groups


def _only_surnames(groups: list[list[str]]) -> bool:
    """Whether a list contains only single-word family names (Smith, Jones, and Doe)."""
    parts = [part for group in groups for part in group]
    if any(
        " " in part.strip(_EDGES) or is_initials(part) or is_organisation(part) for part in parts
    ):
        return False
    return len(groups[-1]) == 1 if len(groups) > 1 else len(parts) > 2 and len(parts) % 2 == 1


def _take(group: list[str], at: int, found: list[Name], rest: list[str]) -> int:
    """Add the name that begins at index `at`, and return the index of the next name."""
    part = group[at].strip(" ;:•*")
    following = [other.strip(" ;:") for other in group[at + 1 : at + 3]] + ["", ""]
    if part[:1].islower() and part.split()[0] in (
        "revised",
        "mit",
        "with",
        "introduction",
        "adapted",
    ):
        rest.append(part)
        return at + 1
    if _PARTICLES.match(part) and found and not found[-1].literal:
        found[-1] = replace(found[-1], dropping_particle=part)
        return at + 1
    if is_suffix(part) and found and not found[-1].literal:
        found[-1] = _with_suffix(found[-1], part)
        return at + 1
    if is_suffix(following[0]) and is_initials(following[1]) and not starts_with_initials(part):
        found.append(_with_suffix(inverted_name(part, following[1]), following[0]))
        return at + 3
    if following[0].rstrip(".") in COMPANY_FORMS:
        found.append(Name(literal=f"{part}, {following[0]}"))
        return at + 2
    if _is_inverted(part, following[0], len(group), natural=starts_with_initials(group[0])):
        found.append(inverted_name(part, following[0]))
        return at + 2
    _add_one(part, found, rest)
    return at + 1


def _is_inverted(part: str, following: str, count: int, natural: bool) -> bool:
    """Whether the comma separates a family name from the given names of the same person."""
    if not following or is_suffix(following) or natural or starts_with_initials(part):
        return False
    alone = " " not in part and not part.isupper() and is_initials(following)
    if is_organisation(part) and not alone and not _is_capitalised(part, following):
        return False
    if is_initials(following):
        return surname_first(part) is None or not is_initials(part.split()[-1])
    if is_organisation(following):
        return False
    words, given = [word for word in part.split() if not is_suffix(word)], following.split()
    if surname_first(part) is not None or not is_given(following):
        return False
    if len(words) < 2 or words[0][:1].islower() or is_particle(words[0].lower()):
        return True
    if len(given) == 1 and count == 2:
        return True
    if _is_given_name(words[0]):
        return False
    return _are_given(following) or (len(given) > 1 and is_initials(given[-1]) and len(words) < 3)


def _is_capitalised(part: str, following: str) -> bool:
    """Whether a word in capitals is a family name rather than an acronym, judged by the following text."""
    if not part.isalpha() or not part.isupper() or part.lower() in ACRONYMS:
        return False
    return is_initials(following) or (is_given(following) and not is_organisation(following))


def _add_one(part: str, found: list[Name], rest: list[str]) -> None:
    """Add a name without a comma: an organization, "Smith JA", "John Smith" or "SMITH John"."""
    for_whom = _FOR.match(part)
    if for_whom is not None:
        found.append(Name(literal=_tidy(part[for_whom.end() :])))
    elif is_organisation(part) or (part.isalpha() and part.isupper() and len(part) > 1):
        found.append(Name(literal=_tidy(part)))
    elif not _is_name(part) or (part.lower() in PLACES and found and found[-1].given):
        rest.append(part)
    else:
        parted = surname_first(part)
        found.append(inverted_name(*parted) if parted is not None else natural_name(part))


def _is_name(part: str) -> bool:
    words = part.split()
    small = sum(1 for word in words if word[:1].islower())
    return (
        len(words) < 8
        and small < 4
        and small < len(words)
        and not any(char.isdigit() for char in part)
    )


def _with_suffix(name: Name, suffix: str) -> Name:
    return Name(name.family, name.given, name.particle, name.dropping_particle, suffix.strip(" ,"))


def _tidy(name: str) -> str:
    """Remove punctuation around an organization's name, except the full stop of an abbreviation."""
    name = name.strip(' ,;:•*"“”„»«')
    bare = name.rstrip(".")
    return name if re.search(rf"(?:\b(?:{'|'.join(ABBREVIATIONS)})|\.[A-Za-z])\Z", bare) else bare
