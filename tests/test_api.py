"""The public functions of refkit: load, dump, convert, check, fix, format, cite."""

import datetime
import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

import refkit
from refkit import api
from refkit.errors import RefkitError, UnknownChoice, UnreadableFile, UnwritableFile
from refkit.formats import readable_formats, writable_formats
from refkit.formats.bibtex.tidy_options import TidyOptions

ROOT = Path(__file__).parent.parent
DOE = "@book{doe2001,\n  author = {Doe, Jane},\n  title = {On It},\n  publisher = {Press},\n  year = 2001,\n}\n"
ROE = "@book{roe2002,\n  author = {Roe, Ann},\n  title = {Of It},\n  publisher = {Press},\n  year = 2002,\n}\n"


def test_the_six_works_are_read() -> None:
    """references.bib contains the six works, in this order."""
    assert [item.id for item in refkit.load(ROOT / "references.bib")] == [
        "dod2025", "reuters2025", "hassan2023", "kinnvall2022", "almonitor2025", "unsc2024",
    ]  # fmt: skip


def test_a_person_has_parts() -> None:
    """The family name is distinguished from the given name."""
    assert refkit.load(ROOT / "references.bib")["hassan2023"].author[0].family == "Hassan"


def test_an_organisation_stays_whole() -> None:
    """A corporate author is not a person with a family name."""
    author = refkit.load(ROOT / "references.bib")["dod2025"].author[0]
    assert (author.literal, author.family) == ("United States Department of Defense", "")


def test_references_bib_is_clean() -> None:
    """The example file has no findings."""
    assert refkit.check(refkit.load(ROOT / "references.bib")) == []


def test_references_bib_is_tidy() -> None:
    """The layout of the example file is normalized."""
    assert [tidied.changed for tidied in refkit.tidy(ROOT / "references.bib")] == [False]


def test_a_library_shows_itself_in_one_line() -> None:
    """At a prompt, it must not print the file."""
    assert repr(refkit.loads(DOE, name="x.bib")) == "<Library of 1 reference: x.bib>"


def test_several_files_become_one_library(tmp_path: Path) -> None:
    """Items keep the order of the files."""
    (tmp_path / "a.bib").write_text(DOE)
    (tmp_path / "b.json").write_text('[{"id": "x", "type": "book"}]')
    library = refkit.load([tmp_path / "a.bib", tmp_path / "b.json"])
    assert [item.id for item in library] == ["doe2001", "x"]


def test_a_folder_is_searched_for_what_refkit_reads(tmp_path: Path) -> None:
    """Other .json files and hidden folders are skipped."""
    (tmp_path / "deep").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "deep" / "a.bib").write_text(DOE)
    (tmp_path / ".hidden" / "b.bib").write_text(ROE)
    (tmp_path / "package.json").write_text('{"name": "x", "type": "module"}')
    assert [item.id for item in refkit.load(tmp_path)] == ["doe2001"]


def test_the_format_of_a_text_is_seen() -> None:
    """`loads` does not require the name of a format."""
    assert [i.id for i in refkit.loads('[{"id": "x", "type": "book"}]')] == ["x"]
    assert [i.id for i in refkit.loads('[{"id": "x", "type": "book"}]', "csl-json")] == ["x"]


def test_the_format_can_be_named() -> None:
    """A text of unknown format is read in the format that the caller names."""
    assert [i.id for i in refkit.loads('[{"title": "T"}]', format="csl-json")] == ["item-1"]


def test_an_empty_text_is_a_library_with_a_fault() -> None:
    """An empty file is a fault, not an exception."""
    library = refkit.loads(" \n")
    assert ([*library], [f.kind for f in library.faults]) == ([], ["empty"])


def test_an_unknown_format_names_the_nearest() -> None:
    """The message contains the remedy."""
    with pytest.raises(UnknownChoice, match="no format `bibtext`; did you mean `bibtex`"):
        refkit.loads("x", format="bibtext")


def test_an_unknown_key_names_the_nearest() -> None:
    """As with styles and formats."""
    with pytest.raises(KeyError, match="did you mean `doe2001`"):
        refkit.loads(DOE)["doe2000"]


def test_a_missing_file_is_named() -> None:
    """The message contains the path and the reason."""
    with pytest.raises(UnreadableFile, match=r"cannot read `no/such\.bib`: no such file"):
        refkit.load("no/such.bib")


