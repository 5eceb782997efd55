"""Validation of styles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from refkit.cli.style import command
from refkit.csl.catalogue import style_path
from refkit.csl.validate import validate

HEAD = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>T</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>
"""


def faults(body: str) -> list[str]:
    """Return the faults of a style whose line 3 is `body`; they must refer to that line."""
    found = validate(f"{HEAD}{body}\n</style>")
    assert {fault.line for fault in found} <= {3}
    return [fault.message for fault in found]


def layout(elements: str) -> list[str]:
    return faults(f"<citation><layout>{elements}</layout></citation>")


def test_a_good_style_has_no_faults() -> None:
    """A style that follows the schema has no faults."""
    assert layout('<text variable="title" quotes="true"/>') == []


@pytest.mark.parametrize(
    ("elements", "message"),
    [
        ('<text varable="title"/>', "`text` has no attribute `varable`; did you mean `variable`?"),
        ('<text variable="titel"/>', "`titel` is not a value of `variable` on `text`; did you mean `title`?"),
        ("<text/>", "`text` renders nothing; add `variable`, `macro`, `term` or `value`"),
        ('<text value="x" term="in"/>', "`text` has `term` and `value`; keep one of them"),
        ('<text macro="autor"/>', "no macro is called `autor`; define it or remove the call"),
        ('<text term="editionn"/>', "`editionn` is not a value of `term` on `text`; did you mean `edition`?"),
        ('<group><names/></group>', "`names` needs the attribute `variable`; add it"),
        ('<text value="x" quotes="yes"/>', "`yes` is not a value of `quotes` on `text`; write `false` or `true`"),
        ("<choose><else/></choose>", "`choose` must begin with `if`"),
        ("<choose><if/></choose>", "`if` has no condition; give it one of `disambiguate`, `is-numeric`, "
         "`is-uncertain-date`, `locator`, `position`, `type`, `variable`"),
        ('<names variable="author"><name et-al-min="3" et-al-use-first="4"/></names>',
         '`et-al-use-first="4"` must be less than `et-al-min="3"`; lower it'),
        ('<text value="x"><text value="y"/></text>',
         "`text` is not allowed inside `text`, which contains no elements"),
        ('<choose><text value="y"/></choose>',
         "`text` is not allowed inside `choose`; only `else`, `else-if`, `if` are"),
        ('<names variable="author"><name et-al-min="x"/></names>',
         '`et-al-min="x"` is not a number; write it in digits'),
    ],
)  # fmt: skip
def test_faults_of_elements(elements: str, message: str) -> None:
    """Each fault names the cause and how to fix it."""
    assert message in layout(elements)


def test_a_circle_of_macros_is_found() -> None:
    """Macros that call each other would cause infinite recursion."""
    macros = '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
    citation = '<citation><layout><text macro="a"/></layout></citation>'
    assert faults(macros + citation) == [
        "macro `a` calls itself; break the circle",
        "macro `b` calls itself; break the circle",
    ]


def test_a_style_s_own_terms_are_known() -> None:
    """A term that the style defines may be used."""
    locale = '<locale><terms><term name="heft">Heft</term></terms></locale>'
    assert faults(f'{locale}<citation><layout><text term="heft"/></layout></citation>') == []


def test_broken_xml_is_one_fault() -> None:
    """The parser's error is reported with its line."""
    assert [(fault.line, fault.message) for fault in validate("<style>\n<info></style>")] == [
        (2, "not well-formed XML: mismatched tag")
    ]


def test_what_every_style_needs() -> None:
    """An independent style needs an info element, a class, a version and a citation."""
    assert [fault.message for fault in validate("<style/>")] == [
        "the style has no `info`; add one with `title`, `id` and `updated`",
        "`style` needs the attribute `class`; add it",
        "`style` needs the attribute `version`; add it",
        "the style has no `citation`; add one with a `layout`",
    ]


@pytest.mark.parametrize("name", ["apa", "chicago-author-date", "ieee", "nature", "din-1505-2"])
def test_real_styles_are_valid(name: str) -> None:
    """Common styles have no faults."""
    assert validate(Path(style_path(name)).read_bytes()) == []


def test_the_command_prints_file_and_line(tmp_path: Path) -> None:
    """The exit code is 1 for a fault, 0 for a valid style and 2 for an unknown one."""
    path = tmp_path / "mine.csl"
    path.write_text(f"{HEAD}<citation/></style>")
    done = CliRunner().invoke(command, [str(path)])
    assert (done.exit_code, done.stdout) == (1, f"{path}:3: `citation` has no `layout`; add one\n")


def test_a_clean_style_is_told_to_be_clean() -> None:
    """The output is like that of `refkit check`, and the exit code is 0."""
    done = CliRunner().invoke(command, ["ieee"])
    assert (done.exit_code, done.stdout) == (0, "No problems in 1 style.\n")


