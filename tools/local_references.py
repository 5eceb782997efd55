"""Synthetic references in the habits of a language, as its journals, theses and web pages write them.

`reference_patterns/LANGUAGE.toml` is a grammar: the table `rules` lists the alternatives of each rule, and `names` the
parts of people's names. In an alternative, `{title}` is a rule, `{a|b|}` is one of several texts, `<title:...>` labels
a field, and `{#40}` is a number up to 40. `3* ` before an alternative makes it three times as frequent. Some rules are
the same in all languages (`BUILT_IN`). Titles, names, journals, publishers and places are sometimes those of real
references, because lists in one language contain works in others.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random
from typing import TypeAlias

from tools.invented_works import Pools, make_pools
from tools.text_labels import LabelledReference, Span

__all__ = ["LANGUAGES", "Grammar", "grammar", "local_references"]

FOLDER = Path(__file__).with_name("reference_patterns")
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
BORROWED = {"title": 0.35, "journal": 0.25, "publisher": 0.2, "city": 0.15}  # from real references
BORROWED_NAMES = 0.4
LONGEST_TITLE = 180
MAX_DEPTH = 40
WEIGHT = re.compile(r"(\d)\* ")
NUMBER = re.compile(r"#[1-9]\d*")
NO_STOP_AFTER = "?!…"
CLOSERS = "”\"»’)'"


@dataclass(slots=True, frozen=True)
class Rule:
    """A reference to a rule, or to a number."""

    name: str


@dataclass(slots=True, frozen=True)
class Choice:
    """One of several sequences."""

    options: tuple[Sequence[Node], ...]


@dataclass(slots=True, frozen=True)
class Field:
    """A labelled sequence."""

    label: str
    nodes: Sequence[Node]


Node: TypeAlias = str | Rule | Choice | Field


@dataclass(slots=True, frozen=True)
class Alternatives:
    """The alternatives of a rule with their weights."""

    bodies: tuple[Sequence[Node], ...]
    weights: tuple[int, ...]


@dataclass(slots=True, frozen=True)
class Names:
    """How a language's lists write people."""

    families: tuple[str, ...]
    given: tuple[str, ...]
    forms: tuple[str, ...]  # `F, G`, `F I`, `FF G`: family name, in capitals, given name, initials
    between: tuple[str, ...]
    last: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(slots=True, frozen=True)
class Grammar:
    """The rules of a language's references."""

    rules: Mapping[str, Alternatives]
    names: Names


@dataclass(slots=True, frozen=True)
class Stock:
    """Values of real references."""

    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    people: Sequence[tuple[str, str]] = ()


def local_references(
    records: Iterable[LabelledReference], count: int, chance: Random
) -> list[LabelledReference]:
    """Return `count` labelled references in the habits of all languages."""
    stock = make_stock(make_pools(records))
    return [one_reference(chance.choice(LANGUAGES), stock, chance) for _ in range(count)]


def one_reference(language: str, stock: Stock, chance: Random) -> LabelledReference:
    """Return a labelled reference in the habits of a language."""
    writer = Writer(grammar(language), stock, chance)
    writer.expand("reference")
    return writer.record(f"local/{language}")


def make_stock(pools: Pools) -> Stock:
    """Return the titles, journals, publishers, places and people of real works."""
    people = [name for item in pools.all for name in item.author if name.family and name.given]
    values = {
        "title": [i.title for i in pools.all if len(i.title) < LONGEST_TITLE],
        "journal": [i.container_title for i in pools.articles],
        "publisher": [i.publisher for i in pools.books],
        "city": [p for i in pools.books if (p := i.text.get("publisher-place", ""))],
    }
    plain = {name: [text for text in texts if "<" not in text] for name, texts in values.items()}
    return Stock(plain, [(f"{n.particle} {n.family}".strip(), n.given) for n in people])


