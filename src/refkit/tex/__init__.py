"""TeX markup to Unicode with CSL inline markup, and back."""
