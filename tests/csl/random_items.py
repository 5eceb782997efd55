"""Random CSL-JSON from a seed: every item type, the variables that such items have, and their quirks."""

from __future__ import annotations

import random

from refkit.csl import Cite
from refkit.data.csl import ITEM_TYPES

Record = dict[str, object]

FAMILIES = (
    "Smith Müller García Wang Nguyen Kowalski Rossi Okafor Tanaka Silva O’Neill Dubois Haddad Cohen "
    "Patel Yılmaz Novák Fernández Brown Walker Lewis King Lloyd-Jones MacDonald Öz Ivanov Johansson "
    "Andersen Kim Papadopoulos Lindqvist Taylor Harris Clark Allen Wright Scott Green Baker Nelson "
    "Hill Mitchell Roberts Carter Phillips Evans Turner Torres Parker Collins Edwards Stewart Morris"
).split()
GIVENS = (
    "Anna Bob Carlos Dmitri Elena François Grace Hiroshi Jean-Paul Karin Liam María Olga Peter Sven "
    "J.R.R. T. A.B. Mary-Ann Zoë"
).split()
PARTICLES = ("van", "von", "de", "van der", "de la")
SUFFIXES = ("Jr.", "III")
INSTITUTIONS = ("World Health Organization", "NATO", "Ministry of Health", "Example, Inc.")
WORDS = (
    "analysis effects model systems networks the of and in a role under estimation climate language "
    "genomic dynamics evidence from data review theory of structure evolution learning neural policy "
    "migration historical European African care randomized trial study on new framework NASA iPhone "
    "war peace memory law-making state-of-the-art between mRNA towards"
).split()
PLACES = ("Oxford", "Berlin", "Cambridge, MA", "New York", "Paris", "São Paulo")
PUBLISHERS = ("Oxford University Press", "Springer", "MIT Press", "Routledge", "Wiley & Sons")
JOURNALS = (
    ("Journal of Applied Things", "J. Appl. Things"),
    ("Nature", ""),
    ("The Review of Studies", "Rev. Stud."),
    ("Annals of History & Memory", "Ann. Hist. Mem."),
    ("Zeitschrift für Physik", "Z. Phys."),
)
GENRES = ("PhD thesis", "Working paper", "technical report", "blog post", "Letter")
IDENTIFIED = ("DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL")
LOCATORS = ("page", "page", "page", "chapter", "section", "figure", "verse", "volume")


def cite_of(record: Record) -> Cite:
    """Return a cite in the form that refkit accepts."""
    text = {name: str(value) for name, value in record.items()}
    return Cite(
        text["id"],
        text.get("locator", ""),
        text.get("label", ""),
        text.get("prefix", ""),
        text.get("suffix", ""),
    )


