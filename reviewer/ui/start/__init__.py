"""The first page: a new review from files, a recent one, or the sample."""
