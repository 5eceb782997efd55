"""User-facing texts are plain American English: words that readers stumbled over stay out of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from refkit.cli import main

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/*.md", ".github/**/*.md", ".github/**/*.yml", "*.yml", ".*.yaml", "*.cff")
    for path in ROOT.glob(pattern)
)  # fmt: skip
MODULES = sorted(
    path
    for path in (ROOT / "src/refkit").rglob("*.py")
    if "data" not in path.relative_to(ROOT / "src/refkit").parts
)
COMMANDS = sorted(main.list_commands(click.Context(main)))

# A pattern, and what to write instead.
AVOID = {
    r"mend(s|ed|ing)?": "fix",
    r"(is|are|was|be) told|told (apart|of|as)|tells?": "report, show, distinguish",
    r"stands? (in|at|for|twice|under|beside|behind|with|there)|stood|as it stands|(should|can|cannot) stand":
        "is, contains, appears, has, unchanged",
    r"as prose|typed references": "plain text",
    r"(takes?|taken|took|taking) (apart|out)": "parse, split, remove",
    r"(?<!there )(is|are|was) no (DOI|ISBN|ISSN|date|year|page|name|number|URL|value|entry|language)s?":
        "is malformed, is invalid, is not a",
    r"(?<!there )(is|are) none|is nobody": "is malformed, is invalid, is not one",
    r"anew": "again",
    r"slips?": "typo, error",
    r"behind": "after",
    r"beside": "in addition to, next to",
    r"(holds?|held) (a|an|the|no|every|all|several|one|two|more|only|also|less|elements)": "contain",
    r"asked (for|of)|ask for|asks (what|whether|of)|can be asked": "require, request, use",
    r"what (is|was|it|they|the|a|an) \w+ (holds?|says?|tells?)": "a noun",
    r"small letters": "lower case",
    r"lays? out|laid out": "normalize the layout",
    r"the day (that|of the run|of access)|measured by the day": "the date",
    r"leaves? (it |them |this )?out|left out|leaving out": "omit, skip, ignore",
    r"pass(es|ed)? over": "skip",
    r"made[- ]up|makes of|invention|inventions": "synthetic, fabricated, build",
    r"the share of": "the fraction of",
    r"look-ups?|look up which|worth a": "verify, check",
    r"houses?|rooms?|deeds?": "publisher, package, operation",
    r"drawn|lent|lender|lends": "extracted, inherited, parent",
    r"cries wolf|in sight|at first sight|by halves|goes wrong": "a plain statement",
    r"an? (field|entry|reference|line|file|format|page|syntax|rule|command) (a|an|each) (line|file|entry)": "per",
    r"one (field|file|entry|folder|module|reference) an? (line|format|syntax|entry|command)": "one per",
    r"blanks": "spaces",
    r"costs itself|costs nothing|costs next to nothing": "affects only, takes no time",
    r"goes on (at|with|behind)|reading goes on": "continues",
    r"namesakes?": "people with the same name",
    r"somebody else's|is to be|are to be|due to be": "other, must be",
    r"kin to|blind to|by hand": "similar, without, manually",
    r"hardly|seldom": "rarely",
    r"wants|wanted|wishes": "require, request",
    r"no (style|program|tool) knows|fault of refkit|bug of refkit": "is unknown, bug in refkit",
    # British spelling
    r"\w*(organis|recognis|normalis|capitalis|initialis|romanis|generalis)\w*": "-ize",
    r"(colour|behaviour|neighbour|favour|licence|catalogue|labelled|labelling|labeller|learnt|spelt|centre|grey)s?":
        "American spelling",
}  # fmt: skip
WORDS = re.compile("|".join(rf"(?P<w{n}>\b(?:{p})\b)" for n, p in enumerate(AVOID)), re.I)

# Names of rules stay as they are.
ALLOWED = ("unbraced-organisation",)


def prose(text: str) -> str:
    """Return a text without code, targets of links, quotations and what is allowed."""
    text = re.sub(r"^(```|~~~).*?^\1$", "", text, flags=re.M | re.S)
    text = re.sub(r"`[^`\n]*`", "`", text)
    text = re.sub(r"\]\([^)\s]*\)", "]", text)
    text = re.sub(r'"[^"\n]*"|“[^”\n]*”', '"', text)
    for words in ALLOWED:
        text = text.replace(words, "")
    return text


def odd_words(text: str) -> list[str]:
    """Return the words to avoid in a text, each with its context and the advice."""
    plain = " ".join(prose(text).split())
    advice = list(AVOID.values())
    return [
        f"...{plain[max(m.start() - 30, 0) : m.end() + 20]}...: write {advice[int((m.lastgroup or 'w0')[1:])]}"
        for m in WORDS.finditer(plain)
    ]


def messages(path: Path) -> Iterator[str]:
    """Yield the texts of a module that are not documentation, patterns or lists of words."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Expr, ast.Attribute))
        for child in [node.value]
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in skipped:
            text = node.value
            if isinstance(text, str) and " " in text.strip() and not re.search(r"\(\?|\\b", text):
                yield text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("`--fix` mends what can be mended", 2),
        ("the year is no year, and it stands twice", 2),
        ("one field a line, laid out anew", 3),
        ("`mend` is code, and so is\n```\nmend\n```\n", 0),
        ("a publishing house in a room", 2),
        ('somebody wrote "to mend"', 0),
    ],
)
def test_odd_words_are_found(text: str, count: int) -> None:
    """Outside of code and quotations."""
    assert len(odd_words(text)) == count


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_are_plain_english(page: Path) -> None:
    """The README, the documentation (with the page of each rule), templates and hooks."""
    assert odd_words(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src/refkit"))
)
def test_messages_are_plain_english(path: Path) -> None:
    """What rules, readers and commands print."""
    assert [found for text in messages(path) for found in odd_words(text)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_texts_are_plain_english(name: str) -> None:
    """What `refkit COMMAND --help` prints."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    parts = command.commands.values() if isinstance(command, click.Group) else []
    texts = [part.get_help(click.Context(part)) for part in (command, *parts)]
    assert [words for text in texts for words in odd_words(text)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_sentences_are_short(page: Path) -> None:
    """A reader should not have to start a sentence again."""
    if page.suffix == ".md" and page.name not in ("rules.md", "CHANGELOG.md"):
        sentences = re.split(r"(?<=[.!?:;])\s+", plain_paragraphs(page.read_text(encoding="utf-8")))
        assert [s for s in sentences if len(s.split()) > LONGEST] == []


LONGEST = 25  # words; the aim is 20


def plain_paragraphs(text: str) -> str:
    """Return the running text of a page: without headings, tables and list marks."""
    lines = [re.sub(r"^\s*([*-]|\d+\.) ", "\n\n", line) for line in prose(text).splitlines()]
    kept = [line for line in lines if not line.startswith(("#", "|", "<"))]
    return re.sub(r"\n\s*\n", " . ", "\n".join(kept).replace("*", ""))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_describes_each_in_full(name: str) -> None:
    """`refkit --help` cuts long descriptions off."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert not command.get_short_help_str(limit=68).endswith("...")
