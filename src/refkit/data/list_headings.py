"""Words in headings of reference lists."""

from __future__ import annotations

# Words that name a list of references, in the languages of the papers that people hold.
LIST_WORDS = frozenset(
    """
    references reference bibliography bibliographies bibliographic bibliographical citations
    bibliographique bibliographiques literatury
    literatur literaturverzeichnis literaturangaben literaturliste literaturhinweise literaturnachweis
    literaturnachweise quellenverzeichnis quellenangaben schrifttum schriftenverzeichnis bibliographie
    referenzen literaturquellen internetquellen onlinequellen
    références référence réferences refèrences bibliografía bibliografia bibliográficas bibliográfica
    bibliograficas bibliografica bibliográficos referencias referências referències bibliografie bibliographia
    riferimenti bibliografici referentielijst literatuurlijst literatuur referenties bronnenlijst
    litteraturförteckning källförteckning referenslista referenser källor litteratur litteraturliste
    litteraturlista referanser referanseliste kildeliste kilder referencer litteraturfortegnelse
    kirjallisuus lähteet kirjallisuusluettelo lähdeluettelo viitteet kirjallisuutta heimildaskrá heimildir
    literatura piśmiennictwo přehled použitá citovaná seznam irodalomjegyzék irodalom hivatkozások
    kaynakça kaynaklar kaynakca referanslar bibliografija literatūra kirjandus viited
    литература литературы литературе литературу библиография библиографический літератури література
    джерел книгопис βιβλιογραφία αναφορές βιβλιογραφικές
    参考文献 參考文獻 引用文献 参考书目 參考書目 文献 文獻 引用文獻 参考资料 参考文献一覧 主要参考文献 참고문헌 인용문헌
    المراجع مراجع والمراجع المصادر منابع ביבליוגרפיה מקורות מראי
    pustaka rujukan references/bibliography tham khảo
    """.split()
)
