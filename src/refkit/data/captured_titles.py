# ruff: noqa: E501
"""Titles that programs save instead of that of the work: those of error pages, logins and files; patterns, lower case."""

from __future__ import annotations

# Titles that no work has.
NEVER_A_TITLE = (
    r"(?:error:? ?|http )?(?:40[0134]|410|50[0234])(?:[\s:|()–-]+(?:error|forbidden|unauthorized|bad request|(?:page |file )?not found|gone"
    r"|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|nicht gefunden|no encontrad[oa]|introuvable))+\W*",
    r"(?:just a|one) moment,?(?: please)?(?:\.\.\.|…)", r"attention required!?(?: [|–-] cloudflare)?",
    r"(?:please wait|ddos-guard|access denied|security check) ?(?:\.\.\.|…)? ?[|–-] ?(?:cloudflare|ddos-guard)",
    r"are you a (?:human|robot)\??", r"(?:radware )?bot manager(?: captcha)?", r"checking your browser(?: before accessing.*)?",
    r"(?:page|file) (?:can(?:no|')t be|could not be|was not) (?:found|displayed)", r"page not found(?: ?[|–:-].*)?",
    r"(?:die )?seite (?:wurde )?nicht gefunden", r"page (?:introuvable|non trouvée)", r"página no encontrada", r"página não encontrada",
    r"pagina non trovata", r"pagina niet gevonden", r"sidan (?:kunde inte hittas|hittades inte)", r"siden (?:blev ikke fundet|ble ikke funnet)",
    r"nie znaleziono strony", r"страница не найдена", r"页面不存在|找不到页面|頁面不存在", r"ページが見つかりません(?:でした)?",
    r"before you continue(?: to (?:google|youtube)(?: search)?)?", r"sign in ?[–-] ?google accounts", r"index of /\S*",
    r"(?:(?:sciencedirect|springer|acs|ieee xplore|wiley|jstor|elsevier|submitted version|accepted version|pubmed central) )?full[ -]?text(?: pdf)?(?: link)?",
    r"microsoft (?:word|powerpoint|excel) ?[–-] ?.+", r"(?:microsoft )?powerpoint[ -](?:presentation|präsentation)", r"présentation powerpoint",
    r"presentación de powerpoint", r"apresentação do powerpoint", r"untitled document", r"untitled-?\d+", r"layout ?1", r"slide ?1", r"document ?1",
    r"[\w.()-][\w.() -]*\.(?:pdf|docx?|indd|qxd|qxp|rtf|pptx?|tex|dvi|odt|fm)",
    r"arxiv: ?[\w./-]*\d(?: *\[[\w.-]+\].*)?",
)  # fmt: skip
# Each of these titles begins with one of these words, or has a digit, a letter outside ASCII or a file suffix.
BEGINNINGS = (
    "error", "http", "just", "one moment", "attention", "please", "ddos", "access", "security", "are you", "radware",
    "bot manager", "checking", "page", "file", "die seite", "seite", "sidan", "siden", "nie znaleziono", "pagina",
    "before you", "sign in", "index of", "sciencedirect", "springer", "acs", "ieee", "wiley", "jstor", "elsevier",
    "submitted", "accepted", "pubmed", "full", "microsoft", "powerpoint", "untitled", "layout", "slide", "document",
    "arxiv", "doi",
)  # fmt: skip
# Titles of pages that works can have, too: only a page on the web is reported.
NEVER_A_PAGE = (
    r"(?:page |file )?not found", r"access(?: to this page has been)? denied", r"forbidden", r"unauthorized", r"just a moment", r"redirecting(?:\.\.\.|…)?",
    r"loading(?:\.\.\.|…)?", r"please wait(?:\.\.\.|…)?", r"(?:user |member )?(?:log ?-?in|sign ?-?in)(?: page)?", r"(?:log|sign) in to .+", r"anmelden|anmeldung",
    r"iniciar sesión", r"(?:se connecter|connexion)", r"accedi", r"entrar", r"captcha", r"human verification", r"security (?:check|verification)",
    r"home ?page", r"startseite", r"accueil", r"website", r"web ?page", r"untitled", r"no title", r"download(?: pdf)?", r"pdf", r"snapshot",
    r"error(?: page)?", r"an error occurred", r"oops!?.{0,40}", r"sciencedirect", r"google scholar", r"cookies?(?: notice| policy| settings)?", r"validate user",
    r"subscribe to read(?: [|–-] .+)?",
)  # fmt: skip
# Headings of sections and labels of publishers, which are no titles of papers by somebody; exports of PDF files have them.
NEVER_A_PAPER = (
    r"abstracts?", r"references(?: cited)?", r"(?:table of )?contents", r"keywords?:?", r"bibliography", r"acknowledge?ments?",
    r"(?:\d[\d.]*\s+)?(?:results(?: and discussions?)?|discussion and conclusions?|(?:materials?|data) and methods|methods and materials?|methodology)",
    r"\d[\d.]*\s+(?:introduction|background|discussion|conclusions?|related work)", r"supplement(?:ary|al) (?:materials?|information|data)",
    r"(?:chapter|section|kapitel|abschnitt|chapitre|capítulo|sección|capitolo|hoofdstuk) \d[\d.]*", r"(?:original|research|regular|full|invited) (?:research )?(?:article|paper)",
    r"(?:view|open|read) (?:the )?(?:article|pdf|online)", r"download (?:article|full text|pdf)", r"zusammenfassung", r"kurzfassung", r"literatur(?:verzeichnis)?",
    r"inhaltsverzeichnis", r"danksagung", r"résumé", r"table des matières", r"remerciements", r"resumen", r"bibliografía", r"referencias", r"agradecimientos",
    r"resumo", r"referências", r"agradecimentos", r"riassunto", r"sommario", r"indice", r"samenvatting", r"inhoudsopgave", r"аннотация", r"содержание",
    r"список литературы", r"摘要", r"参考文献", r"目录", r"目次", r"要旨",
)  # fmt: skip
