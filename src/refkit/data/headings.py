"""Headings of reference lists and of their parts, by language (ISO 639-1). Sources: dictionaries of the languages."""

from __future__ import annotations

# The item types that get the same heading, and the order of the headings. Other types have their own, after these.
TYPES = {
    "article-journal": ("article-journal", "article-magazine", "article-newspaper", "review", "review-book"),
    "book": ("book", "classic", "collection", "periodical"),
    "chapter": ("chapter", "entry", "entry-dictionary", "entry-encyclopedia"),
    "paper-conference": ("paper-conference", "speech"),
    "thesis": ("thesis",),
    "report": ("report", "standard"),
    "article": ("article", "manuscript"),
    "dataset": ("dataset",),
    "software": ("software",),
    "webpage": ("webpage", "post", "post-weblog"),
}  # fmt: skip

_NAMES = ("references", *TYPES, "other")
_TEXTS = {
    "en": "References|Articles|Books|Book chapters|Conference papers|Theses|Reports|Preprints and manuscripts"
    "|Datasets|Software|Websites|Other",
    "de": "Literatur|Artikel|Bücher|Buchkapitel|Konferenzbeiträge|Hochschulschriften|Berichte|Preprints und Manuskripte"
    "|Datensätze|Software|Webseiten|Sonstiges",
    "fr": "Références|Articles|Livres|Chapitres de livres|Communications|Thèses|Rapports|Prépublications et manuscrits"
    "|Jeux de données|Logiciels|Sites web|Autres",
    "es": "Referencias|Artículos|Libros|Capítulos de libros|Ponencias|Tesis|Informes|Prepublicaciones y manuscritos"
    "|Conjuntos de datos|Software|Sitios web|Otros",
    "it": "Riferimenti bibliografici|Articoli|Libri|Capitoli di libri|Atti di convegni|Tesi|Rapporti"
    "|Preprint e manoscritti|Dataset|Software|Siti web|Altro",
    "pt": "Referências|Artigos|Livros|Capítulos de livros|Trabalhos em eventos|Teses|Relatórios|Preprints e manuscritos"
    "|Conjuntos de dados|Software|Sites|Outros",
    "nl": "Referenties|Artikelen|Boeken|Hoofdstukken in boeken|Conferentiebijdragen|Proefschriften|Rapporten"
    "|Preprints en manuscripten|Datasets|Software|Websites|Overige",
    "pl": "Bibliografia|Artykuły|Książki|Rozdziały w książkach|Referaty konferencyjne|Prace dyplomowe|Raporty"
    "|Preprinty i rękopisy|Zbiory danych|Oprogramowanie|Strony internetowe|Inne",
    "cs": "Literatura|Články|Knihy|Kapitoly v knihách|Konferenční příspěvky|Závěrečné práce|Zprávy|Preprinty a rukopisy"
    "|Datové sady|Software|Webové stránky|Ostatní",
    "sv": "Referenser|Artiklar|Böcker|Bokkapitel|Konferensbidrag|Avhandlingar|Rapporter|Preprints och manuskript"
    "|Dataset|Programvara|Webbplatser|Övrigt",
    "da": "Referencer|Artikler|Bøger|Bogkapitler|Konferencebidrag|Afhandlinger|Rapporter|Preprints og manuskripter"
    "|Datasæt|Software|Websteder|Andet",
    "nb": "Referanser|Artikler|Bøker|Bokkapitler|Konferansebidrag|Avhandlinger|Rapporter|Preprints og manuskripter"
    "|Datasett|Programvare|Nettsteder|Annet",
    "fi": "Lähteet|Artikkelit|Kirjat|Kirjan luvut|Konferenssijulkaisut|Opinnäytteet|Raportit"
    "|Preprintit ja käsikirjoitukset|Tietoaineistot|Ohjelmistot|Verkkosivut|Muut",
    "hu": "Irodalom|Cikkek|Könyvek|Könyvfejezetek|Konferencia-előadások|Disszertációk|Jelentések"
    "|Preprintek és kéziratok|Adatkészletek|Szoftverek|Weboldalak|Egyéb",
    "tr": "Kaynakça|Makaleler|Kitaplar|Kitap bölümleri|Bildiriler|Tezler|Raporlar|Ön baskılar ve el yazmaları"
    "|Veri kümeleri|Yazılım|Web siteleri|Diğer",
    "ru": "Литература|Статьи|Книги|Главы книг|Доклады конференций|Диссертации|Отчёты|Препринты и рукописи"
    "|Наборы данных|Программное обеспечение|Веб-сайты|Прочее",
    "uk": "Література|Статті|Книги|Розділи книг|Доповіді конференцій|Дисертації|Звіти|Препринти й рукописи"
    "|Набори даних|Програмне забезпечення|Вебсайти|Інше",
    "ar": "المراجع|مقالات|كتب|فصول كتب|أوراق مؤتمرات|رسائل جامعية|تقارير"
    "|مسودات ومخطوطات|مجموعات بيانات|برمجيات|مواقع ويب|أخرى",
    "fa": "منابع|مقاله‌ها|کتاب‌ها|فصل‌های کتاب|مقاله‌های همایش|پایان‌نامه‌ها|گزارش‌ها|پیش‌چاپ‌ها و دست‌نوشته‌ها"
    "|مجموعه‌داده‌ها|نرم‌افزار|وب‌گاه‌ها|سایر",
    "he": "מקורות|מאמרים|ספרים|פרקים בספרים|מאמרי כנסים|עבודות גמר"
    "|דוחות|טיוטות וכתבי יד|מערכי נתונים|תוכנה|אתרי אינטרנט|אחר",
    "zh": "参考文献|期刊论文|图书|图书章节|会议论文|学位论文|报告|预印本和手稿|数据集|软件|网站|其他",
    "zh-tw": "參考文獻|期刊論文|圖書|圖書章節|會議論文|學位論文|報告|預印本與手稿|資料集|軟體|網站|其他",
    "ja": "参考文献|論文|図書|図書の章|会議論文|学位論文|報告書"
    "|プレプリントと原稿|データセット|ソフトウェア|ウェブサイト|その他",
    "ko": "참고문헌|학술지 논문|단행본|단행본의 장|학술대회 논문|학위 논문"
    "|보고서|프리프린트와 원고|데이터셋|소프트웨어|웹사이트|기타",
}  # fmt: skip
HEADINGS: dict[str, dict[str, str]] = {
    language: dict(zip(_NAMES, text.split("|"), strict=True)) for language, text in _TEXTS.items()
}
HEADINGS["nn"] = HEADINGS["no"] = HEADINGS["nb"]

# Unicode's bidirectional algorithm: the languages of CSL's locales, and others, that are written from right to left.
RIGHT_TO_LEFT = frozenset("ar arc bal brh ckb dv fa he ku ps sd syr ug ur yi".split())
