"""What changes a review: one file for each operation, and what runs them."""
