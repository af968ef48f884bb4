"""Whether a text seems to be no translation of the source at all, but of something else."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.alignment.parameters import STRANGERS
from reviewer.domain import Bead
from reviewer.messages import Message, message

_FEWEST = 60
"""Beads from which they tell: a short translation may have none that is sure."""


def stranger_warning(beads: Sequence[Bead], path: str) -> tuple[Message, ...]:
    """What is said where the alignment trusts none of so many beads."""
    if len(beads) < _FEWEST or any(bead.confidence > STRANGERS for bead in beads):
        return ()
    return (
        message(
            "“{path}” does not seem to be a translation of this source. Is it the right file?",
            path=path,
        ),
    )
