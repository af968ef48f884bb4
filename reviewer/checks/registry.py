"""The checks, in the order in which their findings are shown."""
