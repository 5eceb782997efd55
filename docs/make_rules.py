"""Write docs/rules.md from the rules' docstrings."""

from pathlib import Path

from refkit.lint.pages import handbook

TARGET = Path(__file__).parent / "rules.md"

if __name__ == "__main__":
    TARGET.write_text(handbook(), encoding="utf-8")
