"""Random CSL-JSON items from a seed: the same number and seed give the same items."""

from __future__ import annotations

from random import Random

FAMILIES = """Smith Müller García Wang Nguyen Kowalski Ivanov Rossi Okafor Tanaka Silva Johansson
O’Neill Dubois Andersen Haddad Cohen Patel Kim Yılmaz Novák Papadopoulos Fernández Lindqvist Brown
Taylor Walker Harris Clark Lewis Young Allen King Wright Scott Green Baker Adams Nelson Hill""".split()
ENDINGS = "| son sen ova man berg wood field ley ton worth well by er".replace("|", "").split(" ")
GIVEN = """Anna Bob Carlos Dmitri Elena François Grace Hiroshi Ingrid Jean-Paul Karin Liam María
Noah Olga Peter Qing Rosa Sven Tomás Ursula Victor Wei Xavier Yuki Zoë""".split()
PARTICLES = [""] * 17 + ["van", "de la", "von"]
WORDS = """analysis of the effects on a model for large scale systems in adaptive networks and
their role under uncertainty towards robust estimation with applications to climate language
genomic social dynamics evidence from longitudinal data review theory method structure""".split()
PUBLISHERS = ["Oxford University Press", "Springer", "MIT Press", "Elsevier", "Routledge"]
PLACES = ["Oxford", "Berlin", "Cambridge, MA", "Amsterdam", "New York", "London"]
COLLIDING = 0.2

Record = dict[str, object]


def random_items(count: int, seed: int = 42) -> list[Record]:
    """Return items of the usual types; a fifth has the authors and the year of an earlier one."""
    random = Random(seed)
    items: list[Record] = []
    for index in range(count):
        item = _item(random, index)
        if items and random.random() < COLLIDING:
            twin = random.choice(items)
            item["author"], item["issued"] = twin["author"], twin["issued"]
        items.append(item)
    return items


def _item(random: Random, index: int) -> Record:
    item: Record = {
        "id": f"r{index:05d}",
        "title": _title(random, random.randint(5, 14)),
        "author": [_name(random) for _ in range(random.choice([1, 1, 2, 2, 3, 3, 4, 5, 8, 12]))],
        "issued": _date(random),
    }
    kind = random.random()
    if kind < 0.6:
        item |= _article(random)
    elif kind < 0.75:
        item |= _book(random)
    elif kind < 0.9:
        item |= _chapter(random)
    else:
        item |= _webpage(random)
    return item


def _article(random: Random) -> Record:
    first = random.randint(1, 900)
    return {
        "type": "article-journal",
        "container-title": _title(random, 3).title(),
        "volume": str(random.randint(1, 120)),
        "issue": str(random.randint(1, 12)),
        "page": f"{first}-{first + random.randint(3, 30)}",
        "DOI": f"10.{random.randint(1000, 9999)}/j.{random.randint(10**5, 10**8)}",
    }


def _book(random: Random) -> Record:
    return {
        "type": "book",
        "publisher": random.choice(PUBLISHERS),
        "publisher-place": random.choice(PLACES),
        "edition": str(random.randint(1, 6)),
    }


def _chapter(random: Random) -> Record:
    first = random.randint(1, 400)
    return _book(random) | {
        "type": "chapter",
        "container-title": _title(random, 6),
        "editor": [_name(random) for _ in range(random.randint(1, 3))],
        "page": f"{first}-{first + random.randint(3, 30)}",
    }


def _webpage(random: Random) -> Record:
    return {
        "type": "webpage",
        "container-title": "Example Pages",
        "URL": f"https://example.org/{random.randint(1, 10**6)}",
        "accessed": _date(random),
    }


def _name(random: Random) -> dict[str, str]:
    initial = random.choice("ABCDEFGHJKLMNPRSTW")
    name = {
        "family": random.choice(FAMILIES) + random.choice(ENDINGS),
        "given": random.choice(GIVEN) + random.choice(["", f" {initial}."]),
    }
    particle = random.choice(PARTICLES)
    return name | {"non-dropping-particle": particle} if particle else name


def _date(random: Random) -> Record:
    parts = [random.randint(1975, 2025), random.randint(1, 12), random.randint(1, 28)]
    return {"date-parts": [parts[: random.choice([1, 1, 2, 3])]]}


def _title(random: Random, words: int) -> str:
    title = " ".join(random.choice(WORDS) for _ in range(words)).capitalize()
    if words > 8 and random.random() < 0.35:
        title += ": " + " ".join(random.choice(WORDS) for _ in range(4))
    return title
