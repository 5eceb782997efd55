"""Random items and citations that exercise a theme of the random styles."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.csl.style_words import (
    FAMILIES,
    GIVENS,
    LABELS,
    LOCATORS,
    NUMBER_VARIABLES,
    NUMBERS,
    PARTICLES,
    POINTS,
    TYPES,
    WORDS,
)

Record = dict[str, object]
Attributes = dict[str, str]


class DocumentChance:
    """A generator of the items and citations of one document; the same seed and theme give the same."""

    def __init__(self, seed: int, theme: str) -> None:
        self.random = random.Random(seed)
        self.theme = theme

    def often(self, fraction: float) -> bool:
        return self.random.random() < fraction

    def one(self, options: Sequence[str]) -> str:
        return self.random.choice(options)

    def some(self, table: Sequence[tuple[str, Sequence[str]]], fraction: float) -> Attributes:
        """Return random values for some attributes of a table."""
        return {name: self.one(values) for name, values in table if self.often(fraction)}

    def items(self) -> list[Record]:
        return [self.item(f"i{at}") for at in range(8)]

    def item(self, id_: str) -> Record:
        item: Record = {"id": id_, "type": self.one(TYPES)}
        crowded = self.theme in ("disambiguation", "collapsing", "sorting", "authors", "positions")
        if self.theme == "collapsing" or self.often(0.9):
            item["author"] = self.people(crowded)
        if self.often(0.9):
            item["title"] = self.title()
        if self.often(0.9):
            item["issued"] = (
                {"date-parts": [[self.random.randint(2000, 2002)]]} if crowded else self.point()
            )
        for variable in ("editor", "translator", "container-author"):
            if self.often(0.3):
                item[variable] = self.people(crowded)
        for variable in ("accessed", "original-date"):
            if self.often(0.4):
                item[variable] = self.point()
        for variable in NUMBER_VARIABLES:
            if self.often(0.6):
                item[variable] = (
                    self.one(NUMBERS)
                    if self.theme in ("numbers", "labels")
                    else self.one(NUMBERS[:6])
                )
        choices = (
            ("container-title", ("Journal of Tea", "Annals of the West")),
            ("publisher", ("Oxford University Press", "Wiley & Sons", "springer")),
            ("publisher-place", ("Paris", "New York, NY", "Washington, D.C.")),
            ("genre", ("PhD thesis", "working paper")),
            ("note", ("A note.", "what?", 'the "thing"')),
            ("title-short", ("Tea",)),
            ("URL", ("https://example.org/a",)),
            ("DOI", ("10.1000/xyz",)),
        )
        item.update({variable: self.one(values) for variable, values in choices if self.often(0.5)})
        return item

    def people(self, crowded: bool) -> list[Record]:
        return [self.person(crowded) for _ in range(self.random.choice((1, 1, 2, 3, 4)))]

    def person(self, crowded: bool) -> Record:
        if crowded:
            name: Record = {"family": self.one(FAMILIES[:3]), "given": self.one(GIVENS[:6])}
            return {**name, "non-dropping-particle": "van"} if self.often(0.05) else name
        if self.often(0.06):
            return {"literal": self.one(("World Health Organization", "NATO"))}
        name = {"family": self.one(FAMILIES)}
        if self.often(0.95):
            name["given"] = self.one(GIVENS)
        if self.often(0.15):
            name[self.one(("non-dropping-particle", "dropping-particle"))] = self.one(PARTICLES)
        if self.often(0.06):
            name["suffix"] = self.one(("Jr.", "III"))
        return name

    def title(self) -> str:
        words = [self.one(WORDS) for _ in range(self.random.randint(2, 6))]
        title = " ".join(words)
        if self.often(0.7):
            title = title[0].upper() + title[1:]
        shape = self.random.random()
        if shape < 0.2:
            title += ": " + " ".join(self.one(WORDS) for _ in range(3))
        elif shape < 0.35:
            title += self.one("?!.")
        elif shape < 0.45:
            title = f'The "{self.one(WORDS)}" {title}'
        elif shape < 0.55:
            title = f"The <{(tag := self.one(('i', 'b', 'sc', 'sup')))}>{self.one(WORDS)}</{tag}> {title}"
        return title

    def point(self) -> Record:
        parts = [self.random.choice(POINTS)]
        if self.often(0.25):
            others = [
                point for point in POINTS if len(point) == len(parts[0]) and point != parts[0]
            ]
            pair = sorted([parts[0], self.random.choice([one for one in others if one[0] > 1000])])
            parts = pair if pair[0][0] > 1000 else parts
        date: Record = {"date-parts": parts}
        if self.often(0.06):
            date["circa"] = 1
        if len(parts) == 1 and len(parts[0]) == 1 and self.often(0.15):
            date["season"] = self.random.choice((1, 2, 3, 4, "Michaelmas"))
        return {"literal": "sometime in spring"} if self.often(0.04) else date

    def clusters(self, ids: list[str]) -> list[list[Record]]:
        clusters = [[self.cite_record(id_)] for id_ in self.random.sample(ids, len(ids))]
        for _ in range(5):
            chosen = self.random.sample(ids, self.random.randint(1, 4))
            clusters.append([self.cite_record(id_) for id_ in chosen])
            if self.often(0.5):
                clusters.append([self.cite_record(chosen[-1])])
        return clusters

    def cite_record(self, id_: str) -> Record:
        cite: Record = {"id": id_}
        if self.often(0.25):
            cite["locator"] = self.one(LOCATORS)
            cite["label"] = self.one(LABELS) if self.often(0.4) else "page"
        if self.often(0.05):
            cite["prefix"] = self.one(("see ", "See also ", "It was said. "))
        if self.often(0.05):
            cite["suffix"] = self.one((", emphasis added", " and passim", ". Compare that"))
        return cite
