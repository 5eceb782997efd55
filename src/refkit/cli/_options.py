"""Options of commands: made from the declarations in `refkit.lint.options`, and others that several commands have."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

import click
from click.core import ParameterSource

from refkit.lint.options import DECLARED, Option

if TYPE_CHECKING:
    DayType = click.ParamType[datetime.date]
    CodesType = click.ParamType[tuple[str, ...]]
else:
    DayType = CodesType = click.ParamType

Decorated = TypeVar("Decorated", bound=Callable[..., object])


class DateParameter(DayType):
    """A date like 2026-01-31."""

    name = "yyyy-mm-dd"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """Return the date that an argument contains."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"`{value}` is not a date; write it as 2026-01-31", param, ctx)


class RuleCodes(CodesType):
    """Comma-separated codes, prefixes or names of rules."""

    name = "rules"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the selectors that an argument contains."""
        if isinstance(value, tuple):
            return value
        words = tuple(word.strip() for word in str(value).split(",") if word.strip())
        if not words:
            self.fail("the value is empty; name at least one rule", param, ctx)
        return words


class WholeNumber(click.IntRange):
    """A whole number in a range."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number that an argument contains."""
        digits = str(value).strip().replace("_", "")
        if not digits[digits[:1] in ("+", "-") :].isdecimal():
            self.fail(f"`{value}` is not a whole number", param, ctx)
        number: int = super().convert(value, param, ctx)  # type: ignore[arg-type]  # it takes text
        return number


def finite(ctx: click.Context, option: click.Parameter, value: float | None) -> float | None:
    """Refuse "nan", which is neither below the smallest nor above the largest number of a range."""
    if value is not None and value != value:
        raise click.BadParameter("`nan` is not a number from 0 to 1", ctx, option)
    return value


def split_names(
    ctx: click.Context, option: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Return the names in an argument, with commas or spaces between them; refuse an argument without one."""
    if value is None:
        return None
    names = tuple(name for name in value.replace(",", " ").split() if name.strip("-"))
    if not names:
        raise click.BadParameter("give the names of fields, such as `title,year`", ctx, option)
    return names


def not_empty(ctx: click.Context, option: click.Parameter, value: str) -> str:
    """Refuse a value that is empty although the option was used: `--style "$STYLE"` with an unset variable."""
    is_used = ctx.get_parameter_source(str(option.name)) is ParameterSource.COMMANDLINE
    if is_used and not value.strip():
        raise click.BadParameter("the value is empty", ctx, option)
    return value


def _patterns(
    ctx: click.Context, option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Refuse patterns that are empty or malformed."""
    if values:
        from refkit.lint.precedence import pattern_fault

        fault = next(filter(None, map(pattern_fault, values)), "")
        if fault:
            raise click.BadParameter(fault, ctx, option)
    return values


def declared(name: str) -> Callable[[Decorated], Decorated]:
    """Return the decorator that adds a declared option to a command."""
    option = DECLARED[name]
    metavar = option.metavar or None
    match option.kind:
        case "codes":
            return _option(name, option, type=RuleCodes(), multiple=True, callback=_joined)
        case "patterns":
            return _option(name, option, multiple=True, metavar=metavar, callback=_patterns)
        case "flag":
            return _option(name, option, is_flag=True)
        case "off":
            return _option(name, option, flag_value=False, default=True)
        case "switch":
            return _option(name, option, default=None)
        case "day":
            return _option(name, option, type=DateParameter())
        case "fraction":
            return _option(
                name, option, type=click.FloatRange(0, 1), metavar=metavar, callback=finite
            )
        case "count":
            return _option(name, option, type=WholeNumber(0), metavar=metavar)
        case "word":
            return _option(name, option, metavar=metavar, default="", callback=not_empty)


def all_declared(command: Decorated) -> Decorated:
    """Add all declared options to a command, in their order."""
    for name in reversed(tuple(DECLARED)):
        command = declared(name)(command)
    return command


def _option(name: str, option: Option, **properties: object) -> Callable[[Decorated], Decorated]:
    word = name.replace("_", "-")
    usual = f"--{word}/--no-{word}" if option.kind == "switch" else f"--{word}"
    flags = option.flags or (usual,)
    return click.option(*flags, name, help=option.help, **properties)  # type: ignore[arg-type]


def _joined(
    ctx: click.Context, option: click.Parameter, groups: Iterable[tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the selectors of an option that was used several times."""
    return tuple(word for group in groups for word in group)


config = declared("config")
isolated = declared("isolated")
respect_gitignore = declared("respect_gitignore")
source_format = declared("source_format")
encoding = declared("encoding")
min_confidence = declared("min_confidence")
cache_dir = declared("cache_dir")
output_file = click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(),
    metavar="FILE",
    help="Write to FILE instead of standard output.",
)
