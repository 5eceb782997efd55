"""Key styles: patterns with markers and modifiers of JabRef."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.errors import RefkitError
from refkit.model.item import Item
from refkit.model.key_style import KeyStyle

TEXT = r"""@article{four, author={M{\"u}ller, J{\"o}rg and O'Neil, Pat and van der Berg, R. and {\'A}lvarez, X.},
  title={On the {I}mportance of odd Fish}, journal={Journal of Fish Biology}, volume=7, number=3, pages={11--20},
  year=2001, month=mar, keywords={cod, river}}
@book{two, author={{\O}rsted, H. and Levi-Strauss, C.}, editor={Roe, R.}, title={Light}, date={1999-02}}
@book{others, author={Doe, J. and others}, title={A {\"O}de}, date={1999}}
@book{edited, editor={Roe, R.}, title={The Shore}, year=1998}
@misc{body, author={{World Health Organization}}, title={A test}}
@misc{titled, title={The \emph{sea} is blue}, year=1990}
@misc{chinese, author={王 小明}, title={中文}, year=1991}
"""
ITEMS = {item.id: item for item in refkit.loads(TEXT)}


@pytest.mark.parametrize(
    ("style", "key", "expected"),
    [
        ("[auth][year]", "four", "Muller2001"),
        ("[auth:lower][shortyear]", "four", "muller01"),
        ("[authors]", "four", "MullerONeilvanderBergAlvarez"),
        ("[authors3]", "four", "MullerONeilvanderBergEtAl"),
        ("[authors3]", "others", "DoeEtAl"),
        ("[auth3:upper]", "four", "MUL"),
        ("[auth.etal]", "four", "Muller.etal"),
        ("[auth.etal]", "two", "Orsted.LeviStrauss"),
        ("[authEtAl]", "two", "OrstedLeviStrauss"),
        ("[authEtAl]", "others", "DoeEtAl"),
        ("[authEtAl]", "edited", "Roe"),
        ("[auth.auth.ea]", "four", "Muller.ONeil.ea"),
        ("[authorsAlpha]", "four", "MOvA"),
        ("[authorsAlpha]", "two", "OL"),
        ("[authorsAlpha]", "edited", "Roe"),
        ("[authorIni]", "four", "MulleOvA"),
        ("[authorLast]", "four", "Alvarez"),
        ("[edtr]", "two", "Roe"),
        ("[pureauth:(anon)]", "edited", "anon"),
        ("[auth]", "body", "WHO"),
        ("[auth]", "titled", "sea"),
        ("[auth][year:(nd)]", "body", "WHOnd"),
        ("[title]", "four", "OntheImportanceofOddFish"),
        ("[fulltitle]", "four", "OntheImportanceofoddFish"),
        ("[camel]", "four", "OnTheImportanceOfOddFish"),
        ("[shorttitle]", "four", "ImportanceoddFish"),
        ("[veryshorttitle:lower]", "four", "importance"),
        ("[shorttitle:abbr]", "four", "IoF"),
        ("[title:truncate6]", "four", "OntheI"),
        ("[journal:abbr]_[volume]-[number]:[firstpage]/[lastpage]", "four", "JoFB_7-3:11/20"),
        ("[entrytype]:[month][keyword2]", "four", "article:03river"),
        ("[JOURNAL:abbr:lower][doi:(nodoi)]", "four", "jofbnodoi"),
        ("[author]x", "two", "OrstedLeviStraussx"),
        ("[auth][year]", "chinese", ""),
        ("[auth:(anon)][year]", "chinese", "anon1991"),
    ],
)  # fmt: skip
def test_markers_and_modifiers_have_the_meaning_of_jabref(
    style: str, key: str, expected: str
) -> None:
    """Keys are ASCII; without an author, the editor or a word of the title takes its place."""
    assert KeyStyle(style)(ITEMS[key]) == expected


@pytest.mark.parametrize(
    ("style", "message"),
    [
        ("[atuh]", "no marker `atuh`; did you mean `auth`"),
        ("[qqqq]", "choose from"),
        ("[auth:lowr]", "no modifier `lowr`; did you mean `lower`"),
        ("[auth:lower5]", "no modifier `lower5`"),
        ("[auth:truncate]", "no modifier `truncate`"),
        ("[auth:-]", "`:-` in `[auth:-]` is not a modifier"),
        ("[auth:(a b)]", "cannot contain"),
        ("auth", "has no marker"),
        ("", "has no marker"),
        ("[auth", "has no partner"),
        ("[auth][", "has no partner"),
        ("{[auth]}", "cannot contain `{`"),
        ("[]", "`[]` is not a marker"),
    ],
)  # fmt: skip
def test_malformed_styles_are_errors(style: str, message: str) -> None:
    """The message names the nearest marker or modifier, or lists them all."""
    with pytest.raises(RefkitError, match=re.escape(message)):
        KeyStyle(style)


@given(
    st.text(max_size=20), st.text(max_size=40),
    st.sampled_from(["[auth][year]", "[authors2]-[shorttitle]", "[title:abbr]", "[publisher:upper]"]),
)  # fmt: skip
def test_keys_can_be_written(family: str, title: str, style: str) -> None:
    """Whatever the names and titles are, keys have only characters that every format accepts."""
    item = Item.new("book", issued=2001)
    item.names["author"] = (refkit.Name(family=family),)
    item.text.update({"title": title, "publisher": title})
    assert re.fullmatch(r"[A-Za-z0-9_.:/+*-]*", KeyStyle(style)(item))
