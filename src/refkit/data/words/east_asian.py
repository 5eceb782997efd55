"""Words around the names, titles and numbers of references in Chinese, Japanese and Korean, for regexes.

From the citation standards: SIST 02 (Japan), GB/T 7714 and the footnote forms of Chinese journals of the humanities,
and the Korean forms with the same marks.
"""

from __future__ import annotations

# After names, by role.
ROLES = {
    "author": "共著|合著|编著|編著|[著撰]|지음|저",
    "editor": "主编|主編|责任编辑|編集|编辑|[編编]|엮음|편저|편집|편",
    "translator": "共訳|合译|翻訳|翻译|編訳|编译|监译|監訳|[訳译譯]|옮김|번역|역",
}
OTHERS = "ほか|外|等|他|외"
# Before a book that contains the work.
CONTAINED_IN = "载于|載於|收入|收于|所収|载|載|见"
THESES = (
    "博士学位论文|硕士学位论文|博士學位論文|碩士學位論文|博士论文|硕士论文|博士論文|修士論文|碩士論文|学位論文|卒業論文"
    "|박사\\s?학위\\s?논문|석사\\s?학위\\s?논문|박사\\s?논문|석사\\s?논문"
)
VOLUMES = "[巻卷권辑輯編]"
ISSUES = "[号號期호]"
PAGES = "[頁页쪽면面]"
MONTHS = "[月월]"
YEARS = "[年년]"
EDITIONS = "[版판]"
NEWSPAPER_ENDS = "新聞|日報|新闻|日报"
EDITIONS_OF_DAY = "朝刊|夕刊"
