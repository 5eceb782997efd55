"""TeX's accents, symbols and markup commands with their Unicode equivalents.

Sources: Leslie Lamport, LaTeX: A Document Preparation System, 2nd ed., section 3.2.2 and tables 3.1 to
3.10; LaTeX's text encodings (fntguide, ltoutenc: T1, TS1); Scott Pakin, The Comprehensive LaTeX Symbol
List; The BibLaTeX Package, section 4.10.4 (mkbib commands).
"""

# Accent commands and their combining characters. The argument follows the command.
ACCENTS: dict[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "d": "\u0323", "b": "\u0331", "r": "\u030a", "t": "\u0361", "h": "\u0309", "G": "\u030f",
    "f": "\u0311", "U": "\u030e", "textcommabelow": "\u0326", "capitalcedilla": "\u0327",
    "textogonekcentered": "\u0328", "textsubring": "\u0325", "textcommaabove": "\u0313",
}  # fmt: skip

# An accent without a letter is the mark itself: `\~{}` is a tilde in a URL.
SPACING_ACCENTS: dict[str, str] = {
    "\u0300": "`", "\u0301": "´", "\u0302": "^", "\u0303": "~", "\u0308": "¨", "\u0304": "¯",
    "\u0307": "˙", "\u0306": "˘", "\u030c": "ˇ", "\u030b": "˝", "\u0327": "¸", "\u0328": "˛",
    "\u030a": "˚",
}  # fmt: skip