def test_a_binary_file_is_not_read(tmp_path: Path) -> None:
    """An image with the wrong suffix gives one clear line instead of thousands of faults."""
    (tmp_path / "x.bib").write_bytes(b"\x89PNG\r\n\0\0\0")
    with pytest.raises(UnreadableFile, match="not a text file"):
        refkit.load(tmp_path / "x.bib")


def test_a_stray_nul_does_not_cost_the_file(tmp_path: Path) -> None:
    """A crash can leave it in a file; the entries around it are read."""
    (tmp_path / "x.bib").write_bytes(b"@misc{a, title = {On tides}, note = {x\0y}}\n" + b"% " * 99)
    assert refkit.load(tmp_path / "x.bib")["a"].title == "On tides"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf_16_and_utf_32_without_a_mark_are_read(tmp_path: Path, encoding: str) -> None:
    """Every other byte is NUL, or three of four, which says what it is."""
    (tmp_path / "x.bib").write_bytes("@misc{a, title = {Ebbe für alle}}\n".encode(encoding))
    assert refkit.load(tmp_path / "x.bib")["a"].title == "Ebbe für alle"


def test_dump_writes_the_format_of_the_suffix(tmp_path: Path) -> None:
    """`references.json` becomes CSL-JSON."""
    refkit.dump(refkit.loads(DOE), tmp_path / "x.json")
    assert json.loads((tmp_path / "x.json").read_text("utf-8"))[0]["id"] == "doe2001"


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json"])
def test_what_is_written_reads_back_as_the_same_item(name: str) -> None:
    """A book survives a round trip in every format that refkit writes; its title has one case in all."""
    item = refkit.loads(DOE.replace("On It", "On it"))["doe2001"]
    again = refkit.loads(refkit.dumps([item], name), format=name)["doe2001"]
    assert (again.type, again.author, again.title, again.issued.year, again.publisher) == (
        item.type, item.author, item.title, item.issued.year, item.publisher,
    )  # fmt: skip


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """The new file replaces the old one only when it is complete."""
    target = tmp_path / "x.bib"
    target.write_text("old")
    item = refkit.Item("x", text={"title": "\ud800"})
    with pytest.raises(UnwritableFile):
        refkit.dump([item], target)
    assert ([p.name for p in tmp_path.iterdir()], target.read_text()) == (["x.bib"], "old")


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    """A file that only its owner may read keeps its permissions."""
    target = tmp_path / "x.json"
    target.write_text("[]")
    target.chmod(0o600)
    refkit.dump(refkit.loads(DOE), target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The target of the link is replaced."""
    (tmp_path / "real.json").write_text("[]")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    refkit.dump(refkit.loads(DOE), tmp_path / "link.json")
    assert ((tmp_path / "link.json").is_symlink(), (tmp_path / "real.json").read_text()[0]) == (
        True,
        "[",
    )


def test_a_device_is_written_to_and_not_replaced() -> None:
    """`-o /dev/null` by the superuser must not replace the device."""
    refkit.dump(refkit.loads(DOE), "/dev/null", format="csl-json")
    assert not Path("/dev/null").is_file()


def test_a_name_that_tells_no_format_is_refused() -> None:
    """Nothing is written."""
    with pytest.raises(
        RefkitError, match=r"cannot infer the format from the name `x\.pdf`.* \.json,"
    ):
        refkit.dump([], "x.pdf")


def test_convert_says_what_it_could_not_read(tmp_path: Path) -> None:
    """The rest is converted."""
    (tmp_path / "x.bib").write_text(DOE + "@book{broken, title = {never closed\n\n" + ROE)
    converted = refkit.convert(tmp_path / "x.bib", "csl-json")
    ids = {record["id"] for record in json.loads(converted.text)}
    assert ({"doe2001", "roe2002"} <= ids, bool(converted.faults)) == (True, True)


def test_check_measures_dates_by_the_given_day() -> None:
    """Whether a date is in the future depends on today's date."""
    library = refkit.loads(DOE.replace("2001", "2030"))
    found = {
        year: [
            f.key for f in refkit.check(library, select=("DAT",), today=datetime.date(year, 6, 1))
        ]
        for year in (2026, 2031)
    }
    assert (found[2026], found[2031]) == (["doe2030"], [])


def test_a_finding_says_where_it_is() -> None:
    """File, line, column, code, name and message are attributes."""
    library = refkit.loads(DOE + DOE, name="x.bib")
    duplicate = next(f for f in refkit.check(library) if f.code.startswith(("KEY", "DUP")))
    assert (duplicate.file, duplicate.line, duplicate.column) == ("x.bib", 7, 7)


def test_select_narrows_the_rules() -> None:
    """Only the requested family runs."""
    library = refkit.loads(DOE + DOE)
    assert {f.code[:3] for f in refkit.check(library, select=("KEY",))} == {"KEY"}


def test_an_unknown_rule_is_an_error() -> None:
    """A selector without a rule would silently check nothing."""
    with pytest.raises(RefkitError):
        refkit.check(refkit.loads(DOE), select=("NOSUCH999",))


def test_fix_gives_the_mended_text_and_writes_nothing(tmp_path: Path) -> None:
    """The caller decides what happens to the file."""
    path = tmp_path / "x.bib"
    path.write_text(DOE.replace("year", "pages = {1-9},\n  year"))
    before = path.read_text()
    (fixed,) = refkit.fix(refkit.load(path))
    assert ("pages = {1--9}" in fixed.source.text, path.read_text() == before) == (True, True)


@pytest.mark.parametrize(
    "style", ["apa", "mla", "chicago", "chicago-notes", "ieee", "vancouver", "harvard", "nature"]
)
def test_the_usual_styles_have_short_names(style: str) -> None:
    """People say `mla`, not `modern-language-association`."""
    formatted = refkit.cite(refkit.loads(DOE), ["doe2001"], style)
    assert "Doe" in formatted.bibliography + formatted.citations[0]


def test_format_prints_apa() -> None:
    """The bibliography in APA style, as in its manual."""
    assert refkit.format(refkit.loads(DOE)).strip() == "Doe, J. (2001). On it. Press."


def test_format_takes_a_style_file(tmp_path: Path) -> None:
    """A path is read as a style file."""
    from refkit.csl.catalogue import style_path

    own = tmp_path / "own.csl"
    own.write_bytes(Path(style_path("apa")).read_bytes())
    assert refkit.format(refkit.loads(DOE), own) == refkit.format(refkit.loads(DOE))


def test_errors_of_a_style_that_can_be_used_are_reported(tmp_path: Path) -> None:
    """With the line, as `refkit style` does."""
    from refkit.csl.catalogue import style_path

    own = tmp_path / "own.csl"
    text = Path(style_path("apa")).read_text(encoding="utf-8")
    own.write_text(text.replace("</layout>", "<text/></layout>", 1), encoding="utf-8")
    line = text[: text.index("</layout>")].count("\n") + 1
    advice = "`text` needs one of `variable`, `macro`, `term` and `value`"
    assert refkit.cite(refkit.loads(DOE), (), own).warnings == [f"{own}:{line}: {advice}"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", ["Doe (2001)", "Roe (2002, p. 4; Doe, 2001)", "(Doe, 2001)"]),
        ("ieee", ["Doe [1]", "Roe [2, p. 4], [1]", "[1]"]),
        ("oscola", ["Doe: On It (Press 2001).", "Roe: Of It (Press 2002) 4; Doe (n 1).", "Doe (n 1)."]),
    ],
)  # fmt: skip
def test_an_author_can_be_in_the_sentence(style: str, expected: list[str]) -> None:
    """As in Pandoc; in a note style, the author precedes the note."""
    texts = ["@doe2001", "@roe2002 [p. 4; doe2001]", "[@doe2001]"]
    assert refkit.cite(refkit.loads(DOE + ROE), texts, style).citations == expected


