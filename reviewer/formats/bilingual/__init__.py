"""Files that hold a text and its translation in units."""
