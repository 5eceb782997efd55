"""Commands of LaTeX documents and their reference lists, and which of their arguments are typeset.

Sources: Leslie Lamport, LaTeX: A Document Preparation System, 2nd ed., chapters 3 and 4; the .bst files'
documents of natbib, REVTeX (apsrev), IEEEtran, apacite, amsrefs and acmart.
"""

# The marks around the text of a footnote.
NOTE_MARKS = (" (", ") ")
# For each argument the text before and after it, or None if the argument is not typeset.
ARGUMENTS: dict[str, tuple[tuple[str, str] | None, ...]] = {
    # cross-references are useless without their targets, as are citations (`latex_citations.py`)
    **dict.fromkeys(
        """ref pageref eqref cref Cref autoref label tag index bibliographystyle
        bibliography addbibresource input include includegraphics documentclass usepackage RequirePackage pagestyle
        thispagestyle pagenumbering vspace hspace vskip hypersetup graphicspath urlstyle selectlanguage noopsort
        setcitestyle geometry linespread stepcounter refstepcounter BibitemShut bibAnnote APACinsertmetastar
        PrintBackRefs PrintBackRefs* CurrentBib hypertarget bibcommenthead natexlab@ color phantom""".split(),
        (None,),
    ),
    **dict.fromkeys("setlength addtolength setcounter addtocounter fontsize bibAnnoteFile".split(), (None, None)),
    **dict.fromkeys("providecommand newcommand renewcommand newtheorem DeclareMathOperator".split(), (None, None)),
    "addcontentsline": (None, None, None),
    "newenvironment": (None, None, None),
    # only the last argument of these is typeset
    **dict.fromkeys(
        """bibinfo bibfield textcolor colorbox foreignlanguage BIBforeignlanguage otherlanguage raisebox scalebox
        resizebox hyperlink hyperref href@noop textlang""".split(),
        (None, ("", "")),
    ),
    "citeproc": (None, ("", "")),
    "footnote": (NOTE_MARKS,),
    "enquote": (("“", "”"),),
    **dict.fromkeys(("mkbibquote", "qq", "textquote"), (("“", "”"),)),
    "MR": ((" MR ", ""),),
    "textsuperscript": (("", ""),),
    "bibquote": (("“", "”"),),
    # apacite
    "APACrefYear": (("(", ")"),),
    "APACrefYearMonthDay": (("(", ")"), None, None),
    "APACrefatitle": (("", ""), None),
    "APACrefbtitle": (("", ""), None),
    "APACrefaetitle": (("[", "]"), None),
    "APACrefbetitle": (("[", "]"), None),
    "APACjournalVolNumPages": (("", ""), (", ", ""), ("(", ")"), (", ", "")),
    "APACaddressPublisher": (("", ""), (": ", "")),
    "APACaddressPublisherEqAuth": (("", ""), (": ", "")),
    "APACaddressInstitution": (("", ""), (": ", "")),
    "APACaddressSchool": (("", ""), (": ", "")),
    "APAChowpublished": (("", ""),),
    "APACbVolEdTR": (("(", ")"), ("(", ")")),
    "APACmetastar": (),
    "BVOL": ((" Vol. ", ""),),
    "BNUM": ((" No. ", ""),),
    "BEd": ((" ", " ed."),),
    # EPL: journal, volume, year and page
    "REVIEW": (("", ""), (" ", ""), (" (", ")"), (" ", "")),
    # acmart: one field each
    **dict.fromkeys(
        """showCODEN showISBNx showISBNxiii showISSN showLCCN shownote showarticletitle showURL bibinfoauthor
        showDOI showeprint""".split(),
        (("", ""),),
    ),
}  # fmt: skip

# Text of commands without an argument in reference lists.
WORDS: dict[str, str] = {
    "bysame": "———",
    "doibase": "https://doi.org/",
    "BBA": "&", "BBAA": "&", "BBAB": "and", "BAnd": "and", "BBOP": "(", "BBCP": ")", "BBOQ": "", "BBCQ": "",
    "BPG": "p.", "BPGS": "pp.", "BED": "Ed.", "BEDS": "Eds.", "BTRANS": "Trans.", "BTRANSS": "Trans.",
    "BIP": "in press", "BCHAP": "chap.", "BCHAPS": "chap.", "BPBI": ". ", "BHBI": ".-", "BCBT": ",", "BCBL": ",",
    "BIn": "In", "BVOLS": "Vols.", "BNUMS": "Nos.", "BTR": "Tech. Rep.", "BPhD": "Doctoral dissertation",
    "BMTh": "Master’s thesis", "BUPhD": "Unpublished doctoral dissertation", "BAvailFrom": "Available from",
    "BRetrievedFrom": "Retrieved from", "BRetrieved": "Retrieved", "BUMTh": "Unpublished master’s thesis",
    "BOthers": "et al.", "BOthersPeriod": "et al.", "Bby": "by", "BREPR": "Reprinted",
    "BIBand": "and", "bibetal": "et al.", "refname": "References", "bibname": "Bibliography",
}  # fmt: skip

# Commands that the reader of LaTeX processes in its own way.
READ_COMMANDS = frozenset(
    """bibitem harvarditem begin end item doi burl href Eprint par newline bigskip medskip smallskip newpage clearpage
    def gdef edef xdef let csname expandafter hskip vskip penalty kern iffalse newblock relax""".split()
)

# Environments with arguments, and the number of these.
ENVIRONMENT_ARGUMENTS: dict[str, int] = {
    "adjustwidth": 2, "CSLReferences": 2, "longtable": 1, "minipage": 1, "multicols": 1, "multicols*": 1,
    "otherlanguage": 1, "otherlanguage*": 1, "spacing": 1, "tabular": 1, "tabular*": 2, "tabularx": 2,
    "list": 2, "thebibliography*": 1, "refsection": 0,
}  # fmt: skip

# Environments that contain no prose.
NOT_PROSE = frozenset(
    """equation equation* align align* alignat alignat* gather gather* multline multline* eqnarray eqnarray* math
    displaymath verbatim Verbatim lstlisting minted tikzpicture pgfpicture comment filecontents filecontents*
    algorithm algorithmic picture""".split()
)
SECTIONS = frozenset(
    "part chapter section subsection subsubsection paragraph subparagraph addchap addsec bibsection".split()
)
