"""The output of `bibtex` keeps its capitals after all unsafe fixes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.lintcase import TODAY

from refkit.formats.bibtex import read
from refkit.lint.fix import Fixed, fix_text
from refkit.lint.settings import Settings
from refkit.model.source import Source, decode

CASES = Path(os.environ.get("REFKIT_CASES", Path(__file__).parents[3] / "shared" / "cases"))
FILES = sorted(
    path for folder in ("bib-wild", "bib-real") for path in (CASES / folder).glob("*.bib")
)
WILD = [path for path in FILES if path.parent.name == "bib-wild"]
ALL_RULES = Settings(select=("ALL",), today=TODAY)

needs_files = pytest.mark.skipif(not FILES, reason="the cases are not beside the repository")
needs_bibtex = pytest.mark.skipif(shutil.which("bibtex") is None, reason="bibtex is not installed")

_ITEM = re.compile(r"\\bibitem\{([^{}]*)\}((?:(?!\\bibitem\{|\\end\{thebib).)*)", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def fixed(path: Path) -> Fixed:
    return fix_text(decode(path.read_bytes(), path.name), read, ALL_RULES, unsafe=True)


def printed(raw: bytes, folder: Path) -> dict[str, list[str]]:
    """Return the words of each entry in the output of plain.bst."""
    (folder / "x.bib").write_bytes(raw)
    (folder / "x.aux").write_text("\\bibstyle{plain}\n\\bibdata{x}\n\\citation{*}\n")
    subprocess.run(["bibtex", "x"], cwd=folder, capture_output=True, timeout=120)
    output = (folder / "x.bbl").read_bytes().decode("utf-8", "replace")
    return {
        item[1].lower(): _WORD.findall(re.sub("[{}]", "", item[2]))
        for item in reversed(list(_ITEM.finditer(output)))
    }


def lost_capitals(before: list[str], after: list[str]) -> list[str]:
    """Return the words of the first list that have fewer capitals in the second list."""
    old, new = ([word.lower() for word in words] for words in (before, after))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    pairs = [(before[b.a + n], after[b.b + n]) for b in blocks for n in range(b.size)]
    return [word for word, other in pairs if capitals(word) > capitals(other)]


def capitals(word: str) -> int:
    return sum(char.isupper() for char in word)


def test_a_lost_capital_is_found() -> None:
    """The helper for the tests below detects a lost capital."""
    assert lost_capitals(["Of", "Wales", "in", "DNA"], ["New", "of", "Wales", "dna"]) == [
        "Of",
        "DNA",
    ]


@needs_files
@needs_bibtex
def test_no_capital_is_lost_in_real_files(tmp_path: Path) -> None:
    """After all unsafe fixes, the output of `bibtex` with plain.bst has lost no capital."""
    lost = []
    for path in WILD:
        if not fixed(path).applied:
            continue
        before = printed(path.read_bytes(), tmp_path)
        after = printed(fixed(path).source.encode(), tmp_path)
        lost += [
            (path.name, key, word)
            for key in before
            for word in lost_capitals(before[key], after.get(key, []))
        ]
        lost += [(path.name, key, "") for key in before if key not in after]
    assert lost == []


def doubled(text: Source) -> Counter[tuple[str, int, str]]:
    """Return how often a field name is repeated, by the key and position of the entry."""
    names = [(e.key, n, f.name) for n, e in enumerate(read(text).entries) for f in e.fields]
    return Counter({name: count - 1 for name, count in Counter(names).items() if count > 1})


@needs_files
def test_no_field_is_doubled_in_real_files() -> None:
    """No fix adds a field that the entry already has."""
    sources = [(decode(path.read_bytes(), path.name), fixed(path).source) for path in FILES]
    assert [new.name for old, new in sources if doubled(new) - doubled(old)] == []


@needs_files
def test_every_fix_is_proved_in_real_files() -> None:
    """No finding remains after its own fix, so no fix is dropped."""
    assert [
        (path.name, d.finding.code, d.reason) for path in FILES for d in fixed(path).dropped
    ] == []


WORDS = st.sampled_from(
    r"""The of on in tides Tides Germany X3DOM HTML5 iPhone DNA (NASA) U.S. U.K., Mars? Life: $N=4$ {ESA} {\"O}sterreich
    \LaTeX {\it Homo} Österreich Anglo-Saxon `Quoted' ``DNA'' A and history: Germany's e-Science AND/OR {B}ib{T}e{X}
    \emph{Homo} C++ {$\alpha$-Fe} Smith~Jones {{Braced}} 14th EU-wide. Ångström""".split()
)
TITLES = st.lists(WORDS, min_size=2, max_size=8).map(" ".join)
AUTHORS = st.lists(
    st.sampled_from(
        ["Doe, Jane", "Research Institute", "Acme Research Institute of Wells", "World Health Organization", "Bank",
         "{CERN}", "Ann Lee; Bo Ek", "others", "Smith, J. et al.", "University of\n  Wells",
         "Lab of Research Institute"]
    ),
    min_size=1, max_size=4,
).map(" and ".join)  # fmt: skip
NAMES = st.sampled_from(
    """title booktitle journal vloume volumee note notes _note xnote //note annote pages number url doi issn isbn year
    month edition Title jounral x_publisher publisher OPTnote tilte""".split()
)
VALUES = st.one_of(
    TITLES.map("{{{}}}".format), TITLES.map("{{{{{}}}}}".format), TITLES.map("{{{{{{{}}}}}}}".format),
    st.sampled_from(["{}", "{1-2}", "{pp. 3--4}", "{Vol. 3}", "{978-0-306-40615-7}", "{0028-0836}", "{March}", "{2}",
                     "5",
                     "{https://doi.org/10.1000/x}", "{A & B}", "{<i>Foo</i> &amp; Bar}", "{10\u20132}", '"A" # "B"',
                     "{\uff21 b\u200bc}", '{a "b" C}']),
)  # fmt: skip
ENTRIES = st.lists(
    st.tuples(AUTHORS, TITLES, st.lists(st.tuples(NAMES, VALUES), max_size=5)),
    min_size=1,
    max_size=3,
)


def written(entries: list[tuple[str, str, list[tuple[str, str]]]]) -> str:
    """Return entries as a .bib file."""
    return "\n".join(
        f"@article{{k{n},\n  author = {{{author}}},\n  title = {{{{{title}}}}}"
        + "".join(f",\n  {name} = {value}" for name, value in fields)
        + "\n}"
        for n, (author, title, fields) in enumerate(entries)
    )


@settings(max_examples=150, deadline=None)
@given(ENTRIES)
def test_every_fix_is_proved(
    entries: list[tuple[str, str, list[tuple[str, str]]]],
) -> None:
    """For any entries, no fix is dropped or repeats a field, and a second run changes nothing."""
    source = Source(written(entries), "x.bib")
    once = fix_text(source, read, ALL_RULES, unsafe=True)
    assert [(d.finding.code, d.reason) for d in once.dropped] == []
    assert doubled(once.source) - doubled(source) == Counter()
    assert fix_text(once.source, read, ALL_RULES, unsafe=True).source.text == once.source.text


@needs_bibtex
@settings(max_examples=40, deadline=None)
@given(st.lists(TITLES, min_size=20, max_size=20))
def test_no_capital_of_a_title_is_lost(
    tmp_path_factory: pytest.TempPathFactory, titles: list[str]
) -> None:
    """Words in double-braced titles keep their capitals in `bibtex`."""
    folder = tmp_path_factory.mktemp("bibtex")
    text = "\n".join(f"@misc{{k{n}, title={{{{{title}}}}}}}" for n, title in enumerate(titles))
    after = fix_text(Source(text, "x.bib"), read, ALL_RULES, unsafe=True).source.text
    old, new = printed(text.encode(), folder), printed(after.encode(), folder)
    assert [word for key in old for word in lost_capitals(old[key], new[key])] == []