# Commands for characters, without an argument.
SYMBOLS: dict[str, str] = {
    # letters
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
    "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ",
    "textordfeminine": "ª", "textordmasculine": "º", "textschwa": "ə", "hbar": "ħ",
    "textmu": "µ", "textohm": "Ω", "textcrd": "đ", "textturna": "ɐ",
    "textpipe": "ǀ", "textdoublepipe": "ǁ", "textdoublebarpipe": "ǂ", "textglotstop": "ʔ",
    "texteng": "ŋ", "textesh": "ʃ", "textyogh": "ʒ", "textopeno": "ɔ", "textepsilon": "ɛ",
    # characters that TeX reserves
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textbraceleft": "{",
    "textbraceright": "}", "textdollar": "$", "textpercent": "%", "textless": "<",
    "textgreater": ">", "textbar": "|", "textbardbl": "‖", "textasteriskcentered": "∗",
    "slash": "/", "textquotesingle": "'", "textasciigrave": "`", "textasciiacute": "´",
    "textquotedbl": '"', "dq": '"', "lbrace": "{", "rbrace": "}", "lq": "‘", "rq": "’",
    "textvisiblespace": "␣", "bslash": "\\", "backslash": "\\", "textnumbersign": "#",
    "textampersand": "&", "textasteriskcentred": "∗", "textasciidieresis": "¨",
    "textasciimacron": "¯", "textasciibreve": "˘", "textasciicaron": "ˇ",
    # spaces and hints
    " ": " ", ",": "\u2009", "thinspace": "\u2009", "-": "\u00ad", "/": "", "@": "", "!": "",
    ";": " ", ":": " ", ">": " ", "quad": "\u2003", "qquad": "\u2003\u2003", "enspace": "\u2002",
    "enskip": "\u2002", "space": " ", "nobreakspace": "\u00a0", "\\": " ", "newline": " ",
    "linebreak": " ", "par": " ", "break": " ", "hfill": " ", "hskip": " ", "allowbreak": "",
    "nobreak": "", "relax": "", "protect": "", "unskip": "", "ignorespaces": "", "noindent": "",
    "textnonbreakinghyphen": "\u2011", "bibrangedash": "–", "addspace": " ", "adddot": ".",
    "adddotspace": ". ", "addcomma": ",", "addcolon": ":", "addsemicolon": ";", "addperiod": ".",
    "addnbspace": "\u00a0", "bibinitperiod": ".", "isdot": "", "newblock": " ", "unspace": "",
    "textnobreakspace": "\u00a0", "xspace": "", "\n": " ", "\t": " ", "*": "", "+": "",
    "hyp": "-", "hyphen": "-", "textcompwordmark": "\u200c", "negthinspace": "",
    # punctuation
    "dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„",
    "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›", "og": "« ", "fg": " »", "textexclamdown": "¡",
    "textquestiondown": "¿", "textbullet": "•", "textperiodcentered": "·", "textdagger": "†",
    "textdaggerdbl": "‡", "dag": "†", "ddag": "‡", "P": "¶", "S": "§", "textparagraph": "¶",
    "textsection": "§", "textreferencemark": "※", "textinterrobang": "‽",
    "textinterrobangdown": "⸘", "textfractionsolidus": "⁄",
    "cdash": "—", "textthreequartersemdash": "—", "bibopenparen": "(",
    "bibcloseparen": ")", "textbrokenbar": "¦", "textmiddot": "·",
    # currency, signs, fractions
    "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€", "EURtm": "€",
    "textcent": "¢", "textyen": "¥", "textcurrency": "¤", "textflorin": "ƒ", "textwon": "₩",
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "textservicemark": "℠", "circledR": "®", "textnumero": "№", "textdegree": "°",
    "degree": "°", "textcelsius": "℃", "celsius": "℃", "texttimes": "×", "textdiv": "÷",
    "textpm": "±", "textminus": "−", "textlnot": "¬", "textonehalf": "½", "textonequarter": "¼",
    "textthreequarters": "¾", "textonesuperior": "¹", "texttwosuperior": "²",
    "textthreesuperior": "³", "textperthousand": "‰", "perthousand": "‰",
    "textpertenthousand": "‱", "textleftarrow": "←", "textrightarrow": "→", "textuparrow": "↑",
    "textdownarrow": "↓", "textmusicalnote": "♪", "textopenbullet": "◦", "textestimated": "℮",
    "textrecipe": "℞", "textlangle": "〈", "textrangle": "〉", "checkmark": "✓", "textborn": "★",
    "textdied": "†", "micro": "µ", "textsurd": "√",
    # names
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX", "MF": "METAFONT",
    "AmS": "AMS", "AMSTeX": "AMS-TeX", "AmSTeX": "AMS-TeX", "SLiTeX": "SLiTeX", "XeTeX": "XeTeX",
    "XeLaTeX": "XeLaTeX", "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX", "pdfTeX": "pdfTeX",
    "pdfLaTeX": "pdfLaTeX", "ConTeXt": "ConTeXt", "BibLaTeX": "BibLaTeX", "biblatex": "biblatex",
    "METAFONT": "METAFONT", "METAPOST": "METAPOST", "eTeX": "eTeX", "LyX": "LyX", "DJVU": "DjVu",
    "Biber": "Biber", "biber": "biber", "TikZ": "TikZ", "textbaht": "฿",
}  # fmt: skip


# Commands whose argument gets markup: (before, after).
MARKUP: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("emph", "textit", "textsl", "mkbibemph", "mkbibitalic", "foreignname"), ("<i>", "</i>")
    ),
    **dict.fromkeys(("textbf", "mkbibbold"), ("<b>", "</b>")),
    "textsc": ('<span style="font-variant:small-caps;">', "</span>"),
    **dict.fromkeys(
        ("textsuperscript", "mkbibsuperscript", "textsu", "up", "sp"), ("<sup>", "</sup>")
    ),
    **dict.fromkeys(("textsubscript", "mkbibsubscript", "sb"), ("<sub>", "</sub>")),
    **dict.fromkeys(("enquote", "mkbibquote", "qq"), ("“", "”")),
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
    "footnote": (" (", ")"),
    "mkbibfootnote": (" (", ")"),
}

# Declarations: markup to the end of the group.
DECLARATIONS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("it", "em", "sl", "itshape", "slshape", "mit"), ("<i>", "</i>")),
    **dict.fromkeys(("bf", "bfseries"), ("<b>", "</b>")),
    **dict.fromkeys(("sc", "scshape"), ('<span style="font-variant:small-caps;">', "</span>")),
}

# Commands whose argument is typeset unchanged, or in a way that CSL has no markup for.
TRANSPARENT = frozenset(
    """text textrm textsf texttt textmd textup textnormal mbox hbox fbox makebox underline uline
    uppercase lowercase MakeUppercase MakeLowercase NoCaseChange rm tt sf normalfont rmfamily
    sffamily ttfamily upshape mdseries tiny scriptsize footnotesize small normalsize large Large
    sloppy raggedright centering selectfont upright textulc textdutch textgreek
    textcyrillic textlatin textfrench textgerman textenglish hyphenate nocase bibnamefamily
    autocap smash url@ ensureascii lowercasetext MakeSentenceCase MakeTitleCase ul""".split()
)