# Reading a grammar


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language."""
    with (FOLDER / f"{language}.toml").open("rb") as file:
        data = tomllib.load(file)
    names = data["names"]
    rules = {name: alternatives(texts) for name, texts in data["rules"].items()}
    for name, rule in rules.items():
        if unknown := [found for found in names_in(rule.bodies) if not is_known(found, rules)]:
            raise ValueError(f"{language}: `{name}` names unknown rules: {', '.join(unknown)}")
    return Grammar(
        rules,
        Names(
            split_list(names["families"]),
            split_list(names["given"]),
            tuple(names["forms"]),
            tuple(names["between"]),
            tuple(names["last"]),
            tuple(names["others"]),
        ),
    )


def names_in(sequences: Iterable[Sequence[Node]]) -> Iterator[str]:
    """Yield the names of the rules in sequences."""
    for node in chain.from_iterable(sequences):
        match node:
            case Rule():
                yield node.name
            case Choice():
                yield from names_in(node.options)
            case Field():
                yield from names_in([node.nodes])


def is_known(name: str, rules: Mapping[str, Alternatives]) -> bool:
    """Whether a name is that of a rule or a number."""
    return name in rules or name in BUILT_IN or NUMBER.fullmatch(name) is not None


def split_list(text: str) -> tuple[str, ...]:
    """Return the values of a list with commas."""
    return tuple(value for part in text.split(",") if (value := part.strip()))


def alternatives(texts: str | Sequence[str]) -> Alternatives:
    """Return the alternatives of a rule: a list of texts, or a text with one per line or between bars."""
    if isinstance(texts, str):
        separator = "\n" if "\n" in texts else " | "
        texts = [line for part in texts.split(separator) if (line := part.strip())]
    bodies, weights = [], []
    for text in texts:
        weight = WEIGHT.match(text)
        bodies.append(parse(text[weight.end() :] if weight else text))
        weights.append(int(weight[1]) if weight else 1)
    return Alternatives(tuple(bodies), tuple(weights))


TEXT = re.compile(r"[^{}<>|]+|\|")


def parse(text: str) -> Sequence[Node]:
    """template = (text | "{" name "}" | "{" template ("|" template)* "}" | "<" label ":" template ">")*"""
    nodes, end = parse_sequence(text, 0, "")
    if end < len(text):
        raise ValueError(f"`{text[end]}` without a beginning in `{text}`")
    return nodes


def parse_sequence(text: str, pos: int, stops: str) -> tuple[list[Node], int]:
    """Return the nodes up to one of the characters in `stops`, and the position of that character."""
    nodes: list[Node] = []
    while pos < len(text) and text[pos] not in stops:
        if text[pos] == "{":
            node, pos = parse_braces(text, pos + 1)
        elif text[pos] == "<":
            node, pos = parse_field(text, pos + 1)
        elif found := TEXT.match(text, pos):
            node, pos = found[0], found.end()
        else:
            break
        nodes.append(node)
    return nodes, pos


def parse_field(text: str, pos: int) -> tuple[Node, int]:
    """Return the field after an opening angle bracket, and the position after the closing one."""
    label, _, _ = text[pos:].partition(":")
    nodes, end = parse_sequence(text, pos + len(label) + 1, ">")
    if text[end : end + 1] != ">":
        raise ValueError(f"no `>` for `{label}` in `{text}`")
    return Field(label, nodes), end + 1


def parse_braces(text: str, pos: int) -> tuple[Node, int]:
    """Return the rule or choice after an opening brace, and the position after the closing one."""
    start, options = pos, list[Sequence[Node]]()
    while not options or text[pos : pos + 1] == "|":
        nodes, pos = parse_sequence(text, pos + bool(options), "|}")
        options.append(nodes)
    if text[pos : pos + 1] != "}":
        raise ValueError(f"no `}}` in `{text}`")
    return (Choice(tuple(options)) if len(options) > 1 else Rule(text[start:pos])), pos + 1


# Writing a reference


class Writer:
    """Text of one reference, with its fields."""

    def __init__(self, rules: Grammar, stock: Stock, chance: Random) -> None:
        self.grammar = rules
        self.stock = stock
        self.chance = chance
        self.text = ""
        self.spans: list[Span] = []
        self.year = chance.choice((chance.randrange(1880, 2024), chance.randrange(1970, 2024)))
        self.name_form = chance.choice(rules.names.forms)
        self.between = chance.choice(rules.names.between)
        self.last = chance.choice(rules.names.last)

    def record(self, source: str) -> LabelledReference:
        """Return the reference, often without its final full stop and with straight marks."""
        text = self.text.rstrip()
        if self.chance.random() < 0.2 and not text.endswith((" al.", " a.")):
            text = text.rstrip(".")
        if self.chance.random() < 0.3:
            text = text.replace("–", "-")
        if self.chance.random() < 0.3:
            text = text.translate(str.maketrans("“”„‘’", '"""\'\''))
        spans = (Span(x, a, min(b, len(text))) for x, a, b in self.spans if a < len(text))
        return LabelledReference(text, tuple(spans), source, "")

    def add(self, text: str) -> None:
        """Append text, without a second space or full stop."""
        if text[:1] == " " and self.text[-1:] in ("", " "):
            text = text[1:]
        if text[:1] == "." and self.text.rstrip(CLOSERS)[-1:] in (".", *NO_STOP_AFTER):
            text = text[1:]
        self.text += text

    def expand(self, name: str, depth: int = 0) -> None:
        """Append a rule's text."""
        if depth > MAX_DEPTH:
            raise ValueError(f"the rule `{name}` contains itself")
        if name.startswith("#"):
            self.add(str(self.chance.randrange(1, int(name[1:]) + 1)))
        elif name in BUILT_IN:
            self.add(BUILT_IN[name](self))
        elif self.chance.random() < BORROWED.get(name, 0) and self.stock.values.get(name):
            self.add(self.chance.choice(self.stock.values[name]))
        else:
            rule, start = self.grammar.rules[name], len(self.text)
            self.write(self.chance.choices(rule.bodies, rule.weights)[0], depth + 1)
            if name == "sub" and self.text[:start].endswith(". "):
                self.text = self.text[:start] + with_capital(self.text[start:])

    def write(self, nodes: Sequence[Node], depth: int) -> None:
        """Append the text of nodes."""
        for node in nodes:
            match node:
                case str():
                    self.add(node)
                case Rule():
                    self.expand(node.name, depth)
                case Choice():
                    self.write(self.chance.choice(node.options), depth)
                case Field():
                    start = len(self.text)
                    self.write(node.nodes, depth)
                    self.mark(node.label, start)

    def mark(self, label: str, start: int) -> None:
        """Label the text after a place, without spaces at its ends."""
        words = self.text[start:]
        first = start + len(words) - len(words.lstrip())
        end = start + len(words.rstrip())
        if first < end:
            self.spans.append(Span(label, first, end))


