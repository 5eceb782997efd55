"""The configuration of commands other than `check` and `tidy`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

from refkit.lint.config_files import find_config

if TYPE_CHECKING:
    from refkit.lint.config import Config


class FolderOptions(TypedDict):
    """The arguments of `load` about files in folders, and about the files of a bibliography."""

    exclude: Sequence[str]
    respect_gitignore: bool
    bibliography: Sequence[str]


class StyleOptions(TypedDict):
    """The arguments of `cite` about the style and the language."""

    style: str
    locale: str | None
    item_language: bool


def style_options(
    config: Config | None, style: str | None, locale: str | None, item_language: bool | None
) -> StyleOptions:
    """Return the options of the command line about the style, completed by those of a configuration."""
    if config is None:
        return StyleOptions(style=style or "apa", locale=locale, item_language=bool(item_language))
    return StyleOptions(
        style=style or config.options.style or "apa",
        locale=locale or config.locale or None,
        item_language=config.item_language if item_language is None else item_language,
    )


def folder_options(config: Config | None) -> FolderOptions:
    """Return the options of a configuration about files to skip in folders and files to read as one."""
    if config is None:
        return FolderOptions(exclude=(), respect_gitignore=False, bibliography=())
    return FolderOptions(
        exclude=config.exclude,
        respect_gitignore=bool(config.options.respect_gitignore),
        bibliography=_bibliography(config),
    )


def _bibliography(config: Config) -> Sequence[str]:
    """Return the files of the option `bibliography`."""
    if not config.bibliography:
        return ()
    from refkit.lint.declared import configured

    return configured(config.bibliography, config.settings.folder).files


def configuration(path: str, isolated: bool) -> Config | None:
    """Return the configuration in a file, or else that of the current folder, or None if there is none."""
    found = "" if isolated else path or find_config(os.getcwd())
    if not found:
        return None
    from refkit.lint.config import load_config

    return load_config(found)