def test_keys_narrow_the_bibliography() -> None:
    """Only the requested references are included."""
    assert "Roe" not in refkit.format(refkit.loads(DOE + ROE), keys=["doe2001"])


def test_of_two_references_with_one_key_the_first_is_used() -> None:
    """As in BibTeX, and with a warning."""
    twice = refkit.loads(DOE + ROE.replace("roe2002", "doe2001"))
    formatted = refkit.cite(twice, [])
    assert ("Doe" in formatted.bibliography, "Roe" in formatted.bibliography) == (True, False)
    assert formatted.warnings == [
        "several references have the key `doe2001` (<string>:1, <string>:7); the first is used"
    ]


def test_a_title_that_speaks_of_an_empty_entry_is_printed() -> None:
    """Whether an entry is empty does not depend on its words."""
    book = "@book{a, title = {A reference with no printed form}, publisher = {Press}, year = 2001}"
    for name in ("apa", "ieee"):
        formatted = refkit.cite(refkit.loads(book), (), name)
        assert "no printed form" in formatted.bibliography
        assert formatted.warnings == []


def test_a_set_is_not_printed_beside_its_members() -> None:
    """BibLaTeX's @set groups entries that are already in the bibliography."""
    library = refkit.loads(DOE + "@set{both, entryset = {doe2001}}", format="biblatex")
    assert refkit.format(library).count("Doe") == 1


