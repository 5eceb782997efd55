"""Find the configuration file for a folder."""

from __future__ import annotations

import os
from functools import lru_cache

from refkit.files import read_source


@lru_cache(256)
def find_config(folder: str) -> str:
    """Return the path of the configuration file for a folder, or an empty string."""
    here = os.path.abspath(folder)
    own = os.path.join(here, "refkit.toml")
    if os.path.isfile(own):
        return own
    project = os.path.join(here, "pyproject.toml")
    if os.path.isfile(project) and "[tool.refkit" in read_source(project).text:
        return project
    above = os.path.dirname(here)
    return "" if above == here else find_config(above)
