"""The page of a set: its documents and how they stand."""
