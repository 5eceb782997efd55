"""Documents with citations, for comparisons with Pandoc's processor."""

REFERENCES = """
@article{doe2020, author={Doe, Jane}, title={Tests of tests}, journal={Journal of Tests},
  year=2020, volume=3, number=2, pages={1--9}, doi={10.1000/xyz}}
@article{doe2020b, author={Doe, Jane}, title={More tests}, journal={Journal of Tests},
  year=2020, volume=3, number=4, pages={20--29}}
@article{three2015, author={Ash, Ann and Birch, Bob and Cedar, Cyd}, title={Three trees}, journal={Forest Letters},
  year=2015, volume=12, pages={100--110}}
@article{many2018, author={Oak, Olive and Pine, Paul and Rowan, Ruth and Spruce, Sam and Teak, Tim and Ulm, Uma and
  Vine, Val}, title={Many trees}, journal={Forest Letters}, year=2018, volume=15, number=1, pages={5--8}}
@book{roe2019, author={Smith, John and Roe, Ann}, title={The big book}, publisher={Big Press}, address={London},
  year=2019}
@book{lee2001, author={Lee, Kim}, title={Small things}, publisher={Press}, address={Paris}, year=2001}
@book{gogh1890, author={van Gogh, Vincent}, title={Letters}, publisher={Arles Press}, address={Arles}, year=1890}
@book{edited2005, editor={Moss, Mia}, title={Collected plants}, publisher={Green}, address={Kew}, year=2005}
@incollection{fern2005, author={Fern, Fay}, title={On ferns}, booktitle={Collected plants}, editor={Moss, Mia},
  publisher={Green}, address={Kew}, year=2005, pages={30--40}}
@phdthesis{young2022, author={Young, Yan}, title={Young ideas}, school={University of Ideas}, year=2022}
@book{who2010, author={{World Health Organization}}, title={Health report}, publisher={WHO}, address={Geneva},
  year=2010}
"""

DOCUMENTS = (
    "A claim [@doe2020].",
    "A claim [@doe2020, p. 3].",
    "A claim [@doe2020, pp. 3-5].",
    "A claim [see @doe2020].",
    "A claim [see @doe2020, p. 3, for more].",
    "A claim [@doe2020; @lee2001].",
    "A claim [@roe2019; @lee2001; @three2015].",
    "As @doe2020 says.",
    "As @roe2019 says, twice: @roe2019 again.",
    "As @three2015 [p. 101] says.",
    "As @many2018 says.",
    "Doe says this [-@doe2020].",
    "Doe says this [-@doe2020, p. 4].",
    "Both [@doe2020; @doe2020b].",
    "One [@doe2020]. Two [@doe2020b]. One again [@doe2020].",
    "First [@lee2001, p. 1]. Then [@lee2001, p. 2]. Same [@lee2001, p. 2].",
    "First [@lee2001]. Other [@roe2019]. First [@lee2001].",
    "In a question [@lee2001]? And a list: one [@roe2019], two [@doe2020]; done.",
    "Chapters [@lee2001, chap. 3; @roe2019, chaps. 4-5].",
    "A section [@lee2001, sec. 2.1].",
    "A volume [@lee2001, vol. 2, p. 7].",
    "Folios [@lee2001, fol. 3].",
    "Edited books [@edited2005] and chapters [@fern2005].",
    "Theses [@young2022] and reports [@who2010].",
    "As @who2010 reports, and [@who2010, p. 12].",
    "Painters write letters [@gogh1890]. As @gogh1890 wrote.",
    "Many [@many2018] and three [@three2015; @many2018].",
    "Emphasis [*cf.* @doe2020; and @lee2001].",
    "A number [@doe2020, 33].",
    "Pages [@lee2001, 33-35, 38].",
    "A note.^[See @doe2020.]",
    "A note.^[See @doe2020 and @lee2001.] Then text [@doe2020].",
    "A note.^[@lee2001] Then text [@lee2001].",
    "A note.[^1] Then text [@roe2019].\n\n[^1]: Before [@lee2001], after.",
    "Text [@roe2019].[^1] More [@roe2019].\n\n[^1]: A note without citations.",
    "> Quoted text [@doe2020].\n\n* An item [@lee2001].\n* Another [@roe2019].",
    "| A | B |\n|---|---|\n| x [@doe2020] | y [@lee2001] |\n\nText [@roe2019].",
    "Only listed.\n\n::: {#refs}\n:::\n",
    "Text [@lee2001].\n\n# References\n\n::: {#refs}\n:::\n\n# Appendix\n\nMore [@doe2020].",
    "*Emphasis [@doe2020]* and **strong [@lee2001]** and [small [@roe2019]]{.smallcaps}.",
)
