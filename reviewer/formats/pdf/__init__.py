"""PDF, for reading only."""
