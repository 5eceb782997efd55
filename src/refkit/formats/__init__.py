"""Formats: text to library and back, one file or folder each."""
