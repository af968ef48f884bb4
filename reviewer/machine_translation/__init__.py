"""Argos packages, the batched engine, the cache of back-translations."""
