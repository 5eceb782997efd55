"""Write the pages about rules: docs/rules.md from docstrings, figures in docs/rules-evidence.md from evidence.json."""

import re
import sys
from pathlib import Path

DOCS = Path(__file__).parent
sys.path[:0] = [str(DOCS.parent)]

from tools._evidence import load_evidence, markdown_table, sentence  # noqa: E402

from refkit.lint.pages import handbook  # noqa: E402

FIGURES = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def pages() -> dict[str, str]:
    """Return the text of each page by its name."""
    judged = load_evidence()
    sentences = {code: sentence(figures) for code, figures in judged.items()}
    evidence = (DOCS / "rules-evidence.md").read_text(encoding="utf-8")
    table = f"\n{markdown_table(judged)}\n\n"
    return {
        "rules.md": handbook(sentences),
        "rules-evidence.md": FIGURES.sub(lambda _: table, evidence),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")
