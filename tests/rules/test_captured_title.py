"""The rule captured-title."""

import pytest
from tests.rules.lintcase import marked, messages


def page(title: str) -> str:
    return f"@online{{a, author={{Holm, Ida}}, title={{{title}}}, url={{https://buoys.net/a}}, year={{2019}}}}"


@pytest.mark.parametrize(
    "title",
    [
        "Just a moment...",
        "One moment, please...",
        "404 Not Found",
        "Error 404 (Not Found)!!",
        "403 Forbidden",
        "403 - Forbidden",
        "503 Service Temporarily Unavailable",
        "Attention Required! | Cloudflare",
        "Page not found | Harbour",
        "Seite nicht gefunden",
        "Page introuvable",
        "Страница не найдена",
        "Before you continue to YouTube",
        "Full Text PDF",
        "ScienceDirect Full Text PDF",
        "Microsoft Word - thesis_final.doc",
        "PowerPoint Presentation",
        "thesis_final_v2.pdf",
        "My thesis (final).docx",
        "arXiv:2005.14165v4 [cs.CL] 22 Jul 2020",
        "10.1038/nature12373",
        "doi: 10.1038/nature12373",
        "Access denied | Cloudflare",
        "Are you a robot?",
        "Bot Manager",
        "Checking your browser before accessing",
        "Die Seite wurde nicht gefunden",
        "File could not be found",
        "HTTP 404 Not Found",
        "Index of /papers",
        "Layout1",
        "Nie znaleziono strony",
        "Pagina non trovata",
        "Please wait... | DDoS-Guard",
        "Radware Bot Manager Captcha",
        "Siden blev ikke fundet",
        "Sign in - Google Accounts",
        "Slide 1",
        "Submitted version Full Text",
        "Untitled document",
    ],
)
def test_titles_that_no_work_has_are_found(title: str) -> None:
    """The type of the entry does not matter."""
    for text in (
        page(title),
        f"@article{{a, title={{{title}}}, journal={{Coastal Botany}}, year=2019}}",
    ):
        assert len(messages("TTL232", text)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Access Denied",
        "Not Found",
        "Log in",
        "Sign in to your account",
        "Homepage",
        "Startseite",
        "Redirecting...",
        "Untitled",
    ],
)
def test_titles_of_pages_are_found_on_the_web_only(title: str) -> None:
    """Books and pictures can have these titles."""
    assert len(messages("TTL232", page(title))) == 1
    assert messages("TTL232", f"@book{{a, title={{{title}}}, year=2019}}") == []
    assert (
        messages("TTL232", f"@misc{{a, title={{{title}}}, howpublished={{Oil on canvas}}}}") == []
    )
    book = f"@book{{a, title={{{title}}}, year=2019, url={{https://buoys.net/a}}}}"
    assert messages("TTL232", book) == []


@pytest.mark.parametrize(
    "title",
    [
        "404: A Study of Missing Pages",
        "Access Denied: The Practice of Filtering",
        "Just a Moment in Time",
        "Home Economics",
        "Node.js",
        "ASP.NET in Action",
        "README.md",
        "Forbidden Fruit",
        "Error Correction",
        "Full Text Retrieval",
        "Loading Docks",
        "Microsoft Word",
        "Home, Away",
        "ArXiv: A History",
        "Sign In, Please",
        "1984",
        "500 Days of Summer",
    ],
)
def test_titles_of_works_pass(title: str) -> None:
    """Works about these pages, and works that begin like them."""
    assert messages("TTL232", page(title)) == []


def test_other_formats_are_marked_at_the_title() -> None:
    text = (
        '[{"id": "a", "type": "webpage", "title": "Just a moment...", "URL": "https://buoys.net"}]'
    )
    assert marked("TTL232", text, "csl-json") == ["Just a moment..."]


def test_home_is_the_title_of_a_page_of_a_social_network() -> None:
    """As the APA style prescribes for the page of an organization."""
    assert messages("TTL232", page("Home")) == []


@pytest.mark.parametrize(
    "title",
    [
        "Abstract", "References", "Table of Contents", "Chapter 3", "Results and Discussion", "Materials and Methods",
        "1. Introduction", "Original Article", "Keywords:", "Zusammenfassung", r"R\'esum\'e", "Resumen", "摘要",
    ],
)  # fmt: skip
def test_headings_are_no_titles_of_papers(title: str) -> None:
    """Exports of PDF files have the first heading as the title."""
    entry = f"@article{{a, author={{Holm, Ida}}, title={{{title}}}, journal={{Dunes}}}}"
    assert len(messages("TTL232", entry)) == 1
    assert messages("TTL232", entry.replace("author={Holm, Ida}, ", "")) == []
    assert messages("TTL232", entry.replace("@article", "@book")) == []


@pytest.mark.parametrize(
    "title", ["Introduction", "Editorial", "Front Matter", "Abstract Algebra", "Methods of Sand"]
)
def test_titles_that_papers_have_are_fine(title: str) -> None:
    """An editorial may be called "Introduction"."""
    entry = f"@article{{a, author={{Holm, Ida}}, title={{{title}}}, journal={{Dunes}}}}"
    assert messages("TTL232", entry) == []
