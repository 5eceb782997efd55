"""Literal tables: types, variables, fields, symbols. No code."""
