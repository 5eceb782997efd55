"""Synthetic references in many styles for the tests of the labeller."""

from pathlib import Path

REFERENCES = Path(__file__).with_name("styles.txt").read_text(encoding="utf-8").splitlines()
