"""The command line: one module a command.

A module of this folder whose name does not start with `_` is a command of the same name and exposes
it as `command`. It is imported when it is called, so that no command pays for another's imports.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from refkit import __version__
from refkit.cli._console import warn
from refkit.errors import InternalError, RefkitError, UnknownChoice, nearest
from refkit.folders import module_names


class CommandFolder(click.Group):
    """A group whose commands are the modules of this folder, and the one place that reports errors."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return module_names(__path__)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"{__name__}.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"`{__name__}.{cmd_name}` has no click command called `command`")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            raise UnknownChoice("command", args[0], known)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; `--help` and `--version` write while they are read."""
        try:
            return super().parse_args(ctx, args)
        except OSError as error:
            raise _unwritten(error, ctx) from error

    def invoke(self, ctx: click.Context) -> object:
        try:
            return self._run(ctx)
        except click.UsageError as error:
            where = error.ctx.command_path if error.ctx else "refkit"
            shown = _with_near_options(error) if isinstance(error, click.NoSuchOption) else error
            said = shown.format_message().rstrip(".").replace("\n", " ")
            warn(f"refkit: {said}; see `{where} --help`")
            raise click.exceptions.Exit(2) from error
        except InternalError as error:
            raise _internal(error, ctx) from error
        except RefkitError as error:
            warn(f"refkit: {error}")
            raise click.exceptions.Exit(2) from error
        except KeyboardInterrupt as error:
            warn("refkit: interrupted")
            raise click.exceptions.Exit(130) from error
        except BrokenPipeError as error:
            _drop_stdout()
            raise click.exceptions.Exit(141) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as error:
            raise _unwritten(error, ctx) from error
        except Exception as error:
            raise _internal(error, ctx) from error

    def _run(self, ctx: click.Context) -> object:
        """Run a command, and write what it printed before its exit code is decided."""
        if sys.stdout is None:
            raise RefkitError("standard output is closed; redirect it to /dev/null to see nothing")
        done = super().invoke(ctx)
        sys.stdout.flush()
        return done


def _with_near_options(error: click.NoSuchOption) -> click.NoSuchOption:
    """Suggest only the option that was perhaps meant; click suggests some that read quite differently."""
    options = {option.lstrip("-"): option for option in error.possibilities or ()}
    found = nearest(error.option_name.lstrip("-"), options)
    return click.NoSuchOption(error.option_name, possibilities=[options[found]] if found else [])


def _internal(error: Exception, ctx: click.Context) -> click.exceptions.Exit:
    """Report an error that nothing expected in one line, with the traceback if it was asked for."""
    from refkit.files.internal_errors import internal_error

    found = error if isinstance(error, InternalError) else internal_error(error)
    if ctx.params.get("traceback"):
        warn(found.details)
    warn(f"refkit: {found}")
    return click.exceptions.Exit(2)


def _unwritten(error: OSError, ctx: click.Context) -> click.exceptions.Exit:
    """Report that standard output cannot be written; an error about a file should have been caught."""
    if error.filename is not None:
        return _internal(error, ctx)
    _drop_stdout()
    warn(f"refkit: cannot write standard output: {(error.strerror or str(error)).lower()}")
    return click.exceptions.Exit(2)


def _drop_stdout() -> None:
    """Point standard output at nothing, so that Python's own flush at exit cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=CommandFolder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--traceback",
    is_flag=True,
    envvar="REFKIT_TRACEBACK",
    help="Show the traceback of an internal error.",
)
@click.version_option(__version__, prog_name="refkit", message="%(prog)s %(version)s")
def main(traceback: bool) -> None:
    """Check, fix, convert and format reference lists.

    Exit codes: 0: no problems; 1: problems found; 2: error.
    """
