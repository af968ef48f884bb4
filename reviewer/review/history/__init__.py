"""What was done to a review before: undo, the history of a row, settled findings."""