def test_a_dependent_style_s_parent_must_be_known() -> None:
    """A dependent style renders nothing without its parent."""
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/{}"/></info>'
    told = [
        [
            fault.message
            for fault in validate(HEAD.replace("</info>", link.format(parent)) + "</style>")
        ]
        for parent in ("apa", "apaa")
    ]
    assert told == [
        [],
        ["the parent of this style is not known: no independent style `apaa`; did you mean `apa`?"],
    ]


CITATION = '<citation><layout><text variable="title"/></layout></citation>'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (CITATION * 2, "a second `citation`; remove it or join the two"),
        (CITATION + CITATION.replace("citation", "bibliography") * 2,
         "a second `bibliography`; remove it or join the two"),
        (CITATION + '<macro name="a"/>' * 2 + '<macro name="b"/>', "a second macro `a`; rename or remove it"),
        ("<citation><sort><key/></sort></citation>",
         "`key` sorts by either `variable` or `macro`; give it one of them"),
        ('<citation><sort><key variable="title" macro="a"/></sort></citation>',
         "`key` sorts by either `variable` or `macro`; give it one of them"),
    ],
)  # fmt: skip
def test_faults_of_a_style(body: str, message: str) -> None:
    """What may appear once, and keys for sorting."""
    assert [found for found in faults(body) if found == message] == [message]


@pytest.mark.parametrize(
    ("elements", "messages"),
    [
        ('<choose><if type="book"/><if type="map"/></choose>', ["a second `if` in `choose`; write `else-if`"]),
        ('<choose><if type="book"/><else/><else-if type="map"/></choose>',
         ["`else` must come last in `choose`; move it to the end"]),
        ('<choose><if type="book"/><else-if type="map"/><else/></choose>', []),
        ('<names variable="author"><name/><label/><name/></names>', ["a second `name` in `names`; remove it"]),
        ('<names variable="author"><name et-al-min="3" et-al-use-first="2"/></names>', []),
        ('<names variable="author"><name et-al-min="1" et-al-use-first="1"/></names>', []),
        ('<number/>', ["`number` needs the attribute `variable`; add it"]),
        ('<date variable="issued"><date-part/></date>', ["`date-part` needs the attribute `name`; add it"]),
        ('<date variable="" qqq="1"/>', ["`date` has no attribute `qqq`; remove it"]),
        ('<text variable="qqqq"/>', ["`qqqq` is not a value of `variable` on `text`; it is not part of CSL 1.0.2"]),
    ],
)  # fmt: skip
def test_faults_of_one_element(elements: str, messages: list[str]) -> None:
    """Nothing else is reported."""
    assert layout(elements) == messages


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ("<locale/>", "this is a locale file; a style's root is `style`"),
        ("<svg/>", "`svg` is not a style; the root must be `style`"),
    ],
)
def test_another_file_is_one_fault(xml: str, message: str) -> None:
    """The elements of something else are not compared with those of a style."""
    assert [fault.message for fault in validate(xml)] == [message]


@pytest.mark.parametrize("name", ["title", "id", "updated"])
def test_a_style_has_information_about_itself(name: str) -> None:
    """An empty element is as good as none."""
    empty = re.sub(f"<{name}>.*?</{name}>", f"<{name}> </{name}>", HEAD)
    found = validate(f"{empty}{CITATION}</style>")
    assert [fault.message for fault in found] == [f"`info` has no `{name}`; add it"]


def test_another_version_of_csl_is_reported() -> None:
    """Version 1.0 includes 1.0.1 and 1.0.2."""
    found = validate(f"{HEAD.replace('1.0', '0.8', 1)}{CITATION}</style>")
    assert [fault.message for fault in found] == ["version `0.8` is not CSL 1.0; update the style"]


def test_the_language_of_a_style_is_checked() -> None:
    """It is a tag, not the name of a language."""
    named = HEAD.replace("class=", 'default-locale="english" class=')
    found = validate(f"{named}{CITATION}</style>")
    advice = "is not a language; write one such as `en-US`"
    assert [fault.message for fault in found] == [f'`default-locale="english"` {advice}']


@pytest.mark.parametrize(
    ("least", "shown", "faulty"),
    [("2", "1", False), ("2", "2", True), ("1", "1", False), ("3", "4", True), ("1", "2", False)],
)
def test_a_shortened_list_shows_fewer_names_than_its_minimum(
    least: str, shown: str, faulty: bool
) -> None:
    """A minimum of one is common for lists that are always shortened."""
    name = f'<name et-al-min="{least}" et-al-use-first="{shown}"/>'
    citation = CITATION.replace("<layout>", f'<layout><names variable="author">{name}</names>', 1)
    assert bool(validate(f"{HEAD}{citation}</style>")) is faulty
