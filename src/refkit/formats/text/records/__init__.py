"""References that documents contain as data: one module per form, which turns the data into items."""
