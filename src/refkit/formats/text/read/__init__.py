"""Read the labelled segments of a reference into the variables of an item."""
