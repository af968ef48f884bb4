"""What is remembered across reviews, in the user's data folder."""

from __future__ import annotations


class Memory:
    """Dismissals by fingerprint, confirmed pairs of sentences, recent reviews."""
