"""What a review holds in memory, and the frozen views of it."""