class Chance:
    """A generator of random records; the same seed gives the same records."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.types = sorted(ITEM_TYPES)

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def name(self) -> Record:
        if self.often(0.005):
            return {"literal": self.random.choice(INSTITUTIONS)}
        name: Record = {"family": self.random.choice(FAMILIES)}
        if self.often(0.96):
            name["given"] = self.random.choice(GIVENS)
            if self.often(0.3):
                name["given"] = f"{name['given']} {self.random.choice('ABCDEFG')}."
        if self.often(0.06):
            name["non-dropping-particle"] = self.random.choice(PARTICLES)
        elif self.often(0.03):
            name["dropping-particle"] = self.random.choice(PARTICLES)
        if self.often(0.03):
            name["suffix"] = self.random.choice(SUFFIXES)
        return name

    def names(self, most: int) -> list[Record]:
        if self.often(0.06):
            return [{"literal": self.random.choice(INSTITUTIONS)}]
        return [self.name() for _ in range(self.random.randint(1, most))]

    def date(self) -> Record:
        first = self.point()
        if self.often(0.05):
            return {"date-parts": [first, self.later(first)]}
        date: Record = {"date-parts": [first]}
        if self.often(0.02):
            date["circa"] = True
        if len(first) == 1 and self.often(0.04):
            date["season"] = self.random.randint(1, 4)
        return date

    def later(self, point: list[int]) -> list[int]:
        """The end of a range: a day, a month or a year later."""
        last = {1: 2030, 2: 12, 3: 28}[len(point)]
        if point[-1] < last:
            return [*point[:-1], point[-1] + 1]
        return [point[0] + 1, *point[1:]]

    def point(self) -> list[int]:
        year = self.random.randint(1985, 2024)
        shape = self.random.random()
        if shape < 0.45:
            return [year]
        month = self.random.randint(1, 12)
        return [year, month] if shape < 0.65 else [year, month, self.random.randint(1, 28)]

    def words(self, least: int, most: int) -> str:
        chosen = [self.random.choice(WORDS) for _ in range(self.random.randint(least, most))]
        return " ".join(chosen)

    def title(self) -> str:
        title = self.words(3, 9)
        title = title[0].upper() + title[1:]
        shape = self.random.random()
        if shape < 0.3:
            title += ": " + self.words(2, 6)
        elif shape < 0.34:
            title += "?"
        elif shape < 0.36:
            title += "."
        if self.often(0.04):
            title = (
                title.replace(" ", " <i>", 1)
                .replace(" ", "</i> ", 2)
                .replace("</i> <i>", " <i>", 1)
            )
            title = (
                title if title.count("<i>") == title.count("</i>") else title.replace("</i>", "", 1)
            )
        if self.often(0.05):
            title += ' and "the ' + self.words(1, 2) + '"'
        if self.often(0.05):
            title = title.replace("study", "reader's study")
        return title

    def pages(self) -> str:
        first = self.random.randint(1, 900)
        shape = self.random.random()
        if shape < 0.1:
            return str(first)
        if shape < 0.14:
            return f"e{first}"
        return f"{first}-{first + self.random.randint(1, 60)}"

    def record(self, id_: str, type_: str = "") -> Record:
        """Return one item with the variables that its type usually has, some of them missing."""
        record: Record = {"id": id_, "type": type_ or self.random.choice(self.types)}
        if self.often(0.93):
            record["author"] = self.names(self.random.choice([1, 2, 3, 4, 8]))
        if self.often(0.96):
            record["title"] = self.title()
        if self.often(0.95):
            record["issued"] = self.date()
        record.update(self.container(str(record["type"])))
        record.update(self.imprint())
        if self.often(0.06):
            record["language"] = self.random.choice(("en-US", "de", "fr-FR"))
        return record

    def container(self, type_: str) -> Record:
        found: Record = {}
        if type_ not in ("book", "thesis", "report", "software", "map") and self.often(0.7):
            journal, short = self.random.choice(JOURNALS)
            found["container-title"] = journal
            if short and self.often(0.6):
                found["container-title-short"] = short
        if self.often(0.5):
            found["volume"] = str(self.random.randint(1, 120))
            if self.often(0.7):
                found["issue"] = self.random.choice(("1", "2", "12", "3-4", "S1"))
        if self.often(0.6):
            found["page"] = self.pages()
        for variable, share in (("editor", 0.2), ("translator", 0.08), ("container-author", 0.05),
                                ("collection-editor", 0.04), ("director", 0.03)):  # fmt: skip
            if self.often(share):
                found[variable] = self.names(3)
        return found

    def imprint(self) -> Record:
        found: Record = {}
        choices = (
            ("publisher", 0.6, PUBLISHERS),
            ("publisher-place", 0.55, PLACES),
            ("genre", 0.2, GENRES),
            ("edition", 0.12, ("2", "3", "2nd ed.", "revised edition")),
            ("collection-title", 0.1, ("Studies in Things", "Lecture Notes")),
            ("collection-number", 0.08, ("4", "12")),
            ("number", 0.15, ("7", "12-B", "US 123")),
            ("number-of-volumes", 0.05, ("3",)),
            ("number-of-pages", 0.1, ("320",)),
            ("event-title", 0.08, ("Annual Meeting of Things",)),
            ("event-place", 0.08, PLACES),
            ("archive", 0.05, ("National Archives",)),
            ("archive_location", 0.05, ("Box 3",)),
            ("medium", 0.06, ("DVD", "film")),
            ("status", 0.03, ("forthcoming",)),
            ("version", 0.05, ("1.2",)),
            ("note", 0.05, ("a note",)),
            ("authority", 0.06, ("Supreme Court",)),
            ("section", 0.06, ("A", "12")),
            ("chapter-number", 0.06, ("4",)),
            ("title-short", 0.1, ("Short title",)),
            ("original-title", 0.03, ("Der alte Titel",)),
        )
        for variable, share, values in choices:
            if self.often(share):
                found[variable] = self.random.choice(values)
        if "event-title" in found:  # citeproc-js does not treat one as the other
            found["event"] = found["event-title"]
        if self.often(0.5):
            found["DOI"] = f"10.{self.random.randint(1000, 9999)}/x.{self.random.randint(1, 9999)}"
        if self.often(0.35):
            found["URL"] = f"https://example.org/{self.random.randint(1, 9999)}"
            if self.often(0.7):
                found["accessed"] = self.date_of_access()
        if self.often(0.15):
            found["ISBN"] = f"978{self.random.randint(10**9, 10**10 - 1)}"
        return found

    def date_of_access(self) -> Record:
        return {"date-parts": [[2025, self.random.randint(1, 12), self.random.randint(1, 28)]]}

    def records(self, count: int) -> list[Record]:
        """Return items of all types in turn, a few of them by the same people in the same year."""
        types = self.random.sample(self.types, len(self.types))
        records = [self.record(f"r{at:03}", types[at % len(types)]) for at in range(count)]
        for at in range(3, count, 7):
            for variable in ("author", "issued"):
                if variable in records[at - 3]:
                    records[at][variable] = records[at - 3][variable]
        return records

    def clusters(self, ids: list[str]) -> list[list[Record]]:
        """Return a document that cites every item: some with locators and affixes, some repeatedly, some together."""
        clusters: list[list[Record]] = [[self.cite(id_)] for id_ in ids]
        clusters += [[self.cite(id_) for id_ in self.random.sample(ids, 3)] for _ in range(4)]
        again = self.cite(self.random.choice(ids))
        return [*clusters, [again], [dict(again)], [{"id": again["id"]}]]

    def cite(self, id_: str) -> Record:
        cite: Record = {"id": id_}
        if self.often(0.25):
            cite["locator"] = self.random.choice(("12", "12-14", "3", "iv", "5, 7"))
            cite["label"] = self.random.choice(LOCATORS)
        if self.often(0.06):
            cite["prefix"] = "see "
        if self.often(0.04):
            cite["suffix"] = ", emphasis added"
        return cite
