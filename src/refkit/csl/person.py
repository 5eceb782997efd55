"""One name in the form of a style: order of parts, initials, formatting (CSL 1.0.2, cs:name)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from refkit.csl.initials import initials
from refkit.csl.output import LOOK_ATTRIBUTES, PLAIN, Group, Look, Node, Tag, Text
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, replace

# Letters of scripts that put the given name first or know initials: Latin to Arabic and beyond.
_WESTERN = lazy_pattern(r"[A-Za-z\u00c0-\u10ff\u1e00-\u1fff]")
_LETTER = lazy_pattern(r"[^\W\d_]")
_CLINGS = "'’ʼ‘-‐–\u00a0 "  # a particle that ends so stands right before its name: d', al-


@dataclass(slots=True, frozen=True)
class NameRule:
    """How a cs:name writes names. `demote` is whether the inverted order puts particles last."""

    short: bool
    initialize: bool
    initialize_with: str | None
    hyphen: bool
    demote: bool
    separator: str
    family: Look
    given: Look
    look: Look

    @property
    def levels(self) -> tuple[int, ...]:
        """Return the levels of given-name disambiguation that change a name (see Hints)."""
        by_initials = self.initialize_with is not None and self.initialize
        if self.short:
            return (1, 2) if by_initials else (2,)
        return (2,) if by_initials else ()


Writer = Callable[[Name, bool, int], Node]


def name_writer(rule: NameRule) -> Writer:
    """Return the function `(name, inverted, level) -> node` for a rule."""
    look = rule.look
    bare = bare_look(look)
    if rule.family == PLAIN and rule.given == PLAIN:

        def write_plain(name: Name, inverted: bool, level: int) -> Node:
            text = name_text(rule, name, inverted, level)
            return Text(text, bare if name.literal else look, Tag.NAME, True)

        return write_plain

    def write_parts(name: Name, inverted: bool, level: int) -> Node:
        parts = _parts(rule, name, inverted, level)
        return Group(parts, "", bare if name.literal else look, Tag.NAME)

    return write_parts


def name_text(rule: NameRule, name: Name, inverted: bool, level: int = 0) -> str:
    """Return a name as plain text, without the formatting of its parts."""
    if name.literal:
        return name.literal
    family = name.family
    if not family or not name.given:
        return _lone_text(rule, name, inverted, level)
    if not family.isascii() and is_eastern(name):
        return family if rule.short and not level else family + _gap(name) + name.given
    if rule.short and not level:
        return _short_text(rule, name, inverted)
    given = given_text(rule, name.given, level)
    if not inverted or name.static_ordering:
        if name.static_ordering:
            return f"{family} {given}"
        last = _joined(name.dropping_particle, _joined(name.particle, family))
        return f"{given}{_after_given(rule, level)}{last}{_suffix_after(rule, name)}"
    after = _joined_after(given, name.dropping_particle)
    if rule.demote:
        after = _joined_after(after, name.particle)
    else:
        family = _joined(name.particle, family)
    suffix = rule.separator + suffix_text(rule, name.suffix) if name.suffix else ""
    return f"{family}{rule.separator}{after}{suffix}"


def given_text(rule: NameRule, given: str, level: int = 0) -> str:
    """Return a given name in full or as initials."""
    mark = rule.initialize_with
    if mark is None:
        return given
    return initials(given, mark, rule.initialize and level < 2, rule.hyphen)


def _after_given(rule: NameRule, level: int) -> str:
    """Return the space after a given name, which is that after its initials if it does not break a line."""
    mark = rule.initialize_with or ""
    return "\u00a0" if mark.endswith("\u00a0") and rule.initialize and level < 2 else " "


def suffix_text(rule: NameRule, suffix: str) -> str:
    """Return a suffix with full stops like those of initials: "Jr." with "BC" is "Jr"."""
    if rule.initialize_with is None or "." not in suffix:
        return suffix
    return initials(suffix, rule.initialize_with, False, rule.hyphen)


def _suffix_after(rule: NameRule, name: Name) -> str:
    """Return a suffix after a name in its usual order."""
    if not name.suffix:
        return ""
    return f"{',' if name.comma_suffix else ''} {suffix_text(rule, name.suffix)}"


def is_eastern(name: Name) -> bool:
    """Whether a name is in a script with the family name first and without a space."""
    written = name.family + name.given
    return not _WESTERN.search(written) and _LETTER.search(written) is not None


PREFIXES = frozenset("\u05d5")
"""Words for "and" that are written together with the next word: the Hebrew vav."""

# Scripts with spaces around words; a vav with a space of its own joins names by itself.
_SPACED = lazy_pattern(r"(?!\u05d5\s)[0-9A-Za-z\u00aa-\u10ff\u1e00-\u1fff]")


def is_spaced(word: str) -> bool:
    """Whether a word between names begins in a script with spaces around words."""
    return _SPACED.match(word) is not None


def _gap(name: Name) -> str:
    return " " if name.static_ordering else ""


def _lone_text(rule: NameRule, name: Name, inverted: bool, level: int) -> str:
    """Return a name with only a family name or only a given name."""
    if not name.family:
        return name.given
    family = _joined(name.particle, name.family)
    if rule.short and not level:
        return _short_text(rule, name, inverted)
    particle = name.dropping_particle
    if not inverted:
        return _joined(particle, family) + _suffix_after(rule, name)
    after = _joined_after(particle, name.particle) if rule.demote else particle
    suffix = suffix_text(rule, name.suffix)
    known = (name.family if rule.demote else family, after, suffix)
    return rule.separator.join(part for part in known if part)


def _short_text(rule: NameRule, name: Name, inverted: bool) -> str:
    if inverted and rule.demote and name.particle:
        return f"{name.family}{rule.separator}{name.particle}"
    return _joined(name.particle, name.family)


def _joined(particle: str, family: str) -> str:
    if not particle:
        return family
    return particle + family if particle[-1] in _CLINGS else f"{particle} {family}"


def _joined_after(given: str, particle: str) -> str:
    return f"{given} {particle}" if given and particle else given or particle


def _parts(rule: NameRule, name: Name, inverted: bool, level: int) -> list[Node]:
    """Return the formatted name-parts with spaces between them.

    CSL 1.0.2, "Name-part Formatting": the formatting of family also applies to the non-dropping particle, and that
    of given to the dropping one. Affixes of family enclose the particles before it and, in names that are not
    inverted, the suffix; those of given enclose the particles after it.
    """
    family, given = name.family, name.given
    if name.literal:
        return [Text(name.literal, bare_look(rule.family), None, True)]
    if not family:
        return [_dressed([(given, rule.given)], rule.given)]
    short = rule.short and not level
    if given and not family.isascii() and is_eastern(name):
        first = Text(family, eastern_look(rule.family), None, True)
        return [first] if short else [first, Text(given, eastern_look(rule.given), None, True)]
    if short and inverted and rule.demote and name.particle:
        last = _dressed([(name.particle, rule.family)], rule.given)
        return [_dressed([(family, rule.family)], rule.family), Text(rule.separator), last]
    if short:
        return [_dressed([(name.particle, rule.family), (family, rule.family)], rule.family)]
    given = given_text(rule, given, level) if given else ""
    if name.static_ordering:
        pieces = _dressed([(family, rule.family)], rule.family), given
        return _spaced(pieces[0], _dressed([(given, rule.given)], rule.given) if given else None)
    if inverted:
        return _inverted_parts(rule, name, given)
    return _forward_parts(rule, name, given, level)


def _forward_parts(rule: NameRule, name: Name, given: str, level: int) -> list[Node]:
    last = _dressed(
        [
            (name.dropping_particle, rule.given),
            (name.particle, rule.family),
            (name.family, rule.family),
        ],
        rule.family,
        _suffix_after(rule, name),
    )
    first = _dressed([(given, rule.given)], rule.given) if given else None
    return _spaced(first, last, _after_given(rule, level))


def _inverted_parts(rule: NameRule, name: Name, given: str) -> list[Node]:
    before = [] if rule.demote else [(name.particle, rule.family)]
    after = [(given, rule.given), (name.dropping_particle, rule.given)]
    if rule.demote:
        after.append((name.particle, rule.family))
    parts: list[Node] = [_dressed([*before, (name.family, rule.family)], rule.family)]
    if any(text for text, _ in after):
        parts += [Text(rule.separator), _dressed(after, rule.given, "", False)]
    if name.suffix:
        suffix = suffix_text(rule, name.suffix)
        parts += [Text(rule.separator), Text(suffix, PLAIN, None, True)]
    return parts


def _spaced(first: Node | None, last: Node | None, gap: str = " ") -> list[Node]:
    if first is None or last is None:
        return [part for part in (first, last) if part is not None]
    return [first, Text(gap), last]


def _dressed(
    texts: list[tuple[str, Look]], outer: Look, suffix: str = "", clinging: bool = True
) -> Node:
    """Return several formatted texts with the affixes of `outer` around them."""
    children: list[Node] = []
    written = [(text, look) for text, look in texts if text]
    for at, (text, look) in enumerate(written):
        children.append(Text(text, bare_look(look), None, True))
        clings = clinging and text[-1] in _CLINGS
        if at + 1 < len(written) and not clings:
            children.append(Text(" "))
    if suffix:
        children.append(Text(suffix, PLAIN, None, True))
    affixes = affix_look(outer)
    if len(children) == 1 and affixes == PLAIN:
        return children[0]
    return Group(children, "", affixes)


@lru_cache(256)
def bare_look(look: Look) -> Look:
    """Return formatting without its affixes."""
    return replace(look, prefix="", suffix="")


@lru_cache(256)
def eastern_look(look: Look) -> Look:
    """Return the formatting of a name-part for an eastern name: no affixes and no italics."""
    return replace(look, prefix="", suffix="", font_style="")


_RESETS = frozenset({"normal", "none", "baseline"})


def without_resets(look: Look, names: Look) -> Look:
    """Return the formatting of a single name without values that would undo that of the cs:names around it.

    A cs:name cannot remove the formatting of its cs:names.
    """
    for name in LOOK_ATTRIBUTES:
        worn = getattr(names, name)
        if getattr(look, name) in _RESETS and worn and worn not in _RESETS:
            look = _without(look, name)
    return look


def _without(look: Look, attribute: str) -> Look:
    return replace(look, **{attribute: ""})  # type: ignore[arg-type]  # one of the attributes of str


@lru_cache(256)
def affix_look(look: Look) -> Look:
    """Return only the affixes of formatting."""
    if not (look.prefix or look.suffix):
        return PLAIN
    return Look(prefix=look.prefix, suffix=look.suffix)
