"""BibTeX and BibLaTeX: scan, resolve, build items, write, edit."""
