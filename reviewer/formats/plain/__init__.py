"""Plain text, and the encodings that text is stored in."""
