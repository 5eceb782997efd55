"""Words of references by language: months, roles, conjunctions, name particles, organizations.

Every reader, rule and writer takes such words from here; tests/data/test_words.py forbids copies.
"""
