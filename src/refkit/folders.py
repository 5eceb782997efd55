"""The modules of a package, found by listing its folder."""

from __future__ import annotations

import os
from collections.abc import Iterable


def module_names(folders: Iterable[str]) -> list[str]:
    """Return the sorted names of the public modules and packages in folders, such as `__path__`.

    `pkgutil.iter_modules` finds the same, but its imports take longer than the listing.
    """
    names = {_module_name(entry) for folder in folders for entry in os.scandir(folder)}
    return sorted(name for name in names if name and name[0] not in "_.")


def _module_name(entry: os.DirEntry[str]) -> str:
    if entry.name.endswith(".py"):
        return entry.name[:-3]
    return entry.name if os.path.isfile(os.path.join(entry.path, "__init__.py")) else ""
