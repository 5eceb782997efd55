"""Citation commands of LaTeX, by the arguments that they take.

Sources: the biblatex manual, 3.9 (3.9.1 to 3.9.7), with the modules natbib and mcite (3.9.8, blx-natbib.def,
blx-mcite.def); the natbib manual (natnotes); the apacite manual, 4 (classic commands, and natbib's with
masks); REVTeX 4.2, bibentry, harvard, chicago, jurabib and abntex2cite.
"""

from __future__ import annotations

# \cite<before>[before][after]{key,key}
KEYS = frozenset(
    """
    cite Cite parencite Parencite footcite Footcite footcitetext
    textcite Textcite smartcite Smartcite supercite autocite Autocite
    citeauthor Citeauthor citetitle Citetitle citeyear citedate citeurl
    nocite fullcite footfullcite notecite Notecite pnotecite Pnotecite fnotecite
    citename citelist citefield

    citet citep citealt citealp citenum citeyearpar citefullauthor citetalias citepalias
    Citet Citep Citealt Citealp Citefullauthor
    mcite Mcite mparencite Mparencite mfootcite mfootcitetext mtextcite Mtextcite mautocite Mautocite msupercite

    citeA citeNP citeauthorNP citeyearNP
    fullciteA fullciteNP fullciteauthor fullciteauthorNP
    shortcite shortciteA shortciteNP shortciteauthor shortciteauthorNP
    maskcite maskciteA maskciteNP maskciteauthor maskciteauthorNP maskciteyear maskciteyearNP
    maskfullcite maskfullciteA maskfullciteNP maskfullciteauthor maskfullciteauthorNP
    maskshortcite maskshortciteA maskshortciteNP maskshortciteauthor maskshortciteauthorNP
    nocitemeta masknocite citeauthort citeauthorp Citeauthort Citeauthorp
    maskcitet maskcitep maskcitealt maskcitealp maskcitenum maskciteyearpar maskcitetalias maskcitepalias
    maskCitet maskCitep maskCitealt maskCitealp maskciteauthort maskciteauthorp maskCiteauthor maskCiteauthort
    maskCiteauthorp

    onlinecite textonlinecite bibentry citeproc citen citeN shortciteN citeonline citeauthoronline
    citeasnoun citeaffixed possessivecite
    """.split()
)  # fmt: skip

# Those of them after whose keys a field is named: \citefield{key}[format]{field}
FIELD_AFTER_KEYS = frozenset("citename citelist citefield".split())

# \volcite[before]{volume}[pages]{key}
VOLUME_AND_KEY = frozenset(
    """
    volcite Volcite pvolcite Pvolcite fvolcite Fvolcite ftvolcite Ftvolcite svolcite Svolcite
    tvolcite Tvolcite avolcite Avolcite
    """.split()
)  # fmt: skip

# \cites(before)(after)[before][after]{key}[before][after]{key}...
MANY_KEYS = frozenset(
    """
    cites Cites parencites Parencites footcites Footcites footcitetexts
    smartcites Smartcites textcites Textcites supercites autocites Autocites
    """.split()
)  # fmt: skip

# \volcites(before)(after)[before]{volume}[pages]{key}[before]{volume}[pages]{key}...
MANY_VOLUMES = frozenset(
    """
    volcites Volcites pvolcites Pvolcites fvolcites Fvolcites ftvolcites Ftvolcites svolcites Svolcites
    tvolcites Tvolcites avolcites Avolcites
    """.split()
)  # fmt: skip

# \apud[page]{key}{key}
TWO_KEYS = frozenset(("apud", "apudonline"))

# Quotations of csquotes with their source: \\textcquote[before][after]{key}{text}, \\foreigntextcquote{language}...
LANGUAGE_AND_KEY = frozenset(
    "foreigntextcquote hyphentextcquote foreignblockcquote hyphenblockcquote hybridblockcquote".split()
)
QUOTES = frozenset("textcquote blockcquote".split())
QUOTE_ENVIRONMENTS = frozenset("displaycquote foreigndisplaycquote hyphendisplaycquote".split())

COMMANDS = KEYS | VOLUME_AND_KEY | MANY_KEYS | MANY_VOLUMES | TWO_KEYS | LANGUAGE_AND_KEY | QUOTES

# Commands with "cite" in their names whose arguments name works without citing them.
OTHERS = frozenset(
    "citetext masktext defcitealias shortcites newcites citestyle setcitestyle citereset".split()
)

# Commands after which a macro is defined, and those whose macro is a citation command by itself.
DEFINERS = frozenset(
    """
    newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd renewrobustcmd providerobustcmd
    NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand
    NewExpandableDocumentCommand def gdef edef xdef let
    """.split()
)  # fmt: skip
CITE_DEFINERS = frozenset(
    "DeclareCiteCommand RenewCiteCommand ProvideCiteCommand DeclareMultiCiteCommand".split()
)

# Environments whose text TeX does not read as TeX (verbatim, fancyvrb, listings, minted, comment, LaTeX's own).
UNREAD_ENVIRONMENTS = frozenset(
    """
    verbatim verbatim* Verbatim Verbatim* BVerbatim BVerbatim* LVerbatim LVerbatim* SaveVerbatim VerbatimOut
    spverbatim verbatimtab lstlisting minted tcblisting comment filecontents filecontents* luacode luacode*
    pycode pyblock pyverbatim pyconsole sageblock sagesilent asy rawhtml htmlonly
    """.split()
)  # fmt: skip

# Commands that name such an environment: \excludecomment{draft}, \lstnewenvironment{code}{...}{...}
UNREAD_DEFINERS = frozenset(
    """
    excludecomment lstnewenvironment DefineVerbatimEnvironment RecustomVerbatimEnvironment
    newtcblisting newverbatim
    """.split()
)  # fmt: skip

# Commands whose argument TeX does not read as TeX: between two equal characters, or in braces.
VERB = frozenset("verb Verb spverb lstinline mintinline mint".split())
UNREAD_ARGUMENTS = VERB | frozenset("url path nolinkurl burl href detokenize".split())

# Names that begin with "if" and take no \fi (amsmath, ifthen, etoolbox, xparse, biblatex).
NO_CONDITIONALS = frozenset(
    """
    iff ifthenelse ifdef ifcsdef ifundef ifcsundef ifdefmacro ifcsmacro ifdefparam ifdefprefix ifdefprotected
    ifdefempty ifcsempty ifdefvoid ifcsvoid ifdefequal ifcsequal ifdefstring ifcsstring ifdefstrequal ifcsstrequal
    ifdefcounter ifdeflength ifdefdimen ifstrequal ifstrempty ifblank ifbool iftoggle ifnumcomp ifnumequal
    ifnumgreater ifnumless ifnumodd ifdimcomp ifdimequal ifdimgreater ifdimless ifboolexpr ifboolexpe
    ifrmnum ifinlist ifinlistcs ifpackageloaded ifentrytype iffieldundef ifnameundef iflistundef iffieldequalstr
    ifciteseen ifciteibid ifciteidem ifcitation ifkeyword ifcategory ifsingletitle ifuniquetitle
    """.split()
)  # fmt: skip
