"""A package of its own, since a library that is installed brings another one named `tests`."""
