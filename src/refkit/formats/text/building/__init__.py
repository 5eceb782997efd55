"""Build the item that a labelled reference tells of."""
