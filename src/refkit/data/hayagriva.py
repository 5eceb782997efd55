"""Mapping between the entry types and fields of Hayagriva and those of CSL 1.0.2.

Source: "Hayagriva file format" (docs/file-format.md of Hayagriva 0.8).
"""

from __future__ import annotations

HAYAGRIVA_TYPES = frozenset(
    """anthology anthos article artwork audio blog book case chapter conference entry exhibition legislation
    manuscript misc newspaper original patent performance periodical post proceedings reference report
    repository scene thesis thread video web""".split()
)
