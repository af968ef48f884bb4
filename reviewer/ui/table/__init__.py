"""The table of rows: its model, how cells are painted, and editing in a row."""
