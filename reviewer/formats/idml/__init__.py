"""InDesign markup."""
