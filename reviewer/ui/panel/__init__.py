"""The panel of the current row: findings in words, the back-translation, the history."""
