"""References made up for the tests of the labeller, in many styles."""

from pathlib import Path

REFERENCES = Path(__file__).with_name("styles.txt").read_text(encoding="utf-8").splitlines()
