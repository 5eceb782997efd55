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
# After a name. These are no initials.
DEGREE = (
    r"Ph\. ?D\.?|PhD|PHD|D\.? ?Phil\.?|M\.? ?Phil\.?|M\.? ?Sc\.?|B\.? ?Sc\.?|D\.? ?Sc\.|DSc|Sc\. ?D\.?|M\. ?Eng\.?|MEng|B\. ?Eng\.?"
    r"|BEng|MBA|M\.B\.A\.|MPH|M\.P\.H\.|Ed\. ?D\.?|EdD|M\. ?Ed\.?|MEd|Psy\. ?D\.?|PsyD|Pharm\.? ?D\.?|LL\. ?[MBD]\.?|Esq\.?"
    r"|FRCPC?|FRCS|FRS|F\.R\.S\.|FACP|FACS|FBA|DVM|D\.V\.M\.|DDS|D\.D\.S\.|MBBS|MBChB|MSN|MFA|Dr\.?|Dr\.-Ing\.|Dr\. [a-z. ]+"
    r"|Prof\.?|Professor|habil\.|OBE|CBE|Sir|к\. ?[а-я]\. ?н\.|д\. ?[а-я]\. ?н\."
)
# These may be initials: "Smith, MD" in PubMed's form, "Smith, M.D.".
DEGREE_OR_INITIALS = r"M\.? ?D\.?|M\.? ?A\.?|B\.? ?A\.?|M\.? ?S\.?|J\.? ?D\.?|R\.? ?N\.?"
# Every title or degree contains one of these.
TITLE_HINTS = (
    r"[Pp]rof|[Dd]r\b|Drs|Dra|Doct|Dott|Doz|Dipl|[DM]r?s?\.|M[rsi]|Sir|Rev|Hon|Rab|Herr|Frau|M[mol]|Sig|Ca?pt|Gen\.|Col\.|Lt\.|Maj"
    r"|Sgt|P[hH]|[DBM]\.? ?[SPE]|M[BDAS]|M\. ?[DBAS]|[JE][Dd]|Psy|LL|Esq|F[RAB]|[DB][VDA]|[OC]BE|RN|R\.|habil|[Ii]ng\.|doc\.|Mag"
    r"|Lic\.|Eng|Ir\.|D\.|J\.|B\.|Sc\.|Priv|PD|[ПпДдАак]"
)
