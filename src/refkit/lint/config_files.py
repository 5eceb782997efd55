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
    if os.path.lexists(own):  # a folder or a dangling link is an error when it is read
        return own
    project = os.path.join(here, "pyproject.toml")
    if os.path.isfile(project) and _is_for_refkit(read_source(project).text):
        return project
    above = os.path.dirname(here)
    return "" if above == here else find_config(above)


def _is_for_refkit(text: str) -> bool:
    """Whether a pyproject.toml configures refkit, in whatever way TOML allows."""
    if "[tool.refkit" in text:
        return True
    if "refkit" not in text:
        return False
    import tomllib

    try:
        tool = tomllib.loads(text).get("tool")
    except (ValueError, RecursionError):  # other tools report it
        return False
    return isinstance(tool, dict) and "refkit" in tool
