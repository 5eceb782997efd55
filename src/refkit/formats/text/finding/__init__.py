"""Find the list of references in a document and split it into its references."""
