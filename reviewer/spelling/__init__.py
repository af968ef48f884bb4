"""Spelling, by Hunspell and the dictionaries that this computer has; none is shipped."""
