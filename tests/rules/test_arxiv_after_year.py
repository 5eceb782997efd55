"""The rule arxiv-after-year."""

from tests.rules.lintcase import messages, quoted


def test_same_year_is_fine() -> None:
    """A preprint from the year of the entry is not reported."""
    assert (
        messages("DAT221", "@misc{a, year={2021}, eprint={2112.00001}, archiveprefix={arXiv}}")
        == []
    )


def test_identifier_in_the_journal_counts() -> None:
    """The identifier is found in the field in which Google Scholar writes it."""
    assert quoted(
        "DAT221", "@article{a, journal={arXiv preprint arXiv:2203.01234}, year={2020}}"
    ) == ["arXiv preprint arXiv:2203.01234"]


def test_published_work_may_be_put_on_arxiv_a_year_later() -> None:
    """A paper of December 2015 is on arXiv in January 2016."""
    text = "@inproceedings{a, booktitle={Meeting on Dunes}, year={2015}, eprint={1601.00123}, archiveprefix={arXiv}}"
    assert messages("DAT221", text) == []


def test_old_scheme_is_read() -> None:
    """hep-th/9901001 is from 1999."""
    assert (
        "1999"
        in messages(
            "DAT221", "@misc{a, year={1997}, eprint={hep-th/9901001}, archiveprefix={arXiv}}"
        )[0]
    )


def test_article_submitted_long_after_its_publication() -> None:
    """Until 2007, authors submitted older articles, too."""
    entry = "@article{a, journal={J}, volume=6, year={1996}, eprint={hep-th/9906999}, archiveprefix={arXiv}}"
    assert messages("DAT221", entry) == []
    assert len(messages("DAT221", entry.replace("volume=6, ", ""))) == 1


def test_reports_may_be_dated_before_their_submission() -> None:
    """A report of December is on arXiv in January."""
    entry = (
        "@misc{a, year={2008}, eprint={0901.1234}, archiveprefix={arXiv}, reportNumber={X-2008-01}}"
    )
    assert messages("DAT221", entry) == []
    assert len(messages("DAT221", entry.replace("2008}", "2007}"))) == 1
