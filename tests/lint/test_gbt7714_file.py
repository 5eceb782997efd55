"""Files for the Chinese standard GB/T 7714, whose styles know more types and shorter entries."""

from tests.lint.exports import problems

RECORDS = r"""@book{zhang2012,
  author    = {张一山 and 李小溪 and 王大河},
  title     = {河口潮汐},
  address   = {北京},
  publisher = {科学出版社},
  year      = {2012},
  pages     = {23},
  langid    = {chinese}
}

@newspaper{li2000,
  author  = {李小溪},
  title   = {潮汐与城市},
  journal = {河口青年报},
  date    = {2000-11-20},
  number  = {15},
  langid  = {chinese}
}

@standard{standard2016,
  author    = {{中国标准化委员会}},
  title     = {潮汐术语: GB/T 99999---2016},
  address   = {北京},
  publisher = {中国标准出版社},
  year      = {2016},
  langid    = {chinese}
}
"""


def test_right_records_have_no_problem() -> None:
    """Chinese names have no given name after a comma, newspapers are a type, and books have pages."""
    assert problems(RECORDS) == []


def test_a_planted_date_is_found() -> None:
    """The file is checked like any other."""
    text = RECORDS.replace("2000-11-20", "2000-11-31")
    assert [code for code, _ in problems(text)] == ["DAT101"]
