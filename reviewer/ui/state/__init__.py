"""What is open and what is current; no widget."""
