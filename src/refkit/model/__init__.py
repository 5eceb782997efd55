"""What a reference is: source, entry, item, name, date, identifiers, library."""
