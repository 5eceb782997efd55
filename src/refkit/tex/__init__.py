"""Conversion between TeX markup and Unicode with CSL inline markup."""
