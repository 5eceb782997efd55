"""References with the codes of the Chinese standard GB/T 7714."""

import pytest
from tests.text.marked import item, shown


@pytest.mark.parametrize(
    ("code", "kind"),
    [("M", "book"), ("D", "thesis"), ("R", "report"), ("EB/OL", "webpage"), ("S", "standard")],
)
def test_the_code_tells_the_kind(code: str, kind: str) -> None:
    """The code may be followed by that of a medium."""
    found = item(
        f"<author|Wang W>. <title|Ebb[{code}]>. <location|Xiamen>: <publisher|Tide Press>, <date|2012>."
    )
    assert found.type == kind


def test_article() -> None:
    """The code is not part of the journal."""
    found = item(
        "<author|Wang W, Li N>. <title|Ebb and flood>[<container-title|J]. Tides of China>, <date|2012>, "
        "<volume|44>(<issue|3>): <pages|45-58>."
    )
    assert (found.type, found.title, found.container_title, found.volume, found.issue, found.page) == (
        "article-journal", "Ebb and flood", "Tides of China", "44", "3", "45-58",
    )  # fmt: skip


def test_book_in_chinese() -> None:
    """The standard defines the position of each field, whatever the labels are."""
    found = item("<note|[3] 王伟, 李娜. 潮汐研究[M]. 厦门: 海洋出版社, 1998: 15-18>.")
    assert (shown(found.author), found.title) == (["|王|伟", "|李|娜"], "潮汐研究")
    assert (found.publisher_place, found.publisher, found.issued.year, found.page) == (
        "厦门", "海洋出版社", 1998, "15-18",
    )  # fmt: skip


def test_paper_in_a_book_with_its_editor() -> None:
    """Two slashes precede the book."""
    found = item("<note|王伟. 潮汐[C]// 李娜. 海洋论文集. 厦门: 海洋出版社, 1996: 468-471>.")
    assert (found.title, found.container_title, shown(found.editor), found.page) == (
        "潮汐", "海洋论文集", ["|李|娜"], "468-471",
    )  # fmt: skip


def test_newspaper_with_its_page() -> None:
    """The page is in brackets after the day."""
    found = item("<title|王伟. 潮汐>[<note|N]. 厦门日报, 1998-12-25(10)>.")
    assert (found.container_title, found.issued.raw, found.page) == ("厦门日报", "1998-12-25", "10")


def test_page_on_the_web() -> None:
    """The reference has a publication date and an access date."""
    found = item("<note|王伟. 潮汐[EB/OL]. (1998-08-16)[1998-10-04]>. <url|http://t.cn/a>.")
    assert (found.issued.raw, found.dates["accessed"].raw, found.URL) == (
        "1998-08-16",
        "1998-10-04",
        "http://t.cn/a",
    )


def test_a_letter_in_brackets_at_the_head_is_no_code() -> None:
    """A code follows a title."""
    assert item("[J] <author|Ash, B.> <title|Ebb>. <publisher|Moss>, <date|1999>.").type == "book"


def test_book_with_translators_and_edition() -> None:
    """The edition and the translators are between the code and the place, in either order."""
    for behind in ("2版. 陈生, 李娜, 译.", "陈生, 李娜, 译. 2版."):
        found = item(f"<note|王伟. 潮汐史[M]. {behind} 北京: 海洋出版社, 1988: 15-20>.")
        assert (shown(found.names["translator"]), found.edition) == (["|陈|生", "|李|娜"], "2")
        assert (found.publisher_place, found.publisher) == ("北京", "海洋出版社")


def test_chapter_of_a_book_with_a_subtitle() -> None:
    """A colon in the book's title is not that between place and publisher."""
    found = item(
        "<author|WANG W>. <note|Ebb[M]//LI N, ZHAO W Q. Tides: mechanisms of the sea. Leeds: Moss, 1974: 745-772>."
    )
    assert (found.type, found.container_title) == ("chapter", "Tides: mechanisms of the sea")
    assert (len(found.editor), found.publisher_place, found.publisher) == (2, "Leeds", "Moss")


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("ZHANG L, LI N, WU X Y", ["Zhang, L.", "Li, N.", "Wu, X. Y."]),
        ("LI N, ZHAO W", ["Li, N.", "Zhao, W."]),
        ("MA J-P, HE Y", ["Ma, J.-P.", "He, Y."]),
        ("ROE P Z, Jr., WU T", ["Roe, P. Z., Jr", "Wu, T."]),
    ],
)
def test_short_family_names_in_capitals(people: str, names: list[str]) -> None:
    """Family names of two letters are no initials of the name before them."""
    found = item(f"<author|{people}>. <title|Ebb>[J]. <container-title|Tides>, <date|2001>.")
    shown_names = [", ".join(filter(None, (n.family, n.given, n.suffix))) for n in found.author]
    assert shown_names == names
