"""The options of `check` are declared once, for the command line and the configuration."""

from pathlib import Path

import click
import pytest

from refkit.cli import main
from refkit.lint.config import load_config
from refkit.lint.options import CONFIGURABLE, DECLARED, Request, key
from refkit.lint.precedence import OF_FILES, combined

EXAMPLES = {
    "codes": '["PAG", "DAT101"]', "count": "3", "day": "2026-01-31", "flag": "true", "fraction": "0.5",
    "patterns": '["old"]', "switch": "false", "word": '"name"',
}  # fmt: skip


def test_every_option_is_on_the_command_line() -> None:
    """The options of the command are the declared ones."""
    command = main.get_command(click.Context(main), "check")
    assert command is not None
    names = [option.name for option in command.params if isinstance(option, click.Option)]
    assert names == [*DECLARED, "traceback"]


@pytest.mark.parametrize("name", CONFIGURABLE)
def test_every_configurable_option_is_read(name: str, tmp_path: Path) -> None:
    """The value of a configuration arrives at the request, unless the command line sets another."""
    option = DECLARED[name]
    value = f'"{option.choices[0]}"' if option.choices else EXAMPLES[option.kind]
    path = tmp_path / "refkit.toml"
    path.write_text(f"{key(name)} = {value}", encoding="utf-8")
    configured = load_config(str(path)).options
    assert getattr(configured, name) != getattr(Request(), name)
    assert combined(Request(), configured, name) == getattr(configured, name)


def test_options_of_files_are_settings_of_rules() -> None:
    """An option of the same name as a setting is taken from the configuration next to each file."""
    assert {"select", "ignore", "dialect", "document_date", "style"} <= set(OF_FILES)
    assert not {"output_format", "exclude", "baseline"} & set(OF_FILES)


def test_no_on_the_command_line_counts() -> None:
    """`--no-respect-gitignore` overrides a configuration that says the opposite."""
    request, configured = Request(respect_gitignore=False), Request(respect_gitignore=True)
    assert combined(request, configured, "respect_gitignore") is False