def test_citations_narrow_the_bibliography_to_what_is_cited() -> None:
    """As in a document."""
    assert "Roe" not in refkit.cite(refkit.loads(DOE + ROE), ["doe2001, p. 3"]).bibliography


def test_what_a_style_prints_no_entry_for_is_told() -> None:
    """Chicago omits unpublished documents from the bibliography."""
    library = refkit.loads(DOE + "@misc{memo, author = {Roe, Ann}, title = {A Memo}, year = 2002}")
    formatted = refkit.cite(library, (), "chicago-notes")
    assert formatted.bibliography.strip() == "Doe, Jane. On It. Press, 2001."
    assert formatted.warnings == [
        "the style `chicago-notes` prints no bibliography entry for `memo`"
    ]


def test_in_a_style_of_notes_each_citation_is_a_note() -> None:
    """A later citation can then refer to the note of the first."""
    cited = refkit.cite(refkit.loads(DOE + ROE), ["doe2001", "roe2002", "doe2001"], "oscola")
    assert cited.citations[2] == "Doe (n 1)."


def test_links_are_made_on_request() -> None:
    """A DOI becomes a hyperlink."""
    library = refkit.loads(DOE.replace("year", "doi = {10.5334/tides.1},\n  year"))
    assert (
        '<a href="https://doi.org/10.5334/tides.1">'
        in refkit.cite(library, (), output="html", links=True).bibliography
    )


def test_a_citation_has_locator_prefix_and_suffix() -> None:
    """As people type them."""
    cited = refkit.cite(
        refkit.loads(DOE + ROE), ["see doe2001, pp. 3-4; -roe2002, ch. 2"]
    ).citations
    assert cited == ["(see Doe, 2001, pp. 3–4; 2002, Chapter 2)"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"style": "apaa"}, "no style `apaa`; did you mean `apa`"),
        ({"locale": "xx-YY"}, "no locale `xx-YY`"),
        ({"output": "htlm"}, "did you mean `html`"),
        ({"engine": "citeproc"}, "no engine `citeproc`; did you mean `citeproc-py`"),
        ({"keys": ["doe2000"]}, "no reference `doe2000`; did you mean `doe2001`"),
    ],
)
def test_what_is_unknown_names_the_nearest(asked: dict[str, str], message: str) -> None:
    """The message suggests the right name for a typo."""
    with pytest.raises(UnknownChoice, match=message):
        refkit.format(refkit.loads(DOE), **asked)  # type: ignore[arg-type]  # all are texts


def test_citeproc_py_can_be_chosen() -> None:
    """The second engine, for comparison."""
    assert "Doe" in refkit.format(refkit.loads(DOE), engine="citeproc-py")


def test_styles_are_found_by_word_and_field() -> None:
    """By title, name or short name."""
    assert "modern-language-association" in [s.name for s in refkit.styles("mla", "humanities")] + [
        s.name for s in refkit.styles("mla")
    ]


def test_the_module_has_no_undocumented_function() -> None:
    """Every public function has a docstring."""
    functions = [v for k, v in vars(api).items() if callable(v) and k[0] != "_"]
    assert [
        f for f in functions if getattr(f, "__module__", "") == "refkit.api" and not f.__doc__
    ] == []


@pytest.mark.parametrize(
    "value", ["1990-01-01", datetime.datetime(1990, 1, 1, 12, tzinfo=datetime.UTC)]
)
def test_today_can_be_a_string_or_have_a_time(value: datetime.date | str) -> None:
    """It means the same as a date."""
    found = refkit.check(refkit.loads(DOE), select="DAT103", today=value)
    assert [finding.code for finding in found] == ["DAT103"]


def test_the_date_of_the_document_can_be_a_string() -> None:
    """It means the same as a date."""
    found = refkit.check(refkit.loads(DOE), select="DAT226", document_date="1990-01-01")
    expected = refkit.check(
        refkit.loads(DOE), select="DAT226", document_date=datetime.date(1990, 1, 1)
    )
    assert found
    assert [finding.message for finding in found] == [finding.message for finding in expected]


def test_a_date_of_another_type_is_a_type_error() -> None:
    """The message shows a date that can be passed."""
    with pytest.raises(TypeError, match=r"`today` is a datetime.date or a string .*, not int"):
        refkit.check(refkit.loads(DOE), today=2000)  # type: ignore[arg-type]