def with_capital(text: str) -> str:
    """Return text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


# People


def people(writer: Writer, most: int, form: str) -> str:
    """Return the names of one to `most` people in a form."""
    chance, names = writer.chance, writer.grammar.names
    count = min(most, chance.choice((1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5)))
    written = [one_person(writer, form) for _ in range(count)]
    if most > 1 and chance.random() < 0.08:
        return writer.between.join(written[:2]) + chance.choice(names.others)
    if count == 1:
        return written[0]
    return writer.between.join(written[:-1]) + writer.last + written[-1]


def one_person(writer: Writer, form: str) -> str:
    """Return one person's name in a form: `F` or `FF` is the family name, `G` the given name, `I` initials."""
    chance, names = writer.chance, writer.grammar.names
    if writer.stock.people and chance.random() < BORROWED_NAMES:
        family, given = chance.choice(writer.stock.people)
    else:
        family, given = chance.choice(names.families), given_names(names.given, chance)
    particle, _, rest = family.rpartition(" ")
    if particle.islower() and form.startswith("F") and chance.random() < 0.4:
        family, given = rest, f"{given} {particle}"
    parts = {"FF": family.upper(), "F": family, "G": given, "I": initials(given)}
    return re.sub("FF|F|G|I", lambda found: parts[found[0]], form)


def given_names(known: Sequence[str], chance: Random) -> str:
    """Return a given name, sometimes with a second one or its initial."""
    first = chance.choice(known)
    second = chance.choice(known)
    return chance.choice((first, first, first, first, f"{first} {second}", f"{first} {second[0]}."))


