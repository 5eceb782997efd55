# ruff: noqa: E501
"""Academic titles, degrees and forms of address around names, as patterns."""

from __future__ import annotations

# Before a name, with or without a full stop.
TITLE_BEFORE_NAME = (
    r"(?:(?:Univ\.-|Assoc(?:iate|\.)? ?|Ass(?:is)?t(?:ant|\.)? ?|Adj(?:unct|\.)? ?|Emer(?:itus|\.)? ?|apl\. ?|ao\. ?|o\. ?|em\. ?)?"
    r"(?:[Pp]rof\.|Prof|Professor(?:in|a)?|Profesor(?:a)?|Professeur)"
    r"|[Dd]r\.|DR\.(?= )|Dr|Drs\.|Doctor|D\. ?Phil\.|Dra\.|Dott\.(?:ssa)?|(?:MU|RN|Ph|JU|Pa|PharmD|Ing|Th)[Dd]r\.|Priv\.-Doz\.|PD Dr|Doz\.|doc\.|Ir\."
    r"|Dipl\.?-[\w.]+|Dipl\.|Ing\.|Mag\.|Lic\.|Eng\.|Engr\.|Mr\.?|Mrs\.?|Ms\.?|Miss|Sir|Rev\.|Reverend|Hon\.|Rabbi"
    r"|Herr|Frau|Monsieur|Mme\.?|Mlle\.?|Signor|Sig\.(?:ra)?|Capt\.|Captain|Col\.|Gen\.|Lt\.|Maj\.|Sgt\.|Prof\.-Dr\."
    r"|[Пп]роф\.|[Дд]-р|[Дд]оц\.|[Аа]кад\.)(?=[\s.,]|$)"
)
# After a name. These are not initials.
DEGREE = (
    r"Ph\. ?D\.?|PhD|PHD|D\.? ?Phil\.?|M\.? ?Phil\.?|M\.? ?Sc\.?|B\.? ?Sc\.?|D\.? ?Sc\.|DSc|Sc\. ?D\.?|M\. ?Eng\.?|MEng|B\. ?Eng\.?"
    r"|BEng|MBA|M\.B\.A\.|MPH|M\.P\.H\.|Ed\. ?D\.?|EdD|M\. ?Ed\.?|MEd|Psy\. ?D\.?|PsyD|Pharm\.? ?D\.?|LL\. ?[MBD]\.?|Esq\.?"
    r"|FRCPC?|FRCS|FRS|F\.R\.S\.|FACP|FACS|FBA|DVM|D\.V\.M\.|DDS|D\.D\.S\.|MBBS|MBChB|MSN|MFA|Dr\.?|Dr\.-Ing\.|Dr\. [a-z. ]+"
    r"|Prof\.?|Professor|habil\.|OBE|CBE|Sir|к\. ?[а-я]\. ?н\.|д\. ?[а-я]\. ?н\."
)
# These may be initials: "Smith, MD" in PubMed's form, "Smith, M.D.".
DEGREE_OR_INITIALS = r"M\.? ?D\.?|M\.? ?A\.?|B\.? ?A\.?|M\.? ?S\.?|J\.? ?D\.?|R\.? ?N\.?"
# Every name with a title or degree contains one of these words, without full stops and hyphens.
TITLE_WORDS = frozenset(
    """dr drs dra prof professor professorin professora profesor profesora professeur doctor dphil dott dottssa mudr rndr phdr judr
    padr pharmdrdr ingdr thdr doz doc ir dipl ing mag lic eng engr mr mrs ms miss sir rev reverend hon rabbi herr frau
    monsieur mme mlle signor sig sigra capt captain col gen lt maj sgt проф д доц акад
    ph phd phil mphil sc msc bsc dsc scd meng beng mba mph ed edd med psy psyd pharm pharmd ll llm llb lld esq frcp frcpc frcs frs
    facp facs fba dvm dds mbbs mbchb msn mfa habil obe cbe md ma ba ms jd rn
    кфмн кэн ктн кфн кпн кюн кин кбн кхн кмн дфмн дэн дтн дфн дпн дюн дин дбн дхн дмн""".split()
)
