"""Words by which the names of conferences and of their proceedings are recognized.

Names of conferences keep their capitals in reference lists in sentence case: NLM ("Citing Medicine", chapter 6), IEEE
("IEEE Reference Guide", "Conference Papers"), Springer and ACS; BibTeX's standard styles never change `booktitle`.
"""

from __future__ import annotations

from refkit.patterns import lazy_pattern

CONFERENCE_NAMES = lazy_pattern(
    r"(?i)\b(?:proceedings of|conferences?|symposi(?:um|a|on)|workshops?|congress|colloqui(?:um|a)|colloque|convention|"
    r"(?:annual|international|general|spring|fall|winter|summer|joint) meetings?|meeting of|"
    r"(?:winter|summer|spring|autumn) school|advances in neural information|findings of the association|"
    r"congr[èe]s|congreso|congresso|convegno|konferenz|kongre(?:ss|ß)|tagung|simp[óo]sio|jornadas|konferens)\b"
)
# Abbreviations in the names of conferences.
CONFERENCE_ABBREVIATIONS = lazy_pattern(
    r"\b(?:Proc|Procs|Conf|Symp|Int|Intl|Annu|Trans|Natl|Workshops?|Congr|Colloq)\.(?=\s|\Z)|\bProc\. "
)
