"""The options that are in effect, with their origin."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from refkit.lint.config import OPTIONS, Config, OptionReader
from refkit.lint.options import CONFIGURABLE, DECLARED, key
from refkit.records import dataclass

# The defaults of options; options that are not listed have none.
DEFAULTS: Mapping[str, object] = {
    "fail-on": "info",
    "min-confidence": 0.0,
    "output-format": "full",
    "respect-gitignore": True,
}

_FLAGS = frozenset(key(name) for name in CONFIGURABLE if DECLARED[name].kind == "flag")


@dataclass(slots=True)
class Effective:
    """An option with its value in TOML, or an empty string without one, and its origin."""

    name: str
    value: str
    origin: str


def effective_options(config: Config) -> Iterator[Effective]:
    """Yield all options by name: those in the configuration, and the defaults of the others."""
    reader = OptionReader(config.path, config.text)
    for name in OPTIONS:
        if name in config.table:
            origin = f"{config.path}:{reader.line(name)}"
            yield Effective(name, toml(config.table[name]), origin)
        elif name in DEFAULTS or name in _FLAGS:
            yield Effective(name, toml(DEFAULTS.get(name, False)), "default")
        else:
            yield Effective(name, "", "not set")


def as_toml(options: Iterable[Effective]) -> str:
    """Return options as a configuration, with their origin in comments."""
    return "".join(map(_line, options))


def _line(option: Effective) -> str:
    if not option.value:
        return f"# {option.name}: {option.origin}\n"
    return f"{option.name} = {option.value}  # {option.origin}\n"


def toml(value: object) -> str:
    """Return a value in TOML on one line."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _quoted(value)
        case list():
            return f"[{', '.join(map(toml, value))}]"
        case dict():
            pairs = (f"{_key(str(name))} = {toml(part)}" for name, part in value.items())
            return f"{{ {', '.join(pairs)} }}"
        case datetime.date():
            return value.isoformat()
        case _:
            return str(value)


def _key(name: str) -> str:
    return name if name.replace("-", "").isalnum() and name.isascii() else _quoted(name)


def _quoted(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in '\\"':
        return "\\" + char
    code = ord(char)
    if char.isprintable():
        return char
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
