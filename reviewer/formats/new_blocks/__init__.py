"""Where a block that a document lacks goes, and how each format writes it."""
