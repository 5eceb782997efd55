"""Reference lists typed as prose: found in a document, split, labelled and built into items."""
