"""Findings as text and as data, one file a form."""
