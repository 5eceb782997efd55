"""The command line, with one module per command.

A module of this folder whose name does not start with `_` is a command of the same name and exposes it as `command`.
It is imported only if it is called, so that no command waits for another's imports.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from refkit import __version__
from refkit.cli._console import warn, warn_details
from refkit.errors import InternalError, RefkitError, UnknownChoice, nearest
from refkit.folders import module_names


class CommandFolder(click.Group):
    """A group whose commands are the modules of this folder, and which reports their errors."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return [name.replace("_", "-") for name in module_names(__path__)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command and return it, or None for an unknown name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"{__name__}.{cmd_name.replace('-', '_')}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"`{__name__}.{cmd_name}` has no click command called `command`")
        if not any(param.name == "traceback" for param in command.params):
            command.params.append(_traceback_after_command())
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments name. Raises UnknownChoice, with the nearest name."""
        commands = self.list_commands(ctx)
        if args[0] not in commands and not args[0].startswith("-"):
            raise UnknownChoice("command", args[0], commands)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the options; `--help` and `--version` write their output during parsing."""
        if sys.stdout is None:
            warn(
                "refkit: standard output is closed; redirect it to /dev/null to discard the output"
            )
            raise click.exceptions.Exit(2)
        try:
            return super().parse_args(ctx, args)
        except BrokenPipeError as error:
            _discard_stdout()
            raise click.exceptions.Exit(141) from error
        except OSError as error:
            raise _report_closed_stdout(error, ctx) from error

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; every error becomes one line on standard error and an exit code."""
        try:
            return self._run(ctx)
        except click.UsageError as error:
            command_path = error.ctx.command_path if error.ctx else "refkit"
            usage_error = (
                _with_similar_option(error) if isinstance(error, click.NoSuchOption) else error
            )
            message = usage_error.format_message().rstrip(".").replace("\n", " ")
            warn(f"refkit: {message}; see `{command_path} --help`")
            raise click.exceptions.Exit(2) from error
        except InternalError as error:
            raise _report_internal_error(error, ctx) from error
        except RefkitError as error:
            warn(f"refkit: {error}")
            raise click.exceptions.Exit(2) from error
        except KeyboardInterrupt as error:
            warn("refkit: interrupted")
            raise click.exceptions.Exit(130) from error
        except BrokenPipeError as error:
            _discard_stdout()
            raise click.exceptions.Exit(141) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as error:
            raise _report_closed_stdout(error, ctx) from error
        except Exception as error:
            raise _report_internal_error(error, ctx) from error

    def _run(self, ctx: click.Context) -> object:
        """Run a command, and flush its output before the exit code is determined."""
        result = super().invoke(ctx)
        sys.stdout.flush()
        return result


def _traceback_after_command() -> click.Option:
    """Return the option `--traceback` for a command: people add it to the end of the line that failed."""

    def enable(ctx: click.Context, option: click.Parameter, is_set: bool) -> None:
        if is_set:
            ctx.find_root().params["traceback"] = True

    return click.Option(
        ["--traceback"],
        is_flag=True,
        hidden=True,
        help="Show the traceback of an internal error.",
        expose_value=False,
        is_eager=True,
        callback=enable,
    )


def _with_similar_option(error: click.NoSuchOption) -> click.NoSuchOption:
    """Return the error with only a similar option as suggestion; click's suggestions can be very different."""
    options = {option.lstrip("-"): option for option in error.possibilities or ()}
    similar = nearest(error.option_name.lstrip("-"), options)
    return click.NoSuchOption(
        error.option_name, possibilities=[options[similar]] if similar else []
    )


def _report_internal_error(error: Exception, ctx: click.Context) -> click.exceptions.Exit:
    """Report an unexpected error in one line, after its traceback if requested."""
    from refkit.files.internal_errors import internal_error

    internal = error if isinstance(error, InternalError) else internal_error(error)
    if ctx.params.get("traceback"):
        warn_details(internal.details)
    warn(f"refkit: {internal}")
    return click.exceptions.Exit(2)


def _report_closed_stdout(error: OSError, ctx: click.Context) -> click.exceptions.Exit:
    """Report that standard output cannot be written; an error with a file name is unexpected here."""
    if error.filename is not None:
        return _report_internal_error(error, ctx)
    _discard_stdout()
    warn(f"refkit: cannot write standard output: {(error.strerror or str(error)).lower()}")
    return click.exceptions.Exit(2)


def _discard_stdout() -> None:
    """Redirect standard output to the null device, so that the flush at exit cannot fail again."""
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
