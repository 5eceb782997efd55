"""Find the reference list in a document and split it into references."""
