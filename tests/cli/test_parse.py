"""`refkit parse`: parsing of plain-text references."""

import json

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

HASSAN = "Hassan, S. 2023. Islamic State in the Levant: From Caliphate to Insurgent Network. Oxford University Press."
KINNVALL = "Kinnvall, C. 2022. The Globalization of Martyrdom. Johns Hopkins University Press."
# where a word after the title may be a publisher, a place or a journal
DOUBTFUL = "Roe. Notes on the sea. North. 1950."


def parse(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["parse", *arguments], input=stdin, prog_name="refkit")


def rows(shown: str) -> dict[str, str]:
    """The last word of each row's name, and its value."""
    return {
        line.split()[0]: line.split("  ")[-1].strip() for line in shown.splitlines() if line.strip()
    }


def test_parts_are_shown_one_a_line() -> None:
    """Names are split into parts."""
    assert rows(parse(HASSAN).stdout) == {
        "key": "hassan2023",
        "type": "book",
        "author": "family: Hassan, given: S.",
        "issued": "2023",
        "title": "Islamic State in the Levant: From Caliphate to Insurgent Network",
        "publisher": "Oxford University Press",
    }


def test_an_organisation_is_kept_whole() -> None:
    """It has no first name."""
    done = parse(
        "UN Security Council. 2024. Report on the Impact of IS Propaganda in Post-Conflict Syria."
    )
    assert rows(done.stdout)["author"] == "literal: UN Security Council"


def test_json_is_csl_json() -> None:
    """The output is an array, even for one reference."""
    assert json.loads(parse(HASSAN, "--json").stdout)[0]["author"] == [
        {"family": "Hassan", "given": "S."}
    ]


def test_to_bibtex() -> None:
    """With a cite key."""
    assert parse(HASSAN, "--to", "bibtex").stdout.startswith("@book{hassan2023,\n")


def test_several_references() -> None:
    """Each argument is a reference; an empty line separates references."""
    assert parse(HASSAN, KINNVALL).stdout.count("\n\n") == 1


def test_a_list_from_standard_input() -> None:
    """One reference per line, without a heading."""
    done = parse("-", "--json", stdin=f"{HASSAN}\n{KINNVALL}\n")
    assert [record["id"] for record in json.loads(done.stdout)] == ["hassan2023", "kinnvall2022"]


def test_one_reference_from_standard_input() -> None:
    """A list of one is a list."""
    assert rows(parse("-", stdin=HASSAN + "\n").stdout)["key"] == "hassan2023"


def test_the_same_reference_twice_has_two_keys() -> None:
    """As they go into one file."""
    records = json.loads(parse(HASSAN, HASSAN, "--json").stdout)
    assert [record["id"] for record in records] == ["hassan2023a", "hassan2023b"]


def test_doubtful_parts_are_marked() -> None:
    """Fields with less confidence are marked."""
    assert "?  North" in parse(DOUBTFUL, "--min-confidence", "1").stdout


def test_without_a_threshold_nothing_is_marked() -> None:
    """The figures speak for themselves."""
    assert "?" not in parse(HASSAN).stdout


def test_json_says_how_sure_doubtful_parts_are() -> None:
    """Under `custom`, which CSL-JSON allows."""
    record = json.loads(parse(DOUBTFUL, "--json", "--min-confidence", "1").stdout)[0]
    assert 0 < float(record["custom"]["container-title-confidence"]) < 1


def test_bibtex_leaves_doubts_to_standard_error() -> None:
    """With line and column of the field."""
    done = parse(DOUBTFUL, "--to", "bibtex", "--min-confidence", "1")
    assert "<reference>:1:24: container-title read with confidence 0." in done.stderr


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "?", "xyz"])
def test_a_text_that_is_no_reference_is_no_error(text: str) -> None:
    """There is little to report about it."""
    assert parse(text).exit_code in (0, 1)


def test_an_unknown_format_is_said() -> None:
    """Before anything is read."""
    done = parse(HASSAN, "--to", "bibtx")
    assert (done.exit_code, "did you mean `bibtex`" in done.stderr) == (2, True)


def test_text_is_no_format_to_write() -> None:
    """Use `refkit format` for styles."""
    done = parse(HASSAN, "--to", "text")
    assert (done.exit_code, "refkit format" in done.stderr) == (2, True)


def test_a_terminal_that_knows_only_ascii_passes_every_letter() -> None:
    """Python passes bytes that it cannot decode as surrogates (PEP 383)."""
    asked = KINNVALL.replace("Kinnvall", "Żak").encode().decode("ascii", "surrogateescape")
    assert rows(parse(asked).stdout)["author"] == "family: Żak, given: C."


def test_a_lone_surrogate_is_no_crash() -> None:
    """It is shown as a replacement character."""
    assert "\ufffd" in parse(KINNVALL.replace("Globalization", "Globalization\ud800")).stdout
