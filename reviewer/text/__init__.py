"""Text by language: sentences, words, quantities. Pure functions from strings to spans."""
