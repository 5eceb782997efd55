"""Check a document with unstructured references with one rule."""

from tests.rules.lintcase import asked

from refkit.api import read
from refkit.lint.engine import check
from refkit.lint.rule import Finding
from refkit.lint.settings import Settings
from refkit.model.source import Source

AUTHORS = ("Abbott, L.", "Brandt, K.", "Castell, M.", "Dunmore, P.", "Ellery, S.", "Farrow, T.", "Granger, H.",
           "Hollis, J.", "Imhof, R.", "Jessop, D.")  # fmt: skip
TITLES = ("Lakes of the north", "Rivers and their names", "The shape of deltas", "A history of dykes",
          "Estuaries in winter", "Sand and silt", "On old maps", "Birds of the marsh", "Bridges of stone",
          "The weight of snow")  # fmt: skip
TALK = (
    "The rivers rise in spring, and nobody knows for how long they will stay so high.\n"
    "What is left of the old dykes stands under water until May.\n\n"
)
PLACES = ("Harbour Press", "Northern Press", "Tidal Books")


def reference(author: str, year: str, title: str, publisher: str = "Harbour Press") -> str:
    """Return a book in APA style."""
    return f"{author} ({year}). {title}. {publisher}."


def books(count: int = 10) -> list[str]:
    """Return a list sorted by author and year: Abbott 2001, Brandt 2002 and so on."""
    return [
        reference(AUTHORS[at], str(2001 + at), TITLES[at], PLACES[at % 3]) for at in range(count)
    ]


def document(*references: str, text: str = "") -> str:
    """Return a text with its reference list."""
    head = f"{TALK}{text}\n\n" if text else ""
    return head + "References\n\n" + "\n".join(references) + "\n"


def findings(code: str, text: str, settings: Settings | None = None) -> list[Finding]:
    """Return the findings of the rule in a document."""
    return check(read(Source(text, "paper.txt"), "text"), asked(code, settings))


def messages(code: str, text: str, settings: Settings | None = None) -> list[str]:
    """Return the messages of the rule for a document."""
    return [finding.message for finding in findings(code, text, settings)]


def quoted(code: str, text: str, settings: Settings | None = None) -> list[str]:
    """Return the parts of a document that the rule marks."""
    return [text[f.span.start : f.span.end] for f in findings(code, text, settings)]
