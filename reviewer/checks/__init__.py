"""What can be wrong with a bead: one check a file, one registry line each."""
