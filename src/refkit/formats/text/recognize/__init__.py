"""Recognize parts of a reference whose form alone tells what they are, before the rest is labelled."""