# Commands whose arguments only control the layout: the number of arguments to skip.
SKIPPED_ARGUMENTS: dict[str, int] = {
    "textcolor": 1, "color": 1, "foreignlanguage": 1, "selectlanguage": 1, "hspace": 1, "vspace": 1,
    "begin": 1, "end": 1, "label": 1, "fontsize": 2, "raisebox": 1, "noopsort": 1,
    "NOOPSORT": 1, "Noopsort": 1, "SortNoop": 1, "sortnoop": 1, "noop": 1, "SORTNOOP": 1,
    "nobibliography": 1, "bibinfo": 1, "bibfield": 1, "bibnamefont": 0,
    "bibfnamefont": 0, "eprintnote": 0, "citenamefont": 0, "natexlab": 0, "textlangfont": 0,
    "scalebox": 1, "fontencoding": 1, "fontfamily": 1, "setbox": 0, "discretionary": 3,
    "adjustlimits": 0, "index": 1, "Htmlonly": 0, "penalty": 0, "hypersetup": 1,
}  # fmt: skip

# Commands whose argument is not TeX.
VERBATIM = frozenset("url path nolinkurl verb lstinline detokenize".split())

# Mathematics: letters, operators, relations, arrows (Lamport, tables 3.3 to 3.8; amssymb).
GREEK: dict[str, str] = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ",
    "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ",
    "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω", "digamma": "ϝ", "varkappa": "ϰ",
}  # fmt: skip
MATH_LETTERS: dict[str, str] = {
    "ell": "ℓ", "hbar": "ℏ", "hslash": "ℏ", "imath": "ı", "jmath": "ȷ", "Re": "ℜ", "Im": "ℑ",
    "wp": "℘", "aleph": "ℵ", "beth": "ℶ", "eth": "ð", "partial": "∂", "nabla": "∇", "infty": "∞",
    "emptyset": "∅", "varnothing": "∅", "complement": "∁", "Bbbk": "𝕜", "mho": "℧",
}  # fmt: skip
OPERATORS: dict[str, str] = {
    "times": "×", "cdot": "⋅", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆",
    "circ": "∘", "bullet": "•", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗", "oslash": "⊘",
    "odot": "⊙", "cap": "∩", "cup": "∪", "uplus": "⊎", "sqcap": "⊓", "sqcup": "⊔", "vee": "∨",
    "lor": "∨", "wedge": "∧", "land": "∧", "setminus": "∖", "wr": "≀", "diamond": "⋄",
    "amalg": "⨿", "leq": "≤", "le": "≤", "leqslant": "⩽", "geq": "≥", "ge": "≥",
    "geqslant": "⩾", "neq": "≠", "ne": "≠", "ll": "≪", "gg": "≫", "prec": "≺", "succ": "≻",
    "preceq": "⪯", "succeq": "⪰", "sim": "∼", "simeq": "≃", "approx": "≈", "cong": "≅",
    "equiv": "≡", "propto": "∝", "subset": "⊂", "supset": "⊃", "subseteq": "⊆", "supseteq": "⊇",
    "subsetneq": "⊊", "in": "∈", "notin": "∉", "ni": "∋", "mid": "∣", "parallel": "∥",
    "perp": "⊥", "vdash": "⊢", "dashv": "⊣", "models": "⊨", "vDash": "⊨", "asymp": "≍",
    "doteq": "≐", "bowtie": "⋈", "lesssim": "≲", "gtrsim": "≳", "to": "→", "rightarrow": "→",
    "leftarrow": "←", "gets": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐",
    "Leftrightarrow": "⇔", "longrightarrow": "⟶", "longleftarrow": "⟵",
    "longleftrightarrow": "⟷", "Longrightarrow": "⟹", "implies": "⟹", "iff": "⟺",
    "mapsto": "↦", "uparrow": "↑", "downarrow": "↓", "updownarrow": "↕", "nearrow": "↗",
    "searrow": "↘", "rightharpoonup": "⇀", "rightleftharpoons": "⇌", "hookrightarrow": "↪",
    "leadsto": "⇝", "upharpoonright": "↾", "triangleq": "≜", "coloneqq": "≔", "ltimes": "⋉",
    "rtimes": "⋊", "smallsetminus": "∖", "nmid": "∤", "lhd": "⊲", "rhd": "⊳", "unlhd": "⊴",
    "unrhd": "⊵", "trianglelefteq": "⊴", "sqsubseteq": "⊑", "sqsupseteq": "⊒", "nsubseteq": "⊈",
    "lt": "<", "gt": ">", "nleq": "≰", "ngeq": "≱", "Vdash": "⊩", "colon": ":",
}  # fmt: skip
MATH_SYMBOLS: dict[str, str] = {
    "sum": "∑", "prod": "∏", "coprod": "∐", "int": "∫", "iint": "∬", "oint": "∮",
    "bigcup": "⋃", "bigcap": "⋂", "bigvee": "⋁", "bigwedge": "⋀", "bigoplus": "⨁",
    "bigotimes": "⨂", "surd": "√", "forall": "∀", "exists": "∃", "nexists": "∄", "neg": "¬",
    "lnot": "¬", "top": "⊤", "bot": "⊥", "angle": "∠", "triangle": "△", "square": "□",
    "Box": "□", "Diamond": "◇", "blacksquare": "■", "prime": "′", "backprime": "‵",
    "ldots": "…", "cdots": "⋯", "dots": "…", "dotsc": "…", "dotsb": "⋯", "vdots": "⋮",
    "ddots": "⋱", "clubsuit": "♣", "diamondsuit": "♢", "heartsuit": "♡", "spadesuit": "♠",
    "flat": "♭", "natural": "♮", "sharp": "♯", "slash": "/", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊",
    "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "Vert": "‖", "|": "‖", "vert": "|", "lbrace": "{",
    "rbrace": "}", "lbrack": "[", "rbrack": "]", "lvert": "|", "rvert": "|", "lVert": "‖",
    "rVert": "‖", "backslash": "\\", "dagger": "†", "ddagger": "‡", "degree": "°",
    "therefore": "∴", "because": "∵", "{": "{", "}": "}", "%": "%", "#": "#", "&": "&", "$": "$",
    "_": "_", "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "AA": "Å", "bigcirc": "◯",
    "lozenge": "◊", "bigstar": "★", "checkmark": "✓", "dag": "†", "ddag": "‡", "textdegree": "°",
    "sun": "☉", "earth": "♁", "arcsec": "″", "arcmin": "′",
    "texttimes": "×", "textmu": "µ", "o": "ø", "l": "ł", "i": "ı",
}  # fmt: skip
MATH_SPACES: dict[str, str] = {
    ",": "", ";": " ", ":": " ", ">": " ", "!": "", " ": " ", "quad": " ", "qquad": " ",
    "left": "", "right": "", "big": "", "Big": "", "bigg": "", "Bigg": "", "bigl": "", "bigr": "",
    "Bigl": "", "Bigr": "", "displaystyle": "", "textstyle": "", "scriptstyle": "", "limits": "",
    "nolimits": "", "middle": "", "/": "", "-": "", "mathstrut": "", "thinspace": "", "nobreak": "",
    "thickspace": " ", "medspace": " ", "relax": "", "boldmath": "", "rm": "", "it": "", "bf": "",
    "cal": "", "sf": "", "tt": "", "protect": "", "space": " ", "\\": " ",
}  # fmt: skip
FUNCTIONS = frozenset(
    """arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
    limsup ln log max min Pr sec sin sinh sup tan tanh bmod mod""".split()
)
MATH_TRANSPARENT = frozenset(
    """mathrm mathit mathnormal mathsf mathtt mathcal mathscr mathfrak mathbf boldsymbol bm text
    textrm textit textbf textsf textsc textnormal emph mbox hbox operatorname ensuremath mathop
    mathord mathbin mathrel mathopen mathclose mathpunct rmfamily pmb frak Bbb mathds""".split()
)
BLACKBOARD: dict[str, str] = {
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ", "E": "𝔼", "F": "𝔽",
    "K": "𝕂", "A": "𝔸", "D": "𝔻", "S": "𝕊", "T": "𝕋", "1": "𝟙",
}  # fmt: skip
MATH_ACCENTS: dict[str, str] = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304",
    "overline": "\u0305", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "acute": "\u0301",
    "grave": "\u0300", "check": "\u030c", "breve": "\u0306", "underline": "\u0332",
}  # fmt: skip
