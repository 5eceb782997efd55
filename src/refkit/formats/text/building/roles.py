# ruff: noqa: E501
"""The words around names that say what people did: (Eds.), translated by, Hrsg. v., et al."""

from __future__ import annotations

import re

# What stands behind names, as "(Hrsg.)" or ", eds."; each with CSL's name for the role.
_BEHIND = {
    "editor": r"""(?:gen(?:eral)?\.?\ |series\ )?eds?|edd|editors?|editor-in-chief|hrsgg?|hrg|hgg?|herausgeber(?:in|innen)?|éds?|éditeurs?
        |dirs?|coords?|coordinateurs?|coordinadora?s?|coordenadora?e?s?|orgs?|organizadora?e?s?|cura|a\ cura\ di
        |cur|curatori?|compiladora?e?s?|redaktör|redaktor|red|ред|под\ ред|отв\ ред|wyd|editora?e?s?""",
    "translator": r"""trans|transl|translators?|übers|übersetzer(?:in)?|trads?|traducteurs?|traductora?
        |tradutora?|traduttore|tłum|пер|overs|vert""",
    "director": r"directors?|regie|regisseur(?:in)?|réal|réalisateur|writer/director|directora?|regista",
    "producer": r"producers?|executive\ producers?|produzent(?:in)?|producteur",
    "compiler": r"comps?|compilers?|zusammengestellt",
    "illustrator": r"illus|ill|illustrators?",
    "composer": r"composers?|komponist(?:in)?",
    "host": r"hosts?",
    "performer": r"performers?|singer",
    "interviewer": r"interviewers?",
}
_BEFORE = {
    "editor": r"""edited\ by|ed\.\ by|eds\b\.?|ed\.|hrsg\.?\ (?:v\.|von)|hrsg\.?|hg\.?\ (?:v\.|von)|hg\.|herausgegeben\ von
        |(?:publié\ )?sous\ la\ dir(?:ection|\.)\ d[e’']\s?|éd(?:\.|itée?s?)\ par|éd\.\ (?:de\ )?|éd\.|a\ cura\ di
        |edición\ (?:de|a\ cargo\ de)|edizione\ di|edição\ de|ed\.\ de|ed\.\ lit\.
        |(?:coordinad|coordenad|organizad)[oa]s?\ por|dirigée?\ par|dirigido\ por|coord\.|org\.|onder\ redactie\ van
        |red(?:igerad|\.)\ av|pod\ red(?:akcją|\.)|под\ ред(?:акцией|\.)|red\.|dir\.\ (?:par|de)""",
    "translator": r"""translated\ (?:from\ (?:the\ )?\w+\ )?(?:(?:into|to)\ \w+\ )?by|transl?\.\ (?:by|from\ (?:the\ )?\w+\ by)|transl?\.|translation\ by|translation:
        |(?:aus\ dem\ \w+(?:\ \w+)?\ )?(?:übersetzt|übers\.?|übertragen)\ (?:von|v\.)|(?:aus\ dem\ \w+\ )(?:von|v\.)|übers\.\ (?:v\.|von)?
        |traduite?s?\ (?:de\ l[’']\s?\w+\ |du\ \w+\ )?par|traduction\ (?:française\ )?(?:de|par)|trad\.\ (?:par|de|di|da|por|fr\.\ de|it\.\ di)?
        |traducid[oa]\ (?:del\ \w+\ )?por|traducción\ de|traduzione\ di|tradotto\ da|traduzid[oa]\ por|tradução\ de
        |vertaald\ door|vert\.\ door|översatt\ av|övers\.\ av|tłum\.|przeł\.|пер\.\ с\ \w+\.|пер\.""",
    "director": r"directed\ by|dir\.?,?\ by|dir\.?,?|regie:?|un\ film\ de|réalisé\ par|dirigida\ por",
    "producer": r"produced\ by|prod\.(?:\ by)?",
    "illustrator": r"illustrated\ by|ill(?:us)?\.\ by|illustriert\ von|mit\ illustrationen\ von",
    "compiler": r"compiled\ by|comp\.\ by|zusammengestellt\ von",
    "interviewer": r"interview(?:ed)?\ by|interview\ (?:mit|with)",
    "author": r"written\ by|by|verfasst\ von|écrit\ par",
}


def _either(words: str) -> str:
    return "".join(line.strip() for line in words.splitlines())


_ROLE_BEHIND = re.compile(
    r"(?:[\s,]*[(\[]\s*(?:and\s+|&\s*)?|[\s,]*,\s*|(?<=[\w.])\s+)(?:"
    + "|".join(f"(?P<{role}>{_either(words)})" for role, words in _BEHIND.items())
    + r")\.?\s*[)\]]?[\s.,:;]*\Z",
    re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(
    r"[\s(\[,;:]*(?:(?:in|dans|en|em|ed)\b\s*[:.,]?\s*)?[(\[]?(?:"
    + "|".join(f"(?P<{role}>{_either(words)})" for role, words in _BEFORE.items())
    + r")(?<![a-zà-ÿ](?=\w))[\s:]*(?=\S)",
    re.IGNORECASE,
)
_ONLY_ROLE = re.compile(
    r"\W*(?:" + "|".join(f"(?P<{role}>{_either(words)})" for role, words in _BEHIND.items()) + r")\W*\Z",
    re.IGNORECASE,
)
_IN = re.compile(r"[\s(\[“\"]*(?:(?:in|dans|en|em|nel|w|в)(?:\s*:|\s|(?=[A-Z]\.))\s*)++(?=\S)", re.IGNORECASE)
_OTHERS = re.compile(
    r"[\s,;]*(?:\b(?:and|und|et|&|y|e)\s+)?[(\[]?(?<!\w)"
    r"(?:et\.?\s*al(?:ii|ia|\.)?|et\s+coll\.?|&\s*al\.?|etc\.?|외\s*\d+\s*인|u\.\s?a\.?|u\.\s?a\.?\s?m\.?|and\s+others|others|und\s+andere|et\s+autres|y\s+otros|"
    r"e\s+outros|e\s+altri|i\s+in\.|en\s+anderen|m\.\s?fl\.|и\s+др\.?|и\s+соавт\.?|等|他|외)"
    r"(?!\w)\.?[)\]]?[\s.,;:]*\Z",
    re.IGNORECASE,
)

def without_role(text: str) -> tuple[str, str]:
    """The names without the words that say what the people did, and CSL's word for that ("" where none)."""
    only = _ONLY_ROLE.match(text)
    if only is not None:
        return "", only.lastgroup or ""
    role = ""
    before = _ROLE_BEFORE.match(text)
    if before is not None and before.lastgroup:
        role, text = before.lastgroup, text[before.end() :]
    else:
        inside = _IN.match(text)
        text = text[inside.end() :] if inside is not None else text
    behind = _ROLE_BEHIND.search(text[-60:])
    if behind is not None and behind.lastgroup:
        text = text[: max(len(text) - 60, 0) + behind.start()]
        role = role if role not in ("", "author") else behind.lastgroup
    return text, role


def without_others(text: str) -> tuple[str, bool]:
    """The names without "et al.", and whether that stood there."""
    found = _OTHERS.search(text[-40:])
    if found is None:
        return text, False
    return text[: max(len(text) - 40, 0) + found.start()], True
