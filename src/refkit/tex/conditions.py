"""TeX's condition `\\ifmmode`, which the exports of the American Physical Society use for letters and signs."""

from __future__ import annotations

import re

from refkit.patterns import lazy_pattern

_CONDITION = lazy_pattern(r"\\(ifmmode|else|fi)(?![A-Za-z])\s*|\\.|\$", re.DOTALL)


def without_conditions(tex: str) -> str:
    """Return `tex` with `\\ifmmode A\\else B\\fi` as A in formulas and as B elsewhere."""
    if "\\ifmmode" not in tex:
        return tex
    output: list[str] = []
    branches: list[bool] = []  # whether the current branch of each open condition counts
    start, skipped, in_formula = 0, 0, False
    for token in _CONDITION.finditer(tex):
        if not skipped:
            output.append(tex[start : token.start()])
        name, start = token[1], token.end()
        if name == "ifmmode":
            branches.append(in_formula)
            skipped += not in_formula
        elif name and branches:
            skipped -= not branches[-1]
            if name == "else":
                branches[-1] = not branches[-1]
                skipped += not branches[-1]
            else:
                branches.pop()
        else:
            start = token.start()
            in_formula ^= token[0] == "$"
    return tex if branches else "".join([*output, tex[start:]])
