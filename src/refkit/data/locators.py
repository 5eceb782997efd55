"""Labels of locators as people write them, and CSL's names for them (CSL 1.0.2, Appendix IV, "Locators")."""

LOCATOR_LABELS = {
    "act": "act", "app.": "appendix", "appendix": "appendix", "art.": "article-locator",
    "article": "article-locator", "arts.": "article-locator", "bk.": "book", "bks.": "book",
    "book": "book", "books": "book", "canon": "canon", "ch.": "chapter", "chap.": "chapter",
    "chaps.": "chapter", "chapter": "chapter", "chapters": "chapter", "chs.": "chapter",
    "col.": "column", "cols.": "column", "column": "column", "columns": "column",
    "elocation": "elocation", "eq.": "equation", "eqs.": "equation", "equation": "equation",
    "fig.": "figure", "figs.": "figure", "figure": "figure", "figures": "figure",
    "fol.": "folio", "folio": "folio", "folios": "folio", "fols.": "folio", "issue": "issue",
    "l.": "line", "line": "line", "lines": "line", "ll.": "line", "loc.": "location",
    "location": "location", "n.": "note", "nn.": "note", "no.": "issue", "nos.": "issue",
    "note": "note", "notes": "note", "op.": "opus", "opus": "opus", "p": "page", "p.": "page",
    "page": "page", "pages": "page", "par.": "paragraph", "para.": "paragraph",
    "paragraph": "paragraph", "paragraphs": "paragraph", "paras.": "paragraph", "part": "part",
    "parts": "part", "pp": "page", "pp.": "page", "pt.": "part", "pts.": "part", "r.": "rule",
    "rule": "rule", "s.v.": "sub-verbo", "s.vv.": "sub-verbo", "scene": "scene",
    "sec.": "section", "secs.": "section", "section": "section", "sections": "section",
    "sub verbo": "sub-verbo", "supp.": "supplement", "supplement": "supplement",
    "table": "table", "tables": "table", "tbl.": "table", "timestamp": "timestamp",
    "title": "title-locator", "v.": "verse", "verse": "verse", "verses": "verse",
    "vol.": "volume", "vols.": "volume", "volume": "volume", "volumes": "volume", "vv.": "verse",
    "§": "section", "§§": "section", "¶": "paragraph", "¶¶": "paragraph",
}  # fmt: skip

# Numbers in words, as in "chapter two".
CARDINALS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve
    eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
    un deux trois quatre cinq sept huit neuf dix onze douze uno dos tres cuatro cinco seis siete ocho nueve diez
    due tre quattro cinque sei sette otto nove dieci um dois três quatro sete oito dez
    een twee drie vijf zes zeven negen
    """.split()
)
