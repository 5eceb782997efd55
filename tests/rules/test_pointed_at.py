"""Rules about a part of a value mark only this part."""

import pytest
from tests.rules.lintcase import fixed, quoted

PARTS = [
    ("NAM101", "@misc{a, author={Roe, B. and World Health\n Organization}}", ["World Health\n Organization"]),
    ("NAM220", "@misc{a, author={Ann Roe ; Bo Sand; Cy Field}}", [";"]),
    ("NAM221", "@misc{a, author={Ann Roe and and Bo Sand and}}", ["and and", "and"]),
    ("NAM223", "@misc{a, author={Roe, Ann and Sand, Bo et al.}}", ["et al."]),
    ("NAM223", "@misc{a, author={Roe, Ann and Others}}", ["Others"]),
    ("NAM224", "@misc{a, author={Roe12, Ann and Bo Sand* and Cy Field}}", ["Roe12, Ann", "Bo Sand*"]),
    ("NAM225", "@misc{a, author={Roe, Ann and\n SAND, BO}}", ["SAND, BO"]),
    ("NAM226", "@misc{a, author={Anna Rowan and Bo Sand and Rowan, Anna}}", ["Rowan, Anna"]),
    ("NAM227", "@misc{a, author={Roe, Ann and Bo Sand}}", ["Bo Sand"]),
    ("NAM228", "@misc{a, author={Ann Roe and X.}}", ["X."]),
    ("NAM228", "@misc{a, author={X.}}", ["X."]),
    ("SIG220", "@misc{a, author={Ann Roe and Lastname, Firstname}}", ["Lastname, Firstname"]),
    ("TEX221", "@misc{a, title={On \\sands and \\alpha-\\dunes{a}}}", ["\\sands", "\\dunes"]),
    ("TEX222", "@misc{a, title={Sand in Köln and Zürich}}", ["ö"]),
    ("TEX227", '@misc{a, title={On "Dunes"\n and "Sands"}}', ['"', '"']),
    ("TTL222", "@misc{a, title={On {Dunes.}}}", ["."]),
    ("TTL223", "@misc{a, title={On H<sub>2</sub>O &amp; <i>Sand}}", ["<sub>", "&amp;", "<i>"]),
    ("TTL225", "@misc{a, title={Dunes http://a.org/b and www.c.org/d}}", ["http://a.org/b", "www.c.org/d"]),
    ("TTL226", "@misc{a, title={The eBook and {LaTeX} in x3Dom}}", ["eBook", "x3Dom"]),
    ("TTL228", "@misc{a, booktitle={{Proceedings of the Conference of}}}", ["Conference of"]),
    ("FLD223", "@misc{a, note={{Ph.D. thesis}, in German}}", ["Ph.D. thesis"]),
    ("PAG101", "@article{a, pages={1--5,\n 9--7}}", ["9--7"]),
    ("PAG220", "@article{a, pages={pp. 3--5}}", ["pp."]),
    ("PAG223", "@book{a, edition={Second edition}}", ["edition"]),
    ("PAG225", "@article{a, volume={Vol. 3}}", ["Vol."]),
    ("IDS103", "@book{a, isbn={0-19-853453-1 and 978--3--598--21508--8}}", ["978--3--598--21508--8"]),
    ("IDS220", "@misc{a, note={See arXiv:2401.12345 of May}}", ["2401.12345"]),
    ("IDS221", "@misc{a, note={arXiv:2402.12 of May}}", ["2402.12"]),
    ("IDS223", "@misc{a, note={ORCID 0000-0002-1825-0098}}", ["0000-0002-1825-0098"]),
    ("IDS227", "@misc{a, url={http://a.org/b c}}", [" "]),
    ("IDS227", "@misc{a, url={\\url{http://a.org/<b>}}}", ["<"]),
    ("IDS227", "@misc{a, url={htp://a.org/b}}", ["htp://"]),
    ("SIG221", "@misc{a, url={http://a.org/?utm_source=chatgpt.com}}", ["utm_source=chatgpt.com"]),
    ("DAT223", "@inproceedings{a, booktitle={Proc. of DUNES 2003, Rome}, year=2010}", ["2003"]),
    ("DAT224", "@misc{a, note={Seen on Monday, 1 May 2015}}", ["Monday, 1 May 2015"]),
    ("DAT232", "@misc{a, title={Results of the 2015 census}, year=2010}", ["2015"]),
    ("KEY220", "@misc{ab~c, title={T}}", ["~"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "expected"), PARTS)
def test_the_part_is_pointed_at(code: str, text: str, expected: list[str]) -> None:
    """The finding marks the part that the message is about, not the whole value."""
    assert quoted(code, text) == expected


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("TEX227", 'a "b"\n c "d" e', "a ``b''\n c ``d'' e"),
        ("TTL222", "On\n {Dunes.}", "On\n {Dunes}"),
        ("TTL223", "H<sub>2</sub>O &amp; <i>Sand\n <b>x</b></i>",
         r"H\textsubscript{2}O \& \textit{Sand" "\n" r" \textbf{x}}"),
        ("TTL226", "The eBook\n in x3Dom", "The {eBook}\n in {x3Dom}"),
    ],
)  # fmt: skip
def test_all_of_a_value_of_several_lines_are_fixed(code: str, before: str, after: str) -> None:
    """One run fixes all of them, and the line breaks are kept."""
    assert (
        fixed(code, f"@misc{{a, title={{{before}}}}}", unsafe=True)
        == f"@misc{{a, title={{{after}}}}}"
    )


def test_a_tag_without_a_partner_does_not_keep_the_others_from_being_fixed() -> None:
    """The other tags and entities are fixed."""
    assert (
        fixed("TTL223", "@misc{a, title={<i>A</i> <b>B &lt; C}}", unsafe=True)
        == r"@misc{a, title={\textit{A} <b>B $<$ C}}"
    )
