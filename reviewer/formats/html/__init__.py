"""Web pages, and pages that a browser saved in one file."""