def test_a_string_that_is_not_a_date_is_reported() -> None:
    """The message names the argument and the value."""
    with pytest.raises(RefkitError, match='`today` is a date such as "2026-01-31", not `soon`'):
        refkit.check(refkit.loads(DOE), today="soon")


def test_one_selector_is_not_a_list_of_letters() -> None:
    """A string is one selector."""
    library = refkit.loads(DOE.replace("2001,", "3001,"))
    assert {finding.code for finding in refkit.check(library, select="DAT")} == {"DAT103"}
    assert {finding.code for finding in refkit.check(library, ignore="SIG")} == {"DAT103"}


def test_one_key_is_not_a_list_of_letters() -> None:
    """A string is one key."""
    library = refkit.loads(DOE + ROE)
    assert refkit.format(library, keys="doe2001") == refkit.format(library, keys=["doe2001"])


@pytest.mark.parametrize(
    ("value", "message"),
    [(None, "`loads` reads a str, not NoneType"), (b"@book{a}", "not bytes; decode it first")],
)
def test_only_text_is_read_from_a_string(value: object, message: str) -> None:
    """The message names the type."""
    with pytest.raises(TypeError, match=message):
        refkit.loads(value)  # type: ignore[arg-type]


def test_fixed_and_tidied_have_their_text_in_the_same_place(tmp_path: Path) -> None:
    """A caller writes both in the same way."""
    (tmp_path / "a.bib").write_text(DOE.replace("On It", "On  It &"))
    (fixed,) = refkit.fix(tmp_path / "a.bib")
    assert fixed.text == fixed.source.text


def test_one_text_is_not_a_list_of_letters() -> None:
    """A string is one reference."""
    text = "Doe, J. (2001). On tides. Harbour Press."
    assert refkit.api.parse_all(text, "bibtex") == refkit.api.parse_all([text], "bibtex")


def test_one_field_is_not_a_list_of_letters(tmp_path: Path) -> None:
    """A string in the options of tidy is one field."""
    (tmp_path / "a.bib").write_text(ROE + DOE)
    options = TidyOptions(sort="year", order="year")  # type: ignore[arg-type]
    (tidied,) = refkit.tidy(tmp_path / "a.bib", options)
    assert [line for line in tidied.text.splitlines() if "year" in line or "@" in line] == [
        "@book{doe2001,", "  year = 2001,", "@book{roe2002,", "  year = 2002,",
    ]  # fmt: skip
    assert tidied.text.index("year") < tidied.text.index("author")


WRITABLE = ", ".join(writable_formats())


def test_formats_to_write_are_those_to_choose_from() -> None:
    """`text` and `biblatex-bbl` are only read."""
    with pytest.raises(UnknownChoice) as caught:
        refkit.dumps([], "citavi")
    assert str(caught.value) == f"no format `citavi`; choose from {WRITABLE}"


def test_a_key_in_a_prefix_causes_a_warning() -> None:
    """So that `refkit format` exits with 1."""
    warnings = refkit.cite(refkit.loads(DOE + ROE), "doe2001 and roe2002").warnings
    assert warnings == ["the prefix of `roe2002` contains the key `doe2001`; put `;` between cites"]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: refkit.dumps([3]), TypeError, "a reference is an Item or an object of CSL-JSON, not int"),  # type: ignore[arg-type]
        (lambda: refkit.convert([]), RefkitError, f"choose an output format: {WRITABLE}"),
        (lambda: refkit.convert([], target="-"), RefkitError, f"choose an output format: {WRITABLE}"),
        (lambda: refkit.loads("hello"), RefkitError, "cannot detect the format of `<string>`; choose one of "
         + ", ".join(readable_formats())),
        (lambda: refkit.check([3]), TypeError, "a reference is an Item or an object of CSL-JSON, not int"),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_a_call_that_cannot_work_says_what_to_pass(
    call: Callable[[], object], error: type[Exception], message: str
) -> None:
    """The message names the type or the formats."""
    with pytest.raises(error) as caught:
        call()
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ['[{"id": "x",}]', '{"id": "x"', '[{"a": 1} {"b": 2}]'])
def test_an_error_in_a_text_of_json_is_named(text: str) -> None:
    """The text has no suffix that decides the format."""
    with pytest.raises(
        RefkitError, match=r"^cannot .* `<string>`: it is not valid JSON .*line 1 column \d+"
    ):
        refkit.loads(text)


def test_valid_json_and_lists_are_not_called_invalid() -> None:
    for text in ('{"name": "x"}', "[1] x [2]"):
        with pytest.raises(RefkitError) as caught:
            refkit.loads(text)
        assert "JSON (" not in str(caught.value)
