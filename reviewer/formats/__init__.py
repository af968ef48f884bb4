"""File formats: read(path) gives a Document, write(document, edits, path) puts edits back."""
