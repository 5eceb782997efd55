"""Recognize the heading of a list of references, and headings that follow it."""

from __future__ import annotations

import pytest

from refkit.formats.text.finding.headings import Heading, heading_of


@pytest.mark.parametrize(
    "text",
    """References|REFERENCES|7. References|7 REFERENCES|VII. Bibliography|Bibliography:|Works Cited|Literature Cited
    |R E F E R E N C E S|## References|**References**|List of References|References and Notes|Selected Bibliography
    |3.4 References cited in Appendix B|Literatur|Literaturverzeichnis|7. Literatur|Quellen- und Literaturverzeichnis
    |Verwendete Literatur|Références|Références bibliographiques|Bibliographie sélective|Bibliografía|Referencias
    |Referencias bibliográficas|Bibliografia|Riferimenti bibliografici|Spis literatury
    |Referências|Källor|Litteraturförteckning|Kirjallisuus|Lähteet|Kaynakça|Список литературы
    |Список использованной литературы|Литература|参考文献|【参考文献】|參考書目|참고문헌|المراجع
    |Literatuurlijst|Litteratur
    |Použitá literatura|Irodalomjegyzék|Βιβλιογραφία""".split("|"),
)
def test_heading_of_a_list(text: str) -> None:
    """Headings of lists are recognized in many languages, with numbers and markup."""
    assert heading_of(text.strip()) is Heading.LIST


@pytest.mark.parametrize(
    "text",
    """Appendix A|Appendix|Anhang|Acknowledgements|Danksagung|About the author|Über die Autorin|Table 3
    |Figure 2. Nests by year|Abbildung 4|Abkürzungsverzeichnis|Chapter 5|Приложение""".split("|"),
)
def test_heading_of_what_comes_behind(text: str) -> None:
    """Appendices, acknowledgments and tables end a list."""
    assert heading_of(text.strip()) is Heading.END


@pytest.mark.parametrize(
    "text", ["References ........ 70", "Bibliography      70", "12      REFERENCES"]
)
def test_line_of_contents_or_page_head(text: str) -> None:
    """A heading with a page number may be a line of a table of contents."""
    assert heading_of(text) is Heading.MAYBE


@pytest.mark.parametrize(
    "text",
    """References to earlier work were removed from the final text.|The literature is divided on this point
    |Smith, J. 2010. References. Oxford.|Literature 12 (3), 45–67.|Nests on the northern coast|1990|""".split(
        "|"
    ),
)
def test_other_lines(text: str) -> None:
    """Neither a sentence that begins with such a word nor a part of a reference is a heading."""
    assert heading_of(text.strip()) is None
