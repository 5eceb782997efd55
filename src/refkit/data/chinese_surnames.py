# ruff: noqa: E501
"""The most common Chinese family names in Pinyin (Ministry of Public Security, 2020)."""

CHINESE_SURNAMES = frozenset(
    """wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao
    peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lü lu ding ren shen yao zhong cui tan wan fan shi liao jia xia
    fu fang zou xiong bai meng qin qiu hou xue yan lei long duan hao kong shao mao gong qian gu dai""".split()
)