def initials(given: str) -> str:
    """Return the initials of given names; particles after them are kept."""
    return " ".join(initial(word) if word[:1].isupper() else word for word in given.split())


def initial(word: str) -> str:
    """Return the initials of a given name with or without hyphens."""
    return "-".join(f"{part[0]}." for part in word.split("-") if part)


def authors(writer: Writer) -> str:
    """Return people in the form of the reference."""
    return people(writer, 5, writer.name_form)


def editors(writer: Writer) -> str:
    """Return people in the form of the reference or in their natural order."""
    chance = writer.chance
    form = writer.name_form if chance.random() < 0.4 else chance.choice(("G F", "G F", "I F"))
    return people(writer, 3, form)


def person(writer: Writer) -> str:
    """Return one person with the given name first."""
    return one_person(writer, writer.chance.choice(("G F", "G F", "I F")))


def family(writer: Writer) -> str:
    """Return a family name."""
    return writer.chance.choice(writer.grammar.names.families)


# Numbers, dates and identifiers


def page_range(writer: Writer) -> str:
    """Return a range of pages."""
    chance = writer.chance
    first = chance.randrange(1, chance.choice((60, 500, 1500)))
    last = first + chance.randrange(2, 40)
    short = str(last)
    if len(short) == len(str(first)) and last // 100 == first // 100 and chance.random() < 0.15:
        short = short[-2:]
    return f"{first}{chance.choice('–––-')}{short}"


def year(writer: Writer) -> str:
    """Return the year of the reference, rarely a range of years."""
    if writer.chance.random() < 0.03:
        return f"{writer.year}{writer.chance.choice('–-')}{writer.year + writer.chance.randrange(1, 12)}"
    return str(writer.year)


def recent(writer: Writer) -> str:
    """Return a year of the web, from then on the year of the reference."""
    writer.year = max(writer.year, writer.chance.randrange(1999, 2024))
    return str(writer.year)


def old_year(writer: Writer) -> str:
    """Return a year in a title or of an earlier edition."""
    return str(writer.chance.randrange(1500, 2000))


def roman(writer: Writer) -> str:
    """Return a Roman number."""
    return writer.chance.choice("I II III IV V VI VII VIII IX X XI XII XIV XVIII XX XXVI".split())


def word(chance: Random) -> str:
    """Return a word for an address."""
    return "".join(
        chance.choice("bcdfgklmnprstvz") + chance.choice("aeiou")
        for _ in range(chance.randrange(2, 5))
    )


def url(writer: Writer) -> str:
    """Return a web address."""
    chance = writer.chance
    path = "/".join(word(chance) for _ in range(chance.randrange(0, 4)))
    end = chance.choice(
        (
            "",
            "/",
            ".html",
            ".pdf",
            f"-{chance.randrange(9999)}.html",
            f"?id={chance.randrange(99999)}",
        )
    )
    domain = chance.choice("com org de fr it es net edu br pt nl pl ru ch at be eu".split())
    start = chance.choice(("http://www.", "https://www.", "https://", "http://", "www."))
    return f"{start}{word(chance)}{chance.choice(('', '-' + word(chance)))}.{domain}/{path}{end if path else ''}"


def doi(writer: Writer) -> str:
    """Return a DOI."""
    chance = writer.chance
    return f"10.{chance.randrange(1000, 60000)}/{word(chance)}.{chance.randrange(1990, 2024)}.{chance.randrange(9999)}"


def isbn(writer: Writer) -> str:
    """Return a number in the form of an ISBN."""
    chance = writer.chance
    group, house, book = (
        chance.randrange(10),
        chance.randrange(100, 9999),
        chance.randrange(100, 999),
    )
    start = chance.choice(("978-", "978-", ""))
    return f"{start}{group}-{house}-{book}-{chance.choice('0123456789X')}"


BUILT_IN: Mapping[str, Callable[[Writer], str]] = {
    "authors": authors, "editors": editors, "person": person, "family": family, "range": page_range, "year": year,
    "recent": recent, "oldyear": old_year, "roman": roman, "url": url, "doi": doi, "isbn": isbn,
    "lt": lambda _: "<", "gt": lambda _: ">",
}  # fmt: skip
