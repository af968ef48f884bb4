"""What leaves the program: corrected texts and the record of the review."""
