"""Citations in text form: "see smith2020, p. 12; -doe2019, ch. 3, and the notes"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from refkit.csl.catalogue import known_locale
from refkit.csl.cite import Cite, Cluster
from refkit.csl.locale import load_locale
from refkit.data.locators import LOCATOR_LABELS
from refkit.errors import RefkitError, UnknownChoice
from refkit.model.locators import read_locator
from refkit.patterns import lazy_pattern

_BRACED_KEY = lazy_pattern(r"@\{([^{}]*)\}")


def read_cluster(
    text: str, keys: Collection[str], note: int = 0, labels: Mapping[str, str] = LOCATOR_LABELS
) -> Cluster:
    """cluster = "[" cites "]" | cites | "@" key ["[" cites "]"]; cites = cite (";" cite)*

    A key in braces can contain `;`. A single cite that begins with `@` has its author in the sentence, as in Pandoc:
    "Doe (2000)". In the brackets after it, the first cite is its locator and suffix. Raises UnknownChoice, which names
    the most similar key, and RefkitError for an empty citation.
    """
    inner, is_narrative = (text, False) if text in keys else _without_brackets(text)
    parts = [text] if text in keys else [part.strip() for part in _split_cites(inner)]
    if not all(parts):
        raise RefkitError(f"`{text}` has an empty part; write it like `smith2020, p. 12; doe2019`")
    cites = tuple(read_cite(part, keys, labels) for part in parts)
    begins_with_key = text.startswith("@") and text not in keys and not cites[0].prefix
    return Cluster(cites, note, is_narrative or (len(parts) == 1 and begins_with_key))


_BRACKETS = lazy_pattern(r"(?P<key>@(?:\{[^{}]*\}|[^\s\[\]]+))?\s*\[(?P<cites>.*)\]")


def _without_brackets(text: str) -> tuple[str, bool]:
    """Return the cites of a citation in Pandoc's brackets, and whether the author of the first is in the sentence."""
    found = _BRACKETS.fullmatch(text.strip())
    if found is None:
        return text, False
    key, cites = found["key"], found["cites"].strip()
    return (f"{key}, {cites}" if cites else key, True) if key else (cites, False)


def _split_cites(text: str) -> Iterator[str]:
    """Yield the parts of a text between semicolons outside of keys in braces."""
    masked = _BRACED_KEY.sub(lambda match: "@" * len(match[0]), text)
    start = 0
    for part in masked.split(";"):
        yield text[start : start + len(part)]
        start += len(part) + 1


def keys_as_text(clusters: Iterable[Cluster], keys: Collection[str]) -> Iterator[str]:
    """Yield a warning for each key in a prefix or suffix, which is printed as text instead of cited."""
    for cite in (cite for cluster in clusters for cite in cluster.cites):
        for name, text in (("prefix", cite.prefix), ("suffix", cite.suffix)):
            for word in text.split():
                key = word if word in keys else word.strip(_AROUND_WORDS)
                if key in keys:
                    yield f"the {name} of `{cite.id}` contains the key `{key}`; put `;` between cites"


def unknown_labels(clusters: Iterable[Cluster]) -> Iterator[str]:
    """Yield a warning for each suffix that looks like a locator with an unknown label, such as "Kap. 3"."""
    for cite in (cite for cluster in clusters for cite in cluster.cites):
        label = None if cite.locator else _UNKNOWN_LABEL.match(cite.suffix)
        if label:
            yield (
                f"`{label[1]}` after `{cite.id}` is not a label of locators in the language of the list; "
                "it is printed as text"
            )


_UNKNOWN_LABEL = lazy_pattern(r", ([^\W\d_]+\.) ?\d")


def locale_labels(language: str) -> dict[str, str]:
    """Return the labels of locators by the words for them in a language and in English, in lower case."""
    locale = load_locale(known_locale(language), ())
    own = {
        (locale.term(label, form, plural) or "").lower(): label
        for label in dict.fromkeys(LOCATOR_LABELS.values())
        for form in ("long", "short", "symbol")
        for plural in (False, True)
    }
    own.pop("", None)
    return {**LOCATOR_LABELS, **own}


_AROUND_WORDS = ",.:()[]@-"


def read_cite(text: str, keys: Collection[str], labels: Mapping[str, str] = LOCATOR_LABELS) -> Cite:
    """cite = [prefix] ["-"] (["@"] key | "@{" key "}") ["," [label] locator] ["," suffix]"""
    braced = _BRACED_KEY.search(text)
    if braced and text not in keys:
        return _read_braced(text, braced, keys, labels)
    if "@{" in text and text not in keys:
        raise RefkitError(
            f"`{text}` has a key without a closing brace; write it like `@{{smith2020}}`"
        )
    head, comma, tail = text.partition(",")
    if text in keys:
        head, comma, tail = text, "", ""
    prefix, _, word = ("", "", head) if head in keys else head.strip().rpartition(" ")
    key = word if word in keys else word.removeprefix("-").removeprefix("@")
    if key not in keys:
        raise UnknownChoice("reference", key, keys)
    label, locator, suffix = _read_locator(tail.strip(), labels) if comma else ("", "", "")
    return Cite(
        key,
        locator,
        label,
        prefix=f"{prefix} " if prefix else "",
        suffix=suffix,
        suppress_author=word.startswith("-") and word not in keys,
    )


def _read_braced(
    text: str, braced: re.Match[str], keys: Collection[str], labels: Mapping[str, str]
) -> Cite:
    """Return the cite of a key in braces, as in pandoc; the comma after it is optional."""
    key, before = braced[1], text[: braced.start()]
    if key not in keys:
        raise UnknownChoice("reference", key, keys)
    prefix, is_suppressed = before.removesuffix("-").strip(), before.endswith("-")
    after = text[braced.end() :].strip().removeprefix(",").strip()
    label, locator, suffix = _read_locator(after, labels)
    prefix = f"{prefix} " if prefix else ""
    return Cite(key, locator, label, prefix, suffix, suppress_author=is_suppressed)


def _read_locator(text: str, labels: Mapping[str, str]) -> tuple[str, str, str]:
    """Return label, locator and the rest, which is the suffix."""
    return read_locator(f", {text}" if text else "", labels)
