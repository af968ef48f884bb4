"""The page of an open review: its bars, the table with the panel, the overview."""
