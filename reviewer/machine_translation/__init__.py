"""Argos packages, the batched engine, the cache of back-translations."""

WORKER_ARGUMENT = "--machine-translation-worker"
"""What a frozen program starts itself with to be the engine's process: it has no `-m`."""
